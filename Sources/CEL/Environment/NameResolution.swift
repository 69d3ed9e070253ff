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
    switch name {
    case "bool": .bool
    case "int": .int
    case "uint": .uint
    case "double": .double
    case "string": .string
    case "bytes": .bytes
    case "null_type": .null
    case "list": .list(.dyn)
    case "map": .map(.dyn, .dyn)
    case "type": .type(.dyn)
    case "google.protobuf.Timestamp": .timestamp
    case "google.protobuf.Duration": .duration
    case "optional_type" where features.contains(.optionalSyntax): .optional(.dyn)
    case "number" where features.contains(.exactDecimals): .number
    default: namedTypes[name]
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
    switch name {
    case "google.protobuf.BoolValue": self = .wrapper(.bool, single: false)
    case "google.protobuf.BytesValue": self = .wrapper(.bytes, single: false)
    case "google.protobuf.DoubleValue": self = .wrapper(.double, single: false)
    case "google.protobuf.FloatValue": self = .wrapper(.double, single: true)
    case "google.protobuf.Int32Value": self = .narrow(.int)
    case "google.protobuf.Int64Value": self = .wrapper(.int, single: false)
    case "google.protobuf.StringValue": self = .wrapper(.string, single: false)
    case "google.protobuf.UInt32Value": self = .narrow(.uint)
    case "google.protobuf.UInt64Value": self = .wrapper(.uint, single: false)
    case "google.protobuf.Timestamp": self = .timestamp
    case "google.protobuf.Duration": self = .duration
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
