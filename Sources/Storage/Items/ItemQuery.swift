package import InspectionCore
internal import GRDB
import JSON

/// Which items a list is to show; what is nil does not narrow it.
package struct ItemQuery: Hashable, Sendable {
  /// The order of a list.
  package enum Order: Hashable, Sendable {
    /// By deadline, then unit; items without one last.
    case due
    /// By unit, then id.
    case unit
    /// By id.
    case id
  }

  /// Whether they are open; nil for both.
  package var isOpen: Bool?
  /// Their ids.
  package var ids: Set<String>?
  /// The codes of their units.
  package var units: Set<String>?
  /// The first day of deadlines.
  package var dueFrom: CivilDate?
  /// The last day of deadlines.
  package var dueThrough: CivilDate?
  /// Their statuses.
  package var statuses: Set<ItemStatus>?
  /// What they ask for.
  package var kinds: Set<ItemKind>?
  /// The words of their origins; see `ItemOrigin.name`.
  package var origins: Set<String>?
  /// How grave they are.
  package var severities: Set<CheckSeverity>?
  /// The sides that owe them.
  package var owedBy: Set<Party>?
  /// The codes of the units their plans make responsible.
  package var responsible: Set<String>?
  /// The inspections that found them.
  package var inspections: Set<String>?
  /// Checks of which they stand on at least one.
  package var checks: Set<CheckReference>?
  /// The first day of what last happened to them.
  package var happenedFrom: CivilDate?
  /// The last day on which they were found.
  package var openedThrough: CivilDate?
  /// The order.
  package var order: Order
  /// The most that are given.
  package var limit: Int

  /// Creates a query for all items.
  package init(
    isOpen: Bool? = nil, units: Set<String>? = nil, order: Order = .due, limit: Int = .max
  ) {
    self.isOpen = isOpen
    self.units = units
    self.order = order
    self.limit = limit
  }
}

/// An item as a list has it.
package struct ItemRow: Hashable, Sendable {
  /// The item.
  package let item: ItemSummary
  /// The version of its subject.
  package let version: Int64
  /// The latest day on which anything happened to it.
  package let happened: CivilDate
}

/// An item with its whole story.
package struct ItemStory: Sendable {
  /// The fold of its events.
  package let fold: ItemFold
  /// The item as it is.
  package let item: TrackedItem
  /// What lists need of it.
  package let summary: ItemSummary
  /// The version of its subject: what the next append expects.
  package let version: Int64
  /// Its events, the first first.
  package let events: [RecordedEvent]
}

extension Journal {
  /// The items of a query; ``Projection/items`` must be among the journal's projections.
  package func items(_ query: ItemQuery) throws(JournalError) -> [ItemRow] {
    var rows: [ItemRow] = []
    try forEachItem(query) { rows.append($0) }
    return rows
  }

  /// Goes over the items of a query in its order.
  package func forEachItem(
    _ query: ItemQuery, _ body: (ItemRow) throws -> Void
  ) throws(JournalError) {
    guard query.limit > 0 else { return }
    try read { db in
      let statement = try RawStatement(db, query.statement(ItemColumn.names))
      query.bind(to: statement)
      defer { statement.reset() }
      var count = 0
      while try statement.step() {
        let item = try ItemSummary(statement)
        guard query.hasCheck(item) else { continue }
        guard
          let happened = CivilDate(
            daysSinceEpoch: Int(statement.integer(ItemColumn.happened.place)))
        else { throw DamagedItemRow() }
        try body(
          ItemRow(
            item: item, version: statement.integer(ItemColumn.version.place), happened: happened))
        count += 1
        if count == query.limit { return }
      }
    }
  }

  /// How many items a query has, whatever its limit.
  package func itemCount(_ query: ItemQuery) throws(JournalError) -> Int {
    if query.checks != nil {
      var all = query
      all.limit = .max
      var count = 0
      try forEachItem(all) { _ in count += 1 }
      return count
    }
    return try read { db in
      let statement = try RawStatement(db, query.statement("count(*)", isOrdered: false))
      query.bind(to: statement)
      defer { statement.reset() }
      return try statement.step() ? Int(statement.integer(0)) : 0
    }
  }

