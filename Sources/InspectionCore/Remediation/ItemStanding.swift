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
  /// The last day of the deadline that holds; nil where there is none.
  public var due: CivilDate?
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
    self.init(item.summary(ended: nil), today: today, calendar: calendar, policies: policies)
  }

  /// The standing of an item at the end of a day.
  public init(
    _ item: ItemSummary, today: CivilDate, calendar: WorkingCalendar, policies: FollowUpPolicies
  ) {
    phase = item.phase(on: today, requestStopsClock: policies.requestStopsClock)
    due = item.due
    overdueDaysKept = item.overdueDaysKept
    overdueDays = 0
    overdueWorkingDays = 0
    workingDaysLeft = 0
    guard let last = due, let day = item.countedDay(in: phase, on: today) else { return }
    overdueDays = max(0, last.days(until: day))
    overdueWorkingDays = calendar.workingDays(after: last, through: day)
    workingDaysLeft = calendar.workingDays(after: day, through: last)
    guard phase == .running else { return }
    let offset = day > last ? overdueWorkingDays : -workingDaysLeft
    escalation = Self.level(offset: offset, isOver: day >= last, policies)
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

extension ItemSummary {
  /// What the item is doing on a day.
  ///
  /// - Parameter requestStopsClock: whether the policy lets the clock stand while a request for
  ///   extension is open.
  public func phase(on today: CivilDate, requestStopsClock: Bool) -> ItemStanding.Phase {
    switch status {
    case .proposed: return .provisional
    case .closed, .withdrawn: return .ended
    case .divided: return .divided
    case .issued, .acknowledged, .planned, .inProgress, .evidenceSubmitted, .reopened: break
    }
    if waived(on: today) != nil { return .waived }
    if status == .evidenceSubmitted { return .awaitingVerification }
    guard due != nil else { return .undated }
    return requestStopsClock && request != nil ? .paused : .running
  }

  /// The calendar days after the deadline at the end of a day; 0 up to its last day and where no
  /// deadline counts.
  public func overdueDays(in phase: ItemStanding.Phase, on today: CivilDate) -> Int {
    guard let due, let day = countedDay(in: phase, on: today) else { return 0 }
    return max(0, due.days(until: day))
  }

  /// The day up to which days are counted; nil where none are.
  func countedDay(in phase: ItemStanding.Phase, on today: CivilDate) -> CivilDate? {
    switch phase {
    case .running: today
    case .paused: min(today, request ?? today)
    case .awaitingVerification: min(today, evidence ?? today)
    case .ended: status == .closed ? evidence : nil
    case .provisional, .undated, .waived, .divided: nil
    }
  }
}
