public import Diagnostics

/// How an expression came to its value.
public struct Trace: Sendable {
  /// The outcome of the whole.
  public let outcome: Outcome
  private var records: [Record]
  private let nodes: [Node]

  /// Records an evaluation.
  init(
    of plan: Plan, _ run: (UnsafeMutablePointer<Records>) -> Plan.Run
  ) {
    var value = Value.null
    var more: [Record] = []
    let capacity = min((plan.hasLoops ? 32 : 1) * plan.traced.count, Trace.cap)
    records = Array(unsafeUninitializedCapacity: capacity) { room, count in
      var records = Records(UnsafeMutableBufferPointer(rebasing: room[..<capacity]))
      value = withUnsafeMutablePointer(to: &records, run).value
      count = records.count
      more = records.more
    }
    records += more
    outcome = Outcome(value)
    nodes = plan.traced
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

  /// The records of an evaluation that is going on, up to ``cap``. An array would be asked at each
  /// of them whether it is held twice; so it takes those alone for which there is no room.
  struct Records: ~Copyable {
    private let room: UnsafeMutableBufferPointer<Record>
    fileprivate private(set) var count = 0
    fileprivate private(set) var more: [Record] = []

    fileprivate init(_ room: UnsafeMutableBufferPointer<Record>) {
      self.room = room
    }

    @inline(__always)
    mutating func append(_ value: consuming Value, _ node: Int32) {
      guard count < room.count else { return add(Record(value: value, node: node)) }
      room.initializeElement(at: count, to: Record(value: value, node: node))
      count += 1
    }

    private mutating func add(_ record: Record) {
      if count + more.count < Trace.cap { more.append(record) }
    }
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
