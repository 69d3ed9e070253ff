import CEL
import Diagnostics
import InspectionCore
import TestSupport
import Testing

@Suite("An explanation holds all that a pencil needs")
struct ExplanationTests {
  private static let indicators = [
    Sample.indicator("a.n"), Sample.indicator("b.n"), Sample.indicator("a.yes", .bool),
    Indicator(
      id: "a.list", title: LocalizedText(same: "a.list"), type: .table,
      table: TableSchema(
        rows: .villages,
        columns: [
          TableColumn(id: "days", title: LocalizedText(same: "days"), type: .int),
          TableColumn(id: "plan", title: LocalizedText(same: "plan"), type: .yesNoNA),
          TableColumn(id: "unread", title: LocalizedText(same: "unread"), type: .int),
        ])),
  ]

  private static func explain(
    _ check: String, _ areas: [Area], _ answers: [String: Answer],
    scoring: ScoringRules = ScoringRules()
  ) throws -> CheckExplanation {
    let checklist = try CompiledChecklist(
      Sample.checklist(areas, indicators: indicators, scoring: scoring))
    let assessment = assess(
      checklist, Sample.submission(answers), AssessmentContext(asOf: Sample.asOf))
    return try #require(checklist.explanation(of: check, in: assessment))
  }

  @Test("Points can be worked out again: the share, what was taken over, what was earned")
  func points() throws {
    let area = Sample.area(
      "A", weight: 25,
      [
        Sample.check(
          "X", "coverage",
          [
            "of": .expression("a.n"), "to": .expression("b.n"),
            "when_zero": .name("not_applicable"),
          ], points: 15, partial: .linear),
        Sample.rule("Y", "a.n >= 0", points: 37),
        Sample.rule("Z", "a.n >= 0", points: 8, when: "a.n > 99"),
      ])
    let found = try Self.explain("X", [area], ["a.n": .int(12), "b.n": .int(19)])
    let sum = found.arithmetic
    #expect(sum.weight == 25_000_000)
    #expect(sum.checkPoints == 15_000_000 && sum.areaPoints == 60_000_000)
    #expect(sum.roundedDown == 6_250_000 && sum.derivation.nominal == 6_250_000)
    #expect(sum.freed.map(\.check) == ["Z"] && sum.freedPoints == 3_333_333)
    #expect(sum.receiving == 21_666_667)
    // 3,333333 × 6,25/21,666667 = 0,961538…
    #expect(sum.takenOverRoundedDown == 961_538)
    #expect(sum.derivation.redistributed - sum.takenOverRoundedDown <= 1)
    #expect(sum.derivation.of == sum.derivation.nominal + sum.derivation.redistributed)
    let share = try Rational(numerator: 12, denominator: 19)
    #expect(found.reached == share && found.result.credit == share)
    #expect(sum.derivation.earned == (sum.derivation.of * 12 * 2 + 19) / (2 * 19))
  }

  @Test("The share reached is told apart from the credit of a step")
  func steps() throws {
    let half = try Rational(numerator: 1, denominator: 2)
    let step = CreditStep(from: half, credit: try Rational(numerator: 3, denominator: 10))
    let check = Sample.check(
      "X", "coverage",
      [
        "of": .expression("a.n"), "to": .expression("b.n"), "when_zero": .name("not_applicable"),
      ], partial: .stepped([step]))
    let found = try Self.explain(
      "X", [Sample.area("A", [check])], ["a.n": .int(12), "b.n": .int(19)])
    let reached = try Rational(numerator: 12, denominator: 19)
    #expect(found.reached == reached)
    #expect(found.result.credit == step.credit)
    // Below the lowest step nothing is earned, and the check is unmet; the share is told all the same.
    let low = try Self.explain(
      "X", [Sample.area("A", [check])], ["a.n": .int(2), "b.n": .int(19)])
    #expect(low.result.verdict == .unmet)
    let little = try Rational(numerator: 2, denominator: 19)
    #expect(low.reached == little)
  }

