import CEL
import ChecklistFormat
import Diagnostics
import InspectionCore
import Testing

/// One field of the sample altered, with the one change it must give.
struct DifferenceMutation: Sendable, CustomTestStringConvertible {
  let name: String
  let subject: ChangeSubject.Kind
  let aspect: ChangeAspect?
  let weight: ChangeWeight
  let kind: ChangeKind
  let alter: @Sendable (inout Checklist) -> Void

  init(
    _ name: String, _ subject: ChangeSubject.Kind, _ aspect: ChangeAspect?, _ weight: ChangeWeight,
    _ kind: ChangeKind = .changed, _ alter: @escaping @Sendable (inout Checklist) -> Void
  ) {
    self.name = name
    self.subject = subject
    self.aspect = aspect
    self.weight = weight
    self.kind = kind
    self.alter = alter
  }

  /// One of check A-1, which has every field.
  static func check(
    _ aspect: ChangeAspect, _ weight: ChangeWeight, _ name: String,
    _ alter: @escaping @Sendable (inout Check) -> Void
  ) -> DifferenceMutation {
    DifferenceMutation("check \(name)", .check, aspect, weight) { alter(&$0.areas[0].checks[0]) }
  }

  var testDescription: String { name }

  static let all =
    checks + rules + areas + scoring + checklists + indicators + dictionaries + policies

  private static func text(_ name: String) -> LocalizedText { DifferenceSample.text(name) }

  private static let checks: [DifferenceMutation] = [
    check(.title, .wording, "title") { $0.title = text("Other") },
    check(.title, .wording, "title in one language") { $0.title.en = "Other" },
    check(.rule, .judgement, "kind") { $0.kind = "coverage" },
    check(.points, .judgement, "points") { $0.points = 20_000_000 },
    check(.partial, .judgement, "partial credit") { $0.partial = .none },
    check(.partial, .judgement, "steps") {
      $0.partial = .stepped([CreditStep(from: Rational(0), credit: Rational(1))])
    },
    check(.notApplicable, .judgement, "policy") { $0.notApplicable = .full },
    check(.checkClass, .judgement, "class") { $0.checkClass = .criterion },
    check(.severity, .followUp, "severity") { $0.severity = .critical },
    check(.deadline, .followUp, "deadline") { $0.remedy.within = .workingDays(10) },
    check(.deadline, .followUp, "no deadline") { $0.remedy.within = nil },
    check(.remedy, .followUp, "remedy") { $0.remedy.text = nil },
    check(.citations, .judgement, "citation with other force") {
      $0.cites = [CitationReference(citation: "decree")]
    },
    check(.citations, .wording, "place of a citation") {
      $0.cites = [CitationReference(citation: "law")]
    },
    check(.citations, .wording, "citation whose force lies within") {
      $0.cites.append(CitationReference(citation: "decree"))
    },
    check(.effective, .judgement, "first day") { $0.effectiveFrom = nil },
    check(.effective, .judgement, "last day") {
      $0.effectiveTo = DifferenceSample.day("2024-12-31")
    },
    check(.condition, .judgement, "condition") { $0.condition = "staff.total > 1" },
    check(.condition, .judgement, "no condition") { $0.condition = nil },
    check(.evidence, .wording, "evidence") { $0.evidence = [] },
    check(.guidance, .wording, "guidance") { $0.guidance = nil },
    DifferenceMutation("citation that informs", .check, .citations, .wording) {
      $0.areas[0].checks[1].cites = [CitationReference(citation: "decree")]
    },
    DifferenceMutation("check added", .check, nil, .judgement, .added) {
      var check = $0.areas[0].checks[1]
      check.id = "A-9"
      check.title = text("Ninth")
      $0.areas[0].checks.append(check)
    },
    DifferenceMutation("check dropped", .check, nil, .judgement, .removed) {
      $0.areas[1].checks.remove(at: 1)
    },
    DifferenceMutation("check moved", .check, .area, .judgement) {
      $0.areas[0].checks.append($0.areas[1].checks.remove(at: 1))
    },
  ]

  private static let rules: [DifferenceMutation] = [
    check(.parameter, .judgement, "threshold") {
      $0.parameters["at_least"] = .number(DifferenceSample.share(900_000), .percent)
    },
    check(.rule, .judgement, "other comparison") {
      $0.parameters["above"] = $0.parameters.removeValue(forKey: "at_least")
    },
    check(.parameter, .judgement, "figure") { $0.parameters["of"] = .expression("staff.total") },
    DifferenceMutation("rule", .check, .rule, .judgement) {
      $0.areas[0].checks[1].parameters["expr"] = .expression("staff.total >= 2")
    },
    DifferenceMutation("chain of a rule", .check, .rule, .judgement) {
      $0.areas[0].checks[1].parameters["expr"] = .expression(
        "(staff.total >= 1 && cases.total > 0.5) || true")
    },
    DifferenceMutation("relation", .check, .parameter, .judgement) {
      $0.areas[1].checks[0].parameters["relation"] = .name("at_most")
    },
    DifferenceMutation("part of a sum", .check, .parameter, .judgement) {
      $0.areas[1].checks[0].parameters["parts"] = .list([
        .expression("cases.open"), .expression("staff.trained"),
      ])
    },
  ]

