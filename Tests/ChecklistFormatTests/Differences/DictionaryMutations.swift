import CEL
import ChecklistFormat
import Diagnostics
import InspectionCore

extension DifferenceMutation {
  private static func indicator(
    _ position: Int, _ aspect: ChangeAspect, _ weight: ChangeWeight, _ name: String,
    _ alter: @escaping @Sendable (inout Indicator) -> Void
  ) -> DifferenceMutation {
    DifferenceMutation("indicator \(name)", .indicator, aspect, weight) {
      alter(&$0.indicators[position])
    }
  }

  static let indicators: [DifferenceMutation] = [
    indicator(0, .title, .wording, "title") { $0.title.vi = "Khác" },
    indicator(0, .type, .judgement, "type") { $0.type = .decimal },
    indicator(0, .unit, .judgement, "unit") { $0.unit = nil },
    indicator(0, .bounds, .judgement, "least") { $0.lowerBound = nil },
    indicator(0, .bounds, .judgement, "greatest") { $0.upperBound = Rational(1000) },
    indicator(0, .time, .judgement, "time") { $0.time = .period },
    indicator(0, .counts, .wording, "counts") { $0.counts = .children },
    indicator(0, .rollUp, .wording, "roll-up") { $0.rollUp = .part },
    indicator(0, .supplier, .wording, "supplier") { $0.supplier = nil },
    indicator(0, .code, .wording, "code") { $0.code = "0101" },
    // Nobody reads this one.
    indicator(4, .options, .wording, "option of one nobody reads") {
      $0.options.append(ChoiceOption(id: "final", title: DifferenceSample.text("Final")))
    },
    indicator(4, .options, .wording, "title of an option") {
      $0.options[0].title.en = "In draft"
    },
    indicator(5, .columns, .wording, "title of a column") {
      $0.table?.columns[0].title.en = "Square metres"
    },
    indicator(5, .columns, .wording, "type of a column nobody reads") {
      $0.table?.columns[0].type = .int
    },
    DifferenceMutation("indicator added", .indicator, nil, .wording, .added) {
      var indicator = $0.indicators[0]
      indicator.id = "staff.other"
      $0.indicators.append(indicator)
    },
  ]

  static let dictionaries: [DifferenceMutation] = [
    DifferenceMutation("force of a law", .citation, .force, .judgement) {
      $0.citations[0].inForceTo = DifferenceSample.day("2024-12-31")
    },
    DifferenceMutation("number", .citation, .identity, .wording) { $0.citations[0].number = "2" },
    DifferenceMutation("citation title", .citation, .title, .wording) {
      $0.citations[0].title.vi = "Khác"
    },
    DifferenceMutation("status", .citation, .status, .wording) {
      $0.citations[0].status = .recalled
    },
    DifferenceMutation("place", .citation, .places, .wording) {
      $0.citations[0].places[0].status = .recalled
    },
    DifferenceMutation("target value", .target, .values, .judgement) {
      $0.targets[0].values[0].value = DifferenceSample.share(900_000)
    },
    DifferenceMutation("target title", .target, .title, .wording) { $0.targets[0].title.en = "X" },
    DifferenceMutation("target citation", .target, .citations, .wording) {
      $0.targets[0].cites = []
    },
    DifferenceMutation("target status", .target, .status, .wording) {
      $0.targets[0].status = .verified
    },
    calendar("day off", .days, .followUp, off: ["2024-04-29", "2024-05-02"]),
    calendar("unconfirmed day", .days, .followUp, off: ["2024-04-29"], isConfirmed: false),
    calendar("name of a day", .notes, .wording, off: ["2024-04-29"], name: "Other"),
    calendar("verified days", .verified, .followUp, off: ["2024-04-29"], to: "2027-12-31"),
    calendar("calendar title", .title, .wording, off: ["2024-04-29"], title: "Other"),
    calendar("budget round", .budgetRounds, .followUp, off: ["2024-04-29"], round: "19/07"),
  ]

  private static func calendar(
    _ label: String, _ aspect: ChangeAspect, _ weight: ChangeWeight, off: [String],
    isConfirmed: Bool = true, name: String = "Off", to: String = "2026-12-31",
    title: String = "Days", round: String? = nil
  ) -> DifferenceMutation {
    DifferenceMutation(label, .calendar, aspect, weight) { checklist in
      var days: [CivilDate: CalendarDay] = [:]
      for day in off {
        days[DifferenceSample.day(day)] = CalendarDay(
          name: DifferenceSample.text(name), source: "2450", isConfirmed: isConfirmed)
      }
      checklist.calendar = WorkingCalendar(
        id: "days", title: DifferenceSample.text(title),
        verified: Period(from: DifferenceSample.day("2019-01-01"), to: DifferenceSample.day(to))!,
        daysOff: days, makeUpDays: [:],
        budgetRounds: round.map { day in
          [
            BudgetRound(
              day: PeriodPreset.Day(text: day)!, name: DifferenceSample.text("Estimates"),
              source: "83", isConfirmed: true)
          ]
        } ?? [])
    }
  }

  private static func policy(
    _ aspect: ChangeAspect, _ name: String,
    _ alter: @escaping @Sendable (inout FollowUpPolicies) -> Void
  ) -> DifferenceMutation {
    DifferenceMutation(name, .policy, aspect, .followUp) { alter(&$0.policies) }
  }

  static let policies: [DifferenceMutation] = [
    policy(.countedFrom, "counted from") { $0.countedFrom = .assessment },
    policy(.defaultLimit, "default") { $0.defaultLimits[0].within = .calendarDays(20) },
    policy(.defaultLimit, "default added") {
      $0.defaultLimits.append(SeverityLimit(severity: .low, within: .calendarDays(60)))
    },
    policy(.extensions, "extension") { $0.extensions = [] },
    policy(.extensionsBeforeDue, "before due") { $0.extensionsBeforeDue = false },
    policy(.requestStopsClock, "clock") { $0.requestStopsClock = true },
    policy(.escalation, "escalation") { $0.escalation[0].offset = 0 },
    policy(.recurrence, "recurrence") { $0.recurrenceRaisesSeverity = false },
    policy(.nextVisit, "visit") { $0.nextVisit[0].below = DifferenceSample.share(500_000) },
  ]
}
