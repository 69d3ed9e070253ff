import CEL
@testable import InspectionCore
import TestSupport
import Testing

@Suite struct PointsTests {
  private func judged(_ verdict: Verdict, _ points: Int64, _ credit: Rational? = nil) -> Judged {
    Judged(
      check: Sample.rule("X", "true", points: points),
      judgement: Judgement(
        verdict, credit: credit ?? Rational(verdict == .met ? 1 : 0), reason: Reason([])))
  }

  private func ratio(_ part: Int64, _ whole: Int64) throws -> Rational {
    try Rational(numerator: part, denominator: whole)
  }

  @Test("A check's points are rounded half up, once, to millionths")
  func rounding() throws {
    // 10 points × 12/19 = 6.31578947…; 1 × 1/3 and 2/3; 0.000001 × 1/2 is half a unit.
    func earned(_ millionths: Int64, _ credit: Rational) -> Int64 {
      var check = Sample.rule("X", "true")
      check.points = millionths
      let judgement = Judgement(.partial, credit: credit, reason: Reason([]))
      return points(
        of: [Judged(check: check, judgement: judgement)], weight: nil, policy: .zero)[0].earned
    }
    #expect(try earned(10_000_000, ratio(12, 19)) == 6_315_789)
    #expect(try earned(1_000_000, ratio(1, 3)) == 333_333)
    #expect(try earned(1_000_000, ratio(2, 3)) == 666_667)
    #expect(try earned(1, ratio(1, 2)) == 1)
    #expect(try earned(1, ratio(499_999, 1_000_000)) == 0)
    #expect(try earned(3, ratio(1, 2)) == 2)
    #expect(try earned(5_000_000, ratio(1, 8_000_000)) == 1)
    #expect(try earned(1_000_000_000_000, ratio(.max - 1, .max)) == 1_000_000_000_000)
  }

  @Test("Redistributed points keep the area's weight and follow the nominal points")
  func redistribution() {
    let checks = [judged(.met, 15), judged(.notApplicable, 3), judged(.unanswered, 2)]
    let derived = points(of: checks, weight: 25_000_000, policy: .redistribute)
    #expect(derived.map(\.nominal) == [18_750_000, 3_750_000, 2_500_000])
    #expect(derived.map(\.redistributed) == [3_308_824, 0, 441_176])
    #expect(derived.map(\.of) == [22_058_824, 0, 2_941_176])
    #expect(derived.map(\.earned) == [22_058_824, 0, 0])
    #expect(derived.map(\.policy) == [nil, .redistribute, nil])
  }

  @Test(
    "What does not apply is excluded, earned or lost as the checklist says",
    arguments: [
      (NotApplicablePolicy.exclude, 10, 10), (.full, 20, 20), (.zero, 10, 20),
      (.redistribute, 20, 20),
    ] as [(NotApplicablePolicy, Int64, Int64)])
  func policies(policy: NotApplicablePolicy, earned: Int64, of: Int64) {
    let derived = points(
      of: [judged(.met, 5), judged(.notApplicable, 5)], weight: 20_000_000, policy: policy)
    #expect(derived.reduce(0) { $0 + $1.earned } == earned * 1_000_000)
    #expect(derived.reduce(0) { $0 + $1.of } == of * 1_000_000)
  }

  @Test("An area in which nothing applies leaves the total, unless its points are given or lost")
  func nothingApplies() {
    let checks = [judged(.notApplicable, 5), judged(.notApplicable, 1)]
    func totals(_ policy: NotApplicablePolicy) -> [Int64] {
      let derived = points(of: checks, weight: 6_000_000, policy: policy)
      return [derived.reduce(0) { $0 + $1.earned }, derived.reduce(0) { $0 + $1.of }]
    }
    #expect(totals(.redistribute) == [0, 0])
    #expect(totals(.exclude) == [0, 0])
    #expect(totals(.full) == [6_000_000, 6_000_000])
    #expect(totals(.zero) == [0, 6_000_000])
  }

  @Test("Without a weight an area counts its checks' points as they are")
  func noWeight() {
    let derived = points(of: [judged(.met, 7), judged(.unmet, 3)], weight: nil, policy: .exclude)
    #expect(derived.map(\.of) == [7_000_000, 3_000_000])
    #expect(derived.map(\.earned) == [7_000_000, 0])
  }

  @Test("Checks of no points take nothing and earn nothing, even of freed points")
  func zeroPoints() {
    let scored = points(
      of: [judged(.met, 0), judged(.met, 4)], weight: 9_000_000, policy: .redistribute)
    #expect(scored.map(\.earned) == [0, 9_000_000])
    let alone = points(
      of: [judged(.met, 0), judged(.notApplicable, 4)], weight: 9_000_000, policy: .redistribute)
    #expect(alone.map(\.of) == [0, 0])
    let none = points(of: [judged(.met, 0)], weight: 9_000_000, policy: .redistribute)
    #expect(none.map(\.of) == [0])
    #expect(points(of: [], weight: 9_000_000, policy: .full).isEmpty)
  }

  @Test("Only decided checks earn; what is unanswered or failed stays in the total")
  func undecided() {
    for verdict in [Verdict.unanswered, .error] {
      let derived = points(
        of: [judged(verdict, 5, Rational(1))], weight: nil, policy: .redistribute)
      #expect(derived[0].earned == 0)
      #expect(derived[0].of == 5_000_000)
    }
  }

  @Test("Raising one credit never lowers the points", arguments: [3, 1_989])
  func monotone(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for trial in 0..<2_000 {
      let policy = NotApplicablePolicy.allCases.randomElement(using: &generator)!
      var checks: [Judged] = []
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let verdict = Verdict.allCases.randomElement(using: &generator)!
        let credit = try ratio(Int64.random(in: 1...6, using: &generator), 7)
        checks.append(
          judged(
            verdict, Int64.random(in: 0...20, using: &generator),
            verdict == .partial ? credit : nil))
      }
      let weight =
        Bool.random(using: &generator) ? Int64.random(in: 0...99_999_999, using: &generator) : nil
      let before = points(of: checks, weight: weight, policy: policy)
      for (index, check) in checks.enumerated() where check.judgement.verdict == .partial {
        var raised = checks
        raised[index] = judged(.met, check.check.points / 1_000_000)
        let after = points(of: raised, weight: weight, policy: policy)
        let isRight =
          after.reduce(0) { $0 + $1.earned } >= before.reduce(0) { $0 + $1.earned }
          && after.map(\.of) == before.map(\.of)
        guard isRight else {
          Issue.record("seed \(seed), trial \(trial), check \(index)")
          return
        }
      }
    }
  }
}