  private static let areas: [DifferenceMutation] = [
    DifferenceMutation("area title", .area, .title, .wording) { $0.areas[0].title = text("Other") },
    DifferenceMutation("area weight", .area, .weight, .judgement) { $0.areas[0].weight = nil },
    DifferenceMutation("area renamed", .area, nil, .wording, .renamed) {
      $0.areas[0].id = "people"
    },
    DifferenceMutation("area added", .area, nil, .judgement, .added) {
      $0.areas.append(Area(id: "new", title: text("New"), weight: 1_000_000, checks: []))
    },
  ]

  private static let scoring: [DifferenceMutation] = [
    DifferenceMutation("total", .checklist, .total, .wording) { $0.scoring.total = nil },
    DifferenceMutation("completeness", .checklist, .completeness, .judgement) {
      $0.scoring.minimumCompleteness = Rational(1)
    },
    DifferenceMutation("policy", .checklist, .notApplicable, .judgement) {
      $0.scoring.notApplicable = .exclude
    },
    DifferenceMutation("band threshold", .band, .threshold, .judgement) {
      $0.scoring.bands[0].from = DifferenceSample.share(950_000)
    },
    DifferenceMutation("band by class", .band, .classThreshold, .judgement) {
      $0.scoring.bands[0].fromByClass = []
    },
    DifferenceMutation("band title", .band, .title, .wording) {
      $0.scoring.bands[0].title = text("Very good")
    },
    DifferenceMutation("band added", .band, nil, .judgement, .added) {
      $0.scoring.bands.insert(
        Band(id: "fair", title: text("Fair"), from: DifferenceSample.share(500_000)), at: 1)
    },
    DifferenceMutation("gate dropped", .gate, nil, .judgement, .removed) { $0.scoring.gates = [] },
    DifferenceMutation("gate grade", .gate, .grade, .judgement) {
      $0.scoring.gates[0].grade = "good"
    },
    DifferenceMutation("cap added", .cap, nil, .judgement, .added) {
      $0.scoring.caps.append(GradeLimit(check: "B-1", grade: "weak"))
    },
    DifferenceMutation("cap grade", .cap, .grade, .judgement) { $0.scoring.caps[0].grade = "good" },
    DifferenceMutation("zero limit dropped", .zeroLimit, nil, .judgement, .removed) {
      $0.scoring.zeroLimits.removeLast()
    },
    DifferenceMutation("zero limit grade", .zeroLimit, .grade, .judgement) {
      $0.scoring.zeroLimits[0].grade = "good"
    },
  ]

  private static let checklists: [DifferenceMutation] = [
    DifferenceMutation("title", .checklist, .title, .wording) { $0.title = text("Other") },
    DifferenceMutation("levels", .checklist, .levels, .judgement) { $0.levels.append("commune") },
    DifferenceMutation("periods", .checklist, .periods, .judgement) { $0.appliesTo = nil },
    DifferenceMutation("base", .checklist, .base, .wording) { $0.base = "other@1.0" },
    DifferenceMutation("class title", .unitClass, .title, .wording) {
      $0.unitClasses[0].title = text("Upland")
    },
    DifferenceMutation("class added", .unitClass, nil, .wording, .added) {
      $0.unitClasses.append(UnitClass(id: "island", title: text("Island")))
    },
    DifferenceMutation("theme title", .theme, .title, .wording) {
      $0.themes[0].title = text("Officers")
    },
    DifferenceMutation("theme extent", .theme, .extent, .wording) {
      $0.themes[0].areas = ["cases"]
    },
    DifferenceMutation("theme added", .theme, nil, .wording, .added) {
      $0.themes.append(Theme(id: "cases", title: text("Cases"), areas: ["cases"]))
    },
    DifferenceMutation("mode", .checklist, .mode, .judgement) { $0.scoring.mode = .verdicts },
    DifferenceMutation("preset days", .period, .days, .judgement) {
      $0.periods[0].from = PeriodPreset.Day(month: 12, day: 1)!
    },
    DifferenceMutation("preset year", .period, .year, .judgement) { $0.periods[0].yearOf = .start },
    DifferenceMutation("preset title", .period, .title, .wording) {
      $0.periods[0].title = text("School year")
    },
    DifferenceMutation("preset source", .period, .source, .wording) {
      $0.periods[0].source = "1/TT"
    },
    DifferenceMutation("preset status", .period, .status, .wording) {
      $0.periods[0].status = .verified
    },
  ]
}
