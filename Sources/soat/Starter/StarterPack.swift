import ChecklistFormat
import Diagnostics

/// The files of a pack to begin with. Its comments are in one language, its texts in both.
struct StarterPack {
  struct File {
    let path: String
    let text: String
  }

  /// The example submission.
  static let example = "examples/first.yaml"

  let id: String
  let level: String
  let language: Language

  /// All files; `calendar` is the text of the library's calendar, if there is one.
  func files(calendar: String?) -> [File] {
    let file = StarterPack.file
    return [
      file("checklist.yaml", .checklist, checklist), file("staffing.yaml", .area, area),
      file("indicators/\(id).yaml", .indicators, indicators),
      file("citations/\(id).yaml", .citations, citations),
      file("calendars/vietnam.yaml", .calendar, calendar ?? smallCalendar),
      file(StarterPack.example, .submission, submission),
    ] + StarterPack.schemas
  }

  /// The schemas, so that an editor without a network completes keys.
  static var schemas: [File] {
    // A plugin is not written in a pack's folder.
    FormatFile.allCases.filter { $0 != .plugin && $0 != .pins }.map { kind in
      File(path: "schemas/" + kind.schemaName, text: kind.schema.schemaText)
    }
  }

  /// A file whose first line tells editors its schema; any such line it had is left out.
  static func file(_ path: String, _ kind: FormatFile, _ text: String) -> File {
    let mark = "# yaml-language-server:"
    var text = text
    if text.hasPrefix(mark), let end = text.firstIndex(of: "\n") {
      text = String(text[text.index(after: end)...])
    }
    let way = path.contains("/") ? "../" : ""
    return File(path: path, text: "\(mark) $schema=\(way)schemas/\(kind.schemaName)\n" + text)
  }

  func note(_ vi: String, _ en: String) -> String {
    "# " + LocalizedText(vi: vi, en: en)[language]
  }
}
