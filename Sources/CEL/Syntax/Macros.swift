import Diagnostics

/// What macros expand to (langdef.md, "Macros"; cel-go `ext` for two variables and `cel.bind`).
extension Parser {
  /// The accumulator of every loop; no source can spell it.
  static var accumulator: String { "@result" }

  /// The expansion of a call, or nil where it is no macro.
  mutating func expansion(
    of call: Expression.Call, _ range: SourceRange
  ) throws(Halt) -> Expression? {
    let arguments = call.arguments
    guard let target = call.target else {
      guard call.function == "has", arguments.count == 1 else { return nil }
      return try presence(arguments[0], range)
    }
    if options.features.contains(.bindings), call.function == "bind", arguments.count == 3,
      target.qualifiedName == "cel"
    {
      return try binding(call, range)
    }
    if options.features.contains(.mathematics), target.qualifiedName == "math" {
      if let extreme = try extreme(call, range) { return extreme }
    }
    if options.features.contains(.optionalSyntax), arguments.count == 2 {
      switch call.function {
      case "optMap": return try optionalMap(target, call, flat: false, range)
      case "optFlatMap": return try optionalMap(target, call, flat: true, range)
      default: break
      }
    }
    if options.features.contains(.sorting), call.function == "sortBy", arguments.count == 2 {
      return try sorting(target, call, range)
    }
    if let loop = try oneVariable(target, call, range) { return loop }
    guard options.features.contains(.twoVariableMacros) else { return nil }
    return try twoVariables(target, call, range)
  }

  /// `math.least(a, b, c)` as a function of one list; one argument that is a list stays itself.
  private mutating func extreme(
    _ call: Expression.Call, _ range: SourceRange
  ) throws(Halt) -> Expression? {
    guard call.function == "least" || call.function == "greatest", !call.arguments.isEmpty else {
      return nil
    }
    let name = call.function == "least" ? "math.@min" : "math.@max"
    if call.arguments.count == 1, case .list = call.arguments[0].kind {
      return try self.call(name, call.arguments, range, name: call.nameRange)
    }
    let elements = call.arguments.map { Expression.Element(value: $0, isOptional: false) }
    let list = try make(.list(elements), range, above: call.arguments)
    return try self.call(name, [list], range, name: call.nameRange)
  }

  private mutating func presence(
    _ argument: Expression, _ range: SourceRange
  ) throws(Halt) -> Expression {
    guard case .select(let selection) = argument.kind, !selection.isTest else {
      let text = LocalizedText(
        vi: "has() cần một trường, như has(a.b)", en: "has() takes a field, as in has(a.b)")
      report(.macroArgument("has", text), argument.range)
      throw Halt()
    }
    let test = Expression.Selection(
      operand: selection.operand, field: selection.field, isTest: true)
    return try make(.select(test), range, above: [selection.operand])
  }

  private mutating func oneVariable(
    _ target: Expression, _ call: Expression.Call, _ range: SourceRange
  ) throws(Halt) -> Expression? {
    let arguments = call.arguments
    switch (call.function, arguments.count) {
    case ("all", 2), ("exists", 2), ("exists_one", 2), ("existsOne", 2), ("filter", 2):
      let variable = try variable(arguments[0], call)
      let kind = call.function == "existsOne" ? "exists_one" : call.function
      return try loop(
        kind, target, (variable, nil), test: arguments[1], value: arguments[0], range)
    case ("map", 2):
      let variable = try variable(arguments[0], call)
      return try loop("map", target, (variable, nil), test: nil, value: arguments[1], range)
    case ("map", 3):
      let variable = try variable(arguments[0], call)
      return try loop(
        "map", target, (variable, nil), test: arguments[1], value: arguments[2], range)
    default: return nil
    }
  }

  private mutating func twoVariables(
    _ target: Expression, _ call: Expression.Call, _ range: SourceRange
  ) throws(Halt) -> Expression? {
    let arguments = call.arguments
    let kind: String
    switch (call.function, arguments.count) {
    case ("all", 3), ("exists", 3): kind = call.function
    case ("existsOne", 3), ("exists_one", 3): kind = "exists_one"
    case ("transformList", 3), ("transformList", 4): kind = "map"
    case ("transformMap", 3), ("transformMap", 4): kind = "transformMap"
    case ("transformMapEntry", 3), ("transformMapEntry", 4): kind = "transformMapEntry"
    default: return nil
    }
    let first = try variable(arguments[0], call)
    let second = try variable(arguments[1], call)
    guard first != second else {
      report(.macroVariable(call.function), arguments[1].range)
      throw Halt()
    }
    let hasTest = arguments.count == 4 || kind == "all" || kind == "exists" || kind == "exists_one"
    return try loop(
      kind, target, (first, second), test: hasTest ? arguments[2] : nil,
      value: arguments[arguments.count - 1], range)
  }

