import CEL
import Diagnostics
import InspectionCore

/// Whether results by two checklists may be set side by side: what the author declares, and what
/// follows from the changes.
struct ComparabilityJudging {
  let old: Checklist
  let new: Checklist
  let migration: Migration?
  let matching: CheckMatching
  let changes: [Change]

  // MARK: Checks

  var checks: [CheckComparison] {
    let before = old.pointShares
    let after = new.pointShares
    var byCheck: [String: [Change]] = [:]
    for change in changes {
      if change.subject.kind == .check { byCheck[change.subject.id, default: []].append(change) }
      for check in change.checks { byCheck[check, default: []].append(change) }
    }
    return matching.groups.map { group in
      let own = group.now.flatMap { byCheck[$0] ?? [] }
      return CheckComparison(
        was: group.was, now: group.now,
        shareBefore: before.isEmpty ? nil : group.was.reduce(0) { $0 + (before[$1] ?? 0) },
        shareAfter: after.isEmpty ? nil : group.now.reduce(0) { $0 + (after[$1] ?? 0) },
        found: found(group, own),
        declared: group.entries.map(\.comparability).min { $0.rank < $1.rank },
        note: group.entries.compactMap(\.note).first, reasons: reasons(group, own))
    }
  }

  private func found(_ group: CheckGroup, _ changes: [Change]) -> Comparability {
    if group.was.isEmpty || group.now.isEmpty { return .none }
    if group.was.count > 1 || group.now.count > 1 { return .partial }
    return changes.map(\.effect).min { $0.rank < $1.rank } ?? .full
  }

