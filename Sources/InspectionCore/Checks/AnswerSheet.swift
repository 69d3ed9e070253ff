public import CEL

/// One unit's answers as rules read them: each indicator of the checklist is a value or unknown.
public struct AnswerSheet: Sendable {
  /// The answers by indicator.
  public let answers: [String: Answer]
  /// The same for CEL; indicators without an answer are unknown there.
  public let activation: Activation

  /// Prepares answers for rules.
  ///
  /// - Parameters:
  ///   - answers: the answers by indicator; those to indicators not listed are not seen by rules.
  ///   - indicators: the checklist's indicators.
  public init(answers: [String: Answer], indicators: [Indicator]) {
    var values: [String: Value] = [:]
    var unknowns: [AttributePattern] = []
    for indicator in indicators {
      if let answer = answers[indicator.id], let value = answer.celValue {
        values[indicator.id] = value
      } else {
        unknowns.append(AttributePattern(variable: indicator.id))
      }
    }
    self.answers = answers
    self.activation = Activation(values, unknowns: unknowns)
  }

  /// Whether an indicator has an answer that is not "missing".
  public func isAnswered(_ indicator: String) -> Bool {
    guard let answer = answers[indicator] else { return false }
    return answer.isAnswered
  }
}

extension Answer {
  /// The value under which rules see the answer; nil where it is missing.
  var celValue: Value? {
    switch value {
    case .number(let number): .number(number)
    case .bool(let truth): .bool(truth)
    case .text(let text): .string(text)
    case .date(let date): date.midnight.map { .timestamp($0) }
    case .missing: nil
    }
  }
}

extension CivilDate {
  /// The instant the day begins in Vietnam, UTC+07:00; nil outside the years CEL can tell.
  var midnight: Timestamp? {
    Timestamp(seconds: Int64(daysSinceEpoch) * 86_400 - 7 * 3600)
  }
}
