/// A JSON value as RFC 8259 has it, with whole numbers kept apart from doubles.
///
/// Strings are equal when their code points are: unlike `String`, a composed and a decomposed é
/// differ, as they do in the canonical form.
public enum JSONValue: Sendable {
  /// The literal `null`.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number; beyond ±2⁵³ it is written as a string and not read.
  case integer(Int64)
  /// Any other number, finite; what is not finite is written as `null`.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Named members in the order they were added.
  case object(JSONObject)

  /// The largest whole number that every JSON reader keeps exactly: 2⁵³.
  public static let largestInteger: Int64 = 1 << 53
}

extension JSONValue {
  /// Whether the value is `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The truth value, if it is one.
  public var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The whole number, if it is one; `2.0` and `2e0` are, up to 2⁵³.
  public var integerValue: Int64? {
    switch self {
    case .integer(let value): value
    case .number(let value) where value.magnitude <= Double(Self.largestInteger):
      Int64(exactly: value)
    default: nil
    }
  }

  /// The number as a double, if it is one; a whole number beyond 2⁵³ rounds.
  public var numberValue: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The text, if it is one.
  public var stringValue: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The elements, if the value is a list.
  public var arrayValue: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members, if the value is an object.
  public var objectValue: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The member of an object; nil where there is none, or no object.
  public subscript(key: String) -> JSONValue? { objectValue?[key] }

  /// The element of a list, from 0; nil where there is none, or no list.
  public subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}

extension JSONValue: Hashable {
  /// Compares kind and content; `integer(1)` and `number(1)` are two values.
  public static func == (first: JSONValue, second: JSONValue) -> Bool {
    switch (first, second) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): hasSameBytes(left, right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  /// Hashes kind and content.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value)
    case .string(let value): hashBytes(of: value, into: &hasher)
    case .array(let value): hasher.combine(value)
    case .object(let value): hasher.combine(value)
    }
  }
}

extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Creates a whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// Creates a number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// Creates a text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Creates a list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Creates an object; of two members with one name the later value stands.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }
}

extension JSONValue: CustomStringConvertible {
  /// The canonical form as text.
  public var description: String { String(decoding: JSONWriter.canonical(self), as: UTF8.self) }
}

/// Whether two texts are the same code points; `==` would also equate é with e and an accent.
func hasSameBytes(_ first: String, _ second: String) -> Bool {
  let (left, right) = (first.utf8, second.utf8)
  // `==` sees at once whether two short texts differ; only where it holds need bytes be compared.
  guard left.count == right.count, first == second else { return false }
  let same = left.withContiguousStorageIfAvailable { one in
    right.withContiguousStorageIfAvailable { other in
      // Without a way out in the middle the compiler compares many bytes at a time.
      var difference: UInt8 = 0
      for place in 0..<one.count { difference |= one[place] ^ other[place] }
      return difference == 0
    }
  }
  if let same, let same { return same }
  return left.elementsEqual(right)
}

func hashBytes(of text: String, into hasher: inout Hasher) {
  var text = text
  text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
}
