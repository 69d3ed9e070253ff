import CEL
import Diagnostics
@testable import InspectionCore
import TestSupport
import Testing

@Suite("How far a score can still move, and how firmly it stands")
struct ScoreStandingTests {
  private static func band(_ id: String, _ from: String) -> Band {
    Band(id: id, title: LocalizedText(same: id), from: Rational(decimal: from)!)
  }

  private static let bands = [band("good", "0.8"), band("fair", "0.5"), band("weak", "0")]

  private static let checks = [
    Sample.rule("A", "x.a", points: 4), Sample.rule("B", "x.b && x.c", points: 3),
    Sample.rule("C", "x.c", points: 2), Sample.rule("D", "x.d", points: 1),
  ]

  private static func checklist(_ scoring: ScoringRules) -> Checklist {
    Sample.checklist(
      [Sample.area("area", checks)],
      indicators: ["x.a", "x.b", "x.c", "x.d"].map { Sample.indicator($0, .bool) },
      scoring: scoring)
  }

  private func standing(
    _ answers: [String: Answer], _ scoring: ScoringRules = ScoringRules(bands: bands)
  ) throws -> Standing {
    try Sample.assessment(Self.checklist(scoring), answers).standing(scoring)
  }

  @Test("The range runs from what is earned to what could be")
  func range() throws {
    let possible = try #require(try standing(["x.a": .yes, "x.d": .no]).possible)
    #expect(possible.least == 4_000_000 && possible.greatest == 9_000_000)
    #expect(possible.lowestGrade?.id == "weak" && possible.highestGrade?.id == "good")
    let decided: [String: Answer] = ["x.a": .yes, "x.b": .no, "x.c": .yes, "x.d": .no]
    #expect(try standing(decided).possible == nil)
  }

  @Test("Open limits strike at the least and pass at the greatest; struck ones stay")
  func limits() throws {
    let gated = ScoringRules(bands: Self.bands, gates: [GradeLimit(check: "B", grade: "weak")])
    let open = try #require(try standing(["x.a": .yes, "x.c": .yes, "x.d": .yes], gated).possible)
    #expect(open.least == 7_000_000)
    #expect(open.lowestGrade?.id == "weak" && open.highestGrade?.id == "good")
    let capped = ScoringRules(bands: Self.bands, caps: [GradeLimit(check: "D", grade: "fair")])
    let struck = try #require(try standing(["x.a": .yes, "x.d": .no], capped).possible)
    #expect(struck.highestGrade?.id == "fair")
  }

  @Test("A figure that several checks want alone moves the sum of them")
  func openAnswers() throws {
    let found = try standing(["x.a": .yes]).openAnswers
    #expect(found.map(\.indicator) == ["x.c", "x.d", "x.b"])
    #expect(found.map(\.alone) == [2_000_000, 1_000_000, 0])
    #expect(found.map(\.together) == [3_000_000, 0, 3_000_000])
    #expect(found[0].checks == ["B", "C"])
    // With one of the two known, the other decides alone.
    let later = try standing(["x.a": .yes, "x.b": .yes, "x.d": .no]).openAnswers
    #expect(later.map(\.indicator) == ["x.c"] && later[0].alone == 5_000_000)
  }

  @Test("A check is verified where everything its rule reads was seen in documents or on site")
  func verified() throws {
    func known(_ value: Bool, _ basis: Basis) -> Answer { Answer(.bool(value), basis: basis) }
    let standing = try standing([
      "x.a": known(true, .documents), "x.b": known(true, .seen), "x.c": known(true, .interview),
      "x.d": known(false, .seen),
    ])
    #expect(standing.verified.checks == 2)
    #expect(standing.verified.points == 4_000_000 && standing.verified.of == 5_000_000)
    #expect(standing.verified.share == Rational(decimal: "0.5"))
    // A figure that is not answered does not unmake what was decided without it.
    let without = try self.standing(["x.b": known(false, .seen)])
    #expect(without.verified.checks == 1 && without.verified.of == 3_000_000)
  }

  @Test("What is settled without an answer is not verified")
  func withoutAnswers() throws {
    func supplied(_ id: String, _ names: String...) -> Check {
      let figures = ParameterValue.list(names.map { .name($0) })
      return Sample.check(id, "supplied", ["figures": figures], points: 2)
    }
    let checklist = Sample.checklist(
      [
        Sample.area(
          "area",
          [
            Sample.rule("LEVEL", "unit.level == 'district'", points: 3),
            Sample.rule("FALSE", "1 > 2", points: 1),
            Sample.rule("IDLE", "x.a", points: 4, when: "x.b"),
            supplied("NONE", "x.c", "x.d"), supplied("SOME", "x.b", "x.d"),
          ])
      ],
      indicators: ["x.a", "x.b", "x.c", "x.d"].map { Sample.indicator($0, .bool) },
      scoring: ScoringRules(notApplicable: .full))
    let seen = Answer(.bool(false), basis: .seen)
    let assessment = try Sample.assessment(
      checklist, ["x.b": seen, "x.d": Answer(.missing(LocalizedText(same: "-")), basis: .seen)])
    let verdicts = assessment.areas[0].checks.map(\.verdict)
    #expect(verdicts == [.met, .unmet, .notApplicable, .unmet, .unmet])
    let verified = assessment.standing(checklist.scoring).verified
    #expect(verified.checks == 1 && verified.of == 2_000_000 && verified.points == 0)
  }

