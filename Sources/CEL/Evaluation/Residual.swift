import Diagnostics

extension Program {
  /// What is left of the expression when everything that is known has been put in: an expression
  /// with the same outcome that reads unknown parts only, or a literal where the value is known.
  ///
  /// Its text is that of its source. An error that an unknown part may yet absorb stays as the
  /// operation that fails; intervals, values of the host and values too large to be written stay as
  /// they are read.
  ///
  /// - Returns: nil where the outcome is an error, or what is left cannot be written.
  public func residual(_ activation: Activation) -> ParsedExpression? {
    if case .error = evaluate(activation) { return nil }
    var residue = residue(activation)
    let left = residue.simplified(parsed.root)
    let source = SourceText(name: "<residual>", text: Unparser.text(of: left))
    do throws(CompilationError) {
      return try environment.parse(source)
    } catch { return nil }
  }

  private func residue(_ activation: Activation) -> Residue {
    Residue(
      environment: environment, types: types, macroCalls: parsed.macroCalls,
      activation: activation)
  }
}

/// Puts what is known into a tree. The trees it makes hold macros as calls, to be printed.
private struct Residue {
  let environment: Environment
  let types: CheckedExpression?
  let macroCalls: [Int: Expression]
  let activation: Activation
  /// The variables of the macros around, which have no value here.
  private var bound: [String] = []
  /// How many nodes may still be planned or written; what is beyond stays as it is written.
  private var nodes = 4 * Limits.nodes
  /// How many rounds of loops are left for all evaluations together.
  private var rounds = Limits.rounds

  init(
    environment: Environment, types: CheckedExpression?, macroCalls: [Int: Expression],
    activation: Activation
  ) {
    self.environment = environment
    self.types = types
    self.macroCalls = macroCalls
    self.activation = activation
  }

  mutating func simplified(_ expression: Expression) -> Expression {
    if let value = value(of: expression), let literal = literal(value) { return literal }
    if let call = macroCalls[expression.id] { return macro(call) }
    switch expression.kind {
    case .literal, .decimal, .identifier: return expression
    case .select(let selection):
      let operand = path(selection.operand)
      return node(
        .select(
          Expression.Selection(operand: operand, field: selection.field, isTest: selection.isTest)))
    case .call(let call): return self.call(call)
    case .list(let elements):
      var left: [Expression.Element] = []
      for element in elements {
        left.append(
          Expression.Element(
            value: simplified(element.value), isOptional: element.isOptional))
      }
      return node(.list(left))
    case .map(let entries):
      var left: [Expression.Entry] = []
      for entry in entries {
        let key = simplified(entry.key)
        left.append(
          Expression.Entry(key: key, value: simplified(entry.value), isOptional: entry.isOptional))
      }
      return node(.map(left))
    case .message(let message):
      var left: [Expression.Field] = []
      for field in message.fields {
        left.append(
          Expression.Field(
            name: field.name, range: field.range, value: simplified(field.value),
            isOptional: field.isOptional))
      }
      return node(
        .message(
          Expression.Message(name: message.name, nameRange: message.nameRange, fields: left)))
    case .comprehension: return expression
    }
  }

  private func node(_ kind: Expression.Kind) -> Expression {
    Expression(id: 0, range: SourceRange(0, 0), height: 0, kind: kind)
  }

  // MARK: Calls

  private mutating func call(_ call: Expression.Call) -> Expression {
    guard call.target == nil else { return rebuilt(call) }
    switch (call.function, call.arguments.count) {
    case ("_&&_", 2): return logic(call, neutral: true)
    case ("_||_", 2): return logic(call, neutral: false)
    case ("_?_:_", 3):
      let condition = simplified(call.arguments[0])
      switch condition.kind {
      case .literal(.bool(true)): return simplified(call.arguments[1])
      case .literal(.bool(false)): return simplified(call.arguments[2])
      default:
        return made(
          call, nil, [condition, simplified(call.arguments[1]), simplified(call.arguments[2])])
      }
    case ("_[_]", 2), ("_[?_]", 2):
      let operand = path(call.arguments[0])
      return made(call, nil, [operand, simplified(call.arguments[1])])
    case ("_?._", 2): return made(call, nil, [path(call.arguments[0]), call.arguments[1]])
    default: return rebuilt(call)
    }
  }

  /// `&&` and `||` without a side that is known not to decide.
  private mutating func logic(_ call: Expression.Call, neutral: Bool) -> Expression {
    let left = simplified(call.arguments[0])
    let right = simplified(call.arguments[1])
    if case .literal(.bool(neutral)) = left.kind { return right }
    if case .literal(.bool(neutral)) = right.kind { return left }
    return made(call, nil, [left, right])
  }

  private mutating func rebuilt(_ call: Expression.Call) -> Expression {
    var target = call.target
    if let written = target, !isNamespace(written, of: call) { target = simplified(written) }
    var arguments: [Expression] = []
    for argument in call.arguments { arguments.append(simplified(argument)) }
    return made(call, target, arguments)
  }

  private func made(
    _ call: Expression.Call, _ target: Expression?, _ arguments: [Expression]
  ) -> Expression {
    node(
      .call(
        Expression.Call(
          function: call.function, nameRange: call.nameRange, target: target,
          arguments: arguments)))
  }

