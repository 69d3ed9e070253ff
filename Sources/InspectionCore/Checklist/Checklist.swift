public import CEL
public import Diagnostics

/// What becomes of the points of a check that does not apply.
public enum NotApplicablePolicy: String, Hashable, Sendable, CaseIterable {
  /// They go to the other checks of its area; where the area has none left, they are excluded.
  case redistribute
  /// They leave the total.
  case exclude
  /// They are earned.
  case full
  /// They are lost.
  case zero
}

/// A band of the score with its grade (xếp loại).
public struct Band: Hashable, Sendable {
  /// The grade's id.
  public var id: String
  /// The grade's name.
  public var title: LocalizedText
  /// The least share of the score, inclusive, as a fraction of one.
  public var from: Rational
  /// The least share for units of some classes, the first that a unit belongs to counting.
  public var fromByClass: [ClassThreshold]

  /// Creates a band.
  public init(
    id: String, title: LocalizedText, from: Rational, fromByClass: [ClassThreshold] = []
  ) {
    self.id = id
    self.title = title
    self.from = from
    self.fromByClass = fromByClass
  }

  /// The least share for a unit of these classes.
  public func from(for classes: [String]) -> Rational {
    for threshold in fromByClass where classes.contains(threshold.unitClass) {
      return threshold.from
    }
    return from
  }
}

/// The least share of the score for a class of units.
public struct ClassThreshold: Hashable, Sendable {
  /// The class.
  public var unitClass: String
  /// The least share, inclusive, as a fraction of one.
  public var from: Rational

  /// Creates a threshold.
  public init(unitClass: String, from: Rational) {
    self.unitClass = unitClass
    self.from = from
  }
}

/// A check that limits the grade: a gate (điều kiện bắt buộc) or a cap (mức xếp loại tối đa).
public struct GradeLimit: Hashable, Sendable {
  /// The check's id.
  public var check: String
  /// The highest grade while the check is not met.
  public var grade: String

  /// Creates a limit.
  public init(check: String, grade: String) {
    self.check = check
    self.grade = grade
  }
}

/// What must not earn zero: a criterion with nothing at all limits the grade, whatever the total
/// (Quyết định 06/QĐ-TTg of 2019: no criterion with 0 points).
public struct ZeroLimit: Hashable, Sendable {
  /// Of what the points are looked at.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    /// Whole areas.
    case areas
    /// Single checks.
    case checks
  }

  /// Of what the points are looked at.
  public var subject: Subject
  /// The ids; empty for all that carry points.
  public var ids: [String]
  /// The highest grade while one of them earns nothing.
  public var grade: String

  /// Creates a limit.
  public init(subject: Subject, ids: [String] = [], grade: String) {
    self.subject = subject
    self.ids = ids
    self.grade = grade
  }
}

/// Whether a checklist gives points or verdicts alone.
public enum ScoringMode: String, Hashable, Sendable, CaseIterable {
  /// Verdicts earn points, and points make the score.
  case points
  /// Verdicts, reasons and deadlines alone; neither points nor a grade.
  case verdicts
}

/// How verdicts become a score and a grade.
public struct ScoringRules: Hashable, Sendable {
  /// Whether there are points at all.
  public var mode: ScoringMode
  /// What all weights, or points where areas have none, must add up to, in millionths; nil for any.
  public var total: Int64?
  /// The least share of applicable checks that must be answered for a grade.
  public var minimumCompleteness: Rational
  /// What becomes of the points of a check that does not apply.
  public var notApplicable: NotApplicablePolicy
  /// The grades, highest first.
  public var bands: [Band]
  /// Mandatory conditions: not met limits the grade, unanswered withholds it.
  public var gates: [GradeLimit]
  /// Limits of the grade: unmet or partly met limits it, unanswered does not.
  public var caps: [GradeLimit]
  /// What must not earn zero: zero limits the grade, zero while unanswered withholds it.
  public var zeroLimits: [ZeroLimit]

  /// Creates scoring rules.
  public init(
    minimumCompleteness: Rational = Rational(0),
    notApplicable: NotApplicablePolicy = .redistribute, bands: [Band] = [],
    gates: [GradeLimit] = [], caps: [GradeLimit] = [], zeroLimits: [ZeroLimit] = [],
    total: Int64? = nil, mode: ScoringMode = .points
  ) {
    self.mode = mode
    self.zeroLimits = zeroLimits
    self.total = total
    self.minimumCompleteness = minimumCompleteness
    self.notApplicable = notApplicable
    self.bands = bands
    self.gates = gates
    self.caps = caps
  }
}

