import GRDB
import Diagnostics
import InspectionCore
import JSON
import Testing

@testable import Storage

@Suite("Appending")
struct AppendTests {
  @Test("Events are numbered, versioned and chained, and read back as they were given")
  func readsBack() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let first = try journal.append([
      Sample.draft(1, ["title": .string("Bổ nhiệm cán bộ"), "đến": .integer(3)]), Sample.draft(2),
    ])
    let second = try journal.append([Sample.draft(1, ["done": .integer(2)])])

    #expect(first.map(\.number) == [1, 2])
    #expect(second.map(\.version) == [2])
    #expect(first[0].event.previous == "")
    #expect(first[1].event.previous == first[0].hash.hex)
    #expect(second[0].event.previous == first[1].hash.hex)
    #expect(try journal.read(Sample.subject(1)) == [first[0], second[0]])
    #expect(try journal.read(after: 1, limit: 1) == [first[1]])
    #expect(try journal.read(after: 3, limit: 10).isEmpty)
    #expect(try journal.head(of: "so-y-te")?.id.sequence == 3)
    #expect(try journal.head(of: "nowhere") == nil)
  }

  @Test("An append that expects another version is refused whole")
  func expectsVersions() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    try journal.append([Sample.draft(1)], expecting: [Sample.subject(1): 0])
    let refused = refusal { () throws(JournalError) in
      try journal.append(
        [Sample.draft(2), Sample.draft(1)], expecting: [Sample.subject(2): 0, Sample.subject(1): 0])
    }
    #expect(refused?.code == .versionConflict)
    #expect(refused?.message.en.contains("version 1, you began from 0") == true)
    #expect(try journal.head().number == 1)
    #expect(try journal.version(of: Sample.subject(2)) == 0)
  }

  @Test("Of writers that all expect the same version exactly one succeeds")
  func oneWriterWins() async throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let other = try folder.store()
    let wins = await withTaskGroup(of: Bool.self) { group in
      for turn in 0..<20 {
        let writer = turn % 2 == 0 ? journal : other
        group.addTask {
          refusal { () throws(JournalError) in
            try writer.append([Sample.draft(1)], expecting: [Sample.subject(1): 0])
          } == nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(wins == 1)
    #expect(try journal.verify().isSound)
  }

  @Test(
    "A draft that says too little is refused",
    arguments: [
      EventDraft(
        subject: SubjectID(kind: "", id: "1"), type: "t", payload: [:],
        attribution: Sample.attribution),
      EventDraft(
        subject: SubjectID(kind: "item", id: ""), type: "t", payload: [:],
        attribution: Sample.attribution),
      EventDraft(
        subject: SubjectID(kind: "item", id: "1"), type: "", payload: [:],
        attribution: Sample.attribution),
      EventDraft(
        subject: SubjectID(kind: "item", id: String(repeating: "x", count: 513)), type: "t",
        payload: [:], attribution: Sample.attribution),
      EventDraft(
        subject: SubjectID(kind: "item", id: "1"), type: "t", form: 0, payload: [:],
        attribution: Sample.attribution),
    ])
  func refusesDrafts(_ draft: EventDraft) throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    #expect(
      refusal { () throws(JournalError) in try journal.append([draft]) }?.code == .invalidEvent)
  }

  @Test("An event over the limit is refused and leaves nothing")
  func refusesLong() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    let long = String(repeating: "ạ", count: 400_000)
    let refused = refusal { () throws(JournalError) in
      try journal.append([Sample.draft(1), Sample.draft(2, ["text": .string(long)])])
    }
    #expect(refused?.code == .tooLarge)
    #expect(try journal.head().number == 0)
  }

  @Test("Names that SQL or JSON could trip over are kept as they are")
  func keepsHostileNames() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    for name in [
      "'; DROP TABLE events; --", "a\"b\\c", "nul\u{0}inside", "e\u{301}", "\u{e9}", "😀",
    ] {
      let subject = SubjectID(kind: "item", id: name)
      try journal.append([
        EventDraft(
          subject: subject, type: "t", payload: [name: .string(name)],
          attribution: Sample.attribution)
      ])
      #expect(try journal.read(subject).count == 1)
      #expect(try journal.read(subject).first?.event.payload[name] == .string(name))
    }
    #expect(try journal.verify().isSound)
  }

  @Test("The writer flushes every commit and overwrites what it deletes")
  func setsPragmas() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    try journal.pool.writeWithoutTransaction { (db) throws in
      #expect(try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2)
      #expect(try Int.fetchOne(db, sql: "PRAGMA foreign_keys") == 1)
      #expect(try Int.fetchOne(db, sql: "PRAGMA secure_delete") == 1)
      #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal")
      #expect(try Int32.fetchOne(db, sql: "PRAGMA application_id") == JournalSchema.applicationID)
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == JournalSchema.version)
    }
    let tables = try journal.read { db in
      try Row.fetchAll(db, sql: "PRAGMA table_list").filter {
        $0["type"] == "table" && $0["schema"] == "main"
          && !($0["name"] as String).hasPrefix("sqlite_")
          && $0["name"] != "grdb_migrations"
      }.map { ($0["name"] as String, $0["strict"] as Bool) }
    }
    #expect(tables.count == 6)
    for (name, isStrict) in tables { #expect(isStrict, "\(name)") }
  }

  @Test("SQL cannot change or remove an event")
  func refusesSQL() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    try Sample.fill(journal, count: 3)
    for sql in ["UPDATE events SET body = '{}' WHERE number = 2", "DELETE FROM events"] {
      #expect(throws: DatabaseError.self) {
        try journal.pool.write { db in try db.execute(sql: sql) }
      }
    }
    #expect(try journal.verify().isSound)
  }
}
