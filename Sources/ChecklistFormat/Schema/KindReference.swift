import Diagnostics
import InspectionCore

/// The reference page of the kinds of check, in Vietnamese and then in English.
package enum KindReference {
  /// The page as Markdown.
  package static var markdown: String {
    var text = """
      # Các kiểu kiểm tra · Kinds of check

      <!-- Generated from the kinds' own descriptions; renew it with
           RECORD=1 swift test --filter KindReferenceTests -->

      `soat kinds` in cùng nội dung này ra màn hình. · `soat kinds` prints the same.

      - [Tiếng Việt](#tiếng-việt)
      - [English](#english)

      """
    text += part(.vi) + part(.en)
    return text
  }

  private static func part(_ language: Language) -> String {
    let words = Words(language)
    let sheets = KindSheet.all(language)
    var text = "\n## \(words.heading)\n\n| \(words.kind) | \(words.judges) |\n|---|---|\n"
    for sheet in sheets { text += "| `\(sheet.id)` | \(cell(sheet.summary)) |\n" }
    for sheet in sheets { text += "\n" + section(sheet, words) }
    return text
  }

  private static func section(_ sheet: KindSheet, _ words: Words) -> String {
    var text = "### \(sheet.id): \(sheet.title)\n\n\(sheet.summary) \(words.credit): "
    text += sheet.partialCredit + ".\n\n"
    text += "| \(words.parameter) | \(words.takes) | \(words.need) | \(words.meaning) |\n"
    text += "|---|---|---|---|\n"
    for parameter in sheet.parameters {
      text += "| `\(parameter.name)` | \(cell(parameter.type)) | \(parameter.need) | "
      text += cell(parameter.meaning) + " |\n"
    }
    text += "\n\(words.examples):\n"
    for example in sheet.examples {
      text += "\n- **\(example.title)**\n\n  ```yaml\n"
      for line in example.written { text += "  \(line)\n" }
      text += "  ```\n\n  \(words.answers): `\(example.answers)`\n\n"
      text += "  \(words.verdict): **\(example.verdict)**"
      if let credit = example.credit { text += " (\(credit) \(words.ofPoints))" }
      text += ". \(example.reason).\n"
    }
    return text
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private struct Words {
    let heading, kind, judges, credit, parameter, takes, need, meaning: String
    let examples, answers, verdict, ofPoints: String

    init(_ language: Language) {
      func words(_ vi: String, _ en: String) -> String {
        LocalizedText(vi: vi, en: en)[language]
      }
      heading = words("Tiếng Việt", "English")
      kind = words("kiểu", "kind")
      judges = words("xét điều gì", "what it judges")
      credit = words("Cách chấm", "Credit")
      parameter = words("tham số", "parameter")
      takes = words("nhận", "takes")
      need = words("bắt buộc", "needed")
      meaning = words("ý nghĩa", "meaning")
      examples = words("Ví dụ", "Examples")
      answers = words("Trả lời", "Answers")
      verdict = words("Kết quả", "Verdict")
      ofPoints = words("số điểm", "of the points")
    }
  }
}
