import ChecklistFormat
package import Diagnostics
package import Documents
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
  /// The worksheet of a workbook; nil for the first that is not hidden.
  package var sheet: String?

  /// Creates a plan.
  package init(
    fields: [(column: String, field: ItemListField)], authority: String?, unit: String?,
    sheet: String? = nil
  ) {
    self.fields = fields
    self.authority = authority
    self.unit = unit
    self.sheet = sheet
  }
}

/// What came of a follow-up list.
package struct ItemImport: Sendable {
  /// What was given, a proposal and its issue for each row.
  package var given: [GivenOrder]
  /// The worksheet it was read from; nil for CSV.
  package var sheet: SourceTable.Sheet?
}

extension Workspace {
  /// Takes a follow-up list in, all rows or none: each is put down as another authority's recommendation,
  /// or as a finding where none is named, and issued by its document.
  ///
  /// - Throws: ``WorkspaceError`` with every row and column that cannot be read.
  package func importItems(
    _ path: String, _ plan: ItemListPlan, _ session: Session
  ) throws(WorkspaceError) -> ItemImport {
    try authorize(session, .workspace(.importItems), unit: settings.coordinator)
    let table = try table(path, sheet: plan.sheet)
    var reading = ItemListReading(self, plan, session, table)
    let heading = try reading.findColumns(path)
    for row in table.rows.dropFirst(heading + 1) { try reading.read(row) }
    guard reading.problems.isEmpty else { throw reading.problems.refusal(path) }
    return ItemImport(given: try give(reading.orders, session), sheet: table.sheet)
  }

  /// The allocations of a table: an item's id, then the units that get it with spaces between; a first row
  /// of headings is passed over.
  package func allocations(in path: String) throws(WorkspaceError) -> [Allocation] {
    var allocations: [Allocation] = []
    let table = try table(path)
    for (place, row) in table.rows.enumerated() {
      let item = row.text(at: 0)
      let isItem = try storing { () throws(JournalError) in
        try journal.version(of: SubjectID(kind: "item", id: item)) > 0
      }
      if place == 0, !isItem { continue }
      guard isItem else { throw try unknownItem(item) }
      let units = row.text(at: 1).split(separator: " ").map(String.init)
      guard !units.isEmpty else {
        throw WorkspaceError(
          "no-heir",
          LocalizedText(
            vi:
              "\(path), \(table.place(row: row.number, column: 1).vi): chưa ghi đơn vị nhận \(item)",
            en: "\(path), \(table.place(row: row.number, column: 1).en): no unit gets \(item)"),
          mend: LocalizedText(
            vi: "cột thứ hai là mã đơn vị, nhiều đơn vị cách nhau bằng dấu cách",
            en: "the second column has the units' codes, with spaces between"))
      }
      allocations.append(Allocation(item: item, units: units))
    }
    return allocations
  }
}
