import Diagnostics
import Documents

/// Which worksheet was read, and which were not.
struct SheetText {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func text(_ sheet: SourceTable.Sheet) -> String {
    var text = LocalizedText(
      vi: "Đọc trang \"\(sheet.name)\"", en: "Read the sheet \"\(sheet.name)\"")[language]
    if !sheet.others.isEmpty {
      let others = sheet.others.map { $0[language] }.joined(separator: ", ")
      text += LocalizedText(vi: "; không đọc: \(others)", en: "; not read: \(others)")[language]
    }
    if sheet.hiddenRows > 0 {
      text +=
        LocalizedText(
          vi: "; đọc cả \(sheet.hiddenRows) dòng ẩn",
          en: "; \(sheet.hiddenRows) hidden rows were read too")[language]
    }
    return text + "\n"
  }
}
