/// A day of the Gregorian calendar, without a time and a time zone; years 1 to 9999.
public struct CivilDate: Hashable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Creates a date; nil where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    self.init(checkedYear: year, month: month, day: day)
  }

  /// Creates the date a number of days after 1970-01-01; nil outside the years 1 to 9999.
  public init?(daysSinceEpoch days: Int) {
    guard days >= Self.firstDay, days <= Self.lastDay else { return nil }
    self.init(checkedDays: days)
  }

  private init(checkedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  // Years begin in March here, so that the leap day is the last of its year; an era is 400 years.
  private init(checkedDays days: Int) {
    let shifted = days + Self.daysBeforeEpoch
    let era = shifted / Self.daysInEra
    let dayOfEra = shifted % Self.daysInEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      checkedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static let daysInEra = 146_097
  /// From 0000-03-01 to 1970-01-01.
  private static let daysBeforeEpoch = 719_468
  private static let firstDay = CivilDate(checkedYear: 1, month: 1, day: 1).daysSinceEpoch
  private static let lastDay = CivilDate(checkedYear: 9999, month: 12, day: 31).daysSinceEpoch

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days since 1970-01-01; negative before.
  public var daysSinceEpoch: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let marchMonth = month > 2 ? month - 3 : month + 9
    let yearOfEra = marchYear % 400
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return marchYear / 400 * Self.daysInEra + dayOfEra - Self.daysBeforeEpoch
  }

  /// The date a number of days later, or earlier where negative; throws `dateOutOfRange`.
  public func adding(days: Int) throws(TimeError) -> CivilDate {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    guard !overflow, let date = CivilDate(daysSinceEpoch: sum) else { throw .dateOutOfRange }
    return date
  }

  /// The days from this date to another; negative where the other is earlier.
  public func days(until other: CivilDate) -> Int { other.daysSinceEpoch - daysSinceEpoch }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, and year 1 began on a Monday.
    let days = daysSinceEpoch - Self.firstDay
    return Weekday.allCases[days % 7]
  }

  /// The last day of the quarter the date falls in.
  public var endOfQuarter: CivilDate {
    let last = (month + 2) / 3 * 3
    return CivilDate(
      checkedYear: year, month: last, day: Self.length(ofMonth: last, in: year))
  }
}

extension CivilDate: Comparable {
  /// Orders by time.
  public static func < (first: CivilDate, second: CivilDate) -> Bool {
    (first.year, first.month, first.day) < (second.year, second.month, second.day)
  }
}
