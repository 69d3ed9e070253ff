import CEL

/// What a sum check tells its reader: `parts − total` lies in a range, and so do its terms.
///
/// A reader of masked figures knows that a small count is 1 to 4, and that any other masked figure
/// is 5 or more. This finds out whether that leaves a small count a single value.
struct AdditiveRelation {
  private struct Range {
    var lower: Int128?
    var upper: Int128?

    func plus(_ other: Range) -> Range {
      Range(lower: sum(lower, other.lower), upper: sum(upper, other.upper))
    }

    var negated: Range { Range(lower: upper.map { -$0 }, upper: lower.map { -$0 }) }

    private func sum(_ first: Int128?, _ second: Int128?) -> Int128? {
      guard let first, let second else { return nil }
      return first + second
    }
  }

  /// The terms as a reader knows them, the total with the opposite sign.
  private var terms: [(range: Range, isTotal: Bool, isSmall: Bool)] = []
  /// What the verdict tells of the sum of the terms.
  private let balance: Range

  /// Reads a check of kind sum; nil where its verdict tells no range or its terms are not plain.
  init?(
    _ result: CheckResult, answers: [String: Answer], small: Set<String>, masked: Set<String>
  ) {
    guard case .list(let parts)? = result.check.parameters["parts"],
      let total = result.check.parameters["total"]
    else { return nil }
    var relation = "equal"
    if case .name(let word)? = result.check.parameters["relation"] { relation = word }
    switch (relation, result.verdict) {
    case ("equal", .met): balance = Range(lower: 0, upper: 0)
    case ("at_most", .met): balance = Range(upper: 0)
    case ("at_most", .unmet): balance = Range(lower: 1)
    case ("at_least", .met): balance = Range(lower: 0)
    case ("at_least", .unmet): balance = Range(upper: -1)
    default: return nil
    }
    for (index, term) in (parts + [total]).enumerated() {
      let range: Range
      var isSmall = false
      switch term {
      case .number(let value, _):
        guard value.isWhole else { return nil }
        range = Range(lower: Int128(value.numerator), upper: Int128(value.numerator))
      case .expression(let id), .name(let id):
        guard let answer = answers[id], case .number(let number) = answer.value else { return nil }
        if small.contains(id) {
          isSmall = true
          range = Range(lower: 1, upper: 4)
        } else if masked.contains(id) {
          range = Range(lower: 5)
        } else {
          guard let lower = number.interval.lower?.value, lower.isWhole else { return nil }
          let upper = number.interval.upper?.value
          if let upper, !upper.isWhole { return nil }
          range = Range(lower: Int128(lower.numerator), upper: upper.map { Int128($0.numerator) })
        }
      case .date, .limit, .shares, .list: return nil
      }
      terms.append((range, index == parts.count, isSmall))
    }
  }

  /// Whether the range of some small count shrinks to one value.
  var tellsSmallCount: Bool {
    for (index, term) in terms.enumerated() where term.isSmall {
      var rest = balance
      for (other, known) in terms.enumerated() where other != index {
        rest = rest.plus(known.isTotal ? known.range : known.range.negated)
      }
      let range = term.isTotal ? rest.negated : rest
      if max(range.lower ?? 1, 1) >= min(range.upper ?? 4, 4) { return true }
    }
    return false
  }
}
