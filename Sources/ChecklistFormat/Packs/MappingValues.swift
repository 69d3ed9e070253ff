import CEL
import Diagnostics
import InspectionCore

// Values that only packs and submissions have.

extension Mapping {
  /// A whole number from 0 to a million.
  func wholeNumber(_ key: String) -> Int? {
    guard let node = value(key, as: .wholeNumber), let number = reader.number(node) else {
      return nil
    }
    if number.style == .plain, number.value.isWhole, number.value >= .zero,
      number.value <= Rational(1_000_000)
    {
      return Int(number.value.numerator)
    }
    reader.reportWrongType(
      node,
      wanted: LocalizedText(
        vi: "một số nguyên từ 0 đến 1.000.000", en: "a whole number from 0 to 1,000,000"))
    return nil
  }

  /// A day of every year, as `15/12`.
  func dayOfYear(_ key: String) -> PeriodPreset.Day? {
    guard let node = value(key, as: .dayOfYear), let text = reader.text(node) else { return nil }
    if let day = PeriodPreset.Day(text: text) { return day }
    reader.reportWrongType(
      node,
      wanted: LocalizedText(
        vi: "một ngày có trong mọi năm, như 15/12", en: "a day that every year has, such as 15/12"))
    return nil
  }

  /// A short name of lower-case letters, digits and `_`, such as an option's.
  func shortName(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    let bytes = Array(text.utf8)
    let isName =
      (0x61...0x7A).contains(bytes.first ?? 0)
      && bytes.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
      }
    if isName, !IndicatorReader.wordsOfCEL.contains(text) { return text }
    reader.report(
      "short-name",
      LocalizedText(
        vi: "\"\(shown(text))\" không dùng làm tên ở đây được",
        en: "\"\(shown(text))\" cannot be a name here"),
      mend: LocalizedText(
        vi: "chữ thường không dấu, số và _, bắt đầu bằng chữ: play_spaces",
        en: "lower-case letters, digits and _, a letter first: play_spaces"),
      at: valueRange(key))
    return nil
  }

  /// Texts of a list, each on one line.
  func texts(_ key: String) -> [String] { list(key).compactMap(reader.line) }
}

extension FileReader {
  /// A civil date with a time of day.
  func dateTime(_ node: YAMLNode) -> CivilDateTime? {
    if let (text, _) = node.scalar, let time = CivilDateTime(text: text) { return time }
    reportWrongType(
      node,
      wanted: LocalizedText(
        vi: "ngày và giờ, như 14:30 31/10/2024 hoặc 2024-10-31 14:30",
        en: "a date and a time, such as 2024-10-31 14:30"))
    return nil
  }
}
