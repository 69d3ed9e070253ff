import ChecklistFormat
import Diagnostics
package import InspectionCore
import Storage

extension Workspace {
  /// Opens a round; its teams get the role of inspectors over their units, for its days.
  ///
  /// - Throws: ``WorkspaceError`` where an id is taken, a unit, an account, a checklist or the theme is
  ///   not known, or a team would inspect outside the round's days.
  package func open(_ plan: RoundPlan, _ session: Session) throws(WorkspaceError) {
    var session = session
    session.document = session.document ?? plan.decision
    try authorize(session, .workspace(.openRound), unit: settings.coordinator)
    guard Self.isName(plan.id) else {
      throw WorkspaceError(
        "round-name",
        LocalizedText(
          vi: "\"\(plan.id)\" không dùng làm mã đợt được", en: "\"\(plan.id)\" cannot name a round"),
        mend: LocalizedText(
          vi: "dùng chữ thường không dấu, số, dấu chấm, gạch ngang, như 2024-1",
          en: "use small letters, digits, points, hyphens, such as 2024-1"))
    }
    let subject = SubjectID(kind: RoundEvent.kind, id: plan.id)
    guard try events(of: subject).isEmpty else {
      throw WorkspaceError(
        "round-exists",
        LocalizedText(
          vi: "đã có đợt \"\(plan.id)\"", en: "there is a round \"\(plan.id)\" already"),
        mend: LocalizedText(vi: "đặt mã khác", en: "choose another id"))
    }
    try check(plan, session)
    var drafts = [session.draft(subject, .opened(plan))]
    for grant in try grants(of: plan) {
      drafts.append(session.draft("grant", grant.id, .granted(grant)))
    }
    try record(drafts, expecting: [subject: 0], session)
  }

  private func check(_ plan: RoundPlan, _ session: Session) throws(WorkspaceError) {
    for reference in plan.checklists {
      let checklist = try checklist(reference).checklist
      if let theme = plan.theme, checklist.scope(ofTheme: theme) == nil {
        throw .unknown(
          "unknown-theme", LocalizedText(vi: "chuyên đề", en: "theme"), theme,
          among: checklist.themes.map(\.id))
      }
    }
    for team in plan.teams {
      for code in team.units {
        let unit = try unit(code, on: team.visits.from)
        guard unit.unit.exists(on: team.visits.from) else {
          throw WorkspaceError(
            "unit-ended",
            LocalizedText(
              vi: "đơn vị \(code) không còn vào ngày \(team.visits.from.vietnamese)",
              en: "the unit \(code) does not exist on \(team.visits.from.iso)"),
            mend: try heirs(of: code, on: team.visits.from))
        }
      }
      let known = try register().accounts.filter(\.isOpen).map(\.account)
      for account in [team.leader] + team.members where !known.contains(account) {
        throw .unknown(
          "unknown-account", LocalizedText(vi: "tài khoản", en: "account"), account, among: known)
      }
    }
  }

  private func heirs(of code: String, on day: CivilDate) throws(WorkspaceError) -> LocalizedText? {
    let heirs = try access().units.heirs(of: code, on: day).map(\.unit)
    guard !heirs.isEmpty else { return nil }
    let names = heirs.joined(separator: ", ")
    return LocalizedText(vi: "đơn vị kế tục: \(names)", en: "its heirs: \(names)")
  }

  /// The roles that a round gives; they last from its decision to half a year after its last visit, so
  /// that what was found can be followed up to verification.
  private func grants(of plan: RoundPlan) throws(WorkspaceError) -> [Grant] {
    let known = Set(try register().grants.map(\.grant))
    var grants: [Grant] = []
    for team in plan.teams {
      let to: CivilDate
      do throws(TimeError) { to = try team.visits.to.adding(days: 183) } catch {
        throw WorkspaceError("impossible-day", error.message)
      }
      for unit in team.units {
        let leads = Grant(
          account: team.leader, role: .teamLeader, unit: unit, from: plan.decision.date, to: to)
        let members = team.members.map { account in
          Grant(account: account, role: .teamMember, unit: unit, from: plan.decision.date, to: to)
        }
        grants += ([leads] + members).filter { !known.contains($0) }
      }
    }
    return grants
  }

  /// Puts a round off, for one team or all.
  package func postpone(
    _ id: String, _ change: Postponement, _ session: Session
  ) throws(WorkspaceError) {
    try authorize(session, .workspace(.postponeRound), unit: settings.coordinator)
    let (round, folded) = try openRound(id)
    if let team = change.team, !round.plan.teams.contains(where: { $0.id == team }) {
      throw .unknown(
        "unknown-team", LocalizedText(vi: "đoàn", en: "team"), team,
        among: round.plan.teams.map(\.id))
    }
    try record(
      [session.draft(folded.subject, .postponed(change))],
      expecting: [folded.subject: folded.version], session)
  }

  /// Closes a round; every inspection of it must be closed.
  package func closeRound(_ id: String, _ session: Session) throws(WorkspaceError) {
    try authorize(session, .workspace(.openRound), unit: settings.coordinator)
    let (round, folded) = try openRound(id)
    var open: [String] = []
    for unit in round.plan.units {
      let name = Self.inspectionID(round: id, unit: unit)
      if let inspection = try foldedInspection(name).state, inspection.closed == nil {
        open.append(name)
      }
    }
    guard open.isEmpty else {
      throw WorkspaceError(
        "inspections-open",
        LocalizedText(
          vi: "còn \(open.count) cuộc kiểm tra chưa kết thúc: \(open.joined(separator: ", "))",
          en: "\(open.count) inspections are still open: \(open.joined(separator: ", "))"),
        mend: LocalizedText(
          vi: "kết thúc từng cuộc: soat inspect close", en: "close each: soat inspect close"))
    }
    try record(
      [session.draft(folded.subject, .closed)], expecting: [folded.subject: folded.version],
      session)
  }

  /// A round by its id.
  ///
  /// - Throws: ``WorkspaceError`` with the nearest id where there is none.
  package func round(_ id: String) throws(WorkspaceError) -> Round {
    guard let round = try foldedRound(id).state else {
      throw .unknown(
        "unknown-round", LocalizedText(vi: "đợt kiểm tra", en: "round"), id, among: try rounds())
    }
    return round
  }

  /// The ids of all rounds, sorted.
  package func rounds() throws(WorkspaceError) -> [String] {
    try storing { () throws(JournalError) in try journal.subjects(of: RoundEvent.kind) }
  }

  /// One round, or all where none is named.
  func rounds(or one: String?) throws(WorkspaceError) -> [String] {
    if let one { return [one] }
    return try rounds()
  }

  private func openRound(_ id: String) throws(WorkspaceError) -> (Round, Folded<Round>) {
    let round = try round(id)
    guard round.closed == nil else { throw .roundClosed(id) }
    return (round, try foldedRound(id))
  }
}

extension WorkspaceError {
  static func roundClosed(_ id: String) -> WorkspaceError {
    WorkspaceError(
      "round-closed",
      LocalizedText(vi: "đợt \(id) đã kết thúc", en: "the round \(id) is closed"),
      mend: LocalizedText(vi: "mở đợt mới", en: "open a new round"))
  }
}
