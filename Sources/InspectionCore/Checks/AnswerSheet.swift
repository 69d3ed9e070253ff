public import CEL
import Diagnostics

/// One unit's answers as rules read them: each indicator of the checklist is a value or unknown.
public struct AnswerSheet: Sendable {
  /// The answers by indicator; one that does not fit its indicator stands as missing.
  public let answers: [String: Answer]
  /// The same for CEL; indicators without an answer are unknown there.
  public let activation: Activation
  /// The day of the assessment; nil where none is set, and nothing is then known to be overdue.
  public let asOf: CivilDate?

  /// Prepares a submission for the rules of a checklist.
  public init(
    _ submission: Submission, for checklist: CompiledChecklist, asOf: CivilDate? = nil
  ) {
    self.init(
      answers: checklist.answers(of: submission), indicators: checklist.indicators,
      facts: submission.facts(for: checklist.checklist), asOf: asOf)
  }

  /// Prepares answers for rules.
  ///
  /// - Parameters:
  ///   - answers: the answers by indicator; those to indicators not listed are not seen by rules.
  ///   - indicators: the checklist's indicators.
  ///   - facts: what rules read besides answers, by name.
  ///   - asOf: the day of the assessment.
  public init(
    answers: [String: Answer], indicators: [Indicator], facts: [String: Value] = [:],
    asOf: CivilDate? = nil
  ) {
    var fitting: [String: Answer] = [:]
    var values = facts
    var unknowns: [AttributePattern] = []
    for indicator in indicators {
      let answer = answers[indicator.id]?.fitted(to: indicator)
      fitting[indicator.id] = answer
      if let value = answer?.celValue(of: indicator) {
        values[indicator.id] = value
      } else {
        unknowns.append(AttributePattern(variable: indicator.id))
      }
    }
    self.answers = fitting
    self.asOf = asOf
    self.activation = Activation(values, unknowns: unknowns)
  }

  /// Whether an indicator has an answer that is not "missing".
  public func isAnswered(_ indicator: String) -> Bool {
    guard let answer = answers[indicator] else { return false }
    return answer.isAnswered
  }
}

extension Answer {
  private static let misfit = LocalizedText(
    vi: "câu trả lời không hợp với chỉ tiêu", en: "the answer does not fit the indicator")

  /// The answer as rules may read it: of the indicator's type and within its bounds, or missing.
  func fitted(to indicator: Indicator) -> Answer {
    var fitted = self
    switch (value, indicator.type) {
    case (.missing, _), (.bool, .bool), (.date, .date), (.text, .text), (.text, .document),
      (.dateTime, .dateTime):
      return self
    case (.text(let word), .choice):
      for option in indicator.options where option.id == word { return self }
    case (.table(let table), .table):
      if let schema = indicator.table, schema.fits(table) { return self }
    case (.number(let number), .int), (.number(let number), .decimal),
      (.number(let number), .percent), (.number(let number), .money):
      if indicator.type == .int, let value = number.exactValue, !value.isWhole { break }
      do throws(NumberError) {
        fitted.value = .number(
          try number.clipped(lower: indicator.lowerBound, upper: indicator.upperBound))
        return fitted
      } catch {
        break
      }
    default: break
    }
    fitted.value = .missing(Answer.misfit)
    return fitted
  }

  /// The value under which rules see the answer to an indicator; nil where it is missing.
  func celValue(of indicator: Indicator) -> Value? {
    switch value {
    case .number(let number): .number(number)
    case .bool(let truth): .bool(truth)
    case .text(let text): .string(text)
    case .date(let date): date.midnight.map { .timestamp($0) }
    case .dateTime(let time): time.instant.map { .timestamp($0) }
    case .table(let table): table.celValue(of: indicator)
    case .missing: nil
    }
  }
}

extension CivilDateTime {
  /// The instant in Vietnam, UTC+07:00; nil outside the years CEL can tell.
  var instant: Timestamp? {
    Timestamp(seconds: Int64(date.daysSinceEpoch) * 86_400 + Int64(minute) * 60 - 7 * 3600)
  }
}

extension CivilDate {
  /// The instant the day begins in Vietnam, UTC+07:00; nil outside the years CEL can tell.
  var midnight: Timestamp? {
    Timestamp(seconds: Int64(daysSinceEpoch) * 86_400 - 7 * 3600)
  }
}
