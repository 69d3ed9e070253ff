/// A number of which only an interval is known, or which is an average.
public struct BoundedNumber: Hashable, Sendable {
  /// One end of the interval.
  public struct Bound: Hashable, Sendable {
    /// Where the interval ends.
    public let value: Rational
    /// Whether the end itself belongs to the interval.
    public let isClosed: Bool

    /// Creates an end.
    public init(_ value: Rational, isClosed: Bool) {
      self.value = value
      self.isClosed = isClosed
    }
  }

  /// The lower end, or nil where nothing bounds the number below.
  public let lower: Bound?
  /// The upper end, or nil where nothing bounds the number above.
  public let upper: Bound?
  /// The attributes the number came from, sorted and unique.
  public let sources: [String]
  /// Whether the number is an average, or was computed from one; such a number enters no sum.
  public let isAverage: Bool

  /// Creates the interval; throws `emptyInterval` where no number lies in it.
  public init(
    lower: Bound?, upper: Bound?, sources: [String], isAverage: Bool = false
  ) throws(NumberError) {
    if let lower, let upper {
      let holdsOne = lower.value == upper.value && lower.isClosed && upper.isClosed
      guard lower.value < upper.value || holdsOne else { throw .emptyInterval }
    }
    self.init(
      checkedLower: lower, upper: upper, sources: sortedUnique(sources), isAverage: isAverage)
  }

  init(checkedLower lower: Bound?, upper: Bound?, sources: [String], isAverage: Bool) {
    self.lower = lower
    self.upper = upper
    self.sources = sources
    self.isAverage = isAverage
  }

  /// The only value the number can have, where the interval is a single point.
  public var point: Rational? {
    guard let lower, let upper, lower.value == upper.value else { return nil }
    return lower.value
  }

  /// Whether `value` lies in the interval.
  public func contains(_ value: Rational) -> Bool {
    if let lower, value < lower.value || (value == lower.value && !lower.isClosed) { return false }
    if let upper, value > upper.value || (value == upper.value && !upper.isClosed) { return false }
    return true
  }
}

extension BoundedNumber: CustomStringConvertible {
  /// The interval in signs: `≥ 3`, `> 500000000`, `[2, 5)`, `~` for no bounds; an average after `⌀`.
  public var description: String {
    let interval =
      switch (lower, upper) {
      case (nil, nil): "~"
      case (let lower?, nil): (lower.isClosed ? "≥ " : "> ") + lower.value.description
      case (nil, let upper?): (upper.isClosed ? "≤ " : "< ") + upper.value.description
      case (let lower?, let upper?):
        if let point {
          point.description
        } else {
          (lower.isClosed ? "[" : "(") + lower.value.description + ", " + upper.value.description
            + (upper.isClosed ? "]" : ")")
        }
      }
    return isAverage ? "⌀ " + interval : interval
  }
}

/// The names in order, each once.
func sortedUnique(_ names: [String]) -> [String] {
  if names.count < 2 { return names }
  var unique: [String] = []
  for name in names.sorted() where unique.last != name { unique.append(name) }
  return unique
}
