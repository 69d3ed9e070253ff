/// How an item stands on a day against its deadline; derived from the date and never stored.
public struct ItemStanding: Hashable, Sendable {
  /// What it is doing on that day.
  public enum Phase: String, Hashable, Sendable, CaseIterable {
    /// Provisional: no deadline counts yet.
    case provisional
    /// Binding without a deadline.
    case undated
    /// Waits for measures.
    case running
    /// Evidence waits for verification; the days are those up to its submission.
    case awaitingVerification = "awaiting_verification"
    /// The clock stands while a request for extension is open.
    case paused
    /// Waived on that day.
    case waived
    /// Divided; its parts stand for it.
    case divided
    /// Closed or withdrawn; the days are those up to the evidence it was closed on.
    case ended
  }

  /// What it is doing.
  public var phase: Phase
  /// The deadline that holds; nil where there is none.
  public var due: DueDate?
  /// Calendar days after the deadline; 0 up to its last day.
  public var overdueDays: Int
  /// Working days after the deadline.
  public var overdueWorkingDays: Int
  /// Working days that remain up to the deadline, its own included; 0 once it has passed.
  public var workingDaysLeft: Int
  /// The calendar days overdue that stay on record from before extensions were granted.
  public var overdueDaysKept: Int
  /// The step of chasing that has been reached, as its place in the policy; nil before the first,
  /// and while nobody is to be chased.
  public var escalation: Int?

  /// Whether the deadline has passed and the item still waits for measures.
  public var isOverdue: Bool { phase == .running && overdueDays > 0 }

  /// The standing of an item at the end of a day.
  public init(
    _ item: TrackedItem, today: CivilDate, calendar: WorkingCalendar, policies: FollowUpPolicies
  ) {
    phase = Self.phase(of: item, on: today, policies)
    due = item.due
    overdueDaysKept = 0
    for request in item.extensions { overdueDaysKept += request.overdueDaysKept }
    overdueDays = 0
    overdueWorkingDays = 0
    workingDaysLeft = 0
    guard let last = due?.due, let day = Self.day(phase, item, today) else { return }
    overdueDays = max(0, last.days(until: day))
    overdueWorkingDays = calendar.workingDays(after: last, through: day)
    workingDaysLeft = calendar.workingDays(after: day, through: last)
    guard phase == .running else { return }
    let offset = day > last ? overdueWorkingDays : -workingDaysLeft
    escalation = Self.level(offset: offset, isOver: day >= last, policies)
  }

  private static func phase(
    of item: TrackedItem, on today: CivilDate, _ policies: FollowUpPolicies
  ) -> Phase {
    switch item.status {
    case .proposed: return .provisional
    case .closed, .withdrawn: return .ended
    case .divided: return .divided
    case .issued, .acknowledged, .planned, .inProgress, .evidenceSubmitted, .reopened: break
    }
    if item.waiver(on: today) != nil { return .waived }
    if item.status == .evidenceSubmitted { return .awaitingVerification }
    guard item.due != nil else { return .undated }
    return policies.requestStopsClock && item.openRequest != nil ? .paused : .running
  }

  /// The day up to which days are counted; nil where none are.
  private static func day(_ phase: Phase, _ item: TrackedItem, _ today: CivilDate) -> CivilDate? {
    switch phase {
    case .running: today
    case .paused: min(today, item.openRequest?.by.day ?? today)
    case .awaitingVerification: min(today, item.pendingEvidence.first?.by.day ?? today)
    case .ended: item.status == .closed ? item.pendingEvidence.first?.by.day : nil
    case .provisional, .undated, .waived, .divided: nil
    }
  }

  /// The last step reached that many working days after the deadline.
  ///
  /// On days off before the deadline no working day has passed, so a step on the day itself (0) is
  /// reached only with it.
  private static func level(offset: Int, isOver: Bool, _ policies: FollowUpPolicies) -> Int? {
    var level: Int?
    for (place, step) in policies.escalation.enumerated()
    where step.offset <= offset && (step.offset < 0 || isOver) {
      level = place
    }
    return level
  }
}
