import ChecklistFormat
package import Diagnostics
package import InspectionCore
package import Storage

extension Workspace {
  /// The unit that an item concerns.
  package func unit(ofItem id: String) throws(WorkspaceError) -> String {
    let story = try storing { () throws(JournalError) in try journal.item(id) }
    guard let story else { throw try unknownItem(id) }
    return story.item.unit
  }

  /// An event of an item by its number among them, from 1.
  package func event(_ number: Int, ofItem id: String) throws(WorkspaceError) -> EventID {
    let story = try storing { () throws(JournalError) in try journal.item(id) }
    guard let story else { throw try unknownItem(id) }
    guard (1...story.events.count).contains(number) else {
      throw WorkspaceError(
        "unknown-event",
        LocalizedText(
          vi: "\(id) có \(story.events.count) sự kiện, không có số \(number)",
          en: "\(id) has \(story.events.count) events, none is number \(number)"),
        mend: LocalizedText(vi: "xem: soat item show \(id)", en: "look at: soat item show \(id)"))
    }
    return story.events[number - 1].event.id
  }

  /// Keeps a file as evidence; in a dry run only its digest is computed.
  package func evidence(
    at path: String, _ session: Session
  ) throws(WorkspaceError) -> String {
    guard session.isDryRun else { return try keepFile(at: path) }
    do throws(FileProblem) {
      return Digest(of: try FileBytes.read(path, limit: 268_435_456)).hex
    } catch {
      throw WorkspaceError(error)
    }
  }

  /// Divides items among units, and has each take its part over.
  package func divide(
    _ ids: [String], among units: [String], _ document: DocumentReference, _ session: Session
  ) throws(WorkspaceError) -> [GivenOrder] {
    for code in units { _ = try unit(code, on: session.happened) }
    var orders: [ItemOrder] = []
    for id in ids {
      let parts = units.map { unit in
        ItemPart(
          item: "\(id)/\(unit)", unit: unit,
          owedBy: unit == settings.coordinator ? .department : .unit)
      }
      orders.append(ItemOrder(.divide(parts, document), to: id))
      for part in parts {
        orders.append(ItemOrder(.takeOver(whole: id, part: part.item), to: part.item))
      }
    }
    return try give(orders, session)
  }

  /// The items of a list by status.
  package func itemList(
    _ filter: DueFilter, statuses: Set<ItemStatus>, inspections: Set<String>, isOpen: Bool?,
    limit: Int, _ session: Session
  ) throws(WorkspaceError) -> [ItemRow] {
    var query = ItemQuery(isOpen: isOpen, order: .due, limit: limit)
    if !statuses.isEmpty { query.statuses = statuses }
    if !inspections.isEmpty { query.inspections = inspections }
    try narrow(&query, by: filter, session)
    return try items(query, session)
  }

  /// An item with what people read of it.
  package func shown(
    _ story: ItemStory, _ session: Session
  ) throws(WorkspaceError) -> ShownItem {
    let rules = try rules(of: story.item.terms.origin)
    return ShownItem(
      story: story, wording: try wording(of: story.summary),
      unitName: try unit(story.item.unit, on: session.today).name,
      standing: ItemStanding(
        story.summary, today: session.today, calendar: rules.calendar, policies: rules.policies),
      step: story.summary.owedBy == .unit
        ? ItemStanding(
          story.summary, today: session.today, calendar: rules.calendar, policies: rules.policies
        ).escalation.map { rules.policies.escalation[$0].title } : nil,
      commands: try commands(on: story.item.id, session))
  }
}

/// An item as people read it.
package struct ShownItem: Sendable {
  /// Its story.
  package let story: ItemStory
  /// What it is about.
  package let wording: LocalizedText
  /// What its unit is called.
  package let unitName: String
  /// How it stands today.
  package let standing: ItemStanding
  /// The step of chasing that has been reached.
  package let step: LocalizedText?
  /// What the account could do about it.
  package let commands: [ItemCommandKind]
}
