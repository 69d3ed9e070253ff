import ChecklistFormat
package import Diagnostics
package import InspectionCore
import Storage

/// What a column of a follow-up list can hold.
package enum ItemListField: String, CaseIterable, Sendable {
  case wording, unit, id, kind, severity, due, authority, number, date

  /// What it is.
  package var title: LocalizedText {
    switch self {
    case .wording: LocalizedText(vi: "nội dung", en: "what it asks for")
    case .unit: LocalizedText(vi: "mã hoặc tên đơn vị", en: "the unit's code or name")
    case .id: LocalizedText(vi: "mã riêng của dòng", en: "an id of the row's own")
    case .kind:
      LocalizedText(
        vi: "loại: requirement, recommendation, reminder",
        en: "requirement, recommendation, reminder")
    case .severity:
      LocalizedText(vi: "mức độ: critical, high, medium, low", en: "critical, high, medium, low")
    case .due: LocalizedText(vi: "thời hạn, ngày cụ thể", en: "the deadline, a day")
    case .authority: LocalizedText(vi: "cơ quan kiến nghị", en: "the authority")
    case .number: LocalizedText(vi: "số văn bản", en: "the document's number")
    case .date: LocalizedText(vi: "ngày văn bản", en: "the document's day")
    }
  }
}

/// How a follow-up list is to be read.
package struct ItemListPlan: Sendable {
  /// Which column holds what.
  package var fields: [(column: String, field: ItemListField)]
  /// The authority, where no column names it.
  package var authority: String?
  /// The unit, where no column names it.
  package var unit: String?

  /// Creates a plan.
  package init(
    fields: [(column: String, field: ItemListField)], authority: String?, unit: String?
  ) {
    self.fields = fields
    self.authority = authority
    self.unit = unit
  }
}

extension Workspace {
  /// Takes a follow-up list in, all rows or none: each is put down as another authority's recommendation,
  /// or as a finding where none is named, and issued by its document.
  ///
  /// - Throws: ``WorkspaceError`` with every row and column that cannot be read.
  package func importItems(
    _ path: String, _ plan: ItemListPlan, _ session: Session
  ) throws(WorkspaceError) -> [GivenOrder] {
    try authorize(session, .workspace(.importItems), unit: settings.coordinator)
    let rows = try table(path)
    guard let header = rows.first else {
      throw WorkspaceError(
        "empty-list", LocalizedText(vi: "\(path): không có dòng nào", en: "\(path): no rows"))
    }
    var reading = ItemListReading(self, plan, session)
    try reading.findColumns(header)
    for (place, row) in rows.dropFirst().enumerated() { try reading.read(row, line: place + 2) }
    guard reading.problems.isEmpty else { throw reading.refusal(path) }
    return try give(reading.orders, session)
  }

  /// The allocations of a CSV: an item's id, then the units that get it with spaces between; a first row
  /// of headings is passed over.
  package func allocations(in path: String) throws(WorkspaceError) -> [Allocation] {
    var allocations: [Allocation] = []
    for (place, row) in try table(path).enumerated() {
      let isItem = try storing { () throws(JournalError) in
        try journal.version(of: SubjectID(kind: "item", id: row[0])) > 0
      }
      if place == 0, !isItem { continue }
      guard isItem else { throw try unknownItem(row[0]) }
      let units = row.count > 1 ? row[1].split(separator: " ").map(String.init) : []
      guard !units.isEmpty else {
        throw WorkspaceError(
          "no-heir",
          LocalizedText(
            vi: "\(path), dòng \(place + 1): chưa ghi đơn vị nhận \(row[0])",
            en: "\(path), row \(place + 1): no unit gets \(row[0])"),
          mend: LocalizedText(
            vi: "cột thứ hai là mã đơn vị, nhiều đơn vị cách nhau bằng dấu cách",
            en: "the second column has the units' codes, with spaces between"))
      }
      allocations.append(Allocation(item: row[0], units: units))
    }
    return allocations
  }
}

/// A follow-up list being read row by row; every problem is kept.
private struct ItemListReading {
  private let workspace: Workspace
  private let plan: ItemListPlan
  private let session: Session
  private var columns: [ItemListField: Int] = [:]
  private var taken: Set<String> = []
  private(set) var orders: [ItemOrder] = []
  private(set) var problems: [LocalizedText] = []

  init(_ workspace: Workspace, _ plan: ItemListPlan, _ session: Session) {
    self.workspace = workspace
    self.plan = plan
    self.session = session
  }

