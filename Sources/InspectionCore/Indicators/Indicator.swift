public import CEL
public import Diagnostics

/// What an indicator counts, where small counts could point at a person.
public enum Subjects: String, Hashable, Sendable, CaseIterable {
  /// Children.
  case children
  /// Cases of abuse, violence or neglect.
  case cases
}

/// What stretch of time an indicator speaks about.
public enum TimeBasis: String, Hashable, Sendable, CaseIterable {
  /// The state on one day.
  case asOf = "as_of"
  /// The sum over the inspected period.
  case period
  /// The sum since a programme began.
  case programme
}

/// An indicator (chỉ tiêu): one typed fact with its unit of measure.
public struct Indicator: Hashable, Sendable {
  /// The dotted name that rules use, such as `staff.total`.
  public var id: String
  /// What it states.
  public var title: LocalizedText
  /// The type of its value.
  public var type: IndicatorType
  /// The unit of measure, where it has one.
  public var unit: LocalizedText?
  /// The least value it can have, inclusive.
  public var lowerBound: Rational?
  /// The greatest value it can have, inclusive.
  public var upperBound: Rational?
  /// What it counts, where small counts must be masked outside the team and the unit.
  public var counts: Subjects?
  /// What stretch of time it speaks about.
  public var time: TimeBasis
  /// The office that supplies it, as a short name.
  public var supplier: String?
  /// Its code in Circular 13/2021/TT-BLĐTBXH, where it has one.
  public var code: String?
  /// What may be chosen, where the type is choice.
  public var options: [ChoiceOption]
  /// What its rows hold, where the type is table.
  public var table: TableSchema?
  /// How a parent unit's figure follows from its child units, where the author says so; see
  /// ``rollUpRule``.
  public var rollUp: RollUpRule?

  /// Creates an indicator.
  public init(
    id: String, title: LocalizedText, type: IndicatorType, unit: LocalizedText? = nil,
    lowerBound: Rational? = nil, upperBound: Rational? = nil, counts: Subjects? = nil,
    time: TimeBasis = .period, supplier: String? = nil, code: String? = nil,
    options: [ChoiceOption] = [], table: TableSchema? = nil, rollUp: RollUpRule? = nil
  ) {
    self.id = id
    self.title = title
    self.type = type
    self.unit = unit
    self.lowerBound = lowerBound
    self.upperBound = upperBound
    self.counts = counts
    self.time = time
    self.supplier = supplier
    self.code = code
    self.options = options
    self.table = table
    self.rollUp = rollUp
  }

  /// Whether small counts in it must be masked: it counts children or cases, or its rows are cases.
  public var isCounting: Bool { counts != nil || table?.rows.isSample ?? false }

  /// The type under which a rule sees the indicator.
  public var valueType: ValueType {
    type == .table ? .list(.object(rowType)) : type.valueType
  }

  /// The first words that no indicator's name may have, since rules use them for something else.
  public static var reservedPrefixes: [String] { RuleVocabulary.reserved }

  /// The name of the type of its rows in rules.
  var rowType: String { id + " row" }
}
