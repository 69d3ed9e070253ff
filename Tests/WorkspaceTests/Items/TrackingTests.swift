import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Storage
import Testing

@testable import Workspace

@Suite("Tracking")
struct TrackingTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.prepare()
    return office
  }

  private func filter(_ change: (inout DueFilter) -> Void = { _ in }) -> DueFilter {
    var filter = DueFilter()
    change(&filter)
    return filter
  }

  @Test("A due list shows what is late and what comes, narrowed by unit, area, severity and origin")
  func dueList() throws {
    let office = try office()
    let workspace = office.workspace
    let duty = try office.issued()
    let small = try office.issued(office.wish("NS-04"))
    let november = office.by("phong", .department, "2024-11-11")
    func ids(_ session: Session, _ change: (inout DueFilter) -> Void = { _ in }) throws -> [String]
    {
      try workspace.dueList(filter(change), session).lines.map(\.item.id)
    }
    #expect(try ids(november) == [small])
    let line = try #require(try workspace.dueList(filter(), november).lines.first)
    #expect(line.overdueDays == 3)
    #expect(try ids(november) { $0.within = 11 } == [small, duty])
    #expect(
      try ids(november) {
        $0.within = 11; $0.severities = [.high]
      } == [duty])
    #expect(
      try ids(november) {
        $0.within = 30; $0.areas = ["staffing"]
      }.count == 2)
    #expect(
      try ids(november) {
        $0.within = 30; $0.areas = ["budget"]
      } == [])
    #expect(
      try ids(november) {
        $0.within = 30; $0.units = ["quang-ngai/son-tay"]
      } == [])
    #expect(
      try ids(november) {
        $0.within = 30; $0.units = ["quang-ngai"]
      }.count == 2)
    #expect(
      try ids(november) {
        $0.within = 30; $0.origins = ["finding"]
      } == [])
    #expect(
      try ids(office.by("phong", .department, "2024-11-08")) { $0.isOverdueOnly = true } == [])
    #expect(refusal { _ = try ids(november) { $0.areas = ["stafing"] } }?.code == "unknown-area")
    #expect(refusal { _ = try ids(november) { $0.units = ["ba-to"] } }?.code == "unknown-unit")
    let cut = try workspace.dueList(
      filter {
        $0.within = 30; $0.limit = 1
      }, november)
    #expect(cut.lines.count == 1)
    #expect(cut.count == 2)
    #expect(try ids(office.by("ba-to", .unit, "2024-11-11")) == [small])
    #expect(
      refusal { _ = try ids(office.by("ai-do", .unit, "2024-11-11")) }?.code == "unknown-account")
  }

  @Test("A letter goes once for a step and a deadline, and again for the next step")
  func remindsOnce() throws {
    let office = try office()
    let workspace = office.workspace
    _ = try office.issued(office.wish("NS-04"))
    _ = try office.issued(office.wish("NS-05"))
    func round(_ iso: String) throws -> ReminderRound {
      try workspace.reminders(filter(), office.by("phong", .department, iso))
    }
    #expect(try round("2024-11-01").letters.isEmpty)
    let first = try round("2024-11-06")
    #expect(first.letters.map(\.unit) == [Office.baTo])
    #expect(first.letters[0].items.count == 2)
    #expect(first.letters[0].items[0].wording.isEmpty == false)
    let sender = office.by("phong", .department, "2024-11-06")
    try workspace.sent(first.letters[0], sender)
    #expect(try round("2024-11-06").letters.isEmpty)
    #expect(refusal { try workspace.sent(first.letters[0], sender) }?.code == "already_reminded")
    let second = try round("2024-11-15")
    #expect(second.letters[0].items.map(\.step.offset) == [5, 5])
    #expect(second.letters[0].overdue == 2)
  }

  @Test("Letters are mailed as UTF-8, and an address cannot add a header")
  func mails() throws {
    let office = try office()
    _ = try office.issued(office.wish("NS-04"))
    let letter = try #require(
      try office.workspace.reminders(filter(), office.by("phong", .department, "2024-11-15"))
        .letters.first)
    let post = LetterPost(
      from: "theo-doi@so.example", carrier: .program(["/bin/false"]), addresses: [:],
      language: .vi, recorded: 1_731_629_655_000)
    let message = post.message(letter, to: "xa@xa.example")
    #expect(message.hasPrefix("From: theo-doi@so.example\nTo: xa@xa.example\nSubject: =?UTF-8?B?"))
    #expect(message.contains("\nDate: Fri, 15 Nov 2024 07:14:15 +0700\n"))
    let body = try #require(message.components(separatedBy: "\n\n").dropFirst().first)
    let data = try #require(
      Data(base64Encoded: body, options: .ignoreUnknownCharacters))
    #expect(String(decoding: data, as: UTF8.self) == letter.text(.vi))
    for address in ["a@b\nBcc: c@d", "a", "a@", "a@b,c@d", "a b@c", "Tên <a@b>"] {
      #expect(!LetterPost.isAddress(address))
    }
  }

  @Test("A report on a past quarter comes out as it did, whatever has happened since")
  func reportsThePast() throws {
    let office = try office()
    let workspace = office.workspace
    let id = try office.issued()
    _ = try office.issued(office.wish("NS-04"))
    let year = Period(from: day("2024-01-01"), to: day("2024-12-31"))!
    func report() throws -> StatusReport {
      try workspace.statusReport(year, by: .area, office.by("phong", .department, "2025-03-01"))
    }
    let before = try report()
    #expect(before.total.open == 2)
    #expect(before.total.overdue == 2)
    #expect(before.groups.map(\.key) == ["staffing"])
    try workspace.give(
      .submitEvidence([Office.seen]), to: id, office.by("ba-to", .unit, "2025-01-10"))
    try workspace.give(
      .verify(.resolved, reason: nil), to: id, office.by("phong", .department, "2025-01-15"))
    let after = try report()
    #expect(after.total == before.total)
    let next = try workspace.statusReport(
      Period(from: day("2025-01-01"), to: day("2025-03-31"))!, by: .unit,
      office.by("phong", .department, "2025-04-01"))
    #expect(next.total.closed == 1)
    #expect(next.total.closedOnTime == 0)
    #expect(next.total.open == 1)
    #expect(
      try workspace.statusReport(year, by: .kind, office.by("ba-to", .unit, "2025-04-01")).total
        == before.total)
  }

  @Test("A unit's story has its inspections, its items and the units before it")
  func tellsHistory() throws {
    let office = try office()
    let id = try office.issued()
    let history = try office.workspace.history(of: Office.baTo, withEvents: true, office.phong)
    #expect(history.lines.map(\.item.id) == [id])
    #expect(history.lines[0].events.count == 2)
    #expect(history.counts.open == 1)
    let heir = try office.workspace.history(
      of: "quang-ngai/xa/ba-vi", withEvents: false, office.by("phong", .department, "2025-08-01"))
    #expect(heir.before.contains("quang-ngai/ba-to/ba-tieu"))
    #expect(heir.lines.isEmpty)
  }

  @Test("The calendar has a task for each open deadline, and those closed lately on request")
  func calendar() throws {
    let office = try office()
    let workspace = office.workspace
    let id = try office.issued()
    _ = try office.issued(office.wish("NS-04"))
    _ = try workspace.propose(office.wish("NS-05"), office.phong)
    func feed(_ iso: String, closed: Int = 0) throws -> String {
      try workspace.deadlineCalendar(
        filter(), closedWithin: closed, alarmDays: 3, office.by("phong", .department, iso))
    }
    #expect(try feed("2024-11-05").components(separatedBy: "BEGIN:VTODO").count == 3)
    try workspace.give(
      .submitEvidence([Office.seen]), to: id, office.by("ba-to", .unit, "2024-11-12"))
    try workspace.give(
      .verify(.resolved, reason: nil), to: id, office.by("phong", .department, "2024-11-15"))
    #expect(try feed("2024-11-20").components(separatedBy: "BEGIN:VTODO").count == 2)
    #expect(try feed("2024-11-20", closed: 5).contains("COMPLETED:20241115T000000Z"))
    #expect(try feed("2024-11-20", closed: 4).components(separatedBy: "BEGIN:VTODO").count == 2)
  }
}
