public import Diagnostics

/// Why a date cannot be computed.
public enum TimeError: Error, Hashable, Sendable {
  /// The date would lie outside the years 1 to 9999.
  case dateOutOfRange
  /// A count of days or hours is below 1 or above `TimeLimit.largestCount`.
  case countOutOfRange
  /// The calendar has no working day within reach.
  case noWorkingDay
  /// The calendar names no budget round.
  case noBudgetRound

  /// What is wrong, in one sentence without a final full stop.
  public var message: LocalizedText {
    switch self {
    case .dateOutOfRange:
      LocalizedText(vi: "ngày nằm ngoài các năm 1–9999", en: "the date is beyond years 1 to 9999")
    case .countOutOfRange:
      LocalizedText(
        vi: "thời hạn phải từ 1 đến \(TimeLimit.largestCount) ngày hoặc giờ",
        en: "a time limit has from 1 to \(TimeLimit.largestCount) days or hours")
    case .noWorkingDay:
      LocalizedText(
        vi: "lịch không có ngày làm việc nào gần ngày đó",
        en: "the calendar has no working day near that date")
    case .noBudgetRound:
      LocalizedText(
        vi: "lịch không nêu kỳ dự toán nào (khóa budget_rounds)",
        en: "the calendar names no budget round (key budget_rounds)")
    }
  }
}
