/// Whether two values are equal (langdef.md, "Equality"): numbers across types, everything else of
/// different types unequal; open where exact numbers are intervals that overlap.
func equality(_ first: Value, _ second: Value) -> Truth {
  switch (first, second) {
  case (.null, .null): .yes
  case (.bool(let one), .bool(let other)): Truth(one == other)
  case (.string(let one), .string(let other)): Truth(sameCodePoints(one, other))
  case (.bytes(let one), .bytes(let other)): Truth(one == other)
  case (.timestamp(let one), .timestamp(let other)): Truth(one == other)
  case (.duration(let one), .duration(let other)): Truth(one == other)
  case (.type(let one), .type(let other)): Truth(one.runtimeName == other.runtimeName)
  case (.list(let one), .list(let other)): equality(one, other)
  case (.map(let one), .map(let other)): equality(one, other)
  case (.optional(let one), .optional(let other)): equality(one, other)
  default: numericEquality(first, second)
  }
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

private func numericEquality(_ first: Value, _ second: Value) -> Truth {
  if let numbers = lifted(first, second) { return numbers.0.isEqual(to: numbers.1) }
  guard first.isNumeric, second.isNumeric else { return .no }
  return Truth(numericOrder(first, second) == .same)
}

private func equality(_ first: [Value], _ second: [Value]) -> Truth {
  guard first.count == second.count else { return .no }
  var all = Truth.yes
  for (one, other) in zip(first, second) {
    all = all.and(equality(one, other))
    if case .no = all { return .no }
  }
  return all
}

private func equality(_ first: MapValue, _ second: MapValue) -> Truth {
  guard first.count == second.count else { return .no }
  var all = Truth.yes
  for entry in first.entries {
    guard let other = second[entry.key] else { return .no }
    all = all.and(equality(entry.value, other))
    if case .no = all { return .no }
  }
  return all
}

private func equality(_ first: Value?, _ second: Value?) -> Truth {
  switch (first, second) {
  case (nil, nil): .yes
  case (let one?, let other?): equality(one, other)
  default: .no
  }
}
