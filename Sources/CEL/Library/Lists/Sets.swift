extension Library {
  /// `sets.contains`, `sets.equivalent` and `sets.intersects` on lists taken as sets (cel-go `ext`,
  /// "Sets"), elements being the same where CEL's `==` holds.
  public static let sets = Library(functions: [
    relation("contains") { first, second, pairs in
      var elements = ElementSet(first)
      defer { pairs += elements.pairs }
      return elements.includes(second)
    },
    relation("equivalent") { first, second, pairs in
      var one = ElementSet(first)
      var other = ElementSet(second)
      defer { pairs += one.pairs + other.pairs }
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
    relation("intersects") { first, second, pairs in
      var elements = ElementSet(first)
      defer { pairs += elements.pairs }
      return elements.meets(second)
    },
  ])

  private static func relation(
    _ name: String, _ holds: @escaping @Sendable ([Value], [Value], inout Int) -> Value
  ) -> Function {
    Function(
      "sets.\(name)",
      overloads: [
        Overload(
          "list_sets_\(name)_list", [.list(a), .list(a)], result: .bool,
          body: .comparing { first, second, pairs in
            guard case .list(let first) = first, case .list(let second)? = second else {
              return .noSuchOverload
            }
            return holds(first, second, &pairs)
          })
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
