import CEL
import Diagnostics
import InspectionCore
import Testing

@Suite struct KindExampleTests {
  @Test(
    "Every example of every kind gives its verdict, its credit and its reason",
    arguments: WorkedExample.all)
  func example(_ worked: WorkedExample) throws {
    let example = worked.example
    let check = Sample.check("X-01", worked.kind, example.parameters, partial: example.partial)
    let checklist = Sample.checklist([Sample.area("X", [check])], indicators: worked.indicators)
    let answers = example.answers.mapValues { Answer($0) }
    var submission = Sample.submission(answers)
    submission.earlier = [
      PeriodAnswers(
        period: try #require(Period(iso: "2023-01-01/2023-12-31")),
        answers: example.earlier.mapValues { Answer($0) })
    ]
    let assessment = assess(
      try CompiledChecklist(checklist), submission, AssessmentContext(asOf: Sample.asOf))
    let result = try #require(assessment.result(of: "X-01"))
    #expect(result.verdict == example.verdict)
    #expect(result.credit == example.credit)
    #expect(assessment.reason(of: "X-01", in: checklist) == example.reason)
    #expect(!assessment.reason(of: "X-01", in: checklist, .vi).isEmpty)
  }

  @Test("A kind's examples show it passing, failing and, where it can be, unanswered")
  func variety() {
    for kind in CheckKind.builtIn {
      let description = kind.description
      let verdicts = Set(description.examples.map(\.verdict))
      #expect(verdicts.contains(.met), "\(description.id)")
      #expect(verdicts.contains(.unmet), "\(description.id)")
      // Only for supplied is a missing figure itself what is judged.
      #expect(
        verdicts.contains(.unanswered) == (description.id != "supplied"), "\(description.id)")
      #expect(
        verdicts.contains(.partial) == description.givesPartialCredit, "\(description.id)")
    }
  }
}

/// One example of a kind, with the indicators it needs.
struct WorkedExample: Sendable, CustomTestStringConvertible {
  let kind: String
  let example: KindExample

  static var all: [WorkedExample] {
    CheckKind.builtIn.flatMap { kind in
      kind.description.examples.map { WorkedExample(kind: kind.description.id, example: $0) }
    }
  }

  var testDescription: String { kind + ": " + example.title.en }

  /// The answers' indicators, of the type of the value; one that is missing is of the type its
  /// parameter takes first.
  var indicators: [Indicator] {
    example.answers.keys.sorted().map { id in
      var indicator = Sample.indicator(id, type(of: id))
      indicator.table = example.tables[id]
      if indicator.type == .choice { indicator.options = options }
      return indicator
    }
  }

  /// The options of a scale.
  private var options: [ChoiceOption] {
    for case .shares(let shares) in example.parameters.values {
      return shares.keys.map { ChoiceOption(id: $0, title: LocalizedText(same: $0)) }
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
    let description = CheckKind.builtIn(kind)?.description
    for (name, value) in example.parameters {
      let types: [IndicatorType]
      switch description?.parameter(name)?.type {
      case .indicator(let taken)?, .indicators(let taken)?: types = taken
      case .day?: types = [.date]
      default: continue
      }
      if value == .name(id) { return types[0] }
      if case .list(let values) = value, values.contains(.name(id)) { return types[0] }
    }
    return .decimal
  }
}
