import CEL
import Diagnostics
import InspectionCore

/// A checklist that has something of everything a difference looks at.
enum DifferenceSample {
  static func text(_ name: String) -> LocalizedText { LocalizedText(vi: "\(name) (vi)", en: name) }

  static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso)! }

  static let checklist = Checklist(
    id: "sample", version: "1.0", title: text("Sample"), levels: ["district"],
    appliesFrom: day("2019-01-01"), appliesTo: day("2025-06-30"), indicators: indicators,
    citations: [citation("law", from: "2017-06-01"), citation("decree", from: "2020-01-01")],
    calendar: calendar, areas: [staffing, cases], scoring: scoring,
    unitClasses: [UnitClass(id: "mountain", title: text("Mountain"))],
    periods: [
      PeriodPreset(
        id: "year", title: text("Year"), from: PeriodPreset.Day(month: 12, day: 15)!,
        to: PeriodPreset.Day(month: 12, day: 14)!)
    ],
    targets: [
      Target(
        id: "share", title: text("Share"), values: [TargetValue(share(950_000), .percent)],
        cites: [CitationReference(citation: "law")])
    ],
    policies: policies,
    themes: [Theme(id: "people", title: text("People"), areas: ["staffing"])])

  static func share(_ millionths: Int64) -> Rational { Rational(millionths: millionths) }

  private static let indicators = [
    Indicator(
      id: "staff.total", title: text("Officers"), type: .int, unit: text("people"),
      lowerBound: Rational(0), time: .asOf, supplier: "labour"),
    Indicator(id: "staff.trained", title: text("Trained"), type: .int, unit: text("people")),
    Indicator(id: "cases.total", title: text("Cases"), type: .int, counts: .cases),
    Indicator(id: "cases.open", title: text("Open cases"), type: .int, counts: .cases),
    Indicator(
      id: "plan.state", title: text("State of the plan"), type: .choice,
      options: [ChoiceOption(id: "draft", title: text("Draft"))]),
    Indicator(
      id: "sites.list", title: text("Sites"), type: .table,
      table: TableSchema(
        rows: .playSites,
        columns: [TableColumn(id: "area", title: text("Area"), type: .decimal)])),
  ]

  private static func citation(_ id: String, from: String) -> Citation {
    Citation(
      id: id, type: text("Law"), number: "1/\(id)", issuer: text("Assembly"),
      date: day("2016-04-05"), title: text(id), inForceFrom: day(from), status: .verified,
      places: [CitationPlace(id: "1", title: text("Article 1"), status: .verified)])
  }

  private static let calendar = WorkingCalendar(
    id: "days", title: text("Days"),
    verified: Period(from: day("2019-01-01"), to: day("2026-12-31"))!,
    daysOff: [
      day("2024-04-29"): CalendarDay(name: text("Off"), source: "2450", isConfirmed: true)
    ], makeUpDays: [:])

  static func number(_ name: String) -> ParameterValue { .expression(name) }

  private static let staffing = Area(
    id: "staffing", title: text("Staffing"), weight: 60_000_000,
    checks: [
      Check(
        id: "A-1", title: text("Trained enough"), kind: "ratio",
        parameters: [
          "of": number("staff.trained"), "to": number("staff.total"),
          "at_least": .number(share(950_000), .percent), "when_zero": .name("not_applicable"),
        ], points: 10_000_000, partial: .linear, checkClass: .duty, severity: .high,
        remedy: Remedy(within: .workingDays(15), text: text("Train them")),
        cites: [CitationReference(citation: "law", place: "1")],
        effectiveFrom: day("2020-01-01"), condition: "staff.total > 0",
        evidence: [text("Lists")], guidance: text("Count each once")),
      Check(
        id: "A-2", title: text("Some officer"), kind: "rule",
        parameters: ["expr": .expression("staff.total >= 1 && (cases.total > 0.5 || true)")],
        points: 5_000_000, checkClass: .practice, severity: .low),
    ])

  private static let cases = Area(
    id: "cases", title: text("Cases"), weight: 40_000_000,
    checks: [
      Check(
        id: "B-1", title: text("Cases add up"), kind: "sum",
        parameters: [
          "parts": .list([number("cases.open"), number("staff.total")]),
          "total": number("cases.total"),
        ], points: 5_000_000, checkClass: .consistency, severity: .medium),
      Check(
        id: "B-2", title: text("Share reached"), kind: "threshold",
        parameters: ["value": number("staff.trained"), "at_least": .expression("target.share")],
        points: 5_000_000, checkClass: .target, severity: .medium,
        cites: [CitationReference(citation: "decree")]),
    ])

  private static let scoring = ScoringRules(
    minimumCompleteness: share(800_000),
    bands: [
      Band(
        id: "good", title: text("Good"), from: share(900_000),
        fromByClass: [ClassThreshold(unitClass: "mountain", from: share(850_000))]),
      Band(id: "weak", title: text("Weak"), from: Rational(0)),
    ],
    gates: [GradeLimit(check: "A-1", grade: "weak")],
    caps: [GradeLimit(check: "A-2", grade: "weak")],
    zeroLimits: [
      ZeroLimit(subject: .checks, ids: ["B-1"], grade: "weak"),
      ZeroLimit(subject: .areas, ids: ["cases"], grade: "weak"),
    ],
    total: 100_000_000)

  private static let policies = FollowUpPolicies(
    defaultLimits: [SeverityLimit(severity: .medium, within: .calendarDays(30))],
    extensions: [ExtensionLimit(severity: .medium, times: 1, days: 15)],
    escalation: [EscalationStep(offset: -3, recipient: "unit", title: text("Remind"))],
    nextVisit: [VisitRule(grade: "weak", within: .calendarDays(90))])
}
