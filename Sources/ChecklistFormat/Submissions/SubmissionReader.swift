import CEL
import Diagnostics
import InspectionCore

/// Reads a submission by the indicators and rules of its checklist.
struct SubmissionReader {
  let reader: FileReader
  let rules: SubmissionRules
  let answers: AnswerReader
  private var checklist: Checklist { rules.checklist }

  init(reader: FileReader, rules: SubmissionRules) {
    self.reader = reader
    self.rules = rules
    self.answers = AnswerReader(reader: reader, rules: rules)
  }

  init(reader: FileReader, checklist: Checklist) {
    self.init(reader: reader, rules: SubmissionRules(checklist))
  }

  /// The submission of a file.
  ///
  /// - Parameter answered: the answers, where they were read already and are not among the nodes.
  func submission(_ root: YAMLNode, answered: [String: Answer]? = nil) -> Submission? {
    guard let file = reader.mapping(root, .submission) else { return nil }
    file.checkFormatVersion()
    let id = file.text("submission")
    let reference = file.text("checklist")
    if let reference { checkReference(reference, at: file.valueRange("checklist")) }
    let unit = file.value("unit", as: .mapping).flatMap(unit)
    let period = file.value("period", as: .mapping).flatMap(period)
    let listed = file.list("documents")
    let documents = listed.compactMap(document)
    reader.checkUnique(
      documents, code: "duplicate-document", LocalizedText(vi: "tài liệu", en: "the document"))
    // Where a document has no readable id, none that an answer names is called unknown.
    let known = documents.count == listed.count ? Set(documents.map(\.id)) : nil
    var answers = answered ?? [:]
    // A form that nobody has filled in yet has the key and remarks beneath it.
    if answered == nil, !file.isLeftEmpty("answers"),
      let node = file.value("answers", as: .answers)
    {
      answers = self.answers.answers(node, documents: known)
    }
    let earlier = earlier(file.list("earlier"), before: period, documents: known)
    let requests = file.list("requests").compactMap { request($0, documents: known) }
    let confirmations = ConfirmationReader(self, period: period, documents: known)
      .confirmations(file.list("confirmations"))
    let notes = file.list("notes").compactMap(reader.localized)
    let evidence = EvidenceReader(self, documents: known).evidence(file.list("evidence"))
    guard let id, let reference, let unit, let period else { return nil }
    return Submission(
      id: id, checklist: reference, unit: unit, period: period, documents: documents.map(\.value),
      answers: answers, earlier: earlier, requests: requests, notes: notes,
      confirmations: confirmations, evidence: evidence)
  }

  private func checkReference(_ reference: String, at range: SourceRange) {
    guard reference != rules.reference else { return }
    reader.report(
      "other-checklist",
      LocalizedText(
        vi: "bài nộp theo bảng kiểm \"\(shown(reference))\", không phải \(rules.reference)",
        en: "this submission is for \"\(shown(reference))\", not for \(rules.reference)"),
      at: range)
  }

  private func unit(_ node: YAMLNode) -> InspectedUnit? {
    guard let mapping = reader.mapping(node, .unit) else { return nil }
    let code = mapping.text("code")
    let name = mapping.text("name")
    let level = mapping.value("level", as: .text).flatMap {
      reader.choice($0, among: checklist.levels)
    }
    let known = checklist.unitClasses.map(\.id)
    let classes = mapping.list("classes").compactMap { reader.choice($0, among: known) }
    guard let code, let name, let level else { return nil }
    return InspectedUnit(code: code, name: name, level: level, classes: classes)
  }

  private func period(_ node: YAMLNode) -> Period? {
    guard let period = presetOrDays(node) else { return nil }
    if let objection = checklist.objection(to: period) {
      reader.report(
        "period-outside", objection,
        mend: LocalizedText(
          vi: "chọn bảng kiểm của kỳ này, hoặc sửa lại kỳ",
          en: "choose the checklist of this period, or correct the period"),
        at: reader.firstLine(of: node.range))
    }
    return period
  }

