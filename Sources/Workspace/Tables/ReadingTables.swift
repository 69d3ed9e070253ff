import ChecklistFormat
import Diagnostics
package import Documents

extension Workspace {
  /// The rows of an Excel or CSV file.
  ///
  /// - Parameter sheet: the worksheet; nil for the first that is not hidden.
  func table(_ path: String, sheet: String? = nil) throws(WorkspaceError) -> SourceTable {
    try SourceTable.read(path, sheet: sheet)
  }
}

extension SourceTable {
  /// The rows of an Excel or CSV file.
  ///
  /// - Parameter sheet: the worksheet; nil for the first that is not hidden.
  /// - Throws: ``WorkspaceError`` where it cannot be read or is neither.
  package static func read(
    _ path: String, sheet: String? = nil
  ) throws(WorkspaceError) -> SourceTable {
    let bytes: [UInt8]
    do throws(FileProblem) { bytes = try FileBytes.read(path, limit: TableLimits().bytes) } catch {
      throw WorkspaceError(error)
    }
    do throws(TableProblem) { return try SourceTable.read(bytes, sheet: sheet) } catch {
      let place = error.row > 0 ? ":\(error.row)" : ""
      throw WorkspaceError(
        .unreadable, "no-table",
        LocalizedText(
          vi: "\(path)\(place): \(error.message.vi)", en: "\(path)\(place): \(error.message.en)"),
        mend: error.mend)
    }
  }

  /// The first of the uppermost rows whose cells hold all of some names: where the headings are, below a
  /// title; nil where no row does.
  func heading(with names: [String]) -> Int? {
    let wanted = Set(names.map(\.asCompared))
    return rows.prefix(30).firstIndex { row in
      wanted.isSubset(of: row.cells.indices.map { row.text(at: $0).asCompared })
    }
  }

  /// Of the uppermost rows the one with most different texts, of equals the first: probably that of the
  /// headings, where no row has those wanted. What merged cells show counts once.
  var probableHeading: SourceTable.Row? {
    var best: (count: Int, row: SourceTable.Row)?
    for row in rows.prefix(30) {
      let count = Set(row.cells.indices.map { row.text(at: $0) }.filter { !$0.isEmpty }).count
      if count > best?.count ?? 0 { best = (count, row) }
    }
    return best?.row ?? rows.first
  }
}

extension SourceTable.Row {
  /// The text of a cell without blanks at its ends; empty where it has none or is unusable.
  func text(at column: Int) -> String {
    guard cells.indices.contains(column), case .text(let text) = cells[column] else { return "" }
    return text.trimmed
  }
}

extension String {
  /// A heading or a name as it is compared: in small letters, and with one blank where lines break in a
  /// cell or several blanks were typed.
  var asCompared: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// The text without blanks at its ends.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
