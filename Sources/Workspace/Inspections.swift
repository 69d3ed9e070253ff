import Diagnostics
package import InspectionCore
import JSON
import Storage

extension Workspace {
  /// The name of a unit's inspection in a round: there is one.
  package static func inspectionID(round: String, unit: String) -> String { "\(round)|\(unit)" }

  /// Opens the inspection of a unit in a round; what is open of earlier ones, and what was closed since
  /// the last, comes with it to be verified first.
  ///
  /// - Parameter subjects: what is looked at besides the unit itself: sample communes, schools, play sites.
  package func openInspection(
    round id: String, unit: String, subjects: [InspectionSubject], _ session: Session
  ) throws(WorkspaceError) -> Inspection {
    try authorize(session, .workspace(.openInspection), unit: unit)
    let plan = try openPlan(id, unit: unit)
    guard let team = plan.team(visiting: unit) else { throw .roundClosed(id) }
    guard session.happened >= team.visits.from else {
      throw WorkspaceError(
        "before-visit",
        LocalizedText(
          vi: "đoàn \(team.id) kiểm tra từ ngày \(team.visits.from.vietnamese)",
          en: "the team \(team.id) visits from \(team.visits.from.iso)"),
        mend: LocalizedText(
          vi: "sửa --on, hoặc đổi ngày: soat round postpone",
          en: "correct --on, or change the days: soat round postpone"))
    }
    let name = Self.inspectionID(round: id, unit: unit)
    let folded = try foldedInspection(name)
    guard folded.state == nil else {
      throw WorkspaceError(
        "inspection-exists",
        LocalizedText(
          vi: "đã mở cuộc kiểm tra \(unit) trong đợt \(id)",
          en: "the inspection of \(unit) in the round \(id) is open already"),
        mend: LocalizedText(
          vi: "nhập kết quả: soat inspect answer", en: "go on: soat inspect answer"))
    }
    let own = try ownSubjects(of: unit, in: plan, session)
    for subject in subjects { try check(subject, among: own + subjects, session) }
    let inspection = InspectionPlan(
      id: name, round: id, team: team.id, unit: unit, subjects: own + subjects,
      earlier: try earlierItems(of: unit, before: id))
    try record(
      [session.draft(folded.subject, .opened(inspection))], expecting: [folded.subject: 0], session)
    return Inspection(plan: inspection, opened: session.happened)
  }

  /// The unit itself, by each checklist of the round that is for its level.
  private func ownSubjects(
    of code: String, in plan: RoundPlan, _ session: Session
  ) throws(WorkspaceError) -> [InspectionSubject] {
    let level = try unit(code, on: session.happened).unit.level
    var subjects: [InspectionSubject] = []
    for reference in plan.checklists {
      let levels = try checklist(reference).checklist.levels
      guard levels.isEmpty || levels.contains(level) else { continue }
      let id = subjects.isEmpty ? code : code + "@" + reference.prefix { $0 != "@" }
      subjects.append(InspectionSubject(id: id, unit: code, checklist: reference))
    }
    return subjects
  }

  private func check(
    _ subject: InspectionSubject, among all: [InspectionSubject], _ session: Session
  ) throws(WorkspaceError) {
    _ = try unit(subject.unit, on: session.happened)
    _ = try checklist(subject.checklist)
    guard all.filter({ $0.id == subject.id }).count == 1 else {
      throw WorkspaceError(
        "subject-exists",
        LocalizedText(
          vi: "đối tượng \"\(subject.id)\" nêu hai lần",
          en: "the subject \"\(subject.id)\" is named twice"),
        mend: LocalizedText(vi: "đặt mã khác", en: "choose another id"))
    }
  }

  /// The unit's open items, and those closed since its last inspection.
  private func earlierItems(of unit: String, before round: String) throws(WorkspaceError)
    -> [String]
  {
    var last: CivilDate?
    for id in try rounds() where id != round {
      let name = Self.inspectionID(round: id, unit: unit)
      if let day = try foldedInspection(name).state?.closed { last = max(last ?? day, day) }
    }
    var ids: [String] = []
    for item in try items(of: [unit]) {
      let isSince = item.status == .closed && last.map { item.ended ?? item.opened >= $0 } ?? true
      if item.status.isOpen || isSince { ids.append(item.id) }
    }
    return ids
  }

  /// Every item of some units, as lists have them.
  ///
  /// - Parameter day: the day at whose end they are wanted; nil for as they are.
  package func items(
    of units: Set<String>, asOf day: CivilDate? = nil
  ) throws(WorkspaceError) -> [ItemSummary] {
    try storing { () throws(JournalError) in
      var items: [ItemSummary] = []
      for row in try journal.items(ItemQuery(units: units)) {
        if let day, row.happened > day {
          // Only what has moved since is folded again.
          if let then = try journal.item(row.item.id, asOf: day) { items.append(then) }
        } else {
          items.append(row.item)
        }
      }
      return items
    }
  }

