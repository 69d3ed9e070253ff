internal import GRDB
import Diagnostics
package import InspectionCore

/// What an import did.
package struct ImportSummary: Hashable, Sendable {
  /// How many events were new here.
  package var imported = 0
  /// How many were here already.
  package var known = 0
  /// The conflicts found, each recorded as an event of this store's own.
  package var conflicts: [Conflict] = []
  /// Files that new events name and that are not here; fetch them from the other store.
  package var missingFiles: [Digest] = []
}

extension Journal {
  /// Takes in another store's events: all or none. What is here already changes nothing.
  ///
  /// Events get the next numbers here, and their subjects the next versions; then edits that neither
  /// side knew of become conflict events of this store's own. Events of this store's own origin that it
  /// lost, to an older backup, come home the same way.
  ///
  /// - Parameters:
  ///   - lines: the lines of an export, with or without their line breaks.
  ///   - attribution: who takes them in; the conflict events say so.
  /// - Throws: ``JournalError`` with the line; nothing was recorded then.
  @discardableResult
  package func `import`(
    _ lines: some Sequence<[UInt8]>, by attribution: Attribution,
    rule: ConflictRule = .sameMembers
  ) throws(JournalError) -> ImportSummary {
    let (summary, hasPurged) = try write { db in
      var importing = Importing(journal: self, db: db, appending: try Appending(db, origin: origin))
      for line in lines { try importing.take(line) }
      try importing.finish()
      var summary = importing.summary
      summary.conflicts = try ConflictSearch(rule: rule).conflicts(
        on: importing.subjects, after: importing.start, in: db)
      let found = try summary.conflicts.map { conflict in
        try importing.appending.append(conflict.draft(by: attribution))
      }
      try project(found, in: db)
      return (summary, importing.hasPurged)
    }
    if hasPurged { try finishPurge() }
    return summary
  }
}

/// An import under way in its transaction.
private struct Importing {
  let journal: Journal
  let db: Database
  var appending: Appending
  /// The number of the last event before the import.
  let start: Int64
  private(set) var summary = ImportSummary()
  /// What the new events are about.
  private(set) var subjects: Set<ExactSubject> = []
  private(set) var hasPurged = false
  /// New events that the projections have not taken yet: so many at a time, however long the stream.
  private var recorded: [RecordedEvent] = []
  private static let portion = 10_000
  /// The most texts before the event that names them.
  private static let mostTexts = 1_000
  private var line = 0
  private var events: Int64 = 0
  private var texts: Int64 = 0
  private var hasEnded = false
  private var waiting: [Digest: FreeText] = [:]
  private var missing: Set<Digest> = []

  init(journal: Journal, db: Database, appending: Appending) {
    self.journal = journal
    self.db = db
    self.appending = appending
    start = appending.number
  }

