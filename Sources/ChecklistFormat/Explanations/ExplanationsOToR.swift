import Diagnostics

extension Explanation {
  static let oToR: [Explanation] = [
    Explanation(
      "one-table", .error,
      LocalizedText(
        vi: "Chỗ này cần đúng một bảng",
        en: "More tables than one"),
      LocalizedText(
        vi:
          "Kiểu rows xét từng dòng của một bảng; mỗi bảng có cột riêng nên cần một mục kiểm tra riêng.",
        en:
          "The kind rows looks at the rows of one table; each table has columns of its own and takes a check of its own."
      ),
      Example(
        .check,
        """
        kind: rows
        with: { table: [communes.list, files.sampled], each: row.officer, at_least: 100%, when_zero: not_applicable }
        """,
        mended: """
          kind: rows
          with: { table: communes.list, each: row.officer, at_least: 100%, when_zero: not_applicable }
          """)),
    Explanation(
      "other-checklist", .error,
      LocalizedText(
        vi: "Bài nộp thuộc bảng kiểm khác",
        en: "A submission for another checklist"),
      LocalizedText(
        vi:
          "Bài nộp nêu bảng kiểm và phiên bản mà nó trả lời, và chỉ chấm được theo đúng bảng kiểm đó.",
        en: "A submission names the checklist and version it answers, and is scored by no other."),
      Example(
        .submission,
        "checklist: small@2.0",
        mended: "checklist: small@1.0")),
    Explanation(
      "out-of-bounds", .error,
      LocalizedText(
        vi: "Số nằm ngoài giới hạn của chỉ tiêu",
        en: "A figure outside its bounds"),
      LocalizedText(
        vi:
          "from và to của chỉ tiêu cho biết số nào là có thể; số ngoài khoảng đó thường là gõ nhầm.",
        en: "The indicator's from and to say what is possible; a figure outside is usually a slip."),
      Example(
        .answers,
        "share.handled: 120%",
        mended: "share.handled: 95%")),
    Explanation(
      "out-of-memory", .error,
      LocalizedText(
        vi: "Không đủ bộ nhớ",
        en: "Out of memory"),
      LocalizedText(
        vi: "Máy không còn bộ nhớ để đọc tệp. Hãy đóng bớt chương trình rồi chạy lại.",
        en: "The machine has no memory left to read the file. Close other programs and try again.")),
    Explanation(
      "override", .note,
      LocalizedText(
        vi: "Chỗ khác với bảng kiểm gốc",
        en: "A difference from the base"),
      LocalizedText(
        vi:
          "Không phải lỗi: với --notes, mỗi chỗ thay đổi được nêu kèm giá trị cũ và mới, để người duyệt thấy bảng địa phương khác bảng gốc ở đâu.",
        en:
          "Not a mistake: with --notes every change is listed with what it was and what it is, so that whoever approves a local checklist sees where it differs from the base."
      ),
      Example(
        .extending,
        "changes: [{ check: Q-1, points: 6 }]",
        mended: "extends: national@1.0")),
    Explanation(
      "own-version", .error,
      LocalizedText(
        vi: "Một phiên bản thay thế chính nó",
        en: "A version that supersedes itself"),
      LocalizedText(
        vi:
          "supersedes nêu các phiên bản trước. Nếu nó nêu chính phiên bản này thì thường là đã sửa bảng kiểm mà quên tăng version.",
        en:
          "supersedes names earlier versions. Where it names this one, the version was probably not raised when the checklist changed."
      ),
      Example(
        .checklist,
        "supersedes: [{ version: 1.0, comparable: full }]",
        mended: "supersedes: [{ version: 0.9, comparable: full }]")),
    Explanation(
      "parameter-group", .error,
      LocalizedText(
        vi: "Cần đúng một trong các tham số",
        en: "Exactly one of several parameters"),
      LocalizedText(
        vi: "Một mục so sánh theo đúng một cách: at_least, above, at_most hoặc below.",
        en: "A check compares in exactly one way: at_least, above, at_most or below."),
      Example(
        .check,
        """
        kind: threshold
        with: { value: staff.total, at_least: 5, above: 4 }
        """,
        mended: """
          kind: threshold
          with: { value: staff.total, at_least: 5 }
          """)),
    Explanation(
      "parameter-pair", .error,
      LocalizedText(
        vi: "Tham số chỉ dùng cùng một tham số khác",
        en: "A parameter that goes with another"),
      LocalizedText(
        vi:
          "within đi với after; when_zero của kiểu trend đi với by hoặc với change: falls. Đứng riêng thì chúng không có tác dụng, nên có lẽ thiếu tham số kia.",
        en:
          "within goes with after; when_zero of kind trend goes with by or with change: falls. Alone they do nothing, so the other one was probably left out."
      ),
      Example(
        .check,
        """
        kind: timeliness
        with: { done: plan.signed, by: 2024-11-04, within: 5 working days }
        """,
        mended: """
          kind: timeliness
          with: { done: plan.signed, by: 2024-11-04 }
          """)),
    Explanation(
      "partial-without-effect", .warning,
      LocalizedText(
        vi: "partial không có tác dụng",
        en: "Partial credit without effect"),
      LocalizedText(
        vi:
          "Điểm từng phần tính theo phần đã làm được so với mức phải đạt ít nhất. Với above, at_most, below, hay một quy tắc đúng/sai, thì không có phần nào để tính: mục chỉ có đạt hoặc không đạt.",
        en:
          "Partial credit is for the part done of what is asked at least. With above, at_most, below, or a rule that is true or false, there is no such part: the check is met or it is not."
      ),
      Example(
        .check,
        """
        kind: ratio
        with: { of: staff.trained, to: staff.total, above: 95%, when_zero: not_applicable }
        partial: linear
        """,
        mended: """
          kind: ratio
          with: { of: staff.trained, to: staff.total, at_least: 95%, when_zero: not_applicable }
          partial: linear
          """)),
    Explanation(
      "period-outside", .error,
      LocalizedText(
        vi: "Kỳ báo cáo nằm ngoài các kỳ của bảng kiểm",
        en: "A period the checklist is not for"),
      LocalizedText(
        vi: "applies.periods của bảng kiểm cho biết nó dùng cho các kỳ nào.",
        en: "The checklist's applies.periods says which periods it is for."),
      Example(
        .submission,
        "period: { from: 2018-01-01, to: 2018-12-31 }",
        mended: "period: { from: 2019-01-01, to: 2019-12-31 }")),
    Explanation(
      "period-twice", .error,
      LocalizedText(
        vi: "Kỳ được ghi hai cách",
        en: "A period written in two ways"),
      LocalizedText(
        vi:
          "Kỳ được ghi bằng hai ngày from, to, hoặc bằng tên kỳ và năm: preset, year. Ghi cả hai thì không rõ cách nào đúng khi chúng khác nhau.",
        en:
          "A period is given by its two days, from and to, or by name and year, preset and year. With both, nobody could tell which is right where they differ."
      ),
      Example(
        .submission,
        "period: { from: 2019-01-01, to: 2019-12-31, preset: year, year: 2019 }",
        mended: "period: { preset: year, year: 2019 }")),
    Explanation(
      "personal-name", .error,
      LocalizedText(
        vi: "Ghi tên người ở chỗ của chức danh",
        en: "A name where a position belongs"),
      LocalizedText(
        vi:
          "Bài nộp không chứa tên người. Ghi chức danh hoặc cơ quan; tên đứng trên văn bản được dẫn làm nguồn.",
        en:
          "A submission holds no names. Write a position or an office; the name stands on the document given as source."
      ),
      Example(
        .submission,
        """
        confirmations:
          - { check: D-1, on: 2020-01-15, by: { vi: "Bà A", en: "Ms A" } }
        """,
        mended: """
          confirmations:
            - { check: D-1, on: 2020-01-15, by: { vi: "Trưởng đoàn kiểm tra", en: "Head of the team" } }
          """)),
    Explanation(
      "piled-marks", .error,
      LocalizedText(
        vi: "Quá nhiều dấu phụ trên một chữ cái",
        en: "Too many marks on one letter"),
      LocalizedText(
        vi:
          "Chữ Việt có nhiều nhất hai dấu trên một chữ cái; hàng chục dấu chồng lên nhau che mất dòng trên dòng dưới và làm chậm máy.",
        en:
          "A Vietnamese letter bears two marks at the most; dozens of them cover the lines around and slow the program down."
      ),
      Example(
        .check,
        #"guidance: { vi: "Tre⟨\u0301×31⟩ em", en: "Children" }"#,
        mended: #"guidance: { vi: "Trẻ em", en: "Children" }"#)),
    Explanation(
      "plugin-changed", .error,
      LocalizedText(
        vi: "Phần kiểm tra bổ sung đã khác với lúc chốt",
        en: "A plugin has changed since it was pinned"),
      LocalizedText(
        vi:
          "plugins.lock ghi mã băm của chương trình lúc bảng kiểm chốt nó; chương trình nay đã khác, nên không được chạy. Xem lại thay đổi, rồi soat plugin lock.",
        en:
          "plugins.lock holds the digest of the program as the pack pinned it; the program differs now and is not run. Look at what changed, then run soat plugin lock."
      )),
    Explanation(
      "plugin-name", .error,
      LocalizedText(
        vi: "Tên không dùng cho phần kiểm tra bổ sung được",
        en: "A name that a plugin cannot bear"),
      LocalizedText(
        vi:
          "Tên là tên của thư mục và là từ sau kind: chữ thường, số, nối bằng -, khác tên mọi kiểu có sẵn.",
        en:
          "The name is that of the folder and the word after kind: lower-case words and numbers joined by -, unlike any built-in kind."
      ),
      Example(.plugin, "plugin: Count_Rows", mended: "plugin: count-rows")),
    Explanation(
      "plugin-unpinned", .error,
      LocalizedText(
        vi: "Bảng kiểm chưa chốt phần kiểm tra bổ sung",
        en: "A plugin that the pack has not pinned"),
      LocalizedText(
        vi:
          "Chương trình chỉ được chạy khi bảng kiểm đã ghi mã băm của nó trong plugins.lock: soat plugin lock. Muốn thử trước: --allow-unpinned.",
        en:
          "A program is run only where the pack holds its digest in plugins.lock: soat plugin lock. To try it before: --allow-unpinned."
      )),
    Explanation(
      "points-range", .error,
      LocalizedText(
        vi: "Điểm hoặc trọng số ngoài phạm vi",
        en: "Points or a weight out of range"),
      LocalizedText(
        vi: "Điểm và trọng số từ 0 đến 1.000.000, nhiều nhất sáu chữ số thập phân.",
        en: "Points and weights run from 0 to 1,000,000 with six decimals at the most."),
      Example(
        .check,
        "points: -1",
        mended: "points: 1")),
    Explanation(
      "qualifier-type", .error,
      LocalizedText(
        vi: #"Chỉ số liệu mới có "trên", "khoảng", "ít nhất""#,
        en: "A qualifier on what is no figure"),
      LocalizedText(
        vi:
          "at_least, over, at_most, under, about, average nói về số; có/không, chữ và ngày chỉ dùng value.",
        en:
          "at_least, over, at_most, under, about and average speak of figures; yes/no, texts and dates take value."
      ),
      Example(
        .answers,
        "board.exists: { over: true }",
        mended: "board.exists: true")),
    Explanation(
      "reserved-word", .error,
      LocalizedText(
        vi: "Từ dành riêng của CEL",
        en: "A reserved word of CEL"),
      LocalizedText(
        vi: "Một số từ (if, for, while, let, var…) không dùng làm tên trong biểu thức được.",
        en: "Some words (if, for, while, let, var …) cannot be names in an expression."),
      Example(
        .check,
        "expr: while > 1",
        mended: "expr: staff.total > 1")),
    Explanation(
      "roll-up-form", .error,
      LocalizedText(
        vi: "Cách cộng từ cấp dưới ghi nửa chừng hoặc hai cách",
        en: "No way of rolling up, or two at once"),
      LocalizedText(
        vi:
          "Một chỉ tiêu theo cấp dưới bằng đúng một cách: sum cộng một chỉ tiêu khác, count đếm đơn vị, of cùng to tính lại tỷ lệ.",
        en:
          "A figure follows from child units in exactly one way: sum adds another indicator, count counts units, of with to recomputes a share."
      ),
      Example(
        .indicator,
        "roll_up: { sum: staff.total, count: board.exists }",
        mended: "roll_up: { sum: staff.total }")),
    Explanation(
      "roll-up-type", .error,
      LocalizedText(
        vi: "Không cộng được chỉ tiêu này từ chỉ tiêu kia",
        en: "What cannot be rolled up like this"),
      LocalizedText(
        vi:
          "Chỉ cộng số cùng kiểu, cùng đơn vị tính và cùng counts; số đơn vị là số đếm; tỷ lệ không cộng mà tính lại từ hai số đã cộng.",
        en:
          "Only figures of one type, unit of measure and counts are added; a number of units is a count; a share is not added but recomputed from two figures that are."
      ),
      Example(
        .indicator,
        "roll_up: { sum: board.exists }",
        mended: "roll_up: { count: board.exists }")),
    Explanation(
      "rows-without-table", .error,
      LocalizedText(
        vi: "Ghi các dòng cho chỉ tiêu không phải là bảng",
        en: "Rows for an indicator that is no table"),
      LocalizedText(
        vi: "Chỉ chỉ tiêu kiểu table mới có dòng; giá trị của chỉ tiêu khác ghi dưới value.",
        en: "Only an indicator of type table has rows; any other has its value under value."),
      Example(
        .answers,
        "staff.total: { rows: [{ officer: true }] }",
        mended: "staff.total: { value: 27 }")),
    Explanation(
      "rule-type", .error,
      LocalizedText(
        vi: "Quy tắc không cho đúng/sai hay số",
        en: "A rule that gives neither true/false nor a number"),
      LocalizedText(
        vi:
          "Quy tắc cho biết đạt hay không (đúng/sai), hoặc được bao nhiêu phần của điểm (một số từ 0 đến 1).",
        en:
          "A rule says whether the check is met (true/false), or what share of the points it earns (a number from 0 to 1)."
      ),
      Example(
        .check,
        "expr: board.name",
        mended: "expr: board.name != ''")),
  ]
}
