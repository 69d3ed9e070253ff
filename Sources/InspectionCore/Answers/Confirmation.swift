public import Diagnostics

/// A leader's confirmation that a duty unmet is a violation (vi phạm); without one it is a
/// shortcoming.
public struct Confirmation: Hashable, Sendable {
  /// The check, of class duty.
  public var check: String
  /// The day of the confirmation.
  public var date: CivilDate
  /// Who confirmed it, by position; never a person's name.
  public var by: LocalizedText
  /// The id of the document that records it.
  public var source: String?
  /// Where in that document.
  public var place: String?

  /// Creates a confirmation.
  public init(
    check: String, date: CivilDate, by: LocalizedText, source: String? = nil, place: String? = nil
  ) {
    self.check = check
    self.date = date
    self.by = by
    self.source = source
    self.place = place
  }
}
