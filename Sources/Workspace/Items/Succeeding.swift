import ChecklistFormat
import Diagnostics
package import InspectionCore
import Storage

extension Workspace {
  /// What is proposed for each open item of a unit that has ended by the session's day.
  package func succession(_ session: Session) throws(WorkspaceError) -> [SuccessionProposal] {
    try authorize(session, .workspace(.read), unit: settings.coordinator)
    let units = try access().units
    var ended: Set<String> = []
    for known in try register().units where !units.exists(known.unit.code, on: session.today) {
      ended.insert(known.unit.code)
    }
    guard !ended.isEmpty else { return [] }
    let rows = try storing { () throws(JournalError) in
      try journal.items(ItemQuery(isOpen: true, units: ended, order: .unit))
    }
    return proposeSuccession(
      of: rows.map(\.item), in: units, on: session.today, coordinator: settings.coordinator
    ).filter { $0.course != .stays }
  }

  /// Carries a succession out, all of it or nothing: items follow their unit's one heir, are divided among
  /// several, or go where a person allocated them; every command cites the handover document, and the
  /// original deadlines stay.
  ///
  /// - Parameters:
  ///   - allocations: what a person decided for the items that wait for one.
  ///   - units: the units whose items are handed over; nil for all that have ended.
  ///   - note: a note that stays with each item, such as why a deadline fell in the changeover.
  package func allocate(
    _ allocations: [Allocation], ofUnits units: Set<String>? = nil, document: DocumentReference,
    note: String? = nil, _ session: Session
  ) throws(WorkspaceError) -> [GivenOrder] {
    try authorize(session, .workspace(.allocate), unit: settings.coordinator)
    let proposals = try succession(session).filter { units?.contains($0.unit) ?? true }
    let text = note.map { FreeText($0) }
    let handovers: [Handover]
    do throws(AllocationError) {
      handovers = try InspectionCore.handovers(
        proposals, allocations: allocations, document: document, note: text?.blob,
        coordinator: settings.coordinator, partID: { "\($0)/\($1)" })
    } catch {
      throw WorkspaceError("allocation", error.message)
    }
    var orders: [ItemOrder] = []
    for handover in handovers {
      orders.append(
        ItemOrder(handover.command, to: handover.item, texts: text.map { [$0] } ?? []))
      for part in handover.parts {
        orders.append(
          ItemOrder(.takeOver(whole: handover.item, part: part.item), to: part.item))
      }
    }
    return try give(orders, session)
  }
}
