@testable import ChecklistFormat

extension SchemaMutation {
  /// A sound file of each kind, in block style, together a pack and a submission.
  static let whole: [FormatFile: (path: String, text: String)] = [
    .checklist: (
      "pack/checklist.yaml",
      """
      soat: 1
      id: small
      version: 1.0
      title:
        vi: Bảng kiểm
        en: Checklist
      applies:
        levels: [district]
        periods:
          from: 2019-01-01
          to: 2025-06-30
      uses:
        indicators: [facts]
        citations: [law]
        targets: [aims]
        periods: [terms]
        calendar: days
      include: [area.yaml]
      unit_classes: [{ id: mountain, title: { vi: Miền núi, en: Mountain } }]
      targets:
        -
          id: trained
          title:
            vi: Tập huấn
            en: Training
          values: [{ value: 90% }]
          status: recalled
      policies:
        deadlines:
          counted_from: issue
          defaults:
            -
              severity: high
              within: 15 working days
        extensions:
          before_due: true
          request_stops_clock: false
          limits:
            -
              severity: high
              times: 1
              days: 10
        escalation:
          -
            before: 3 working days
            to: unit
            title:
              vi: Nhắc
              en: Reminder
        recurrence: raise
        next_visit:
          -
            grade: good
            below: 50%
            recurred: 1
            overdue: 2
            within: 90 days
      supersedes:
        -
          version: 0.9
          comparable: partial
          note:
            vi: Đổi mã
            en: Renamed
          checks:
            -
              was: A-0
              now: [A-1]
              comparable: full
              note:
                vi: Như cũ
                en: As before
      scoring:
        total: 10
        zero_limits:
          -
            of: areas
            ids: [staffing]
            grade: good
        minimum_completeness: 80%
        not_applicable: redistribute
        bands: [{ id: good, title: { vi: Tốt, en: Good }, from: 0%, by_class: [{ class: mountain, from: 0% }] }]
        gates: [{ check: A-1, grade: good }]
      """
    ),
    .area: (
      "pack/area.yaml",
      """
      area:
        id: staffing
        title:
          vi: Cán bộ
          en: Staffing
        weight: 10
      checks:
        -
          id: A-1
          title:
            vi: Đủ người
            en: Enough people
          kind: ratio
          with:
            of: staff.total
            to: staff.total
            at_least: 95%
            when_zero: not_applicable
          points: 5
          partial:
            steps:
              -
                from: 50%
                credit: 30%
          not_applicable: exclude
          class: practice
          severity: low
          remedy:
            within: 15 working days
            text:
              vi: Cử đi học.
              en: Train them.
          cites: [luat-2016/53]
          effective:
            from: 2019-01-01
            to: 2025-01-01
          when: board.exists
          evidence: [{ vi: Sổ, en: Register }]
          guidance:
            vi: Đếm người.
            en: Count people.
        - { id: D-1, title: { vi: Việc, en: Duty }, kind: rule, expr: staff.total > 0, points: 1, class: duty, severity: low, cites: [luat-2016/53] }
      """
    ),
    .indicators: (
      "indicators/facts.yaml",
      """
      soat: 1
      indicators:
        - { id: staff.trained, title: { vi: "Đã tập huấn", en: "Trained" }, type: int }
        - { id: board.exists, title: { vi: "Có ban", en: "A board" }, type: bool }
        - { id: budget.spent, title: { vi: "Đã chi", en: "Spent" }, type: money }
        -
          title:
            vi: Tổng số
            en: All officers
          type: int
          unit:
            vi: người
            en: people
          from: 0
          to: 1.000
          counts: cases
          time: as_of
          supplier: labour
          code: "0101"
          id: staff.total
        -
          title:
            vi: Loại ban
            en: Kind of board
          type: choice
          options: [{ id: full, title: { vi: Đủ, en: Full } }, { id: part, title: { vi: Thiếu, en: Part } }]
          id: board.kind
        - { id: board.met, title: { vi: Lúc họp, en: Met at }, type: datetime }
        -
          title:
            vi: Tỷ lệ tập huấn
            en: Share trained
          type: percent
          roll_up:
            of: staff.trained
            to: staff.total
          id: staff.share
        -
          title:
            vi: Danh sách
            en: List
          type: table
          rows: villages
          columns:
            -
              title:
                vi: Số hộ
                en: Households
              type: int
              unit:
                vi: hộ
                en: households
              from: 0
              to: 1.000
              id: households
            - { id: name, title: { vi: Tên, en: Name }, type: text }
          id: staff.list
      """
    ),
    .targets: (
      "targets/aims.yaml",
      """
      soat: 1
      targets:
        -
          id: covered
          title:
            vi: Bao phủ
            en: Coverage
          values:
            -
              value: 40%
              from: 2019-01-01
              to: 2025-12-31
              class: mountain
          cites: [luat-2016/53]
          status: verified
      """
    ),
    .periods: (
      "periods/terms.yaml",
      """
      soat: 1
      periods:
        -
          id: term
          title:
            vi: Kỳ
            en: Term
          from: 15/12
          to: 14/12
          year_of: end
          source: Nghị định 09/2019/NĐ-CP
          status: recalled
      """
    ),
    .citations: (
      "citations/law.yaml",
      """
      soat: 1
      citations:
        -
          id: luat-2016
          type:
            vi: Luật
            en: Law
          number: 102/2016/QH13
          issuer:
            vi: Quốc hội
            en: National Assembly
          date: 2016-04-05
          title:
            vi: Luật Trẻ em
            en: Law on Children
          in_force:
            from: 2017-06-01
            to: 2030-01-01
          status: verified
          places:
            -
              id: "53"
              title:
                vi: Điều 53
                en: Article 53
              status: verified
              note:
                vi: Ghi chú
                en: A note
      """
    ),
    .calendar: (
      "calendars/days.yaml",
      """
      soat: 1
      calendar: days
      title:
        vi: Lịch
        en: Calendar
      verified:
        from: 2019-01-01
        to: 2026-12-31
      off:
        -
          date: 2024-04-29
          name:
            vi: Nghỉ
            en: Off
          source: Công văn 2450
          confirmed: true
      working:
        -
          date: 2024-05-04
          name:
            vi: Bù
            en: Worked
          source: Công văn 2450
          confirmed: true
      """
    ),
    .units: (
      "units.yaml",
      """
      soat: 1
      units_of:
        code: x
        name: Huyện X
        level: district
      units:
        -
          code: x/a
          name: Xã A
          level: commune
        -
          code: x/b
          name: Xã B
          level: commune
      """
    ),
    .submission: (
      "submission.yaml",
      """
      soat: 1
      submission: first
      checklist: small@1.0
      unit:
        code: hung-yen
        name: Huyện
        level: district
        classes: [mountain]
      period:
        preset: term
        year: 2020
      earlier:
        -
          period:
            from: 2019-01-01
            to: 2019-12-01
          answers:
            staff.total: 20
      documents:
        -
          id: k0
          title:
            vi: Báo cáo
            en: Report
          date: 2019-12-15
      answers:
        staff.total: 27
        staff.trained:
          about: 20
          tolerance: 10%
          source: k0
          place: Mục I
          basis: seen
        board.exists: true
        board.kind: full
        board.met: 14:30 31/10/2019
        staff.list:
          rows: [{ name: Thôn 1, households: 20 }]
          source: k0
        budget.spent:
          missing:
            vi: không nêu
            en: not stated
      requests:
        -
          check: A-1
          within: 3 days
          asked: 2019-12-20
          text:
            vi: Bổ sung
            en: Add it
          source: k0
          place: Mục I
      confirmations:
        -
          check: D-1
          on: 2020-12-31
          by:
            vi: Trưởng đoàn
            en: Head
          source: k0
          place: Mục I
      notes: [{ vi: Lưu ý, en: Note }]
      """
    ),
  ]
}
