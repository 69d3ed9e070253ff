import CEL
import Diagnostics
import InspectionCore

extension FileReader {
  /// A period of both dates.
  func period(_ node: YAMLNode) -> Period? {
    guard let mapping = mapping(node, .period) else { return nil }
    let from = mapping.date("from")
    let to = mapping.date("to")
    guard let from, let to else { return nil }
    guard let period = Period(from: from, to: to) else {
      reportEmptyPeriod(mapping)
      return nil
    }
    return period
  }

  /// A span of time of which one end, or both, may be left open.
  func bounds(
    _ node: YAMLNode, _ description: MappingDescription = .span
  ) -> (from: CivilDate?, to: CivilDate?) {
    guard let mapping = mapping(node, description) else { return (nil, nil) }
    let from = mapping.date("from")
    let to = mapping.date("to")
    if let from, let to, to < from { reportEmptyPeriod(mapping) }
    return (from, to)
  }

  func reportEmptyPeriod(_ mapping: Mapping) {
    report(
      "empty-period",
      LocalizedText(vi: "ngày cuối trước ngày đầu", en: "the last day is before the first"),
      at: mapping.valueRange("to"))
  }

  /// Reports ids that are given twice, at the later place.
  func checkUnique<Value>(_ items: [Named<Value>], code: String, _ what: LocalizedText) {
    var seen: Set<String> = []
    for item in items where !seen.insert(item.id).inserted {
      item.reader.report(
        code,
        LocalizedText(
          vi: "\(what.vi) \"\(shown(item.id))\" khai báo hai lần",
          en: "\(what.en) \"\(shown(item.id))\" is declared twice"),
        mend: LocalizedText(vi: "giữ lại một chỗ", en: "keep one of them"), at: item.place)
    }
  }

  /// A time limit in the words authors use.
  func timeLimit(_ node: YAMLNode) -> TimeLimit? {
    guard let text = text(node) else { return nil }
    if let limit = TimeLimit(text: text) { return limit }
    report(
      "time-limit",
      LocalizedText(
        vi: "không hiểu thời hạn \"\(shown(text))\"", en: "\"\(shown(text))\" is no time limit"),
      mend: LocalizedText(
        vi: "viết như: 15 ngày làm việc, 30 ngày, 24 giờ, trước ngày 10/11/2024, cuối quý, "
          + "kỳ dự toán tới",
        en: "write for example: 15 working days, 30 days, 24 hours, before 2024-11-10, "
          + "end of quarter, next budget round"), at: node.range)
    return nil
  }

  /// Reports a class of units that the checklist does not declare; `classes` is nil where not all
  /// could be read.
  func checkClass(_ name: String, among classes: [String]?, at range: SourceRange) {
    guard let classes, !classes.contains(name) else { return }
    reportUnknown(
      name, among: classes, code: "unknown-class",
      what: LocalizedText(vi: "loại đơn vị", en: "class of units"), at: range)
  }

  /// A share from 0% to 100%.
  func share(_ node: YAMLNode) -> Rational? {
    guard let number = number(node), checkMeasure(number, of: .percent, at: node) else {
      return nil
    }
    if number.value >= .zero, number.value <= .one { return number.value }
    reportWrongType(
      node, wanted: LocalizedText(vi: "một tỷ lệ từ 0% đến 100%", en: "a share from 0% to 100%"))
    return nil
  }

  /// Whether a figure is written in the measure of its type; reports it where it is not.
  func checkMeasure(_ number: VietnameseNumber, of type: IndicatorType, at node: YAMLNode) -> Bool {
    if number.isMeasured(as: type) { return true }
    let message: LocalizedText
    let mend: LocalizedText
    switch number.style {
    case .money:
      message = LocalizedText(vi: "chỉ tiêu này không tính bằng tiền", en: "this is not money")
      mend = LocalizedText(
        vi: "viết số không kèm đồng, triệu hay tỷ", en: "write the number without đồng, triệu or tỷ"
      )
    case .percent:
      message = LocalizedText(vi: "chỉ tiêu này không phải tỷ lệ", en: "this is no share")
      mend = LocalizedText(vi: "viết số không kèm %", en: "write the number without %")
    case .plain:
      message = LocalizedText(vi: "tỷ lệ phải có dấu %", en: "a share needs its percent sign")
      mend = LocalizedText(
        vi: "viết như 95% hoặc \"4,5%\"", en: "write for example 95% or \"4,5%\"")
    }
    report("unit-of-measure", message, mend: mend, at: node.range)
    return false
  }
}

extension CivilDate {
  /// Stands where a date could not be read, so that the rest of the file is still checked; the
  /// error keeps it from going any further.
  static let stopgap = CivilDate(daysSinceEpoch: 0)
}
