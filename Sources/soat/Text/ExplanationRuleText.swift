import CEL
import Diagnostics
import InspectionCore

/// The condition of applicability, the parameters, the parts of the expressions, the rows.
extension ExplanationText {
  /// When the check applies, with the value of each part of its condition.
  var applicability: String {
    var text = ""
    if check.effectiveFrom != nil || check.effectiveTo != nil {
      text += "  " + words("Mục này áp dụng", "The check applies")
      if let from = check.effectiveFrom { text += words(" từ ", " from ") + day(from) }
      if let to = check.effectiveTo { text += words(" đến hết ", " up to ") + day(to) }
      text += "\n"
    }
    if let condition = explanation.condition {
      text += wrapped(
        words("Chỉ áp dụng khi: ", "Applies only when: ") + condition.text, indent: "  ")
      text += steps(condition.steps, leftOut: condition.leftOut)
    }
    guard !text.isEmpty else { return "" }
    return "\n" + words("Khi nào áp dụng", "When it applies") + "\n" + text
  }

  var rule: String {
    let kind = checklist.kind(check.kind)
    var text = "\n" + words("Quy tắc: ", "Rule: ") + (kind?.title[language] ?? check.kind)
    text += words(" (kiểu ", " (kind ") + check.kind + ")\n"
    for name in check.parameters.keys.sorted() {
      let title = exact.title(ofParameter: name, of: check).map { "\($0) (\(name))" } ?? name
      text += wrapped("\(title): \(exact.text(ofParameter: name, of: check))", indent: "  ")
    }
    return text + targets + expressions + rows
  }

  private var targets: String {
    var text = ""
    for target in checklist.targets where check.reads(target) {
      let unit = assessment.submission.unit
      let value = target.value(for: unit, in: assessment.submission.period)
      let level = value.map { figures.text($0.value, $0.style) } ?? words("chưa đặt", "not set")
      let doubt = target.status == .recalled ? words(" (chưa đối chiếu)", " (not verified)") : ""
      text += wrapped(
        "\(target.title[language]) (\(target.variable)): \(level)\(doubt)", indent: "  ")
    }
    return text
  }

  private var expressions: String {
    var text = ""
    for trace in explanation.expressions where trace.steps.count > 1 {
      let period = trace.isOfPeriodBefore ? words(" của kỳ trước", " of the period before") : ""
      text += "  " + words("Tính ", "Working out ") + trace.parameter + period + "\n"
      text += steps(trace.steps, leftOut: trace.leftOut)
    }
    return text
  }

  private func steps(_ steps: [TraceStep], leftOut: Int) -> String {
    var text = ""
    for step in steps {
      let indent = String(repeating: "  ", count: min(step.depth, 8) + 2)
      text += wrapped(step.text + " → " + exact.text(step), indent: indent + "  ", first: "  ")
    }
    if leftOut > 0 {
      text += "    " + words("… và \(leftOut) bước nữa\n", "… and \(leftOut) parts more\n")
    }
    return text
  }

  // MARK: Rows

  private var rows: String {
    guard let trace = explanation.rows else { return "" }
    var text =
      "  " + words("Xét từng dòng: ", "Row by row: ")
      + trace.counts.map { "\($0.state.title[language]) \($0.count)" }.joined(separator: ", ")
      + words(" trong \(trace.total) dòng\n", " of \(trace.total) rows\n")
    for row in trace.rows { text += line(row) }
    let hidden = trace.total - trace.rows.count
    if hidden > 0 {
      text += "    " + words("… và \(hidden) dòng nữa\n", "… and \(hidden) rows more\n")
    }
    guard let share = trace.leastShare else { return text }
    let isOpen = trace.count(.open) + trace.count(.failed) > 0
    return text + "  " + words("Tỷ lệ dòng đạt: ", "Share of rows kept: ")
      + (isOpen ? words("ít nhất ", "at least ") : "") + "\(trace.count(.kept))/\(trace.judged) = "
      + figures.text(share, .percent) + "\n"
  }

  private func line(_ row: RowStep) -> String {
    let cells = row.cells.map {
      "\($0.column.title[language]) = \(exact.text($0.value, $0.column))"
    }
    var text = words("dòng ", "row ") + "\(row.number): " + cells.joined(separator: "; ")
    for step in row.steps { text += " | " + step.text + " → " + exact.text(step) }
    return wrapped(
      text + " ⇒ " + row.state.title[language].lowercased(), indent: "      ", first: "  ")
  }
}

extension RowState {
  /// The state in words.
  fileprivate var title: LocalizedText {
    switch self {
    case .kept: LocalizedText(vi: "đạt", en: "kept")
    case .broken: LocalizedText(vi: "chưa đạt", en: "not kept")
    case .open: LocalizedText(vi: "chưa có số liệu", en: "no figures")
    case .leftOut: LocalizedText(vi: "không xét", en: "left out")
    case .failed:
      LocalizedText(vi: "chưa chấm được do lỗi phần mềm", en: "not scored: software error")
    }
  }
}

extension Check {
  /// Whether some parameter or the condition names a target.
  fileprivate func reads(_ target: Target) -> Bool {
    if condition?.contains(target.variable) ?? false { return true }
    return parameters.values.contains { $0.names(target.variable) }
  }
}

extension ParameterValue {
  fileprivate func names(_ variable: String) -> Bool {
    switch self {
    case .number, .date, .limit, .shares: false
    case .expression(let text), .name(let text): text.contains(variable)
    case .list(let values): values.contains { $0.names(variable) }
    }
  }
}
