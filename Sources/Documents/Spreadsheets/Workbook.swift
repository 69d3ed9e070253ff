import Diagnostics

/// Excel workbooks (Office Open XML, ECMA-376) as tables.
package enum Workbook {
  /// Reads a worksheet: texts with their runs put together, numbers as the file writes them, days by the
  /// format of their cell as `2024-12-31`, truth as `TRUE` and `FALSE`. Cells that were merged all say what
  /// the first of them does.
  ///
  /// - Parameter sheet: its name; nil for the first that is not hidden.
  /// - Throws: ``TableProblem`` for what is no workbook, damaged, locked, or too much of anything.
  package static func read(
    _ bytes: [UInt8], sheet: String?, limits: TableLimits = TableLimits()
  ) throws(TableProblem) -> SourceTable {
    guard bytes.count <= limits.bytes else { throw limits.tooManyBytes }
    var parts = try ZippedParts(bytes, limits)
    let workbook = try WorkbookParts(&parts)
    let (chosen, part) = try workbook.sheet(sheet)
    var reading = WorksheetReading(
      texts: try workbook.sharedTexts.map { name throws(TableProblem) in
        try SharedTexts(name, &parts, limits)
      } ?? SharedTexts(),
      styles: try workbook.styles.map { name throws(TableProblem) in
        try CellStyles(name, &parts)
      } ?? CellStyles(),
      countsFrom1904: workbook.countsFrom1904, limits)
    let isThere = try parts.readXML(part) { event throws(TableProblem) in try reading.take(event) }
    guard isThere else { throw .damaged(part) }
    let rows = try reading.finish()
    return SourceTable(
      sheet: SourceTable.Sheet(
        name: chosen.name,
        others: workbook.sheets.filter { $0.part != part }.map(\.shown),
        hiddenRows: reading.hiddenRows),
      rows: rows)
  }

  /// The problem with a file of the format before 2007, which locked workbooks have too.
  static func older(_ bytes: [UInt8]) -> TableProblem {
    let isLocked = bytes.containsText("EncryptedPackage")
    if isLocked { return .locked }
    return TableProblem(
      row: 0,
      LocalizedText(
        vi: "tệp Excel kiểu cũ (.xls) không đọc được",
        en: "Excel files of the old kind (.xls) cannot be read"),
      mend: .saveAsWorkbook)
  }
}

extension [UInt8] {
  /// Whether a text of ASCII stands somewhere in UTF-16, as names of streams do.
  fileprivate func containsText(_ text: String) -> Bool {
    let wanted: [UInt8] = text.utf8.flatMap { [$0, 0] }
    guard count >= wanted.count else { return false }
    for place in 0...(count - wanted.count) where self[place] == wanted[0] {
      if self[place..<(place + wanted.count)].elementsEqual(wanted) { return true }
    }
    return false
  }
}
