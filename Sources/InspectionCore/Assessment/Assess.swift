import CEL
import Diagnostics

/// Judges a submission by a checklist. Pure: the same values give the same assessment anywhere.
///
/// - Parameters:
///   - checklist: the compiled checklist.
///   - submission: the unit's answers.
///   - context: the day of the assessment.
public func assess(
  _ checklist: CompiledChecklist, _ submission: Submission, _ context: AssessmentContext
) -> Assessment {
  let rules = checklist.checklist.scoring
  let sheet = AnswerSheet(
    answers: submission.answers, indicators: checklist.checklist.indicators)
  var areas: [AreaResult] = []
  var completeness = Completeness(answered: 0, applicable: 0)
  var verdicts: [String: Verdict] = [:]
  var points: Int64 = 0
  var of: Int64 = 0

  for (area, compiled) in zip(checklist.checklist.areas, checklist.areas) {
    var judged: [JudgedCheck] = []
    for check in compiled {
      judged.append(
        JudgedCheck(check: check.check, judgement: check.judgement(sheet, submission.period)))
    }
    let derivations = InspectionCore.points(
      of: judged, weight: area.weight, policy: rules.notApplicable)
    var result = AreaResult(id: area.id, title: area.title, points: 0, of: 0, checks: [])
    for (index, check) in compiled.enumerated() {
      let judgement = judged[index].judgement
      result.checks.append(check.result(judgement, derivations[index], sheet))
      result.points += derivations[index].earned
      result.of += derivations[index].of
      verdicts[check.check.id] = judgement.verdict
      if judgement.verdict != .notApplicable { completeness.applicable += 1 }
      if judgement.verdict.isDecided { completeness.answered += 1 }
    }
    points += result.points
    of += result.of
    areas.append(result)
  }
  return Assessment(
    submission: submission, asOf: context.asOf, areas: areas,
    score: rules.score(points: points, of: of, completeness: completeness, verdicts: verdicts),
    completeness: completeness,
    deficiencies: deficiencies(areas, submission, checklist.checklist.calendar, context.asOf),
    dataRequests: dataRequests(areas))
}

extension CompiledCheck {
  func judgement(_ sheet: AnswerSheet, _ period: Period) -> Judgement {
    if let obstacle = obstacle(in: period) { return .notApplicable(Reason(obstacle)) }
    if let condition {
      switch condition.evaluate(sheet.activation) {
      case .value(.bool(true)): break
      case .value:
        return .notApplicable(
          Reason(
            LocalizedText(
              vi: "Đơn vị không thuộc trường hợp phải áp dụng mục này",
              en: "The condition of applicability does not hold for this unit")))
      case .unknown(let attributes): return .unanswered(wanting: attributes.names, in: sheet)
      case .error(let error): return .failed(error.localized)
      }
    }
    return rule.judge(sheet)
  }

  /// Why the check does not concern a period: its own dates, or its law's (decision 5).
  private func obstacle(in period: Period) -> LocalizedText? {
    if let from = check.effectiveFrom, from > period.to {
      return LocalizedText(
        vi: "Mục này áp dụng từ ngày \(from.vietnamese)", en: "The check applies from \(from.iso)")
    }
    if let to = check.effectiveTo, to < period.from {
      return LocalizedText(
        vi: "Mục này áp dụng đến hết ngày \(to.vietnamese)", en: "The check applied up to \(to.iso)"
      )
    }
    guard check.checkClass.needsForce, !citations.isEmpty else { return nil }
    var names = ""
    for citation in citations {
      if citation.isInForce(during: period) { return nil }
      names += (names.isEmpty ? "" : ", ") + citation.number
    }
    return LocalizedText(
      vi: "Văn bản làm căn cứ (\(names)) không có hiệu lực trong kỳ được kiểm tra",
      en: "What it rests on (\(names)) was not in force in the inspected period")
  }

  func result(
    _ judgement: Judgement, _ points: PointsDerivation, _ sheet: AnswerSheet
  ) -> CheckResult {
    var without: [String] = []
    if judgement.verdict.isDecided, check.kind != "supplied" {
      for id in rule.inputs where !sheet.isAnswered(id) { without.append(id) }
    }
    return CheckResult(
      check: check, verdict: judgement.verdict, credit: judgement.credit, points: points,
      reason: judgement.reason, inputs: rule.inputs, wanting: judgement.wanting,
      decidedWithout: without)
  }
}

/// The unmet and partly met checks with their dates, gravest first, then in the checklist's order.
private func deficiencies(
  _ areas: [AreaResult], _ submission: Submission, _ calendar: WorkingCalendar, _ asOf: CivilDate
) -> [Deficiency] {
  var requests: [String: TeamRequest] = [:]
  for request in submission.requests { requests[request.check] = request }
  var found: [Deficiency] = []
  for severity in CheckSeverity.allCases {
    for area in areas {
      for result in area.checks where result.check.severity == severity {
        guard result.verdict == .unmet || result.verdict == .partial else { continue }
        var deficiency = Deficiency(
          check: result.check, reason: result.reason, request: requests[result.check.id])
        do throws(TimeError) {
          if let within = result.check.remedy.within {
            deficiency.computed = try calendar.due(within, from: asOf)
          }
        } catch {
          deficiency.problem = error.message
        }
        do throws(TimeError) {
          if let request = deficiency.request {
            deficiency.requested = try calendar.due(request.within, from: request.asked)
          }
        } catch {
          deficiency.problem = error.message
        }
        found.append(deficiency)
      }
    }
  }
  return found
}

private func dataRequests(_ areas: [AreaResult]) -> [DataRequest] {
  var requests: [DataRequest] = []
  for area in areas {
    for result in area.checks where result.verdict == .unanswered && !result.wanting.isEmpty {
      requests.append(DataRequest(check: result.check, indicators: result.wanting))
    }
  }
  return requests
}