  /// Whether the target of a call belongs to the name of the function: `math.least`.
  private func isNamespace(_ target: Expression, of call: Expression.Call) -> Bool {
    guard let name = target.qualifiedName else { return false }
    return environment.resolve(function: name + "." + call.function) != nil
  }

  /// What is left of the value that a field or an index is taken from: the way to it from a variable
  /// stays, so that a part of the input is named and not the whole of it written out.
  private mutating func path(_ operand: Expression) -> Expression {
    if let call = macroCalls[operand.id] { return macro(call) }
    switch operand.kind {
    case .identifier: return operand
    case .select(let selection) where !selection.isTest:
      let inner = path(selection.operand)
      return node(
        .select(Expression.Selection(operand: inner, field: selection.field, isTest: false)))
    case .call(let call) where call.target == nil && call.arguments.count == 2:
      switch call.function {
      case "_[_]", "_[?_]", "_?._": return self.call(call)
      default: return simplified(operand)
      }
    default: return simplified(operand)
    }
  }

  // MARK: Macros

  /// A macro's call with what is known put in, its variables kept.
  private mutating func macro(_ call: Expression.Call) -> Expression {
    let arguments = call.arguments
    if call.target == nil, case .select(let selection)? = arguments.first?.kind {
      let field = Expression.Selection(
        operand: path(selection.operand), field: selection.field, isTest: false)
      return made(call, nil, [node(.select(field))])
    }
    let isBinding = call.function == "bind" && call.target?.qualifiedName == "cel"
    let isExtreme = call.function == "least" || call.function == "greatest"
    var names = isExtreme ? 0 : 1
    switch call.function {
    case "all", "exists", "existsOne", "exists_one": names = arguments.count == 3 ? 2 : 1
    case "transformList", "transformMap", "transformMapEntry": names = 2
    default: break
    }
    var target = call.target
    if let written = target, !isBinding, !isExtreme { target = simplified(written) }
    var left = Array(arguments.prefix(names))
    let outer = bound
    if isBinding { left.append(simplified(arguments[1])) }
    for argument in arguments.prefix(names) {
      if case .identifier(let name) = argument.kind { bound.append(name) }
    }
    for argument in arguments.dropFirst(left.count) { left.append(simplified(argument)) }
    bound = outer
    return made(call, target, left)
  }

  private mutating func macro(_ call: Expression) -> Expression {
    guard case .call(let call) = call.kind else { return call }
    return macro(call)
  }

  // MARK: Values

  /// The value of a part on its own, or nil where it has none here.
  private mutating func value(of expression: Expression) -> Value? {
    if case .literal(let value) = expression.kind { return value }
    if case .decimal = expression.kind { return nil }
    var count = 0
    let isClosed = isClosed(expression, &count)
    nodes -= count
    guard isClosed, nodes > 0 else { return nil }
    let part = ParsedExpression(
      source: SourceText(name: "", text: ""), root: expression, macroCalls: [:], nodeCount: 0)
    let plan = Planner.plan(part, types: types, in: environment, isTraced: false)
    let run = plan.run(activation, rounds: rounds)
    rounds = max(0, run.rounds)
    return run.value.isFailure ? nil : run.value
  }

  /// Whether a part reads no variable of a macro around, nor one that hides it; counts its nodes.
  private func isClosed(_ expression: Expression, _ count: inout Int) -> Bool {
    count += 1
    if case .identifier(let name) = expression.kind {
      return !bound.contains { sameCodePoints($0, name) }
    }
    for child in expression.children where !isClosed(child, &count) { return false }
    return true
  }

  /// A value as an expression that gives it and is of the same type, or nil where there is none.
  private mutating func literal(_ value: Value) -> Expression? {
    nodes -= 1
    if nodes < 0 { return nil }
    let isExact = environment.features.contains(.exactDecimals)
    switch value {
    case .null, .bool, .int, .uint, .string, .bytes: return node(.literal(value))
    case .double(let number):
      let text = value.literal
      if isExact || !number.isFinite {
        return global("double", [node(.literal(.string(doubleText(number))))])
      }
      return node(.decimal(number, text: text))
    case .number(let number):
      guard isExact, let exact = number.exactValue else { return nil }
      let numerator = global("number", [node(.literal(.int(exact.numerator)))])
      if exact.denominator == 1 { return numerator }
      return global("_/_", [numerator, node(.literal(.int(exact.denominator)))])
    case .timestamp(let point):
      return global("timestamp", [node(.literal(.string(point.description)))])
    case .duration(let span):
      return global("duration", [node(.literal(.string(span.description)))])
    case .list(let list):
      var elements: [Expression.Element] = []
      for element in list {
        guard let literal = literal(element) else { return nil }
        elements.append(Expression.Element(value: literal, isOptional: false))
      }
      return node(.list(elements))
    case .map(let map):
      var entries: [Expression.Entry] = []
      for entry in map.entries {
        guard let key = literal(entry.key), let value = literal(entry.value) else { return nil }
        entries.append(Expression.Entry(key: key, value: value, isOptional: false))
      }
      return node(.map(entries))
    case .type, .optional, .opaque, .error, .unknown: return nil
    }
  }

  private func global(_ function: String, _ arguments: [Expression]) -> Expression {
    node(
      .call(
        Expression.Call(
          function: function, nameRange: SourceRange(0, 0), target: nil, arguments: arguments)))
  }
}
