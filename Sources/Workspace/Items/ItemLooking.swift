import ChecklistFormat
package import Diagnostics
package import InspectionCore
package import Storage

extension Workspace {
  /// An item with its whole story.
  ///
  /// - Throws: ``WorkspaceError`` with the nearest id where there is none.
  package func item(_ id: String, _ session: Session) throws(WorkspaceError) -> ItemStory {
    let story = try storing { () throws(JournalError) in try journal.item(id) }
    guard let story else { throw try unknownItem(id) }
    try authorize(session, .workspace(.read), unit: story.item.unit)
    return story
  }

  func unknownItem(_ id: String) throws(WorkspaceError) -> WorkspaceError {
    let near = try storing { () throws(JournalError) in try journal.itemIDs(near: id) }
    return .unknown(
      "unknown-item", LocalizedText(vi: "nội dung theo dõi", en: "tracked item"), id, among: near)
  }

  /// The items of a query that the session's account may read.
  ///
  /// Where it may read the whole office's, nothing more is asked; else each unit is.
  package func items(
    _ query: ItemQuery, _ session: Session
  ) throws(WorkspaceError) -> [ItemRow] {
    var query = query
    let limit = query.limit
    let mayReadAll = isReader(session, of: settings.coordinator, in: try access())
    if !mayReadAll { query.limit = .max }
    let rows = try storing { () throws(JournalError) in try journal.items(query) }
    guard !mayReadAll else { return rows }
    let readable = try readableUnits(session, among: Set(rows.map(\.item.unit)))
    return Array(rows.lazy.filter { readable.contains($0.item.unit) }.prefix(limit))
  }

  /// The units of a list whose items the session's account may read.
  ///
  /// - Throws: ``WorkspaceError`` where the account is unknown or closed, or may read none of them.
  func readableUnits(
    _ session: Session, among units: Set<String>
  ) throws(WorkspaceError) -> Set<String> {
    let access = try access()
    let readable = units.filter { isReader(session, of: $0, in: access) }
    if readable.isEmpty {
      try authorize(session, .workspace(.read), unit: units.min() ?? settings.coordinator)
    }
    return readable
  }

  func isReader(_ session: Session, of unit: String, in access: AccessRegister) -> Bool {
    may(session.actor, .workspace(.read), unit: unit, on: session.today, in: access).isGiven
  }

  /// What the title of an item is, without its own wording: that of its first check.
  package func title(of item: ItemSummary) throws(WorkspaceError) -> LocalizedText? {
    guard let reference = item.checkReferences.first else { return nil }
    return try content(reference.checklist).check(reference.check)?.title
  }

  /// What an item is about: its own wording, the title of its check, or what became of the words.
  package func wording(of item: ItemSummary) throws(WorkspaceError) -> LocalizedText {
    if let digest = item.text, let known = Digest(hex: digest.hex) {
      switch try storing({ () throws(JournalError) in try journal.text(of: known) }) {
      case .kept(let text): return LocalizedText(same: text)
      case .purged:
        return LocalizedText(vi: "[đã xóa theo quy định lưu giữ]", en: "[purged]")
      case .unknown: return LocalizedText(vi: "[chưa nhận nội dung]", en: "[not received]")
      }
    }
    return try title(of: item)
      ?? LocalizedText(vi: "[không có nội dung]", en: "[without a wording]")
  }
}

extension Checklist {
  /// The area of a check.
  package func area(of id: String) -> Area? {
    areas.first { area in area.checks.contains { $0.id == id } }
  }
}
