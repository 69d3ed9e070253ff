import Diagnostics
import InspectionCore
import Testing

@Suite("What cannot be added together is refused, with what stands against it")
struct RollUpRefusalTests {
  private let own = [RollUpSample.indicator("staff.total")]

  private func problems(
    _ children: [RollUpInput], _ expected: ExpectedUnits = .given, parent: RollUpInput? = nil,
    over: InspectedUnit? = nil
  ) throws -> [String] {
    let request = RollUpRequest(
      children: children, checklist: try RollUpSample.child(own), expected: expected,
      parent: parent, target: try RollUpSample.parent(own), over: over)
    do throws(RollUpRefusal) {
      _ = try RollUp(request)
      return []
    } catch {
      return error.problems.map(\.message.en)
    }
  }

  private func input(_ name: String) -> RollUpInput { RollUpSample.input(name, [:]) }

  @Test("Nothing to add")
  func nothing() throws {
    #expect(try problems([]) == ["there is no submission to add"])
  }

  @Test("Two submissions of one unit: both are named")
  func twice() throws {
    var again = input("a")
    again.origin = "again.yaml"
    #expect(
      try problems([input("a"), again])
        == ["a (p/a) has two submissions: a.yaml and again.yaml"])
  }

  @Test("Another period, checklist or level")
  func unlike() throws {
    let period = try #require(Period(iso: "2023-01-01/2023-12-31"))
    #expect(
      try problems([input("a"), RollUpSample.input("b", [:], period: period)])
        == ["b.yaml: is of 2023-01-01/2023-12-31, a.yaml of 2024-01-01/2024-12-31"])
    #expect(
      try problems([input("a"), RollUpSample.input("b", [:], checklist: "child@2")])
        == ["b.yaml: is for child@2, not child@1"])
    #expect(
      try problems([input("a"), RollUpSample.input("b", [:], level: "ward")])
        == ["b.yaml: is of the level \"ward\", a.yaml of \"commune\""])
  }

  @Test("More submissions than units, or one that is not on the list")
  func unexpected() throws {
    #expect(
      try problems([input("a"), input("b")], .count(1))
        == ["there are 2 submissions and only 1 units to report"])
    #expect(
      try problems([input("a"), input("b")], .listed([RollUpSample.unit("a")]))
        == ["b.yaml: b (p/b) is not on the list of units"])
    #expect(
      try problems([input("a")], .listed([RollUpSample.unit("a", level: "ward")]))
        == ["a.yaml: p/a is of the level \"commune\", in the list \"ward\""])
  }

  @Test("A parent of another period, level or place")
  func parent() throws {
    #expect(try problems([input("a")], parent: RollUpSample.parentInput([:])) == [])
    var parent = RollUpSample.parentInput([:])
    parent.submission.unit.level = "commune"
    parent.submission.unit.code = "q"
    parent.submission.checklist = "parent@2"
    parent.submission.period = try #require(Period(iso: "2023-01-01/2023-12-31"))
    #expect(
      try problems([input("a")], parent: parent) == [
        "p.yaml: is for parent@2, not parent@1",
        "p.yaml: is of 2023-01-01/2023-12-31, the child units of 2024-01-01/2024-12-31",
        "p.yaml: is of the level \"commune\" like the units added, not above them",
        "a.yaml: a (p/a) is not beneath P (q)",
      ])
    #expect(
      try problems(
        [input("a")], .listed([RollUpSample.unit("a")]), parent: RollUpSample.parentInput([:]),
        over: InspectedUnit(code: "q", name: "Q", level: "district"))
        == ["p.yaml: is of P (p), the list of Q (q)"])
  }
}
