import Diagnostics
import InspectionCore

/// What the number of a cell means.
enum NumberMeaning {
  case number, date, time
}

/// What numbers mean by the style of their cell (ECMA-376, part 1, 18.8.30 and 18.8.31).
struct CellStyles {
  private var meanings: [NumberMeaning] = []

  /// Where nothing has a style.
  init() {}

  /// Reads the styles of a part.
  init(_ part: String, _ parts: inout ZippedParts) throws(TableProblem) {
    var custom: [Int: NumberMeaning] = [:]
    var formats: [Int] = []
    var isCellStyle = false
    _ = try parts.readXML(part) { event throws(TableProblem) in
      switch event {
      case .start("numFmt", let attributes):
        guard let id = attributes.number("numFmtId"), let code = attributes["formatCode"],
          custom.count < 10_000
        else { return }
        custom[id] = Self.meaning(ofFormat: code)
      case .start("cellXfs", _): isCellStyle = true
      case .end("cellXfs"): isCellStyle = false
      case .start("xf", let attributes) where isCellStyle:
        // Excel itself takes no more than 65,490.
        guard formats.count < 65_536 else { throw .damaged("\(part): xf") }
        formats.append(attributes.number("numFmtId") ?? 0)
      default: break
      }
    }
    meanings = formats.map { custom[$0] ?? Self.builtIn($0) }
  }

  /// What the number of a cell of a style means.
  func meaning(ofStyle style: Int?) -> NumberMeaning {
    guard let style, meanings.indices.contains(style) else { return .number }
    return meanings[style]
  }

  /// The formats that no file writes down; 27 to 36 and 50 to 58 are those of East Asian languages.
  private static func builtIn(_ id: Int) -> NumberMeaning {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: .date
    case 18...21, 32...35, 45...47, 55, 56: .time
    default: .number
    }
  }

  /// What a format says: one with a day or a year, or with months, shows a date; one with hours or
  /// seconds alone a time.
  ///
  /// What stands in quotes, behind a backslash, `_` or `*`, or in brackets is no part of it, except
  /// `[h]`, `[m]` and `[s]`, which count elapsed time.
  static func meaning(ofFormat code: String) -> NumberMeaning {
    var letters = Set<Character>()
    var rest = Substring(code)
    reading: while let letter = rest.popFirst() {
      switch letter {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inner = rest.prefix { $0 != "]" }.lowercased()
        if let first = inner.first, "hms".contains(first), inner.allSatisfy({ $0 == first }) {
          letters.insert("h")
        }
        rest = rest.dropFirst(inner.count).dropFirst()
      case ";": break reading
      default: letters.formUnion(letter.lowercased())
      }
    }
    if letters.contains("d") || letters.contains("y") { return .date }
    if letters.contains("h") || letters.contains("s") { return .time }
    return letters.contains("m") ? .date : .number
  }
}

extension CellStyles {
  /// What is the matter with a number that is to be a day.
  struct NoDay: Error { let why: LocalizedText }

  /// The day of a number as Excel counts: 1 is 1 January 1900, and 60 the 29 February 1900 that never
  /// was; or 0 is 1 January 1904.
  static func day(_ number: String, from1904: Bool) throws(NoDay) -> String {
    guard let serial = Double(number), serial >= 0, serial < 2_958_466 else {
      throw NoDay(
        why: LocalizedText(
          vi: "số \(number) không ứng với ngày nào", en: "the number \(number) is no day"))
    }
    let count = Int(serial)
    let first = CivilDate(year: from1904 ? 1904 : 1900, month: 1, day: 1)
    if !from1904, count == 0 || count == 60 {
      throw NoDay(
        why: count == 60
          ? LocalizedText(
            vi: "ngày 29/02/1900 không có thật", en: "29 February 1900 never was")
          : LocalizedText(
            vi: "chỉ có giờ, không có ngày (số \(number))",
            en: "it is a time without a day (the number \(number))"))
    }
    let days = from1904 ? count : count < 60 ? count - 1 : count - 2
    guard let day = first.flatMap({ CivilDate(daysSinceEpoch: $0.daysSinceEpoch + days) }) else {
      throw NoDay(
        why: LocalizedText(
          vi: "số \(number) không ứng với ngày nào", en: "the number \(number) is no day"))
    }
    return day.iso
  }

  /// A time as `14:30:00`, elapsed hours beyond a day counted on.
  static func time(_ number: String) -> String? {
    guard let value = Double(number), value >= 0, value < 1_000_000 else { return nil }
    let seconds = Int((value * 86_400).rounded())
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