  private func reasons(_ group: CheckGroup, _ changes: [Change]) -> [LocalizedText] {
    if group.was.isEmpty { return [LocalizedText(vi: "mục mới", en: "new")] }
    if group.now.isEmpty { return [LocalizedText(vi: "đã bỏ", en: "dropped")] }
    if group.now.count > 1 { return [LocalizedText(vi: "đã tách", en: "split")] }
    if group.was.count > 1 { return [LocalizedText(vi: "đã gộp", en: "merged")] }
    var reasons: [LocalizedText] = []
    for change in changes where change.effect != .full {
      guard let title = change.aspect?.title else { continue }
      let reason = LocalizedText(vi: "đổi \(title.vi)", en: "\(title.en) changed")
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    return reasons
  }

  // MARK: The whole

  func whole(
    _ checks: [CheckComparison]
  ) -> (verdict: Comparability, reasons: [LocalizedText]) {
    if Set(old.levels).isDisjoint(with: new.levels) {
      return (
        .none,
        [LocalizedText(vi: "hai bảng kiểm dùng cho hai cấp khác nhau", en: "for different levels")]
      )
    }
    let before = lost(checks, \.was, \.shareBefore)
    let after = lost(checks, \.now, \.shareAfter)
    let text = LocalizedText(
      vi:
        "mục không so sánh được chiếm \(FigureText(.vi).text(before, .percent, digits: 1)) điểm cũ"
        + " và \(FigureText(.vi).text(after, .percent, digits: 1)) điểm mới",
      en: "checks that are not comparable carry "
        + "\(FigureText(.en).text(before, .percent, digits: 1)) of the points then and "
        + "\(FigureText(.en).text(after, .percent, digits: 1)) now")
    let half = Rational(millionths: 500_000)
    if before > half || after > half { return (.none, [text]) }
    // The periods a checklist is for are just what its versions differ in.
    let altering = changes.filter { $0.weight == .judgement && $0.aspect != .periods }
    guard !altering.isEmpty else { return (.full, []) }
    var reasons = before.isZero && after.isZero ? [] : [text]
    reasons.append(
      LocalizedText(
        vi: "\(altering.count) thay đổi ảnh hưởng đến kết quả chấm",
        en: altering.count == 1
          ? "1 change can alter results" : "\(altering.count) changes can alter results"))
    return (.partial, reasons)
  }

  /// The share of points of checks that are not comparable; where there are no points at all, the
  /// share of the checks.
  private func lost(
    _ checks: [CheckComparison], _ ids: KeyPath<CheckComparison, [String]>,
    _ share: KeyPath<CheckComparison, Int64?>
  ) -> Rational {
    let own = checks.filter { !$0[keyPath: ids].isEmpty }
    let lost = own.filter { $0.comparability == .none }
    if own.contains(where: { $0[keyPath: share] != nil }) {
      return Rational(millionths: lost.reduce(0) { $0 + ($1[keyPath: share] ?? 0) })
    }
    guard !own.isEmpty else { return Rational(0) }
    return Rational(millionths: Int64(lost.count) * 1_000_000 / Int64(own.count))
  }

  // MARK: Warnings

  func warnings(_ checks: [CheckComparison], found: Comparability) -> [LocalizedText] {
    var warnings: [LocalizedText] = []
    if old.reference == new.reference, !changes.isEmpty {
      warnings.append(
        LocalizedText(
          vi: "hai bản cùng là \(new.reference) mà khác nhau: tăng version",
          en: "both are \(new.reference) and yet differ: raise version"))
    }
    guard let migration else { return warnings }
    if migration.comparability.rank > found.rank {
      warnings.append(
        contradiction("supersedes \(old.version)", migration.comparability, found, []))
    }
    for check in checks {
      guard let declared = check.declared, declared.rank > check.found.rank else { continue }
      let name = check.was.joined(separator: "+") + " → " + check.now.joined(separator: "+")
      warnings.append(contradiction(name, declared, check.found, check.reasons))
    }
    return warnings + entryWarnings(migration)
  }

  private func contradiction(
    _ name: String, _ declared: Comparability, _ found: Comparability, _ reasons: [LocalizedText]
  ) -> LocalizedText {
    let why =
      reasons.isEmpty ? LocalizedText(same: "") : LocalizedText(same: ": ") + .joined(reasons)
    return LocalizedText(
      vi: "\(name): khai báo \(declared.title.vi), nhưng thực tế \(found.title.vi)",
      en: "\(name): declared \(declared.title.en), but found \(found.title.en)") + why
  }

  private func entryWarnings(_ migration: Migration) -> [LocalizedText] {
    var warnings: [LocalizedText] = []
    let earlier = old.checksByID
    let later = new.checksByID
    for entry in migration.checks {
      if earlier[entry.was] == nil {
        warnings.append(
          LocalizedText(
            vi: "\(entry.was): phiên bản \(old.version) không có mục này",
            en: "\(entry.was): version \(old.version) has no such check"))
      }
      for id in entry.now where later[id] == nil {
        warnings.append(
          LocalizedText(
            vi: "\(entry.was) → \(id): phiên bản \(new.version) không có mục \(id)",
            en: "\(entry.was) → \(id): version \(new.version) has no check \(id)"))
      }
    }
    for group in matching.groups where group.now.isEmpty && group.entries.isEmpty {
      for id in group.was {
        warnings.append(
          LocalizedText(
            vi: "\(id): đã bỏ nhưng supersedes không nêu",
            en: "\(id): is gone, and supersedes does not say so"))
      }
    }
    return warnings
  }
}

extension Change {
  /// What is left of comparing a check's results after the change.
  var effect: Comparability {
    guard weight == .judgement else { return .full }
    switch aspect {
    // The verdict means the same; only the score differs.
    case .points, .notApplicable, .area, .weight: return .full
    // Some verdicts, units or periods only.
    case .partial, .citations, .force, .bounds, .values: return .partial
    default: return kind == .renamed ? .full : .none
    }
  }
}

extension Comparability {
  /// The order, `none` first.
  var rank: Int {
    switch self {
    case .none: 0
    case .partial: 1
    case .full: 2
    }
  }
}
