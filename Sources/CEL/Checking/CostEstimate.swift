/// Adds up the worst case of an expression's parts.
struct CostEstimate {
  let checked: CheckedExpression
  let bounds: SizeBounds
  /// The extents of the macros' variables around, innermost last.
  private var locals: [(name: String, extent: Extent)] = []

  typealias Estimate = (cost: Cost, extent: Extent)

  init(checked: CheckedExpression, bounds: SizeBounds) {
    self.checked = checked
    self.bounds = bounds
  }

  mutating func estimated(_ expression: Expression) -> Estimate {
    if case .variable(let name)? = checked.references[expression.id] {
      return (Cost(steps: 1), .input(name))
    }
    switch expression.kind {
    case .literal(let value): return (Cost(steps: 1), .made(size(of: value), each: nil))
    case .decimal: return (Cost(steps: 1), .made(1, each: nil))
    case .identifier(let name):
      for local in locals.reversed() where sameCodePoints(local.name, name) {
        return (Cost(steps: 1), local.extent)
      }
      return (Cost(steps: 1), .made(1, each: nil))
    case .select(let selection):
      let operand = estimated(selection.operand)
      return (operand.cost + Cost(steps: 1), part(of: operand.extent, "." + selection.field))
    case .call(let call): return self.call(call, expression)
    case .list(let elements): return all(elements.map { $0.value })
    case .map(let entries): return all(entries.flatMap { [$0.key, $0.value] })
    case .message(let message): return all(message.fields.map { $0.value })
    case .comprehension(let loop): return self.loop(loop)
    }
  }

  // MARK: Sizes

  private func size(of value: Value) -> UInt64 {
    switch value {
    case .string(let text): UInt64(text.utf8.count)
    case .bytes(let bytes): UInt64(bytes.count)
    case .list(let list): UInt64(list.count)
    case .map(let map): UInt64(map.count)
    default: 1
    }
  }

  private func size(of extent: Extent) -> UInt64 { extent.size(bounds) }

  /// The extent of an element, of a field or of what an index finds.
  private func part(of extent: Extent, _ step: String) -> Extent {
    extent.part(step) ?? .made(bounds.other, each: nil)
  }

  /// The elements, entries and bytes of a value and of what lies in it, as far as its type says.
  private func depth(of extent: Extent, _ type: ValueType) -> UInt64 {
    switch type {
    case .list(let inner), .map(_, let inner):
      product(size(of: extent), depth(of: part(of: extent, "[]"), inner))
    case .optional(let inner), .wrapper(let inner): depth(of: extent, inner)
    case .string, .bytes: max(1, size(of: extent))
    case .bool, .int, .uint, .double, .number, .null, .timestamp, .duration, .type: 1
    default: product(size(of: extent), max(1, bounds.other))
    }
  }

  /// Parts of which all are evaluated, and the collection they make.
  private mutating func all(_ parts: [Expression]) -> Estimate {
    var cost = Cost(steps: 1)
    var each: Extent?
    for part in parts {
      let (own, extent) = estimated(part)
      cost = cost + own
      each = Extent.union(each, extent)
    }
    return (cost, .made(UInt64(parts.count), each: each))
  }

  // MARK: Calls

  private mutating func call(_ call: Expression.Call, _ expression: Expression) -> Estimate {
    var arguments = call.arguments
    // The target of `math.least` is part of the function's name.
    if let target = call.target, checked.types[target.id] != nil { arguments.insert(target, at: 0) }
    var cost = Cost(steps: 1)
    var extents: [Extent] = []
    for argument in arguments {
      let (own, extent) = estimated(argument)
      if call.function == "_?_:_", extents.count == 2 {
        // One of the branches alone is evaluated.
        return (cost + own, extents[1].union(extent))
      }
      cost = cost + own
      extents.append(extent)
    }
    switch call.function {
    case "_[_]", "_[?_]", "_?._": return (cost, part(of: extents[0], step(call.arguments[1])))
    case "_&&_", "_||_", "!_", "@not_strictly_false": return (cost, .made(1, each: nil))
    default: break
    }
    var total: UInt64 = 0
    var deep: UInt64 = 0
    for (argument, extent) in zip(arguments, extents) where hasSize(argument) {
      total = sum(total, size(of: extent))
      deep = sum(deep, depth(of: extent, checked.types[argument.id] ?? .dyn))
    }
    cost.steps = sum(cost.steps, work(of: call.function, deep))
    return (cost, result(of: call, expression, extents, total))
  }

