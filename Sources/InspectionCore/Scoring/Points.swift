import CEL

/// How a check's points came about, in millionths of a point; enough to recompute them by hand.
public struct PointsDerivation: Hashable, Sendable {
  /// The check's share of its area's weight.
  public var nominal: Int64
  /// What it took over from checks of its area that do not apply.
  public var redistributed: Int64
  /// What it can earn: nominal and redistributed, or nothing where it left the total.
  public var of: Int64
  /// What it earned: `of` times the credit, rounded half up, once.
  public var earned: Int64
  /// What became of its points, where it does not apply.
  public var policy: NotApplicablePolicy?
}

/// What scoring needs of a judged check.
struct JudgedCheck {
  /// The check's own policy for where it does not apply.
  let notApplicable: NotApplicablePolicy?
  /// Its share of its area's weight, in millionths.
  let nominal: Int64
  let judgement: Judgement
}

/// The shares of an area's checks in its weight, in millionths, in their order: by their points, with
/// the largest remainder.
func nominalPoints(of area: Area) -> [Int64] {
  var raw: [Int64] = []
  var total: Int64 = 0
  for check in area.checks {
    raw.append(check.points)
    total += check.points
  }
  return apportioned(area.weight ?? total, by: raw)
}

/// The points of one area's checks, in their order; of a scope, those of the checks in it.
///
/// What becomes of a check that does not apply is its own policy or else the checklist's; redistributed points are
/// split by the nominal points of the checks that do apply, again with the largest remainder.
func points(
  of checks: [JudgedCheck], policy: NotApplicablePolicy
) -> [PointsDerivation] {
  var freed: Int64 = 0
  var shares: [Int64] = []
  shares.reserveCapacity(checks.count)
  for index in checks.indices {
    let applies = checks[index].judgement.verdict != .notApplicable
    let own = checks[index].notApplicable ?? policy
    if !applies, own == .redistribute { freed += checks[index].nominal }
    shares.append(applies ? checks[index].nominal : 0)
  }
  let extra = freed > 0 ? apportioned(freed, by: shares) : nil

  var derivations: [PointsDerivation] = []
  derivations.reserveCapacity(checks.count)
  for index in checks.indices {
    let nominal = checks[index].nominal
    let redistributed = extra?[index] ?? 0
    var derivation = PointsDerivation(
      nominal: nominal, redistributed: redistributed, of: nominal + redistributed,
      earned: 0, policy: nil)
    let verdict = checks[index].judgement.verdict
    if verdict == .notApplicable {
      let policy = checks[index].notApplicable ?? policy
      derivation.policy = policy
      switch policy {
      case .redistribute, .exclude: derivation.of = 0
      case .full: derivation.earned = derivation.of
      case .zero: break
      }
    } else if verdict.isDecided {
      derivation.earned = earned(derivation.of, checks[index].judgement.credit)
    }
    derivations.append(derivation)
  }
  return derivations
}

/// `of` times a credit of 0 to 1, rounded half up.
private func earned(_ of: Int64, _ credit: Rational) -> Int64 {
  if credit.isZero || credit == .one { return credit.isZero ? 0 : of }
  let denominator = Int128(credit.denominator)
  let doubled = 2 * Int128(of) * Int128(credit.numerator) + denominator
  return Int64(doubled / (2 * denominator))
}
