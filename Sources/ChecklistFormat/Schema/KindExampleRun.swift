import CEL
import Diagnostics
import InspectionCore

/// A kind's example run as a check of its own, for the words it gives in each language.
struct KindExampleRun {
  let kind: KindDescription
  let example: KindExample

  /// The reason the check gives; the example's own English wording where it cannot be run.
  func reason(_ language: Language) -> String {
    guard let day = CivilDate(year: 2024, month: 10, day: 31),
      let year = Period(iso: "2024-01-01/2024-12-31"),
      let before = Period(iso: "2023-01-01/2023-12-31")
    else { return example.reason }
    let nameless = LocalizedText(same: "example")
    let check = Check(
      id: "X", title: nameless, kind: kind.id, parameters: example.parameters, points: 1_000_000,
      partial: example.partial, checkClass: .practice, severity: .low)
    let checklist = Checklist(
      id: "example", version: "1", title: nameless, levels: ["unit"], indicators: indicators,
      citations: [],
      calendar: WorkingCalendar(
        id: "none", title: nameless, verified: year, daysOff: [:], makeUpDays: [:]),
      areas: [Area(id: "A", title: nameless, checks: [check])], scoring: ScoringRules())
    let submission = Submission(
      id: "example", checklist: checklist.reference,
      unit: InspectedUnit(code: "example", name: "example", level: "unit"), period: year,
      answers: example.answers.mapValues { Answer($0) },
      earlier: [
        PeriodAnswers(period: before, answers: example.earlier.mapValues { Answer($0) })
      ])
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
      let type = type(of: id)
      return Indicator(
        id: id, title: LocalizedText(same: id), type: type, options: type == .choice ? options : [],
        table: example.tables[id])
    }
  }

  /// The options of a scale.
  private var options: [ChoiceOption] {
    for value in example.parameters.values {
      guard case .shares(let shares) = value else { continue }
      return shares.keys.sorted().map { ChoiceOption(id: $0, title: LocalizedText(same: $0)) }
    }
    return []
  }

  private func type(of id: String) -> IndicatorType {
    if typeTaken(by: id) == .choice { return .choice }
    return switch example.answers[id] {
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
      let first: IndicatorType
      switch parameter.type {
      case .indicator(let types), .indicators(let types): first = types.first ?? .decimal
      case .day: first = .date
      default: continue
      }
      switch example.parameters[parameter.name] {
      case .name(id)?: return first
      case .list(let values)? where values.contains(.name(id)): return first
      default: continue
      }
    }
    return .decimal
  }
}
