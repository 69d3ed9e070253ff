import CEL
import InspectionCore

/// How two figures are compared.
enum LimitRelation {
  case atLeast, above, atMost, below, equal

  init?(parameter: String) {
    switch parameter {
    case "at_least": self = .atLeast
    case "above": self = .above
    case "at_most": self = .atMost
    case "below": self = .below
    default: return nil
    }
  }

  init?(function: String) {
    switch function {
    case "_>=_": self = .atLeast
    case "_>_": self = .above
    case "_<=_": self = .atMost
    case "_<_": self = .below
    case "_==_", "_!=_": self = .equal
    default: return nil
    }
  }

  func holds(_ left: Rational, _ right: Rational) -> Bool {
    switch self {
    case .atLeast: left >= right
    case .above: left > right
    case .atMost: left <= right
    case .below: left < right
    case .equal: left == right
    }
  }
}

/// A comparison with a number written out in it, whose outcome the public learns.
struct CountComparison {
  /// What such an outcome tells of.
  struct Telling {
    /// The masked count.
    let count: String
    /// The figures that are shown and read beside it.
    let beside: [String]
  }

  /// A comparison with more figures that are shown, or counts beyond so many, is not looked at.
  private static let mostFigures = 6
  /// More conditions than these are not asked whether they let a comparison matter.
  private static let mostGuards = 32

  private let left: CountTerm
  private let right: CountTerm
  private let relation: LimitRelation
  private let guards: [CountGuard]

  init(_ left: GuardedTerm, _ relation: LimitRelation, _ right: GuardedTerm, _ guards: [CountGuard])
  {
    self.left = left.term
    self.right = right.term
    self.relation = relation
    self.guards = guards + left.guards + right.guards
  }

  /// The count of which the outcome can tell some of 1, 2, 3 and 4 apart, by a reader who knows all
  /// figures that are shown; counts of 0 are among those.
  ///
  /// Nothing is supposed: the outcome is worked out for figures that the bounds allow.
  func telling(in scope: CountScope) -> Telling? {
    guard left.holdsNumber || right.holdsNumber else { return nil }
    var counts: [String] = []
    var shown: [String] = []
    for figure in left.figures + right.figures {
      switch scope.role(of: figure) {
      case .count?: if !counts.contains(figure) { counts.append(figure) }
      case .shown?: if !shown.contains(figure) { shown.append(figure) }
      case nil: return nil
      }
    }
    guard shown.count <= CountComparison.mostFigures else { return nil }
    for count in counts.prefix(CountComparison.mostFigures)
    where isTold(count, counts, shown, scope) {
      return Telling(
        count: CountScope.name(of: count), beside: shown.map(CountScope.name(of:)))
    }
    return nil
  }

  private func isTold(
    _ count: String, _ counts: [String], _ shown: [String], _ scope: CountScope
  ) -> Bool {
    let possible = (1...4).map { Rational($0) }.filter {
      scope.role(of: count)?.allows($0) ?? false
    }
    guard isTold(count, among: possible, counts, shown, scope) else { return false }
    // Asked last: few comparisons come so far.
    let small = possible.filter { number in
      guards.prefix(CountComparison.mostGuards).allSatisfy {
        $0.condition.truth(count, number, scope) != !$0.holds
      }
    }
    return small.count == possible.count || isTold(count, among: small, counts, shown, scope)
  }

  private func isTold(
    _ count: String, among small: [Rational], _ counts: [String], _ shown: [String],
    _ scope: CountScope
  ) -> Bool {
    guard small.count > 1 else { return false }
    var figures: [String: Rational] = [:]
    for other in counts where other != count {
      // A count of zero is shown; one that cannot be zero is masked with the other, whatever it is.
      guard scope.role(of: other)?.allows(.zero) ?? false else { return false }
      figures[other] = .zero
    }
    guard !shown.isEmpty else { return separates(small, count, figures) }
    for base in [Rational.one, .zero] {
      for figure in shown { figures[figure] = scope.role(of: figure)?.nearest(to: base) }
      for pivot in shown {
        var trial = figures
        for number in candidates(for: pivot, small, count, figures, scope) {
          trial[pivot] = number
          if separates(small, count, trial) { return true }
        }
      }
    }
    return false
  }

  /// Whether the outcome is not the same for all of these numbers of the count.
  private func separates(
    _ small: [Rational], _ count: String, _ figures: [String: Rational]
  ) -> Bool {
    var figures = figures
    var outcomes: Set<Bool?> = []
    for number in small {
      figures[count] = number
      if let left = left.value(with: figures), let right = right.value(with: figures) {
        outcomes.insert(relation.holds(left, right))
      } else {
        outcomes.insert(nil)
      }
    }
    return outcomes.count > 1
  }

  /// Where the outcome turns with a figure that is shown, and what lies between.
  private func candidates(
    for pivot: String, _ small: [Rational], _ count: String, _ figures: [String: Rational],
    _ scope: CountScope
  ) -> [Rational] {
    guard case .shown(_, _, let isWhole)? = scope.role(of: pivot) else { return [] }
    var figures = figures
    var turns: [Rational] = []
    for number in small {
      figures[count] = number
      if let goal = right.value(with: figures),
        let turn = left.solved(for: pivot, at: goal, with: figures)
      {
        turns.append(turn)
      }
      if let goal = left.value(with: figures),
        let turn = right.solved(for: pivot, at: goal, with: figures)
      {
        turns.append(turn)
      }
    }
    turns.sort()
    var candidates: [Rational] = []
    for (index, turn) in turns.enumerated() {
      candidates += isWhole ? turn.wholeNeighbours : [turn]
      if !isWhole, index > 0,
        let sum = CountTerm.Operation.sum.result(turns[index - 1], turn),
        let middle = CountTerm.Operation.quotient.result(sum, Rational(2))
      {
        candidates.append(middle)
      }
    }
    return candidates.filter { scope.role(of: pivot)?.allows($0) ?? false }
  }
}

extension Rational {
  /// The whole numbers next to it, itself where it is one.
  fileprivate var wholeNeighbours: [Rational] {
    guard !isWhole else { return [self] }
    let below = numerator / denominator - (numerator < 0 ? 1 : 0)
    return [Rational(below), Rational(below + 1)]
  }
}

extension Expression {
  /// The truth of a condition where a count is known and nothing else; nil where that does not decide.
  fileprivate func truth(_ count: String, _ number: Rational, _ scope: CountScope) -> Bool? {
    if case .literal(.bool(let truth)) = kind { return truth }
    guard case .call(let call) = kind else { return nil }
    switch (call.function, call.arguments.count) {
    case ("!_", 1): return call.arguments[0].truth(count, number, scope).map { !$0 }
    case ("_&&_", 2), ("_||_", 2):
      let deciding = call.function == "_||_"
      let truths = call.arguments.map { $0.truth(count, number, scope) }
      if truths.contains(deciding) { return deciding }
      return truths.contains(nil) ? nil : !deciding
    case (let function, 2):
      guard let relation = LimitRelation(function: function) else { return nil }
      let sides = call.arguments.map { scope.terms(of: $0) }
      guard sides.allSatisfy({ $0.count == 1 && $0[0].guards.isEmpty }),
        let left = sides[0][0].term.value(with: [count: number]),
        let right = sides[1][0].term.value(with: [count: number])
      else { return nil }
      return relation.holds(left, right) != (function == "_!=_")
    default: return nil
    }
  }
}
