/// `text.format([values])` (cel-go `ext`, "Strings"): `%s %d %f %e %b %o %x %X %%`, the first three
/// letters of fractions taking a precision.
enum Format {
  static func apply(_ text: String, to values: [Value]) -> Value {
    var result = ""
    var rest = Array(text.unicodeScalars)[...]
    var next = 0
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        result += "%"
        continue
      }
      var precision: Int?
      if rest.first == "." {
        rest.removeFirst()
        var digits = 0
        while let digit = rest.first.flatMap({ UInt8(exactly: $0.value) }).flatMap(decimalDigit) {
          digits = min(10_000, digits * 10 + digit)
          rest.removeFirst()
        }
        precision = digits
      }
      guard let clause = rest.popFirst() else { return invalid("unexpected end of format string") }
      guard (precision ?? 0) <= 1000 else { return invalid("precision beyond 1000") }
      guard next < values.count else { return invalid("index \(next) out of range") }
      switch formatted(values[next], clause, precision) {
      case .string(let part): result += part
      case let failed: return failed
      }
      next += 1
      if result.utf8.count > Limits.valueSize {
        return .limitExceeded
      }
    }
    return .string(result)
  }

  private static func invalid(_ problem: String) -> Value {
    .failure(.invalidArgument, "error during formatting: \(problem)")
  }

  private static func formatted(
    _ value: Value, _ clause: Unicode.Scalar, _ precision: Int?
  ) -> Value {
    let text: String?
    switch clause {
    case "s": text = plain(value)
    case "d": text = decimal(value)
    case "f": text = double(value).map { fixedText($0, digits: precision ?? 6) }
    case "e": text = double(value).map { scientificText($0, digits: precision ?? 6) }
    case "b": text = binary(value)
    case "o": text = based(value, 8)
    case "x": text = hexadecimal(value, upper: false)
    case "X": text = hexadecimal(value, upper: true)
    default: return invalid("unrecognized formatting clause \"\(String(clause))\"")
    }
    let problem = "\"%\(String(clause))\" does not take a value of type \(value.type.runtimeName)"
    return text.map { .string($0) } ?? invalid(problem)
  }

  /// The text of a value for `%s`, or nil where it has none; a list or a map whose text grows
  /// beyond the limit is cut off, which the caller then refuses.
  private static func plain(_ value: Value) -> String? {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number): return positionalText(number)
    case .number(let number): return number.description
    case .string(let text): return text
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .timestamp(let point): return point.description
    case .duration(let span): return span.description
    case .type(let type): return type.runtimeName
    case .list(let list):
      var parts: [String] = []
      var size = 0
      for element in list where size <= Limits.valueSize {
        guard let part = plain(element) else { return nil }
        size += part.utf8.count + 1
        parts.append(part)
      }
      return "[" + parts.joined(separator: ", ") + "]"
    case .map(let map):
      var parts: [(key: String, value: String)] = []
      var size = 0
      for entry in map.entries where size <= Limits.valueSize {
        guard let key = plain(entry.key), let value = plain(entry.value) else { return nil }
        size += value.utf8.count + 1
        parts.append((key, value))
      }
      parts.sort { precedesByCodePoint($0.key, $1.key) }
      return "{" + parts.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    case .optional, .opaque, .error, .unknown: return nil
    }
  }

  private static func decimal(_ value: Value) -> String? {
    switch value {
    case .int, .uint, .double: plain(value)
    default: nil
    }
  }

  private static func double(_ value: Value) -> Double? {
    switch value {
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }

  private static func binary(_ value: Value) -> String? {
    if case .bool(let flag) = value { return flag ? "1" : "0" }
    return based(value, 2)
  }

  private static func based(_ value: Value, _ radix: Int) -> String? {
    switch value {
    case .int(let number): String(number, radix: radix)
    case .uint(let number): String(number, radix: radix)
    default: nil
    }
  }

  private static func hexadecimal(_ value: Value, upper: Bool) -> String? {
    switch value {
    case .int(let number): return String(number, radix: 16, uppercase: upper)
    case .uint(let number): return String(number, radix: 16, uppercase: upper)
    case .string(let text): return hexadecimal(.bytes(Array(text.utf8)), upper: upper)
    case .bytes(let bytes):
      var text = ""
      for byte in bytes {
        if byte < 16 { text += "0" }
        text += String(byte, radix: 16, uppercase: upper)
      }
      return text
    default: return nil
    }
  }
}
