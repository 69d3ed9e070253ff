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
  var sheet = AnswerSheet(submission, for: checklist, asOf: context.asOf)
  sheet.outcomes = context.outcomes
  var areas: [AreaResult] = []
  var completeness = Completeness()

  for (place, checks) in checklist.areas.enumerated() {
    let shares = checklist.nominal[place]
    let inputs = checklist.inputPlaces[place]
    var judged: [JudgedCheck] = []
    var positions: [Int] = []
    judged.reserveCapacity(checks.count)
    positions.reserveCapacity(checks.count)
    for position in checks.indices {
      if let scope = context.scope, !scope.contains(checks[position].check) { continue }
      positions.append(position)
      judged.append(
        JudgedCheck(
          notApplicable: checks[position].check.notApplicable, nominal: shares[position],
          judgement: checks[position].judgement(sheet, submission.period)))
    }
    if positions.isEmpty, context.scope != nil { continue }
    let derivations = InspectionCore.points(of: judged, policy: rules.notApplicable)
    var result = AreaResult(checklist.checklist.areas[place], count: positions.count)
    for (index, position) in positions.enumerated() {
      result.add(
        checks[position].result(
          judged[index].judgement, derivations[index], sheet, inputs[position]))
      completeness.count(judged[index].judgement.verdict)
    }
    areas.append(result)
  }
  let calendar = checklist.checklist.calendar
  let requests = requested(submission, calendar, areas, context.scope)
  let confirmations = checklist.checklist.confirmed(submission, areas, context)
  return Assessment(
    submission: submission, answers: sheet.original, placed: sheet.given,
    index: checklist.index, asOf: context.asOf, scope: context.scope,
    isScored: context.wantsPoints && rules.mode == .points, areas: areas,
    score: rules.score(
      of: areas, unitClasses: submission.unit.classes, completeness: completeness,
      isPart: context.scope != nil),
    completeness: completeness,
    deficiencies: deficiencies(
      areas, requests, confirmations, checklist, context.asOf),
    requests: requests, confirmations: confirmations,
    dataRequests: dataRequests(areas), plugins: context.plugins)
}

extension AreaResult {
  /// The result of an area before its checks.
  fileprivate init(_ area: Area, count: Int) {
    self.init(id: area.id, title: area.title, points: 0, of: 0, checks: [])
    checks.reserveCapacity(count)
  }

  fileprivate mutating func add(_ result: consuming CheckResult) {
    points += result.points.earned
    of += result.points.of
    checks.append(result)
  }
}

extension Completeness {
  /// Counts a check of a verdict.
  fileprivate mutating func count(_ verdict: Verdict) {
    if verdict != .notApplicable { applicable += 1 }
    if verdict.isDecided { answered += 1 }
    if verdict == .error { failed += 1 }
  }
}

extension CompiledCheck {
  func judgement(_ sheet: AnswerSheet, _ period: Period) -> Judgement {
    if let settled = beforeRule(sheet, period) { return settled }
    var judgement = rule.judge(sheet)
    if judgement.verdict == .partial {
      judgement.credit = check.partial.credit(for: judgement.credit)
      if judgement.credit.isZero { judgement.verdict = .unmet }
    }
    return judgement
  }

