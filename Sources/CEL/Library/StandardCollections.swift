extension Library {
  static var collections: [Function] {
    let sized: [(type: ValueType, suffix: String)] = [
      (.string, "string"), (.bytes, "bytes"), (.list(a), "list"), (.map(a, b), "map"),
    ]
    return [
      Function(
        "size",
        overloads: sized.map { unary("size_\($0.suffix)", $0.type, .int, size) }
          + sized.map { unary("\($0.suffix)_size", $0.type, .int, isMember: true, size) }),
      Function(
        "@in",
        overloads: [
          search("in_list", a, .list(a)),
          binary("in_map", a, .map(a, b), .bool) { key, map in
            guard case .map(let map) = map else { return .noSuchOverload }
            return .bool(map[key] != nil)
          },
        ]),
    ]
  }

  /// The number of elements, entries, bytes or code points.
  private static func size(_ value: Value) -> Value {
    switch value {
    case .string(let text): .int(Int64(text.unicodeScalars.count))
    case .bytes(let bytes): .int(Int64(bytes.count))
    case .list(let list): .int(Int64(list.count))
    case .map(let map): .int(Int64(map.count))
    default: .noSuchOverload
    }
  }

  /// An overload of `in` that goes through a list.
  static func search(_ id: String, _ element: ValueType, _ list: ValueType) -> Overload {
    Overload(
      id, [element, list], result: .bool,
      body: .comparing { element, list, pairs in contains(element, list ?? .null, &pairs) })
  }

  /// Whether a list has an element.
  private static func contains(_ element: Value, _ list: Value, _ pairs: inout Int) -> Value {
    guard case .list(let list) = list else { return .noSuchOverload }
    // One open comparison leaves the answer open unless another element is equal.
    var none = Truth.yes
    var comparison = EqualityComparison()
    defer { pairs += comparison.steps }
    for other in list {
      let equal = comparison.equality(element, other)
      if case .yes = equal { return .bool(true) }
      none = none.and(equal.negated)
    }
    return comparison.value(none.negated)
  }

  static var texts: [Function] {
    [
      text("contains") { Needle($1).place(in: $0) != nil },
      text("startsWith") { $0.starts(with: $1) },
      text("endsWith") { $0.count >= $1.count && $0[($0.count - $1.count)...].elementsEqual($1) },
      Function(
        "matches",
        overloads: [
          binary("matches", .string, .string, .bool, matches),
          binary("matches_string", .string, .string, .bool, isMember: true, matches),
        ]),
    ]
  }

  private static func text(
    _ name: String, _ holds: @escaping @Sendable ([UInt8], [UInt8]) -> Bool
  ) -> Function {
    let body: @Sendable (Value, Value) -> Value = { text, part in
      guard case .string(let text) = text, case .string(let part) = part else {
        return .noSuchOverload
      }
      return .bool(holds(Array(text.utf8), Array(part.utf8)))
    }
    let id =
      name == "contains"
      ? "contains_string" : name == "startsWith" ? "starts_with_string" : "ends_with_string"
    return Function(name, overloads: [binary(id, .string, .string, .bool, isMember: true, body)])
  }

  /// Whether a part of the text matches the pattern, as RE2's partial match does.
  private static func matches(_ text: Value, _ pattern: Value) -> Value {
    guard case .string(let text) = text, case .string(let pattern) = pattern else {
      return .noSuchOverload
    }
    switch Pattern.compile(pattern) {
    case .success(let compiled):
      return compiled.matches(text).map { .bool($0) } ?? .limitExceeded
    case .failure(let problem):
      return badPattern(problem)
    }
  }

  /// A pattern that cannot be compiled.
  static func badPattern(_ problem: PatternProblem) -> Value {
    .failure(.invalidArgument, "invalid pattern: \(problem.message)")
  }
}