  /// An item with its events; nil where there is none of that id.
  package func item(_ id: String) throws(JournalError) -> ItemStory? {
    let events = try read(ItemSubject.id(id))
    guard let version = events.last?.version else { return nil }
    let fold: ItemFold
    do { fold = try ItemSubject.fold(events) } catch { throw JournalError(error, path: path) }
    guard let item = fold.item, let summary = fold.summary else { return nil }
    return ItemStory(
      fold: fold, item: item, summary: summary, version: version, events: events)
  }

  /// The item as it was at the end of a day, from the events that had happened by then; nil where it had
  /// not been found yet.
  package func item(_ id: String, asOf day: CivilDate) throws(JournalError) -> ItemSummary? {
    let events = try read(ItemSubject.id(id)).filter { $0.event.attribution.happened <= day }
    do { return try ItemSubject.fold(events).summary } catch {
      throw JournalError(error, path: path)
    }
  }

  /// The ids of items that begin with a text or stand next to it in order: for a hint at a misspelt id.
  package func itemIDs(near id: String, limit: Int = 40) throws(JournalError) -> [String] {
    try read { db in
      var ids: [String] = []
      for sql in [
        "SELECT id FROM items WHERE id >= ? ORDER BY id LIMIT ?",
        "SELECT id FROM items WHERE id < ? ORDER BY id DESC LIMIT ?",
      ] {
        let statement = try RawStatement(db, sql)
        statement.bind(id, at: 1)
        statement.bind(Int64(limit), at: 2)
        while try statement.step() { ids.append(statement.text(0)) }
      }
      return ids
    }
  }
}

extension ItemQuery {
  fileprivate func hasCheck(_ item: ItemSummary) -> Bool {
    guard let checks else { return true }
    return item.checkReferences.contains { checks.contains($0) }
  }

  func statement(_ columns: String, isOrdered: Bool = true) -> String {
    var conditions: [String] = []
    // The literal lets SQLite take the index of open items.
    if let isOpen { conditions.append(isOpen ? "open = 1" : "open = 0") }
    if dueFrom != nil { conditions.append("due >= ?1") }
    if dueThrough != nil { conditions.append("due <= ?2") }
    if happenedFrom != nil { conditions.append("happened >= ?3") }
    if openedThrough != nil { conditions.append("opened <= ?4") }
    for (place, choice) in choices.enumerated() where choice.words != nil {
      conditions.append(
        "\(choice.column.name) IN (SELECT value FROM json_each(?\(place + 5)))")
    }
    var sql = "SELECT \(columns) FROM items"
    if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
    guard isOrdered else { return sql }
    switch order {
    // Where a bound leaves none without a deadline, SQLite reads the index in its own order.
    case .due where dueFrom != nil || dueThrough != nil: sql += " ORDER BY due, unit, id"
    case .due: sql += " ORDER BY due IS NULL, due, unit, id"
    case .unit: sql += " ORDER BY unit, id"
    case .id: sql += " ORDER BY id"
    }
    return sql
  }

  fileprivate func bind(to statement: RawStatement) {
    for (place, day) in [dueFrom, dueThrough, happenedFrom, openedThrough].enumerated() {
      if let day { statement.bind(Int64(day.daysSinceEpoch), at: Int32(place) + 1) }
    }
    for (place, choice) in choices.enumerated() {
      guard let words = choice.words else { continue }
      let list = JSONValue.array(words.sorted().map { .string($0) })
      statement.bind(
        String(decoding: JSONWriter.canonical(list), as: UTF8.self), at: Int32(place) + 5)
    }
  }

  private var choices: [(column: ItemColumn, words: Set<String>?)] {
    [
      (.id, ids), (.unit, units), (.status, words(statuses)), (.kind, words(kinds)),
      (.origin, origins), (.severity, words(severities)), (.owedBy, words(owedBy)),
      (.responsible, responsible), (.inspection, inspections),
    ]
  }

  private func words<Word: RawRepresentable<String>>(_ words: Set<Word>?) -> Set<String>? {
    words.map { Set($0.map(\.rawValue)) }
  }
}
