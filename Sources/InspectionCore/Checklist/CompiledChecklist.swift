package import CEL
import Diagnostics

/// Something wrong with a check, for whoever knows where it was written.
public struct CheckProblem: Hashable, Sendable {
  /// The check's id; empty where the problem lies outside the checks.
  public var check: String
  /// What is wrong with its parameters, or with the checklist.
  public var problem: ParameterProblem
}

/// What is wrong with a checklist's checks.
public struct ChecklistCompilationError: Error, Sendable {
  /// The problems, in the order of the checks.
  public var problems: [CheckProblem]
}

/// A check ready to be judged; a class, so that going through the checks copies none.
final class CompiledCheck: Sendable {
  let shared: SharedCheck
  let rule: CompiledRule
  let condition: Program?
  /// Whether a plugin judges it.
  let isExternal: Bool
  /// When it concerns no unit at all, and why.
  let force: CheckForce
  /// The targets it reads, by the names that rules give them, and what is said where one is not set.
  let targets: [(name: String, absence: Reason)]

  var check: Check { shared.check }
  /// The indicators that the condition reads.
  var conditionInputs: [String] { shared.conditionInputs }

  init(
    _ check: Check, rule: CompiledRule, condition: Program?, conditionInputs: [String],
    citations: [Citation], targets: [(name: String, title: LocalizedText)]
  ) {
    shared = SharedCheck(check, conditionInputs: conditionInputs)
    self.rule = rule
    self.condition = condition
    isExternal = rule.external != nil
    force = CheckForce(check, citations)
    var absences: [(name: String, absence: Reason)] = []
    for (name, title) in targets {
      let absence = LocalizedText(
        vi: "Chưa có mức chỉ tiêu \"\(title.vi)\" cho kỳ này và loại đơn vị này",
        en: "No target \"\(title.en)\" is set for this period and class of unit")
      absences.append((name, Reason(absence)))
    }
    self.targets = absences
  }
}

/// A checklist whose rules are compiled; immutable, and safe to use from several threads.
public struct CompiledChecklist: Sendable {
  /// The checklist as written.
  public let checklist: Checklist
  /// The indicators that rules may read: the checklist's, and those of the period before that some
  /// rule names, whose ids begin with `previous.`.
  public var indicators: [Indicator] { index.all }
  /// The same, found by name.
  let index: IndicatorIndex
  /// The compiled checks, area by area.
  let areas: [[CompiledCheck]]
  /// The shares of each area's checks in its weight, in millionths.
  let nominal: [[Int64]]
  /// The places of the indicators that each check's rule reads, area by area.
  let inputPlaces: [[[Int]]]
  /// The dates that limits give from one day, where they were worked out beforehand.
  var dates: KnownDates?
  /// Where programs find the answers they read.
  let layout: SheetLayout

  /// How many problems are told with the name that was probably meant: more than anybody is shown.
  private static let helpedProblems = 200

  /// Compiles every check, and makes sure of what assessing relies on, since a frozen checklist may
  /// come from anywhere.
  ///
  /// - Throws: ``ChecklistCompilationError`` with every problem of every check.
  public init(
    _ checklist: Checklist, kinds: [CheckKind] = CheckKind.builtIn
  ) throws(ChecklistCompilationError) {
    var vocabulary = RuleVocabulary(checklist)
    var citations: [String: Citation] = [:]
    for citation in checklist.citations { citations[citation.id] = citation }
    var titles: [String: LocalizedText] = [:]
    for target in checklist.targets { titles[Target.prefix + target.id] = target.title }
    var registry: [String: CheckKind] = [:]
    for kind in checklist.plugins { registry[kind.id] = CheckKind(kind) }
    for kind in kinds { registry[kind.description.id] = kind }

    var problems = checklist.structuralProblems
    var areas: [[CompiledCheck]] = []
    var read: [String] = []
    for area in checklist.areas {
      var checks: [CompiledCheck] = []
      for check in area.checks {
        var compiler = CheckCompiler(check: check, vocabulary: vocabulary)
        var rule: CompiledRule?
        if let kind = registry[check.kind] {
          rule = kind.compile(&compiler)
        } else {
          compiler.reportUnknownKind(among: registry.keys)
        }
        let condition = compiler.condition()
        for (_, program) in compiler.programs { read += program.variables }
        if let kind = registry[check.kind] { compiler.requireKnownParameters(of: kind.description) }
        if rule == nil, compiler.problems.isEmpty { compiler.reportNotCompiled() }
        for problem in compiler.problems {
          problems.append(CheckProblem(check: check.id, problem: problem))
        }
        if problems.count > CompiledChecklist.helpedProblems { vocabulary.stopSuggesting() }
        guard let rule else { continue }
        var cited: [Citation] = []
        for reference in check.cites {
          if let citation = citations[reference.citation] { cited.append(citation) }
        }
        checks.append(
          CompiledCheck(
            check, rule: rule, condition: condition,
            conditionInputs: condition.map { compiler.inputs(of: $0) } ?? [], citations: cited,
            targets: compiler.targets.map { ($0, titles[$0] ?? LocalizedText(same: $0)) }))
      }
      areas.append(checks)
    }
    guard problems.isEmpty else { throw ChecklistCompilationError(problems: problems) }
    self.checklist = checklist
    self.areas = areas
    nominal = checklist.areas.map { nominalPoints(of: $0) }
    let index = IndicatorIndex(
      checklist.indicators + CompiledChecklist.previousIndicators(of: areas, in: vocabulary))
    self.index = index
    inputPlaces = areas.map { checks in
      checks.map { check in check.rule.inputs.compactMap { index.place(of: $0) } }
    }
    layout = SheetLayout(vocabulary.environment, reading: read, index)
  }

