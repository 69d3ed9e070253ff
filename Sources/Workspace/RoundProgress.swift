package import InspectionCore

/// How far one unit has come in a round.
package struct RoundProgress: Sendable {
  /// The unit's code.
  package var unit: String
  /// The team that visits it.
  package var team: RoundTeam
  /// Its self-assessments, by the checklists of the round.
  package var own: [(checklist: String, state: SelfAssessment?)]
  /// Its inspection; nil until it is opened.
  package var inspection: Inspection?
}

extension Workspace {
  /// How far each unit of a round has come, in the order of the teams.
  package func progress(ofRound id: String) throws(WorkspaceError) -> [RoundProgress] {
    let plan = try round(id).plan
    var units: [RoundProgress] = []
    for team in plan.teams {
      for unit in team.units {
        var own: [(checklist: String, state: SelfAssessment?)] = []
        for checklist in plan.checklists {
          let key = SelfAssessmentKey(round: id, unit: unit, checklist: checklist)
          own.append((checklist, try foldedSelfAssessment(key).state))
        }
        let name = Self.inspectionID(round: id, unit: unit)
        units.append(
          RoundProgress(
            unit: unit, team: team, own: own, inspection: try foldedInspection(name).state))
      }
    }
    return units
  }
}
