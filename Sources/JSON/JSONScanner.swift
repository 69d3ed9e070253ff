import Diagnostics

/// Reads the scalars of a JSON text: literals, numbers and strings.
struct JSONScanner {
  let bytes: [UInt8]
  private(set) var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The byte to be read next, or nil at the end.
  var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func advance() { index += 1 }

  mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    index += 1
    return true
  }

  mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  func error(_ problem: JSONProblem, at offset: Int? = nil) -> JSONError {
    JSONError(problem, at: offset ?? index, in: bytes)
  }

  func unexpected(_ wanted: LocalizedText) -> JSONError {
    error(byte == nil ? .end : .character(wanted: wanted))
  }

  mutating func scalar() throws(JSONError) -> JSONValue {
    switch byte {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"):
      try literal("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try literal("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try literal("null")
      return .null
    case .some(let byte) where byte == UInt8(ascii: "-") || byte >= 0x30 && byte <= 0x39:
      return try number()
    default: throw unexpected(LocalizedText(vi: "một giá trị JSON", en: "a JSON value"))
    }
  }

  private mutating func literal(_ word: String) throws(JSONError) {
    for wanted in word.utf8 {
      guard take(wanted) else { throw unexpected(LocalizedText(same: "\"\(word)\"")) }
    }
  }
}

// MARK: Numbers

extension JSONScanner {
  private mutating func digits() -> Int {
    let start = index
    while let byte, byte >= 0x30, byte <= 0x39 { index += 1 }
    return index - start
  }

  private mutating func requireDigits() throws(JSONError) {
    guard digits() > 0 else { throw error(byte == nil ? .end : .number) }
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    var isWhole = true
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      guard digits() == 0 else { throw error(.number, at: start) }
    } else {
      try requireDigits()
    }
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try requireDigits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      isWhole = false
      advance()
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try requireDigits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole {
      guard let value = Int64(text), value.magnitude <= JSONValue.largestInteger.magnitude else {
        throw error(.integer, at: start)
      }
      return .integer(value)
    }
    guard let value = Double(text), value.isFinite else { throw error(.infinite, at: start) }
    guard !isSpelledBeyondLargestInteger(value) else { throw error(.integer, at: start) }
    return .number(value)
  }
}

// MARK: Strings

extension JSONScanner {
  /// The string that begins here, with its quotation mark.
  mutating func string() throws(JSONError) -> String {
    advance()
    var text: [UInt8] = []
    var plainStart = index
    while true {
      guard let byte else { throw error(.end) }
      switch byte {
      case UInt8(ascii: "\""):
        let rest = bytes[plainStart..<index]
        advance()
        if text.isEmpty { return String(decoding: rest, as: UTF8.self) }
        return String(decoding: text + rest, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[plainStart..<index]
        try appendEscape(to: &text)
        plainStart = index
      case 0..<0x20: throw error(.control)
      case 0x20..<0x80: advance()
      default: index += try sequenceLength()
      }
    }
  }

  /// The length of the well-formed UTF-8 sequence that begins here (Unicode, table 3-7).
  private func sequenceLength() throws(JSONError) -> Int {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[index] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw error(.utf8)
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else {
      throw error(.utf8)
    }
    for place in (index + 2)..<(index + max(2, length)) where bytes[place] & 0xC0 != 0x80 {
      throw error(.utf8)
    }
    return length
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(JSONError) {
    let start = index
    advance()
    guard let letter = byte else { throw error(.end) }
    advance()
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "u"):
      var code = try hexDigits(escape: start)
      if code >= 0xD800, code < 0xDC00 {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
          throw byte == nil ? error(.end) : error(.surrogate, at: start)
        }
        let low = try hexDigits(escape: start)
        guard low >= 0xDC00, low < 0xE000 else { throw error(.surrogate, at: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw error(.surrogate, at: start) }
      text += Array(String(Character(scalar)).utf8)
    default: throw error(.escape, at: start)
    }
  }

  private mutating func hexDigits(escape start: Int) throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      switch byte {
      case .some(let digit) where digit >= 0x30 && digit <= 0x39:
        code = code << 4 | UInt32(digit - 0x30)
      case .some(let digit) where digit | 0x20 >= 0x61 && digit | 0x20 <= 0x66:
        code = code << 4 | UInt32(digit | 0x20 - 0x61 + 10)
      case nil: throw error(.end)
      default: throw error(.escape, at: start)
      }
      advance()
    }
    return code
  }
}
