import Diagnostics

extension Explanation {
  static let duplicates: [Explanation] = [
    Explanation(
      "duplicate-area", .error,
      LocalizedText(
        vi: "Mã lĩnh vực trùng nhau",
        en: "An area id given twice"),
      LocalizedText(
        vi: "Mỗi lĩnh vực có mã riêng trong bảng kiểm.",
        en: "Each area of a checklist has an id of its own."),
      Example(
        .anotherArea,
        #"area: { id: staffing, title: { vi: "Kinh phí", en: "Budget" }, weight: 10 }"#,
        mended: #"area: { id: budget, title: { vi: "Kinh phí", en: "Budget" }, weight: 10 }"#)),
    Explanation(
      "duplicate-band", .error,
      LocalizedText(
        vi: "Mã mức xếp loại trùng nhau",
        en: "A band id given twice"),
      LocalizedText(
        vi: "gates và caps gọi mức xếp loại theo mã, nên mỗi mức có mã riêng.",
        en: "Gates and caps name grades by id, so each band has its own."),
      Example(
        .checklist,
        """
        scoring:
          bands:
            - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
            - { id: good, title: { vi: "Yếu", en: "Weak" }, from: 0% }
        """,
        mended: """
          scoring:
            bands:
              - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
              - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
          """)),
    Explanation(
      "duplicate-change", .error,
      LocalizedText(
        vi: "Một mục hoặc lĩnh vực được thay đổi hai lần",
        en: "A check or area changed twice"),
      LocalizedText(
        vi:
          "Hai dòng trong changes cùng nói về một mục hoặc lĩnh vực: không rõ dòng nào được dùng. Gộp lại một dòng.",
        en:
          "Two lines under changes speak of the same check or area, and nobody can tell which one counts. Put both into one."
      ),
      Example(
        .extending,
        """
        changes:
          - { check: Q-1, points: 6 }
          - { check: Q-1, severity: high }
        """,
        mended: "changes: [{ check: Q-1, points: 6, severity: high }]")),
    Explanation(
      "duplicate-check", .error,
      LocalizedText(
        vi: "Mã mục kiểm tra trùng nhau",
        en: "A check id given twice"),
      LocalizedText(
        vi: "Tồn tại được theo dõi từ kỳ này sang kỳ khác theo mã mục, nên mỗi mục có mã riêng.",
        en:
          "Findings are followed from one inspection to the next by the id of their check, so each check has its own."
      ),
      Example(
        .anotherCheck,
        "id: A-1",
        mended: "id: A-2")),
    Explanation(
      "duplicate-citation", .error,
      LocalizedText(
        vi: "Mã văn bản trùng nhau",
        en: "A citation id given twice"),
      LocalizedText(
        vi: "Mục kiểm tra dẫn văn bản theo mã, nên mỗi văn bản có mã riêng.",
        en: "Checks cite documents by id, so each has its own."),
      Example(
        .anotherCitation,
        "id: luat-2016",
        mended: "id: nghi-dinh-2017")),
    Explanation(
      "duplicate-class", .error,
      LocalizedText(
        vi: "Một loại đơn vị ghi hai lần",
        en: "A class of units given twice"),
      LocalizedText(
        vi:
          "Bài nộp, mức chỉ tiêu và mức xếp loại gọi loại đơn vị theo mã, nên mỗi loại khai báo một lần trong unit_classes, và mỗi mức xếp loại nêu một loại nhiều nhất một lần.",
        en:
          "Submissions, targets and bands name classes of units by id, so each is declared once under unit_classes, and a band names each class once at the most."
      ),
      Example(
        .checklist,
        """
        unit_classes:
          - { id: mountain, title: { vi: "Miền núi", en: "Mountain" } }
          - { id: mountain, title: { vi: "Hải đảo", en: "Island" } }
        """,
        mended: """
          unit_classes:
            - { id: mountain, title: { vi: "Miền núi", en: "Mountain" } }
            - { id: island, title: { vi: "Hải đảo", en: "Island" } }
          """)),
    Explanation(
      "duplicate-column", .error,
      LocalizedText(
        vi: "Tên cột trùng nhau",
        en: "A column declared twice"),
      LocalizedText(
        vi: "Quy tắc gọi ô của một dòng là row.CỘT, nên mỗi cột của bảng có tên riêng.",
        en: "Rules call a cell row.COLUMN, so each column of a table has a name of its own."),
      Example(
        .indicator,
        """
        type: table
        rows: villages
        columns:
          - { id: officer, title: { vi: "Có cán bộ", en: "Has an officer" }, type: bool }
          - { id: officer, title: { vi: "Có Ban", en: "Has a board" }, type: bool }
        """,
        mended: """
          type: table
          rows: villages
          columns:
            - { id: officer, title: { vi: "Có cán bộ", en: "Has an officer" }, type: bool }
            - { id: board, title: { vi: "Có Ban", en: "Has a board" }, type: bool }
          """)),
    Explanation(
      "duplicate-confirmation", .error,
      LocalizedText(
        vi: "Một mục được xác nhận hai lần",
        en: "A check confirmed twice"),
      LocalizedText(
        vi: "Mỗi mục chỉ có một xác nhận vi phạm, để biết ai xác nhận và ngày nào.",
        en: "A check has one confirmation, so that it is clear who confirmed it and when."),
      Example(
        .submission,
        """
        confirmations:
          - { check: D-1, on: 2020-01-15, by: { vi: "Trưởng đoàn kiểm tra", en: "Head of the team" } }
          - { check: D-1, on: 2020-01-20, by: { vi: "Giám đốc Sở", en: "Director of the department" } }
        """,
        mended: """
          confirmations:
            - { check: D-1, on: 2020-01-20, by: { vi: "Giám đốc Sở", en: "Director of the department" } }
          """)),
    Explanation(
      "duplicate-day", .error,
      LocalizedText(
        vi: "Một ngày ghi hai lần trong lịch",
        en: "A day listed twice in a calendar"),
      LocalizedText(
        vi: "Mỗi ngày nghỉ hoặc làm bù ghi một lần, kèm nguồn của nó.",
        en: "Each day off or worked stands once, with its source."),
      Example(
        .calendar,
        """
        off:
          - { date: 2024-04-29, name: { vi: "Nghỉ", en: "Off" }, source: "Công văn 2450", confirmed: true }
          - { date: 2024-04-29, name: { vi: "Nghỉ", en: "Off" }, source: "Công văn 2450", confirmed: true }
        """,
        mended: """
          off:
            - { date: 2024-04-29, name: { vi: "Nghỉ", en: "Off" }, source: "Công văn 2450", confirmed: true }
          """)),
    Explanation(
      "duplicate-document", .error,
      LocalizedText(
        vi: "Mã tài liệu trùng nhau",
        en: "A document id given twice"),
      LocalizedText(
        vi: "Câu trả lời nêu nguồn theo mã tài liệu, nên mỗi tài liệu có mã riêng.",
        en: "Answers name their source by id, so each document has its own."),
      Example(
        .submission,
        """
        documents:
          - { id: k0, title: { vi: "Báo cáo", en: "Report" } }
          - { id: k0, title: { vi: "Phụ lục", en: "Annex" } }
        """,
        mended: """
          documents:
            - { id: k0, title: { vi: "Báo cáo", en: "Report" } }
            - { id: k1, title: { vi: "Phụ lục", en: "Annex" } }
          """)),
    Explanation(
      "duplicate-evidence", .error,
      LocalizedText(
        vi: "Hai minh chứng cùng mã",
        en: "Two pieces of evidence of one id"),
      LocalizedText(
        vi: "Kết quả chỉ chỗ trong minh chứng bằng mã của nó, nên mỗi tệp cần một mã riêng.",
        en: "A result points into evidence by its id, so each file takes one of its own."),
      Example(
        .submission,
        """
        evidence:
          - { id: mc-1, file: a.csv, for: [A-1] }
          - { id: mc-1, file: b.csv, for: [A-1] }
        """,
        mended: """
          evidence:
            - { id: mc-1, file: a.csv, for: [A-1] }
            - { id: mc-2, file: b.csv, for: [A-1] }
          """)),
    Explanation(
      "duplicate-grade", .error,
      LocalizedText(
        vi: "Xếp loại khai báo hai lần trong bảng kiểm đã đóng gói",
        en: "A grade that stands twice in a frozen checklist"),
      LocalizedText(
        vi:
          "Chỉ gặp ở bảng kiểm dạng JSON đã đóng gói (máy tính bảng, lưu trữ); trong YAML lỗi này là duplicate-band.",
        en: "Seen only in frozen JSON (tablets, archives); in YAML it is duplicate-band."),
      Example(
        .frozenScoring,
        #"{ "bands": [{ "id": "good", "title": { "vi": "Tốt", "en": "Good" }, "from": "9/10" }, { "id": "good", "title": { "vi": "Yếu", "en": "Weak" }, "from": "0" }] }"#,
        mended:
          #"{ "bands": [{ "id": "good", "title": { "vi": "Tốt", "en": "Good" }, "from": "9/10" }, { "id": "weak", "title": { "vi": "Yếu", "en": "Weak" }, "from": "0" }] }"#
      )),
    Explanation(
      "duplicate-indicator", .error,
      LocalizedText(
        vi: "Tên chỉ tiêu trùng nhau",
        en: "An indicator declared twice"),
      LocalizedText(
        vi: "Mỗi số liệu nhập một lần và dùng chung, nên mỗi chỉ tiêu khai báo ở đúng một chỗ.",
        en: "A figure is entered once and shared, so each indicator is declared in one place."),
      Example(
        .indicator,
        "id: staff.total",
        mended: "id: staff.interns")),
    Explanation(
      "duplicate-key", .error,
      LocalizedText(
        vi: "Một khóa viết hai lần",
        en: "A key written twice"),
      LocalizedText(
        vi: "YAML có thể lặng lẽ lấy dòng sau; ở đây không đoán dòng nào đúng.",
        en: "YAML might silently take the later one; nothing here guesses which is meant."),
      Example(
        .check,
        """
        points: 5
        points: 6
        """,
        mended: "points: 6")),
    Explanation(
      "duplicate-option", .error,
      LocalizedText(
        vi: "Lựa chọn trùng nhau",
        en: "An option given twice"),
      LocalizedText(
        vi: "Câu trả lời và quy tắc dùng mã của lựa chọn, nên mỗi lựa chọn có mã riêng.",
        en: "Answers and rules use the id of an option, so each has one of its own."),
      Example(
        .indicator,
        """
        type: choice
        options:
          - { id: ward, title: { vi: "Phường", en: "Ward" } }
          - { id: ward, title: { vi: "Xã", en: "Rural commune" } }
        """,
        mended: """
          type: choice
          options:
            - { id: ward, title: { vi: "Phường", en: "Ward" } }
            - { id: rural, title: { vi: "Xã", en: "Rural commune" } }
          """)),
    Explanation(
      "duplicate-period", .error,
      LocalizedText(
        vi: "Một kỳ ghi hai lần",
        en: "A period given twice"),
      LocalizedText(
        vi:
          "Số liệu của mỗi kỳ trước đứng ở một chỗ trong earlier; nếu có hai chỗ thì không rõ quy tắc so với số nào. Trong danh mục kỳ, mỗi kỳ có mã riêng.",
        en:
          "The figures of an earlier period stand in one place under earlier; with two, nobody can tell which of them rules compare with. In a register of periods each has an id of its own."
      ),
      Example(
        .submission,
        """
        earlier:
          - { period: { from: 2018-01-01, to: 2018-12-31 }, answers: { staff.total: 20 } }
          - { period: { from: 2018-01-01, to: 2018-12-31 }, answers: { staff.trained: 9 } }
        """,
        mended: """
          earlier:
            - { period: { from: 2018-01-01, to: 2018-12-31 }, answers: { staff.total: 20, staff.trained: 9 } }
          """)),
    Explanation(
      "duplicate-place", .error,
      LocalizedText(
        vi: "Một điều, mục khai báo hai lần",
        en: "A place of a document declared twice"),
      LocalizedText(
        vi: "Mỗi điều, khoản của văn bản có mã riêng, để mục kiểm tra dẫn đúng chỗ.",
        en:
          "Each article or clause of a document has an id of its own, so that checks cite the right one."
      ),
      Example(
        .citation,
        """
        places:
          - { id: "53", title: { vi: "Điều 53", en: "Article 53" }, status: verified }
          - { id: "53", title: { vi: "Điều 54", en: "Article 54" }, status: verified }
        """,
        mended: """
          places:
            - { id: "53", title: { vi: "Điều 53", en: "Article 53" }, status: verified }
            - { id: "54", title: { vi: "Điều 54", en: "Article 54" }, status: verified }
          """)),
    Explanation(
      "duplicate-severity", .error,
      LocalizedText(
        vi: "Một mức độ ghi hai lần",
        en: "A severity given twice"),
      LocalizedText(
        vi: "Mỗi mức độ có nhiều nhất một thời hạn mặc định và một giới hạn gia hạn.",
        en: "Each severity has one default time limit and one limit of extensions at the most."),
      Example(
        .checklist,
        """
        policies:
          deadlines:
            defaults:
              - { severity: high, within: 15 working days }
              - { severity: high, within: 30 working days }
        """,
        mended: """
          policies:
            deadlines:
              defaults:
                - { severity: high, within: 15 working days }
                - { severity: medium, within: 30 working days }
          """)),
  ]
}
