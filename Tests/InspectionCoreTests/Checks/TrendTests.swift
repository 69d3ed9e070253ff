import CEL
import Diagnostics
@testable import InspectionCore
import Testing

@Suite("A figure against the same figure of the period before")
struct TrendTests {
  private static let indicators = [
    Sample.indicator("a.n", from: .zero), Sample.indicator("b.n", from: .zero),
    Sample.indicator("a.balance"), Sample.indicator("a.children", from: .zero, counts: .children),
  ]

  private func assessed(
    _ check: Check, _ now: [String: Answer], before: [String: Answer]?
  ) throws -> (assessment: Assessment, checklist: Checklist) {
    let checklist = Sample.checklist([Sample.area("A", [check])], indicators: Self.indicators)
    var submission = Sample.submission(now)
    if let before {
      submission.earlier = [
        PeriodAnswers(
          period: try #require(Period(iso: "2023-01-01/2023-12-31")), answers: before)
      ]
    }
    let compiled = try CompiledChecklist(checklist)
    return (assess(compiled, submission, AssessmentContext(asOf: Sample.asOf)), checklist)
  }

  private func result(
    _ check: Check, _ now: [String: Answer], before: [String: Answer]?
  ) throws -> CheckResult {
    try #require(try assessed(check, now, before: before).assessment.result(of: "X"))
  }

  private func trend(
    _ change: String, by: Int64? = nil, whenZero: String? = nil, of value: String = "a.n",
    previous: String? = nil
  ) -> Check {
    var parameters: [String: ParameterValue] = [
      "value": .expression(value), "change": .name(change),
    ]
    if let by { parameters["by"] = .number(Rational(millionths: by * 10_000), .percent) }
    if let whenZero { parameters["when_zero"] = .name(whenZero) }
    if let previous { parameters["previous"] = .expression(previous) }
    return Sample.check("X", "trend", parameters)
  }

  /// What each change says, as a rule would say it.
  private static let rules: [(change: String, by: Int64?, rule: String)] = [
    ("rises", nil, "a.n > previous.a.n"), ("falls", nil, "a.n < previous.a.n"),
    ("does_not_rise", nil, "a.n <= previous.a.n"), ("does_not_fall", nil, "a.n >= previous.a.n"),
    ("rises", 25, "a.n >= 1.25 * previous.a.n"), ("falls", 25, "a.n <= 0.75 * previous.a.n"),
    ("does_not_rise", 50, "a.n <= 1.5 * previous.a.n"),
    ("does_not_fall", 50, "a.n >= 0.5 * previous.a.n"),
  ]

  @Test("Above zero it says what the rule written out says", arguments: rules.indices)
  func agreement(position: Int) throws {
    let (change, by, rule) = Self.rules[position]
    let needsZero = by != nil || change == "falls"
    let check = trend(change, by: by, whenZero: needsZero ? "unanswered" : nil)
    for before in Int64(1)...8 {
      for now in Int64(0)...12 {
        let answers = (now: ["a.n": Answer.int(now)], before: ["a.n": Answer.int(before)])
        let expected = try result(Sample.rule("X", rule), answers.now, before: answers.before)
        let found = try result(check, answers.now, before: answers.before)
        #expect(found.verdict == expected.verdict, "\(change) \(before) to \(now)")
        #expect(found.inputs.contains("previous.a.n"))
      }
    }
  }

  @Test("What a zero before means is said by the author, except where zero decides by itself")
  func zero() throws {
    let none = ["a.n": Answer.int(0)]
    for word in ["met", "unmet", "not_applicable", "unanswered"] {
      for check in [
        trend("falls", whenZero: word), trend("falls", by: 2, whenZero: word),
        trend("does_not_rise", by: 50, whenZero: word),
      ] {
        #expect(try result(check, none, before: none).verdict.rawValue == word)
        #expect(try result(check, [:], before: none).verdict.rawValue == word)
      }
    }
    #expect(try result(trend("rises"), none, before: none).verdict == .unmet)
    #expect(try result(trend("rises"), ["a.n": .int(1)], before: none).verdict == .met)
    #expect(try result(trend("does_not_rise"), none, before: none).verdict == .met)
  }

  @Test("A missing figure of either period leaves it open and is asked for by its name")
  func missing() throws {
    let check = trend("does_not_fall", of: "a.n + b.n")
    let now = ["a.n": Answer.int(1), "b.n": .int(2)]
    let none = try result(check, now, before: nil)
    #expect(none.verdict == .unanswered)
    #expect(none.wanting == ["previous.a.n", "previous.b.n"])
    let one = try result(check, now, before: ["a.n": .int(1)])
    #expect(one.wanting == ["previous.b.n"])
    let known = try result(check, now, before: ["a.n": .int(1), "b.n": .int(2)])
    #expect(known.verdict == .met)
  }

  @Test("Bounds decide where they can, and otherwise the inexact figure is asked for")
  func bounds() throws {
    let check = trend("falls", by: 10, whenZero: "met")
    func found(_ now: Answer, _ before: Answer) throws -> CheckResult {
      try result(check, ["a.n": now], before: ["a.n": before])
    }
    #expect(try found(.known(9, .atMost, "a.n"), .int(10)).verdict == .met)
    #expect(try found(.known(9, .over, "a.n"), .int(10)).verdict == .unmet)
    let open = try found(.known(9, .atLeast, "a.n"), .int(10))
    #expect(open.verdict == .unanswered)
    #expect(open.wanting == ["a.n"])
    let before = try found(.int(9), .known(9, .atLeast, "a.n"))
    #expect(before.verdict == .unanswered)
    #expect(before.wanting == ["previous.a.n"])
    #expect(try found(.int(9), .known(10, .atLeast, "a.n")).verdict == .met)
  }

  @Test("A figure before that may be zero decides only what zero would decide too")
  func perhapsZero() throws {
    let now = ["a.n": Answer.int(11)]
    let before = ["a.n": Answer.known(10, .atMost, "a.n")]
    let unmet = trend("falls", by: 2, whenZero: "unmet")
    #expect(try result(unmet, now, before: before).verdict == .unmet)
    for word in ["met", "not_applicable", "unanswered"] {
      let check = trend("falls", by: 2, whenZero: word)
      #expect(try result(check, now, before: before).verdict == .unanswered)
    }
  }

  @Test("No share is told of a negative figure, but which of two is greater is")
  func negative() throws {
    let now = ["a.balance": Answer.int(-1)]
    let before = ["a.balance": Answer.int(-2)]
    let share = trend("rises", by: 5, whenZero: "met", of: "a.balance")
    #expect(try result(share, now, before: before).verdict == .error)
    #expect(
      try result(share, now, before: ["a.balance": .known(2, .atMost, "a.balance")]).verdict
        == .unanswered)
    #expect(try result(trend("rises", of: "a.balance"), now, before: before).verdict == .met)
  }

