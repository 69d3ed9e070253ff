import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Testing

@Suite("How findings are followed up, and how versions follow each other")
struct PolicyTests {
  @Test("A mistake gives exactly this text", arguments: policyCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(policyGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(policyCases, as: "policyGolden")
  }

  private func checklist(_ rest: String) throws -> Checklist {
    let pack = try ScratchPack(["pack/checklist.yaml": ScratchPack.checklist(scoring: rest)])
    #expect(try pack.lint() == "")
    return try #require(try PackLoader.load(pack.main).compiled).checklist
  }

  @Test("Policies are read as they are written")
  func policies() throws {
    let policies = try checklist(
      bands + """
        policies:
          deadlines:
            counted_from: assessment
            defaults: [{ severity: critical, within: 24 hours }, { severity: high, within: 15 working days }]
          extensions:
            before_due: false
            request_stops_clock: true
            limits: [{ severity: critical, times: 0, days: 0 }, { severity: high, times: 1, days: 10 }]
          escalation:
            - { before: 3 working days, to: unit, title: { vi: "Nhắc", en: "Reminder" } }
            - { on_due_day: true, to: unit, title: { vi: "Đôn đốc", en: "Chasing" } }
            - { after: 5 working days, to: department, title: { vi: "Báo cáo", en: "Report" } }
          recurrence: keep
          next_visit:
            - { grade: weak, within: 90 days }
            - { below: 80%, recurred: 2, overdue: 1, within: 180 days }
            - { within: 365 days }
        """
    ).policies
    #expect(policies.countedFrom == .assessment)
    #expect(policies.defaultLimits.map(\.severity) == [.critical, .high])
    #expect(policies.defaultLimits[1].within == TimeLimit(text: "15 working days"))
    #expect(!policies.extensionsBeforeDue && policies.requestStopsClock)
    #expect(
      policies.extensions == [
        ExtensionLimit(severity: .critical, times: 0, days: 0),
        ExtensionLimit(severity: .high, times: 1, days: 10),
      ])
    #expect(policies.escalation.map(\.offset) == [-3, 0, 5])
    #expect(policies.escalation.map(\.recipient) == ["unit", "unit", "department"])
    #expect(!policies.recurrenceRaisesSeverity)
    #expect(policies.nextVisit.map(\.grade) == ["weak", nil, nil])
    #expect(policies.nextVisit[1].below == .share(80))
    #expect(policies.nextVisit[1].recurred == 2 && policies.nextVisit[1].overdue == 1)
  }

  @Test("Without policies those of the format hold")
  func unwritten() throws {
    #expect(try checklist("").policies == FollowUpPolicies())
    #expect(try checklist("policies: {}").policies == FollowUpPolicies())
  }

  @Test("What became of earlier checks is read as it is written")
  func versions() throws {
    let migrations = try checklist(
      """
      supersedes:
        - version: 0.9
          comparable: partial
          checks:
            - { was: X-1, now: [A-1], comparable: full }
            - { was: X-2, now: [], comparable: none, note: { vi: "Đã bỏ", en: "Dropped" } }
        - { version: 0.8, comparable: none }
      """
    ).migrations
    #expect(migrations.map(\.version) == ["0.9", "0.8"])
    #expect(migrations.map(\.comparability) == [.partial, .none])
    #expect(migrations[0].checks.map(\.now) == [["A-1"], []])
    #expect(migrations[0].checks[1].note?.en == "Dropped")
  }
}

private let bands = """
  scoring:
    bands:
      - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
      - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }

  """

private func policy(_ name: String, _ lines: String, _ language: Language = .en) -> GoldenCase {
  GoldenCase(name) {
    let lines = lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    return try ScratchPack([
      "pack/checklist.yaml": ScratchPack.checklist(scoring: bands + "policies:\n" + lines)
    ]).lint(language)
  }
}

private func supersedes(_ name: String, _ lines: String, _ more: [String: String] = [:])
  -> GoldenCase
{
  GoldenCase(name) {
    try ScratchPack(
      more.merging([
        "pack/checklist.yaml": ScratchPack.checklist(scoring: "supersedes:\n" + lines)
      ]) { $1 }
    ).lint()
  }
}

private let reminder = #"to: unit, title: { vi: "Nhắc", en: "Reminder" }"#

private let policyCases: [GoldenCase] = [
  policy(
    "a severity with two limits, and one with two extensions",
    "deadlines:\n  defaults:\n    - { severity: high, within: 15 working days }\n    - { severity: high, within: 30 days }\nextensions:\n  limits:\n    - { severity: low, times: 1, days: 5 }\n    - { severity: low, times: 2, days: 5 }"
  ),
  policy(
    "steps out of order, in Vietnamese",
    "escalation:\n  - { after: 5 working days, \(reminder) }\n  - { on_due_day: true, \(reminder) }",
    .vi),
  policy(
    "a step without its day, one with two, and one on no day",
    "escalation:\n  - { \(reminder) }\n  - { before: 3 working days, after: 3 working days, \(reminder) }\n  - { on_due_day: false, \(reminder) }"
  ),
  policy("a step counted in calendar days", "escalation:\n  - { after: 5 days, \(reminder) }"),
  policy(
    "numbers that are none",
    "extensions:\n  limits: [{ severity: low, times: once, days: -5 }, { severity: high, times: \"1,5\", days: 5 }]"
  ),
  policy(
    "words nobody knows",
    "deadlines: { counted_from: issued }\nrecurrence: rise\nnext_visit: [{ grade: week, within: 90 days }]"
  ),
  policy("a visit without its time", "next_visit: [{ grade: weak }]"),
  GoldenCase("bands that cannot be read make no visit wrong") {
    try ScratchPack([
      "pack/checklist.yaml": ScratchPack.checklist(
        scoring: bands.replacingOccurrences(of: "90%", with: "90")
          + "policies: { next_visit: [{ grade: good, within: 90 days }] }")
    ]).lint()
  },
  supersedes("its own version", "  - { version: 1.0, comparable: full }"),
  supersedes(
    "a version twice",
    "  - { version: 0.9, comparable: full }\n  - { version: 0.9, comparable: none }"),
  supersedes(
    "a check that does not exist, and one listed twice",
    "  - version: 0.9\n    comparable: full\n    checks:\n      - { was: X-1, now: [A-2], comparable: full }\n      - { was: X-1, now: [A-1], comparable: full }"
  ),
  supersedes(
    "checks that cannot be read make no version wrong",
    "  - { version: 0.9, comparable: full, checks: [{ was: X-1, now: [B-7], comparable: full }] }",
    ["pack/area.yaml": "area: {"]),
]

extension Rational {
  static func share(_ percent: Int64) -> Rational? {
    try? Rational(numerator: percent, denominator: 100)
  }
}
