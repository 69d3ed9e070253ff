import Diagnostics

/// What one evaluation reads and writes: the variables' values, the loops' variables, what is left
/// of the budget, and the record of a trace.
struct Frame: ~Copyable {
  /// The values of variables, nil where none is given.
  private let values: UnsafePointer<Cell<Value?>>?
  /// Where the value of each variable of the plan is among them.
  private let places: UnsafePointer<Int>?
  /// The patterns of the unknown parts of each of the values; empty where nothing is unknown.
  let patterns: UnsafeBufferPointer<[AttributePattern]>
  /// The variables of the loops around.
  private let locals: UnsafeMutablePointer<LoopVariable>?
  /// How many rounds of loops are left.
  var rounds = Limits.rounds
  /// The values computed so far, where a trace is kept.
  private let records: UnsafeMutablePointer<Trace.Records>?

  /// Creates the frame of a plan that reads `values` at `places`.
  @inline(__always)
  init(
    values: UnsafeBufferPointer<Value?>, places: UnsafeBufferPointer<Int>,
    patterns: UnsafeBufferPointer<[AttributePattern]>, locals: UnsafeMutablePointer<LoopVariable>?,
    rounds: Int, records: UnsafeMutablePointer<Trace.Records>?
  ) {
    self.values = UnsafeRawPointer(values.baseAddress)?.assumingMemoryBound(
      to: Cell<Value?>.self)
    self.places = places.baseAddress
    self.patterns = patterns
    self.locals = locals
    self.rounds = rounds
    self.records = records
  }

  /// The place of a variable of the plan, which has one.
  @inline(__always)
  private func cell(_ slot: Int) -> UnsafePointer<Cell<Value?>> {
    values.unsafelyUnwrapped + places.unsafelyUnwrapped[slot]
  }

  /// The place of a variable of a loop around, nil outside it.
  @inline(__always)
  private func cell(ofLocal place: Int) -> UnsafePointer<Cell<Value>>? {
    UnsafeRawPointer(locals.unsafelyUnwrapped[place].value)?.assumingMemoryBound(
      to: Cell<Value>.self)
  }

  /// The value of a variable of the plan.
  @inline(__always)
  func value(_ slot: Int) -> Value? { cell(slot).pointee.content }

  /// The int that a variable is, where it is one and no part of anything is unknown.
  @inline(__always)
  func int(_ variable: Variable) -> Int64? {
    switch variable {
    case .local(let place): cell(ofLocal: place)?.pointee.int()
    case .slot(let slot): patterns.isEmpty ? cell(slot).pointee.int() : nil
    }
  }

  /// The int that a field of a variable is, where it is one and no part of anything is unknown.
  @inline(__always)
  func int(_ name: FieldName, of variable: Variable) -> Int64? {
    switch variable {
    case .local(let place): cell(ofLocal: place)?.pointee.int(name)
    case .slot(let slot): patterns.isEmpty ? cell(slot).pointee.int(name) : nil
    }
  }

  /// The field of a variable of the plan where that is a map that has it.
  @inline(__always)
  func field(_ name: FieldName, of slot: Int) -> Value? { cell(slot).pointee.field(name) }

  /// The field of a loop's variable where that is a map that has it.
  @inline(__always)
  func field(_ name: FieldName, ofLocal place: Int) -> Value? {
    cell(ofLocal: place)?.pointee.field(name)
  }

  /// The value of a variable of a loop around.
  @inline(__always)
  subscript(local place: Int) -> Value {
    locals.unsafelyUnwrapped[place].value?.pointee ?? .null
  }

  /// Says where the value of a loop's variable lies from here on.
  @inline(__always)
  func place(local place: Int, at value: UnsafePointer<Value>) {
    locals.unsafelyUnwrapped[place].value = value
  }

  /// Forgets a loop's variable at the end of the loop, where what it points to ends.
  @inline(__always)
  func forget(local place: Int) {
    locals.unsafelyUnwrapped[place] = LoopVariable()
  }

  /// Takes the value out of the accumulator of a loop, which is the loop's own to change.
  func empty(accumulator place: Int) {
    if let value = locals.unsafelyUnwrapped[place].value {
      UnsafeMutablePointer(mutating: value).pointee = .null
    }
  }

  /// Notes the value of a part in the trace, if one is kept.
  @inline(__always)
  func record(_ value: Value, _ part: Int32) {
    records?.pointee.append(value, part)
  }

  /// Notes an int in the trace, if one is kept.
  @inline(__always)
  func record(int number: Int64, _ part: Int32) {
    records?.pointee.note(.int(number), part)
  }

  /// Notes the value of a loop's variable in the trace, if one is kept.
  @inline(__always)
  func record(local place: Int, _ part: Int32) {
    let local = locals.unsafelyUnwrapped[place]
    if let list = local.list, let value = local.value {
      records?.pointee.append(element: value - list.start, ofKept: list.number, part)
    } else {
      record(self[local: place], part)
    }
  }

  /// Says that a loop's variable goes through a list, of which a trace then keeps the whole in place
  /// of each of its elements.
  @inline(__always)
  func follow(local place: Int, through list: [Value], _ start: UnsafePointer<Value>?) {
    guard let records, let start, !list.isEmpty else { return }
    locals.unsafelyUnwrapped[place].list = records.pointee.keep(list).map { (start, $0) }
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
  /// What it reads, where that can be looked at where it lies.
  var operand: DirectOperand?
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
