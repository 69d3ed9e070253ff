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
