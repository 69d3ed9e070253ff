import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import JSON
import TestSupport
import Testing

@Suite("An earlier submission is assessed by both checklists")
struct ReassessmentTests {
  private static func pack(_ checks: [String], _ files: [String: String] = [:]) throws
    -> ScratchPack
  {
    try ScratchPack(
      ["pack/area.yaml": ScratchPack.area(checks.joined(separator: "\n"))].merging(files) { $1 })
  }

  private static func deadline(_ check: String, _ limit: String) -> String {
    check + "\n    remedy: { within: \(limit) }"
  }

  private func reassess(
    _ earlier: ScratchPack, _ later: ScratchPack, _ submission: String
  ) throws -> Reassessment {
    let old = try #require(try ChecklistFile.load(earlier.main).compiled)
    let new = try #require(try ChecklistFile.load(later.main).compiled)
    try earlier.write(Array(submission.utf8), to: "submission.yaml")
    let difference = ChecklistDifference(from: old.checklist, to: new.checklist)
    let reassessing = Reassessing(
      difference, old: old, new: new, asOf: DifferenceSample.day("2024-10-31"))
    let file = try SubmissionLoader.open(earlier.root + "/submission.yaml")
    guard case .done(let result) = reassessing.reassess(file) else {
      throw Unexpected(text: "\(file.path) was not assessed")
    }
    return result
  }

  private struct Unexpected: Error { let text: String }

  private func later(_ checks: [String], _ files: [String: String] = [:]) throws -> ScratchPack {
    try Self.pack(
      checks,
      [
        "pack/checklist.yaml": ScratchPack.checklist().replacing(
          "version: 1.0", with: "version: 2.0")
      ].merging(files) { $1 })
  }

