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
    String { write(number, style, to: &$0) }
  }

  /// Writes what ``text(_:_:)-(Number,_)`` says.
  func write(_ number: Number, _ style: FigureStyle, to sink: inout some TextSink) {
    switch number {
    case .exact(let value): write(value, style, to: &sink)
    case .bounded(let interval):
      if let point = interval.point {
        sink.write(averageWord(interval))
        return write(point, style, to: &sink)
      }
      switch (interval.lower, interval.upper) {
      case (let lower?, nil):
        sink.write(lowerWord(lower))
        write(lower.value, style, to: &sink)
      case (nil, let upper?): write(upTo: upper, style, to: &sink)
      case (let lower?, let upper?):
        if lower.value.isZero, lower.isClosed { return write(upTo: upper, style, to: &sink) }
        let from =
          lower.isClosed
          ? LocalizedText(vi: "từ ", en: "from ") : LocalizedText(vi: "trên ", en: "over ")
        let to = LocalizedText(
          vi: upper.isClosed ? " đến " : " đến dưới ", en: upper.isClosed ? " to " : " to under ")
        sink.write(from[language])
        write(lower.value, style, to: &sink)
        sink.write(to[language])
        write(upper.value, style, to: &sink)
      case (nil, nil): sink.write(LocalizedText(vi: "không rõ", en: "not known")[language])
      }
    }
  }

  private func write(
    upTo bound: BoundedNumber.Bound, _ style: FigureStyle, to sink: inout some TextSink
  ) {
    sink.write(upperWord(bound))
    write(bound.value, style, to: &sink)
  }

  /// An exact value in a style; six decimals at the most, `digits` of a percentage.
  public func text(_ value: Rational, _ style: FigureStyle, digits: Int = 2) -> String {
    String { write(value, style, digits: digits, to: &$0) }
  }

  /// Writes what ``text(_:_:digits:)`` says.
  func write(
    _ value: Rational, _ style: FigureStyle, digits: Int = 2, to sink: inout some TextSink
  ) {
    switch style {
    case .plain: write(DecimalDigits(value, maximumDigits: value.isWhole ? 0 : 6), to: &sink)
    case .money:
      write(DecimalDigits(value, maximumDigits: 0), to: &sink)
      sink.write(" đồng")
    case .percent:
      write(DecimalDigits(value, maximumDigits: digits, isPercentage: true), to: &sink)
      sink.write("%")
    }
  }

  /// Millionths of a point as points on a score: two decimals at the most, half up. Such figures need
  /// not add up to the last hundredth; those of an explanation do (``ExplanationWords/points(_:)``).
  public func points(_ millionths: Int64) -> String {
    String {
      write(DecimalDigits(Rational(millionths: millionths), maximumDigits: 2), to: &$0)
    }
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

  /// Writes digits with the language's signs between them.
  private func write(_ digits: DecimalDigits, to sink: inout some TextSink) {
    let isVietnamese = language == .vi
    digits.write(
      group: isVietnamese ? UInt8(ascii: ".") : UInt8(ascii: ","),
      point: isVietnamese ? UInt8(ascii: ",") : UInt8(ascii: "."),
      to: &sink)
  }
}

extension DecimalDigits {
  /// Writes the number with signs between its digits.
  func write(
    group: UInt8? = nil, point: UInt8 = UInt8(ascii: "."), to sink: inout some TextSink
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecimalDigits.mostLetters) { room in
      let count = write(to: room, group: group, point: point)
      sink.write(plain: UnsafeBufferPointer(rebasing: room[..<count]))
    }
  }
}

extension Rational {
  /// A hundred times the number as a decimal, rounded half up to at most `maximumDigits` places
  /// (0 to 16); nothing overflows.
  func percentText(maximumDigits: Int) -> String {
    DecimalDigits(self, maximumDigits: maximumDigits, isPercentage: true).text
  }
}
