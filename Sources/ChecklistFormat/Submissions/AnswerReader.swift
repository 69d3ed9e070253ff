import CEL
import Diagnostics
import InspectionCore

/// Reads answers by the types, units and bounds of their indicators.
struct AnswerReader {
  let reader: FileReader
  private let indicators: [String: Indicator]

  /// The keys of an answer that says how firmly a figure is known.
  private static let qualifiers: [(key: String, qualifier: Qualifier)] = [
    ("value", .exact), ("at_least", .atLeast), ("over", .over), ("at_most", .atMost),
    ("under", .under), ("about", .about), ("average", .average),
  ]
  private static let keys =
    qualifiers.map(\.key) + ["missing", "source", "place", "basis", "tolerance"]

  init(reader: FileReader, indicators: [Indicator]) {
    self.reader = reader
    var byID: [String: Indicator] = [:]
    for indicator in indicators { byID[indicator.id] = indicator }
    self.indicators = byID
  }

  func answers(_ node: YAMLNode, documents: Set<String>) -> [String: Answer] {
    guard case .mapping(let entries) = node.content else {
      reader.reportWrongType(
        node, wanted: LocalizedText(vi: "chỉ tiêu: giá trị", en: "indicator: value"))
      return [:]
    }
    var answers: [String: Answer] = [:]
    for entry in entries {
      guard let (id, _) = entry.key.scalar else { continue }
      guard let indicator = indicators[id] else {
        reader.reportUnknown(
          id, among: indicators.keys, code: "unknown-name",
          what: LocalizedText(vi: "chỉ tiêu", en: "indicator"), at: entry.key.range)
        continue
      }
      if answers[id] != nil {
        reader.report(
          "duplicate-key",
          LocalizedText(
            vi: "chỉ tiêu \"\(id)\" trả lời hai lần", en: "\"\(id)\" is answered twice"),
          mend: LocalizedText(vi: "giữ lại một chỗ", en: "keep one of them"), at: entry.key.range)
        continue
      }
      if let answer = answer(entry.value, indicator, documents) { answers[id] = answer }
    }
    return answers
  }

  /// The document an answer was read from, checked to be one of the submission's.
  func source(_ mapping: Mapping, _ documents: Set<String>) -> String? {
    guard let node = mapping.optional("source"), let source = reader.text(node) else { return nil }
    if !documents.contains(source) {
      reader.reportUnknown(
        source, among: documents, code: "unknown-document",
        what: LocalizedText(vi: "tài liệu", en: "document"), at: node.range)
    }
    return source
  }

  private func answer(
    _ node: YAMLNode, _ indicator: Indicator, _ documents: Set<String>
  ) -> Answer? {
    if node.scalar != nil { return value(node, indicator, .exact, nil) }
    guard let mapping = reader.mapping(node, keys: AnswerReader.keys) else { return nil }
    let source = source(mapping, documents)
    let place = mapping.text("place", required: false)
    let basis = mapping.choice("basis", of: Basis.self, required: false) ?? .reported
    var written: [(qualifier: Qualifier?, node: YAMLNode)] = []
    for (key, qualifier) in AnswerReader.qualifiers {
      if let node = mapping.optional(key) { written.append((qualifier, node)) }
    }
    if let node = mapping.optional("missing") { written.append((nil, node)) }
    guard written.count == 1, let (qualifier, valueNode) = written.first else {
      let keys = (AnswerReader.qualifiers.map(\.key) + ["missing"]).joined(separator: ", ")
      reader.report(
        "answer-value",
        LocalizedText(
          vi: "cần đúng một trong các khóa: \(keys)", en: "exactly one of these is needed: \(keys)"),
        at: mapping.firstLine)
      return nil
    }
    guard let qualifier else {
      guard let reason = reader.localized(valueNode) else { return nil }
      return Answer(.missing(reason), source: source, place: place, basis: basis)
    }
    let tolerance = mapping.optional("tolerance").flatMap(reader.number)?.value
    guard var answer = value(valueNode, indicator, qualifier, tolerance) else { return nil }
    answer.source = source
    answer.place = place
    answer.basis = basis
    return answer
  }

