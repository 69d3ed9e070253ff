import Diagnostics
import Foundation
import InspectionCore
import JSON
import TestSupport
import Testing

/// Random commands by random people on a small world of items, many times over. The invariants are
/// reckoned from the events alone, apart from the engine's own state.
///
/// `SOAT_SEQUENCES` sets how many sequences run, `SOAT_SEED` their seed. Without it 100,000 run where
/// the engine is optimized, and 5,000 in a debug build, which is many times slower.
@Suite("Random sequences of commands keep the invariants of an item's life")
struct ItemPropertyTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let sequences = environment["SOAT_SEQUENCES"].flatMap { Int($0) } ?? usual
  #if DEBUG
    private static let usual = 5_000
  #else
    private static let usual = 100_000
  #endif
  private static let seed = environment["SOAT_SEED"].flatMap { UInt64($0) } ?? 20_240_301

  @Test("Closing, extending, waiving, refusing and recording hold, whatever is asked")
  func sequences() {
    var tally = Tally()
    for number in 0..<Self.sequences {
      var world = RandomWorld(seed: Self.seed &+ UInt64(number))
      world.isThorough = number % 10 == 0
      if let failure = world.run() {
        Issue.record("\(failure); sequence \(number) of seed \(Self.seed)")
        return
      }
      tally.add(world.tally)
    }
    print("remediation: seed \(Self.seed), \(Self.sequences) sequences, \(tally.summary)")
    guard Self.sequences >= 5_000 else { return }
    // A sample that never got far would prove nothing.
    for kind in ItemCommandKind.allCases {
      let accepted = tally.accepted[kind, default: 0]
      #expect(accepted >= Self.sequences / 1_000, "\(kind) was accepted \(accepted) times only")
    }
    #expect(tally.accepted.values.reduce(0, +) * 10 > tally.asked, "hardly anything is accepted")
  }

  @Test("The watch over the invariants sees what it is there to see")
  func watch() {
    func failure(_ events: [(ItemEvent, String, Party)], next: String? = nil) -> String? {
      var watch = InvariantWatch()
      for (event, account, party) in events {
        let by = Follow.by(account, party, on: "2024-03-05")
        let context = Follow.context(by, next: next.map { date($0) })
        if let failure = watch.see(event, "i", context) { return failure }
      }
      return nil
    }
    let proposed = (ItemEvent.proposed(Follow.proposal(), nil), "t", Party.team)
    let evidence = (ItemEvent.evidenceSubmitted([.file(Follow.text)]), "u", Party.unit)
    func closed(_ account: String, _ party: Party) -> (ItemEvent, String, Party) {
      (.verified(.resolved, reason: nil), account, party)
    }
    #expect(failure([proposed, evidence, closed("o", .department)]) == nil)
    #expect(failure([proposed, evidence, closed("u", .department)]) != nil)
    #expect(failure([proposed, evidence, closed("o", .unit)]) != nil)
    #expect(failure([proposed, closed("o", .department)]) != nil)

    func deadline(_ day: String, _ days: Int) -> Deadline {
      Deadline(
        basis: .extended, start: date("2024-03-05"), days: days,
        due: DueDate(
          due: date(day), sendBy: date(day), isProvisional: false, derivation: .init(same: "")))
    }
    func extended(_ day: String, _ days: Int, by account: String, next: String? = nil) -> String? {
      let issue = IssueRecord(document: Follow.paper, deadline: deadline("2024-03-22", 0))
      return failure(
        [
          proposed, (.issued(issue), "o", .department),
          (
            .extensionRequested(to: date(day), reason: Follow.text, overdueDays: 0), "u", .unit
          ), (.extensionGranted(deadline(day, days), overdueDays: 0), account, .department),
        ], next: next)
    }
    #expect(extended("2024-03-29", 7, by: "o") == nil)
    #expect(extended("2024-03-29", 7, by: "u") != nil)
    #expect(extended("2024-03-29", 6, by: "o") != nil)
    #expect(extended("2024-04-02", 11, by: "o") != nil, "past the policy")
    #expect(extended("2024-03-29", 7, by: "o", next: "2024-03-28") != nil)

    let duty = Follow.proposal(origin: .check(Follow.check("A", .duty)))
    let waiver = Waiver(
      reason: Follow.text, approver: "x", from: date("2024-03-05"), until: date("2024-03-06"))
    #expect(
      failure([(.proposed(duty, nil), "t", .team), (.waived(waiver), "o", .department)]) != nil)
    #expect(
      failure([proposed, (.partSettled(ItemPart(item: "p", unit: "x")), "o", .department)]) != nil)
  }
}

struct Tally {
  var asked = 0
  var accepted: [ItemCommandKind: Int] = [:]
  var refusals: [String: Int] = [:]
  var tried = 0

  mutating func add(_ other: Tally) {
    asked += other.asked
    tried += other.tried
    accepted.merge(other.accepted) { $0 + $1 }
    refusals.merge(other.refusals) { $0 + $1 }
  }

  var summary: String {
    "\(asked) commands, \(accepted.values.reduce(0, +)) accepted, \(tried) named by refusals and"
      + " tried, \(refusals.count) reasons of refusal"
  }
}
