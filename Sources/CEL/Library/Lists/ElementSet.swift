/// Elements that are looked for by CEL's equality: those that can be map keys through a hash table,
/// the others one after the other, all within one budget of comparisons.
struct ElementSet {
  /// The elements, each once, in the order they were added.
  private(set) var elements: [Value] = []
  private var keys: Set<MapKey> = []
  /// The elements that are not keys; a key may still equal a double or an exact number among them.
  private var others: [Value] = []
  private var comparison = EqualityComparison()

  init() {}

  /// The elements of a list, equal ones once.
  init(_ list: [Value]) {
    for element in list {
      if let key = MapKey(stored: element) {
        if keys.insert(key).inserted { elements.append(element) }
      } else {
        others.append(element)
        elements.append(element)
      }
    }
  }

  /// How many pairs were compared.
  var pairs: Int { comparison.steps }

  /// Whether the budget is spent, so that the answers given no longer count.
  var isExhausted: Bool { comparison.isExhausted }

  /// Whether an element is there; open where exact numbers are intervals that overlap.
  mutating func holds(_ element: Value) -> Truth {
    let key = MapKey(stored: element)
    if let key, keys.contains(key) { return .yes }
    var none = Truth.yes
    for other in key == nil ? elements : others {
      let equal = comparison.equality(element, other)
      if case .yes = equal { return .yes }
      if isExhausted { return .no }
      none = none.and(equal.negated)
    }
    return none.negated
  }

  /// Adds an element that is not there.
  mutating func add(_ element: Value) {
    elements.append(element)
    if let key = MapKey(stored: element) { keys.insert(key) } else { others.append(element) }
  }

  /// Whether all elements of a list are there.
  mutating func holdsAll(_ list: [Value]) -> Truth {
    var all = Truth.yes
    for element in list {
      all = all.and(holds(element))
      if case .no = all { return .no }
    }
    return all
  }

  /// Whether an element of a list is there.
  mutating func holdsAny(_ list: [Value]) -> Truth {
    var none = Truth.yes
    for element in list {
      none = none.and(holds(element).negated)
      if case .no = none { return .yes }
    }
    return none.negated
  }
}
