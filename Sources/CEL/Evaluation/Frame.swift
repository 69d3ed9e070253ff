import Diagnostics

/// What one evaluation reads and writes: the variables' values, the loops' variables, what is left
/// of the budget, and the record of a trace.
final class Frame {
  /// The value of each variable of the program, nil where the activation gives none.
  let values: [Value?]
  /// The patterns of each variable's unknown parts; empty where nothing is unknown.
  let patterns: [[AttributePattern]]
  /// The variables of the loops around.
  var locals: [Value]
  /// How many rounds of loops are left.
  var rounds = Limits.rounds
  /// The values computed so far, where a trace is kept.
  var entries: [Trace.Entry] = []

  init(_ activation: Activation, variables: [String], locals: Int) {
    var values: [Value?] = []
    values.reserveCapacity(variables.count)
    for name in variables { values.append(activation.values[name]) }
    self.values = values
    self.locals = [Value](repeating: .null, count: locals)
    var patterns: [[AttributePattern]] = []
    if !activation.unknowns.isEmpty {
      for name in variables {
        var found: [AttributePattern] = []
        for pattern in activation.unknowns where sameCodePoints(pattern.variable, name) {
          found.append(pattern)
        }
        patterns.append(found)
      }
    }
    self.patterns = patterns
  }

  /// Takes one round from the budget; false where none is left.
  func takeRound() -> Bool { take(1) }

  /// Takes rounds from the budget; false where too few are left.
  func take(_ count: Int) -> Bool {
    rounds -= min(count, Limits.rounds + 1)
    return rounds >= 0
  }

  /// Whether a pattern matches some part of a text. A search costs a round for every
  /// ``Limits/stepsPerRound`` steps of its machine.
  func search(_ text: String, _ pattern: Pattern) -> Value {
    guard take(pattern.steps(over: text) / Limits.stepsPerRound),
      let found = pattern.matches(text)
    else { return .limitExceeded }
    return .bool(found)
  }
}

/// A planned expression: takes a frame, gives a value.
typealias Step = @Sendable (Frame) -> Value

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

extension Value {
  /// The value, an error that has no place yet being given one.
  func located(at range: SourceRange) -> Value {
    guard case .error(var error) = self, error.range == nil else { return self }
    error.range = range
    return .error(error)
  }
}
