import Diagnostics

extension Explanation {
  static let levelToLimit: [Explanation] = [
    Explanation(
      "level-missing", .error,
      LocalizedText(
        vi: "Mức chưa có phần điểm",
        en: "A level without a share"),
      LocalizedText(
        vi:
          "Kiểu rubric ghi phần điểm cho từng lựa chọn của chỉ tiêu; thiếu một lựa chọn thì đơn vị ở mức đó không chấm được.",
        en:
          "Kind rubric says for each option of the indicator what share of the points it earns; a unit at a level left out could not be scored."
      ),
      Example(
        .check,
        """
        kind: rubric
        with: { of: commune.kind, levels: { ward: 100% } }
        """,
        mended: """
          kind: rubric
          with: { of: commune.kind, levels: { ward: 100%, rural: 0% } }
          """)),
    Explanation(
      "level-partial", .error,
      LocalizedText(
        vi: "Có mức được một phần điểm nhưng mục không chấm từng phần",
        en: "A level between, in a check that is all or nothing"),
      LocalizedText(
        vi:
          "Mức được từ trên 0% đến dưới 100% số điểm chỉ có tác dụng khi mục chấm từng phần: thêm partial: linear.",
        en:
          "A level that earns between 0% and 100% counts only where the check gives partial credit: add partial: linear."
      ),
      Example(
        .check,
        """
        kind: rubric
        with: { of: commune.kind, levels: { ward: 100%, rural: 50% } }
        """,
        mended: """
          kind: rubric
          with: { of: commune.kind, levels: { ward: 100%, rural: 50% } }
          partial: linear
          """)),
    Explanation(
      "level-share", .error,
      LocalizedText(
        vi: "Thang không có mức nào được đủ điểm",
        en: "A scale on which no level earns all the points"),
      LocalizedText(
        vi:
          "Mức cao nhất phải được 100% số điểm, nếu không thì không đơn vị nào đạt. Phần điểm của mỗi mức từ 0% đến 100%.",
        en:
          "The highest level earns 100% of the points, or no unit could ever meet the check. Each level earns from 0% to 100%."
      ),
      Example(
        .check,
        """
        kind: rubric
        with: { of: commune.kind, levels: { ward: 80%, rural: 0% } }
        partial: linear
        """,
        mended: """
          kind: rubric
          with: { of: commune.kind, levels: { ward: 100%, rural: 0% } }
          """)),
    Explanation(
      "level-unknown", .error,
      LocalizedText(
        vi: "Mức không có trong các lựa chọn của chỉ tiêu",
        en: "A level that the indicator does not offer"),
      LocalizedText(
        vi:
          "Các mức của kiểu rubric là các lựa chọn (options) của chỉ tiêu; mức lạ thì không ai chọn được.",
        en:
          "The levels of kind rubric are the options of the indicator; nobody could pick any other."
      ),
      Example(
        .check,
        """
        kind: rubric
        with: { of: commune.kind, levels: { ward: 100%, rural: 0%, town: 0% } }
        """,
        mended: """
          kind: rubric
          with: { of: commune.kind, levels: { ward: 100%, rural: 0% } }
          """)),
    Explanation(
      "library-name", .error,
      LocalizedText(
        vi: "Từ điển được gọi bằng đường dẫn",
        en: "A dictionary named by a path"),
      LocalizedText(
        vi:
          "uses nêu tên tệp trong thư mục indicators, citations hoặc calendars, không kèm đường dẫn và đuôi .yaml.",
        en:
          "uses names files of the folders indicators, citations and calendars, without a path and without .yaml."
      ),
      Example(
        .checklist,
        "uses: { indicators: [../indicators/facts], citations: [law], calendar: days }",
        mended: "uses: { indicators: [facts], citations: [law], calendar: days }")),
    Explanation(
      "limit-after", .error,
      LocalizedText(
        vi: "Thời hạn kể từ một sự kiện không phải là số ngày hay giờ",
        en: "A limit after an event that is no number of days or hours"),
      LocalizedText(
        vi:
          "within tính từ sự kiện ở after nên là số ngày, ngày làm việc hoặc giờ. Hạn là một ngày đã định thì viết by.",
        en:
          "within counts from the event under after, so it is a number of days, working days or hours. A fixed day is written under by."
      ),
      Example(
        .check,
        """
        kind: timeliness
        with: { done: plan.signed, after: meeting.held_at, within: end of quarter }
        """,
        mended: """
          kind: timeliness
          with: { done: plan.signed, after: meeting.held_at, within: 5 working days }
          """)),
    Explanation(
      "limit-without-effect", .warning,
      LocalizedText(
        vi: "Mức xếp loại tối đa không có tác dụng",
        en: "A cap that limits nothing"),
      LocalizedText(
        vi:
          "caps hạ xếp loại xuống mức đã nêu khi mục không đạt; nêu mức cao nhất thì không hạ được gì.",
        en: "A cap lowers the grade to the one named; naming the highest lowers nothing."),
      Example(
        .checklist,
        """
        scoring:
          bands:
            - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
            - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
          caps: [{ check: A-1, grade: good }]
        """,
        mended: """
          scoring:
            bands:
              - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
              - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
            caps: [{ check: A-1, grade: weak }]
          """)),
  ]
}
