import CEL
import Diagnostics
@testable import InspectionCore
import Testing

@Suite struct CompilationTests {
  private static let indicators = [
    Sample.indicator("a.n"), Sample.indicator("b.n"), Sample.indicator("a.yes", .bool),
    Sample.indicator("a.paper", .document), table,
    Sample.indicator("a.day", .date), scale,
  ]

  private static var table: Indicator {
    var table = Sample.indicator("a.table", .table)
    table.table = TableSchema(
      rows: .communes,
      columns: [TableColumn(id: "n", title: LocalizedText(same: "n"), type: .int)])
    return table
  }

  private static var scale: Indicator {
    var scale = Sample.indicator("a.scale", .choice)
    scale.options = ["full", "none"].map { ChoiceOption(id: $0, title: LocalizedText(same: $0)) }
    return scale
  }

  private func problems(_ checklist: Checklist) -> [String] {
    do throws(ChecklistCompilationError) {
      _ = try CompiledChecklist(checklist)
      return []
    } catch {
      return error.problems.map { $0.check + " " + $0.problem.diagnostic.code }
    }
  }

  private func problems(_ check: Check) -> [String] {
    problems(Sample.checklist([Sample.area("A", [check])], indicators: Self.indicators))
  }

  private func problems(
    _ kind: String, _ parameters: [String: ParameterValue], partial: PartialCredit = .none
  ) -> [String] {
    problems(Sample.check("X", kind, parameters, partial: partial))
  }

  @Test("A check without one of its required parameters is always reported")
  func requiredParameters() throws {
    for kind in CheckKind.builtIn.map(\.description) {
      let complete = try #require(kind.examples.first).parameters
      let indicators = WorkedExample(kind: kind.id, example: kind.examples[0]).indicators
      let partial = kind.examples[0].partial
      func codes(_ parameters: [String: ParameterValue]) -> [String] {
        problems(
          Sample.checklist(
            [Sample.area("A", [Sample.check("X", kind.id, parameters, partial: partial)])],
            indicators: indicators))
      }
      #expect(codes(complete).isEmpty, "\(kind.id)")
      for parameter in kind.parameters where complete[parameter.name] != nil {
        guard parameter.isRequired || parameter.group != nil else { continue }
        var wanting = complete
        wanting[parameter.name] = nil
        #expect(codes(wanting).contains("X missing-parameter"), "\(kind.id) \(parameter.name)")
      }
    }
  }

  @Test("A parameter of a wrong form never makes a check disappear")
  func wrongForms() {
    let forms: [ParameterValue] = [
      .list([]), .list([.list([])]), .list([.number(Rational(1), .plain)]), .name(""),
      .name("no.such"), .expression(""), .expression("a.yes"), .expression("1 +"),
      .list([.name("a.n"), .expression("a.n"), .list([.name("a.n")])]), .number(.half, .percent),
      .date(Sample.asOf), .limit(.hours(12)), .limit(.by(Sample.asOf)), .shares([:]),
      .shares(["a.n": .half, "none": Rational(2)]), .name("a.day"),
    ]
    let fitting: [String: ParameterValue] = [
      "of": .expression("a.n"), "to": .expression("b.n"), "value": .expression("a.n"),
      "total": .expression("b.n"), "at_least": .number(.half, .percent),
      "when_zero": .name("unmet"), "expr": .expression("a.n == b.n"),
      "parts": .list([.expression("a.n"), .expression("a.n")]), "elements": .name("a.yes"),
      "figures": .name("a.n"), "plan": .name("a.paper"), "relation": .name("equal"),
      "table": .name("a.table"), "each": .expression("row.n > 1"),
      "where": .expression("row.n > 0"), "done": .name("a.day"), "after": .name("a.day"),
      "within": .limit(.workingDays(5)), "not_done": .name("unmet"), "change": .name("falls"),
      "previous": .expression("b.n"), "by": .number(.half, .percent),
      "levels": .shares(["full": .one, "none": .zero]),
    ]
    for kind in CheckKind.builtIn.map(\.description) {
      var complete: [String: ParameterValue] = [:]
      for parameter in kind.parameters {
        if parameter.group == nil || parameter.name == "at_least" || parameter.name == "after" {
          complete[parameter.name] = fitting[parameter.name]
        }
      }
      if kind.id == "presence" { complete["of"] = .name("a.paper") }
      if kind.id == "rubric" { complete["of"] = .name("a.scale") }
      #expect(problems(kind.id, complete).isEmpty, "\(kind.id)")
      for name in complete.keys.sorted() {
        for form in forms {
          var damaged = complete
          damaged[name] = form
          let checklist = Sample.checklist(
            [Sample.area("A", [Sample.check("X", kind.id, damaged)])],
            indicators: Self.indicators)
          do throws(ChecklistCompilationError) {
            let compiled = try CompiledChecklist(checklist)
            #expect(compiled.rule(of: "X") != nil, "\(kind.id) \(name) \(form)")
            let result = assess(
              compiled, Sample.submission([:]), AssessmentContext(asOf: Sample.asOf))
            #expect(result.result(of: "X") != nil, "\(kind.id) \(name) \(form)")
          } catch {
            #expect(!error.problems.isEmpty, "\(kind.id) \(name) \(form)")
          }
        }
      }
    }
  }

