import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import JSON
import TestSupport
import Testing

@Suite("A checklist that extends another")
struct ExtendingTests {
  @Test("A mistake gives exactly this text", arguments: extendingCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(extendingGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(extendingCases, as: "extendingGolden")
  }

  @Test("Changes of every kind, more checks and another area are taken without a word")
  func sound() throws {
    var taken: Set<String> = []
    let everything = changePool.filter { !$0.isDrop && taken.insert($0.subject).inserted }
      .map(\.change).joined()
    let pack = try extended(
      "changes:\n" + everything + "scoring: {}\ninclude: [more.yaml]", more)
    #expect(try pack.lint() == "")
    let checklist = try #require(try PackLoader.load(pack.main).compiled).checklist
    #expect(checklist.reference == "local@1.0")
    #expect(checklist.base == "national@1.0")
    #expect(checklist.areas.map(\.id) == ["staffing", "budget", "own"])
    #expect(checklist.areas[0].checks.map(\.id) == ["A-1", "A-2", "A-3", "A-4"])
  }

  @Test("More checks of an area of the base stand behind its own, under its weight")
  func moreChecks() throws {
    let checks =
      "area: { id: budget, title: { vi: X, en: X } }\nchecks:\n"
      + ScratchPack.check("B-9", "expr: budget.spent > 0")
    let pack = try extended("include: [more.yaml]", ["pack/more.yaml": checks])
    let loaded = try #require(try PackLoader.load(pack.main).compiled).checklist
    #expect(loaded.areas.map(\.id) == ["staffing", "budget"])
    #expect(loaded.areas[1].checks.map(\.id) == ["B-1", "B-9"])
    #expect(loaded.areas[1].weight == 4_000_000)
    #expect(loaded.areas[1].title.en == "Budget")
  }

  @Test("Policies, scoring and what it is for may be the base's or its own")
  func parts() throws {
    let inherited = try extended("")
    let base = try #require(
      try PackLoader.load(inherited.root + "/national/checklist.yaml").compiled
    )
    .checklist
    let plain = try #require(try PackLoader.load(inherited.main).compiled).checklist
    #expect(plain.scoring == base.scoring)
    #expect(plain.policies == base.policies)
    #expect(plain.targets == base.targets)
    #expect(plain.levels == base.levels && plain.appliesFrom == base.appliesFrom)
    let own = try extended(
      """
      applies: { levels: [commune] }
      policies: { recurrence: raise }
      scoring: { minimum_completeness: 50% }
      targets: [{ id: can_swim, title: { vi: "Biết bơi", en: "Swimming" }, values: [{ value: 90% }], status: recalled }]
      """)
    #expect(try own.lint() == "")
    let changed = try #require(try PackLoader.load(own.main).compiled).checklist
    #expect(changed.levels == ["commune"] && changed.appliesFrom == nil)
    #expect(changed.policies.recurrenceRaisesSeverity)
    #expect(changed.scoring.bands.isEmpty && changed.scoring.total == nil)
    #expect(changed.targets.map(\.values.count) == [1])
  }

  @Test("Extended twice over, the changes of both hold")
  func chain() throws {
    let pack = try extended(
      "changes: [{ check: A-1, points: 8 }]",
      [
        "pack/checklist.yaml": local("changes: [{ check: A-1, points: 8 }]", base: "middle@1.0"),
        "middle/checklist.yaml": local(
          "changes: [{ check: A-1, points: 7, severity: high }, { area: budget, drop: true }]\nscoring: {}"
        ).replacingOccurrences(of: "id: local", with: "id: middle"),
      ])
    #expect(try pack.lint() == "")
    let checklist = try #require(try PackLoader.load(pack.main).compiled).checklist
    #expect(checklist.check("A-1")?.points == 8_000_000)
    #expect(checklist.check("A-1")?.severity == .high)
    #expect(checklist.areas.map(\.id) == ["staffing"])
  }

  // MARK: The same as written out

  @Test(
    "Whatever is changed, it is the checklist that would be written out in full", arguments: 1...40)
  func writtenOut(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var taken: Set<String> = []
    let chosen = changePool.shuffled(using: &generator).filter {
      Bool.random(using: &generator) && taken.insert($0.subject).inserted
    }
    var area = baseArea
    for change in chosen {
      #expect(area.contains(change.from), "\(change.change)")
      area = area.replacingOccurrences(of: change.from, with: change.to)
    }
    let changes =
      chosen.isEmpty ? "" : "changes:\n" + chosen.map(\.change).joined()
    let pack = try extended(changes + "scoring: {}\ninclude: [more.yaml]", more)
    let full = try ScratchPack(
      features: more.merging([
        "pack/checklist.yaml": baseMain.replacingOccurrences(of: "id: national", with: "id: local")
          .replacingOccurrences(of: "Quốc gia", with: "Địa phương")
          .replacingOccurrences(of: "National", with: "Local")
          .replacingOccurrences(of: baseScoring, with: "scoring: {}")
          .replacingOccurrences(of: "budget.yaml]", with: "budget.yaml, more.yaml]"),
        "pack/staffing.yaml": area, "pack/budget.yaml": baseBudget,
      ]) { $1 })
    let first = try #require(try PackLoader.load(pack.main).compiled, "seed \(seed)")
    let second = try #require(try PackLoader.load(full.main).compiled, "seed \(seed)")
    #expect(try withoutBase(first.checklist) == second.checklist.json, "seed \(seed)")
    #expect(try points(by: first) == points(by: second), "seed \(seed)")
  }

  /// The frozen checklist without the name of what it extends.
  private func withoutBase(_ checklist: Checklist) throws -> JSONValue {
    var members = JSONObject()
    for (key, value) in try #require(checklist.json.objectValue) where key != "base" {
      members[key] = value
    }
    return .object(members)
  }

  /// The verdicts and points of a unit that answered some of what is asked.
  private func points(by compiled: CompiledChecklist) throws -> [String] {
    func number(_ value: Int64) -> Answer { Answer(.number(Number(value))) }
    let submission = Submission(
      id: "s", checklist: compiled.checklist.reference,
      unit: InspectedUnit(code: "x", name: "X", level: "district"),
      period: try #require(Period(iso: "2024-01-01/2024-12-31")),
      answers: [
        "staff.total": number(10), "staff.trained": number(9), "budget.spent": number(5),
        "board.exists": Answer(.bool(false)),
      ])
    let asOf = try #require(CivilDate(iso: "2024-10-31"))
    return assess(compiled, submission, AssessmentContext(asOf: asOf)).areas.flatMap { area in
      area.checks.map { "\($0.check.id) \($0.verdict) \($0.points.earned)/\($0.points.of)" }
    }
  }
}
