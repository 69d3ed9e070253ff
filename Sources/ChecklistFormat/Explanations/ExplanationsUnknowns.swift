import Diagnostics

extension Explanation {
  static let unknowns: [Explanation] = [
    Explanation(
      "unknown-anchor", .error,
      LocalizedText(
        vi: "Không có neo này",
        en: "An anchor that is not there"),
      LocalizedText(
        vi:
          "Dấu * gọi lại giá trị đã đặt tên bằng & ở phía trước. Nếu * là chữ, đặt trong ngoặc kép.",
        en: "* calls a value named by & before it. If the * is meant as such, quote the text."),
      Example(
        .check,
        "evidence: [*so]",
        mended: #"evidence: [{ vi: "Sổ theo dõi", en: "Register" }]"#)),
    Explanation(
      "unknown-area", .error,
      LocalizedText(
        vi: "Không có lĩnh vực này",
        en: "An area that does not exist"),
      LocalizedText(
        vi: "zero_limits và changes gọi lĩnh vực theo mã ghi trong tệp của lĩnh vực.",
        en: "zero_limits and changes name areas by the id that their files give them."),
      Example(
        .checklist,
        """
        scoring:
          bands:
            - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
            - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
          zero_limits: [{ of: areas, ids: [stafing], grade: weak }]
        """,
        mended: """
          scoring:
            bands:
              - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
              - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
            zero_limits: [{ of: areas, ids: [staffing], grade: weak }]
          """)),
    Explanation(
      "unknown-base", .error,
      LocalizedText(
        vi: "Không tìm thấy bảng kiểm gốc",
        en: "A base that is not there"),
      LocalizedText(
        vi:
          "extends nêu mã@phiên bản của một bảng kiểm trong thư mục bên cạnh. Phiên bản phải khớp hẳn, để bảng địa phương không đổi nghĩa khi bảng gốc ra bản mới.",
        en:
          "extends names, as id@version, a checklist in a folder beside this one. The version must agree exactly, so that a local checklist does not change its meaning when the base moves on."
      ),
      Example(
        .extending,
        "extends: national@2.0",
        mended: "extends: national@1.0")),
    Explanation(
      "unknown-check", .error,
      LocalizedText(
        vi: "Không có mục kiểm tra này",
        en: "A check that is not there"),
      LocalizedText(
        vi: "gates, caps, yêu cầu của đoàn và confirmations gọi mục kiểm tra theo mã.",
        en: "Gates, caps, confirmations and the team's requests name checks by id."),
      Example(
        .checklist,
        """
        scoring:
          bands:
            - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
            - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
          gates: [{ check: A-9, grade: weak }]
        """,
        mended: """
          scoring:
            bands:
              - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
              - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
            gates: [{ check: A-1, grade: weak }]
          """)),
    Explanation(
      "unknown-checklist", .error,
      LocalizedText(
        vi: "Không có bảng kiểm này",
        en: "A checklist that was not loaded"),
      LocalizedText(
        vi:
          "Bài nộp nêu bảng kiểm theo dạng mã@phiên-bản; bảng kiểm đó phải nằm trong các nơi đã nêu hoặc cạnh thư mục của bài nộp.",
        en:
          "A submission names its checklist as id@version, which must be among the paths given or beside the submission's folder."
      ),
      Example(
        .submission,
        "checklist: smal@1.0",
        mended: "checklist: small@1.0")),
    Explanation(
      "unknown-choice", .error,
      LocalizedText(
        vi: "Không có lựa chọn này",
        en: "A word that is no choice here"),
      LocalizedText(
        vi: "Khóa này chỉ nhận một trong các từ đã định; thông báo liệt kê các từ đó.",
        en: "The key takes one of certain words, which the message lists."),
      Example(
        .check,
        "severity: huge",
        mended: "severity: high")),
    Explanation(
      "unknown-citation", .error,
      LocalizedText(
        vi: "Không có văn bản này",
        en: "A citation that is not there"),
      LocalizedText(
        vi: "cites gọi văn bản theo mã trong các tệp citations mà bảng kiểm dùng (uses).",
        en: "cites names documents by their id in the citation files the checklist uses."),
      Example(
        .check,
        "cites: [luat-2061/53]",
        mended: "cites: [luat-2016/53]")),
    Explanation(
      "unknown-class", .error,
      LocalizedText(
        vi: "Không có loại đơn vị này",
        en: "A class of units that is not declared"),
      LocalizedText(
        vi:
          "Loại đơn vị dùng trong mức xếp loại hay mức chỉ tiêu phải được khai báo trong unit_classes; gõ nhầm thì mức riêng không bao giờ được dùng.",
        en:
          "A class that a band or a target names must be declared under unit_classes; misspelt, its own level would never be used."
      ),
      Example(
        .checklist,
        """
        unit_classes: [{ id: mountain, title: { vi: "Miền núi", en: "Mountain" } }]
        scoring:
          bands:
            - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90%, by_class: [{ class: mountan, from: 80% }] }
            - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
        """,
        mended: """
          unit_classes: [{ id: mountain, title: { vi: "Miền núi", en: "Mountain" } }]
          scoring:
            bands:
              - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90%, by_class: [{ class: mountain, from: 80% }] }
              - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
          """)),
    Explanation(
      "unknown-document", .error,
      LocalizedText(
        vi: "Không có tài liệu này",
        en: "A document that is not listed"),
      LocalizedText(
        vi: "source gọi một tài liệu trong danh sách documents của bài nộp.",
        en: "source names a document of the submission's list documents."),
      Example(
        .answers,
        "staff.total: { value: 27, source: k1 }",
        mended: "staff.total: { value: 27, source: k0 }")),
    Explanation(
      "unknown-evidence", .error,
      LocalizedText(
        vi: "Không có loại minh chứng tên này",
        en: "No evidence of this name"),
      LocalizedText(
        vi:
          "as là tên mà kiểu của các mục kiểm tra đó đặt cho tệp nó đọc; xem tên: soat kinds KIỂU.",
        en:
          "as is the name that the kind of those checks gives to files it reads; for the names: soat kinds KIND."
      ),
      Example(
        .submission,
        "evidence: [{ id: mc-1, file: a.csv, for: [A-1], as: sheet }]",
        mended: "evidence: [{ id: mc-1, file: a.csv, for: [A-1] }]")),
    Explanation(
      "unknown-field", .error,
      LocalizedText(
        vi: "Thông điệp không có trường này",
        en: "A field that the message type lacks"),
      LocalizedText(
        vi: "Chỉ gặp khi biểu thức tạo thông điệp protobuf; quy tắc của bảng kiểm không cần đến.",
        en: "Met only where an expression builds a protobuf message, which no checklist needs."),
      Example(
        .check,
        #"expr: "google.protobuf.BoolValue{valu: true} == board.exists""#,
        mended: "expr: board.exists")),
    Explanation(
      "unknown-function", .error,
      LocalizedText(
        vi: "Không có hàm này",
        en: "A function that is not there"),
      LocalizedText(
        vi: "Các hàm dùng được là của CEL: size, matches, startsWith, contains, math.least…",
        en: "The functions are those of CEL: size, matches, startsWith, contains, math.least …"),
      Example(
        .check,
        "expr: siz(board.name) > 0",
        mended: "expr: size(board.name) > 0")),
    Explanation(
      "unknown-grade", .error,
      LocalizedText(
        vi: "Không có mức xếp loại này",
        en: "A grade that is not there"),
      LocalizedText(
        vi: "gates, caps, zero_limits và policies gọi mức xếp loại theo mã trong bands.",
        en: "Gates, caps, zero limits and policies name grades by their id in bands."),
      Example(
        .checklist,
        """
        scoring:
          bands:
            - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
            - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
          caps: [{ check: A-1, grade: wek }]
        """,
        mended: """
          scoring:
            bands:
              - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
              - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
            caps: [{ check: A-1, grade: weak }]
          """)),
    Explanation(
      "unknown-key", .error,
      LocalizedText(
        vi: "Không có khóa này",
        en: "A key that is not known here"),
      LocalizedText(
        vi: "Khóa lạ không bị bỏ qua, vì thường là gõ nhầm một khóa quan trọng.",
        en: "An unknown key is not passed over, since it is usually an important one misspelt."),
      Example(
        .check,
        "pionts: 5",
        mended: "points: 5")),
    Explanation(
      "unknown-kind", .error,
      LocalizedText(
        vi: "Không có kiểu kiểm tra này",
        en: "A kind of check that is not there"),
      LocalizedText(
        vi:
          "kind là một trong các kiểu có sẵn: rule, ratio, threshold, sum, coverage, presence, supplied, plan-quality…",
        en:
          "kind is one of those built in: rule, ratio, threshold, sum, coverage, presence, supplied, plan-quality …"
      ),
      Example(
        .check,
        """
        kind: presense
        with: { of: plan.document }
        """,
        mended: """
          kind: presence
          with: { of: plan.document }
          """)),
    Explanation(
      "unknown-name", .error,
      LocalizedText(
        vi: "Không có chỉ tiêu hoặc tên này",
        en: "An indicator or name that is not there"),
      LocalizedText(
        vi: "Biểu thức và câu trả lời gọi chỉ tiêu đúng như trong từ điển mà bảng kiểm dùng.",
        en:
          "Expressions and answers name indicators as the dictionaries of the checklist have them."),
      Example(
        .check,
        "expr: staff.totl >= 1",
        mended: "expr: staff.total >= 1")),
    Explanation(
      "unknown-parameter", .error,
      LocalizedText(
        vi: "Bảng kiểm đã đóng gói có tham số lạ",
        en: "An unknown parameter in a frozen checklist"),
      LocalizedText(
        vi: "Chỉ gặp ở bảng kiểm dạng JSON đã đóng gói; trong YAML lỗi này là unknown-key.",
        en: "Seen only in frozen JSON; in YAML it is unknown-key."),
      Example(
        .frozenCheck,
        #"{ "kind": "presence", "with": { "of": { "name": "plan.document" }, "at_least": { "number": "1", "style": "plain" } } }"#,
        mended: #"{ "kind": "presence", "with": { "of": { "name": "plan.document" } } }"#)),
    Explanation(
      "unknown-period", .error,
      LocalizedText(
        vi: "Không có kỳ này",
        en: "A recurring period that is not known"),
      LocalizedText(
        vi:
          "preset gọi một kỳ trong các danh mục mà bảng kiểm nêu ở uses: periods; kỳ khác thì ghi bằng hai ngày from, to.",
        en:
          "preset names a period of the registers that the checklist lists under uses: periods; any other is written by its two days, from and to."
      ),
      Example(
        .submission,
        "period: { preset: reporting-yaer, year: 2020 }",
        mended: "period: { preset: reporting-year, year: 2020 }")),
    Explanation(
      "unknown-place", .error,
      LocalizedText(
        vi: "Văn bản không có điều, mục này",
        en: "A place that the document does not list"),
      LocalizedText(
        vi: "Phần sau dấu / gọi một điều, mục trong places của văn bản.",
        en: "What follows the / names one of the document's places."),
      Example(
        .check,
        "cites: [luat-2016/99]",
        mended: "cites: [luat-2016/53]")),
    Explanation(
      "unknown-type", .error,
      LocalizedText(
        vi: "Không có kiểu thông điệp này",
        en: "A message type that is not there"),
      LocalizedText(
        vi:
          "Tên{trường: giá trị} tạo một thông điệp protobuf; quy tắc của bảng kiểm không cần đến.",
        en: "Name{field: value} builds a protobuf message, which no checklist needs."),
      Example(
        .check,
        #"expr: "Staff{total: 1} == 1""#,
        mended: "expr: staff.total == 1")),
  ]
}
