/// Rounding and roots of doubles in Swift alone: the standard library's own call the C library's
/// mathematics, which a module without Foundation does not link.
enum Rounding: Sendable {
  case up
  case down
  case nearest
  case toZero

  /// The whole number in the rule's direction; halves go away from zero.
  func apply(_ number: Double) -> Double {
    // From 2⁵² on every double is whole; NaN and the infinities stay as they are.
    guard number.magnitude < 0x1p52 else { return number }
    let whole = Double(signOf: number, magnitudeOf: Double(Int64(number.magnitude)))
    let step = Double(signOf: number, magnitudeOf: 1)
    switch self {
    case .up: return whole < number ? whole + 1 : whole
    case .down: return whole > number ? whole - 1 : whole
    case .nearest: return (number - whole).magnitude >= 0.5 ? whole + step : whole
    case .toZero: return whole
    }
  }
}

/// The square root, rounded to the nearest double; NaN for a negative number.
func squareRoot(_ number: Double) -> Double {
  guard number > 0, number.isFinite else { return number < 0 ? .nan : number }
  var exponent = -1074
  var significand = UInt128(number.significandBitPattern)
  if number.isNormal {
    significand |= 1 << 52
    exponent = Int(number.exponent) - 52
  }
  // The root of a significand of 110 or 111 bits has more bits than a double, whose last, together
  // with whether there is a remainder, decide the rounding.
  let shift = significand.leadingZeroBitCount - 17
  significand <<= UInt128(shift)
  exponent -= shift
  if exponent % 2 != 0 {
    significand <<= 1
    exponent -= 1
  }
  var root: UInt128 = 0
  var bit: UInt128 = 1 << 55
  while bit > 0 {
    let larger = root | bit
    if larger * larger <= significand { root = larger }
    bit >>= 1
  }
  if root * root != significand { root |= 1 }
  return Double(UInt64(root)) * power(of: exponent / 2)
}

/// Two to a power within the range of normal doubles.
private func power(of exponent: Int) -> Double {
  Double(sign: .plus, exponentBitPattern: UInt(exponent + 1023), significandBitPattern: 0)
}
