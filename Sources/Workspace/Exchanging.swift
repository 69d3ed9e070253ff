import ChecklistFormat
package import Diagnostics
package import InspectionCore
import JSON
package import Storage

/// What taking in another store's events came to.
package struct TakenIn: Sendable {
  /// How many events were new.
  package var imported: Int
  /// How many were known.
  package var known: Int
  /// The ids of the conflicts found.
  package var conflicts: [String]
  /// How many files that new events name are not here.
  package var missingFiles: Int
}

/// A conflict that a person has to resolve.
package struct OpenConflict: Sendable {
  /// Its id.
  package var id: String
  /// What both edits are about.
  package var subject: SubjectID
  /// The fields that both set.
  package var fields: [String]
  /// How it was resolved; nil while it is open.
  package var resolved: LocalizedText?
}

extension Workspace {
  private static let streamName = "journal.jsonl"
  private static let filesName = "evidence"

  /// Writes what another store lacks into a new folder: the events, and the files beside them.
  ///
  /// - Parameter heads: the other store's heads, as ``anchors(_:)`` gives them there; empty for all.
  /// - Returns: how many events were given out.
  package func export(
    to folder: String, lackedBy heads: [String], _ session: Session
  ) throws(WorkspaceError) -> Int {
    try authorize(session, .workspace(.exchange), unit: settings.coordinator)
    guard !FileBytes.exists(folder) else {
      throw WorkspaceError(
        "exists", LocalizedText(vi: "đã có \(folder)", en: "\(folder) is there already"),
        mend: LocalizedText(vi: "chọn tên khác", en: "choose another name"))
    }
    let known = heads.compactMap { Anchor(text: $0) }
    guard known.count == heads.count else {
      throw WorkspaceError(
        "no-anchor",
        LocalizedText(vi: "có dòng không phải mốc neo", en: "a line is no anchor"),
        mend: LocalizedText(
          vi: "đưa nguyên kết quả soat journal head của máy kia",
          en: "give what soat journal head prints on the other machine"))
    }
    return try storing { () throws(JournalError) in
      try StoredFile.makeFolder(folder)
      var lines: [UInt8] = []
      let summary = try journal.export(lackedBy: known) { (line) throws(JournalError) in
        lines += line
      }
      try Evidence(folder: folder + "/" + Self.filesName, longest: journal.evidence.longest)
        .copyAll(from: journal.evidence)
      try StoredFile.write(
        String(decoding: lines, as: UTF8.self), to: folder + "/" + Self.streamName)
      return summary.events
    }
  }

  /// Takes in what another store exported; what is here already changes nothing.
  package func takeIn(
    _ folder: String, _ session: Session
  ) throws(WorkspaceError) -> TakenIn {
    try authorize(session, .workspace(.exchange), unit: settings.coordinator)
    let path = folder + "/" + Self.streamName
    let bytes: [UInt8]
    do throws(FileProblem) { bytes = try FileBytes.read(path, limit: Self.longestStream) } catch {
      throw WorkspaceError(error)
    }
    let lines = bytes.split(separator: 0x0A).map { Array($0) }
    let summary = try storing { () throws(JournalError) in
      let files = folder + "/" + Self.filesName
      if FileBytes.isFolder(files) {
        try journal.evidence.copyAll(
          from: Evidence(folder: files, longest: journal.evidence.longest))
      }
      return try journal.import(lines, by: session.attribution)
    }
    forgetRegister()
    return TakenIn(
      imported: summary.imported, known: summary.known,
      conflicts: summary.conflicts.map(\.id.id), missingFiles: summary.missingFiles.count)
  }

  private static let longestStream = 1 << 30

  /// The conflicts that were found, the open ones first.
  package func conflicts(_ session: Session) throws(WorkspaceError) -> [OpenConflict] {
    try authorize(session, .workspace(.read), unit: settings.coordinator)
    let ids = try storing { () throws(JournalError) in try journal.subjects(of: Conflict.kind) }
    var found: [OpenConflict] = []
    for id in ids {
      let events = try events(of: SubjectID(kind: Conflict.kind, id: id))
      guard let first = events.first(where: { $0.event.type == Conflict.foundType })?.event,
        let subject = first.payload["subject"], let kind = subject["kind"]?.stringValue,
        let name = subject["id"]?.stringValue
      else { continue }
      let resolution = events.last { $0.event.type == Self.resolvedType }?.event
      found.append(
        OpenConflict(
          id: id, subject: SubjectID(kind: kind, id: name),
          fields: first.payload["fields"]?.arrayValue?.compactMap(\.stringValue) ?? [],
          resolved: resolution.map {
            LocalizedText(
              vi: "\($0.attribution.account), \($0.attribution.happened.vietnamese)",
              en: "\($0.attribution.account), \($0.attribution.happened.iso)")
          }))
    }
    return found.filter { $0.resolved == nil } + found.filter { $0.resolved != nil }
  }

  private static let resolvedType = "conflict.resolved"

  /// Records that a person has looked at a conflict and what holds has been entered by a later edit.
  package func resolveConflict(
    _ id: String, reason: FreeText, _ session: Session
  ) throws(WorkspaceError) {
    try authorize(session, .workspace(.resolveConflict), unit: settings.coordinator)
    let all = try conflicts(session)
    guard let conflict = all.first(where: { $0.id == id }) else {
      throw .unknown(
        "unknown-conflict", LocalizedText(vi: "xung đột", en: "conflict"), id, among: all.map(\.id))
    }
    guard conflict.resolved == nil else {
      throw WorkspaceError(
        "already-resolved",
        LocalizedText(vi: "xung đột này đã được giải quyết", en: "it has been resolved"))
    }
    try record(
      [
        EventDraft(
          subject: SubjectID(kind: Conflict.kind, id: id), type: Self.resolvedType,
          payload: ["reason": .string(reason.digest.hex)], attribution: session.attribution,
          texts: [reason.digest])
      ], texts: [reason], session)
  }
}
