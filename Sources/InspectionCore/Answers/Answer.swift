public import CEL
public import Diagnostics

/// How an answer came to be known.
public enum Basis: String, Hashable, Sendable, CaseIterable {
  /// The unit says so.
  case reported
  /// Checked against documents.
  case documents
  /// Seen on site.
  case seen
  /// Told in an interview.
  case interview
  /// Not checked.
  case unchecked = "not-checked"
}

/// The value of an answer.
public enum AnswerValue: Hashable, Sendable {
  /// A figure, exact or bounded, in the indicator's unit of measure.
  case number(Number)
  /// Yes or no.
  case bool(Bool)
  /// Text, the id of a choice, or the number and date of a document; empty where a document is
  /// stated not to exist.
  case text(String)
  /// A civil date.
  case date(CivilDate)
  /// A civil date and a time of day.
  case dateTime(CivilDateTime)
  /// The rows of a table.
  case table(AnswerTable)
  /// Stated to be unknown, with the reason.
  case missing(LocalizedText)
}

/// One answer to one indicator, with where it comes from.
public struct Answer: Hashable, Sendable {
  /// The value.
  public var value: AnswerValue
  /// How firmly a figure is known.
  public var qualifier: Qualifier
  /// The figure as stated, before bounds: 500,000,000 in "over 500 million".
  public var stated: Rational?
  /// The id of the document it was read from.
  public var source: String?
  /// Where in that document.
  public var place: String?
  /// How it came to be known.
  public var basis: Basis

  /// Creates an answer.
  @inlinable
  public init(
    _ value: AnswerValue, qualifier: Qualifier = .exact, stated: Rational? = nil,
    source: String? = nil, place: String? = nil, basis: Basis = .reported
  ) {
    self.value = value
    self.qualifier = qualifier
    self.stated = stated
    self.source = source
    self.place = place
    self.basis = basis
  }

  /// Whether there is a value to judge by.
  public var isAnswered: Bool {
    if case .missing = value { return false }
    return true
  }
}
