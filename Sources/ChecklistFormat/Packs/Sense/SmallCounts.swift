import CEL
import Diagnostics
import InspectionCore

/// What a kind compares.
private struct Limit {
  let left: [GuardedTerm]
  let relation: LimitRelation
  let right: [GuardedTerm]
  var outcome = SmallCountOutcome.verdict
}

extension PackLoading {
  /// Limits that tell the public which masked count a unit has: 1 to 4 children or cases are hidden,
  /// and "met" beside a limit of 3 says on which side of it the count lies.
  func noteSmallCounts(_ known: Known, _ targets: [Target]) {
    guard known.indicators.values.contains(where: { $0.isCounting }) else { return }
    let scope = CountScope(known.indicators, targets)
    for read in checks { SmallCountNotes(read, scope).noteAll() }
  }
}

/// The notes on one check.
private struct SmallCountNotes {
  private let read: ReadCheck
  private let scope: CountScope
  /// What holds wherever the check is assessed.
  private let guards: [CountGuard]
  private let condition: Expression?

  init(_ read: ReadCheck, _ scope: CountScope) {
    self.read = read
    self.scope = scope
    condition = read.check.condition.flatMap(parsed)
    guards = condition.map { [CountGuard(condition: $0, holds: true)] } ?? []
  }

  func noteAll() {
    if let condition {
      noteComparisons(in: condition, ParameterPlace("when", nil), [], .application)
    }
    // That a figure is there is no limit; its own figures are never compared.
    guard read.check.kind != "supplied" else { return }
    for (name, value) in read.check.parameters.sorted(by: { $0.key < $1.key }) {
      switch value {
      case .expression(let text): noteComparisons(in: text, ParameterPlace(name, nil))
      case .list(let values):
        for case (let index, .expression(let text)) in values.enumerated() {
          noteComparisons(in: text, ParameterPlace(name, index))
        }
      default: continue
      }
    }
    noteLimits()
    noteChange()
  }

  // MARK: Comparisons in expressions

  private func noteComparisons(in text: String, _ place: ParameterPlace) {
    guard let expression = parsed(text) else { return }
    noteComparisons(in: expression, place, guards, .verdict)
  }

  private func noteComparisons(
    in expression: Expression, _ place: ParameterPlace, _ guards: [CountGuard],
    _ outcome: SmallCountOutcome
  ) {
    guard let node = read.parameters[place] else { return }
    let reader = read.reader(of: place)
    var comparisons = ComparisonWalk(scope)
    comparisons.visit(expression, guards)
    for (telling, range) in comparisons.told {
      let range = ScalarMap(node, in: reader.source).range(of: range)
      reader.note(telling, outcome, at: reader.firstLine(of: range))
    }
  }

  // MARK: The limits of the kinds

  private func noteLimits() {
    var noted: Set<String> = []
    for (parameter, limit) in limits where !noted.contains(parameter) {
      guard
        let telling = scope.telling(limit.left, limit.relation, limit.right, guards)
      else { continue }
      noted.insert(parameter)
      let (reader, range) = read.line(of: parameter)
      reader.note(telling, limit.outcome, at: range)
    }
  }

  /// What the kind itself compares, with the parameter that says so.
  private var limits: [(parameter: String, limit: Limit)] {
    switch read.check.kind {
    case "threshold": return compared(terms("value"))
    case "ratio":
      return compared(combined(.quotient, terms("of"), terms("to"))) + zero
    case "coverage":
      return [("to", Limit(left: terms("of"), relation: .atLeast, right: terms("to")))]
        + lowestStep(of: terms("of"), below: terms("to")) + zero
    case "sum": return sum
    case "trend": return trend
    case CheckKind.ruleID: return share
    default: return []
    }
  }

  private func compared(_ value: [GuardedTerm]) -> [(String, Limit)] {
    var limits: [(String, Limit)] = []
    for name in ["at_least", "above", "at_most", "below"] {
      guard let relation = LimitRelation(parameter: name) else { continue }
      let target = terms(name)
      guard !target.isEmpty else { continue }
      limits.append((name, Limit(left: value, relation: relation, right: target)))
      if relation == .atLeast { limits += lowestStep(of: value, below: target) }
    }
    return limits
  }

  /// Where a check begins to be partly met. What higher steps give is hidden with the points.
  private func lowestStep(
    of value: [GuardedTerm], below target: [GuardedTerm]
  ) -> [(String, Limit)] {
    switch read.check.partial {
    case .none: return []
    case .linear:
      let zero = [GuardedTerm(term: .number(.zero))]
      return [
        ("partial", Limit(left: value, relation: .above, right: zero, outcome: .lowestStep))
      ]
    case .stepped(let steps):
      guard let lowest = steps.first else { return [] }
      let limit = scaled(target, by: lowest.from)
      return [
        ("partial", Limit(left: value, relation: .atLeast, right: limit, outcome: .lowestStep))
      ]
    }
  }

