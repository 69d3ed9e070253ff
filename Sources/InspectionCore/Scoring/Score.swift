public import CEL
public import Diagnostics

/// What a gate or a cap did.
public enum LimitState: String, Hashable, Sendable {
  /// The check is met or does not apply.
  case passed
  /// The check is not met: the grade is limited.
  case struck
  /// The check is not decided.
  case open
}

/// A gate or cap with what it did.
public struct LimitResult: Hashable, Sendable {
  /// The limit.
  public var limit: GradeLimit
  /// What it did.
  public var state: LimitState
}

/// How many of the applicable checks are decided.
public struct Completeness: Hashable, Sendable {
  /// The checks that figures decided.
  public var answered: Int
  /// The checks that apply.
  public var applicable: Int
  /// Those of them that could not be computed.
  public var failed: Int

  /// Creates a count.
  public init(answered: Int = 0, applicable: Int = 0, failed: Int = 0) {
    self.answered = answered
    self.applicable = applicable
    self.failed = failed
  }

  /// The share; nil where no check applies.
  public var share: Rational? { Rational.share(answered, of: applicable) }
}

/// The score of a unit.
public struct Score: Hashable, Sendable {
  /// Points earned, in millionths.
  public var points: Int64
  /// Points that could be earned, unanswered checks included, in millionths.
  public var of: Int64
  /// The grade; nil where it is withheld.
  public var grade: Band?
  /// Why there is no grade.
  public var withheld: LocalizedText?
  /// The gates with what they did.
  public var gates: [LimitResult]
  /// The caps with what they did.
  public var caps: [LimitResult]

  /// The share earned, as a fraction of one; nil where nothing can be earned.
  public var share: Rational? {
    guard of > 0 else { return nil }
    do throws(NumberError) {
      return try Rational(numerator: points, denominator: of)
    } catch {
      return nil
    }
  }
}

extension ScoringRules {
  /// The score of all areas together.
  func score(
    points: Int64, of: Int64, completeness: Completeness, verdicts: [String: Verdict]
  ) -> Score {
    let gates = gates.map { LimitResult(limit: $0, state: state(verdicts[$0.check])) }
    let caps = caps.map { LimitResult(limit: $0, state: state(verdicts[$0.check])) }
    var score = Score(
      points: points, of: of, grade: nil, withheld: nil, gates: gates, caps: caps)
    score.withheld = reasonToWithhold(score, completeness)
    guard score.withheld == nil, let share = score.share else { return score }
    guard var index = bands.firstIndex(where: { share >= $0.from }) else {
      score.withheld = LocalizedText(
        vi: "điểm chưa đạt mức xếp loại thấp nhất", en: "the score reaches no band")
      return score
    }
    for result in gates + caps where result.state == .struck {
      for (candidate, band) in bands.enumerated() where band.id == result.limit.grade {
        index = max(index, candidate)
      }
    }
    score.grade = bands[index]
    return score
  }

  private func reasonToWithhold(_ score: Score, _ completeness: Completeness) -> LocalizedText? {
    if bands.isEmpty {
      return LocalizedText(
        vi: "bảng kiểm này không xếp loại", en: "this checklist gives no grades")
    }
    guard let share = completeness.share else {
      return LocalizedText(
        vi: "không có mục nào áp dụng cho đơn vị trong kỳ này",
        en: "no check applies to the unit in this period")
    }
    guard score.of > 0 else {
      return LocalizedText(
        vi: "các mục áp dụng đều không tính điểm", en: "no check that applies carries points")
    }
    if completeness.answered == 0 {
      return LocalizedText(vi: "chưa chấm được mục nào", en: "no check is decided")
    }
    if completeness.failed > 0 {
      return LocalizedText(
        vi: "có \(completeness.failed) mục chưa chấm được do lỗi",
        en: "\(completeness.failed) checks could not be computed")
    }
    if share < minimumCompleteness {
      let answered = completeness.answered
      let applicable = completeness.applicable
      return LocalizedText(
        vi: "mới chấm được \(answered) trên \(applicable) mục áp dụng, cần ít nhất "
          + FigureText(.vi).text(minimumCompleteness, .percent),
        en: "\(answered) of \(applicable) applicable checks are decided; at least "
          + FigureText(.en).text(minimumCompleteness, .percent) + " is needed")
    }
    for result in score.gates where result.state == .open {
      return LocalizedText(
        vi: "điều kiện bắt buộc \(result.limit.check) chưa chấm được",
        en: "the mandatory condition \(result.limit.check) is not decided")
    }
    return nil
  }

  private func state(_ verdict: Verdict?) -> LimitState {
    switch verdict {
    case .met, .notApplicable: .passed
    case .partial, .unmet: .struck
    case .unanswered, .error, nil: .open
    }
  }
}
