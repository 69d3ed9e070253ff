/// A map in the order of insertion, its keys bool, int, uint or string.
///
/// Numeric keys are equal across types: `{1: 'a'}[1u]` and `{1: 'a'}[1.0]` find the entry
/// (langdef.md, "Field Selection" and "Equality").
///
/// The entries are a hash table at once: as many buckets as the greatest power of two that is not
/// beyond their number, each entry holding the head of one bucket and its own successor. So a map is
/// one array, copied by one reference.
public struct MapValue: Sendable {
  /// The entries in the order of insertion.
  public private(set) var entries: [Entry] = []

  /// One key with its value.
  public struct Entry: Sendable {
    /// The key as it was written.
    public let key: Value
    /// The value of the key.
    public let value: Value
    fileprivate let hash: UInt32
    /// The last entry of the bucket whose number is this entry's place, or −1.
    fileprivate var head: Int32 = -1
    /// The entry before this one in its bucket, or −1.
    fileprivate var next: Int32 = -1

    /// Creates an entry.
    public init(key: Value, value: Value) {
      self.init(key: key, value: value, hash: 0)
    }

    fileprivate init(key: Value, value: Value, hash: UInt32) {
      self.key = key
      self.value = value
      self.hash = hash
    }
  }

  /// Creates an empty map.
  public init() {}

  /// Creates a map from pairs; pairs whose key is no key type are left out, and of two equal keys
  /// the first stays.
  public init(_ pairs: [(Value, Value)]) {
    entries.reserveCapacity(pairs.count)
    for (key, value) in pairs { _ = insert(value, for: key) }
  }

  /// Creates a map with string keys in the order given.
  public init(_ pairs: [(String, Value)]) {
    entries.reserveCapacity(pairs.count)
    for (key, value) in pairs { _ = insert(value, for: .string(key)) }
  }

  /// The number of entries.
  public var count: Int { entries.count }

  /// The value of a key, or nil where there is none; a double finds the integer it equals.
  public subscript(key: Value) -> Value? {
    guard let key = MapKey(looking: key) else { return nil }
    return place(of: key, key.bucketHash).map { entries[$0].value }
  }

  /// The value of a string key, or nil where there is none.
  public subscript(key: String) -> Value? { value(of: FieldName(key)) }

  /// The value of a string key whose hash is known already.
  func value(of field: FieldName) -> Value? {
    entries.withUnsafeBufferPointer { entries in
      MapValue.place(of: field, entries).map { entries[$0].value }
    }
  }

  /// The value of a string key whose hash is known already, where it is an int.
  @inline(never)
  func int(of field: FieldName) -> Int64? {
    entries.withUnsafeBufferPointer { entries in
      guard let place = MapValue.place(of: field, entries),
        case .int(let number) = entries[place].value
      else { return nil }
      return number
    }
  }

  @inline(__always)
  private static func place(of field: FieldName, _ entries: UnsafeBufferPointer<Entry>) -> Int? {
    var place = first(field.hash, entries)
    while place >= 0 {
      let index = Int(place)
      if entries[index].hash == field.hash, case .string(let text) = entries[index].key,
        field.isNamed(text)
      {
        return index
      }
      place = entries[index].next
    }
    return nil
  }

  private func place(of key: MapKey, _ hash: UInt32) -> Int? {
    var place = entries.withUnsafeBufferPointer { MapValue.first(hash, $0) }
    while place >= 0 {
      let entry = entries[Int(place)]
      if entry.hash == hash, MapKey(stored: entry.key) == key { return Int(place) }
      place = entry.next
    }
    return nil
  }

  /// The last entry of the bucket of a hash.
  @inline(__always)
  private static func first(_ hash: UInt32, _ entries: UnsafeBufferPointer<Entry>) -> Int32 {
    let count = UInt32(truncatingIfNeeded: entries.count)
    if count == 0 { return -1 }
    return entries[Int(hash & mask(count))].head
  }

  /// The number of buckets less one.
  @inline(__always)
  private static func mask(_ count: UInt32) -> UInt32 {
    UInt32.max >> (UInt32(truncatingIfNeeded: count.leadingZeroBitCount) + 1)
  }

  /// What came of an insertion.
  package enum Insertion { case added, repeated, unsupported }

  /// Adds an entry unless its key is there already or is of a type that keys cannot have.
  package mutating func insert(_ value: Value, for key: Value) -> Insertion {
    guard let stored = MapKey(stored: key) else { return .unsupported }
    let hash = stored.bucketHash
    guard place(of: stored, hash) == nil else { return .repeated }
    let place = entries.count
    entries.append(Entry(key: key, value: value, hash: hash))
    if entries.count & place == 0 {
      // The number of buckets has doubled.
      for index in entries.indices { entries[index].head = -1 }
      for index in entries.indices { link(index) }
    } else {
      link(place)
    }
    return .added
  }

  private mutating func link(_ place: Int) {
    let count = UInt32(truncatingIfNeeded: entries.count)
    let bucket = Int(entries[place].hash & MapValue.mask(count))
    entries[place].next = entries[bucket].head
    entries[bucket].head = Int32(truncatingIfNeeded: place)
  }
}

/// A name that is looked up in maps many times, with its hash.
struct FieldName: Sendable {
  let text: String
  let hash: UInt32
  /// Whether the name is so short that it needs no memory of its own, and ASCII.
  private let isShort: Bool

  init(_ text: String) {
    self.text = text
    hash = bucketHash(of: text)
    isShort = text.utf8.count < 16 && text.utf8.allSatisfy { $0 < 0x80 }
  }

  /// Whether a text is the name.
  ///
  /// Swift compares texts of the same bits, such as short ones that are equal, without a call. Of the
  /// texts it also takes for the name, being canonically equivalent, none is as long as the name
  /// where that is ASCII.
  @inline(__always)
  func isNamed(_ other: String) -> Bool {
    if isShort { return other == text && other.utf8.count == text.utf8.count }
    return sameCodePoints(other, text)
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
    hasher.combine(bucketHash)
  }

  /// The hash by which maps look up.
  fileprivate var bucketHash: UInt32 {
    switch self {
    case .bool(let flag): mixed(flag ? 1 : 2, HashSeed.value)
    case .int(let number): mixed(UInt64(bitPattern: number), HashSeed.value)
    case .large(let number): mixed(number, HashSeed.value)
    case .string(let text): CEL.bucketHash(of: text)
    }
  }
}
