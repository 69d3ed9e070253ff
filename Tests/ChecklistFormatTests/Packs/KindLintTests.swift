import CEL
import ChecklistFormat
import Diagnostics
import InspectionCore
import Testing

@Suite("Parameters of the kinds timeliness, trend and rubric")
struct KindLintTests {
  @Test("A mistake gives exactly this text", arguments: kindCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(kindGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(kindCases, as: "kindGolden")
  }

  @Test("What an office would write is accepted, and read as it is meant")
  func sound() throws {
    let checks = [
      ("timeliness", "with: { done: plan.signed, by: 10/11/2024 }"),
      ("timeliness", "with: { done: meeting.held_at, by: plan.signed, not_done: unmet }"),
      (
        "timeliness", "with: { done: plan.signed, after: meeting.held_at, within: 5 ngày làm việc }"
      ),
      ("trend", "with: { value: staff.total, change: falls, by: 2%, when_zero: met }"),
      ("trend", "with: { value: staff.total + staff.trained, change: does_not_fall }"),
      ("trend", "with: { value: staff.trained, previous: staff.total, change: rises }"),
      (
        "trend",
        "with: { value: staff.total, change: rises, by: target.can_swim, when_zero: unmet }"
      ),
      (
        "rubric",
        "with: { of: commune.kind, levels: { ward: 100%, rural: 50% } }\n    partial: linear"
      ),
    ]
    let written = checks.enumerated().map {
      ScratchPack.check("K-\($0.offset)", $0.element.1, kind: $0.element.0)
    }
    let pack = try ScratchPack(features: [
      "pack/area.yaml": ScratchPack.area(written.joined(separator: "\n"))
    ])
    #expect(try pack.lint() == "")
    let checklist = try #require(try PackLoader.load(pack.main).compiled).checklist
    func value(_ check: Int, _ name: String) -> ParameterValue? {
      checklist.check("K-\(check)")?.parameters[name]
    }
    #expect(value(0, "by") == CivilDate(iso: "2024-11-10").map { .date($0) })
    #expect(value(1, "by") == .name("plan.signed"))
    #expect(value(2, "within") == .limit(.workingDays(5)))
    #expect(value(7, "levels") == .shares(["ward": .one, "rural": Rational(decimal: "0.5")!]))
    #expect(try Checklist(json: checklist.json) == checklist)
  }

  @Test(
    "A change by half of a count of children is noted, a smaller one is not",
    arguments: [("49%", []), ("50%", ["small-count-limit"])])
  func smallCounts(by: String, codes: [String]) throws {
    let pack = try ScratchPack([
      "indicators/facts.yaml": ScratchPack.indicators.replacing(
        "type: int, from: 0 }", with: "type: int, from: 0, counts: children }"),
      "pack/area.yaml": ScratchPack.area(
        ScratchPack.check(
          "A-1", "with: { value: staff.total, change: falls, by: \(by), when_zero: met }",
          kind: "trend")),
    ])
    #expect(try PackLoader.load(pack.main, notes: true).diagnostics.all.map(\.code) == codes)
  }
}

private func kind(
  _ name: String, _ kind: String, _ with: String, _ language: Language = .en
) -> GoldenCase {
  GoldenCase(name) {
    try ScratchPack(features: [
      "pack/area.yaml": ScratchPack.area(
        ScratchPack.check("A-1", "with: { \(with) }", kind: kind))
    ]).lint(language)
  }
}

private let kindCases: [GoldenCase] = [
  kind("neither by nor after", "timeliness", "done: plan.signed"),
  kind("by and after", "timeliness", "done: plan.signed, by: 2024-11-04, after: meeting.held_at"),
  kind(
    "by with a limit, in Vietnamese", "timeliness",
    "done: plan.signed, by: 2024-11-04, within: 5 days", .vi),
  kind("after without a limit", "timeliness", "done: plan.signed, after: meeting.held_at"),
  kind(
    "a limit that is a date", "timeliness",
    "done: plan.signed, after: meeting.held_at, within: by 2024-11-10"),
  kind(
    "a limit that is none", "timeliness", "done: plan.signed, after: meeting.held_at, within: soon"
  ),
  kind("a day that does not exist", "timeliness", "done: plan.signed, by: 31/11/2024"),
  kind("a misspelt event", "timeliness", "done: plan.signed, after: meeting.held, within: 5 days"),
  kind("done of a number", "timeliness", "done: staff.total, by: 2024-11-04"),
  kind("done of two days", "timeliness", "done: [plan.signed, meeting.held_at], by: 2024-11-04"),
  kind("a word for not done", "timeliness", "done: plan.signed, by: 2024-11-04, not_done: met"),
  kind("no change", "trend", "value: staff.total"),
  kind("a change that is none", "trend", "value: staff.total, change: grows"),
  kind(
    "a change without its sign, in Vietnamese", "trend",
    "value: staff.total, change: falls, by: 2, when_zero: met", .vi),
  kind("no word for zero", "trend", "value: staff.total, change: falls, by: 2%"),
  kind("a word for zero too many", "trend", "value: staff.total, change: rises, when_zero: met"),
  kind("nothing before", "trend", "value: previous.staff.total, change: rises"),
  kind(
    "unlike units", "trend", "value: staff.total, previous: budget.spent, change: rises"),
  kind("levels as a list", "rubric", "of: commune.kind, levels: [ward, rural]"),
  kind("no levels", "rubric", "of: commune.kind"),
  kind("levels without shares", "rubric", "of: commune.kind, levels: { ward: yes, rural: no }"),
  kind(
    "shares above all and without their sign", "rubric",
    "of: commune.kind, levels: { ward: 110%, rural: 50 }"),
  kind("a level left out", "rubric", "of: commune.kind, levels: { ward: 100% }"),
  kind(
    "a misspelt level", "rubric", "of: commune.kind, levels: { wart: 100%, ward: 100%, rural: 0% }"),
  kind("a level twice", "rubric", "of: commune.kind, levels: { ward: 100%, ward: 0%, rural: 0% }"),
  kind(
    "a level between without partial credit, in Vietnamese", "rubric",
    "of: commune.kind, levels: { ward: 100%, rural: 50% }", .vi),
  kind("levels of a text", "rubric", "of: board.name, levels: { ward: 100% }"),
]
