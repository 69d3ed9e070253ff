import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Storage
import Testing

@testable import Workspace

@Suite("Keeping and forgetting")
struct RetentionTests {
  /// The office's workspace with periods set, as a command opens it.
  private func keeping(_ rules: String, _ office: Office) throws -> Workspace {
    let path = office.folder + "/soat.yaml"
    let settings = try String(contentsOfFile: path, encoding: .utf8)
    try Data((settings + "retention:\n" + rules).utf8).write(to: URL(fileURLWithPath: path))
    return try Workspace(at: office.folder)
  }

  private func office() throws -> Office {
    let office = try Office()
    try office.prepare()
    return office
  }

  private func by(_ iso: String, dryRun: Bool = false) -> Session {
    Session(
      account: "quan-tri", party: .department, today: day(iso), recorded: 1_700_000_000_000,
      isDryRun: dryRun)
  }

  private func expired(_ workspace: Workspace, _ iso: String) throws -> [Expired] {
    try workspace.expired(by(iso))
  }

  /// An item with a wording and a file, verified on a day.
  private func closed(_ check: String, on iso: String, file: String, _ office: Office) throws
    -> String
  {
    var wish = office.wish(check)
    wish.text = "Nội dung \(check)"
    let id = try office.issued(wish)
    let digest = try office.workspace.journal.evidence.keep(Array(file.utf8))
    let blob = try #require(BlobDigest(hex: digest.hex))
    try office.workspace.give(
      .submitEvidence([.file(blob)]), to: id, office.by("ba-to", .unit, "2024-11-10"))
    try office.workspace.give(
      .verify(.resolved, reason: nil), to: id, office.by("phong", .department, iso))
    return id
  }

  @Test(
    "What an item named goes from the day on which its period ends, and not a day before",
    arguments: [
      ("2025-01-15", 10, "2035-01-14", "2035-01-15"),
      ("2028-02-29", 1, "2029-02-27", "2029-02-28"),
      ("2028-02-29", 4, "2032-02-28", "2032-02-29"),
      ("2024-12-31", 1, "2025-12-30", "2025-12-31"),
    ])
  func endsOnItsDay(_ ended: String, _ years: Int, _ before: String, _ end: String) throws {
    let office = try office()
    let id = try closed("NS-04", on: ended, file: "tệp", office)
    let workspace = try keeping(
      """
        - { of: item_texts, years: \(years), source: "quy định A" }
        - { of: item_files, years: \(years), source: "quy định B" }

      """, office)
    #expect(try expired(workspace, before).isEmpty)
    let found = try expired(workspace, end)
    #expect(Set(found.map(\.kind)) == [.text, .file])
    #expect(Set(found.map(\.of)) == ["item \(id)"])
    #expect(try expired(workspace, "2060-01-01") == found)
  }

