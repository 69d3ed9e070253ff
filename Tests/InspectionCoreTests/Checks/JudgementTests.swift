import CEL
import Diagnostics
import InspectionCore
import Testing

@Suite struct JudgementTests {
  private static let indicators = [
    Sample.indicator("a.n", .decimal, from: Rational(0)), Sample.indicator("b.n", .decimal),
    Sample.indicator("c.n", from: Rational(0), to: Rational(10)), Sample.indicator("a.yes", .bool),
    Sample.indicator("a.paper", .document), Sample.indicator("a.day", .date),
  ]

  private func judge(
    _ kind: String, _ parameters: [String: ParameterValue], _ answers: [String: Answer],
    partial: PartialCredit = .linear
  ) throws -> (verdict: Verdict, credit: Rational, reason: String, wanting: [String]) {
    let check = Sample.check("X", kind, parameters, partial: partial)
    let checklist = Sample.checklist([Sample.area("A", [check])], indicators: Self.indicators)
    let assessment = try Sample.assessment(checklist, answers)
    let result = try #require(assessment.result(of: "X"))
    return (
      result.verdict, result.credit, assessment.reason(of: "X", in: checklist), result.wanting
    )
  }

  private static let coverage: [String: ParameterValue] = [
    "of": .expression("a.n"), "to": .expression("b.n"), "when_zero": .name("not_applicable"),
  ]

  @Test("Only the figure that is not exact is asked for, not the exact one beside it")
  func inexactOnly() throws {
    // Under 5 of 14 is decided as a shortfall, but its share is not.
    let result = try judge(
      "coverage", Self.coverage, ["a.n": .known(5, .under, "a.n"), "b.n": .int(14)])
    #expect(result.verdict == .unanswered)
    #expect(result.wanting == ["a.n"])
    #expect(result.reason == "Not exact enough to decide: a.n")
    let whole = try judge(
      "coverage", Self.coverage, ["a.n": .known(5, .under, "a.n"), "b.n": .int(14)],
      partial: .none)
    #expect(whole.verdict == .unmet)
    let value = try judge(
      "threshold", ["value": .expression("a.n"), "at_least": .expression("b.n")],
      ["a.n": .known(5, .under, "a.n"), "b.n": .int(14)])
    #expect(value.wanting == ["a.n"])
    let ratio = try judge(
      "ratio",
      [
        "of": .expression("a.n"), "to": .expression("b.n"),
        "at_least": .number(Rational(1), .plain),
      ]
      .merging(["when_zero": .name("unmet")]) { $1 },
      ["a.n": .known(5, .under, "a.n"), "b.n": .int(14)])
    #expect(ratio.wanting == ["a.n"])
  }

  @Test("An average earns a share, divides and is zero as any exact number, outside sums")
  func averages() throws {
    let half = try judge(
      "coverage", Self.coverage, ["a.n": .known(7, .average, "a.n"), "b.n": .int(14)])
    #expect(half.verdict == .partial)
    #expect(half.credit == Rational(decimal: "0.5"))
    let zero = try judge(
      "coverage", Self.coverage, ["a.n": .int(1), "b.n": .known(0, .average, "b.n")])
    #expect(zero.verdict == .notApplicable)
    let rule = try judge(
      "rule", ["expr": .expression("a.n / 4")], ["a.n": .known(1, .average, "a.n")])
    #expect(rule.credit == Rational(decimal: "0.25"))
    #expect(rule.reason == "The rule gives 25% of the points")
  }

  @Test("Where the whole may be zero, covering it decides nothing unless zero is met too")
  func perhapsZero() throws {
    let answers: [String: Answer] = ["a.n": .int(5), "c.n": .known(5, .atMost, "c.n")]
    func verdict(_ whenZero: String) throws -> Verdict {
      try judge(
        "coverage",
        ["of": .expression("a.n"), "to": .expression("c.n"), "when_zero": .name(whenZero)], answers
      ).verdict
    }
    #expect(try verdict("not_applicable") == .unanswered)
    #expect(try verdict("unmet") == .unanswered)
    #expect(try verdict("met") == .met)
  }