  /// Where `when_zero` decides.
  private var zero: [(String, Limit)] {
    [("to", Limit(left: terms("to"), relation: .equal, right: [GuardedTerm(term: .number(.zero))]))]
  }

  private var sum: [(String, Limit)] {
    guard case .list(let parts)? = read.check.parameters["parts"],
      parts.count <= CountScope.mostParts
    else { return [] }
    var total = [GuardedTerm(term: .number(.zero))]
    for part in parts { total = combined(.sum, total, terms(of: part)) }
    let relation: LimitRelation =
      switch read.check.parameters["relation"] {
      case .name("at_most"): .atMost
      case .name("at_least"): .atLeast
      default: .equal
      }
    return [("total", Limit(left: total, relation: relation, right: terms("total")))]
  }

  private var trend: [(String, Limit)] {
    guard case .name(let change)? = read.check.parameters["change"] else { return [] }
    var before = terms("previous")
    let isUpwards = change == "rises" || change == "does_not_rise"
    var by: Rational?
    if case .number(let share, _)? = read.check.parameters["by"] { by = share }
    if let by, let factor = (isUpwards ? CountTerm.Operation.sum : .difference).result(.one, by) {
      before = scaled(before, by: factor)
    }
    let relation: LimitRelation
    switch change {
    case "rises": relation = by == nil ? .above : .atLeast
    case "falls": relation = by == nil ? .below : .atMost
    case "does_not_rise": relation = .atMost
    default: relation = .atLeast
    }
    return [("previous", Limit(left: terms("value"), relation: relation, right: before))]
  }

  /// A rule that gives a share of the points is met at 1, and in error beyond.
  private var share: [(String, Limit)] {
    let value = terms("expr")
    let one = [GuardedTerm(term: .number(.one))]
    return [
      ("expr", Limit(left: value, relation: .atLeast, right: one)),
      ("expr", Limit(left: value, relation: .above, right: one)),
    ] + lowestStep(of: value, below: one)
  }

  /// A change by half or more leaves of two masked counts from 1 to 4 next to nothing open.
  private func noteChange() {
    guard read.check.kind == "trend",
      case .number(let share, .percent)? = read.check.parameters["by"],
      share >= Rational(millionths: 500_000),
      case .expression(let text)? = read.check.parameters["value"],
      let count = parsed(text).flatMap(count)
    else { return }
    let (reader, range) = read.line(of: "by")
    let telling = CountComparison.Telling(count: count, beside: [])
    reader.note(telling, .change, at: range)
  }

  /// The count that an expression is, or is a sum or difference of.
  private func count(in expression: Expression) -> String? {
    if let name = expression.qualifiedName {
      guard case .count? = scope.role(of: name) else { return nil }
      return name
    }
    guard case .call(let call) = expression.kind, ["_+_", "_-_"].contains(call.function) else {
      return nil
    }
    return call.arguments.lazy.compactMap(count).first
  }

  // MARK: Terms

  private func terms(_ parameter: String) -> [GuardedTerm] {
    read.check.parameters[parameter].map(terms) ?? []
  }

  private func terms(of value: ParameterValue) -> [GuardedTerm] {
    switch value {
    case .number(let number, _): [GuardedTerm(term: .number(number))]
    case .expression(let text): parsed(text).map(scope.terms) ?? []
    default: []
    }
  }

  private func scaled(_ terms: [GuardedTerm], by factor: Rational) -> [GuardedTerm] {
    combined(.product, terms, [GuardedTerm(term: .number(factor))])
  }

  private func combined(
    _ operation: CountTerm.Operation, _ left: [GuardedTerm], _ right: [GuardedTerm]
  ) -> [GuardedTerm] {
    scope.combined(operation, left, right)
  }
}

private func parsed(_ text: String) -> Expression? {
  do throws(CompilationError) {
    return try language.parse(SourceText(name: "", text: text)).root
  } catch {
    return nil
  }
}

/// Expressions are read as they were when they compiled.
private let language = Environment(libraries: [.numbers])

extension Expression {
  /// The names that the expression holds, chains of selections as one.
  var names: [String] {
    if let name = qualifiedName { return [name] }
    return children.flatMap { $0.names }
  }

  /// A number written out.
  var figure: Rational? {
    switch kind {
    case .literal(.int(let value)): Rational(value)
    case .decimal(_, let text): Rational(decimal: text)
    default: nil
    }
  }
}
