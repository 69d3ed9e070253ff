import CEL
import Diagnostics
@testable import InspectionCore
import JSON
import Testing

@Suite("Sampled case files and the public")
struct SampledFilesTests {
  /// The sampled files without `counts`, which a frozen checklist from elsewhere may leave out.
  private static let files: Indicator = {
    var indicator = Sample.indicator("files.sampled", .table)
    indicator.table = TableSchema(
      rows: .caseFiles,
      columns: [TableColumn(id: "plan", title: LocalizedText(same: "plan"), type: .yesNoNA)])
    return indicator
  }()

  private func assessment(
    _ plans: [Bool], population: Int?
  ) throws -> (Checklist, Assessment) {
    let check = Sample.check(
      "X", "rows",
      [
        "table": .name("files.sampled"), "each": .expression("row.plan"),
        "at_least": .number(.one, .percent), "when_zero": .name("unmet"),
      ], partial: .linear)
    let sample = population.map {
      SampleFrame(
        population: $0, method: LocalizedText(same: "m"), drawnBy: LocalizedText(same: "d"))
    }
    let rows: [[String: CellValue]] = plans.map { ["plan": .bool($0)] }
    let checklist = Sample.checklist([Sample.area("A", [check])], indicators: [Self.files])
    return (
      checklist,
      try Sample.assessment(
        checklist, ["files.sampled": Answer(.table(AnswerTable(rows: rows, sample: sample)))])
    )
  }

  @Test(
    "No number of the sample or of its rows reaches the public, however many there are",
    arguments: [[true, false], Array(repeating: true, count: 36) + [false]])
  func masked(plans: [Bool]) throws {
    let (checklist, result) = try assessment(plans, population: 97)
    for language in [Language.vi, .en] {
      let json = AssessmentDocument(
        result, checklist: checklist, digest: "d", audience: .everyone, language: language
      ).json
      let check = json["areas"]?[0]?["checks"]?[0]
      let mask = JSONValue.string(Disclosure.withheld[language])
      #expect(check?["reason"] == mask)
      #expect(check?["inputs"]?[0]?["text"] == mask)
      #expect(check?["inputs"]?[0]?["value"] == mask)
      #expect(check?["points"] == .null && json["score"]?["points"] == .null)
      #expect(json["deficiencies"]?[0]?["reason"] == mask)
    }
    let team = AssessmentDocument(
      result, checklist: checklist, digest: "d", audience: .team, language: .en
    ).json
    #expect(
      team["areas"]?[0]?["checks"]?[0]?["inputs"]?[0]?["value"] == .integer(Int64(plans.count)))
  }

  @Test("A sample larger than the whole, or that does not say out of how many, is no answer")
  func frames() throws {
    for (population, verdict) in [
      (nil, .unanswered), (-5, .unanswered), (1, .unanswered), (2, .partial),
    ]
      as [(Int?, Verdict)]
    {
      let (_, result) = try assessment([true, false], population: population)
      #expect(result.result(of: "X")?.verdict == verdict, "\(String(describing: population))")
    }
  }
}
