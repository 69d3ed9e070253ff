import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Storage
import Testing

@testable import Workspace

extension Office {
  func wish(_ check: String = "NS-01", unit: String = Office.baTo) -> ItemWish {
    ItemWish(unit: unit, source: .check(check, checklist: nil))
  }

  var phong: Session { session("phong", .department, on: "2024-11-01") }

  func by(_ account: String, _ party: Party, _ iso: String) -> Session {
    session(account, party, on: iso)
  }

  /// Puts an item down and issues it on 01/11/2024.
  func issued(_ wish: ItemWish? = nil) throws -> String {
    let id = try workspace.propose(wish ?? self.wish(), phong).item
    try workspace.give(.issue(IssueTerms(document: Self.notice)), to: id, phong)
    return id
  }

  static let notice = DocumentReference(number: "05/TB-SYT", date: day("2024-11-01"))
  static let seen = EvidenceSource.seen(
    SeenOriginal(
      type: "Báo cáo", number: "12/BC-UBND", date: day("2024-11-10"), seenBy: "chuyên viên"))
}

@Suite("Commands on items")
struct ItemGivingTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.prepare()
    return office
  }

  @Test("An item goes from proposal to closing, each step by who may take it")
  func fullLife() throws {
    let office = try office()
    let workspace = office.workspace
    let proposed = try workspace.propose(office.wish(), office.phong)
    #expect(proposed.item == "quang-ngai/ba-to.2024.001")
    #expect(proposed.after.proposed == day("2024-11-22"))
    #expect(proposed.after.due == nil)
    let id = proposed.item
    let issued = try workspace.give(
      .issue(IssueTerms(document: Office.notice)), to: id, office.phong)
    #expect(issued.after.due == day("2024-11-22"))
    let unit = office.by("ba-to", .unit, "2024-11-05")
    try workspace.give(.acknowledge, to: id, unit)
    try workspace.give(
      .submitEvidence([Office.seen]), to: id, office.by("ba-to", .unit, "2024-11-12"))
    let own = refusal { try workspace.give(.verify(.resolved, reason: nil), to: id, unit) }
    #expect(own?.code == "not-allowed")
    let closed = try workspace.give(
      .verify(.resolved, reason: nil), to: id, office.by("phong", .department, "2024-11-20"))
    #expect(closed.after.status == .closed)
    let story = try workspace.item(id, office.phong)
    #expect(story.events.count == 5)
    #expect(story.events[1].event.attribution.document == Office.notice)
    #expect(story.events[2].event.attribution.unit == Office.baTo)
    #expect(
      try workspace.propose(office.wish("NS-02"), office.phong).item == "quang-ngai/ba-to.2024.002")
  }

  @Test("A refusal says why and what would be allowed, and nothing is recorded")
  func refuses() throws {
    let office = try office()
    let workspace = office.workspace
    let id = try office.issued()
    let number = try workspace.headNumber()
    let verify = refusal {
      try workspace.give(.verify(.resolved, reason: nil), to: id, office.phong)
    }
    #expect(verify?.code == "wrong_status")
    #expect(verify?.mend?.vi.hasPrefix("lúc này có thể: ") == true)
    let unknown = refusal { try workspace.give(.acknowledge, to: id + "x", office.phong) }
    #expect(unknown?.code == "unknown-item")
    #expect(unknown?.mend?.en.contains(id) == true)
    let check = refusal { _ = try workspace.propose(office.wish("NS-O1"), office.phong) }
    #expect(check?.code == "unknown-check")
    #expect(check?.mend?.en.contains("NS-01") == true)
    let stranger = refusal {
      try workspace.give(.acknowledge, to: id, office.by("ai-do", .unit, "2024-11-05"))
    }
    #expect(stranger?.code == "unknown-account")
    let onPaper = refusal {
      try workspace.give(
        .requestExtension(to: day("2024-11-25"), reason: FreeText("x").blob!), to: id,
        office.by("ba-to", .unit, "2024-11-05"))
    }
    #expect(onPaper?.code == "document-missing")
    #expect(try workspace.headNumber() == number)
  }

  @Test("Of several orders all are given or none; a later one sees what an earlier one did")
  func allOrNothing() throws {
    let office = try office()
    let workspace = office.workspace
    let first = try office.issued()
    let second = try office.issued(office.wish("NS-02"))
    let unit = office.by("ba-to", .unit, "2024-11-05")
    let number = try workspace.headNumber()
    #expect(
      refusal {
        try workspace.give(
          [
            ItemOrder(.acknowledge, to: first),
            ItemOrder(.verify(.resolved, reason: nil), to: second),
          ],
          unit)
      } != nil)
    #expect(try workspace.headNumber() == number)
    let twice = try workspace.give(
      [ItemOrder(.acknowledge, to: first), ItemOrder(.submitEvidence([Office.seen]), to: first)],
      office.by("ba-to", .unit, "2024-11-15"))
    #expect(twice[1].before?.status == .acknowledged)
    #expect(try workspace.headNumber() == number + 2)
  }

  @Test("A dry run checks everything and writes nothing, its texts neither")
  func dryRun() throws {
    let office = try office()
    let workspace = office.workspace
    var session = office.phong
    session.isDryRun = true
    let number = try workspace.headNumber()
    var wish = office.wish()
    wish.text = "Còn xã chưa phân công"
    let given = try workspace.propose(wish, session)
    #expect(given.after.status == .proposed)
    #expect(try workspace.headNumber() == number)
    let digest = try #require(given.after.text.flatMap { Digest(hex: $0.hex) })
    #expect(try workspace.journal.text(of: digest) == .unknown)
    let written = try workspace.propose(wish, office.phong)
    let kept = try #require(written.after.text.flatMap { Digest(hex: $0.hex) })
    #expect(try workspace.journal.text(of: kept) == .kept("Còn xã chưa phân công"))
  }

  @Test("All provisional items of an inspection are issued by one document")
  func issuesInBulk() throws {
    let office = try office()
    let workspace = office.workspace
    for check in ["NS-01", "NS-02", "NS-04"] {
      var wish = office.wish(check)
      wish.inspection = "2024-1|ba-to"
      _ = try workspace.propose(wish, office.phong)
    }
    let (given, left) = try workspace.issueAll(
      ofInspection: "2024-1|ba-to", IssueTerms(document: Office.notice), office.phong)
    #expect(given.count == 3)
    #expect(left.isEmpty)
    #expect(given.allSatisfy { $0.after.due != nil })
    let again = refusal {
      _ = try workspace.issueAll(
        ofInspection: "2024-1|ba-to", IssueTerms(document: Office.notice), office.phong)
    }
    #expect(again?.code == "nothing-to-issue")
  }

  @Test("An extension never goes past the next inspection")
  func stopsBeforeTheNextVisit() throws {
    let office = try office()
    let workspace = office.workspace
    let id = try office.issued()
    try workspace.open(
      office.plan("2024-2", decided: "2024-10-02", from: "2024-11-25"), office.head)
    #expect(
      try workspace.nextInspection(of: Office.baTo, after: day("2024-11-05")) == day("2024-11-25"))
    let reason = FreeText("Chờ kinh phí")
    let refused = refusal {
      try workspace.give(
        .requestExtension(to: day("2024-11-29"), reason: reason.blob!), to: id, texts: [reason],
        office.by("ba-to-lanh-dao", .unit, "2024-11-05"))
    }
    #expect(refused?.code == "past_next_inspection")
  }

  @Test("What an account could do is what the rules and its roles allow")
  func tellsWhatIsPossible() throws {
    let office = try office()
    let id = try office.issued()
    let unit = try office.workspace.commands(on: id, office.by("ba-to", .unit, "2024-11-05"))
    #expect(unit.contains(.acknowledge) && unit.contains(.submitEvidence))
    #expect(!unit.contains(.verify) && !unit.contains(.waive))
    let head = try office.workspace.commands(on: id, office.phong)
    #expect(!head.contains(.waive), "NS-01 is a duty of law")
    #expect(head.contains(.transfer))
  }
}
