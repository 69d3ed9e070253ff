import CEL
import Diagnostics

/// What expressions are compiled in and evaluated with.
struct ExpressionSetting {
  private let environment: Environment
  private let known: Activation
  private let partial: Activation
  private let bindings: Bindings

  init() {
    var environment = Environment(libraries: [
      .standard, .optionals, .bindings, .twoVariableMacros, .strings, .mathematics, .encoders,
      .lists, .sets, .regex, .network,
    ])
    let values: [String: Value] = [
      "a": .int(7), "d": .double(2.5), "s": .string("đồng"), "t": .bool(true), "n": .null,
      "l": .list([.int(1), .string("a"), .null]),
      "m": .map(MapValue([("a", .int(1)), ("b", .list([.int(2)]))])),
    ]
    for name in values.keys.sorted() { environment.declare(variable: name, as: .dyn) }
    var bindings = Bindings(environment)
    for (name, value) in values { bindings.set(value, for: name) }
    self.environment = environment
    self.bindings = bindings
    known = Activation(values)
    partial = Activation(values, unknowns: [AttributePattern("a"), AttributePattern("m.b")])
  }

  /// Reads, prints, checks and evaluates an expression; traps where these do not agree.
  func read(_ bytes: [UInt8]) {
    let source = SourceText(name: "expression", bytes: bytes)
    let parsed: ParsedExpression
    do throws(CompilationError) { parsed = try environment.parse(source) } catch {
      report(error, source)
      return
    }
    let printed = parsed.text
    do throws(CompilationError) {
      let again = try environment.parse(SourceText(name: "printed", text: printed))
      require(again.text == printed, "printed twice is not printed once: \(printed)")
    } catch {
      // What is printed may be longer or deeper than what was read, and then too large.
      let isTooLarge = error.diagnostics.contains { $0.code == "expression-too-large" }
      require(isTooLarge, "printed text that cannot be read: \(printed)")
    }
    do throws(CompilationError) {
      let checked = try environment.check(parsed)
      _ = checked.reads
      _ = checked.worstCost()
      evaluate(environment.program(for: checked))
    } catch {
      report(error, source)
      evaluate(environment.program(for: parsed))
    }
  }

  private func evaluate(_ program: Program) {
    let value = text(program.evaluate(known))
    require(value == text(program.evaluate(bindings)), "slots and names give different outcomes")
    require(value == text(program.trace(known).outcome), "a trace with another outcome")
    guard case .unknown = program.evaluate(partial) else { return }
    guard let residual = program.residual(partial) else { return }
    let left = environment.program(for: residual).evaluate(known)
    // A residual may be larger than its source, and then meet a limit that its source does not.
    if case .error(let error) = left, error.code == .limitExceeded { return }
    if case .value = program.evaluate(known) {
      require(text(left) == value, "a residual with another value: \(residual.text)")
    }
  }

  private func text(_ outcome: Outcome) -> String {
    switch outcome {
    case .value(let value): value.literal
    case .unknown(let attributes): "unknown \(attributes)"
    case .error(let error): "error \(error.code) \(error.message)"
    }
  }

  private func report(_ error: CompilationError, _ source: SourceText) {
    require(!error.diagnostics.isEmpty, "refused without a word")
    var list = DiagnosticList()
    for diagnostic in error.diagnostics { list.report(diagnostic) }
    check(list, in: [source.name: source])
  }
}
