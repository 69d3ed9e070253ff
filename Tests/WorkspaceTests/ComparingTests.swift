import InspectionCore
import Storage
import Testing

@testable import Workspace

@Suite("Scores side by side")
struct ComparingTests {
  @Test("Waivers and verifications count as they stood at the end of the day asked for")
  func asOf() throws {
    let office = try Office()
    try office.prepare()
    let workspace = office.workspace
    let team = office.session("doan-1", .team, on: "2024-10-28")
    _ = try workspace.openInspection(round: "2024-1", unit: Office.baTo, subjects: [], team)
    _ = try workspace.answer(
      round: "2024-1", unit: Office.baTo, subject: nil, office.submission(), team)
    let closed = try workspace.closeInspection(round: "2024-1", unit: Office.baTo, team)
    for id in closed.proposed {
      try workspace.give(.issue(IssueTerms(document: Office.notice)), to: id, office.phong)
    }
    let items = try workspace.items(of: [Office.baTo])
    let waivable = try #require(
      items.first { $0.origin.failedChecks.allSatisfy { $0.checkClass != .duty } })
    let other = try #require(items.first { $0.id != waivable.id })
    let reason = FreeText("vượt thẩm quyền")
    let digest = try #require(BlobDigest(hex: reason.digest.hex))
    try workspace.give(
      .waive(reason: digest, approver: "Giám đốc Sở", until: day("2024-12-31")), to: waivable.id,
      texts: [reason], office.by("phong", .department, "2024-11-10"))
    try workspace.give(
      .submitEvidence([Office.seen]), to: other.id, office.by("ba-to", .unit, "2024-11-20"))
    try workspace.give(
      .verify(.resolved, reason: nil), to: other.id, office.by("phong", .department, "2024-12-01"))

    let waived = try #require(waivable.origin.failedChecks.first?.check)
    let verified = try #require(other.origin.failedChecks.first?.check)
    let reader = office.by("phong", .department, "2025-03-01")
    func treatments(_ iso: String) throws -> [String: CheckTreatment]? {
      let comparison = try workspace.comparison(of: Office.baTo, asOf: day(iso), reader)
      #expect(comparison.asOf == day(iso))
      return comparison.inspections.first?.treatments
    }
    #expect(try treatments("2024-10-27") == nil, "it was not closed yet")
    #expect(try treatments("2024-11-09") == [:])
    #expect(try treatments("2024-11-10") == [waived: .waived])
    #expect(try treatments("2024-11-30") == [waived: .waived])
    #expect(try treatments("2024-12-01") == [waived: .waived, verified: .verified])
    #expect(try treatments("2024-12-31") == [waived: .waived, verified: .verified])
    #expect(try treatments("2025-01-01") == [verified: .verified], "the waiver is over")
    let last = try workspace.comparison(of: Office.baTo, asOf: day("2024-12-31"), reader)
    let one = try #require(last.inspections.first)
    #expect(one.afterRemediation.points >= one.afterWaivers.points)
    #expect(one.found != one.afterRemediation)
  }
}
