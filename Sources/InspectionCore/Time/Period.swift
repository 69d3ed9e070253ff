/// The days from one date to another, both included.
public struct Period: Hashable, Sendable {
  /// The first day.
  public let from: CivilDate
  /// The last day.
  public let to: CivilDate

  /// Creates a period; nil where it would end before it begins.
  public init?(from: CivilDate, to: CivilDate) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// The period of a single day.
  public init(_ day: CivilDate) {
    from = day
    to = day
  }

  /// The period that begins on the earlier of two days and ends on the later.
  init(spanning first: CivilDate, _ second: CivilDate) {
    from = min(first, second)
    to = max(first, second)
  }

  /// Reads `2019-01-01/2019-12-31`, the form of ISO 8601.
  public init?(iso text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = CivilDate(iso: String(parts[0])),
      let to = CivilDate(iso: String(parts[1]))
    else { return nil }
    self.init(from: from, to: to)
  }

  /// Whether the day lies in the period.
  public func contains(_ day: CivilDate) -> Bool { from <= day && day <= to }

  /// Whether the whole of another period lies in this one.
  public func contains(_ other: Period) -> Bool { from <= other.from && other.to <= to }

  /// Whether the two have a day in common.
  public func overlaps(_ other: Period) -> Bool { from <= other.to && other.from <= to }

  /// Whether it has a day in common with what began on one day and ended on another, or has not ended.
  func overlaps(from begin: CivilDate, to end: CivilDate?) -> Bool {
    if begin > to { return false }
    if let end, end < from { return false }
    return true
  }

  /// The number of days, at least one.
  public var dayCount: Int { from.days(until: to) + 1 }

  /// The period as `2019-01-01/2019-12-31`.
  public var iso: String { from.iso + "/" + to.iso }

  /// The period as `01/01/2019–31/12/2019`.
  public var vietnamese: String { from.vietnamese + "–" + to.vietnamese }
}

extension Period: CustomStringConvertible {
  /// The period as `2019-01-01/2019-12-31`.
  public var description: String { iso }
}
