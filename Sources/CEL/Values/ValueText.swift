extension Value {
  /// The value as an expression that gives it: `"a\n"`, `2u`, `[1, 2.0]`, `timestamp("…")`.
  ///
  /// Exact numbers are written as their text, errors as `error("…")`, unknowns as `unknown(a, b)`.
  /// A text beyond some million bytes ends in `…`.
  public var literal: String {
    var writer = LiteralWriter(limit: Limits.sourceBytes)
    writer.write(self)
    return writer.text
  }

  /// The value as it stands in a message: short, and a string without its quotes.
  var plainText: String {
    if case .string(let text) = self { return shortened(text) }
    var writer = LiteralWriter(limit: 100)
    writer.write(self)
    return writer.text
  }
}

/// Writes values as expressions up to a limit: lists that hold one list many times over are small
/// in memory and endless in print.
private struct LiteralWriter {
  private(set) var text = ""
  let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  private mutating func isFull() -> Bool {
    guard text.utf8.count > limit else { return false }
    if !text.hasSuffix("…") { text += "…" }
    return true
  }

  mutating func write(_ value: Value) {
    switch value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .int(let number): text += String(number)
    case .uint(let number): text += "\(number)u"
    case .double(let number): text += doubleLiteral(number)
    case .string(let string): text += quoted(string)
    case .bytes(let bytes): text += quoted(bytes)
    case .list(let list):
      text += "["
      for (index, element) in list.enumerated() {
        if isFull() { return }
        if index > 0 { text += ", " }
        write(element)
      }
      text += "]"
    case .map(let map):
      text += "{"
      for (index, entry) in map.entries.enumerated() {
        if isFull() { return }
        if index > 0 { text += ", " }
        write(entry.key)
        text += ": "
        write(entry.value)
      }
      text += "}"
    case .timestamp(let point): text += "timestamp(\"\(point.description)\")"
    case .duration(let span): text += "duration(\"\(span.description)\")"
    case .type(let type): text += type.runtimeName
    case .optional(nil): text += "optional.none()"
    case .optional(let inner?):
      text += "optional.of("
      write(inner)
      text += ")"
    case .number(let number): text += number.description
    case .opaque(let value): text += value.literal
    case .error(let error): text += "error(\(quoted(error.message)))"
    case .unknown(let set):
      text += "unknown(" + set.attributes.map { $0.description }.joined(separator: ", ") + ")"
    }
  }
}

/// A text between quotes, with escapes where CEL needs them.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    default:
      if scalar.value < 0x20 || scalar.value == 0x7F {
        result += "\\x" + hexadecimal(scalar.value, digits: 2)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}

private func quoted(_ bytes: [UInt8]) -> String {
  var result = "b\""
  for byte in bytes {
    if byte >= 0x20, byte < 0x7F, byte != 0x22, byte != 0x5C {
      result.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      result += "\\x" + hexadecimal(UInt32(byte), digits: 2)
    }
  }
  return result + "\""
}

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

private func doubleLiteral(_ number: Double) -> String {
  let text = doubleText(number)
  guard number.isFinite else { return "double(\"\(text)\")" }
  let isDecimal = text.utf8.contains { $0 == 0x2E || $0 == 0x65 }
  return isDecimal ? text : text + ".0"
}

/// A double as `string(double)` gives it: the fewest digits that read back as the same double, in
/// exponent form below 1e-4 and from 1e6 where digits allow, which is cel-go's form.
func doubleText(_ number: Double) -> String {
  if number.isNaN { return "NaN" }
  if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
  let sign = number.sign == .minus ? "-" : ""
  if number == 0 { return sign + "0" }
  let (digits, exponent) = shortestDigits(of: number.magnitude)
  if exponent < -4 || exponent >= 6 {
    var text = sign + String(decoding: digits[..<1], as: UTF8.self)
    if digits.count > 1 { text += "." + String(decoding: digits[1...], as: UTF8.self) }
    let magnitude = exponent.magnitude
    return text + "e" + (exponent < 0 ? "-" : "+") + (magnitude < 10 ? "0" : "") + "\(magnitude)"
  }
  return positionalText(number)
}

/// A double with the fewest digits that read back as the same double, without an exponent.
func positionalText(_ number: Double) -> String {
  guard number.isFinite, number != 0 else { return doubleText(number) }
  let sign = number.sign == .minus ? "-" : ""
  let (digits, exponent) = shortestDigits(of: number.magnitude)
  if exponent < 0 {
    return sign + "0." + String(repeating: "0", count: -exponent - 1)
      + String(decoding: digits, as: UTF8.self)
  }
  if digits.count <= exponent + 1 {
    return sign + String(decoding: digits, as: UTF8.self)
      + String(repeating: "0", count: exponent + 1 - digits.count)
  }
  return sign + String(decoding: digits[...exponent], as: UTF8.self) + "."
    + String(decoding: digits[(exponent + 1)...], as: UTF8.self)
}

/// The significant digits of a positive double and the power of ten of the first.
private func shortestDigits(of number: Double) -> (digits: [UInt8], exponent: Int) {
  var digits: [UInt8] = []
  var point: Int?
  var exponent = 0
  var isExponent = false
  var isNegative = false
  for byte in number.description.utf8 {
    switch byte {
    case 0x2E: point = digits.count
    case 0x65: isExponent = true
    case 0x2D: isNegative = true
    case 0x2B: break
    default:
      if isExponent {
        exponent = exponent * 10 + Int(byte) - 0x30
      } else {
        digits.append(byte)
      }
    }
  }
  var first = (point ?? digits.count) - 1 + (isNegative ? -exponent : exponent)
  while digits.count > 1, digits.first == 0x30 {
    digits.removeFirst()
    first -= 1
  }
  while digits.count > 1, digits.last == 0x30 { digits.removeLast() }
  return (digits, first)
}
