extension Number {
  /// The sum; throws `averageInSum` or `overflow`.
  public func adding(_ other: Number) throws(NumberError) -> Number {
    if case .exact(let first) = self, case .exact(let second) = other {
      return .exact(try first.adding(second))
    }
    let (left, right) = (interval, other.interval)
    guard !left.isAverage, !right.isAverage else { throw .averageInSum }
    return Number(
      BoundedNumber(
        checkedLower: try sum(left.lower, right.lower), upper: try sum(left.upper, right.upper),
        sources: mergedSources(left, right), isAverage: false))
  }

  /// The difference; throws `averageInSum` or `overflow`.
  public func subtracting(_ other: Number) throws(NumberError) -> Number {
    if case .exact(let first) = self, case .exact(let second) = other {
      return .exact(try first.subtracting(second))
    }
    let (left, right) = (interval, other.interval)
    guard !left.isAverage, !right.isAverage else { throw .averageInSum }
    return Number(
      BoundedNumber(
        checkedLower: try difference(left.lower, right.upper),
        upper: try difference(left.upper, right.lower),
        sources: mergedSources(left, right), isAverage: false))
  }

  /// The number with the opposite sign; throws `overflow`.
  public func negated() throws(NumberError) -> Number {
    switch self {
    case .exact(let value): return .exact(try value.negated())
    case .bounded(let known):
      let origin = BoundedNumber.Bound(.zero, isClosed: true)
      return Number(
        BoundedNumber(
          checkedLower: try difference(origin, known.upper),
          upper: try difference(origin, known.lower),
          sources: known.sources, isAverage: known.isAverage))
    }
  }

  /// The product; throws `overflow`. What is multiplied with an average stays an average.
  public func multiplied(by other: Number) throws(NumberError) -> Number {
    if case .exact(let first) = self, case .exact(let second) = other {
      return .exact(try first.multiplied(by: second))
    }
    let (left, right) = (interval, other.interval)
    var corners = Corners()
    for first in ends(of: left) {
      for second in ends(of: right) { corners.include(try first.product(with: second)) }
    }
    return corners.number(from: left, right)
  }

  /// The quotient; throws `divisionByZero` where the divisor is exactly zero, or `overflow`.
  ///
  /// Where the divisor may be zero, nothing is known of the quotient: (−∞, ∞). Where it only comes
  /// near zero from one side, the quotient is unbounded on the proper side.
  public func divided(by other: Number) throws(NumberError) -> Number {
    if case .exact(let first) = self, case .exact(let second) = other {
      return .exact(try first.divided(by: second))
    }
    let (left, right) = (interval, other.interval)
    if right.contains(.zero) {
      if right.point != nil { throw .divisionByZero }
      return .bounded(
        BoundedNumber(
          checkedLower: nil, upper: nil, sources: mergedSources(left, right),
          isAverage: left.isAverage || right.isAverage))
    }
    let isPositive = right.lower.map { $0.value.sign >= 0 } ?? false
    var corners = Corners()
    for first in ends(of: left) {
      for second in ends(of: right) {
        corners.include(try first.quotient(by: second, divisorIsPositive: isPositive))
      }
    }
    return corners.number(from: left, right)
  }
}

/// An end of an interval, the infinite ones included.
private enum End {
  case finite(BoundedNumber.Bound)
  case infinite(isPositive: Bool)

  /// −1, 0 or 1.
  var sign: Int {
    switch self {
    case .finite(let bound): bound.value.sign
    case .infinite(let isPositive): isPositive ? 1 : -1
    }
  }

  /// Whether the end is zero and belongs to its interval: its product with anything is attained.
  var isAttainedZero: Bool {
    if case .finite(let bound) = self { bound.value.isZero && bound.isClosed } else { false }
  }

  /// Zero times infinity counts as zero, the limit along the edge of the two intervals.
  func product(with other: End) throws(NumberError) -> End {
    if sign == 0 || other.sign == 0 {
      return .finite(.init(.zero, isClosed: isAttainedZero || other.isAttainedZero))
    }
    guard case .finite(let first) = self, case .finite(let second) = other else {
      return .infinite(isPositive: sign == other.sign)
    }
    return .finite(
      .init(
        try first.value.multiplied(by: second.value),
        isClosed: first.isClosed && second.isClosed))
  }

  /// The divisor's interval holds no zero, so a zero end of it is open and its inverse infinite.
  func quotient(by other: End, divisorIsPositive: Bool) throws(NumberError) -> End {
    if sign == 0 { return .finite(.init(.zero, isClosed: isAttainedZero)) }
    switch (self, other) {
    case (_, .infinite): return .finite(.init(.zero, isClosed: false))
    case (_, .finite(let second)) where second.value.isZero:
      return .infinite(isPositive: (sign > 0) == divisorIsPositive)
    case (.infinite, .finite): return .infinite(isPositive: sign == other.sign)
    case (.finite(let first), .finite(let second)):
      return .finite(
        .init(
          try first.value.divided(by: second.value), isClosed: first.isClosed && second.isClosed))
    }
  }
}

/// The hull of the results at the corners of two intervals; products and quotients take their
/// extremes there.
private struct Corners {
  private var least: End?
  private var greatest: End?

  mutating func include(_ corner: End) {
    least = least.map { extreme($0, corner, wantsGreatest: false) } ?? corner
    greatest = greatest.map { extreme($0, corner, wantsGreatest: true) } ?? corner
  }

  func number(from left: BoundedNumber, _ right: BoundedNumber) -> Number {
    Number(
      BoundedNumber(
        checkedLower: bound(least), upper: bound(greatest),
        sources: mergedSources(left, right), isAverage: left.isAverage || right.isAverage))
  }

  private func bound(_ end: End?) -> BoundedNumber.Bound? {
    if case .finite(let bound)? = end { bound } else { nil }
  }

  /// Of two equal ends the closed one: the value is attained at one corner at least.
  private func extreme(_ first: End, _ second: End, wantsGreatest: Bool) -> End {
    switch (first, second) {
    case (.infinite(let isPositive), _): return isPositive == wantsGreatest ? first : second
    case (_, .infinite(let isPositive)): return isPositive == wantsGreatest ? second : first
    case (.finite(let left), .finite(let right)):
      if left.value == right.value { return left.isClosed ? first : second }
      return (left.value < right.value) == wantsGreatest ? second : first
    }
  }
}

private func ends(of interval: BoundedNumber) -> [End] {
  let lower = interval.lower.map { End.finite($0) } ?? .infinite(isPositive: false)
  let upper = interval.upper.map { End.finite($0) } ?? .infinite(isPositive: true)
  return [lower, upper]
}

private func sum(
  _ first: BoundedNumber.Bound?, _ second: BoundedNumber.Bound?
) throws(NumberError) -> BoundedNumber.Bound? {
  guard let first, let second else { return nil }
  return .init(
    try first.value.adding(second.value), isClosed: first.isClosed && second.isClosed)
}

private func difference(
  _ first: BoundedNumber.Bound?, _ second: BoundedNumber.Bound?
) throws(NumberError) -> BoundedNumber.Bound? {
  guard let first, let second else { return nil }
  return .init(
    try first.value.subtracting(second.value), isClosed: first.isClosed && second.isClosed)
}
