import CEL
import Diagnostics
@testable import InspectionCore
import Testing

@Suite struct GradeTests {
  private static let bands: [Band] = [
    band("good", "0.9"), band("fair", "0.7"), band("weak", "0"),
  ]

  private static func band(_ id: String, _ from: String) -> Band {
    Band(id: id, title: LocalizedText(same: id), from: Rational(decimal: from)!)
  }

  private func score(
    _ points: Int64, of: Int64 = 100_000_000, answered: Int = 1, applicable: Int = 1,
    minimum: String = "0", bands: [Band] = GradeTests.bands, gates: [GradeLimit] = [],
    caps: [GradeLimit] = [], unitClasses: [String] = [], _ verdicts: [String: Verdict] = [:]
  ) -> Score {
    ScoringRules(
      minimumCompleteness: Rational(decimal: minimum)!, bands: bands, gates: gates, caps: caps
    ).score(
      of: [Self.area(points, of: of, verdicts)], unitClasses: unitClasses,
      completeness: Completeness(answered: answered, applicable: applicable),
      isPart: false)
  }

  /// An area with these points and checks of these verdicts.
  private static func area(
    _ points: Int64, of: Int64, _ verdicts: [String: Verdict]
  ) -> AreaResult {
    let checks = verdicts.keys.sorted().map { id in
      CheckResult(
        shared: SharedCheck(Sample.check(id, "presence", [:])), verdict: verdicts[id]!,
        credit: .zero,
        points: PointsDerivation(nominal: 0, redistributed: 0, of: 0, earned: 0, policy: nil),
        reason: Reason([]), inputs: [], wanting: [], decidedWithout: [])
    }
    return AreaResult(
      id: "A", title: LocalizedText(same: "A"), points: points, of: of, checks: checks)
  }

  @Test("A band begins exactly where it says")
  func edges() {
    #expect(score(90_000_000).grade?.id == "good")
    #expect(score(89_999_999).grade?.id == "fair")
    #expect(score(70_000_000).grade?.id == "fair")
    #expect(score(69_999_999).grade?.id == "weak")
    #expect(score(0).grade?.id == "weak")
    #expect(score(100_000_000).grade?.id == "good")
    #expect(score(89_999_999).share == Rational(decimal: "0.89999999"))
  }

  @Test("A share of thirds is compared exactly")
  func thirds() throws {
    let third = Band(
      id: "third", title: LocalizedText(same: "t"), from: try Rational(numerator: 1, denominator: 3)
    )
    let bands = [third, Self.band("weak", "0")]
    #expect(score(33_333_333, bands: bands).grade?.id == "weak")
    #expect(score(33_333_334, bands: bands).grade?.id == "third")
    #expect(score(1, of: 3, bands: bands).grade?.id == "third")
  }

  @Test("A score below the lowest band has no grade and says so")
  func belowAllBands() {
    let low = score(40_000_000, bands: [Self.band("pass", "0.5")])
    #expect(low.grade == nil)
    #expect(low.withheld?.en == "the score reaches no band")
    #expect(score(50_000_000, bands: [Self.band("pass", "0.5")]).grade?.id == "pass")
  }

  @Test("A class of units has bands of its own, the first class listed counting")
  func bandsByClass() throws {
    let good = Band(
      id: "good", title: LocalizedText(same: "g"),
      from: try Rational(numerator: 85, denominator: 100),
      fromByClass: [
        ClassThreshold(unitClass: "mountain", from: try Rational(numerator: 8, denominator: 10)),
        ClassThreshold(unitClass: "urban", from: try Rational(numerator: 9, denominator: 10)),
      ])
    let bands = [good, Self.band("weak", "0")]
    #expect(score(85_000_000, bands: bands).grade?.id == "good")
    #expect(score(84_999_999, bands: bands).grade?.id == "weak")
    #expect(score(80_000_000, bands: bands, unitClasses: ["mountain"]).grade?.id == "good")
    #expect(score(89_999_999, bands: bands, unitClasses: ["urban"]).grade?.id == "weak")
    #expect(
      score(80_000_000, bands: bands, unitClasses: ["urban", "mountain"]).grade?.id == "good")
    #expect(score(84_999_999, bands: bands, unitClasses: ["island"]).grade?.id == "weak")
  }

  @Test("Completeness is enough exactly at its minimum")
  func completeness() {
    #expect(score(1, answered: 4, applicable: 5, minimum: "0.8").grade?.id == "weak")
    let short = score(100_000_000, answered: 79, applicable: 99, minimum: "0.8")
    #expect(short.grade == nil)
    #expect(
      short.withheld
        == LocalizedText(
          vi: "mới chấm được 79 trên 99 mục áp dụng, cần ít nhất 80%",
          en: "79 of 99 applicable checks are decided; at least 80% is needed"))
  }

  @Test("A checklist without bands, or without anything to score, gives no grade and says why")
  func nothingToGrade() {
    #expect(score(1, bands: []).withheld?.en == "this checklist gives no grades")
    let none = score(0, of: 0, answered: 0, applicable: 0)
    #expect(none.withheld?.en == "no check applies to the unit in this period")
    #expect(none.share == nil && none.grade == nil)
    #expect(score(0, of: 0).withheld?.en == "no check that applies carries points")
    #expect(Completeness(answered: 0, applicable: 0).share == nil)
  }

  @Test(
    "A gate and a cap pass, strike or stay open with their check",
    arguments: [
      (.met, .passed, "good", "good"), (.notApplicable, .passed, "good", "good"),
      (.unmet, .struck, "weak", "weak"), (.partial, .struck, "weak", "weak"),
      (.unanswered, .open, nil, "good"), (.error, .open, nil, "good"),
    ] as [(Verdict, LimitState, String?, String?)])
  func limits(verdict: Verdict, state: LimitState, gated: String?, capped: String?) {
    let limit = GradeLimit(check: "X", grade: "weak")
    let gate = score(100_000_000, gates: [limit], ["X": verdict])
    #expect(gate.gates.map(\.state) == [state])
    #expect(gate.grade?.id == gated)
    #expect(
      gate.withheld?.en == (gated == nil ? "the mandatory condition X is not decided" : nil))
    let cap = score(100_000_000, caps: [limit], ["X": verdict])
    #expect(cap.caps.map(\.state) == [state])
    #expect(cap.grade?.id == capped)
    #expect(cap.withheld == nil)
  }

  @Test("Of several limits that strike the lowest holds, and none raises a grade")
  func severalLimits() {
    let verdicts: [String: Verdict] = ["X": .unmet, "Y": .partial, "Z": .met]
    let strict = score(
      95_000_000, gates: [GradeLimit(check: "Y", grade: "fair")],
      caps: [GradeLimit(check: "X", grade: "weak"), GradeLimit(check: "Z", grade: "weak")],
      verdicts)
    #expect(strict.grade?.id == "weak")
    let mild = score(95_000_000, caps: [GradeLimit(check: "Y", grade: "fair")], verdicts)
    #expect(mild.grade?.id == "fair")
    let low = score(10_000_000, caps: [GradeLimit(check: "X", grade: "good")], verdicts)
    #expect(low.grade?.id == "weak")
  }

  @Test("An open gate withholds the grade even where another gate strikes")
  func openGate() {
    let both = score(
      95_000_000,
      gates: [GradeLimit(check: "X", grade: "weak"), GradeLimit(check: "Y", grade: "weak")],
      ["X": .unmet, "Y": .unanswered])
    #expect(both.grade == nil)
    #expect(both.withheld?.vi == "điều kiện bắt buộc Y chưa chấm được")
  }
}
