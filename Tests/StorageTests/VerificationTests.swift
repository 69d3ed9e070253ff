import GRDB
import Diagnostics
import InspectionCore
import TestSupport
import Testing

@testable import Storage

@Suite("JournalVerification")
struct VerificationTests {
  /// What somebody with the file and a tool might do to it.
  enum Tampering: String, CaseIterable, Sendable {
    case body, bodyAndHash, hash, sequence, subject, version, seal, removed, removedAndRenumbered
    case swapped, inserted, origin

    func apply(at number: Int64, in db: Database) throws {
      try db.execute(sql: "DROP TRIGGER events_stay; DROP TRIGGER events_are_kept")
      try db.execute(sql: "PRAGMA defer_foreign_keys = ON; DELETE FROM subjects")
      for statement in sql {
        try db.execute(
          sql: statement.replacing("%n", with: "\(number)").replacing("%m", with: "\(number + 1)"))
      }
      guard self == .bodyAndHash else { return }
      let body =
        try String.fetchOne(db, sql: "SELECT body FROM events WHERE number = \(number)") ?? ""
      let hash = Digest(of: Array(body.utf8)).hex
      try db.execute(sql: "UPDATE events SET hash = x'\(hash)' WHERE number = \(number)")
    }

    private var sql: [String] {
      switch self {
      case .body, .bodyAndHash:
        ["UPDATE events SET body = replace(body, 'tp-1', 'tp-2') WHERE number = %n"]
      case .hash: ["UPDATE events SET hash = zeroblob(32) WHERE number = %n"]
      case .sequence: ["UPDATE events SET sequence = sequence + 1000 WHERE number = %n"]
      case .subject: ["UPDATE events SET subject = 'TH-X' WHERE number = %n"]
      case .version: ["UPDATE events SET version = version + 7 WHERE number = %n"]
      case .seal: ["UPDATE events SET seal = zeroblob(32) WHERE number = %n"]
      case .removed: ["DELETE FROM events WHERE number = %n"]
      case .removedAndRenumbered:
        [
          "DELETE FROM events WHERE number = %n",
          "UPDATE events SET number = number - 1 WHERE number > %n",
        ]
      case .swapped:
        [
          "UPDATE events SET number = 100000 WHERE number = %n",
          "UPDATE events SET number = %n WHERE number = %m",
          "UPDATE events SET number = %m WHERE number = 100000",
        ]
      case .inserted:
        [
          "UPDATE events SET number = -number WHERE number > %n",
          "UPDATE events SET number = 1 - number WHERE number < 0",
          """
          INSERT INTO events SELECT number + 1, origin, sequence + 5000, kind, 'TH-Y', 1,
            replace(body, '"sequence":', '"sequence":5'), hash, seal FROM events WHERE number = %n
          """,
        ]
      case .origin: ["UPDATE events SET origin = 'elsewhere' WHERE number = %n"]
      }
    }
  }

  @Test(
    "Whatever is done to an event in the middle is found and named", arguments: Tampering.allCases)
  func findsTampering(_ tampering: Tampering) throws {
    for number in [1, 7, 19] as [Int64] {
      let folder = try ScratchFolder()
      let journal = try folder.store()
      try Sample.fill(journal, count: 20)
      try journal.pool.write { db in
        try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
        try tampering.apply(at: number, in: db)
      }
      let found = try journal.verify()
      #expect(!found.isSound, "\(tampering) at \(number)")
      let near = found.faults.prefix(3).compactMap(\.number)
      #expect(near.contains { abs($0 - number) <= 1 }, "\(tampering) at \(number): \(near)")
      #expect(found.faults.allSatisfy { !$0.message.vi.isEmpty && !$0.message.en.isEmpty })
    }
  }

  @Test("A single flipped byte anywhere in an event is found")
  func findsFlippedBytes() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<40 {
      let folder = try ScratchFolder()
      let journal = try folder.store()
      try Sample.fill(journal, count: 5)
      let number = Int.random(in: 1...5, using: &random)
      try journal.pool.write { db in
        try db.execute(sql: "DROP TRIGGER events_stay")
        var body = Array(
          try String.fetchOne(db, sql: "SELECT body FROM events WHERE number = \(number)")!.utf8)
        let place = Int.random(in: 0..<body.count, using: &random)
        body[place] ^= 1
        try db.execute(
          sql: "UPDATE events SET body = ? WHERE number = ?",
          arguments: [String(decoding: body, as: UTF8.self), number])
      }
      let found = try journal.verify()
      #expect(found.faults.contains { $0.code == .changed && $0.number == Int64(number) })
    }
  }

  @Test("Two events of different origins that changed places are found by the seal alone")
  func findsReorderedOrigins() throws {
    let folder = try ScratchFolder()
    let (office, laptop) = (try folder.store("office"), try folder.store("laptop"))
    try office.append([Sample.draft(1)])
    try laptop.append([Sample.draft(2)])
    try office.import(try exported(laptop), by: Sample.attribution)
    #expect(try office.verify().isSound)
    let known = try office.head()
    try office.pool.write { db in
      try db.execute(sql: "DROP TRIGGER events_stay; DELETE FROM subjects")
      try db.execute(
        sql: """
          UPDATE events SET number = 9 WHERE number = 1; UPDATE events SET number = 1 WHERE number = 2;
          UPDATE events SET number = 2 WHERE number = 9;
          """)
    }
    let found = try office.verify(known: known)
    #expect(found.faults.allSatisfy { $0.code == .misplaced || $0.code == .otherThanAnchored })
    #expect(!found.isSound)
  }

  @Test("An end that was cut off is found where an anchor is given, and only there")
  func findsTruncation() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    try Sample.fill(journal, count: 10)
    let head = try journal.head()
    let anchor = try #require(head.origins.first)
    #expect(try journal.verify(anchors: [anchor], known: head).isSound)
    try journal.pool.write { db in
      try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
      try db.execute(sql: "DROP TRIGGER events_are_kept; DELETE FROM subjects")
      try db.execute(sql: "DELETE FROM events WHERE number > 8")
    }
    #expect(try journal.verify().isSound)
    let found = try journal.verify(anchors: [anchor])
    #expect(found.faults.map(\.code) == [.truncated])
    #expect(found.faults.first?.event == anchor.id)
    #expect(try journal.verify(known: head).faults.map(\.code) == [.truncated, .truncated])
  }

  @Test("A journal written anew throughout is found where an anchor is given")
  func findsRewriting() throws {
    let folder = try ScratchFolder()
    let other = try ScratchFolder()
    let (journal, forged) = (try folder.store(), try other.store())
    try Sample.fill(journal, count: 10)
    try Sample.fill(forged, count: 9, from: 1)
    try Sample.fill(forged, count: 5)
    #expect(try forged.verify().isSound)
    let found = try forged.verify(anchors: try journal.head().origins)
    #expect(found.faults.map(\.code) == [.otherThanAnchored])
  }

  @Test("Faults beyond a hundred are counted, not listed")
  func capsFaults() throws {
    let folder = try ScratchFolder()
    let journal = try folder.store()
    try Sample.fill(journal, count: 300)
    try journal.pool.write { db in
      try db.execute(sql: "DROP TRIGGER events_stay; UPDATE events SET seal = zeroblob(32)")
    }
    let found = try journal.verify()
    #expect(found.faults.count == JournalVerification.mostFaults)
    #expect(found.faultCount >= 299)
    #expect(found.events == 300)
  }

  @Test("An empty journal is sound")
  func acceptsEmpty() throws {
    let folder = try ScratchFolder()
    let found = try folder.store().verify()
    #expect(found.isSound && found.events == 0)
  }
}
