import CEL
import Diagnostics
import InspectionCore

/// A kind's example run as a check of its own, for the words it gives in each language.
struct KindExampleRun {
  let kind: KindDescription
  let example: KindExample

  /// The reason the check gives; the example's own English wording where it cannot be run.
  func reason(_ language: Language) -> String {
    guard let day = CivilDate(year: 2024, month: 1, day: 1) else { return example.reason }
    let nameless = LocalizedText(same: "example")
    let check = Check(
      id: "X", title: nameless, kind: kind.id, parameters: example.parameters, points: 1_000_000,
      partial: example.partial, checkClass: .practice, severity: .low)
    let checklist = Checklist(
      id: "example", version: "1", title: nameless, levels: ["unit"], indicators: indicators,
      citations: [],
      calendar: WorkingCalendar(
        id: "none", title: nameless, verified: Period(day), daysOff: [:], makeUpDays: [:]),
      areas: [Area(id: "A", title: nameless, checks: [check])], scoring: ScoringRules())
    let submission = Submission(
      id: "example", checklist: checklist.reference,
      unit: InspectedUnit(code: "example", name: "example", level: "unit"), period: Period(day),
      answers: example.answers.mapValues { Answer($0) })
    do throws(ChecklistCompilationError) {
      let assessment = assess(
        try CompiledChecklist(checklist), submission, AssessmentContext(asOf: day))
      guard let result = assessment.result(of: "X") else { return example.reason }
      return Disclosure(assessment, checklist: checklist, for: .team)
        .reason(of: result, language)
    } catch {
      return example.reason
    }
  }

  /// The answers' indicators, titled by their ids and typed by the answers; one that is missing is
  /// of the type its parameter takes first.
  var indicators: [Indicator] {
    example.answers.keys.sorted().map { id in
      Indicator(
        id: id, title: LocalizedText(same: id), type: type(of: id), table: example.tables[id])
    }
  }

  private func type(of id: String) -> IndicatorType {
    switch example.answers[id] {
    case .bool?: .bool
    case .text?: .document
    case .date?: .date
    case .dateTime?: .dateTime
    case .table?: .table
    case .number?: .decimal
    case .missing?, nil: typeTaken(by: id)
    }
  }

  private func typeTaken(by id: String) -> IndicatorType {
    for parameter in kind.parameters {
      guard case .indicators(let types) = parameter.type, let first = types.first else { continue }
      switch example.parameters[parameter.name] {
      case .name(id)?: return first
      case .list(let values)? where values.contains(.name(id)): return first
      default: continue
      }
    }
    return .decimal
  }
}
