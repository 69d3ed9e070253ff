import CEL
import Diagnostics
import InspectionCore
import Testing

/// Child units and their parent, small.
enum RollUpSample {
  static func child(_ indicators: [Indicator], _ checks: [Check] = []) throws -> CompiledChecklist {
    try compiled("child", "commune", indicators, checks)
  }

  static func parent(_ indicators: [Indicator], _ checks: [Check] = []) throws -> CompiledChecklist
  {
    try compiled("parent", "district", indicators, checks)
  }

  private static func compiled(
    _ id: String, _ level: String, _ indicators: [Indicator], _ checks: [Check]
  ) throws -> CompiledChecklist {
    try CompiledChecklist(
      Checklist(
        id: id, version: "1", title: LocalizedText(same: id), levels: [level],
        indicators: indicators, citations: [], calendar: vietnameseCalendar,
        areas: [Sample.area("A", checks)], scoring: ScoringRules()))
  }

  static func indicator(
    _ id: String, _ type: IndicatorType = .int, from: Rational? = .zero, to: Rational? = nil,
    counts: Subjects? = nil, _ rollUp: RollUpRule? = nil
  ) -> Indicator {
    Indicator(
      id: id, title: LocalizedText(same: id), type: type, lowerBound: from, upperBound: to,
      counts: counts, rollUp: rollUp)
  }

  static func unit(_ name: String, level: String = "commune") -> InspectedUnit {
    InspectedUnit(code: "p/" + name, name: name, level: level)
  }

  static func input(
    _ name: String, _ answers: [String: Answer], checklist: String = "child@1",
    level: String = "commune", period: Period = Sample.period
  ) -> RollUpInput {
    RollUpInput(
      Submission(
        id: name, checklist: checklist, unit: unit(name, level: level), period: period,
        answers: answers), origin: name + ".yaml")
  }

  static func parentInput(_ answers: [String: Answer]) -> RollUpInput {
    RollUpInput(
      Submission(
        id: "p", checklist: "parent@1",
        unit: InspectedUnit(code: "p", name: "P", level: "district"), period: Sample.period,
        answers: answers), origin: "p.yaml")
  }

  static func sumCheck(
    _ id: String, _ parts: [String], _ total: String, _ relation: String = "equal"
  ) -> Check {
    Sample.check(
      id, "sum",
      [
        "parts": .list(parts.map { .expression($0) }), "total": .expression(total),
        "relation": .name(relation),
      ])
  }
}

extension RollUp {
  func row(_ id: String) throws -> RollUpRow {
    try #require(rows.first { $0.indicator.id == id }, "no row \(id)")
  }
}
