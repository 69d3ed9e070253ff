import Diagnostics

extension Explanation {
  static let sampleToSyntax: [Explanation] = [
    Explanation(
      "sample-column", .error,
      LocalizedText(
        vi: "Bảng hồ sơ rút mẫu có cột không được phép",
        en: "A column that sampled files cannot have"),
      LocalizedText(
        vi:
          "Mỗi dòng là hồ sơ của một trẻ em, nên chỉ ghi có, không, không áp dụng, số giờ hoặc số ngày làm việc: họ tên, ngày tháng, mã hay lời văn có thể làm lộ trẻ em đó.",
        en:
          "Each row is the file of a child, so it records yes, no, not applicable, hours or working days alone: names, dates, codes or words could point at that child."
      ),
      Example(
        .indicator,
        """
        type: table
        rows: case_files
        columns: [{ id: opened, title: { vi: "Ngày mở hồ sơ", en: "Opened on" }, type: date }]
        """,
        mended: """
          type: table
          rows: case_files
          columns: [{ id: plan_days, title: { vi: "Số ngày lập kế hoạch", en: "Days to plan" }, type: working_days }]
          """)),
    Explanation(
      "sample-missing", .error,
      LocalizedText(
        vi: "Hồ sơ rút mẫu không nêu cách rút",
        en: "A sample without how it was drawn"),
      LocalizedText(
        vi:
          "Tỷ lệ trong mẫu chỉ có nghĩa khi biết có bao nhiêu hồ sơ tất cả, rút thế nào và ai rút (đơn vị hoặc chức danh, không ghi tên người).",
        en:
          "A share found in a sample means nothing without how many files there are, how they were drawn and by whom (an office or position, never a person's name)."
      ),
      Example(
        .answers,
        "files.sampled: { rows: [{ plan: true }] }",
        mended:
          #"files.sampled: { rows: [{ plan: true }], sample: { population: 25, method: { vi: "ngẫu nhiên", en: "at random" }, drawn_by: { vi: "đoàn kiểm tra", en: "the team" } } }"#
      )),
    Explanation(
      "sample-population", .error,
      LocalizedText(
        vi: "Mẫu lớn hơn tổng số",
        en: "A sample larger than the whole"),
      LocalizedText(
        vi: "population là tổng số hồ sơ, gồm cả hồ sơ được rút, nên không ít hơn số dòng.",
        en:
          "population is how many files there are, those drawn included, so it is not below the number of rows."
      ),
      Example(
        .answers,
        #"files.sampled: { rows: [{ plan: true }, { plan: na }], sample: { population: 1, method: { vi: "ngẫu nhiên", en: "at random" }, drawn_by: { vi: "đoàn kiểm tra", en: "the team" } } }"#,
        mended:
          #"files.sampled: { rows: [{ plan: true }, { plan: na }], sample: { population: 10, method: { vi: "ngẫu nhiên", en: "at random" }, drawn_by: { vi: "đoàn kiểm tra", en: "the team" } } }"#
      )),
    Explanation(
      "sample-without-rows", .error,
      LocalizedText(
        vi: "Có cách rút mẫu nhưng không có dòng nào",
        en: "How a sample was drawn, without its rows"),
      LocalizedText(
        vi: "sample nói các dòng của bảng được rút thế nào, nên chỉ đi với rows.",
        en: "sample says how the rows of a table were drawn, so it goes with rows alone."),
      Example(
        .answers,
        #"staff.total: { value: 27, sample: { population: 30, method: { vi: "ngẫu nhiên", en: "at random" }, drawn_by: { vi: "đoàn kiểm tra", en: "the team" } } }"#,
        mended: "staff.total: { value: 27 }")),
    Explanation(
      "scoring-without-points", .error,
      LocalizedText(
        vi: "Bảng kiểm không chấm điểm mà có quy định về điểm",
        en: "Rules for points where there are none"),
      LocalizedText(
        vi:
          "Với mode: verdicts, bảng kiểm chỉ kết luận từng mục, nêu lý do và thời hạn. Không có điểm thì không có tổng, mức xếp loại, điều kiện bắt buộc hay mức tối đa.",
        en:
          "With mode: verdicts a checklist gives verdicts, reasons and deadlines alone. Without points there is no total, no grade, no gate and no cap."
      ),
      Example(
        .checklist,
        """
        scoring:
          mode: verdicts
          total: 100
        """,
        mended: """
          scoring:
            mode: verdicts
          """)),
    Explanation(
      "several-documents", .error,
      LocalizedText(
        vi: "Tệp có nhiều tài liệu YAML",
        en: "Several documents in one file"),
      LocalizedText(
        vi: "Dòng --- mở một tài liệu YAML mới; ở đây mỗi tệp chỉ có một tài liệu.",
        en: "A line --- opens another YAML document; here a file holds one."),
      Example(
        .file,
        """
        area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 10 }
        checks:
          - { id: A-1, title: { vi: "Đủ người", en: "Enough people" }, kind: rule, expr: staff.total >= 1, points: 5, class: practice, severity: low }
        ---
        area: { id: budget, title: { vi: "Kinh phí", en: "Budget" }, weight: 10 }
        checks:
          - { id: B-1, title: { vi: "Đủ người", en: "Enough people" }, kind: rule, expr: staff.total >= 1, points: 5, class: practice, severity: low }
        """,
        mended: """
          area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 10 }
          checks:
            - { id: A-1, title: { vi: "Đủ người", en: "Enough people" }, kind: rule, expr: staff.total >= 1, points: 5, class: practice, severity: low }
          """)),
    Explanation(
      "share-limit", .warning,
      LocalizedText(
        vi: "Tỷ lệ so với số không kèm %",
        en: "A share compared with a number without %"),
      LocalizedText(
        vi:
          "Tỷ lệ là một phần của 1: 95% là 0,95. So một tỷ lệ với 95 là đòi 9.500%, gần như không đơn vị nào đạt. Viết 95%; trong biểu thức viết 0.95.",
        en:
          "A share is a fraction of one: 95% is 0.95. To compare it with 95 asks for 9,500%, which hardly any unit reaches. Write 95%, or 0.95 in an expression."
      ),
      Example(
        .check,
        """
        kind: rows
        with: { table: communes.list, each: row.officer, at_least: 95, when_zero: not_applicable }
        """,
        mended: """
          kind: rows
          with: { table: communes.list, each: row.officer, at_least: 95%, when_zero: not_applicable }
          """)),
    Explanation(
      "short-name", .error,
      LocalizedText(
        vi: "Tên không dùng trong quy tắc được",
        en: "A name that rules could not use"),
      LocalizedText(
        vi:
          "Tên của cột và mức chỉ tiêu đứng trong quy tắc (row.CỘT, target.MÃ), nên chỉ gồm chữ thường không dấu, số và _, bắt đầu bằng chữ, không trùng từ dành riêng của CEL.",
        en:
          "Columns and targets are named in rules (row.COLUMN, target.ID), so such a name holds lower-case letters, digits and _ alone, begins with a letter and is no reserved word of CEL."
      ),
      Example(
        .indicator,
        """
        type: table
        rows: villages
        columns: [{ id: Có cán bộ, title: { vi: "Có cán bộ", en: "Has an officer" }, type: bool }]
        """,
        mended: """
          type: table
          rows: villages
          columns: [{ id: officer, title: { vi: "Có cán bộ", en: "Has an officer" }, type: bool }]
          """)),
    Explanation(
      "small-count-limit", .note,
      LocalizedText(
        vi: "Mức so sánh làm lộ số nhỏ đã che",
        en: "A limit that tells a masked count"),
      LocalizedText(
        vi:
          "Số trẻ em và số vụ từ 1 đến 4 được che với người ngoài. Kết quả đạt hay chưa đạt so với mức 3 cho biết số thật nằm bên nào; bậc thấp nhất của partial và điều kiện when cũng vậy. Mức tính từ một số đếm và số không được che cũng là mức so sánh: chi 3 triệu đồng mà đạt \"ít nhất 1 triệu mỗi trẻ\" thì có không quá 3 trẻ. Dùng mức 0, từ 5 trở lên, hoặc tỷ lệ giữa hai số đếm; hoặc chỉ áp dụng mục khi số đếm từ 5 trở lên; nếu vẫn cần thì cân nhắc khi công bố.",
        en:
          "Counts of children and cases from 1 to 4 are masked for the public. Met or unmet against a limit of 3 tells on which side the count lies; so do the lowest step of partial and a condition in when. A limit on a figure worked out from a count and from figures that are shown is one too: where 3 million đồng were spent, at least 1 million for each child means 3 children or fewer. Compare with 0, with 5 or more, or use a ratio of two counts; or let the check apply only where the count is 5 or more; otherwise think before publishing."
      ),
      Example(
        .check,
        """
        kind: threshold
        with: { value: children.helped, at_least: 3 }
        """,
        mended: """
          kind: threshold
          with: { value: children.helped, at_least: 5 }
          """)),
    Explanation(
      "step-order", .error,
      LocalizedText(
        vi: "Các bậc điểm không xếp từ thấp đến cao",
        en: "Steps of partial credit out of order"),
      LocalizedText(
        vi:
          "Bậc cao nhất đạt được cho phần điểm của nó, nên bậc sau phải đòi hỏi nhiều hơn và cho nhiều điểm hơn bậc trước.",
        en:
          "The highest step that is reached gives its share of the points, so each step asks more and gives more than the one before."
      ),
      Example(
        .check,
        """
        kind: ratio
        with: { of: staff.trained, to: staff.total, at_least: 95%, when_zero: not_applicable }
        partial: { steps: [{ from: 80%, credit: 70% }, { from: 50%, credit: 30% }] }
        """,
        mended: """
          kind: ratio
          with: { of: staff.trained, to: staff.total, at_least: 95%, when_zero: not_applicable }
          partial: { steps: [{ from: 50%, credit: 30% }, { from: 80%, credit: 70% }] }
          """)),
    Explanation(
      "step-range", .error,
      LocalizedText(
        vi: "Một bậc điểm không bao giờ có tác dụng",
        en: "A step of partial credit that never counts"),
      LocalizedText(
        vi:
          "Chưa làm được gì (0%) thì mục chưa đạt và không có điểm; đạt 100% yêu cầu là đạt cả mục. Vì vậy một bậc bắt đầu từ trên 0% đến dưới 100% và cho điểm trên 0%.",
        en:
          "Where nothing is done (0%) a check is not met and earns nothing; at 100% of what is asked it is met. So a step begins above 0% and below 100%, and gives more than 0%."
      ),
      Example(
        .check,
        """
        kind: ratio
        with: { of: staff.trained, to: staff.total, at_least: 95%, when_zero: not_applicable }
        partial: { steps: [{ from: 0%, credit: 20% }, { from: 50%, credit: 50% }] }
        """,
        mended: """
          kind: ratio
          with: { of: staff.trained, to: staff.total, at_least: 95%, when_zero: not_applicable }
          partial: { steps: [{ from: 1%, credit: 20% }, { from: 50%, credit: 50% }] }
          """)),
    Explanation(
      "syntax-error", .error,
      LocalizedText(
        vi: "Biểu thức sai cú pháp",
        en: "An expression that cannot be read"),
      LocalizedText(
        vi:
          "Biểu thức viết bằng CEL: so sánh bằng là ==, và là &&, hoặc là ||, chuỗi chữ đặt trong ngoặc.",
        en: "Rules are written in CEL: equality is ==, and is &&, or is ||, texts stand in quotes."),
      Example(
        .check,
        "expr: staff.total >= >= 1",
        mended: "expr: staff.total >= 1")),
  ]
}
