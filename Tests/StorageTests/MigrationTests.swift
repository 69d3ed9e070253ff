import Foundation
import GRDB
import Diagnostics
import InspectionCore
import Testing

@testable import Storage

@Suite("Opening and migrating")
struct MigrationTests {
  /// A store as the program of an earlier version left it, with three events.
  private func makeStore(version: Int, at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try JournalSchema.migrator(upTo: version).migrate(queue)
    try queue.write { db in
      try db.execute(sql: "INSERT INTO store (id, origin) VALUES (1, 'so-y-te')")
      var appending = try Appending(db, origin: "so-y-te")
      for id in 1...3 { _ = try appending.append(Sample.draft(id)) }
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == version)
    }
    try queue.close()
  }

  @Test(
    "A store of every earlier version opens, verifies and goes on",
    arguments: 1...JournalSchema.version)
  func migrates(from version: Int) throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/so-y-te.db"
    try makeStore(version: version, at: path)
    let fresh = try ScratchFolder().store()
    let journal = try Journal(path: path)
    #expect(try journal.head().number == 3)
    #expect(try journal.verify().isSound)
    let text = FreeText("a")
    try journal.append(
      [Sample.draft(1, texts: [text.digest])], expecting: [Sample.subject(1): 1], texts: [text])
    #expect(try journal.verify().isSound)
    #expect(try schema(journal) == schema(fresh))
  }

  private func schema(_ journal: Journal) throws -> [String] {
    try journal.read { db in
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == JournalSchema.version)
      return try String.fetchAll(
        db, sql: "SELECT type || name || coalesce(sql, '') FROM sqlite_master ORDER BY 1")
    }
  }

  /// What is released is never changed: a new version is added, and its digest here.
  @Test("The schema of each released version is what it was")
  func keepsVersions() {
    let digests = JournalSchema.versions.map { Digest(of: Array($0.utf8)).hex.prefix(16) }
    #expect(digests == ["ced0a639b606b372", "c63f4ae3426f7a1f"])
  }

  @Test("A store of a newer version is refused and not touched")
  func refusesNewer() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    try journal.pool.write { db in
      try db.execute(sql: "PRAGMA user_version = \(JournalSchema.version + 1)")
    }
    try journal.close()
    #expect(refusal { () throws(JournalError) in _ = try folder.store() }?.code == .newerStore)
  }

  @Test("A store whose first opening was cut short opens", arguments: 0...JournalSchema.version)
  func opensUnfinished(_ version: Int) throws {
    let folder = try ScratchFolder()
    let queue = try DatabaseQueue(path: folder.path + "/so-y-te.db")
    try JournalSchema.migrator(upTo: version).migrate(queue)
    try queue.close()
    let journal = try folder.store()
    try journal.append([Sample.draft(1)])
    #expect(try journal.verify().isSound)
  }

  @Test("Another program's database, and a file that is none, are refused and not touched")
  func refusesForeign() throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/other.db"
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in try db.execute(sql: "CREATE TABLE notes (text)") }
    try queue.close()
    for bytes in [
      try Data(contentsOf: URL(filePath: path)), Data("a note, not a database, long enough".utf8),
    ] {
      try bytes.write(to: URL(filePath: path))
      let refused = refusal { () throws(JournalError) in _ = try Journal(path: path, origin: "a") }
      #expect(refused?.code == .notAJournal)
      #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }
  }

  @Test("A store keeps its origin; a new one needs a name")
  func requiresOrigin() throws {
    let folder = try ScratchFolder()
    try folder.store("laptop").close()
    let path = folder.path + "/laptop.db"
    #expect(try Journal(path: path).origin == "laptop")
    #expect(
      refusal { () throws(JournalError) in _ = try Journal(path: path, origin: "office") }?.code
        == .otherOrigin)
    for name in [nil, "", "a b", "sở", "a#1", String(repeating: "x", count: 65)] {
      #expect(
        refusal { () throws(JournalError) in
          _ = try Journal(path: folder.path + "/new.db", origin: name)
        }?.code == .otherOrigin)
    }
  }

  @Test("A folder that is not there is refused with the mend")
  func refusesMissingFolder() throws {
    let refused = refusal { () throws(JournalError) in
      _ = try Journal(path: "/nowhere/at/all.db", origin: "a")
    }
    #expect(refused?.code == .readOnly)
    #expect(refused?.mend.en.contains("folder exists") == true)
  }
}
