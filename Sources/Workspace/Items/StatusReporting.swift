import ChecklistFormat
package import Diagnostics
package import InspectionCore
import Storage

extension Workspace {
  /// How what was asked for stood at the end of a period, from what had happened by then.
  ///
  /// An item on which nothing happened since then counts as its row has it; only the others are folded
  /// again from their events.
  package func statusReport(
    _ period: Period, by dimension: StatusDimension, of filter: DueFilter = DueFilter(),
    _ session: Session
  ) throws(WorkspaceError) -> StatusReport {
    var query = ItemQuery(order: .id)
    query.openedThrough = period.to
    try narrow(&query, by: filter, session)
    let access = try access()
    let mayReadAll = isReader(session, of: settings.coordinator, in: access)
    var areas = AreaIndex()
    var report = StatusReport(period: period, by: dimension)
    var later: [ItemRow] = []
    var readable: [String: Bool] = [:]
    let rows = try storing { () throws(JournalError) in try journal.items(query) }
    for row in rows {
      if !mayReadAll {
        let known = readable[row.item.unit]
        let mayRead = known ?? isReader(session, of: row.item.unit, in: access)
        readable[row.item.unit] = mayRead
        guard mayRead else { continue }
      }
      if row.happened > period.to {
        later.append(row)
      } else {
        try add(row.item, to: &report, &areas)
      }
    }
    if !mayReadAll, !readable.values.contains(true) {
      try authorize(session, .workspace(.read), unit: settings.coordinator)
    }
    for row in later {
      let then = try storing { () throws(JournalError) in
        try journal.item(row.item.id, asOf: period.to)
      }
      if let then { try add(then, to: &report, &areas) }
    }
    return report
  }

  private func add(
    _ item: ItemSummary, to report: inout StatusReport, _ areas: inout AreaIndex
  ) throws(WorkspaceError) {
    let stopsClock =
      item.request == nil ? false : try rules(of: item.origin).policies.requestStopsClock
    var area: String?
    if report.dimension == .area, let reference = item.checkReferences.first {
      area = try areas.area(of: reference, in: self)
    }
    report.add(item, area: area, requestStopsClock: stopsClock)
  }

  /// What the key of a report's line is called.
  package func title(
    of key: String, in dimension: StatusDimension, on day: CivilDate
  ) throws(WorkspaceError) -> LocalizedText {
    switch dimension {
    case .origin: return ItemOrigin.title(of: key) ?? LocalizedText(same: key)
    case .kind: return ItemKind(rawValue: key)?.title ?? LocalizedText(same: key)
    case .severity: return CheckSeverity(rawValue: key)?.title ?? LocalizedText(same: key)
    case .unit: return LocalizedText(same: try unit(key, on: day).name)
    case .area:
      for frozen in try frozenChecklists().reversed() {
        for area in try content(frozen.reference).areas where area.id == key {
          return area.title
        }
      }
      return LocalizedText(vi: "không thuộc lĩnh vực nào", en: "of no area")
    }
  }
}

/// The areas of checks, looked up once a checklist.
private struct AreaIndex {
  private var areas: [String: [String: String]] = [:]

  mutating func area(
    of reference: CheckReference, in workspace: Workspace
  ) throws(WorkspaceError) -> String? {
    if let known = areas[reference.checklist] { return known[reference.check] }
    var byCheck: [String: String] = [:]
    for area in try workspace.content(reference.checklist).areas {
      for check in area.checks { byCheck[check.id] = area.id }
    }
    areas[reference.checklist] = byCheck
    return byCheck[reference.check]
  }
}
