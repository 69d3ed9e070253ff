import GRDB
import Diagnostics
import Foundation
import InspectionCore
import JSON
import TestSupport
import Testing

@testable import Storage

@Suite("Projections")
struct ProjectionTests {
  /// The sum of a field by subject, and how often it came: a projection of the tests' own.
  static func sums(version: Int = 1) -> Projection {
    Projection(
      name: "sums", version: version, tables: ["sums"],
      schema: """
        CREATE TABLE sums (
          subject TEXT PRIMARY KEY, total INTEGER NOT NULL, times INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sums_by_total ON sums (total);
        """
    ) { start in
      let fold = Sums(start: start)
      return ProjectionFold(take: fold.take, write: fold.write)
    }
  }

  private final class Sums {
    let start: ProjectionStart
    var changed: [String: (total: Int64, times: Int64)] = [:]

    init(start: ProjectionStart) { self.start = start }

    func take(_ event: RecordedEvent, _ db: Database) throws {
      guard let value = event.event.payload["n"]?.integerValue else { return }
      let subject = event.event.subject.id
      var row = try changed[subject] ?? stored(subject, db)
      row.total += value
      row.times += 1
      changed[subject] = row
    }

    private func stored(_ subject: String, _ db: Database) throws -> (total: Int64, times: Int64) {
      guard start == .continuing,
        let row = try Row.fetchOne(
          db, sql: "SELECT total, times FROM sums WHERE subject = ?", arguments: [subject])
      else { return (0, 0) }
      return (row["total"], row["times"])
    }

    func write(_ db: Database) throws {
      for (subject, row) in changed.sorted(by: { $0.key < $1.key }) {
        try db.execute(
          sql: "INSERT OR REPLACE INTO sums (subject, total, times) VALUES (?, ?, ?)",
          arguments: [subject, row.total, row.times])
      }
    }
  }

  /// Every row of every projection.
  private func rows(_ journal: Journal) throws -> [String: [Row]] {
    try journal.read { db in
      var rows = [
        "projections": try Row.fetchAll(db, sql: "SELECT * FROM projections ORDER BY name")
      ]
      for table in journal.projections.flatMap(\.tables) {
        rows[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1, 2")
      }
      return rows
    }
  }

  @Test("A rebuild gives every row that the appends and imports gave")
  func rebuildsRows() throws {
    var random = SeededGenerator(seed: 11)
    let folder = try ScratchFolder()
    let journal = try folder.store(projections: [Self.sums()])
    let laptop = try folder.store("laptop")
    for turn in 0..<30 {
      let store = turn % 3 == 0 ? laptop : journal
      try store.append(
        (0..<Int.random(in: 1...20, using: &random)).map { _ in
          Sample.draft(
            Int.random(in: 0...40, using: &random),
            ["n": .integer(Int64.random(in: -9...9, using: &random))])
        })
      if turn % 7 == 0 { try journal.import(try exported(laptop), by: Sample.attribution) }
    }
    let before = try rows(journal)
    #expect(before["sums"]?.isEmpty == false && before["subjects"]?.isEmpty == false)
    #expect(try journal.rebuild() == journal.head().number)
    #expect(try rows(journal) == before)
    try journal.pool.write { db in
      try db.execute(sql: "UPDATE sums SET total = 0; DELETE FROM subjects")
    }
    try journal.rebuild()
    #expect(try rows(journal) == before)
  }

  @Test("A projection that is new, of another version or behind is rebuilt when the store opens")
  func rebuildsOnOpening() throws {
    let folder = try ScratchFolder()
    let plain = try folder.store()
    try Sample.fill(plain, count: 12)
    try plain.close()
    let first = try folder.store(projections: [Self.sums()])
    let before = try rows(first)
    #expect(before["sums"]?.count == 4)
    try first.close()

    let second = try folder.store(projections: [Self.sums(version: 2)])
    #expect(try rows(second)["sums"] == before["sums"])
    try second.close()

    let without = try folder.store()
    try Sample.fill(without, count: 3)
    try without.close()
    let third = try folder.store(projections: [Self.sums(version: 2)])
    #expect(try third.read { db in try Int.fetchOne(db, sql: "SELECT sum(times) FROM sums") } == 15)
  }

  @Test("A long rebuild tells how far it has come")
  func tellsProgress() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    try Sample.fill(journal, count: 8_200)
    var told: [Int64] = []
    let count = try journal.rebuild { done, total in told += [done, total] }
    #expect(told == [8_192, count])
  }

  @Test("A long log is brought into the database when the store closes, unless somebody reads it")
  func shortensLog() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    func log() throws -> Int {
      let path = journal.path + "-wal"
      guard FileManager.default.fileExists(atPath: path) else { return 0 }
      return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }
    try Sample.fill(journal, count: 8_000)
    #expect(try log() > Journal.longestLog)
    let other = try folder.store()
    try other.read { _ in try journal.close() }
    #expect(try other.head().number == 8_000)
    try other.close()
    #expect(try log() == 0)
    let again = try folder.store()
    #expect(try again.head().number == 8_000)
    #expect(try again.verify().isSound)
    try again.close()
  }

  @Test("An event that a projection cannot take is not recorded either")
  func failsTogether() throws {
    struct Refusal: Error {}
    let folder = try ScratchFolder()
    let broken = Projection(name: "broken", version: 1, tables: [], schema: "") { _ in
      ProjectionFold(
        take: { event, _ in if event.event.type == "bad" { throw Refusal() } }, write: { _ in })
    }
    let journal = try folder.store(projections: [broken])
    try journal.append([Sample.draft(1)])
    let refused = refusal { () throws(JournalError) in
      try journal.append([Sample.draft(1), Sample.draft(1, type: "bad")])
    }
    #expect(refused?.code == .failed)
    #expect(try journal.head().number == 1)
    #expect(try journal.append([Sample.draft(1)])[0].version == 2)
    #expect(try journal.verify().isSound)
  }
}
