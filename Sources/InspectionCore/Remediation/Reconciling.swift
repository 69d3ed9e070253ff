public import Diagnostics

/// One check as a new inspection judged it.
public struct NewResult: Hashable, Sendable {
  /// The check's id in the checklist of the new inspection.
  public var check: String
  /// The verdict.
  public var verdict: Verdict
  /// How grave it is when not met.
  public var severity: CheckSeverity

  /// Creates a result.
  public init(check: String, verdict: Verdict, severity: CheckSeverity) {
    self.check = check
    self.verdict = verdict
    self.severity = severity
  }

  var isFailing: Bool { verdict == .unmet || verdict == .partial }
}

/// A new finding, or one that came back.
public struct NewFinding: Hashable, Sendable {
  /// The check.
  public var check: String
  /// How grave it is, one step up where it recurs and the policy says so.
  public var severity: CheckSeverity
  /// The closed items it recurs from; none for a new finding.
  public var recurredFrom: [String]
}

/// An earlier item with what the new inspection says of it.
public struct ItemMatch: Hashable, Sendable {
  /// The item's id.
  public var item: String
  /// The checks that took the place of its own.
  public var checks: [String]
  /// Why it is so, where that is not plain, in one sentence without a final full stop.
  public var why: LocalizedText?
}

/// A unit's items set against a new inspection.
public struct Reconciliation: Hashable, Sendable {
  /// Failing checks that no earlier item covers.
  public var new: [NewFinding] = []
  /// Failing checks whose item had been closed as resolved (tái diễn).
  public var recurred: [NewFinding] = []
  /// Open items found again (chuyển tiếp).
  public var carriedOver: [ItemMatch] = []
  /// Open items that the new finding shows put right; they still want verification.
  public var resolved: [ItemMatch] = []
  /// Open items whose check has changed its meaning or was dropped; a person decides.
  public var notComparable: [ItemMatch] = []
  /// Open items on which the new inspection says nothing; they stay open.
  public var notExamined: [ItemMatch] = []

  /// What the inspection says of each item that was still open, as reviews of the items.
  public func reviews(by inspection: String) -> [(item: String, review: Review)] {
    var reviews: [(item: String, review: Review)] = []
    let outcomes: [(matches: [ItemMatch], outcome: Review.Outcome)] = [
      (carriedOver, .carriedOver), (resolved, .resolved), (notComparable, .notComparable),
      (notExamined, .notExamined),
    ]
    for (matches, outcome) in outcomes {
      for match in matches {
        reviews.append((match.item, Review(inspection: inspection, outcome: outcome)))
      }
    }
    return reviews
  }
}

/// What an inspection found, set against what was open before and what was closed since.
///
/// - Parameters:
///   - results: the new inspection's checks.
///   - checklist: its checklist, as `id@version`.
///   - migrations: how that version follows from earlier ones.
///   - before: the unit's items; withdrawn and divided ones are passed over.
///   - policies: whether a finding that recurs becomes more severe.
/// - Returns: every open item exactly once, every failing check at most once as a finding; both in the
///   order given. The time is linear in results, items and migrations.
public func findings(
  _ results: [NewResult], checklist: String, migrations: [Migration], before: [TrackedItem],
  policies: FollowUpPolicies
) -> Reconciliation {
  var summaries: [ItemSummary] = []
  summaries.reserveCapacity(before.count)
  for item in before { summaries.append(item.summary(ended: nil)) }
  return findings(
    results, checklist: checklist, migrations: migrations, before: summaries, policies: policies)
}

/// What an inspection found, set against the unit's earlier items as a list has them.
public func findings(
  _ results: [NewResult], checklist: String, migrations: [Migration], before: [ItemSummary],
  policies: FollowUpPolicies
) -> Reconciliation {
  var reconciling = Reconciling(results, checklist, migrations)
  for item in before where item.status.isOpen { reconciling.look(at: item) }
  for item in before where item.closing == .resolved && !item.hasParts {
    reconciling.note(closed: item)
  }
  reconciling.find(results, raises: policies.recurrenceRaisesSeverity)
  return reconciling.outcome
}

extension Assessment {
  /// The checks as they are set against earlier items.
  public var newResults: [NewResult] {
    var results: [NewResult] = []
    for area in areas {
      for result in area.checks {
        results.append(
          NewResult(
            check: result.check.id, verdict: result.verdict, severity: result.check.severity))
      }
    }
    return results
  }
}

extension CheckSeverity {
  /// One step graver; the gravest stays.
  public var raised: CheckSeverity {
    switch self {
    case .critical, .high: .critical
    case .medium: .high
    case .low: .medium
    }
  }
}

private struct Reconciling {
  var outcome = Reconciliation()
  /// The checklist's whole name, which most items bear.
  private let reference: String
  private let checklist: (id: Substring, version: Substring)
  private var results: [String: NewResult] = [:]
  /// By version, then by the check's id then.
  private var fates: [String: [String: CheckMigration]] = [:]
  /// The failing checks that an open item covers.
  private var covered = Set<String>()
  /// By check, the closed items it comes back from, with the gravest severity among them.
  private var closed: [String: (items: [String], severity: CheckSeverity)] = [:]

  init(_ results: [NewResult], _ checklist: String, _ migrations: [Migration]) {
    reference = checklist
    self.checklist = Self.parts(checklist)
    for result in results { self.results[result.check] = result }
    for migration in migrations {
      var checks: [String: CheckMigration] = [:]
      for entry in migration.checks { checks[entry.was] = entry }
      fates[migration.version] = checks
    }
  }

