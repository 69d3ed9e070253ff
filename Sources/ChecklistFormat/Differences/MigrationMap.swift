public import Diagnostics
public import InspectionCore

/// The `supersedes` entry that a difference asks for, ready to be pasted into the later checklist.
public struct MigrationMap: Sendable {
  /// The entry.
  public let migration: Migration
  private let suggestions: [String: RenameSuggestion]

  /// Works out the entry: what the author has declared stays, the rest is filled in from what was
  /// found, suggested renames included.
  ///
  /// - Throws: ``MigrationObjection`` where the two are not two versions of one checklist.
  public init(_ difference: ChecklistDifference) throws(MigrationObjection) {
    let old = difference.from
    var new = difference.to
    guard old.id == new.id else { throw .otherChecklist(old.id, new.id) }
    guard old.version != new.version else { throw .sameVersion(new.version) }
    var suggestions: [String: RenameSuggestion] = [:]
    for suggestion in difference.suggestions { suggestions[suggestion.was] = suggestion }
    self.suggestions = suggestions
    let declared = difference.migration
    let kept = (declared?.checks ?? []).filter { old.check($0.was) != nil }
    // What the suggestions leave comparable is found as for all others, by taking them as declared.
    let taken = difference.suggestions.map {
      CheckMigration(was: $0.was, now: [$0.now], comparability: .full)
    }
    new.migrations = [
      Migration(version: old.version, comparability: .full, checks: kept + taken)
    ]
    let entries = MigrationMap.entries(ChecklistDifference(from: old, to: new), declared: kept)
    new.migrations = [Migration(version: old.version, comparability: .full, checks: entries)]
    let whole = ChecklistDifference(from: old, to: new)
    migration = Migration(
      version: old.version, comparability: declared?.comparability ?? whole.found,
      note: declared == nil ? MigrationMap.sentence(whole.reasons) : declared?.note,
      checks: entries)
  }

  private static func entries(
    _ difference: ChecklistDifference, declared: [CheckMigration]
  ) -> [CheckMigration] {
    let later = difference.to.checksByID
    var entries: [CheckMigration] = []
    for (group, check) in zip(difference.matching.groups, difference.checks) {
      for was in group.was {
        if var entry = declared.first(where: { $0.was == was }) {
          entry.now.removeAll { later[$0] == nil }
          entries.append(entry)
          continue
        }
        let now = group.edges.filter { $0.was == was }.map(\.now)
        guard now != [was] || check.found != .full else { continue }
        entries.append(
          CheckMigration(
            was: was, now: now, comparability: check.found, note: sentence(check.reasons)))
      }
    }
    return entries
  }

  /// Reasons as one sentence that begins with a capital letter.
  private static func sentence(_ reasons: [LocalizedText]) -> LocalizedText? {
    guard !reasons.isEmpty else { return nil }
    func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    let text = LocalizedText.joined(reasons)
    return LocalizedText(vi: capitalized(text.vi), en: capitalized(text.en))
  }

  /// The entry as YAML; what is only suggested says so in a comment.
  public var yaml: String {
    var text = "supersedes:\n"
    text += "  - version: \(scalar(migration.version))\n"
    text += "    comparable: \(migration.comparability.rawValue)\n"
    if let note = migration.note { text += "    note: \(localized(note))\n" }
    guard !migration.checks.isEmpty else { return text }
    text += "    checks:\n"
    for entry in migration.checks {
      if let suggestion = suggestions[entry.was] {
        text += "      # gợi ý: \(suggestion.reason.vi) · suggested: \(suggestion.reason.en)\n"
      }
      text += "      - { was: \(scalar(entry.was)), "
      text += "now: [\(entry.now.map(scalar).joined(separator: ", "))], "
      text += "comparable: \(entry.comparability.rawValue)"
      if let note = entry.note { text += ", note: \(localized(note))" }
      text += " }\n"
    }
    return text
  }

  private func localized(_ text: LocalizedText) -> String {
    "{ vi: \(doubleQuoted(text.vi)), en: \(doubleQuoted(text.en)) }"
  }

  /// An id as authors write it, quoted only where YAML could take it for something else.
  private func scalar(_ text: String) -> String {
    let words = ["true", "false", "null", "yes", "no"]
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x2D, 0x5F: true
      default: false
      }
    }
    let beginsWell = text.utf8.first.map { $0 != 0x2D && $0 != 0x2E } ?? false
    return isPlain && beginsWell && !words.contains(text.lowercased()) ? text : doubleQuoted(text)
  }
}

/// Why there is no `supersedes` entry between two checklists.
public enum MigrationObjection: Error, Hashable, Sendable {
  /// They have two ids.
  case otherChecklist(String, String)
  /// They have one version.
  case sameVersion(String)

  /// The objection in words, with the mend.
  public var message: LocalizedText {
    switch self {
    case .otherChecklist(let old, let new):
      LocalizedText(
        vi: "supersedes nối các phiên bản của một bảng kiểm; đây là hai bảng: \(old), \(new)",
        en: "supersedes joins versions of one checklist; these are two: \(old), \(new)")
    case .sameVersion(let version):
      LocalizedText(
        vi: "cả hai bản cùng phiên bản \(version); tăng version của bản mới",
        en: "both have the version \(version); raise that of the later one")
    }
  }
}