  /// A period by its two days, or by the name of a recurring one and its year.
  private func presetOrDays(_ node: YAMLNode) -> Period? {
    guard let mapping = reader.mapping(node, .submissionPeriod) else { return nil }
    let name = mapping.text("preset")
    let year = mapping.wholeNumber("year")
    let from = mapping.date("from")
    let to = mapping.date("to")
    let hasDays = mapping.optional("from") != nil || mapping.optional("to") != nil
    guard mapping.optional("preset") != nil || mapping.optional("year") != nil else {
      for key in ["from", "to"] { _ = mapping.required(key) }
      guard let from, let to else { return nil }
      if let period = Period(from: from, to: to) { return period }
      reader.reportEmptyPeriod(mapping)
      return nil
    }
    if hasDays {
      reader.report(
        "period-twice",
        LocalizedText(
          vi: "kỳ được ghi hai cách", en: "the period is written in two ways"),
        mend: LocalizedText(
          vi: "chỉ giữ from, to hoặc chỉ giữ preset, year",
          en: "keep from and to alone, or preset and year alone"), at: mapping.firstLine)
      return nil
    }
    for key in ["preset", "year"] { _ = mapping.required(key) }
    guard let name, let year else { return nil }
    guard let preset = checklist.periods.first(where: { $0.id == name }) else {
      reader.reportUnknown(
        name, among: checklist.periods.map(\.id), code: "unknown-period",
        what: LocalizedText(vi: "kỳ", en: "recurring period"), at: mapping.valueRange("preset"))
      return nil
    }
    if let period = preset.period(of: year) { return period }
    reader.reportWrongType(
      mapping.optional("year") ?? node,
      wanted: LocalizedText(vi: "một năm, như 2024", en: "a year, such as 2024"))
    return nil
  }

  /// The figures of earlier periods; one that overlaps the inspected period is none of them.
  private func earlier(
    _ nodes: [YAMLNode], before period: Period?, documents: Set<String>?
  ) -> [PeriodAnswers] {
    var found: [PeriodAnswers] = []
    var periods: Set<Period> = []
    for node in nodes {
      guard let mapping = reader.mapping(node, .earlier) else { continue }
      let periodNode = mapping.value("period", as: .mapping)
      let own = periodNode.flatMap(presetOrDays)
      let answers =
        mapping.value("answers", as: .answers).map {
          self.answers.answers($0, documents: documents)
        } ?? [:]
      guard let own, let periodNode else { continue }
      let place = reader.firstLine(of: periodNode.range)
      if let period, own.to >= period.from {
        reader.report(
          "not-earlier",
          LocalizedText(
            vi: "kỳ này không kết thúc trước kỳ kiểm tra",
            en: "this does not end before the inspected period begins"), at: place)
      }
      if !periods.insert(own).inserted {
        reader.report(
          "duplicate-period",
          LocalizedText(
            vi: "kỳ \(own.vietnamese) ghi hai lần", en: "the period \(own.iso) stands twice"),
          mend: LocalizedText(vi: "giữ lại một chỗ", en: "keep one of them"), at: place)
      }
      found.append(PeriodAnswers(period: own, answers: answers))
    }
    return found
  }

  private func document(_ node: YAMLNode) -> Named<SourceDocument>? {
    guard let mapping = reader.mapping(node, .document) else { return nil }
    let id = mapping.text("id")
    let title = mapping.localized("title")
    let date = mapping.date("date")
    guard let id else { return nil }
    return Named(
      value: SourceDocument(id: id, title: title ?? LocalizedText(same: id), date: date), id: id,
      reader: reader, place: mapping.valueRange("id"))
  }

  private func request(_ node: YAMLNode, documents: Set<String>?) -> TeamRequest? {
    guard let mapping = reader.mapping(node, .request) else { return nil }
    let check = mapping.text("check")
    if let check, !rules.hasCheck(check) {
      reader.reportUnknown(
        check, among: rules.checks, code: "unknown-check",
        what: LocalizedText(vi: "mục kiểm tra", en: "check"),
        at: mapping.valueRange("check"))
    }
    let isDated = mapping.optional("within") != nil
    let within = isDated ? mapping.timeLimit("within") : nil
    let asked = mapping.date("asked")
    let text = mapping.localized("text")
    let source = answers.source(mapping, documents)
    let place = mapping.text("place")
    guard let check, let asked, let text, isDated == (within != nil) else { return nil }
    return TeamRequest(
      check: check, within: within, asked: asked, text: text, source: source, place: place)
  }
}
