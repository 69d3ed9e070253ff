extension Library {
  /// `sets.contains`, `sets.equivalent` and `sets.intersects` on lists taken as sets (cel-go `ext`,
  /// "Sets"), elements being the same where CEL's `==` holds.
  public static let sets = Library(functions: [
    relation("contains") { first, second in
      var elements = ElementSet(first)
      return elements.includes(second)
    },
    relation("equivalent") { first, second in
      var one = ElementSet(first)
      var other = ElementSet(second)
      let forth = one.includes(second)
      guard case .bool(true) = forth else {
        // The other direction may still decide what one leaves open.
        guard case .unknown = forth else { return forth }
        let back = other.includes(first)
        if case .bool(true) = back { return forth }
        return back
      }
      return other.includes(first)
    },
    relation("intersects") { first, second in
      var elements = ElementSet(first)
      return elements.meets(second)
    },
  ])

  private static func relation(
    _ name: String, _ holds: @escaping @Sendable ([Value], [Value]) -> Value
  ) -> Function {
    Function(
      "sets.\(name)",
      overloads: [
        binary("list_sets_\(name)_list", .list(a), .list(a), .bool) { first, second in
          guard case .list(let first) = first, case .list(let second) = second else {
            return .noSuchOverload
          }
          return holds(first, second)
        }
      ])
  }
}

extension ElementSet {
  /// Whether all elements of a list are there, as a value.
  fileprivate mutating func includes(_ list: [Value]) -> Value {
    let truth = holdsAll(list)
    return isExhausted ? .limitExceeded : truth.value
  }

  /// Whether an element of a list is there, as a value.
  fileprivate mutating func meets(_ list: [Value]) -> Value {
    let truth = holdsAny(list)
    return isExhausted ? .limitExceeded : truth.value
  }
}
