import CEL
import Diagnostics
@testable import InspectionCore
import Testing

@Suite("Points in steps")
struct PartialCreditTests {
  private static let steps = PartialCredit.stepped([
    CreditStep(from: Rational(decimal: "0.5")!, credit: Rational(decimal: "0.3")!),
    CreditStep(from: Rational(decimal: "0.8")!, credit: Rational(decimal: "0.7")!),
  ])

  private static let ratio = Sample.check(
    "X", "ratio",
    [
      "of": .expression("a.n"), "to": .expression("b.n"), "when_zero": .name("unmet"),
      "at_least": .number(.one, .percent),
    ], partial: steps)

  private func assessed(_ check: Check, _ a: Answer, of b: Int64 = 1000) throws -> Assessment {
    let checklist = Sample.checklist(
      [Sample.area("A", [check])], indicators: [Sample.indicator("a.n"), Sample.indicator("b.n")])
    return try Sample.assessment(checklist, ["a.n": a, "b.n": .int(b)])
  }

  @Test(
    "The highest step reached counts, exactly at its edge; below the first nothing is earned",
    arguments: [
      (0, .unmet, 0), (499, .unmet, 0), (500, .partial, 3_000_000), (799, .partial, 3_000_000),
      (800, .partial, 7_000_000), (999, .partial, 7_000_000), (1000, .met, 10_000_000),
      (1200, .met, 10_000_000),
    ] as [(Int64, Verdict, Int64)])
  func edges(value: Int64, verdict: Verdict, points: Int64) throws {
    let assessment = try assessed(Self.ratio, .int(value))
    let result = try #require(assessment.result(of: "X"))
    #expect(result.verdict == verdict)
    #expect(result.points.earned == points)
    #expect(assessment.deficiencies.count == (verdict == .met ? 0 : 1))
  }

  @Test("A step at a third is reached by a third")
  func thirds() throws {
    var check = Self.ratio
    check.partial = .stepped([
      CreditStep(from: try Rational(numerator: 1, denominator: 3), credit: .half)
    ])
    #expect(try assessed(check, .int(1), of: 3).result(of: "X")?.credit == .half)
    #expect(try assessed(check, .int(333), of: 1000).result(of: "X")?.verdict == .unmet)
  }

  @Test("The steps are of what was asked, not of the whole")
  func shareOfTarget() throws {
    var check = Self.ratio
    check.parameters["at_least"] = .number(Rational(decimal: "0.8")!, .percent)
    // 400 of 1000 is half of the 80% asked.
    #expect(try assessed(check, .int(400)).result(of: "X")?.points.earned == 3_000_000)
    #expect(try assessed(check, .int(399)).result(of: "X")?.verdict == .unmet)
    #expect(try assessed(check, .int(640)).result(of: "X")?.points.earned == 7_000_000)
  }

  @Test("A rule that gives a share goes through the steps too")
  func rules() throws {
    var check = Sample.rule("X", "a.n / b.n")
    check.partial = Self.steps
    #expect(try assessed(check, .int(650)).result(of: "X")?.points.earned == 3_000_000)
    #expect(try assessed(check, .int(100)).result(of: "X")?.verdict == .unmet)
    #expect(try assessed(check, .int(1000)).result(of: "X")?.verdict == .met)
  }

  @Test("A share that is not known exactly is no step")
  func inexact() throws {
    let judged = try assessed(Self.ratio, .known(600, .under, "a.n")).result(of: "X")
    #expect(judged?.verdict == .unanswered)
    #expect(judged?.points.earned == 0)
  }

  @Test("A range that earns the same throughout is decided, its open end not counted")
  func ranges() throws {
    let kinds: [(String, [String: ParameterValue])] = [
      ("ratio", Self.ratio.parameters),
      (
        "coverage",
        ["of": .expression("a.n"), "to": .expression("b.n"), "when_zero": .name("unmet")]
      ),
      ("threshold", ["value": .expression("a.n"), "at_least": .expression("b.n")]),
    ]
    for (kind, parameters) in kinds {
      func verdict(_ value: Int64, _ qualifier: Qualifier) throws -> Verdict? {
        let check = Sample.check("X", kind, parameters, partial: Self.steps)
        return try assessed(check, .known(value, qualifier, "a.n")).result(of: "X")?.verdict
      }
      #expect(try verdict(500, .under) == .unmet, "\(kind)")
      #expect(try verdict(500, .atMost) == .unanswered, "\(kind)")
      #expect(try verdict(499, .atMost) == .unmet, "\(kind)")
      #expect(try verdict(800, .under) == .unanswered, "\(kind)")
    }
  }

  @Test("Nothing of a whole known only as a range is nothing")
  func nothing() throws {
    let check = Sample.check(
      "X", "coverage",
      ["of": .expression("a.n"), "to": .expression("b.n"), "when_zero": .name("unmet")],
      partial: .linear)
    let checklist = Sample.checklist(
      [Sample.area("A", [check])],
      indicators: ["a.n", "b.n"].map { Sample.indicator($0, from: .zero) })
    for (value, verdict) in [(0, Verdict.unmet), (1, .unanswered)] {
      let assessment = try Sample.assessment(
        checklist, ["a.n": .int(Int64(value)), "b.n": .known(5, .atLeast, "b.n")])
      #expect(assessment.result(of: "X")?.verdict == verdict)
    }
  }

  @Test(
    "A plan not known to exist still lacks what is known to be absent",
    arguments: [
      (.none, Answer.no, Answer.yes, .unmet), (.none, .yes, .yes, .unanswered),
      (.linear, .no, .no, .unmet), (.linear, .no, .yes, .unanswered),
      (steps, .no, .missing, .unanswered),
    ] as [(PartialCredit, Answer, Answer, Verdict)])
  func unknownPlan(partial: PartialCredit, one: Answer, two: Answer, verdict: Verdict) throws {
    let check = Sample.check(
      "X", "plan-quality",
      [
        "plan": .list([.name("a.plan"), .name("b.plan")]),
        "elements": .list([.name("a.one"), .name("a.two")]),
      ],
      partial: partial)
    let indicators = ["a.plan", "b.plan", "a.one", "a.two"].map { Sample.indicator($0, .bool) }
    let given: [String: Answer] = ["a.one": one, "a.two": two, "b.plan": .yes]
    #expect(try Sample.result(check, indicators: indicators, given).verdict == verdict)
    // One of two plans that is known not to exist settles it.
    let none = given.merging(["b.plan": .no]) { $1 }
    #expect(try Sample.result(check, indicators: indicators, none).verdict == .unmet)
  }
}
