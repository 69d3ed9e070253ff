import CEL
import Diagnostics
@testable import InspectionCore
import JSON
import Testing

@Suite("A grade is shown where points that are hidden do not decide it")
struct ShownGradesTests {
  private static let indicators = [
    Sample.indicator("cases.a", counts: .cases), Sample.indicator("cases.b", counts: .cases),
    Sample.indicator("staff.n"), Sample.indicator("is.open", .bool),
  ]

  /// A coverage of 3 in 8 for 8 points, and another check that is met or open for 12.
  private func score(
    _ bands: [(id: String, from: Int64)], _ other: Check, _ audience: Audience,
    caps: [GradeLimit] = []
  ) throws -> JSONValue {
    let coverage = Sample.check(
      "X", "coverage",
      [
        "of": .expression("cases.a"), "to": .expression("cases.b"),
        "when_zero": .name("not_applicable"),
      ], points: 8, partial: .linear)
    let checklist = Sample.checklist(
      [Sample.area("A", [coverage, other])], indicators: Self.indicators,
      scoring: ScoringRules(
        bands: bands.map {
          Band(
            id: $0.id, title: LocalizedText(same: $0.id),
            from: Rational(millionths: $0.from * 10_000))
        }, caps: caps))
    let answers: [String: Answer] = ["cases.a": .int(3), "cases.b": .int(8), "staff.n": .int(1)]
    let assessment = try Sample.assessment(checklist, answers)
    let json = AssessmentDocument(
      assessment, checklist: checklist, digest: "d", audience: audience, language: .en
    ).json
    return try #require(json["score"])
  }

  private let met = Sample.rule("Y", "staff.n == 1", points: 12)
  private let open = Sample.rule("Y", "is.open", points: 12)

  @Test("From 12 to 20 of 20 points lies in one band, or does not")
  func graded() throws {
    // With 15 of 20 points the team reads a grade in each case.
    let cases: [(bands: [(String, Int64)], team: JSONValue, everyone: JSONValue)] = [
      ([("good", 60), ("weak", 0)], "good", "good"),
      ([("good", 61), ("weak", 0)], "good", .null),
      ([("high", 90), ("good", 50), ("weak", 0)], "good", .null),
      ([("high", 100), ("good", 50)], "good", .null),
    ]
    for (bands, team, everyone) in cases {
      #expect(try score(bands, met, .team)["grade"] == team)
      let shown = try score(bands, met, .everyone)
      #expect(shown["grade"] == everyone && shown["gradeTitle"] == everyone, "\(bands)")
      let reason =
        everyone.isNull ? JSONValue.string(ShownGrades.telling.en) : JSONValue.null
      #expect(shown["withheld"] == reason, "\(bands)")
    }
  }

  @Test("That no band is reached is withheld too where hidden points decide it")
  func noBand() throws {
    let bands: [(String, Int64)] = [("good", 80)]
    #expect(try score(bands, met, .team)["withheld"] == "the score reaches no band")
    let shown = try score(bands, met, .everyone)
    #expect(shown["grade"] == .null && shown["withheld"] == .string(ShownGrades.telling.en))
  }

  @Test("A limit that holds the grade down whatever the points leaves it shown")
  func capped() throws {
    let bands: [(String, Int64)] = [("high", 90), ("good", 50), ("weak", 0)]
    let caps = [GradeLimit(check: "X", grade: "weak")]
    #expect(try score(bands, met, .everyone, caps: caps)["grade"] == "weak")
  }

  @Test("The lowest and the highest grade are looked at each with its own points")
  func possible() throws {
    // The least is from 0 to 8 of 20, the greatest from 12 to 20.
    let cases: [(bands: [(String, Int64)], lowest: JSONValue, highest: JSONValue)] = [
      ([("good", 60), ("weak", 0)], "weak", "good"),
      ([("good", 90), ("weak", 0)], "weak", .null),
      ([("good", 60), ("fair", 30), ("weak", 0)], .null, "good"),
    ]
    for (bands, lowest, highest) in cases {
      let shown = try score(bands, open, .everyone)["possible"]
      #expect(shown?["lowestGrade"] == lowest && shown?["highestGrade"] == highest, "\(bands)")
      #expect(shown?["least"] == .null && shown?["greatest"] == .null)
      let team = try score(bands, open, .team)["possible"]
      #expect(team?["lowestGrade"]?.isNull == false && team?["highestGrade"]?.isNull == false)
    }
  }
}
