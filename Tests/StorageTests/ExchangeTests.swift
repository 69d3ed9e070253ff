import Foundation
import Diagnostics
import InspectionCore
import JSON
import TestSupport
import Testing

@testable import Storage

@Suite("Exchanging journals")
struct ExchangeTests {
  /// The events of a store without this store's own numbering.
  private func events(of journal: Journal) throws -> Set<JournalEvent> {
    Set(try journal.read(after: 0, limit: .max).map(\.event))
  }

  @Test("A laptop and a department exchange both ways, twice: nothing doubled, nothing lost")
  func exchangesTwice() throws {
    let folder = try ScratchFolder()
    let (office, laptop) = (try folder.store("office"), try folder.store("laptop"))
    try Sample.fill(office, count: 9)
    try laptop.import(try exported(office), by: Sample.attribution)
    try laptop.append([Sample.draft(100), Sample.draft(101)])
    try office.append([Sample.draft(102)])
    for turn in 1...2 {
      let there = try office.import(try exported(laptop), by: Sample.attribution)
      let back = try laptop.import(try exported(office), by: Sample.attribution)
      #expect(there.imported == (turn == 1 ? 2 : 0))
      #expect(back.imported == (turn == 1 ? 1 : 0))
      #expect(there.conflicts.isEmpty && back.conflicts.isEmpty)
      #expect(try events(of: office) == events(of: laptop))
      #expect(try office.head().number == 12)
    }
    #expect(try office.head().origins == laptop.head().origins)
    #expect(try office.verify(anchors: try laptop.head().origins).isSound)
    #expect(try laptop.verify(anchors: try office.head().origins).isSound)
  }

  @Test("Only what the other lacks is sent")
  func sendsDifference() throws {
    let folder = try ScratchFolder()
    let (office, laptop) = (try folder.store("office"), try folder.store("laptop"))
    try Sample.fill(office, count: 9)
    try laptop.import(try exported(office), by: Sample.attribution)
    try office.append([Sample.draft(1)])
    let lines = try exported(office, lackedBy: laptop)
    #expect(lines.count == 3)
    #expect(try laptop.import(lines, by: Sample.attribution).imported == 1)
    #expect(try exported(office, lackedBy: laptop).count == 2)
  }

  @Test("Two edits of one field made apart become one conflict, in both stores the same")
  func findsConflict() throws {
    let folder = try ScratchFolder()
    let (office, laptop) = (try folder.store("office"), try folder.store("laptop"))
    try office.append([Sample.draft(1, ["done": .integer(1), "note": .string("a")])])
    try laptop.import(try exported(office), by: Sample.attribution)
    let here = try office.append([Sample.draft(1, ["done": .integer(2), "note": .string("b")])])[0]
    let there = try laptop.append([Sample.draft(1, ["done": .integer(3), "note": .string("b")])])[0]

    let summary = try office.import(try exported(laptop), by: Sample.attribution)
    let conflict = try #require(summary.conflicts.first)
    #expect(summary.conflicts.count == 1)
    #expect(conflict.fields == ["done"])
    #expect([conflict.first, conflict.second] == [there.event.id, here.event.id])
    #expect(try office.read(conflict.id).map(\.event.type) == [Conflict.foundType])

    #expect(try laptop.import(try exported(office), by: Sample.attribution).conflicts.isEmpty)
    #expect(try laptop.read(conflict.id).count == 1)
    #expect(try office.import(try exported(laptop), by: Sample.attribution).conflicts.isEmpty)
    #expect(try events(of: office) == events(of: laptop))
    // Whoever edits now has seen both.
    let resolved = try laptop.append([Sample.draft(1, ["done": .integer(3)])])[0]
    #expect(resolved.event.seen == [here.event.id])
    #expect(try office.import(try exported(laptop), by: Sample.attribution).conflicts.isEmpty)
  }

  @Test("Edits of different fields, or to the same value, are no conflict")
  func acceptsAgreement() throws {
    let folder = try ScratchFolder()
    let (office, laptop) = (try folder.store("office"), try folder.store("laptop"))
    try office.append([Sample.draft(1, ["done": .integer(2), "by": .string("a")])])
    try laptop.append([Sample.draft(1, ["done": .integer(2), "at": .string("b")])])
    #expect(try office.import(try exported(laptop), by: Sample.attribution).conflicts.isEmpty)
  }

  @Test("An edit made in knowledge of another is no conflict, by whatever way each arrives")
  func followsKnowledge() throws {
    let folder = try ScratchFolder()
    let (a, b, c) = (try folder.store("a"), try folder.store("b"), try folder.store("c"))
    try a.append([Sample.draft(1, ["done": .integer(1)])])
    try b.import(try exported(a), by: Sample.attribution)
    try b.append([Sample.draft(1, ["done": .integer(2)])])
    try a.import(try exported(b), by: Sample.attribution)
    try a.append([Sample.draft(1, ["done": .integer(3)])])
    #expect(try c.import(try exported(a), by: Sample.attribution).conflicts.isEmpty)
    #expect(try c.import(try exported(b), by: Sample.attribution).imported == 0)
    #expect(try b.import(try exported(c), by: Sample.attribution).conflicts.isEmpty)
    #expect(try events(of: b) == events(of: c))
  }

