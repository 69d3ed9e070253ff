extension Rational {
  /// The sum; throws `overflow`.
  public func adding(_ other: Rational) throws(NumberError) -> Rational {
    if denominator == 1, other.denominator == 1 {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      if overflow { throw .overflow }
      return Rational(sum)
    }
    return try Rational(
      reducing: cross(self, other) + cross(other, self), over: lowerProduct(self, other))
  }

  /// The difference; throws `overflow`.
  public func subtracting(_ other: Rational) throws(NumberError) -> Rational {
    if denominator == 1, other.denominator == 1 {
      let (difference, overflow) = numerator.subtractingReportingOverflow(other.numerator)
      if overflow { throw .overflow }
      return Rational(difference)
    }
    return try Rational(
      reducing: cross(self, other) - cross(other, self), over: lowerProduct(self, other))
  }

  /// The product; throws `overflow`.
  public func multiplied(by other: Rational) throws(NumberError) -> Rational {
    try Rational(
      reducing: Int128(numerator) * Int128(other.numerator), over: lowerProduct(self, other))
  }

  /// The quotient; throws `divisionByZero` or `overflow`.
  public func divided(by other: Rational) throws(NumberError) -> Rational {
    try Rational(reducing: cross(self, other), over: cross(other, self))
  }

  /// The number with the opposite sign; throws `overflow` for −2⁶³.
  public func negated() throws(NumberError) -> Rational {
    try Rational.zero.subtracting(self)
  }

  /// The number in whole millionths, rounded half up: a tie goes towards +∞, so −0.0000005 gives 0.
  ///
  /// Throws `overflow` beyond Int64 millionths.
  public func millionths() throws(NumberError) -> Int64 {
    guard let rounded = Int64(exactly: rounded(scale: Self.million)) else { throw .overflow }
    return rounded
  }

  /// The whole number nearest to `self × scale`, ties towards +∞; `scale` up to 10¹⁸.
  func rounded(scale: Int128) -> Int128 {
    let doubled = 2 * Int128(numerator) * scale + Int128(denominator)
    let divisor = 2 * Int128(denominator)
    let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The whole number nearest to the number times a power of ten, 0 to 18, ties towards +∞.
  func rounded(places: Int) -> Int128 {
    var scale: Int64 = 1
    for _ in 0..<places { scale *= 10 }
    // Most numbers are small, and words of 64 bits many times as fast.
    let (doubled, isLarge) = numerator.multipliedReportingOverflow(by: 2 * scale)
    let (sum, isLarger) = doubled.addingReportingOverflow(denominator)
    let (divisor, isLargest) = denominator.multipliedReportingOverflow(by: 2)
    if isLarge || isLarger || isLargest { return rounded(scale: Int128(scale)) }
    let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: divisor)
    return Int128(remainder < 0 ? quotient - 1 : quotient)
  }
}

extension Rational: Comparable {
  /// Compares exactly, by 128-bit cross products.
  public static func < (first: Rational, second: Rational) -> Bool {
    cross(first, second) < cross(second, first)
  }
}

/// One numerator times the other denominator; below 2¹²⁶ in magnitude, so that two of them add.
private func cross(_ upper: Rational, _ lower: Rational) -> Int128 {
  Int128(upper.numerator) * Int128(lower.denominator)
}

private func lowerProduct(_ first: Rational, _ second: Rational) -> Int128 {
  Int128(first.denominator) * Int128(second.denominator)
}
