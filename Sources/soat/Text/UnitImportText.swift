import ChecklistFormat
import Diagnostics
import InspectionCore
import Workspace

/// What an import of units comes to, and for a dry run every line of it.
struct UnitImportText: Wording {
  let language: Language
  let isDryRun: Bool

  /// Which worksheet and which columns of a table were read.
  func source(_ table: UnitTable) -> String {
    var text = table.sheet.map { SheetText(language).text($0) } ?? ""
    if !table.unused.isEmpty {
      let columns = table.unused.map { "\"\($0)\"" }.joined(separator: ", ")
      text += words("Cột không dùng: \(columns)\n", "Columns not used: \(columns)\n")
    }
    return visibleLines(text)
  }

  func text(_ result: UnitImport) -> String {
    var text = isDryRun ? words("Sẽ ghi", "Would record") : words("Đã ghi", "Recorded")
    text += words(
      ": \(result.new.count) đơn vị mới, \(result.changed.count) thay đổi, "
        + "\(result.relations.count) quan hệ kế tục; \(result.unchanged) giữ nguyên\n",
      ": \(result.new.count) new, \(result.changed.count) changed, "
        + "\(result.relations.count) relations; \(result.unchanged) as they were\n")
    for change in result.changed {
      let differences = change.differences.map { difference in
        "\(difference.part[language]): \(shown(difference.before)) → \(shown(difference.after))"
      }
      text += "  ~ \(change.code): \(differences.joined(separator: "; "))\n"
    }
    guard isDryRun else { return visibleLines(text) }
    for entry in result.new { text += "  + \(entry.unit.code): \(entry.unit.name)\n" }
    for relation in result.relations {
      text +=
        "  > \(relation.from) → \(relation.to), \(relation.kind.rawValue), \(relation.share.rawValue), "
        + "\(relation.date.text[language])\n"
    }
    return visibleLines(text)
  }

  private func shown(_ text: LocalizedText) -> String {
    text[language].isEmpty ? "–" : text[language]
  }
}
