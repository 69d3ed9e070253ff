public import CEL
public import Diagnostics

/// A figure as the unit gave it and as the team found it.
public struct FigureDivergence: Hashable, Sendable {
  /// How the two stand to each other.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Both answered, alike.
    case agrees
    /// Both answered, otherwise.
    case differs
    /// Only the unit answered.
    case onlyUnit = "only_unit"
    /// Only the team answered.
    case onlyTeam = "only_team"
  }

  /// The indicator.
  public var indicator: String
  /// What it is called.
  public var title: LocalizedText
  /// How the two stand to each other.
  public var kind: Kind
  /// The unit's answer.
  public var unit: Answer?
  /// The team's answer.
  public var team: Answer?
}

/// A check as the unit's answers decide it and as the team's do.
public struct VerdictDivergence: Hashable, Sendable {
  /// The check's id.
  public var check: String
  /// What it is called.
  public var title: LocalizedText
  /// By the unit's answers.
  public var unit: Verdict
  /// By the team's answers.
  public var team: Verdict
}

/// Where a self-assessment and an inspection differ (chênh lệch tự chấm – đoàn chấm).
public struct Divergence: Hashable, Sendable {
  /// Every indicator that one of them answered, in the order of the checklist.
  public var figures: [FigureDivergence]
  /// The checks that came out otherwise, in the order of the checklist.
  public var verdicts: [VerdictDivergence]
  /// The points by the unit's answers, in millionths.
  public var unitPoints: Int64
  /// The points by the team's answers, in millionths.
  public var teamPoints: Int64

  /// How many figures both gave.
  public var compared: Int {
    figures.count { $0.kind == .agrees || $0.kind == .differs }
  }

  /// How many of them agree.
  public var agreeing: Int { figures.count { $0.kind == .agrees } }

  /// The share of the unit's figures that the team found as they were given, as a fraction of one; nil
  /// where no figure was given by both.
  public var reliability: Rational? { Rational.share(agreeing, of: compared) }
}

/// Sets a self-assessment beside the inspection by the same checklist. Two answers agree where value and
/// qualifier are the same; where they come from does not matter.
public func divergence(unit: Assessment, team: Assessment) -> Divergence {
  var figures: [FigureDivergence] = []
  for indicator in team.indicators {
    let own = unit.answers[indicator.id].flatMap { $0.isAnswered ? $0 : nil }
    let found = team.answers[indicator.id].flatMap { $0.isAnswered ? $0 : nil }
    let kind: FigureDivergence.Kind
    switch (own, found) {
    case (nil, nil): continue
    case (nil, _?): kind = .onlyTeam
    case (_?, nil): kind = .onlyUnit
    case (let own?, let found?): kind = own.says(found) ? .agrees : .differs
    }
    figures.append(
      FigureDivergence(
        indicator: indicator.id, title: indicator.title, kind: kind, unit: own, team: found))
  }
  var verdicts: [VerdictDivergence] = []
  for area in team.areas {
    for result in area.checks {
      guard let own = unit.result(of: result.check.id), own.verdict != result.verdict else {
        continue
      }
      verdicts.append(
        VerdictDivergence(
          check: result.check.id, title: result.check.title, unit: own.verdict,
          team: result.verdict))
    }
  }
  return Divergence(
    figures: figures, verdicts: verdicts, unitPoints: unit.score.points,
    teamPoints: team.score.points)
}

extension Answer {
  /// Whether it says the same as another; a figure without a value of its own is told by what was stated.
  fileprivate func says(_ other: Answer) -> Bool {
    value == other.value && qualifier == other.qualifier && stated == other.stated
  }
}