  private mutating func variable(
    _ argument: Expression, _ call: Expression.Call
  ) throws(Halt) -> String {
    guard case .identifier(let name) = argument.kind, name.utf8.first != 0x2E else {
      report(.macroVariable(call.function), argument.range)
      throw Halt()
    }
    return name
  }

  private mutating func loop(
    _ kind: String, _ target: Expression, _ variables: (String, String?), test: Expression?,
    value: Expression, _ range: SourceRange
  ) throws(Halt) -> Expression {
    let initial: Expression
    var condition = try make(.literal(.bool(true)), range)
    var step: Expression
    var result = try accumulated(range)
    switch kind {
    case "all":
      initial = try make(.literal(.bool(true)), range)
      condition = try call("@not_strictly_false", [try accumulated(range)], range)
      step = try call("_&&_", [try accumulated(range), test ?? value], range)
    case "exists":
      initial = try make(.literal(.bool(false)), range)
      let isOpen = try call("!_", [try accumulated(range)], range)
      condition = try call("@not_strictly_false", [isOpen], range)
      step = try call("_||_", [try accumulated(range), test ?? value], range)
    case "exists_one":
      initial = try make(.literal(.int(0)), range)
      let one = try make(.literal(.int(1)), range)
      step = try call("_+_", [try accumulated(range), one], range)
      let wanted = try make(.literal(.int(1)), range)
      result = try call("_==_", [result, wanted], range)
    case "transformMap":
      initial = try make(.map([]), range)
      let key = try make(.identifier(variables.0), range)
      step = try call("cel.@mapInsert", [try accumulated(range), key, value], range)
    case "transformMapEntry":
      initial = try make(.map([]), range)
      step = try call("cel.@mapInsert", [try accumulated(range), value], range)
    default:
      initial = try make(.list([]), range)
      let element = Expression.Element(value: value, isOptional: false)
      let list = try make(.list([element]), range, above: [value])
      step = try call("_+_", [try accumulated(range), list], range)
    }
    if let test, kind != "all", kind != "exists" {
      step = try call("_?_:_", [test, step, try accumulated(range)], range)
    }
    return try comprehension(
      Expression.Comprehension(
        variable: variables.0, secondVariable: variables.1, range: target,
        accumulator: Self.accumulator, initial: initial, condition: condition, step: step,
        result: result), range)
  }

  private mutating func accumulated(_ range: SourceRange) throws(Halt) -> Expression {
    try make(.identifier(Self.accumulator), range)
  }

  private mutating func comprehension(
    _ loop: Expression.Comprehension, _ range: SourceRange
  ) throws(Halt) -> Expression {
    try make(
      .comprehension(loop), range,
      above: [loop.range, loop.initial, loop.condition, loop.step, loop.result])
  }

  private mutating func binding(
    _ call: Expression.Call, _ range: SourceRange
  ) throws(Halt) -> Expression {
    let name = try variable(call.arguments[0], call)
    return try bind(name, to: call.arguments[1], in: call.arguments[2], range)
  }

  /// A loop of no rounds whose accumulator is the variable.
  private mutating func bind(
    _ name: String, to value: Expression, in body: Expression, _ range: SourceRange
  ) throws(Halt) -> Expression {
    try comprehension(
      Expression.Comprehension(
        variable: "#unused", secondVariable: nil, range: try make(.list([]), range),
        accumulator: name, initial: value, condition: try make(.literal(.bool(false)), range),
        step: try make(.identifier(name), range), result: body), range)
  }

  /// `list.sortBy(name, key)`: the list, bound so that it is computed once, with the list of its keys.
  private mutating func sorting(
    _ target: Expression, _ call: Expression.Call, _ range: SourceRange
  ) throws(Halt) -> Expression {
    let name = try variable(call.arguments[0], call)
    let list = "@list"
    let keys = try loop(
      "map", try make(.identifier(list), range), (name, nil), test: nil, value: call.arguments[1],
      range)
    let bound = try make(.identifier(list), range)
    let sorted = Expression.Call(
      function: "@sortByAssociatedKeys", nameRange: call.nameRange, target: bound,
      arguments: [keys])
    let body = try make(.call(sorted), range, above: [bound, keys])
    return try bind(list, to: target, in: body, range)
  }

  private mutating func optionalMap(
    _ target: Expression, _ call: Expression.Call, flat: Bool, _ range: SourceRange
  ) throws(Halt) -> Expression {
    let name = try variable(call.arguments[0], call)
    let hasValue = try member("hasValue", of: target, range)
    let value = try member("value", of: target, range)
    let bound = try bind(name, to: value, in: call.arguments[1], range)
    let present = flat ? bound : try self.call("optional.of", [bound], range)
    let absent = try self.call("optional.none", [], range)
    return try self.call("_?_:_", [hasValue, present, absent], range)
  }

  private mutating func member(
    _ function: String, of target: Expression, _ range: SourceRange
  ) throws(Halt) -> Expression {
    let call = Expression.Call(function: function, nameRange: range, target: target, arguments: [])
    return try make(.call(call), range, above: [target])
  }
}
