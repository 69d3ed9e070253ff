import Diagnostics

extension Explanation {
  static let confirmToDropped: [Explanation] = [
    Explanation(
      "confirmation-class", .error,
      LocalizedText(
        vi: "Xác nhận vi phạm ở mục không phải trách nhiệm theo luật",
        en: "A violation confirmed where no duty in law stands"),
      LocalizedText(
        vi:
          "Chỉ mục loại duty mới có thể bị vi phạm. Chưa đạt chỉ tiêu là hụt, số liệu lệch nhau thì đề nghị rà soát, thông lệ thì khuyến nghị.",
        en:
          "Only a check of class duty can be violated. A target missed is a shortfall, figures that disagree are to be reviewed, practice is recommended."
      ),
      Example(
        .submission,
        """
        confirmations:
          - { check: A-1, on: 2020-01-15, by: { vi: "Trưởng đoàn kiểm tra", en: "Head of the team" } }
        """,
        mended: """
          confirmations:
            - { check: D-1, on: 2020-01-15, by: { vi: "Trưởng đoàn kiểm tra", en: "Head of the team" } }
          """)),
    Explanation(
      "confirmation-early", .error,
      LocalizedText(
        vi: "Xác nhận vi phạm trước khi kỳ kết thúc",
        en: "A violation confirmed before the period is over"),
      LocalizedText(
        vi:
          "Trước ngày cuối của kỳ, trách nhiệm còn có thể được thực hiện, nên chưa thể xác nhận là vi phạm.",
        en:
          "Until the last day of the period a duty may still be fulfilled, so that nothing can be confirmed yet."
      ),
      Example(
        .submission,
        """
        confirmations:
          - { check: D-1, on: 2019-12-30, by: { vi: "Trưởng đoàn kiểm tra", en: "Head of the team" } }
        """,
        mended: """
          confirmations:
            - { check: D-1, on: 2019-12-31, by: { vi: "Trưởng đoàn kiểm tra", en: "Head of the team" } }
          """)),
    Explanation(
      "confirmation-unverified", .warning,
      LocalizedText(
        vi: "Đã xác nhận vi phạm nhưng căn cứ chưa đối chiếu",
        en: "A violation confirmed on law that nobody has read"),
      LocalizedText(
        vi:
          "Chỉ gọi là vi phạm khi mục dẫn một điều khoản đã đối chiếu (status: verified ở văn bản và ở điều khoản) và có hiệu lực trong kỳ. Chưa đủ thì báo cáo vẫn ghi thiếu sót so với trách nhiệm.",
        en:
          "It is called a violation only where the check cites a place of law that was verified (on the citation and on the place) and in force in the period. Until then the record says shortcoming."
      ),
      Example(
        .submission,
        """
        confirmations:
          - { check: D-2, on: 2020-01-15, by: { vi: "Trưởng đoàn kiểm tra", en: "Head of the team" } }
        """,
        mended: """
          confirmations:
            - { check: D-1, on: 2020-01-15, by: { vi: "Trưởng đoàn kiểm tra", en: "Head of the team" } }
          """)),
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
      "costly-rule", .warning,
      LocalizedText(
        vi: "Quy tắc duyệt bảng quá nhiều lần",
        en: "A rule that goes through tables too often"),
      LocalizedText(
        vi:
          "Một quy tắc được chạy nhiều nhất một triệu vòng lặp, để không tệp nào làm treo máy. Duyệt bảng trong bảng là nhân số dòng với nhau: hai bảng 10.000 dòng là một trăm triệu vòng, và mục đó không có kết quả.",
        en:
          "A rule may take a million rounds of loops, so that no file can hang the program. One table within another multiplies their rows: two tables of 10,000 rows take a hundred million rounds, and the check has no result."
      ),
      Example(
        .check,
        "expr: communes.list.all(a, communes.list.exists(b, b.visits > a.visits))",
        mended: "expr: communes.list.all(a, a.visits > 0)")),
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
