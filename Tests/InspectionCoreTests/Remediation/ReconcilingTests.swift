import CEL
import Diagnostics
@testable import InspectionCore
import Testing

@Suite("From one inspection to the next")
struct ReconcilingTests {
  private func item(
    _ id: String, _ checks: [String], closed: Closing? = nil,
    severity: CheckSeverity = .medium, checklist: String = "district@2024.1",
    origin: ItemOrigin? = nil
  ) -> TrackedItem {
    let failed = checks.map { Follow.check($0, checklist: checklist) }
    let origin = origin ?? (failed.count == 1 ? .check(failed[0]) : .checks(failed))
    var life = Life.issued(Follow.proposal(id, origin: origin, severity: severity))
    if let closed {
      life.accept(.submitEvidence([.file(Follow.text)]), Life.unit, "2024-03-05")
      life.accept(.verify(closed, reason: nil), Life.office, "2024-03-06")
    }
    return life.item!
  }

  private func reconcile(
    _ verdicts: [(String, Verdict)], _ before: [TrackedItem], checklist: String = "district@2024.1",
    migrations: [Migration] = [], policies: FollowUpPolicies = Follow.policies
  ) -> Reconciliation {
    findings(
      verdicts.map { NewResult(check: $0.0, verdict: $0.1, severity: .medium) },
      checklist: checklist, migrations: migrations, before: before, policies: policies)
  }

  @Test("New, carried over, recurred, resolved: each item and each failing check once")
  func kinds() {
    let result = reconcile(
      [
        ("A", .unmet), ("B", .met), ("C", .partial), ("D", .unmet), ("E", .met), ("F", .unanswered),
      ],
      [
        item("open-a", ["A"]), item("open-b", ["B"]), item("closed-c", ["C"], closed: .resolved),
        item("closed-e", ["E"], closed: .resolved), item("open-f", ["F"]),
        item("other", ["X"], checklist: "commune@2024.1"), item("own", [], origin: .finding),
      ])
    #expect(result.carriedOver.map(\.item) == ["open-a"])
    #expect(result.resolved.map(\.item) == ["open-b"])
    #expect(result.recurred.map(\.check) == ["C"])
    #expect(result.recurred[0].recurredFrom == ["closed-c"])
    #expect(result.recurred[0].severity == .high, "one step up")
    #expect(result.new.map(\.check) == ["D"])
    #expect(result.new[0].severity == .medium)
    #expect(result.notExamined.map(\.item) == ["open-f", "other", "own"])
    #expect(result.reviews(by: "i2").count == 5)
  }

  @Test(
    "A recurrence stays as grave as it was where the policy keeps it, and critical stays critical")
  func severity() {
    let closed = [item("c", ["C"], closed: .resolved, severity: .critical)]
    #expect(reconcile([("C", .unmet)], closed).recurred[0].severity == .critical)
    var policies = Follow.policies
    policies.recurrenceRaisesSeverity = false
    let kept = [item("c", ["C"], closed: .resolved, severity: .low)]
    #expect(reconcile([("C", .unmet)], kept, policies: policies).recurred[0].severity == .medium)
  }

  @Test("What was closed as outside the unit's competence does not recur")
  func outside() {
    let closed = [item("c", ["C"], closed: .outsideCompetence)]
    let result = reconcile([("C", .unmet)], closed)
    #expect(result.recurred.isEmpty)
    #expect(result.new.map(\.check) == ["C"])
  }

