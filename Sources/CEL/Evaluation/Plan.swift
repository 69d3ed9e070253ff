/// The closures an expression was compiled to, with the places they read. Held by reference, so that
/// nothing of it is copied to run it.
final class Plan: Sendable {
  private let step: Step
  /// The names read from outside, in the order of their slots.
  let slots: [String]
  /// The place of each among the variables of the environment, −1 for one not declared there.
  private let places: [Int]
  /// The names of the environment's variables.
  private let names: [String]
  /// Whether every name has its place among them.
  private let isDeclared: Bool
  /// Their places where each has its own.
  private let ownPlaces: [Int]
  /// The declared ones among the names, in the order of their first appearance.
  let declared: [String]
  /// How many places the loops need.
  private let localCount: Int
  var hasLoops: Bool { localCount > 0 }
  /// What each number of a trace's records stands for; empty where none is kept.
  let traced: [Trace.Node]

  init(
    step: @escaping Step, slots: [String], declared: [String], localCount: Int,
    traced: [Trace.Node], environment: Environment
  ) {
    self.step = step
    self.slots = slots
    self.declared = declared
    self.localCount = localCount
    self.traced = traced
    names = environment.layout.names
    places = slots.map { environment.slot(of: $0) ?? -1 }
    isDeclared = !places.contains(-1)
    ownPlaces = Array(slots.indices)
  }

  /// What an evaluation gave.
  struct Run {
    let value: Value
    /// How many rounds of loops are left.
    let rounds: Int
  }

  /// Evaluates with values by name.
  func run(
    _ activation: Activation, rounds: Int = Limits.rounds,
    records: UnsafeMutablePointer<Trace.Records>? = nil
  ) -> Run {
    withUnsafeTemporaryAllocation(of: Value?.self, capacity: slots.count) { values in
      var place = 0
      for name in slots {
        values.initializeElement(at: place, to: activation.value(of: name))
        place += 1
      }
      defer { values.deinitialize() }
      let patterns = activation.patterns(of: slots)
      return run(UnsafeBufferPointer(values), ownPlaces, patterns, rounds, records)
    }
  }

  /// Evaluates with values by place.
  func run(
    _ bindings: Bindings, records: UnsafeMutablePointer<Trace.Records>? = nil
  ) -> Run {
    guard isDeclared && bindings.isLaidOut(as: names) || bindings.hold(slots, at: places) else {
      return run(bindings.activation(of: slots), records: records)
    }
    return bindings.values.withUnsafeBufferPointer { values in
      run(values, places, bindings.patterns, Limits.rounds, records)
    }
  }

  @inline(__always)
  private func run(
    _ values: UnsafeBufferPointer<Value?>, _ places: [Int], _ patterns: [[AttributePattern]],
    _ rounds: Int, _ records: UnsafeMutablePointer<Trace.Records>?
  ) -> Run {
    places.withUnsafeBufferPointer { places in
      patterns.withUnsafeBufferPointer { patterns in
        if localCount > 0 { return runLoops(values, places, patterns, rounds, records) }
        return run(
          Frame(
            values: values, places: places, patterns: patterns, locals: nil, rounds: rounds,
            records: records))
      }
    }
  }

  /// Evaluates with room for the variables of loops; apart, because such room costs the others, too.
  @inline(never)
  private func runLoops(
    _ values: UnsafeBufferPointer<Value?>, _ places: UnsafeBufferPointer<Int>,
    _ patterns: UnsafeBufferPointer<[AttributePattern]>, _ rounds: Int,
    _ records: UnsafeMutablePointer<Trace.Records>?
  ) -> Run {
    withUnsafeTemporaryAllocation(of: LoopVariable.self, capacity: localCount) { locals in
      locals.initialize(repeating: LoopVariable())
      defer { locals.deinitialize() }
      return run(
        Frame(
          values: values, places: places, patterns: patterns, locals: locals.baseAddress,
          rounds: rounds, records: records))
    }
  }

  @inline(__always)
  private func run(_ frame: consuming Frame) -> Run {
    let value = step(&frame)
    return Run(value: value, rounds: frame.rounds)
  }
}
