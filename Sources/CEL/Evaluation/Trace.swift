public import Diagnostics

/// How an expression came to its value.
public struct Trace: Sendable {
  /// The outcome of the whole.
  public let outcome: Outcome
  private var records: [Record]
  private let kept: [Value]
  private let nodes: [Node]

  /// Records an evaluation.
  init(
    of plan: Plan, _ run: (UnsafeMutablePointer<Records>) -> Plan.Run
  ) {
    var value = Value.null
    var more: [Record] = []
    var kept: [Value] = []
    let capacity = min((plan.hasLoops ? 32 : 1) * plan.traced.count, Trace.cap)
    records = Array(unsafeUninitializedCapacity: capacity) { room, count in
      var records = Records(UnsafeMutableBufferPointer(rebasing: room[..<capacity]))
      value = withUnsafeMutablePointer(to: &records, run).value
      count = records.count
      more = records.more
      kept = records.kept
    }
    records += more
    self.kept = kept
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

  /// A value by the number of its part, in a form without references: those are counted by locked
  /// operations, two for each value.
  struct Record: Sendable {
    let content: Content
    let node: Int32

    enum Content: Sendable {
      case null
      case bool(Bool)
      case int(Int64)
      case double(Double)
      /// A value among those kept.
      case kept(Int32)
      /// An element of a list among those kept.
      case element(Int32, ofKept: Int32)
    }
  }

  /// The records of an evaluation that is going on, up to ``cap``. An array would be asked at each
  /// of them whether it is held twice; so it takes those alone for which there is no room.
  struct Records: ~Copyable {
    private let room: UnsafeMutableBufferPointer<Record>
    fileprivate private(set) var count = 0
    fileprivate private(set) var more: [Record] = []
    fileprivate private(set) var kept: [Value] = []

    fileprivate init(_ room: UnsafeMutableBufferPointer<Record>) {
      self.room = room
      kept.reserveCapacity(8)
    }

    @inline(__always)
    mutating func append(_ value: Value, _ node: Int32) {
      let content: Record.Content
      switch value {
      case .bool(let flag): content = .bool(flag)
      case .int(let number): content = .int(number)
      case .double(let number): content = .double(number)
      case .null: content = .null
      default: return add(value, node)
      }
      note(content, node)
    }

    /// Notes an element of a list that is kept.
    @inline(__always)
    mutating func append(element index: Int, ofKept number: Int, _ node: Int32) {
      note(
        .element(Int32(truncatingIfNeeded: index), ofKept: Int32(truncatingIfNeeded: number)), node)
    }

    /// The number of a list that is kept from here on, or nil where there are too many.
    mutating func keep(_ list: [Value]) -> Int? {
      guard kept.count < Trace.cap else { return nil }
      kept.append(.list(list))
      return kept.count - 1
    }

    @inline(__always)
    mutating func note(_ content: Record.Content, _ node: Int32) {
      guard count < room.count else { return add(Record(content: content, node: node)) }
      room.initializeElement(at: count, to: Record(content: content, node: node))
      count += 1
    }

    private mutating func add(_ record: Record) {
      if count + more.count < Trace.cap { more.append(record) }
    }

    private mutating func add(_ value: Value, _ node: Int32) {
      guard count + more.count < Trace.cap else { return }
      kept.append(value)
      note(.kept(Int32(truncatingIfNeeded: kept.count - 1)), node)
    }
  }

  /// The values of the parts in the order of evaluation: operands before what is made of them, and
  /// a part in a loop once a round. Parts that were not evaluated are not there.
  public var entries: [Entry] {
    records.map { record in
      let node = nodes[Int(record.node)]
      return Entry(range: node.range, value: value(record.content), depth: node.depth)
    }
  }

  private func value(_ content: Record.Content) -> Value {
    switch content {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .double(let number): return .double(number)
    case .kept(let number): return kept[Int(number)]
    case .element(let index, let number):
      guard case .list(let list) = kept[Int(number)] else { return .null }
      return list[Int(index)]
    }
  }

  /// Whether nothing was left out; at most 10,000 entries are kept.
  public var isComplete: Bool { records.count < Trace.cap }
}
