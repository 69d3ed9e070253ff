public import CEL
public import Diagnostics

/// The value of one cell of a table.
public enum CellValue: Hashable, Sendable {
  /// A figure in the column's unit of measure.
  case number(Number)
  /// Yes or no.
  case bool(Bool)
  /// Text, or the id of a choice.
  case text(String)
  /// A civil date.
  case date(CivilDate)
  /// What is asked does not concern this row.
  case notApplicable
}

/// How a sample was drawn, without which its results mean nothing.
public struct SampleFrame: Hashable, Sendable {
  /// How many there are altogether.
  public var population: Int
  /// How the sample was drawn.
  public var method: LocalizedText
  /// Who drew it, by office or position; never a person's name.
  public var drawnBy: LocalizedText

  /// Creates a frame.
  public init(population: Int, method: LocalizedText, drawnBy: LocalizedText) {
    self.population = population
    self.method = method
    self.drawnBy = drawnBy
  }
}

/// The rows of a table as answered. Rows are numbered from 1 in their order; a cell that is not
/// there is not answered.
public struct AnswerTable: Hashable, Sendable {
  /// The cells of each row by column.
  public var rows: [[String: CellValue]]
  /// How the rows were drawn, where they are a sample.
  public var sample: SampleFrame?

  /// Creates a table.
  public init(rows: [[String: CellValue]], sample: SampleFrame? = nil) {
    self.rows = rows
    self.sample = sample
  }
}
