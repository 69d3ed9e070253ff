import Diagnostics
import InspectionCore

/// The words that an author may write for ``RollUpRule``.
enum RollUpWord: String, CaseIterable {
  case none, sum, part, units

  var rule: RollUpRule {
    switch self {
    case .none: .notAdded
    case .sum: .sum(of: nil)
    case .part: .part
    case .units: .units
    }
  }
}

extension IndicatorReader {
  /// How an indicator is rolled up; nil where the author says nothing of it.
  func rollUp(_ mapping: Mapping) -> RollUpRule? {
    guard let node = mapping.value("roll_up", as: .rollUp) else { return nil }
    if node.scalar != nil { return reader.choice(node, of: RollUpWord.self)?.rule }
    let errorsBefore = reader.errorReports
    guard let rule = reader.mapping(node, .rollUp) else { return nil }
    switch (rule.text("sum"), rule.text("count"), rule.text("of"), rule.text("to")) {
    case (let source?, nil, nil, nil): return .sum(of: source)
    case (nil, let source?, nil, nil): return .count(of: source)
    case (nil, nil, let of?, let to?): return .rate(of: of, to: to)
    default:
      guard reader.errorReports == errorsBefore else { return nil }
      reader.report(
        "roll-up-form",
        LocalizedText(
          vi: "cần đúng một cách: sum, count, hoặc of cùng to",
          en: "exactly one way is needed: sum, count, or of with to"),
        at: rule.firstLine)
      return nil
    }
  }
}

extension PackLoading {
  /// Reports rules of rolling up that name what is not there, or add what is not alike.
  func checkRollUps() {
    var known: [String: Indicator] = [:]
    for indicator in indicators { known[indicator.id] = indicator.value }
    for named in indicators where !named.isDoubtful {
      guard let fault = named.value.rollUpFault(among: known) else { continue }
      let place = named.rollUpPlace ?? named.place
      if let unknown = fault.unknown {
        guard !gaps.contains(.indicators) else { continue }
        named.reader.reportUnknown(
          unknown, among: known.keys, code: "unknown-name",
          what: LocalizedText(vi: "chỉ tiêu", en: "indicator"), at: place)
      } else {
        named.reader.report(
          "roll-up-type", fault.message,
          mend: LocalizedText(
            vi: "chọn chỉ tiêu cùng loại, hoặc ghi roll_up: none",
            en: "name one that is alike, or write roll_up: none"), at: place)
      }
    }
  }
}

extension RollUpRule {
  /// The rule in words.
  var words: LocalizedText {
    switch self {
    case .notAdded: LocalizedText(vi: "không cộng", en: "not added")
    case .sum(nil): LocalizedText(vi: "cộng", en: "added")
    case .part: LocalizedText(vi: "cộng, là một phần của cấp trên", en: "added, as a part")
    case .units: LocalizedText(vi: "số đơn vị cấp dưới", en: "the number of child units")
    case .sum(let source?):
      LocalizedText(vi: "cộng \(source)", en: "sum of \(source)")
    case .count(let source):
      LocalizedText(vi: "số đơn vị có \(source)", en: "units that have \(source)")
    case .rate(let of, let to):
      LocalizedText(vi: "\(of) chia \(to), sau khi cộng", en: "\(of) by \(to), added up")
    }
  }
}
