import CEL
import Diagnostics

/// Finds the comparisons inside an expression that tell of a masked count.
struct ComparisonWalk {
  /// More comparisons of one expression than these are not looked at.
  private static let mostComparisons = 64
  /// So many notes on one expression are enough.
  private static let mostTold = 8

  /// What each of them tells of, with its place in the expression.
  private(set) var told: [(telling: CountComparison.Telling, range: SourceRange)] = []
  private let scope: CountScope
  private var looks = 0

  init(_ scope: CountScope) {
    self.scope = scope
  }

  /// Looks at an expression, which matters only where all of `guards` are as they say.
  mutating func visit(_ expression: Expression, _ guards: [CountGuard]) {
    guard expression.qualifiedName == nil, looks < ComparisonWalk.mostComparisons,
      told.count < ComparisonWalk.mostTold
    else { return }
    guard case .call(let call) = expression.kind else {
      for child in expression.children { visit(child, guards) }
      return
    }
    switch (call.function, call.arguments.count) {
    case ("_&&_", 2), ("_||_", 2):
      // Beside what is false in an "and", and true in an "or", the other side does not matter.
      for (side, other) in [(0, 1), (1, 0)] {
        let rest = CountGuard(condition: call.arguments[other], holds: call.function == "_&&_")
        visit(call.arguments[side], guards + [rest])
      }
    case ("_?_:_", 3):
      let condition = call.arguments[0]
      visit(condition, guards)
      visit(call.arguments[1], guards + [CountGuard(condition: condition, holds: true)])
      visit(call.arguments[2], guards + [CountGuard(condition: condition, holds: false)])
    default:
      look(at: call, expression.range, guards)
      for child in expression.children { visit(child, guards) }
    }
  }

  private mutating func look(at call: Expression.Call, _ range: SourceRange, _ guards: [CountGuard])
  {
    guard call.arguments.count == 2 else { return }
    var others: [Expression] = []
    var relation = LimitRelation.equal
    if let compared = LimitRelation(function: call.function) {
      relation = compared
      others = [call.arguments[1]]
    } else if call.function == "@in", case .list(let elements) = call.arguments[1].kind {
      others = elements.map(\.value)
    }
    guard !others.isEmpty else { return }
    let left = scope.terms(of: call.arguments[0])
    for right in others where looks < ComparisonWalk.mostComparisons {
      looks += 1
      if let telling = scope.telling(left, relation, scope.terms(of: right), guards) {
        told.append((telling, range))
        return
      }
    }
  }
}

extension CountScope {
  /// What the outcome of a comparison tells of; the first of all that the two sides may come to.
  func telling(
    _ left: [GuardedTerm], _ relation: LimitRelation, _ right: [GuardedTerm],
    _ guards: [CountGuard]
  ) -> CountComparison.Telling? {
    for first in left {
      for second in right {
        let comparison = CountComparison(first, relation, second, guards)
        if let telling = comparison.telling(in: self) { return telling }
      }
    }
    return nil
  }
}
