import Diagnostics
import InspectionCore
import JSON
import TestSupport

/// A few items, people who ask for things at random, and the journal of what was accepted.
struct RandomWorld {
  private var generator: SeededGenerator
  private var commands: RandomCommands
  private let policies: FollowUpPolicies
  private var today = date("2024-01-02")
  private var next: CivilDate?
  private var items: [String: TrackedItem] = [:]
  private var journal: [String: [(event: ItemEvent, by: Attribution)]] = [:]
  private var watch = InvariantWatch()
  var tally = Tally()
  /// Whether every refusal is checked in full, and every event is read back from its JSON.
  var isThorough = false

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    commands = RandomCommands(generator: SeededGenerator(seed: ~seed))
    policies = FollowUpPolicies(
      countedFrom: Bool.random(using: &generator) ? .issue : .assessment,
      extensions: [
        ExtensionLimit(severity: .high, times: 2, days: 10),
        ExtensionLimit(severity: .medium, times: 1, days: 30),
        ExtensionLimit(severity: .low, times: 5, days: 400),
      ],
      extensionsBeforeDue: Bool.random(using: &generator),
      requestStopsClock: Bool.random(using: &generator),
      escalation: Follow.policies.escalation)
  }

  /// Gives commands; the failure of the first invariant that breaks.
  mutating func run() -> String? {
    for _ in 0..<Int.random(in: 10...30, using: &generator) {
      if let failure = step() { return failure }
    }
    for (id, entries) in journal {
      if let failure = rebuild(id, entries) { return failure }
    }
    return nil
  }

  private mutating func step() -> String? {
    pass()
    let id = pickItem()
    let state = items[id]
    let context = context()
    // Mostly something that the engine says can be done, so that sequences get far.
    let isGuided = Int.random(in: 0..<4, using: &generator) != 0
    let allowed = isThorough || isGuided ? allowedCommands(on: state, context) : []
    let kind = (isGuided ? pick(allowed) : nil) ?? pick(ItemCommandKind.allCases)!
    let command =
      isGuided && Bool.random(using: &generator) && context.by.happened == today
      ? acceptable(kind, id, state, context) : commands.command(kind, id, state, context)
    // Whoever takes a part over does so under the part's own id.
    if case .takeOver(_, let part) = command, part != id { return nil }
    tally.asked += 1
    switch decide(command, state, context) {
    case .events(let events):
      tally.accepted[kind, default: 0] += 1
      guard !isThorough || allowed.contains(kind) else {
        return "\(id): \(kind) is accepted but not allowed"
      }
      for event in events {
        if let failure = watch.see(event, id, context) { return "\(id): \(failure)" }
        items[id] = evolve(items[id], event, by: context.by)
        journal[id, default: []].append((event, context.by))
      }
    case .refused(let refusal):
      tally.refusals[refusal.code, default: 0] += 1
      guard !refusal.why.vi.isEmpty, !refusal.why.en.isEmpty,
        !isThorough || refusal.allowed == allowed
      else {
        return "\(id): the refusal \(refusal.code) of \(kind) says the wrong thing"
      }
      if isThorough, let failure = tryAll(allowed, id, state, context) { return failure }
    }
    return nil
  }

  /// Each command kind that a refusal names has arguments with which it is accepted.
  private mutating func tryAll(
    _ kinds: [ItemCommandKind], _ id: String, _ state: TrackedItem?, _ context: DecisionContext
  ) -> String? {
    var context = context
    context.by.happened = today
    for kind in kinds {
      tally.tried += 1
      let command = acceptable(kind, id, state, context)
      if case .refused(let refusal) = decide(command, state, context) {
        return "\(id): \(kind) is named as allowed but refused, \(refusal.code)"
      }
    }
    return nil
  }

  /// The state folded from the journal is the state the commands led to.
  private func rebuild(
    _ id: String, _ entries: [(event: ItemEvent, by: Attribution)]
  ) -> String? {
    var state: TrackedItem?
    for entry in entries {
      guard let read = isThorough ? roundTrip(entry.event) : entry.event else {
        return "\(id): \(entry.event) cannot be read"
      }
      guard read == entry.event else { return "\(id): \(entry.event) is read as \(read)" }
      state = evolve(state, read, by: entry.by)
    }
    return state == items[id] ? nil : "\(id): state from events differs from state from commands"
  }

  private func roundTrip(_ event: ItemEvent) -> ItemEvent? {
    do {
      let bytes = JSONWriter.canonical(.object(event.payload))
      guard let payload = try JSONReader.read(bytes).objectValue else { return nil }
      return try ItemEvent(type: event.type, form: ItemEvent.form, payload: payload)
    } catch {
      return nil
    }
  }

  /// A kind; those that end or divide an item, or only note something, less often than the rest.
  private mutating func pick(_ kinds: [ItemCommandKind]) -> ItemCommandKind? {
    for _ in 0..<3 {
      let kind = kinds.randomElement(using: &generator)
      switch kind {
      case .divide, .transfer, .correct, .review, .waive, .propose, .reportRecordsMissing: continue
      default: return kind
      }
    }
    return kinds.randomElement(using: &generator)
  }

  private mutating func pass() {
    let days = [0, 0, 1, 2, 5, 20].randomElement(using: &generator)!
    today = (try? today.adding(days: days)) ?? today
    guard Int.random(in: 0..<6, using: &generator) == 0 else { return }
    next = (try? today.adding(days: Int.random(in: 0...90, using: &generator)))
    if Bool.random(using: &generator) { next = nil }
  }

  private mutating func pickItem() -> String {
    if items.isEmpty { return "i1" }
    if let whole = unsettled, Bool.random(using: &generator) { return whole }
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: return "new"
    case 1...5: return parts.randomElement(using: &generator) ?? "i1"
    default: return items.keys.sorted().randomElement(using: &generator)!
    }
  }

  /// A divided item of which a part has ended since.
  private var unsettled: String? {
    for id in items.keys.sorted() {
      for part in items[id]?.parts ?? [] where part.ending == nil {
        if let item = items[part.item], !item.status.isOpen, item.status != .divided { return id }
      }
    }
    return nil
  }

  private var parts: [String] { items.values.flatMap { $0.parts.map(\.item) }.sorted() }

  private mutating func context() -> DecisionContext {
    let party = [Party.unit, .unit, .team, .department, .department, .province]
      .randomElement(using: &generator)!
    let unit = ["x/a", "x/a", "x/a", "x/b", "x/c"].randomElement(using: &generator)
    let back = [0, 0, 0, 0, 1, 9, -1].randomElement(using: &generator)!
    let by = Attribution(
      account: ["p", "q", "r", "s"].randomElement(using: &generator)!, party: party,
      unit: party == .unit ? unit : nil,
      happened: (try? today.adding(days: -back)) ?? today, recorded: 0)
    return Follow.context(
      by, today: today, policies: policies, next: next,
      relatives: items.keys.sorted().compactMap { items[$0] })
  }
}