  private static func previousIndicators(
    of areas: [[CompiledCheck]], in vocabulary: RuleVocabulary
  ) -> [Indicator] {
    var names: Set<String> = []
    for area in areas {
      for compiled in area {
        for name in compiled.rule.inputs + compiled.conditionInputs
        where name.hasPrefix(RuleVocabulary.previous) {
          names.insert(name)
        }
      }
    }
    var found: [Indicator] = []
    for name in names.sorted() {
      if let indicator = vocabulary.indicators[name] { found.append(indicator) }
    }
    return found
  }

  /// The answers of a submission by the names that rules use, those for the period before included.
  public func answers(of submission: Submission) -> [String: Answer] {
    guard indicators.count > checklist.indicators.count, let previous = submission.previous else {
      return submission.answers
    }
    var answers = submission.answers
    for indicator in indicators[checklist.indicators.count...] {
      let name = String(indicator.id.dropFirst(RuleVocabulary.previous.count))
      answers[indicator.id] = previous.answers[name]?.known(as: indicator.id)
    }
    return answers
  }

  /// The compiled rule of a check.
  public func rule(of check: String) -> CompiledRule? {
    for area in areas {
      for compiled in area where compiled.check.id == check { return compiled.rule }
    }
    return nil
  }

  /// The indicators that some check reads.
  public var readIndicators: Set<String> {
    var ids: Set<String> = []
    for area in areas {
      for compiled in area {
        ids.formUnion(compiled.rule.inputs)
        ids.formUnion(compiled.conditionInputs)
      }
    }
    return ids
  }
}

extension Checklist {
  /// What the checklist's rules may name; lint reads them in it too.
  package var ruleEnvironment: Environment { RuleVocabulary(self).environment }
}

extension CheckCompiler {
  /// The compiled condition of applicability; nil where there is none or it is wrong.
  mutating func condition() -> Program? {
    guard let text = check.condition else { return nil }
    guard let program = compile(text, at: "when", index: nil) else { return nil }
    if program.resultType == .bool { return program }
    report(
      "when", nil, code: "condition-type",
      LocalizedText(
        vi: "điều kiện áp dụng phải cho kết quả đúng/sai, không phải \(program.resultType)",
        en: "a condition of applicability must give true/false, not \(program.resultType)"),
      length: text.utf8.count)
    return nil
  }

  mutating func requireKnownParameters(of description: KindDescription) {
    for name in check.parameters.keys.sorted() where description.parameter(name) == nil {
      report(
        nil, nil, code: "unknown-parameter",
        LocalizedText(
          vi: "kiểu kiểm tra \"\(check.kind)\" không có tham số \"\(name)\"",
          en: "the kind \"\(check.kind)\" has no parameter \"\(name)\""), length: 0)
    }
  }

  /// A kind that gives neither a rule nor a reason must not make its check disappear.
  mutating func reportNotCompiled() {
    report(
      nil, nil, code: "not-compiled",
      LocalizedText(
        vi: "không lập được quy tắc cho mục kiểm tra này", en: "no rule could be made of the check"),
      length: 0)
  }

  mutating func reportUnknownKind(among kinds: some Sequence<String>) {
    var mend: LocalizedText?
    if let near = nearestName(to: check.kind, in: kinds) {
      mend = LocalizedText(vi: "có phải là \"\(near)\"?", en: "did you mean \"\(near)\"?")
    }
    report(
      "kind", nil, code: "unknown-kind",
      LocalizedText(
        vi: "không có kiểu kiểm tra \"\(check.kind)\"",
        en: "there is no kind of check \"\(check.kind)\""),
      mend: mend, length: check.kind.utf8.count)
  }
}
