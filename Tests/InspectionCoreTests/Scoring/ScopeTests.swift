import CEL
import Diagnostics
@testable import InspectionCore
import JSON
import Testing

@Suite("An assessment may be confined to a part of the checklist, or to verdicts")
struct ScopeTests {
  private static let bands = [
    Band(id: "good", title: Sample.text("Tốt", "Good"), from: Rational(decimal: "0.5")!),
    Band(id: "weak", title: Sample.text("Yếu", "Weak"), from: .zero),
  ]

  private static let checklist: Checklist = {
    var checklist = Sample.checklist(
      [
        Sample.area(
          "people", weight: 20,
          [
            Sample.rule("A-1", "x.a", points: 1), Sample.rule("A-2", "x.b", points: 2),
            Sample.rule("A-3", "x.a", points: 1, when: "x.b"),
          ]),
        Sample.area("money", weight: 10, [Sample.rule("B-1", "x.a", points: 3)]),
      ],
      indicators: [Sample.indicator("x.a", .bool), Sample.indicator("x.b", .bool)],
      scoring: ScoringRules(
        bands: bands, gates: [GradeLimit(check: "B-1", grade: "weak")],
        caps: [GradeLimit(check: "A-2", grade: "weak")],
        zeroLimits: [ZeroLimit(subject: .areas, grade: "weak")]))
    checklist.themes = [
      Theme(
        id: "mixed", title: Sample.text("Chuyên đề", "Theme"), areas: ["money"], checks: ["A-1"])
    ]
    return checklist
  }()

  private func assessment(_ scope: Scope?, _ answers: [String: Answer]) throws -> Assessment {
    try Sample.assessment(Self.checklist, answers, scope: scope)
  }

  @Test("Checks keep the share they have in the whole checklist, and there is no grade")
  func shares() throws {
    let answers: [String: Answer] = ["x.a": .yes, "x.b": .yes]
    let whole = try assessment(nil, answers)
    let scope = try #require(Self.checklist.scope(ofTheme: "mixed"))
    let part = try assessment(scope, answers)
    #expect(whole.score.grade?.id == "good")
    #expect(part.areas.map { $0.checks.map(\.check.id) } == [["A-1"], ["B-1"]])
    for id in ["A-1", "B-1"] {
      #expect(part.result(of: id)?.points == whole.result(of: id)?.points)
    }
    #expect(part.score.of == 15_000_000 && part.score.points == 15_000_000)
    #expect(part.score.grade == nil)
    #expect(part.score.withheld?.en.contains("in scope") == true)
    #expect(part.completeness == Completeness(answered: 2, applicable: 2))
    #expect(part.score.caps.isEmpty && part.score.gates.map(\.limit.check) == ["B-1"])
  }

  @Test("What does not apply is redistributed inside the scope alone")
  func redistribution() throws {
    let answers: [String: Answer] = ["x.a": .yes, "x.b": .no]
    let picked = Self.checklist.scope(picking: ["A-1", "A-3"])
    #expect(picked.unknown.isEmpty)
    let part = try assessment(picked.scope, answers)
    #expect(part.result(of: "A-1")?.points.of == 10_000_000)
    #expect(part.result(of: "A-1")?.points.redistributed == 5_000_000)
    let alone = try assessment(Self.checklist.scope(picking: ["A-3"]).scope, answers)
    #expect(alone.score.of == 0 && alone.score.share == nil)
  }

  @Test("Areas and checks are picked by id; names that nothing bears are told")
  func picking() {
    let picked = Self.checklist.scope(picking: ["people", "B-1", "B-9", "nothing"])
    #expect(picked.scope.checks == ["A-1", "A-2", "A-3", "B-1"])
    #expect(picked.scope.title.vi == "people, B-1")
    #expect(picked.unknown == ["B-9", "nothing"])
    #expect(Self.checklist.scope(ofTheme: "other") == nil)
  }

  @Test("Requests and figures asked for stay inside the scope")
  func requests() throws {
    func request(_ check: String) -> TeamRequest {
      TeamRequest(
        check: check, within: TimeLimit(text: "5 days")!, asked: Sample.asOf,
        text: Sample.text("Đề nghị", "Please"))
    }
    let part = try Sample.assessment(
      Self.checklist, [:], requests: [request("A-1"), request("B-1")],
      scope: Self.checklist.scope(picking: ["money"]).scope)
    #expect(part.requests.map(\.request.check) == ["B-1"])
    #expect(part.dataRequests.map(\.check.id) == ["B-1"])
  }

  private func document(_ assessment: Assessment, _ checklist: Checklist) -> JSONValue {
    AssessmentDocument(
      assessment, checklist: checklist, digest: "sha256:0", audience: .team, language: .en
    ).json
  }

  @Test("The record says what was in scope; of the whole checklist it says nothing")
  func record() throws {
    let part = try assessment(Self.checklist.scope(ofTheme: "mixed"), [:])
    let scope = document(part, Self.checklist)["scope"]
    #expect(scope?["theme"]?.stringValue == "mixed")
    #expect(scope?["checks"] == .integer(2) && scope?["of"] == .integer(4))
    #expect(document(try assessment(nil, [:]), Self.checklist)["scope"] == nil)
  }

  @Test(
    "Without points the record has verdicts, and no figure that is a number of points",
    arguments: [true, false])
  func verdicts(byChecklist: Bool) throws {
    var checklist = Self.checklist
    if byChecklist { checklist.scoring = ScoringRules(mode: .verdicts) }
    let assessment = try Sample.assessment(
      checklist, ["x.a": .yes], wantsPoints: byChecklist)
    #expect(!assessment.isScored)
    let document = document(assessment, checklist)
    #expect(document["score"] == .null)
    #expect(document["verdicts"]?["met"] == .integer(2))
    #expect(document["verdicts"]?["unanswered"] == .integer(2))
    for area in document["areas"]?.arrayValue ?? [] {
      #expect(area["points"] == .null && area["of"] == .null && area["percent"] == .null)
      for check in area["checks"]?.arrayValue ?? [] {
        #expect(
          check["points"] == .null && check["of"] == .null && check["derivation"] == .null)
      }
    }
    #expect(document["openAnswers"]?.arrayValue?.first?["alone"] == .null)
  }
}
