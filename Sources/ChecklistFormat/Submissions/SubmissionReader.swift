import CEL
import Diagnostics
import InspectionCore

/// Reads a submission by the indicators and rules of its checklist.
struct SubmissionReader {
  let reader: FileReader
  let checklist: Checklist
  let answers: AnswerReader

  init(reader: FileReader, checklist: Checklist) {
    self.reader = reader
    self.checklist = checklist
    self.answers = AnswerReader(reader: reader, indicators: checklist.indicators)
  }

  func submission(_ root: YAMLNode) -> Submission? {
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
    var answers: [String: Answer] = [:]
    if let node = file.value("answers", as: .answers) {
      answers = self.answers.answers(node, documents: known)
    }
    let requests = file.list("requests").compactMap { request($0, documents: known) }
    let notes = file.list("notes").compactMap(reader.localized)
    guard let id, let reference, let unit, let period else { return nil }
    return Submission(
      id: id, checklist: reference, unit: unit, period: period, documents: documents.map(\.value),
      answers: answers, requests: requests, notes: notes)
  }

  private func checkReference(_ reference: String, at range: SourceRange) {
    guard reference != checklist.reference else { return }
    reader.report(
      "other-checklist",
      LocalizedText(
        vi: "bài nộp theo bảng kiểm \"\(shown(reference))\", không phải \(checklist.reference)",
        en: "this submission is for \"\(shown(reference))\", not for \(checklist.reference)"),
      at: range)
  }

  private func unit(_ node: YAMLNode) -> InspectedUnit? {
    guard let mapping = reader.mapping(node, .unit) else { return nil }
    let code = mapping.text("code")
    let name = mapping.text("name")
    let level = mapping.value("level", as: .text).flatMap {
      reader.choice($0, among: checklist.levels)
    }
    guard let code, let name, let level else { return nil }
    return InspectedUnit(code: code, name: name, level: level)
  }

  private func period(_ node: YAMLNode) -> Period? {
    guard let period = reader.period(node) else { return nil }
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
    if let check, checklist.check(check) == nil {
      reader.reportUnknown(
        check, among: checklist.areas.flatMap(\.checks).map(\.id), code: "unknown-check",
        what: LocalizedText(vi: "mục kiểm tra", en: "check"),
        at: mapping.valueRange("check"))
    }
    let within = mapping.timeLimit("within")
    let asked = mapping.date("asked")
    let text = mapping.localized("text")
    let source = answers.source(mapping, documents)
    let place = mapping.text("place")
    guard let check, let within, let asked, let text else { return nil }
    return TeamRequest(
      check: check, within: within, asked: asked, text: text, source: source, place: place)
  }
}
