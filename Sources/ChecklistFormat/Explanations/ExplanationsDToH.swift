import Diagnostics

extension Explanation {
  static let dToH: [Explanation] = [
    Explanation(
      "decimal-dot", .error,
      LocalizedText(
        vi: "Dùng dấu chấm thập phân",
        en: "A decimal dot"),
      LocalizedText(
        vi:
          "Số viết theo cách Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân (đặt trong ngoặc kép). 0.5 không được đoán là 0,5.",
        en:
          "Figures are written the Vietnamese way: a dot separates thousands, a comma decimals (in quotes). 0.5 is not guessed to be a half."
      ),
      Example(
        .check,
        "points: 0.5",
        mended: #"points: "0,5""#)),
    Explanation(
      "duplicate-area", .error,
      LocalizedText(
        vi: "Mã lĩnh vực trùng nhau",
        en: "An area id given twice"),
      LocalizedText(
        vi: "Mỗi lĩnh vực có mã riêng trong bảng kiểm.",
        en: "Each area of a checklist has an id of its own."),
      Example(
        .anotherArea,
        #"area: { id: staffing, title: { vi: "Kinh phí", en: "Budget" }, weight: 10 }"#,
        mended: #"area: { id: budget, title: { vi: "Kinh phí", en: "Budget" }, weight: 10 }"#)),
    Explanation(
      "duplicate-band", .error,
      LocalizedText(
        vi: "Mã mức xếp loại trùng nhau",
        en: "A band id given twice"),
      LocalizedText(
        vi: "gates và caps gọi mức xếp loại theo mã, nên mỗi mức có mã riêng.",
        en: "Gates and caps name grades by id, so each band has its own."),
      Example(
        .checklist,
        """
        scoring:
          bands:
            - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
            - { id: good, title: { vi: "Yếu", en: "Weak" }, from: 0% }
        """,
        mended: """
          scoring:
            bands:
              - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
              - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
          """)),
    Explanation(
      "duplicate-check", .error,
      LocalizedText(
        vi: "Mã mục kiểm tra trùng nhau",
        en: "A check id given twice"),
      LocalizedText(
        vi: "Tồn tại được theo dõi từ kỳ này sang kỳ khác theo mã mục, nên mỗi mục có mã riêng.",
        en:
          "Findings are followed from one inspection to the next by the id of their check, so each check has its own."
      ),
      Example(
        .anotherCheck,
        "id: A-1",
        mended: "id: A-2")),
    Explanation(
      "duplicate-citation", .error,
      LocalizedText(
        vi: "Mã văn bản trùng nhau",
        en: "A citation id given twice"),
      LocalizedText(
        vi: "Mục kiểm tra dẫn văn bản theo mã, nên mỗi văn bản có mã riêng.",
        en: "Checks cite documents by id, so each has its own."),
      Example(
        .anotherCitation,
        "id: luat-2016",
        mended: "id: nghi-dinh-2017")),
    Explanation(
      "duplicate-day", .error,
      LocalizedText(
        vi: "Một ngày ghi hai lần trong lịch",
        en: "A day listed twice in a calendar"),
      LocalizedText(
        vi: "Mỗi ngày nghỉ hoặc làm bù ghi một lần, kèm nguồn của nó.",
        en: "Each day off or worked stands once, with its source."),
      Example(
        .calendar,
        """
        off:
          - { date: 2024-04-29, name: { vi: "Nghỉ", en: "Off" }, source: "Công văn 2450", confirmed: true }
          - { date: 2024-04-29, name: { vi: "Nghỉ", en: "Off" }, source: "Công văn 2450", confirmed: true }
        """,
        mended: """
          off:
            - { date: 2024-04-29, name: { vi: "Nghỉ", en: "Off" }, source: "Công văn 2450", confirmed: true }
          """)),
    Explanation(
      "duplicate-document", .error,
      LocalizedText(
        vi: "Mã tài liệu trùng nhau",
        en: "A document id given twice"),
      LocalizedText(
        vi: "Câu trả lời nêu nguồn theo mã tài liệu, nên mỗi tài liệu có mã riêng.",
        en: "Answers name their source by id, so each document has its own."),
      Example(
        .submission,
        """
        documents:
          - { id: k0, title: { vi: "Báo cáo", en: "Report" } }
          - { id: k0, title: { vi: "Phụ lục", en: "Annex" } }
        """,
        mended: """
          documents:
            - { id: k0, title: { vi: "Báo cáo", en: "Report" } }
            - { id: k1, title: { vi: "Phụ lục", en: "Annex" } }
          """)),
    Explanation(
      "duplicate-grade", .error,
      LocalizedText(
        vi: "Xếp loại khai báo hai lần trong bảng kiểm đã đóng gói",
        en: "A grade that stands twice in a frozen checklist"),
      LocalizedText(
        vi:
          "Chỉ gặp ở bảng kiểm dạng JSON đã đóng gói (máy tính bảng, lưu trữ); trong YAML lỗi này là duplicate-band.",
        en: "Seen only in frozen JSON (tablets, archives); in YAML it is duplicate-band."),
      Example(
        .frozenScoring,
        #"{ "bands": [{ "id": "good", "title": { "vi": "Tốt", "en": "Good" }, "from": "9/10" }, { "id": "good", "title": { "vi": "Yếu", "en": "Weak" }, "from": "0" }] }"#,
        mended:
          #"{ "bands": [{ "id": "good", "title": { "vi": "Tốt", "en": "Good" }, "from": "9/10" }, { "id": "weak", "title": { "vi": "Yếu", "en": "Weak" }, "from": "0" }] }"#
      )),
    Explanation(
      "duplicate-indicator", .error,
      LocalizedText(
        vi: "Tên chỉ tiêu trùng nhau",
        en: "An indicator declared twice"),
      LocalizedText(
        vi: "Mỗi số liệu nhập một lần và dùng chung, nên mỗi chỉ tiêu khai báo ở đúng một chỗ.",
        en: "A figure is entered once and shared, so each indicator is declared in one place."),
      Example(
        .indicator,
        "id: staff.total",
        mended: "id: staff.interns")),
    Explanation(
      "duplicate-key", .error,
      LocalizedText(
        vi: "Một khóa viết hai lần",
        en: "A key written twice"),
      LocalizedText(
        vi: "YAML có thể lặng lẽ lấy dòng sau; ở đây không đoán dòng nào đúng.",
        en: "YAML might silently take the later one; nothing here guesses which is meant."),
      Example(
        .check,
        """
        points: 5
        points: 6
        """,
        mended: "points: 6")),
    Explanation(
      "duplicate-place", .error,
      LocalizedText(
        vi: "Một điều, mục khai báo hai lần",
        en: "A place of a document declared twice"),
      LocalizedText(
        vi: "Mỗi điều, khoản của văn bản có mã riêng, để mục kiểm tra dẫn đúng chỗ.",
        en:
          "Each article or clause of a document has an id of its own, so that checks cite the right one."
      ),
      Example(
        .citation,
        """
        places:
          - { id: "53", title: { vi: "Điều 53", en: "Article 53" }, status: verified }
          - { id: "53", title: { vi: "Điều 54", en: "Article 54" }, status: verified }
        """,
        mended: """
          places:
            - { id: "53", title: { vi: "Điều 53", en: "Article 53" }, status: verified }
            - { id: "54", title: { vi: "Điều 54", en: "Article 54" }, status: verified }
          """)),
    Explanation(
      "empty-bounds", .error,
      LocalizedText(
        vi: "Giới hạn dưới lớn hơn giới hạn trên",
        en: "Bounds that leave no value"),
      LocalizedText(
        vi: "from là giá trị nhỏ nhất và to là giá trị lớn nhất mà chỉ tiêu có thể có.",
        en: "from is the least and to the greatest value the indicator can have."),
      Example(
        .indicator,
        """
        from: 10
        to: 5
        """,
        mended: """
          from: 5
          to: 10
          """)),
    Explanation(
      "empty-file", .error,
      LocalizedText(
        vi: "Tệp không có nội dung",
        en: "A file without content"),
      LocalizedText(
        vi: "Tệp trống hoặc chỉ có chú thích.",
        en: "The file is empty, or holds comments alone."),
      Example(
        .file,
        "# Chưa viết gì · Nothing yet",
        mended: """
          area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 10 }
          checks:
            - { id: A-1, title: { vi: "Đủ người", en: "Enough people" }, kind: rule, expr: staff.total >= 1, points: 5, class: practice, severity: low }
          """)),
    Explanation(
      "empty-period", .error,
      LocalizedText(
        vi: "Ngày cuối đứng trước ngày đầu",
        en: "A period that ends before it begins"),
      LocalizedText(
        vi: "from là ngày đầu, to là ngày cuối, cả hai đều được tính.",
        en: "from is the first day and to the last, both included."),
      Example(
        .check,
        "effective: { from: 2024-02-01, to: 2024-01-01 }",
        mended: "effective: { from: 2024-01-01, to: 2024-02-01 }")),
    Explanation(
      "expression-too-large", .error,
      LocalizedText(
        vi: "Biểu thức quá lớn",
        en: "An expression that is too large"),
      LocalizedText(
        vi:
          "Biểu thức có giới hạn về độ dài, số thành phần và số tầng lồng nhau, để tệp độc hại không làm treo máy.",
        en:
          "Length, parts and nesting of an expression are bounded, so that a hostile file cannot stall the program."
      ),
      Example(
        .check,
        "expr: ⟨(×200⟩staff.total⟨)×200⟩ >= 1",
        mended: "expr: staff.total >= 1")),
    Explanation(
      "figure-type", .error,
      LocalizedText(
        vi: "Chỗ này cần một số",
        en: "A figure that is no number"),
      LocalizedText(
        vi: "Tham số này được so sánh hoặc tính toán, nên biểu thức phải cho kết quả là số.",
        en: "The parameter is compared or computed with, so its expression must give a number."),
      Example(
        .check,
        """
        kind: threshold
        with: { value: board.name, at_least: 5 }
        """,
        mended: """
          kind: threshold
          with: { value: staff.total, at_least: 5 }
          """)),
    Explanation(
      "format-version", .error,
      LocalizedText(
        vi: "Phiên bản định dạng không đọc được",
        en: "A version of the format that is not known"),
      LocalizedText(
        vi: "Dòng soat cho biết tệp viết theo phiên bản định dạng nào; hiện có phiên bản 1.",
        en:
          "The line soat says by which version of the format a file is written; so far there is 1."),
      Example(
        .checklist,
        "soat: 2",
        mended: "soat: 1")),
    Explanation(
      "hidden-line-break", .error,
      LocalizedText(
        vi: "Có ký tự xuống dòng ẩn",
        en: "A hidden line break"),
      LocalizedText(
        vi:
          "Một số ký tự Unicode (U+0085, U+2028, U+2029) được YAML coi là xuống dòng còn trình soạn thảo thì không, nên điều nhìn thấy khác điều được đọc.",
        en:
          "YAML breaks lines at some Unicode characters (U+0085, U+2028, U+2029) where editors do not, so what is seen is not what is read."
      ),
      Example(
        .check,
        #"guidance: { vi: "Xem sổ\Lvà biên bản", en: "See the register" }"#,
        mended: #"guidance: { vi: "Xem sổ và biên bản", en: "See the register" }"#)),
  ]
}
