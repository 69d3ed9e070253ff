public import CEL
public import Diagnostics

/// The type of an indicator's value.
public enum IndicatorType: String, Hashable, Sendable, CaseIterable {
  /// A whole number.
  case int
  /// A decimal number.
  case decimal
  /// A share; stored as a fraction of one.
  case percent
  /// An amount in đồng.
  case money
  /// Yes or no.
  case bool
  /// One of several words.
  case choice
  /// Free text.
  case text
  /// A civil date.
  case date
  /// A civil date and a time of day, UTC+07:00.
  case dateTime = "datetime"
  /// A document: its number and date as text, or nothing.
  case document
  /// Rows of typed columns.
  case table

  /// Whether the value is an exact number.
  public var isNumeric: Bool {
    switch self {
    case .int, .decimal, .percent, .money: true
    case .bool, .choice, .text, .date, .dateTime, .document, .table: false
    }
  }

  /// The type under which a rule sees a value of the type; that of a table depends on its columns.
  public var valueType: ValueType {
    switch self {
    case .int, .decimal, .percent, .money: .number
    case .bool: .bool
    case .choice, .text, .document: .string
    case .date, .dateTime: .timestamp
    case .table: .list(.dyn)
    }
  }
}

/// One of the words that an indicator of type choice may have.
public struct ChoiceOption: Hashable, Sendable {
  /// The word that answers and rules use.
  public var id: String
  /// What it means.
  public var title: LocalizedText

  /// Creates an option.
  public init(id: String, title: LocalizedText) {
    self.id = id
    self.title = title
  }
}
