import CEL
import Diagnostics

/// Something wrong with the numbers of an expression; the range counts within its text.
struct NumberFinding {
  enum Fault {
    /// A whole number divided by another: the fraction is lost.
    case intDivision
    /// The remainder of two whole numbers.
    case remainder
    /// A binary fraction, which is not exact.
    case double
    /// Figures of unlike units.
    case mixedUnits(Mixture, Measure, Measure)
    /// A fraction of one compared with what looks like a percentage without its sign.
    case shareLimit(Rational)
  }

  /// What is done with figures of unlike units.
  enum Mixture {
    case sum, difference, comparison, choice
  }

  let fault: Fault
  let range: SourceRange
}

/// Finds what every part of a checked expression is measured in, visiting each part once.
struct MeasureInference {
  /// What is wrong with the expression's numbers, innermost first.
  private(set) var findings: [NumberFinding] = []
  private let checked: CheckedExpression
  /// How the variables are measured, by name.
  private let variables: [String: Measured]
  /// The variables of the macros around, innermost last.
  private var locals: [(name: String, measured: Measured)] = []

  init(_ checked: CheckedExpression, _ variables: [String: Measured]) {
    self.checked = checked
    self.variables = variables
  }

  /// How the whole is measured.
  mutating func whole() -> Measured { visit(checked.parsed.root) }

  private mutating func visit(_ expression: Expression) -> Measured {
    let measured = measured(expression)
    // Where the double comes in, not all that is computed from it.
    if isDouble(expression), !expression.children.contains(where: isDouble) {
      findings.append(NumberFinding(fault: .double, range: expression.range))
    }
    return measured
  }

  private func isDouble(_ expression: Expression) -> Bool {
    checked.types[expression.id] == .double
  }

  private mutating func measured(_ expression: Expression) -> Measured {
    switch expression.kind {
    case .literal(.int), .literal(.uint), .decimal: return .literal
    case .literal: return .open
    case .identifier(let name):
      return variable(expression) ?? locals.last { $0.name == name }?.measured ?? .open
    case .select(let selection):
      if let known = variable(expression) { return known }
      guard case .row(let columns) = visit(selection.operand), !selection.isTest else {
        return .open
      }
      return columns[selection.field] ?? .open
    case .call(let call): return self.call(call, expression)
    case .list(let elements):
      return elements.reduce(.literal) { $0.joined(visit($1.value)) }
    case .comprehension(let loop): return self.loop(loop)
    case .map, .message:
      for child in expression.children { _ = visit(child) }
      return .open
    }
  }

  private func variable(_ expression: Expression) -> Measured? {
    guard case .variable(let name)? = checked.references[expression.id] else { return nil }
    return variables[name] ?? .open
  }

  /// The measure of a loop: that of what it gathers, rounds after rounds alike.
  private mutating func loop(_ loop: Expression.Comprehension) -> Measured {
    let element = visit(loop.range)
    let initial = visit(loop.initial)
    let outside = locals.count
    locals.append((loop.accumulator, initial))
    if let second = loop.secondVariable {
      locals.append((loop.variable, .open))
      locals.append((second, element))
    } else {
      locals.append((loop.variable, element))
    }
    _ = visit(loop.condition)
    let step = visit(loop.step)
    locals.removeSubrange((outside + 1)...)
    locals[outside].measured = initial.joined(step)
    let result = visit(loop.result)
    locals.removeLast()
    return result
  }

  // MARK: Calls

  private mutating func call(_ call: Expression.Call, _ expression: Expression) -> Measured {
    if call.function == "@in" { return membership(call) }
    let parts = expression.children
    let measures = parts.map { visit($0) }
    switch (call.function, measures.count) {
    case ("_+_", 2): return sum(parts, measures, .sum, expression)
    case ("_-_", 2): return sum(parts, measures, .difference, expression)
    case ("_*_", 2): return measures[0].times(measures[1])
    case ("_/_", 2):
      checkDivision(parts, .intDivision, expression)
      return measures[0].divided(by: measures[1])
    case ("_%_", 2):
      checkDivision(parts, .remainder, expression)
      return measures[0]
    case ("_==_", 2), ("_!=_", 2), ("_<_", 2), ("_<=_", 2), ("_>_", 2), ("_>=_", 2):
      compare(measures[0], measures[1], .comparison, expression.range)
      checkLimit(of: measures[0], parts[1])
      checkLimit(of: measures[1], parts[0])
      return .open
    case ("_?_:_", 3):
      compare(measures[1], measures[2], .choice, parts[1].range.union(parts[2].range))
      return measures[1].joined(measures[2])
    case ("-_", 1), ("number", 1), ("dyn", 1), ("sum", 1), ("_[_]", 2): return measures[0]
    default: return .open
    }
  }

  private mutating func sum(
    _ parts: [Expression], _ measures: [Measured], _ mixture: NumberFinding.Mixture,
    _ expression: Expression
  ) -> Measured {
    // One list after another adds nothing up.
    if case .list? = checked.types[expression.id] { return measures[0].joined(measures[1]) }
    // In a longer sum, the one that does not belong.
    var range = expression.range
    if case .call(let first) = parts[0].kind, first.function == "_+_" || first.function == "_-_" {
      range = parts[1].range
    }
    compare(measures[0], measures[1], mixture, range)
    return measures[0].joined(measures[1])
  }

  /// `x in [a, b]` compares with each of the list.
  private mutating func membership(_ call: Expression.Call) -> Measured {
    guard call.arguments.count == 2 else { return .open }
    let wanted = visit(call.arguments[0])
    guard case .list(let elements) = call.arguments[1].kind else {
      let element = visit(call.arguments[1])
      let range = call.arguments[0].range.union(call.arguments[1].range)
      compare(wanted, element, .comparison, range)
      return .open
    }
    for element in elements {
      compare(wanted, visit(element.value), .comparison, element.value.range)
    }
    return .open
  }

  private mutating func compare(
    _ first: Measured, _ second: Measured, _ mixture: NumberFinding.Mixture, _ range: SourceRange
  ) {
    guard let (one, other) = first.clash(with: second) else { return }
    findings.append(NumberFinding(fault: .mixedUnits(mixture, one, other), range: range))
  }

  private mutating func checkLimit(of measured: Measured, _ limit: Expression) {
    guard let value = limit.figure, measured.isFraction(beside: value) else { return }
    findings.append(NumberFinding(fault: .shareLimit(value), range: limit.range))
  }

  private mutating func checkDivision(
    _ parts: [Expression], _ fault: NumberFinding.Fault, _ expression: Expression
  ) {
    guard parts.allSatisfy({ isWhole(checked.types[$0.id]) }) else { return }
    findings.append(NumberFinding(fault: fault, range: expression.range))
  }

  private func isWhole(_ type: ValueType?) -> Bool {
    switch type {
    case .int?, .uint?: true
    case .wrapper(let inner)?: isWhole(inner)
    default: false
    }
  }
}
