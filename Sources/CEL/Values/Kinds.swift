/// A set of kinds of values, one bit each, so that arguments are tested against a parameter at once.
struct Kinds: OptionSet, Sendable {
  let rawValue: UInt32

  static let null = Kinds(rawValue: 1)
  static let bool = Kinds(rawValue: 1 << 1)
  static let int = Kinds(rawValue: 1 << 2)
  static let uint = Kinds(rawValue: 1 << 3)
  static let double = Kinds(rawValue: 1 << 4)
  static let string = Kinds(rawValue: 1 << 5)
  static let bytes = Kinds(rawValue: 1 << 6)
  static let list = Kinds(rawValue: 1 << 7)
  static let map = Kinds(rawValue: 1 << 8)
  static let timestamp = Kinds(rawValue: 1 << 9)
  static let duration = Kinds(rawValue: 1 << 10)
  static let type = Kinds(rawValue: 1 << 11)
  static let optional = Kinds(rawValue: 1 << 12)
  static let number = Kinds(rawValue: 1 << 13)
  static let opaque = Kinds(rawValue: 1 << 14)
  /// Every kind of value; errors and unknowns are none.
  static let all = Kinds(rawValue: (1 << 15) - 1)
  /// How many kinds there are.
  static let count = 15

  /// The number of the kind, of a set of one.
  var place: Int { rawValue.trailingZeroBitCount }

  /// Whether a value is of one of the kinds.
  @inline(__always)
  func holds(_ value: Value) -> Bool { rawValue & value.kind.rawValue != 0 }
}

extension Value {
  /// The kind of the value; none for an error or an unknown.
  var kind: Kinds {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list
    case .map: .map
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type
    case .optional: .optional
    case .number: .number
    case .opaque: .opaque
    case .error, .unknown: []
    }
  }
}

extension ValueType {
  /// The kinds of the values that can be arguments for a parameter of the type.
  ///
  /// Element types are not looked at: that would cost as much as a list is long.
  var kinds: Kinds {
    switch self {
    case .dyn, .parameter: .all
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list
    case .map: .map
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type
    case .optional: .optional
    case .number: .number
    case .opaque: .opaque
    case .wrapper(let inner): inner.kinds.union(.null)
    case .object, .function, .error: []
    }
  }
}
