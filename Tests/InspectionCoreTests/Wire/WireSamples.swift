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
      .endOfQuarter, .nextBudgetRound,
    ])
  }

  private mutating func millionths() -> Int64 {
    pick([0, 1, 999_999, 12_500_000, .random(in: 0...1_000_000_000_000, using: &generator)])
  }

  private mutating func parameter(depth: Int = 0) -> ParameterValue {
    switch Int.random(in: 0..<(depth < 3 ? 7 : 6), using: &generator) {
    case 0: .number(rational(), pick(FigureStyle.allCases))
    case 1: .expression(word())
    case 2: .name(word())
    case 3: .date(day())
    case 4: .limit(limit())
    case 5: .shares([word(): rational(), "z": rational()])
    default: .list(list { $0.parameter(depth: depth + 1) })
    }
  }

  private mutating func check() -> Check {
    var parameters: [String: ParameterValue] = [:]
    for name in ["of", "to", "parts", word()] where chance() { parameters[name] = parameter() }
    return Check(
      id: word(), title: text(), kind: word(), parameters: parameters, points: millionths(),
      partial: partial(), checkClass: pick(CheckClass.allCases),
      severity: pick(CheckSeverity.allCases),
      remedy: Remedy(within: maybe { $0.limit() }, text: maybe { $0.text() }),
      cites: list { CitationReference(text: $0.word()) }, effectiveFrom: maybe { $0.day() },
      effectiveTo: maybe { $0.day() }, condition: maybe { $0.word() },
      evidence: list { $0.text() }, guidance: maybe { $0.text() },
      notApplicable: maybe { $0.pick(NotApplicablePolicy.allCases) })
  }

  private mutating func partial() -> PartialCredit {
    pick([
      .none, .linear,
      .stepped(list { CreditStep(from: $0.rational(), credit: $0.rational()) }),
    ])
  }

  private mutating func options() -> [ChoiceOption] {
    list { ChoiceOption(id: $0.word(), title: $0.text()) }
  }

  private mutating func table() -> TableSchema {
    TableSchema(
      rows: pick(RowSubject.allCases),
      columns: list { samples in
        TableColumn(
          id: samples.word(), title: samples.text(), type: samples.pick(ColumnType.allCases),
          unit: samples.maybe { $0.text() }, lowerBound: samples.maybe { $0.rational() },
          upperBound: samples.maybe { $0.rational() }, options: samples.options())
      })
  }

  private mutating func target() -> Target {
    Target(
      id: word(), title: text(),
      values: list { samples in
        TargetValue(
          samples.rational(), samples.pick(FigureStyle.allCases), from: samples.maybe { $0.day() },
          to: samples.maybe { $0.day() }, unitClass: samples.maybe { $0.word() })
      }, cites: list { CitationReference(text: $0.word()) }, status: pick(SourceStatus.allCases))
  }

  private mutating func preset() -> PeriodPreset {
    PeriodPreset(
      id: word(), title: text(), from: PeriodPreset.Day(month: 12, day: 15)!,
      to: pick([PeriodPreset.Day(month: 1, day: 1)!, PeriodPreset.Day(month: 2, day: 28)!]),
      yearOf: pick(PeriodPreset.YearOf.allCases), source: maybe { $0.word() },
      status: pick(SourceStatus.allCases))
  }

  private mutating func policies() -> FollowUpPolicies {
    FollowUpPolicies(
      countedFrom: pick(DeadlineStart.allCases),
      defaultLimits: list {
        SeverityLimit(severity: $0.pick(CheckSeverity.allCases), within: $0.limit())
      },
      extensions: list {
        ExtensionLimit(severity: $0.pick(CheckSeverity.allCases), times: 2, days: 30)
      }, extensionsBeforeDue: chance(), requestStopsClock: chance(),
      escalation: list {
        EscalationStep(offset: $0.pick([-3, 0, 5]), recipient: $0.word(), title: $0.text())
      }, recurrenceRaisesSeverity: chance(),
      nextVisit: list { samples in
        VisitRule(
          grade: samples.maybe { $0.word() }, below: samples.maybe { $0.rational() },
          recurred: samples.maybe { _ in 1 }, overdue: samples.maybe { _ in 2 },
          within: samples.limit())
      })
  }

  private mutating func migration() -> Migration {
    Migration(
      version: word(), comparability: pick(Comparability.allCases), note: maybe { $0.text() },
      checks: list { samples in
        CheckMigration(
          was: samples.word(), now: samples.list { $0.word() },
          comparability: samples.pick(Comparability.allCases), note: samples.maybe { $0.text() })
      })
  }

  private mutating func band() -> Band {
    Band(
      id: word(), title: text(), from: rational(),
      fromByClass: list { ClassThreshold(unitClass: $0.word(), from: $0.rational()) })
  }

  private mutating func rollUp() -> RollUpRule {
    pick([
      .notAdded, .sum(of: nil), .sum(of: word()), .part, .count(of: word()), .units,
      .rate(of: word(), to: word()),
    ])
  }

  private mutating func zeroLimit() -> ZeroLimit {
    ZeroLimit(
      subject: pick(ZeroLimit.Subject.allCases), ids: list { $0.word() }, grade: word())
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
          code: samples.maybe { $0.word() }, options: samples.options(),
          table: samples.maybe { $0.table() }, rollUp: samples.maybe { $0.rollUp() })
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
        id: word(), title: text(), verified: period(), daysOff: days(), makeUpDays: days(),
        budgetRounds: list { samples in
          BudgetRound(
            day: PeriodPreset.Day(month: 7, day: 19)!, name: samples.text(),
            source: samples.word(), isConfirmed: samples.chance())
        }),
      areas: list { samples in
        Area(
          id: samples.word(), title: samples.text(), weight: samples.maybe { $0.millionths() },
          checks: samples.list { $0.check() })
      },
      scoring: ScoringRules(
        minimumCompleteness: rational(), notApplicable: pick(NotApplicablePolicy.allCases),
        bands: list { $0.band() }, gates: limits(), caps: limits(),
        zeroLimits: list { $0.zeroLimit() }, total: maybe { $0.millionths() },
        mode: pick(ScoringMode.allCases)),
      unitClasses: list { UnitClass(id: $0.word(), title: $0.text()) },
      periods: list { $0.preset() }, targets: list { $0.target() },
      policies: chance() ? policies() : FollowUpPolicies(), migrations: list { $0.migration() },
      base: maybe { $0.word() },
      themes: list { samples in
        Theme(
          id: samples.word(), title: samples.text(), areas: samples.list { $0.word() },
          checks: samples.list { $0.word() })
      })
  }

  private mutating func answer(to id: String) -> Answer {
    let value: AnswerValue
    var qualifier = Qualifier.exact
    var stated: Rational?
    switch Int.random(in: 0..<10, using: &generator) {
    case 8: value = .dateTime(CivilDateTime(date: day(), minute: 871)!)
    case 9: value = .table(table(of: id))
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

  private mutating func table(of id: String) -> AnswerTable {
    AnswerTable(
      rows: list { samples in
        var row: [String: CellValue] = [:]
        for column in ["a", "b", samples.word()] where samples.chance() {
          row[column] = samples.pick([
            .number(Number(samples.rational())), .bool(samples.chance()), .text(samples.word()),
            .date(samples.day()), .notApplicable,
          ])
        }
        return row
      },
      sample: maybe { SampleFrame(population: 25, method: $0.text(), drawnBy: $0.text()) })
  }

  private mutating func answers() -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for id in ["a.n", "b.n", "c.n", word()] where chance() { answers[id] = answer(to: id) }
    return answers
  }

  mutating func submission() -> Submission {
    return Submission(
      id: word(), checklist: word(),
      unit: InspectedUnit(
        code: word(), name: word(), level: word(), classes: list { $0.word() }), period: period(),
      documents: list { samples in
        SourceDocument(
          id: samples.word(), title: samples.text(), date: samples.maybe { $0.day() })
      },
      answers: answers(),
      earlier: list { PeriodAnswers(period: $0.period(), answers: $0.answers()) },
      requests: list { samples in
        TeamRequest(
          check: samples.word(), within: samples.limit(), asked: samples.day(),
          text: samples.text(), source: samples.maybe { $0.word() },
          place: samples.maybe { $0.word() })
      }, notes: list { $0.text() },
      confirmations: list { samples in
        Confirmation(
          check: samples.word(), date: samples.day(), by: samples.text(),
          source: samples.maybe { $0.word() }, place: samples.maybe { $0.word() })
      })
  }
}
