/// A point in time from 0001-01-01T00:00:00Z to the end of the year 9999, to the nanosecond.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// Nanoseconds past `seconds`, from 0 to 999,999,999.
  public let nanoseconds: Int32

  /// Creates a point in time, or nil outside the years 1 to 9999.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard seconds >= -62_135_596_800, seconds <= 253_402_300_799 else { return nil }
    guard nanoseconds >= 0, nanoseconds < 1_000_000_000 else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// The earlier of two points comes first.
  public static func < (first: Timestamp, second: Timestamp) -> Bool {
    first.seconds != second.seconds
      ? first.seconds < second.seconds : first.nanoseconds < second.nanoseconds
  }

  /// The point a span later, or nil outside the range.
  public func advanced(by span: TimeSpan) -> Timestamp? {
    Timestamp(total: total + Int128(span.nanoseconds))
  }

  /// The point a span earlier, or nil outside the range.
  public func moved(back span: TimeSpan) -> Timestamp? {
    Timestamp(total: total - Int128(span.nanoseconds))
  }

  /// The span from another point to this one, or nil where it is beyond ``TimeSpan``.
  public func span(since other: Timestamp) -> TimeSpan? {
    guard let exact = Int64(exactly: total - other.total) else { return nil }
    return TimeSpan(nanoseconds: exact)
  }

  private var total: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

  private init?(total: Int128) {
    let (whole, rest) = floorDivision(total, 1_000_000_000)
    guard let seconds = Int64(exactly: whole) else { return nil }
    self.init(seconds: seconds, nanoseconds: Int32(rest))
  }
}

/// Quotient and remainder with the quotient rounded down, for a positive divisor.
func floorDivision<Number: BinaryInteger>(_ number: Number, _ divisor: Number) -> (Number, Number) {
  let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

extension Timestamp: CustomStringConvertible {
  /// Reads RFC 3339, such as `2025-06-30T17:00:00+07:00`, or nil for anything else.
  public init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[4] == 0x2D, bytes[7] == 0x2D,
      bytes[10] == 0x54 || bytes[10] == 0x74, bytes[13] == 0x3A, bytes[16] == 0x3A,
      let year = number(bytes, 0, 4), let month = number(bytes, 5, 2),
      let day = number(bytes, 8, 2), let hour = number(bytes, 11, 2),
      let minute = number(bytes, 14, 2), let second = number(bytes, 17, 2),
      (1...12).contains(month), day >= 1, day <= daysInMonth(month, year: year), hour <= 23,
      minute <= 59, second <= 59
    else { return nil }
    var index = 19
    var nanoseconds: Int32 = 0
    if bytes[index] == 0x2E {
      index += 1
      var scale: Int32 = 100_000_000
      let start = index
      while index < bytes.count, let digit = decimalDigit(bytes[index]) {
        nanoseconds += Int32(digit) * scale
        scale /= 10
        index += 1
      }
      guard index > start, index - start <= 9 else { return nil }
    }
    guard let offset = offset(bytes, at: index) else { return nil }
    let days = daysSinceEpoch(year: year, month: month, day: day)
    let clock = hour * 3600 + minute * 60 + second
    self.init(
      seconds: Int64(days) * 86_400 + Int64(clock) - Int64(offset), nanoseconds: nanoseconds)
  }

  /// The point in RFC 3339 in UTC, such as `2009-02-13T23:31:30.5Z`.
  public var description: String {
    let civil = CivilTime(self, offset: 0)
    return "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))T"
      + "\(padded(civil.hour, 2)):\(padded(civil.minute, 2)):\(padded(civil.second, 2))"
      + "\(fractionText(Int(nanoseconds)))Z"
  }
}

private func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
  guard start + count <= bytes.count else { return nil }
  var number = 0
  for byte in bytes[start..<start + count] {
    guard let digit = decimalDigit(byte) else { return nil }
    number = number * 10 + digit
  }
  return number
}

private func offset(_ bytes: [UInt8], at index: Int) -> Int? {
  guard index < bytes.count else { return nil }
  if bytes[index] == 0x5A || bytes[index] == 0x7A { return index + 1 == bytes.count ? 0 : nil }
  guard bytes[index] == 0x2B || bytes[index] == 0x2D, bytes.count == index + 6,
    bytes[index + 3] == 0x3A, let hours = number(bytes, index + 1, 2),
    let minutes = number(bytes, index + 4, 2), hours <= 23, minutes <= 59
  else { return nil }
  let offset = hours * 3600 + minutes * 60
  return bytes[index] == 0x2D ? -offset : offset
}

private func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
