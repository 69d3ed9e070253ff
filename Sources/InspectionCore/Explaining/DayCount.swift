public import Diagnostics

/// One day on the way to a deadline.
public struct CountedDay: Hashable, Sendable {
  /// The day.
  public var date: CivilDate
  /// Which of the working days it is, from 1; nil for a day that does not count.
  public var number: Int?
  /// Why it does not count.
  public var off: LocalizedText?
}

extension WorkingCalendar {
  /// The longest limit whose days are told one by one, in working days.
  static var toldDays: Int { 60 }

  /// The days of a limit in working days one by one, the first being the day after `day`; empty for
  /// other limits, for longer ones, and where the calendar cannot give them.
  public func countedDays(_ limit: TimeLimit, from day: CivilDate) -> [CountedDay] {
    guard case .workingDays(let count) = limit, count <= WorkingCalendar.toldDays else { return [] }
    var days: [CountedDay] = []
    var number = 0
    var date = day
    while number < count, days.count < WorkingCalendar.reach {
      do throws(TimeError) {
        date = try date.adding(days: 1)
      } catch {
        return []
      }
      let off = reasonOff(date)
      if off == nil { number += 1 }
      days.append(CountedDay(date: date, number: off == nil ? number : nil, off: off))
    }
    return number == count ? days : []
  }
}
