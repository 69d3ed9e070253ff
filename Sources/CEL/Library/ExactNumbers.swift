extension Library {
  /// Exact numbers: a decimal literal is a `number`, read from its text, and `+ - * /`, `-`,
  /// comparisons and equality take numbers, also beside ints and uints; `LIST.sum()` adds up a list
  /// of them.
  ///
  /// A comparison that the bounds of a number leave open is an unknown that names its sources.
  public static let numbers = Library(functions: exactOperators, features: .exactDecimals)

  private static var exactOperators: [Function] {
    let operations: [(name: String, id: String, body: Operator)] = [
      ("_+_", "add", .add), ("_-_", "subtract", .subtract),
      ("_*_", "multiply", .multiply), ("_/_", "divide", .divide),
    ]
    let comparisons: [(name: String, id: String, body: Operator)] = [
      ("_<_", "less", .less), ("_<=_", "less_equals", .lessOrEqual),
      ("_>_", "greater", .greater),
      ("_>=_", "greater_equals", .greaterOrEqual),
      ("_==_", "equals", .equals),
      ("_!=_", "not_equals", .differs),
    ]
    var functions: [Function] = []
    for operation in operations {
      functions.append(lifting(operation.name, operation.id, .number, operation.body))
    }
    for comparison in comparisons {
      functions.append(lifting(comparison.name, comparison.id, .bool, comparison.body))
    }
    functions.append(
      Function(
        "@in",
        overloads: [
          search("in_number_list_int", .number, .list(.int)),
          search("in_int_list_number", .int, .list(.number)),
        ]))
    functions.append(
      Function("-_", overloads: [unary("negate_number", .number, .number, Arithmetic.negate)]))
    functions.append(
      Function(
        "sum",
        overloads: [
          unary("list_number_sum", .list(.number), .number, isMember: true, total)
        ]))
    functions.append(
      Function(
        "number",
        overloads: [
          unary("number_to_number", .number, .number) { $0 },
          unary("int64_to_number", .int, .number) { value in
            guard case .int(let number) = value else { return .noSuchOverload }
            return .number(Number(number))
          },
        ]))
    functions.append(
      Function(
        "string",
        overloads: [
          unary("number_to_string", .number, .string) { value in
            guard case .number(let number) = value else { return .noSuchOverload }
            return .string(number.description)
          }
        ]))
    return functions
  }

  /// The sum of a list of numbers; 0 where it is empty.
  private static func total(of list: Value) -> Value {
    guard case .list(let elements) = list else { return .noSuchOverload }
    var total = Value.number(Number(0))
    for element in elements { total = Arithmetic.add(total, element) }
    return total
  }

  private static func lifting(
    _ name: String, _ id: String, _ result: ValueType,
    _ body: Operator
  ) -> Function {
    let pairs: [(first: ValueType, second: ValueType)] = [
      (.number, .number), (.number, .int), (.int, .number), (.number, .uint), (.uint, .number),
    ]
    return Function(
      name,
      overloads: pairs.map {
        operation("\(id)_\($0.first)_\($0.second)", $0.first, $0.second, result, body)
      })
  }
}
