/// Compares values for equality within a budget of steps: lists that hold one list many times over
/// are small in memory and endless to compare.
struct EqualityComparison {
  /// How many pairs were compared.
  private(set) var steps = 0

  /// Whether the budget is spent, so that the answers given no longer count.
  var isExhausted: Bool { steps > Limits.comparisons }

  /// Whether two values are equal (langdef.md, "Equality"): numbers across types, everything else
  /// of different types unequal; open where exact numbers are intervals that overlap.
  mutating func equality(_ first: Value, _ second: Value) -> Truth {
    steps += 1
    if isExhausted { return .no }
    switch (first, second) {
    case (.null, .null): return .yes
    case (.bool(let one), .bool(let other)): return Truth(one == other)
    case (.string(let one), .string(let other)):
      if one.utf8.count == other.utf8.count { steps += one.utf8.count / Limits.sizePerRound }
      return Truth(sameCodePoints(one, other))
    case (.bytes(let one), .bytes(let other)):
      if one.count == other.count { steps += one.count / Limits.sizePerRound }
      return Truth(one == other)
    case (.timestamp(let one), .timestamp(let other)): return Truth(one == other)
    case (.duration(let one), .duration(let other)): return Truth(one == other)
    case (.type(let one), .type(let other)): return Truth(one.runtimeName == other.runtimeName)
    case (.list(let one), .list(let other)): return equality(one, other)
    case (.map(let one), .map(let other)): return equality(one, other)
    case (.opaque(let one), .opaque(let other)): return Truth(one.isEqual(to: other))
    case (.optional(nil), .optional(nil)): return .yes
    case (.optional(let one?), .optional(let other?)): return equality(one, other)
    default: return numericEquality(first, second)
    }
  }

  private func numericEquality(_ first: Value, _ second: Value) -> Truth {
    if let numbers = lifted(first, second) { return numbers.0.isEqual(to: numbers.1) }
    guard first.isNumeric, second.isNumeric else { return .no }
    return Truth(numericOrder(first, second) == .same)
  }

  private mutating func equality(_ first: [Value], _ second: [Value]) -> Truth {
    guard first.count == second.count else { return .no }
    var all = Truth.yes
    for (one, other) in zip(first, second) {
      all = all.and(equality(one, other))
      if case .no = all { return .no }
    }
    return all
  }

  private mutating func equality(_ first: MapValue, _ second: MapValue) -> Truth {
    guard first.count == second.count else { return .no }
    var all = Truth.yes
    for entry in first.entries {
      guard let other = second[entry.key] else { return .no }
      all = all.and(equality(entry.value, other))
      if case .no = all { return .no }
    }
    return all
  }

  /// An answer as a value, or the error that the budget is spent.
  func value(_ truth: Truth) -> Value {
    isExhausted ? .limitExceeded : truth.value
  }
}

/// The operator `==`.
func equals(_ first: Value, _ second: Value) -> Value {
  var comparison = EqualityComparison()
  let truth = comparison.equality(first, second)
  return comparison.value(truth)
}

/// The operator `!=`.
func differs(_ first: Value, _ second: Value) -> Value {
  var comparison = EqualityComparison()
  let truth = comparison.equality(first, second)
  return comparison.value(truth.negated)
}

extension Truth {
  /// A truth that is not open.
  init(_ flag: Bool) {
    self = flag ? .yes : .no
  }

  /// The truth as a value; an open one is an unknown that names its sources.
  var value: Value {
    switch self {
    case .yes: .bool(true)
    case .no: .bool(false)
    case .open(let sources):
      .unknown(UnknownSet(sources.map { Attribute(variable: $0) }))
    }
  }

  /// Both: no where either is no, open where either is.
  func and(_ other: Truth) -> Truth {
    switch (self, other) {
    case (.no, _), (_, .no): .no
    case (.yes, _): other
    case (_, .yes): self
    case (.open(let one), .open(let two)): .open(sources: one + two)
    }
  }
}
