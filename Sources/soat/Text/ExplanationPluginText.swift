import Diagnostics
import InspectionCore

/// What a plugin looked at and where in the evidence it points.
extension ExplanationText {
  var plugin: String {
    guard let outcome = result.outcome else { return "" }
    var text = "\n" + words("Phần kiểm tra bổ sung", "Plugin") + "\n"
    if let record = assessment.plugins.first(where: { $0.name == check.kind }) {
      text += "  \(record.name) \(record.version)\n"
    }
    for file in outcome.files {
      text += wrapped(words("Tệp đã xem: ", "File looked at: ") + name(of: file.id), indent: "  ")
    }
    for position in outcome.positions {
      text += wrapped(line(position), indent: "    ", first: "- ")
    }
    return text
  }

  /// A position, like "mc-01, dòng 4, cột B: ghi hai lần".
  private func line(_ position: EvidencePosition) -> String {
    var text = position.evidence
    if let row = position.row { text += words(", hàng \(row)", ", row \(row)") }
    if let line = position.line { text += words(", dòng \(line)", ", line \(line)") }
    if let column = position.column { text += words(", cột \(column)", ", column \(column)") }
    return text + (position.note.map { ": " + $0[language] } ?? "")
  }

  private func name(of evidence: String) -> String {
    guard let file = assessment.submission.evidence.first(where: { $0.id == evidence }) else {
      return evidence
    }
    return "\(file.file) (\(evidence))"
  }
}
