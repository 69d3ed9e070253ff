/// What is known of a comparison.
public enum Truth: Hashable, Sendable {
  /// True whatever the exact values are.
  case yes
  /// False whatever the exact values are.
  case no
  /// Not decided by what is known; names the attributes that leave it open.
  case open(sources: [String])

  /// The opposite; what is open stays open.
  public var negated: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .open: self
    }
  }
}

extension Number {
  /// Whether the number is less than `other`.
  public func isLess(than other: Number) -> Truth {
    if case .exact(let first) = self, case .exact(let second) = other {
      return first < second ? .yes : .no
    }
    let (left, right) = (interval, other.interval)
    if isBelow(left.upper, right.lower, orAt: false) { return .yes }
    if isBelow(right.upper, left.lower, orAt: true) { return .no }
    return .open(sources: mergedSources(left, right))
  }

  /// Whether the number is less than or equal to `other`.
  public func isLessOrEqual(to other: Number) -> Truth {
    other.isLess(than: self).negated
  }

  /// Whether the number equals `other`.
  public func isEqual(to other: Number) -> Truth {
    if case .exact(let first) = self, case .exact(let second) = other {
      return first == second ? .yes : .no
    }
    let (left, right) = (interval, other.interval)
    if let first = left.point, let second = right.point { return first == second ? .yes : .no }
    if isBelow(left.upper, right.lower, orAt: false) { return .no }
    if isBelow(right.upper, left.lower, orAt: false) { return .no }
    return .open(sources: mergedSources(left, right))
  }
}

/// Whether everything up to `upper` lies below (or, with `orAt`, no higher than) all from `lower`.
private func isBelow(
  _ upper: BoundedNumber.Bound?, _ lower: BoundedNumber.Bound?, orAt: Bool
) -> Bool {
  guard let upper, let lower else { return false }
  if upper.value != lower.value { return upper.value < lower.value }
  return orAt || !(upper.isClosed && lower.isClosed)
}

/// The attributes of both numbers, sorted and unique: of those that are not single values, since an
/// average leaves nothing open by itself.
func mergedSources(_ first: BoundedNumber, _ second: BoundedNumber) -> [String] {
  if first.point != nil { return second.point == nil ? second.sources : [] }
  if second.point != nil { return first.sources }
  if second.sources.isEmpty || first.sources == second.sources { return first.sources }
  if first.sources.isEmpty { return second.sources }
  return sortedUnique(first.sources + second.sources)
}
