/// What the variables of an environment stand for, filled in once and read by any number of programs
/// of that environment, also in parallel.
///
/// A program finds a variable here by its slot, so that evaluating looks up no name and takes no
/// memory of its own:
///
/// ```swift
/// var bindings = Bindings(environment)             // once for each input
/// bindings.set(.int(27), for: "staff.total")       // or at: environment.slot(of: "staff.total")
/// bindings.setUnknown("staff.trained")
/// for program in programs { print(program.evaluate(bindings)) }
/// ```
///
/// Bindings may also be read by programs of a copy of the environment that declares more, and of
/// other environments; what has another slot there is looked up by its name.
public struct Bindings: Sendable {
  /// The names by slot, as the environment declares them.
  private var names: [String]
  private var slots: [String: Int]
  /// The values by slot, nil where none is given.
  private(set) var values: [Value?]
  /// The unknown parts by slot; empty where no part of a variable is unknown.
  private(set) var patterns: [[AttributePattern]] = []

  /// Creates bindings without values; a variable without one is an error where it is read.
  public init(_ environment: Environment) {
    (names, slots) = environment.layout
    values = [Value?](repeating: nil, count: names.count)
  }

  /// The value of a variable, or nil where none is given; an unknown one is ``Value/unknown(_:)``.
  public subscript(name: String) -> Value? { slots[name].flatMap { values[$0] } }

  /// The same with room of its own for values. Where much is set, this is sooner done than a copy at
  /// the first change, which goes by each value's kind.
  public func copied() -> Bindings {
    var copy = self
    copy.values = values.map { $0 }
    return copy
  }

  /// Gives a variable its value in place of what was said of it before; a name that the environment
  /// does not declare gets a slot of its own.
  public mutating func set(_ value: Value?, for name: String) {
    set(value, at: slot(of: name))
  }

  /// Gives a variable its value by the slot that ``Environment/slot(of:)`` names.
  public mutating func set(_ value: Value?, at slot: Int) {
    values[slot] = value
    if slot < patterns.count { patterns[slot] = [] }
  }

  /// Says that a variable is not known.
  public mutating func setUnknown(_ name: String) {
    set(.unknown(of: name), for: name)
  }

  /// Says that a variable is not known, by its slot.
  public mutating func setUnknown(at slot: Int) {
    set(.unknown(of: names[slot]), at: slot)
  }

  /// Says that parts of a variable's value are not known, beside what was said before.
  public mutating func add(unknown pattern: AttributePattern) {
    let slot = slot(of: pattern.variable)
    while patterns.count < values.count { patterns.append([]) }
    patterns[slot].append(pattern)
  }

  private mutating func slot(of name: String) -> Int {
    if let slot = slots[name] { return slot }
    slots[name] = names.count
    names.append(name)
    values.append(nil)
    if !patterns.isEmpty { patterns.append([]) }
    return names.count - 1
  }

  /// Whether these are bindings of an environment that declares just the given names, as far as can
  /// be told without looking at them: both hold one array.
  @inline(__always)
  func isLaidOut(as other: [String]) -> Bool {
    names.withUnsafeBufferPointer { one in
      other.withUnsafeBufferPointer { other in
        one.baseAddress == other.baseAddress && !one.isEmpty
      }
    }
  }

  /// Whether each variable has its slot.
  func hold(_ variables: [String], at slots: [Int]) -> Bool {
    for (name, slot) in zip(variables, slots) {
      guard slot >= 0, slot < names.count, sameCodePoints(names[slot], name) else { return false }
    }
    return true
  }

  /// The values and the unknown parts of variables by their names.
  func activation(of names: [String]) -> Activation {
    var activation = Activation()
    for name in names {
      guard let slot = slots[name] else { continue }
      activation.values[name] = values[slot]
      if slot < patterns.count { activation.unknowns += patterns[slot] }
    }
    return activation
  }
}
