import ChecklistFormat
import Diagnostics
package import InspectionCore
import Storage

/// What a person wants put down as an item; what is nil follows from the rest.
package struct ItemWish: Hashable, Sendable {
  /// Where it comes from.
  package enum Source: Hashable, Sendable {
    /// A check of a checklist that was not met; nil for the checklist added last.
    case check(String, checklist: String?)
    /// Several checks grouped into one worded finding.
    case checks([String], checklist: String?)
    /// The team's own finding.
    case finding
    /// Another authority.
    case recommendation(AuthorityRecommendation)
    /// The unit promises it.
    case commitment
    /// Figures are wanted for a check.
    case figures(check: String, checklist: String?, indicators: [String])
    /// The unit proposes it to a higher level.
    case proposal(to: Party)
  }

  /// The code of the unit.
  package var unit: String
  /// Where it comes from.
  package var source: Source
  /// Its id; nil for the next one of the unit in the year.
  package var id: String?
  /// What it asks for; nil for a recommendation where an authority recommends or a check is of class
  /// practice, else a requirement.
  package var kind: ItemKind?
  /// How grave it is; nil for that of its check, else medium.
  package var severity: CheckSeverity?
  /// Its wording.
  package var text: String?
  /// The inspection that found it.
  package var inspection: String?
  /// The time limit; nil for that of its check.
  package var limit: TimeLimit?

  /// Creates a wish.
  package init(unit: String, source: Source) {
    self.unit = unit
    self.source = source
  }
}

extension Workspace {
  /// Puts an item down, provisional.
  package func propose(
    _ wish: ItemWish, _ session: Session
  ) throws(WorkspaceError) -> GivenOrder {
    var taken: Set<String> = []
    return try give([try order(for: wish, taken: &taken, session)], session)[0]
  }

  /// The order for a wish.
  ///
  /// - Parameter taken: the ids given out in the same go.
  func order(
    for wish: ItemWish, taken: inout Set<String>, _ session: Session
  ) throws(WorkspaceError) -> ItemOrder {
    let unit = try unit(wish.unit, on: session.happened).unit.code
    let (origin, checks) = try origin(of: wish.source)
    let text = wish.text.map { FreeText($0) }
    let isPractice = !checks.isEmpty && checks.allSatisfy { $0.checkClass == .practice }
    var kind = wish.kind ?? (isPractice ? .recommendation : .requirement)
    if wish.kind == nil, case .recommendation = wish.source { kind = .recommendation }
    var limit = wish.limit
    if limit == nil, kind == .requirement, let check = checks.first {
      limit = try rules(of: origin).policies.limit(of: check)
    }
    var owedBy = Party.unit
    if case .proposal(let party) = wish.source { owedBy = party }
    var known = wish.id
    if known == nil {
      known = try nextID(of: unit, year: session.happened.year, taken: taken)
    }
    let id = known ?? ""
    taken.insert(id)
    let severity = wish.severity ?? checks.map(\.severity).min() ?? .medium
    return ItemOrder(
      .propose(
        Proposal(
          id: id, kind: kind, origin: origin, unit: unit, owedBy: owedBy, severity: severity,
          text: text?.blob, inspection: wish.inspection, limit: limit)), to: id,
      texts: text.map { [$0] } ?? [])
  }

  private func origin(
    of source: ItemWish.Source
  ) throws(WorkspaceError) -> (ItemOrigin, [Check]) {
    switch source {
    case .finding: return (.finding, [])
    case .commitment: return (.commitment, [])
    case .proposal(let party): return (.proposal(to: party), [])
    case .recommendation(let known): return (.recommendation(known), [])
    case .check(let id, let reference):
      let (checklist, check) = try find(id, in: reference)
      return (.check(FailedCheck(check, of: checklist)), [check])
    case .checks(let ids, let reference):
      var failed: [FailedCheck] = []
      var checks: [Check] = []
      for id in ids {
        let (checklist, check) = try find(id, in: reference)
        failed.append(FailedCheck(check, of: checklist))
        checks.append(check)
      }
      return (.checks(failed), checks)
    case .figures(let id, let reference, let indicators):
      let (checklist, check) = try find(id, in: reference)
      for indicator in indicators
      where !checklist.indicators.contains(where: { $0.id == indicator }) {
        throw .unknown(
          "unknown-indicator", LocalizedText(vi: "chỉ tiêu", en: "indicator"), indicator,
          among: checklist.indicators.map(\.id))
      }
      return (
        .figures(
          FigureRequest(
            checklist: checklist.reference, check: check.id, indicators: indicators)), [check]
      )
    }
  }

  private func find(
    _ id: String, in reference: String?
  ) throws(WorkspaceError) -> (Checklist, Check) {
    let checklist: Checklist
    if let reference {
      checklist = try content(reference)
    } else {
      checklist = try defaultContent()
    }
    guard let check = checklist.check(id) else {
      throw .unknown(
        "unknown-check",
        LocalizedText(
          vi: "mục kiểm tra trong \(checklist.reference)", en: "check in \(checklist.reference)"),
        id, among: checklist.areas.flatMap { $0.checks.map(\.id) })
    }
    return (checklist, check)
  }

  /// The next free id of a unit's items in a year, such as `ba-to.2025.003`.
  private func nextID(
    of unit: String, year: Int, taken: Set<String>
  ) throws(WorkspaceError) -> String {
    let known = try storing { () throws(JournalError) in
      try journal.items(ItemQuery(units: [unit], order: .id))
    }
    var number = known.count + 1
    while true {
      let digits = String(number)
      let zeros = String(repeating: "0", count: max(0, 3 - digits.utf8.count))
      let id = "\(unit).\(year).\(zeros)\(digits)"
      let isFree = try storing { () throws(JournalError) in
        try journal.version(of: SubjectID(kind: "item", id: id)) == 0
      }
      if isFree, !taken.contains(id) { return id }
      number += 1
    }
  }

  /// Makes every provisional item of an inspection binding by one document, all or none; those whose
  /// explanation was accepted are left to be withdrawn.
  ///
  /// - Returns: what was issued, and the ids that were left.
  package func issueAll(
    ofInspection inspection: String, _ terms: IssueTerms, _ session: Session
  ) throws(WorkspaceError) -> (given: [GivenOrder], left: [String]) {
    var query = ItemQuery(isOpen: true, order: .id)
    query.inspections = [inspection]
    query.statuses = [.proposed]
    let rows = try storing { () throws(JournalError) in try journal.items(query) }
    var orders: [ItemOrder] = []
    var left: [String] = []
    for row in rows {
      let story = try storing { () throws(JournalError) in try journal.item(row.item.id) }
      if story?.item.isExplained == true {
        left.append(row.item.id)
      } else {
        orders.append(ItemOrder(.issue(terms), to: row.item.id))
      }
    }
    guard !orders.isEmpty else {
      throw WorkspaceError(
        "nothing-to-issue",
        LocalizedText(
          vi: "cuộc kiểm tra \(inspection) không còn nội dung dự kiến nào để ban hành",
          en: "the inspection \(inspection) has no provisional item to issue"),
        mend: LocalizedText(
          vi: "xem: soat item list --inspection \(inspection)",
          en: "look at: soat item list --inspection \(inspection)"))
    }
    return (try give(orders, session), left)
  }
}

extension FailedCheck {
  /// A check of a frozen checklist.
  package init(_ check: Check, of checklist: Checklist) {
    self.init(
      checklist: checklist.reference, check: check.id, checkClass: check.checkClass,
      severity: check.severity)
  }
}