  /// An inspection.
  ///
  /// - Throws: ``WorkspaceError`` where the unit's inspection has not been opened in the round.
  package func inspection(round: String, unit: String) throws(WorkspaceError) -> Inspection {
    let name = Self.inspectionID(round: round, unit: unit)
    guard let inspection = try foldedInspection(name).state else {
      _ = try openPlanOrClosed(round, unit: unit)
      throw WorkspaceError(
        "no-inspection",
        LocalizedText(
          vi: "chưa mở cuộc kiểm tra \(unit) trong đợt \(round)",
          en: "the inspection of \(unit) in the round \(round) has not been opened"),
        mend: LocalizedText(
          vi: "mở: soat inspect open --round \(round) --unit \(unit)",
          en: "open it: soat inspect open --round \(round) --unit \(unit)"))
    }
    return inspection
  }

  private func openPlanOrClosed(_ id: String, unit: String) throws(WorkspaceError) -> RoundPlan {
    let plan = try round(id).plan
    guard plan.team(visiting: unit) != nil else {
      throw .unknown(
        "unit-not-in-round",
        LocalizedText(vi: "trong đợt \(id), đơn vị", en: "in the round \(id) any unit"), unit,
        among: plan.units)
    }
    return plan
  }

  /// Writes the team's answers about a subject down; earlier ones stay.
  ///
  /// - Parameter subject: the subject's id; nil for the one whose unit and checklist the answers name.
  /// - Returns: the number of the revision.
  package func answer(
    round: String, unit: String, subject id: String?, _ submission: Submission, _ session: Session
  ) throws(WorkspaceError) -> Int {
    try authorize(session, .workspace(.answerOnSite), unit: unit)
    let inspection = try openInspection(round: round, unit: unit)
    let subject = try find(id, for: submission, in: inspection)
    guard subject.checklist == submission.checklist else {
      throw WorkspaceError(
        "other-checklist",
        LocalizedText(
          vi: "đối tượng \"\(subject.id)\" được kiểm tra theo \(subject.checklist)",
          en: "the subject \"\(subject.id)\" is inspected by \(subject.checklist)"),
        mend: LocalizedText(vi: "sửa checklist của tệp", en: "correct the file's checklist"))
    }
    try requireFit(submission, to: try checklist(submission.checklist).checklist)
    let file = try keep(JSONWriter.canonical(submission.json), session)
    let name = Self.inspectionID(round: round, unit: unit)
    let folded = try foldedInspection(name)
    try record(
      [session.draft(folded.subject, .answered(subject: subject.id, file: file.hex))],
      expecting: [folded.subject: folded.version], session)
    return subject.answers.count + 1
  }

  private func find(
    _ id: String?, for submission: Submission, in inspection: Inspection
  ) throws(WorkspaceError) -> InspectionSubject {
    if let id {
      if let subject = inspection.subject(id) { return subject }
      throw .unknown(
        "unknown-subject", LocalizedText(vi: "đối tượng", en: "subject"), id,
        among: inspection.plan.subjects.map(\.id))
    }
    let fitting = inspection.plan.subjects.filter {
      $0.unit == submission.unit.code && $0.checklist == submission.checklist
    }
    if fitting.count == 1 { return fitting[0] }
    let names = inspection.plan.subjects.map { "\($0.id) (\($0.checklist))" }
    throw WorkspaceError(
      "which-subject",
      LocalizedText(
        vi:
          "không rõ tệp của \(submission.unit.code) theo \(submission.checklist) thuộc đối tượng nào",
        en:
          "it is not clear which subject the file of \(submission.unit.code) by \(submission.checklist) is about"
      ),
      mend: LocalizedText(
        vi: "thêm --subject, một trong: \(names.joined(separator: ", "))",
        en: "add --subject, one of: \(names.joined(separator: ", "))"))
  }

  /// Adds a subject to an inspection under way.
  package func extend(
    round: String, unit: String, with subject: InspectionSubject, _ session: Session
  ) throws(WorkspaceError) {
    try authorize(session, .workspace(.answerOnSite), unit: unit)
    let inspection = try openInspection(round: round, unit: unit)
    try check(subject, among: inspection.plan.subjects + [subject], session)
    let folded = try foldedInspection(inspection.plan.id)
    try record(
      [session.draft(folded.subject, .extended(subject))],
      expecting: [folded.subject: folded.version], session)
  }

  func openInspection(round: String, unit: String) throws(WorkspaceError) -> Inspection {
    let inspection = try inspection(round: round, unit: unit)
    if let closed = inspection.closed {
      throw WorkspaceError(
        "inspection-closed",
        LocalizedText(
          vi: "cuộc kiểm tra \(unit) đã kết thúc ngày \(closed.vietnamese)",
          en: "the inspection of \(unit) was closed on \(closed.iso)"),
        mend: LocalizedText(
          vi: "sai sót thì đính chính từng nội dung: soat item correct",
          en: "correct items one by one: soat item correct"))
    }
    return inspection
  }
}
