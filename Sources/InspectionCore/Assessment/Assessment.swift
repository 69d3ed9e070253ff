public import CEL
public import Diagnostics

/// What is known at the time of an assessment besides the answers.
public struct AssessmentContext: Hashable, Sendable {
  /// The day of the assessment; deadlines are counted from it.
  public var asOf: CivilDate
  /// The checks it confines itself to; nil for the whole checklist.
  public var scope: Scope?
  /// Whether points are wanted, where the checklist gives any.
  public var wantsPoints: Bool
  /// What plugins said of the submission, by check.
  public var outcomes: [String: PluginOutcome] = [:]
  /// The plugins that were to be asked.
  public var plugins: [PluginRecord] = []

  /// Creates a context.
  public init(asOf: CivilDate, scope: Scope? = nil, wantsPoints: Bool = true) {
    self.asOf = asOf
    self.scope = scope
    self.wantsPoints = wantsPoints
  }
}

/// One check, judged.
public struct CheckResult: Sendable {
  let shared: SharedCheck
  /// The check.
  public var check: Check { shared.check }
  /// The verdict.
  public var verdict: Verdict
  /// The share of the points earned, 0 to 1.
  public var credit: Rational
  /// How the points came about.
  public var points: PointsDerivation
  /// Why.
  public var reason: Reason
  /// The indicators the check reads.
  public var inputs: [String]
  /// Their places among those that rules may read; empty where they are not known.
  var places: [Int] = []
  /// The indicators whose answers are wanting for a verdict.
  public var wanting: [String]
  /// Indicators without an answer, although the verdict could be given without them.
  public var decidedWithout: [String]
  /// What a plugin said, where one was asked.
  public var outcome: PluginOutcome?
}

/// One area, judged.
public struct AreaResult: Sendable {
  /// The area's id.
  public var id: String
  /// What it covers.
  public var title: LocalizedText
  /// Points earned, in millionths.
  public var points: Int64
  /// Points that could be earned, in millionths.
  public var of: Int64
  /// Its checks.
  public var checks: [CheckResult]
}

/// An unmet or partly met check to be put right.
public struct Deficiency: Sendable {
  let shared: SharedCheck
  /// The check.
  public var check: Check { shared.check }
  /// Why it was found.
  public var reason: Reason
  /// The date the check's own time limit gives, counted from the day of the assessment.
  public var computed: DueDate?
  /// What the inspection team asked for: what it set a date for last, otherwise what it asked last.
  public var request: TeamRequest?
  /// The date the team's own limit gives; it holds before the computed one.
  public var requested: DueDate?
  /// Why a date could not be computed.
  public var problem: LocalizedText?
  /// The leader's confirmation by which the finding is called a violation; nil where there is none,
  /// or where it has no such effect.
  public var confirmation: Confirmation?

  /// The date that holds: where the team set one, that one, even if it could not be computed.
  public var due: DueDate? { request?.within == nil ? computed : requested }
}

/// What an inspection team asked for, with its date where it set one, whatever became of the check.
public struct RequestResult: Sendable {
  /// What was asked.
  public var request: TeamRequest
  /// The verdict of its check.
  public var verdict: Verdict
  /// The date the team's limit gives.
  public var due: DueDate?
  /// Why a date could not be computed.
  public var problem: LocalizedText?
}

/// Figures a unit is asked for, since without them a check stays unanswered.
public struct DataRequest: Sendable {
  let shared: SharedCheck
  /// The check.
  public var check: Check { shared.check }
  /// The indicators wanting.
  public var indicators: [String]
}

/// The result of assessing one submission: verdicts, reasons, exact score, deficiencies.
public struct Assessment: Sendable {
  /// The engine that computed it; another version may compute otherwise and says so.
  public static let engine = "1"
  /// The submission assessed.
  public var submission: Submission
  /// The answers by the names that rules use, those for the period before included.
  public let answers: [String: Answer]
  /// The same by the places of the indicators.
  let placed: PlacedAnswers
  /// The indicators of those names.
  public var index: IndicatorIndex
  /// The day of the assessment.
  public var asOf: CivilDate
  /// The checks it was confined to; nil for the whole checklist.
  public var scope: Scope?
  /// Whether points are given; where not, those of the areas and the score are not to be shown.
  public var isScored: Bool
  /// The areas.
  public var areas: [AreaResult]
  /// The score.
  public var score: Score
  /// How many of the applicable checks are decided.
  public var completeness: Completeness
  /// What is to be put right, gravest first.
  public var deficiencies: [Deficiency]
  /// What the inspection team asked for, in the order of the submission.
  public var requests: [RequestResult]
  /// What a leader confirmed, in the order of the submission.
  public var confirmations: [ConfirmationResult]
  /// Figures the unit is asked for.
  public var dataRequests: [DataRequest]
  /// The plugins that were to be asked.
  public var plugins: [PluginRecord]

  /// The indicators of the names of ``answers``, in the checklist's order.
  public var indicators: [Indicator] { index.all }

  /// The result of a check.
  public func result(of check: String) -> CheckResult? {
    for area in areas {
      for result in area.checks where result.check.id == check { return result }
    }
    return nil
  }
}
