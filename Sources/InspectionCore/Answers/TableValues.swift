import CEL
import Diagnostics

extension TableSchema {
  /// Whether every cell is of a known column, of its type and within its bounds, and a sample says
  /// out of how many it was drawn.
  func fits(_ table: AnswerTable) -> Bool {
    if rows.isSample, table.sample == nil { return false }
    if let sample = table.sample, sample.population < table.rows.count { return false }
    for row in table.rows {
      for (id, value) in row {
        guard let column = column(id), column.fits(value) else { return false }
      }
    }
    return true
  }
}

extension TableColumn {
  /// Whether a value is of the column's type and can lie within its bounds.
  func fits(_ value: CellValue) -> Bool {
    switch (value, type) {
    case (.bool, .bool), (.bool, .yesNoNA), (.notApplicable, .yesNoNA), (.text, .text),
      (.date, .date):
      return true
    case (.text(let word), .choice):
      for option in options where option.id == word { return true }
      return false
    case (.number(let number), _) where type.isNumeric:
      if type == .int, let value = number.exactValue, !value.isWhole { return false }
      do throws(NumberError) {
        _ = try number.clipped(lower: lowerBound, upper: upperBound)
        return true
      } catch {
        return false
      }
    default: return false
    }
  }
}

extension AnswerTable {
  /// The rows as rules see them: maps by column, in which a cell without an answer is unknown.
  func celValue(of indicator: Indicator) -> Value {
    var list: [Value] = []
    for position in rows.indices { list.append(row(position, of: indicator)) }
    return .list(list)
  }

  /// One row as rules see it.
  func row(_ position: Int, of indicator: Indicator) -> Value {
    var fields: [(String, Value)] = []
    for column in indicator.table?.columns ?? [] {
      let cell = rows[position][column.id]?.celValue
      let place = Attribute(
        variable: indicator.id, qualifiers: [.index(Int64(position)), .field(column.id)])
      fields.append((column.id, cell ?? .unknown(UnknownSet([place]))))
    }
    return .map(MapValue(fields))
  }
}

extension CellValue {
  /// The value as rules see it; nil for a date beyond the years CEL can tell.
  var celValue: Value? {
    switch self {
    case .number(let number): .number(number)
    case .bool(let truth): .bool(truth)
    case .text(let text): .string(text)
    case .date(let date): date.midnight.map { .timestamp($0) }
    case .notApplicable: .null
    }
  }
}
