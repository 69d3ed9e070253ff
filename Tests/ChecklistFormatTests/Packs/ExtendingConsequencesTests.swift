import ChecklistFormat
import Diagnostics
import TestSupport
import Testing

@Suite("What changing a checklist brings with it")
struct ExtendingConsequencesTests {
  @Test("An area dropped with duties in it is warned of once, with all of them")
  func duties() throws {
    let pack = try extended("scoring: {}\nchanges: [{ area: staffing, drop: true }]")
    let found = try PackLoader.load(pack.main).diagnostics.all
    #expect(found.map(\.code) == ["dropped-duty"])
    #expect(found.first?.message.en.contains("A-3") ?? false)
    #expect(found.first?.message.en.contains("A-1") == false)
  }

  @Test(
    "What the grading rests on is shown where it is dropped",
    arguments: [
      ("{ check: A-1, drop: true }", "A-1"), ("{ area: staffing, drop: true }", "staffing"),
      ("{ area: budget, drop: true }", "budget"),
    ])
  func limits(change: String, place: String) throws {
    let pack = try extended("changes: [\(change)]")
    let loaded = try PackLoader.load(pack.main)
    let found = try #require(loaded.diagnostics.all.first { $0.code == "dropped-limit" })
    let source = try #require(loaded.sources[found.source])
    #expect(
      String(decoding: source.bytes[found.range.lower..<found.range.upper], as: UTF8.self) == place)
  }

  @Test("Grades of its own must hold those that the base's policies go by")
  func visits() throws {
    let base = baseMain.replacing(
      "recurrence: keep", with: "recurrence: keep, next_visit: [{ grade: weak, within: 90 days }]")
    func codes(_ grade: String, _ rest: String = "") throws -> [String] {
      let scoring = """
        scoring:
          bands: [{ id: \(grade), title: { vi: "Một", en: "One" }, from: 0% }]
        """
      let pack = try extended(scoring + rest, ["national/checklist.yaml": base])
      return try PackLoader.load(pack.main).diagnostics.all.map(\.code)
    }
    #expect(try codes("weak") == [])
    #expect(try codes("poor") == ["unknown-grade"])
    #expect(try codes("poor", "\npolicies: { recurrence: keep }") == [])
  }

  @Test("Dictionaries that the base uses may be named again")
  func dictionaries() throws {
    let named = try extended(
      "uses: { indicators: [facts], citations: [law], calendar: days }")
    #expect(try named.lint() == "")
    let twice = try extended("uses: { citations: [law, law] }")
    #expect(try twice.lint() == "")
  }
}
