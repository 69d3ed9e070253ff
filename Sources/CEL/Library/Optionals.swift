extension Library {
  /// Optional values: `a.?b`, `a[?i]`, `[?a]`, `{?k: v}` the functions on optionals, and
  /// `first` and `last` of a list (cel-go, "Optional types").
  public static let optionals = Library(
    functions: optionalFunctions + unwrapping + ends, features: .optionalSyntax)

  /// `all`, `exists`, `existsOne`, `transformList`, `transformMap` and `transformMapEntry` over the
  /// index or key and the value (cel-go, "TwoVarComprehensions").
  public static let twoVariableMacros = Library(
    functions: [
      Function(
        "cel.@mapInsert",
        overloads: [
          Overload(
            "@mapInsert_map_key_value", [.map(a, b), a, b], result: .map(a, b),
            body: .any { arguments in inserted(arguments[1], arguments[2], into: arguments[0]) }),
          binary("@mapInsert_map_map", .map(a, b), .map(a, b), .map(a, b), merged),
        ])
    ], features: .twoVariableMacros)

  /// `cel.bind(name, value, expression)` (cel-go, "Bindings").
  public static let bindings = Library(functions: [], features: .bindings)

  private static func inserted(_ key: Value, _ value: Value, into map: Value) -> Value {
    guard case .map(var map) = map else { return .noSuchOverload }
    return map.add(value, for: key) ?? .map(map)
  }

  private static func merged(_ first: Value, _ second: Value) -> Value {
    guard case .map(var map) = first, case .map(let other) = second else { return .noSuchOverload }
    for entry in other.entries {
      if let problem = map.add(entry.value, for: entry.key) { return problem }
    }
    return .map(map)
  }

  private static var optionalFunctions: [Function] {
    let optional = ValueType.optional(a)
    return [
      Function("optional.of", overloads: [unary("optional_of", a, optional) { .optional($0) }]),
      Function(
        "optional.ofNonZeroValue",
        overloads: [
          unary("optional_ofNonZeroValue", a, optional) { .optional($0.isZero ? nil : $0) }
        ]),
      Function(
        "optional.none",
        overloads: [
          Overload("optional_none", [], result: optional, body: .any { _ in .optional(nil) })
        ]),
      Function(
        "hasValue",
        overloads: [
          unary("optional_hasValue", optional, .bool, isMember: true) { value in
            guard case .optional(let inner) = value else { return .noSuchOverload }
            return .bool(inner != nil)
          }
        ]),
      Function(
        "value",
        overloads: [
          unary("optional_value", optional, a, isMember: true) { value in
            guard case .optional(let inner) = value else { return .noSuchOverload }
            return inner ?? .failure(.invalidArgument, "optional.none() dereference")
          }
        ]),
      Function(
        "or",
        overloads: [
          binary("optional_or_optional", optional, optional, optional, isMember: true) {
            $0.isPresent ? $0 : $1
          }
        ]),
      Function(
        "orValue",
        overloads: [
          binary("optional_orValue_value", optional, a, a, isMember: true) { value, other in
            guard case .optional(let inner) = value else { return .noSuchOverload }
            return inner ?? other
          }
        ]),
      Function(
        "_[?_]",
        overloads: [
          Overload("list_optindex_optional_int", [.list(a), .int], result: optional, body: never),
          Overload(
            "map_optindex_optional_value", [.map(a, b), a], result: .optional(b), body: never),
          Overload(
            "optional_list_optindex_optional_int", [.optional(.list(a)), .int], result: optional,
            body: never),
          Overload(
            "optional_map_optindex_optional_value", [.optional(.map(a, b)), a],
            result: .optional(b), body: never),
        ]),
      Function(
        "_[_]",
        overloads: [
          Overload(
            "optional_list_index_int", [.optional(.list(a)), .int], result: optional, body: never),
          Overload(
            "optional_map_index_value", [.optional(.map(a, b)), a], result: .optional(b),
            body: never),
        ]),
    ]
  }

  /// `optional.unwrap(list)` and `list.unwrapOpt()`: the values that are there.
  private static var unwrapping: [Function] {
    let present: @Sendable (Value) -> Value = { value in
      guard case .list(let list) = value else { return .noSuchOverload }
      var values: [Value] = []
      for element in list {
        guard case .optional(let inner) = element else { return .noSuchOverload }
        if let inner { values.append(inner) }
      }
      return .list(values)
    }
    let optionals = ValueType.list(.optional(a))
    return [
      Function(
        "optional.unwrap", overloads: [unary("optional_unwrap", optionals, .list(a), present)]),
      Function(
        "unwrapOpt",
        overloads: [unary("optional_unwrapOpt", optionals, .list(a), isMember: true, present)]),
    ]
  }

  /// The body of what the planner computes itself.
  private static var never: Overload.Body { .any { _ in .noSuchOverload } }
}

extension Value {
  /// Whether the value is an optional that is there.
  fileprivate var isPresent: Bool {
    if case .optional(.some) = self { true } else { false }
  }

  /// Whether the value is the default of its type: false, zero, empty, null.
  fileprivate var isZero: Bool {
    switch self {
    case .null, .optional(nil): true
    case .bool(let flag): !flag
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .string(let text): text.utf8.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .list(let list): list.isEmpty
    case .map(let map): map.count == 0
    case .duration(let span): span.nanoseconds == 0
    case .timestamp(let point): point.seconds == 0 && point.nanoseconds == 0
    default: false
    }
  }
}
