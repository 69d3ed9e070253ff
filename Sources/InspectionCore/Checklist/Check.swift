public import CEL
public import Diagnostics

/// What kind of norm stands behind a check; it decides how a finding is worded.
public enum CheckClass: String, Hashable, Sendable, CaseIterable {
  /// A duty in law (luật).
  case duty
  /// A target of a programme (chỉ tiêu).
  case target
  /// A criterion of a scoring scheme (tiêu chí).
  case criterion
  /// Figures that must agree with each other (đối chiếu).
  case consistency
  /// Good practice (thông lệ).
  case practice

  /// Whether the check applies only while one of the documents it cites was in force.
  public var needsForce: Bool {
    switch self {
    case .duty, .target, .criterion: true
    case .consistency, .practice: false
    }
  }

  /// The name of the class.
  public var title: LocalizedText {
    switch self {
    case .duty: LocalizedText(vi: "trách nhiệm theo luật", en: "duty in law")
    case .target: LocalizedText(vi: "chỉ tiêu chương trình", en: "programme target")
    case .criterion: LocalizedText(vi: "tiêu chí chấm điểm", en: "scoring criterion")
    case .consistency: LocalizedText(vi: "đối chiếu số liệu", en: "consistency of figures")
    case .practice: LocalizedText(vi: "thông lệ tốt", en: "good practice")
    }
  }
}

/// How grave it is when a check is not met.
public enum CheckSeverity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Nghiêm trọng.
  case critical
  /// Cao.
  case high
  /// Trung bình.
  case medium
  /// Thấp.
  case low

  /// The rank, gravest first.
  public var rank: Int {
    switch self {
    case .critical: 0
    case .high: 1
    case .medium: 2
    case .low: 3
    }
  }

  /// The name of the severity.
  public var title: LocalizedText {
    switch self {
    case .critical: LocalizedText(vi: "nghiêm trọng", en: "critical")
    case .high: LocalizedText(vi: "cao", en: "high")
    case .medium: LocalizedText(vi: "trung bình", en: "medium")
    case .low: LocalizedText(vi: "thấp", en: "low")
    }
  }

  /// Orders the gravest first.
  public static func < (first: CheckSeverity, second: CheckSeverity) -> Bool {
    first.rank < second.rank
  }
}

/// One step of partial credit.
public struct CreditStep: Hashable, Sendable {
  /// The least share of what was asked, as a fraction of one; inclusive.
  public var from: Rational
  /// The share of the points it earns, as a fraction of one.
  public var credit: Rational

  /// Creates a step.
  public init(from: Rational, credit: Rational) {
    self.from = from
    self.credit = credit
  }
}

/// How points follow from a share of what was asked.
public enum PartialCredit: Hashable, Sendable {
  /// All or nothing.
  case none
  /// Points in proportion.
  case linear
  /// The points of the highest step reached, lowest step first; nothing below the lowest.
  case stepped([CreditStep])

  /// Whether the steps tell what a shortfall earns: each asks more and gives more than the one before,
  /// the first above nothing, the last below the whole, at which a check is met.
  package static func areInOrder(_ steps: [CreditStep]) -> Bool {
    var last = CreditStep(from: .zero, credit: .zero)
    for step in steps {
      guard step.from > last.from, step.credit > last.credit else { return false }
      last = step
    }
    return last.from > .zero && last.from < .one && last.credit <= .one
  }

  /// Whether every share of what was asked from `least` to `most` earns the same; `most` itself
  /// counts only where it is reached.
  func earnsTheSame(from least: Rational, to most: Rational, isReached: Bool) -> Bool {
    switch self {
    case .none: return true
    case .linear: return least == most
    case .stepped(let steps):
      for step in steps where step.from > least {
        if step.from < most || (isReached && step.from == most) { return false }
      }
      return true
    }
  }

  /// The share of the points that a share of what was asked earns.
  func credit(for share: Rational) -> Rational {
    switch self {
    case .none: return .zero
    case .linear: return share
    case .stepped(let steps):
      var credit = Rational.zero
      for step in steps where share >= step.from { credit = step.credit }
      return credit
    }
  }
}

/// What puts an unmet check right, and in what time.
public struct Remedy: Hashable, Sendable {
  /// The default time limit; nil where no automatic deadline is right.
  public var within: TimeLimit?
  /// What to do.
  public var text: LocalizedText?

  /// Creates a remedy.
  public init(within: TimeLimit? = nil, text: LocalizedText? = nil) {
    self.within = within
    self.text = text
  }
}

/// A check (mục kiểm tra) as its author wrote it; ``CompiledChecklist`` makes it run.
public struct Check: Hashable, Sendable {
  /// The id, unique in its checklist.
  public var id: String
  /// What should hold.
  public var title: LocalizedText
  /// The id of its kind.
  public var kind: String
  /// The kind's parameters by name.
  public var parameters: [String: ParameterValue]
  /// The points it is worth within its area, in millionths; 0 is reported but not scored.
  public var points: Int64
  /// How points follow from a share.
  public var partial: PartialCredit
  /// What becomes of its points where it does not apply; nil for the checklist's own policy.
  public var notApplicable: NotApplicablePolicy?
  /// What kind of norm stands behind it.
  public var checkClass: CheckClass
  /// How grave it is when not met.
  public var severity: CheckSeverity
  /// What puts it right.
  public var remedy: Remedy
  /// What it rests on.
  public var cites: [CitationReference]
  /// The period in which the check itself applies.
  public var effectiveFrom: CivilDate?
  /// The last day on which the check itself applies.
  public var effectiveTo: CivilDate?
  /// A rule that says when it applies.
  public var condition: String?
  /// The evidence wanted.
  public var evidence: [LocalizedText]
  /// How to inspect it.
  public var guidance: LocalizedText?

  /// Creates a check.
  public init(
    id: String, title: LocalizedText, kind: String, parameters: [String: ParameterValue],
    points: Int64, partial: PartialCredit = .none, checkClass: CheckClass,
    severity: CheckSeverity, remedy: Remedy = Remedy(), cites: [CitationReference] = [],
    effectiveFrom: CivilDate? = nil, effectiveTo: CivilDate? = nil, condition: String? = nil,
    evidence: [LocalizedText] = [], guidance: LocalizedText? = nil,
    notApplicable: NotApplicablePolicy? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.parameters = parameters
    self.points = points
    self.partial = partial
    self.checkClass = checkClass
    self.severity = severity
    self.remedy = remedy
    self.cites = cites
    self.effectiveFrom = effectiveFrom
    self.effectiveTo = effectiveTo
    self.condition = condition
    self.evidence = evidence
    self.guidance = guidance
    self.notApplicable = notApplicable
  }
}

/// An area (lĩnh vực): checks that share a weight.
public struct Area: Hashable, Sendable {
  /// The id, unique in its checklist.
  public var id: String
  /// What it covers.
  public var title: LocalizedText
  /// Its weight in the score, in millionths; nil counts its checks' points as they are.
  public var weight: Int64?
  /// Its checks, in the order of the file.
  public var checks: [Check]

  /// Creates an area.
  public init(id: String, title: LocalizedText, weight: Int64? = nil, checks: [Check]) {
    self.id = id
    self.title = title
    self.weight = weight
    self.checks = checks
  }
}
