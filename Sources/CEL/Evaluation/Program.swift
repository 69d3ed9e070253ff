public import Diagnostics

/// An expression ready to be evaluated any number of times, also in parallel.
public struct Program: Sendable {
  private let compiled: Compiled

  /// The type of the result; `dyn` for an expression that was not checked.
  public var resultType: ValueType { compiled.types?.resultType ?? .dyn }
  /// The declared variables the expression reads, in the order of their first appearance.
  public var variables: [String] { compiled.plan.declared }
  /// The text the program was compiled from.
  public var source: SourceText { compiled.parsed.source }

  var parsed: ParsedExpression { compiled.parsed }
  var types: CheckedExpression? { compiled.types }
  var environment: Environment { compiled.environment }

  init(_ parsed: ParsedExpression, types: CheckedExpression?, environment: Environment) {
    compiled = Compiled(parsed, types, environment)
  }

  /// All that a program is, held once however often the program is copied.
  private final class Compiled: Sendable {
    let parsed: ParsedExpression
    let types: CheckedExpression?
    let environment: Environment
    let plan: Plan

    init(_ parsed: ParsedExpression, _ types: CheckedExpression?, _ environment: Environment) {
      self.parsed = parsed
      self.types = types
      self.environment = environment
      plan = Planner.plan(parsed, types: types, in: environment, isTraced: false)
    }
  }

  /// The value of the expression, or why there is none.
  public func evaluate(_ activation: Activation = Activation()) -> Outcome {
    Outcome(compiled.plan.run(activation).value)
  }

  /// The value of the expression, or why there is none, within a budget of rounds other than the
  /// usual million.
  package func evaluate(_ activation: Activation, rounds: Int) -> Outcome {
    Outcome(compiled.plan.run(activation, rounds: rounds).value)
  }

  /// The value of the expression, or why there is none, from values by slot.
  public func evaluate(_ bindings: Bindings) -> Outcome {
    Outcome(compiled.plan.run(bindings).value)
  }

  /// The program that also tells the values of its parts, planned once for any number of traces.
  public func traced() -> TracedProgram {
    TracedProgram(plan: Planner.plan(parsed, types: types, in: environment, isTraced: true))
  }

  /// The value of the expression with that of each of its parts; ``traced()`` is to be kept where an
  /// expression is traced more than once.
  public func trace(_ activation: Activation = Activation()) -> Trace {
    traced().trace(activation)
  }
}

/// A program that tells the value of each part of its expression.
public struct TracedProgram: Sendable {
  fileprivate let plan: Plan

  /// The value of the expression with that of each of its parts.
  public func trace(_ activation: Activation = Activation()) -> Trace {
    Trace(of: plan) { records in plan.run(activation, records: records) }
  }

  /// The value of the expression with that of each of its parts, from values by slot.
  public func trace(_ bindings: Bindings) -> Trace {
    Trace(of: plan) { records in plan.run(bindings, records: records) }
  }
}
