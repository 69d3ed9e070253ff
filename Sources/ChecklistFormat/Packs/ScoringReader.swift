import CEL
import Diagnostics
import InspectionCore

/// A gate or a cap with the place that names it.
struct ReadLimit {
  let limit: GradeLimit
  let isGate: Bool
  let place: SourceRange
}

/// Reads the `scoring` part of a checklist.
struct ScoringReader {
  let reader: FileReader

  /// The rules; `checks` is nil where not all checks could be read, so that none is called unknown.
  func rules(
    _ node: YAMLNode, checks: Set<String>?
  ) -> (rules: ScoringRules, limits: [ReadLimit]) {
    guard let mapping = reader.mapping(node, .scoring) else { return (ScoringRules(), []) }
    let errorsBefore = reader.errorReports
    let bands = bands(mapping.list("bands"))
    let grades = reader.errorReports == errorsBefore ? Set(bands.map(\.id)) : nil
    let gates = limits(mapping.list("gates"), checks, grades, isGate: true)
    let caps = limits(mapping.list("caps"), checks, grades, isGate: false)
    let rules = ScoringRules(
      minimumCompleteness: mapping.value("minimum_completeness", as: .share).flatMap(share)
        ?? (bands.isEmpty ? .zero : .one),
      notApplicable: mapping.choice("not_applicable", of: NotApplicablePolicy.self)
        ?? .redistribute,
      bands: bands, gates: gates.map(\.limit), caps: caps.map(\.limit))
    return (rules, gates + caps)
  }

  private func share(_ node: YAMLNode) -> Rational? {
    guard let number = reader.number(node) else { return nil }
    guard reader.checkMeasure(number, of: .percent, at: node) else { return nil }
    let value = number.value
    if value >= .zero, value <= .one { return value }
    reader.reportWrongType(
      node, wanted: LocalizedText(vi: "một tỷ lệ từ 0% đến 100%", en: "a share from 0% to 100%"))
    return nil
  }

  private func bands(_ nodes: [YAMLNode]) -> [Band] {
    var bands: [Band] = []
    var named: [Named<Band>] = []
    for node in nodes {
      guard let mapping = reader.mapping(node, .band) else { continue }
      let id = mapping.text("id")
      let title = mapping.localized("title")
      let from = mapping.value("from", as: .share).flatMap(share)
      guard let id, let title, let from else { continue }
      if let last = bands.last, from >= last.from {
        reader.report(
          "band-order",
          LocalizedText(
            vi: "mức \"\(id)\" phải thấp hơn mức đứng trước",
            en: "band \"\(id)\" must begin below the one before it"),
          mend: LocalizedText(
            vi: "xếp các mức từ cao xuống thấp", en: "list the bands highest first"),
          at: mapping.keyRange("from"))
      }
      let band = Band(id: id, title: title, from: from)
      bands.append(band)
      named.append(Named(value: band, id: id, reader: reader, place: mapping.valueRange("id")))
    }
    reader.checkUnique(
      named, code: "duplicate-band", LocalizedText(vi: "mức xếp loại", en: "the band"))
    if bands.count == nodes.count, let last = bands.last, last.from > .zero, let node = nodes.last {
      reader.report(
        "band-floor",
        LocalizedText(
          vi: "điểm thấp hơn mức cuối thì không được xếp loại",
          en: "a score below the last band gets no grade"), severity: .warning,
        mend: LocalizedText(vi: "đặt from: 0% cho mức cuối", en: "let the last band begin at 0%"),
        at: reader.firstLine(of: node.range))
    }
    return bands
  }

  private func limits(
    _ nodes: [YAMLNode], _ checks: Set<String>?, _ grades: Set<String>?, isGate: Bool
  ) -> [ReadLimit] {
    var limits: [ReadLimit] = []
    for node in nodes {
      guard let mapping = reader.mapping(node, .gradeLimit) else { continue }
      let check = mapping.text("check")
      let grade = mapping.text("grade")
      if let check, let checks, !checks.contains(check) {
        reader.reportUnknown(
          check, among: checks, code: "unknown-check",
          what: LocalizedText(vi: "mục kiểm tra", en: "check"),
          at: mapping.valueRange("check"))
      }
      if let grade, let grades, !grades.contains(grade) {
        reader.reportUnknown(
          grade, among: grades, code: "unknown-grade",
          what: LocalizedText(vi: "mức xếp loại", en: "grade"),
          at: mapping.valueRange("grade"))
      }
      guard let check, let grade else { continue }
      limits.append(
        ReadLimit(
          limit: GradeLimit(check: check, grade: grade), isGate: isGate,
          place: mapping.valueRange("grade")))
    }
    return limits
  }
}
