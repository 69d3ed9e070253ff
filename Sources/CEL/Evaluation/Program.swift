public import Diagnostics

/// An expression ready to be evaluated any number of times, also in parallel.
public struct Program: Sendable {
  /// The type of the result; `dyn` for an expression that was not checked.
  public let resultType: ValueType
  /// The declared variables the expression reads, in the order of their first appearance.
  public let variables: [String]
  /// The text the program was compiled from.
  public let source: SourceText

  let parsed: ParsedExpression
  let types: CheckedExpression?
  let environment: Environment
  private let plan: Plan

  init(_ parsed: ParsedExpression, types: CheckedExpression?, environment: Environment) {
    self.parsed = parsed
    self.types = types
    self.environment = environment
    resultType = types?.resultType ?? .dyn
    source = parsed.source
    plan = Planner.plan(parsed, types: types, in: environment, isTraced: false)
    variables = plan.declared
  }

  /// The value of the expression, or why there is none.
  public func evaluate(_ activation: Activation = Activation()) -> Outcome {
    let frame = Frame(activation, variables: plan.slots, locals: plan.localCount)
    return Outcome(plan.step(frame))
  }

  /// The value of the expression with that of each of its parts; slower than ``evaluate(_:)``.
  public func trace(_ activation: Activation = Activation()) -> Trace {
    let plan = Planner.plan(parsed, types: types, in: environment, isTraced: true)
    let frame = Frame(activation, variables: plan.slots, locals: plan.localCount)
    let outcome = Outcome(plan.step(frame))
    return Trace(
      outcome: outcome, entries: frame.entries, isComplete: frame.entries.count < Trace.cap)
  }
}

/// How an expression came to its value.
public struct Trace: Sendable {
  /// The outcome of the whole.
  public let outcome: Outcome
  /// The values of the parts in the order of evaluation: operands before what is made of them, and
  /// a part in a loop once a round. Parts that were not evaluated are not there.
  public let entries: [Entry]
  /// Whether nothing was left out; at most 10,000 entries are kept.
  public let isComplete: Bool

  static var cap: Int { 10_000 }

  /// The value of one part of the expression.
  public struct Entry: Sendable {
    /// The part, in UTF-8 bytes of the expression.
    public let range: SourceRange
    /// Its value, which may be an error or an unknown.
    public let value: Value
    /// How deep the part lies in the expression, the whole being 0.
    public let depth: Int
  }
}

/// The closures an expression was compiled to, with the places they read.
struct Plan: Sendable {
  let step: Step
  /// The names read from the activation, in the order of their slots.
  let slots: [String]
  /// The declared ones among them, in the order of their first appearance.
  let declared: [String]
  /// How many places the loops need.
  let localCount: Int
}
