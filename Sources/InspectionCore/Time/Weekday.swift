public import Diagnostics

/// A day of the week, Monday first.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  /// Thứ Hai.
  case monday = 1
  /// Thứ Ba.
  case tuesday
  /// Thứ Tư.
  case wednesday
  /// Thứ Năm.
  case thursday
  /// Thứ Sáu.
  case friday
  /// Thứ Bảy.
  case saturday
  /// Chủ nhật.
  case sunday

  /// Whether it is a Saturday or a Sunday.
  public var isWeekend: Bool { self == .saturday || self == .sunday }

  /// The name in the middle of a sentence.
  public var name: LocalizedText {
    switch self {
    case .monday: LocalizedText(vi: "thứ Hai", en: "Monday")
    case .tuesday: LocalizedText(vi: "thứ Ba", en: "Tuesday")
    case .wednesday: LocalizedText(vi: "thứ Tư", en: "Wednesday")
    case .thursday: LocalizedText(vi: "thứ Năm", en: "Thursday")
    case .friday: LocalizedText(vi: "thứ Sáu", en: "Friday")
    case .saturday: LocalizedText(vi: "thứ Bảy", en: "Saturday")
    case .sunday: LocalizedText(vi: "Chủ nhật", en: "Sunday")
    }
  }
}
