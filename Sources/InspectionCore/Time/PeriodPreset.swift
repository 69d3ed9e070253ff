public import Diagnostics

/// A kind of period that recurs every year, such as the reporting year from 15/12 to 14/12: data,
/// since offices differ and rules change.
public struct PeriodPreset: Hashable, Sendable {
  /// Which end of the period gives it its year.
  public enum YearOf: String, Hashable, Sendable, CaseIterable {
    /// The year it begins in: the school year 2024 is 2024–2025.
    case start
    /// The year it ends in: the reporting year 2024 begins on 15/12/2023.
    case end
  }

  /// A day of every year; 29 February is not one.
  public struct Day: Hashable, Sendable, Comparable {
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Creates a day; nil where not every year has it.
    public init?(month: Int, day: Int) {
      // 2023 is no leap year.
      guard CivilDate(year: 2023, month: month, day: day) != nil else { return nil }
      self.month = month
      self.day = day
    }

    /// Reads `15/12`, the day first; nil for anything else.
    public init?(text: String) {
      let parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
      let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
      guard parts.count == 2,
        parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(isDigit) }),
        let day = Int(String(decoding: parts[0], as: UTF8.self)),
        let month = Int(String(decoding: parts[1], as: UTF8.self))
      else { return nil }
      self.init(month: month, day: day)
    }

    /// The day as `15/12`.
    public var text: String {
      (day < 10 ? "0" : "") + String(day) + (month < 10 ? "/0" : "/") + String(month)
    }

    /// Orders by the day's place in the year.
    public static func < (first: Day, second: Day) -> Bool {
      (first.month, first.day) < (second.month, second.day)
    }
  }

  /// The id.
  public var id: String
  /// What it is called.
  public var title: LocalizedText
  /// The first day.
  public var from: Day
  /// The last day; where it comes before the first in a year, the period ends in the next year.
  public var to: Day
  /// Which end gives the period its year.
  public var yearOf: YearOf
  /// Where it is laid down, and whether that was seen.
  public var source: String?
  /// Whether the source was seen.
  public var status: SourceStatus

  /// Creates a preset.
  public init(
    id: String, title: LocalizedText, from: Day, to: Day, yearOf: YearOf = .end,
    source: String? = nil, status: SourceStatus = .recalled
  ) {
    self.id = id
    self.title = title
    self.from = from
    self.to = to
    self.yearOf = yearOf
    self.source = source
    self.status = status
  }

  /// The period of a year; nil outside the years 1 to 9999.
  public func period(of year: Int) -> Period? {
    let crosses = to < from
    let first = crosses && yearOf == .end ? year - 1 : year
    let last = crosses && yearOf == .start ? year + 1 : year
    guard let from = CivilDate(year: first, month: from.month, day: from.day),
      let to = CivilDate(year: last, month: to.month, day: to.day)
    else { return nil }
    return Period(from: from, to: to)
  }
}
