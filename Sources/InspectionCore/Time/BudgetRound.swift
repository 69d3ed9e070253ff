public import Diagnostics

/// A day of every year by which estimates for the next budget are handed in (kỳ lập dự toán ngân
/// sách): data, since the law and the finance office of each level set it.
public struct BudgetRound: Hashable, Sendable {
  /// The last day.
  public let day: PeriodPreset.Day
  /// What is due, such as the estimate for next year.
  public let name: LocalizedText
  /// The document that says so.
  public let source: String
  /// Whether that document was seen; a recalled day makes due dates provisional.
  public let isConfirmed: Bool

  /// Creates a round.
  public init(day: PeriodPreset.Day, name: LocalizedText, source: String, isConfirmed: Bool) {
    self.day = day
    self.name = name
    self.source = source
    self.isConfirmed = isConfirmed
  }

  /// The round's last day in a year; nil outside the years 1 to 9999.
  public func date(in year: Int) -> CivilDate? {
    CivilDate(year: year, month: day.month, day: day.day)
  }
}

extension WorkingCalendar {
  /// The first round that ends after a day, and its last day.
  ///
  /// Throws `noBudgetRound` where the calendar names none, and `dateOutOfRange`.
  public func nextBudgetRound(
    after day: CivilDate
  ) throws(TimeError) -> (round: BudgetRound, date: CivilDate) {
    guard !budgetRounds.isEmpty else { throw .noBudgetRound }
    for year in [day.year, day.year + 1] {
      var next: (round: BudgetRound, date: CivilDate)?
      for round in budgetRounds {
        guard let date = round.date(in: year), date > day else { continue }
        if next.map({ date < $0.date }) ?? true { next = (round, date) }
      }
      if let next { return next }
    }
    throw .dateOutOfRange
  }
}
