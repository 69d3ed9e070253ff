import CEL
import Diagnostics
import InspectionCore
import JSON
import TestSupport
import Testing

@Suite struct AssessmentDocumentTests {
  @Test(
    "The whole document of a small case, in both languages, for the team and for the public",
    arguments: Language.allCases, [Audience.team, .everyone])
  func golden(language: Language, audience: Audience) throws {
    let assessment = assess(
      try CompiledChecklist(WireCase.checklist), WireCase.submission,
      AssessmentContext(asOf: Sample.asOf))
    let document = AssessmentDocument(
      assessment, checklist: WireCase.checklist, digest: "sha256:0", audience: audience,
      language: language)
    try expectSnapshot(
      String(decoding: JSONWriter.pretty(document.json), as: UTF8.self),
      at:
        "Tests/InspectionCoreTests/Golden/assessment.\(audience.rawValue).\(language.rawValue).json"
    )
  }

  @Test("A frozen checklist and submission give the same document as the ones they froze")
  func frozen() throws {
    let checklist = try Checklist(
      json: JSONReader.read(JSONWriter.canonical(WireCase.checklist.json)))
    let submission = try Submission(
      json: JSONReader.read(JSONWriter.canonical(WireCase.submission.json)))
    func document(_ checklist: Checklist, _ submission: Submission) throws -> JSONValue {
      AssessmentDocument(
        assess(
          try CompiledChecklist(checklist), submission, AssessmentContext(asOf: Sample.asOf)),
        checklist: checklist, digest: "d", audience: .unit, language: .vi
      ).json
    }
    #expect(
      try document(checklist, submission) == document(WireCase.checklist, WireCase.submission))
  }

  @Test("A deadline that cannot be computed is given as its problem")
  func dateProblem() throws {
    let check = Sample.rule("X", "false", remedy: Remedy(within: .hours(48)))
    let checklist = Sample.checklist([Sample.area("A", [check])], indicators: [])
    let assessment = try Sample.assessment(checklist, [:], asOf: date("9999-12-31"))
    let json = AssessmentDocument(
      assessment, checklist: checklist, digest: "d", audience: .team, language: .en
    ).json
    let deficiency = json["deficiencies"]?[0]
    #expect(deficiency?["due"] == .null)
    #expect(deficiency?["basis"] == "the date is beyond years 1 to 9999")
  }
}
