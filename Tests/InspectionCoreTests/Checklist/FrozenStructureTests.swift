import CEL
import Diagnostics
@testable import InspectionCore
import Testing

@Suite("A frozen checklist may come from anywhere")
struct FrozenStructureTests {
  private func codes(_ checklist: Checklist) -> [String] {
    do throws(ChecklistCompilationError) {
      _ = try CompiledChecklist(checklist)
      return []
    } catch {
      return error.problems.map { ($0.check + " " + $0.problem.diagnostic.code) }
    }
  }

  private func codes(_ indicators: [Indicator] = [], targets: [Target] = []) -> [String] {
    var checklist = Sample.checklist(
      [Sample.area("A", [Sample.rule("X", "true")])], indicators: indicators)
    checklist.targets = targets
    return codes(checklist)
  }

  private func table(_ rows: RowSubject, _ columns: [(String, ColumnType)]) -> Indicator {
    var indicator = Sample.indicator("a.table", .table)
    indicator.table = TableSchema(
      rows: rows,
      columns: columns.map { TableColumn(id: $0.0, title: LocalizedText(same: $0.0), type: $0.1) })
    return indicator
  }

  @Test("A table without columns, with one twice, or that names a child is refused")
  func tables() {
    #expect(codes([table(.communes, [("n", .int)])]) == [])
    #expect(codes([table(.caseFiles, [("plan", .yesNoNA)])]) == [])
    #expect(codes([Sample.indicator("a.table", .table)]) == [" missing-key"])
    #expect(codes([table(.communes, [])]) == [" missing-key"])
    #expect(codes([table(.communes, [("n", .int), ("n", .bool)])]) == [" duplicate-column"])
    #expect(
      codes([table(.caseFiles, [("name", .text), ("born", .date)])])
        == [" sample-column", " sample-column"])
    var misplaced = table(.communes, [("n", .int)])
    misplaced.type = .int
    #expect(codes([misplaced]) == [" key-of-type"])
  }

  @Test(
    "A name that rules use for something else names no indicator",
    arguments: ["unit.level", "period.days", "target.swim", "previous.a.n", "row.n", "row"])
  func reserved(name: String) {
    #expect(codes([Sample.indicator(name)]) == [" indicator-name"])
    #expect(codes([Sample.indicator("un" + name)]) == [])
  }

  @Test("A target may wait for its values; unlike ones are refused")
  func targets() {
    func target(_ values: [TargetValue]) -> [Target] {
      [Target(id: "swim", title: LocalizedText(same: "t"), values: values)]
    }
    #expect(codes(targets: target([])) == [])
    #expect(
      codes(targets: target([TargetValue(.half, .percent), TargetValue(.one, .money)]))
        == [" mixed-target"])
    #expect(codes(targets: target([TargetValue(.half, .percent)])) == [])
  }

  @Test(
    "Steps that would earn more than the whole, or nothing, are refused and never computed",
    arguments: [
      [], [("0", "0.5")], [("0.5", "0")], [("0.5", "1.1")], [("0.5", "9223372036854775807")],
      [("-0.5", "0.5")], [("0.5", "-1")], [("1", "0.5")], [("0.5", "0.3"), ("0.5", "0.4")],
      [("0.5", "0.3"), ("0.8", "0.3")], [("0.8", "0.7"), ("0.5", "0.3")],
    ] as [[(String, String)]])
  func steps(steps: [(String, String)]) throws {
    var check = Sample.rule("X", "0.6")
    check.partial = .stepped(
      try steps.map {
        CreditStep(
          from: try #require(Rational(text: $0.0)), credit: try #require(Rational(text: $0.1)))
      })
    #expect(
      codes(Sample.checklist([Sample.area("A", [check])], indicators: [])) == ["X step-order"])
  }

  @Test("An area twice, and a next visit by a grade that is not there, are refused")
  func names() {
    let areas = [Sample.area("A", [Sample.rule("X", "true")]), Sample.area("A", [])]
    #expect(codes(Sample.checklist(areas, indicators: [])) == [" duplicate-area"])
    var checklist = Sample.checklist([areas[0]], indicators: [])
    checklist.policies.nextVisit = [VisitRule(grade: "weak", within: .calendarDays(90))]
    #expect(codes(checklist) == [" unknown-grade"])
  }
}
