import Diagnostics

/// Finds the type of every part of an expression and all that is wrong with it
/// (langdef.md, "Gradual Type Checking").
struct Checker {
  let environment: Environment
  let source: SourceText
  var problems = DiagnosticList()
  var unification = Unification()
  var types: [Int: ValueType] = [:]
  var references: [Int: CheckedExpression.Reference] = [:]
  /// The variables of the macros around, innermost last.
  var locals: [(name: String, type: ValueType)] = []

  static func check(
    _ parsed: ParsedExpression, in environment: Environment
  ) throws(CompilationError) -> CheckedExpression {
    var checker = Checker(environment: environment, source: parsed.source)
    let type = checker.check(parsed.root)
    if checker.problems.hasErrors { throw CompilationError(checker.problems) }
    var types: [Int: ValueType] = [:]
    for (id, type) in checker.types {
      types[id] = checker.unification.resolved(type, final: true)
    }
    return CheckedExpression(
      parsed: parsed, resultType: checker.unification.resolved(type, final: true), types: types,
      references: checker.references)
  }

  mutating func report(_ problem: CheckProblem, _ range: SourceRange) {
    problems.report(problem.diagnostic(in: source, at: range))
  }

  /// The type of an expression as far as it is known.
  mutating func check(_ expression: Expression) -> ValueType {
    let type = find(expression)
    types[expression.id] = type
    return type
  }

  private mutating func find(_ expression: Expression) -> ValueType {
    switch expression.kind {
    case .literal(let value): return value.type
    case .decimal(_, let text): return decimal(text, expression)
    case .identifier: return name(expression)
    case .select(let selection):
      if !selection.isTest, expression.chain != nil { return name(expression) }
      let type = field(selection.field, of: check(selection.operand), expression)
      return selection.isTest ? .bool : type
    case .call(let call): return self.call(call, expression)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries)
    case .message(let message): return self.message(message)
    case .comprehension(let loop): return comprehension(loop, expression)
    }
  }

  private mutating func decimal(_ text: String, _ expression: Expression) -> ValueType {
    guard environment.features.contains(.exactDecimals) else { return .double }
    if Rational(decimal: text) == nil { report(.numberRange(shortened(text)), expression.range) }
    return .number
  }

  // MARK: Aggregates

  private mutating func list(_ elements: [Expression.Element]) -> ValueType {
    var joined: ValueType?
    for element in elements {
      var type = check(element.value)
      if element.isOptional { type = unwrapped(type, element.value) }
      joined = join(joined, type)
    }
    return .list(joined ?? unification.fresh())
  }

  private mutating func map(_ entries: [Expression.Entry]) -> ValueType {
    var key: ValueType?
    var value: ValueType?
    for entry in entries {
      let keyType = check(entry.key)
      if !isKey(keyType) { report(.wrongType(found: keyType, wanted: .string), entry.key.range) }
      key = join(key, keyType)
      var type = check(entry.value)
      if entry.isOptional { type = unwrapped(type, entry.value) }
      value = join(value, type)
    }
    return .map(key ?? unification.fresh(), value ?? unification.fresh())
  }

  /// Whether a map may have keys of a type (langdef.md, "Values": int, uint, bool or string).
  private func isKey(_ type: ValueType) -> Bool {
    switch unification.resolved(type) {
    case .int, .uint, .bool, .string, .dyn, .parameter, .error: true
    case .wrapper(let inner): isKey(inner)
    default: false
    }
  }

  private mutating func unwrapped(_ type: ValueType, _ expression: Expression) -> ValueType {
    switch unification.resolved(type) {
    case .optional(let inner): return inner
    case .dyn, .error: return .dyn
    default:
      report(.wrongType(found: type, wanted: .optional(.dyn)), expression.range)
      return .error
    }
  }

  /// The type of the elements of a literal: the more general of two, or `dyn` for a mixture.
  private mutating func join(_ first: ValueType?, _ second: ValueType) -> ValueType {
    guard let first else { return second }
    if unification.assign(second, to: first) {
      return Unification.isAsGeneral(first, as: second) ? first : second
    }
    return .dyn
  }

  private mutating func message(_ message: Expression.Message) -> ValueType {
    guard let found = environment.message(named: message.name) else {
      report(.unknownMessage(message.name), message.nameRange)
      for field in message.fields { _ = check(field.value) }
      return .error
    }
    for field in message.fields {
      var type = check(field.value)
      if field.isOptional { type = unwrapped(type, field.value) }
      guard let wanted = found.type(of: field.name) else {
        report(.unknownField(field.name, of: found.type, nearest: nil), field.range)
        continue
      }
      expect(wanted, type, at: field.value)
    }
    return found.type
  }

  /// Reports a type that cannot stand where another is wanted.
  mutating func expect(_ wanted: ValueType, _ found: ValueType, at expression: Expression) {
    guard !unification.assign(found, to: wanted) else { return }
    let found = unification.resolved(found, final: true)
    let wanted = unification.resolved(wanted, final: true)
    report(.wrongType(found: found, wanted: wanted), expression.range)
  }

  // MARK: Loops

  private mutating func comprehension(
    _ loop: Expression.Comprehension, _ expression: Expression
  ) -> ValueType {
    let (first, second) = elements(of: check(loop.range), loop)
    let accumulated = check(loop.initial)
    locals.append((loop.accumulator, accumulated))
    if let name = loop.secondVariable {
      locals.append((loop.variable, first))
      locals.append((name, second))
    } else {
      locals.append((loop.variable, first))
    }
    let condition = check(loop.condition)
    expect(.bool, condition, at: loop.condition)
    let step = check(loop.step)
    expect(accumulated, step, at: loop.step)
    locals.removeLast(loop.secondVariable == nil ? 1 : 2)
    let result = check(loop.result)
    locals.removeLast()
    return result
  }

  /// The types of the variables of a loop over a value of a type.
  private mutating func elements(
    of type: ValueType, _ loop: Expression.Comprehension
  ) -> (first: ValueType, second: ValueType) {
    let isPair = loop.secondVariable != nil
    switch unification.resolved(type) {
    case .list(let element): return isPair ? (.int, element) : (element, .dyn)
    case .map(let key, let value): return (key, value)
    case .dyn, .error: return (.dyn, .dyn)
    case .parameter:
      _ = unification.assign(.dyn, to: type)
      return (.dyn, .dyn)
    case let other:
      report(.notIterable(other), loop.range.range)
      return (.error, .error)
    }
  }
}
