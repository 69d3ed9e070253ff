import Diagnostics

/// What one evaluation reads and writes: the variables' values, the loops' variables, what is left
/// of the budget, and the record of a trace.
struct Frame {
  /// The values of variables, nil where none is given.
  let values: UnsafeBufferPointer<Value?>
  /// Where the value of each variable of the plan is among them.
  let places: UnsafeBufferPointer<Int>
  /// The patterns of the unknown parts of each of the values; empty where nothing is unknown.
  let patterns: UnsafeBufferPointer<[AttributePattern]>
  /// The variables of the loops around.
  let locals: UnsafeMutableBufferPointer<Value>
  /// How many rounds of loops are left.
  var rounds = Limits.rounds
  /// The values computed so far, where a trace is kept.
  var records: [Trace.Record] = []

  /// The value of a variable of the plan.
  @inline(__always)
  func value(_ slot: Int) -> Value? { values[places[slot]] }

  /// The patterns of the unknown parts of a variable of the plan.
  func patterns(_ slot: Int) -> [AttributePattern] {
    let place = places[slot]
    return place < patterns.count ? patterns[place] : []
  }

  /// Takes one round from the budget; false where none is left.
  @inline(__always)
  mutating func takeRound() -> Bool {
    rounds -= 1
    return rounds >= 0
  }

  /// Takes rounds from the budget; false where too few are left.
  mutating func take(_ count: Int) -> Bool {
    rounds -= min(count, Limits.rounds + 1)
    return rounds >= 0
  }

  /// Whether a pattern matches some part of a text. A search costs a round for every
  /// ``Limits/stepsPerRound`` steps of its machine.
  mutating func search(_ text: String, _ pattern: Pattern) -> Value {
    guard take(pattern.steps(over: text) / Limits.stepsPerRound),
      let found = pattern.matches(text)
    else { return .limitExceeded }
    return .bool(found)
  }
}

/// A planned expression: takes a frame, gives a value.
typealias Step = @Sendable (inout Frame) -> Value

/// A planned expression as an element or an optional. Closures there would be held in a general form
/// that takes one more call, and memory for large results, each time.
struct Part: Sendable {
  let step: Step
  /// The value, where it is written out.
  var constant: Value?
}

/// The result of a strict function whose arguments failed: the unknowns of all of them, or else the
/// first error (langdef.md, "Runtime Errors", and partial evaluation in cel-go).
func failure(_ arguments: [Value]) -> Value? {
  var unknowns: UnknownSet?
  var error: Value?
  for argument in arguments {
    switch argument {
    case .unknown(let set): unknowns = unknowns?.union(set) ?? set
    case .error: if error == nil { error = argument }
    default: break
    }
  }
  if let unknowns { return .unknown(unknowns) }
  return error
}

/// The failure of two arguments of which at least one failed.
func failure(_ first: Value, _ second: Value) -> Value {
  switch (first, second) {
  case (.unknown(let one), .unknown(let other)): .unknown(one.union(other))
  case (.unknown, _): first
  case (_, .unknown): second
  case (.error, _): first
  default: second
  }
}

/// A failure beside those before it, if any.
func failure(after earlier: Value?, _ value: Value) -> Value {
  guard let earlier else { return value }
  return failure(earlier, value)
}

extension Value {
  /// The value, an error that has no place yet being given one.
  func located(at range: SourceRange) -> Value {
    if case .error(let error) = self { return .error(error.located(at: range)) }
    return self
  }
}

extension EvaluationError {
  /// The error, given a place where it has none yet.
  fileprivate func located(at range: SourceRange) -> EvaluationError {
    var error = self
    if error.range == nil { error.range = range }
    return error
  }
}