  @Test("A purge leaves tombstones and a chain that verifies; a dry run leaves everything")
  func leavesTombstones() throws {
    let office = try office()
    let id = try closed("NS-04", on: "2025-01-15", file: "tệp", office)
    let workspace = try keeping(
      """
        - { of: item_texts, years: 10, source: "quy định A" }
        - { of: item_files, years: 2, source: "quy định B" }

      """, office)
    let files = try expired(workspace, "2030-01-01")
    #expect(files.map(\.rule.source) == ["quy định B"], "each kind by its own period")
    let all = try expired(workspace, "2040-01-01")
    let wanted = all.map { ($0.kind, $0.digest, $0.rule.source) }
    try workspace.purge(wanted, by("2040-01-01", dryRun: true))
    #expect(try expired(workspace, "2040-01-01") == all)

    try workspace.purge(wanted, by("2040-01-01"))
    #expect(try expired(workspace, "2040-01-01").isEmpty)
    for one in all {
      switch one.kind {
      case .text: #expect(try workspace.journal.text(of: one.digest) == .purged)
      case .file:
        #expect(
          !FileManager.default.fileExists(atPath: workspace.journal.evidence.path(of: one.digest)))
      }
    }
    let report = try workspace.verifyJournal(anchors: [], by("2040-01-01"))
    #expect(report.faultCount == 0)
    #expect(try workspace.item(id, by("2040-01-01")).summary.status == .closed)
    try workspace.journal.rebuild()
    #expect(try expired(workspace, "2040-01-01").isEmpty)
  }

  @Test("An open item keeps what it shares with one that ended; late entries count by their day")
  func keepsWhatIsShared() throws {
    let office = try office()
    _ = try closed("NS-04", on: "2025-01-15", file: "chung", office)
    _ = try closed("NS-05", on: "2025-06-15", file: "chung", office)
    let open = try office.issued(office.wish("NS-06"))
    let digest = Digest(of: Array("chung".utf8))
    let blob = try #require(BlobDigest(hex: digest.hex))
    let workspace = try keeping(
      "  - { of: item_files, years: 1, source: \"quy định\" }\n", office)
    #expect(try expired(workspace, "2026-06-14").isEmpty, "the other item keeps it longer")
    #expect(try expired(workspace, "2026-06-15").count == 2, "once for each item that names it")
    try office.workspace.give(
      .submitEvidence([.file(blob)]), to: open, office.by("ba-to", .unit, "2024-11-10"))
    #expect(try expired(workspace, "2026-06-15").isEmpty)
    #expect(try expired(workspace, "2060-01-01").isEmpty)
  }

  @Test("Drafts go by the day each was saved; the accepted one and those of an open report stay")
  func forgetsDrafts() throws {
    let office = try office()
    let key = SelfAssessmentKey(round: "2024-1", unit: Office.baTo, checklist: Office.district)
    var submission = try office.submission()
    for (place, iso) in ["2024-10-08", "2024-10-09", "2024-10-10"].enumerated() {
      submission.answers["staff.total"] = Answer(.number(.exact(Rational(Int64(40 + place)))))
      _ = try office.workspace.save(
        submission, in: "2024-1", office.session("ba-to", .unit, on: iso))
    }
    let workspace = try keeping("  - { of: drafts, years: 2, source: \"quy định\" }\n", office)
    #expect(try expired(workspace, "2050-01-01").isEmpty, "nothing was accepted yet")
    try office.workspace.give(
      .submit, key, office.session("ba-to-lanh-dao", .unit, on: "2024-10-11"))
    try office.workspace.give(.accept, key, office.session("phong", .department, on: "2024-10-14"))
    func numbers(_ iso: String) throws -> [String] { try expired(workspace, iso).map(\.of) }
    #expect(try numbers("2026-10-07").isEmpty)
    #expect(try numbers("2026-10-08") == ["submission \(key.id) #1"])
    #expect(try numbers("2026-10-09") == [1, 2].map { "submission \(key.id) #\($0)" })
    let all = try expired(workspace, "2050-01-01")
    #expect(all.count == 2)
    try workspace.purge(all.map { ($0.kind, $0.digest, "quy định") }, by("2050-01-01"))
    let current = try #require(try workspace.selfAssessment(key)?.current)
    #expect(try workspace.submission(current) == submission)
    #expect(try workspace.verifyJournal(anchors: [], by("2050-01-01")).faultCount == 0)
  }

  @Test("Without periods nothing is let go, and only who may purges")
  func refuses() throws {
    let office = try office()
    #expect(refusal { _ = try office.workspace.expired(by("2050-01-01")) }?.code == "no-retention")
    let digest = try office.workspace.journal.evidence.keep([1, 2, 3])
    let refused = refusal {
      try office.workspace.purge(
        [(.file, digest, "x")], office.session("ba-to", .unit, on: "2024-10-10"))
    }
    #expect(refused?.code == "not-allowed")
    #expect(try office.workspace.journal.evidence.contains(digest))
  }
}