  @Test("Random edits and exchanges of four stores end in the same events and the same conflicts")
  func converges() throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let folder = try ScratchFolder()
      let stores = try ["a", "b", "c", "d"].map { try folder.store($0) }
      for _ in 0..<60 {
        let store = stores.randomElement(using: &random)!
        if Bool.random(using: &random) {
          let field = ["x", "y"].randomElement(using: &random)!
          let value = JSONValue.integer(Int64.random(in: 0...3, using: &random))
          try store.append([Sample.draft(Int.random(in: 0...3, using: &random), [field: value])])
        } else {
          let other = stores.randomElement(using: &random)!
          try store.import(try exported(other), by: Sample.attribution)
        }
      }
      for _ in 0..<3 {
        for store in stores {
          for other in stores {
            try store.import(try exported(other, lackedBy: store), by: Sample.attribution)
          }
        }
      }
      let all = try events(of: stores[0])
      let head = try stores[0].head()
      for store in stores {
        #expect(try events(of: store) == all, "seed \(seed)")
        #expect(try store.head().number == Int64(all.count), "seed \(seed)")
        #expect(try store.verify(anchors: head.origins).isSound, "seed \(seed)")
      }
      try expectConflictsRecorded(all, seed: seed)
    }
  }

  /// Every pair of concurrent edits of one field has its conflict, and no other pair has one.
  private func expectConflictsRecorded(_ all: Set<JournalEvent>, seed: UInt64) throws {
    let edits = all.filter { $0.subject.kind == "item" }
    var expected: Set<SubjectID> = []
    for one in edits {
      for other in edits where one.id != other.id && one.subject == other.subject {
        let fields = ConflictRule.sameMembers.fields(one, other)
        guard one.isConcurrent(with: other), !fields.isEmpty else { continue }
        expected.insert(Conflict(one, other, fields: fields).id)
      }
    }
    let recorded = Set(all.filter { $0.type == Conflict.foundType }.map(\.subject))
    #expect(recorded == expected, "seed \(seed)")
  }

  @Test(
    "A stream with a line taken out, changed, doubled or cut off is refused whole, with the place")
  func refusesDamage() throws {
    let folder = try ScratchFolder()
    let office = try folder.store("office")
    try Sample.fill(office, count: 6)
    let lines = try exported(office)
    #expect(lines.count == 8)

    func refused(_ lines: [[UInt8]]) throws -> JournalError? {
      let other = try ScratchFolder().store("laptop")
      let refused = refusal { () throws(JournalError) in
        try other.import(lines, by: Sample.attribution)
      }
      #expect(try other.head().number == 0)
      return refused
    }
    var without = lines
    without.remove(at: 3)
    #expect(try refused(without)?.code == .gap)
    #expect(try refused(without)?.line == 4)
    #expect(try refused(without)?.event == EventID(origin: "office", sequence: 4))

    for place in 1...6 {
      var changed = lines
      let text = String(decoding: lines[place], as: UTF8.self)
      changed[place] = Array(text.replacing("tp-1", with: "tp-2").utf8)
      #expect(try refused(changed)?.code == .wrongHash)
      #expect(try refused(changed)?.line == place + 1)
    }
    for count in 0..<8 {
      #expect(try refused(Array(lines.prefix(count)))?.code == .truncatedStream)
    }
    #expect(try refused(lines + [lines[2]])?.code == .malformedLine)
    #expect(try refused([lines[1]])?.code == .malformedLine)
    #expect(try refused([lines[0], Array("{\"event\":{}}".utf8)])?.line == 2)
    #expect(try refused([lines[0], Array("nonsense".utf8)])?.code == .malformedLine)
    #expect(try refused([lines[0], []])?.code == .malformedLine)
    let newer = String(decoding: lines[0], as: UTF8.self).replacing(
      "\"form\":1", with: "\"form\":2")
    #expect(try refused([Array(newer.utf8)])?.code == .newerStore)
    let huge = [UInt8](repeating: UInt8(ascii: "["), count: StreamLine.longest + 1)
    #expect(try refused([lines[0], huge])?.code == .malformedLine)
  }

  @Test("A rewritten event with its right hash is refused: the chain here says otherwise")
  func refusesForks() throws {
    let folder = try ScratchFolder()
    let elsewhere = try ScratchFolder()
    let (office, copy) = (try folder.store("office"), try elsewhere.store("office"))
    let laptop = try folder.store("laptop")
    try office.append([Sample.draft(1)])
    try copy.append([Sample.draft(2)])
    try copy.append([Sample.draft(3)])
    try laptop.import(try exported(office), by: Sample.attribution)
    let refused = refusal { () throws(JournalError) in
      try laptop.import((try? exported(copy)) ?? [], by: Sample.attribution)
    }
    #expect(refused?.code == .wrongHash)
    #expect(refused?.event == EventID(origin: "office", sequence: 1))
    #expect(try laptop.head().number == 1)
  }

  @Test("A store that lost its own last events gets them back from the other")
  func comesHome() throws {
    let folder = try ScratchFolder()
    let office = try folder.store("office")
    let laptop = try folder.store("laptop")
    try laptop.append([Sample.draft(1)])
    try laptop.backUp(to: folder.path + "/backup")
    try laptop.append([Sample.draft(2)])
    try office.import(try exported(laptop), by: Sample.attribution)
    try Journal.restore(folder.path + "/backup", to: folder.path + "/again.db")
    let again = try Journal(path: folder.path + "/again.db")
    #expect(try again.head().number == 1)
    try again.import(try exported(office), by: Sample.attribution)
    #expect(try events(of: again) == events(of: laptop))
    #expect(try again.append([Sample.draft(3)])[0].event.id.sequence == 3)
  }
}
