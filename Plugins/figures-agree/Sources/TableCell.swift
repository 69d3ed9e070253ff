import CheckPluginKit

extension DelimitedTable {
  /// A cell found by the label of its row and the name of its column, and where it stands.
  struct Found {
    let text: String
    let line: Int
    let column: String
  }

  /// The one cell of a row that holds `label` and the column named `name`.
  func cell(row label: String, column name: String) throws(TableProblem) -> Found {
    let wanted = DelimitedTable.plain(name)
    var column: Int?
    for (index, cell) in rows[0].cells.enumerated() where DelimitedTable.plain(cell) == wanted {
      if column != nil {
        throw TableProblem(
          vi: "hai cột cùng tên \"\(name)\"", en: "two columns are named \"\(name)\"",
          line: rows[0].line)
      }
      column = index
    }
    guard let column else {
      throw TableProblem(
        vi: "không có cột \"\(name)\"", en: "there is no column \"\(name)\"", line: rows[0].line)
    }
    var found: Found?
    for row in rows.dropFirst() where DelimitedTable.holds(row.cells, DelimitedTable.plain(label)) {
      if found != nil {
        throw TableProblem(
          vi: "hai dòng cùng tên \"\(label)\"", en: "two rows are labelled \"\(label)\"",
          line: row.line)
      }
      let text = column < row.cells.count ? row.cells[column] : ""
      found = Found(text: text, line: row.line, column: DelimitedTable.letter(column))
    }
    guard let found else {
      throw TableProblem(vi: "không có dòng \"\(label)\"", en: "there is no row \"\(label)\"")
    }
    return found
  }

  private static func holds(_ cells: [String], _ label: String) -> Bool {
    for cell in cells where plain(cell) == label { return true }
    return false
  }

  /// A text for comparing: lower case; equality of strings sees to how marks are composed.
  private static func plain(_ text: String) -> String {
    String(decoding: DelimitedTable.trimmed(text.lowercased()), as: UTF8.self)
  }

  private static func trimmed(_ text: String) -> ArraySlice<UInt8> {
    var bytes = Array(text.utf8)[...]
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }
}
