import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Testing

@Suite("Periods by name, earlier periods, and classes of the unit")
struct EarlierPeriodTests {
  @Test("A mistake gives exactly this text", arguments: earlierPeriodCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(earlierPeriodGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(earlierPeriodCases, as: "earlierPeriodGolden")
  }

  private func submission(_ from: String, _ to: String, _ rest: String = "") throws -> Submission {
    let loaded = try ScratchPack(features: [:]).load(submission: text(from, to, rest))
    #expect(loaded.diagnostics.all.map(\.message.en) == [])
    return try #require(loaded.submission)
  }

  @Test(
    "A period by name is that of its register",
    arguments: [
      ("year", 2020, "2020-01-01/2020-12-31"), ("reporting-year", 2020, "2019-12-15/2020-12-14"),
      ("school-year", 2020, "2020-09-01/2021-05-31"),
    ])
  func presets(name: String, year: Int, expected: String) throws {
    let period = try submission(days, "period: { preset: \(name), year: \(year) }").period
    #expect(period == Period(iso: expected))
  }

  @Test("The figures of earlier periods stand apart, each under its own")
  func earlier() throws {
    let submission = try submission(
      days, "period: { preset: reporting-year, year: 2021 }",
      """
      earlier:
        - { period: { preset: reporting-year, year: 2020 }, answers: { staff.total: { over: 20, source: k0 } } }
        - { period: { from: 2019-01-01, to: 2019-12-14 }, answers: { staff.total: 19, staff.trained: 9 } }
      """)
    #expect(
      submission.earlier.map(\.period.iso) == ["2019-12-15/2020-12-14", "2019-01-01/2019-12-14"])
    #expect(submission.previous?.answers["staff.total"]?.qualifier == .over)
    #expect(submission.previous?.answers["staff.total"]?.source == "k0")
    #expect(submission.earlier[1].answers.count == 2)
    #expect(submission.answers["staff.total"]?.stated == Rational(27))
  }

  @Test("A unit may be of several classes, in their order")
  func classes() throws {
    let submission = try submission(
      "level: district }", "level: district, classes: [island, mountain] }")
    #expect(submission.unit.classes == ["island", "mountain"])
  }
}

private let days = "period: { from: 2019-01-01, to: 2019-12-31 }"

/// A submission with one of its lines changed.
private func text(_ from: String, _ to: String, _ rest: String = "") -> String {
  let sound = ScratchPack.submission("  staff.total: 27", rest)
  precondition(sound.contains(from))
  return sound.replacingOccurrences(of: from, with: to)
}

private func period(_ name: String, _ value: String, _ language: Language = .en) -> GoldenCase {
  GoldenCase(name) {
    try ScratchPack(features: [:]).lint(submission: text(days, "period: \(value)"), language)
  }
}

private func earlier(_ name: String, _ lines: [String], _ language: Language = .en) -> GoldenCase {
  GoldenCase(name) {
    let rest = "earlier:\n" + lines.map { "  - { \($0) }\n" }.joined()
    return try ScratchPack(features: [:]).lint(submission: text(days, days, rest), language)
  }
}

private let earlierPeriodCases: [GoldenCase] = [
  period("a period in two ways", "{ from: 2019-01-01, to: 2019-12-31, preset: year, year: 2019 }"),
  period("a period in two ways, in Vietnamese", "{ preset: year, to: 2019-12-31 }", .vi),
  period("a misspelt period", "{ preset: reporting-yaer, year: 2020 }"),
  period("a name without its year", "{ preset: year }"),
  period("a year without its name", "{ year: 2020 }"),
  period("a year that is none", "{ preset: year, year: 0 }"),
  period("a year in words", "{ preset: year, year: twenty }"),
  period("a named period before the checklist's", "{ preset: reporting-year, year: 2019 }"),
  period("a period without its end", "{ from: 2019-01-01 }"),
  period("a period backwards", "{ from: 2019-12-31, to: 2019-01-01 }"),
  period("nothing at all", "{}"),
  earlier(
    "an earlier period that overlaps, and one that is later",
    [
      "period: { from: 2018-06-01, to: 2019-01-01 }, answers: { staff.total: 20 }",
      "period: { preset: year, year: 2020 }, answers: { staff.total: 20 }",
    ]),
  earlier(
    "one earlier period twice, in Vietnamese",
    [
      "period: { from: 2018-01-01, to: 2018-12-31 }, answers: { staff.total: 20 }",
      "period: { preset: year, year: 2018 }, answers: { staff.trained: 9 }",
    ], .vi),
  earlier(
    "mistakes in the figures of an earlier period",
    [
      "period: { preset: yaer, year: 2018 }, answers: { staff.totl: 20, staff.trained: -1 }",
      "answers: { staff.total: { value: 20, source: k9 } }",
    ]),
  earlier("an earlier period without figures", ["period: { preset: year, year: 2018 }"]),
  GoldenCase("classes that nobody declared") {
    try ScratchPack(features: [:]).lint(
      submission: text("level: district }", "level: district, classes: [mountan, urban] }"))
  },
  GoldenCase("a named period where the checklist has none") {
    try ScratchPack().lint(submission: text(days, "period: { preset: year, year: 2020 }"))
  },
]
