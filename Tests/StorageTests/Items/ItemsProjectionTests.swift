import GRDB
import Diagnostics
import InspectionCore
import JSON
import TestSupport
import Testing

@testable import Storage

@Suite("The items of a store")
struct ItemsProjectionTests {
  private func store(_ folder: ScratchFolder, _ origin: String = "so-y-te") throws -> Journal {
    try folder.store(origin, projections: [.items])
  }

  private func rows(_ journal: Journal) throws -> [Row] {
    try journal.read { db in try Row.fetchAll(db, sql: "SELECT * FROM items ORDER BY id") }
  }

  @Test("Rows are the folds of the events, one by one, in batches, by exchange and rebuilt")
  func followsEvents() throws {
    var random = SeededGenerator(seed: 5)
    let folder = try ScratchFolder()
    let journal = try store(folder)
    let laptop = try store(folder, "laptop")
    for turn in 0..<60 {
      let target = turn % 4 == 0 ? laptop : journal
      var drafts: [EventDraft] = []
      for _ in 0..<Int.random(in: 1...25, using: &random) {
        let id = "TH-\(Int.random(in: 0..<30, using: &random))"
        let day = "2025-0\(Int.random(in: 1...9, using: &random))-10"
        drafts.append(
          ItemSample.draft(
            id, ItemSample.anyEvent(id, &random), ItemSample.by(day, turn % 2 == 0 ? .unit : .team))
        )
      }
      try target.append(drafts)
      if turn % 9 == 0 { try journal.import(try exported(laptop), by: Sample.attribution) }
    }
    let before = try rows(journal)
    #expect(before.count > 20)
    for row in try journal.items(ItemQuery(order: .id)) {
      let story = try #require(try journal.item(row.item.id))
      #expect(row.item == story.summary)
      #expect(row.version == story.version)
      #expect(row.happened == story.events.map(\.event.attribution.happened).max())
    }
    try journal.rebuild()
    #expect(try rows(journal) == before)
    try journal.pool.write { db in try db.execute(sql: "DELETE FROM items WHERE status <> 'x'") }
    try journal.rebuild()
    #expect(try rows(journal) == before)
  }

  @Test("An event that comes before the one that begins its item makes no row yet")
  func waitsForTheBeginning() throws {
    let journal = try store(try ScratchFolder())
    try journal.append([ItemSample.draft("a", .acknowledged, ItemSample.by("2025-01-05"))])
    #expect(try journal.items(ItemQuery()).isEmpty)
    #expect(try journal.item("a") == nil)
    try journal.append([
      ItemSample.draft(
        "a", .proposed(ItemSample.proposal("a"), nil), ItemSample.by("2025-01-04"))
    ])
    let row = try #require(try journal.items(ItemQuery()).first)
    #expect(row.item.status == .proposed)
    #expect(row.version == 2)
    #expect(row.happened == ItemSample.day("2025-01-05"))
  }

  @Test("An event of a form this program does not know is refused, and nothing is recorded")
  func refusesUnknownForms() throws {
    let journal = try store(try ScratchFolder())
    var draft = ItemSample.draft("a", .acknowledged, ItemSample.by("2025-01-05"))
    draft.form = 2
    let refused = refusal { () throws(JournalError) in try journal.append([draft]) }
    #expect(refused?.code == .invalidEvent)
    #expect(try journal.head().number == 0)
    draft.form = 1
    draft.payload = ["issue": .integer(3)]
    draft.type = "item.issued"
    let other = refusal { () throws(JournalError) in try journal.append([draft]) }
    #expect(other?.code == .invalidEvent)
    #expect(other?.message.en.contains("payload.issue") == true)
  }

  @Test("Ids that differ only in how an accent is composed are two items")
  func keepsIdsApart() throws {
    let journal = try store(try ScratchFolder())
    for id in ["\u{E9}", "e\u{301}"] {
      try journal.append([
        ItemSample.draft(
          id, .proposed(ItemSample.proposal(id), nil), ItemSample.by("2025-01-04"))
      ])
    }
    try journal.rebuild()
    #expect(try journal.items(ItemQuery()).count == 2)
  }

  @Test("An item is told as it was on an earlier day")
  func tellsEarlierDays() throws {
    let journal = try store(try ScratchFolder())
    let events: [(ItemEvent, String)] = [
      (.proposed(ItemSample.proposal("a"), nil), "2025-01-04"),
      (ItemSample.issued("2025-03-15"), "2025-01-10"),
      (.evidenceSubmitted([.inspection("KT-2")]), "2025-03-01"),
      (.verified(.resolved, reason: nil), "2025-04-02"),
    ]
    try journal.append(events.map { ItemSample.draft("a", $0.0, ItemSample.by($0.1)) })
    func status(_ iso: String) throws -> ItemStatus? {
      try journal.item("a", asOf: ItemSample.day(iso))?.status
    }
    #expect(try status("2025-01-03") == nil)
    #expect(try status("2025-01-09") == .proposed)
    #expect(try status("2025-02-28") == .issued)
    #expect(try status("2025-04-01") == .evidenceSubmitted)
    let closed = try journal.item("a", asOf: ItemSample.day("2025-04-02"))
    #expect(closed?.closing == .resolved)
    #expect(closed?.ended == ItemSample.day("2025-04-02"))
  }
}
