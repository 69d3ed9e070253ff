/// Named JSON values in the order they were added, each name once.
///
/// Two objects with the same members are equal in whatever order the members stand. Names are
/// compared by code point.
public struct JSONObject: Sendable {
  /// A name and its value.
  public typealias Element = (key: String, value: JSONValue)

  private var members: [Element] = []
  /// The place of each name; kept only for objects too large to search member by member.
  private var places: [Name: Int] = [:]
  private static let searchLimit = 8

  /// Creates an object without members.
  public init() {}

  /// Creates an object of members; of two with one name the later value stands, in the first place.
  public init(_ pairs: some Sequence<(String, JSONValue)>) {
    for (key, value) in pairs { self[key] = value }
  }

  /// Creates an object of members; of two with one name the later value stands, in the first place.
  public init(_ pairs: KeyValuePairs<String, JSONValue>) {
    for (key, value) in pairs { self[key] = value }
  }

  /// The names, in order.
  public var keys: [String] { members.map { $0.key } }
  /// The values, in order.
  public var values: [JSONValue] { members.map { $0.value } }

  /// The value of a name; setting nil removes the member, setting a new name adds it at the end.
  public subscript(key: String) -> JSONValue? {
    get { place(of: key).map { members[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil):
        members.remove(at: place)
        indexMembers()
      case (nil, let value?): append(key, value)
      case (nil, nil): break
      }
    }
  }

  /// Adds a member at the end, unless the name is taken; says whether it was added.
  public mutating func add(_ key: String, _ value: JSONValue) -> Bool {
    guard place(of: key) == nil else { return false }
    append(key, value)
    return true
  }

  /// Whether there is a member of that name.
  public func contains(key: String) -> Bool { place(of: key) != nil }

  /// Adds a member of a name that is known to be free.
  mutating func append(_ key: String, _ value: JSONValue) {
    if members.isEmpty { members.reserveCapacity(4) }
    members.append((key, value))
    if members.count == Self.searchLimit + 1 {
      indexMembers()
    } else if members.count > Self.searchLimit {
      places[Name(text: key)] = members.count - 1
    }
  }

  private mutating func indexMembers() {
    places = [:]
    guard members.count > Self.searchLimit else { return }
    for (place, member) in members.enumerated() { places[Name(text: member.key)] = place }
  }

  private func place(of key: String) -> Int? {
    if members.count > Self.searchLimit { return places[Name(text: key)] }
    return members.firstIndex { hasSameBytes($0.key, key) }
  }

  /// A name that hashes and compares by its bytes, so that no two names that differ collide.
  private struct Name: Hashable, Sendable {
    let text: String

    static func == (first: Name, second: Name) -> Bool { hasSameBytes(first.text, second.text) }
    func hash(into hasher: inout Hasher) { hashBytes(of: text, into: &hasher) }
  }
}

extension JSONObject: RandomAccessCollection {
  /// The place of the first member: 0.
  public var startIndex: Int { 0 }
  /// The place after the last member.
  public var endIndex: Int { members.count }
  /// The member at a place.
  public subscript(position: Int) -> Element { members[position] }
}

extension JSONObject: Hashable {
  /// Compares members, whatever their order.
  public static func == (first: JSONObject, second: JSONObject) -> Bool {
    guard first.count == second.count else { return false }
    for (key, value) in first where second[key] != value { return false }
    return true
  }

  /// Hashes members, whatever their order.
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for (key, value) in members {
      var member = Hasher()
      hashBytes(of: key, into: &member)
      value.hash(into: &member)
      sum &+= member.finalize()
    }
    hasher.combine(sum)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Creates an object; of two members with one name the later value stands.
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
