/// How two values stand to each other; `incomparable` where one is NaN.
enum Order {
  case before
  case same
  case after
  case incomparable

  /// The order of two comparable values.
  init<Item: Comparable>(_ first: Item, _ second: Item) {
    self = first < second ? .before : first == second ? .same : .after
  }

  /// The order with its sides exchanged.
  var reversed: Order {
    switch self {
    case .before: .after
    case .after: .before
    default: self
    }
  }
}

extension Value {
  /// Whether the value is an int, a uint or a double.
  var isNumeric: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }
}

/// The order of two values that the operators `<`, `<=`, `>=`, `>` compare, or nil where they do
/// not compare such values; exact numbers are not ordered here because their order may be open.
func order(_ first: Value, _ second: Value) -> Order? {
  switch (first, second) {
  case (.bool(let one), .bool(let other)): Order(one ? 1 : 0, other ? 1 : 0)
  case (.string(let one), .string(let other)):
    sameCodePoints(one, other) ? .same : precedesByCodePoint(one, other) ? .before : .after
  case (.bytes(let one), .bytes(let other)):
    one == other ? .same : one.lexicographicallyPrecedes(other) ? .before : .after
  case (.timestamp(let one), .timestamp(let other)): Order(one, other)
  case (.duration(let one), .duration(let other)): Order(one, other)
  default: first.isNumeric && second.isNumeric ? numericOrder(first, second) : nil
  }
}

/// The order of two numbers as points on one number line, whatever their types (langdef.md,
/// "Ordering").
func numericOrder(_ first: Value, _ second: Value) -> Order {
  switch (first, second) {
  case (.int(let one), .int(let other)): Order(one, other)
  case (.uint(let one), .uint(let other)): Order(one, other)
  case (.int(let one), .uint(let other)): one < 0 ? .before : Order(UInt64(one), other)
  case (.uint(let one), .int(let other)): other < 0 ? .after : Order(one, UInt64(other))
  case (.double(let one), .double(let other)):
    one.isNaN || other.isNaN ? .incomparable : Order(one, other)
  case (.int(let one), .double(let other)): order(one, other)
  case (.uint(let one), .double(let other)): order(one, other)
  case (.double(let one), .int(let other)): order(other, one).reversed
  case (.double(let one), .uint(let other)): order(other, one).reversed
  default: .incomparable
  }
}

/// An integer beside a double is compared as a double, so that beyond 2⁵³ it counts as the nearest
/// one; the conformance tests ask for that.
private func order<Integer: FixedWidthInteger>(_ integer: Integer, _ double: Double) -> Order {
  double.isNaN ? .incomparable : Order(Double(integer), double)
}

/// Two values as exact numbers where at least one is an exact number and the other lifts to one.
func lifted(_ first: Value, _ second: Value) -> (Number, Number)? {
  switch (first, second) {
  case (.number(let one), .number(let other)): return (one, other)
  case (.number(let one), _):
    guard let other = lifted(second) else { return nil }
    return (one, other)
  case (_, .number(let other)):
    guard let one = lifted(first) else { return nil }
    return (one, other)
  default: return nil
  }
}

private func lifted(_ value: Value) -> Number? {
  switch value {
  case .int(let number): Number(number)
  case .uint(let number): Int64(exactly: number).map { Number($0) }
  default: nil
  }
}
