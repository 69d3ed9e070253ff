/// An exact fraction of two 64-bit integers, always in lowest terms with a positive denominator.
///
/// Arithmetic goes through 128-bit intermediates; a result that does not fit is an error and never
/// wraps or rounds.
public struct Rational: Hashable, Sendable {
  /// The numerator, which carries the sign.
  public let numerator: Int64
  /// The denominator; greater than zero and without a common factor with the numerator.
  public let denominator: Int64

  /// Creates a whole number.
  public init(_ value: Int64) {
    numerator = value
    denominator = 1
  }

  /// Creates the fraction in lowest terms.
  ///
  /// Throws `divisionByZero` for a zero denominator, `overflow` where the canonical form does not
  /// fit (such as 1 over −2⁶³).
  public init(numerator: Int64, denominator: Int64) throws(NumberError) {
    try self.init(reducing: Int128(numerator), over: Int128(denominator))
  }

  /// Creates the number of a count of millionths, the unit of rounded points.
  public init(millionths: Int64) {
    let common = Int64(
      greatestCommonDivisor(UInt128(millionths.magnitude), UInt128(Self.million)))
    numerator = millionths / common
    denominator = Int64(Self.million) / common
  }

  init(reducing numerator: Int128, over denominator: Int128) throws(NumberError) {
    guard denominator != 0 else { throw .divisionByZero }
    let common = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let upper = numerator.magnitude / common
    let lower = denominator.magnitude / common
    guard let positive = Int64(exactly: lower) else { throw .overflow }
    if (numerator < 0) != (denominator < 0), upper == UInt128(Int64.min.magnitude) {
      self.numerator = Int64.min
    } else {
      guard let magnitude = Int64(exactly: upper) else { throw .overflow }
      self.numerator = (numerator < 0) != (denominator < 0) ? -magnitude : magnitude
    }
    self.denominator = positive
  }

  /// Nought.
  public static let zero = Rational(0)
  /// One.
  public static let one = Rational(1)
  static let million: Int128 = 1_000_000

  /// Whether the number is nought.
  public var isZero: Bool { numerator == 0 }
  /// Whether the number is whole.
  public var isWhole: Bool { denominator == 1 }
  /// −1, 0 or 1.
  public var sign: Int { Int(numerator.signum()) }
}

/// The greatest common divisor by Euclid; of zero and zero, one.
func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  var larger = first
  var smaller = second
  while smaller > UInt128(UInt64.max) || larger > UInt128(UInt64.max) {
    if smaller == 0 { return larger }
    (larger, smaller) = (smaller, larger % smaller)
  }
  // Most numbers are small, and 64-bit division is many times faster.
  var left = UInt64(larger)
  var right = UInt64(smaller)
  while right != 0 { (left, right) = (right, left % right) }
  return left == 0 ? 1 : UInt128(left)
}
