/// What the work of functions costs: it comes out of the same budget as the rounds of loops, so that
/// no expression takes long by calling functions on large values again and again.
extension Frame {
  /// Pays for a function's work on a value; false where too little is left.
  @inline(__always)
  mutating func pay(for value: Value) -> Bool {
    pay(size: value.size)
  }

  /// Pays for work on so many bytes, elements or pairs; false where too little is left.
  @inline(__always)
  mutating func pay(size: Int) -> Bool {
    size < Limits.sizePerRound || take(size / Limits.sizePerRound)
  }

  /// The result of `==`, or of `!=` where it is negated.
  mutating func equality(_ first: Value, _ second: Value, isNegated: Bool) -> Value {
    var comparison = EqualityComparison()
    let truth = comparison.equality(first, second)
    guard pay(size: comparison.steps) else { return .limitExceeded }
    return comparison.value(isNegated ? truth.negated : truth)
  }
}

extension Value {
  /// How many bytes or elements the value has itself, without those of its elements.
  var size: Int {
    switch self {
    case .string(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    case .list(let list): list.count
    case .map(let map): map.count
    default: 0
    }
  }
}

extension Overload {
  /// The weight of an overload by its identifier. The greater ones were measured, on a text of
  /// 800,000 bytes.
  static func weight(_ id: String) -> Int {
    switch id {
    case "size_list", "list_size", "size_map", "map_size", "size_bytes", "bytes_size", "to_dyn",
      "type", "list_first", "list_last":
      return 0
    case "string_size": return 1
    case "string_format": return 16
    case "list_join", "list_join_string": return 4
    default: break
    }
    if starts(id, "optional_") { return starts(id, "optional_unwrap") ? 1 : 0 }
    if starts(id, "regex_") { return 16 }
    return starts(id, "string_") && !starts(id, "string_to_") ? 4 : 1
  }

  private static func starts(_ id: String, _ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { id.utf8.starts(with: $0) }
  }

  /// Whether this is `in`, of which what was looked for counts, and what was compared.
  private var isSearch: Bool { Overload.starts(id, "in_") }

  /// The result for an argument that fits.
  func call(_ argument: Value, _ frame: inout Frame) -> Value {
    guard pay(for: argument, &frame) else { return .limitExceeded }
    switch body {
    case .unary(let body): return paid(body(argument), &frame)
    case .comparing(let body):
      var pairs = 0
      let result = body(argument, nil, &pairs)
      return frame.pay(size: pairs) ? paid(result, &frame) : .limitExceeded
    default: return paid(call([argument]), &frame)
    }
  }

  /// The result for two arguments that fit.
  func call(_ first: Value, _ second: Value, _ frame: inout Frame) -> Value {
    guard pay(for: first, &frame), isSearch || pay(for: second, &frame) else {
      return .limitExceeded
    }
    switch body {
    case .binary(let body): return paid(body(first, second), &frame)
    case .comparing(let body):
      var pairs = 0
      let result = body(first, second, &pairs)
      return frame.pay(size: pairs) ? result : .limitExceeded
    default: return paid(call([first, second]), &frame)
    }
  }

  /// The result for any arguments that fit.
  func call(all arguments: [Value], _ frame: inout Frame) -> Value {
    // What is cut out of a list takes as long as the piece is.
    if id != "list_slice" {
      for argument in arguments {
        guard pay(for: argument, &frame) else { return .limitExceeded }
      }
    }
    return paid(call(arguments), &frame)
  }

  private func pay(for value: Value, _ frame: inout Frame) -> Bool {
    frame.pay(size: value.size * weight)
  }

  private func paid(_ result: Value, _ frame: inout Frame) -> Value {
    pay(for: result, &frame) ? result : .limitExceeded
  }
}
