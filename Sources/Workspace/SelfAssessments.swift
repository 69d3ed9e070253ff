import Diagnostics
package import InspectionCore
import JSON
package import Storage

/// A figure that a unit gave elsewhere and may give again.
package struct OfferedFigure: Hashable, Sendable {
  /// The indicator.
  package var indicator: String
  /// The answer as it was given.
  package var answer: Answer
  /// Where it was given: the round and the checklist.
  package var round: String
  /// The checklist it was given in, as `id@version`.
  package var checklist: String
  /// The period it was given for.
  package var period: Period
}

extension Workspace {
  /// Writes down a revision of a unit's self-assessment.
  ///
  /// - Returns: its number.
  package func save(
    _ submission: Submission, in round: String, _ session: Session
  ) throws(WorkspaceError) -> Int {
    let unit = submission.unit.code
    try authorize(session, .workspace(.draftSubmission), unit: unit)
    let plan = try openPlan(round, unit: unit)
    try require(submission.checklist, in: plan)
    try requireFit(submission, to: try checklist(submission.checklist).checklist)
    let key = SelfAssessmentKey(round: round, unit: unit, checklist: submission.checklist)
    let file = try keep(JSONWriter.canonical(submission.json), session)
    let state = try give(.save(key, file: file.hex), key, session)
    return state.revisions.count
  }

  /// Submits, returns or accepts a unit's self-assessment.
  ///
  /// - Parameter texts: the texts that the command names.
  /// - Returns: how it stands then.
  @discardableResult
  package func give(
    _ command: SelfAssessmentCommand, _ key: SelfAssessmentKey, texts: [FreeText] = [],
    _ session: Session
  ) throws(WorkspaceError) -> SelfAssessment {
    let verb: WorkspaceVerb =
      switch command {
      case .save: .draftSubmission
      case .submit: .submit
      case .return: .returnSubmission
      case .accept: .acceptSubmission
      }
    try authorize(session, .workspace(verb), unit: key.unit)
    _ = try openPlan(key.round, unit: key.unit)
    let folded = try foldedSelfAssessment(key)
    let event: SelfAssessmentEvent
    do throws(RoundRefusal) { event = try decide(command, folded.state) } catch {
      throw WorkspaceError(error)
    }
    try record(
      [session.draft(folded.subject, event)], expecting: [folded.subject: folded.version],
      texts: texts, session)
    guard let state = evolve(folded.state, event, by: session.attribution) else {
      preconditionFailure("an accepted command leaves a self-assessment")
    }
    return state
  }

  /// A unit's self-assessment; nil where it has written nothing.
  package func selfAssessment(
    _ key: SelfAssessmentKey
  ) throws(WorkspaceError) -> SelfAssessment? {
    try foldedSelfAssessment(key).state
  }

  /// The answers of a revision, the one that counts where none is named.
  package func submission(
    _ revision: AnswersRevision
  ) throws(WorkspaceError) -> Submission {
    let subject = SubjectID(kind: "file", id: revision.file)
    guard let digest = Digest(hex: revision.file) else {
      throw WorkspaceError(
        subject,
        WireError(path: "file", message: LocalizedText(vi: "không phải mã băm", en: "no digest")))
    }
    let bytes = try storing { () throws(JournalError) in try journal.evidence.bytes(of: digest) }
    let value = try json(bytes, subject)
    do throws(WireError) { return try Submission(json: value) } catch {
      throw WorkspaceError(subject, error)
    }
  }

  /// What a unit has answered elsewhere to the indicators of a checklist: what it submitted last, its
  /// team's answers apart.
  package func offers(
    for key: SelfAssessmentKey
  ) throws(WorkspaceError) -> [OfferedFigure] {
    let wanted = try checklist(key.checklist).checklist.indicators.map(\.id)
    var offers: [String: OfferedFigure] = [:]
    for id in try rounds() {
      let plan = try round(id).plan
      for reference in plan.checklists where (id, reference) != (key.round, key.checklist) {
        let other = SelfAssessmentKey(round: id, unit: key.unit, checklist: reference)
        guard let state = try foldedSelfAssessment(other).state, state.submitted != nil,
          let revision = state.current
        else { continue }
        let submission = try submission(revision)
        for indicator in wanted {
          guard let answer = submission.answers[indicator], answer.isAnswered else { continue }
          if let known = offers[indicator], known.period.to > submission.period.to { continue }
          offers[indicator] = OfferedFigure(
            indicator: indicator, answer: answer, round: id, checklist: reference,
            period: submission.period)
        }
      }
    }
    return wanted.compactMap { offers[$0] }
  }

  /// The plan of a round that is open and visits a unit.
  func openPlan(_ id: String, unit: String) throws(WorkspaceError) -> RoundPlan {
    let round = try round(id)
    guard round.closed == nil else { throw .roundClosed(id) }
    guard round.plan.team(visiting: unit) != nil else {
      throw .unknown(
        "unit-not-in-round",
        LocalizedText(vi: "trong đợt \(id), đơn vị", en: "in the round \(id) any unit"), unit,
        among: round.plan.units)
    }
    return round.plan
  }

  func require(_ checklist: String, in plan: RoundPlan) throws(WorkspaceError) {
    guard plan.checklists.contains(checklist) else {
      throw .unknown(
        "checklist-not-in-round",
        LocalizedText(
          vi: "trong đợt \(plan.id), bảng kiểm", en: "in the round \(plan.id) any checklist"),
        checklist, among: plan.checklists)
    }
  }

  func requireFit(_ submission: Submission, to checklist: Checklist) throws(WorkspaceError) {
    guard let objection = checklist.objection(to: submission) else { return }
    throw WorkspaceError(
      "submission-does-not-fit",
      LocalizedText(
        vi: "\(submission.id): \(objection.vi)", en: "\(submission.id): \(objection.en)"))
  }
}
