import Diagnostics

/// The operators `+ - * / %` and unary `-` (langdef.md, "Numeric Values": overflow is an error).
enum Arithmetic {
  static func add(_ first: Value, _ second: Value) -> Value {
    switch (first, second) {
    case (.int(let one), .int(let other)): signed(one.addingReportingOverflow(other))
    case (.uint(let one), .uint(let other)): unsigned(one.addingReportingOverflow(other))
    case (.double(let one), .double(let other)): .double(one + other)
    case (.string(let one), .string(let other)):
      isTooLarge(one.utf8.count, other.utf8.count) ?? .string(one + other)
    case (.bytes(let one), .bytes(let other)):
      isTooLarge(one.count, other.count) ?? .bytes(one + other)
    case (.list(let one), .list(let other)):
      isTooLarge(one.count, other.count) ?? .list(one + other)
    case (.timestamp(let point), .duration(let span)), (.duration(let span), .timestamp(let point)):
      timestamp(point.advanced(by: span))
    case (.duration(let one), .duration(let other)):
      span(one.nanoseconds.addingReportingOverflow(other.nanoseconds))
    default: exact(first, second) { (one, other) throws(NumberError) in try one.adding(other) }
    }
  }

  static func subtract(_ first: Value, _ second: Value) -> Value {
    switch (first, second) {
    case (.int(let one), .int(let other)): signed(one.subtractingReportingOverflow(other))
    case (.uint(let one), .uint(let other)): unsigned(one.subtractingReportingOverflow(other))
    case (.double(let one), .double(let other)): .double(one - other)
    case (.timestamp(let point), .duration(let span)): timestamp(point.moved(back: span))
    case (.timestamp(let one), .timestamp(let other)):
      one.span(since: other).map { .duration($0) } ?? .failure(.overflow, "duration overflow")
    case (.duration(let one), .duration(let other)):
      span(one.nanoseconds.subtractingReportingOverflow(other.nanoseconds))
    default: exact(first, second) { (one, other) throws(NumberError) in try one.subtracting(other) }
    }
  }

  static func multiply(_ first: Value, _ second: Value) -> Value {
    switch (first, second) {
    case (.int(let one), .int(let other)): signed(one.multipliedReportingOverflow(by: other))
    case (.uint(let one), .uint(let other)): unsigned(one.multipliedReportingOverflow(by: other))
    case (.double(let one), .double(let other)): .double(one * other)
    default:
      exact(first, second) { (one, other) throws(NumberError) in try one.multiplied(by: other) }
    }
  }

  static func divide(_ first: Value, _ second: Value) -> Value {
    switch (first, second) {
    case (.int, .int(0)), (.uint, .uint(0)): .failure(.divideByZero, "divide by zero")
    case (.int(let one), .int(let other)): signed(one.dividedReportingOverflow(by: other))
    case (.uint(let one), .uint(let other)): .uint(one / other)
    case (.double(let one), .double(let other)): .double(one / other)
    default:
      exact(first, second) { (one, other) throws(NumberError) in try one.divided(by: other) }
    }
  }

  static func modulo(_ first: Value, _ second: Value) -> Value {
    switch (first, second) {
    case (.int, .int(0)), (.uint, .uint(0)): .failure(.modulusByZero, "modulus by zero")
    case (.int(let one), .int(let other)):
      signed(one.remainderReportingOverflow(dividingBy: other))
    case (.uint(let one), .uint(let other)): .uint(one % other)
    default: .noSuchOverload
    }
  }

  static func negate(_ value: Value) -> Value {
    switch value {
    case .int(let number): return signed(Int64(0).subtractingReportingOverflow(number))
    case .double(let number): return .double(-number)
    case .number(let number):
      do throws(NumberError) { return .number(try number.negated()) } catch {
        return failure(error)
      }
    default: return .noSuchOverload
    }
  }

  private static func signed(_ result: (partialValue: Int64, overflow: Bool)) -> Value {
    result.overflow ? .failure(.overflow, "integer overflow") : .int(result.partialValue)
  }

  private static func unsigned(_ result: (partialValue: UInt64, overflow: Bool)) -> Value {
    result.overflow ? .failure(.overflow, "unsigned integer overflow") : .uint(result.partialValue)
  }

  private static func span(_ result: (partialValue: Int64, overflow: Bool)) -> Value {
    result.overflow
      ? .failure(.overflow, "duration overflow")
      : .duration(TimeSpan(nanoseconds: result.partialValue))
  }

  private static func timestamp(_ result: Timestamp?) -> Value {
    result.map { .timestamp($0) } ?? .failure(.overflow, "timestamp overflow")
  }

  private static func isTooLarge(_ first: Int, _ second: Int) -> Value? {
    first + second > Limits.valueSize
      ? .limitExceeded : nil
  }

  private static func exact(
    _ first: Value, _ second: Value, _ operation: (Number, Number) throws(NumberError) -> Number
  ) -> Value {
    guard let (one, other) = lifted(first, second) else { return .noSuchOverload }
    do throws(NumberError) { return .number(try operation(one, other)) } catch {
      return failure(error)
    }
  }

  private static func failure(_ error: NumberError) -> Value {
    let code: EvaluationError.Code
    switch error {
    case .overflow: code = .overflow
    case .divisionByZero: code = .divideByZero
    case .averageInSum: code = .averageInSum
    default: code = .invalidArgument
    }
    return .failure(code, error.message.en)
  }
}

/// The operators `< <= >= >`, which compare numbers across types.
enum Comparison {
  static func less(_ first: Value, _ second: Value) -> Value {
    if let (one, other) = lifted(first, second) { return one.isLess(than: other).value }
    return compare(first, second) { $0 == .before }
  }

  static func lessOrEqual(_ first: Value, _ second: Value) -> Value {
    if let (one, other) = lifted(first, second) { return one.isLessOrEqual(to: other).value }
    return compare(first, second) { $0 == .before || $0 == .same }
  }

  static func greater(_ first: Value, _ second: Value) -> Value { less(second, first) }

  static func greaterOrEqual(_ first: Value, _ second: Value) -> Value {
    lessOrEqual(second, first)
  }

  private static func compare(
    _ first: Value, _ second: Value, _ holds: (Order) -> Bool
  ) -> Value {
    guard let order = order(first, second) else { return .noSuchOverload }
    return .bool(holds(order))
  }
}
