import Diagnostics

extension Planner {
  /// The closure of a call that has been looked up: the first overload that takes the arguments.
  func dispatch(_ overloads: [Overload], _ parts: [Part], _ range: SourceRange) -> Step {
    switch parts.count {
    case 1: return unary(overloads, parts[0].step, range)
    case 2:
      if let pairs = OperandPairs(overloads) {
        if let constant = parts[1].constant,
          let step = operation(pairs, parts[0].step, constant, range)
        {
          return step
        }
        return operation(pairs, parts[0].step, parts[1].step, range)
      }
      return binary(overloads, parts[0].step, parts[1].step, range)
    default:
      return { frame in
        var arguments: [Value] = []
        arguments.reserveCapacity(parts.count)
        for part in parts { arguments.append(part.step(&frame)) }
        if let failed = failure(arguments) { return failed }
        for overload in overloads where overload.accepts(arguments) {
          return overload.call(arguments).located(at: range)
        }
        return Value.noSuchOverload.located(at: range)
      }
    }
  }

  private func unary(
    _ overloads: [Overload], _ argument: @escaping Step, _ range: SourceRange
  ) -> Step {
    if overloads.count == 1, let kinds = overloads[0].plainKinds, kinds.count == 1,
      case .unary(let body) = overloads[0].body
    {
      let kinds = kinds[0]
      return { frame in
        let value = argument(&frame)
        if kinds.holds(value) { return body(value).located(at: range) }
        return value.isFailure ? value : Value.noSuchOverload.located(at: range)
      }
    }
    return { frame in
      let value = argument(&frame)
      if value.isFailure { return value }
      for overload in overloads where overload.accepts(value) {
        if case .unary(let body) = overload.body { return body(value).located(at: range) }
        return overload.call([value]).located(at: range)
      }
      return Value.noSuchOverload.located(at: range)
    }
  }

  private func binary(
    _ overloads: [Overload], _ first: @escaping Step, _ second: @escaping Step,
    _ range: SourceRange
  ) -> Step {
    { frame in
      let one = first(&frame)
      let other = second(&frame)
      if one.isFailure || other.isFailure { return failure(one, other) }
      for overload in overloads where overload.accepts(one, other) {
        if case .binary(let body) = overload.body { return body(one, other).located(at: range) }
        return overload.call([one, other]).located(at: range)
      }
      return Value.noSuchOverload.located(at: range)
    }
  }

  /// An operator beside a constant int or double, or nil for other constants.
  private func operation(
    _ pairs: OperandPairs, _ first: @escaping Step, _ second: Value, _ range: SourceRange
  ) -> Step? {
    switch second {
    case .int(let right) where pairs.takesInts:
      return { frame in
        let one = first(&frame)
        if case .int(let left) = one, let value = pairs.operator.apply(left, right) { return value }
        return pairs.apply(one, second, range)
      }
    case .double(let right) where pairs.takesDoubles:
      return { frame in
        let one = first(&frame)
        if case .double(let left) = one, let value = pairs.operator.apply(left, right) {
          return value
        }
        return pairs.apply(one, second, range)
      }
    default: return nil
    }
  }

  /// An operator with nothing to choose but whether it takes its operands.
  private func operation(
    _ pairs: OperandPairs, _ first: @escaping Step, _ second: @escaping Step, _ range: SourceRange
  ) -> Step {
    { frame in
      let one = first(&frame)
      let other = second(&frame)
      switch (one, other) {
      case (.int(let left), .int(let right)) where pairs.takesInts:
        if let value = pairs.operator.apply(left, right) { return value }
      case (.double(let left), .double(let right)) where pairs.takesDoubles:
        if let value = pairs.operator.apply(left, right) { return value }
      default: break
      }
      return pairs.apply(one, other, range)
    }
  }
}

/// The kinds of operands that the overloads of one operator take.
private struct OperandPairs: Sendable {
  let `operator`: Operator
  let takesInts: Bool
  let takesDoubles: Bool
  /// The kinds of the second operand by the kind of the first.
  private let seconds: [Kinds]

  /// The pairs of overloads that are all of one operator, or nil where they are not.
  init?(_ overloads: [Overload]) {
    guard case .operation(let first)? = overloads.first?.body else { return nil }
    var seconds = [Kinds](repeating: [], count: Kinds.count)
    for overload in overloads {
      guard case .operation(first) = overload.body, overload.kinds.count == 2 else { return nil }
      for kind in 0..<Kinds.count where overload.kinds[0].rawValue & 1 << kind != 0 {
        seconds[kind].formUnion(overload.kinds[1])
      }
    }
    `operator` = first
    self.seconds = seconds
    takesInts = seconds[Kinds.int.place].contains(.int)
    takesDoubles = seconds[Kinds.double.place].contains(.double)
  }

  /// The result of the operator for any two values.
  func apply(_ first: Value, _ second: Value, _ range: SourceRange) -> Value {
    let kind = first.kind
    if !kind.isEmpty, seconds[kind.place].holds(second) {
      return `operator`.apply(first, second).located(at: range)
    }
    if first.isFailure || second.isFailure { return failure(first, second) }
    return Value.noSuchOverload.located(at: range)
  }
}
