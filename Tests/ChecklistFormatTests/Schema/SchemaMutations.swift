@testable import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore

/// A sound pack and submission in block style, changed at one line.
struct SchemaMutation {
  let name: String
  let kind: FormatFile
  let path: String
  let files: [String: String]

  /// Whether the reader of the file finds no error.
  func isAccepted(by pack: ScratchPack) throws -> Bool {
    let loaded = try PackLoader.load(pack.main)
    guard kind == .submission else { return !loaded.diagnostics.hasErrors }
    guard let compiled = loaded.compiled else { return false }
    let file = try SubmissionLoader.open(pack.root + "/" + path)
    return !SubmissionLoader.load(file, for: compiled.checklist).diagnostics.hasErrors
  }

  /// Every line of every file: left out with what is under it, misspelt, given a list, a mapping or
  /// a word for its value.
  static let all: [SchemaMutation] = FormatFile.allCases.flatMap { kind -> [SchemaMutation] in
    let (path, text) = whole[kind]!
    let lines = text.split(separator: "\n").map(String.init)
    var made = [mutation("as it is", kind, path, lines)]
    for index in lines.indices {
      guard let key = key(of: lines[index]), !isExempt(key, kind) else { continue }
      let end = end(of: index, in: lines)
      let head = String(lines[index].prefix { $0 == " " })
      func replaced(_ what: String, _ new: [String]) {
        var changed = lines
        changed.replaceSubrange(index..<end, with: new)
        made.append(mutation("\(kind) line \(index + 1) \(key) \(what)", kind, path, changed))
      }
      replaced("left out", [])
      replaced("with an unknown key beside", Array(lines[index..<end]) + ["\(head)zzzzzz: 1"])
      replaced("as a mapping", ["\(head)\(key): { zzzzzz: { zzzzzz: 1 } }"])
      replaced("as a list of lists", ["\(head)\(key): [[[1]]]"])
      if !isText(key, kind) { replaced("as a word", ["\(head)\(key): zz zz!"]) }
    }
    return made
  }

  private static func mutation(
    _ name: String, _ kind: FormatFile, _ path: String, _ lines: [String]
  ) -> SchemaMutation {
    var files: [String: String] = [:]
    for (path, text) in whole.values { files[path] = text }
    files[path] = lines.joined(separator: "\n") + "\n"
    return SchemaMutation(name: name, kind: kind, path: path, files: files)
  }

  /// Names that other parts refer to: leaving one out or changing it breaks those, which a schema of
  /// one file cannot see.
  private static func isExempt(_ key: String, _ kind: FormatFile) -> Bool {
    switch kind {
    case .checklist:
      [
        "gates", "caps", "bands", "include", "indicators", "citations", "targets", "periods",
        "unit_classes", "calendar", "total", "counted_from", "scoring",
      ].contains(key)
    case .targets: ["targets", "value", "from", "to"].contains(key)
    case .periods: key == "periods"
    case .area: ["checks", "weight", "steps"].contains(key)
    case .indicators:
      ["indicators", "options", "columns", "rows", "staff.list", "name"].contains(key)
    case .citations: ["citations", "places"].contains(key)
    case .submission: key == "documents"
    case .calendar: false
    }
  }

  /// Keys whose value may be any word: what a word means there is not the schema's to know.
  private static func isText(_ key: String, _ kind: FormatFile) -> Bool {
    [
      "id", "title", "version", "vi", "en", "text", "guidance", "expr", "when", "with", "of",
      "to", "at_least", "calendar", "number", "type", "issuer", "note", "name", "source", "place",
      "code", "supplier", "unit", "submission", "checklist", "level", "missing", "check",
      "staff.total", "staff.trained", "board.exists", "budget.spent", "about", "area",
      "grade", "within", "class", "was", "preset", "method", "drawn_by", "duty", "staff.list",
      "before", "board.kind", "board.met",
    ].contains(key) && !(key == "to" && kind == .submission)
  }

  private static func key(of line: String) -> String? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].trimmingCharacters(in: .whitespaces)
    return key.hasPrefix("-") ? nil : key
  }

  /// The line after an entry and everything deeper that follows it.
  private static func end(of index: Int, in lines: [String]) -> Int {
    let depth = lines[index].prefix { $0 == " " }.count
    var end = index + 1
    while end < lines.count, lines[end].prefix(while: { $0 == " " }).count > depth { end += 1 }
    return end
  }

  private static let whole: [FormatFile: (path: String, text: String)] = [
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
      notes: [{ vi: Lưu ý, en: Note }]
      """
    ),
  ]
}
