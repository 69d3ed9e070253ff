package import ChecklistFormat
import Diagnostics
import InspectionCore
package import Storage

/// Something whose time is over.
package struct Expired: Hashable, Sendable {
  /// Whether it is a text or a file.
  package var kind: Purgeable
  /// Its digest.
  package var digest: Digest
  /// What names it, such as `item 2024-1:quang-ngai/ba-to:NS-04`.
  package var of: String
  /// The rule of `soat.yaml` it falls under.
  package var rule: WorkspaceSettings.Retention
}

extension Workspace {
  /// What the retention periods of `soat.yaml` let go on a day; purged things are not listed again.
  ///
  /// - Throws: ``WorkspaceError`` where no period is set.
  package func expired(_ session: Session) throws(WorkspaceError) -> [Expired] {
    try authorize(session, .workspace(.read), unit: settings.coordinator)
    guard !settings.retention.isEmpty else {
      throw WorkspaceError(
        "no-retention",
        LocalizedText(
          vi: "\(Self.settingsName) chưa đặt thời hạn lưu trữ",
          en: "\(Self.settingsName) sets no retention period"),
        mend: LocalizedText(
          vi: "thêm retention: [{ of: item_texts, years: 10, source: … }]",
          en: "add retention: [{ of: item_texts, years: 10, source: … }]"))
    }
    var found: [Expired] = []
    for rule in settings.retention {
      switch rule.subject {
      case .itemTexts: found += try ofItems(.text, rule, session.today)
      case .itemFiles: found += try ofItems(.file, rule, session.today)
      case .drafts: found += try drafts(rule, session.today)
      }
    }
    var seen = Set<Expired>()
    var kept: [Expired] = []
    for one in found where seen.insert(one).inserted {
      if try isThere(one) { kept.append(one) }
    }
    return kept
  }

  private func isThere(_ one: Expired) throws(WorkspaceError) -> Bool {
    try storing { () throws(JournalError) in
      switch one.kind {
      case .file: return try journal.evidence.contains(one.digest)
      case .text:
        if case .kept = try journal.text(of: one.digest) { return true }
        return false
      }
    }
  }

  /// Whether the period that began on a day has come to its end: from the same day and month on, so many
  /// years later. 29 February ends on the 28th of years without one.
  private static func isOver(
    _ day: CivilDate, _ rule: WorkspaceSettings.Retention, _ today: CivilDate
  ) -> Bool {
    let end =
      CivilDate(year: day.year + rule.years, month: day.month, day: day.day)
      ?? CivilDate(year: day.year + rule.years, month: day.month, day: 28)
    return end.map { $0 <= today } ?? false
  }

  /// The texts or files of items that ended so long ago; what an item that is still open or ended later
  /// names too stays. An item that was divided ends with the last of its parts.
  private func ofItems(
    _ kind: Purgeable, _ rule: WorkspaceSettings.Retention, _ today: CivilDate
  ) throws(WorkspaceError) -> [Expired] {
    let rows = try storing { () throws(JournalError) in try journal.items(ItemQuery()) }
    var stories: [KeptStory] = []
    for row in rows {
      var story = KeptStory(item: row.item.id, status: row.item.status)
      for event in try events(of: SubjectID(kind: "item", id: row.item.id)) {
        story.digests += kind == .text ? event.event.texts : event.event.files
        // What is entered late happened earlier than what stands before it.
        story.last = max(
          story.last ?? event.event.attribution.happened, event.event.attribution.happened)
      }
      stories.append(story)
    }
    var over: [Expired] = []
    var needed = Set<String>()
    for story in stories {
      let parts = story.status == .divided ? stories.filter { $0.isPart(of: story) } : []
      let isOver = ([story] + parts).allSatisfy { one in
        !one.status.isOpen && one.last.map { Self.isOver($0, rule, today) } ?? false
      }
      guard isOver else {
        needed.formUnion(story.digests)
        continue
      }
      over += story.digests.compactMap { Digest(hex: $0) }.map {
        Expired(kind: kind, digest: $0, of: "item \(story.item)", rule: rule)
      }
    }
    return over.filter { !needed.contains($0.digest.hex) }
  }

  /// The revisions of accepted self-assessments besides the accepted one.
  private func drafts(
    _ rule: WorkspaceSettings.Retention, _ today: CivilDate
  ) throws(WorkspaceError) -> [Expired] {
    var over: [Expired] = []
    var needed = Set<String>()
    for id in try rounds() {
      let plan = try round(id).plan
      for unit in plan.units {
        if let inspection = try foldedInspection(Self.inspectionID(round: id, unit: unit)).state {
          needed.formUnion(inspection.plan.subjects.flatMap { $0.answers.map(\.file) })
        }
        for checklist in plan.checklists {
          let key = SelfAssessmentKey(round: id, unit: unit, checklist: checklist)
          guard let state = try foldedSelfAssessment(key).state else { continue }
          for revision in state.revisions {
            let isOver =
              state.status == .accepted && revision.number != state.submitted
              && Self.isOver(revision.day, rule, today)
            guard isOver, let digest = Digest(hex: revision.file) else {
              needed.insert(revision.file)
              continue
            }
            over.append(
              Expired(
                kind: .file, digest: digest, of: "submission \(key.id) #\(revision.number)",
                rule: rule))
          }
        }
      }
    }
    return over.filter { !needed.contains($0.digest.hex) }
  }

  /// Forgets texts and files for good; tombstones stay, and the journal still verifies.
  ///
  /// - Parameter reason: the rule, in words that name nobody.
  package func purge(
    _ wanted: [(kind: Purgeable, digest: Digest, reason: String)], _ session: Session
  ) throws(WorkspaceError) {
    try authorize(session, .workspace(.purge), unit: settings.coordinator)
    guard !session.isDryRun else { return }
    for one in wanted {
      try storing { () throws(JournalError) in
        _ = try journal.purge(
          one.kind, one.digest, reason: one.reason, by: session.attribution)
      }
    }
  }
}

/// What an item names outside the chain, and when it last moved.
private struct KeptStory {
  var item: String
  var status: ItemStatus
  var digests: [String] = []
  var last: CivilDate?

  /// Whether it is a part of one that was divided, by its id.
  func isPart(of whole: KeptStory) -> Bool { item.hasPrefix(whole.item + "/") }
}