  @Test("An empty list is a mistake, since nothing would be judged and all would be met")
  func emptyLists() {
    #expect(problems("presence", ["of": .list([])]) == ["X too-few-values"])
    #expect(problems("supplied", ["figures": .list([])]) == ["X too-few-values"])
    #expect(problems("plan-quality", ["elements": .list([])]) == ["X too-few-values"])
    #expect(
      problems("sum", ["parts": .list([]), "total": .expression("a.n")]) == ["X too-few-values"])
    #expect(
      problems("sum", ["parts": .list([.expression("a.n")]), "total": .expression("a.n")])
        == ["X too-few-values"])
  }

  @Test("A word that a parameter does not offer is reported, and so are two comparisons")
  func choices() {
    let parts = ParameterValue.list([.expression("a.n"), .expression("b.n")])
    let total = ParameterValue.expression("a.n")
    #expect(
      problems("sum", ["parts": parts, "total": total, "relation": .name("about")])
        == ["X unknown-choice"])
    #expect(
      problems("sum", ["parts": parts, "total": total, "relation": .list([])])
        == ["X unknown-choice"])
    #expect(
      problems(
        "coverage",
        ["of": .expression("a.n"), "to": .expression("b.n"), "when_zero": .name("maybe")])
        == ["X missing-parameter"])
    #expect(
      problems(
        "threshold",
        ["value": total, "at_least": .number(.half, .plain), "below": .number(.half, .plain)])
        == ["X parameter-group"])
  }

  @Test("An unknown kind, parameter, indicator or type of indicator is reported with what is near")
  func names() throws {
    #expect(problems("ration", [:]) == ["X unknown-kind"])
    #expect(
      problems("rule", ["expr": .expression("true"), "exrp": .name("x")])
        == ["X unknown-parameter"])
    #expect(problems("presence", ["of": .name("a.papper")]) == ["X unknown-name"])
    #expect(problems("presence", ["of": .name("a.n")]) == ["X indicator-type"])
    #expect(problems(Sample.rule("X", "a.n == 1", when: "b.n")) == ["X condition-type"])
    #expect(problems("threshold", ["value": .expression("a.yes")]).contains("X figure-type"))
    #expect(problems("rule", ["expr": .expression("'x'")]) == ["X rule-type"])
    do throws(ChecklistCompilationError) {
      _ = try CompiledChecklist(
        Sample.checklist(
          [Sample.area("A", [Sample.check("X", "presence", ["of": .name("a.papper")])])],
          indicators: Self.indicators))
      Issue.record("nothing was reported")
    } catch {
      #expect(
        error.problems.first?.problem.diagnostic.mend
          == LocalizedText(vi: "có phải là \"a.paper\"?", en: "did you mean \"a.paper\"?"))
    }
  }

  @Test("Problems of all checks come in one pass")
  func onePass() {
    let checklist = Sample.checklist(
      [
        Sample.area("A", [Sample.rule("A1", "a.m == 1"), Sample.rule("A2", "a.n == 1")]),
        Sample.area("B", [Sample.rule("B1", "1 +"), Sample.check("B2", "?", [:])]),
      ], indicators: Self.indicators)
    let found = problems(checklist).map { String($0.prefix(2)) }
    #expect(Set(found) == ["A1", "B1", "B2"])
  }

  @Test("A kind that gives neither a rule nor a problem is reported")
  func silentKind() {
    let kind = CheckKind(
      description: KindDescription(
        id: "silent", title: LocalizedText(same: "s"), summary: LocalizedText(same: "s"),
        parameters: [], examples: []), compile: { _ in nil })
    let checklist = Sample.checklist(
      [Sample.area("A", [Sample.check("X", "silent", [:])])], indicators: [])
    do throws(ChecklistCompilationError) {
      _ = try CompiledChecklist(checklist, kinds: [kind])
      Issue.record("the check was dropped")
    } catch {
      #expect(error.problems.map(\.problem.diagnostic.code) == ["not-compiled"])
    }
  }

  @Test(
    "Names taken twice or pointing nowhere, amounts out of range and bands out of order are reported"
  )
  func structure() {
    var twice = Sample.checklist(
      [Sample.area("A", [Sample.rule("X", "true"), Sample.rule("X", "false")])],
      indicators: Self.indicators + [Self.indicators[0]],
      citations: [
        Sample.citation("c", from: "2020-01-01"), Sample.citation("c", from: "2021-01-01"),
      ])
    #expect(
      problems(twice) == [" duplicate-indicator", " duplicate-citation", "X duplicate-check"])
    #expect(problems(Sample.rule("X", "true", cites: ["nowhere"])) == ["X unknown-citation"])
    twice = Sample.checklist([Sample.area("A", weight: -1, [])], indicators: [])
    #expect(problems(twice) == [" points-range"])
    #expect(problems(Sample.rule("X", "true", points: 1_000_001)) == ["X points-range"])
    #expect(problems(Sample.rule("X", "true", points: -1)) == ["X points-range"])
    #expect(problems(Sample.rule("X", "true", points: 1_000_000)).isEmpty)
    func band(_ id: String, _ percent: Int64) throws -> Band {
      Band(
        id: id, title: LocalizedText(same: id),
        from: try Rational(numerator: percent, denominator: 100))
    }
    let scoring = try? ScoringRules(
      bands: [band("weak", 0), band("good", 90), band("good", 95)],
      gates: [GradeLimit(check: "Y", grade: "weak")],
      caps: [GradeLimit(check: "X", grade: "fair")])
    let limited = Sample.checklist(
      [Sample.area("A", [Sample.rule("X", "true")])], indicators: [],
      scoring: scoring ?? ScoringRules())
    #expect(
      problems(limited) == [
        " band-order", " duplicate-grade", " band-order", "Y unknown-check", "X unknown-grade",
      ])
  }
}
