package import InspectionCore

extension Workspace {
  /// The first day on which a round visits a unit after a day; nil where none is planned.
  package func nextInspection(
    of unit: String, after day: CivilDate
  ) throws(WorkspaceError) -> CivilDate? {
    var next: CivilDate?
    for id in try rounds() {
      guard let round = try foldedRound(id).state, round.closed == nil else { continue }
      for team in round.plan.teams where team.units.contains(unit) && team.visits.from > day {
        next = min(next ?? team.visits.from, team.visits.from)
      }
    }
    return next
  }
}
