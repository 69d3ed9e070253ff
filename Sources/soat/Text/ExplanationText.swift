import CEL
import Diagnostics
import InspectionCore

/// How one check came to its verdict, its points and its deadline, so that a person can follow it with
/// a pencil: the answers with their sources, the rule with its parts, the points as arithmetic, what
/// they did to the grade, and the law.
struct ExplanationText: Wording {
  let explanation: CheckExplanation
  let assessment: Assessment
  let compiled: CompiledChecklist
  let language: Language
  let figures: FigureText
  let exact: ExplanationWords

  init(
    _ explanation: CheckExplanation, in assessment: Assessment, checklist: CompiledChecklist,
    language: Language
  ) {
    self.explanation = explanation
    self.assessment = assessment
    self.compiled = checklist
    self.language = language
    self.figures = FigureText(language)
    self.exact = ExplanationWords(checklist, language)
  }

  var checklist: Checklist { compiled.checklist }
  var result: CheckResult { explanation.result }
  var check: Check { explanation.result.check }

  var text: String {
    heading + inputs + applicability + rule + plugin + verdict + wanted + points + limits + finding
      + law
      + help
  }

  private var heading: String {
    let unit = assessment.submission.unit
    let period = assessment.submission.period
    var text = "\(check.id)  \(check.title[language])\n"
    text += "\(unit.name), \(checklist.title[language]) \(checklist.version)\n"
    text += words("Kỳ kiểm tra: ", "Period: ")
    text += (language == .vi ? period.vietnamese : period.iso) + " · "
    text += words("ngày chấm: ", "assessed on ") + day(assessment.asOf) + "\n"
    text += words("Loại: ", "Class: ") + check.checkClass.title[language] + " · "
    return text + words("mức độ: ", "severity: ") + check.severity.title[language] + "\n"
  }

  // MARK: Answers

  private var inputs: String {
    var text = "\n" + words("Số liệu", "Inputs") + "\n"
    if result.inputs.isEmpty { text += "  –\n" }
    for id in result.inputs {
      let indicator = self.indicator(id)
      text += wrapped("\(indicator?.title[language] ?? id) (\(id))", indent: "  ")
      guard let answer = assessment.answers[id] else {
        text += "      " + AnswerText.unanswered[language] + "\n"
        continue
      }
      text += wrapped("= " + AnswerText(language).text(answer, indicator), indent: "      ")
      text += source(of: answer)
    }
    return text
  }

  private func source(of answer: Answer) -> String {
    guard let source = answer.source else {
      return "      " + words("Nguồn: không ghi\n", "Source: none given\n")
    }
    let document = assessment.submission.documents.first { $0.id == source }
    var line = words("Nguồn: ", "Source: ") + (document?.title[language] ?? source)
    if let place = answer.place { line += ", " + place }
    if answer.basis != .reported { line += " (" + answer.basis.title[language] + ")" }
    return wrapped(line, indent: "      ")
  }

  // MARK: Verdict

  private var verdict: String {
    let disclosure = Disclosure(assessment, checklist: checklist, for: .team)
    var text = "\n" + words("Kết quả: ", "Verdict: ") + result.verdict.title[language] + "\n"
    text += wrapped(disclosure.reason(of: result, language), indent: "  ")
    guard !result.decidedWithout.isEmpty else { return text }
    let names = result.decidedWithout.map { title(of: $0) }.joined(separator: "; ")
    return text
      + wrapped(
        words("Kết luận được dù chưa có số liệu: ", "Decided without: ") + names, indent: "  ")
  }

  /// What would have to be answered for a verdict.
  private var wanted: String {
    guard result.verdict == .unanswered, !result.wanting.isEmpty else { return "" }
    var text = "\n" + words("Cần thêm để kết luận", "Needed for a verdict") + "\n"
    for id in result.wanting { text += wrapped(need(of: id), indent: "    ", first: "- ") }
    for trace in explanation.expressions + [explanation.condition].compactMap({ $0 }) {
      guard let remaining = trace.remaining else { continue }
      text += wrapped(words("Còn phải biết: ", "Still to be known: ") + remaining, indent: "  ")
    }
    return text
  }

