/// A line of a due list: an item with how it stands on a day.
public struct DueEntry: Hashable, Sendable {
  /// The item.
  public var item: ItemSummary
  /// How it stands.
  public var standing: ItemStanding

  /// Creates a line for the end of a day.
  public init(
    _ item: ItemSummary, on day: CivilDate, calendar: WorkingCalendar, policies: FollowUpPolicies
  ) {
    self.item = item
    standing = ItemStanding(item, today: day, calendar: calendar, policies: policies)
  }

  /// The step of chasing that has been reached and whose letter has not been sent; nil where there is
  /// none, and where another side than a unit owes the item.
  public func step(of policies: FollowUpPolicies) -> EscalationStep? {
    guard item.owedBy == .unit, let level = standing.escalation else { return nil }
    let step = policies.escalation[level]
    if let sent = item.reminder, sent.due == item.due, sent.offset >= step.offset { return nil }
    return step
  }
}

/// Items counted by how they stand against their deadlines.
public struct DueCounts: Hashable, Sendable {
  /// Those whose deadline has passed.
  public var overdue = 0
  /// Those whose deadline is still to come.
  public var coming = 0
  /// Those whose evidence waits for verification.
  public var awaiting = 0
  /// Those whose clock stands, or that are waived or without a deadline.
  public var resting = 0

  /// Creates counts of nothing.
  public init() {}

  /// Counts one more.
  public mutating func add(_ standing: ItemStanding) {
    switch standing.phase {
    case .running: if standing.isOverdue { overdue += 1 } else { coming += 1 }
    case .awaitingVerification: awaiting += 1
    case .provisional, .undated, .paused, .waived, .divided, .ended: resting += 1
    }
  }
}