/// A checklist (bảng kiểm), whole: with the indicators, citations and calendar it uses, so that it
/// can be frozen and read again anywhere.
public struct Checklist: Hashable, Sendable {
  /// The id.
  public var id: String
  /// The version.
  public var version: String
  /// What it is for.
  public var title: LocalizedText
  /// The levels of unit it applies to.
  public var levels: [String]
  /// The first day of the periods it applies to.
  public var appliesFrom: CivilDate?
  /// The last day of the periods it applies to.
  public var appliesTo: CivilDate?
  /// The classes of units it tells apart.
  public var unitClasses: [UnitClass]
  /// The kinds of period that submissions may name.
  public var periods: [PeriodPreset]
  /// The parts that an inspection may confine itself to.
  public var themes: [Theme]
  /// The targets its rules use.
  public var targets: [Target]
  /// The indicators its checks read.
  public var indicators: [Indicator]
  /// The citations its checks rest on.
  public var citations: [Citation]
  /// The calendar that deadlines are counted by.
  public var calendar: WorkingCalendar
  /// The areas.
  public var areas: [Area]
  /// How verdicts become a score.
  public var scoring: ScoringRules
  /// How what it finds is followed up.
  public var policies: FollowUpPolicies
  /// How it follows from earlier versions.
  public var migrations: [Migration]
  /// The checklist it extends, as `id@version`.
  public var base: String?
  /// The kinds of check that plugins judge, as far as its checks are of them.
  public var plugins: [ExternalKind]

  /// Creates a checklist.
  public init(
    id: String, version: String, title: LocalizedText, levels: [String],
    appliesFrom: CivilDate? = nil, appliesTo: CivilDate? = nil, indicators: [Indicator],
    citations: [Citation], calendar: WorkingCalendar, areas: [Area], scoring: ScoringRules,
    unitClasses: [UnitClass] = [], periods: [PeriodPreset] = [], targets: [Target] = [],
    policies: FollowUpPolicies = FollowUpPolicies(), migrations: [Migration] = [],
    base: String? = nil, themes: [Theme] = [], plugins: [ExternalKind] = []
  ) {
    self.plugins = plugins
    self.themes = themes
    self.id = id
    self.version = version
    self.title = title
    self.levels = levels
    self.appliesFrom = appliesFrom
    self.appliesTo = appliesTo
    self.indicators = indicators
    self.citations = citations
    self.calendar = calendar
    self.areas = areas
    self.scoring = scoring
    self.unitClasses = unitClasses
    self.periods = periods
    self.targets = targets
    self.policies = policies
    self.migrations = migrations
    self.base = base
  }

  /// `id@version`, the name by which submissions ask for it.
  public var reference: String { id + "@" + version }

  /// The check of an id.
  public func check(_ id: String) -> Check? {
    for area in areas {
      for check in area.checks where check.id == id { return check }
    }
    return nil
  }
}

extension Checklist {
  /// Why a submission cannot be assessed by the checklist: it names another one, or its level or
  /// period lies outside; nil where it can.
  public func objection(to submission: Submission) -> LocalizedText? {
    if submission.checklist != reference {
      return LocalizedText(
        vi: "bài nộp thuộc bảng kiểm \"\(submission.checklist)\", không phải \"\(reference)\"",
        en: "the submission is for the checklist \"\(submission.checklist)\", not \"\(reference)\"")
    }
    if !levels.contains(submission.unit.level) {
      return LocalizedText(
        vi: "bảng kiểm \(reference) không dùng cho cấp \"\(submission.unit.level)\"",
        en: "the checklist \(reference) is not for the level \"\(submission.unit.level)\"")
    }
    return objection(to: submission.period)
  }

  /// Why the checklist is not for a period; nil where it is.
  public func objection(to period: Period) -> LocalizedText? {
    let isEarly = appliesFrom.map { period.from < $0 } ?? false
    let isLate = appliesTo.map { period.to > $0 } ?? false
    guard isEarly || isLate else { return nil }
    return LocalizedText(
      vi: "bảng kiểm \(reference) dùng cho các kỳ"
        + (appliesFrom.map { " từ \($0.vietnamese)" } ?? "")
        + (appliesTo.map { " đến \($0.vietnamese)" } ?? ""),
      en: "the checklist \(reference) is for periods"
        + (appliesFrom.map { " from \($0.iso)" } ?? "")
        + (appliesTo.map { " to \($0.iso)" } ?? ""))
  }
}
