public import Diagnostics

/// How long something may take, as a checklist's author or a decision says it.
public enum TimeLimit: Hashable, Sendable {
  /// Days of the calendar, the day of the event not counted.
  case calendarDays(Int)
  /// Working days, the day of the event not counted.
  case workingDays(Int)
  /// Hours on the wall clock.
  case hours(Int)
  /// Up to the end of a day.
  case by(CivilDate)
  /// Up to the end of the day before.
  case before(CivilDate)
  /// Up to the end of the quarter; on its last day, of the next one.
  case endOfQuarter
  /// Up to the last day of the next budget round, as the calendar names it; on that day itself, of
  /// the one after.
  case nextBudgetRound

  /// The most days or hours a limit may have.
  public static let largestCount = 10_000

  /// Reads an author's wording in English or Vietnamese, such as `15 working days`, `30 ngày`,
  /// `12 giờ`, `by 2024-11-10`, `đến hết 10/11/2024`, `trước ngày 10/11/2024`, `cuối quý` or
  /// `kỳ dự toán tới`.
  ///
  /// Nil for anything else, a count of 0 or above 10,000, or a date that does not exist.
  public init?(text: String) {
    // What ``canonical`` writes stands in every event; the wordings of people may take their time.
    if let limit = Self.canonicalCount(text) {
      self = limit
      return
    }
    var words: [String] = []
    for word in text.lowercased().split(whereSeparator: { $0.isWhitespace }) {
      words.append(String(word))
    }
    if let limit = Self.counted(words) ?? Self.dated(words) {
      self = limit
    } else if Self.quarterWords.contains(words.joined(separator: " ")) {
      self = .endOfQuarter
    } else if Self.budgetWords.contains(words.joined(separator: " ")) {
      self = .nextBudgetRound
    } else {
      return nil
    }
  }

  private static func canonicalCount(_ text: String) -> TimeLimit? {
    var count = 0
    var digits = 0
    for byte in text.utf8 {
      guard byte >= 0x30, byte <= 0x39, digits < 5 else { break }
      count = count * 10 + Int(byte - 0x30)
      digits += 1
    }
    guard digits > 0, (1...largestCount).contains(count) else { return nil }
    let unit = text.utf8.dropFirst(digits)
    if unit.elementsEqual(" working days".utf8) { return .workingDays(count) }
    if unit.elementsEqual(" days".utf8) { return .calendarDays(count) }
    return nil
  }

  private static let quarterWords = ["end of quarter", "end of the quarter", "cuối quý"]
  private static let budgetWords = [
    "next budget round", "the next budget round", "kỳ dự toán tới", "kỳ dự toán ngân sách tới",
    "kỳ dự toán kế tiếp", "kỳ lập dự toán ngân sách kế tiếp",
  ]

  private static func counted(_ words: [String]) -> TimeLimit? {
    guard let first = words.first, first.utf8.count <= 5,
      first.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let count = Int(first),
      (1...largestCount).contains(count)
    else { return nil }
    switch words.dropFirst().joined(separator: " ") {
    case "working day", "working days", "ngày làm việc": return .workingDays(count)
    case "day", "days", "calendar day", "calendar days", "ngày": return .calendarDays(count)
    case "hour", "hours", "giờ": return .hours(count)
    default: return nil
    }
  }

  private static func dated(_ words: [String]) -> TimeLimit? {
    guard let last = words.last, let date = CivilDate(text: last) else { return nil }
    switch words.dropLast().joined(separator: " ") {
    case "by", "chậm nhất", "chậm nhất ngày", "đến hết", "đến hết ngày": return .by(date)
    case "before", "trước", "trước ngày": return .before(date)
    default: return nil
    }
  }

  /// The wording that files keep: English, dates in ISO form; `init(text:)` reads it back.
  public var canonical: String {
    switch self {
    case .calendarDays(let count): String(count) + (count == 1 ? " day" : " days")
    case .workingDays(let count): String(count) + (count == 1 ? " working day" : " working days")
    case .hours(let count): String(count) + (count == 1 ? " hour" : " hours")
    case .by(let date): "by " + date.iso
    case .before(let date): "before " + date.iso
    case .endOfQuarter: "end of quarter"
    case .nextBudgetRound: "next budget round"
    }
  }

  /// The wording for people; `init(text:)` reads either language back.
  public var text: LocalizedText {
    let vietnamese =
      switch self {
      case .calendarDays(let count): String(count) + " ngày"
      case .workingDays(let count): String(count) + " ngày làm việc"
      case .hours(let count): String(count) + " giờ"
      case .by(let date): "chậm nhất ngày " + date.vietnamese
      case .before(let date): "trước ngày " + date.vietnamese
      case .endOfQuarter: "cuối quý"
      case .nextBudgetRound: "kỳ dự toán tới"
      }
    return LocalizedText(vi: vietnamese, en: canonical)
  }
}

extension TimeLimit: CustomStringConvertible {
  /// The canonical wording.
  public var description: String { canonical }
}
