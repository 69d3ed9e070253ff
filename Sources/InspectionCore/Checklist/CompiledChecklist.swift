import CEL
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

/// A check ready to be judged.
struct CompiledCheck: Sendable {
  let check: Check
  let rule: CompiledRule
  let condition: Program?
  /// The citations it rests on, looked up once.
  let citations: [Citation]
}

/// A checklist whose rules are compiled; immutable, and safe to use from several threads.
public struct CompiledChecklist: Sendable {
  /// The checklist as written.
  public let checklist: Checklist
  /// The compiled checks, area by area.
  let areas: [[CompiledCheck]]

  /// Compiles every check, and makes sure of what assessing relies on, since a frozen checklist may
  /// come from anywhere.
  ///
  /// - Throws: ``ChecklistCompilationError`` with every problem of every check.
  public init(
    _ checklist: Checklist, kinds: [CheckKind] = CheckKind.builtIn
  ) throws(ChecklistCompilationError) {
    var environment = Environment(libraries: [.standard, .numbers])
    var indicators: [String: Indicator] = [:]
    for indicator in checklist.indicators {
      environment.declare(variable: indicator.id, as: indicator.type.valueType)
      indicators[indicator.id] = indicator
    }
    var citations: [String: Citation] = [:]
    for citation in checklist.citations { citations[citation.id] = citation }
    var registry: [String: CheckKind] = [:]
    for kind in kinds { registry[kind.description.id] = kind }

    var problems = checklist.structuralProblems
    var areas: [[CompiledCheck]] = []
    for area in checklist.areas {
      var checks: [CompiledCheck] = []
      for check in area.checks {
        var compiler = CheckCompiler(
          check: check, environment: environment, indicators: indicators)
        var rule: CompiledRule?
        if let kind = registry[check.kind] {
          rule = kind.compile(&compiler)
        } else {
          compiler.reportUnknownKind(among: registry.keys)
        }
        let condition = compiler.condition()
        if let kind = registry[check.kind] { compiler.requireKnownParameters(of: kind.description) }
        if rule == nil, compiler.problems.isEmpty { compiler.reportNotCompiled() }
        for problem in compiler.problems {
          problems.append(CheckProblem(check: check.id, problem: problem))
        }
        guard let rule else { continue }
        var cited: [Citation] = []
        for reference in check.cites {
          if let citation = citations[reference.citation] { cited.append(citation) }
        }
        checks.append(
          CompiledCheck(check: check, rule: rule, condition: condition, citations: cited))
      }
      areas.append(checks)
    }
    guard problems.isEmpty else { throw ChecklistCompilationError(problems: problems) }
    self.checklist = checklist
    self.areas = areas
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
        if let condition = compiled.condition { ids.formUnion(condition.variables) }
      }
    }
    return ids
  }
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
