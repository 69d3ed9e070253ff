// The texts of the starter pack's files.

extension StarterPack {
  var checklist: String {
    #"""
    \#(note("Bảng kiểm mẫu: sửa tên, thêm lĩnh vực ở include, rồi chạy soat lint.", "A starter checklist: change the title, add areas under include, then run soat lint."))
    soat: 1
    id: \#(id)
    version: 1.0
    title: { vi: "Bảng kiểm mẫu", en: "Starter checklist" }
    \#(note("Cấp đơn vị và kỳ kiểm tra mà bảng kiểm áp dụng.", "The levels of units and the periods that it is for."))
    applies: { levels: [\#(level)], periods: { from: 2024-01-01 } }
    \#(note("Tên tệp trong các thư mục indicators, citations, calendars.", "Names of files in the folders indicators, citations, calendars."))
    uses: { indicators: [\#(id)], citations: [\#(id)], calendar: vietnam }
    include: [staffing.yaml]
    scoring:
      \#(note("Dưới mức này thì chưa xếp loại.", "Below this there is no grade."))
      minimum_completeness: 80%
      not_applicable: redistribute
      \#(note("Từ cao xuống thấp; mức cuối bắt đầu từ 0%.", "Highest first; the last begins at 0%."))
      bands:
        - { id: good, title: { vi: "Tốt", en: "Good" }, from: 80% }
        - { id: fair, title: { vi: "Khá", en: "Fair" }, from: 50% }
        - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
      \#(note("Chưa đạt mục NS-01 thì xếp loại không quá mức khá.", "While NS-01 is not met, the grade is fair at most."))
      caps: [{ check: NS-01, grade: fair }]

    """#
  }

  var area: String {
    #"""
    \#(note("Một lĩnh vực. Trọng số được chia cho các mục theo điểm.", "One area. Its weight is shared among its checks by their points."))
    area: { id: staffing, title: { vi: "Tổ chức, cán bộ", en: "Staffing" }, weight: 100 }
    checks:
      \#(note("Kiểu presence: việc hoặc văn bản phải có. Loại duty phải dẫn căn cứ ở cites.", "Kind presence: a thing or document that must be there. Class duty must cite what it rests on."))
      - id: NS-01
        title: { vi: "Có người được giao làm công tác bảo vệ trẻ em", en: "An officer is assigned to child protection" }
        kind: presence
        with: { of: staff.officer_assigned }
        points: 10
        class: duty
        severity: high
        remedy: { within: 15 working days, text: { vi: "Phân công người làm công tác bảo vệ trẻ em.", en: "Assign an officer." } }
        cites: [luat-tre-em-2016/53]
        evidence: [{ vi: "Quyết định phân công", en: "The decision of assignment" }]

      \#(note("Kiểu ratio: tỷ lệ so với mức yêu cầu; partial: linear cho điểm theo phần đạt được.", "Kind ratio: a share against a target; partial: linear gives points in proportion."))
      - id: NS-02
        title: { vi: "Ít nhất 90% cán bộ được tập huấn trong kỳ", en: "At least 90% of officers are trained in the period" }
        kind: ratio
        with: { of: staff.trained, to: staff.total, at_least: 90%, when_zero: not_applicable }
        points: 6
        partial: linear
        class: practice
        severity: medium
        remedy: { within: 60 days, text: { vi: "Cử người chưa dự tham gia lớp gần nhất.", en: "Send those who missed it to the next class." } }

      \#(note("Kiểu rule: quy tắc CEL, ở đây để đối chiếu số liệu. Xem các kiểu khác: soat kinds", "Kind rule: a CEL expression, here to see that figures agree. Other kinds: soat kinds"))
      - id: NS-03
        title: { vi: "Số cán bộ bằng số chuyên trách cộng số kiêm nhiệm", en: "Officers are the dedicated and the concurrent together" }
        kind: rule
        expr: staff.total == staff.dedicated + staff.concurrent
        points: 2
        class: consistency
        severity: low
        remedy: { within: 5 working days, text: { vi: "Đếm lại và gửi số liệu đúng.", en: "Count again and send the right figures." } }
        guidance: { vi: "Người vừa chuyên trách vừa kiêm nhiệm chỉ tính một lần.", en: "A person who is both is counted once." }

    """#
  }

  var indicators: String {
    #"""
    \#(note("Chỉ tiêu: mỗi số liệu khai báo một lần, dùng cho nhiều bảng kiểm. Chỉ ghi tổng số.", "Indicators: each figure is declared once and used by many checklists. Totals only."))
    soat: 1
    indicators:
      - { id: staff.officer_assigned, title: { vi: "Có người được giao làm công tác bảo vệ trẻ em", en: "An officer is assigned to child protection" }, type: bool, time: as_of, supplier: commune }
      - { id: staff.total, title: { vi: "Số người làm công tác bảo vệ trẻ em", en: "Officers on child protection" }, type: int, unit: { vi: người, en: people }, from: 0, time: as_of, supplier: commune }
      - { id: staff.dedicated, title: { vi: "Số người chuyên trách", en: "Dedicated officers" }, type: int, unit: { vi: người, en: people }, from: 0, time: as_of, supplier: commune }
      - { id: staff.concurrent, title: { vi: "Số người kiêm nhiệm", en: "Concurrent officers" }, type: int, unit: { vi: người, en: people }, from: 0, time: as_of, supplier: commune }
      - { id: staff.trained, title: { vi: "Số người được tập huấn trong kỳ", en: "Officers trained in the period" }, type: int, unit: { vi: người, en: people }, from: 0, time: period, supplier: commune }

    """#
  }

  var citations: String {
    #"""
    \#(note("Văn bản làm căn cứ. Ghi verified khi đã thấy bản công bố, recalled khi theo trí nhớ.", "What checks rest on. verified: seen in a published copy; recalled: from memory."))
    soat: 1
    citations:
      - id: luat-tre-em-2016
        type: { vi: "Luật", en: "Law" }
        number: 102/2016/QH13
        issuer: { vi: "Quốc hội", en: "National Assembly" }
        date: 2016-04-05
        title: { vi: "Luật Trẻ em", en: "Law on Children" }
        in_force: { from: 2017-06-01 }
        status: verified
        places:
          - { id: "53", title: { vi: "Điều 53", en: "Article 53" }, status: verified, note: { vi: "Nhiệm vụ của người làm công tác bảo vệ trẻ em cấp xã.", en: "Duties of the commune child-protection officer." } }

    """#
  }

  /// Where no library is at hand. It claims nothing it has not seen: deadlines are provisional.
  var smallCalendar: String {
    let source = "Bộ luật Lao động 2019, Điều 112"
    return #"""
      \#(note("Lịch tối thiểu: bổ sung Tết Âm lịch, ngày hoán đổi, rồi mở rộng verified.", "A minimal calendar: add Tết and exchanged days, then widen verified."))
      \#(note("Cho tới lúc đó mọi thời hạn đều là tạm tính.", "Until then every deadline is provisional."))
      soat: 1
      calendar: vietnam
      title: { vi: "Lịch làm việc Việt Nam", en: "Vietnamese working calendar" }
      verified: { from: 2026-01-01, to: 2026-01-01 }
      off:
        - { date: 2026-01-01, name: { vi: "Tết Dương lịch", en: "New Year's Day" }, source: "\#(source)", confirmed: false }
        - { date: 2026-04-30, name: { vi: "Ngày Chiến thắng 30/4", en: "Reunification Day" }, source: "\#(source)", confirmed: false }
        - { date: 2026-05-01, name: { vi: "Ngày Quốc tế Lao động", en: "International Labour Day" }, source: "\#(source)", confirmed: false }
        - { date: 2026-09-02, name: { vi: "Quốc khánh 2/9", en: "National Day" }, source: "\#(source)", confirmed: false }

      """#
  }

  var submission: String {
    #"""
    \#(note("Bài nộp mẫu. Ghi đúng điều tài liệu nêu; thiếu thì ghi missing kèm lý do.", "An example submission: what the document states; where it is silent, missing with the reason."))
    soat: 1
    submission: first
    checklist: \#(id)@1.0
    unit: { code: example/first, name: "Đơn vị mẫu", level: \#(level) }
    period: { from: 2024-01-01, to: 2024-12-31 }
    documents:
      - { id: r1, title: { vi: "Báo cáo tự đánh giá", en: "Self-assessment report" }, date: 2024-12-20 }
    answers:
      staff.officer_assigned: { value: true, source: r1, place: "Mục I" }
      staff.total: { value: 5, source: r1, place: "Mục I" }
      staff.dedicated: { value: 1, source: r1, place: "Mục I" }
      staff.concurrent: { value: 4, source: r1, place: "Mục I" }
      staff.trained: { value: 3, source: r1, place: "Mục II" }

    """#
  }
}
