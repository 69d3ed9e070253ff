import CEL
import Diagnostics
@testable import InspectionCore
import Testing

@Suite("A level on a scale, each worth a share of the points")
struct RubricTests {
  private static let scale: Indicator = {
    var scale = Sample.indicator("a.level", .choice)
    scale.options = ["full", "most", "some", "none"].map {
      ChoiceOption(id: $0, title: Sample.text("Mức \($0)", "level \($0)"))
    }
    return scale
  }()

  private static func share(_ percent: Int64) -> Rational { Rational(millionths: percent * 10_000) }

  private static let levels: [String: Rational] = [
    "full": share(100), "most": share(75), "some": share(25), "none": share(0),
  ]

  private func check(
    _ levels: [String: Rational] = levels, partial: PartialCredit = .linear
  ) -> Check {
    Sample.check(
      "X", "rubric", ["of": .name("a.level"), "levels": .shares(levels)], partial: partial)
  }

  private func result(_ check: Check, _ answer: Answer?) throws -> CheckResult {
    try Sample.result(
      check, indicators: [Self.scale], answer.map { ["a.level": $0] } ?? [:])
  }

  @Test(
    "Each level earns its share of the points",
    arguments: [
      ("full", Verdict.met, 10_000_000), ("most", .partial, 7_500_000),
      ("some", .partial, 2_500_000), ("none", .unmet, 0),
    ])
  func levels(level: String, verdict: Verdict, points: Int64) throws {
    let found = try result(check(), Answer(.text(level)))
    #expect(found.verdict == verdict)
    #expect(found.points.earned == points)
    #expect(found.wanting.isEmpty)
  }

  @Test("Steps of partial credit apply to the shares, too")
  func steps() throws {
    let stepped = check(
      partial: .stepped([CreditStep(from: .half, credit: Self.share(40))]))
    #expect(try result(stepped, Answer(.text("most"))).points.earned == 4_000_000)
    #expect(try result(stepped, Answer(.text("some"))).verdict == .unmet)
  }

  @Test("No level, or one that the scale does not have, is unanswered")
  func unanswered() throws {
    for answer in [nil, Answer.missing, Answer(.text("most of it")), Answer(.bool(true))] {
      let found = try result(check(), answer)
      #expect(found.verdict == .unanswered)
      #expect(found.wanting == ["a.level"])
    }
  }

  @Test("A scale that leaves an option out, adds one, or gives none all the points is reported")
  func mistakes() {
    func codes(_ change: (inout [String: Rational]) -> Void) -> [String] {
      var levels = Self.levels
      change(&levels)
      return problems(check(levels), [Self.scale])
    }
    #expect(codes { _ in }.isEmpty)
    #expect(codes { $0["some"] = nil } == ["level-missing"])
    #expect(codes { $0["sum"] = .zero } == ["level-unknown"])
    #expect(codes { $0["full"] = .half } == ["level-share"])
    #expect(codes { $0["none"] = Rational(-1) } == ["level-share"])
    #expect(codes { $0["none"] = Rational(2) } == ["level-share"])
    #expect(problems(check(partial: .none), [Self.scale]) == ["level-partial"])
    let whole = Self.levels.mapValues { $0 == .one ? .one : Rational.zero }
    #expect(problems(check(whole, partial: .none), [Self.scale]).isEmpty)
    #expect(problems(check(), [Sample.indicator("a.level", .text)]) == ["indicator-type"])
  }
}
