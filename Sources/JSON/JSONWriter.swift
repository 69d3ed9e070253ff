/// Writes JSON; every value can be written, and what is written is always read back.
///
/// Whole numbers beyond ±2⁵³ are written as strings (also doubles that would be spelled as such an
/// integer), numbers that are not finite as `null`.
public enum JSONWriter {
  /// The canonical form of RFC 8785: no spaces, members sorted by the UTF-16 code units of their
  /// names, numbers as ECMAScript prints them.
  public static func canonical(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    writeCanonical(value, to: &bytes)
    return bytes
  }

  /// The form for people: members in the order they were added, two spaces a level, a final line
  /// break.
  public static func pretty(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    writePretty(value, indent: 0, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Adds the canonical form of a value to what stands in `bytes`.
  public static func writeCanonical(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        writeCanonical(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      let members = object.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        writeString(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        writeCanonical(member.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    default: writeScalar(value, to: &bytes)
    }
  }

  private static func writePretty(_ value: JSONValue, indent: Int, to bytes: inout [UInt8]) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        startLine(indent + 2, isFirst: index == 0, in: &bytes)
        writePretty(element, indent: indent + 2, to: &bytes)
      }
      startLine(indent, isFirst: true, in: &bytes)
      bytes.append(UInt8(ascii: "]"))
    case .object(let object) where !object.isEmpty:
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in object.enumerated() {
        startLine(indent + 2, isFirst: index == 0, in: &bytes)
        writeString(member.key, to: &bytes)
        bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
        writePretty(member.value, indent: indent + 2, to: &bytes)
      }
      startLine(indent, isFirst: true, in: &bytes)
      bytes.append(UInt8(ascii: "}"))
    case .array, .object: writeCanonical(value, to: &bytes)
    default: writeScalar(value, to: &bytes)
    }
  }

  private static func startLine(_ indent: Int, isFirst: Bool, in bytes: inout [UInt8]) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    bytes += [UInt8](repeating: UInt8(ascii: " "), count: indent)
  }

  static func writeScalar(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .bool(let value): write(value ? "true" : "false", to: &bytes)
    case .integer(let value):
      let isSafe = value.magnitude <= JSONValue.largestInteger.magnitude
      writeNumber(String(value), asString: !isSafe, to: &bytes)
    case .number(let value) where value.isFinite:
      writeNumber(
        ecmaScriptText(of: value), asString: isSpelledBeyondLargestInteger(value), to: &bytes)
    case .string(let value): writeString(value, to: &bytes)
    default: write("null", to: &bytes)
    }
  }

  private static func writeNumber(_ text: String, asString: Bool, to bytes: inout [UInt8]) {
    if asString {
      writeString(text, to: &bytes)
    } else {
      write(text, to: &bytes)
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  static func writeString(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { letters in
      if !needEscapes(letters) {
        bytes.append(contentsOf: letters)
      } else {
        for letter in letters { writeEscaped(letter, to: &bytes) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether some letter of a text cannot be written as it stands; looks at eight at a time, since
  /// hardly any text has one and every text is asked.
  static func needEscapes(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(letters)
    var place = 0
    while place + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if needsEscape(word) { return true }
      place += 8
    }
    while place < raw.count {
      if needsEscape(raw[place]) { return true }
      place += 1
    }
    return false
  }

  /// Whether one of eight letters needs an escape.
  @inline(__always)
  static func needsEscape(_ word: UInt64) -> Bool {
    let isControl = (word &- repeated(0x20)) & ~word
    let isQuote = hasZero(word ^ repeated(UInt64(UInt8(ascii: "\""))))
    let isBackslash = hasZero(word ^ repeated(UInt64(UInt8(ascii: "\\"))))
    return (isControl | isQuote | isBackslash) & repeated(0x80) != 0
  }

  /// A byte in all eight places of a word.
  private static func repeated(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// A word of which some byte has its highest bit set exactly where some byte of the given one is
  /// zero.
  private static func hasZero(_ word: UInt64) -> UInt64 { (word &- repeated(1)) & ~word }

  static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  static func writeEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    let letter: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter = byte
    case 0x08: letter = UInt8(ascii: "b")
    case 0x09: letter = UInt8(ascii: "t")
    case 0x0A: letter = UInt8(ascii: "n")
    case 0x0C: letter = UInt8(ascii: "f")
    case 0x0D: letter = UInt8(ascii: "r")
    case 0..<0x20:
      write("\\u00", to: &bytes)
      bytes.append(UInt8(ascii: "0") + (byte >> 4))
      bytes.append(hexDigit(byte & 15))
      return
    default:
      bytes.append(byte)
      return
    }
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(letter)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
