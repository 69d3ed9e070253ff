import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Testing

@Suite("Steps of partial credit, bands by class, totals and what must not earn zero")
struct CreditStepTests {
  @Test("A mistake gives exactly this text", arguments: creditStepCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(creditStepGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(creditStepCases, as: "creditStepGolden")
  }

  @Test("Steps, a check's own policy and the scoring are read as they are written")
  func read() throws {
    let pack = try ScratchPack(features: [
      "pack/area.yaml": ScratchPack.area(
        ScratchPack.check(
          "A-1",
          ratio
            + "\n    partial: { steps: [{ from: 50%, credit: 30% }, { from: 80%, credit: 70% }] }"
            + "\n    not_applicable: full", kind: "ratio")),
      "pack/checklist.yaml": ScratchPack.features(
        """
        scoring:
          total: 10
          bands:
            - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90%, by_class: [{ class: mountain, from: 80% }, { class: island, from: 70% }] }
            - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
          zero_limits: [{ of: areas, grade: weak }, { of: checks, ids: [A-1], grade: weak }]
        """),
    ])
    #expect(try pack.lint() == "")
    let checklist = try #require(try PackLoader.load(pack.main).compiled).checklist
    let check = try #require(checklist.check("A-1"))
    #expect(check.notApplicable == .full)
    let steps = [(50, 30), (80, 70)] as [(Int64, Int64)]
    #expect(
      check.partial
        == .stepped(
          try steps.map {
            CreditStep(from: try percent($0.0), credit: try percent($0.1))
          }))
    #expect(checklist.scoring.total == 10_000_000)
    #expect(
      checklist.scoring.zeroLimits == [
        ZeroLimit(subject: .areas, grade: "weak"),
        ZeroLimit(subject: .checks, ids: ["A-1"], grade: "weak"),
      ])
    #expect(checklist.scoring.bands[0].from(for: ["island"]) == (try percent(70)))
    #expect(checklist.scoring.bands[0].from(for: []) == (try percent(90)))
  }

  private func percent(_ value: Int64) throws -> Rational {
    try Rational(numerator: value, denominator: 100)
  }
}

private let ratio =
  "with: { of: staff.trained, to: staff.total, at_least: 95%, when_zero: not_applicable }"

private func partial(_ name: String, _ value: String, _ language: Language = .en) -> GoldenCase {
  GoldenCase(name) {
    try ScratchPack([
      "pack/area.yaml": ScratchPack.area(
        ScratchPack.check("A-1", ratio + "\n    partial: " + value, kind: "ratio"))
    ]).lint(language)
  }
}

private func scoring(_ name: String, _ keys: String, _ language: Language = .en) -> GoldenCase {
  GoldenCase(name) {
    try ScratchPack(features: [
      "pack/checklist.yaml": ScratchPack.features("scoring:\n  " + keys)
    ]).lint(language)
  }
}

private func bands(_ good: String, _ weak: String = "") -> String {
  """
  bands:
      - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90%\(good) }
      - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0%\(weak) }
  """
}

private let creditStepCases: [GoldenCase] = [
  partial(
    "steps listed highest first",
    "{ steps: [{ from: 80%, credit: 70% }, { from: 50%, credit: 30% }] }"),
  partial(
    "two steps from one share, in Vietnamese",
    "{ steps: [{ from: 50%, credit: 30% }, { from: 50%, credit: 70% }] }", .vi),
  partial(
    "a higher step that gives less",
    "{ steps: [{ from: 50%, credit: 30% }, { from: 80%, credit: 30% }] }"),
  partial("shares that are none", "{ steps: [{ from: 50, credit: 130% }] }"),
  partial("no step", "{ steps: [] }"),
  partial("a step without its credit", "{ steps: [{ from: 50% }] }"),
  partial("a word nobody knows", "liner"),
  GoldenCase("steps for a kind without partial credit") {
    try ScratchPack([
      "pack/area.yaml": ScratchPack.area(
        ScratchPack.check(
          "A-1",
          "with: { of: board.exists }\n    partial: { steps: [{ from: 50%, credit: 30% }] }",
          kind: "presence"))
    ]).lint()
  },
  scoring("a total that the weights do not give", "total: 100"),
  scoring("a total that the weights do not give, in Vietnamese", "total: \"9,5\"", .vi),
  scoring(
    "what must not earn zero does not exist",
    bands("")
      + "\n  zero_limits: [{ of: areas, ids: [stafing], grade: week }, { of: checks, ids: [A-1, A-2], grade: weak }]"
  ),
  scoring(
    "zero of neither areas nor checks",
    bands("") + "\n  zero_limits: [{ of: area, ids: [nothing], grade: weak }]"),
  scoring(
    "a class that nobody declared, and one given twice",
    bands(
      ", by_class: [{ class: mountan, from: 80% }, { class: island, from: 80% }, { class: island, from: 70% }]"
    )),
  scoring(
    "bands out of order for one class",
    bands(
      ", by_class: [{ class: mountain, from: 40% }]", ", by_class: [{ class: mountain, from: 50% }]"
    )),
]