  private func need(of id: String) -> String {
    let indicator = self.indicator(id)
    var text = title(of: id) + " (" + id + "): "
    guard let answer = assessment.answers[id], answer.isAnswered else {
      return text + (indicator?.wantedAnswer(language) ?? "")
    }
    guard case .table = answer.value else {
      text += words("đang ghi \"", "stated as \"") + AnswerText(language).text(answer, indicator)
      return text + words("\", cần con số chính xác", "\", the exact figure is needed")
    }
    return text
      + words("còn ô chưa trả lời ở những dòng cần xét", "cells of the rows to judge are open")
  }

  // MARK: Help

  /// How the check is inspected, and what the submission says of its own figures.
  private var help: String {
    var text = ""
    if let guidance = check.guidance {
      text +=
        "\n" + words("Hướng dẫn", "Guidance") + "\n" + wrapped(guidance[language], indent: "  ")
    }
    text += list(words("Minh chứng cần có", "Evidence wanted"), check.evidence)
    let notes = assessment.submission.notes
    guard notes.count > ExplanationText.shownNotes else {
      return text + list(words("Lưu ý khi đọc số liệu", "Notes on the figures"), notes)
    }
    return text + "\n"
      + wrapped(
        words(
          "Bài nộp có \(notes.count) lưu ý khi đọc số liệu; xem bằng soat explain không kèm mã mục.",
          "The submission has \(notes.count) notes on its figures; soat explain without a check shows them."
        ), indent: "")
  }

  /// How many notes of a submission stand under each of its checks; more stand under its score alone.
  private static let shownNotes = 5

  private func list(_ heading: String, _ items: [LocalizedText]) -> String {
    guard !items.isEmpty else { return "" }
    return items.reduce("\n" + heading + "\n") {
      $0 + wrapped($1[language], indent: "    ", first: "- ")
    }
  }

  // MARK: Words

  func day(_ date: CivilDate) -> String { date.text[language] }

  func indicator(_ id: String) -> Indicator? { assessment.indicators.first { $0.id == id } }

  func title(of id: String) -> String { indicator(id)?.title[language] ?? id }

  func title(ofGrade id: String) -> String {
    checklist.scoring.bands.first { $0.id == id }?.title[language] ?? id
  }
}

extension Indicator {
  /// What an answer to it looks like.
  fileprivate func wantedAnswer(_ language: Language) -> String {
    let unit = unit.map { ", " + $0[language] } ?? ""
    let words: LocalizedText =
      switch type {
      case .int: LocalizedText(vi: "một số nguyên", en: "a whole number")
      case .decimal: LocalizedText(vi: "một số", en: "a number")
      case .percent: LocalizedText(vi: "một tỷ lệ %", en: "a share in %")
      case .money: LocalizedText(vi: "số tiền", en: "an amount of money")
      case .bool: LocalizedText(vi: "có hoặc không", en: "yes or no")
      case .choice: LocalizedText(vi: "một trong các mức đã cho", en: "one of the options")
      case .text: LocalizedText(vi: "một đoạn chữ", en: "a text")
      case .date: LocalizedText(vi: "một ngày", en: "a day")
      case .dateTime: LocalizedText(vi: "một ngày kèm giờ", en: "a day and time")
      case .document:
        LocalizedText(vi: "số và ngày của văn bản", en: "a document's number and date")
      case .table: LocalizedText(vi: "một bảng", en: "a table")
      }
    return words[language] + unit
  }
}

extension Basis {
  /// How an answer is known, in words.
  fileprivate var title: LocalizedText {
    switch self {
    case .reported: LocalizedText(vi: "theo báo cáo", en: "as reported")
    case .documents: LocalizedText(vi: "đã xem hồ sơ", en: "seen in documents")
    case .seen: LocalizedText(vi: "đã xem tại chỗ", en: "seen on site")
    case .interview: LocalizedText(vi: "qua phỏng vấn", en: "from an interview")
    case .unchecked: LocalizedText(vi: "chưa kiểm tra", en: "not checked")
    }
  }
}
