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

  /// Creates a band.
  public init(id: String, title: LocalizedText, from: Rational) {
    self.id = id
    self.title = title
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

/// How verdicts become a score and a grade.
public struct ScoringRules: Hashable, Sendable {
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

  /// Creates scoring rules.
  public init(
    minimumCompleteness: Rational = Rational(0),
    notApplicable: NotApplicablePolicy = .redistribute, bands: [Band] = [],
    gates: [GradeLimit] = [], caps: [GradeLimit] = []
  ) {
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

  /// Creates a checklist.
  public init(
    id: String, version: String, title: LocalizedText, levels: [String],
    appliesFrom: CivilDate? = nil, appliesTo: CivilDate? = nil, indicators: [Indicator],
    citations: [Citation], calendar: WorkingCalendar, areas: [Area], scoring: ScoringRules
  ) {
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
