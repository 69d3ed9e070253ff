import Diagnostics
import InspectionCore

/// Reads what a leader confirmed to be violations.
struct ConfirmationReader {
  private let reader: FileReader
  private let rules: SubmissionRules
  private let answers: AnswerReader
  private let period: Period?
  private let documents: Set<String>?

  /// - Parameters:
  ///   - period: the inspected period; nil where it is not readable.
  ///   - documents: the ids of the submission's documents; nil where some are not readable.
  init(_ reader: SubmissionReader, period: Period?, documents: Set<String>?) {
    self.reader = reader.reader
    rules = reader.rules
    answers = reader.answers
    self.period = period
    self.documents = documents
  }

  func confirmations(_ nodes: [YAMLNode]) -> [Confirmation] {
    var found: [Confirmation] = []
    var checks: Set<String> = []
    for node in nodes {
      guard let mapping = reader.mapping(node, .confirmation) else { continue }
      let confirmation = confirmation(mapping)
      if let id = confirmation?.check, !checks.insert(id).inserted {
        reader.report(
          "duplicate-confirmation",
          LocalizedText(
            vi: "mục \(shown(id)) được xác nhận hai lần", en: "\(shown(id)) is confirmed twice"),
          mend: LocalizedText(vi: "giữ lại một chỗ", en: "keep one of them"),
          at: mapping.valueRange("check"))
      }
      if let confirmation { found.append(confirmation) }
    }
    return found
  }

  private func confirmation(_ mapping: Mapping) -> Confirmation? {
    let id = mapping.text("check")
    let check = id.flatMap { rules.checklist.check($0) }
    if let id, check == nil {
      reader.reportUnknown(
        id, among: rules.checks, code: "unknown-check",
        what: LocalizedText(vi: "mục kiểm tra", en: "check"), at: mapping.valueRange("check"))
    }
    if let check { requireDuty(check, at: mapping.valueRange("check")) }
    let date = mapping.date("on")
    if let date, let period, date < period.to { reportEarly(period, at: mapping.valueRange("on")) }
    let by = mapping.localized("by")
    if let by { requirePosition(by, at: mapping.valueRange("by")) }
    let source = answers.source(mapping, documents)
    let place = mapping.text("place")
    guard let id, let date, let by else { return nil }
    return Confirmation(check: id, date: date, by: by, source: source, place: place)
  }

  /// Only a duty in law can be violated, and only one whose place in law somebody has read.
  private func requireDuty(_ check: Check, at range: SourceRange) {
    guard check.checkClass == .duty else {
      reader.report(
        "confirmation-class",
        LocalizedText(
          vi: "mục \(check.id) là \(check.checkClass.title.vi), không thể là vi phạm",
          en: "\(check.id) is a \(check.checkClass.title.en), which cannot be violated"),
        mend: LocalizedText(
          vi: "bỏ xác nhận này: chỉ trách nhiệm theo luật (duty) mới có thể bị vi phạm",
          en: "leave it out: only a duty in law can be violated"), at: range)
      return
    }
    guard let period, !rules.checklist.supportsViolation(of: check, during: period) else { return }
    reader.report(
      "confirmation-unverified",
      LocalizedText(
        vi:
          "mục \(check.id) chưa dẫn điều khoản nào đã đối chiếu và có hiệu lực trong kỳ, nên vẫn ghi là thiếu sót",
        en:
          "\(check.id) cites no verified place of law in force in the period, so it stays a shortcoming"
      ), severity: .warning,
      mend: LocalizedText(
        vi: "đối chiếu văn bản, rồi ghi status: verified cho văn bản và điều khoản được dẫn",
        en: "read the document, then set status: verified on it and on the place cited"), at: range)
  }

  private func reportEarly(_ period: Period, at range: SourceRange) {
    reader.report(
      "confirmation-early",
      LocalizedText(
        vi: "xác nhận trước ngày cuối của kỳ kiểm tra, \(period.to.vietnamese)",
        en: "this is before the last day of the inspected period, \(period.to.iso)"),
      mend: LocalizedText(
        vi: "chỉ xác nhận vi phạm khi kỳ đã kết thúc; nếu không, sửa lại kỳ",
        en: "a violation is confirmed once the period is over; or else correct the period"),
      at: range)
  }

  /// Refuses what reads like a person's name: one that follows a form of address.
  private func requirePosition(_ by: LocalizedText, at range: SourceRange) {
    let isPerson = [by.vi, by.en].contains { text in
      guard let first = text.split(whereSeparator: { $0 == " " || $0 == "." }).first else {
        return false
      }
      return ConfirmationReader.address.contains(first.lowercased())
    }
    guard isPerson else { return }
    reader.report(
      "personal-name",
      LocalizedText(
        vi: "ở đây ghi chức danh, không ghi tên người", en: "this takes a position, not a name"),
      mend: LocalizedText(
        vi: "ví dụ: Trưởng đoàn kiểm tra", en: "such as: head of the inspection team"), at: range)
  }

  private static let address: Set<String> = [
    "ông", "bà", "anh", "chị", "đ/c", "mr", "mrs", "ms", "miss",
  ]
}
