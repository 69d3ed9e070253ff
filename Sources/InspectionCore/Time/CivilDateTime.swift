public import Diagnostics

/// A day of the Gregorian calendar with a time of day to the minute, in Vietnam (UTC+07:00).
public struct CivilDateTime: Hashable, Sendable, Comparable {
  /// The day.
  public let date: CivilDate
  /// The minute of the day, 0 to 1439.
  public let minute: Int

  /// Creates a time; nil where there is no such minute.
  public init?(date: CivilDate, minute: Int) {
    guard (0..<1440).contains(minute) else { return nil }
    self.date = date
    self.minute = minute
  }

  /// Reads a date and a time in either order, such as `2024-10-31 14:30`, `2024-10-31T14:30` or
  /// `14:30 31/10/2024`; nil for anything else.
  public init?(text: String) {
    let parts = text.utf8.split(omittingEmptySubsequences: true) { $0 == 0x20 || $0 == 0x54 }
    guard parts.count == 2 else { return nil }
    let first = String(decoding: parts[0], as: UTF8.self)
    let second = String(decoding: parts[1], as: UTF8.self)
    if let date = CivilDate(text: first), let minute = Self.minute(second) {
      self.init(date: date, minute: minute)
    } else if let date = CivilDate(text: second), let minute = Self.minute(first) {
      self.init(date: date, minute: minute)
    } else {
      return nil
    }
  }

  private static func minute(_ text: String) -> Int? {
    let parts = text.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2 else {
      return nil
    }
    var values: [Int] = []
    for part in parts {
      guard part.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        let value = Int(String(decoding: part, as: UTF8.self))
      else { return nil }
      values.append(value)
    }
    guard values[0] < 24, values[1] < 60 else { return nil }
    return values[0] * 60 + values[1]
  }

  /// The time so many minutes after 1970-01-01 00:00; nil outside the years 1 to 9999.
  init?(minutesSinceEpoch minutes: Int) {
    let day = Int.dayOf(minute: minutes)
    guard let date = CivilDate(daysSinceEpoch: day) else { return nil }
    self.init(date: date, minute: minutes - day * 1440)
  }

  /// The minutes since 1970-01-01 00:00; negative before.
  var minutesSinceEpoch: Int { date.firstMinute + minute }

  /// The time a number of minutes later on the wall clock, or earlier where negative; throws
  /// `dateOutOfRange`.
  public func adding(minutes: Int) throws(TimeError) -> CivilDateTime {
    let (sum, overflow) = minutesSinceEpoch.addingReportingOverflow(minutes)
    guard !overflow, let time = CivilDateTime(minutesSinceEpoch: sum) else {
      throw .dateOutOfRange
    }
    return time
  }

  /// The time as `2024-10-31T14:30`; `init(text:)` reads it back.
  public var iso: String { date.iso + "T" + clock }

  /// The time as each language writes it.
  public var text: LocalizedText {
    LocalizedText(vi: clock + " ngày " + date.vietnamese, en: date.iso + " " + clock)
  }

  private var clock: String {
    let (hours, minutes) = minute.quotientAndRemainder(dividingBy: 60)
    return (hours < 10 ? "0" : "") + String(hours) + (minutes < 10 ? ":0" : ":") + String(minutes)
  }

  /// Orders by time.
  public static func < (first: CivilDateTime, second: CivilDateTime) -> Bool {
    (first.date, first.minute) < (second.date, second.minute)
  }
}

extension CivilDate {
  /// The minutes from 1970-01-01 00:00 to the day's first one.
  var firstMinute: Int { daysSinceEpoch * 1440 }
  /// The minutes from 1970-01-01 00:00 to the day's last one.
  var lastMinute: Int { firstMinute + 1439 }
}

extension Int {
  /// The day since 1970-01-01 in which a minute lies.
  static func dayOf(minute: Int) -> Int {
    let (days, rest) = minute.quotientAndRemainder(dividingBy: 1440)
    return rest < 0 ? days - 1 : days
  }
}
