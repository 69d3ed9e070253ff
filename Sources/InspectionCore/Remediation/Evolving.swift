/// The item after an event; nil where the first event neither puts an item down nor takes a part
/// over, since then the journal lacks its beginning.
///
/// Total and without judgement: what ``decide(_:_:_:)`` refused never becomes an event, and what is in
/// the journal has happened.
public func evolve(
  _ state: TrackedItem?, _ event: ItemEvent, by: Attribution
) -> TrackedItem? {
  guard var item = state else { return TrackedItem(beginning: event, by: by) }
  item.apply(event, by: by)
  return item
}

extension TrackedItem {
  /// The item that an event begins; nil for any other event.
  init?(beginning event: ItemEvent, by: Attribution) {
    switch event {
    case .proposed(let terms, let deadline):
      self.init(terms, status: .proposed, opened: by.happened, proposed: deadline)
    case .tookOver(let heritage):
      self.init(
        heritage.terms, status: heritage.issues.isEmpty ? .proposed : .issued,
        opened: heritage.opened, proposed: heritage.proposed)
      issues = heritage.issues
      deadlines = heritage.deadlines
      used = heritage.used
      if let waiver = heritage.waiver { waivers = [waiver] }
    default: return nil
    }
  }

  /// Takes an event in, in place.
  public mutating func apply(_ event: ItemEvent, by: Attribution) {
    switch event {
    case .proposed, .tookOver: break
    case .explained(let stance, let reason):
      explanations.append(UnitExplanation(stance: stance, reason: reason, by: Signature(by)))
    case .explanationRuled(let ruling):
      if let last = explanations.indices.last { explanations[last].ruling = ruling }
    case .withdrawn: end(.withdrawn)
    case .issued(let issue):
      status = .issued
      take(issue)
    case .acknowledged:
      status = .acknowledged
      acknowledged = by.happened
    case .planned(let plan):
      self.plan = plan
      if status != .inProgress { status = .planned }
    case .progressed(let report):
      progress.append(report)
      status = .inProgress
    case .evidenceSubmitted(let sources): add(sources, by)
    case .verified(let closing, let reason):
      verifications.append(Verification(closing: closing, reason: reason, by: Signature(by)))
      end(.closed)
    case .rejected(let reason):
      verifications.append(Verification(closing: nil, reason: reason, by: Signature(by)))
      decidedEvidence = evidence.count
      status = .inProgress
    default: applyRarer(event, by)
    }
  }

  private mutating func applyRarer(_ event: ItemEvent, _ by: Attribution) {
    switch event {
    case .extensionRequested(let to, let reason, let overdueDays):
      extensions.append(
        ExtensionRequest(
          to: to, reason: reason, by: Signature(by), overdueDays: overdueDays))
    case .extensionGranted(let deadline, let overdueDays):
      settleRequest(.granted, overdueDays)
      used.times += 1
      move(to: deadline)
    case .extensionRefused(_, let deadline):
      settleRequest(.refused, 0)
      if let deadline { move(to: deadline) }
    case .waived(let waiver): waivers.append(waiver)
    case .waiverRevoked: revokeWaiver(on: by.happened)
    case .reopened(_, let issue):
      status = .reopened
      decidedEvidence = evidence.count
      if let issue { take(issue) }
    case .transferred(let transfer):
      transfers.append(transfer)
      terms.unit = transfer.to
      terms.owedBy = transfer.owedBy
    case .divided(let parts, _):
      self.parts = parts
      end(.divided)
    case .partSettled(let part): settle(part)
    case .reviewed(let review):
      reviews.append(review)
      if review.outcome == .resolved { add([.inspection(review.inspection)], by) }
    case .recordsMissing: recordsMissing.append(by.happened)
    case .reminded(let reminder): reminders.append(reminder)
    case .corrected(let correction): correct(correction)
    default: break
    }
  }

  private mutating func take(_ issue: IssueRecord) {
    issues.append(issue)
    if let deadline = issue.deadline { deadlines.append(deadline) }
  }

  private mutating func move(to deadline: Deadline) {
    used.days += deadline.days
    deadlines.append(deadline)
  }

  private mutating func add(_ sources: [EvidenceSource], _ by: Attribution) {
    for source in sources { evidence.append(Evidence(source: source, by: Signature(by))) }
    status = .evidenceSubmitted
  }

  private mutating func settleRequest(
    _ outcome: ExtensionRequest.Outcome, _ overdueDays: Int
  ) {
    guard let last = extensions.indices.last, extensions[last].outcome == .open else { return }
    extensions[last].outcome = outcome
    extensions[last].overdueDaysKept = overdueDays
  }

  private mutating func end(_ status: ItemStatus) {
    settleRequest(.lapsed, 0)
    self.status = status
  }

  private mutating func revokeWaiver(on day: CivilDate) {
    guard let index = waivers.lastIndex(where: { $0.holds(on: day) }) else { return }
    // A waiver revoked on its first day has held on no day at all.
    if let before = CivilDate(daysSinceEpoch: day.daysSinceEpoch - 1), before >= waivers[index].from
    {
      waivers[index].until = before
    } else {
      waivers.remove(at: index)
    }
  }

  private mutating func settle(_ part: ItemPart) {
    for index in parts.indices where parts[index].item == part.item {
      parts[index].ending = part.ending
    }
    if parts.contains(where: { $0.ending == nil }) {
      status = .divided
    } else {
      status = parts.contains { $0.ending != .withdrawn } ? .closed : .withdrawn
    }
  }

  private mutating func correct(_ correction: Correction) {
    corrections.append(correction)
    switch correction.amendment {
    case .note: break
    case .severity(let severity): terms.severity = severity
    case .text(let text): terms.text = text
    case .issue(let issue): replaceIssue(issue)
    case .undone(let earlier): undo(to: earlier)
    }
  }

  /// Puts another issue in the place of the last one; a deadline moved since then stays.
  private mutating func replaceIssue(_ issue: IssueRecord) {
    let old = issues.popLast()
    issues.append(issue)
    let place = deadlines.lastIndex { $0.basis == .issued }
    switch (old?.deadline, issue.deadline, place) {
    case (_?, let new?, let place?): deadlines[place] = new
    case (nil, let new?, _): deadlines.append(new)
    default: break
    }
  }

  private mutating func undo(to earlier: ItemStatus) {
    if earlier != .evidenceSubmitted { decidedEvidence = evidence.count }
    if earlier == .proposed {
      settleRequest(.lapsed, 0)
      issues = []
      deadlines = []
    }
    status = earlier
  }
}
