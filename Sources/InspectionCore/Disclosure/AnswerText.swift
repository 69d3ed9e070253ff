import CEL
public import Diagnostics
import JSON

/// Answers as people read them.
public struct AnswerText: Sendable {
  /// What stands for an answer that is not there.
  public static let unanswered = LocalizedText(vi: "chưa có số liệu", en: "no figure")
  private let language: Language

  /// Creates a writer.
  public init(_ language: Language) {
    self.language = language
  }

  /// The answer in words, with its unit of measure and how firmly it is known.
  public func text(_ answer: Answer, _ indicator: Indicator?) -> String {
    switch answer.value {
    case .bool(let truth):
      return truth
        ? LocalizedText(vi: "có", en: "yes")[language]
        : LocalizedText(vi: "không", en: "no")[language]
    case .text(let text):
      return text.isEmpty ? LocalizedText(vi: "không có", en: "none")[language] : text
    case .date(let date): return language == .vi ? date.vietnamese : date.iso
    case .missing(let reason):
      return AnswerText.unanswered[language] + " (" + reason[language] + ")"
    case .number(let number):
      let style = indicator?.figureStyle ?? .plain
      var text = FigureText(language).text(number, style)
      if let stated = answer.stated, answer.qualifier != .exact {
        text = answer.qualifier.label[language] + " " + FigureText(language).text(stated, style)
      }
      if let unit = indicator?.unit { text += " " + unit[language] }
      return text
    }
  }
}

extension Indicator {
  /// How its figures are written.
  public var figureStyle: FigureStyle {
    switch type {
    case .percent: .percent
    case .money: .money
    case .int, .decimal, .bool, .text, .date, .document: .plain
    }
  }
}

extension Answer {
  /// The value for machines: exact figures and stated ones as strings, null where missing.
  var plainValue: JSONValue {
    switch value {
    case .bool(let truth): .bool(truth)
    case .text(let text): .string(text)
    case .date(let date): .string(date.iso)
    case .missing: .null
    case .number(let number):
      if let stated { stated.json } else { .string(number.description) }
    }
  }
}