  @Test("The figure before may be an indicator of its own")
  func own() throws {
    let check = trend("does_not_fall", previous: "b.n")
    #expect(try result(check, ["a.n": .int(5), "b.n": .int(5)], before: nil).verdict == .met)
    #expect(try result(check, ["a.n": .int(5), "b.n": .int(6)], before: nil).verdict == .unmet)
  }

  @Test("The public learns neither a small count nor the figure that would narrow it down")
  func disclosure() throws {
    let check = trend("falls", by: 20, whenZero: "met", of: "a.children")
    func told(_ now: Int64, _ before: Int64) throws -> (masked: Set<String>, reason: String) {
      let (assessment, checklist) = try assessed(
        check, ["a.children": .int(now)], before: ["a.children": .int(before)])
      let disclosure = Disclosure(assessment, checklist: checklist, for: .everyone)
      let result = try #require(assessment.result(of: "X"))
      return (disclosure.masked, disclosure.reason(of: result, .en))
    }
    for (now, before) in [(3, 12), (12, 3), (1, 4)] as [(Int64, Int64)] {
      let small = try told(now, before)
      #expect(small.masked == ["a.children", "previous.a.children"])
      #expect(small.reason == "[masked]")
    }
    let large = try told(9, 12)
    #expect(large.masked.isEmpty)
    #expect(
      large.reason == "9, before it 12 (a change of -25%), needs to fall by at least 20%")
  }

  @Test("Parameters that make no sense together are reported")
  func parameters() {
    func codes(_ check: Check) -> [String] { problems(check, Self.indicators) }
    #expect(codes(trend("rises")).isEmpty)
    #expect(codes(trend("rises", whenZero: "met")) == ["parameter-pair"])
    #expect(codes(trend("falls")) == ["missing-parameter"])
    #expect(codes(trend("rises", by: 2)) == ["missing-parameter"])
    #expect(codes(trend("grows")) == ["unknown-choice"])
    #expect(codes(trend("falls", by: 101, whenZero: "met")) == ["change-share"])
    #expect(codes(trend("rises", by: 101, whenZero: "met")).isEmpty)
    #expect(codes(trend("rises", by: 0, whenZero: "met")) == ["change-share"])
    for value in ["1.5", "previous.a.n", "a.n * period.days"] {
      #expect(codes(trend("rises", of: value)).contains("no-previous"), "\(value)")
    }
    var plain = trend("rises", whenZero: "met")
    plain.parameters["by"] = .number(.half, .plain)
    #expect(codes(plain) == ["change-share"])
  }
}
