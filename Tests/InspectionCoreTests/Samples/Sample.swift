import CEL
import Diagnostics
import InspectionCore
import Testing

/// The parts of small checklists that the tests of this module share.
enum Sample {
  static let period = Period(from: date("2024-01-01"), to: date("2024-12-31"))!
  static let asOf = date("2024-10-31")

  static func text(_ vi: String, _ en: String) -> LocalizedText { LocalizedText(vi: vi, en: en) }

  /// An indicator whose title is its id, so that reasons can be compared in full.
  static func indicator(
    _ id: String, _ type: IndicatorType = .int, from: Rational? = nil, to: Rational? = nil,
    counts: Subjects? = nil, unit: LocalizedText? = nil
  ) -> Indicator {
    Indicator(
      id: id, title: LocalizedText(same: id), type: type, unit: unit, lowerBound: from,
      upperBound: to, counts: counts)
  }

  static func check(
    _ id: String, _ kind: String, _ parameters: [String: ParameterValue], points: Int64 = 10,
    partial: PartialCredit = .none, checkClass: CheckClass = .practice,
    severity: CheckSeverity = .medium, remedy: Remedy = Remedy(), cites: [String] = [],
    from: String? = nil, to: String? = nil, when condition: String? = nil
  ) -> Check {
    Check(
      id: id, title: text("Mục \(id)", "Check \(id)"), kind: kind, parameters: parameters,
      points: points * 1_000_000, partial: partial, checkClass: checkClass, severity: severity,
      remedy: remedy, cites: cites.map { CitationReference(text: $0) },
      effectiveFrom: from.map { date($0) }, effectiveTo: to.map { date($0) }, condition: condition)
  }

  /// A check of kind rule; one that gives a number gives a share of the points.
  static func rule(
    _ id: String, _ expression: String, points: Int64 = 10, checkClass: CheckClass = .practice,
    severity: CheckSeverity = .medium, remedy: Remedy = Remedy(), cites: [String] = [],
    from: String? = nil, to: String? = nil, when condition: String? = nil
  ) -> Check {
    check(
      id, "rule", ["expr": .expression(expression)], points: points, partial: .linear,
      checkClass: checkClass, severity: severity, remedy: remedy, cites: cites, from: from, to: to,
      when: condition)
  }

  static func citation(_ id: String, from: String, to: String? = nil) -> Citation {
    Citation(
      id: id, type: text("Nghị định", "Decree"), number: id.uppercased(),
      issuer: text("Chính phủ", "Government"), date: date(from), title: text("Tên", "Title"),
      inForceFrom: date(from), inForceTo: to.map { date($0) }, status: .verified,
      places: [CitationPlace(id: "1", title: text("Điều 1", "Article 1"), status: .recalled)])
  }

  static func area(_ id: String, weight: Int64? = nil, _ checks: [Check]) -> Area {
    Area(
      id: id, title: text("Lĩnh vực \(id)", "Area \(id)"), weight: weight.map { $0 * 1_000_000 },
      checks: checks)
  }

  static func checklist(
    _ areas: [Area], indicators: [Indicator], citations: [Citation] = [],
    scoring: ScoringRules = ScoringRules()
  ) -> Checklist {
    Checklist(
      id: "sample", version: "1", title: text("Bảng kiểm mẫu", "Sample checklist"),
      levels: ["district"], indicators: indicators, citations: citations,
      calendar: vietnameseCalendar, areas: areas, scoring: scoring)
  }

  static func submission(
    _ answers: [String: Answer], period: Period = Sample.period, requests: [TeamRequest] = []
  ) -> Submission {
    Submission(
      id: "s", checklist: "sample@1",
      unit: InspectedUnit(code: "x/y", name: "Huyện Y", level: "district"), period: period,
      documents: [SourceDocument(id: "d", title: text("Báo cáo", "Report"), date: asOf)],
      answers: answers, requests: requests)
  }

  static func assessment(
    _ checklist: Checklist, _ answers: [String: Answer], period: Period = Sample.period,
    requests: [TeamRequest] = [], asOf: CivilDate = Sample.asOf, scope: Scope? = nil,
    wantsPoints: Bool = true
  ) throws -> Assessment {
    assess(
      try CompiledChecklist(checklist),
      submission(answers, period: period, requests: requests),
      AssessmentContext(asOf: asOf, scope: scope, wantsPoints: wantsPoints))
  }

  /// One check alone, assessed.
  static func result(
    _ check: Check, indicators: [Indicator], _ answers: [String: Answer] = [:],
    citations: [Citation] = [], period: Period = Sample.period
  ) throws -> CheckResult {
    let checklist = checklist(
      [area("A", [check])], indicators: indicators, citations: citations)
    return try #require(
      try assessment(checklist, answers, period: period).result(of: check.id))
  }
}

extension Answer {
  /// An exact whole number.
  static func int(_ value: Int64) -> Answer {
    Answer(.number(Number(value)), stated: Rational(value))
  }

  /// A number as a qualifier knows it, to the indicator of that id.
  static func known(_ value: Int64, _ qualifier: Qualifier, _ id: String) -> Answer {
    Answer(
      .number(Number(Rational(value), known: qualifier, source: id)), qualifier: qualifier,
      stated: Rational(value))
  }

  static let yes = Answer(.bool(true))
  static let no = Answer(.bool(false))
  static let missing = Answer(.missing(LocalizedText(vi: "không nêu", en: "not stated")))
}

extension Assessment {
  /// A reason as the team reads it.
  func reason(of check: String, in checklist: Checklist, _ language: Language = .en) -> String {
    guard let result = result(of: check) else { return "no check \(check)" }
    return Disclosure(self, checklist: checklist, for: .team).text(result.reason, language)
  }
}
