import CEL

/// What answers to an indicator rules may read as they stand; apart from the indicator, since every
/// answer of every submission is asked.
package struct AnswerFit: Sendable {
  /// The indicator's type.
  package let type: IndicatorType
  private let lowerBound: Rational?
  private let upperBound: Rational?

  package init(_ indicator: Indicator) {
    type = indicator.type
    lowerBound = indicator.lowerBound
    upperBound = indicator.upperBound
  }

  /// Whether a value surely may be; of a choice, a table and a figure that is not exact more has to be
  /// known.
  package func admits(_ value: AnswerValue) -> Bool {
    switch (value, type) {
    case (.missing, _), (.bool, .bool), (.date, .date), (.text, .text), (.text, .document),
      (.dateTime, .dateTime):
      return true
    case (.number(.exact(let value)), .int), (.number(.exact(let value)), .decimal),
      (.number(.exact(let value)), .percent), (.number(.exact(let value)), .money):
      if type == .int, !value.isWhole { return false }
      if let lowerBound, value < lowerBound { return false }
      if let upperBound, value > upperBound { return false }
      return true
    default: return false
    }
  }
}
