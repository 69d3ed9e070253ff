extension Library {
  /// The standard definitions of CEL (langdef.md, "List of Standard Definitions"), with time zones
  /// by fixed offset only.
  public static let standard = standard(zoneOffset: { _, _ in nil })

  /// The standard definitions of CEL with named time zones.
  ///
  /// - Parameter zoneOffset: the offset from UTC in seconds of a zone by its name, such as
  ///   `Asia/Ho_Chi_Minh`, at a time in seconds since 1970; nil where there is no such zone.
  public static func standard(
    zoneOffset: @escaping @Sendable (_ zone: String, _ seconds: Int64) -> Int?
  ) -> Library {
    Library(
      functions: operators + comparisons + collections + texts + conversions
        + times(zoneOffset: zoneOffset))
  }

  private static var operators: [Function] {
    let numbers: [(type: ValueType, suffix: String)] = [
      (.int, "int64"), (.uint, "uint64"), (.double, "double"),
    ]
    return [
      arithmetic(
        "_+_", .add,
        numbers.map { ("add_\($0.suffix)", $0.type, $0.type, $0.type) } + [
          ("add_string", .string, .string, .string), ("add_bytes", .bytes, .bytes, .bytes),
          ("add_list", .list(a), .list(a), .list(a)),
          ("add_timestamp_duration", .timestamp, .duration, .timestamp),
          ("add_duration_timestamp", .duration, .timestamp, .timestamp),
          ("add_duration_duration", .duration, .duration, .duration),
        ]),
      arithmetic(
        "_-_", .subtract,
        numbers.map { ("subtract_\($0.suffix)", $0.type, $0.type, $0.type) } + [
          ("subtract_timestamp_timestamp", .timestamp, .timestamp, .duration),
          ("subtract_timestamp_duration", .timestamp, .duration, .timestamp),
          ("subtract_duration_duration", .duration, .duration, .duration),
        ]),
      arithmetic(
        "_*_", .multiply,
        numbers.map { ("multiply_\($0.suffix)", $0.type, $0.type, $0.type) }),
      arithmetic(
        "_/_", .divide,
        numbers.map { ("divide_\($0.suffix)", $0.type, $0.type, $0.type) }),
      arithmetic(
        "_%_", .modulo,
        [("modulo_int64", .int, .int, .int), ("modulo_uint64", .uint, .uint, .uint)]),
      Function(
        "-_",
        overloads: [
          unary("negate_int64", .int, .int, Arithmetic.negate),
          unary("negate_double", .double, .double, Arithmetic.negate),
        ]),
      Function("!_", overloads: [unary("logical_not", .bool, .bool, not)]),
      decided("_&&_", "logical_and", [.bool, .bool], .bool),
      decided("_||_", "logical_or", [.bool, .bool], .bool),
      decided("_?_:_", "conditional", [.bool, a, a], a),
      decided("@not_strictly_false", "not_strictly_false", [.bool], .bool),
      Function(
        "_[_]",
        overloads: [
          binary("index_list", .list(a), .int, a, part),
          binary("index_map", .map(a, b), a, b, part),
        ]),
    ]
  }

  /// The type parameter `A`.
  static var a: ValueType { .parameter("A") }
  /// The type parameter `B`.
  static var b: ValueType { .parameter("B") }

  private static func not(_ value: Value) -> Value {
    if case .bool(let flag) = value { .bool(!flag) } else { .noSuchOverload }
  }

  /// An operator whose arguments the planner evaluates itself because not all of them need be.
  private static func decided(
    _ name: String, _ id: String, _ parameters: [ValueType], _ result: ValueType
  ) -> Function {
    Function(
      name,
      overloads: [Overload(id, parameters, result: result, body: .any { _ in .noSuchOverload })])
  }

  private static func arithmetic(
    _ name: String, _ operation: Operator,
    _ signatures: [(id: String, first: ValueType, second: ValueType, result: ValueType)]
  ) -> Function {
    Function(
      name,
      overloads: signatures.map { self.operation($0.id, $0.first, $0.second, $0.result, operation) }
    )
  }

  static func unary(
    _ id: String, _ parameter: ValueType, _ result: ValueType, isMember: Bool = false,
    _ body: @escaping @Sendable (Value) -> Value
  ) -> Overload {
    Overload(id, [parameter], isMember: isMember, result: result, body: .unary(body))
  }

  static func operation(
    _ id: String, _ first: ValueType, _ second: ValueType, _ result: ValueType,
    _ operation: Operator
  ) -> Overload {
    Overload(id, [first, second], result: result, body: .operation(operation))
  }

  static func binary(
    _ id: String, _ first: ValueType, _ second: ValueType, _ result: ValueType,
    isMember: Bool = false, _ body: @escaping @Sendable (Value, Value) -> Value
  ) -> Overload {
    Overload(id, [first, second], isMember: isMember, result: result, body: .binary(body))
  }

  private static var comparisons: [Function] {
    [
      Function("_==_", overloads: [operation("equals", a, a, .bool, .equals)]),
      Function(
        "_!=_", overloads: [operation("not_equals", a, a, .bool, .differs)]),
      ordering("_<_", "less", .less),
      ordering("_<=_", "less_equals", .lessOrEqual),
      ordering("_>_", "greater", .greater),
      ordering("_>=_", "greater_equals", .greaterOrEqual),
    ]
  }

  private static func ordering(
    _ name: String, _ id: String, _ operation: Operator
  ) -> Function {
    let numbers: [(type: ValueType, suffix: String)] = [
      (.int, "int64"), (.uint, "uint64"), (.double, "double"),
    ]
    var overloads: [Overload] = []
    for first in numbers {
      for second in numbers {
        let suffix =
          first.suffix == second.suffix ? first.suffix : "\(first.suffix)_\(second.suffix)"
        overloads.append(
          self.operation("\(id)_\(suffix)", first.type, second.type, .bool, operation))
      }
    }
    let others: [ValueType] = [.bool, .string, .bytes, .timestamp, .duration]
    for type in others {
      overloads.append(
        self.operation("\(id)_\(type.description)", type, type, .bool, operation))
    }
    return Function(name, overloads: overloads)
  }
}
