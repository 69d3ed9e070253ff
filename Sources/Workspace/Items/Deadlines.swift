import ChecklistFormat
package import Diagnostics
import Documents
package import InspectionCore
import Storage

extension Workspace {
  /// The deadlines as a calendar (RFC 5545): every open item with a binding deadline, and those closed
  /// within some days.
  package func deadlineCalendar(
    _ filter: DueFilter, closedWithin days: Int, alarmDays: Int, _ session: Session
  ) throws(WorkspaceError) -> String {
    let language = settings.language
    var tasks: [CalendarTask] = []
    var query = ItemQuery(isOpen: true)
    query.dueFrom = CivilDate(year: 1, month: 1, day: 1)
    try narrow(&query, by: filter, session)
    var rows = try items(query, session)
    if days > 0, let first = try? session.today.adding(days: -days) {
      query.isOpen = false
      query.statuses = [.closed]
      query.happenedFrom = first
      rows += try items(query, session).filter { ($0.item.ended ?? first) >= first }
    }
    for row in rows {
      guard let due = row.item.due else { continue }
      let item = row.item
      let unitName = try unit(item.unit, on: session.today).name
      var details = "\(unitName) (\(item.unit))"
      if let issue = item.issue {
        details +=
          LocalizedText(
            vi: "\nVăn bản số \(issue.number) ngày \(issue.date.vietnamese)",
            en: "\nDocument \(issue.number) of \(issue.date.iso)")[language]
      }
      tasks.append(
        CalendarTask(
          id: item.id, summary: "\(unitName): \(try wording(of: item)[language])",
          details: details, due: due, start: item.issue?.date, severity: item.severity,
          isStarted: item.status == .inProgress || item.status == .evidenceSubmitted,
          completed: item.ended, categories: [unitName]))
    }
    return DeadlineCalendar(
      name: settings.title[language], origin: journal.origin, written: session.recorded,
      alarmDays: alarmDays, language: language
    ).text(tasks)
  }

  /// The number of the journal's last event: what a report was computed from.
  package func headNumber() throws(WorkspaceError) -> Int64 {
    try storing { () throws(JournalError) in try journal.head().number }
  }

  /// The lines of a status report with what their keys are called; the heading first, the total last.
  package func titledRows(
    of report: StatusReport, _ language: Language, _ session: Session
  ) throws(WorkspaceError) -> [[String]] {
    let columns = StatusColumn.shown
    var rows = [[report.dimension.title[language]] + columns.map { $0.title[language] }]
    for group in report.groups {
      let title = try title(of: group.key, in: report.dimension, on: report.period.to)
      rows.append([title[language]] + columns.map { String($0.count(in: group.counts)) })
    }
    let total = LocalizedText(vi: "Tổng", en: "Total")
    rows.append([total[language]] + columns.map { String($0.count(in: report.total)) })
    return rows
  }
}
