import ChecklistFormat
import Diagnostics

/// The kinds of check as a person reads them on a terminal.
struct KindText: Wording {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  /// One line a kind.
  func list(_ sheets: [KindSheet]) -> String {
    var table = Table([.left, .left, .left])
    for sheet in sheets { table.add([sheet.id, sheet.title, sheet.summary]) }
    return table.text + "\n"
      + words("Xem một kiểu: soat kinds KIỂU\n", "One kind in full: soat kinds KIND\n")
  }

  /// One kind in full.
  func page(_ sheet: KindSheet) -> String {
    var text = "\(sheet.id): \(sheet.title)\n"
    text += wrapped(sheet.summary, indent: "  ")
    text += "  " + words("Cách chấm: ", "Credit: ") + sheet.partialCredit + "\n\n"
    text += words("THAM SỐ", "PARAMETERS") + "\n"
    var table = Table([.left, .left, .left])
    for parameter in sheet.parameters {
      table.add(["  " + parameter.name, parameter.need, parameter.meaning])
      table.add(["", "", parameter.type])
    }
    text += table.text + "\n" + words("VÍ DỤ", "EXAMPLES") + "\n"
    for example in sheet.examples {
      text += "  \(example.title)\n"
      for line in example.written { text += "      \(line)\n" }
      text += wrapped(words("Trả lời: ", "Answers: ") + example.answers, indent: "    ")
      let credit = example.credit.map { " (\($0) " + words("số điểm", "of the points") + ")" } ?? ""
      text +=
        wrapped(
          words("Kết quả: ", "Verdict: ") + example.verdict + credit + ". " + example.reason,
          indent: "    ") + "\n"
    }
    return text
  }
}
