extension Library {
  /// Functions on lists (cel-go `ext`, "Lists"): `slice`, `flatten`, `distinct`, `reverse`, `sort`,
  /// `sortBy`, `lists.range`, and `first` and `last`, whose results are ``optionals``.
  public static let lists = Library(
    functions: cutting + reshaping + ends + sorting, features: .sorting)

  private static var cutting: [Function] {
    [
      Function(
        "slice",
        overloads: [
          Overload(
            "list_slice", [.list(a), .int, .int], isMember: true, result: .list(a),
            body: .any { arguments in
              guard arguments.count == 3, case .list(let list) = arguments[0],
                case .int(let start) = arguments[1], case .int(let end) = arguments[2]
              else { return .noSuchOverload }
              return slice(list, start, end)
            })
        ]),
      Function(
        "lists.range",
        overloads: [
          unary("lists_range", .int, .list(.int)) { value in
            guard case .int(let count) = value else { return .noSuchOverload }
            guard count <= Limits.valueSize else { return .limitExceeded }
            var numbers: [Value] = []
            for number in 0..<max(0, count) { numbers.append(.int(number)) }
            return .list(numbers)
          }
        ]),
    ]
  }

  private static func slice(_ list: [Value], _ start: Int64, _ end: Int64) -> Value {
    guard start >= 0, start <= end, end <= list.count else {
      return .failure(
        .indexOutOfRange, "cannot slice(\(start), \(end)) a list of length \(list.count)")
    }
    return .list(Array(list[Int(start)..<Int(end)]))
  }

  private static var reshaping: [Function] {
    [
      Function(
        "flatten",
        overloads: [
          unary("list_flatten", .list(.list(a)), .list(a), isMember: true) { flattened($0, 1) },
          binary("list_flatten_int", .list(.dyn), .int, .list(.dyn), isMember: true) {
            list, depth in
            guard case .int(let depth) = depth else { return .noSuchOverload }
            guard depth >= 0 else {
              return .failure(.invalidArgument, "flatten(\(depth)): the depth is negative")
            }
            return flattened(list, depth)
          },
        ]),
      Function(
        "reverse",
        overloads: [
          unary("list_reverse", .list(a), .list(a), isMember: true) { value in
            guard case .list(let list) = value else { return .noSuchOverload }
            return .list(list.reversed())
          }
        ]),
      Function(
        "distinct",
        overloads: [
          Overload(
            "list_distinct", [.list(a)], isMember: true, result: .list(a),
            body: .comparing { value, _, pairs in
              guard case .list(let list) = value else { return .noSuchOverload }
              return distinct(list, &pairs)
            })
        ]),
    ]
  }

  private static func flattened(_ value: Value, _ depth: Int64) -> Value {
    guard case .list(let list) = value else { return .noSuchOverload }
    var result: [Value] = []
    var budget = Limits.valueSize
    guard flatten(list, depth, into: &result, &budget) else { return .limitExceeded }
    return .list(result)
  }

  /// Appends the elements, lists among them opened to a depth; false where the budget is spent.
  private static func flatten(
    _ list: [Value], _ depth: Int64, into result: inout [Value], _ budget: inout Int
  ) -> Bool {
    for element in list {
      budget -= 1
      if budget < 0 { return false }
      if depth > 0, case .list(let inner) = element {
        guard flatten(inner, depth - 1, into: &result, &budget) else { return false }
      } else {
        result.append(element)
      }
    }
    return true
  }

  /// The elements of which none before is equal; unknown where an interval leaves that open.
  private static func distinct(_ list: [Value], _ pairs: inout Int) -> Value {
    var seen = ElementSet()
    defer { pairs += seen.pairs }
    for element in list {
      let isSeen = seen.holds(element)
      if seen.isExhausted { return .limitExceeded }
      switch isSeen {
      case .yes: continue
      case .no: seen.add(element)
      case .open: return isSeen.value
      }
    }
    return .list(seen.elements)
  }

  static var ends: [Function] {
    [
      Function(
        "first",
        overloads: [
          unary("list_first", .list(a), .optional(a), isMember: true) { value in
            guard case .list(let list) = value else { return .noSuchOverload }
            return .optional(list.first)
          }
        ]),
      Function(
        "last",
        overloads: [
          unary("list_last", .list(a), .optional(a), isMember: true) { value in
            guard case .list(let list) = value else { return .noSuchOverload }
            return .optional(list.last)
          }
        ]),
    ]
  }
}
