public import CEL
public import Diagnostics

/// How a figure is written for people.
public enum FigureStyle: String, Hashable, Sendable, CaseIterable {
  /// A plain number.
  case plain
  /// A share, times one hundred with a percent sign.
  case percent
  /// An amount in đồng.
  case money
}

/// The value an author gave to a kind's parameter.
public indirect enum ParameterValue: Hashable, Sendable {
  /// A number written out, such as `95%`.
  case number(Rational, FigureStyle)
  /// A CEL expression over indicators.
  case expression(String)
  /// A word: an indicator's id or one of several choices.
  case name(String)
  /// A civil date.
  case date(CivilDate)
  /// A time limit.
  case limit(TimeLimit)
  /// The share of the points that each option of an indicator earns.
  case shares([String: Rational])
  /// Several values.
  case list([ParameterValue])
}

/// What values a parameter takes; lint, the reference and later forms and schemas read it.
public enum ParameterType: Hashable, Sendable {
  /// One number or CEL expression of type number.
  case figure
  /// Two or more of those.
  case figures
  /// A CEL expression of type bool, or of type number as a share of the points.
  case rule
  /// A CEL expression of type bool over `row`, one row of the table that the check names.
  case rowRule
  /// One or more indicators of the types named.
  case indicators([IndicatorType])
  /// One indicator of the types named.
  case indicator([IndicatorType])
  /// A civil date, or one indicator of type date or datetime.
  case day
  /// A time limit that an event begins: working days, days or hours.
  case limit
  /// The options of an indicator of type choice, each with the share of the points it earns.
  case shares
  /// One of the words.
  case choice([String])
  /// A text of one line; for plugins alone.
  case text
  /// One or more of those; for plugins alone.
  case texts
}

/// One parameter of a kind.
public struct ParameterDescription: Hashable, Sendable {
  /// The key an author writes.
  public var name: String
  /// What values it takes.
  public var type: ParameterType
  /// What it means.
  public var summary: LocalizedText
  /// Whether it must be given; ignored where `group` is set.
  public var isRequired: Bool
  /// The name of the group of which exactly one parameter must be given.
  public var group: String?

  /// Creates a parameter.
  public init(
    _ name: String, _ type: ParameterType, _ summary: LocalizedText, isRequired: Bool = true,
    group: String? = nil
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    self.isRequired = isRequired
    self.group = group
  }
}

/// A worked example of a kind; every one is run as a test.
public struct KindExample: Sendable {
  /// What it shows.
  public var title: LocalizedText
  /// The parameters.
  public var parameters: [String: ParameterValue]
  /// The answers by indicator; those missing are declared but not answered.
  public var answers: [String: AnswerValue]
  /// The answers for the period before.
  public var earlier: [String: AnswerValue]
  /// What the tables among the answers hold.
  public var tables: [String: TableSchema]
  /// How points follow from a share.
  public var partial: PartialCredit
  /// The verdict it must give.
  public var verdict: Verdict
  /// The share of the points it must give.
  public var credit: Rational
  /// The reason it must give, in English.
  public var reason: String

  /// Creates an example.
  public init(
    _ title: LocalizedText, parameters: [String: ParameterValue],
    answers: [String: AnswerValue], earlier: [String: AnswerValue] = [:],
    tables: [String: TableSchema] = [:],
    partial: PartialCredit = .none, verdict: Verdict, credit: Rational? = nil, reason: String
  ) {
    self.earlier = earlier
    self.tables = tables
    self.title = title
    self.parameters = parameters
    self.answers = answers
    self.partial = partial
    self.verdict = verdict
    self.credit = credit ?? Rational(verdict == .met ? 1 : 0)
    self.reason = reason
  }
}

/// What a kind of check is: its words, its parameters as data, and its examples.
public struct KindDescription: Sendable {
  /// The word authors write after `kind:`.
  public var id: String
  /// Its name.
  public var title: LocalizedText
  /// What it judges.
  public var summary: LocalizedText
  /// Its parameters.
  public var parameters: [ParameterDescription]
  /// Whether it can give a share of the points.
  public var givesPartialCredit: Bool
  /// Examples that pass, fail and stay open.
  public var examples: [KindExample]

  /// Creates a description. The browser's build leaves the examples out: they are for tests and
  /// the reference, and nothing there reads them.
  @inline(__always)
  public init(
    id: String, title: LocalizedText, summary: LocalizedText,
    parameters: [ParameterDescription], givesPartialCredit: Bool = false,
    examples: @autoclosure () -> [KindExample]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.parameters = parameters
    self.givesPartialCredit = givesPartialCredit
    #if hasFeature(Embedded)
      self.examples = []
    #else
      self.examples = examples()
    #endif
  }

  /// The parameter of a name.
  public func parameter(_ name: String) -> ParameterDescription? {
    for parameter in parameters where parameter.name == name { return parameter }
    return nil
  }
}
