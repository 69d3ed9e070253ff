import CEL
import Diagnostics
import InspectionCore
import Testing

@Suite("No area and no check may earn nothing")
struct ZeroLimitTests {
  private static let indicators = ["a.n", "b.n", "c.n"].map { Sample.indicator($0) }
  private static let bands = [("good", "0.5"), ("fair", "0.25"), ("weak", "0")].map {
    Band(id: $0.0, title: LocalizedText(same: $0.0), from: Rational(decimal: $0.1)!)
  }

  /// Area A of 80 points with A-1; area B of 20 points with B-1 and B-2.
  private func score(
    _ limits: [ZeroLimit], _ a: Answer?, _ b: Answer?, _ c: Answer?,
    change: (inout Checklist) -> Void = { _ in }
  ) throws -> Score {
    var checklist = Sample.checklist(
      [
        Sample.area("A", weight: 80, [Sample.rule("A-1", "a.n == 1")]),
        Sample.area(
          "B", weight: 20, [Sample.rule("B-1", "b.n == 1"), Sample.rule("B-2", "c.n / 4")]),
      ], indicators: Self.indicators,
      scoring: ScoringRules(bands: Self.bands, zeroLimits: limits))
    change(&checklist)
    var answers: [String: Answer] = [:]
    answers["a.n"] = a
    answers["b.n"] = b
    answers["c.n"] = c
    return try Sample.assessment(checklist, answers).score
  }

  private static let areas = ZeroLimit(subject: .areas, grade: "weak")
  private static let checks = ZeroLimit(subject: .checks, grade: "fair")

  private func states(_ score: Score) -> [String] {
    score.zeroLimits.map { $0.id + " " + $0.state.rawValue }
  }

  @Test("An area that earns nothing limits the grade whatever the total")
  func struck() throws {
    let without = try score([], .int(1), .int(0), .int(0))
    #expect(without.grade?.id == "good")
    let limited = try score([Self.areas], .int(1), .int(0), .int(0))
    #expect(states(limited) == ["A passed", "B struck"])
    #expect(limited.grade?.id == "weak")
    #expect(limited.points == without.points)
    // The smallest part of a point is something.
    let little = try score([Self.areas], .int(1), .int(0), .int(1))
    #expect(states(little) == ["A passed", "B passed"])
    #expect(little.grade?.id == "good")
  }

  @Test("While an area without points is not decided, the grade is withheld and says why")
  func open() throws {
    for missing in [Answer.missing, nil] {
      let score = try score([Self.areas], .int(1), .int(0), missing)
      #expect(states(score) == ["A passed", "B open"])
      #expect(score.grade == nil)
      #expect(
        score.withheld
          == LocalizedText(
            vi: "B chưa chấm xong, chưa biết có bị 0 điểm hay không",
            en: "B is not decided and may yet earn nothing"))
    }
    let earned = try score([Self.areas], .int(1), .int(1), .missing)
    #expect(states(earned) == ["A passed", "B passed"])
    #expect(earned.grade?.id == "good")
  }

  @Test("Single checks are looked at where that is what is asked")
  func single() throws {
    let score = try score([Self.checks], .int(1), .int(1), .int(0))
    #expect(states(score) == ["A-1 passed", "B-1 passed", "B-2 struck"])
    #expect(score.grade?.id == "fair")
    let part = try self.score([Self.checks], .int(1), .int(1), .int(1))
    #expect(states(part) == ["A-1 passed", "B-1 passed", "B-2 passed"])
    #expect(part.grade?.id == "good")
  }

  @Test("Ids narrow a limit to some areas or checks")
  func narrowed() throws {
    let score = try score(
      [
        ZeroLimit(subject: .areas, ids: ["A"], grade: "weak"),
        ZeroLimit(subject: .checks, ids: ["B-1"], grade: "weak"),
      ], .int(1), .int(1), .int(0))
    #expect(states(score) == ["A passed", "B-1 passed"])
    #expect(score.grade?.id == "good")
  }

  @Test("Of several that strike the lowest grade holds, and none raises one")
  func lowest() throws {
    let both = try score([Self.checks, Self.areas], .int(1), .int(0), .int(0))
    #expect(both.grade?.id == "weak")
    let raised = try score([ZeroLimit(subject: .areas, grade: "good")], .int(0), .int(1), .int(0))
    #expect(raised.share == Rational(decimal: "0.1"))
    #expect(raised.grade?.id == "weak")
  }

  @Test("What can earn nothing anyway is left out: not applicable, or worth no points")
  func leftOut() throws {
    func naB(_ policy: NotApplicablePolicy) throws -> Score {
      try score([Self.areas, Self.checks], .int(1), .int(1), .int(4)) {
        $0.scoring.notApplicable = policy
        for index in $0.areas[1].checks.indices { $0.areas[1].checks[index].condition = "false" }
      }
    }
    for policy in [NotApplicablePolicy.redistribute, .exclude] {
      #expect(try states(naB(policy)) == ["A passed", "A-1 passed"])
      #expect(try naB(policy).grade?.id == "good")
    }
    #expect(try states(naB(.full)).allSatisfy { $0.hasSuffix("passed") })
    // Points that are lost are nothing earned.
    #expect(
      try states(naB(.zero)).filter { $0.hasSuffix("struck") } == [
        "B struck", "B-1 struck", "B-2 struck",
      ])
    let unscored = try score([Self.checks], .int(1), .int(0), .int(4)) {
      $0.areas[1].checks[0].points = 0
    }
    #expect(states(unscored) == ["A-1 passed", "B-2 passed"])
  }
}
