/// The operators whose operands are both evaluated before it is known which overload is meant; all
/// overloads of one are computed by one function.
package enum Operator: UInt8, Sendable {
  case add, subtract, multiply, divide, modulo
  case equals, differs
  case less, lessOrEqual, greater, greaterOrEqual

  /// The result for two values of types that an overload takes.
  func apply(_ first: Value, _ second: Value) -> Value {
    switch self {
    case .add: Arithmetic.add(first, second)
    case .subtract: Arithmetic.subtract(first, second)
    case .multiply: Arithmetic.multiply(first, second)
    case .divide: Arithmetic.divide(first, second)
    case .modulo: Arithmetic.modulo(first, second)
    case .equals: CEL.equals(first, second)
    case .differs: CEL.differs(first, second)
    case .less: Comparison.less(first, second)
    case .lessOrEqual: Comparison.lessOrEqual(first, second)
    case .greater: Comparison.greater(first, second)
    case .greaterOrEqual: Comparison.greaterOrEqual(first, second)
    }
  }

  /// The result for two ints where it is one without further ado.
  func apply(_ first: Int64, _ second: Int64) -> Value? {
    switch self {
    case .equals: return .bool(first == second)
    case .differs: return .bool(first != second)
    case .less: return .bool(first < second)
    case .lessOrEqual: return .bool(first <= second)
    case .greater: return .bool(first > second)
    case .greaterOrEqual: return .bool(first >= second)
    case .add:
      let sum = first.addingReportingOverflow(second)
      return sum.overflow ? nil : .int(sum.partialValue)
    case .subtract:
      let difference = first.subtractingReportingOverflow(second)
      return difference.overflow ? nil : .int(difference.partialValue)
    case .multiply, .divide, .modulo: return nil
    }
  }

  /// The result for two doubles where it is one without further ado.
  func apply(_ first: Double, _ second: Double) -> Value? {
    switch self {
    case .equals: .bool(first == second)
    case .differs: .bool(first != second)
    case .less: .bool(first < second)
    case .lessOrEqual: .bool(first <= second)
    case .greater: .bool(first > second)
    case .greaterOrEqual: .bool(first >= second)
    case .add: .double(first + second)
    case .subtract: .double(first - second)
    case .multiply: .double(first * second)
    case .divide: .double(first / second)
    case .modulo: nil
    }
  }
}
