internal import GRDB
import Diagnostics
package import InspectionCore

/// What the table of events is asked.
enum EventRows {
  /// The most bytes of an event's canonical form; what is longer belongs outside the chain.
  static let longestBody = 1_048_576

  static func forEach(
    _ db: Database, after number: Int64, limit: Int = .max,
    _ body: (RecordedEvent) throws -> Void
  ) throws {
    let rows = try RawStatement(
      db,
      "SELECT number, version, hash, body FROM events WHERE number > ? ORDER BY number LIMIT ?")
    rows.bind(number, at: 1)
    rows.bind(limit == .max ? -1 : Int64(limit), at: 2)
    while try rows.step() { try body(try event(rows)) }
  }

  /// Goes over all events; what one says is read only where it is asked for.
  static func forEachHeading(
    _ db: Database, _ body: (EventHeading, () throws -> RecordedEvent) throws -> Void
  ) throws {
    let rows = try RawStatement(
      db, "SELECT number, version, hash, body, kind, subject FROM events ORDER BY number")
    while try rows.step() {
      let heading = EventHeading(
        number: rows.integer(0), subject: SubjectID(kind: rows.text(4), id: rows.text(5)),
        version: rows.integer(1))
      try body(heading) { try event(rows) }
    }
  }

  /// The events of a subject in the order of their versions.
  ///
  /// - Parameter version: the version before which they end; nil for all.
  static func events(
    of subject: SubjectID, before version: Int64? = nil, in db: Database
  ) throws -> [RecordedEvent] {
    let rows = try RawStatement(
      db,
      """
      SELECT number, version, hash, body FROM events
      WHERE kind = ? AND subject = ? AND version < ? ORDER BY version
      """)
    rows.bind(subject.kind, at: 1)
    rows.bind(subject.id, at: 2)
    rows.bind(version ?? .max, at: 3)
    var events: [RecordedEvent] = []
    while try rows.step() { events.append(try event(rows)) }
    return events
  }

  static func hash(of id: EventID, in db: Database) throws -> Digest? {
    let rows = try RawStatement(db, "SELECT hash FROM events WHERE origin = ? AND sequence = ?")
    rows.bind(id.origin, at: 1)
    rows.bind(id.sequence, at: 2)
    defer { rows.reset() }
    return try rows.step() ? rows.digest(0) : nil
  }

  static func head(of origin: String, in db: Database) throws -> Anchor? {
    let rows = try RawStatement(
      db,
      "SELECT sequence, hash FROM events WHERE origin = ? ORDER BY sequence DESC LIMIT 1")
    rows.bind(origin, at: 1)
    defer { rows.reset() }
    guard try rows.step(), let hash = rows.digest(1) else { return nil }
    return Anchor(id: EventID(origin: origin, sequence: rows.integer(0)), hash: hash)
  }

  /// The number and the seal of the last event.
  static func end(_ db: Database) throws -> (number: Int64, seal: Digest) {
    let rows = try RawStatement(db, "SELECT number, seal FROM events ORDER BY number DESC LIMIT 1")
    defer { rows.reset() }
    guard try rows.step(), let seal = rows.digest(1) else { return (0, .zero) }
    return (rows.integer(0), seal)
  }

  static func version(of subject: SubjectID, in db: Database) throws -> Int64 {
    let rows = try RawStatement(
      db, "SELECT max(version) FROM events WHERE kind = ? AND subject = ?")
    rows.bind(subject.kind, at: 1)
    rows.bind(subject.id, at: 2)
    defer { rows.reset() }
    return try rows.step() ? rows.integer(0) : 0
  }

  static func lastSequences(of subject: SubjectID, in db: Database) throws -> [String: Int64] {
    let rows = try RawStatement(
      db,
      "SELECT origin, max(sequence) FROM events WHERE kind = ? AND subject = ? GROUP BY origin")
    rows.bind(subject.kind, at: 1)
    rows.bind(subject.id, at: 2)
    var last: [String: Int64] = [:]
    while try rows.step() { last[rows.text(0)] = rows.integer(1) }
    return last
  }

