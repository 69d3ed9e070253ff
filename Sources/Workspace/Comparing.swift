package import InspectionCore
import Storage

/// One inspection of a unit with its score, as it was found and as it stands now.
package struct ComparedInspection: Sendable {
  /// The round.
  package var round: String
  /// The day it was closed.
  package var closed: CivilDate
  /// The checklist, as `id@version`.
  package var checklist: String
  /// The theme, where only a part was judged; such a score is not compared with a whole one.
  package var theme: String?
  /// The score as found.
  package var found: Score
  /// The score with the waivers that hold on the day asked for.
  package var afterWaivers: Score
  /// The score with what was put right and verified besides.
  package var afterRemediation: Score
  /// The checks that a waiver takes out, and those that were put right.
  package var treatments: [String: CheckTreatment]
}

/// A unit's inspections side by side on a day.
package struct ScoreComparison: Sendable {
  /// The unit.
  package var unit: String
  /// The day at whose end waivers and verifications count.
  package var asOf: CivilDate
  /// The closed inspections, the earliest first.
  package var inspections: [ComparedInspection]
}

extension Workspace {
  /// The scores of a unit's closed inspections side by side, the earliest first: with the waivers that
  /// hold on a day, and with what was put right and verified by its end.
  ///
  /// - Parameter day: the day; inspections closed later are left out.
  package func comparison(
    of unit: String, asOf day: CivilDate, _ session: Session
  ) throws(WorkspaceError) -> ScoreComparison {
    try authorize(session, .workspace(.read), unit: unit)
    _ = try self.unit(unit, on: day)
    let items = try items(of: [unit], asOf: day)
    var compared: [ComparedInspection] = []
    for id in try rounds() {
      let name = Self.inspectionID(round: id, unit: unit)
      guard let inspection = try foldedInspection(name).state, let outcome = inspection.outcome,
        let closed = inspection.closed, closed <= day
      else { continue }
      for record in outcome.assessments {
        guard let subject = inspection.subject(record.subject), subject.unit == unit,
          let revision = subject.answers.last(where: { $0.file == record.answers })
        else { continue }
        let compiled = try checklist(subject.checklist)
        let assessment = assess(
          compiled, try submission(revision), try context(of: record, compiled.checklist))
        let treatments = Self.treatments(
          items.filter { subject.concerns($0) }, subject.checklist, day)
        let waived = treatments.filter { $0.value == .waived }
        compared.append(
          ComparedInspection(
            round: id, closed: closed, checklist: subject.checklist, theme: record.theme,
            found: assessment.score,
            afterWaivers: compiled.score(of: assessment, treating: waived),
            afterRemediation: compiled.score(of: assessment, treating: treatments),
            treatments: treatments))
      }
    }
    return ScoreComparison(
      unit: unit, asOf: day,
      inspections: compared.sorted { ($0.closed, $0.round) < ($1.closed, $1.round) })
  }

  /// What has become of the failed checks of a checklist: put right where the item that covers one is
  /// closed as resolved, and a waiver where one holds and nothing was put right.
  private static func treatments(
    _ items: [ItemSummary], _ reference: String, _ day: CivilDate
  ) -> [String: CheckTreatment] {
    var treatments: [String: CheckTreatment] = [:]
    for item in items {
      for check in item.origin.failedChecks where check.checklist == reference {
        if item.closing == .resolved {
          treatments[check.check] = .verified
        } else if item.status.isOpen {
          treatments[check.check] = item.waived(on: day) == nil ? nil : .waived
        }
      }
    }
    return treatments
  }
}
