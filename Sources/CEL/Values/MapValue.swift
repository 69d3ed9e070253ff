/// A map in the order of insertion, its keys bool, int, uint or string.
///
/// Numeric keys are equal across types: `{1: 'a'}[1u]` and `{1: 'a'}[1.0]` find the entry
/// (langdef.md, "Field Selection" and "Equality").
public struct MapValue: Sendable {
  /// The entries in the order of insertion.
  public private(set) var entries: [Entry] = []
  private var places: [MapKey: Int] = [:]

  /// One key with its value.
  public struct Entry: Sendable {
    /// The key as it was written.
    public let key: Value
    /// The value of the key.
    public let value: Value

    /// Creates an entry.
    public init(key: Value, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// Creates an empty map.
  public init() {}

  /// Creates a map from pairs; pairs whose key is no key type are left out, and of two equal keys
  /// the first stays.
  public init(_ pairs: [(Value, Value)]) {
    for (key, value) in pairs { _ = insert(value, for: key) }
  }

  /// Creates a map with string keys in the order given.
  public init(_ pairs: [(String, Value)]) {
    for (key, value) in pairs { _ = insert(value, for: .string(key)) }
  }

  /// The number of entries.
  public var count: Int { entries.count }

  /// The value of a key, or nil where there is none; a double finds the integer it equals.
  public subscript(key: Value) -> Value? {
    guard let key = MapKey(looking: key), let place = places[key] else { return nil }
    return entries[place].value
  }

  /// The value of a string key, or nil where there is none.
  public subscript(key: String) -> Value? {
    guard let place = places[.string(key)] else { return nil }
    return entries[place].value
  }

  /// What came of an insertion.
  package enum Insertion { case added, repeated, unsupported }

  /// Adds an entry unless its key is there already or is of a type that keys cannot have.
  package mutating func insert(_ value: Value, for key: Value) -> Insertion {
    guard let place = MapKey(stored: key) else { return .unsupported }
    guard places[place] == nil else { return .repeated }
    places[place] = entries.count
    entries.append(Entry(key: key, value: value))
    return .added
  }
}

/// A key in the form in which equal keys are the same: a uint within Int64 is held as an int.
package enum MapKey: Sendable, Hashable {
  case bool(Bool)
  case int(Int64)
  case large(UInt64)
  case string(String)

  /// The key an entry is stored under, or nil where the type cannot be a key.
  init?(stored value: Value) {
    switch value {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .uint(let number): self = MapKey(number)
    case .string(let text): self = .string(text)
    default: return nil
    }
  }

  /// The key that a value finds: a stored key type, or a double with an integral value.
  init?(looking value: Value) {
    guard case .double(let number) = value else {
      self.init(stored: value)
      return
    }
    // `init(exactly:)` would call the C library, which a module without Foundation does not link.
    if number >= -0x1p63, number < 0x1p63, Double(Int64(number)) == number {
      self = .int(Int64(number))
    } else if number >= 0x1p63, number < 0x1p64 {
      self = .large(UInt64(number))
    } else {
      return nil
    }
  }

  private init(_ number: UInt64) {
    if let small = Int64(exactly: number) { self = .int(small) } else { self = .large(number) }
  }

  package static func == (first: MapKey, second: MapKey) -> Bool {
    switch (first, second) {
    case (.bool(let one), .bool(let other)): one == other
    case (.int(let one), .int(let other)): one == other
    case (.large(let one), .large(let other)): one == other
    case (.string(let one), .string(let other)): sameCodePoints(one, other)
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .bool(let flag): hasher.combine(flag)
    case .int(let number): hasher.combine(number)
    case .large(let number): hasher.combine(number)
    case .string(let text): for byte in text.utf8 { hasher.combine(byte) }
    }
  }
}