  @Test("Verdicts, points, deficiencies and deadlines that differ are found")
  func verdicts() throws {
    let earlier = try Self.pack([
      ScratchPack.check("A-1", "expr: staff.total >= 1"),
      ScratchPack.check("A-2", "expr: staff.trained >= 20"),
      Self.deadline(ScratchPack.check("A-3", "expr: board.exists"), "15 working days"),
      ScratchPack.check("A-4", "expr: staff.hours > 1", points: "3"),
    ])
    let later = try later([
      ScratchPack.check("A-1", "expr: staff.total >= 10"),
      ScratchPack.check("A-2", "expr: staff.trained >= 2"),
      Self.deadline(ScratchPack.check("A-3", "expr: board.exists"), "10 working days"),
      ScratchPack.check("A-5", "expr: budget.spent > 0"),
    ])
    let result = try reassess(
      earlier, later,
      ScratchPack.submission(
        "  staff.total: 5\n  staff.trained: 3\n  board.exists: false\n  staff.hours: 2"))
    #expect(
      result.verdicts.map { "\($0.before!.check.id) \($0.before!.verdict) \($0.after!.verdict)" }
        == ["A-1 met unmet", "A-2 unmet met"])
    #expect(result.added.map(\.check.id) == ["A-5"])
    #expect(result.added.map(\.verdict) == [.unanswered])
    #expect(result.dropped.map(\.check.id) == ["A-4"])
    #expect(result.appearing.map(\.check.id) == ["A-1"])
    #expect(result.vanishing.map(\.check.id) == ["A-2"])
    #expect(result.deadlines.map(\.after.check.id) == ["A-3"])
    #expect(result.deadlines.map { $0.before.due!.due.iso } == ["2024-11-21"])
    #expect(result.deadlines.map { $0.after.due!.due.iso } == ["2024-11-14"])
    #expect(result.lost == [])
    #expect(result.submission.checklist == "small@1.0")
    #expect(result.after?.submission.checklist == "small@2.0")
  }

  @Test("By the same rules nothing differs")
  func unchanged() throws {
    let checks = [ScratchPack.check(), ScratchPack.check("A-2", "expr: board.exists")]
    let result = try reassess(
      try Self.pack(checks), try later(checks),
      ScratchPack.submission("  staff.total: 0\n  board.exists: true"))
    #expect(result.verdicts.isEmpty && result.appearing.isEmpty && result.vanishing.isEmpty)
    #expect(result.pointsAlone == 0)
    #expect(result.before.score == result.after?.score)
  }

  @Test("Answers that no longer fit are left out and listed, with the reason")
  func lost() throws {
    let indicators = ScratchPack.indicators
      .replacing("from: 0, to: 1.000", with: "from: 0, to: 10")
      .replacing(
        "id: board.name, title: { vi: \"Tên ban\", en: \"Name of the board\" }, type: text",
        with: "id: board.name, title: { vi: \"Tên ban\", en: \"Name of the board\" }, type: date"
      ).replacing("id: staff.hours", with: "id: staff.days")
    try #require(indicators.contains("to: 10 }") && indicators.contains("staff.days"))
    let result = try reassess(
      try Self.pack([
        ScratchPack.duty("A-1", cites: "luat-2016/53"),
        ScratchPack.duty("A-2", cites: "luat-2016/53"),
      ]),
      try later([ScratchPack.check()], ["indicators/facts.yaml": indicators]),
      ScratchPack.submission(
        "  staff.total: 5\n  staff.trained: 30\n  staff.hours: 4\n"
          + "  board.name: { value: \"Ban\", source: k0 }",
        """
        requests:
          - { check: A-2, within: 5 days, asked: 2019-12-20, text: { vi: "Gửi", en: "Send" } }
          - { check: A-1, within: 5 days, asked: 2019-12-20, text: { vi: "Gửi", en: "Send" } }
        confirmations:
          - { check: A-2, on: 2020-01-20, by: { vi: "Trưởng đoàn", en: "Head" } }
          - { check: A-1, on: 2020-01-20, by: { vi: "Trưởng đoàn", en: "Head" } }
        """))
    // A-1 is no duty in the later checklist, so that nothing can be confirmed at it.
    #expect(
      result.lost.map { "\($0.kind) \($0.id)" } == [
        "answer staff.hours", "request A-2", "confirmation A-2", "answer staff.trained",
        "answer board.name", "confirmation A-1",
      ])
    #expect(result.lost[0].reason.en == "the later checklist has no such indicator")
    #expect(result.lost[3].reason.en.contains("10"))
    #expect(result.after?.submission.answers.keys.sorted() == ["staff.total"])
    #expect(result.after?.requests.map(\.request.check) == ["A-1"])
    #expect(result.before.submission.answers.count == 4)
  }

  @Test("A level or a period that the later checklist is not for is said to be so")
  func refused() throws {
    let earlier = try Self.pack([ScratchPack.check()])
    for (key, text, words) in [
      ("levels: [district]", "levels: [commune]", "is not for the level \"district\""),
      ("from: 2019-01-01, to", "from: 2020-01-01, to", "is for periods from 2020-01-01"),
    ] {
      let checklist = ScratchPack.checklist().replacing("version: 1.0", with: "version: 2.0")
        .replacing(key, with: text)
      let result = try reassess(
        earlier, try later([ScratchPack.check()], ["pack/checklist.yaml": checklist]),
        ScratchPack.submission("  staff.total: 5"))
      #expect(result.after == nil)
      #expect(result.objections.count == 1)
      #expect(result.objections[0].en.contains(words), "\(result.objections)")
      #expect(result.verdicts.isEmpty && result.lost.isEmpty)
    }
  }

  @Test("A frozen checklist stands for its pack")
  func frozen() throws {
    let pack = try Self.pack([ScratchPack.check()])
    let checklist = try #require(try ChecklistFile.load(pack.main).compiled).checklist
    try pack.write(Array(checklist.json.description.utf8), to: "frozen.json")
    let frozen = try ChecklistFile.load(pack.root + "/frozen.json")
    #expect(frozen.compiled?.checklist == checklist)
    try pack.write(Array("{\"soatChecklist\": \"1\"}".utf8), to: "frozen.json")
    let broken = try ChecklistFile.load(pack.root + "/frozen.json")
    #expect(broken.compiled == nil)
    #expect(broken.problems.map(\.en) == ["\(pack.root)/frozen.json: \"id\" is missing"])
  }

  @Test("A folder of several packs is no checklist")
  func several() {
    #expect(throws: FileProblem.self) {
      try ChecklistFile.load(packageRoot.appending(path: "Checklists").path)
    }
  }
}
