package import Diagnostics

/// Tables as CSV (RFC 4180), as spreadsheets write and read it.
package enum CSVText {
  /// The mark that tells a spreadsheet the file is UTF-8.
  package static let byteOrderMark = "\u{FEFF}"

  /// A row.
  ///
  /// In Vietnamese, cells stand between semicolons, since the comma is the decimal sign there and
  /// spreadsheets set to Vietnamese expect it. A cell that begins like a formula is text all the same: it
  /// gets an apostrophe before it, so that no spreadsheet runs it.
  package static func row(_ cells: [String], _ language: Language) -> String {
    row(cells, separator: language == .vi ? ";" : ",")
  }

  /// A row with a separator between its cells.
  package static func row(_ cells: [String], separator: Character) -> String {
    let written = cells.map { cell in
      let text = isFormula(cell) ? "'" + cell : cell
      let isPlain = !text.contains { $0 == separator || $0 == "\"" || $0.isNewline }
      return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
    return written.joined(separator: String(separator)) + "\r\n"
  }

  /// Whether a spreadsheet would take a cell for a formula; a number with a sign is a number.
  private static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.first else { return false }
    if "=+@\t\r".contains(first) { return true }
    guard first == "-" else { return false }
    return !cell.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
  }
}

/// A cell or a row that is no CSV, and where.
package struct TableProblem: Error, Hashable, Sendable {
  /// The row, from 1; 0 where it is the whole file.
  package let row: Int
  /// What is wrong, in one sentence without a final full stop.
  package let message: LocalizedText
  /// How to mend it.
  package let mend: LocalizedText?

  package init(row: Int, _ message: LocalizedText, mend: LocalizedText? = nil) {
    self.row = row
    self.message = message
    self.mend = mend
  }
}

/// How much a table may hold before it is refused.
package struct TableLimits: Hashable, Sendable {
  /// The most bytes.
  package var bytes = 16_777_216
  /// The most rows.
  package var rows = 200_000
  /// The most cells of a row.
  package var columns = 500
  /// The most cells.
  package var cells = 4_000_000
  /// The most bytes that the parts of a workbook unpack to, those together that are read.
  package var unpacked = 268_435_456
  /// The most bytes of text that the cells of a workbook come to, a text that many share counted for each.
  package var text = 134_217_728

  /// Creates limits.
  package init() {}
}

extension TableLimits {
  var tooManyBytes: TableProblem {
    TableProblem(
      row: 0,
      LocalizedText(vi: "tệp lớn quá \(bytes) byte", en: "the file is over \(bytes) bytes"))
  }

  var tooManyRows: TableProblem {
    TableProblem(
      row: rows + 1,
      LocalizedText(vi: "có quá \(rows) dòng", en: "there are over \(rows) rows"))
  }

  func tooManyColumns(row: Int) -> TableProblem {
    TableProblem(
      row: row,
      LocalizedText(vi: "có quá \(columns) cột", en: "there are over \(columns) columns"))
  }

  var tooManyCells: TableProblem {
    TableProblem(
      row: 0, LocalizedText(vi: "có quá \(cells) ô", en: "there are over \(cells) cells"))
  }

  var tooMuchText: TableProblem {
    TableProblem(
      row: 0,
      LocalizedText(vi: "có quá \(text) byte chữ", en: "there are over \(text) bytes of text"))
  }
}

extension CSVText {
  /// The rows of a file: UTF-8, with or without a byte order mark, lines ending in LF or CRLF; the cells
  /// stand between whichever of `;`, `,` and the tabulator the first line that has any has most of.
  ///
  /// - Throws: ``TableProblem`` for what is no UTF-8, a quotation that does not end, and too much of
  ///   anything.
  package static func table(
    _ bytes: [UInt8], limits: TableLimits = TableLimits()
  ) throws(TableProblem) -> SourceTable {
    guard bytes.count <= limits.bytes else { throw limits.tooManyBytes }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TableProblem(
        row: 0,
        LocalizedText(
          vi: "tệp không phải UTF-8; khi lưu hãy chọn \"CSV UTF-8\"",
          en: "the file is not UTF-8; save it as \"CSV UTF-8\""))
    }
    var body = Array(text.utf8)[...]
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
    var reading = CSVReading(body, separator: separator(of: body), limits)
    return SourceTable(sheet: nil, rows: try reading.rows())
  }

  private static func separator(of body: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in body {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      // A title above the table holds none.
      if byte == 0x0A, !counts.isEmpty { break }
      if byte == 0x3B || byte == 0x2C || byte == 0x09 { counts[byte, default: 0] += 1 }
    }
    return [0x3B, 0x2C, 0x09].max { (counts[$0] ?? 0, -Int($0)) < (counts[$1] ?? 0, -Int($1)) }
      ?? 0x2C
  }
}

/// A CSV file being read, byte by byte.
private struct CSVReading {
  private let bytes: ArraySlice<UInt8>
  private let separator: UInt8
  private let limits: TableLimits
  private var place: Int
  private var all: [SourceTable.Row] = []
  private var row: [SourceTable.Cell] = []
  private var number = 1
  private var count = 0

  init(_ bytes: ArraySlice<UInt8>, separator: UInt8, _ limits: TableLimits) {
    self.bytes = bytes
    self.separator = separator
    self.limits = limits
    place = bytes.startIndex
  }

  mutating func rows() throws(TableProblem) -> [SourceTable.Row] {
    while place < bytes.endIndex {
      row.append(.text(try cell()))
      guard row.count <= limits.columns else { throw limits.tooManyColumns(row: number) }
      guard place < bytes.endIndex else { break }
      let end = bytes[place]
      place += 1
      if end == separator {
        if place == bytes.endIndex { row.append(.text("")) }
        continue
      }
      if end == 0x0D, place < bytes.endIndex, bytes[place] == 0x0A { place += 1 }
      try endRow()
    }
    if !row.isEmpty { try endRow() }
    return all
  }

  /// A row without a single letter is none.
  private mutating func endRow() throws(TableProblem) {
    if row.contains(where: { !$0.isEmpty }) {
      all.append(SourceTable.Row(number: number, cells: row))
      count += row.count
    }
    row = []
    number += 1
    guard all.count <= limits.rows else { throw limits.tooManyRows }
    guard count <= limits.cells else { throw limits.tooManyCells }
  }

  private mutating func cell() throws(TableProblem) -> String {
    guard bytes[place] == 0x22 else {
      let start = place
      while place < bytes.endIndex, bytes[place] != separator, bytes[place] != 0x0A,
        bytes[place] != 0x0D
      {
        place += 1
      }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }
    var text: [UInt8] = []
    place += 1
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      guard byte == 0x22 else {
        text.append(byte)
        continue
      }
      guard place < bytes.endIndex, bytes[place] == 0x22 else {
        guard
          place == bytes.endIndex || bytes[place] == separator || bytes[place] == 0x0A
            || bytes[place] == 0x0D
        else {
          throw problem(
            "sau dấu ngoặc kép đóng phải là dấu ngăn cách",
            "after a closing quotation mark a separator must follow")
        }
        return String(decoding: text, as: UTF8.self)
      }
      text.append(byte)
      place += 1
    }
    throw problem("dấu ngoặc kép không đóng", "a quotation mark is not closed")
  }

  private func problem(_ vi: String, _ en: String) -> TableProblem {
    TableProblem(row: number, LocalizedText(vi: vi, en: en))
  }
}
