import Diagnostics

/// A place such as `B3`.
struct CellReference: Hashable {
  /// The column, from 0.
  var column: Int
  /// The row, from 1.
  var row: Int

  /// Reads `B3` or `$B$3`.
  init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var hasRow = false
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case 0x41...0x5A where !hasRow: column = column * 26 + Int(byte) - 0x40
      case 0x61...0x7A where !hasRow: column = column * 26 + Int(byte) - 0x60
      case 0x30...0x39:
        hasRow = true
        row = row * 10 + Int(byte) - 0x30
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.column = column - 1
    self.row = row
  }
}

/// Cells that were merged into one, as `A2:B5`.
struct MergedCells {
  private let first: CellReference
  private let last: CellReference

  init?(_ text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = ends.first.flatMap({ CellReference($0) }),
      let last = ends.last.flatMap({ CellReference($0) }), ends.count <= 2,
      first.row <= last.row, first.column <= last.column
    else { return nil }
    self.first = first
    self.last = last
  }

  /// Writes what the first cell says into the others, as far as rows reach in which something stands.
  ///
  /// - Parameter text: the bytes of all texts so far, to which those written are added.
  /// - Returns: how many cells that took.
  func fill(
    _ rows: inout [SourceTable.Row], text: inout Int, limits: TableLimits
  ) throws(TableProblem) -> Int {
    guard let start = Self.place(of: first.row, in: rows),
      first.column < rows[start].cells.count
    else { return 0 }
    let content = rows[start].cells[first.column]
    guard !content.isEmpty else { return 0 }
    let end = min(last.column, limits.columns - 1)
    let size = if case .text(let text) = content { text.utf8.count } else { 0 }
    var count = 0
    var place = start
    while place < rows.count, rows[place].number <= last.row {
      while rows[place].cells.count <= end { rows[place].cells.append(.text("")) }
      for column in first.column...end { rows[place].cells[column] = content }
      count += end + 1
      text += size * (end + 1 - first.column)
      guard count <= limits.cells else { throw limits.tooManyCells }
      guard text <= limits.text else { throw limits.tooMuchText }
      place += 1
    }
    return count
  }

  private static func place(of row: Int, in rows: [SourceTable.Row]) -> Int? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == row ? low : nil
  }
}
