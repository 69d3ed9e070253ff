package import Diagnostics
package import InspectionCore
package import Storage

/// What happened to a unit across inspections.
package struct UnitHistory: Sendable {
  /// One inspection.
  package struct Visit: Hashable, Sendable {
    /// Its id.
    package let id: String
    /// The day it was opened; nil where only items name it.
    package let opened: CivilDate?
    /// The day it was closed.
    package let closed: CivilDate?
    /// When the next visit was proposed for.
    package let nextVisit: CivilDate?
  }

  /// An item with what happened to it.
  package struct Line: Sendable {
    /// The item.
    package let item: ItemSummary
    /// What it is about.
    package let wording: LocalizedText
    /// Its events; none unless they were asked for.
    package let events: [RecordedEvent]
  }

  /// The unit.
  package let unit: NamedUnit
  /// The units whose place it took, with those whose place they took.
  package let before: [String]
  /// Its inspections, the first first.
  package let visits: [Visit]
  /// Its items, the first found first.
  package let lines: [Line]
  /// How its items stand.
  package let counts: StatusCounts
}

extension Workspace {
  /// The whole story of a unit, with what it took over from units before it.
  package func history(
    of code: String, withEvents: Bool, _ session: Session
  ) throws(WorkspaceError) -> UnitHistory {
    let named = try unit(code, on: session.today)
    try authorize(session, .workspace(.read), unit: code)
    let rows = try storing { () throws(JournalError) in
      try journal.items(ItemQuery(units: [code], order: .id))
    }.sorted { ($0.item.opened, $0.item.id) < ($1.item.opened, $1.item.id) }
    var lines: [UnitHistory.Line] = []
    for row in rows {
      let events = try storing { () throws(JournalError) in
        withEvents ? try journal.item(row.item.id)?.events ?? [] : []
      }
      lines.append(
        UnitHistory.Line(item: row.item, wording: try wording(of: row.item), events: events))
    }
    var report = StatusReport(
      period: Period(from: rows.first?.item.opened ?? session.today, to: session.today)
        ?? Period(session.today), by: .unit)
    for row in rows { report.add(row.item, area: nil, requestStopsClock: false) }
    return UnitHistory(
      unit: named, before: try predecessors(of: code),
      visits: try visits(of: code, named: Set(rows.compactMap(\.item.inspection))), lines: lines,
      counts: report.total)
  }

  /// Every unit that led to a unit.
  private func predecessors(of code: String) throws(WorkspaceError) -> [String] {
    let relations = try register().relations
    var found: [String] = []
    var seen: Set<String> = [code]
    var queue = [code]
    while let current = queue.popLast() {
      for relation in relations where relation.to == current && seen.insert(relation.from).inserted
      {
        found.append(relation.from)
        queue.append(relation.from)
      }
    }
    return found.sorted()
  }

  private func visits(
    of unit: String, named: Set<String>
  ) throws(WorkspaceError) -> [UnitHistory.Visit] {
    var visits: [UnitHistory.Visit] = []
    var ids = named
    for round in try rounds() { ids.insert(Self.inspectionID(round: round, unit: unit)) }
    for id in ids.sorted() {
      let inspection = try foldedInspection(id).state
      guard inspection != nil || named.contains(id) else { continue }
      visits.append(
        UnitHistory.Visit(
          id: id, opened: inspection?.opened, closed: inspection?.closed,
          nextVisit: inspection?.outcome?.nextVisit))
    }
    return visits.sorted { ($0.opened?.iso ?? "", $0.id) < ($1.opened?.iso ?? "", $1.id) }
  }
}
