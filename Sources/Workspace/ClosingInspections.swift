import ChecklistFormat
import Diagnostics
package import InspectionCore
import JSON
import Storage

/// What closing an inspection came to.
package struct ClosedInspection: Sendable {
  /// One subject as it was judged and set against what was open before.
  package struct Subject: Sendable {
    /// The subject.
    package var subject: InspectionSubject
    /// Its judgement.
    package var assessment: Assessment
    /// What became of earlier items, and what is new.
    package var reconciliation: Reconciliation
  }

  /// Each subject.
  package var subjects: [Subject]
  /// The ids of the items proposed.
  package var proposed: [String]
  /// When the next visit is proposed; nil where the policy proposes none.
  package var nextVisit: VisitProposal?
}

/// What is wanted besides when an inspection is closed.
package struct ClosingWishes {
  /// The limit within which missing figures are asked for; nil to ask for none.
  package var figuresWithin: TimeLimit?
  /// Subjects that are left out, since they were not visited.
  package var without: Set<String>
  /// How plugins are asked.
  package var plugins: PluginAsking

  /// Creates wishes.
  package init(
    figuresWithin: TimeLimit? = nil, without: Set<String> = [], plugins: PluginAsking = .none
  ) {
    self.figuresWithin = figuresWithin
    self.without = without
    self.plugins = plugins
  }
}

extension Workspace {
  /// Closes an inspection: judges every subject, sets what was found against what was open before, and
  /// proposes an item for each failed check; all or nothing.
  package func closeInspection(
    round: String, unit: String, wishes: ClosingWishes = ClosingWishes(), _ session: Session
  ) throws(WorkspaceError) -> ClosedInspection {
    try authorize(session, .workspace(.closeInspection), unit: unit)
    let inspection = try openInspection(round: round, unit: unit)
    let plan = try self.round(round).plan
    var closing = InspectionClosing(
      workspace: self, session: session, inspection: inspection, theme: plan.theme, wishes: wishes)
    try closing.run()
    let folded = try foldedInspection(inspection.plan.id)
    let outcome = InspectionOutcome(
      assessments: closing.records, proposed: closing.result.proposed,
      nextVisit: closing.result.nextVisit?.due.due)
    try give(
      closing.orders, besides: [session.draft(folded.subject, .closed(outcome))],
      expecting: [folded.subject: folded.version], session)
    return closing.result
  }
}

/// One inspection being closed.
private struct InspectionClosing {
  let workspace: Workspace
  let session: Session
  let inspection: Inspection
  let theme: String?
  let wishes: ClosingWishes
  var result = ClosedInspection(subjects: [], proposed: [])
  var records: [RecordedAssessment] = []
  var orders: [ItemOrder] = []
  /// Earlier items that no document has issued yet: they stay as they are, there is nothing to review.
  var provisional = Set<String>()

  mutating func run() throws(WorkspaceError) {
    let subjects = inspection.plan.subjects.filter { !wishes.without.contains($0.id) }
    try checkWishes()
    let open = subjects.filter(\.answers.isEmpty).map(\.id)
    guard open.isEmpty, !subjects.isEmpty else {
      throw WorkspaceError(
        "not-answered",
        LocalizedText(
          vi: "chưa có kết quả kiểm tra của: \(open.joined(separator: ", "))",
          en: "there are no answers about: \(open.joined(separator: ", "))"),
        mend: LocalizedText(
          vi: "nhập bằng soat inspect answer, hoặc bỏ qua bằng --without ĐỐI_TƯỢNG",
          en: "give them with soat inspect answer, or leave it out with --without SUBJECT"))
    }
    for subject in subjects { try judge(subject) }
    try review()
    try proposeVisit()
  }

  private func checkWishes() throws(WorkspaceError) {
    let known = inspection.plan.subjects.map(\.id)
    for id in wishes.without.sorted() where !known.contains(id) {
      throw .unknown(
        "unknown-subject", LocalizedText(vi: "đối tượng", en: "subject"), id, among: known)
    }
  }

  private mutating func judge(_ subject: InspectionSubject) throws(WorkspaceError) {
    guard let revision = subject.answers.last else { return }
    let compiled = try workspace.checklist(subject.checklist)
    let submission = try workspace.submission(revision)
    let scope = theme.flatMap { compiled.checklist.scope(ofTheme: $0) }
    let (context, outcomes) = try workspace.asked(
      wishes.plugins, about: subject.id,
      AssessmentContext(asOf: session.happened, scope: scope), submission, compiled, session)
    let assessment = assess(compiled, submission, context)
    let document = AssessmentDocument(
      assessment, checklist: compiled.checklist, digest: compiled.checklist.digest,
      audience: .team, language: .vi)
    let file = try workspace.keep(JSONWriter.canonical(document.json), session)
    records.append(
      RecordedAssessment(
        subject: subject.id, checklist: compiled.checklist.digest, answers: revision.file,
        asOf: session.happened, theme: scope?.theme, engine: Assessment.engine,
        document: file.hex, outcomes: outcomes?.hex))
    let before = try workspace.items(of: [subject.unit]).filter { subject.concerns($0) }
    for item in before where item.status == .proposed { provisional.insert(item.id) }
    let reconciliation = findings(
      assessment.newResults, checklist: subject.checklist,
      migrations: compiled.checklist.migrations, before: before,
      policies: compiled.checklist.policies)
    result.subjects.append(
      ClosedInspection.Subject(
        subject: subject, assessment: assessment, reconciliation: reconciliation))
    try propose(reconciliation, assessment, compiled.checklist, subject)
    if let within = wishes.figuresWithin {
      proposeFigures(assessment, compiled.checklist, subject, within, before)
    }
  }

