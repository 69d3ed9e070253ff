import Diagnostics

extension Explanation {
  static let aToCondition: [Explanation] = [
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
      "broken-checklist", .error,
      LocalizedText(
        vi: "Bảng kiểm của bài nộp có lỗi",
        en: "A submission whose checklist has errors"),
      LocalizedText(
        vi:
          "Bảng kiểm mà bài nộp nêu đã tìm thấy, nhưng có lỗi nên không chấm được; các lỗi đó đã nêu riêng. Bài nộp không cần sửa.",
        en:
          "The checklist that the submission names was found, but has errors, told by themselves, so that nothing can be scored by it. The submission needs no mend."
      )),
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
  ]
}
