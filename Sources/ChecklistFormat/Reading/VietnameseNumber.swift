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
    if let simple = text.utf8.withContiguousStorageIfAvailable({ VietnameseNumber(simple: $0) }),
      let simple
    {
      self = simple
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

  /// Digits in groups with or without decimals, `27`, `1.431` or `1,5`, with nothing after them or a
  /// measure spelled in the usual way, which most figures are; nil for anything else, whether or not
  /// it is a number.
  init?(simple letters: UnsafeBufferPointer<UInt8>) {
    var place = 0
    guard let whole = VietnameseNumber.digits(letters, &place) else { return nil }
    var upper = whole
    var lower: Int64 = 1
    if place < letters.count, letters[place] == UInt8(ascii: ",") {
      place += 1
      let start = place
      while place < letters.count, (0x30...0x39).contains(letters[place]) {
        guard place - start < 6, upper < 1_000_000_000_000 else { return nil }
        upper = upper * 10 + Int64(letters[place] - 0x30)
        lower *= 10
        place += 1
      }
      guard place > start else { return nil }
    }
    if place == letters.count, lower == 1 {
      value = Rational(upper)
      style = .plain
      return
    }
    let rest = UnsafeBufferPointer(rebasing: letters[place...])
    for (word, scale, divisor, style) in VietnameseNumber.measures where word.elementsEqual(rest) {
      let (scaled, overflow) = upper.multipliedReportingOverflow(by: scale)
      if overflow { return nil }
      do throws(NumberError) {
        value = try Rational(numerator: scaled, denominator: lower * divisor)
        self.style = style
        return
      } catch {
        return nil
      }
    }
    return nil
  }

  /// Whether it is written in the measure of a type. A bare number is no share: nobody could tell
  /// whether `95` is meant as 95% or as 9500%.
  func isMeasured(as type: IndicatorType) -> Bool {
    switch (style, type) {
    case (.money, .money), (.percent, .percent): true
    case (.money, _), (.percent, _): false
    case (.plain, .percent): value.isZero
    case (.plain, _): true
    }
  }

  /// What may stand after the digits, what that multiplies and divides by, and how it is then read.
  private static let measures: [([UInt8], Int64, Int64, FigureStyle)] = [
    ([], 1, 1, .plain), (Array("%".utf8), 1, 100, .percent),
    (Array(" triệu đồng".utf8), 1_000_000, 1, .money), (Array(" đồng".utf8), 1, 1, .money),
    (Array(" tỷ đồng".utf8), 1_000_000_000, 1, .money),
    (Array(" nghìn đồng".utf8), 1000, 1, .money),
  ]

  /// A whole number of at most 18 digits, in groups of three where there are dots.
  private static func digits(_ letters: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int64? {
    var value: Int64 = 0
    var digits = 0
    var isGrouped = false
    while place < letters.count {
      let byte = letters[place]
      if (0x30...0x39).contains(byte) {
        guard place < 18 else { return nil }
        value = value * 10 + Int64(byte - 0x30)
        digits += 1
      } else if byte == UInt8(ascii: ".") {
        // The first group has one to three digits and no leading zero, the others have three.
        guard isGrouped ? digits == 3 : (1...3).contains(digits), letters[0] != 0x30 else {
          return nil
        }
        isGrouped = true
        digits = 0
      } else {
        break
      }
      place += 1
    }
    return digits == 0 || (isGrouped && digits != 3) ? nil : value
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
