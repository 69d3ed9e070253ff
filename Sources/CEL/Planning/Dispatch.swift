import Diagnostics

extension Planner {
  /// The closure of a call that has been looked up: the first overload that takes the arguments.
  func dispatch(_ overloads: [Overload], _ parts: [Part], _ range: SourceRange) -> Step {
    switch parts.count {
    case 1: return unary(overloads, parts[0], range)
    case 2:
      if let operation = Operation(overloads, range) {
        let general = self.operation(operation, parts[0].step, parts[1])
        guard operation.takesInts, let one = parts[0].operand, let other = parts[1].operand else {
          return general
        }
        return self.operation(operation.operator, one, other, general)
      }
      return binary(overloads, parts[0].step, parts[1].step, range)
    default:
      return { frame in
        var arguments: [Value] = []
        arguments.reserveCapacity(parts.count)
        for part in parts { arguments.append(part.step(&frame)) }
        if let failed = failure(arguments) { return failed }
        for overload in overloads where overload.accepts(arguments) {
          return overload.call(all: arguments, &frame).located(at: range)
        }
        return Value.noSuchOverload.located(at: range)
      }
    }
  }

  private func unary(_ overloads: [Overload], _ part: Part, _ range: SourceRange) -> Step {
    let argument = part.step
    if let conversion = Conversion(overloads, range) {
      let converted: Step = { frame in conversion.apply(argument(&frame), &frame) }
      guard !isTraced, conversion.makesDoubles, case .variable(let variable)? = part.operand?.kind
      else { return converted }
      return { frame in
        if let number = frame.int(variable) { return .double(Double(number)) }
        return converted(&frame)
      }
    }
    return { frame in
      let value = argument(&frame)
      if value.isFailure { return value }
      for overload in overloads where overload.accepts(value) {
        return overload.call(value, &frame).located(at: range)
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
        return overload.call(one, other, &frame).located(at: range)
      }
      return Value.noSuchOverload.located(at: range)
    }
  }

  /// An operator, of which ints and doubles are tried first.
  private func operation(
    _ operation: Operation, _ first: @escaping Step, _ second: Part
  ) -> Step {
    let record = second.record
    if case .int(let right)? = second.constant, operation.takesInts {
      return { frame in
        let one = first(&frame)
        if let record { frame.record(.int(right), record) }
        if case .int(let left) = one, let value = operation.operator.apply(left, right) {
          return value
        }
        return operation.apply(one, .int(right), &frame)
      }
    }
    if case .double(let right)? = second.constant, operation.takesDoubles {
      return { frame in
        let one = first(&frame)
        if let record { frame.record(.double(right), record) }
        if case .double(let left) = one, let value = operation.operator.apply(left, right) {
          return value
        }
        return operation.apply(one, .double(right), &frame)
      }
    }
    let second = second.step
    return { frame in
      let one = first(&frame)
      let other = second(&frame)
      switch (one, other) {
      case (.int(let left), .int(let right)) where operation.takesInts:
        if let value = operation.operator.apply(left, right) { return value }
      case (.double(let left), .double(let right)) where operation.takesDoubles:
        if let value = operation.operator.apply(left, right) { return value }
      default: break
      }
      return operation.apply(one, other, &frame)
    }
  }
}

/// A function of one argument that all its overloads share. Held by reference, so that a closure has
/// one word of it to load.
private final class Conversion: Sendable {
  private let kinds: Kinds
  private let body: @Sendable (Value) -> Value
  private let range: SourceRange
  private let weight: Int
  /// Whether this is `double`, of ints as well.
  let makesDoubles: Bool

  /// The conversion of overloads, or nil where they share none.
  init?(_ overloads: [Overload], _ range: SourceRange) {
    var kinds: Kinds = []
    for overload in overloads {
      switch overload.body {
      case .conversion: break
      case .unary where overloads.count == 1: break
      default: return nil
      }
      guard let own = overload.plainKinds, own.count == 1 else { return nil }
      kinds.formUnion(own[0])
    }
    switch overloads.first?.body {
    case .conversion(let body):
      self.body = body
      makesDoubles = overloads[0].result == .double && kinds.contains(.int)
    case .unary(let body):
      self.body = body
      makesDoubles = false
    default: return nil
    }
    self.kinds = kinds
    self.range = range
    weight = overloads.map { $0.weight }.max() ?? 1
  }

  func apply(_ value: Value, _ frame: inout Frame) -> Value {
    if kinds.holds(value) {
      guard frame.pay(size: value.size * weight) else {
        return Value.limitExceeded.located(at: range)
      }
      let result = body(value)
      guard frame.pay(size: result.size * weight) else {
        return Value.limitExceeded.located(at: range)
      }
      return result.located(at: range)
    }
    return value.isFailure ? value : Value.noSuchOverload.located(at: range)
  }
}

/// An operator with the kinds of operands that its overloads take. Held by reference, so that a
/// closure has one word of it to load.
private final class Operation: Sendable {
  let `operator`: Operator
  let takesInts: Bool
  let takesDoubles: Bool
  /// The kinds of the second operand by the kind of the first.
  private let seconds: [Kinds]
  private let range: SourceRange

  /// The operator of overloads that are all of one, or nil where they are not.
  init?(_ overloads: [Overload], _ range: SourceRange) {
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
    self.range = range
    takesInts = seconds[Kinds.int.place].contains(.int)
    takesDoubles = seconds[Kinds.double.place].contains(.double)
  }

  /// The result of the operator for any two values.
  func apply(_ first: Value, _ second: Value, _ frame: inout Frame) -> Value {
    let kind = first.kind
    if !kind.isEmpty, seconds[kind.place].holds(second) {
      return result(first, second, &frame).located(at: range)
    }
    if first.isFailure || second.isFailure { return failure(first, second) }
    return Value.noSuchOverload.located(at: range)
  }

  private func result(_ first: Value, _ second: Value, _ frame: inout Frame) -> Value {
    switch `operator` {
    case .equals: return frame.equality(first, second, isNegated: false)
    case .differs: return frame.equality(first, second, isNegated: true)
    default:
      guard frame.pay(for: first), frame.pay(for: second) else { return .limitExceeded }
      return `operator`.apply(first, second)
    }
  }
}
