import GRDB
import InspectionCore
import Testing

@testable import Storage

@Suite("Lists of items")
struct ItemQueryTests {
  /// Twelve items of three units: proposed, issued with deadlines month by month, closed.
  private func filled() throws -> (ScratchFolder, Journal) {
    let folder = try ScratchFolder()
    let journal = try folder.store(projections: [.items])
    var drafts: [EventDraft] = []
    for number in 0..<12 {
      let id = "TH-\(10 + number)"
      let origin: ItemOrigin? =
        number % 4 == 3
        ? .checks([ItemSample.check("NS-07"), ItemSample.check("NS-\(number)")]) : nil
      drafts.append(
        ItemSample.draft(
          id,
          .proposed(
            ItemSample.proposal(
              id, unit: "xa-\(number % 3)", origin: origin,
              severity: number % 2 == 0 ? .high : .low, inspection: "KT-\(number / 6)"), nil),
          ItemSample.by("2025-01-04")))
      if number % 4 == 0 { continue }
      drafts.append(
        ItemSample.draft(
          id, ItemSample.issued("2025-\(number > 9 ? "" : "0")\(number)-15"),
          ItemSample.by("2025-01-10")))
      if number % 5 == 0 {
        drafts.append(
          ItemSample.draft(
            id, .evidenceSubmitted([.inspection("KT-9")]), ItemSample.by("2025-01-20", .unit)))
        drafts.append(
          ItemSample.draft(id, .verified(.resolved, reason: nil), ItemSample.by("2025-02-01")))
      }
    }
    try journal.append(drafts)
    return (folder, journal)
  }

  private func ids(_ journal: Journal, _ query: ItemQuery) throws -> [String] {
    let rows = try journal.items(query).map(\.item.id)
    var all = query
    all.limit = .max
    let count = try journal.itemCount(all)
    #expect(count == (try journal.items(all)).count)
    return rows
  }

  @Test("A due list has open items up to a day, the earliest deadline first")
  func listsWhatIsDue() throws {
    let (_, journal) = try filled()
    var query = ItemQuery(isOpen: true)
    query.dueThrough = ItemSample.day("2025-07-15")
    #expect(try ids(journal, query) == ["TH-11", "TH-12", "TH-13", "TH-16", "TH-17"])
    query.dueFrom = ItemSample.day("2025-03-15")
    #expect(try ids(journal, query) == ["TH-13", "TH-16", "TH-17"])
    query.limit = 2
    #expect(try ids(journal, query) == ["TH-13", "TH-16"])
    query.limit = 0
    #expect(try journal.items(query).isEmpty)
  }

  @Test("Each choice narrows a list, and several at once do")
  func narrows() throws {
    let (_, journal) = try filled()
    func having(_ change: (inout ItemQuery) -> Void) throws -> [String] {
      var query = ItemQuery(order: .id)
      change(&query)
      return try ids(journal, query)
    }
    #expect(try having { $0.units = ["xa-1"] } == ["TH-11", "TH-14", "TH-17", "TH-20"])
    #expect(try having { $0.units = [] } == [])
    #expect(try having { $0.statuses = [.proposed] } == ["TH-10", "TH-14", "TH-18"])
    #expect(try having { $0.statuses = [.closed] } == ["TH-15", "TH-20"])
    #expect(try having { $0.severities = [.high] }.count == 6)
    #expect(try having { $0.origins = ["checks"] } == ["TH-13", "TH-17", "TH-21"])
    #expect(try having { $0.inspections = ["KT-1"] }.count == 6)
    #expect(try having { $0.ids = ["TH-12", "TH-99"] } == ["TH-12"])
    #expect(try having { $0.kinds = [.reminder] } == [])
    #expect(try having { $0.owedBy = [.unit] }.count == 12)
    #expect(try having { $0.responsible = ["xa-1"] } == [])
    #expect(try having { $0.happenedFrom = ItemSample.day("2025-02-01") } == ["TH-15", "TH-20"])
    #expect(try having { $0.openedThrough = ItemSample.day("2025-01-03") } == [])
    #expect(
      try having {
        $0.isOpen = true
        $0.units = ["xa-0", "xa-1"]
        $0.severities = [.low]
        $0.inspections = ["KT-0"]
      } == ["TH-11", "TH-13"])
  }

  @Test("A check finds the items that stand on it, grouped ones among them")
  func findsChecks() throws {
    let (_, journal) = try filled()
    var query = ItemQuery(order: .id)
    query.checks = [CheckReference(checklist: "bang-kiem@1", check: "NS-7")]
    #expect(try ids(journal, query) == ["TH-17"])
    query.checks = [CheckReference(checklist: "bang-kiem@1", check: "NS-07")]
    #expect(try ids(journal, query) == ["TH-13", "TH-17", "TH-21"])
    query.limit = 1
    #expect(try ids(journal, query) == ["TH-13"])
    query.checks = [CheckReference(checklist: "bang-kiem@2", check: "NS-07")]
    #expect(try ids(journal, query) == [])
  }

  @Test("A due list, a unit's list and a list by status read an index and sort nothing")
  func readsIndexes() throws {
    let (_, journal) = try filled()
    func plan(_ sql: String) throws -> String {
      try journal.read { db in
        let rows = try RawStatement(db, "EXPLAIN QUERY PLAN " + sql)
        var details: [String] = []
        while try rows.step() { details.append(rows.text(3)) }
        return details.joined(separator: "\n")
      }
    }
    var due = ItemQuery(isOpen: true)
    due.dueThrough = ItemSample.day("2025-07-15")
    let duePlan = try plan(due.statement("*"))
    #expect(duePlan.contains("items_by_due"))
    #expect(!duePlan.contains("TEMP B-TREE FOR ORDER BY"))
    let countPlan = try plan(due.statement("count(*)", isOrdered: false))
    #expect(countPlan.contains("COVERING INDEX items_by_due"))
    #expect(
      try plan(ItemQuery(units: ["a"], order: .unit).statement("*")).contains("items_by_unit"))
  }

  @Test("Ids near a misspelt one are offered")
  func findsNearIds() throws {
    let (_, journal) = try filled()
    #expect(try journal.itemIDs(near: "TH-1", limit: 3) == ["TH-10", "TH-11", "TH-12"])
    #expect(try journal.itemIDs(near: "TH-14x", limit: 2) == ["TH-15", "TH-16", "TH-14", "TH-13"])
  }
}
