import CEL
import Diagnostics
import InspectionCore
import TestSupport

/// Checklists and submissions made at random, with every optional part now there and now not.
struct WireSamples {
  var generator: SeededGenerator

  private mutating func chance() -> Bool { Bool.random(using: &generator) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements.randomElement(using: &generator)!
  }

  private mutating func maybe<Value>(_ make: (inout WireSamples) -> Value) -> Value? {
    chance() ? make(&self) : nil
  }

  private mutating func list<Value>(_ make: (inout WireSamples) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in make(&self) }
  }

  private mutating func word() -> String {
    pick(["", "a", "staff.total", "Đại Đồng", "\"\\/\n\t", "e\u{301}", "é", "👩‍👩‍👧", "1/2", "null"])
  }

  private mutating func text() -> LocalizedText { LocalizedText(vi: word(), en: word()) }

  private mutating func day() -> CivilDate {
    CivilDate(daysSinceEpoch: Int.random(in: -700_000...2_900_000, using: &generator))!
  }

  private mutating func period() -> Period {
    let (first, second) = (day(), day())
    return Period(from: min(first, second), to: max(first, second))!
  }

  private mutating func rational() -> Rational {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: Rational(Int64.random(in: .min ... .max, using: &generator))
    case 1: Rational(millionths: Int64.random(in: .min ... .max, using: &generator))
    default: Rational(Int64.random(in: -5...5, using: &generator))
    }
  }

  private mutating func limit() -> TimeLimit {
    let count = Int.random(in: 1...10_000, using: &generator)
    return pick([
      .calendarDays(count), .workingDays(count), .hours(count), .by(day()), .before(day()),
      .endOfQuarter,
    ])
  }

  private mutating func millionths() -> Int64 {
    pick([0, 1, 999_999, 12_500_000, .random(in: 0...1_000_000_000_000, using: &generator)])
  }

  private mutating func parameter(depth: Int = 0) -> ParameterValue {
    switch Int.random(in: 0..<(depth < 3 ? 4 : 3), using: &generator) {
    case 0: .number(rational(), pick(FigureStyle.allCases))
    case 1: .expression(word())
    case 2: .name(word())
    default: .list(list { $0.parameter(depth: depth + 1) })
    }
  }

  private mutating func check() -> Check {
    var parameters: [String: ParameterValue] = [:]
    for name in ["of", "to", "parts", word()] where chance() { parameters[name] = parameter() }
    return Check(
      id: word(), title: text(), kind: word(), parameters: parameters, points: millionths(),
      partial: pick(PartialCredit.allCases), checkClass: pick(CheckClass.allCases),
      severity: pick(CheckSeverity.allCases),
      remedy: Remedy(within: maybe { $0.limit() }, text: maybe { $0.text() }),
      cites: list { CitationReference(text: $0.word()) }, effectiveFrom: maybe { $0.day() },
      effectiveTo: maybe { $0.day() }, condition: maybe { $0.word() },
      evidence: list { $0.text() }, guidance: maybe { $0.text() })
  }

  private mutating func days() -> [CivilDate: CalendarDay] {
    var days: [CivilDate: CalendarDay] = [:]
    for _ in 0..<3 {
      days[day()] = CalendarDay(name: text(), source: word(), isConfirmed: chance())
    }
    return days
  }

  private mutating func limits() -> [GradeLimit] {
    list { GradeLimit(check: $0.word(), grade: $0.word()) }
  }

  mutating func checklist() -> Checklist {
    Checklist(
      id: word(), version: word(), title: text(), levels: list { $0.word() },
      appliesFrom: maybe { $0.day() }, appliesTo: maybe { $0.day() },
      indicators: list { samples in
        Indicator(
          id: samples.word(), title: samples.text(), type: samples.pick(IndicatorType.allCases),
          unit: samples.maybe { $0.text() }, lowerBound: samples.maybe { $0.rational() },
          upperBound: samples.maybe { $0.rational() },
          counts: samples.maybe { $0.pick(Subjects.allCases) },
          time: samples.pick(TimeBasis.allCases), supplier: samples.maybe { $0.word() },
          code: samples.maybe { $0.word() })
      },
      citations: list { samples in
        Citation(
          id: samples.word(), type: samples.text(), number: samples.word(), issuer: samples.text(),
          date: samples.day(), title: samples.text(), inForceFrom: samples.day(),
          inForceTo: samples.maybe { $0.day() }, status: samples.pick(SourceStatus.allCases),
          places: samples.list { samples in
            CitationPlace(
              id: samples.word(), title: samples.text(),
              status: samples.pick(SourceStatus.allCases), note: samples.maybe { $0.text() })
          })
      },
      calendar: WorkingCalendar(
        id: word(), title: text(), verified: period(), daysOff: days(), makeUpDays: days()),
      areas: list { samples in
        Area(
          id: samples.word(), title: samples.text(), weight: samples.maybe { $0.millionths() },
          checks: samples.list { $0.check() })
      },
      scoring: ScoringRules(
        minimumCompleteness: rational(), notApplicable: pick(NotApplicablePolicy.allCases),
        bands: list { Band(id: $0.word(), title: $0.text(), from: $0.rational()) },
        gates: limits(), caps: limits()))
  }

  private mutating func answer(to id: String) -> Answer {
    let value: AnswerValue
    var qualifier = Qualifier.exact
    var stated: Rational?
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: value = .bool(chance())
    case 1: value = .text(word())
    case 2: value = .date(day())
    case 3: value = .missing(text())
    default:
      let figure = rational()
      qualifier = pick(Qualifier.allCases)
      value = .number(Number(figure, known: qualifier, source: id))
      stated = maybe { _ in figure }
    }
    return Answer(
      value, qualifier: qualifier, stated: stated, source: maybe { $0.word() },
      place: maybe { $0.word() }, basis: pick(Basis.allCases))
  }

  mutating func submission() -> Submission {
    var answers: [String: Answer] = [:]
    for id in ["a.n", "b.n", "c.n", word()] where chance() { answers[id] = answer(to: id) }
    return Submission(
      id: word(), checklist: word(),
      unit: InspectedUnit(code: word(), name: word(), level: word()), period: period(),
      documents: list { samples in
        SourceDocument(
          id: samples.word(), title: samples.text(), date: samples.maybe { $0.day() })
      },
      answers: answers,
      requests: list { samples in
        TeamRequest(
          check: samples.word(), within: samples.limit(), asked: samples.day(),
          text: samples.text(), source: samples.maybe { $0.word() },
          place: samples.maybe { $0.word() })
      }, notes: list { $0.text() })
  }
}
