/// A number of a checklist: an exact value, or what is known of a value that is not exact.
public enum Number: Hashable, Sendable {
  /// A value known exactly.
  case exact(Rational)
  /// A value known by bounds, or an average.
  indirect case bounded(BoundedNumber)

  /// Creates an exact whole number.
  public init(_ value: Int64) {
    self = .exact(Rational(value))
  }

  /// Creates an exact number.
  public init(_ value: Rational) {
    self = .exact(value)
  }

  /// Creates a number as its qualifier says it is known.
  ///
  /// - Parameters:
  ///   - value: the number as written.
  ///   - qualifier: the word before it.
  ///   - tolerance: the relative share `about` may be off by, such as 1/10; others ignore it.
  ///   - source: the attribute it came from.
  public init(
    _ value: Rational, known qualifier: Qualifier, tolerance: Rational? = nil, source: String
  ) {
    self =
      switch qualifier {
      case .exact: .exact(value)
      case .atLeast: .atLeast(value, source: source)
      case .over: .over(value, source: source)
      case .atMost: .atMost(value, source: source)
      case .under: .under(value, source: source)
      case .about: .about(value, tolerance: tolerance, source: source)
      case .average: .average(value, source: source)
      }
  }

  /// The value or more.
  public static func atLeast(_ value: Rational, source: String) -> Number {
    open(from: .init(value, isClosed: true), to: nil, source)
  }

  /// More than the value.
  public static func over(_ value: Rational, source: String) -> Number {
    open(from: .init(value, isClosed: false), to: nil, source)
  }

  /// The value or less.
  public static func atMost(_ value: Rational, source: String) -> Number {
    open(from: nil, to: .init(value, isClosed: true), source)
  }

  /// Less than the value.
  public static func under(_ value: Rational, source: String) -> Number {
    open(from: nil, to: .init(value, isClosed: false), source)
  }

  /// A value near `value`: without a tolerance anything, with one `value ± |value| × tolerance`.
  ///
  /// A negative tolerance counts as its magnitude; a bound that overflows is left out, which is
  /// wider and thus still sound.
  public static func about(_ value: Rational, tolerance: Rational?, source: String) -> Number {
    guard let tolerance, let share = try? value.multiplied(by: tolerance) else {
      return open(from: nil, to: nil, source)
    }
    let first = try? value.subtracting(share)
    let second = try? value.adding(share)
    let (lower, upper) = share.sign < 0 ? (second, first) : (first, second)
    if share.isZero { return .exact(value) }
    return open(
      from: lower.map { .init($0, isClosed: true) }, to: upper.map { .init($0, isClosed: true) },
      source)
  }

  /// An average: this very value in products, quotients and comparisons, and never in a sum.
  public static func average(_ value: Rational, source: String) -> Number {
    let bound = BoundedNumber.Bound(value, isClosed: true)
    return .bounded(
      BoundedNumber(checkedLower: bound, upper: bound, sources: [source], isAverage: true))
  }

  private static func open(
    from lower: BoundedNumber.Bound?, to upper: BoundedNumber.Bound?, _ source: String
  ) -> Number {
    .bounded(
      BoundedNumber(checkedLower: lower, upper: upper, sources: [source], isAverage: false))
  }

  /// The number within an indicator's own closed bounds, such as 0 and 1 for a share.
  ///
  /// A single value that remains is exact. Throws `emptyInterval` where no value remains, an exact
  /// number outside the bounds included.
  public func clipped(lower: Rational?, upper: Rational?) throws(NumberError) -> Number {
    let known = interval
    var least = known.lower
    if let lower, known.lower.map({ $0.value < lower }) ?? true {
      least = .init(lower, isClosed: true)
    }
    var greatest = known.upper
    if let upper, known.upper.map({ $0.value > upper }) ?? true {
      greatest = .init(upper, isClosed: true)
    }
    return Number(
      try BoundedNumber(
        lower: least, upper: greatest, sources: known.sources, isAverage: known.isAverage))
  }

  /// Creates the number of an interval: exact where it is a single point and no average.
  public init(_ interval: BoundedNumber) {
    if !interval.isAverage, let point = interval.point {
      self = .exact(point)
    } else {
      self = .bounded(interval)
    }
  }

  /// The value where it is known exactly; an average is none.
  public var exactValue: Rational? {
    if case .exact(let value) = self { value } else { nil }
  }

  /// What is known of the number as an interval; for an exact number, its value alone.
  public var interval: BoundedNumber {
    switch self {
    case .exact(let value):
      let bound = BoundedNumber.Bound(value, isClosed: true)
      return BoundedNumber(checkedLower: bound, upper: bound, sources: [], isAverage: false)
    case .bounded(let interval): return interval
    }
  }
}

extension Number: CustomStringConvertible {
  /// The number in signs, such as `27`, `19/20`, `> 500000000`, `≥ 3`, `[2, 5)`, `~` or `⌀ 3/2`.
  public var description: String {
    switch self {
    case .exact(let value): value.description
    case .bounded(let interval): interval.description
    }
  }
}
