import Diagnostics

extension Explanation {
  static let duplicateTargetToVersion: [Explanation] = [
    Explanation(
      "duplicate-target", .error,
      LocalizedText(
        vi: "Mã mức chỉ tiêu trùng nhau",
        en: "A target declared twice"),
      LocalizedText(
        vi:
          "Quy tắc dùng mức chỉ tiêu dưới tên target.MÃ, nên mỗi mã khai báo ở đúng một chỗ. Các mức theo năm và theo loại đơn vị ghi chung dưới values của một mã. Chỉ mức chỉ tiêu của bảng kiểm gốc mới được khai báo lại để thay thế.",
        en:
          "Rules use a target as target.ID, so each id is declared in one place; its values by year and class of unit stand together under values. Only a target of the checklist that is extended may be declared again, to replace it."
      ),
      Example(
        .checklist,
        """
        targets:
          - { id: can_swim, title: { vi: "Biết bơi", en: "Swimming" }, values: [{ value: 50% }], status: verified }
          - { id: can_swim, title: { vi: "Có thẻ", en: "Insured" }, values: [{ value: 90% }], status: verified }
        """,
        mended: """
          targets:
            - { id: can_swim, title: { vi: "Biết bơi", en: "Swimming" }, values: [{ value: 50% }], status: verified }
            - { id: insured, title: { vi: "Có thẻ", en: "Insured" }, values: [{ value: 90% }], status: verified }
          """)),
    Explanation(
      "duplicate-team", .error,
      LocalizedText(
        vi: "Hai đoàn cùng mã",
        en: "Two teams with one id"),
      LocalizedText(
        vi: "Cuộc kiểm tra, việc lùi ngày nêu đoàn bằng mã, nên mỗi đoàn của một đợt có mã riêng.",
        en:
          "Inspections and postponements name a team by its id, so each team of a round has its own."
      ),
      Example(
        .round,
        """
        teams:
          - { id: d1, leader: tk-1, units: [x/a], visits: { from: 2024-10-01, to: 2024-10-02 } }
          - { id: d1, leader: tk-2, units: [x/b], visits: { from: 2024-10-01, to: 2024-10-02 } }
        """,
        mended: """
          teams:
            - { id: d1, leader: tk-1, units: [x/a], visits: { from: 2024-10-01, to: 2024-10-02 } }
            - { id: d2, leader: tk-2, units: [x/b], visits: { from: 2024-10-01, to: 2024-10-02 } }
          """)),
    Explanation(
      "duplicate-theme", .error,
      LocalizedText(
        vi: "Mã chuyên đề trùng nhau",
        en: "A theme declared twice"),
      LocalizedText(
        vi:
          "Đợt kiểm tra chọn chuyên đề theo mã (soat score --theme MÃ), nên mỗi mã khai báo một lần, kể cả mã đã có ở bảng kiểm gốc.",
        en:
          "Themes are picked by id (soat score --theme ID), so each is declared once, those of the checklist that is extended included."
      ),
      Example(
        .checklist,
        """
        themes:
          - { id: people, title: { vi: "Cán bộ", en: "People" }, areas: [staffing] }
          - { id: people, title: { vi: "Nhân sự", en: "Staff" }, areas: [staffing] }
        """,
        mended: """
          themes:
            - { id: people, title: { vi: "Cán bộ", en: "People" }, areas: [staffing] }
            - { id: staff, title: { vi: "Nhân sự", en: "Staff" }, areas: [staffing] }
          """)),
    Explanation(
      "duplicate-unit", .error,
      LocalizedText(
        vi: "Một đơn vị ghi hai lần",
        en: "A unit listed twice"),
      LocalizedText(
        vi:
          "Số đơn vị phải báo cáo được đếm theo danh sách; ghi hai lần thì luôn thiếu một đơn vị. Đơn vị được nhận ra bằng mã, không bằng tên.",
        en:
          "How many units should report is counted by the list; with one of them twice, one would always be missing. Units are told by their codes, not their names."
      ),
      Example(
        .units,
        """
        units:
          - { code: x/a, name: "Xã A", level: commune }
          - { code: x/a, name: "Xã B", level: commune }
        """,
        mended: """
          units:
            - { code: x/a, name: "Xã A", level: commune }
            - { code: x/b, name: "Xã B", level: commune }
          """)),
    Explanation(
      "duplicate-version", .error,
      LocalizedText(
        vi: "Một phiên bản trước ghi hai lần",
        en: "An earlier version listed twice"),
      LocalizedText(
        vi:
          "Mỗi phiên bản trước có một dòng trong supersedes, với mọi mục đã đổi của nó, để điểm hai kỳ được so sánh theo đúng một cách.",
        en:
          "Each earlier version has one line under supersedes with all its checks that changed, so that scores are compared in one way."
      ),
      Example(
        .checklist,
        """
        supersedes:
          - { version: 0.9, comparable: full }
          - { version: 0.9, comparable: none }
        """,
        mended: "supersedes: [{ version: 0.9, comparable: none }]")),
  ]
}
