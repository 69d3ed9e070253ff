@testable import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore

/// A sound pack and submission in block style, changed at one line.
struct SchemaMutation {
  let name: String
  let kind: FormatFile
  let path: String
  let files: [String: String]

  /// Whether the reader of the file finds no error.
  func isAccepted(by pack: ScratchPack) throws -> Bool {
    if kind == .units {
      return try UnitListLoader.load(pack.root + "/" + path).list != nil
    }
    let loaded = try PackLoader.load(pack.main)
    guard kind == .submission else { return !loaded.diagnostics.hasErrors }
    guard let compiled = loaded.compiled else { return false }
    let file = try SubmissionLoader.open(pack.root + "/" + path)
    return !SubmissionLoader.load(file, for: compiled.checklist).diagnostics.hasErrors
  }

  /// Every line of every file: left out with what is under it, misspelt, given a list, a mapping or
  /// a word for its value.
  static let all: [SchemaMutation] = FormatFile.allCases.flatMap { kind -> [SchemaMutation] in
    // Files that no checklist is read with have tests of their own.
    guard let (path, text) = whole[kind] else { return [] }
    let lines = text.split(separator: "\n").map(String.init)
    var made = [mutation("as it is", kind, path, lines)]
    for index in lines.indices {
      guard let key = key(of: lines[index]), !isExempt(key, kind) else { continue }
      let end = end(of: index, in: lines)
      let head = String(lines[index].prefix { $0 == " " })
      func replaced(_ what: String, _ new: [String]) {
        var changed = lines
        changed.replaceSubrange(index..<end, with: new)
        made.append(mutation("\(kind) line \(index + 1) \(key) \(what)", kind, path, changed))
      }
      replaced("left out", [])
      replaced("with an unknown key beside", Array(lines[index..<end]) + ["\(head)zzzzzz: 1"])
      replaced("as a mapping", ["\(head)\(key): { zzzzzz: { zzzzzz: 1 } }"])
      replaced("as a list of lists", ["\(head)\(key): [[[1]]]"])
      if !isText(key, kind) { replaced("as a word", ["\(head)\(key): zz zz!"]) }
    }
    return made
  }

  private static func mutation(
    _ name: String, _ kind: FormatFile, _ path: String, _ lines: [String]
  ) -> SchemaMutation {
    var files: [String: String] = [:]
    for (path, text) in whole.values { files[path] = text }
    files[path] = lines.joined(separator: "\n") + "\n"
    return SchemaMutation(name: name, kind: kind, path: path, files: files)
  }

  /// Names that other parts refer to: leaving one out or changing it breaks those, which a schema of
  /// one file cannot see.
  private static func isExempt(_ key: String, _ kind: FormatFile) -> Bool {
    switch kind {
    case .checklist:
      [
        "gates", "caps", "bands", "include", "indicators", "citations", "targets", "periods",
        "unit_classes", "calendar", "total", "counted_from", "scoring",
      ].contains(key)
    case .targets: ["targets", "value", "from", "to"].contains(key)
    case .periods: key == "periods"
    case .area: ["checks", "weight", "steps"].contains(key)
    case .indicators:
      ["indicators", "options", "columns", "rows", "staff.list", "name"].contains(key)
    case .citations: ["citations", "places"].contains(key)
    case .submission: key == "documents"
    case .calendar, .units, .plugin, .pins, .workspace, .round: false
    }
  }

  /// Keys whose value may be any word: what a word means there is not the schema's to know.
  private static func isText(_ key: String, _ kind: FormatFile) -> Bool {
    [
      "id", "title", "version", "vi", "en", "text", "guidance", "expr", "when", "with", "of",
      "to", "at_least", "calendar", "number", "type", "issuer", "note", "name", "source", "place",
      "code", "supplier", "unit", "submission", "checklist", "level", "missing", "check",
      "staff.total", "staff.trained", "board.exists", "budget.spent", "about", "area",
      "grade", "within", "class", "was", "preset", "method", "drawn_by", "duty", "staff.list",
      "before", "board.kind", "board.met",
      "count", "sum", "level",
    ].contains(key) && !(key == "to" && kind == .submission)
  }

  private static func key(of line: String) -> String? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].trimmingCharacters(in: .whitespaces)
    return key.hasPrefix("-") ? nil : key
  }

  /// The line after an entry and everything deeper that follows it.
  private static func end(of index: Int, in lines: [String]) -> Int {
    let depth = lines[index].prefix { $0 == " " }.count
    var end = index + 1
    while end < lines.count, lines[end].prefix(while: { $0 == " " }).count > depth { end += 1 }
    return end
  }
}
