import Diagnostics

/// What one evaluation reads and writes: the variables' values, the loops' variables, what is left
/// of the budget, and the record of a trace.
struct Frame: ~Copyable {
  /// The values of variables, nil where none is given.
  private let values: UnsafePointer<Cell>?
  /// Where the value of each variable of the plan is among them.
  private let places: UnsafePointer<Int>?
  /// The patterns of the unknown parts of each of the values; empty where nothing is unknown.
  let patterns: UnsafeBufferPointer<[AttributePattern]>
  /// The variables of the loops around.
  private let locals: UnsafeMutablePointer<Value?>?
  /// How many rounds of loops are left.
  var rounds = Limits.rounds
  /// The values computed so far, where a trace is kept.
  private let records: UnsafeMutablePointer<Trace.Records>?

  /// Creates the frame of a plan that reads `values` at `places`.
  @inline(__always)
  init(
    values: UnsafeBufferPointer<Value?>, places: UnsafeBufferPointer<Int>,
    patterns: UnsafeBufferPointer<[AttributePattern]>, locals: UnsafeMutablePointer<Value?>?,
    rounds: Int, records: UnsafeMutablePointer<Trace.Records>?
  ) {
    self.values = UnsafeRawPointer(values.baseAddress)?.assumingMemoryBound(to: Cell.self)
    self.places = places.baseAddress
    self.patterns = patterns
    self.locals = locals
    self.rounds = rounds
    self.records = records
  }

  /// Where a value lies. It can be read there without being held, which would count references: two
  /// locked operations for each field of a map.
  struct Cell: ~Copyable {
    private let content: Value?

    @inline(__always)
    borrowing func value() -> Value? { content }

    /// The int there, if it is one.
    @inline(__always)
    borrowing func int() -> Int64? {
      if case .int(let number)? = content { number } else { nil }
    }

    /// The field of the map there, or nil where there is no map or it has none.
    @inline(__always)
    borrowing func field(_ name: FieldName) -> Value? {
      if case .map(let map)? = content { map.value(of: name) } else { nil }
    }
  }

  /// The place of a variable of the plan, which has one.
  @inline(__always)
  private func cell(_ slot: Int) -> UnsafePointer<Cell> {
    values.unsafelyUnwrapped + places.unsafelyUnwrapped[slot]
  }

  /// The value of a variable of the plan.
  @inline(__always)
  func value(_ slot: Int) -> Value? { cell(slot).pointee.value() }

  /// The value of a variable of the plan where it is an int.
  @inline(__always)
  func int(_ slot: Int) -> Int64? { cell(slot).pointee.int() }

  /// The field of a variable of the plan where that is a map that has it.
  @inline(__always)
  func field(_ name: FieldName, of slot: Int) -> Value? { cell(slot).pointee.field(name) }

  /// The field of a loop's variable where that is a map that has it.
  @inline(__always)
  func field(_ name: FieldName, ofLocal place: Int) -> Value? {
    UnsafeRawPointer(locals.unsafelyUnwrapped + place).assumingMemoryBound(to: Cell.self)
      .pointee.field(name)
  }

  /// The variable of a loop.
  @inline(__always)
  subscript(local place: Int) -> Value {
    get { locals.unsafelyUnwrapped[place] ?? .null }
    nonmutating set { locals.unsafelyUnwrapped[place] = newValue }
  }

  /// Notes the value of a part in the trace, if one is kept.
  func record(_ value: consuming Value, _ part: Int32) {
    records?.pointee.append(value, part)
  }

  /// The patterns of the unknown parts of a variable of the plan.
  func patterns(_ slot: Int) -> [AttributePattern] {
    let place = places.unsafelyUnwrapped[slot]
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
  /// The number of that in the trace, where one is kept.
  var record: Int32?
  /// The slot, where it is a variable of the plan and no trace is kept.
  var slot: Int?
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
