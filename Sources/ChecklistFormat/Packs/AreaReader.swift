import CEL
import Diagnostics
import InspectionCore

/// A check as read, with the places its later problems are shown at.
struct ReadCheck {
  let check: Check
  let reader: FileReader
  let place: SourceRange
  let kindNode: YAMLNode?
  let citeNodes: [YAMLNode]
  let parameters: [ParameterPlace: YAMLNode]
}

/// Reads one area: `area`, `checks`.
struct AreaReader {
  static let checkKeys = [
    "id", "title", "kind", "with", "expr", "points", "partial", "class", "severity", "remedy",
    "cites", "effective", "when", "evidence", "guidance",
  ]
  let reader: FileReader

  func area(_ root: YAMLNode) -> (area: Area, checks: [ReadCheck])? {
    guard let file = reader.mapping(root, keys: ["area", "checks"]) else { return nil }
    let checks = file.list("checks", required: true).compactMap(check)
    guard let node = file.required("area"),
      let mapping = reader.mapping(node, keys: ["id", "title", "weight"])
    else { return nil }
    let id = mapping.text("id")
    let title = mapping.localized("title")
    let weight = mapping.millionths("weight")
    guard let id, let title else { return nil }
    return (Area(id: id, title: title, weight: weight, checks: checks.map(\.check)), checks)
  }

  private func check(_ node: YAMLNode) -> ReadCheck? {
    guard let mapping = reader.mapping(node, keys: AreaReader.checkKeys) else { return nil }
    let id = mapping.text("id")
    let title = mapping.localized("title")
    let kindNode = mapping.required("kind")
    let kind = kindNode.flatMap(reader.text)
    let points = mapping.millionths("points", required: true)
    let partial = mapping.choice("partial", of: PartialCredit.self, required: false) ?? .none
    let checkClass = mapping.choice("class", of: CheckClass.self)
    let severity = mapping.choice("severity", of: CheckSeverity.self)
    let remedy = remedy(mapping)
    let citeNodes = mapping.list("cites")
    let cites = citeNodes.compactMap(reader.text).map { CitationReference(text: $0) }
    let effective = effective(mapping)
    let evidence = mapping.list("evidence").compactMap(reader.localized)
    let guidance = mapping.localized("guidance", required: false)
    let condition = mapping.text("when", required: false)
    let parameters = parameters(mapping, kind: kind)
    guard let id, let title, let kind, let points, let checkClass, let severity else { return nil }

    let check = Check(
      id: id, title: title, kind: kind, parameters: parameters.values, points: points,
      partial: partial, checkClass: checkClass, severity: severity, remedy: remedy, cites: cites,
      effectiveFrom: effective.from, effectiveTo: effective.to, condition: condition,
      evidence: evidence, guidance: guidance)
    var places = parameters.places
    if let when = mapping.optional("when") { places[ParameterPlace("when", nil)] = when }
    checkSense(check, mapping)
    return ReadCheck(
      check: check, reader: reader, place: mapping.optional("id")?.range ?? mapping.firstLine,
      kindNode: kindNode, citeNodes: citeNodes, parameters: places)
  }

  private func parameters(
    _ mapping: Mapping, kind: String?
  ) -> (values: [String: ParameterValue], places: [ParameterPlace: YAMLNode]) {
    guard let kind, let description = CheckKind.builtIn(kind)?.description else {
      return ([:], [:])
    }
    var parameters = ParameterReader(reader, description)
    guard kind != CheckKind.ruleID else {
      if mapping.optional("with") != nil {
        reader.report(
          "unknown-key",
          LocalizedText(
            vi: "kiểu rule không có khóa \"with\"", en: "kind rule has no key \"with\""),
          mend: LocalizedText(vi: "viết quy tắc ở khóa expr", en: "write the rule under expr"),
          at: mapping.keyRange("with"))
      }
      guard let node = mapping.required("expr"), let parameter = description.parameter("expr"),
        let value = parameters.value(node, parameter)
      else { return ([:], [:]) }
      return (["expr": value], parameters.places)
    }
    if mapping.optional("expr") != nil {
      reader.report(
        "unknown-key",
        LocalizedText(
          vi: "chỉ kiểu rule có khóa \"expr\"", en: "only kind rule has the key \"expr\""),
        mend: LocalizedText(
          vi: "đặt kind: rule, hoặc dùng with", en: "set kind: rule, or use with"),
        at: mapping.keyRange("expr"))
    }
    guard let node = mapping.required("with"),
      let with = reader.mapping(node, keys: description.parameters.map(\.name))
    else { return ([:], [:]) }
    let values = parameters.parameters(with)
    return (values, parameters.places)
  }

  private func remedy(_ mapping: Mapping) -> Remedy {
    guard let node = mapping.optional("remedy"),
      let remedy = reader.mapping(node, keys: ["within", "text"])
    else { return Remedy() }
    return Remedy(
      within: remedy.optional("within").flatMap(reader.timeLimit),
      text: remedy.localized("text", required: false))
  }

  private func effective(_ mapping: Mapping) -> (from: CivilDate?, to: CivilDate?) {
    guard let node = mapping.optional("effective"),
      let effective = reader.mapping(node, keys: ["from", "to"])
    else { return (nil, nil) }
    return (effective.date("from"), effective.date("to"))
  }

  private func checkSense(_ check: Check, _ mapping: Mapping) {
    if check.partial == .linear, let kind = CheckKind.builtIn(check.kind),
      !kind.description.givesPartialCredit
    {
      reader.report(
        "no-partial-credit",
        LocalizedText(
          vi: "kiểu \(check.kind) không chấm được từng phần",
          en: "kind \(check.kind) gives no partial credit"),
        mend: LocalizedText(vi: "bỏ dòng partial", en: "remove the line"),
        at: mapping.keyRange("partial"))
    }
    if check.checkClass.needsForce, check.cites.isEmpty {
      reader.report(
        "citation-needed",
        LocalizedText(
          vi: "mục thuộc loại \(check.checkClass.rawValue) phải dẫn văn bản làm căn cứ",
          en: "a check of class \(check.checkClass.rawValue) must cite what it rests on"),
        mend: LocalizedText(vi: "thêm cites: [ … ]", en: "add cites: [ … ]"), at: mapping.firstLine)
    }
  }
}

extension CheckKind {
  /// The kind whose rule an author writes under `expr`.
  static let ruleID = "rule"
}

extension FileReader {
  /// A time limit in the words authors use.
  func timeLimit(_ node: YAMLNode) -> TimeLimit? {
    guard let text = text(node) else { return nil }
    if let limit = TimeLimit(text: text) { return limit }
    report(
      "time-limit",
      LocalizedText(vi: "không hiểu thời hạn \"\(text)\"", en: "\"\(text)\" is no time limit"),
      mend: LocalizedText(
        vi: "viết như: 15 ngày làm việc, 30 ngày, 24 giờ, trước ngày 10/11/2024, cuối quý",
        en:
          "write for example: 15 working days, 30 days, 24 hours, before 2024-11-10, end of quarter"
      ), at: node.range)
    return nil
  }
}
