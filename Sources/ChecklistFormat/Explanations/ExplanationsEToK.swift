import Diagnostics

extension Explanation {
  static let eToK: [Explanation] = [
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
      "empty-change", .warning,
      LocalizedText(
        vi: "Chỗ thay đổi không thay đổi gì",
        en: "A change that changes nothing"),
      LocalizedText(
        vi:
          "Dòng này trong changes giống hệt bảng kiểm gốc: hoặc thừa, hoặc ghi nhầm giá trị muốn đổi.",
        en:
          "This line under changes says what the base says already: either it is not needed, or the value is not the one that was meant."
      ),
      Example(
        .extending,
        "changes: [{ check: Q-1, points: 5 }]",
        mended: "changes: [{ check: Q-1, points: 6 }]")),
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
      "empty-theme", .error,
      LocalizedText(
        vi: "Chuyên đề không có mục nào",
        en: "A theme without checks"),
      LocalizedText(
        vi: "Chuyên đề phải nêu ít nhất một lĩnh vực hoặc một mục kiểm tra.",
        en: "A theme names one area or one check at the least."),
      Example(
        .checklist,
        """
        themes:
          - { id: people, title: { vi: "Cán bộ", en: "People" } }
        """,
        mended: """
          themes:
            - { id: people, title: { vi: "Cán bộ", en: "People" }, areas: [staffing] }
          """)),
    Explanation(
      "escalation-order", .error,
      LocalizedText(
        vi: "Các bước đôn đốc không theo thời gian",
        en: "Steps of chasing out of order"),
      LocalizedText(
        vi:
          "Các bước đôn đốc xếp theo thời gian: trước hạn, đúng ngày hết hạn, sau hạn, để ai đọc cũng thấy bước nào đến trước.",
        en:
          "The steps stand in the order of time, before the deadline, on it and after it, so that whoever reads them sees what comes first."
      ),
      Example(
        .checklist,
        """
        policies:
          escalation:
            - { after: 5 working days, to: department, title: { vi: "Báo cáo", en: "Report" } }
            - { before: 3 working days, to: unit, title: { vi: "Nhắc", en: "Reminder" } }
        """,
        mended: """
          policies:
            escalation:
              - { before: 3 working days, to: unit, title: { vi: "Nhắc", en: "Reminder" } }
              - { after: 5 working days, to: department, title: { vi: "Báo cáo", en: "Report" } }
          """)),
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
      "extends-cycle", .error,
      LocalizedText(
        vi: "Các bảng kiểm mở rộng lẫn nhau thành vòng",
        en: "Checklists that extend each other in a circle"),
      LocalizedText(
        vi:
          "Một bảng kiểm không thể mở rộng chính nó, kể cả qua các bảng khác: sẽ không có bảng gốc nào để bắt đầu. Bỏ extends ở một trong các bảng của vòng.",
        en:
          "A checklist cannot extend itself, not by way of others either: there would be nothing to begin with. Remove extends from one of the circle."
      ),
      Example(
        .extending,
        "extends: local@1.0",
        mended: "extends: national@1.0")),
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
    Explanation(
      "include-escape", .error,
      LocalizedText(
        vi: "Tệp nằm ngoài thư mục của bảng kiểm",
        en: "A file outside the checklist's folder"),
      LocalizedText(
        vi:
          "include chỉ nạp tệp trong thư mục của bảng kiểm, kể cả khi đi theo liên kết, để một bảng kiểm lạ không đọc được tệp khác trên máy.",
        en:
          "include reads only from the checklist's own folder, links followed, so that a checklist from elsewhere cannot read other files."
      ),
      Example(
        .checklist,
        "include: [../indicators/facts.yaml]",
        mended: "include: [area.yaml]")),
    Explanation(
      "included-twice", .error,
      LocalizedText(
        vi: "Tệp được nạp hai lần",
        en: "A file included twice"),
      LocalizedText(
        vi: "Mỗi tệp được nạp một lần; nạp vòng tròn cũng là nạp hai lần.",
        en: "Each file is read once; a circle of includes is a file included twice."),
      Example(
        .checklist,
        "include: [area.yaml, area.yaml]",
        mended: "include: [area.yaml]")),
    Explanation(
      "indicator-name", .error,
      LocalizedText(
        vi: "Tên không dùng làm tên chỉ tiêu được",
        en: "A name that cannot name an indicator"),
      LocalizedText(
        vi:
          "Tên chỉ tiêu gồm hai từ trở lên nối bằng dấu chấm, chữ thường không dấu, số và _, không trùng từ dành riêng của CEL.",
        en:
          "An indicator is named by two or more lower-case words joined by dots; digits and _ may stand in them, reserved words of CEL may not."
      ),
      Example(
        .indicator,
        "id: Staff",
        mended: "id: staff.interns")),
    Explanation(
      "indicator-type", .error,
      LocalizedText(
        vi: "Chỉ tiêu không đúng kiểu",
        en: "An indicator of the wrong type"),
      LocalizedText(
        vi: "Tham số này chỉ nhận chỉ tiêu thuộc một số kiểu nhất định.",
        en: "The parameter takes indicators of certain types only."),
      Example(
        .check,
        """
        kind: presence
        with: { of: staff.total }
        """,
        mended: """
          kind: presence
          with: { of: plan.document }
          """)),
    Explanation(
      "int-division", .error,
      LocalizedText(
        vi: "Phép chia hai số nguyên",
        en: "A division of whole numbers"),
      LocalizedText(
        vi:
          "CEL chia hai số nguyên thì bỏ phần lẻ: 1 / 2 là 0, và quy tắc sai mà không ai thấy. Viết một bên là số thập phân (1.0 / 2), hoặc so sánh bằng phép nhân. Phép lấy dư (%) cũng không dùng trong quy tắc.",
        en:
          "CEL drops the fraction when it divides two whole numbers: 1 / 2 is 0, and the rule goes wrong unseen. Write one side as a decimal (1.0 / 2), or compare products. Remainders (%) have no place in a rule either."
      ),
      Example(
        .check,
        "expr: staff.trained >= 1 / 2 * staff.total",
        mended: "expr: staff.trained >= 1.0 / 2 * staff.total")),
    Explanation(
      "key-of-type", .error,
      LocalizedText(
        vi: "Khóa này chỉ dùng cho kiểu khác",
        en: "A key that is for another type"),
      LocalizedText(
        vi:
          "options dùng cho kiểu choice, rows và columns cho kiểu table, from, to và unit cho số liệu. Ở kiểu khác chúng không có tác dụng, nên có lẽ type bị ghi nhầm.",
        en:
          "options goes with type choice, rows and columns with type table, from, to and unit with figures. Anywhere else they do nothing, so the type is probably wrong."
      ),
      Example(
        .indicator,
        """
        type: text
        options: [{ id: ward, title: { vi: "Phường", en: "Ward" } }]
        """,
        mended: """
          type: choice
          options: [{ id: ward, title: { vi: "Phường", en: "Ward" } }]
          """)),
    Explanation(
      "key-type", .error,
      LocalizedText(
        vi: "Khóa không phải là một từ",
        en: "A key that is no word"),
      LocalizedText(
        vi: "YAML cho phép khóa là danh sách; ở đây khóa luôn là một từ.",
        en: "YAML lets a list be a key; here a key is always a word."),
      Example(
        .check,
        "[evidence, guidance]: none",
        mended: #"evidence: [{ vi: "Sổ theo dõi", en: "Register" }]"#)),
  ]
}
