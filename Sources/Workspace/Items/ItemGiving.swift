import ChecklistFormat
import Diagnostics
package import InspectionCore
package import Storage

/// A command on an item, with the free texts that it names by digest.
package struct ItemOrder: Sendable {
  /// The item's id.
  package var item: String
  /// What is wanted.
  package var command: ItemCommand
  /// The texts that come with it; those the journal keeps already need not be given.
  package var texts: [FreeText]
  /// The day it happened; nil for that of the session.
  package var happened: CivilDate?

  /// Creates an order.
  package init(
    _ command: ItemCommand, to item: String, texts: [FreeText] = [], happened: CivilDate? = nil
  ) {
    self.item = item
    self.command = command
    self.texts = texts
    self.happened = happened
  }
}

/// What an order led to.
package struct GivenOrder: Sendable {
  /// The item's id.
  package let item: String
  /// What was wanted.
  package let command: ItemCommandKind
  /// What happened.
  package let events: [ItemEvent]
  /// The item before; nil where it began.
  package let before: ItemSummary?
  /// The item after.
  package let after: ItemSummary
}

extension FreeText {
  /// What items name the text by.
  package var blob: BlobDigest? { BlobDigest(hex: digest.hex) }
}

extension Workspace {
  /// Gives a command on an item.
  ///
  /// - Throws: ``WorkspaceError``: who may not, what the rules of items refuse with what they would allow,
  ///   and the journal's own; nothing was recorded then.
  @discardableResult
  package func give(
    _ command: ItemCommand, to item: String, texts: [FreeText] = [], _ session: Session
  ) throws(WorkspaceError) -> GivenOrder {
    let given = try give([ItemOrder(command, to: item, texts: texts)], session)
    return given[0]
  }

  /// Gives commands on items, in order, all or none; a later one sees what an earlier one did.
  ///
  /// An order about an item that a document issues, hands over or opens again carries that document in
  /// its attribution where the session names none.
  @discardableResult
  package func give(
    _ orders: [ItemOrder], _ session: Session
  ) throws(WorkspaceError) -> [GivenOrder] {
    try give(orders, besides: [], expecting: [:], session)
  }

  /// Gives commands on items, and records what else happens with them; all or none.
  @discardableResult
  func give(
    _ orders: [ItemOrder], besides: [EventDraft], expecting: [SubjectID: Int64], _ session: Session
  ) throws(WorkspaceError) -> [GivenOrder] {
    var giving = ItemGiving(self, session)
    var given: [GivenOrder] = []
    for order in orders { given.append(try giving.give(order)) }
    try giving.record(besides: besides, expecting: expecting)
    return given
  }

  /// The commands that the session's account could give on an item today, with some arguments, on some
  /// paper: what the rules of items allow and its roles give.
  package func commands(
    on item: String, _ session: Session
  ) throws(WorkspaceError) -> [ItemCommandKind] {
    var giving = ItemGiving(self, session)
    return try giving.commands(on: item)
  }

  /// The policies and the calendar that hold for an item: those of the checklist it stands on, else of the
  /// checklist added last.
  package func rules(of origin: ItemOrigin) throws(WorkspaceError) -> Checklist {
    if let reference = origin.checklistReference { return try content(reference) }
    return try defaultContent()
  }
}

extension ItemOrigin {
  /// The checklist it names first, as `id@version`.
  package var checklistReference: String? {
    if case .figures(let request) = self { return request.checklist }
    return failedChecks.first?.checklist
  }
}

/// Orders being given: the items as they are so far, and what is to be recorded of them.
private struct ItemGiving {
  /// An item as it is so far.
  private struct Working {
    var fold = ItemFold()
    /// The version in the journal.
    var version: Int64 = 0
    var events: [EventID] = []
  }

  private let workspace: Workspace
  private let session: Session
  private var working: [String: Working] = [:]
  private var drafts: [EventDraft] = []
  private var texts: [FreeText] = []
  /// The next inspection of each unit that was asked for.
  private var visits: [String: CivilDate?] = [:]

  init(_ workspace: Workspace, _ session: Session) {
    self.workspace = workspace
    self.session = session
  }

  mutating func give(_ order: ItemOrder) throws(WorkspaceError) -> GivenOrder {
    var current = try load(order.item)
    let before = current.fold.summary
    let by = try attributed(order, current.fold.item)
    let context = try context(of: order.command, on: current, by)
    let events: [ItemEvent]
    switch decide(order.command, current.fold.item, context) {
    case .refused(let refusal): throw WorkspaceError(refusal, of: order, isKnown: before != nil)
    case .events(let decided): events = decided
    }
    for event in events {
      current.fold.take(event, by: by)
      drafts.append(draft(event, order, by))
    }
    texts += order.texts
    working[order.item] = current
    guard let after = current.fold.summary else { throw .damagedItem(order.item) }
    return GivenOrder(
      item: order.item, command: order.command.kind, events: events, before: before, after: after)
  }

  mutating func commands(on item: String) throws(WorkspaceError) -> [ItemCommandKind] {
    let current = try load(item)
    guard let state = current.fold.item else { throw try workspace.unknownItem(item) }
    var by = session.attribution
    if by.party == .unit, by.unit == nil { by.unit = state.unit }
    let context = try context(of: .settlePart(""), on: current, by)
    let access = try workspace.access()
    return allowedCommands(on: state, context).filter { kind in
      may(session.actor, .item(kind), unit: state.unit, on: session.today, in: access).isGiven
    }
  }

