/// The exact decimal digits of a finite double: every double is a decimal fraction of finite length.
struct DecimalExpansion {
  /// The digits without leading zeros, the most significant first; empty for zero.
  private(set) var digits: [UInt8] = []
  /// The number of digits before the decimal point; negative where zeros follow the point.
  private(set) var point = 0

  init(_ number: Double) {
    guard number.isFinite, number != 0 else { return }
    var significand = number.magnitude.significandBitPattern
    var exponent = -1074
    if number.isNormal {
      significand |= 1 << 52
      exponent = Int(number.exponent) - 52
    }
    var whole: [UInt8] = []
    while significand > 0 {
      whole.append(UInt8(significand % 10))
      significand /= 10
    }
    digits = Array(whole.reversed())
    point = digits.count
    while exponent > 0 {
      double()
      exponent -= 1
    }
    while exponent < 0 {
      halve()
      exponent += 1
    }
  }

  private mutating func double() {
    var carry: UInt8 = 0
    for index in digits.indices.reversed() {
      let value = digits[index] * 2 + carry
      digits[index] = value % 10
      carry = value / 10
    }
    if carry > 0 {
      digits.insert(carry, at: 0)
      point += 1
    }
  }

  private mutating func halve() {
    var rest: UInt8 = 0
    for index in digits.indices {
      let value = rest * 10 + digits[index]
      digits[index] = value / 2
      rest = value % 2
    }
    if rest > 0 { digits.append(5) }
    if digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
    while digits.last == 0 { digits.removeLast() }
  }

  /// Keeps `count` digits, rounding half to even as IEEE 754 does.
  mutating func round(to count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let isUp: Bool
    if digits[count] == 5, count + 1 == digits.count {
      isUp = count > 0 && digits[count - 1] % 2 == 1
    } else {
      isUp = digits[count] >= 5
    }
    digits.removeLast(digits.count - count)
    guard isUp else { return }
    var index = count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }

  /// The digit at a place counted from the first, zero beyond both ends.
  func digit(_ place: Int) -> Unicode.Scalar {
    Unicode.Scalar(0x30 + (digits.indices.contains(place) ? digits[place] : 0))
  }
}

/// A double with a fixed number of decimals, as `%.2f` writes it.
func fixedText(_ number: Double, digits count: Int) -> String {
  guard number.isFinite else { return doubleText(number) }
  var expansion = DecimalExpansion(number)
  expansion.round(to: expansion.point + count)
  var text = number.sign == .minus ? "-" : ""
  for place in 0..<max(1, expansion.point) {
    text.unicodeScalars.append(
      expansion.point > 0 ? expansion.digit(place) : "0")
  }
  if count > 0 { text += "." }
  for place in 0..<count { text.unicodeScalars.append(expansion.digit(expansion.point + place)) }
  return text
}

/// A double with one digit before the point and an exponent, as `%.2e` writes it.
func scientificText(_ number: Double, digits count: Int) -> String {
  guard number.isFinite else { return doubleText(number) }
  var expansion = DecimalExpansion(number)
  expansion.round(to: count + 1)
  var text = number.sign == .minus ? "-" : ""
  for place in 0...count {
    if place == 1 { text += "." }
    text.unicodeScalars.append(expansion.digit(place))
  }
  let exponent = number == 0 ? 0 : expansion.point - 1
  let magnitude = exponent.magnitude
  return text + "e" + (exponent < 0 ? "-" : "+") + (magnitude < 10 ? "0" : "") + "\(magnitude)"
}
