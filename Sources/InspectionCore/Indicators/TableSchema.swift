public import CEL
public import Diagnostics

/// What each row of a table is about.
public enum RowSubject: String, Hashable, Sendable, CaseIterable {
  /// A commune, ward or township.
  case communes
  /// A village or residential group.
  case villages
  /// A class of training.
  case classes
  /// A place to play.
  case playSites = "play_sites"
  /// A school.
  case schools
  /// One of the case files that the team drew; rows have numbers and nothing that names a child.
  case caseFiles = "case_files"

  /// What rows are called.
  public var title: LocalizedText {
    switch self {
    case .communes: LocalizedText(vi: "xã", en: "communes")
    case .villages: LocalizedText(vi: "thôn", en: "villages")
    case .classes: LocalizedText(vi: "lớp", en: "classes")
    case .playSites: LocalizedText(vi: "điểm vui chơi", en: "play sites")
    case .schools: LocalizedText(vi: "trường", en: "schools")
    case .caseFiles: LocalizedText(vi: "hồ sơ được rút mẫu", en: "files sampled")
    }
  }

  /// Whether the rows are a sample, which never stands for the total.
  public var isSample: Bool { self == .caseFiles }
}

/// The type of a table's column.
public enum ColumnType: String, Hashable, Sendable, CaseIterable {
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
  /// Yes, no, or not applicable to this row.
  case yesNoNA = "yes_no_na"
  /// Elapsed hours on the wall clock.
  case hours
  /// Elapsed working days.
  case workingDays = "working_days"
  /// One of several words.
  case choice
  /// Free text, such as the name of a commune.
  case text
  /// A civil date.
  case date

  /// Whether a value is an exact number.
  public var isNumeric: Bool {
    switch self {
    case .int, .decimal, .percent, .money, .hours, .workingDays: true
    case .bool, .yesNoNA, .choice, .text, .date: false
    }
  }

  /// Whether rows of sampled case files may have such a column: never dates, codes or text.
  public var isAllowedInSamples: Bool {
    switch self {
    case .bool, .yesNoNA, .hours, .workingDays: true
    case .int, .decimal, .percent, .money, .choice, .text, .date: false
    }
  }

  /// The type of the value in rules; one that may be not applicable is null there.
  public var valueType: ValueType {
    switch self {
    case .int, .decimal, .percent, .money, .hours, .workingDays: .number
    case .bool: .bool
    case .yesNoNA: .wrapper(.bool)
    case .choice, .text: .string
    case .date: .timestamp
    }
  }

  /// The indicator type whose figures are written alike; nil for what is no figure.
  public var figureType: IndicatorType? {
    switch self {
    case .int: .int
    case .decimal, .hours, .workingDays: .decimal
    case .percent: .percent
    case .money: .money
    case .bool, .yesNoNA, .choice, .text, .date: nil
    }
  }
}

/// One column of a table.
public struct TableColumn: Hashable, Sendable {
  /// The name that rules use after `row.`.
  public var id: String
  /// What it states.
  public var title: LocalizedText
  /// The type of its values.
  public var type: ColumnType
  /// The unit of measure, where it has one.
  public var unit: LocalizedText?
  /// The least value it can have, inclusive.
  public var lowerBound: Rational?
  /// The greatest value it can have, inclusive.
  public var upperBound: Rational?
  /// What may be chosen, where the type is choice.
  public var options: [ChoiceOption]

  /// Creates a column.
  public init(
    id: String, title: LocalizedText, type: ColumnType, unit: LocalizedText? = nil,
    lowerBound: Rational? = nil, upperBound: Rational? = nil, options: [ChoiceOption] = []
  ) {
    self.id = id
    self.title = title
    self.type = type
    self.unit = unit
    self.lowerBound = lowerBound
    self.upperBound = upperBound
    self.options = options
  }
}

/// What the rows of a table are and hold.
public struct TableSchema: Hashable, Sendable {
  /// What each row is about.
  public var rows: RowSubject
  /// The columns, in order.
  public var columns: [TableColumn]

  /// Creates a schema.
  public init(rows: RowSubject, columns: [TableColumn]) {
    self.rows = rows
    self.columns = columns
  }

  /// The column of a name.
  public func column(_ id: String) -> TableColumn? {
    for column in columns where column.id == id { return column }
    return nil
  }

  /// The types of the fields of a row in rules.
  var fields: [String: ValueType] {
    var fields: [String: ValueType] = [:]
    for column in columns { fields[column.id] = column.type.valueType }
    return fields
  }
}