  @Test("Every part of a rule has its value, and what is written out is left out")
  func trace() throws {
    let check = Sample.rule("X", "a.n  >= 10 *\n b.n && a.yes", when: "b.n > 0")
    let found = try Self.explain(
      "X", [Sample.area("A", [check])], ["a.n": .int(30), "b.n": .int(3), "a.yes": .yes])
    #expect(found.expressions.count == 1)
    #expect(
      found.expressions[0].steps.map(\.text) == [
        "a.n", "b.n", "10 * b.n", "a.n >= 10 * b.n", "a.yes", "a.n >= 10 * b.n && a.yes",
      ])
    #expect(found.condition?.steps.map(\.text) == ["b.n", "b.n > 0"])
    #expect(found.condition?.remaining == nil)
  }

  @Test("What is still to be known is written as what is left of the rule")
  func remaining() throws {
    let check = Sample.rule("X", "a.n >= 10 * b.n || a.yes")
    let found = try Self.explain(
      "X", [Sample.area("A", [check])], ["a.n": .int(20), "b.n": .int(3)])
    #expect(found.result.verdict == .unanswered)
    #expect(found.expressions[0].remaining == "a.yes")
  }

  @Test("A long rule is cut short and says by how much")
  func longRule() throws {
    let rule = (0..<150).map { "a.n >= \($0)" }.joined(separator: " && ")
    let found = try Self.explain(
      "X", [Sample.area("A", [Sample.rule("X", rule)])], ["a.n": .int(500)])
    #expect(found.expressions[0].steps.count == 200)
    #expect(found.expressions[0].leftOut > 0)
  }

  // MARK: Rows

  private static let rows = Sample.check(
    "X", "rows",
    [
      "table": .name("a.list"), "each": .expression("row.days <= 5"),
      "where": .expression("row.plan == true"), "at_least": .number(.one, .percent),
      "when_zero": .name("not_applicable"),
    ])

  private static func table(_ rows: [[String: CellValue]]) -> [String: Answer] {
    ["a.list": Answer(.table(AnswerTable(rows: rows)))]
  }

  @Test("Each row is told with the cells that the rule names and what became of it")
  func rowByRow() throws {
    let found = try Self.explain(
      "X", [Sample.area("A", [Self.rows])],
      Self.table([
        ["days": .number(Number(4)), "plan": .bool(true), "unread": .number(Number(1))],
        ["days": .number(Number(9)), "plan": .bool(true)], ["plan": .bool(false)],
        ["plan": .bool(true)],
      ]))
    let trace = try #require(found.rows)
    #expect(trace.rows.map(\.state) == [.kept, .broken, .leftOut, .open])
    #expect(trace.rows.map(\.number) == [1, 2, 3, 4])
    #expect(trace.rows[0].cells.map(\.column.id) == ["days", "plan"])
    #expect(trace.rows[2].cells.map(\.value) == [nil, .bool(false)])
    #expect(trace.rows[1].steps.map(\.text) == ["row.plan == true", "row.days <= 5"])
    #expect(trace.judged == 3 && trace.count(.kept) == 1)
    let third = try Rational(numerator: 1, denominator: 3)
    #expect(trace.leastShare == third)
    // The rows are no rule of their own, so that they stand in one place.
    #expect(found.expressions.isEmpty)
  }

  @Test("Of a long table twenty rows are shown, those that do not keep the rule before all others")
  func longTable() throws {
    let rows = (0..<5000).map { index -> [String: CellValue] in
      ["days": .number(Number(index % 1000 == 999 ? 9 : 1)), "plan": .bool(true)]
    }
    let found = try Self.explain("X", [Sample.area("A", [Self.rows])], Self.table(rows))
    let trace = try #require(found.rows)
    #expect(trace.rows.count == 20 && trace.total == 5000)
    #expect(
      trace.rows.filter { $0.state == .broken }.map(\.number) == [1000, 2000, 3000, 4000, 5000])
    #expect(trace.rows.map(\.number) == trace.rows.map(\.number).sorted())
    #expect(trace.count(.kept) == 4995 && trace.count(.broken) == 5)
  }

  @Test("The count of rows is that of the verdict, whatever the rows", arguments: 0..<200)
  func agreement(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<Int(generator.next() % 12)).map { _ -> [String: CellValue] in
      var row: [String: CellValue] = [:]
      if generator.next() % 4 != 0 {
        row["days"] = .number(Number(Int64(generator.next() % 10)))
      }
      switch generator.next() % 4 {
      case 0: row["plan"] = .notApplicable
      case 1: row["plan"] = .bool(false)
      case 2: row["plan"] = .bool(true)
      default: break
      }
      return row
    }
    let found = try Self.explain("X", [Sample.area("A", [Self.rows])], Self.table(rows))
    let trace = try #require(found.rows)
    if found.result.verdict == .met {
      #expect(trace.count(.broken) == 0 && trace.count(.open) == 0 && trace.count(.kept) > 0)
    }
    if found.result.verdict == .unmet { #expect(trace.count(.broken) > 0) }
    if trace.judged == 0 { #expect(found.result.verdict == .notApplicable) }
    #expect(trace.counts.map(\.count).reduce(0, +) == rows.count)
  }

  // MARK: Limits and days

  @Test("Limits that look at the check or at its area are told, others are not")
  func limits() throws {
    var scoring = ScoringRules()
    scoring.bands = [
      Band(id: "good", title: Sample.text("Tốt", "Good"), from: .one),
      Band(id: "weak", title: Sample.text("Yếu", "Weak"), from: .zero),
    ]
    scoring.gates = [GradeLimit(check: "X", grade: "weak")]
    scoring.caps = [GradeLimit(check: "Y", grade: "weak")]
    scoring.zeroLimits = [ZeroLimit(subject: .areas, ids: [], grade: "weak")]
    let area = Sample.area("A", [Sample.rule("X", "a.n == 0"), Sample.rule("Y", "a.n == 1")])
    let found = try Self.explain("X", [area], ["a.n": .int(1)], scoring: scoring)
    #expect(found.limits.map(\.kind) == [.gate, .zero])
    #expect(found.limits.map(\.state) == [.struck, .passed])
    #expect(found.limits.map(\.subject) == ["X", "A"])
  }

  @Test("Working days are counted one by one to the due day, days off named between them")
  func days() throws {
    let check = Sample.rule(
      "X", "a.n == 0", checkClass: .practice, remedy: Remedy(within: .workingDays(15)))
    let found = try Self.explain("X", [Sample.area("A", [check])], ["a.n": .int(1)])
    #expect(found.days.last?.date == found.deficiency?.due?.due)
    #expect(found.days.compactMap(\.number) == Array(1...15))
    for day in found.days { #expect((day.number == nil) == (day.off != nil)) }
    let calendarDays = Sample.rule(
      "X", "a.n == 0", checkClass: .practice, remedy: Remedy(within: .calendarDays(15)))
    let other = try Self.explain("X", [Sample.area("A", [calendarDays])], ["a.n": .int(1)])
    #expect(other.days.isEmpty)
  }

  @Test("A check that the checklist does not have has no explanation")
  func unknown() throws {
    let checklist = try CompiledChecklist(
      Sample.checklist(
        [Sample.area("A", [Sample.rule("X", "a.n == 0")])], indicators: Self.indicators))
    let assessment = assess(
      checklist, Sample.submission([:]), AssessmentContext(asOf: Sample.asOf))
    #expect(checklist.explanation(of: "Z", in: assessment) == nil)
  }
}
