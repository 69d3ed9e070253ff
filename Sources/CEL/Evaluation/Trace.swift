public import Diagnostics

/// How an expression came to its value.
public struct Trace: Sendable {
  /// The outcome of the whole.
  public let outcome: Outcome
  private let records: [Record]
  private let nodes: [Node]

  init(_ run: Plan.Run, _ nodes: [Node]) {
    outcome = Outcome(run.value)
    records = run.records
    self.nodes = nodes
  }

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

  /// A part of the expression: what is the same in all rounds of a loop.
  struct Node: Sendable {
    let range: SourceRange
    let depth: Int
  }

  /// A value by the number of its part.
  struct Record: Sendable {
    let value: Value
    let node: Int32
  }

  /// The values of the parts in the order of evaluation: operands before what is made of them, and
  /// a part in a loop once a round. Parts that were not evaluated are not there.
  public var entries: [Entry] {
    records.map { record in
      let node = nodes[Int(record.node)]
      return Entry(range: node.range, value: record.value, depth: node.depth)
    }
  }

  /// Whether nothing was left out; at most 10,000 entries are kept.
  public var isComplete: Bool { records.count < Trace.cap }
}
