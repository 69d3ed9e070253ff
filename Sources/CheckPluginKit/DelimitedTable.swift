/// Why a file cannot be worked with.
public struct TableProblem: Error {
  /// In Vietnamese, without a full stop.
  public let vi: String
  /// In English, likewise.
  public let en: String
  /// The line, from 1; nil where no line is at fault.
  public var line: Int?
  /// Whether there is nothing to read, rather than something wrong with it.
  public var isOpen: Bool

  /// Creates a problem.
  public init(vi: String, en: String, line: Int? = nil, isOpen: Bool = false) {
    self.vi = vi
    self.en = en
    self.line = line
    self.isOpen = isOpen
  }
}

/// A small table of delimited text: rows of cells, each row with the line on which it begins.
public struct DelimitedTable {
  /// A row.
  public struct Row {
    /// The line on which it begins, from 1.
    public let line: Int
    /// Its cells.
    public let cells: [String]
  }

  /// Rows that hold anything, the first of them the header.
  public private(set) var rows: [Row] = []
  private static let mostRows = 20_000
  private static let mostColumns = 500

  /// Reads a table whose cells are cut by `;`, a tab or `,`, whichever cuts its first line most.
  public init(_ text: String) throws(TableProblem) {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    for byte in bytes where byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
      throw TableProblem(
        vi: "tệp chứa ký tự điều khiển, không phải bảng CSV; hãy lưu lại dạng CSV UTF-8",
        en: "the file holds control characters and is no CSV; save it as CSV UTF-8")
    }
    try read(bytes, separator: DelimitedTable.separator(bytes))
    if rows.isEmpty { throw TableProblem(vi: "tệp trống", en: "the file is empty", isOpen: true) }
  }

  private mutating func read(_ bytes: [UInt8], separator: UInt8) throws(TableProblem) {
    var cell: [UInt8] = []
    var cells: [String] = []
    var isQuoted = false
    var line = 1
    var start = 1
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte != DelimitedTable.quote {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == DelimitedTable.quote {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == DelimitedTable.quote, DelimitedTable.isBlank(cell) {
        cell = []
        isQuoted = true
      } else if byte == separator {
        cells.append(DelimitedTable.text(cell))
        cell = []
      } else if byte == 0x0A {
        try close(&cells, &cell, start)
        start = line
      } else {
        cell.append(byte)
      }
    }
    if isQuoted {
      throw TableProblem(
        vi: "dấu ngoặc kép không khép lại", en: "a quotation mark is not closed", line: start)
    }
    try close(&cells, &cell, start)
  }

  private mutating func close(
    _ cells: inout [String], _ cell: inout [UInt8], _ line: Int
  ) throws(TableProblem) {
    cells.append(DelimitedTable.text(cell))
    cell = []
    var holdsAny = false
    for cell in cells where !cell.isEmpty { holdsAny = true }
    if holdsAny { rows.append(Row(line: line, cells: cells)) }
    if let header = rows.first, holdsAny, cells.count > header.cells.count, line != header.line {
      for extra in cells[header.cells.count...] where !extra.isEmpty {
        throw TableProblem(
          vi: "dòng có nhiều ô hơn dòng tiêu đề; ô có chứa dấu phân cách phải đặt trong ngoặc kép",
          en:
            "a row has more cells than the header; put a cell that holds the separator in quotes",
          line: line)
      }
    }
    if rows.count > DelimitedTable.mostRows {
      throw TableProblem(
        vi: "bảng có hơn \(DelimitedTable.mostRows) dòng",
        en: "the table has more than \(DelimitedTable.mostRows) rows",
        line: line)
    }
    if cells.count > DelimitedTable.mostColumns {
      throw TableProblem(
        vi: "dòng có hơn \(DelimitedTable.mostColumns) ô; hãy kiểm tra dấu phân cách",
        en: "a row has more than \(DelimitedTable.mostColumns) cells; check the separator",
        line: line)
    }
    cells = []
  }

  private static let quote = UInt8(ascii: "\"")

  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    for byte in bytes where byte != 0x20 { return false }
    return true
  }

  /// The text of a cell: blanks and line breaks at its ends left out, those within it one blank.
  private static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      if byte != 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        text.append(byte)
      } else if let last = text.last, last != 0x20 {
        text.append(0x20)
      }
    }
    if text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    var counts = (semicolons: 0, tabs: 0, commas: 0)
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: ";") { counts.semicolons += 1 }
      if byte == 0x09 { counts.tabs += 1 }
      if byte == UInt8(ascii: ",") { counts.commas += 1 }
      if byte == 0x0A, counts.semicolons + counts.tabs + counts.commas > 0 { break }
    }
    if counts.semicolons > 0, counts.semicolons >= counts.commas { return UInt8(ascii: ";") }
    return counts.tabs > counts.commas ? 0x09 : UInt8(ascii: ",")
  }

  /// The letter of a column as a spreadsheet names it, from 0.
  public static func letter(_ index: Int) -> String {
    var name: [UInt8] = []
    var rest = index + 1
    while rest > 0 {
      name.insert(UInt8(ascii: "A") + UInt8((rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: name, as: UTF8.self)
  }
}
