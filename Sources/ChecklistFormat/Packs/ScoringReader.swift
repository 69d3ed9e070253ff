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

  /// The rules; `checks`, `areas` and `classes` are nil where not all of them could be read, so that
  /// none is called unknown.
  func rules(
    _ node: YAMLNode, checks: Set<String>?, areas: Set<String>?, classes: [String]?
  ) -> (rules: ScoringRules, limits: [ReadLimit], totalPlace: SourceRange?) {
    guard let mapping = reader.mapping(node, .scoring) else { return (ScoringRules(), [], nil) }
    let errorsBefore = reader.errorReports
    let bands = bands(mapping.list("bands"), classes)
    let grades = reader.errorReports == errorsBefore ? Set(bands.map(\.id)) : nil
    let gates = limits(mapping.list("gates"), checks, grades, isGate: true)
    let caps = limits(mapping.list("caps"), checks, grades, isGate: false)
    let mode = mapping.choice("mode", of: ScoringMode.self) ?? .points
    if mode == .verdicts { refuseGrading(mapping) }
    let rules = ScoringRules(
      minimumCompleteness: mapping.value("minimum_completeness", as: .share).flatMap(reader.share)
        ?? (bands.isEmpty ? .zero : .one),
      notApplicable: mapping.choice("not_applicable", of: NotApplicablePolicy.self)
        ?? .redistribute,
      bands: bands, gates: gates.map(\.limit), caps: caps.map(\.limit),
      zeroLimits: mapping.list("zero_limits").compactMap {
        zeroLimit($0, checks: checks, areas: areas, grades)
      }, total: mapping.millionths("total"), mode: mode)
    return (rules, gates + caps, mapping.optional("total")?.range)
  }

  /// Reports what makes no sense where there are no points.
  private func refuseGrading(_ mapping: Mapping) {
    for key in ["total", "not_applicable", "bands", "gates", "caps", "zero_limits"]
    where mapping.optional(key) != nil {
      reader.report(
        "scoring-without-points",
        LocalizedText(
          vi: "không chấm điểm (mode: verdicts) thì không dùng \"\(key)\"",
          en: "with mode: verdicts there are no points for \"\(key)\" to work on"),
        mend: LocalizedText(
          vi: "bỏ \(key), hoặc bỏ mode", en: "remove \(key), or remove mode"),
        at: mapping.keyRange(key))
    }
  }

  private func bands(_ nodes: [YAMLNode], _ classes: [String]?) -> [Band] {
    var bands: [Band] = []
    var named: [Named<Band>] = []
    for node in nodes {
      guard let mapping = reader.mapping(node, .band) else { continue }
      let id = mapping.text("id")
      let title = mapping.localized("title")
      let from = mapping.value("from", as: .share).flatMap(reader.share)
      let byClass = mapping.list("by_class").compactMap { threshold($0, classes) }
      reader.checkUnique(
        byClass, code: "duplicate-class", LocalizedText(vi: "loại đơn vị", en: "the class"))
      guard let id, let title, let from else { continue }
      let band = Band(id: id, title: title, from: from, fromByClass: byClass.map(\.value))
      if let last = bands.last { checkOrder(band, after: last, classes, mapping) }
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

  private func threshold(_ node: YAMLNode, _ classes: [String]?) -> Named<ClassThreshold>? {
    guard let mapping = reader.mapping(node, .classThreshold) else { return nil }
    let name = mapping.text("class")
    let from = mapping.value("from", as: .share).flatMap(reader.share)
    guard let name, let from else { return nil }
    reader.checkClass(name, among: classes, at: mapping.valueRange("class"))
    return Named(
      value: ClassThreshold(unitClass: name, from: from), id: name, reader: reader,
      place: mapping.valueRange("class"))
  }

  /// Reports a band that begins no lower than the one before, for all units or those of a class.
  private func checkOrder(
    _ band: Band, after last: Band, _ classes: [String]?, _ mapping: Mapping
  ) {
    let asked: [[String]] = [[]] + (classes ?? []).map { [$0] }
    guard asked.contains(where: { band.from(for: $0) >= last.from(for: $0) }) else { return }
    reader.report(
      "band-order",
      LocalizedText(
        vi: "mức \"\(band.id)\" phải thấp hơn mức đứng trước",
        en: "band \"\(band.id)\" must begin below the one before it"),
      mend: LocalizedText(
        vi: "xếp các mức từ cao xuống thấp", en: "list the bands highest first"),
      at: mapping.keyRange(band.from >= last.from ? "from" : "by_class"))
  }

  private func zeroLimit(
    _ node: YAMLNode, checks: Set<String>?, areas: Set<String>?, _ grades: Set<String>?
  ) -> ZeroLimit? {
    guard let mapping = reader.mapping(node, .zeroLimit) else { return nil }
    let subject = mapping.choice("of", of: ZeroLimit.Subject.self)
    let known = subject == .checks ? checks : areas
    let nodes = mapping.list("ids")
    for node in nodes {
      guard let id = reader.line(node), subject != nil, let known, !known.contains(id) else {
        continue
      }
      reader.reportUnknown(
        id, among: known, code: subject == .checks ? "unknown-check" : "unknown-area",
        what: subject == .checks
          ? LocalizedText(vi: "mục kiểm tra", en: "check")
          : LocalizedText(vi: "lĩnh vực", en: "area"), at: node.range)
    }
    let grade = mapping.text("grade")
    if let grade, let grades, !grades.contains(grade) {
      reader.reportUnknown(
        grade, among: grades, code: "unknown-grade",
        what: LocalizedText(vi: "mức xếp loại", en: "grade"), at: mapping.valueRange("grade"))
    }
    guard let subject, let grade else { return nil }
    return ZeroLimit(subject: subject, ids: nodes.compactMap { $0.scalar?.text }, grade: grade)
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
