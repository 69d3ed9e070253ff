import CEL
import Diagnostics
import InspectionCore

/// One small checklist with a submission in which every part of the wire forms occurs.
enum WireCase {
  static let checklist: Checklist = {
    let text = Sample.text
    var staffed = Sample.check(
      "A1", "coverage",
      [
        "of": .expression("communes.staffed"), "to": .expression("communes.total"),
        "when_zero": .name("not_applicable"),
      ], points: 15, partial: .linear, checkClass: .duty, severity: .high,
      remedy: Remedy(within: .workingDays(15), text: text("Phân công.", "Assign somebody.")),
      cites: ["law/1"])
    staffed.evidence = [text("Quyết định", "The decision")]
    staffed.guidance = text("Đọc quyết định.", "Read the decision.")
    let decided = Sample.check(
      "A2", "presence", ["of": .list([.name("a.yes")])], points: 5, checkClass: .criterion,
      severity: .critical, remedy: Remedy(within: .before(date("2024-11-10"))), cites: ["later"])
    let fund = Sample.check(
      "B1", "threshold",
      ["value": .expression("fund.collected"), "above": .number(Rational(500_000_000), .money)],
      points: 4, severity: .low)
    let cases = Sample.check(
      "B2", "sum",
      [
        "parts": .list([.expression("cases.a"), .expression("cases.b")]),
        "total": .expression("cases.total"), "relation": .name("at_most"),
      ], points: 2, checkClass: .consistency, severity: .low, from: "2020-01-01", to: "2030-12-31",
      when: "cases.total > 0")
    let reported = Sample.rule("B3", "children.n == 0", points: 0)
    var checklist = Sample.checklist(
      [
        Sample.area("staffing", weight: 25, [staffed, decided]),
        Sample.area("cases", [fund, cases, reported]),
      ],
      indicators: [
        Sample.indicator("communes.staffed", from: Rational(0), unit: text("xã", "communes")),
        Sample.indicator("communes.total", from: Rational(0), unit: text("xã", "communes")),
        Sample.indicator("a.yes", .bool), Sample.indicator("fund.collected", .money),
        Sample.indicator("cases.a", from: Rational(0), counts: .cases),
        Sample.indicator("cases.b", from: Rational(0), counts: .cases),
        Sample.indicator("cases.total", from: Rational(0), to: Rational(1_000), counts: .cases),
        Sample.indicator("children.n", from: Rational(0), counts: .children),
      ],
      citations: [
        Sample.citation("law", from: "2017-06-01"),
        Sample.citation("later", from: "2025-07-01", to: "2026-01-01"),
      ],
      scoring: ScoringRules(
        minimumCompleteness: Rational(decimal: "0.5")!, notApplicable: .redistribute,
        bands: [
          Band(id: "good", title: text("Tốt", "Good"), from: Rational(decimal: "0.9")!),
          Band(id: "weak", title: text("Yếu", "Weak"), from: Rational(0)),
        ],
        gates: [GradeLimit(check: "A2", grade: "weak")],
        caps: [GradeLimit(check: "A1", grade: "weak")]))
    checklist.appliesFrom = date("2019-01-01")
    checklist.appliesTo = date("2025-06-30")
    return checklist
  }()

  static let submission: Submission = {
    func figure(_ answer: Answer) -> Answer {
      var answer = answer
      answer.source = "d"
      answer.place = "1"
      return answer
    }
    var submission = Sample.submission(
      [
        "communes.staffed": figure(.int(12)), "communes.total": figure(.int(19)), "a.yes": .no,
        "fund.collected": figure(.known(500_000_000, .over, "fund.collected")),
        "cases.a": .int(3), "cases.b": .int(14), "cases.total": .int(21),
        "children.n": .missing,
      ],
      requests: [
        TeamRequest(
          check: "A1", within: .before(date("2024-11-10")), asked: date("2024-10-31"),
          text: Sample.text("Bổ sung số liệu.", "Complete the figures."), source: "d", place: "2")
      ])
    submission.notes = [Sample.text("Ghi chú", "A note")]
    return submission
  }()
}