  mutating func findColumns(_ header: [String]) throws(WorkspaceError) {
    let names = header.map { $0.trimmed }
    for (column, field) in plan.fields {
      guard let place = names.firstIndex(of: column.trimmed) else {
        throw .unknown(
          "unknown-column", LocalizedText(vi: "cột", en: "column"), column, among: names)
      }
      columns[field] = place
    }
    for (field, isGiven) in [(ItemListField.wording, false), (.unit, plan.unit != nil)]
    where columns[field] == nil && !isGiven {
      throw WorkspaceError(
        "column-missing",
        LocalizedText(vi: "chưa nêu cột \(field.title.vi)", en: "no column for \(field.title.en)"),
        mend: LocalizedText(
          vi: "thêm --map 'TÊN CỘT=\(field.rawValue)'", en: "add --map 'COLUMN=\(field.rawValue)'"))
    }
  }

  mutating func read(_ row: [String], line: Int) throws(WorkspaceError) {
    let before = problems.count
    let text = cell(.wording, row)
    if text == nil { complain(line, .wording, "trống", "is empty") }
    let unit = try unit(cell(.unit, row) ?? plan.unit ?? "", line)
    let kind = word(ItemKind.self, .kind, row, line)
    let severity = word(CheckSeverity.self, .severity, row, line)
    let due = day(.due, row, line)
    let document = document(row, line)
    guard problems.count == before, let unit, let document else { return }
    let authority = cell(.authority, row) ?? plan.authority
    var wish = ItemWish(
      unit: unit,
      source: authority.map {
        .recommendation(
          AuthorityRecommendation(authority: $0, document: document, addressees: [unit]))
      } ?? .finding)
    wish.text = text
    wish.id = cell(.id, row)
    wish.kind = kind ?? .recommendation
    wish.severity = severity
    wish.limit = due.map { .by($0) }
    if let id = wish.id, taken.contains(id) {
      return complain(line, .id, "\"\(id)\" trùng với dòng trước", "\"\(id)\" stands twice")
    }
    let order = try workspace.order(for: wish, taken: &taken, session)
    orders.append(order)
    orders.append(ItemOrder(.issue(IssueTerms(document: document)), to: order.item))
  }

  private mutating func document(_ row: [String], _ line: Int) -> DocumentReference? {
    let number = cell(.number, row)
    let date = day(.date, row, line)
    if let number, let date { return DocumentReference(number: number, date: date) }
    if number == nil, date == nil, let document = session.document { return document }
    complain(
      line, number == nil ? .number : .date, "thiếu; hoặc nêu chung bằng --document, --dated",
      "is missing; or name one for all rows with --document and --dated")
    return nil
  }

  private mutating func unit(_ text: String, _ line: Int) throws(WorkspaceError) -> String? {
    let units = try workspace.register().units
    if units.contains(where: { $0.unit.code == text }) { return text }
    let named = Set(units.filter { $0.name.trimmed == text }.map(\.unit.code))
    if named.count == 1 { return named.first }
    if named.isEmpty {
      complain(line, .unit, "không có đơn vị \"\(text)\"", "there is no unit \"\(text)\"")
    } else {
      let codes = named.sorted().joined(separator: ", ")
      complain(
        line, .unit, "nhiều đơn vị tên \"\(text)\": \(codes); hãy dùng mã",
        "several units are called \"\(text)\": \(codes); use codes")
    }
    return nil
  }

  private mutating func day(_ field: ItemListField, _ row: [String], _ line: Int) -> CivilDate? {
    guard let text = cell(field, row) else { return nil }
    if let day = CivilDate(text: text) { return day }
    complain(line, field, "\"\(text)\" không phải ngày", "\"\(text)\" is no day")
    return nil
  }

  private mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ type: Word.Type, _ field: ItemListField, _ row: [String], _ line: Int
  ) -> Word? {
    guard let text = cell(field, row) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let choices = Word.allCases.map(\.rawValue).joined(separator: ", ")
    complain(
      line, field, "\"\(text)\" không dùng được; chọn: \(choices)",
      "\"\(text)\" is none of: \(choices)")
    return nil
  }

  private func cell(_ field: ItemListField, _ row: [String]) -> String? {
    guard let place = columns[field], place < row.count else { return nil }
    let text = row[place].trimmed
    return text.isEmpty ? nil : text
  }

  private mutating func complain(_ line: Int, _ field: ItemListField, _ vi: String, _ en: String) {
    problems.append(
      LocalizedText(
        vi: "dòng \(line), \(field.title.vi): \(vi)", en: "row \(line), \(field.title.en): \(en)"))
  }

  func refusal(_ path: String) -> WorkspaceError {
    let shown = problems.prefix(20)
    var vi = "\(path): \(problems.count) chỗ không nhập được, chưa ghi gì"
    var en = "\(path): \(problems.count) places cannot be read, nothing was recorded"
    for problem in shown {
      vi += "\n  " + problem.vi
      en += "\n  " + problem.en
    }
    if problems.count > shown.count {
      vi += "\n  …"
      en += "\n  …"
    }
    return WorkspaceError(
      "unreadable-rows", LocalizedText(vi: vi, en: en),
      mend: LocalizedText(vi: "sửa trong bảng rồi nhập lại", en: "mend the list and try again"))
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
