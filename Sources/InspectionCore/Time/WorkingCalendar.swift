public import Diagnostics

/// What a calendar says of one day that is not like its weekday.
public struct CalendarDay: Hashable, Sendable {
  /// Why the day is off or worked, such as Tết Nguyên đán.
  public let name: LocalizedText
  /// The document that says so.
  public let source: String
  /// Whether that document is official; a computed or proposed day makes due dates provisional.
  public let isConfirmed: Bool

  /// Creates the entry of a day.
  public init(name: LocalizedText, source: String, isConfirmed: Bool) {
    self.name = name
    self.source = source
    self.isConfirmed = isConfirmed
  }
}

/// The days on which offices work: Monday to Friday without the days off, and make-up days.
public struct WorkingCalendar: Hashable, Sendable {
  /// The identifier, such as `vn-civil-service`.
  public let id: String
  /// The name.
  public let title: LocalizedText
  /// The days for which the calendar has been checked against official notices.
  public let verified: Period
  /// The weekdays on which nobody works.
  public let daysOff: [CivilDate: CalendarDay]
  /// The Saturdays and Sundays that are worked in exchange; a day that is also off stays off.
  public let makeUpDays: [CivilDate: CalendarDay]
  /// The days of every year by which budget estimates are handed in.
  public let budgetRounds: [BudgetRound]

  /// How many days in a row are searched for a working day.
  static let reach = 10_000

  /// Creates a calendar.
  public init(
    id: String, title: LocalizedText, verified: Period, daysOff: [CivilDate: CalendarDay],
    makeUpDays: [CivilDate: CalendarDay], budgetRounds: [BudgetRound] = []
  ) {
    self.id = id
    self.title = title
    self.verified = verified
    self.daysOff = daysOff
    self.makeUpDays = makeUpDays
    self.budgetRounds = budgetRounds
  }

  /// Whether offices work on the day.
  public func isWorkingDay(_ day: CivilDate) -> Bool {
    if daysOff[day] != nil { return false }
    return !day.weekday.isWeekend || makeUpDays[day] != nil
  }

  /// The first working day not before `day`; throws `noWorkingDay` or `dateOutOfRange`.
  public func nextWorkingDay(onOrAfter day: CivilDate) throws(TimeError) -> CivilDate {
    try search(from: day, step: 1)
  }

  /// The last working day not after `day`; throws `noWorkingDay` or `dateOutOfRange`.
  public func lastWorkingDay(onOrBefore day: CivilDate) throws(TimeError) -> CivilDate {
    try search(from: day, step: -1)
  }

  private func search(from day: CivilDate, step: Int) throws(TimeError) -> CivilDate {
    var day = day
    for _ in 0..<Self.reach {
      if isWorkingDay(day) { return day }
      day = try day.adding(days: step)
    }
    throw .noWorkingDay
  }

  /// The last of `count` working days that begin on the day after `day`.
  ///
  /// Throws `countOutOfRange` unless the count is 1 to 10,000; `noWorkingDay`, `dateOutOfRange`.
  public func adding(workingDays count: Int, to day: CivilDate) throws(TimeError) -> CivilDate {
    guard (1...TimeLimit.largestCount).contains(count) else { throw .countOutOfRange }
    var day = day
    for _ in 0..<count {
      day = try nextWorkingDay(onOrAfter: try day.adding(days: 1))
    }
    return day
  }

  /// Whether all that the calendar says of these days has been checked and confirmed.
  public func isCertain(throughout days: Period) -> Bool {
    guard verified.contains(days) else { return false }
    for (day, entry) in daysOff where !entry.isConfirmed && days.contains(day) { return false }
    for (day, entry) in makeUpDays where !entry.isConfirmed && days.contains(day) { return false }
    return true
  }

  /// Why nobody works on the day: the name of the day off or of the weekday; nil on a working day.
  public func reasonOff(_ day: CivilDate) -> LocalizedText? {
    isWorkingDay(day) ? nil : daysOff[day]?.name ?? day.weekday.name
  }
}
