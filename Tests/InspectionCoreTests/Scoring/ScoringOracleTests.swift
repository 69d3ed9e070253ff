import CEL
import Diagnostics
import InspectionCore
import TestSupport
import Testing

@Suite struct ScoringOracleTests {
  @Test(
    "Thousands of assessments score as the documentation says", arguments: [11, 2_019, 77_777])
  func agreement(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var graded = 0
    for trial in 0..<900 {
      let scenario = Scenario(&generator)
      let assessment = try Sample.assessment(scenario.checklist, scenario.answers)
      let checks = assessment.areas.flatMap { $0.checks }
      let expected = scenario.oracle.shares
      let score = assessment.score
      let grade = scenario.oracle.grade
      let isRight =
        checks.map(\.points.of) == expected.map { Int64($0.of) }
        && checks.map(\.points.earned) == expected.map { Int64($0.earned) }
        && score.points == Int64(expected.reduce(0) { $0 + $1.earned })
        && score.of == Int64(expected.reduce(0) { $0 + $1.of })
        && assessment.areas.map(\.points)
          == assessment.areas.map { area in
            area.checks.reduce(0) { $0 + $1.points.earned }
          }
        && score.grade?.id == grade.map { "band-\($0)" }
        && (score.withheld == nil) == (score.grade != nil)
        && assessment.areas.allSatisfy { 0 <= $0.points && $0.points <= $0.of }
      guard isRight else {
        Issue.record("seed \(seed), trial \(trial): \(scenario.oracle)")
        return
      }
      if grade != nil { graded += 1 }
    }
    #expect(graded > 100 && graded < 900)
  }

  @Test("Redistributing keeps the weight of every area in which something scored applies")
  func weights() throws {
    var generator = SeededGenerator(seed: 606)
    for trial in 0..<500 {
      var scenario = Scenario(&generator)
      scenario.oracle.policy = "redistribute"
      let assessment = try Sample.assessment(scenario.checklist, scenario.answers)
      for (area, planned) in zip(assessment.areas, scenario.oracle.areas) {
        let points = planned.checks.reduce(0) { $0 + $1.points }
        let whole = points == 0 ? 0 : planned.weight ?? points
        let takers = area.checks.filter { $0.verdict != .notApplicable && $0.points.nominal > 0 }
        #expect(area.of == (takers.isEmpty ? 0 : Int64(whole)), "trial \(trial)")
      }
    }
  }

  @Test("Excluding takes the points of what does not apply out of the total")
  func exclusion() throws {
    var generator = SeededGenerator(seed: 607)
    for trial in 0..<500 {
      var scenario = Scenario(&generator)
      scenario.oracle.policy = "zero"
      let kept = try Sample.assessment(scenario.checklist, scenario.answers)
      scenario.oracle.policy = "exclude"
      let excluded = try Sample.assessment(scenario.checklist, scenario.answers)
      var left: Int64 = 0
      for result in kept.areas.flatMap({ $0.checks }) where result.verdict == .notApplicable {
        left += result.points.of
      }
      #expect(excluded.score.of == kept.score.of - left, "trial \(trial)")
      #expect(excluded.score.points == kept.score.points, "trial \(trial)")
    }
  }
}

/// A checklist and answers made at random, with the oracle's view of them.
private struct Scenario {
  var oracle: ScoringOracle
  var answers: [String: Answer] = [:]

