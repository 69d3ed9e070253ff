public import CEL
public import Diagnostics

/// Figures as people read them: `1.234,5` in Vietnamese, `1,234.5` in English.
public struct FigureText: Sendable {
  /// The language.
  public var language: Language

  /// Creates a writer.
  public init(_ language: Language) {
    self.language = language
  }

  /// A figure in a style, with the word for how firmly it is known; six decimals at the most.
  public func text(_ number: Number, _ style: FigureStyle) -> String {
    switch number {
    case .exact(let value): return text(value, style)
    case .bounded(let interval):
      if let point = interval.point { return averageWord(interval) + text(point, style) }
      switch (interval.lower, interval.upper) {
      case (let lower?, nil): return lowerWord(lower) + text(lower.value, style)
      case (nil, let upper?): return upperWord(upper) + text(upper.value, style)
      case (let lower?, let upper?):
        if lower.value.isZero, lower.isClosed { return upperWord(upper) + text(upper.value, style) }
        let from =
          lower.isClosed
          ? LocalizedText(vi: "từ ", en: "from ") : LocalizedText(vi: "trên ", en: "over ")
        return from[language] + text(lower.value, style)
          + LocalizedText(
            vi: upper.isClosed ? " đến " : " đến dưới ", en: upper.isClosed ? " to " : " to under ")[
            language]
          + text(upper.value, style)
      case (nil, nil): return LocalizedText(vi: "không rõ", en: "not known")[language]
      }
    }
  }

  /// An exact value in a style; six decimals at the most, `digits` of a percentage.
  public func text(_ value: Rational, _ style: FigureStyle, digits: Int = 2) -> String {
    switch style {
    case .plain where value.isWhole: return grouped(value.numerator)
    case .plain: return grouped(value.decimalText(maximumDigits: 6))
    case .money where value.isWhole: return grouped(value.numerator) + " đồng"
    case .money: return grouped(value.decimalText(maximumDigits: 0)) + " đồng"
    case .percent:
      return grouped(value.percentText(maximumDigits: digits)) + "%"
    }
  }

  /// Millionths of a point as points on a score: two decimals at the most, half up. Such figures need
  /// not add up to the last hundredth; those of an explanation do (``ExplanationWords/points(_:)``).
  public func points(_ millionths: Int64) -> String {
    grouped(Rational(millionths: millionths).decimalText(maximumDigits: 2))
  }

  private func averageWord(_ interval: BoundedNumber) -> String {
    guard interval.isAverage else { return "" }
    return LocalizedText(vi: "bình quân ", en: "on average ")[language]
  }

  private func lowerWord(_ bound: BoundedNumber.Bound) -> String {
    bound.isClosed
      ? LocalizedText(vi: "ít nhất ", en: "at least ")[language]
      : LocalizedText(vi: "trên ", en: "over ")[language]
  }

  private func upperWord(_ bound: BoundedNumber.Bound) -> String {
    bound.isClosed
      ? LocalizedText(vi: "tối đa ", en: "at most ")[language]
      : LocalizedText(vi: "dưới ", en: "under ")[language]
  }

  private func grouped(_ number: Int64) -> String {
    number.magnitude < 1000 ? String(number) : grouped(String(number))
  }

  private func grouped(_ decimal: String) -> String {
    var whole: [UInt8] = []
    var fraction: [UInt8] = []
    var sign = ""
    var pastPoint = false
    for byte in decimal.utf8 {
      switch byte {
      case UInt8(ascii: "-"): sign = "-"
      case UInt8(ascii: "."): pastPoint = true
      default: if pastPoint { fraction.append(byte) } else { whole.append(byte) }
      }
    }
    let (group, point) = language == .vi ? (".", ",") : (",", ".")
    var text = sign
    for (index, byte) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += group }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    guard !fraction.isEmpty else { return text }
    return text + point + String(decoding: fraction, as: UTF8.self)
  }
}

extension Rational {
  /// A hundred times the number as a decimal, rounded half up to at most `maximumDigits` places
  /// (0 to 16); the point is moved in the text, so that nothing overflows.
  func percentText(maximumDigits: Int) -> String {
    var digits: [UInt8] = []
    var sign = ""
    var places: Int?
    for byte in decimalText(maximumDigits: maximumDigits + 2).utf8 {
      switch byte {
      case UInt8(ascii: "-"): sign = "-"
      case UInt8(ascii: "."): places = 0
      default:
        digits.append(byte)
        if let known = places { places = known + 1 }
      }
    }
    var decimals = places ?? 0
    while decimals < 2 {
      digits.append(UInt8(ascii: "0"))
      decimals += 1
    }
    let whole = String(decoding: digits.dropLast(decimals - 2).drop { $0 == 48 }, as: UTF8.self)
    let part = String(decoding: digits.suffix(decimals - 2), as: UTF8.self)
    return sign + (whole.isEmpty ? "0" : whole) + (part.isEmpty ? "" : "." + part)
  }
}
