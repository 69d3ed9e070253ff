import CEL
import Diagnostics
import InspectionCore

/// A check as read, with the places its later problems are shown at.
struct ReadCheck {
  var check: Check
  let reader: FileReader
  let place: SourceRange
  /// Whether the id could be read; without one the check cannot be referred to.
  let hasID: Bool
  let kindNode: YAMLNode?
  var cites: [(reference: CitationReference, node: YAMLNode)]
  var parameters: [ParameterPlace: YAMLNode]
  /// Where the check's own period stands.
  var effectivePlace: SourceRange
  /// The file of parameters that another pack changed; every other stands in `reader`'s.
  var changedIn: [ParameterPlace: FileReader] = [:]
  /// The file of the citations, where another pack changed them.
  var citesChangedIn: FileReader?
  /// The file of the check's own period, where another pack changed it.
  var effectiveChangedIn: FileReader?
  /// Whether errors were reported while the check was read, so that what follows from them later
  /// is not reported again.
  let hasErrors: Bool

  /// The file in which a parameter is written.
  func reader(of place: ParameterPlace) -> FileReader { changedIn[place] ?? reader }

  /// The file in which the citations are written.
  var citesReader: FileReader { citesChangedIn ?? reader }

  /// Where a parameter, or else the check's id, is written, as far as it stands on one line.
  func line(of parameter: String) -> (reader: FileReader, range: SourceRange) {
    let place = ParameterPlace(parameter, nil)
    guard let node = parameters[place] else { return (reader, self.place) }
    let reader = reader(of: place)
    return (reader, reader.firstLine(of: node.range))
  }
}

/// An area as read, with the places its later problems are shown at.
struct ReadArea {
  /// The area; what it holds is in `checks`.
  var area: Area
  var checks: [ReadCheck]
  let reader: FileReader
  let place: SourceRange
  var weightPlace: SourceRange
  var weightReader: FileReader
}

/// Reads one area: `area`, `checks`.
struct AreaReader {
  /// The most checks of a checklist.
  static let mostChecks = 20_000

  let reader: FileReader
  let kinds: PackKinds

  /// The area and its checks; with stopgaps for what is wrong, so that only the mistakes
  /// themselves are reported and nothing in the rest of the file is passed over.
  func area(_ root: YAMLNode) -> ReadArea? {
    guard let file = reader.mapping(root, .areaFile) else { return nil }
    let nodes = file.list("checks", most: .max)
    guard nodes.count <= AreaReader.mostChecks else {
      reader.reportTooManyChecks(at: file.keyRange("checks"))
      return nil
    }
    let checks = nodes.compactMap(check)
    let inner = file.mapping("area", .area)
    let id = inner?.text("id")
    let title = inner?.localized("title")
    let weight = inner?.millionths("weight")
    let area = Area(
      id: id ?? "", title: title ?? LocalizedText(same: ""), weight: weight, checks: [])
    let place = inner?.valueRange("id") ?? file.firstLine
    return ReadArea(
      area: area, checks: checks, reader: reader, place: place,
      weightPlace: inner?.valueRange("weight") ?? place, weightReader: reader)
  }

  private func check(_ node: YAMLNode) -> ReadCheck? {
    let errorsBefore = reader.errorReports
    guard let mapping = reader.mapping(node, .check) else { return nil }
    let id = mapping.text("id")
    let title = mapping.localized("title")
    let kindNode = mapping.value("kind", as: .text)
    let kind = kindNode.flatMap(reader.text)
    let points = mapping.millionths("points")
    let partial = partialCredit(mapping) ?? .none
    let notApplicable = mapping.choice("not_applicable", of: NotApplicablePolicy.self)
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
      condition: condition, evidence: evidence, guidance: guidance, notApplicable: notApplicable)
    var places = parameters.places
    for key in ["when", "partial"] {
      if let node = mapping.optional(key) { places[ParameterPlace(key, nil)] = node }
    }
    return ReadCheck(
      check: check, reader: reader, place: mapping.valueRange("id"), hasID: id != nil,
      kindNode: kind == nil ? nil : kindNode, cites: cites, parameters: places,
      effectivePlace: reader.firstLine(of: mapping.valueRange("effective")),
      hasErrors: reader.errorReports > errorsBefore)
  }

  private func parameters(
    _ mapping: Mapping, kind: String?
  ) -> (values: [String: ParameterValue], places: [ParameterPlace: YAMLNode]) {
    guard let kind, let description = kinds.description(kind) else {
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
    if mapping.optional(key) == nil, description.parameters.allSatisfy({ !$0.isRequired }) {
      return ([:], [:])
    }
    guard let node = mapping.required(key) else { return ([:], [:]) }
    guard kind == CheckKind.ruleID else {
      guard let with = reader.mapping(node, kinds.parameters(description)) else {
        return ([:], [:])
      }
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

  func remedy(_ mapping: Mapping) -> Remedy {
    guard let remedy = mapping.mapping("remedy", .remedy) else { return Remedy() }
    return Remedy(within: remedy.timeLimit("within"), text: remedy.localized("text"))
  }

  private func checkSense(
    _ mapping: Mapping, _ kind: String?, _ partial: PartialCredit, _ checkClass: CheckClass?
  ) {
    checkPartial(mapping, kind, partial)
    checkCites(mapping, checkClass)
  }

  /// Reports partial credit for a kind that gives none.
  func checkPartial(_ mapping: Mapping, _ kind: String?, _ partial: PartialCredit) {
    if partial != .none, let kind, let known = kinds.description(kind),
      !known.givesPartialCredit
    {
      reader.report(
        "no-partial-credit",
        LocalizedText(
          vi: "kiểu \(kind) không chấm được từng phần", en: "kind \(kind) gives no partial credit"),
        mend: LocalizedText(vi: "bỏ dòng partial", en: "remove the line"),
        at: mapping.keyRange("partial"))
    }
  }

  /// Reports a check that must cite what it rests on and does not.
  func checkCites(_ mapping: Mapping, _ checkClass: CheckClass?) {
    if let checkClass, checkClass.needsForce, mapping.isEmptyOrAbsent("cites") {
      reader.report(
        "citation-needed",
        LocalizedText(
          vi: "mục thuộc loại \(checkClass.rawValue) phải dẫn văn bản làm căn cứ",
          en: "a check of class \(checkClass.rawValue) must cite what it rests on"),
        mend: LocalizedText(vi: "thêm cites: [ … ]", en: "add cites: [ … ]"),
        at: mapping.valueRange(mapping.optional("cites") == nil ? "class" : "cites"))
    }
  }
}

extension FileReader {
  func reportTooManyChecks(at range: SourceRange) {
    report(
      "too-many-checks",
      LocalizedText(
        vi: "bảng kiểm có quá \(AreaReader.mostChecks) mục kiểm tra",
        en: "the checklist has more than \(AreaReader.mostChecks) checks"),
      mend: LocalizedText(vi: "chia thành nhiều bảng kiểm", en: "split it into several checklists"),
      at: range)
  }
}

extension CheckKind {
  /// The kind whose rule an author writes under `expr`.
  static let ruleID = "rule"
}