  func record(
    besides: [EventDraft], expecting known: [SubjectID: Int64]
  ) throws(WorkspaceError) {
    var expecting = known
    for draft in drafts { expecting[draft.subject] = working[draft.subject.id]?.version }
    try workspace.record(drafts + besides, expecting: expecting, texts: texts, session)
  }

  // MARK: One order

  private mutating func load(_ id: String) throws(WorkspaceError) -> Working {
    if let known = working[id] { return known }
    var found = Working()
    let story = try storing { () throws(JournalError) in try workspace.journal.item(id) }
    if let story {
      found.fold = story.fold
      found.version = story.version
      found.events = story.events.map(\.event.id)
    }
    working[id] = found
    return found
  }

  /// Who gives it, once their right is established.
  private func attributed(
    _ order: ItemOrder, _ item: TrackedItem?
  ) throws(WorkspaceError) -> Attribution {
    let unit: String
    switch order.command {
    case .propose(let proposal): unit = item?.unit ?? proposal.unit
    case .takeOver(let whole, _): unit = working[whole]?.fold.item?.unit ?? session.unit ?? ""
    default:
      guard let item else { throw try workspace.unknownItem(order.item) }
      unit = item.unit
    }
    var session = session
    session.document = session.document ?? order.command.document
    session.happened = order.happened ?? session.happened
    try workspace.authorize(session, .item(order.command.kind), unit: unit)
    var by = session.attribution
    if by.party == .unit, by.unit == nil { by.unit = unit }
    return by
  }

  private mutating func context(
    of command: ItemCommand, on current: Working, _ by: Attribution
  ) throws(WorkspaceError) -> DecisionContext {
    var origin = current.fold.item?.terms.origin
    var unit = current.fold.item?.unit ?? ""
    var relatives: [TrackedItem] = []
    switch command {
    case .propose(let proposal):
      origin = origin ?? proposal.origin
      unit = proposal.unit
    case .takeOver(let whole, _):
      if let item = try load(whole).fold.item {
        relatives.append(item)
        origin = item.terms.origin
      }
    case .settlePart:
      for part in current.fold.item?.parts ?? [] {
        if let item = try load(part.item).fold.item { relatives.append(item) }
      }
    default: break
    }
    let rules = try workspace.rules(of: origin ?? .finding)
    return DecisionContext(
      by: by, today: session.today, policies: rules.policies, calendar: rules.calendar,
      nextInspection: try nextInspection(command, of: unit), earlier: current.events,
      relatives: relatives)
  }

  /// Only extensions ask for it.
  private mutating func nextInspection(
    _ command: ItemCommand, of unit: String
  ) throws(WorkspaceError) -> CivilDate? {
    switch command {
    case .requestExtension, .grantExtension: break
    default: return nil
    }
    if let known = visits[unit] { return known }
    let visit = try workspace.nextInspection(of: unit, after: session.today)
    visits[unit] = .some(visit)
    return visit
  }

  private func draft(_ event: ItemEvent, _ order: ItemOrder, _ by: Attribution) -> EventDraft {
    var files: [Digest] = []
    if case .evidenceSubmitted(let sources) = event {
      for case .file(let digest) in sources {
        if let file = Digest(hex: digest.hex) { files.append(file) }
      }
    }
    if let scan = by.document?.scan.flatMap({ Digest(hex: $0) }) { files.append(scan) }
    var corrects: EventID?
    if case .corrected(let correction) = event { corrects = correction.event }
    return EventDraft(
      subject: SubjectID(kind: "item", id: order.item), type: event.type, form: ItemEvent.form,
      payload: event.payload, attribution: by, corrects: corrects, files: files,
      texts: order.texts.map(\.digest))
  }
}

extension ItemCommand {
  /// The paper that the command itself names.
  fileprivate var document: DocumentReference? {
    switch self {
    case .issue(let terms): terms.document
    case .reopen(_, let terms): terms?.document
    case .transfer(_, _, let document, _), .divide(_, let document): document
    case .correct(_, .issue(let terms), _): terms.document
    case .propose(let proposal):
      if case .recommendation(let known) = proposal.origin { known.document } else { nil }
    default: nil
    }
  }
}

extension WorkspaceError {
  /// A refusal by the rules of items, with what they would allow.
  fileprivate init(_ refusal: Refusal, of order: ItemOrder, isKnown: Bool) {
    let titles = refusal.allowed.map(\.title)
    let allowed =
      titles.isEmpty
      ? LocalizedText(
        vi: "tài khoản này hôm nay không làm được gì với nội dung đó",
        en: "this account can do nothing about it today")
      : LocalizedText(
        vi: "lúc này có thể: " + titles.map(\.vi).joined(separator: ", "),
        en: "possible now: " + titles.map(\.en).joined(separator: ", "))
    self.init(
      .refused, refusal.code,
      LocalizedText(vi: "\(order.item): \(refusal.why.vi)", en: "\(order.item): \(refusal.why.en)"),
      mend: allowed)
  }

  fileprivate static func damagedItem(_ id: String) -> WorkspaceError {
    WorkspaceError(
      .unreadable, "damaged-item",
      LocalizedText(
        vi: "\(id): nhật ký thiếu sự kiện đầu", en: "\(id): the journal lacks its first event"),
      mend: LocalizedText(
        vi: "nhận nốt nhật ký từ máy kia: soat journal import",
        en: "receive the rest of the other store's journal: soat journal import"))
  }
}