  init(_ generator: inout SeededGenerator) {
    var areas: [ScoringOracle.Area] = []
    var count = 0
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      var checks: [(points: Int, outcome: ScoringOracle.Outcome)] = []
      let isEmpty = Int.random(in: 0..<8, using: &generator) == 0
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let outcome = Scenario.outcome(&generator)
        answers.merge(Scenario.answers(count, isEmpty ? .notApplicable : outcome)) { $1 }
        let points = [0, 1, 1_000_000, 2_500_000, 7_000_001].randomElement(using: &generator)!
        checks.append((points, isEmpty ? .notApplicable : outcome))
        count += 1
      }
      let weight =
        Bool.random(using: &generator) ? Int.random(in: 0...40_000_000, using: &generator) : nil
      areas.append(ScoringOracle.Area(weight: weight, checks: checks))
    }
    let bands = [[], [90, 70, 50, 0], [75, 0], [60, 30]].randomElement(using: &generator)!
    func limits(_ generator: inout SeededGenerator) -> [ScoringOracle.Limit] {
      guard !bands.isEmpty else { return [] }
      return (0..<Int.random(in: 0...2, using: &generator)).map { _ in
        ScoringOracle.Limit(
          check: Int.random(in: 0..<count, using: &generator),
          grade: Int.random(in: 0..<bands.count, using: &generator))
      }
    }
    oracle = ScoringOracle(
      areas: areas,
      policy: ["redistribute", "exclude", "full", "zero"].randomElement(using: &generator)!,
      bands: bands, minimumPercent: [0, 50, 80].randomElement(using: &generator)!,
      gates: limits(&generator), caps: limits(&generator))
  }

  private static func outcome(_ generator: inout SeededGenerator) -> ScoringOracle.Outcome {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...3: return .met
    case 4: return .unmet
    case 5...7:
      let whole = Int.random(in: 2...19, using: &generator)
      return .part(Int.random(in: 1..<whole, using: &generator), whole)
    case 8, 9: return .notApplicable
    case 10: return .unanswered
    default: return .failed
    }
  }

  private static func answers(
    _ index: Int, _ outcome: ScoringOracle.Outcome
  ) -> [String: Answer] {
    let (of, to) = ("c\(index).of", "c\(index).to")
    switch outcome {
    case .met: return [of: .int(3), to: .int(3)]
    case .unmet: return [of: .int(0), to: .int(3)]
    case .part(let part, let whole): return [of: .int(Int64(part)), to: .int(Int64(whole))]
    case .notApplicable: return [of: .int(1), to: .int(0)]
    case .unanswered: return [of: .int(1), to: .missing]
    // An average may not enter a sum.
    case .failed: return [of: .known(1, .average, of), to: .int(3)]
    }
  }

  var checklist: Checklist {
    var areas: [Area] = []
    var indicators: [Indicator] = []
    var index = 0
    for (number, area) in oracle.areas.enumerated() {
      var checks: [Check] = []
      for planned in area.checks {
        let (of, to) = ("c\(index).of", "c\(index).to")
        indicators += [Sample.indicator(of, .decimal), Sample.indicator(to, .decimal)]
        let part = planned.outcome == .failed ? "\(of) + 0" : of
        var check = Sample.check(
          "C\(index)", "coverage",
          [
            "of": .expression(part), "to": .expression(to), "when_zero": .name("not_applicable"),
          ], partial: .linear)
        check.points = Int64(planned.points)
        checks.append(check)
        index += 1
      }
      areas.append(
        Area(
          id: "A\(number)", title: LocalizedText(same: "A"), weight: area.weight.map(Int64.init),
          checks: checks))
    }
    func limits(_ limits: [ScoringOracle.Limit]) -> [GradeLimit] {
      limits.map { GradeLimit(check: "C\($0.check)", grade: "band-\($0.grade)") }
    }
    let bands = oracle.bands.enumerated().map { number, percent in
      Band(
        id: "band-\(number)", title: LocalizedText(same: "B"),
        from: Rational(decimal: "\(percent)e-2")!)
    }
    return Sample.checklist(
      areas, indicators: indicators,
      scoring: ScoringRules(
        minimumCompleteness: Rational(decimal: "\(oracle.minimumPercent)e-2")!,
        notApplicable: NotApplicablePolicy(rawValue: oracle.policy)!, bands: bands,
        gates: limits(oracle.gates), caps: limits(oracle.caps)))
  }
}
