public import CEL
import Diagnostics

/// A gate, cap or zero limit that looks at a check, with what it did.
public struct AppliedLimit: Hashable, Sendable {
  /// The kinds of limit.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A mandatory condition (điều kiện bắt buộc).
    case gate
    /// A highest grade (mức xếp loại tối đa).
    case cap
    /// What must not earn zero (không được 0 điểm).
    case zero
  }

  /// The kind.
  public var kind: Kind
  /// The check, or the area, that it looks at.
  public var subject: String
  /// The highest grade while it strikes.
  public var grade: String
  /// What it did.
  public var state: LimitState
}

/// Everything that led to one check's verdict, points and deadline: what a person needs to work it all
/// out again with a pencil. It is for the team and the unit: nothing in it is masked.
public struct CheckExplanation: Sendable {
  /// The result explained.
  public var result: CheckResult
  /// The condition of applicability with its parts; nil where there is none.
  public var condition: ExpressionTrace?
  /// The expressions of the rule with their parts; those over rows are in ``rows``.
  public var expressions: [ExpressionTrace]
  /// The rule over rows, row by row.
  public var rows: RowsTrace?
  /// The share of what was asked that was reached, before partial credit makes points of it; nil where
  /// the check is not partly met by figures.
  public var reached: Rational?
  /// How its points came about.
  public var arithmetic: PointsArithmetic
  /// The limits on the grade that look at it.
  public var limits: [AppliedLimit]
  /// What is to be put right; nil where nothing is.
  public var deficiency: Deficiency?
  /// The days counted to its deadline one by one; empty for limits that are not in working days.
  public var days: [CountedDay]
  /// What a leader confirmed at it.
  public var confirmation: ConfirmationResult?
}

extension CompiledChecklist {
  /// The explanation of a check of an assessment by this checklist; nil where the assessment has no
  /// such check.
  public func explanation(of check: String, in assessment: Assessment) -> CheckExplanation? {
    for (area, all) in zip(checklist.areas, areas) {
      guard let compiled = all.first(where: { $0.check.id == check }),
        let judged = assessment.areas.first(where: { $0.id == area.id }),
        let result = judged.checks.first(where: { $0.check.id == check })
      else { continue }
      return explanation(compiled, result, area, judged, assessment)
    }
    return nil
  }

  private func explanation(
    _ compiled: CompiledCheck, _ result: CheckResult, _ area: Area, _ judged: AreaResult,
    _ assessment: Assessment
  ) -> CheckExplanation {
    let sheet = AnswerSheet(assessment.submission, for: self, asOf: assessment.asOf)
    let isPartial = result.check.partial != .none && result.check.kind != "rubric"
    let judgement = compiled.rule.judge(sheet)
    let deficiency = assessment.deficiencies.first { $0.check.id == result.check.id }
    return CheckExplanation(
      result: result,
      condition: compiled.condition.map { ExpressionTrace("when", $0, sheet.activation) },
      expressions: compiled.traces(sheet), rows: rowsTrace(compiled, sheet),
      reached: isPartial && result.verdict.isDecided && judgement.verdict == .partial
        ? judgement.credit : nil,
      arithmetic: PointsArithmetic(result, in: judged, as: area),
      limits: assessment.score.limits(on: result.check.id, in: area.id),
      deficiency: deficiency, days: deficiency.map { counted($0, assessment) } ?? [],
      confirmation: assessment.confirmations.first {
        $0.confirmation.check == result.check.id
      })
  }

  private func rowsTrace(_ compiled: CompiledCheck, _ sheet: AnswerSheet) -> RowsTrace? {
    guard let id = compiled.check.parameters["table"]?.singleName,
      let table = checklist.indicators.first(where: { $0.id == id }),
      case .table(let answer)? = sheet.value(of: id),
      let each = compiled.rule.rowPrograms.first(where: { $0.parameter == "each" })
    else { return nil }
    let filter = compiled.rule.rowPrograms.first { $0.parameter == "where" }
    return RowsTrace(answer, of: table, each: each.program, where: filter?.program, sheet)
  }

  private func counted(_ deficiency: Deficiency, _ assessment: Assessment) -> [CountedDay] {
    if let request = deficiency.request, let within = request.within {
      return checklist.calendar.countedDays(within, from: request.asked)
    }
    guard let limit = checklist.policies.limit(of: deficiency.check) else { return [] }
    return checklist.calendar.countedDays(limit, from: assessment.asOf)
  }
}

extension CompiledCheck {
  /// The expressions of the rule that are not over rows; one that a trend reads of both periods comes
  /// twice.
  fileprivate func traces(_ sheet: AnswerSheet) -> [ExpressionTrace] {
    var traces: [ExpressionTrace] = []
    for (parameter, program) in rule.programs {
      traces.append(ExpressionTrace(parameter, program, sheet.activation))
      guard check.kind == CheckKind.trendID, parameter == "value",
        check.parameters["previous"] == nil
      else { continue }
      traces.append(
        ExpressionTrace(
          parameter, program, sheet.activationBefore(program, inputs: rule.inputs),
          isOfPeriodBefore: true))
    }
    return traces
  }
}

extension AnswerSheet {
  /// What a program reads when its indicators stand for those of the period before.
  fileprivate func activationBefore(_ program: Program, inputs: [String]) -> Activation {
    var values: [String: Value] = [:]
    var unknowns: [AttributePattern] = []
    for name in program.variables {
      let earlier = RuleVocabulary.previous + name
      if let value = activation.values[inputs.contains(earlier) ? earlier : name] {
        values[name] = value
      } else {
        unknowns.append(AttributePattern(variable: name))
      }
    }
    return Activation(values, unknowns: unknowns)
  }
}

extension Score {
  /// The limits that look at a check, or at the area it is in.
  fileprivate func limits(on check: String, in area: String) -> [AppliedLimit] {
    var areas: Set<String> = []
    for result in zeroLimits where result.subject == .areas { areas.insert(result.id) }
    return allLimits.filter { limit in
      limit.subject == check
        || (limit.kind == .zero && limit.subject == area
          && areas.contains(area))
    }
  }
}

extension ParameterValue {
  /// The one name it holds.
  var singleName: String? {
    switch self {
    case .name(let name), .expression(let name): name
    case .list(let values): values.count == 1 ? values[0].singleName : nil
    case .number, .date, .limit, .shares: nil
    }
  }
}