  private func value(
    _ node: YAMLNode, _ indicator: Indicator, _ qualifier: Qualifier, _ tolerance: Rational?
  ) -> Answer? {
    if !indicator.type.isNumeric, qualifier != .exact {
      reader.report(
        "qualifier-type",
        LocalizedText(
          vi: "chỉ số liệu mới có \"\(qualifier.label.vi)\"",
          en: "only figures can be \"\(qualifier.label.en)\""), at: node.range)
      return nil
    }
    switch indicator.type {
    case .bool: return reader.bool(node).map { Answer(.bool($0)) }
    case .text: return reader.text(node).map { Answer(.text($0)) }
    case .date: return reader.date(node).map { Answer(.date($0)) }
    case .document:
      if case .scalar("false", .plain) = node.content { return Answer(.text("")) }
      if case .scalar("true", .plain) = node.content {
        reader.reportWrongType(
          node,
          wanted: LocalizedText(
            vi: "số và ngày của văn bản, hoặc false nếu không có",
            en: "the document's number and date, or false where there is none"))
        return nil
      }
      return reader.text(node).map { Answer(.text($0)) }
    case .int, .decimal, .percent, .money: return figure(node, indicator, qualifier, tolerance)
    }
  }

  private func figure(
    _ node: YAMLNode, _ indicator: Indicator, _ qualifier: Qualifier, _ tolerance: Rational?
  ) -> Answer? {
    guard let number = reader.number(node) else { return nil }
    let value = number.value
    let isWrongStyle =
      (number.style == .money && indicator.type != .money)
      || (number.style == .percent && indicator.type != .percent)
    if isWrongStyle {
      reader.report(
        "unit-of-measure",
        LocalizedText(
          vi:
            "\"\(indicator.title.vi)\" không tính bằng \(number.style == .money ? "tiền" : "phần trăm")",
          en:
            "\"\(indicator.title.en)\" is not measured in \(number.style == .money ? "money" : "percent")"
        ), at: node.range)
      return nil
    }
    if indicator.type == .int, !value.isWhole, qualifier != .average {
      reader.report(
        "not-whole",
        LocalizedText(
          vi: "\"\(indicator.title.vi)\" là số nguyên",
          en: "\"\(indicator.title.en)\" is a whole number"),
        at: node.range)
      return nil
    }
    do throws(NumberError) {
      let known = bounded(value, qualifier, tolerance, indicator.id)
      let clipped = try known.clipped(lower: indicator.lowerBound, upper: indicator.upperBound)
      if case .exact = known, clipped != known { throw NumberError.emptyInterval }
      return Answer(.number(clipped), qualifier: qualifier, stated: value)
    } catch {
      let lower = indicator.lowerBound.map { FigureText(.vi).text($0, indicator.figureStyle) }
      let upper = indicator.upperBound.map { FigureText(.vi).text($0, indicator.figureStyle) }
      reader.report(
        "out-of-bounds",
        LocalizedText(
          vi: "\"\(indicator.title.vi)\" phải" + (lower.map { " từ \($0)" } ?? "")
            + (upper.map { " đến \($0)" } ?? ""),
          en: "\"\(indicator.title.en)\" must be" + (lower.map { " from \($0)" } ?? "")
            + (upper.map { " to \($0)" } ?? "")), at: node.range)
      return nil
    }
  }

  private func bounded(
    _ value: Rational, _ qualifier: Qualifier, _ tolerance: Rational?, _ id: String
  ) -> Number {
    switch qualifier {
    case .exact: .exact(value)
    case .atLeast: .atLeast(value, source: id)
    case .over: .over(value, source: id)
    case .atMost: .atMost(value, source: id)
    case .under: .under(value, source: id)
    case .about: .about(value, tolerance: tolerance, source: id)
    case .average: .average(value, source: id)
    }
  }
}
