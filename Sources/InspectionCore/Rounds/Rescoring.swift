import CEL

/// What is taken as given about a check that was not met when a score is computed again.
public enum CheckTreatment: Hashable, Sendable {
  /// It was put right and verified: met.
  case verified
  /// A waiver holds: it does not apply.
  case waived
}

extension CompiledChecklist {
  /// The score as it would be with some checks put right or waived; every other verdict as it was found,
  /// every rule of scoring as in the checklist.
  ///
  /// A waived check takes its points out as any that does not apply; a gate, a cap and a zero limit on it
  /// pass.
  ///
  /// - Parameters:
  ///   - assessment: an assessment by this checklist.
  ///   - treatments: by the check's id; those of checks that were met or are not in it change nothing.
  public func score(
    of assessment: Assessment, treating treatments: [String: CheckTreatment]
  ) -> Score {
    var areas: [AreaResult] = []
    var completeness = Completeness()
    for found in assessment.areas {
      var area = found
      var judged: [JudgedCheck] = []
      for place in area.checks.indices {
        area.checks[place].apply(treatments[area.checks[place].check.id])
        let result = area.checks[place]
        judged.append(
          JudgedCheck(
            notApplicable: result.check.notApplicable, nominal: result.points.nominal,
            judgement: Judgement(result.verdict, credit: result.credit, reason: result.reason)))
        if result.verdict != .notApplicable { completeness.applicable += 1 }
        if result.verdict.isDecided { completeness.answered += 1 }
        if result.verdict == .error { completeness.failed += 1 }
      }
      let derivations = points(of: judged, policy: checklist.scoring.notApplicable)
      area.points = 0
      area.of = 0
      for (place, derivation) in derivations.enumerated() {
        area.checks[place].points = derivation
        area.points += derivation.earned
        area.of += derivation.of
      }
      areas.append(area)
    }
    return checklist.scoring.score(
      of: areas, unitClasses: assessment.submission.unit.classes, completeness: completeness,
      isPart: assessment.scope != nil)
  }
}

extension CheckResult {
  fileprivate mutating func apply(_ treatment: CheckTreatment?) {
    guard let treatment, verdict == .unmet || verdict == .partial else { return }
    switch treatment {
    case .verified:
      verdict = .met
      credit = Rational(1)
    case .waived:
      verdict = .notApplicable
      credit = Rational(0)
    }
  }
}
