import Diagnostics

extension Planner {
  mutating func call(_ call: Expression.Call, _ expression: Expression) -> Step {
    let range = expression.range
    if call.target == nil {
      switch call.function {
      case "_&&_": return logic(call, deciding: false, range)
      case "_||_": return logic(call, deciding: true, range)
      case "_?_:_": return conditional(call, range)
      case "@not_strictly_false": return notStrictlyFalse(call)
      case "_[_]", "_[?_]", "_?._": return indexing(call, expression)
      case "_+_":
        if let appending = appending(call) { return appending }
      case "cel.@mapInsert":
        if let inserting = inserting(call, range) { return inserting }
      default: break
      }
    }
    let (name, overloads, arguments) = callee(call, expression)
    if overloads.isEmpty {
      let problem = Value.failure(.noSuchOverload, "unbound function: \(name)")
      return { _ in problem.located(at: range) }
    }
    if overloads[0].isPatternSearch, let search = search(arguments, range) { return search }
    var parts: [Part] = []
    for argument in arguments {
      var part = Part(step: plan(argument))
      part.constant = constant(argument)
      if isTraced { part.record = argument.range == loopRange ? nil : lastTraced }
      part.operand = directOperand(argument)
      parts.append(part)
    }
    return dispatch(overloads, parts, range)
  }

  /// A search with a pattern, which is compiled here once where it is written out. Its steps come
  /// out of the same budget as the rounds of loops, so that many searches are bounded like one.
  private mutating func search(_ arguments: [Expression], _ range: SourceRange) -> Step? {
    guard arguments.count == 2 else { return nil }
    let operand = plan(arguments[0])
    if case .literal(.string(let text)) = arguments[1].kind,
      case .success(let pattern) = Pattern.compile(text)
    {
      return { frame in
        let value = operand(&frame)
        if value.isFailure { return value }
        guard case .string(let text) = value else {
          return Value.noSuchOverload.located(at: range)
        }
        return frame.search(text, pattern).located(at: range)
      }
    }
    let written = plan(arguments[1])
    return { frame in
      let value = operand(&frame)
      let expression = written(&frame)
      if value.isFailure || expression.isFailure { return failure(value, expression) }
      guard case .string(let text) = value, case .string(let source) = expression else {
        return Value.noSuchOverload.located(at: range)
      }
      guard frame.take(source.utf8.count) else { return Value.limitExceeded.located(at: range) }
      switch Pattern.compile(source) {
      case .success(let pattern): return frame.search(text, pattern).located(at: range)
      case .failure(let problem): return Library.badPattern(problem).located(at: range)
      }
    }
  }

  /// The overloads a call may mean and its arguments, the receiver of a member function first.
  private func callee(
    _ call: Expression.Call, _ expression: Expression
  ) -> (name: String, overloads: [Overload], arguments: [Expression]) {
    var name = call.function
    var overloads: [Overload] = []
    var arguments = call.arguments
    if let target = call.target {
      if let chain = target.chain, local(chain[0].name) == nil,
        let function = environment.resolve(
          function: chain.map { $0.name }.joined(separator: ".") + "." + name)
      {
        (name, overloads) = function
      } else {
        overloads = environment.functions[name] ?? []
        arguments.insert(target, at: 0)
      }
    } else if let function = environment.resolve(function: name) {
      (name, overloads) = function
    }
    if case .overloads(let chosen)? = references[expression.id] { overloads = chosen }
    return (name, overloads, arguments)
  }

  /// `&&` and `||`: either side may decide, and then the other's error or unknown does not matter
  /// (langdef.md, "Logical Operators").
  private mutating func logic(
    _ call: Expression.Call, deciding: Bool, _ range: SourceRange
  ) -> Step {
    guard call.arguments.count == 2 else { return wrongCall(range) }
    let left = plan(call.arguments[0])
    let right = plan(call.arguments[1])
    return { frame in
      let one = left(&frame)
      if case .bool(deciding) = one { return one }
      let other = right(&frame)
      if case .bool(deciding) = other { return other }
      return undecided(one, other, deciding, range)
    }
  }

  private mutating func conditional(_ call: Expression.Call, _ range: SourceRange) -> Step {
    guard call.arguments.count == 3 else { return wrongCall(range) }
    let condition = plan(call.arguments[0])
    let yes = plan(call.arguments[1])
    let no = plan(call.arguments[2])
    return { frame in
      switch condition(&frame) {
      case .bool(true): return yes(&frame)
      case .bool(false): return no(&frame)
      case .error(let error): return .error(error)
      case .unknown(let set): return .unknown(set)
      default: return Value.noSuchOverload.located(at: range)
      }
    }
  }

  /// Whether a loop that looks for a decision must go on: an error or an unknown decides nothing.
  private mutating func notStrictlyFalse(_ call: Expression.Call) -> Step {
    guard call.arguments.count == 1 else { return { _ in .noSuchOverload } }
    let argument = plan(call.arguments[0])
    return { frame in
      if case .bool(let flag) = argument(&frame) { .bool(flag) } else { .bool(true) }
    }
  }

  private mutating func indexing(_ call: Expression.Call, _ expression: Expression) -> Step {
    guard call.arguments.count == 2 else { return wrongCall(expression.range) }
    if let attribute = attribute(expression) { return reading(attribute, expression.range) }
    let operand = plan(call.arguments[0])
    let step: PathStep
    switch call.function {
    case "_[_]": step = self.step(call.arguments[1], isOptional: false, expression.range)
    case "_[?_]": step = self.step(call.arguments[1], isOptional: true, expression.range)
    default:
      guard case .literal(.string(let name)) = call.arguments[1].kind else {
        return wrongCall(expression.range)
      }
      step = .optionalField(FieldName(name), expression.range)
    }
    return { frame in apply(step, to: operand(&frame), &frame) }
  }

  private func wrongCall(_ range: SourceRange) -> Step {
    { _ in Value.noSuchOverload.located(at: range) }
  }
}

/// `&&` or `||` where no side is the value that decides.
func undecided(_ one: Value, _ other: Value, _ deciding: Bool, _ range: SourceRange) -> Value {
  switch (one, other) {
  case (.bool, .bool): .bool(!deciding)
  case (.unknown, _), (_, .unknown), (.error, _): failure(one, other)
  case (.bool, .error): other
  default: Value.noSuchOverload.located(at: range)
  }
}
