import CEL
import Diagnostics
@testable import InspectionCore
import Testing

@Suite("A check may say itself what becomes of its points where it does not apply")
struct NotApplicableTests {
  private func judged(
    _ verdict: Verdict, _ policy: NotApplicablePolicy? = nil
  ) -> Judged {
    var check = Sample.rule("X", "true")
    check.notApplicable = policy
    return Judged(
      check: check,
      judgement: Judgement(
        verdict, credit: verdict == .met ? .one : .zero, reason: Reason([])))
  }

  @Test("Each policy stands beside the others and beside the checklist's")
  func beside() {
    let derived = points(
      of: [
        judged(.met), judged(.notApplicable, .full), judged(.notApplicable, .zero),
        judged(.notApplicable, .exclude), judged(.notApplicable),
      ], weight: 50_000_000, policy: .redistribute)
    #expect(derived.map(\.nominal) == [Int64](repeating: 10_000_000, count: 5))
    #expect(derived.map(\.redistributed) == [10_000_000, 0, 0, 0, 0])
    #expect(derived.map(\.of) == [20_000_000, 10_000_000, 10_000_000, 0, 0])
    #expect(derived.map(\.earned) == [20_000_000, 10_000_000, 0, 0, 0])
    #expect(derived.map(\.policy) == [nil, .full, .zero, .exclude, .redistribute])
  }

  @Test("Its own policy holds before the checklist's", arguments: NotApplicablePolicy.allCases)
  func own(policy: NotApplicablePolicy) {
    for other in NotApplicablePolicy.allCases {
      let own = points(
        of: [judged(.met), judged(.notApplicable, policy)], weight: 20_000_000, policy: other)
      let common = points(
        of: [judged(.met), judged(.notApplicable)], weight: 20_000_000, policy: policy)
      #expect(own == common)
    }
  }

  @Test("It says nothing of a check that applies")
  func applies() {
    for policy in NotApplicablePolicy.allCases {
      for verdict in [Verdict.met, .unmet, .unanswered, .error] {
        let derived = points(
          of: [judged(verdict, policy), judged(.met)], weight: 20_000_000, policy: .zero)
        #expect(derived.map(\.of) == [10_000_000, 10_000_000])
        #expect(derived[0].earned == (verdict == .met ? 10_000_000 : 0))
        #expect(derived[0].policy == nil)
      }
    }
  }

  @Test("Points that nobody is left to take are excluded")
  func nobodyLeft() {
    let derived = points(
      of: [judged(.notApplicable), judged(.notApplicable, .full)], weight: 20_000_000,
      policy: .redistribute)
    #expect(derived.map(\.of) == [0, 10_000_000])
    #expect(derived.map(\.earned) == [0, 10_000_000])
  }

  @Test("What a check earned is its credit of what it could earn, under each policy")
  func credit() throws {
    for policy in NotApplicablePolicy.allCases {
      var check = Sample.rule("X", "a.n == 1", when: "a.n > 5")
      check.notApplicable = policy
      let result = try Sample.result(
        check, indicators: [Sample.indicator("a.n")], ["a.n": .int(1)])
      #expect(result.verdict == .notApplicable)
      #expect(result.credit == (policy == .full ? .one : .zero))
      #expect(result.points.earned == (policy == .full ? result.points.of : 0))
    }
  }
}
