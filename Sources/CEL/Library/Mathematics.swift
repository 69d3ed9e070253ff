extension Library {
  /// The functions of `math.` (cel-go `ext`, "Math"): least and greatest, rounding, signs, bits.
  public static let mathematics = Library(
    functions: extremes + roundings + signs + tests + bits, features: .mathematics)

  private static var numeric: [(type: ValueType, name: String)] {
    [(.int, "int"), (.uint, "uint"), (.double, "double")]
  }

  /// `math.least` and `math.greatest`, which the parser gives their arguments as one list.
  private static var extremes: [Function] {
    [("math.@min", Order.before), ("math.@max", Order.after)].map { name, wanted in
      let body: @Sendable (Value) -> Value = { list in extreme(of: list, wanted) }
      var overloads = [unary("\(name)_list_dyn", .list(.dyn), .dyn, body)]
      overloads =
        numeric.map { unary("\(name)_list_\($0.name)", .list($0.type), $0.type, body) }
        + overloads
      return Function(name, overloads: overloads)
    }
  }

  private static func extreme(of list: Value, _ wanted: Order) -> Value {
    guard case .list(let values) = list else { return .noSuchOverload }
    guard var best = values.first else {
      return .failure(.invalidArgument, "the least or greatest of an empty list")
    }
    for value in values {
      guard value.isNumeric else { return .noSuchOverload }
      if numericOrder(value, best) == wanted { best = value }
    }
    return best
  }

  private static var roundings: [Function] {
    [
      ("ceil", Rounding.up), ("floor", .down),
      ("round", .nearest), ("trunc", .toZero),
    ].map { name, rule in
      Function(
        "math.\(name)",
        overloads: [
          unary("math_\(name)_double", .double, .double) { value in
            guard case .double(let number) = value else { return .noSuchOverload }
            return .double(rule.apply(number))
          }
        ])
    }
  }

  private static var signs: [Function] {
    [
      Function(
        "math.abs",
        overloads: numeric.map { unary("math_abs_\($0.name)", $0.type, $0.type, magnitude) }),
      Function(
        "math.sign",
        overloads: numeric.map { unary("math_sign_\($0.name)", $0.type, $0.type, sign) }),
      Function(
        "math.sqrt",
        overloads: numeric.map { unary("math_sqrt_\($0.name)", $0.type, .double, root) }),
    ]
  }

  private static func magnitude(_ value: Value) -> Value {
    switch value {
    case .int(let number):
      Int64(exactly: number.magnitude).map { .int($0) } ?? .failure(.overflow, "integer overflow")
    case .uint: value
    case .double(let number): .double(number.magnitude)
    default: .noSuchOverload
    }
  }

  private static func sign(_ value: Value) -> Value {
    switch value {
    case .int(let number): .int(number.signum())
    case .uint(let number): .uint(number.signum())
    case .double(let number): .double(number > 0 ? 1 : number < 0 ? -1 : number)
    default: .noSuchOverload
    }
  }

  private static func root(_ value: Value) -> Value {
    switch value {
    case .int(let number): .double(squareRoot(Double(number)))
    case .uint(let number): .double(squareRoot(Double(number)))
    case .double(let number): .double(squareRoot(number))
    default: .noSuchOverload
    }
  }

  private static var tests: [Function] {
    let tests: [(name: String, holds: @Sendable (Double) -> Bool)] = [
      ("isNaN", { $0.isNaN }), ("isInf", { $0.isInfinite }), ("isFinite", { $0.isFinite }),
    ]
    return tests.map { test in
      Function(
        "math.\(test.name)",
        overloads: [
          unary("math_\(test.name)_double", .double, .bool) { value in
            guard case .double(let number) = value else { return .noSuchOverload }
            return .bool(test.holds(number))
          }
        ])
    }
  }

  // MARK: Bits

  private static var bits: [Function] {
    let operations: [(name: String, body: @Sendable (UInt64, UInt64) -> UInt64)] = [
      ("bitAnd", { $0 & $1 }), ("bitOr", { $0 | $1 }), ("bitXor", { $0 ^ $1 }),
    ]
    var functions = operations.map { operation in
      let body: @Sendable (Value, Value) -> Value = { bitwise($0, $1, operation.body) }
      return Function(
        "math.\(operation.name)",
        overloads: [
          binary("math_\(operation.name)_int_int", .int, .int, .int, body),
          binary("math_\(operation.name)_uint_uint", .uint, .uint, .uint, body),
        ])
    }
    functions.append(
      Function(
        "math.bitNot",
        overloads: [
          unary("math_bitNot_int_int", .int, .int) { bitwise($0, $0) { one, _ in ~one } },
          unary("math_bitNot_uint_uint", .uint, .uint) { bitwise($0, $0) { one, _ in ~one } },
        ]))
    functions.append(shift("bitShiftLeft") { $0 << $1 })
    functions.append(shift("bitShiftRight") { $0 >> $1 })
    return functions
  }

  private static func bitwise(
    _ first: Value, _ second: Value, _ operation: (UInt64, UInt64) -> UInt64
  ) -> Value {
    switch (first, second) {
    case (.int(let one), .int(let other)):
      .int(
        Int64(
          bitPattern: operation(UInt64(bitPattern: one), UInt64(bitPattern: other))))
    case (.uint(let one), .uint(let other)): .uint(operation(one, other))
    default: .noSuchOverload
    }
  }

  /// A shift of the bits as they are: to the right zeros come in, also for a negative int.
  private static func shift(
    _ name: String, _ operation: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    let body: @Sendable (Value, Value) -> Value = { value, places in
      guard case .int(let count) = places else { return .noSuchOverload }
      guard count >= 0 else {
        return .failure(.invalidArgument, "math.\(name)() negative offset: \(count)")
      }
      switch value {
      case .int(let bits):
        return .int(Int64(bitPattern: operation(UInt64(bitPattern: bits), UInt64(count))))
      case .uint(let bits): return .uint(operation(bits, UInt64(count)))
      default: return .noSuchOverload
      }
    }
    return Function(
      "math.\(name)",
      overloads: [
        binary("math_\(name)_int_int", .int, .int, .int, body),
        binary("math_\(name)_uint_int", .uint, .int, .uint, body),
      ])
  }
}
