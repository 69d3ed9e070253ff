public import Diagnostics

/// What a leader's confirmation comes to.
public enum ConfirmationEffect: String, Hashable, Sendable, CaseIterable {
  /// The finding is called a violation.
  case violation
  /// The check cites no place of law that was verified and in force: it stays a shortcoming.
  case unverified
  /// The check is neither unmet nor partly met: there is nothing to confirm.
  case notFound = "not_found"
  /// It is dated after the day of the assessment.
  case notYet = "not_yet"
  /// The check is no duty in law.
  case noDuty = "no_duty"

  /// Why the finding is not called a violation; nil where it is.
  public var objection: LocalizedText? {
    switch self {
    case .violation: nil
    case .unverified:
      LocalizedText(
        vi: "chưa gọi là vi phạm vì chưa đối chiếu được điều khoản làm căn cứ có hiệu lực trong kỳ",
        en: "not called a violation, since no cited place in force in the period is verified")
    case .notFound:
      LocalizedText(
        vi: "không dùng đến, vì mục này không phải là chưa đạt",
        en: "of no effect, since the check is not unmet")
    case .notYet:
      LocalizedText(
        vi: "chưa dùng, vì ghi sau ngày chấm", en: "not counted, being later than the assessment")
    case .noDuty:
      LocalizedText(
        vi: "không dùng đến, vì mục này không phải là trách nhiệm theo luật",
        en: "of no effect, since the check is no duty in law")
    }
  }
}

/// A leader's confirmation with what it came to.
public struct ConfirmationResult: Hashable, Sendable {
  /// The confirmation.
  public var confirmation: Confirmation
  /// What it comes to.
  public var effect: ConfirmationEffect
}

extension CitationLine {
  /// Whether it names a place whose text, and the document itself, were seen in a source, and the
  /// document was in force in the period: what a violation must rest on.
  public var supportsViolation: Bool { namesPlace && isVerified && isInForce }
}

extension Checklist {
  /// Whether a check cites a place of law that a violation in a period can rest on.
  public func supportsViolation(of check: Check, during period: Period) -> Bool {
    for reference in check.cites {
      if CitationLine(reference, in: self, during: period).supportsViolation { return true }
    }
    return false
  }

  /// What the confirmations of a submission come to, those outside the scope left out.
  func confirmed(
    _ submission: Submission, _ areas: [AreaResult], _ context: AssessmentContext
  ) -> [ConfirmationResult] {
    guard !submission.confirmations.isEmpty else { return [] }
    var results: [String: CheckResult] = [:]
    for area in areas {
      for result in area.checks { results[result.check.id] = result }
    }
    var found: [ConfirmationResult] = []
    for confirmation in submission.confirmations {
      let result = results[confirmation.check]
      if result == nil, context.scope != nil { continue }
      found.append(
        ConfirmationResult(
          confirmation: confirmation,
          effect: effect(of: confirmation, on: result, submission.period, context.asOf)))
    }
    return found
  }

  private func effect(
    of confirmation: Confirmation, on result: CheckResult?, _ period: Period, _ asOf: CivilDate
  ) -> ConfirmationEffect {
    guard let result, result.verdict == .unmet || result.verdict == .partial else {
      return .notFound
    }
    guard result.check.checkClass == .duty else { return .noDuty }
    if confirmation.date > asOf { return .notYet }
    return supportsViolation(of: result.check, during: period) ? .violation : .unverified
  }
}
