import Diagnostics

extension Explanation {
  static let tToUnit: [Explanation] = [
    Explanation(
      "table-too-long", .error,
      LocalizedText(
        vi: "Bảng quá dài",
        en: "A table that is too long"),
      LocalizedText(
        vi:
          "Một bảng có nhiều nhất 10.000 dòng, để tệp độc hại không làm treo máy. Danh sách dài hơn thường là danh sách trẻ em, không được nhập; hãy nhập số tổng hợp.",
        en:
          "A table has 10,000 rows at the most, so that a hostile file cannot stall the program. A longer list is usually one of children, which has no place here; enter totals."
      ),
      Example(
        .answers,
        "communes.list: { rows: [⟨{ officer: true }, ×10001⟩] }",
        mended: "communes.list: { rows: [{ officer: true }] }")),
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
      "target-overlap", .error,
      LocalizedText(
        vi: "Hai mức cùng áp dụng trong một thời gian",
        en: "Two values of a target at one time"),
      LocalizedText(
        vi:
          "Với một ngày và một loại đơn vị chỉ có một mức; nếu có hai thì kết quả tùy vào thứ tự ghi. Đặt from, to để mức sau nối tiếp mức trước.",
        en:
          "For one day and one class of unit there is one value; with two, the result would hang on their order. Give them from and to, so that one follows the other."
      ),
      Example(
        .checklist,
        """
        targets:
          - id: can_swim
            title: { vi: "Biết bơi", en: "Swimming" }
            values: [{ value: 50% }, { value: 60%, from: 2026-01-01 }]
            status: verified
        """,
        mended: """
          targets:
            - id: can_swim
              title: { vi: "Biết bơi", en: "Swimming" }
              values: [{ value: 50%, to: 2025-12-31 }, { value: 60%, from: 2026-01-01 }]
              status: verified
          """)),
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
        vi:
          "Giá trị lồng nhau nhiều nhất 32 tầng; bảng kiểm thật không cần đến mười tầng. Nhiều nhất tám bảng kiểm nối nhau qua extends.",
        en:
          "Values nest 32 deep at the most; a real checklist does not need ten. Of checklists, eight in a row may extend each other."
      ),
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
      "too-many-checks", .error,
      LocalizedText(
        vi: "Quá nhiều mục kiểm tra",
        en: "Too many checks"),
      LocalizedText(
        vi:
          "Một bảng kiểm có nhiều nhất 20.000 mục, để tệp độc hại không làm treo máy. Bảng kiểm dài như vậy không đoàn nào chấm hết; hãy chia thành nhiều bảng.",
        en:
          "A checklist has 20,000 checks at the most, so that a hostile file cannot stall the program. No team could judge so many; split them into several checklists."
      ),
      Example(
        .area,
        "checks: [⟨{}, ×20001⟩]",
        mended:
          #"checks: [{ id: A-1, title: { vi: "Đủ người", en: "Enough people" }, kind: rule, expr: staff.total >= 1, points: 5, class: practice, severity: low }]"#
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
        vi: "Quá nhiều chữ",
        en: "Too much text"),
      LocalizedText(
        vi:
          "Mỗi lần dùng lại qua dấu * đều được đếm; một tệp có nhiều nhất 8 MB chữ, các tệp của một bảng kiểm cộng lại cũng vậy.",
        en:
          "Each reuse by * counts; a file holds 8 MB of text at the most, and so do all files of a checklist together."
      ),
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
    Explanation(
      "unit-not-beneath", .error,
      LocalizedText(
        vi: "Đơn vị cấp dưới trùng mã hoặc cùng cấp với cấp trên",
        en: "A unit that cannot be beneath another"),
      LocalizedText(
        vi:
          "units_of là đơn vị cấp trên của mọi đơn vị trong danh sách, nên không đơn vị nào có cùng mã hay cùng cấp với nó.",
        en:
          "Under units_of stands the unit above all that are listed, so none of them shares its code or its level."
      ),
      Example(
        .units,
        """
        units_of: { code: x, name: "Huyện X", level: district }
        units:
          - { code: x/a, name: "Xã A", level: district }
        """,
        mended: """
          units_of: { code: x, name: "Huyện X", level: district }
          units:
            - { code: x/a, name: "Xã A", level: commune }
          """)),
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
      "unit-visited-twice", .error,
      LocalizedText(
        vi: "Một đơn vị giao cho hai đoàn",
        en: "A unit that two teams visit"),
      LocalizedText(
        vi:
          "Trong một đợt, mỗi đơn vị có một cuộc kiểm tra do một đoàn thực hiện; kết quả của hai đoàn không gộp được.",
        en:
          "In a round a unit has one inspection by one team; what two teams find could not be put together."
      ),
      Example(
        .round,
        """
        teams:
          - { id: d1, leader: tk-1, units: [x/a], visits: { from: 2024-10-01, to: 2024-10-02 } }
          - { id: d2, leader: tk-2, units: [x/a], visits: { from: 2024-10-01, to: 2024-10-02 } }
        """,
        mended: """
          teams:
            - { id: d1, leader: tk-1, units: [x/a], visits: { from: 2024-10-01, to: 2024-10-02 } }
            - { id: d2, leader: tk-2, units: [x/b], visits: { from: 2024-10-01, to: 2024-10-02 } }
          """)),
  ]
}
