import InspectionCore
import JSON

/// The columns of the table of items, each with how a summary is written to it and read from it; days
/// are days since 1970-01-01.
enum ItemColumn: Int32, CaseIterable {
  case id, unit, kind, origin, checklist, check, checkClass, checkSeverity, detail, severity
  case owedBy, status, open, wording, inspection, lineage, opened, proposed, due, issueNumber
  case issueDate, issueScan, responsible, evidence, request, extensions, kept, waivers
  case reminderOffset, reminderDue, reminderRecipient, closing, ended, parts, happened, version

  /// Its name and its type.
  var definition: String {
    switch self {
    case .id: "id TEXT PRIMARY KEY"
    case .open: "open INTEGER NOT NULL CHECK (open IN (0, 1))"
    case .unit, .kind, .origin, .severity, .owedBy, .status: "\(name) TEXT NOT NULL"
    case .opened, .extensions, .kept, .parts, .happened, .version: "\(name) INTEGER NOT NULL"
    case .proposed, .due, .issueDate, .evidence, .request, .reminderOffset, .reminderDue, .ended:
      "\(name) INTEGER"
    case .checklist, .check, .checkClass, .checkSeverity, .detail, .wording, .inspection, .lineage,
      .issueNumber, .issueScan, .responsible, .waivers, .reminderRecipient, .closing:
      "\(name) TEXT"
    }
  }

  /// Its name in the table.
  var name: String {
    switch self {
    case .check: "check_id"
    case .checkClass: "check_class"
    case .checkSeverity: "check_severity"
    case .owedBy: "owed_by"
    case .issueNumber: "issue_number"
    case .issueDate: "issue_date"
    case .issueScan: "issue_scan"
    case .reminderOffset: "reminder_offset"
    case .reminderDue: "reminder_due"
    case .reminderRecipient: "reminder_recipient"
    default: "\(self)"
    }
  }

  /// Its place in a statement's results, from 0.
  var place: Int32 { rawValue }

  static let names = allCases.map(\.name).joined(separator: ", ")

  static let insert = """
    INSERT OR REPLACE INTO items (\(names)) VALUES (\(allCases.map { _ in "?" }.joined(separator: ", ")))
    """
}

/// Writes summaries into the table, one row each.
struct ItemRowWriter {
  private let statement: RawStatement

  init(_ statement: RawStatement) { self.statement = statement }

  func write(_ item: ItemSummary, happened: CivilDate, version: Int64) throws {
    put(item.id, .id)
    put(item.unit, .unit)
    put(item.kind.rawValue, .kind)
    put(item.severity.rawValue, .severity)
    put(item.owedBy.rawValue, .owedBy)
    put(item.status.rawValue, .status)
    put(item.status.isOpen ? 1 : 0, .open)
    put(item.text?.hex, .wording)
    put(item.inspection, .inspection)
    put(item.lineage.isEmpty ? nil : Self.text(.array(item.lineage.map(\.document))), .lineage)
    put(item.opened, .opened)
    put(item.proposed, .proposed)
    put(item.due, .due)
    put(item.issue?.number, .issueNumber)
    put(item.issue?.date, .issueDate)
    put(item.issue?.scan, .issueScan)
    put(item.responsible, .responsible)
    put(item.evidence, .evidence)
    put(item.request, .request)
    put(Int64(item.extensions), .extensions)
    put(Int64(item.overdueDaysKept), .kept)
    put(Self.text(item.waivers), .waivers)
    put(item.reminder.map { Int64($0.offset) }, .reminderOffset)
    put(item.reminder?.due, .reminderDue)
    put(item.reminder?.recipient, .reminderRecipient)
    put(item.closing?.rawValue, .closing)
    put(item.ended, .ended)
    put(item.hasParts ? 1 : 0, .parts)
    put(happened, .happened)
    put(version, .version)
    putOrigin(item)
    try statement.run()
  }

  /// What stands in no column of its own goes into one as JSON.
  private func putOrigin(_ item: ItemSummary) {
    put(item.origin.name, .origin)
    var known: FailedCheck?
    var detail: String?
    switch item.origin {
    case .check(let check): known = check
    case .finding, .commitment: break
    case .checks, .recommendation, .figures, .proposal: detail = Self.text(item.origin.document)
    }
    let reference = item.checkReferences.first
    put(reference?.checklist, .checklist)
    put(reference?.check, .check)
    put(known?.checkClass.rawValue, .checkClass)
    put(known?.severity.rawValue, .checkSeverity)
    put(detail, .detail)
  }

