import Diagnostics

extension Lexer {
  /// Reads an integer, an unsigned integer or a decimal number.
  mutating func readNumber() {
    let start = index
    if bytes[index] == 0x30, let x = byte(at: index + 1), x == 0x78 || x == 0x58,
      byte(at: index + 2).map({ hexDigit($0) != nil }) ?? false
    {
      index += 2
      while let digit = byte(at: index), hexDigit(digit) != nil { index += 1 }
      appendInteger(digits: SourceRange(start + 2, index), radix: 16, from: start)
      return
    }
    skipDigits()
    var isDecimal = false
    if byte(at: index) == 0x2E, isDigit(at: index + 1) {
      isDecimal = true
      index += 1
      skipDigits()
    }
    if let exponent = byte(at: index), exponent == 0x65 || exponent == 0x45 {
      let sign = byte(at: index + 1)
      let digits = sign == 0x2B || sign == 0x2D ? index + 2 : index + 1
      if isDigit(at: digits) {
        isDecimal = true
        index = digits
        skipDigits()
      }
    }
    guard isDecimal else {
      appendInteger(digits: SourceRange(start, index), radix: 10, from: start)
      return
    }
    let text = source.text(of: SourceRange(start, index))
    // Double reads "5.0" but not ".5".
    if let value = Double(text.utf8.first == 0x2E ? "0" + text : text) {
      append(.decimal(value, text: text), from: start)
    } else {
      report(.numberRange(text), SourceRange(start, index))
      append(.wrong, from: start)
    }
  }

  private mutating func appendInteger(digits: SourceRange, radix: UInt64, from start: Int) {
    var value: UInt64 = 0
    var overflow = false
    for byte in bytes[digits.lower..<digits.upper] {
      let digit = UInt64(hexDigit(byte) ?? 0)
      let product = value.multipliedReportingOverflow(by: radix)
      let sum = product.partialValue.addingReportingOverflow(digit)
      overflow = overflow || product.overflow || sum.overflow
      value = sum.partialValue
    }
    let isUnsigned = byte(at: index) == 0x75 || byte(at: index) == 0x55
    if isUnsigned { index += 1 }
    if overflow {
      let range = SourceRange(start, index)
      report(.numberRange(shortened(source.text(of: range))), range)
      append(.wrong, from: start)
    } else {
      append(isUnsigned ? .uint(value) : .int(magnitude: value), from: start)
    }
  }

  private mutating func skipDigits() {
    while isDigit(at: index) { index += 1 }
  }

  private func isDigit(at offset: Int) -> Bool {
    guard let byte = byte(at: offset) else { return false }
    return decimalDigit(byte) != nil
  }
}

/// A text of the user's for use in a message, cut after forty code points.
func shortened(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard scalars.count > 40 else { return text }
  return String(String.UnicodeScalarView(scalars.prefix(40))) + "…"
}

/// The value of an ASCII hexadecimal digit.
func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte) - 0x30
  case 0x41...0x46: UInt32(byte) - 0x41 + 10
  case 0x61...0x66: UInt32(byte) - 0x61 + 10
  default: nil
  }
}
