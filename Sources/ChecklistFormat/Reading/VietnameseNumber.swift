import CEL
import InspectionCore

/// A number as Vietnamese documents write it: `1.431` is one thousand four hundred thirty-one,
/// `1,5` is one and a half, `95%` is a share, `30 triệu đồng` an amount of money.
struct VietnameseNumber {
  let value: Rational
  let style: FigureStyle

  enum Problem: Error {
    /// Not a number at all.
    case notANumber
    /// A dot that does not separate thousands: `0.95`.
    case decimalDot
    /// More than Int64 can hold.
    case tooLarge
  }

  init(_ text: String) throws(Problem) {
    if let count = VietnameseNumber.count(text) {
      value = Rational(count)
      style = .plain
      return
    }
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    var index = 0
    while index < scalars.count, isSpace(scalars[index]) { index += 1 }
    var digits = ""
    if index < scalars.count, scalars[index] == "-" || scalars[index] == "\u{2212}" {
      digits = "-"
      index += 1
    }
    let start = index
    while index < scalars.count,
      isDigit(scalars[index]) || scalars[index] == "." || scalars[index] == ","
    {
      index += 1
    }
    let figure = Array(scalars[start..<index])
    var words: [String] = []
    for word in scalars[index...].split(whereSeparator: isSpace) {
      words.append(String(String.UnicodeScalarView(word)).lowercased())
    }
    // What follows the digits first: `0.95 * staff.total` is no number with a wrong dot.
    guard let (scale, style) = VietnameseNumber.scale(words) else { throw .notANumber }
    digits += try VietnameseNumber.decimal(figure)
    guard let number = Rational(decimal: digits) else { throw .tooLarge }
    do throws(NumberError) {
      value = try number.multiplied(by: scale)
    } catch {
      throw .tooLarge
    }
    self.style = style
  }

  /// A whole number of digits in groups, `27` or `1.431`, which most figures are; nil for anything
  /// else, whether or not it is a number.
  private static func count(_ text: String) -> Int64? {
    guard (1...18).contains(text.utf8.count) else { return nil }
    var value: Int64 = 0
    var digits = 0
    var isGrouped = false
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        value = value * 10 + Int64(byte - 0x30)
        digits += 1
      } else {
        // The first group has one to three digits and no leading zero, the others have three.
        guard byte == 0x2E, isGrouped ? digits == 3 : (1...3).contains(digits),
          text.utf8.first != 0x30
        else { return nil }
        isGrouped = true
        digits = 0
      }
    }
    return isGrouped && digits != 3 ? nil : value
  }

  private static func decimal(_ scalars: [Unicode.Scalar]) throws(Problem) -> String {
    let text = String(String.UnicodeScalarView(scalars))
    let halves = text.split(separator: ",", omittingEmptySubsequences: false)
    guard halves.count <= 2, !text.isEmpty else { throw .notANumber }
    let groups = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty else { throw .notANumber }
    if groups.count > 1 {
      guard first.count <= 3, !first.hasPrefix("0"),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { throw .decimalDot }
    }
    let whole = groups.joined()
    guard halves.count == 2 else { return whole }
    guard !halves[1].isEmpty, !halves[1].contains(".") else { throw .notANumber }
    return whole + "." + halves[1]
  }

  /// What the words after the digits multiply by, and how the figure is written.
  private static func scale(_ words: [String]) -> (Rational, FigureStyle)? {
    var words = words[...]
    var scale = Rational(1)
    if words == ["%"], let hundredth = Rational(decimal: "0.01") { return (hundredth, .percent) }
    switch words.first {
    case "nghìn", "ngàn": scale = Rational(1000)
    case "triệu": scale = Rational(1_000_000)
    case "tỷ", "tỉ": scale = Rational(1_000_000_000)
    default: break
    }
    let isScaled = scale != Rational(1)
    if isScaled { words = words.dropFirst() }
    if words.isEmpty { return (scale, isScaled ? .money : .plain) }
    guard words.count == 1, let unit = words.first else { return nil }
    switch unit {
    case "đồng", "đ", "vnđ", "vnd", "₫": return (scale, .money)
    default: return nil
    }
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x30 && scalar.value <= 0x39
}

/// Spaces, those included that Word puts so that a figure stays on one line.
private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{202F}"
}
