public import Diagnostics
public import InspectionCore

/// One check of a submission by two checklists.
public struct ReassessedCheck: Sendable {
  /// The result by the earlier checklist; nil where the check is new.
  public let before: CheckResult?
  /// The result by the later one; nil where the check was dropped.
  public let after: CheckResult?
}

/// A deficiency whose deadline moved.
public struct MovedDeadline: Sendable {
  /// By the earlier checklist.
  public let before: Deficiency
  /// By the later one.
  public let after: Deficiency
}

/// An earlier submission, assessed by the checklist it was written for and by a later one on the
/// same day.
public struct Reassessment: Sendable {
  /// The submission as written.
  public let submission: Submission
  /// The earlier checklist.
  public let from: Checklist
  /// The later checklist.
  public let to: Checklist
  /// The assessment by the earlier checklist.
  public let before: Assessment
  /// The assessment by the later one; nil where it cannot assess the submission.
  public let after: Assessment?
  /// Why it cannot.
  public let objections: [LocalizedText]
  /// The answers, requests and confirmations that the later checklist has no use for.
  public let lost: [LostEntry]
  /// The checks whose verdicts differ, in the order of the checklists.
  public let verdicts: [ReassessedCheck]
  /// How many more checks have other points with the same verdict.
  public let pointsAlone: Int
  /// The results of checks that are new.
  public let added: [CheckResult]
  /// The results of checks that were dropped.
  public let dropped: [CheckResult]
  /// Deficiencies by the later checklist alone.
  public let appearing: [Deficiency]
  /// Deficiencies by the earlier checklist alone.
  public let vanishing: [Deficiency]
  /// Deficiencies by both, whose deadlines differ.
  public let deadlines: [MovedDeadline]
}

/// Assesses earlier submissions by two checklists.
public struct Reassessing: Sendable {
  private let old: CompiledChecklist
  private let new: CompiledChecklist
  private let matching: CheckMatching
  private let context: AssessmentContext
  private let oldRules: SubmissionRules
  private let newRules: SubmissionRules

  /// What became of a file.
  public enum Outcome: Sendable {
    /// Assessed by both checklists, or by the earlier one and refused by the later.
    case done(Reassessment)
    /// Not a sound submission, by the earlier checklist.
    case broken(LoadedSubmission)
    /// A submission for another checklist, or no submission.
    case other(SubmissionFile)
  }

  /// Creates a comparison of two checklists on a day.
  public init(
    _ difference: ChecklistDifference, old: CompiledChecklist, new: CompiledChecklist,
    asOf: CivilDate
  ) {
    self.old = old
    self.new = new
    matching = difference.matching
    context = AssessmentContext(asOf: asOf)
    oldRules = SubmissionRules(old.checklist)
    newRules = SubmissionRules(new.checklist)
  }

  /// The earlier checklist, as submissions name it.
  public var reference: String { oldRules.reference }

  /// Assesses a file by both checklists.
  public func reassess(_ file: SubmissionFile) -> Outcome {
    if file.problem == nil, file.checklist != oldRules.reference { return .other(file) }
    let loaded = SubmissionLoader.load(file, by: oldRules)
    guard let submission = loaded.submission else { return .broken(loaded) }
    let before = assess(old, submission, context)
    var renamed = submission
    renamed.checklist = newRules.reference
    if let objection = new.checklist.objection(to: renamed) {
      return .done(result(submission, before, nil, [objection], []))
    }
    var rewriting = SubmissionRewriting(rules: newRules, successors: matching.successors)
    switch rewriting.read(file) {
    case .refused(let objections):
      return .done(result(submission, before, nil, objections, rewriting.lost))
    case .read(let rewritten):
      let after = assess(new, rewritten, context)
      return .done(result(submission, before, after, [], rewriting.lost))
    }
  }

  private func result(
    _ submission: Submission, _ before: Assessment, _ after: Assessment?,
    _ objections: [LocalizedText], _ lost: [LostEntry]
  ) -> Reassessment {
    let pairing = ResultPairing(before, after, matching)
    return Reassessment(
      submission: submission, from: old.checklist, to: new.checklist, before: before, after: after,
      objections: objections, lost: lost, verdicts: pairing.verdicts,
      pointsAlone: pairing.pointsAlone, added: pairing.added, dropped: pairing.dropped,
      appearing: pairing.appearing, vanishing: pairing.vanishing, deadlines: pairing.deadlines)
  }
}

/// The results of two assessments side by side; nothing where there is no second one.
private struct ResultPairing {
  private(set) var verdicts: [ReassessedCheck] = []
  private(set) var pointsAlone = 0
  private(set) var added: [CheckResult] = []
  private(set) var dropped: [CheckResult] = []
  private(set) var appearing: [Deficiency] = []
  private(set) var vanishing: [Deficiency] = []
  private(set) var deadlines: [MovedDeadline] = []

  init(_ before: Assessment, _ after: Assessment?, _ matching: CheckMatching) {
    guard let after else { return }
    let earlier = before.resultsByCheck
    let later = after.resultsByCheck
    for group in matching.groups {
      if group.was.isEmpty { added += group.now.compactMap { later[$0] } }
      if group.now.isEmpty { dropped += group.was.compactMap { earlier[$0] } }
      for (was, now) in group.edges {
        guard let was = earlier[was], let now = later[now] else { continue }
        if was.verdict != now.verdict {
          verdicts.append(ReassessedCheck(before: was, after: now))
        } else if was.points.earned != now.points.earned || was.points.of != now.points.of {
          pointsAlone += 1
        }
      }
    }
    compareDeficiencies(before, after, matching)
  }

  private mutating func compareDeficiencies(
    _ before: Assessment, _ after: Assessment, _ matching: CheckMatching
  ) {
    let earlier = before.deficiencies
    let edges = matching.groups.flatMap(\.edges)
    appearing = after.deficiencies.filter { deficiency in
      let origins = edges.filter { $0.now == deficiency.check.id }.map(\.was)
      return !earlier.contains { origins.contains($0.check.id) }
    }
    for deficiency in earlier {
      let successors = edges.filter { $0.was == deficiency.check.id }.map(\.now)
      let kept = after.deficiencies.filter { successors.contains($0.check.id) }
      if kept.isEmpty { vanishing.append(deficiency) }
      for other in kept where other.due?.due != deficiency.due?.due {
        deadlines.append(MovedDeadline(before: deficiency, after: other))
      }
    }
  }
}

extension Assessment {
  fileprivate var resultsByCheck: [String: CheckResult] {
    var results: [String: CheckResult] = [:]
    for area in areas {
      for result in area.checks { results[result.check.id] = result }
    }
    return results
  }
}
