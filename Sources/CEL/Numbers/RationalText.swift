extension Rational {
  /// Reads a decimal exactly, such as `0.95`, `1e3`, `-2.50` or `.5`; no plus sign, no spaces.
  ///
  /// Nil where the text is malformed or the number does not fit two 64-bit integers.
  public init?(decimal text: String) {
    guard let decimal = Decimal(text) else { return nil }
    self.init(decimal)
  }

  /// Reads what `description` writes, `19/20` or `27`, or any decimal that `init(decimal:)` reads.
  public init?(text: String) {
    let bytes = Array(text.utf8)
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      self.init(decimal: text)
      return
    }
    let lower = bytes[(slash + 1)...]
    guard let first = lower.first, Decimal.isDigit(first), bytes[0] != UInt8(ascii: "+"),
      let numerator = Int64(String(decoding: bytes[..<slash], as: UTF8.self)),
      let denominator = Int64(String(decoding: lower, as: UTF8.self)), denominator > 0
    else { return nil }
    do throws(NumberError) {
      try self.init(numerator: numerator, denominator: denominator)
    } catch {
      return nil
    }
  }

  private init?(_ decimal: Decimal) {
    var digits = decimal.digits
    if digits.isEmpty {
      self = .zero
      return
    }
    var lower: UInt64 = 1
    if decimal.exponent >= 0 {
      guard digits.count + decimal.exponent <= 19 else { return nil }
      digits += [UInt8](repeating: 0, count: decimal.exponent)
    } else {
      // The digits do not end in 0, so either every 2 or every 5 of the power of ten stays below
      // the line: past 2⁶² nothing can fit.
      let places = -decimal.exponent
      guard places <= 62, digits.count <= 19 + places else { return nil }
      for factor: UInt64 in [2, 5] {
        for _ in 0..<places {
          if let quotient = exactQuotient(of: digits, by: factor) {
            digits = quotient
          } else {
            let (product, overflow) = lower.multipliedReportingOverflow(by: factor)
            if overflow { return nil }
            lower = product
          }
        }
      }
    }
    var upper: UInt64 = 0
    for digit in digits {
      let (product, first) = upper.multipliedReportingOverflow(by: 10)
      let (sum, second) = product.addingReportingOverflow(UInt64(digit))
      if first || second { return nil }
      upper = sum
    }
    let signed = decimal.isNegative ? -Int128(upper) : Int128(upper)
    do throws(NumberError) {
      try self.init(reducing: signed, over: Int128(lower))
    } catch {
      return nil
    }
  }

  /// The number as a decimal with a point, rounded half up (ties towards +∞) to at most
  /// `maximumDigits` places (0 to 18), without trailing zeros.
  public func decimalText(maximumDigits: Int) -> String {
    DecimalDigits(self, maximumDigits: maximumDigits).text
  }
}

extension Rational: CustomStringConvertible {
  /// The exact text, `19/20` or `27`; this is also the JSON form.
  public var description: String {
    denominator == 1 ? String(numerator) : String(numerator) + "/" + String(denominator)
  }
}

/// The parts of a decimal text: `±0.d₁d₂… × 10ⁿ` as digits without zeros at either end.
private struct Decimal {
  var isNegative = false
  var digits: [UInt8] = []
  var exponent = 0

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    if bytes.first == UInt8(ascii: "-") {
      isNegative = true
      index = 1
    }
    let wholeStart = index
    while index < bytes.count, Self.isDigit(bytes[index]) {
      digits.append(bytes[index] - 48)
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let pointEnd = index
      while index < bytes.count, Self.isDigit(bytes[index]) {
        digits.append(bytes[index] - 48)
        index += 1
      }
      guard index > pointEnd else { return nil }
      exponent = pointEnd - index
    } else if index == wholeStart {
      return nil
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      guard let power = Self.power(bytes[(index + 1)...]) else { return nil }
      exponent += power
      index = bytes.count
    }
    guard index == bytes.count else { return nil }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    digits = Array(digits.drop { $0 == 0 })
  }

  /// The exponent, held within ±10⁹, beyond which only zero could still be a number.
  private static func power(_ bytes: ArraySlice<UInt8>) -> Int? {
    var rest = bytes
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard !rest.isEmpty else { return nil }
    var power: Int64 = 0
    for byte in rest {
      guard isDigit(byte) else { return nil }
      power = min(power * 10 + Int64(byte - 48), 1_000_000_000)
    }
    return Int(isNegative ? -power : power)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}

/// The digits divided by `divisor`, or nil where something remains.
private func exactQuotient(of digits: [UInt8], by divisor: UInt64) -> [UInt8]? {
  var quotient: [UInt8] = []
  var remainder: UInt64 = 0
  for digit in digits {
    let value = remainder * 10 + UInt64(digit)
    if !quotient.isEmpty || value >= divisor { quotient.append(UInt8(value / divisor)) }
    remainder = value % divisor
  }
  return remainder == 0 ? quotient : nil
}
