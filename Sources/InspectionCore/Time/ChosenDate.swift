public import Diagnostics

/// A day that the team itself has set, beside the one that a time limit gives.
public struct ChosenDate: Hashable, Sendable {
  /// The day set, as a fixed one.
  public let date: DueDate
  /// How it differs from the computed day, in words without a final full stop.
  public let difference: LocalizedText
}

extension WorkingCalendar {
  /// A day set by the team for what began on `start`, beside what a limit gives.
  ///
  /// Throws `dateOutOfRange` or `noWorkingDay`.
  public func chosen(
    _ day: CivilDate, beside computed: DueDate, from start: CivilDate
  ) throws(TimeError) -> ChosenDate {
    var difference = difference(of: day, from: computed.due)
    if day < start {
      difference.vi += ", trước cả ngày bắt đầu tính \(start.vietnamese)"
      difference.en += ", before the time even begins on \(start.iso)"
    }
    return ChosenDate(date: try due(.by(day), from: start), difference: difference)
  }

  private func difference(of day: CivilDate, from computed: CivilDate) -> LocalizedText {
    if day == computed {
      return LocalizedText(vi: "đúng thời hạn tính được", en: "the same as the computed day")
    }
    let isEarlier = day < computed
    let working = workingDays(after: min(day, computed), through: max(day, computed))
    let days = abs(day.days(until: computed))
    return LocalizedText(
      vi: (isEarlier ? "sớm" : "muộn") + " hơn thời hạn tính được \(days) ngày"
        + " (\(working) ngày làm việc)",
      en: "\(days) \(days == 1 ? "day" : "days")"
        + " (\(working) working \(working == 1 ? "day" : "days"))"
        + (isEarlier ? " earlier" : " later") + " than the computed day")
  }

  /// How many working days lie after one day and up to another, the second included; none where it
  /// is not later. Undoes `adding(workingDays:to:)`.
  public func workingDays(after day: CivilDate, through last: CivilDate) -> Int {
    var count = 0
    for number in (day.daysSinceEpoch + 1)..<max(last.daysSinceEpoch, day.daysSinceEpoch) + 1 {
      if let date = CivilDate(daysSinceEpoch: number), isWorkingDay(date) { count += 1 }
    }
    return count
  }
}
