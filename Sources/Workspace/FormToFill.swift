import ChecklistFormat
import Diagnostics
package import InspectionCore
import Storage

extension Workspace {
  /// A submission file to fill in: every indicator of the checklist, those that the unit has answered
  /// elsewhere with that answer as a remark. Nothing is taken over: a remark is no answer.
  package func formToFill(
    _ key: SelfAssessmentKey, _ session: Session
  ) throws(WorkspaceError) -> String {
    try authorize(session, .workspace(.draftSubmission), unit: key.unit)
    let plan = try openPlan(key.round, unit: key.unit)
    try require(key.checklist, in: plan)
    let checklist = try self.checklist(key.checklist).checklist
    let named = try unit(key.unit, on: session.today)
    var offered: [String: OfferedFigure] = [:]
    for figure in try offers(for: key) { offered[figure.indicator] = figure }
    let form = SubmissionForm(
      checklist: checklist, id: "\(key.round)-\(key.unit)",
      unit: InspectedUnit(code: key.unit, name: named.name, level: named.unit.level),
      period: plan.period)
    return form.text { indicator in
      guard let figure = offered[indicator.id] else { return nil }
      let source = "\(figure.round), \(figure.checklist), \(figure.period.iso)"
      return (figure.answer, LocalizedText(vi: "đã báo: \(source)", en: "given: \(source)"))
    }
  }
}
