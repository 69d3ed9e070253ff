import Diagnostics

/// A variable of the activation by its slot in the plan, or one of the loops around by its place.
enum Variable: Sendable {
  case slot(Int)
  case local(Int)
}

/// An operand that can be looked at where it lies, neither copied nor held, with its number in the
/// trace.
struct DirectOperand: Sendable {
  let kind: Kind
  let part: Int32

  enum Kind: Sendable {
    case variable(Variable)
    case field(FieldName, Variable)
    case constant(Int64)
  }
}

/// An operand as ints are taken from it; a type for each kind, so that each pair of kinds has a
/// closure of its own.
private protocol IntOperand: Sendable {
  /// The int, or nil where it is none, or may be unknown: then the operand is to be evaluated.
  func int(_ frame: borrowing Frame) -> Int64?

  /// Notes in the trace what evaluating the operand would.
  func record(_ number: Int64, _ frame: borrowing Frame)
}

private struct VariableOperand: IntOperand {
  let variable: Variable
  let part: Int32

  @inline(__always)
  func int(_ frame: borrowing Frame) -> Int64? { frame.int(variable) }

  @inline(__always)
  func record(_ number: Int64, _ frame: borrowing Frame) {
    switch variable {
    case .local(let place): frame.record(local: place, part)
    case .slot: frame.record(int: number, part)
    }
  }
}

private struct FieldOperand: IntOperand {
  let name: FieldName
  let variable: Variable
  let part: Int32

  @inline(__always)
  func int(_ frame: borrowing Frame) -> Int64? { frame.int(name, of: variable) }

  @inline(__always)
  func record(_ number: Int64, _ frame: borrowing Frame) {
    // The variable of a loop is a part of its own, the one before.
    if case .local(let place) = variable { frame.record(local: place, part - 1) }
    frame.record(int: number, part)
  }
}

private struct ConstantOperand: IntOperand {
  let number: Int64
  let part: Int32

  @inline(__always)
  func int(_ frame: borrowing Frame) -> Int64? { number }

  @inline(__always)
  func record(_ number: Int64, _ frame: borrowing Frame) { frame.record(int: number, part) }
}

extension Planner {
  /// What an expression that was planned last reads, where it is a variable, a field of one or a
  /// written int.
  mutating func directOperand(_ expression: Expression) -> DirectOperand? {
    if isTraced && expression.range == loopRange { return nil }
    return directKind(expression).map { DirectOperand(kind: $0, part: lastTraced) }
  }

  private mutating func directKind(_ expression: Expression) -> DirectOperand.Kind? {
    if case .int(let number)? = constant(expression) { return .constant(number) }
    if let place = localPlace(expression) { return .variable(.local(place)) }
    if case .select(let selection) = expression.kind, !selection.isTest,
      let place = localPlace(selection.operand)
    {
      return .field(FieldName(selection.field), .local(place))
    }
    guard !hasComputedIndex(expression), let attribute = attribute(expression),
      attribute.roots.count == 1
    else { return nil }
    let variable = Variable.slot(attribute.roots[0].slot)
    let path = attribute.roots[0].fields + attribute.path
    if path.isEmpty { return .variable(variable) }
    if path.count == 1, case .field(let name, _) = path[0] { return .field(name, variable) }
    return nil
  }

  /// Whether an attribute has a step that must be planned, which happens once for each part.
  private func hasComputedIndex(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .select(let selection): hasComputedIndex(selection.operand)
    case .call: true
    default: false
    }
  }

  /// An operator of two direct operands: of two ints it is computed on the spot, anything else is
  /// left to `general`.
  func operation(
    _ operation: Operator, _ first: DirectOperand, _ second: DirectOperand,
    _ general: @escaping Step
  ) -> Step {
    switch first.kind {
    case .variable(let variable):
      self.operation(
        operation, VariableOperand(variable: variable, part: first.part), second, general)
    case .field(let name, let variable):
      self.operation(
        operation, FieldOperand(name: name, variable: variable, part: first.part), second, general)
    case .constant: general
    }
  }

  private func operation(
    _ operation: Operator, _ first: some IntOperand, _ second: DirectOperand,
    _ general: @escaping Step
  ) -> Step {
    switch second.kind {
    case .variable(let variable):
      onInts(operation, first, VariableOperand(variable: variable, part: second.part), general)
    case .field(let name, let variable):
      onInts(
        operation, first, FieldOperand(name: name, variable: variable, part: second.part), general)
    case .constant(let number):
      onInts(operation, first, ConstantOperand(number: number, part: second.part), general)
    }
  }

  private func onInts(
    _ operation: Operator, _ first: some IntOperand, _ second: some IntOperand,
    _ general: @escaping Step
  ) -> Step {
    let isTraced = isTraced
    return { frame in
      guard let left = first.int(frame), let right = second.int(frame),
        let value = operation.apply(left, right)
      else { return general(&frame) }
      if isTraced { record(first, left, second, right, frame) }
      return value
    }
  }
}

/// Notes two operands in the trace; apart, so that the closure stays short where none is kept.
@inline(never)
private func record(
  _ first: some IntOperand, _ left: Int64, _ second: some IntOperand, _ right: Int64,
  _ frame: borrowing Frame
) {
  first.record(left, frame)
  second.record(right, frame)
}
