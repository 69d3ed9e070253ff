import ChecklistFormat
import Diagnostics
package import InspectionCore
import Storage

/// The letters that a day calls for, each with what is recorded once it goes.
package struct ReminderRound: Sendable {
  /// The letters, by unit.
  package let letters: [ChasingLetter]

  /// Creates a round.
  package init(letters: [ChasingLetter]) { self.letters = letters }
}

extension Workspace {
  /// The chasing letters that the policies call for today and that have not been sent: one a unit.
  package func reminders(
    _ filter: DueFilter, _ session: Session
  ) throws(WorkspaceError) -> ReminderRound {
    var query = ItemQuery(isOpen: true, order: .unit)
    query.owedBy = [.unit]
    let warning = try longestWarning()
    do throws(TimeError) { query.dueThrough = try session.today.adding(days: warning) } catch {
      throw WorkspaceError("time", error.message)
    }
    try narrow(&query, by: filter, session)
    var byUnit: [String: [ChasedItem]] = [:]
    for row in try items(query, session) {
      let rules = try rules(of: row.item.origin)
      let entry = DueEntry(
        row.item, on: session.today, calendar: rules.calendar, policies: rules.policies)
      guard let step = entry.step(of: rules.policies) else { continue }
      byUnit[row.item.unit, default: []].append(
        ChasedItem(
          entry, step: step, wording: try wording(of: row.item)[settings.language]))
    }
    let office = try unit(settings.coordinator, on: session.today).name
    var letters: [ChasingLetter] = []
    for (code, items) in byUnit.sorted(by: { $0.key < $1.key }) {
      letters.append(
        ChasingLetter(
          unit: code, unitName: try unit(code, on: session.today).name, office: office,
          day: session.today, items: items))
    }
    return ReminderRound(letters: letters)
  }

  /// Records that a letter goes: an event for each of its items, all or none, so that none goes twice.
  package func sent(_ letter: ChasingLetter, _ session: Session) throws(WorkspaceError) {
    try give(letter.items.map { ItemOrder(.remind, to: $0.entry.item.id) }, session)
  }

  /// How many calendar days before a deadline the earliest step of any policy can lie: each working day
  /// takes no more than three, and no row of days off is longer than ten.
  private func longestWarning() throws(WorkspaceError) -> Int {
    var earliest = 0
    for frozen in try frozenChecklists() {
      for step in try content(frozen.reference).policies.escalation {
        earliest = min(earliest, step.offset)
      }
    }
    return earliest == 0 ? 0 : -earliest * 3 + 10
  }
}
