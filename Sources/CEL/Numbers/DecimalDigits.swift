/// A number rounded to a decimal, as digits that are not yet a text: whoever writes it chooses the
/// signs between them.
public struct DecimalDigits: Sendable {
  /// The most letters a number takes with its signs.
  public static let mostLetters = 64

  private static let capacity = 40
  /// Digits of ASCII up to the end.
  private var digits = InlineArray<40, UInt8>(repeating: UInt8(ascii: "0"))
  private var start = DecimalDigits.capacity
  /// How many of the digits come after the point.
  private var fraction: Int
  private let isNegative: Bool

  /// The digits of a number, rounded half up (ties towards +∞), without zeros at the end.
  ///
  /// - Parameters:
  ///   - maximumDigits: the most places after the point, 0 to 18, of a percentage 0 to 16.
  ///   - isPercentage: whether a hundred times the number is meant.
  public init(_ value: Rational, maximumDigits: Int, isPercentage: Bool = false) {
    let places = min(max(maximumDigits, 0), isPercentage ? 16 : 18)
    // The point of a percentage is moved afterwards, so that nothing overflows.
    let scaled = value.rounded(places: isPercentage ? places + 2 : places)
    isNegative = scaled < 0
    fraction = places
    if let short = UInt64(exactly: scaled.magnitude) {
      put(short)
    } else {
      put(scaled.magnitude)
    }
  }

  /// The digits of a whole number of millionths.
  public init(millionths: Int64) {
    isNegative = millionths < 0
    fraction = 6
    put(millionths.magnitude)
  }

  /// Puts down the digits of a number from the last to the first.
  @inline(__always)
  private mutating func put<Magnitude: FixedWidthInteger & UnsignedInteger>(_ magnitude: Magnitude)
  {
    var rest = magnitude
    while fraction > 0 {
      let (less, digit) = rest.quotientAndRemainder(dividingBy: 10)
      if digit != 0 { break }
      rest = less
      fraction -= 1
    }
    while rest > 0 || DecimalDigits.capacity - start <= fraction {
      let (less, digit) = rest.quotientAndRemainder(dividingBy: 10)
      start -= 1
      digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = less
    }
  }

  /// Writes the number.
  ///
  /// - Parameters:
  ///   - room: where to, ``mostLetters`` letters at the least.
  ///   - group: what stands between groups of three digits before the point; nil for nothing.
  ///   - point: what stands for the decimal point.
  /// - Returns: how many letters were written.
  public func write(
    to room: UnsafeMutableBufferPointer<UInt8>, group: UInt8? = nil,
    point: UInt8 = UInt8(ascii: ".")
  ) -> Int {
    var count = 0
    if isNegative {
      room[count] = UInt8(ascii: "-")
      count += 1
    }
    let end = DecimalDigits.capacity - fraction
    for place in start..<end {
      if let group, place > start, (end - place) % 3 == 0 {
        room[count] = group
        count += 1
      }
      room[count] = digits[place]
      count += 1
    }
    guard fraction > 0 else { return count }
    room[count] = point
    count += 1
    for place in end..<DecimalDigits.capacity {
      room[count] = digits[place]
      count += 1
    }
    return count
  }

  /// The number with a point and without groups.
  public var text: String {
    String(unsafeUninitializedCapacity: DecimalDigits.mostLetters) { write(to: $0) }
  }
}
