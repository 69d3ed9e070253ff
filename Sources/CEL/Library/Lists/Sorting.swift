extension Library {
  /// `sort`, and what the macro `sortBy` becomes.
  static var sorting: [Function] {
    let keys: [ValueType] = [
      .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes,
    ]
    return [
      Function(
        "sort",
        overloads: keys.map { key in
          unary("list_\(key.description)_sort", .list(key), .list(key), isMember: true) { list in
            sorted(list, by: list)
          }
        }),
      Function(
        "@sortByAssociatedKeys",
        overloads: keys.map { key in
          binary(
            "list_\(key.description)_sortByAssociatedKeys", .list(a), .list(key), .list(a),
            isMember: true, sorted)
        }),
    ]
  }

  /// A list in the order of its elements' keys, equal ones in the order they had.
  private static func sorted(_ list: Value, by keys: Value) -> Value {
    guard case .list(let list) = list, case .list(let keys) = keys, list.count == keys.count
    else { return .noSuchOverload }
    guard let first = keys.first else { return .list([]) }
    let type = first.type.runtimeName
    for key in keys {
      guard sameCodePoints(key.type.runtimeName, type) else {
        return .failure(.invalidArgument, "list elements must have the same type")
      }
      switch order(key, key) {
      case .same?: continue
      case nil: return .failure(.invalidArgument, "list elements must be comparable")
      default: return .failure(.invalidArgument, "NaN has no place in an order")
      }
    }
    var places = Array(keys.indices)
    places.sort { one, other in
      switch order(keys[one], keys[other]) {
      case .before?: true
      case .after?: false
      default: one < other
      }
    }
    return .list(places.map { list[$0] })
  }
}
