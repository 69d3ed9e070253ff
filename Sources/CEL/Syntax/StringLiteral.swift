import Diagnostics

extension Lexer {
  /// Reads a string or bytes literal whose prefix letters have been looked at.
  mutating func readString(prefix: Int, raw: Bool, isBytes: Bool) {
    let start = index
    index += prefix
    let quote = bytes[index]
    let isTriple = byte(at: index + 1) == quote && byte(at: index + 2) == quote
    index += isTriple ? 3 : 1
    var content: [UInt8] = []
    var isWrong = false
    while let byte = byte(at: index) {
      if closes(quote, isTriple) {
        index += isTriple ? 3 : 1
        finish(content, from: start, isBytes: isBytes, isWrong: isWrong)
        return
      }
      if !isTriple, byte == 0x0A || byte == 0x0D { break }
      if byte == 0x5C, !raw {
        let escape = index
        if !readEscape(into: &content, isBytes: isBytes) {
          isWrong = true
          index = max(index, escape + 1)
          let range = SourceRange(escape, min(escape + 2, bytes.count))
          report(.badEscape(source.text(of: range)), range)
        }
      } else {
        content.append(byte)
        index += 1
      }
    }
    report(.unterminatedString, SourceRange(start, index))
    append(.wrong, from: start)
  }

  private func closes(_ quote: UInt8, _ isTriple: Bool) -> Bool {
    guard byte(at: index) == quote else { return false }
    return !isTriple || byte(at: index + 1) == quote && byte(at: index + 2) == quote
  }

  private mutating func finish(_ content: [UInt8], from start: Int, isBytes: Bool, isWrong: Bool) {
    if isWrong {
      append(.wrong, from: start)
    } else if isBytes {
      append(.bytes(content), from: start)
    } else if let text = String(validating: content, as: UTF8.self) {
      append(.string(text), from: start)
    } else {
      report(.notUTF8, SourceRange(start, index))
      append(.wrong, from: start)
    }
  }

  /// Reads an escape after its backslash; false leaves a place that is not one.
  private mutating func readEscape(into content: inout [UInt8], isBytes: Bool) -> Bool {
    guard let letter = byte(at: index + 1) else { return false }
    if let byte = plainEscape(letter) {
      index += 2
      content.append(byte)
      return true
    }
    switch letter {
    case 0x78, 0x58:
      return readCode(digits: 2, skip: 2, radix: 16, into: &content, isBytes: isBytes)
    case 0x75 where !isBytes:
      return readCode(digits: 4, skip: 2, radix: 16, into: &content, isBytes: false)
    case 0x55 where !isBytes:
      return readCode(digits: 8, skip: 2, radix: 16, into: &content, isBytes: false)
    case 0x30...0x33:
      return readCode(digits: 3, skip: 1, radix: 8, into: &content, isBytes: isBytes)
    default: return false
    }
  }

  /// Reads the digits of a code; in a string it is a code point, in bytes a byte.
  private mutating func readCode(
    digits: Int, skip: Int, radix: UInt32, into content: inout [UInt8], isBytes: Bool
  ) -> Bool {
    var code: UInt32 = 0
    for offset in 0..<digits {
      guard let byte = byte(at: index + skip + offset), let digit = hexDigit(byte), digit < radix
      else { return false }
      code = code &* radix &+ digit
    }
    if isBytes {
      guard let byte = UInt8(exactly: code) else { return false }
      content.append(byte)
    } else {
      guard let scalar = Unicode.Scalar(code) else { return false }
      content.append(contentsOf: Array(String(scalar).utf8))
    }
    index += skip + digits
    return true
  }
}

/// The byte that a backslash and one letter stand for.
private func plainEscape(_ letter: UInt8) -> UInt8? {
  switch letter {
  case 0x61: 0x07
  case 0x62: 0x08
  case 0x66: 0x0C
  case 0x6E: 0x0A
  case 0x72: 0x0D
  case 0x74: 0x09
  case 0x76: 0x0B
  case 0x5C, 0x3F, 0x22, 0x27, 0x60: letter
  default: nil
  }
}
