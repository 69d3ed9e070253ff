public import Diagnostics
public import InspectionCore

/// A submission file with nothing answered yet: each indicator stands as a remark, to be uncommented.
public struct SubmissionForm: Sendable {
  /// The checklist.
  public var checklist: Checklist
  /// The submission's id.
  public var id: String
  /// The unit that answers.
  public var unit: InspectedUnit
  /// The period it answers for.
  public var period: Period

  /// Creates a form.
  public init(checklist: Checklist, id: String, unit: InspectedUnit, period: Period) {
    self.checklist = checklist
    self.id = id
    self.unit = unit
    self.period = period
  }

  /// The file.
  ///
  /// - Parameter offered: an answer given elsewhere to an indicator, and where; it stays a remark.
  public func text(
    offering offered: (Indicator) -> (answer: Answer, from: LocalizedText)?
  ) -> String {
    var text = """
      # yaml-language-server: $schema=\(FormatFile.submission.schemaName)
      # Bỏ dấu # ở đầu dòng để trả lời; dòng còn dấu # là chưa trả lời, không phải bằng 0.
      # Take the # away to answer; a line that keeps it is unanswered, not zero.
      soat: 1
      submission: \(doubleQuoted(id))
      checklist: \(doubleQuoted(checklist.reference))
      unit: { code: \(doubleQuoted(unit.code)), name: \(doubleQuoted(unit.name)), \
      level: \(doubleQuoted(unit.level)) }
      period: { from: \(period.from.iso), to: \(period.to.iso) }
      documents:
        # - { id: b1, title: { vi: "Báo cáo …", en: "Report …" }, date: \(period.to.iso) }
      answers:

      """
    for indicator in checklist.indicators {
      let measure = indicator.unit.map { " (\($0.vi))" } ?? ""
      text += "  # \(indicator.title.vi)\(measure)\n"
      if let (answer, from) = offered(indicator) {
        text += "  #   \(from.vi) · \(from.en)\n"
        text += "  # \(indicator.id): { \(AnswerYAML.value(answer, indicator)) }\n"
      } else {
        text += "  # \(indicator.id):\n"
      }
    }
    return text
  }
}
