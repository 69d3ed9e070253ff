import ChecklistFormat
package import Diagnostics
package import InspectionCore
import JSON
package import Storage

/// Whether a journal is as it was recorded.
package struct JournalReport: Sendable {
  /// How many events were read.
  package var events: Int64
  /// What is wrong, as far as it is listed.
  package var faults: [(code: String, message: LocalizedText)]
  /// How many faults there are in all.
  package var faultCount: Int
  /// The heads of all chains, each in one word to be printed and kept elsewhere.
  package var anchors: [String]
}

extension JournalReport {
  /// The report for other programs; Documentation/journal-verify.schema.json describes it.
  package var document: [UInt8] {
    let faults = faults.map { fault -> JSONValue in
      [
        "code": .string(fault.code),
        "message": ["vi": .string(fault.message.vi), "en": .string(fault.message.en)],
      ]
    }
    return JSONWriter.pretty([
      "form": 1, "events": .integer(events), "fault_count": .integer(Int64(faultCount)),
      "faults": .array(faults), "anchors": .array(anchors.map { .string($0) }),
    ])
  }
}

/// One event in a line, for a person.
package struct JournalLine: Sendable {
  /// Its number in this store.
  package var number: Int64
  /// The event.
  package var event: JournalEvent
}

extension Workspace {
  /// Reads the whole journal again, its texts and files too.
  ///
  /// - Parameter anchors: heads that were kept elsewhere; without one a cut-off end goes unnoticed.
  package func verifyJournal(
    anchors: [String], _ session: Session
  ) throws(WorkspaceError) -> JournalReport {
    try authorize(session, .workspace(.verifyJournal), unit: settings.coordinator)
    var known: [Anchor] = []
    for text in anchors {
      guard let anchor = Anchor(text: text) else {
        throw WorkspaceError(
          "no-anchor",
          LocalizedText(vi: "\"\(text)\" không phải mốc neo", en: "\"\(text)\" is no anchor"),
          mend: LocalizedText(
            vi: "mốc neo có dạng tên-máy#số#mã băm, in ra bởi soat journal head",
            en: "an anchor is origin#number#hash, as soat journal head prints it"))
      }
      known.append(anchor)
    }
    return try storing { () throws(JournalError) in
      let found = try journal.verify(anchors: known)
      return JournalReport(
        events: found.events, faults: found.faults.map { ($0.code.rawValue, $0.message) },
        faultCount: found.faultCount, anchors: try journal.head().origins.map(\.text))
    }
  }

  /// The heads of all chains.
  package func anchors(_ session: Session) throws(WorkspaceError) -> [String] {
    try authorize(session, .workspace(.readJournal), unit: settings.coordinator)
    return try storing { () throws(JournalError) in try journal.head().origins.map(\.text) }
  }

  /// Makes every projection anew.
  ///
  /// - Parameter progress: told how far it has come.
  /// - Returns: how many events were read.
  package func rebuild(
    _ session: Session, progress: Journal.RebuildProgress? = nil
  ) throws(WorkspaceError) -> Int64 {
    try authorize(session, .workspace(.rebuild), unit: settings.coordinator)
    guard !session.isDryRun else {
      return try storing { () throws(JournalError) in try journal.head().number }
    }
    let count = try storing { () throws(JournalError) in
      try journal.rebuild(progress: progress)
    }
    forgetRegister()
    return count
  }

  /// The events of a subject, or the last of all.
  ///
  /// - Parameters:
  ///   - subject: its kind and id, as `item:2024-1…`; nil for all subjects.
  ///   - limit: the most that are given, the latest.
  package func log(
    of subject: String?, limit: Int, _ session: Session
  ) throws(WorkspaceError) -> [JournalLine] {
    try authorize(session, .workspace(.readJournal), unit: settings.coordinator)
    let events: [RecordedEvent]
    if let subject {
      let parts = subject.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else {
        throw WorkspaceError(
          "no-subject",
          LocalizedText(
            vi: "\"\(subject)\" không phải đối tượng", en: "\"\(subject)\" names no subject"),
          mend: LocalizedText(
            vi: "viết loại:mã, như item:2024-1:quang-ngai/ba-to:NS-04 hoặc unit:quang-ngai",
            en: "write kind:id, such as item:2024-1:quang-ngai/ba-to:NS-04 or unit:quang-ngai"))
      }
      events = try self.events(of: SubjectID(kind: String(parts[0]), id: String(parts[1])))
    } else {
      events = try storing { () throws(JournalError) in
        let last = try journal.head().number
        return try journal.read(after: max(0, last - Int64(limit)), limit: limit)
      }
    }
    return events.suffix(limit).map { JournalLine(number: $0.number, event: $0.event) }
  }

  // MARK: Copies

  /// Copies the workspace's store into a new folder while it is in use.
  ///
  /// - Returns: the heads of what was copied; kept apart they prove a truncation.
  package func backUp(to folder: String, _ session: Session) throws(WorkspaceError) -> [String] {
    try authorize(session, .workspace(.backup), unit: settings.coordinator)
    return try storing { () throws(JournalError) in
      let head = try journal.backUp(to: folder)
      try StoredFile.copy(
        self.folder + "/" + Self.settingsName, to: folder + "/" + Self.settingsName)
      return head.origins.map(\.text)
    }
  }

  /// Makes a workspace from a backup, and reads all of it again first.
  ///
  /// - Parameters:
  ///   - backup: what ``backUp(to:_:)`` made.
  ///   - folder: the new workspace's folder; no store may be in it.
  ///   - origin: the new name of a store that goes on beside the one it was copied from.
  package static func restore(
    _ backup: String, to folder: String, origin: String?
  ) throws(WorkspaceError) -> JournalReport {
    try storing { () throws(JournalError) in
      try StoredFile.makeFolder(folder)
      let found = try Journal.restore(
        backup, to: folder + "/" + databaseName, origin: origin)
      try StoredFile.copy(backup + "/" + settingsName, to: folder + "/" + settingsName)
      let journal = try Journal(path: folder + "/" + databaseName, projections: projections)
      let anchors = try journal.head().origins.map(\.text)
      try journal.close()
      return JournalReport(
        events: found.events, faults: found.faults.map { ($0.code.rawValue, $0.message) },
        faultCount: found.faultCount, anchors: anchors)
    }
  }
}
