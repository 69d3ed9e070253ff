public import CEL
public import Diagnostics

/// From which day the time limits of remedies run.
public enum DeadlineStart: String, Hashable, Sendable, CaseIterable {
  /// The day of the assessment: dates are proposals.
  case assessment
  /// The day the written request is issued.
  case issue
}

/// The default time limit of one severity.
public struct SeverityLimit: Hashable, Sendable {
  /// The severity.
  public var severity: CheckSeverity
  /// The limit for checks that set none; those of class practice have none.
  public var within: TimeLimit

  /// Creates a default.
  public init(severity: CheckSeverity, within: TimeLimit) {
    self.severity = severity
    self.within = within
  }
}

/// How often and by how much deadlines of one severity may be put off.
public struct ExtensionLimit: Hashable, Sendable {
  /// The severity.
  public var severity: CheckSeverity
  /// How many times at the most; 0 is never.
  public var times: Int
  /// How many calendar days altogether.
  public var days: Int

  /// Creates a limit.
  public init(severity: CheckSeverity, times: Int, days: Int) {
    self.severity = severity
    self.times = times
    self.days = days
  }
}

/// One step of chasing an item, some working days before or after its deadline.
public struct EscalationStep: Hashable, Sendable {
  /// Working days after the deadline; negative before it, 0 on the day itself.
  public var offset: Int
  /// Who is told: `unit`, `department`, `province` or a role of the office.
  public var recipient: String
  /// What the step is called.
  public var title: LocalizedText

  /// Creates a step.
  public init(offset: Int, recipient: String, title: LocalizedText) {
    self.offset = offset
    self.recipient = recipient
    self.title = title
  }
}

/// When the next visit is proposed; the first rule whose conditions all hold counts.
public struct VisitRule: Hashable, Sendable {
  /// The grade at or below which it holds; nil for any.
  public var grade: String?
  /// The share of points below which it holds; nil for any.
  public var below: Rational?
  /// The least number of findings that recurred; nil for any.
  public var recurred: Int?
  /// The least number of items overdue; nil for any.
  public var overdue: Int?
  /// How soon after the inspection.
  public var within: TimeLimit

  /// Creates a rule.
  public init(
    grade: String? = nil, below: Rational? = nil, recurred: Int? = nil, overdue: Int? = nil,
    within: TimeLimit
  ) {
    self.grade = grade
    self.below = below
    self.recurred = recurred
    self.overdue = overdue
    self.within = within
  }
}

/// What an office has decided about following deficiencies up. No law sets these numbers
/// (Nghị định 217/2025/NĐ-CP has none): they are a pack's own.
public struct FollowUpPolicies: Hashable, Sendable {
  /// From which day time limits run.
  public var countedFrom: DeadlineStart
  /// The default limits by severity.
  public var defaultLimits: [SeverityLimit]
  /// How deadlines may be put off; a severity that is not listed has no extension.
  public var extensions: [ExtensionLimit]
  /// Whether an extension must be asked for before the deadline has passed.
  public var extensionsBeforeDue: Bool
  /// Whether the clock stands still while a request for extension is open.
  public var requestStopsClock: Bool
  /// The steps of chasing, earliest first.
  public var escalation: [EscalationStep]
  /// Whether a finding that recurs becomes one step more severe.
  public var recurrenceRaisesSeverity: Bool
  /// When the next visit is proposed.
  public var nextVisit: [VisitRule]

  /// Creates policies.
  public init(
    countedFrom: DeadlineStart = .issue, defaultLimits: [SeverityLimit] = [],
    extensions: [ExtensionLimit] = [], extensionsBeforeDue: Bool = true,
    requestStopsClock: Bool = false, escalation: [EscalationStep] = [],
    recurrenceRaisesSeverity: Bool = true, nextVisit: [VisitRule] = []
  ) {
    self.countedFrom = countedFrom
    self.defaultLimits = defaultLimits
    self.extensions = extensions
    self.extensionsBeforeDue = extensionsBeforeDue
    self.requestStopsClock = requestStopsClock
    self.escalation = escalation
    self.recurrenceRaisesSeverity = recurrenceRaisesSeverity
    self.nextVisit = nextVisit
  }

  /// The limit of a check's remedy: its own, or the default of its severity unless it is practice,
  /// which only recommends.
  public func limit(of check: Check) -> TimeLimit? {
    if let within = check.remedy.within { return within }
    guard check.checkClass != .practice else { return nil }
    for limit in defaultLimits where limit.severity == check.severity { return limit.within }
    return nil
  }
}