/// What must never happen, reckoned from the events alone.
struct InvariantWatch {
  fileprivate struct Trail {
    var classes: [CheckClass] = []
    var severity = CheckSeverity.low
    var evidence: [Attribution] = []
    var requests: [Attribution] = []
    var due: CivilDate?
    var wasMoved = false
    var granted = 0
    var days = 0
    var parts: [String] = []
  }

  private var trails: [String: Trail] = [:]

  /// What an event breaks.
  mutating func see(_ event: ItemEvent, _ id: String, _ context: DecisionContext) -> String? {
    let by = context.by
    var trail = trails[id] ?? Trail()
    defer { trails[id] = trail }
    switch event {
    case .proposed(let proposal, _):
      trail.classes = proposal.origin.failedChecks.map(\.checkClass)
      trail.severity = proposal.severity
    case .tookOver(let heritage):
      trail = trails[heritage.whole] ?? Trail()
      trail.evidence = []
      trail.parts = []
      if heritage.deadlines.last?.due.due != trail.due { return "a part lost its deadline" }
    case .issued(let issue):
      trail.due = issue.deadline?.due.due
      trail.wasMoved = false
    case .reopened(_, let issue):
      trail.evidence = []
      if let deadline = issue?.deadline {
        trail.due = deadline.due.due
        trail.wasMoved = false
      }
    case .evidenceSubmitted: trail.evidence.append(by)
    case .reviewed(let review):
      if review.outcome == .resolved { trail.evidence.append(by) }
    case .rejected: trail.evidence = []
    case .verified:
      if trail.evidence.isEmpty { return "closed without evidence" }
      for known in trail.evidence where known.account == by.account || known.party == by.party {
        return "closed by whoever submitted the evidence"
      }
    case .extensionRequested: trail.requests.append(by)
    case .extensionGranted(let deadline, _):
      guard let asked = trail.requests.last else { return "granted what nobody asked" }
      if asked.account == by.account || asked.party == by.party { return "granted by who asked" }
      trail.granted += 1
      return trail.move(deadline, context, "granted")
    case .extensionRefused(_, let deadline?):
      if !context.policies.requestStopsClock { return "the clock stood against the policy" }
      return trail.move(deadline, context, "paused")
    case .waived:
      if trail.classes.contains(.duty) { return "a duty was waived" }
    case .divided(let parts, _): trail.parts = parts.map(\.item)
    case .partSettled(let part):
      if !trail.parts.contains(part.item) { return "a part of another item" }
      let known = context.relatives.first { $0.id == part.item }
      if part.ending != nil, known?.status.isOpen != false { return "settled while open" }
    case .corrected(let correction): trail.correct(correction.amendment)
    default: break
    }
    return nil
  }
}

extension InvariantWatch.Trail {
  fileprivate mutating func move(
    _ deadline: Deadline, _ context: DecisionContext, _ what: String
  ) -> String? {
    guard let old = due else { return "\(what) without a deadline" }
    let moved = old.days(until: deadline.due.due)
    days += moved
    wasMoved = true
    due = deadline.due.due
    guard moved > 0, moved == deadline.days else { return "\(what) \(moved) days" }
    if let next = context.nextInspection, deadline.due.due > next { return "past the inspection" }
    let severity = severity
    guard let limit = context.policies.extensions.first(where: { $0.severity == severity }) else {
      return "\(what) without a policy"
    }
    return granted <= limit.times && days <= limit.days || what == "paused" && days <= limit.days
      ? nil : "\(what) past the policy"
  }

  fileprivate mutating func correct(_ amendment: Amendment) {
    switch amendment {
    case .severity(let severity): self.severity = severity
    case .issue(let issue):
      // A deadline that was moved since the issue stays.
      if !wasMoved { due = issue.deadline?.due.due ?? due }
    case .undone(let status):
      if status != .evidenceSubmitted { evidence = [] }
      if status == .proposed {
        due = nil
        wasMoved = false
      }
    case .note, .text: break
    }
  }
}
