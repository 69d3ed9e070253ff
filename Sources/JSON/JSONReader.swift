import Diagnostics

/// How much a JSON text may hold before it is refused.
public struct JSONLimits: Hashable, Sendable {
  /// The most bytes.
  public var bytes: Int
  /// The deepest nesting of lists and objects; at most 512, so that no later walk of the value,
  /// its release included, can run out of stack.
  public var depth: Int
  /// The most elements and members, all lists and objects together.
  public var members: Int

  /// Creates limits.
  public init(bytes: Int = 16_777_216, depth: Int = 128, members: Int = 1_000_000) {
    self.bytes = bytes
    self.depth = min(depth, Self.greatestDepth)
    self.members = members
  }

  /// 16 MiB, 128 levels, a million elements.
  public static let `default` = JSONLimits()
  static let greatestDepth = 512
}

/// Reads JSON by the letter of RFC 8259, within limits.
///
/// Refused besides what the grammar refuses: bytes that are no UTF-8, lone surrogates, duplicate
/// keys, numbers beyond doubles, and numbers that the canonical form would spell as an integer
/// beyond ±2⁵³.
public enum JSONReader {
  /// The value a text holds.
  public static func read(
    _ bytes: [UInt8], limits: JSONLimits = .default
  ) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes: bytes, limits: limits)
    return try parser.document()
  }

  /// The value a text holds.
  public static func read(
    _ text: String, limits: JSONLimits = .default
  ) throws(JSONError) -> JSONValue {
    try read(Array(text.utf8), limits: limits)
  }
}

/// Keeps open lists and objects on a stack of its own; nesting costs no machine stack.
private struct JSONParser {
  private struct Frame {
    let isObject: Bool
    var elements: [JSONValue] = []
    var object = JSONObject()
    var key = ""
  }

  private var scanner: JSONScanner
  private let limits: JSONLimits
  private var frames: [Frame] = []
  private var count = 0

  init(bytes: [UInt8], limits: JSONLimits) {
    self.scanner = JSONScanner(bytes: bytes)
    self.limits = limits
  }

  mutating func document() throws(JSONError) -> JSONValue {
    guard scanner.bytes.count <= limits.bytes else {
      throw scanner.error(.tooLong(limit: limits.bytes), at: max(0, limits.bytes))
    }
    scanner.skipSpace()
    while true {
      guard var value = try startedValue() else { continue }
      while true {
        if frames.isEmpty {
          scanner.skipSpace()
          guard scanner.byte == nil else { throw scanner.error(.trailing) }
          return value
        }
        guard let closed = try attach(value) else { break }
        value = closed
      }
    }
  }

  /// A whole value, or nil after the opening of a list or an object that is not empty.
  private mutating func startedValue() throws(JSONError) -> JSONValue? {
    switch scanner.byte {
    case UInt8(ascii: "["):
      try open(isObject: false)
      guard scanner.take(UInt8(ascii: "]")) else { return nil }
      frames.removeLast()
      return .array([])
    case UInt8(ascii: "{"):
      try open(isObject: true)
      guard scanner.take(UInt8(ascii: "}")) else {
        try readKey()
        return nil
      }
      frames.removeLast()
      return .object(JSONObject())
    default: return try scanner.scalar()
    }
  }

  private mutating func open(isObject: Bool) throws(JSONError) {
    let depth = min(limits.depth, JSONLimits.greatestDepth)
    guard frames.count < depth else { throw scanner.error(.tooDeep(limit: depth)) }
    frames.append(Frame(isObject: isObject))
    scanner.advance()
    scanner.skipSpace()
  }

  private mutating func readKey() throws(JSONError) {
    let start = scanner.index
    guard scanner.byte == UInt8(ascii: "\"") else {
      throw scanner.unexpected(LocalizedText(vi: "một khóa trong ngoặc kép", en: "a quoted key"))
    }
    let key = try scanner.string()
    let top = frames.count - 1
    guard !frames[top].object.contains(key: key) else {
      throw scanner.error(.duplicate(key: key), at: start)
    }
    frames[top].key = key
    scanner.skipSpace()
    guard scanner.take(UInt8(ascii: ":")) else {
      throw scanner.unexpected(LocalizedText(same: "\":\""))
    }
    scanner.skipSpace()
  }

  /// Adds a value to the innermost open list or object, and gives back that one if it closes here.
  private mutating func attach(_ value: JSONValue) throws(JSONError) -> JSONValue? {
    count += 1
    guard count <= limits.members else { throw scanner.error(.tooMany(limit: limits.members)) }
    let top = frames.count - 1
    let isObject = frames[top].isObject
    if isObject {
      frames[top].object.append(frames[top].key, value)
    } else {
      frames[top].elements.append(value)
    }
    scanner.skipSpace()
    if scanner.take(UInt8(ascii: ",")) {
      scanner.skipSpace()
      if isObject { try readKey() }
      return nil
    }
    guard scanner.take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
      throw scanner.unexpected(
        isObject
          ? LocalizedText(vi: "\",\" hoặc \"}\"", en: "\",\" or \"}\"")
          : LocalizedText(vi: "\",\" hoặc \"]\"", en: "\",\" or \"]\""))
    }
    let frame = frames.removeLast()
    return isObject ? .object(frame.object) : .array(frame.elements)
  }
}
