import CEL
import Diagnostics
import InspectionCore

/// Reads answers by the types, units and bounds of their indicators.
struct AnswerReader {
  let reader: FileReader
  let rules: SubmissionRules

  func answers(_ node: YAMLNode, documents: Set<String>?) -> [String: Answer] {
    guard case .mapping(let entries) = node.content else {
      reader.reportWrongType(
        node,
        wanted: LocalizedText(
          vi: "các dòng dạng chỉ tiêu: giá trị", en: "lines of the form indicator: value"))
      return [:]
    }
    var answers: [String: Answer] = [:]
    answers.reserveCapacity(min(entries.count, rules.indicators.count))
    var isAnswered = [Bool](repeating: false, count: rules.indicators.count)
    for entry in entries {
      guard let (id, _) = entry.key.scalar else { continue }
      guard let position = rules.positions[id] else {
        reader.reportUnknown(
          id, among: rules.positions.keys, code: "unknown-name",
          what: LocalizedText(vi: "chỉ tiêu", en: "indicator"), at: entry.key.range)
        continue
      }
      guard !isAnswered[position] else {
        reader.report(
          "duplicate-key",
          LocalizedText(
            vi: "chỉ tiêu \"\(id)\" trả lời hai lần", en: "\"\(id)\" is answered twice"),
          mend: LocalizedText(vi: "giữ lại một chỗ", en: "keep one of them"), at: entry.key.range)
        continue
      }
      isAnswered[position] = true
      if let answer = answer(entry.value, rules.indicators[position], documents) {
        answers[id] = answer
      }
    }
    return answers
  }

  /// The document an answer was read from, checked to be one of the submission's.
  func source(_ mapping: Mapping, _ documents: Set<String>?) -> String? {
    guard let node = mapping.value("source", as: .text), let source = reader.text(node) else {
      return nil
    }
    if let documents, !documents.contains(source) {
      reader.reportUnknown(
        source, among: documents, code: "unknown-document",
        what: LocalizedText(vi: "tài liệu", en: "document"), at: node.range)
    }
    return source
  }

  func answer(
    _ node: YAMLNode, _ indicator: Indicator, _ documents: Set<String>?
  ) -> Answer? {
    if node.scalar != nil { return value(node, indicator, .exact, nil) }
    let errorsBefore = reader.errorReports
    guard let mapping = reader.mapping(node, .answer) else { return nil }
    let source = source(mapping, documents)
    let place = mapping.text("place")
    let basis = mapping.choice("basis", of: Basis.self) ?? .reported
    var written: [(qualifier: Qualifier?, node: YAMLNode)] = []
    for (key, qualifier) in MappingDescription.qualifiers {
      if let node = mapping.optional(key) { written.append((qualifier, node)) }
    }
    if let node = mapping.optional("missing") { written.append((nil, node)) }
    let hasRows = mapping.optional("rows") != nil
    if hasRows, written.isEmpty {
      guard let table = table(mapping, indicator) else { return nil }
      return Answer(.table(table), source: source, place: place, basis: basis)
    }
    if !hasRows { checkNoSample(mapping) }
    guard !hasRows, written.count == 1, let (qualifier, valueNode) = written.first else {
      // A key that could not be understood was reported already, and may have been the one.
      if written.isEmpty, reader.errorReports > errorsBefore { return nil }
      let keys = MappingDescription.answer.groups.joined().joined(separator: ", ")
      reader.report(
        "answer-value",
        LocalizedText(
          vi: "cần đúng một trong các khóa: \(keys)", en: "exactly one of these is needed: \(keys)"),
        at: mapping.firstLine)
      return nil
    }
    let tolerance = tolerance(mapping, qualifier)
    guard let qualifier else {
      guard let reason = reader.localized(valueNode) else { return nil }
      return Answer(.missing(reason), source: source, place: place, basis: basis)
    }
    guard var answer = value(valueNode, indicator, qualifier, tolerance) else { return nil }
    answer.source = source
    answer.place = place
    answer.basis = basis
    return answer
  }

  /// By how much a figure known as "about" may be off, as a share of it.
  private func tolerance(_ mapping: Mapping, _ qualifier: Qualifier?) -> Rational? {
    guard let node = mapping.value("tolerance", as: .share) else { return nil }
    guard qualifier == .about else {
      reader.report(
        "tolerance-without-about",
        LocalizedText(
          vi: "tolerance chỉ đi với about", en: "tolerance goes with about and nothing else"),
        mend: LocalizedText(vi: "bỏ khóa này", en: "remove the key"),
        at: mapping.keyRange("tolerance"))
      return nil
    }
    guard let number = reader.number(node),
      reader.checkMeasure(number, of: .percent, at: node)
    else { return nil }
    guard number.value.sign >= 0, number.value <= .one else {
      reader.reportWrongType(
        node, wanted: LocalizedText(vi: "một tỷ lệ từ 0% đến 100%", en: "a share from 0% to 100%"))
      return nil
    }
    return number.value
  }

  /// The answer that a scalar gives.
  func value(
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
    case .choice:
      let words = indicator.options.map(\.id)
      return reader.choice(node, among: words).map { Answer(.text($0)) }
    case .date: return reader.date(node).map { Answer(.date($0)) }
    case .dateTime: return reader.dateTime(node).map { Answer(.dateTime($0)) }
    case .table:
      reader.reportWrongType(
        node,
        wanted: LocalizedText(
          vi: "các dòng của bảng, viết dưới khóa rows", en: "the rows of the table, under rows"))
      return nil
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
    guard reader.checkMeasure(number, of: indicator.type, at: node) else { return nil }
    let value = number.value
    if indicator.type == .int, !value.isWhole, qualifier != .average {
      reader.report(
        "not-whole",
        LocalizedText(
          vi: "\"\(indicator.title.vi)\" là số nguyên",
          en: "\"\(indicator.title.en)\" is a whole number"),
        at: node.range)
      return nil
    }
    // Most figures are exact and within their bounds.
    if qualifier == .exact, value >= indicator.lowerBound ?? value,
      value <= indicator.upperBound ?? value
    {
      return Answer(.number(.exact(value)), stated: value)
    }
    do throws(NumberError) {
      let known = Number(value, known: qualifier, tolerance: tolerance, source: indicator.id)
      let clipped = try known.clipped(lower: indicator.lowerBound, upper: indicator.upperBound)
      // "about −5 people" leaves room for a possible number, and is a slip all the same.
      if qualifier == .about {
        _ = try Number(value).clipped(lower: indicator.lowerBound, upper: indicator.upperBound)
      }
      return Answer(.number(clipped), qualifier: qualifier, stated: value)
    } catch {
      reportOutOfBounds(node, indicator)
      return nil
    }
  }

  func reportOutOfBounds(_ node: YAMLNode, _ indicator: Indicator) {
    let style = indicator.figureStyle
    func words(_ language: Language) -> String {
      let lower = indicator.lowerBound.map { FigureText(language).text($0, style) }
      let upper = indicator.upperBound.map { FigureText(language).text($0, style) }
      let from = language == .vi ? " từ " : " from "
      let to = language == .vi ? (lower == nil ? " không quá " : " đến ") : " to "
      return (lower.map { from + $0 } ?? "") + (upper.map { to + $0 } ?? "")
    }
    reader.report(
      "out-of-bounds",
      LocalizedText(
        vi: "\"\(indicator.title.vi)\" phải\(words(.vi))",
        en: "\"\(indicator.title.en)\" must be\(words(.en))"), at: node.range)
  }
}