  /// Every origin in order; a walk from one to the next, however many events each has.
  static func origins(_ db: Database) throws -> [String] {
    let rows = try RawStatement(
      db, "SELECT origin FROM events WHERE origin > ? ORDER BY origin LIMIT 1")
    var origins: [String] = []
    while true {
      rows.bind(origins.last ?? "", at: 1)
      guard try rows.step() else { return origins }
      origins.append(rows.text(0))
      rows.reset()
    }
  }

  static func hasOrigin(otherThan origin: String, in db: Database) throws -> Bool {
    let rows = try RawStatement(
      db,
      """
      SELECT EXISTS (SELECT 1 FROM events WHERE origin < ?1)
        OR EXISTS (SELECT 1 FROM events WHERE origin > ?1)
      """)
    rows.bind(origin, at: 1)
    defer { rows.reset() }
    return try rows.step() && rows.integer(0) != 0
  }

  private static func event(_ row: RawStatement) throws -> RecordedEvent {
    let number = row.integer(0)
    guard let hash = row.digest(2) else { throw JournalError.damaged(number: number) }
    do throws(UnreadableEvent) {
      return RecordedEvent(
        number: number, version: row.integer(1), hash: hash,
        event: try JournalEvent(canonical: row.bytes(3)))
    } catch {
      throw JournalError.damaged(number: number)
    }
  }
}

extension JournalError {
  static func damaged(number: Int64) -> JournalError {
    JournalError(
      .notAJournal,
      LocalizedText(
        vi: "sự kiện số \(number) trong kho không đọc được",
        en: "event number \(number) of the store cannot be read"),
      mend: LocalizedText(
        vi: "chạy kiểm tra nhật ký rồi khôi phục từ bản sao lưu",
        en: "verify the journal, then restore a backup"))
  }

  static func tooLong(_ id: EventID) -> JournalError {
    JournalError(
      .tooLarge,
      LocalizedText(
        vi: "sự kiện dài quá \(EventRows.longestBody) byte",
        en: "the event is over \(EventRows.longestBody) bytes"),
      mend: LocalizedText(
        vi: "để văn bản dài và tệp ở ngoài sự kiện, sự kiện chỉ nêu mã băm",
        en: "keep long texts and files outside; the event names their digests"),
      event: id)
  }
}

extension Journal {
  /// The events of a subject, in the order of its versions here.
  package func read(_ subject: SubjectID) throws(JournalError) -> [RecordedEvent] {
    try read { db in try EventRows.events(of: subject, in: db) }
  }

  /// Events in the order of their numbers here.
  ///
  /// - Parameters:
  ///   - number: the number after which they begin; 0 for all.
  ///   - limit: the most that are given.
  package func read(after number: Int64, limit: Int) throws(JournalError) -> [RecordedEvent] {
    var events: [RecordedEvent] = []
    try read { db in
      try EventRows.forEach(db, after: number, limit: max(0, limit)) { events.append($0) }
    }
    return events
  }

  /// The version of a subject here; 0 where it has no event.
  package func version(of subject: SubjectID) throws(JournalError) -> Int64 {
    try read { db in try EventRows.version(of: subject, in: db) }
  }

  /// How far the chain of an origin goes here; nil where there is none.
  package func head(of origin: String) throws(JournalError) -> Anchor? {
    try read { db in try EventRows.head(of: origin, in: db) }
  }

  /// How far the store has come.
  package func head() throws(JournalError) -> JournalHead {
    try read { db in try Self.head(db) }
  }

  static func head(_ db: Database) throws -> JournalHead {
    let (number, seal) = try EventRows.end(db)
    let origins = try EventRows.origins(db).compactMap { try EventRows.head(of: $0, in: db) }
    return JournalHead(number: number, seal: seal, origins: origins)
  }
}
