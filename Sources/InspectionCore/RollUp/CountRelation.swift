import CEL

/// What a check of some checklist says of counts that are added up, by their rows in a
/// ``CountTable``: their sum with these signs is known, or, where that cannot be told from the check,
/// anything may be known of them.
struct CountRelation {
  /// The rows with the sign they enter with: 1 for a part, −1 for the total.
  private(set) var terms: [(row: Int, sign: Int64)] = []
  /// Whether what it says is not analysed.
  private(set) var isOpaque = false
  /// Whether it stands in the parent's checklist alone, so that what units publish themselves does
  /// not heed it.
  let isForeign: Bool

  /// Reads a check; nil where it relates no two rows.
  ///
  /// - Parameters:
  ///   - inputs: the indicators that its rule reads.
  ///   - rows: the row of an indicator of its checklist.
  init?(_ check: Check, inputs: [String], rows: [String: Int], isForeign: Bool) {
    self.isForeign = isForeign
    guard CountRelation.kinds.contains(check.kind) else { return nil }
    if check.kind != "sum" || !addTerms(of: check, rows) {
      isOpaque = true
      terms = []
      for id in inputs { if let row = rows[id] { add(row, 1) } }
    }
    guard terms.count > 1 else { return nil }
  }

  /// The kinds whose checks are heeded; what the others say of a unit's counts, its verdicts, is not.
  private static let kinds = ["sum", "rule", "trend"]

  /// Adds the parts and the total of a sum; false where one of them is more than an indicator.
  private mutating func addTerms(of check: Check, _ rows: [String: Int]) -> Bool {
    guard case .list(let parts)? = check.parameters["parts"],
      let total = check.parameters["total"]
    else { return false }
    for (index, term) in (parts + [total]).enumerated() {
      switch term {
      case .number: continue
      case .expression(let id), .name(let id):
        for byte in id.utf8 where !CountRelation.isOfName(byte) { return false }
        if let row = rows[id] { add(row, index < parts.count ? 1 : -1) }
      case .date, .limit, .shares, .list: return false
      }
    }
    return true
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func add(_ row: Int, _ sign: Int64) {
    for index in terms.indices where terms[index].row == row {
      if !isOpaque { terms[index].sign += sign }
      return
    }
    terms.append((row, sign))
  }

  /// Whether a row is among its terms.
  func contains(_ row: Int) -> Bool {
    for term in terms where term.row == row { return true }
    return false
  }
}