  private func put(_ text: String?, _ column: ItemColumn) {
    statement.bind(text, at: column.place + 1)
  }

  private func put(_ number: Int64?, _ column: ItemColumn) {
    statement.bind(number, at: column.place + 1)
  }

  private func put(_ day: CivilDate?, _ column: ItemColumn) {
    put(day.map { Int64($0.daysSinceEpoch) }, column)
  }

  private static func text(_ value: JSONValue) -> String {
    String(decoding: JSONWriter.canonical(value), as: UTF8.self)
  }

  private static func text(_ periods: [Period]) -> String? {
    guard !periods.isEmpty else { return nil }
    return periods.map { "\($0.from.daysSinceEpoch)/\($0.to.daysSinceEpoch)" }
      .joined(separator: " ")
  }
}

/// Why a row cannot be read: the table was changed by hand, or the disk is failing.
struct DamagedItemRow: Error {}

extension ItemSummary {
  /// Reads a row.
  init(_ row: RawStatement) throws {
    func text(_ column: ItemColumn) -> String? {
      row.isNull(column.place) ? nil : row.text(column.place)
    }
    func number(_ column: ItemColumn) -> Int64? {
      row.isNull(column.place) ? nil : row.integer(column.place)
    }
    func day(_ column: ItemColumn) -> CivilDate? {
      number(column).flatMap { CivilDate(daysSinceEpoch: Int($0)) }
    }
    func word<Word: RawRepresentable<String>>(_ column: ItemColumn) throws -> Word {
      guard let word = Word(rawValue: row.text(column.place)) else { throw DamagedItemRow() }
      return word
    }
    guard let opened = day(.opened) else { throw DamagedItemRow() }
    var issue: DocumentReference?
    if let number = text(.issueNumber), let date = day(.issueDate) {
      issue = DocumentReference(number: number, date: date, scan: text(.issueScan))
    }
    var reminder: SentReminder?
    if let offset = number(.reminderOffset), let due = day(.reminderDue) {
      reminder = SentReminder(
        offset: Int(offset), due: due, recipient: text(.reminderRecipient) ?? "")
    }
    self.init(
      id: row.text(ItemColumn.id.place), kind: try word(.kind), origin: try Self.origin(row),
      unit: row.text(ItemColumn.unit.place), owedBy: try word(.owedBy),
      severity: try word(.severity), status: try word(.status),
      text: text(.wording).flatMap { BlobDigest(hex: $0) }, inspection: text(.inspection),
      lineage: try text(.lineage).map(Self.lineage) ?? [], opened: opened,
      proposed: day(.proposed), due: day(.due), issue: issue, responsible: text(.responsible),
      evidence: day(.evidence), request: day(.request), extensions: Int(number(.extensions) ?? 0),
      overdueDaysKept: Int(number(.kept) ?? 0), waivers: text(.waivers).map(Self.waivers) ?? [],
      reminder: reminder, closing: text(.closing).flatMap { Closing(rawValue: $0) },
      ended: day(.ended), hasParts: number(.parts) == 1)
  }

  private static func origin(_ row: RawStatement) throws -> ItemOrigin {
    switch row.text(ItemColumn.origin.place) {
    case "finding": return .finding
    case "commitment": return .commitment
    case "check":
      guard let checkClass = CheckClass(rawValue: row.text(ItemColumn.checkClass.place)),
        let severity = CheckSeverity(rawValue: row.text(ItemColumn.checkSeverity.place))
      else { throw DamagedItemRow() }
      return .check(
        FailedCheck(
          checklist: row.text(ItemColumn.checklist.place), check: row.text(ItemColumn.check.place),
          checkClass: checkClass, severity: severity))
    default: return try ItemOrigin(document: JSONReader.read(row.bytes(ItemColumn.detail.place)))
    }
  }

  private static func lineage(_ text: String) throws -> [ItemLink] {
    try (JSONReader.read(text).arrayValue ?? []).map { try ItemLink(document: $0) }
  }

  private static func waivers(_ text: String) -> [Period] {
    text.split(separator: " ").compactMap { pair in
      let days = pair.split(separator: "/").compactMap { Int($0) }
        .compactMap { CivilDate(daysSinceEpoch: $0) }
      return days.count == 2 ? Period(from: days[0], to: days[1]) : nil
    }
  }
}
