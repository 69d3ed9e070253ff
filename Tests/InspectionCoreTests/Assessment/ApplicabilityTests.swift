import CEL
import Diagnostics
@testable import InspectionCore
import Testing

@Suite struct ApplicabilityTests {
  private static let indicators = [Sample.indicator("a.n"), Sample.indicator("b.n")]

  private func result(
    _ check: Check, _ answers: [String: Answer] = ["a.n": .int(1)], citations: [Citation] = [],
    period: String = "2024-01-01/2024-12-31"
  ) throws -> CheckResult {
    try Sample.result(
      check, indicators: Self.indicators, answers, citations: citations,
      period: #require(Period(iso: period)))
  }

  @Test(
    "A check applies where its own dates share a day with the period",
    arguments: [
      ("2024-12-31", nil, true), ("2025-01-01", nil, false), (nil, "2024-01-01", true),
      (nil, "2023-12-31", false), ("2020-01-01", "2030-01-01", true),
    ] as [(String?, String?, Bool)])
  func effectiveDates(from: String?, to: String?, applies: Bool) throws {
    let check = Sample.rule("X", "a.n == 1", from: from, to: to)
    let result = try result(check)
    #expect(result.verdict == (applies ? .met : .notApplicable))
    guard !applies else { return }
    let expected =
      from == nil
      ? LocalizedText(
        vi: "Mục này áp dụng đến hết ngày 31/12/2023", en: "The check applied up to 2023-12-31")
      : LocalizedText(
        vi: "Mục này áp dụng từ ngày 01/01/2025", en: "The check applies from 2025-01-01")
    #expect(result.reason == Reason(expected))
  }

  @Test(
    "A duty, a target and a criterion need a rule in force; consistency and practice do not",
    arguments: CheckClass.allCases)
  func lawInForce(checkClass: CheckClass) throws {
    let later = Sample.citation("later", from: "2025-01-01")
    let ended = Sample.citation("ended", from: "2015-01-01", to: "2023-12-31")
    let check = Sample.rule("X", "a.n == 1", checkClass: checkClass, cites: ["later/1", "ended"])
    let result = try result(check, citations: [later, ended])
    #expect(checkClass.needsForce == (checkClass != .consistency && checkClass != .practice))
    #expect(result.verdict == (checkClass.needsForce ? .notApplicable : .met))
    guard checkClass.needsForce else { return }
    #expect(
      result.reason
        == Reason(
          LocalizedText(
            vi: "Văn bản làm căn cứ (LATER, ENDED) không có hiệu lực trong kỳ được kiểm tra",
            en: "What it rests on (LATER, ENDED) was not in force in the inspected period")))
  }

  @Test("One of several documents in force on one day of the period is enough")
  func oneInForce() throws {
    let check = Sample.rule("X", "a.n == 1", checkClass: .duty, cites: ["later", "ended"])
    let later = Sample.citation("later", from: "2025-01-01")
    let lastDay = Sample.citation("ended", from: "2015-01-01", to: "2024-01-01")
    #expect(try result(check, citations: [later, lastDay]).verdict == .met)
    let firstDay = Sample.citation("later", from: "2024-12-31")
    let ended = Sample.citation("ended", from: "2015-01-01", to: "2023-12-31")
    #expect(try result(check, citations: [firstDay, ended]).verdict == .met)
    #expect(
      try result(check, citations: [later, ended], period: "2025-01-01/2025-01-01").verdict == .met)
  }

  @Test(
    "A condition that holds lets the rule speak, one that does not makes the check not applicable",
    arguments: [
      ("b.n > 0", .int(1), .met), ("b.n > 0", .int(0), .notApplicable),
      ("b.n > 0", .missing, .unanswered), ("1 / b.n > 0", .int(0), .error),
    ] as [(String, Answer, Verdict)])
  func conditions(condition: String, answer: Answer, verdict: Verdict) throws {
    let check = Sample.rule("X", "a.n == 1", when: condition)
    let result = try result(check, ["a.n": .int(1), "b.n": answer])
    #expect(result.verdict == verdict)
    #expect(result.wanting == (verdict == .unanswered ? ["b.n"] : []))
  }

  @Test("A condition is not even asked where the period rules the check out")
  func obstacleFirst() throws {
    let check = Sample.rule("X", "a.n == 1", from: "2030-01-01", when: "b.n > 0")
    #expect(try result(check, [:]).verdict == .notApplicable)
  }

  @Test("A verdict given without a figure names it")
  func decidedWithout() throws {
    let either = Sample.rule("X", "a.n == 1 || b.n == 1")
    #expect(try result(either).decidedWithout == ["b.n"])
    #expect(try result(either, ["a.n": .int(1), "b.n": .int(0)]).decidedWithout.isEmpty)
    #expect(try result(either, ["a.n": .int(0)]).decidedWithout.isEmpty)
    let supplied = Sample.check(
      "X", "supplied", ["figures": .list([.name("a.n"), .name("b.n")])])
    let judged = try result(supplied)
    #expect(judged.verdict == .unmet)
    #expect(judged.decidedWithout.isEmpty)
  }

  @Test("What is missing is unanswered and asked for; what cannot be computed is an error")
  func unansweredAndError() throws {
    let quotient = Sample.rule("X", "a.n / b.n >= 1")
    let checklist = Sample.checklist(
      [Sample.area("A", [quotient])], indicators: Self.indicators)
    let open = try Sample.assessment(checklist, ["a.n": .int(1)])
    #expect(open.areas[0].checks[0].verdict == .unanswered)
    #expect(open.dataRequests.map(\.indicators) == [["b.n"]])
    #expect(open.completeness == Completeness(answered: 0, applicable: 1))
    let failed = try Sample.assessment(checklist, ["a.n": .int(1), "b.n": .int(0)])
    #expect(failed.areas[0].checks[0].verdict == .error)
    #expect(failed.dataRequests.isEmpty && failed.deficiencies.isEmpty)
    #expect(failed.reason(of: "X", in: checklist, .vi) == "Không tính được: phép chia cho 0")
  }
}