  private mutating func propose(
    _ reconciliation: Reconciliation, _ assessment: Assessment, _ checklist: Checklist,
    _ subject: InspectionSubject
  ) throws(WorkspaceError) {
    for finding in reconciliation.new + reconciliation.recurred {
      guard let check = assessment.result(of: finding.check)?.check else { continue }
      let asked = assessment.deficiencies.first { $0.check.id == check.id }?.request?.within
      let limit = asked ?? checklist.policies.limit(of: check)
      let id = subject.itemID(round: inspection.plan.round, check: check.id)
      let proposal = Proposal(
        id: id,
        kind: check.checkClass == .practice || limit == nil ? .recommendation : .requirement,
        origin: .check(
          FailedCheck(
            checklist: subject.checklist, check: check.id, checkClass: check.checkClass,
            severity: check.severity)),
        unit: subject.unit, severity: finding.severity, inspection: inspection.plan.id,
        lineage: finding.recurredFrom.map { ItemLink(.recurred, $0) }, limit: limit)
      orders.append(ItemOrder(.propose(proposal), to: id))
      result.proposed.append(id)
    }
  }

  /// A request for what a check stayed unanswered without, unless one is open already.
  private mutating func proposeFigures(
    _ assessment: Assessment, _ checklist: Checklist, _ subject: InspectionSubject,
    _ within: TimeLimit, _ before: [ItemSummary]
  ) {
    for request in assessment.dataRequests where !request.indicators.isEmpty {
      let isOpen = before.contains { item in
        guard item.status.isOpen, case .figures(let known) = item.origin else { return false }
        return known.check == request.check.id
      }
      if isOpen { continue }
      let id = subject.itemID(round: inspection.plan.round, check: request.check.id) + ".figures"
      let proposal = Proposal(
        id: id, kind: .requirement,
        origin: .figures(
          FigureRequest(
            checklist: subject.checklist, check: request.check.id, indicators: request.indicators)),
        unit: subject.unit, severity: request.check.severity, inspection: inspection.plan.id,
        limit: within)
      orders.append(ItemOrder(.propose(proposal), to: id))
      result.proposed.append(id)
    }
  }

  /// One review an item: where two checklists looked at a unit, what one of them examined counts.
  private mutating func review() throws(WorkspaceError) {
    var reviews: [String: Review] = [:]
    var order: [String] = []
    for subject in result.subjects {
      for (item, review) in subject.reconciliation.reviews(by: inspection.plan.id) {
        if let known = reviews[item] {
          if known.outcome == .notExamined { reviews[item] = review }
        } else {
          reviews[item] = review
          order.append(item)
        }
      }
    }
    for item in order where !provisional.contains(item) {
      guard let review = reviews[item] else { continue }
      orders.append(ItemOrder(.review(review), to: item))
    }
  }

  private mutating func proposeVisit() throws(WorkspaceError) {
    guard let main = result.subjects.first(where: { $0.subject.unit == inspection.plan.unit })
    else {
      return
    }
    let checklist = try workspace.checklist(main.subject.checklist).checklist
    var overdue = 0
    for item in try workspace.items(of: [inspection.plan.unit]) {
      let standing = ItemStanding(
        item, today: session.happened, calendar: checklist.calendar, policies: checklist.policies)
      if standing.isOverdue { overdue += 1 }
    }
    do throws(TimeError) {
      result.nextVisit = try proposeNextVisit(
        score: main.assessment.score, bands: checklist.scoring.bands,
        recurred: main.reconciliation.recurred.count, overdue: overdue,
        policies: checklist.policies, calendar: checklist.calendar, from: session.happened)
    } catch {
      throw WorkspaceError("next-visit", error.message)
    }
  }
}

extension InspectionSubject {
  /// The mark between a unit's code and what is looked at in it.
  static let mark: Character = "#"

  /// The id of what is found about the subject by a check in a round.
  func itemID(round: String, check: String) -> String { "\(round):\(id):\(check)" }

  /// Whether an earlier item is about this subject: about the same school or play site, or about the unit
  /// itself.
  func concerns(_ item: ItemSummary) -> Bool {
    let parts = item.id.split(separator: ":", omittingEmptySubsequences: false)
    let about = parts.count == 3 ? String(parts[1]) : ""
    if id.contains(Self.mark) { return about == id }
    return !about.contains(Self.mark)
  }
}
