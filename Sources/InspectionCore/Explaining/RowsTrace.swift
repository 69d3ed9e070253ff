public import CEL
import Diagnostics

/// What became of one row of a table under a rule.
public enum RowState: String, Hashable, Sendable, CaseIterable {
  /// It keeps the rule.
  case kept
  /// It does not.
  case broken
  /// Its cells do not decide.
  case open
  /// The rule does not concern it.
  case leftOut = "left_out"
  /// It could not be computed.
  case failed
}

/// One row with its cells and how the rule came out.
public struct RowStep: Sendable {
  /// The row's number, from 1.
  public var number: Int
  /// What became of it.
  public var state: RowState
  /// The cells that the rule names, in the order of the columns; nil for one without an answer.
  public var cells: [(column: TableColumn, value: CellValue?)]
  /// The parts of the rule with their values, cells and the whole left out.
  public var steps: [TraceStep]
}

/// A rule over the rows of a table, row by row.
public struct RowsTrace: Sendable {
  /// The table.
  public var table: Indicator
  /// How many rows there are of each state, in the order of the states.
  public var counts: [(state: RowState, count: Int)]
  /// The rows shown, in their order: those that do not keep the rule first of all, up to twenty.
  public var rows: [RowStep]
  /// How many rows the table has.
  public var total: Int

  /// How many rows the rule concerns.
  public var judged: Int { total - count(.leftOut) }

  /// The share of these rows that keep the rule, those not decided taken as if they did not; nil where
  /// the rule concerns no row.
  public var leastShare: Rational? { Rational.share(count(.kept), of: judged) }

  /// How many rows there are of a state.
  public func count(_ state: RowState) -> Int {
    for entry in counts where entry.state == state { return entry.count }
    return 0
  }

  /// How many rows are shown.
  public static let shownRows = 20

  init(
    _ answer: AnswerTable, of table: Indicator, each: Program, where filter: Program?,
    _ sheet: AnswerSheet
  ) {
    self.table = table
    total = answer.rows.count
    rows = []
    counts = []
    let columns = (table.table?.columns ?? []).filter { column in
      let name = RuleVocabulary.row + "." + column.id
      return each.source.text.names(name) || (filter?.source.text.names(name) ?? false)
    }
    let rowsRead = RowReading(sheet, each: each, where: filter)
    var states: [RowState] = []
    for position in answer.rows.indices {
      let activation = rowsRead.activation(of: answer.row(position, of: table))
      states.append(RowsTrace.state(each, filter, activation))
    }
    for state in RowState.allCases {
      let count = states.filter { $0 == state }.count
      if count > 0 { counts.append((state, count)) }
    }
    for position in RowsTrace.shown(states) {
      let activation = rowsRead.activation(of: answer.row(position, of: table))
      var steps: [TraceStep] = []
      if let filter { steps = ExpressionTrace("where", filter, activation).inner(withWhole: true) }
      if states[position] != .leftOut || filter == nil {
        steps += ExpressionTrace("each", each, activation).inner(withWhole: filter != nil)
      }
      rows.append(
        RowStep(
          number: position + 1, state: states[position],
          cells: columns.map { ($0, answer.rows[position][$0.id]) }, steps: steps))
    }
  }

  /// What a row comes to, as ``RowTally`` counts it.
  private static func state(
    _ each: Program, _ filter: Program?, _ activation: Activation
  ) -> RowState {
    if let filter {
      switch filter.evaluate(activation) {
      case .value(.bool(true)): break
      case .value: return .leftOut
      case .unknown:
        if case .value(.null) = each.evaluate(activation) { return .leftOut }
        return .open
      case .error: return .failed
      }
    }
    switch each.evaluate(activation) {
    case .value(.bool(true)): return .kept
    case .value(.null): return .leftOut
    case .value: return .broken
    case .unknown: return .open
    case .error: return .failed
    }
  }

  /// The places of the rows to show.
  private static func shown(_ states: [RowState]) -> [Int] {
    var picked: [Int] = []
    for wanted in [[RowState.failed, .broken, .open], [.kept, .leftOut]] {
      for (position, state) in states.enumerated() where wanted.contains(state) {
        if picked.count < shownRows { picked.append(position) }
      }
    }
    return picked.sorted()
  }
}

extension ExpressionTrace {
  /// The parts that compare or compute something; the whole too where that is wanted.
  fileprivate func inner(withWhole: Bool) -> [TraceStep] {
    steps.filter { step in
      if step.depth == 0 { return withWhole }
      return step.text.utf8.contains(UInt8(ascii: " "))
        || step.text.utf8.contains(UInt8(ascii: "("))
    }
  }
}

extension String {
  /// Whether a name stands somewhere in a rule, and not only as the beginning of a longer one.
  func names(_ name: String) -> Bool {
    let text = Array(utf8)
    let name = Array(name.utf8)
    guard !name.isEmpty, text.count >= name.count else { return false }
    for start in 0...(text.count - name.count) where text[start] == name[0] {
      let end = start + name.count
      guard text[start..<end].elementsEqual(name) else { continue }
      let follows = end < text.count && text[end].isOfName
      let precedes = start > 0 && (text[start - 1].isOfName || text[start - 1] == 0x2E)
      if !follows, !precedes { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isOfName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
