import Diagnostics

extension Explanation {
  static let aToDropped: [Explanation] = [
    Explanation(
      "answer-value", .error,
      LocalizedText(
        vi: "Câu trả lời không có đúng một giá trị",
        en: "An answer without exactly one value"),
      LocalizedText(
        vi:
          "Mỗi câu trả lời có đúng một trong các khóa value, at_least, over, at_most, under, about, average, missing. Có hai khóa thì không rõ số nào được dùng.",
        en:
          "An answer holds exactly one of value, at_least, over, at_most, under, about, average, missing. With two of them nobody can tell which one counts."
      ),
      Example(
        .answers,
        "staff.total: { value: 27, over: 26 }",
        mended: "staff.total: { over: 26 }")),
    Explanation(
      "area-weight-zero", .warning,
      LocalizedText(
        vi: "Lĩnh vực có trọng số 0 nhưng các mục có điểm",
        en: "An area of weight 0 whose checks have points"),
      LocalizedText(
        vi:
          "Điểm của lĩnh vực bằng trọng số của nó; trọng số 0 thì điểm của các mục trong đó không được tính. Mục chỉ nêu mà không chấm thì ghi points: 0.",
        en:
          "An area is worth its weight, so with weight 0 the points of its checks count for nothing. What is reported but not scored has points: 0."
      ),
      Example(
        .area,
        #"area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 0 }"#,
        mended: #"area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 10 }"#)),
    Explanation(
      "bad-pattern", .error,
      LocalizedText(
        vi: "Biểu thức chính quy không dùng được",
        en: "A pattern that cannot be used"),
      LocalizedText(
        vi: "Mẫu đưa cho matches viết theo cú pháp RE2; mẫu sai cú pháp không so khớp được gì.",
        en:
          "A pattern given to matches follows the syntax of RE2; one that breaks it can match nothing."
      ),
      Example(
        .check,
        "expr: board.name.matches('[a')",
        mended: "expr: board.name.matches('[a-z]+')")),
    Explanation(
      "band-floor", .warning,
      LocalizedText(
        vi: "Mức xếp loại cuối không bắt đầu từ 0%",
        en: "The last band does not begin at 0%"),
      LocalizedText(
        vi:
          "Điểm thấp hơn mức cuối thì không được xếp loại. Thường mức cuối bắt đầu từ 0% để đơn vị nào cũng có xếp loại.",
        en:
          "A score below the last band gets no grade. The last band usually begins at 0%, so that every unit has one."
      ),
      Example(
        .checklist,
        """
        scoring:
          bands:
            - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
            - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 10% }
        """,
        mended: """
          scoring:
            bands:
              - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
              - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
          """)),
    Explanation(
      "band-order", .error,
      LocalizedText(
        vi: "Các mức xếp loại không xếp từ cao xuống thấp",
        en: "Bands that are not listed highest first"),
      LocalizedText(
        vi:
          "Mức đầu tiên mà điểm đạt tới được lấy làm xếp loại, nên các mức phải xếp từ cao xuống thấp.",
        en: "The first band that a score reaches is its grade, so the bands stand highest first."),
      Example(
        .checklist,
        """
        scoring:
          bands:
            - { id: fair, title: { vi: "Khá", en: "Fair" }, from: 70% }
            - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
            - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
        """,
        mended: """
          scoring:
            bands:
              - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
              - { id: fair, title: { vi: "Khá", en: "Fair" }, from: 70% }
              - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
          """)),
    Explanation(
      "band-unreachable", .warning,
      LocalizedText(
        vi: "Có mức xếp loại không ai đạt được",
        en: "Grades that nobody can reach"),
      LocalizedText(
        vi:
          "Mục này là điều kiện bắt buộc hoặc mức xếp loại tối đa, nhưng không bao giờ đạt, nên không đơn vị nào vượt được mức đã nêu.",
        en:
          "This check is a gate or a cap and can never be met, so no unit gets a grade above the one it names."
      ),
      Example(
        .check,
        """
        kind: threshold
        with: { value: staff.trained, above: 1.000 }
        """,
        mended: """
          kind: threshold
          with: { value: staff.trained, above: 100 }
          """)),
    Explanation(
      "base-changed", .warning,
      LocalizedText(
        vi: "Bảng kiểm gốc đã thay đổi",
        en: "The base has changed"),
      LocalizedText(
        vi:
          "extends_digest ghi lại bảng kiểm gốc lúc viết bảng này. Bảng gốc nay đã khác mà vẫn giữ số phiên bản, nên những mục giữ nguyên cũng có thể đã đổi. Xem lại các chỗ thay đổi rồi ghi digest mới.",
        en:
          "extends_digest records what the base was when this checklist was written. The base is different now under the same version, so what was left as it was may have changed too. Look your changes over, then write the new digest."
      ),
      Example(
        .extending,
        """
        extends: national@1.0
        extends_digest: "sha256:0"
        """,
        mended: "extends: national@1.0")),
    Explanation(
      "broken-base", .error,
      LocalizedText(
        vi: "Bảng kiểm gốc có lỗi",
        en: "A base with errors of its own"),
      LocalizedText(
        vi:
          "Bảng kiểm được mở rộng có lỗi, nên không biết nó có những mục nào, và bảng này không dùng được cho đến khi bảng gốc được sửa. Chạy soat lint với bảng gốc để xem lỗi ở đó.",
        en:
          "The checklist that is extended has errors, so nobody can tell what it holds, and this one cannot be used until they are mended. Run soat lint on the base to see them."
      ),
      Example(
        .extending,
        "extends: broken@1.0",
        mended: "extends: national@1.0")),
    Explanation(
      "change-share", .error,
      LocalizedText(
        vi: "Mức tăng giảm không phải là tỷ lệ",
        en: "A change that is no share"),
      LocalizedText(
        vi:
          "by của kiểu trend là tỷ lệ so với kỳ trước, có dấu %, trên 0%; giảm thì không quá 100%. Tăng hoặc giảm bao nhiêu cũng được thì bỏ by.",
        en:
          "by of kind trend is a share of the figure before, with its percent sign, above 0%; nothing falls by more than 100%. Where any rise or fall will do, leave by out."
      ),
      Example(
        .check,
        """
        kind: trend
        with: { value: staff.total, change: rises, by: 2, when_zero: met }
        """,
        mended: """
          kind: trend
          with: { value: staff.total, change: rises, by: 2%, when_zero: met }
          """)),
    Explanation(
      "check-never-applies", .warning,
      LocalizedText(
        vi: "Mục kiểm tra không bao giờ áp dụng",
        en: "A check that never applies"),
      LocalizedText(
        vi:
          "Thời gian áp dụng của mục nằm ngoài các kỳ của bảng kiểm, hoặc điều kiện when luôn sai. Mục như vậy không chấm cho đơn vị nào.",
        en:
          "The check's own period lies outside the checklist's, or its condition is always false. Such a check is never judged for anyone."
      ),
      Example(
        .check,
        "effective: { from: 2026-01-01 }",
        mended: "effective: { from: 2020-01-01 }")),
    Explanation(
      "citation-needed", .error,
      LocalizedText(
        vi: "Mục thiếu căn cứ",
        en: "A check without the law it rests on"),
      LocalizedText(
        vi:
          "Mục thuộc loại duty, target hoặc criterion chỉ áp dụng khi văn bản làm căn cứ có hiệu lực, nên phải dẫn ít nhất một văn bản.",
        en:
          "A check of class duty, target or criterion applies only while what it rests on is in force, so it cites one document at the least."
      ),
      Example(
        .check,
        "class: duty",
        mended: """
          class: duty
          cites: [luat-2016/53]
          """)),
    Explanation(
      "citation-not-in-force", .warning,
      LocalizedText(
        vi: "Văn bản không có hiệu lực khi mục áp dụng",
        en: "A document not in force while the check applies"),
      LocalizedText(
        vi:
          "So thời gian hiệu lực (in_force) của văn bản với các kỳ của bảng kiểm và effective của mục. Nếu không văn bản nào có hiệu lực, mục loại duty, target, criterion không bao giờ áp dụng (cảnh báo); nếu chỉ một trong các văn bản, đó là ghi chú.",
        en:
          "The document's in_force is compared with the checklist's periods and the check's effective. Where none is in force, a check of class duty, target or criterion never applies (a warning); where one of several is not, it is a note."
      ),
      Example(
        .citation,
        "in_force: { from: 2026-01-01 }",
        mended: "in_force: { from: 2017-06-01 }")),
    Explanation(
      "citation-recalled", .note,
      LocalizedText(
        vi: "Căn cứ chưa được kiểm chứng",
        en: "Law known only from memory"),
      LocalizedText(
        vi:
          "Mọi căn cứ còn hiệu lực của mục loại duty, target hoặc criterion đều ghi status: recalled, tức là chưa đối chiếu với bản công bố.",
        en:
          "Everything in force that a check of class duty, target or criterion cites has status: recalled, so nobody has seen it in a published copy."
      ),
      Example(
        .citation,
        "status: recalled",
        mended: "status: verified")),
    Explanation(
      "condition-type", .error,
      LocalizedText(
        vi: "Điều kiện áp dụng không phải đúng/sai",
        en: "A condition that is not true or false"),
      LocalizedText(
        vi:
          "when quyết định mục có áp dụng hay không, nên biểu thức phải cho kết quả đúng hoặc sai.",
        en: "when decides whether the check applies, so it must give true or false."),
      Example(
        .check,
        "when: staff.total",
        mended: "when: staff.total > 0")),
    Explanation(
      "conflicting-day", .error,
      LocalizedText(
        vi: "Một ngày vừa nghỉ vừa làm bù",
        en: "A day both off and worked"),
      LocalizedText(
        vi: "Một ngày chỉ đứng ở một trong hai danh sách off (nghỉ) và working (làm bù).",
        en: "A day stands in one of the two lists, off or working."),
      Example(
        .calendar,
        """
        working:
          - { date: 2024-04-29, name: { vi: "Làm bù", en: "Worked" }, source: "Công văn 2450", confirmed: true }
        """,
        mended: """
          working:
            - { date: 2024-05-04, name: { vi: "Làm bù", en: "Worked" }, source: "Công văn 2450", confirmed: true }
          """)),
    Explanation(
      "control-character", .error,
      LocalizedText(
        vi: "Có ký tự điều khiển",
        en: "A control character"),
      LocalizedText(
        vi:
          "Ký tự điều khiển không nhìn thấy được, thường lẫn vào khi chép từ Word hay trang web, và có thể làm người đọc hiểu sai.",
        en:
          "Control characters cannot be seen; they slip in from Word or web pages and can make a text read as what it is not."
      ),
      Example(
        .check,
        #"guidance: { vi: "Xem sổ\0", en: "See the register" }"#,
        mended: #"guidance: { vi: "Xem sổ", en: "See the register" }"#)),
    Explanation(
      "counts-missing", .warning,
      LocalizedText(
        vi: "Đếm trẻ em hoặc vụ việc mà không ghi counts",
        en: "Children or cases counted without saying so"),
      LocalizedText(
        vi:
          "Ở nơi nhỏ, số từ 1 đến 4 trẻ em hay vụ việc có thể chỉ ra một em cụ thể, nên bản công khai che số đó; chỉ che được khi chỉ tiêu, hoặc bảng có cột ấy, ghi counts.",
        en:
          "In a small place 1 to 4 children or cases may point at one child, so the public sees such numbers masked; that takes counts on the indicator, or on the table with such a column."
      ),
      Example(
        .indicator,
        "unit: { vi: vụ, en: cases }",
        mended: """
          unit: { vi: vụ, en: cases }
          counts: cases
          """)),
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
      "double", .error,
      LocalizedText(
        vi: "Số thực nhị phân trong quy tắc",
        en: "A binary fraction in a rule"),
      LocalizedText(
        vi:
          "Số liệu và số thập phân viết trong quy tắc được tính chính xác; double thì làm tròn theo hệ nhị phân, nên phép so sánh có thể sai. Viết thẳng số thập phân, không qua double(…).",
        en:
          "Figures and decimals written in a rule are exact; a double is rounded in binary, and a comparison with it may go wrong. Write the decimal itself, without double(…)."
      ),
      Example(
        .check,
        #"expr: staff.total >= int(double("2.5"))"#,
        mended: "expr: staff.total >= 2.5")),
    Explanation(
      "dropped-duty", .warning,
      LocalizedText(
        vi: "Bỏ một mục là trách nhiệm theo luật",
        en: "A duty in law left out"),
      LocalizedText(
        vi:
          "Mục loại duty nêu điều luật buộc phải làm; bảng kiểm địa phương bỏ mục đó thì nghĩa vụ vẫn còn. Nếu không muốn chấm điểm, giữ mục và đặt points: 0 để kết quả vẫn được nêu.",
        en:
          "A check of class duty states what the law demands, whatever a local checklist leaves out. To keep it from the score, keep the check and set points: 0, so that the finding is still reported."
      ),
      Example(
        .extending,
        "changes: [{ check: Q-2, drop: true }]",
        mended: "changes: [{ check: Q-2, points: 0 }]")),
    Explanation(
      "dropped-limit", .error,
      LocalizedText(
        vi: "Bỏ một mục mà cách xếp loại dựa vào",
        en: "Something dropped that the grading rests on"),
      LocalizedText(
        vi:
          "Bảng gốc dùng mục hoặc lĩnh vực này trong gates, caps hay zero_limits; bỏ nó mà giữ cách xếp loại thì điều kiện không còn xét được. Giữ nó, hoặc viết lại cả phần scoring trong bảng này.",
        en:
          "The base names this check or area under gates, caps or zero_limits; without it the condition could not be judged. Keep it, or write the whole scoring anew in this checklist."
      ),
      Example(
        .extending,
        "changes: [{ check: Q-1, drop: true }]",
        mended: "changes: [{ check: Q-1, points: 6 }]")),
  ]
}
