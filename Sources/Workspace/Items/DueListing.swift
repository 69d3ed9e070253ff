import ChecklistFormat
import Diagnostics
package import InspectionCore
import Storage

/// Which items a due list is to show; what is nil or empty does not narrow it.
package struct DueFilter: Hashable, Sendable {
  /// Within how many days from today their deadlines come; 0 for those of today and before.
  package var within = 0
  /// Only those whose deadline has passed.
  package var isOverdueOnly = false
  /// The codes of units; what lies below them is meant with them.
  package var units: Set<String> = []
  /// The ids of areas of checklists.
  package var areas: Set<String> = []
  /// How grave they are.
  package var severities: Set<CheckSeverity> = []
  /// The words of their origins.
  package var origins: Set<String> = []
  /// What they ask for.
  package var kinds: Set<ItemKind> = []
  /// The codes of the units their plans make responsible.
  package var responsible: Set<String> = []
  /// The sides that owe them.
  package var owedBy: Set<Party> = []
  /// The most lines.
  package var limit = 100

  /// Creates a filter for all that is due by today.
  package init() {}
}

/// A line of a due list.
package struct DueLine: Hashable, Sendable {
  /// The item.
  package let item: ItemSummary
  /// What it is doing.
  package let phase: ItemStanding.Phase
  /// Calendar days after the deadline.
  package let overdueDays: Int
  /// Calendar days up to the deadline; 0 once it has come.
  package let daysLeft: Int
}

/// What is due.
package struct DueList: Sendable {
  /// The day of the list.
  package let day: CivilDate
  /// The lines, the earliest deadline first.
  package let lines: [DueLine]
  /// How many there are in all.
  package let count: Int
}

extension Workspace {
  /// What is due, read from the index of deadlines.
  package func dueList(
    _ filter: DueFilter, _ session: Session
  ) throws(WorkspaceError) -> DueList {
    let today = session.today
    var query = ItemQuery(isOpen: true, limit: filter.limit)
    do throws(TimeError) {
      query.dueThrough = try today.adding(days: filter.isOverdueOnly ? -1 : filter.within)
    } catch {
      throw WorkspaceError("time", error.message)
    }
    try narrow(&query, by: filter, session)
    let rows = try items(query, session)
    var lines: [DueLine] = []
    lines.reserveCapacity(rows.count)
    for row in rows { lines.append(try line(row.item, today)) }
    var count = rows.count
    if rows.count == filter.limit {
      query.limit = .max
      count =
        isReader(session, of: settings.coordinator, in: try access())
        ? try storing { () throws(JournalError) in try journal.itemCount(query) }
        : try items(query, session).count
    }
    return DueList(day: today, lines: lines, count: count)
  }

  private func line(_ item: ItemSummary, _ today: CivilDate) throws(WorkspaceError) -> DueLine {
    // The policy matters only where a request is open; most items need no checklist to be read.
    let stopsClock =
      item.request == nil ? false : try rules(of: item.origin).policies.requestStopsClock
    let phase = item.phase(on: today, requestStopsClock: stopsClock)
    return DueLine(
      item: item, phase: phase, overdueDays: item.overdueDays(in: phase, on: today),
      daysLeft: max(0, item.due.map { today.days(until: $0) } ?? 0))
  }

  func narrow(
    _ query: inout ItemQuery, by filter: DueFilter, _ session: Session
  ) throws(WorkspaceError) {
    if !filter.units.isEmpty {
      for code in filter.units.sorted() { _ = try unit(code, on: session.today) }
      query.units = try unitsBelow(filter.units, on: session.today)
    }
    if !filter.severities.isEmpty { query.severities = filter.severities }
    if !filter.origins.isEmpty { query.origins = filter.origins }
    if !filter.kinds.isEmpty { query.kinds = filter.kinds }
    if !filter.responsible.isEmpty { query.responsible = filter.responsible }
    if !filter.owedBy.isEmpty { query.owedBy = filter.owedBy }
    if !filter.areas.isEmpty { query.checks = try checks(ofAreas: filter.areas) }
  }

  /// Units with all that lie or lay below them, since items may still stand with one that has ended.
  func unitsBelow(
    _ codes: Set<String>, on day: CivilDate
  ) throws(WorkspaceError) -> Set<String> {
    var below = codes
    let units = try register().units
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for known in units where known.unit.parent.map({ below.contains($0) }) ?? false {
        if below.insert(known.unit.code).inserted { isGrowing = true }
      }
    }
    return below
  }

  /// The checks of some areas in every frozen checklist.
  ///
  /// - Throws: ``WorkspaceError`` with the nearest id where no checklist has such an area.
  func checks(ofAreas areas: Set<String>) throws(WorkspaceError) -> Set<CheckReference> {
    var found: Set<String> = []
    var all: Set<String> = []
    var checks: Set<CheckReference> = []
    for frozen in try frozenChecklists() {
      for area in try content(frozen.reference).areas {
        all.insert(area.id)
        guard areas.contains(area.id) else { continue }
        found.insert(area.id)
        for check in area.checks {
          checks.insert(CheckReference(checklist: frozen.reference, check: check.id))
        }
      }
    }
    if let unknown = areas.subtracting(found).min() {
      throw .unknown(
        "unknown-area", LocalizedText(vi: "lĩnh vực", en: "area"), unknown, among: all.sorted())
    }
    return checks
  }
}
