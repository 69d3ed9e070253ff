import CEL
import Diagnostics
import InspectionCore

/// A check as read, with the places its later problems are shown at.
struct ReadCheck {
  let check: Check
  let reader: FileReader
  let place: SourceRange
  /// Whether the id could be read; without one the check cannot be referred to.
  let hasID: Bool
  let kindNode: YAMLNode?
  let cites: [(reference: CitationReference, node: YAMLNode)]
  let parameters: [ParameterPlace: YAMLNode]
  /// Where the check's own period stands.
  let effectivePlace: SourceRange
  /// Whether errors were reported while the check was read, so that what follows from them later
  /// is not reported again.
  let hasErrors: Bool
}

/// Reads one area: `area`, `checks`.
struct AreaReader {
  let reader: FileReader

  /// The area and its checks; with stopgaps for what is wrong, so that only the mistakes
  /// themselves are reported and nothing in the rest of the file is passed over.
  func area(
    _ root: YAMLNode
  ) -> (area: Named<Area>, checks: [ReadCheck], weightPlace: SourceRange)? {
    guard let file = reader.mapping(root, .areaFile) else { return nil }
    let checks = file.list("checks").compactMap(check)
    let inner = file.mapping("area", .area)
    let id = inner?.text("id")
    let title = inner?.localized("title")
    let weight = inner?.millionths("weight")
    let area = Area(
      id: id ?? "", title: title ?? LocalizedText(same: ""), weight: weight,
      checks: checks.map(\.check))
    let place = inner?.valueRange("id") ?? file.firstLine
    return (
      Named(value: area, id: id ?? "", reader: reader, place: place), checks,
      inner?.valueRange("weight") ?? place
    )
  }

  private func check(_ node: YAMLNode) -> ReadCheck? {
    let errorsBefore = reader.errorReports
    guard let mapping = reader.mapping(node, .check) else { return nil }
    let id = mapping.text("id")
    let title = mapping.localized("title")
    let kindNode = mapping.value("kind", as: .text)
    let kind = kindNode.flatMap(reader.text)
    let points = mapping.millionths("points")
    let partial = mapping.choice("partial", of: PartialCredit.self) ?? .none
    let checkClass = mapping.choice("class", of: CheckClass.self)
    let severity = mapping.choice("severity", of: CheckSeverity.self)
    let remedy = remedy(mapping)
    let cites = mapping.list("cites").compactMap { node in
      reader.text(node).map { (reference: CitationReference(text: $0), node: node) }
    }
    let effective = mapping.value("effective", as: .mapping).map { reader.bounds($0) }
    let evidence = mapping.list("evidence").compactMap(reader.localized)
    let guidance = mapping.localized("guidance")
    let condition = mapping.rule("when")
    let parameters = parameters(mapping, kind: kind)
    checkSense(mapping, kind, partial, checkClass)

    let check = Check(
      id: id ?? "", title: title ?? LocalizedText(same: id ?? ""), kind: kind ?? "",
      parameters: parameters.values, points: points ?? 0, partial: partial,
      checkClass: checkClass ?? .practice, severity: severity ?? .low, remedy: remedy,
      cites: cites.map(\.reference), effectiveFrom: effective?.from, effectiveTo: effective?.to,
      condition: condition, evidence: evidence, guidance: guidance)
    var places = parameters.places
    if let when = mapping.optional("when") { places[ParameterPlace("when", nil)] = when }
    return ReadCheck(
      check: check, reader: reader, place: mapping.valueRange("id"), hasID: id != nil,
      kindNode: kind == nil ? nil : kindNode, cites: cites, parameters: places,
      effectivePlace: reader.firstLine(of: mapping.valueRange("effective")),
      hasErrors: reader.errorReports > errorsBefore)
  }

  private func parameters(
    _ mapping: Mapping, kind: String?
  ) -> (values: [String: ParameterValue], places: [ParameterPlace: YAMLNode]) {
    guard let kind, let description = CheckKind.builtIn(kind)?.description else {
      return ([:], [:])
    }
    var parameters = ParameterReader(reader, description)
    let key = kind == CheckKind.ruleID ? "expr" : "with"
    let other = kind == CheckKind.ruleID ? "with" : "expr"
    if mapping.optional(other) != nil {
      reportMisplaced(other, kind, mapping)
      // Only what was meant for the wrong key is there: one mistake, not two.
      guard mapping.optional(key) != nil else { return ([:], [:]) }
    }
    guard let node = mapping.required(key) else { return ([:], [:]) }
    guard kind == CheckKind.ruleID else {
      let described =
        MappingDescription.parametersOfBuiltIn[kind]
        ?? MappingDescription(parametersOf: description)
      guard let with = reader.mapping(node, described) else { return ([:], [:]) }
      let values = parameters.parameters(with)
      return (values, parameters.places)
    }
    guard let parameter = description.parameter(key),
      let value = parameters.value(node, parameter)
    else { return ([:], [:]) }
    return ([key: value], parameters.places)
  }

  private func reportMisplaced(_ key: String, _ kind: String, _ mapping: Mapping) {
    let isRule = kind == CheckKind.ruleID
    reader.report(
      "unknown-key",
      LocalizedText(
        vi: "kiểu \(kind) không có khóa \"\(key)\"", en: "kind \(kind) has no key \"\(key)\""),
      mend: isRule
        ? LocalizedText(vi: "viết quy tắc ở khóa expr", en: "write the rule under expr")
        : LocalizedText(
          vi: "đặt kind: rule, hoặc dùng with", en: "set kind: rule, or use with"),
      at: mapping.keyRange(key))
  }

  private func remedy(_ mapping: Mapping) -> Remedy {
    guard let remedy = mapping.mapping("remedy", .remedy) else { return Remedy() }
    return Remedy(within: remedy.timeLimit("within"), text: remedy.localized("text"))
  }

  private func checkSense(
    _ mapping: Mapping, _ kind: String?, _ partial: PartialCredit, _ checkClass: CheckClass?
  ) {
    if partial == .linear, let kind, let known = CheckKind.builtIn(kind),
      !known.description.givesPartialCredit
    {
      reader.report(
        "no-partial-credit",
        LocalizedText(
          vi: "kiểu \(kind) không chấm được từng phần", en: "kind \(kind) gives no partial credit"),
        mend: LocalizedText(vi: "bỏ dòng partial", en: "remove the line"),
        at: mapping.keyRange("partial"))
    }
    if let checkClass, checkClass.needsForce, mapping.isEmptyOrAbsent("cites") {
      reader.report(
        "citation-needed",
        LocalizedText(
          vi: "mục thuộc loại \(checkClass.rawValue) phải dẫn văn bản làm căn cứ",
          en: "a check of class \(checkClass.rawValue) must cite what it rests on"),
        mend: LocalizedText(vi: "thêm cites: [ … ]", en: "add cites: [ … ]"),
        at: mapping.valueRange("class"))
    }
  }
}

extension CheckKind {
  /// The kind whose rule an author writes under `expr`.
  static let ruleID = "rule"
}
