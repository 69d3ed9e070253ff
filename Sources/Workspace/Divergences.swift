package import InspectionCore
import Storage

/// Where a unit's self-assessment and its inspection differ, in one round by one checklist.
package struct RoundDivergence: Sendable {
  /// The round.
  package var round: String
  /// The checklist, as `id@version`.
  package var checklist: String
  /// The last day of the period that was looked at.
  package var periodEnd: CivilDate
  /// The difference.
  package var divergence: Divergence
}

extension Workspace {
  /// Sets a unit's self-assessments beside its inspections, in every round that has both; the earliest
  /// period first.
  ///
  /// - Parameter round: the round; nil for all.
  package func divergences(
    of unit: String, round: String? = nil, _ session: Session
  ) throws(WorkspaceError) -> [RoundDivergence] {
    try authorize(session, .workspace(.read), unit: unit)
    var found: [RoundDivergence] = []
    for id in try rounds(or: round) {
      let plan = try self.round(id).plan
      let name = Self.inspectionID(round: id, unit: unit)
      guard let inspection = try foldedInspection(name).state else { continue }
      for subject in inspection.plan.subjects where subject.unit == unit {
        let key = SelfAssessmentKey(round: id, unit: unit, checklist: subject.checklist)
        guard let own = try foldedSelfAssessment(key).state, own.submitted != nil,
          let revision = own.current, let answers = subject.answers.last
        else { continue }
        let compiled = try checklist(subject.checklist)
        let context = AssessmentContext(
          asOf: inspection.closed ?? session.today,
          scope: plan.theme.flatMap { compiled.checklist.scope(ofTheme: $0) })
        found.append(
          RoundDivergence(
            round: id, checklist: subject.checklist, periodEnd: plan.period.to,
            divergence: divergence(
              unit: assess(compiled, try submission(revision), context),
              team: assess(compiled, try submission(answers), context))))
      }
    }
    return found.sorted { ($0.periodEnd, $0.round) < ($1.periodEnd, $1.round) }
  }
}
