extension Value {
  /// The value as an expression that gives it: `"a\n"`, `2u`, `[1, 2.0]`, `timestamp("…")`.
  ///
  /// Exact numbers are written as their text, errors as `error("…")`, unknowns as `unknown(a, b)`.
  public var literal: String {
    switch self {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return String(number)
    case .uint(let number): return "\(number)u"
    case .double(let number): return doubleLiteral(number)
    case .string(let text): return quoted(text)
    case .bytes(let bytes): return quoted(bytes)
    case .list(let list):
      return "[" + list.map { $0.literal }.joined(separator: ", ") + "]"
    case .map(let map):
      let entries = map.entries.map { "\($0.key.literal): \($0.value.literal)" }
      return "{" + entries.joined(separator: ", ") + "}"
    case .timestamp(let point): return "timestamp(\"\(point.description)\")"
    case .duration(let span): return "duration(\"\(span.description)\")"
    case .type(let type): return type.runtimeName
    case .optional(nil): return "optional.none()"
    case .optional(let inner?): return "optional.of(\(inner.literal))"
    case .number(let number): return number.description
    case .error(let error): return "error(\(quoted(error.message)))"
    case .unknown(let set):
      return "unknown(" + set.attributes.map { $0.description }.joined(separator: ", ") + ")"
    }
  }

  /// The value as it stands in a message: a string without its quotes.
  var plainText: String {
    if case .string(let text) = self { shortened(text) } else { literal }
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