  /// An index as a step of a path.
  private func step(_ index: Expression) -> String {
    if case .literal(.string(let name)) = index.kind { "." + name } else { "[]" }
  }

  private func hasSize(_ expression: Expression) -> Bool {
    switch checked.types[expression.id] {
    case .bool?, .int?, .uint?, .double?, .number?, .null?, .timestamp?, .duration?, .type?: false
    default: true
    }
  }

  /// What an operation takes for the elements and bytes of its arguments, those that lie deeper
  /// included.
  private func work(of function: String, _ deep: UInt64) -> UInt64 {
    switch function {
    case "matches", "contains", "equivalent", "intersects", "distinct", "sort",
      "@sortByAssociatedKeys", "replace", "extract", "extractAll", "flatten":
      product(deep, max(deep, 1))
    default: deep
    }
  }

  private func result(
    of call: Expression.Call, _ expression: Expression, _ extents: [Extent], _ total: UInt64
  ) -> Extent {
    guard hasSize(expression) else { return .made(1, each: nil) }
    var each: Extent?
    for extent in extents { each = Extent.union(each, extent.part("[]")) }
    switch call.function {
    case "_+_": return .made(total, each: each)
    case "cel.@mapInsert":
      let added = extents.count == 3 ? extents[2] : part(of: extents[extents.count - 1], "[]")
      return .made(sum(size(of: extents[0]), 1), each: Extent.union(extents[0].part("[]"), added))
    case "slice", "distinct", "sort", "reverse", "@sortByAssociatedKeys", "substring", "trim":
      return .made(total, each: each)
    case "range":
      // `lists.range(n)` is as long as its argument says.
      if case .literal(.int(let count))? = call.arguments.first?.kind {
        return .made(UInt64(max(0, count)), each: .made(1, each: nil))
      }
      return .made(UInt64(Limits.valueSize), each: .made(1, each: nil))
    default:
      // Other functions give one of their arguments, a part of one, or something of its own.
      var result = Extent.made(max(bounds.other, product(total, max(total, 1))), each: nil)
      for extent in extents { result = result.union(extent) }
      if let each { result = result.union(each) }
      return result
    }
  }

  // MARK: Loops

  private mutating func loop(_ loop: Expression.Comprehension) -> Estimate {
    let range = estimated(loop.range)
    let rounds = size(of: range.extent)
    let outer = locals.count
    defer { locals.removeLast(locals.count - outer) }
    let element = part(of: range.extent, "[]")
    if let purpose = loop.purpose {
      add(loop, element)
      let round: Estimate
      switch purpose {
      case .quantifier(_, let test): round = (estimated(test).cost, .made(1, each: nil))
      case .transform(let test, let value):
        let made = estimated(value)
        round = ((test.map { estimated($0).cost } ?? Cost()) + made.cost, made.extent)
      }
      var cost = range.cost + round.cost * rounds
      cost = cost + Cost(steps: sum(rounds, 1), rounds: rounds)
      return (cost, .made(rounds, each: round.extent))
    }
    // `cel.bind` is a loop of no rounds, other accumulators grow by one a round at most.
    let initial = estimated(loop.initial)
    let grown = sum(size(of: initial.extent), rounds)
    locals.append(
      (loop.accumulator, rounds == 0 ? initial.extent : .made(grown, each: nil)))
    add(loop, element)
    let step = estimated(loop.step)
    let round = estimated(loop.condition).cost + step.cost
    locals.removeLast(locals.count - outer)
    locals.append(
      (loop.accumulator, rounds == 0 ? initial.extent : .made(grown, each: step.extent.part("[]"))))
    let result = estimated(loop.result)
    var cost = range.cost + initial.cost + result.cost + round * rounds
    cost = cost + Cost(steps: sum(rounds, 1), rounds: rounds)
    return (cost, result.extent)
  }

  private mutating func add(_ loop: Expression.Comprehension, _ element: Extent) {
    locals.append((loop.variable, element))
    if let second = loop.secondVariable { locals.append((second, element)) }
  }
}
