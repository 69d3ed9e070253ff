import CEL
import Diagnostics
import InspectionCore
import Testing

@Suite("Rules that compare with the period before, and with what the unit is")
struct PreviousPeriodTests {
  private static let indicators = [
    Sample.indicator("a.n", from: Rational(0)), Sample.indicator("b.n"),
  ]

  private func assessed(
    _ check: Check, _ answers: [String: Answer] = ["a.n": .int(5)],
    _ change: (inout Submission) -> Void = { _ in }
  ) throws -> (result: CheckResult, reason: String) {
    let checklist = Sample.checklist([Sample.area("A", [check])], indicators: Self.indicators)
    var submission = Sample.submission(answers)
    change(&submission)
    let assessment = assess(
      try CompiledChecklist(checklist), submission, AssessmentContext(asOf: Sample.asOf))
    return (
      try #require(assessment.result(of: "X")), assessment.reason(of: "X", in: checklist)
    )
  }

  private func earlier(_ period: String, _ answer: Answer) throws -> PeriodAnswers {
    PeriodAnswers(period: try #require(Period(iso: period)), answers: ["a.n": answer])
  }

  private static let grows = Sample.check(
    "X", "threshold",
    ["value": .expression("a.n"), "at_least": .expression("previous.a.n")])

  @Test("The figure of the period before is compared with")
  func compared() throws {
    for (before, verdict) in [(5, Verdict.met), (6, .unmet)] as [(Int64, Verdict)] {
      let judged = try assessed(Self.grows) {
        $0.earlier = [try! earlier("2023-01-01/2023-12-31", .int(before))]
      }
      #expect(judged.result.verdict == verdict)
      #expect(judged.reason.contains("at least \(before)"))
    }
  }

  @Test("Without it the check is unanswered, and the figure asked for by its name")
  func missing() throws {
    let none = try assessed(Self.grows)
    #expect(none.result.verdict == .unanswered)
    #expect(none.result.wanting == ["previous.a.n"])
    #expect(none.reason == "Missing: a.n (period before)")
    let other = try assessed(Self.grows) {
      $0.earlier = [
        PeriodAnswers(period: Period(iso: "2023-01-01/2023-12-31")!, answers: ["b.n": .int(1)])
      ]
    }
    #expect(other.result.verdict == .unanswered)
    let stated = try assessed(Self.grows) {
      $0.earlier = [try! earlier("2023-01-01/2023-12-31", .missing)]
    }
    #expect(stated.reason == "Missing: a.n (period before) (not stated)")
  }

  @Test("Of several earlier periods the one that ended last before this one counts")
  func latest() throws {
    let judged = try assessed(Self.grows) {
      $0.earlier = [
        try! earlier("2022-01-01/2022-12-31", .int(1)),
        try! earlier("2023-01-01/2023-12-31", .int(6)),
        try! earlier("2021-01-01/2021-12-31", .int(2)),
        // One that overlaps the inspected period is not before it.
        try! earlier("2023-06-01/2024-05-31", .int(3)),
      ]
    }
    #expect(judged.result.verdict == .unmet)
    #expect(judged.reason.contains("at least 6"))
  }

  @Test("The answer of this period does not stand in for the one before")
  func notSubstituted() throws {
    let check = Sample.rule("X", "previous.a.n == a.n")
    #expect(try assessed(check).result.verdict == .unanswered)
    let decided = Sample.rule("X", "a.n >= 5 || previous.a.n >= 5")
    let judged = try assessed(decided)
    #expect(judged.result.verdict == .met)
    #expect(judged.result.decidedWithout == ["previous.a.n"])
  }

  @Test(
    "A rule may ask what the unit is and how long the period was",
    arguments: [
      (#"unit.level == "district""#, Verdict.met), (#"unit.level == "commune""#, .unmet),
      (#""island" in unit.classes"#, .met), (#""mountain" in unit.classes"#, .unmet),
      ("period.days == 366", .met),
      (#"period.to - period.from == duration("31536000s")"#, .met),
      (#"period.from == timestamp("2023-12-31T17:00:00Z")"#, .met),
    ])
  func facts(rule: String, verdict: Verdict) throws {
    let judged = try assessed(Sample.rule("X", rule)) { $0.unit.classes = ["island"] }
    #expect(judged.result.verdict == verdict)
    #expect(judged.result.inputs.isEmpty)
  }

  @Test("A condition may ask for the class of the unit")
  func condition() throws {
    let check = Sample.rule("X", "a.n == 5", when: #"!("island" in unit.classes)"#)
    #expect(try assessed(check).result.verdict == .met)
    let island = try assessed(check) { $0.unit.classes = ["island"] }
    #expect(island.result.verdict == .notApplicable)
  }
}