  @Test("A grouped finding is carried over by any of its checks and resolved by all")
  func grouped() {
    let group = [item("g", ["A", "B"])]
    #expect(reconcile([("A", .met), ("B", .unmet)], group).carriedOver[0].checks == ["B"])
    #expect(reconcile([("A", .met), ("B", .notApplicable)], group).resolved.map(\.item) == ["g"])
    #expect(reconcile([("A", .met), ("B", .error)], group).notExamined.map(\.item) == ["g"])
    #expect(
      reconcile([("A", .notApplicable), ("B", .notApplicable)], group).notExamined.count == 1)
    #expect(reconcile([("A", .met)], group).notExamined.count == 1, "a check left out")
  }

  @Test("Items follow their checks through a migration; changed and dropped ones are not compared")
  func migration() {
    let note = LocalizedText(vi: "chia đôi", en: "split in two")
    let map = Migration(
      version: "2024.1", comparability: .partial,
      checks: [
        CheckMigration(was: "OLD", now: ["N1", "N2"], comparability: .full, note: note),
        CheckMigration(was: "GONE", now: [], comparability: .none),
        CheckMigration(was: "CHANGED", now: ["CHANGED"], comparability: .none),
        CheckMigration(was: "PART", now: ["PART"], comparability: .partial),
      ])
    let open = ["OLD", "GONE", "CHANGED", "PART", "KEPT"].map { item($0, [$0]) }
    let verdicts: [(String, Verdict)] = [
      ("N1", .met), ("N2", .unmet), ("CHANGED", .unmet), ("PART", .met), ("KEPT", .met),
    ]
    let result = reconcile(verdicts, open, checklist: "district@2026.1", migrations: [map])
    #expect(result.carriedOver.map(\.item) == ["OLD"])
    #expect(result.carriedOver[0].checks == ["N2"])
    #expect(result.carriedOver[0].why == note)
    #expect(result.notComparable.map(\.item) == ["GONE", "CHANGED", "PART"])
    #expect(result.resolved.map(\.item) == ["KEPT"])
    #expect(result.new.map(\.check) == ["CHANGED"], "found anew under its new meaning")

    let closed = open.map { item($0.id, [$0.id], closed: .resolved) }
    let again = reconcile(verdicts, closed, checklist: "district@2026.1", migrations: [map])
    #expect(again.recurred.map(\.check) == ["N2"])
    #expect(again.new.map(\.check) == ["CHANGED"])
    let unknown = reconcile(verdicts, open, checklist: "district@2026.1")
    #expect(unknown.notComparable.count == 5, "without a map nothing is compared")
  }

  @Test("A request for figures is answered once they decide its check, either way")
  func figures() {
    let request = item(
      "f", [],
      origin: .figures(
        FigureRequest(checklist: "district@2024.1", check: "A", indicators: ["staff.total"])))
    let answered = reconcile([("A", .unmet)], [request])
    #expect(answered.resolved.map(\.item) == ["f"])
    #expect(answered.new.map(\.check) == ["A"])
    #expect(reconcile([("A", .unanswered)], [request]).notExamined.map(\.item) == ["f"])
  }

  @Test("Empty, doubled and unknown input loses nothing")
  func odd() {
    #expect(reconcile([], []) == Reconciliation())
    let twice = reconcile([("A", .unmet), ("A", .unmet)], [])
    #expect(twice.new.count == 1)
    let closed = item("c", ["A"], closed: .resolved)
    let both = reconcile([("A", .unmet)], [item("o", ["A"]), closed])
    #expect(both.carriedOver.map(\.item) == ["o"], "an open item goes before a closed one")
    #expect(both.recurred.isEmpty)
  }

  @Test("The next visit follows the first rule of the policy that holds")
  func nextVisit() throws {
    let bands = try [("good", 9), ("fair", 7), ("weak", 0)].map { id, tenths in
      Band(
        id: id, title: LocalizedText(same: id),
        from: try Rational(numerator: Int64(tenths), denominator: 10))
    }
    let fourFifths = try Rational(numerator: 4, denominator: 5)
    let policies = FollowUpPolicies(nextVisit: [
      VisitRule(grade: "weak", within: .calendarDays(90)),
      VisitRule(recurred: 1, within: .calendarDays(180)),
      VisitRule(
        below: fourFifths, overdue: 3, within: .calendarDays(200)),
      VisitRule(within: .calendarDays(365)),
    ])
    func rule(_ grade: Int?, _ points: Int64, recurred: Int = 0, overdue: Int = 0) throws -> Int? {
      let score = Score(
        points: points, of: 100, grade: grade.map { bands[$0] }, withheld: nil, gates: [],
        caps: [], zeroLimits: [])
      return try proposeNextVisit(
        score: score, bands: bands, recurred: recurred, overdue: overdue, policies: policies,
        calendar: vietnameseCalendar, from: date("2024-03-01"))?.rule
    }
    #expect(try rule(2, 50) == 0)
    #expect(try rule(1, 75, recurred: 1, overdue: 9) == 1)
    #expect(try rule(1, 75, overdue: 3) == 2)
    #expect(try rule(1, 80, overdue: 3) == 3)
    #expect(try rule(nil, 10) == 3, "a withheld grade is no grade")
    #expect(
      try proposeNextVisit(
        score: Score(
          points: 0, of: 0, grade: nil, withheld: nil, gates: [], caps: [], zeroLimits: []),
        bands: bands, recurred: 0, overdue: 0, policies: FollowUpPolicies(),
        calendar: vietnameseCalendar, from: date("2024-03-01")) == nil)
  }
}
