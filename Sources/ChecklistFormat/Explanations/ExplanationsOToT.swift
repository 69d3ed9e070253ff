import Diagnostics

extension Explanation {
  static let oToT: [Explanation] = [
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
      "small-count-limit", .note,
      LocalizedText(
        vi: "Mức so sánh làm lộ số nhỏ đã che",
        en: "A limit that tells a masked count"),
      LocalizedText(
        vi:
          "Số trẻ em và số vụ từ 1 đến 4 được che với người ngoài. Kết quả đạt hay chưa đạt so với mức 3 cho biết số thật nằm bên nào. Dùng mức 0, từ 5 trở lên, hoặc tỷ lệ; nếu vẫn cần thì cân nhắc khi công bố.",
        en:
          "Counts of children and cases from 1 to 4 are masked for the public. Met or unmet against a limit of 3 tells on which side the count lies. Compare with 0, with 5 or more, or use a ratio; otherwise think before publishing."
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
    Explanation(
      "tag", .error,
      LocalizedText(
        vi: "Dùng nhãn kiểu của YAML",
        en: "A type tag of YAML"),
      LocalizedText(
        vi:
          "Nhãn như !!str hay !ruby/object không có tác dụng ở đây và có thể là dấu hiệu của tệp độc hại.",
        en:
          "Tags such as !!str or !ruby/object have no use here and can be the mark of a hostile file."
      ),
      Example(
        .check,
        "title: !!str Đủ người",
        mended: #"title: { vi: "Đủ người", en: "Enough people" }"#)),
    Explanation(
      "text-too-long", .error,
      LocalizedText(
        vi: "Đoạn chữ quá dài",
        en: "A text that is too long"),
      LocalizedText(
        vi: "Một đoạn chữ dài nhất 64 KB. Dài hơn thường là thiếu dấu ngoặc kép đóng.",
        en: "A text holds 64 KB at the most. A longer one usually lacks its closing quote."),
      Example(
        .check,
        #"guidance: { vi: "⟨a×70000⟩", en: "Look at it" }"#,
        mended: #"guidance: { vi: "Xem sổ", en: "Look at it" }"#)),
    Explanation(
      "time-limit", .error,
      LocalizedText(
        vi: "Không hiểu thời hạn",
        en: "A time limit nobody understands"),
      LocalizedText(
        vi:
          "Thời hạn viết như: 15 ngày làm việc, 30 ngày, 24 giờ, trước ngày 10/11/2024, cuối quý.",
        en:
          "Write for example: 15 working days, 30 days, 24 hours, before 2024-11-10, end of quarter."
      ),
      Example(
        .check,
        "remedy: { within: soon }",
        mended: "remedy: { within: 15 working days }")),
    Explanation(
      "tolerance-without-about", .error,
      LocalizedText(
        vi: "tolerance không đi với about",
        en: "A tolerance without about"),
      LocalizedText(
        vi: #"tolerance cho biết số "khoảng" có thể lệch bao nhiêu, nên chỉ đi với about."#,
        en: #"tolerance says how far off an "about" may be, so it goes with about alone."#),
      Example(
        .answers,
        "staff.total: { value: 27, tolerance: 10% }",
        mended: "staff.total: { about: 27, tolerance: 10% }")),
    Explanation(
      "too-deep", .error,
      LocalizedText(
        vi: "Lồng quá nhiều tầng",
        en: "Nested too deep"),
      LocalizedText(
        vi: "Giá trị lồng nhau nhiều nhất 32 tầng; bảng kiểm thật không cần đến mười tầng.",
        en: "Values nest 32 deep at the most; a real checklist does not need ten."),
      Example(
        .check,
        "guidance: ⟨[×40⟩a⟨]×40⟩",
        mended: #"guidance: { vi: "Xem sổ", en: "See the register" }"#)),
    Explanation(
      "too-few-values", .error,
      LocalizedText(
        vi: "Bảng kiểm đã đóng gói thiếu giá trị trong danh sách",
        en: "Too few values in a frozen checklist"),
      LocalizedText(
        vi: "Chỉ gặp ở bảng kiểm dạng JSON đã đóng gói; trong YAML lỗi này là wrong-type.",
        en: "Seen only in frozen JSON; in YAML it is wrong-type."),
      Example(
        .frozenCheck,
        #"{ "kind": "sum", "with": { "parts": { "list": [{ "expression": "staff.trained" }] }, "total": { "expression": "staff.total" } } }"#,
        mended:
          #"{ "kind": "sum", "with": { "parts": { "list": [{ "expression": "staff.trained" }, { "expression": "staff.hours" }] }, "total": { "expression": "staff.total" } } }"#
      )),
    Explanation(
      "too-many-nodes", .error,
      LocalizedText(
        vi: "Tệp có quá nhiều giá trị",
        en: "Too many values in a file"),
      LocalizedText(
        vi:
          "Mỗi lần dùng lại qua dấu * đều được đếm, để một tệp nhỏ không nở ra thành hàng triệu giá trị.",
        en: "Each reuse by * counts, so that a small file cannot grow into millions of values."),
      Example(
        .check,
        """
        evidence:
          - &a [⟨x, ×999⟩x]
          - &b [⟨*a, ×499⟩*a]
        """,
        mended: """
          evidence:
            - { vi: "Sổ theo dõi", en: "Register" }
          """)),
    Explanation(
      "too-much-text", .error,
      LocalizedText(
        vi: "Tệp có quá nhiều chữ",
        en: "Too much text in a file"),
      LocalizedText(
        vi: "Mỗi lần dùng lại qua dấu * đều được đếm; một tệp có nhiều nhất 8 MB chữ.",
        en: "Each reuse by * counts; a file holds 8 MB of text at the most."),
      Example(
        .check,
        """
        evidence:
          - &a "⟨x×60000⟩"
          - [⟨*a, ×199⟩*a]
        """,
        mended: """
          evidence:
            - { vi: "Sổ theo dõi", en: "Register" }
          """)),
    Explanation(
      "type-mismatch", .error,
      LocalizedText(
        vi: "Kiểu giá trị không khớp",
        en: "A value of another type than expected"),
      LocalizedText(
        vi:
          "Chỗ này cần một kiểu nhất định; chẳng hạn chỉ map có khóa là chữ mới gọi được trường bằng dấu chấm.",
        en:
          "The place takes a certain type; only a map whose keys are texts, for example, is asked for a field with a dot."
      ),
      Example(
        .check,
        #"expr: "{1: staff.total}.total >= 1""#,
        mended: #"expr: "{'total': staff.total}.total >= 1""#)),
  ]
}
