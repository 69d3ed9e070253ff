import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Storage
import Testing

@testable import Workspace

@Suite("From a self-assessment to the next inspection")
struct InspectionFlowTests {
  private static let key = SelfAssessmentKey(
    round: "2024-1", unit: Office.baTo, checklist: Office.district)

  @Test(
    "A self-assessment is saved, submitted, returned, saved again and accepted; every revision stays"
  )
  func selfAssessment() throws {
    let office = try Office()
    try office.prepare()
    let officer = office.session("ba-to", .unit, on: "2024-10-10")
    let unitHead = office.session("ba-to-lanh-dao", .unit, on: "2024-10-11")
    var submission = try office.submission()
    #expect(try office.workspace.save(submission, in: "2024-1", officer) == 1)
    #expect(
      refusal { _ = try office.workspace.save(submission, in: "2024-1", officer) }?.code
        == "unchanged")
    #expect(
      refusal { try office.workspace.give(.submit, Self.key, officer) }?.code == "document-missing",
      "an officer types what the head has signed")
    try office.workspace.give(.submit, Self.key, unitHead)
    #expect(
      refusal { _ = try office.workspace.save(submission, in: "2024-1", officer) }?.code
        == "already_submitted")

    let reason = FreeText("Thiếu số liệu phần II")
    let digest = try #require(BlobDigest(hex: reason.digest.hex))
    let phong = office.session("phong", .department, on: "2024-10-14")
    try office.workspace.give(.return(reason: digest), Self.key, texts: [reason], phong)
    #expect(
      refusal { try office.workspace.give(.submit, Self.key, unitHead) }?.code
        == "not_changed_since_return")
    submission.answers["staff.total"] = Answer(.number(.exact(Rational(40))))
    #expect(try office.workspace.save(submission, in: "2024-1", officer) == 2)
    try office.workspace.give(.submit, Self.key, unitHead)
    try office.workspace.give(.accept, Self.key, phong)
    #expect(
      refusal { try office.workspace.give(.accept, Self.key, phong) }?.code == "wrong_status")

    let state = try #require(try office.workspace.selfAssessment(Self.key))
    #expect(state.status == .accepted)
    #expect(state.revisions.count == 2)
    #expect(state.returns.map(\.revision) == [1])
    let current = try #require(state.current)
    #expect(try office.workspace.submission(current) == submission)
    let first = try office.workspace.submission(state.revisions[0])
    #expect(first.answers["staff.total"] != submission.answers["staff.total"])
  }

  @Test("An inspection is judged, what it found is proposed, and the next one carries it over")
  func twoInspections() throws {
    let office = try Office()
    try office.prepare()
    let team = office.session("doan-1", .team, on: "2024-10-28")
    let opened = try office.workspace.openInspection(
      round: "2024-1", unit: Office.baTo, subjects: [], team)
    #expect(opened.plan.subjects.map(\.checklist) == [Office.district])
    #expect(opened.plan.earlier.isEmpty)
    #expect(
      refusal {
        _ = try office.workspace.closeInspection(round: "2024-1", unit: Office.baTo, team)
      }?.code == "not-answered")
    let answers = try office.submission()
    #expect(
      try office.workspace.answer(
        round: "2024-1", unit: Office.baTo, subject: nil, answers, team) == 1)

    let before = try office.workspace.journal.head().number
    var dry = team
    dry.isDryRun = true
    let planned = try office.workspace.closeInspection(round: "2024-1", unit: Office.baTo, dry)
    #expect(try office.workspace.journal.head().number == before, "a dry run writes nothing")
    let closed = try office.workspace.closeInspection(round: "2024-1", unit: Office.baTo, team)
    #expect(closed.proposed == planned.proposed)
    let assessment = assess(
      try office.checklist(), answers, AssessmentContext(asOf: day("2024-10-28")))
    let failing = assessment.newResults.filter { $0.verdict == .unmet || $0.verdict == .partial }
    #expect(!failing.isEmpty)
    #expect(
      closed.proposed == failing.map { "2024-1:\(Office.baTo):\($0.check)" })
    #expect(
      refusal {
        _ = try office.workspace.answer(
          round: "2024-1", unit: Office.baTo, subject: nil, answers, team)
      }?.code == "inspection-closed")

    // A year later the same answers: everything is carried over, nothing is found anew.
    try office.workspace.open(
      office.plan("2025-1", decided: "2025-03-03", from: "2025-03-10"),
      office.session("phong", .department, on: "2025-03-04"))
    let later = office.session("doan-1", .team, on: "2025-03-10")
    let second = try office.workspace.openInspection(
      round: "2025-1", unit: Office.baTo, subjects: [], later)
    #expect(Set(second.plan.earlier) == Set(closed.proposed))
    _ = try office.workspace.answer(
      round: "2025-1", unit: Office.baTo, subject: nil, answers, later)
    let result = try office.workspace.closeInspection(round: "2025-1", unit: Office.baTo, later)
    #expect(result.proposed.isEmpty)
    let found = try #require(result.subjects.first).reconciliation
    #expect(Set(found.carriedOver.map(\.item)) == Set(closed.proposed))
    #expect(found.new.isEmpty && found.recurred.isEmpty)

    let compared = try office.workspace.comparison(
      of: Office.baTo, asOf: day("2025-03-11"),
      office.session("phong", .department, on: "2025-03-11")
    ).inspections
    #expect(compared.map(\.round) == ["2024-1", "2025-1"])
    #expect(compared[0].found == assessment.score)
    #expect(compared[0].afterRemediation == compared[0].found)
  }

  @Test("Recorded assessments come out again byte for byte; a changed answer file is found out")
  func checksAssessments() throws {
    let office = try Office()
    try office.prepare()
    let team = office.session("doan-1", .team, on: "2024-10-28")
    _ = try office.workspace.openInspection(
      round: "2024-1", unit: Office.baTo, subjects: [], team)
    _ = try office.workspace.answer(
      round: "2024-1", unit: Office.baTo, subject: nil, office.submission(), team)
    _ = try office.workspace.closeInspection(round: "2024-1", unit: Office.baTo, team)
    let phong = office.session("phong", .department, on: "2024-11-01")
    let checked = try office.workspace.checkAssessments(phong)
    #expect(checked.count == 1)
    #expect(checked[0].refused == nil)
    #expect(checked[0].differences.isEmpty)

    // The file of the answers is overwritten on disk: its content is no longer what its name says.
    let digest = try #require(Digest(hex: checked[0].record.answers))
    let path = office.workspace.journal.evidence.path(of: digest)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try Data("{}".utf8).write(to: URL(filePath: path))
    let after = try office.workspace.checkAssessments(phong)
    #expect(after.count == 1)
    #expect(after[0].refused != nil)
    #expect(try office.workspace.verifyJournal(anchors: [], phong).faultCount > 0)
  }

  @Test("The unit's figures and the team's stay apart, and their divergence is told")
  func divergence() throws {
    let office = try Office()
    try office.prepare()
    let officer = office.session("ba-to", .unit, on: "2024-10-10")
    var own = try office.submission()
    own.answers["communes.with_plan"] = Answer(.number(.exact(Rational(17))))
    _ = try office.workspace.save(own, in: "2024-1", officer)
    try office.workspace.give(
      .submit, Self.key, office.session("ba-to-lanh-dao", .unit, on: "2024-10-11"))
    let team = office.session("doan-1", .team, on: "2024-10-28")
    _ = try office.workspace.openInspection(
      round: "2024-1", unit: Office.baTo, subjects: [], team)
    let answers = try office.submission()
    _ = try office.workspace.answer(
      round: "2024-1", unit: Office.baTo, subject: nil, answers, team)
    let found = try office.workspace.divergences(of: Office.baTo, team)
    let divergence = try #require(found.first).divergence
    #expect(
      divergence.figures.filter { $0.kind == .differs }.map(\.indicator) == ["communes.with_plan"])
    #expect(divergence.agreeing == divergence.compared - 1)
    #expect(
      divergence.reliability
        == (try Rational(
          numerator: Int64(divergence.compared - 1), denominator: Int64(divergence.compared))))
    #expect(own.answers["communes.with_plan"] != answers.answers["communes.with_plan"])
  }

  @Test("A round refuses what is not known, and a unit that has ended names its heirs")
  func roundRefusals() throws {
    let office = try Office()
    try office.prepare()
    var plan = office.plan("2025-2", decided: "2025-08-01", from: "2025-08-11")
    let phong = office.session("phong", .department, on: "2025-08-02")
    let ended = refusal { try office.workspace.open(plan, phong) }
    #expect(ended?.code == "unit-ended")
    #expect(ended?.mend?.en.contains("quang-ngai/xa/ba-vi") == true)
    plan.teams[0].units = ["quang-ngai/xa/ba-vj"]
    #expect(refusal { try office.workspace.open(plan, phong) }?.code == "unknown-unit")
    plan.teams[0].units = ["quang-ngai/xa/ba-vi"]
    plan.teams[0].leader = "nobody"
    #expect(refusal { try office.workspace.open(plan, phong) }?.code == "unknown-account")
    plan.teams[0].leader = "doan-1"
    plan.checklists = ["child-protection-district@2023.1"]
    #expect(refusal { try office.workspace.open(plan, phong) }?.code == "unknown-checklist")
    plan.checklists = [Office.district]
    plan.theme = "resourcez"
    #expect(refusal { try office.workspace.open(plan, phong) }?.code == "unknown-theme")
    plan.theme = nil
    try office.workspace.open(plan, phong)
    #expect(refusal { try office.workspace.open(plan, phong) }?.code == "round-exists")
  }

  @Test("A figure given in one round is offered in the next, as a remark and not as an answer")
  func offers() throws {
    let office = try Office()
    try office.prepare()
    _ = try office.workspace.save(
      office.submission(), in: "2024-1", office.session("ba-to", .unit, on: "2024-10-10"))
    try office.workspace.give(
      .submit, Self.key, office.session("ba-to-lanh-dao", .unit, on: "2024-10-11"))
    try office.workspace.open(
      office.plan("2025-1", decided: "2025-03-03", from: "2025-03-10"),
      office.session("phong", .department, on: "2025-03-04"))
    let next = SelfAssessmentKey(
      round: "2025-1", unit: Office.baTo, checklist: Office.district)
    let offered = try office.workspace.offers(for: next)
    #expect(offered.contains { $0.indicator == "communes.total" && $0.round == "2024-1" })
    let form = try office.workspace.formToFill(
      next, office.session("ba-to", .unit, on: "2025-03-05"))
    #expect(form.contains("# communes.total: { value: 19 }"))
    let path = office.folder + "/form.yaml"
    try Data(form.utf8).write(to: URL(filePath: path))
    let loaded = SubmissionLoader.load(
      try SubmissionLoader.open(path), for: try office.checklist().checklist)
    let blank = try #require(loaded.submission, "\(loaded.diagnostics.all.map(\.message.en))")
    #expect(blank.answers.isEmpty)
  }
}
