import CEL
import Diagnostics
import InspectionCore

/// What is known of how the value of an expression is measured; a list is measured as its elements.
enum Measured {
  /// Nothing: it fits anything.
  case open
  /// A number written out, which is taken in the measure of what it stands beside.
  case literal
  case known(Measure)
  /// A row of a table, with its columns.
  case row([String: Measured])

  init(_ type: IndicatorType, unit: LocalizedText?) {
    self = Measure(type, unit: unit).map(Measured.known) ?? .open
  }

  /// The two measures where both are known and unlike.
  func clash(with other: Measured) -> (Measure, Measure)? {
    guard case .known(let first) = self, case .known(let second) = other, !first.fits(second)
    else { return nil }
    return (first, second)
  }

  /// Whether it is a fraction of one, beside which a limit beyond this is a percentage without its
  /// sign more often than so many times the whole.
  func isFraction(beside limit: Rational) -> Bool {
    guard case .known(let measure) = self else { return false }
    return measure.isFraction && limit > Rational(2)
  }

  /// The measure of one or the other, which their sum has too.
  func joined(_ other: Measured) -> Measured {
    switch (self, other) {
    case (.literal, let other): other
    case (_, .literal): self
    case (.known(let first), .known(let second)):
      first.fits(second) ? .known(first.joined(second)) : .open
    case (.row, .row): self
    default: .open
    }
  }

  func times(_ other: Measured) -> Measured {
    switch (self, other) {
    case (.literal, .literal): .literal
    case (.known(let measure), .literal): .known(measure.scaled)
    case (.literal, .known(let measure)): .known(measure.scaled)
    case (.known(let first), .known(let second)):
      first.times(second).map(Measured.known) ?? .open
    default: .open
    }
  }

  func divided(by other: Measured) -> Measured {
    switch (self, other) {
    case (.literal, .literal): .literal
    case (.known(let measure), .literal): .known(measure.scaled)
    case (.literal, .known(let measure)): .known(measure.inverse)
    case (.known(let first), .known(let second)):
      first.divided(by: second).map(Measured.known) ?? .open
    default: .open
    }
  }
}
