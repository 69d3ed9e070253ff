import Diagnostics

/// A worksheet being read, event by event.
struct WorksheetReading {
  private let texts: SharedTexts
  private let styles: CellStyles
  private let countsFrom1904: Bool
  private let limits: TableLimits

  private var rows: [SourceTable.Row] = []
  /// How many rows are hidden.
  private(set) var hiddenRows = 0
  private var merges: [MergedCells] = []
  private var cellCount = 0
  private var textSize = 0

  private var isInData = false
  private var row: SourceTable.Row?
  private var rowNumber = 0
  private var isHidden = false
  private var column = -1
  private var cell: RawCell?
  private var part: CellPart?
  private var value = RichText()

  /// What a cell is made of while it is read.
  private struct RawCell {
    var type: String
    var style: Int?
    var hasFormula = false
    var text = ""
  }

  private enum CellPart { case value, inline }

  /// The most rows and columns that a worksheet has.
  private static let lastRow = 1_048_576
  private static let lastColumn = 16_384

  init(
    texts: SharedTexts, styles: CellStyles, countsFrom1904: Bool, _ limits: TableLimits
  ) {
    self.texts = texts
    self.styles = styles
    self.countsFrom1904 = countsFrom1904
    self.limits = limits
  }

  mutating func take(_ event: XMLEvent) throws(TableProblem) {
    switch event {
    case .start("sheetData", _): isInData = true
    case .end("sheetData"): isInData = false
    case .start("mergeCell", let attributes): try takeMerge(attributes["ref"])
    default: if isInData { try takeData(event) }
    }
  }

  private mutating func takeData(_ event: XMLEvent) throws(TableProblem) {
    switch event {
    case .start("row", let attributes): try begin(row: attributes)
    case .end("row"): try endRow()
    case .start("c", let attributes): try begin(cell: attributes)
    case .end("c"): try endCell()
    case .start("f", _): cell?.hasFormula = true
    case .start("v", _): part = .value
    case .start("is", _): part = .inline
    case .end("v"), .end("is"):
      part = nil
      cell?.text = value.finish()
    case .text(let piece) where part == .value: try value.add(piece)
    default: if part == .inline { try value.take(event) }
    }
  }

  /// The rows, with merged cells filled; nothing is left to read then.
  mutating func finish() throws(TableProblem) -> [SourceTable.Row] {
    var filled = 0
    for merge in merges {
      filled += try merge.fill(&rows, text: &textSize, limits: limits)
      guard cellCount + filled <= limits.cells else { throw limits.tooManyCells }
    }
    rows.removeAll { $0.cells.allSatisfy(\.isEmpty) }
    return rows
  }
}

// MARK: Rows and cells

extension WorksheetReading {
  private mutating func begin(row attributes: XMLAttributes) throws(TableProblem) {
    let number = attributes.number("r") ?? rowNumber + 1
    guard number > rowNumber, number <= Self.lastRow else {
      throw .damaged("row \(attributes["r"] ?? "")")
    }
    rowNumber = number
    column = -1
    isHidden = ["1", "true"].contains(attributes["hidden"] ?? "")
    row = SourceTable.Row(number: number, cells: [])
  }

  private mutating func endRow() throws(TableProblem) {
    defer { row = nil }
    guard var row else { return }
    while row.cells.last?.isEmpty == true { row.cells.removeLast() }
    guard !row.cells.isEmpty else { return }
    if isHidden { hiddenRows += 1 }
    rows.append(row)
    guard rows.count <= limits.rows else { throw limits.tooManyRows }
    cellCount += row.cells.count
    guard cellCount <= limits.cells else { throw limits.tooManyCells }
  }

  private mutating func begin(cell attributes: XMLAttributes) throws(TableProblem) {
    if let reference = attributes["r"] {
      guard let place = CellReference(reference), place.row == rowNumber, place.column > column
      else { throw .damaged("\(reference)") }
      column = place.column
    } else {
      column += 1
    }
    guard row != nil, cell == nil, column < Self.lastColumn else { throw .damaged("c") }
    cell = RawCell(type: attributes["t"] ?? "n", style: attributes.number("s"))
  }