  private static func parts(_ checklist: String) -> (id: Substring, version: Substring) {
    guard let at = checklist.lastIndex(of: "@") else { return (checklist[...], "") }
    return (checklist[..<at], checklist[checklist.index(after: at)...])
  }

  mutating func look(at item: ItemSummary) {
    let references = item.checkReferences
    guard !references.isEmpty else {
      outcome.notExamined.append(match(item, [], Self.withoutCheck))
      return
    }
    var now: [String] = []
    var comparability = Comparability.full
    var why: LocalizedText?
    for reference in references {
      guard let fate = fate(of: reference.check, in: reference.checklist) else {
        outcome.notExamined.append(match(item, [], Self.otherChecklist))
        return
      }
      now += fate.now
      comparability = Self.weaker(comparability, fate.comparability)
      why = why ?? fate.note
    }
    if now.isEmpty {
      outcome.notComparable.append(match(item, [], why ?? Self.dropped))
    } else if comparability == .none {
      outcome.notComparable.append(match(item, now, why ?? Self.changed))
    } else {
      judge(item, now, isPartial: comparability == .partial, why)
    }
  }

  private mutating func judge(
    _ item: ItemSummary, _ now: [String], isPartial: Bool, _ why: LocalizedText?
  ) {
    var failing: [String] = []
    var met = 0
    var open = 0
    for check in now {
      switch results[check]?.verdict {
      case .unmet?, .partial?: failing.append(check)
      case .met?: met += 1
      case .notApplicable?: break
      case .unanswered?, .error?, nil: open += 1
      }
    }
    // A request for figures asks for no more than that the check can be decided.
    if case .figures = item.origin, open == 0, !isPartial {
      outcome.resolved.append(match(item, now, why))
      return
    }
    if !failing.isEmpty {
      covered.formUnion(failing)
      outcome.carriedOver.append(match(item, failing, why))
    } else if open > 0 {
      outcome.notExamined.append(match(item, now, Self.undecided))
    } else if isPartial {
      outcome.notComparable.append(match(item, now, why ?? Self.changed))
    } else if met == 0 {
      outcome.notExamined.append(match(item, now, Self.notApplicable))
    } else {
      outcome.resolved.append(match(item, now, why))
    }
  }

  /// Remembers the failing checks that come back from an item closed as resolved.
  mutating func note(closed item: ItemSummary) {
    for reference in item.origin.failedChecks {
      guard let fate = fate(of: reference.check, in: reference.checklist),
        fate.comparability != .none
      else { continue }
      for check in fate.now where results[check]?.isFailing == true {
        var known = closed[check] ?? ([], item.severity)
        if known.items.last != item.id { known.items.append(item.id) }
        known.severity = min(known.severity, item.severity)
        closed[check] = known
      }
    }
  }

  mutating func find(_ results: [NewResult], raises: Bool) {
    var seen = Set<String>()
    for result in results
    where result.isFailing && !covered.contains(result.check) && seen.insert(result.check).inserted
    {
      guard let known = closed[result.check] else {
        outcome.new.append(
          NewFinding(check: result.check, severity: result.severity, recurredFrom: []))
        continue
      }
      let gravest = min(known.severity, result.severity)
      outcome.recurred.append(
        NewFinding(
          check: result.check, severity: raises ? gravest.raised : gravest,
          recurredFrom: known.items))
    }
  }

  /// What became of a check; nil for another checklist. Of a version without a migration nothing is
  /// known, and so nothing is compared.
  private func fate(of check: String, in reference: String) -> CheckMigration? {
    if reference == self.reference {
      return CheckMigration(was: check, now: [check], comparability: .full)
    }
    let then = Self.parts(reference)
    guard then.id == checklist.id else { return nil }
    guard let known = fates[String(then.version)] else {
      return CheckMigration(
        was: check, now: [check], comparability: .none, note: Self.noMigration)
    }
    return known[check] ?? CheckMigration(was: check, now: [check], comparability: .full)
  }

  private func match(
    _ item: ItemSummary, _ checks: [String], _ why: LocalizedText?
  ) -> ItemMatch { ItemMatch(item: item.id, checks: checks, why: why) }

  private static func weaker(_ first: Comparability, _ second: Comparability) -> Comparability {
    switch (first, second) {
    case (.none, _), (_, .none): .none
    case (.partial, _), (_, .partial): .partial
    case (.full, .full): .full
    }
  }

  private static let withoutCheck = LocalizedText(
    vi: "không có mục kiểm tra đi kèm, người kiểm tra tự rà soát",
    en: "no check stands behind it; a person reviews it")
  private static let otherChecklist = LocalizedText(
    vi: "thuộc bảng kiểm khác", en: "it belongs to another checklist")
  private static let dropped = LocalizedText(
    vi: "mục kiểm tra đã bỏ", en: "the check was dropped")
  private static let changed = LocalizedText(
    vi: "mục kiểm tra đã đổi nội dung", en: "the check has changed its meaning")
  private static let noMigration = LocalizedText(
    vi: "chưa có bảng đối chiếu với phiên bản bảng kiểm cũ",
    en: "there is no migration from that version of the checklist")
  private static let undecided = LocalizedText(
    vi: "cuộc kiểm tra mới chưa đủ số liệu để kết luận",
    en: "the new figures do not decide it")
  private static let notApplicable = LocalizedText(
    vi: "mục kiểm tra nay không áp dụng, cần người xem xét",
    en: "the check no longer applies; a person decides")
}
