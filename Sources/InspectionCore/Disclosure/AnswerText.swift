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
      if text.isEmpty { return LocalizedText(vi: "không có", en: "none")[language] }
      for option in indicator?.options ?? [] where option.id == text {
        return option.title[language]
      }
      return text
    case .date(let date): return language == .vi ? date.vietnamese : date.iso
    case .dateTime(let time): return time.text[language]
    case .table(let table): return text(table, indicator)
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

  private func text(_ table: AnswerTable, _ indicator: Indicator?) -> String {
    let rows = indicator?.table?.rows.title ?? LocalizedText(vi: "dòng", en: "rows")
    var text = FigureText(language).text(Rational(Int64(table.rows.count)), .plain)
    text += " " + rows[language]
    if let sample = table.sample {
      let population = FigureText(language).text(Rational(Int64(sample.population)), .plain)
      text += LocalizedText(vi: " trên tổng số ", en: " of ")[language] + population
      text += " (" + sample.method[language] + "; " + sample.drawnBy[language] + ")"
    }
    return text
  }
}

extension Indicator {
  /// How its figures are written.
  public var figureStyle: FigureStyle {
    switch type {
    case .percent: .percent
    case .money: .money
    case .int, .decimal, .bool, .choice, .text, .date, .dateTime, .document, .table: .plain
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
    case .dateTime(let time): .string(time.iso)
    case .table(let table): .integer(Int64(table.rows.count))
    case .missing: .null
    case .number(let number):
      if let stated { stated.json } else { .string(number.description) }
    }
  }
}
