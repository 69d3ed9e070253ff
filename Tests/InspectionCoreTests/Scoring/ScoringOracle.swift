/// What Documentation/ChecklistFormat.md says of scoring, worked out anew with whole fractions, as
/// an inspector with pencil and paper would; it shares no code with the module it tests.
struct ScoringOracle {
  enum Outcome: Equatable {
    case met
    case unmet
    /// So many of so many, with linear credit.
    case part(Int, Int)
    case notApplicable
    case unanswered
    case failed
  }

  struct Area {
    var weight: Int?
    var checks: [(points: Int, outcome: Outcome)]
  }

  struct Limit {
    var check: Int
    var grade: Int
  }

  var areas: [Area]
  var policy: String
  /// In percent, highest first, the last 0.
  var bands: [Int]
  var minimumPercent: Int
  var gates: [Limit]
  var caps: [Limit]

  /// In millionths: what each check can earn and earned.
  var shares: [(of: Int, earned: Int)] {
    var all: [(of: Int, earned: Int)] = []
    for area in areas {
      let points = area.checks.map { $0.points }
      let applies = area.checks.map { $0.outcome != .notApplicable }
      var of = handedOut(area.weight ?? points.reduce(0, +), points)
      switch policy {
      case "redistribute":
        var freed = 0
        var kept = of
        for index in of.indices where !applies[index] {
          freed += of[index]
          kept[index] = 0
        }
        let extra = handedOut(freed, kept)
        of = zip(kept, extra).map { $0 + $1 }
      case "exclude":
        for index in of.indices where !applies[index] { of[index] = 0 }
      default: break
      }
      for (index, check) in area.checks.enumerated() {
        switch check.outcome {
        case .met: all.append((of[index], of[index]))
        case .part(let part, let whole):
          var earned = of[index] * part / whole
          if 2 * (of[index] * part % whole) >= whole { earned += 1 }
          all.append((of[index], earned))
        case .notApplicable: all.append((of[index], policy == "full" ? of[index] : 0))
        case .unmet, .unanswered, .failed: all.append((of[index], 0))
        }
      }
    }
    return all
  }

  /// The index of the band; nil where there is no grade.
  var grade: Int? {
    let outcomes = areas.flatMap { $0.checks.map { $0.outcome } }
    let applicable = outcomes.filter { $0 != .notApplicable }
    let decided = applicable.filter { $0 != .unanswered && $0 != .failed }
    let of = shares.reduce(0) { $0 + $1.of }
    let points = shares.reduce(0) { $0 + $1.earned }
    if bands.isEmpty || applicable.isEmpty || of == 0 { return nil }
    if decided.isEmpty || applicable.contains(.failed) { return nil }
    if decided.count * 100 < minimumPercent * applicable.count { return nil }
    for gate in gates where outcomes[gate.check] == .unanswered || outcomes[gate.check] == .failed {
      return nil
    }
    guard var grade = bands.firstIndex(where: { points * 100 >= $0 * of }) else { return nil }
    for limit in gates + caps {
      switch outcomes[limit.check] {
      case .unmet, .part: if limit.grade > grade { grade = limit.grade }
      default: break
      }
    }
    return grade
  }

  /// Hands a whole out one unit after the other, each to whoever is furthest behind its due.
  private func handedOut(_ total: Int, _ claims: [Int]) -> [Int] {
    let sum = claims.reduce(0, +)
    guard sum > 0 else { return claims.map { _ in 0 } }
    var given = claims.map { $0 * total / sum }
    while given.reduce(0, +) < total {
      var next = 0
      for index in claims.indices
      where claims[index] * total - given[index] * sum > claims[next] * total - given[next] * sum {
        next = index
      }
      given[next] += 1
    }
    return given
  }
}
