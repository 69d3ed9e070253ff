/// A span of time to the nanosecond, some 292 years either way.
///
/// The range is that of Int64 nanoseconds, as in cel-go, on which the conformance tests rest.
public struct TimeSpan: Hashable, Comparable, Sendable {
  /// The whole length in nanoseconds.
  public let nanoseconds: Int64

  /// Creates a span of nanoseconds.
  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// Creates a span of whole seconds, or nil beyond the range.
  public init?(seconds: Int64) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflow else { return nil }
    nanoseconds = product
  }

  /// The shorter of two spans comes first.
  public static func < (first: TimeSpan, second: TimeSpan) -> Bool {
    first.nanoseconds < second.nanoseconds
  }

  /// Reads `1h30m`, `-1.5s`, `250ms` (units h, m, s, ms, us, µs, ns), or nil for anything else.
  public init?(text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    var negative = false
    if let sign = bytes.first, sign == 0x2D || sign == 0x2B {
      negative = sign == 0x2D
      index = 1
    }
    if bytes.count == index + 1, bytes[index] == 0x30 {
      self.init(nanoseconds: 0)
      return
    }
    var total: Int128 = 0
    guard index < bytes.count else { return nil }
    while index < bytes.count {
      guard let part = TimeSpan.part(of: bytes, at: &index) else { return nil }
      total += part
      guard total <= Int128(UInt64.max) else { return nil }
    }
    guard let exact = Int64(exactly: negative ? -total : total) else { return nil }
    self.init(nanoseconds: exact)
  }

  private static func part(of bytes: [UInt8], at index: inout Int) -> Int128? {
    var whole: Int128 = 0
    var digits = 0
    while index < bytes.count, let digit = decimalDigit(bytes[index]) {
      guard whole < Int128(UInt64.max) else { return nil }
      whole = whole * 10 + Int128(digit)
      digits += 1
      index += 1
    }
    var fraction: [UInt8] = []
    if index < bytes.count, bytes[index] == 0x2E {
      index += 1
      while index < bytes.count, let digit = decimalDigit(bytes[index]) {
        fraction.append(UInt8(digit))
        digits += 1
        index += 1
      }
    }
    guard digits > 0, let unit = unit(of: bytes, at: &index) else { return nil }
    var part = whole * unit
    var scale = unit
    for digit in fraction {
      scale /= 10
      part += Int128(digit) * scale
      if scale == 0 { break }
    }
    return part
  }

  private static func unit(of bytes: [UInt8], at index: inout Int) -> Int128? {
    let rest = bytes[index...]
    // "ms" before "m", "µs" in both of its code points.
    let units: [(text: String, nanoseconds: Int128)] = [
      ("ns", 1), ("us", 1000), ("\u{B5}s", 1000), ("\u{3BC}s", 1000), ("ms", 1_000_000),
      ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ]
    for unit in units where rest.starts(with: unit.text.utf8) {
      index += unit.text.utf8.count
      return unit.nanoseconds
    }
    return nil
  }
}

extension TimeSpan: CustomStringConvertible {
  /// The span in seconds, such as `90s` or `-0.5s`.
  public var description: String {
    let magnitude = nanoseconds.magnitude
    let whole = magnitude / 1_000_000_000
    let fraction = fractionText(Int(magnitude % 1_000_000_000))
    return (nanoseconds < 0 ? "-" : "") + "\(whole)\(fraction)s"
  }
}

/// Nanoseconds as a decimal fraction with its point, without trailing zeros; empty for zero.
func fractionText(_ nanoseconds: Int) -> String {
  guard nanoseconds > 0 else { return "" }
  var digits = Array(String(nanoseconds + 1_000_000_000).utf8.dropFirst())
  while digits.last == 0x30 { digits.removeLast() }
  return "." + String(decoding: digits, as: UTF8.self)
}

/// The value of an ASCII decimal digit.
func decimalDigit(_ byte: UInt8) -> Int? {
  byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil
}