  @Test("A check that a plugin judged by files is not verified, one judged by seen answers is")
  func plugins() throws {
    let list = ParameterDescription("of", .figure, LocalizedText(same: "of"))
    let kind = ExternalKind(
      id: "lists", version: "1", title: LocalizedText(same: "lists"),
      summary: LocalizedText(same: "lists"), parameters: [ExternalKind.Parameter(list)])
    let check = Sample.check("P", "lists", ["of": .expression("x.n")], points: 3)
    var checklist = Sample.checklist(
      [Sample.area("area", [check])], indicators: [Sample.indicator("x.n")])
    checklist.plugins = [kind]
    let compiled = try CompiledChecklist(checklist)
    func verified(_ basis: Basis, _ files: [PluginOutcome.SentFile]) -> VerifiedScore {
      var context = AssessmentContext(asOf: Sample.asOf)
      context.outcomes["P"] = PluginOutcome(
        .met, reason: LocalizedText(same: "-"), used: ["of"], files: files)
      let answers = ["x.n": Answer(.number(Number(2)), basis: basis)]
      return assess(compiled, Sample.submission(answers), context).standing(checklist.scoring)
        .verified
    }
    let file = PluginOutcome.SentFile(id: "mc", digest: String(repeating: "0", count: 64))
    #expect(verified(.seen, []).checks == 1 && verified(.seen, []).points == 3_000_000)
    #expect(verified(.reported, []).checks == 0)
    #expect(verified(.seen, [file]).checks == 0 && verified(.seen, [file]).of == 0)
  }

  @Test(
    "Whatever the missing answers turn out to be, score and grade end in range",
    arguments: [7, 2_024])
  func bounds(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for trial in 0..<400 {
      let sample = RandomChecklist(using: &generator)
      let compiled = try CompiledChecklist(sample.checklist)
      let rules = sample.checklist.scoring
      func assessed(_ answers: [String: Answer]) -> Assessment {
        assess(
          compiled, Sample.submission(answers), AssessmentContext(asOf: Sample.asOf))
      }
      let before = assessed(sample.answers)
      let standing = before.standing(rules)
      for _ in 0..<4 {
        let after = assessed(sample.completed(using: &generator))
        let place = "seed \(seed), trial \(trial)"
        guard let possible = standing.possible else {
          #expect(after.score.points == before.score.points, "\(place)")
          continue
        }
        try expect(after, in: possible, of: before, bands: rules.bands, place)
      }
    }
  }

  private func expect(
    _ after: Assessment, in possible: PossibleScore, of before: Assessment, bands: [Band],
    _ place: String
  ) throws {
    // Points are rounded to millionths once a check; shares may differ by as little.
    let slack: Int128 = 20
    let (points, of, whole) =
      (Int128(after.score.points), Int128(after.score.of), Int128(before.score.of))
    #expect(points * whole + slack * whole >= Int128(possible.least) * of, "\(place)")
    #expect(points * whole <= Int128(possible.greatest) * of + slack * whole, "\(place)")
    guard let grade = after.score.grade, let lowest = possible.lowestGrade,
      let highest = possible.highestGrade
    else { return }
    let order = bands.map(\.id)
    let index = try #require(order.firstIndex(of: grade.id))
    #expect(index <= (order.firstIndex(of: lowest.id) ?? -1), "\(place)")
    #expect(index >= (order.firstIndex(of: highest.id) ?? .max), "\(place)")
  }
}

/// A checklist of yes-or-no rules with conditions, limits and some answers, all at random.
private struct RandomChecklist {
  let checklist: Checklist
  let answers: [String: Answer]
  private static let names = (0..<7).map { "x.f\($0)" }

  init(using generator: inout SeededGenerator) {
    func name() -> String { Self.names.randomElement(using: &generator)! }
    var areas: [Area] = []
    for area in 0..<3 {
      let checks = (0..<Int.random(in: 1...4, using: &generator)).map { number in
        let rules = [name(), "\(name()) && \(name())", "\(name()) || \(name())", "!\(name())"]
        return Sample.rule(
          "C\(area)\(number)", rules.randomElement(using: &generator)!,
          points: Int64.random(in: 0...5, using: &generator),
          when: Bool.random(using: &generator) ? nil : name())
      }
      areas.append(
        Sample.area(
          "a\(area)", weight: Bool.random(using: &generator) ? 10 : nil, checks))
    }
    let ids = areas.flatMap { $0.checks.map(\.id) }
    func limits() -> [GradeLimit] {
      Bool.random(using: &generator)
        ? [GradeLimit(check: ids.randomElement(using: &generator)!, grade: "fair")] : []
    }
    checklist = Sample.checklist(
      areas, indicators: Self.names.map { Sample.indicator($0, .bool) },
      scoring: ScoringRules(
        notApplicable: NotApplicablePolicy.allCases.randomElement(using: &generator)!,
        bands: [("good", "0.8"), ("fair", "0.5"), ("weak", "0")].map {
          Band(id: $0.0, title: LocalizedText(same: $0.0), from: Rational(decimal: $0.1)!)
        }, gates: limits(), caps: limits(),
        zeroLimits: Bool.random(using: &generator)
          ? [ZeroLimit(subject: .checks, grade: "weak")] : []))
    var answers: [String: Answer] = [:]
    for name in Self.names where Bool.random(using: &generator) {
      answers[name] = Bool.random(using: &generator) ? .yes : .no
    }
    self.answers = answers
  }

  /// The answers with those wanting made up.
  func completed(using generator: inout SeededGenerator) -> [String: Answer] {
    var all = answers
    for name in Self.names where all[name] == nil {
      all[name] = Bool.random(using: &generator) ? .yes : .no
    }
    return all
  }
}
