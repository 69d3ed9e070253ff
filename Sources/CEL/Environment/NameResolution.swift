/// What a dotted name stands for, with how many of its parts make up the name.
struct ResolvedName {
  let parts: Int
  let meaning: Meaning

  enum Meaning {
    case variable(String, ValueType)
    case constant(Value)
  }
}

extension Environment {
  /// The longest prefix of a dotted name that is declared (langdef.md, "Name Resolution").
  func resolve(_ parts: [String]) -> ResolvedName? {
    for count in stride(from: parts.count, to: 0, by: -1) {
      for name in candidates(for: parts[..<count].joined(separator: ".")) {
        if let type = type(ofVariable: name) {
          return ResolvedName(parts: count, meaning: .variable(name, type))
        }
        if let type = typeNamed(name) {
          return ResolvedName(parts: count, meaning: .constant(.type(type)))
        }
      }
    }
    return nil
  }

  /// The function a call names, as a global function: `size(x)` or, with a namespace for a target,
  /// `math.least(x)`.
  func resolve(function name: String) -> (name: String, overloads: [Overload])? {
    for candidate in candidates(for: name) {
      if let overloads = functions[candidate] { return (candidate, overloads) }
    }
    return nil
  }

  /// The type that a name denotes as a value (langdef.md, "Types as values").
  private func typeNamed(_ name: String) -> ValueType? {
    let names: StaticString = """
      bool int uint double string bytes null_type list map type google.protobuf.Timestamp \
      google.protobuf.Duration optional_type number
      """
    switch place(of: name, in: names) {
    case 0: return .bool
    case 1: return .int
    case 2: return .uint
    case 3: return .double
    case 4: return .string
    case 5: return .bytes
    case 6: return .null
    case 7: return .list(.dyn)
    case 8: return .map(.dyn, .dyn)
    case 9: return .type(.dyn)
    case 10: return .timestamp
    case 11: return .duration
    case 12 where features.contains(.optionalSyntax): return .optional(.dyn)
    case 13 where features.contains(.exactDecimals): return .number
    default: return namedTypes[name]
    }
  }

  /// The type a message literal makes, by the name it is written with.
  func message(named name: String) -> MessageType? {
    for candidate in candidates(for: name) {
      if let type = MessageType(candidate) { return type }
    }
    return nil
  }
}

/// The messages that CEL itself knows (langdef.md, "Dynamic Values" and "Timestamps").
enum MessageType: Sendable {
  /// A message around one value, with the name of its own.
  case wrapper(ValueType, single: Bool)
  /// A wrapper of an int of 32 bits.
  case narrow(ValueType)
  case timestamp
  case duration

  init?(_ name: String) {
    let package = "google.protobuf."
    guard name.hasPrefix(package) else { return nil }
    let names: StaticString = """
      BoolValue BytesValue DoubleValue FloatValue Int32Value Int64Value StringValue UInt32Value \
      UInt64Value Timestamp Duration
      """
    let own = String(decoding: name.utf8.dropFirst(package.utf8.count), as: UTF8.self)
    switch place(of: own, in: names) {
    case 0: self = .wrapper(.bool, single: false)
    case 1: self = .wrapper(.bytes, single: false)
    case 2: self = .wrapper(.double, single: false)
    case 3: self = .wrapper(.double, single: true)
    case 4: self = .narrow(.int)
    case 5: self = .wrapper(.int, single: false)
    case 6: self = .wrapper(.string, single: false)
    case 7: self = .narrow(.uint)
    case 8: self = .wrapper(.uint, single: false)
    case 9: self = .timestamp
    case 10: self = .duration
    default: return nil
    }
  }

  /// The type of the literal.
  var type: ValueType {
    switch self {
    case .wrapper(let inner, _), .narrow(let inner): .wrapper(inner)
    case .timestamp: .timestamp
    case .duration: .duration
    }
  }

  /// The type of a field, or nil where there is no such field.
  func type(of field: String) -> ValueType? {
    switch (self, field) {
    case (.wrapper(let inner, _), "value"), (.narrow(let inner), "value"): inner
    case (.timestamp, "seconds"), (.timestamp, "nanos"), (.duration, "seconds"),
      (.duration, "nanos"):
      .int
    default: nil
    }
  }

  /// The value of a literal with these fields.
  func value(_ fields: [(name: String, value: Value)]) -> Value {
    switch self {
    case .wrapper(let inner, let single):
      guard let value = fields.last?.value else { return inner.zero }
      guard value.matches(inner) else { return .noSuchOverload }
      if single, case .double(let number) = value { return .double(Double(Float(number))) }
      return value
    case .narrow(let inner):
      guard let value = fields.last?.value else { return inner.zero }
      switch value {
      case .int(let number) where inner == .int && Int32(exactly: number) != nil: return value
      case .uint(let number) where inner == .uint && UInt32(exactly: number) != nil: return value
      default: return .failure(.overflow, "range error: wrapper value out of range")
      }
    case .timestamp, .duration: return time(fields)
    }
  }

  private func time(_ fields: [(name: String, value: Value)]) -> Value {
    var seconds: Int64 = 0
    var nanoseconds: Int64 = 0
    for field in fields {
      guard case .int(let number) = field.value else { return .noSuchOverload }
      if field.name == "seconds" { seconds = number } else { nanoseconds = number }
    }
    if case .timestamp = self {
      let point = Int32(exactly: nanoseconds).flatMap {
        Timestamp(seconds: seconds, nanoseconds: $0)
      }
      return point.map { .timestamp($0) } ?? .failure(.overflow, "range error: timestamp")
    }
    guard let whole = TimeSpan(seconds: seconds) else {
      return .failure(.overflow, "range error: duration")
    }
    let sum = whole.nanoseconds.addingReportingOverflow(nanoseconds)
    if sum.overflow { return .failure(.overflow, "range error: duration") }
    return .duration(TimeSpan(nanoseconds: sum.partialValue))
  }
}

extension ValueType {
  /// The value of an unset field of a primitive type.
  fileprivate var zero: Value {
    switch self {
    case .bool: .bool(false)
    case .int: .int(0)
    case .uint: .uint(0)
    case .double: .double(0)
    case .string: .string("")
    case .bytes: .bytes([])
    default: .null
    }
  }
}
