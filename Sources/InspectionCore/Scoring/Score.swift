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

/// What must not earn zero, with what became of it.
public struct ZeroLimitResult: Hashable, Sendable {
  /// Whether it is an area or a check.
  public var subject: ZeroLimit.Subject
  /// The id of the area or the check.
  public var id: String
  /// The highest grade while it earns nothing.
  public var grade: String
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
  /// What must not earn zero, with what became of it.
  public var zeroLimits: [ZeroLimitResult]

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

extension Score {
  /// The highest grades that the limits in some states allow.
  func limits(_ isMeant: (LimitState) -> Bool) -> [String] {
    var grades: [String] = []
    for result in gates + caps where isMeant(result.state) { grades.append(result.limit.grade) }
    for result in zeroLimits where isMeant(result.state) { grades.append(result.grade) }
    return grades
  }
}

extension ScoringRules {
  /// The score of all areas together.
  func score(
    of areas: [AreaResult], unitClasses: [String], completeness: Completeness, isPart: Bool
  ) -> Score {
    var points: Int64 = 0
    var of: Int64 = 0
    for area in areas {
      points += area.points
      of += area.of
    }
    // Of a part of the checklist, only what looks at that part.
    func results(_ limits: [GradeLimit]) -> [LimitResult] {
      var results: [LimitResult] = []
      for limit in limits {
        let verdict = areas.verdict(of: limit.check)
        if isPart, verdict == nil { continue }
        results.append(LimitResult(limit: limit, state: state(verdict)))
      }
      return results
    }
    let gates = results(gates)
    let caps = results(caps)
    var score = Score(
      points: points, of: of, grade: nil, withheld: nil, gates: gates, caps: caps,
      zeroLimits: zeroLimits.flatMap { $0.results(in: areas) })
    score.withheld = reasonToWithhold(score, completeness, isPart: isPart)
    guard score.withheld == nil, let share = score.share else { return score }
    score.grade = grade(share, unitClasses, score.limits { $0 == .struck })
    if score.grade == nil {
      score.withheld = ScoringRules.noBand
    }
    return score
  }

  /// Why there is no grade where only the points are too few.
  static let noBand = LocalizedText(
    vi: "điểm chưa đạt mức xếp loại thấp nhất", en: "the score reaches no band")

  /// The grade of a share of the points, for a unit of these classes and under these limits; nil
  /// where it reaches no band.
  func grade(_ share: Rational, _ unitClasses: [String], _ limits: [String]) -> Band? {
    guard var index = bands.firstIndex(where: { share >= $0.from(for: unitClasses) }) else {
      return nil
    }
    for grade in limits {
      for (candidate, band) in bands.enumerated() where band.id == grade {
        index = max(index, candidate)
      }
    }
    return bands[index]
  }

  private func reasonToWithhold(
    _ score: Score, _ completeness: Completeness, isPart: Bool
  ) -> LocalizedText? {
    if isPart {
      return LocalizedText(
        vi: "chấm theo chuyên đề, chỉ một phần bảng kiểm, nên không xếp loại",
        en: "a part of the checklist alone was in scope, which gives no grade")
    }
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
        vi: "có \(completeness.failed) mục chưa chấm được do lỗi phần mềm",
        en: "\(completeness.failed) checks are not scored because of a software error")
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
    for result in score.zeroLimits where result.state == .open {
      return LocalizedText(
        vi: "\(result.id) chưa chấm xong, chưa biết có bị 0 điểm hay không",
        en: "\(result.id) is not decided and may yet earn nothing")
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

extension ZeroLimit {
  /// What became of each area or check it looks at; one that can earn nothing anyway is left out.
  func results(in areas: [AreaResult]) -> [ZeroLimitResult] {
    var results: [ZeroLimitResult] = []
    for area in areas {
      switch subject {
      case .areas:
        guard ids.isEmpty || ids.contains(area.id), area.of > 0 else { continue }
        let isOpen = area.checks.contains { $0.points.of > 0 && $0.isOpen }
        results.append(result(area.id, earned: area.points, isOpen: isOpen))
      case .checks:
        for check in area.checks where check.points.of > 0 {
          guard ids.isEmpty || ids.contains(check.check.id) else { continue }
          results.append(
            result(check.check.id, earned: check.points.earned, isOpen: check.isOpen))
        }
      }
    }
    return results
  }

  private func result(_ id: String, earned: Int64, isOpen: Bool) -> ZeroLimitResult {
    ZeroLimitResult(
      subject: subject, id: id, grade: grade,
      state: earned > 0 ? .passed : isOpen ? .open : .struck)
  }
}
