import CEL
import Diagnostics
public import InspectionCore

/// A submission that was worked out, as a YAML file for people to go on with.
public struct SubmissionDraft: Sendable {
  private let submission: Submission
  private let checklist: Checklist

  /// Creates the draft of a submission whose answers are figures, by the checklist it answers.
  public init(_ submission: Submission, of checklist: Checklist) {
    self.submission = submission
    self.checklist = checklist
  }

  /// The file.
  public var text: String {
    let unit = submission.unit
    var text = """
      # yaml-language-server: $schema=\(FormatFile.submission.schemaName)
      soat: 1
      submission: \(doubleQuoted(submission.id))
      checklist: \(doubleQuoted(submission.checklist))
      unit: { code: \(doubleQuoted(unit.code)), name: \(doubleQuoted(unit.name)), \
      level: \(doubleQuoted(unit.level)) }
      period: { from: \(submission.period.from.iso), to: \(submission.period.to.iso) }
      documents:

      """
    for document in submission.documents {
      text +=
        "  - { id: \(doubleQuoted(document.id)), title: \(AnswerYAML.localized(document.title)) }\n"
    }
    let lines = answers
    text += lines.isEmpty ? "answers: {}\n" : "answers:\n" + lines.joined()
    if !submission.notes.isEmpty {
      text += "notes:\n"
      for note in submission.notes { text += "  - \(AnswerYAML.localized(note))\n" }
    }
    return text
  }

  /// The answers in the order of the checklist's indicators.
  private var answers: [String] {
    var lines: [String] = []
    for indicator in checklist.indicators {
      guard let answer = submission.answers[indicator.id] else { continue }
      var line = "  \(indicator.id): { \(AnswerYAML.value(answer, indicator))"
      if let source = answer.source { line += ", source: \(doubleQuoted(source))" }
      if let place = answer.place { line += ", place: \(doubleQuoted(place))" }
      lines.append(line + " }\n")
    }
    return lines
  }

}

/// An answer as it stands in a submission file.
enum AnswerYAML {
  static func value(_ answer: Answer, _ indicator: Indicator) -> String {
    if case .missing(let reason) = answer.value { return "missing: \(localized(reason))" }
    let key = MappingDescription.qualifiers.first { $0.qualifier == answer.qualifier }?.key
    switch answer.value {
    case .bool(let truth): return "value: \(truth)"
    case .text(let text): return "value: \(doubleQuoted(text))"
    case .date(let date): return "value: \(date.iso)"
    case .dateTime(let time): return "value: \(doubleQuoted(time.iso))"
    default: break
    }
    guard let stated = answer.stated, let key, let figure = figure(stated, indicator) else {
      return "missing: "
        + localized(
          LocalizedText(
            vi: "con số không viết đúng được bằng số thập phân",
            en: "the figure cannot be written exactly as a decimal"))
    }
    return "\(key): \(figure)"
  }

  /// A figure as a Vietnamese office writes it; nil where that would not be the figure itself.
  private static func figure(_ value: Rational, _ indicator: Indicator) -> String? {
    let text = FigureText(.vi).text(value, indicator.figureStyle)
    do throws(VietnameseNumber.Problem) {
      guard try VietnameseNumber(text).value == value else { return nil }
    } catch {
      return nil
    }
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    return isPlain ? text : doubleQuoted(text)
  }

  static func localized(_ text: LocalizedText) -> String {
    "{ vi: \(doubleQuoted(text.vi)), en: \(doubleQuoted(text.en)) }"
  }
}
