import CEL
public import Diagnostics

/// The grades of an assessment, as far as they may be shown.
///
/// Where points are hidden, a grade that depends on them would tell within what bounds they lie. A
/// grade is shown only where it is the same whether the checks whose points are hidden earn nothing
/// or all they can.
public struct ShownGrades: Sendable {
  /// The grade; nil where there is none or it is withheld.
  public private(set) var grade: Band?
  /// Why there is no grade.
  public private(set) var withheld: LocalizedText?
  /// The lowest grade still possible; nil where there is none or it is withheld.
  public private(set) var lowest: Band?
  /// The highest grade still possible; nil where there is none or it is withheld.
  public private(set) var highest: Band?

  /// What stands for a reason where the grade would tell a masked figure.
  static let telling = LocalizedText(
    vi: "không nêu, vì xếp loại hoặc lý do sẽ cho biết số đã che",
    en: "not told, since the grade or its absence would tell a masked figure")

  /// Finds out what may be shown.
  public init(
    _ assessment: Assessment, _ rules: ScoringRules, _ possible: PossibleScore?,
    _ disclosure: Disclosure
  ) {
    let score = assessment.score
    grade = score.grade
    withheld = score.withheld
    lowest = possible?.lowestGrade
    highest = possible?.highestGrade
    let hidden = disclosure.hiddenPoints(of: assessment)
    guard hidden.of > 0, assessment.scope == nil else { return }
    let classes = assessment.submission.unit.classes

    func varies(_ points: Int64, _ limits: [String]) -> Bool {
      let least = Rational.ratio(points - hidden.earned, score.of)
      let greatest = Rational.ratio(points - hidden.earned + hidden.of, score.of)
      guard let least, let greatest else { return false }
      return rules.grade(least, classes, limits) != rules.grade(greatest, classes, limits)
    }
    let isGradedByPoints = score.grade != nil || score.withheld == ScoringRules.noBand
    if isGradedByPoints, varies(score.points, score.limits { $0 == .struck }) {
      grade = nil
      withheld = ShownGrades.telling
    }
    guard let possible else { return }
    if varies(possible.least, score.limits { $0 != .passed }) { lowest = nil }
    if varies(possible.greatest, score.limits { $0 == .struck }) { highest = nil }
  }
}

extension Disclosure {
  /// What the checks whose points are hidden earned and could earn, in millionths of a point.
  fileprivate func hiddenPoints(of assessment: Assessment) -> (earned: Int64, of: Int64) {
    var hidden: (earned: Int64, of: Int64) = (0, 0)
    guard !masked.isEmpty else { return hidden }
    for area in assessment.areas {
      for place in area.checks.indices where hidesPoints(of: area.checks[place]) {
        hidden.earned += area.checks[place].points.earned
        hidden.of += area.checks[place].points.of
      }
    }
    return hidden
  }
}
