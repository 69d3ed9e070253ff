import Diagnostics

extension Explanation {
  static let lToN: [Explanation] = [
    Explanation(
      "line-break", .error,
      LocalizedText(
        vi: "Xuống dòng trong tên hay tiêu đề",
        en: "A line break in a name or title"),
      LocalizedText(
        vi:
          "Tên, mã, tiêu đề nằm trên một dòng: chỗ xuống dòng có thể in ra một dòng kết quả giả.",
        en:
          "Names, codes and titles stand in one line: a line break could print a line that looks like a result."
      ),
      Example(
        .submission,
        #"unit: { code: x, name: "A\nB", level: district }"#,
        mended: #"unit: { code: x, name: "A B", level: district }"#)),
    Explanation(
      "list-too-long", .error,
      LocalizedText(
        vi: "Danh sách quá dài",
        en: "A list that is too long"),
      LocalizedText(
        vi:
          "Mỗi danh sách có số mục tối đa, để tệp độc hại không làm treo máy. Danh sách dài như vậy thường do lặp lại khi chép.",
        en:
          "Every list has a most number of items, so that a hostile file cannot stall the program. One as long as this usually comes from copying the same lines over and over."
      ),
      Example(
        .check,
        #"evidence: [⟨"1", ×20001⟩]"#,
        mended: #"evidence: [{ vi: "Sổ theo dõi", en: "Register" }]"#)),
    Explanation(
      "macro-argument", .error,
      LocalizedText(
        vi: "Dùng sai all, exists, map, filter hoặc has",
        en: "A macro used wrongly"),
      LocalizedText(
        vi:
          "Phần đầu trong all, exists, map, filter là tên biến đơn; has cần một trường như has(a.b).",
        en:
          "The first part of all, exists, map and filter is a plain name; has takes a field, as in has(a.b)."
      ),
      Example(
        .check,
        #"expr: "[1, 2].all(x.y, staff.total > 0)""#,
        mended: #"expr: "[1, 2].all(x, staff.total > x)""#)),
    Explanation(
      "make-up-weekday", .warning,
      LocalizedText(
        vi: "Ngày làm bù rơi vào ngày làm việc",
        en: "A make-up day on a working day"),
      LocalizedText(
        vi: "Ngày làm bù là thứ bảy hoặc chủ nhật; ngày khác thường là gõ nhầm.",
        en: "Make-up days are Saturdays or Sundays; another day is usually a slip."),
      Example(
        .calendar,
        """
        working:
          - { date: 2024-05-06, name: { vi: "Làm bù", en: "Worked" }, source: "Công văn 2450", confirmed: true }
        """,
        mended: """
          working:
            - { date: 2024-05-04, name: { vi: "Làm bù", en: "Worked" }, source: "Công văn 2450", confirmed: true }
          """)),
    Explanation(
      "merge-key", .error,
      LocalizedText(
        vi: "Dùng khóa gộp <<",
        en: "A merge key"),
      LocalizedText(
        vi: "Khóa gộp làm cho nội dung thật không nhìn thấy tại chỗ; hãy viết rõ từng khóa.",
        en: "Merge keys hide what really stands in a place; write the keys out."),
      Example(
        .check,
        "<<: { points: 5 }",
        mended: "points: 5")),
    Explanation(
      "missing-key", .error,
      LocalizedText(
        vi: "Thiếu khóa bắt buộc",
        en: "A required key is missing"),
      LocalizedText(
        vi: "Khóa này phải có, vì không có giá trị mặc định nào đúng cho mọi trường hợp.",
        en: "The key must be there, since no default would be right everywhere."),
      Example(
        .check,
        """
        kind: ratio
        with: { of: staff.trained, to: staff.total, at_least: 95% }
        """,
        mended: """
          kind: ratio
          with: { of: staff.trained, to: staff.total, at_least: 95%, when_zero: not_applicable }
          """)),
    Explanation(
      "missing-parameter", .error,
      LocalizedText(
        vi: "Bảng kiểm đã đóng gói thiếu tham số",
        en: "A parameter missing in a frozen checklist"),
      LocalizedText(
        vi:
          "Chỉ gặp ở bảng kiểm dạng JSON đã đóng gói; trong YAML lỗi này là missing-key hoặc parameter-group.",
        en: "Seen only in frozen JSON; in YAML it is missing-key or parameter-group."),
      Example(
        .frozenCheck,
        #"{ "kind": "threshold", "with": { "value": { "expression": "staff.total" } } }"#,
        mended:
          #"{ "kind": "threshold", "with": { "value": { "expression": "staff.total" }, "at_least": { "number": "5", "style": "plain" } } }"#
      )),
    Explanation(
      "mixed-target", .error,
      LocalizedText(
        vi: "Các mức của một chỉ tiêu không cùng đơn vị",
        en: "Values of a target that are not alike"),
      LocalizedText(
        vi:
          "50% và 50 là hai mức rất khác nhau; một chỉ tiêu lúc ghi %, lúc ghi số thì có năm quy tắc so sánh sai. Viết mọi mức cùng một cách.",
        en:
          "50% and 50 are far apart; a target written now as a share and now as a number would be compared wrongly in some year. Write all its values alike."
      ),
      Example(
        .checklist,
        """
        targets:
          - id: can_swim
            title: { vi: "Biết bơi", en: "Swimming" }
            values: [{ value: 50%, to: 2025-12-31 }, { value: 60, from: 2026-01-01 }]
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
      "mixed-units", .error,
      LocalizedText(
        vi: "Cộng hoặc so sánh số liệu khác đơn vị tính",
        en: "Figures of unlike units added or compared"),
      LocalizedText(
        vi:
          "Người với xã, tiền với số đếm, tỷ lệ với số lượng không cộng, trừ, so sánh được với nhau. Chia số này cho số kia (kiểu ratio, hoặc dấu / trong quy tắc) rồi so với một số; hoặc sửa đơn vị tính (unit) của chỉ tiêu. Đơn vị tính được so theo tên tiếng Việt; số viết thẳng hợp với mọi đơn vị; chỉ tiêu int không ghi unit chỉ hợp với số không có đơn vị.",
        en:
          "People and communes, money and counts, shares and quantities are not added, subtracted or compared. Divide one by the other (kind ratio, or / in a rule) and compare that with a number; or correct the indicator's unit. Units are told apart by their Vietnamese names; a number written out fits any; an int without a unit fits only numbers without one."
      ),
      Example(
        .check,
        "expr: budget.spent >= 500000 * staff.total",
        mended: "expr: budget.spent / staff.total >= 500000")),
    Explanation(
      "newer-base", .note,
      LocalizedText(
        vi: "Bảng kiểm gốc đã có phiên bản mới",
        en: "A newer version of the base"),
      LocalizedText(
        vi:
          "Bên cạnh có phiên bản mới hơn của bảng kiểm gốc. Bảng này vẫn dùng bản đã nêu cho đến khi sửa extends; ghi chú cho biết bản mới khác ở đâu và có chạm vào chỗ bảng này đã sửa không.",
        en:
          "A newer version of the base stands beside it. This checklist keeps to the one it names until extends is changed; the note says how far the newer one differs and whether it touches what is changed here."
      ),
      Example(
        .extending,
        "extends: older@1.0",
        mended: "extends: older@2.0")),
    Explanation(
      "no-budget-round", .error,
      LocalizedText(
        vi: "Thời hạn theo kỳ dự toán mà lịch không nêu kỳ nào",
        en: "A deadline at the next budget round where the calendar names none"),
      LocalizedText(
        vi:
          "Ngày của kỳ dự toán do từng cấp ấn định nên ghi trong tệp lịch, khóa budget_rounds; không có thì không tính được ngày.",
        en:
          "Each level sets the day of its budget round, so it stands in the calendar's file under budget_rounds; without it there is no date."
      ),
      Example(
        .check, "remedy: { within: next budget round }",
        mended: "remedy: { within: end of quarter }")),
    Explanation(
      "no-field", .error,
      LocalizedText(
        vi: "Giá trị này không có trường",
        en: "A value without fields"),
      LocalizedText(
        vi:
          "Dấu chấm sau một chỉ tiêu gọi một trường của nó, nhưng số, chữ và đúng/sai không có trường.",
        en:
          "A dot after an indicator asks for a field of it; numbers, texts and truth values have none."
      ),
      Example(
        .check,
        "expr: staff.total.count > 1",
        mended: "expr: staff.total > 1")),
    Explanation(
      "no-partial-credit", .error,
      LocalizedText(
        vi: "Kiểu này không chấm được từng phần",
        en: "Partial credit where there is none"),
      LocalizedText(
        vi:
          "partial: linear chia điểm theo tỷ lệ; kiểu kiểm tra chỉ có đạt hoặc không đạt thì không chia được.",
        en:
          "partial: linear gives points in proportion; a kind that is met or not has no proportion."
      ),
      Example(
        .check,
        """
        kind: presence
        with: { of: plan.document }
        partial: linear
        """,
        mended: """
          kind: presence
          with: { of: plan.document }
          """)),
    Explanation(
      "no-previous", .error,
      LocalizedText(
        vi: "Số liệu không có kỳ trước để so sánh",
        en: "A figure without a period before"),
      LocalizedText(
        vi:
          "Kiểu trend tính lại value với previous.X của từng chỉ tiêu X. Value không có chỉ tiêu nào, đã là số kỳ trước, hoặc đọc period thì không tính lại được; khi đó nêu previous.",
        en:
          "Kind trend computes value once more with previous.X for each indicator X. A value without an indicator, of the period before already, or that reads period cannot be; give previous then."
      ),
      Example(
        .check,
        """
        kind: trend
        with: { value: previous.staff.total, change: rises }
        """,
        mended: """
          kind: trend
          with: { value: staff.total, change: rises }
          """)),
    Explanation(
      "no-such-overload", .error,
      LocalizedText(
        vi: "Phép tính không nhận các kiểu này",
        en: "An operation that does not take these types"),
      LocalizedText(
        vi: "Phép so sánh và phép tính cần hai vế cùng loại: số với số, chữ với chữ.",
        en:
          "Comparisons and sums need two sides of one sort: numbers with numbers, texts with texts."
      ),
      Example(
        .check,
        "expr: board.name >= 1",
        mended: "expr: staff.total >= 1")),
    Explanation(
      "not-a-checklist", .error,
      LocalizedText(
        vi: "Một phần của bảng kiểm, không phải cả bảng",
        en: "A part of a checklist, not the whole"),
      LocalizedText(
        vi:
          "soat lint soát cả bảng kiểm: tệp lĩnh vực, danh mục chỉ tiêu, văn bản hay lịch chỉ có nghĩa cùng checklist.yaml. Hãy nêu thư mục của bảng kiểm; mọi tệp nó dùng được soát theo.",
        en:
          "soat lint checks a whole checklist: a file of an area, of indicators, citations or days off means something only with checklist.yaml. Name the checklist's folder; every file it uses is checked."
      ),
      Example(
        .mainFile,
        """
        soat: 1
        indicators:
          - { id: staff.total, title: { vi: "Số người", en: "People" }, type: int }
        """,
        mended: """
          soat: 1
          id: small
          version: 1.0
          title: { vi: "Bảng kiểm nhỏ", en: "Small checklist" }
          applies: { levels: [district] }
          uses: { indicators: [facts], citations: [law], calendar: days }
          include: [area.yaml]
          """)),
    Explanation(
      "not-compiled", .error,
      LocalizedText(
        vi: "Không lập được quy tắc",
        en: "No rule could be made"),
      LocalizedText(
        vi:
          "Kiểu kiểm tra do chương trình khác cung cấp không cho quy tắc cũng không nêu lý do. Hãy báo cho người làm kiểu kiểm tra đó.",
        en:
          "A kind of check supplied by a program gave neither a rule nor a reason. Tell whoever makes that kind."
      )),
    Explanation(
      "not-earlier", .error,
      LocalizedText(
        vi: "Kỳ trước không kết thúc trước kỳ kiểm tra",
        en: "An earlier period that is not earlier"),
      LocalizedText(
        vi:
          "earlier ghi số liệu của các kỳ đã kết thúc trước ngày đầu của kỳ kiểm tra; kỳ trùng hoặc lấn sang kỳ kiểm tra thì so sánh không có nghĩa.",
        en:
          "earlier holds figures of periods that ended before the inspected one began; with one that overlaps it, comparing means nothing."
      ),
      Example(
        .submission,
        """
        earlier:
          - { period: { from: 2018-06-01, to: 2019-05-31 }, answers: { staff.total: 20 } }
        """,
        mended: """
          earlier:
            - { period: { from: 2018-01-01, to: 2018-12-31 }, answers: { staff.total: 20 } }
          """)),
    Explanation(
      "not-formatted", .error,
      LocalizedText(
        vi: "Không định dạng được an toàn",
        en: "Could not be formatted safely"),
      LocalizedText(
        vi:
          "soat fmt đọc lại tệp đã định dạng và so với tệp cũ, từng giá trị và từng chú thích; nếu khác nhau thì để nguyên tệp. Đây là lỗi của soat: hãy gửi tệp cho người làm ra soat.",
        en:
          "soat fmt reads what it wrote again and compares every value and comment with the file as it was; where they differ it leaves the file alone. This is a fault in soat: please send the file to its makers."
      )),
    Explanation(
      "not-iterable", .error,
      LocalizedText(
        vi: "Giá trị này không duyệt được",
        en: "A value that cannot be looped over"),
      LocalizedText(
        vi: "all, exists, map và filter đi qua từng phần tử của một danh sách.",
        en: "all, exists, map and filter go through the elements of a list."),
      Example(
        .check,
        "expr: staff.total.all(x, x > 1)",
        mended: #"expr: "[staff.total, staff.trained].all(x, x > 1)""#)),
    Explanation(
      "not-utf-8", .error,
      LocalizedText(
        vi: "Tệp không phải UTF-8",
        en: "A file that is not UTF-8"),
      LocalizedText(
        vi: "Tệp được lưu bằng bảng mã cũ (TCVN3, VNI, Windows-1258). Hãy lưu lại bằng UTF-8.",
        en: "The file was saved in an older encoding (TCVN3, VNI, Windows-1258). Save it as UTF-8."),
      Example(
        .check,
        #"guidance: { vi: "Huy�n", en: "District" }"#,
        mended: #"guidance: { vi: "Huyện", en: "District" }"#)),
    Explanation(
      "not-whole", .error,
      LocalizedText(
        vi: "Chỉ tiêu này là số nguyên",
        en: "A whole number is wanted"),
      LocalizedText(
        vi: "Chỉ tiêu kiểu int đếm người, vụ, đơn vị; số lẻ chỉ có nghĩa với average (bình quân).",
        en:
          "An indicator of type int counts people, cases or units; a fraction makes sense only for an average."
      ),
      Example(
        .answers,
        #"staff.total: "1,5""#,
        mended: "staff.total: 2")),
    Explanation(
      "number-out-of-range", .error,
      LocalizedText(
        vi: "Số trong biểu thức quá lớn",
        en: "A number in an expression beyond its range"),
      LocalizedText(
        vi: "Số trong biểu thức được tính chính xác với 64 bit.",
        en: "Numbers in expressions are exact, within 64 bits."),
      Example(
        .check,
        "expr: staff.total >= 99999999999999999999",
        mended: "expr: staff.total >= 1000")),
    Explanation(
      "number-too-large", .error,
      LocalizedText(
        vi: "Số quá lớn",
        en: "A figure that is too large"),
      LocalizedText(
        vi: "Số vượt quá 9.223.372.036.854.775.807, thường do thừa chữ số hoặc nhầm đơn vị tính.",
        en: "The figure is beyond 9,223,372,036,854,775,807, usually by a digit or a unit too many."
      ),
      Example(
        .answers,
        "budget.spent: 99.999.999.999 tỷ",
        mended: "budget.spent: 99 tỷ")),
  ]
}
