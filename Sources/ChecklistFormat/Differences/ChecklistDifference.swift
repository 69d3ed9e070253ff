import CEL
public import Diagnostics
public import InspectionCore

/// What became of one check, or of several that were split or merged, and whether results by the two
/// checklists may be set side by side.
public struct CheckComparison: Hashable, Sendable {
  /// The ids in the earlier checklist; none where the check is new.
  public var was: [String]
  /// The ids in the later checklist; none where the check was dropped.
  public var now: [String]
  /// The share of all points then, in millionths; nil where the checklist has no points at all.
  public var shareBefore: Int64?
  /// The share of all points now, in millionths; nil where the checklist has no points at all.
  public var shareAfter: Int64?
  /// What follows from the changes.
  public var found: Comparability
  /// What the later checklist declares; the worst of several.
  public var declared: Comparability?
  /// What the author says of it.
  public var note: LocalizedText?
  /// What about it keeps results from being comparable.
  public var reasons: [LocalizedText]

  /// The verdict that holds: the author's where there is one.
  public var comparability: Comparability { declared ?? found }
}

/// A check that seems to have got another id, which the later checklist does not say.
public struct RenameSuggestion: Hashable, Sendable {
  /// The id in the earlier checklist.
  public var was: String
  /// The id in the later checklist.
  public var now: String
  /// What speaks for it.
  public var reason: LocalizedText
}

/// What changed in meaning from one checklist to another.
public struct ChecklistDifference: Sendable {
  /// The earlier checklist.
  public let from: Checklist
  /// The later checklist.
  public let to: Checklist
  /// The differences: of the checklist and its scoring, of areas, of checks in the later one's order,
  /// of what both take from dictionaries, of follow-up.
  public let changes: [Change]
  /// What became of each check.
  public let checks: [CheckComparison]
  /// Checks that seem to have got another id.
  public let suggestions: [RenameSuggestion]
  /// Whether scores by the two may be compared, as it follows from the changes.
  public let found: Comparability
  /// Why, in short.
  public let reasons: [LocalizedText]
  /// How the later checklist says that it follows from the earlier one.
  public let migration: Migration?
  /// Where what is declared does not go with what was found.
  public let warnings: [LocalizedText]
  /// Which check became which.
  let matching: CheckMatching

  /// The verdict on the whole that holds: the author's where there is one.
  public var comparability: Comparability { migration?.comparability ?? found }

  /// Compares two checklists, two versions of one or any two.
  public init(from: Checklist, to: Checklist) {
    let migration =
      from.id == to.id ? to.migrations.first { $0.version == from.version } : nil
    let matching = CheckMatching(from, to, by: migration)
    let comparing = ChecklistComparing(old: from, new: to, matching: matching)
    let changes = comparing.changes
    let judging = ComparabilityJudging(
      old: from, new: to, migration: migration, matching: matching, changes: changes)
    let checks = judging.checks
    let whole = judging.whole(checks)
    self.from = from
    self.to = to
    self.migration = migration
    self.matching = matching
    self.changes = changes
    self.checks = checks
    suggestions = RenameSearch(old: from, new: to, matching: matching).suggestions
    found = whole.verdict
    reasons = whole.reasons
    warnings = judging.warnings(checks, found: whole.verdict)
  }

  /// The changes of a weight.
  public func changes(_ weight: ChangeWeight) -> [Change] {
    changes.filter { $0.weight == weight }
  }

  /// Whether any verdict, point or grade can differ.
  public var altersJudgement: Bool { changes.contains { $0.weight == .judgement } }
}

/// Compares two checklists part by part.
struct ChecklistComparing {
  let old: Checklist
  let new: Checklist
  let matching: CheckMatching

  var changes: [Change] {
    let successors = matching.successors
    let scoring = ScoringComparing(
      old: old.scoring, new: new.scoring, checklist: subject, successors: successors,
      areaSuccessors: renamedAreas)
    let policies = PolicyComparing(
      old: old.policies, new: new.policies, bands: new.scoring.bands + old.scoring.bands)
    return checklist + scoring.changes + areas + checks + dictionaries + policies.changes
  }

  private var subject: ChangeSubject { ChangeSubject(.checklist, new.id, title: new.title) }

  private var checklist: [Change] {
    var log = ChangeLog(subject)
    log.compare(.levels, .judgement, Set(old.levels), Set(new.levels)) { levels in
      .joined(levels.sorted().map { LocalizedText(same: $0) }, ", ")
    }
    log.compare(
      .periods, .judgement, [old.appliesFrom, old.appliesTo], [new.appliesFrom, new.appliesTo]
    ) { .days($0[0], $0[1]) }
    log.compare(.title, .wording, old.title, new.title) { $0 }
    log.compare(.base, .wording, old.base, new.base) {
      $0.map { LocalizedText(same: $0) } ?? .nothing
    }
    return log.changes
  }

  // MARK: Areas

