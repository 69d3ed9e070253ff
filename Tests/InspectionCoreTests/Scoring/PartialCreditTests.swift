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
}