  private mutating func endCell() throws(TableProblem) {
    defer { cell = nil }
    guard let cell else { return }
    let content = meaning(of: cell)
    guard !content.isEmpty else { return }
    guard column < limits.columns else { throw limits.tooManyColumns(row: rowNumber) }
    if case .text(let text) = content {
      textSize += text.utf8.count
      guard textSize <= limits.text else { throw limits.tooMuchText }
    }
    while (row?.cells.count ?? column) < column { row?.cells.append(.text("")) }
    row?.cells.append(content)
  }

  /// What a cell says, by its type (ECMA-376, part 1, 18.18.11).
  private func meaning(of cell: RawCell) -> SourceTable.Cell {
    let text = cell.text
    switch cell.type {
    case "s":
      guard !text.isEmpty else { return .text("") }
      guard let place = Int(text.plain), texts.texts.indices.contains(place) else {
        return .unusable(
          LocalizedText(
            vi: "trỏ tới chuỗi \(text) không có trong tệp",
            en: "it points to the string \(text), which the file lacks"))
      }
      return .text(texts.texts[place])
    case "str", "inlineStr": return .text(text)
    case "e":
      return .unusable(
        LocalizedText(vi: "công thức báo lỗi \(text)", en: "its formula gives the error \(text)"))
    case "b" where text.plain == "1" || text.plain == "true": return .text("TRUE")
    case "b" where text.plain == "0" || text.plain == "false": return .text("FALSE")
    case "d": return .text(text.plain.hasSuffix("T00:00:00") ? String(text.plain.prefix(10)) : text)
    case "n": return number(text.plain, cell)
    default:
      guard !text.isEmpty else { return .text("") }
      return .unusable(
        LocalizedText(vi: "không rõ kiểu của ô", en: "the cell's type is not known"))
    }
  }

  private func number(_ text: String, _ cell: RawCell) -> SourceTable.Cell {
    guard !text.isEmpty else {
      guard cell.hasFormula else { return .text("") }
      return .unusable(
        LocalizedText(
          vi: "công thức chưa được tính; mở bằng Excel hoặc LibreOffice rồi lưu lại",
          en: "its formula has not been computed; open it in Excel or LibreOffice and save it"))
    }
    guard text.isNumber else {
      return .unusable(
        LocalizedText(vi: "\"\(text)\" không phải số", en: "\"\(text)\" is no number"))
    }
    switch styles.meaning(ofStyle: cell.style) {
    case .number: return .text(text)
    case .time: return .text(CellStyles.time(text) ?? text)
    case .date:
      do throws(CellStyles.NoDay) {
        return .text(try CellStyles.day(text, from1904: countsFrom1904))
      } catch { return .unusable(error.why) }
    }
  }

  private mutating func takeMerge(_ reference: String?) throws(TableProblem) {
    guard let merge = reference.flatMap({ MergedCells($0) }) else {
      throw .damaged("mergeCell \(reference ?? "")")
    }
    merges.append(merge)
    guard merges.count <= limits.rows else { throw limits.tooManyCells }
  }
}

extension String {
  /// The text without blanks at its ends, as some programs write numbers.
  fileprivate var plain: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    return String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Whether it is a number as XML Schema's `double` writes one.
  fileprivate var isNumber: Bool {
    var rest = utf8[...]
    func digits() -> Bool {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count > 0
    }
    func skip(_ letters: String) -> Bool {
      guard let first = rest.first, letters.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip("+-")
    var hasDigits = digits()
    if skip(".") { hasDigits = digits() || hasDigits }
    guard hasDigits else { return false }
    if skip("eE") {
      _ = skip("+-")
      guard digits() else { return false }
    }
    return rest.isEmpty
  }
}
