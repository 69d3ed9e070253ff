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
    guard let place = place(of: call.function, in: "all exists exists_one existsOne filter map")
    else { return nil }
    let isMap = place == 5
    guard arguments.count == 2 || isMap && arguments.count == 3 else { return nil }
    let variable = try variable(arguments[0], call)
    let kind: LoopKind = place == 0 ? .all : place == 1 ? .exists : place < 4 ? .existsOne : .list
    let hasTest = !isMap || arguments.count == 3
    return try loop(
      kind, target, (variable, nil), test: hasTest ? arguments[1] : nil,
      value: isMap ? arguments[arguments.count - 1] : arguments[0], range)
  }

  private mutating func twoVariables(
    _ target: Expression, _ call: Expression.Call, _ range: SourceRange
  ) throws(Halt) -> Expression? {
    let arguments = call.arguments
    let names: StaticString =
      "all exists exists_one existsOne transformList transformMap transformMapEntry"
    guard let place = place(of: call.function, in: names),
      arguments.count == 3 || arguments.count == 4 && place > 3
    else { return nil }
    let kinds: [LoopKind] = [.all, .exists, .existsOne, .existsOne, .list, .map, .mapEntry]
    let first = try variable(arguments[0], call)
    let second = try variable(arguments[1], call)
    guard first != second else {
      report(.macroVariable(call.function), arguments[1].range)
      throw Halt()
    }
    let hasTest = arguments.count == 4 || place < 4
    return try loop(
      kinds[place], target, (first, second), test: hasTest ? arguments[2] : nil,
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

  /// What a loop makes of its rounds.
  private enum LoopKind {
    case all, exists, existsOne, list, map, mapEntry
  }

  private mutating func loop(
    _ kind: LoopKind, _ target: Expression, _ variables: (String, String?), test: Expression?,
    value: Expression, _ range: SourceRange
  ) throws(Halt) -> Expression {
    let initial: Expression
    let step: Expression
    var condition = try make(.literal(.bool(true)), range)
    var result = try accumulated(range)
    var purpose: Expression.Comprehension.Purpose?
    switch kind {
    case .all, .exists:
      let isAll = kind == .all
      initial = try make(.literal(.bool(isAll)), range)
      var isOpen = try accumulated(range)
      if !isAll { isOpen = try self.call("!_", [isOpen], range) }
      condition = try self.call("@not_strictly_false", [isOpen], range)
      step = try accumulating(isAll ? "_&&_" : "_||_", [test ?? value], range)
      purpose = .quantifier(deciding: !isAll, test: test ?? value)
    case .existsOne:
      initial = try make(.literal(.int(0)), range)
      step = try accumulating("_+_", [try make(.literal(.int(1)), range)], range)
      result = try self.call("_==_", [result, try make(.literal(.int(1)), range)], range)
    case .map, .mapEntry:
      initial = try make(.map([]), range)
      var entry = [value]
      if kind == .map { entry.insert(try make(.identifier(variables.0), range), at: 0) }
      step = try accumulating("cel.@mapInsert", entry, range)
    case .list:
      initial = try make(.list([]), range)
      let element = Expression.Element(value: value, isOptional: false)
      step = try accumulating("_+_", [try make(.list([element]), range, above: [value])], range)
      purpose = .transform(test: test, value: value)
    }
    var tested = step
    if let test, kind != .all, kind != .exists {
      tested = try self.call("_?_:_", [test, step, try accumulated(range)], range)
    }
    return try comprehension(
      Expression.Comprehension(
        variable: variables.0, secondVariable: variables.1, range: target,
        accumulator: Self.accumulator, initial: initial, condition: condition, step: tested,
        result: result, purpose: purpose), range)
  }

  private mutating func accumulated(_ range: SourceRange) throws(Halt) -> Expression {
    try make(.identifier(Self.accumulator), range)
  }

  /// A function of the accumulator and more.
  private mutating func accumulating(
    _ function: String, _ more: [Expression], _ range: SourceRange
  ) throws(Halt) -> Expression {
    try call(function, [try accumulated(range)] + more, range)
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
      .list, try make(.identifier(list), range), (name, nil), test: nil, value: call.arguments[1],
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
