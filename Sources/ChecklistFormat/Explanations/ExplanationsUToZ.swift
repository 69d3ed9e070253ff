import Diagnostics

extension Explanation {
  static let uToZ: [Explanation] = [
    Explanation(
      "unit-of-measure", .error,
      LocalizedText(
        vi: "Sai đơn vị tính",
        en: "The wrong measure"),
      LocalizedText(
        vi:
          "Tiền viết kèm đồng, triệu, tỷ; tỷ lệ viết kèm %; số đếm không kèm gì. 95 không được đoán là 95%.",
        en:
          "Money carries đồng, triệu or tỷ, a share its %, a count nothing. 95 is not guessed to be 95%."
      ),
      Example(
        .answers,
        "share.handled: 95",
        mended: "share.handled: 95%")),
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
      "unknown-check", .error,
      LocalizedText(
        vi: "Không có mục kiểm tra này",
        en: "A check that is not there"),
      LocalizedText(
        vi: "gates, caps và yêu cầu của đoàn gọi mục kiểm tra theo mã.",
        en: "Gates, caps and the team's requests name checks by id."),
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
        vi: "gates và caps gọi mức xếp loại theo mã trong bands.",
        en: "Gates and caps name grades by their id in bands."),
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
    Explanation(
      "unreadable-file", .error,
      LocalizedText(
        vi: "Không đọc được tệp được nạp",
        en: "An included file that cannot be read"),
      LocalizedText(
        vi: "Tệp không có, không được phép đọc, quá lớn, hoặc không phải tệp thường.",
        en: "The file is missing, forbidden, too large, or not a regular file."),
      Example(
        .checklist,
        "include: [area.yaml, budget.yaml]",
        mended: "include: [area.yaml]")),
    Explanation(
      "untranslated", .warning,
      LocalizedText(
        vi: "Thiếu một ngôn ngữ",
        en: "A text in one language alone"),
      LocalizedText(
        vi:
          "Văn bản cho người đọc viết bằng cả tiếng Việt và tiếng Anh; thiếu một bản thì bản kia được dùng cho cả hai.",
        en:
          "What people read stands in Vietnamese and English; where one is missing the other serves for both."
      ),
      Example(
        .check,
        "title: Đủ người",
        mended: #"title: { vi: "Đủ người", en: "Enough people" }"#)),
    Explanation(
      "unused-indicator", .note,
      LocalizedText(
        vi: "Chỉ tiêu không được dùng",
        en: "An indicator that no check reads"),
      LocalizedText(
        vi:
          "Chỉ tiêu trong thư mục riêng của bảng kiểm mà không mục nào dùng thì đơn vị báo cáo vô ích. Từ điển dùng chung không bị nhắc.",
        en:
          "Units would report a figure of the pack's own dictionary for nothing. Shared dictionaries are not looked at."
      ),
      Example(
        .ownIndicators,
        """
        - { id: staff.total, title: { vi: "Tổng số", en: "All officers" }, type: int, from: 0 }
        - { id: staff.former, title: { vi: "Đã nghỉ", en: "Former officers" }, type: int, from: 0 }
        """,
        mended:
          #"- { id: staff.total, title: { vi: "Tổng số", en: "All officers" }, type: int, from: 0 }"#
      )),
    Explanation(
      "utf-16", .error,
      LocalizedText(
        vi: "Tệp được lưu bằng UTF-16",
        en: "A file saved as UTF-16"),
      LocalizedText(
        vi:
          #"Một số trình soạn thảo trên Windows gọi UTF-16 là "Unicode". Hãy lưu lại bằng UTF-8."#,
        en: #"Some Windows editors call UTF-16 "Unicode". Save the file as UTF-8."#),
      Example(
        .fileInUTF16,
        """
        area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 10 }
        checks:
          - { id: A-1, title: { vi: "Đủ người", en: "Enough people" }, kind: rule, expr: staff.total >= 1, points: 5, class: practice, severity: low }
        """,
        mended: """
          area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 10 }
          checks:
            - { id: A-1, title: { vi: "Đủ người", en: "Enough people" }, kind: rule, expr: staff.total >= 1, points: 5, class: practice, severity: low }
          """)),
    Explanation(
      "verdict-settled", .warning,
      LocalizedText(
        vi: "Kết quả của mục đã định trước",
        en: "A verdict that no answer changes"),
      LocalizedText(
        vi:
          "Quy tắc không đọc chỉ tiêu nào, hoặc mức so sánh nằm ngoài giới hạn của chỉ tiêu, nên mục luôn đạt hoặc không bao giờ đạt.",
        en:
          "The rule reads no indicator, or its limit lies outside the indicator's bounds, so the check is always met or never."
      ),
      Example(
        .anotherCheck,
        """
        kind: threshold
        with: { value: staff.trained, at_least: 2.000 }
        """,
        mended: """
          kind: threshold
          with: { value: staff.trained, at_least: 200 }
          """)),
    Explanation(
      "weight-without-points", .warning,
      LocalizedText(
        vi: "Lĩnh vực có trọng số nhưng không mục nào có điểm",
        en: "An area with a weight and no points"),
      LocalizedText(
        vi:
          "Trọng số được chia cho các mục theo điểm; không mục nào có điểm thì trọng số bị mất và tổng không đạt tới được.",
        en:
          "A weight is shared among the checks by their points; where none has any it is lost, and the total cannot be reached."
      ),
      Example(
        .check,
        "points: 0",
        mended: "points: 5")),
    Explanation(
      "wrong-type", .error,
      LocalizedText(
        vi: "Giá trị không đúng dạng",
        en: "A value of the wrong form"),
      LocalizedText(
        vi: "Chỗ này cần chữ, số, ngày, danh sách hoặc các khóa; thông báo nói rõ cần gì.",
        en: "The place takes a text, a number, a date, a list or keys; the message says which."),
      Example(
        .check,
        "id: [A-1]",
        mended: "id: A-1")),
    Explanation(
      "yaml-syntax", .error,
      LocalizedText(
        vi: "YAML sai cú pháp",
        en: "Not YAML"),
      LocalizedText(
        vi:
          "Thường do thụt lề lệch, thiếu dấu ngoặc đóng, hoặc chữ có dấu hai chấm mà không đặt trong ngoặc kép.",
        en:
          "Usually indentation, a missing closing quote or bracket, or a text with a colon that is not quoted."
      ),
      Example(
        .check,
        """
        guidance:
          vi: Chú ý: xem sổ
          en: See the register
        """,
        mended: """
          guidance:
            vi: "Chú ý: xem sổ"
            en: See the register
          """)),
  ]
}
