package import Diagnostics

/// A table as someone else wrote it, with what each place of it is called.
package struct SourceTable: Hashable, Sendable {
  /// A cell.
  package enum Cell: Hashable, Sendable {
    /// What stands in it; empty where nothing does.
    case text(String)
    /// Why what stands in it says nothing.
    case unusable(LocalizedText)

    /// Whether nothing stands in it.
    package var isEmpty: Bool { self == .text("") }
  }

  /// A row in which something stands.
  package struct Row: Hashable, Sendable {
    /// Its number as a spreadsheet shows it, from 1.
    package var number: Int
    /// Its cells from the first column on.
    package var cells: [Cell]

    /// Creates a row.
    package init(number: Int, cells: [Cell]) {
      self.number = number
      self.cells = cells
    }
  }

  /// Which part of a workbook it is.
  package struct Sheet: Hashable, Sendable {
    /// The worksheet.
    package var name: String
    /// The other worksheets, with a word behind those that are hidden.
    package var others: [LocalizedText]
    /// How many of its rows are hidden, as by a filter; they are read like the others.
    package var hiddenRows: Int
  }

  /// The worksheet; nil where the file has no such parts.
  package var sheet: Sheet?
  /// The rows in which something stands.
  package var rows: [Row]

  /// What a place is called: `row 3, column B`, and in a workbook `sheet "Theo dõi", cell B3`.
  ///
  /// - Parameter column: from 0.
  package func place(row: Int, column: Int) -> LocalizedText {
    let letters = Self.letters(ofColumn: column)
    guard let sheet else {
      return LocalizedText(
        vi: "dòng \(row), cột \(letters)", en: "row \(row), column \(letters)")
    }
    return LocalizedText(
      vi: "trang \"\(sheet.name)\", ô \(letters)\(row)",
      en: "sheet \"\(sheet.name)\", cell \(letters)\(row)")
  }

  /// The letters of a column, from 0: A to Z, then AA.
  package static func letters(ofColumn column: Int) -> String {
    var letters: [Character] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))))
      rest = (rest - 1) / 26
    }
    return String(letters.reversed())
  }
}

extension SourceTable {
  /// Reads a table, whatever of Excel (.xlsx) and CSV the bytes are.
  ///
  /// - Parameter sheet: the worksheet to read; nil for the first that is not hidden.
  /// - Throws: ``TableProblem`` for every other format, by its name, and for what is damaged or too much.
  package static func read(
    _ bytes: [UInt8], sheet: String? = nil, limits: TableLimits = TableLimits()
  ) throws(TableProblem) -> SourceTable {
    guard bytes.count <= limits.bytes else { throw limits.tooManyBytes }
    if bytes.starts(with: [0x50, 0x4B]) {
      return try Workbook.read(bytes, sheet: sheet, limits: limits)
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw Workbook.older(bytes)
    }
    let start = String(decoding: bytes.prefix(256), as: UTF8.self).lowercased()
    let head = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if ["<?xml", "<html", "<!doctype", "<table"].contains(where: { head.hasPrefix($0) }) {
      throw TableProblem(
        row: 0,
        LocalizedText(
          vi: "tệp là trang web hoặc XML, dù có thể mang đuôi .xls",
          en: "the file is a web page or XML, though it may be called .xls"),
        mend: .saveAsWorkbook)
    }
    guard sheet == nil else {
      throw TableProblem(
        row: 0,
        LocalizedText(vi: "tệp CSV không có trang tính", en: "a CSV file has no worksheets"),
        mend: LocalizedText(vi: "bỏ --sheet", en: "leave out --sheet"))
    }
    return try CSVText.table(bytes, limits: limits)
  }
}
