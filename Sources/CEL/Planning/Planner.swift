import Diagnostics

/// Compiles a tree to closures: names become slots, overloads are looked up once.
struct Planner {
  let environment: Environment
  let references: [Int: CheckedExpression.Reference]
  let isTraced: Bool
  var slots: [String] = []
  private var slotOfName: [String: Int] = [:]
  private var firstReads: [(place: Int, name: String)] = []
  /// The variables of the loops around, innermost last, with their places.
  var locals: [(name: String, place: Int)] = []
  private var localCount = 0
  var depth = 0
  private var traced: [Trace.Node] = []
  /// The range of the loop around, which the nodes made for its macro share.
  private(set) var loopRange: SourceRange?

  private init(_ environment: Environment, _ types: CheckedExpression?, isTraced: Bool) {
    self.environment = environment
    self.isTraced = isTraced
    references = types?.references ?? [:]
  }

  static func plan(
    _ parsed: ParsedExpression, types: CheckedExpression?, in environment: Environment,
    isTraced: Bool
  ) -> Plan {
    var planner = Planner(environment, types, isTraced: isTraced)
    let step = planner.plan(parsed.root)
    var reads = planner.firstReads
    reads.sort { $0.place < $1.place }
    var declared: [String] = []
    for read in reads where !declared.contains(where: { sameCodePoints($0, read.name) }) {
      declared.append(read.name)
    }
    return Plan(
      step: step, slots: planner.slots, declared: declared, localCount: planner.localCount,
      traced: planner.traced, environment: environment)
  }

  /// The closure of an expression. Where it is put in place of its calls, which the optimizer likes
  /// to do, the browser's build grows by 60 KB.
  @inline(never)
  mutating func plan(_ expression: Expression) -> Step {
    depth += 1
    defer { depth -= 1 }
    let step = untraced(expression)
    guard let number = tracedPart(expression, depth - 1) else { return step }
    if let place = localPlace(expression) {
      return { frame in
        frame.record(local: place, number)
        return frame[local: place]
      }
    }
    return { frame in
      let value = step(&frame)
      frame.record(value, number)
      return value
    }
  }

  /// The number in the trace of the part that was planned last.
  var lastTraced: Int32 { Int32(truncatingIfNeeded: traced.count - 1) }

  /// The number of a part in the trace, nil where it is not in it.
  mutating func tracedPart(_ expression: Expression, _ depth: Int) -> Int32? {
    guard isTraced, expression.range != loopRange else { return nil }
    traced.append(Trace.Node(range: expression.range, depth: depth))
    return lastTraced
  }

  private mutating func untraced(_ expression: Expression) -> Step {
    switch expression.kind {
    case .literal(let value): return { _ in value }
    case .decimal(let double, let text):
      let value = decimal(double, text)
      return { _ in value }
    case .identifier, .select: return reading(expression)
    case .call(let call): return self.call(call, expression)
    case .list(let elements): return list(elements)
    case .map(let entries): return map(entries, expression.range)
    case .message(let message): return self.message(message, expression.range)
    case .comprehension(let loop): return self.loop(loop, expression)
    }
  }

  /// The value of a literal.
  func constant(_ expression: Expression) -> Value? {
    switch expression.kind {
    case .literal(let value): value
    case .decimal(let double, let text): decimal(double, text)
    default: nil
    }
  }

  private func decimal(_ double: Double, _ text: String) -> Value {
    guard environment.features.contains(.exactDecimals) else { return .double(double) }
    if let rational = Rational(decimal: text) { return .number(.exact(rational)) }
    return .failure(.overflow, "number out of range")
  }

  // MARK: Places

  /// The slot of a variable of the activation; a declared one is noted as read at `place`.
  mutating func slot(of name: String, readAt place: Int) -> Int {
    if environment.type(ofVariable: name) != nil { firstReads.append((place, name)) }
    if let slot = slotOfName[name] { return slot }
    slotOfName[name] = slots.count
    slots.append(name)
    return slots.count - 1
  }

  /// The place of a loop's variable, or nil where no loop around has one of that name.
  func local(_ name: String) -> Int? {
    for local in locals.reversed() where sameCodePoints(local.name, name) { return local.place }
    return nil
  }

  /// Makes a place for a loop's variable; ``forgetLocals(_:)`` ends its scope.
  mutating func addLocal(_ name: String) -> Int {
    let place = locals.count
    locals.append((name, place))
    localCount = max(localCount, locals.count)
    return place
  }

  mutating func forgetLocals(_ count: Int) {
    locals.removeLast(count)
  }

  /// Plans a part with the nodes of a macro kept out of the trace.
  mutating func within(_ range: SourceRange, _ expression: Expression) -> Step {
    let outer = loopRange
    loopRange = range
    defer { loopRange = outer }
    return plan(expression)
  }
}
