/// A value of CEL, or what stands in its place where there is none: an error or an unknown.
///
/// Errors and unknowns are values, not thrown, because `&&`, `||`, `?:` and the macros absorb them
/// (langdef.md, "Logical Operators").
public enum Value: Sendable {
  /// The null value.
  case null
  /// A truth value.
  case bool(Bool)
  /// A signed integer.
  case int(Int64)
  /// An unsigned integer.
  case uint(UInt64)
  /// A floating-point number.
  case double(Double)
  /// A text, compared and measured by code points.
  case string(String)
  /// A sequence of bytes.
  case bytes([UInt8])
  /// A list.
  case list([Value])
  /// A map.
  case map(MapValue)
  /// A point in time.
  case timestamp(Timestamp)
  /// A span of time.
  case duration(TimeSpan)
  /// A type as a value.
  case type(ValueType)
  /// A value that may be absent.
  indirect case optional(Value?)
  /// An exact number, perhaps an interval; see ``Library/numbers``.
  case number(Number)
  /// A value of a type that only its own functions understand.
  indirect case opaque(OpaqueValue)
  /// What went wrong in computing the value.
  indirect case error(EvaluationError)
  /// The attributes that would have to be known to compute the value.
  case unknown(UnknownSet)
}

extension Value {
  /// The type of the value as `type()` sees it: element types are `dyn`.
  public var type: ValueType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type(.dyn)
    case .optional: .optional(.dyn)
    case .number: .number
    case .opaque(let value): .opaque(value.typeName, [])
    case .error, .unknown: .error
    }
  }

  /// Whether this is an error or an unknown, which a strict function passes on.
  package var isFailure: Bool {
    switch self {
    case .error, .unknown: true
    default: false
    }
  }

  /// An error as a value, without a place yet.
  package static func failure(_ code: EvaluationError.Code, _ message: String) -> Value {
    .error(EvaluationError(code, message))
  }

  /// The error for an evaluation that would cost more than is allowed.
  package static var limitExceeded: Value { failure(.limitExceeded, "evaluation limit exceeded") }

  /// The error for arguments that no overload of a function takes.
  package static var noSuchOverload: Value { failure(.noSuchOverload, "no such overload") }
}

extension Value {
  /// Whether the value can be an argument for a parameter of a type.
  ///
  /// Element types are not looked at: that would cost as much as the list is long.
  package func matches(_ type: ValueType) -> Bool {
    if case .opaque(let name, _) = type, case .opaque(let value) = self {
      return sameCodePoints(name, value.typeName)
    }
    return type.kinds.holds(self)
  }
}