  mutating func take(_ bytes: [UInt8]) throws {
    line += 1
    var bytes = bytes
    while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
      bytes.removeLast()
    }
    let next = try StreamLine(bytes, line: line)
    guard !hasEnded else {
      throw JournalError.malformedLine(
        line, LocalizedText(vi: "đứng sau dòng cuối", en: "it follows the last line"))
    }
    switch (next, line) {
    case (.header(let form, _), 1): try require(form)
    case (.header, _), (_, 1):
      throw JournalError.malformedLine(
        line,
        LocalizedText(vi: "dòng đầu phải nêu kho", en: "the first line names the store, no other"))
    case (.text(let text), _):
      texts += 1
      waiting[text.digest] = text
      guard waiting.count <= Self.mostTexts else { throw unclaimed }
    case (.event(let event, let body, let hash), _):
      events += 1
      try take(event, body: body, hash: hash)
      guard waiting.isEmpty else { throw unclaimed }
    case (.end(let events, let texts), _):
      guard events == self.events, texts == self.texts else { throw JournalError.truncated(line) }
      hasEnded = true
    }
  }

  mutating func finish() throws {
    guard hasEnded else { throw JournalError.truncated(line) }
    try project()
    summary.missingFiles = try missing.filter { try !Tombstones.contains($0, in: db) }
      .sorted { $0.hex < $1.hex }
  }

  private mutating func project() throws {
    try journal.project(recorded, in: db)
    recorded.removeAll(keepingCapacity: true)
  }

  private var unclaimed: JournalError {
    .malformedLine(
      line,
      LocalizedText(
        vi: "có đoạn văn bản mà sự kiện kế tiếp không nêu",
        en: "a text stands before an event that does not name it"))
  }

  private func require(_ form: Int64) throws {
    guard form != Journal.streamForm else { return }
    throw JournalError(
      .newerStore,
      LocalizedText(
        vi: "luồng sự kiện có dạng \(form), ở đây đọc được dạng \(Journal.streamForm)",
        en: "the stream has form \(form), this program reads form \(Journal.streamForm)"),
      mend: LocalizedText(vi: "cài phiên bản Soat mới hơn", en: "install the newer Soat"),
      line: line)
  }

  private mutating func take(_ event: JournalEvent, body: [UInt8], hash: Digest) throws {
    let head = try appending.head(of: event.id.origin)
    let reached = head?.id.sequence ?? 0
    if event.id.sequence <= reached {
      guard try EventRows.hash(of: event.id, in: db) == hash else { throw fork(event.id) }
      summary.known += 1
      return try keepTexts(of: event)
    }
    guard event.id.sequence == reached + 1 else { throw gap(before: event.id, reached: reached) }
    guard event.previous == head?.hash.hex ?? "" else { throw fork(event.id) }
    let new = try appending.record(event, body: body)
    summary.imported += 1
    recorded.append(new)
    subjects.insert(ExactSubject(event.subject))
    if recorded.count == Self.portion { try project() }
    try keepTexts(of: event)
    try noteFiles(of: event)
    if let kind = Purgeable(rawValue: event.subject.kind), event.type == kind.eventType {
      hasPurged = true
      try Journal.forget(new, in: db)
    }
  }

  /// Keeps the texts that the event names; what was purged here stays so.
  private mutating func keepTexts(of event: JournalEvent) throws {
    for digest in event.texts.compactMap({ Digest(hex: $0) }) {
      guard let text = waiting.removeValue(forKey: digest),
        try !Tombstones.contains(digest, in: db)
      else { continue }
      try text.keep(in: db)
    }
  }

  private mutating func noteFiles(of event: JournalEvent) throws {
    for digest in event.files.compactMap({ Digest(hex: $0) }) {
      if try !journal.evidence.contains(digest) { missing.insert(digest) }
    }
  }

  private func gap(before id: EventID, reached: Int64) -> JournalError {
    JournalError(
      .gap,
      LocalizedText(
        vi: "dòng \(line): thiếu các sự kiện \(id.origin)#\(reached + 1) đến #\(id.sequence - 1)",
        en:
          "line \(line): the events \(id.origin)#\(reached + 1) to #\(id.sequence - 1) are missing"),
      mend: LocalizedText(
        vi: "xuất lại từ sau \(id.origin)#\(reached)",
        en: "export again from after \(id.origin)#\(reached)"),
      line: line, event: id)
  }

  private func fork(_ id: EventID) -> JournalError {
    JournalError(
      .wrongHash,
      LocalizedText(
        vi: "dòng \(line): sự kiện \(id.text) khác với chuỗi \(id.origin) ở kho này",
        en: "line \(line): the event \(id.text) does not belong to the chain of \(id.origin) here"),
      mend: LocalizedText(
        vi:
          "hai kho cùng tên gốc, hoặc một kho bị sửa: kiểm tra nhật ký cả hai; kho chép lại phải khôi phục dưới tên gốc mới",
        en:
          "two stores share an origin, or one was changed: verify both; a copied store is restored under a new origin"
      ),
      line: line, event: id)
  }
}

extension JournalError {
  static func truncated(_ line: Int) -> JournalError {
    JournalError(
      .truncatedStream,
      LocalizedText(
        vi: "luồng sự kiện bị cắt cụt sau dòng \(line)",
        en: "the stream ends too early, after line \(line)"),
      mend: LocalizedText(
        vi: "chép lại tệp hoặc xuất lại từ kho gốc", en: "copy the file again, or export it again"),
      line: line)
  }
}
