internal import GRDB
import Diagnostics
package import InspectionCore
import JSON

/// Text that somebody wrote freely, kept outside the chain so that it can be forgotten.
///
/// Events hold its digest, SHA-256 over the salt and the UTF-8 text: without the salt nobody can find
/// out by trying whether a text was the one.
package struct FreeText: Hashable, Sendable {
  /// 16 random bytes.
  package let salt: [UInt8]
  /// The text.
  package let text: String

  static let saltLength = 16

  /// Creates a text with a salt of its own.
  package init(_ text: String) {
    var generator = SystemRandomNumberGenerator()
    self.init(text, salt: (0..<Self.saltLength).map { _ in generator.next() })
  }

  init(_ text: String, salt: [UInt8]) {
    self.text = text
    self.salt = salt
  }

  /// What events name it by.
  package var digest: Digest { Digest(of: salt + Array(text.utf8)) }

  func keep(in db: Database) throws {
    guard try !Tombstones.contains(digest, in: db) else { throw JournalError.purged(digest) }
    let insert = try RawStatement(
      db, "INSERT INTO texts (digest, salt, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    insert.bind(digest, at: 1)
    insert.bind(blob: salt, at: 2)
    insert.bind(text, at: 3)
    try insert.run()
  }

  static func isKept(_ digest: Digest, in db: Database) throws -> Bool {
    let rows = try RawStatement(db, "SELECT 1 FROM texts WHERE digest = ?")
    rows.bind(digest, at: 1)
    defer { rows.reset() }
    return try rows.step()
  }

  static func find(_ digest: Digest, in db: Database) throws -> FreeText? {
    let rows = try RawStatement(db, "SELECT salt, text FROM texts WHERE digest = ?")
    rows.bind(digest, at: 1)
    defer { rows.reset() }
    return try rows.step() ? FreeText(rows.text(1), salt: rows.bytes(0)) : nil
  }
}

/// What is left of texts and files that were purged: their digests, and the events that say why.
enum Tombstones {
  static func contains(_ digest: Digest, in db: Database) throws -> Bool {
    let rows = try RawStatement(db, "SELECT 1 FROM tombstones WHERE digest = ?")
    rows.bind(digest, at: 1)
    defer { rows.reset() }
    return try rows.step()
  }

  static func files(in db: Database) throws -> [Digest] {
    let rows = try RawStatement(db, "SELECT digest FROM tombstones WHERE kind = 'file'")
    var digests: [Digest] = []
    while try rows.step() { digests += rows.digest(0).map { [$0] } ?? [] }
    return digests
  }

  static func add(_ digest: Digest, kind: Purgeable, number: Int64, in db: Database) throws {
    let insert = try RawStatement(
      db, "INSERT INTO tombstones (digest, kind, number) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    insert.bind(digest, at: 1)
    insert.bind(kind.rawValue, at: 2)
    insert.bind(number, at: 3)
    try insert.run()
  }
}

/// What can be forgotten while the chain stays.
package enum Purgeable: String, Hashable, Sendable, CaseIterable {
  /// A free text.
  case text
  /// An evidence file.
  case file

  /// The type of the event that says it was purged; its subject is the kind and the digest.
  var eventType: String { rawValue + ".purged" }
}

extension Journal {
  /// What became of a text that an event names.
  package enum Recollection: Hashable, Sendable {
    /// It is kept.
    case kept(String)
    /// It was purged; its tombstone is there.
    case purged
    /// This store never had it.
    case unknown
  }

  /// The free text of a digest.
  package func text(of digest: Digest) throws(JournalError) -> Recollection {
    try read { db in
      if let kept = try FreeText.find(digest, in: db) { return .kept(kept.text) }
      return try Tombstones.contains(digest, in: db) ? .purged : .unknown
    }
  }

  /// Forgets a text or a file for good, here and wherever the journal goes; its digest stays as a
  /// tombstone, and the chain still verifies.
  ///
  /// - Parameters:
  ///   - reason: the rule it is purged by, in words that name nobody.
  @discardableResult
  package func purge(
    _ kind: Purgeable, _ digest: Digest, reason: String, by attribution: Attribution
  ) throws(JournalError) -> RecordedEvent {
    let recorded = try write { db in
      guard try !Tombstones.contains(digest, in: db) else { throw JournalError.purged(digest) }
      var appending = try Appending(db, origin: origin)
      let event = try appending.append(
        EventDraft(
          subject: SubjectID(kind: kind.rawValue, id: digest.hex), type: kind.eventType,
          payload: ["reason": .string(reason)], attribution: attribution))
      try Self.forget(event, in: db)
      try project([event], in: db)
      return event
    }
    try finishPurge()
    return recorded
  }

  /// Does what a purge event says; other events do nothing here.
  static func forget(_ recorded: RecordedEvent, in db: Database) throws {
    let event = recorded.event
    guard let kind = Purgeable(rawValue: event.subject.kind), event.type == kind.eventType,
      let digest = Digest(hex: event.subject.id)
    else { return }
    try Tombstones.add(digest, kind: kind, number: recorded.number, in: db)
    guard kind == .text else { return }
    let delete = try RawStatement(db, "DELETE FROM texts WHERE digest = ?")
    delete.bind(digest, at: 1)
    try delete.run()
  }

  /// After the commit: removes purged files, and empties the write-ahead log, which still holds the page
  /// as it was.
  func finishPurge() throws(JournalError) {
    try removePurgedFiles()
    do {
      try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    } catch {
      let failure = JournalError(error, path: path)
      // A reader still uses the log; the next checkpoint empties it.
      guard failure.code == .busy else { throw failure }
    }
  }

  /// Removes the files whose purge was recorded; a crash may have come between.
  func removePurgedFiles() throws(JournalError) {
    evidence.removeAbandoned()
    for digest in try read({ db in try Tombstones.files(in: db) }) {
      try evidence.remove(digest)
    }
  }
}