  /// What is known before the rule is asked: that the check does not apply, or that this is open; nil
  /// where it applies.
  func beforeRule(_ sheet: AnswerSheet, _ period: Period) -> Judgement? {
    if let obstacle = force.obstacle(in: period) { return .notApplicable(obstacle) }
    for target in targets where sheet.facts[target.name] == nil {
      return .notApplicable(target.absence)
    }
    if let condition {
      switch sheet.evaluate(condition) {
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
    return nil
  }

  /// - Parameter places: those of the indicators that the rule reads.
  func result(
    _ judgement: Judgement, _ points: PointsDerivation, _ sheet: AnswerSheet, _ places: [Int]
  ) -> CheckResult {
    var without: [String] = []
    if judgement.verdict.isDecided, shared.check.kind != "supplied" {
      for place in places where sheet.placed.bases[place] == nil {
        without.append(sheet.index.all[place].id)
      }
    }
    return CheckResult(
      shared: shared, verdict: judgement.verdict,
      credit: points.policy == .full ? .one : judgement.credit, points: points,
      reason: judgement.reason, inputs: rule.inputs, places: places,
      wanting: judgement.wanting, decidedWithout: without,
      outcome: isExternal ? sheet.outcome(of: shared.check) : nil)
  }
}

/// What the team asked for, each with the date it set, in the order of the submission.
private func requested(
  _ submission: Submission, _ calendar: WorkingCalendar, _ areas: [AreaResult],
  _ scope: Scope?
) -> [RequestResult] {
  var results: [RequestResult] = []
  for request in submission.requests where scope?.checks.contains(request.check) ?? true {
    var result = RequestResult(
      request: request, verdict: areas.verdict(of: request.check) ?? .unanswered)
    do throws(TimeError) {
      if let within = request.within {
        result.due = try calendar.due(within, from: request.asked)
      }
    } catch {
      result.problem = error.message
    }
    results.append(result)
  }
  return results
}

extension RequestResult {
  /// Whether this is the team's word on a check, and another that stands behind it in the submission not.
  fileprivate func holds(before other: RequestResult) -> Bool {
    let isDated = (request.within != nil, other.request.within != nil)
    return isDated.0 == isDated.1 ? request.asked > other.request.asked : isDated.0
  }
}

/// The unmet and partly met checks with their dates, gravest first, then in the checklist's order.
/// Of several requests at one check the one asked last holds; one without a date of its own leaves that
/// which another set.
private func deficiencies(
  _ areas: [AreaResult], _ requests: [RequestResult], _ confirmations: [ConfirmationResult],
  _ compiled: CompiledChecklist, _ asOf: CivilDate
) -> [Deficiency] {
  let calendar = compiled.checklist.calendar
  let policies = compiled.checklist.policies
  var latest: [String: RequestResult] = [:]
  for result in requests {
    let check = result.request.check
    if let other = latest[check], other.holds(before: result) { continue }
    latest[check] = result
  }
  var found: [Deficiency] = []
  var dates = KnownDates(from: asOf)
  if let known = compiled.dates, known.day == asOf { dates = known }
  for severity in CheckSeverity.allCases {
    for area in areas {
      for place in area.checks.indices {
        let verdict = area.checks[place].verdict
        guard verdict == .unmet || verdict == .partial,
          area.checks[place].shared.check.severity == severity
        else { continue }
        let shared = area.checks[place].shared
        let asked = latest.isEmpty ? nil : latest[shared.check.id]
        var deficiency = Deficiency(
          shared: shared, reason: area.checks[place].reason, request: asked?.request,
          requested: asked?.due)
        for confirmed in confirmations
        where confirmed.confirmation.check == shared.check.id && confirmed.effect == .violation {
          deficiency.confirmation = confirmed.confirmation
        }
        do throws(TimeError) {
          if let within = policies.limit(of: shared.check) {
            deficiency.computed = try dates.due(within, calendar)
          }
        } catch {
          deficiency.problem = error.message
        }
        if let problem = asked?.problem { deficiency.problem = problem }
        found.append(deficiency)
      }
    }
  }
  return found
}

private func dataRequests(_ areas: [AreaResult]) -> [DataRequest] {
  var requests: [DataRequest] = []
  for area in areas {
    for place in area.checks.indices
    where area.checks[place].verdict == .unanswered && !area.checks[place].wanting.isEmpty {
      requests.append(
        DataRequest(
          shared: area.checks[place].shared, indicators: area.checks[place].wanting))
    }
  }
  return requests
}

extension [AreaResult] {
  /// The verdict of a check; nil where there is no such check among them.
  func verdict(of check: String) -> Verdict? {
    for area in self {
      for place in area.checks.indices where area.checks[place].shared.check.id == check {
        return area.checks[place].verdict
      }
    }
    return nil
  }
}

extension Scope {
  func contains(_ check: Check) -> Bool { checks.contains(check.id) }
}