  @Test(
    "A zero divisor gives what when_zero says, even where the other figure is missing",
    arguments: [
      ("not_applicable", .notApplicable), ("met", .met), ("unmet", .unmet),
      ("unanswered", .unanswered),
    ] as [(String, Verdict)])
  func whenZero(word: String, verdict: Verdict) throws {
    for other in [Answer.int(3), .missing] {
      for (kind, more) in [
        ("coverage", [:]), ("ratio", ["below": ParameterValue.number(Rational(2), .plain)]),
      ] {
        let result = try judge(
          kind,
          ["of": .expression("a.n"), "to": .expression("b.n"), "when_zero": .name(word)]
            .merging(more) { $1 }, ["a.n": other, "b.n": .int(0)])
        #expect(result.verdict == verdict)
        #expect(result.reason == "The figure to compare with is 0")
        #expect(result.wanting == (verdict == .unanswered ? ["b.n"] : []))
      }
    }
  }

  @Test("An answer that does not fit its indicator is missing, and never passes a check")
  func misfits() throws {
    let presence = try judge("presence", ["of": .name("a.yes")], ["a.yes": .int(1)])
    #expect(presence.verdict == .unanswered)
    #expect(presence.reason == "Missing: a.yes (the answer does not fit the indicator)")
    let plan: [String: ParameterValue] = ["plan": .name("a.paper"), "elements": .name("a.yes")]
    #expect(
      try judge("plan-quality", plan, ["a.paper": .int(1), "a.yes": .yes]).verdict == .unanswered)
    #expect(
      try judge("plan-quality", plan, ["a.paper": Answer(.text("1/KH")), "a.yes": .yes]).verdict
        == .met)
    let equal = ["expr": ParameterValue.expression("c.n >= 0")]
    for answer in [
      Answer.yes, Answer(.text("3")), .int(11), .int(-1),
      Answer(.number(Number(Rational(decimal: "2.5")!))), .known(10, .over, "c.n"),
    ] {
      #expect(try judge("rule", equal, ["c.n": answer]).verdict == .unanswered, "\(answer)")
    }
    #expect(try judge("rule", equal, ["c.n": .int(10)]).verdict == .met)
    #expect(try judge("rule", equal, ["c.n": .known(3, .under, "c.n")]).verdict == .met)
    #expect(
      try judge("supplied", ["figures": .list([.name("a.day"), .name("c.n")])], ["a.day": .yes])
        .reason == "2 of 2 figures are wanting: a.day; c.n")
  }

  @Test("A rule that gives no share from 0 to 1 is an error, never a pass")
  func shareOutside() throws {
    let over = try judge("rule", ["expr": .expression("a.n / 2")], ["a.n": .int(3)])
    #expect(over.verdict == .error)
    #expect(
      over.reason == "Cannot be computed: the rule gives 1.5, which is no share from 0 to 1")
    let under = try judge("rule", ["expr": .expression("b.n / 2")], ["b.n": .int(-3)])
    #expect(under.verdict == .error)
    #expect(
      under.reason == "Cannot be computed: the rule gives -1.5, which is no share from 0 to 1")
  }

  @Test("A rule that gives a number, its comparison forgotten, is refused unless it is a share")
  func forgottenComparison() throws {
    #expect(throws: ChecklistCompilationError.self) {
      try judge(
        "rule", ["expr": .expression("a.n - b.n")], ["a.n": .int(3)], partial: PartialCredit.none)
    }
  }

  @Test("An element that is absent decides against a plan only where no share is to be given")
  func planDecided() throws {
    let elements = ParameterValue.list([.name("a.yes"), .name("b.yes")])
    let check = Sample.check("X", "plan-quality", ["elements": elements], partial: .linear)
    let indicators = [Sample.indicator("a.yes", .bool), Sample.indicator("b.yes", .bool)]
    let open = try Sample.result(check, indicators: indicators, ["a.yes": .no])
    #expect(open.verdict == .unanswered)
    #expect(open.wanting == ["b.yes"])
    var strict = check
    strict.partial = .none
    let decided = try Sample.result(strict, indicators: indicators, ["a.yes": .no])
    #expect(decided.verdict == .unmet)
    #expect(decided.decidedWithout == ["b.yes"])
  }

  @Test("Arithmetic beyond exact numbers is an error in both languages, never a verdict")
  func overflow() throws {
    let check = Sample.rule("X", "a.n * a.n * a.n > 0")
    let checklist = Sample.checklist([Sample.area("A", [check])], indicators: Self.indicators)
    let assessment = try Sample.assessment(checklist, ["a.n": .int(3_000_000_000)])
    #expect(assessment.result(of: "X")?.verdict == .error)
    #expect(
      assessment.reason(of: "X", in: checklist, .vi)
        == "Không tính được: kết quả vượt quá phạm vi số chính xác")
    #expect(assessment.reason(of: "X", in: checklist).hasPrefix("Cannot be computed: "))
  }
}