  /// The later id of each area that only got another one: the titles are the same.
  private var renamedAreas: [String: String] {
    let matched = Matched(old.areas, new.areas, by: \.id)
    var free = matched.added
    var renamed: [String: String] = [:]
    for area in matched.removed {
      guard let place = free.firstIndex(where: { $0.title == area.title }) else { continue }
      renamed[area.id] = free.remove(at: place).id
    }
    return renamed
  }

  private var areas: [Change] {
    let renamed = renamedAreas
    let moved = old.areas.map { area in
      var area = area
      area.id = renamed[area.id] ?? area.id
      return area
    }
    var changes: [Change] = []
    for area in old.areas {
      guard let id = renamed[area.id] else { continue }
      changes.append(
        Change(
          ChangeSubject(.area, id, title: area.title), .renamed,
          before: LocalizedText(same: area.id), after: LocalizedText(same: id), weight: .wording))
    }
    return changes
      + Matched(moved, new.areas, by: \.id).changes { area, _ in
        WholeSubject(
          ChangeSubject(.area, area.id, title: area.title), .judgement, weightWords(area.weight))
      } compare: { before, after in
        var log = ChangeLog(ChangeSubject(.area, after.id, title: after.title))
        log.compare(.weight, .judgement, before.weight, after.weight) { weightWords($0) }
        log.compare(.title, .wording, before.title, after.title) { $0 }
        return log.changes
      }
  }

  private func weightWords(_ weight: Int64?) -> LocalizedText {
    guard let weight else {
      return LocalizedText(vi: "bằng tổng điểm các mục", en: "the sum of its checks")
    }
    return .labelled(LocalizedText(vi: "trọng số", en: "weight"), LocalizedText(points: weight))
  }

  private func areaOfChecks(_ checklist: Checklist) -> [String: Area] {
    var areas: [String: Area] = [:]
    for area in checklist.areas {
      for check in area.checks { areas[check.id] = area }
    }
    return areas
  }

  // MARK: Checks

  private var checks: [Change] {
    let earlier = old.checksByID
    let later = new.checksByID
    let areasBefore = areaOfChecks(old)
    let areasAfter = areaOfChecks(new)
    let renamed = renamedAreas
    let oldCitations = old.citationsByID
    let newCitations = new.citationsByID
    var changes: [Change] = []
    for group in matching.groups {
      let before = group.was.compactMap { earlier[$0] }
      let after = group.now.compactMap { later[$0] }
      guard let was = before.first, let now = after.first, before.count == 1, after.count == 1
      else {
        changes += regrouped(before, after)
        continue
      }
      if was.id != now.id {
        changes.append(
          Change(
            ChangeSubject(.check, now.id, title: now.title), .renamed,
            before: LocalizedText(same: was.id), after: LocalizedText(same: now.id),
            weight: .followUp))
      }
      var comparing = CheckComparing(old: was, new: now)
      comparing.oldChecklist = old
      comparing.newChecklist = new
      comparing.oldCitations = oldCitations
      comparing.newCitations = newCitations
      changes += comparing.changes
      if let home = areasBefore[was.id], let place = areasAfter[now.id],
        (renamed[home.id] ?? home.id) != place.id
      {
        var log = ChangeLog(ChangeSubject(.check, now.id, title: now.title))
        log.note(.area, .judgement, home.title, place.title)
        changes += log.changes
      }
    }
    return changes
  }

  /// Checks that were added, dropped, split or merged.
  private func regrouped(_ before: [Check], _ after: [Check]) -> [Change] {
    let kind: ChangeKind =
      before.isEmpty ? .added : after.isEmpty ? .removed : before.count == 1 ? .split : .merged
    guard let subject = kind == .merged ? after.first : (before.first ?? after.first) else {
      return []
    }
    let isWhole = kind == .added || kind == .removed
    func words(_ checks: [Check]) -> LocalizedText? {
      checks.isEmpty
        ? nil
        : .joined(
          checks.map { isWhole ? $0.summaryWords : .labelled($0.id + ":", $0.summaryWords) })
    }
    return [
      Change(
        ChangeSubject(.check, subject.id, title: subject.title), kind, before: words(before),
        after: words(after), weight: .judgement)
    ]
  }

  // MARK: Dictionaries

  private var dictionaries: [Change] {
    let earlier = old.checksByID
    let later = new.checksByID
    var names: [String: Set<String>] = [:]
    var forced: [String: Set<String>] = [:]
    for group in matching.groups where !group.was.isEmpty {
      let checks = group.was.compactMap { earlier[$0] } + group.now.compactMap { later[$0] }
      for id in group.now {
        for check in checks {
          names[id, default: []].formUnion(check.names)
          guard check.checkClass.needsForce else { continue }
          forced[id, default: []].formUnion(check.cites.map(\.citation))
        }
      }
    }
    return DictionaryComparing(old: old, new: new, names: names, forced: forced).changes
  }
}

extension Checklist {
  fileprivate var citationsByID: [String: Citation] {
    var citations: [String: Citation] = [:]
    for citation in self.citations { citations[citation.id] = citation }
    return citations
  }
}
