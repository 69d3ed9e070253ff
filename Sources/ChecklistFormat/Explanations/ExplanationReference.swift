package import Diagnostics

extension Explanation {
  /// The explanation as text for a terminal.
  package func text(_ language: Language) -> String {
    let word = DiagnosticRenderer(language: language).word(for: severity)
    var lines = ["\(code) (\(word)): \(title[language])", "", text[language]]
    if let example {
      let wrong = LocalizedText(vi: "Sai", en: "Wrong")[language]
      let right = LocalizedText(vi: "Đúng", en: "Right")[language]
      lines += ["", "\(wrong) (\(example.place.title[language])):"] + indented(example.failing)
      if example.mended != example.failing {
        lines += ["", "\(right):"] + indented(example.mended)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All codes with their titles, a line each.
  package static func list(_ language: Language) -> String {
    let width = all.map(\.code.count).max() ?? 0
    var text = ""
    for explanation in all {
      let gap = String(repeating: " ", count: width - explanation.code.count + 2)
      text += explanation.code + gap + explanation.title[language] + "\n"
    }
    return text
  }

  /// The reference page of all codes, in Markdown.
  package static var reference: String {
    var text = """
      # Diagnostics

      Every code that Soat can report, generated from `Sources/ChecklistFormat/Explanations/`.
      `soat lint --explain CODE` prints one of them. *Mọi mã lỗi mà Soat có thể báo; xem một mã bằng
      `soat lint --explain MÃ`.*

      An error (lỗi) keeps a file from being used, a warning (cảnh báo) does not; a note (ghi chú) is
      shown only with `--notes`. In the examples `⟨x×40⟩` stands for forty `x`, `\u{FFFD}` for a byte
      that is not UTF-8.

      | code | severity | mistake · lỗi |
      |---|---|---|

      """
    for explanation in all {
      text += "| [\(explanation.code)](#\(explanation.code)) | \(explanation.severity.rawValue) | "
      text += "\(explanation.title.en) · \(explanation.title.vi) |\n"
    }
    for explanation in all { text += explanation.section }
    return text
  }

  private var section: String {
    var text = "\n## \(code)\n**\(title.en) · \(title.vi)** (\(severity.rawValue))\n\n"
    text += "\(self.text.en)\n\n*\(self.text.vi)*\n"
    guard let example else { return text }
    let fence = "```" + (example.place.isJSON ? "json" : "yaml")
    text += "\nWrong, \(example.place.title.en) · Sai, \(example.place.title.vi):\n"
    text += "\(fence)\n\(example.failing)\n```\n"
    guard example.mended != example.failing else { return text }
    return text + "Right · Đúng:\n\(fence)\n\(example.mended)\n```\n"
  }

  private func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
  }
}
