/// What a decision hangs on besides the command and the item.
public struct DecisionContext: Sendable {
  /// Who wants it, for whom, on which paper, and when it happened.
  public var by: Attribution
  /// The day of the decision; what happened earlier is recorded late, what lies later is refused.
  public var today: CivilDate
  /// The policies of the pack.
  public var policies: FollowUpPolicies
  /// The working days.
  public var calendar: WorkingCalendar
  /// The day of the unit's next inspection, where it is fixed.
  public var nextInspection: CivilDate?
  /// The events of this item so far; a correction names one of them.
  public var earlier: [EventID]
  /// The whole that a part is taken from, or the parts of a divided item.
  public var relatives: [TrackedItem]

  /// Creates a context.
  public init(
    by: Attribution, today: CivilDate, policies: FollowUpPolicies, calendar: WorkingCalendar,
    nextInspection: CivilDate? = nil, earlier: [EventID] = [], relatives: [TrackedItem] = []
  ) {
    self.by = by
    self.today = today
    self.policies = policies
    self.calendar = calendar
    self.nextInspection = nextInspection
    self.earlier = earlier
    self.relatives = relatives
  }
}

/// Whether a command on an item is accepted, and what happens then; pure.
///
/// Who may give which command at all is another question, which ``may(_:_:unit:on:in:)`` answers;
/// here stand the rules that hold whoever asks: two persons and two sides for every closing, time from
/// documents, extensions within the policy.
public func decide(
  _ command: ItemCommand, _ state: TrackedItem?, _ context: DecisionContext
) -> Decision {
  let deciding = Deciding(state: state, context: context)
  if let obstacle = deciding.obstacle(to: command.kind) {
    return .refused(Refusal(reason: obstacle, allowed: deciding.allowed))
  }
  do throws(RefusalReason) {
    return .events([try deciding.event(for: command)])
  } catch {
    return .refused(Refusal(reason: error, allowed: deciding.allowed))
  }
}

/// The kinds of commands that the context's account and side could give on an item today with some
/// arguments, on some paper; in the order of the kinds.
public func allowedCommands(
  on state: TrackedItem?, _ context: DecisionContext
) -> [ItemCommandKind] {
  Deciding(state: state, context: context).allowed
}

/// One decision. The gates look at the item, the side and today; what follows them looks at the
/// command's arguments, its paper and its day.
struct Deciding {
  let state: TrackedItem?
  let context: DecisionContext

  var by: Attribution { context.by }

  var allowed: [ItemCommandKind] { ItemCommandKind.allCases.filter { obstacle(to: $0) == nil } }

  /// What a command that met no obstacle leads to.
  func event(for command: ItemCommand) throws(RefusalReason) -> ItemEvent {
    try checkDay()
    guard let item = state else { return try beginning(command) }
    switch command {
    case .propose, .takeOver: throw .alreadyBegun
    case .explain(let stance, let reason): return .explained(stance, reason: reason)
    case .ruleOnExplanation(let ruling):
      try check(ruling, of: item)
      return .explanationRuled(ruling)
    case .withdraw(let reason): return .withdrawn(reason: reason)
    case .issue(let terms): return .issued(try issue(terms, of: item))
    case .acknowledge: return .acknowledged
    case .plan(let plan):
      try check(plan, of: item)
      return .planned(plan)
    case .reportProgress(let progress):
      try check(progress)
      return .progressed(progress)
    case .submitEvidence(let sources):
      try check(sources)
      return .evidenceSubmitted(sources)
    case .verify(let closing, let reason): return .verified(closing, reason: reason)
    case .reject(let reason): return .rejected(reason: reason)
    case .requestExtension(let to, let reason): return try request(to, reason, of: item)
    case .grantExtension(let to): return try grant(to, of: item)
    case .refuseExtension(let reason): return try refusal(reason, of: item)
    case .waive(let reason, let approver, let until):
      return try waiver(reason, approver, until)
    case .revokeWaiver(let reason): return .waiverRevoked(reason: reason)
    case .reopen(let reason, let terms): return try reopening(reason, terms, of: item)
    case .transfer(let to, let owedBy, let document, let note):
      return try transfer(
        Transfer(
          from: item.unit, to: to, owedBy: owedBy, document: document, note: note), of: item)
    case .divide(let parts, let document): return try division(parts, document, of: item)
    case .settlePart(let part): return try settlement(part, of: item)
    case .review(let review): return try reviewed(review, of: item)
    case .reportRecordsMissing(let reason): return .recordsMissing(reason: reason)
    case .remind: return try reminder(of: item)
    case .correct(let event, let request, let reason):
      return try correction(event, request, reason, of: item)
    }
  }

  private func beginning(_ command: ItemCommand) throws(RefusalReason) -> ItemEvent {
    switch command {
    case .propose(let proposal): return try self.proposal(proposal)
    case .takeOver(let whole, let part): return try takingOver(part, of: whole)
    default: throw .noItem
    }
  }

  /// What happened must not lie in the future, nor before the item.
  private func checkDay() throws(RefusalReason) {
    guard by.happened <= context.today, by.happened.year >= Self.years.lowerBound,
      by.happened >= state?.opened ?? by.happened
    else { throw .impossibleDay(by.happened) }
  }

  /// The years in which dates can be reckoned without meeting the ends of the calendar.
  static let years = 1900...9000
}
