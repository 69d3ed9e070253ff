import Diagnostics
import InspectionCore

// What a pack changes in the checklist it extends, and what became of that checklist meanwhile.

extension PackLoading {
  /// Warns of a change that changes nothing; where notes are wanted, notes every other with how it
  /// was and how it is.
  func noteChanges(_ main: FileReader) {
    for change in changes {
      let words = change.words
      if words.isEmpty {
        main.report(
          "empty-change",
          LocalizedText(
            vi: "chỗ thay đổi này giống hệt bảng kiểm gốc",
            en: "this change leaves everything as it is"), severity: .warning,
          mend: LocalizedText(vi: "bỏ dòng này", en: "remove the entry"), at: change.place)
      } else if wantsNotes {
        let joined = LocalizedText.joined(words)
        main.report(
          "override",
          LocalizedText(vi: "khác bảng gốc: " + joined.vi, en: "differs: " + joined.en),
          severity: .note, at: change.place)
      }
    }
  }

  /// Warns where the checklist that is extended is no longer what it was when this pack was written,
  /// and notes a newer version of it with what that version changes.
  func checkBase(_ mapping: BasePlaces, _ main: FileReader) {
    guard let before = baseChecklist else { return }
    if let (digest, range) = mapping.digest, digest != before.digest {
      main.report(
        "base-changed",
        LocalizedText(
          vi: "bảng kiểm gốc \(before.reference) đã thay đổi từ khi ghi extends_digest",
          en: "the checklist \(before.reference) has changed since extends_digest was written"),
        severity: .warning,
        mend: LocalizedText(
          vi: "xem lại các chỗ thay đổi, rồi ghi: extends_digest: \"\(before.digest)\"",
          en: "look your changes over, then write: extends_digest: \"\(before.digest)\""),
        at: range)
    }
    guard wantsNotes, let newer = newerBase(than: before) else { return }
    let difference = ChecklistDifference(from: before, to: newer)
    let touched = difference.touched
    let mine = changes.compactMap { $0.before?.id ?? $0.areaBefore?.id }.filter(touched.contains)
    let count = difference.changes.count { $0.weight != .wording }
    let clash = mine.isEmpty ? "" : mine.joined(separator: ", ")
    main.report(
      "newer-base",
      LocalizedText(
        vi: "đã có \(newer.reference), khác bản gốc ở \(count) chỗ về nội dung"
          + (mine.isEmpty ? "" : "; trong đó có chỗ bảng này đã sửa: \(clash)"),
        en: "there is \(newer.reference), which differs in \(count) things of substance"
          + (mine.isEmpty ? "" : ", among them what this pack changes: \(clash)")),
      severity: .note,
      mend: LocalizedText(
        vi: "xem: soat diff \(before.reference) \(newer.reference) (nêu hai thư mục)",
        en: "see: soat diff \(before.reference) \(newer.reference) (name the two folders)"),
      at: mapping.extended)
  }

  /// The highest later version of a checklist among the packs beside this one, where it loads.
  private func newerBase(than base: Checklist) -> Checklist? {
    var best: (version: [Int], path: String)?
    let current = versionNumbers(base.version)
    for pack in neighbours ?? [] {
      let parts = pack.reference.split(separator: "@", maxSplits: 1)
      guard parts.count == 2, parts[0] == base.id else { continue }
      let version = versionNumbers(String(parts[1]))
      guard current.lexicographicallyPrecedes(version) else { continue }
      if let found = best, !found.version.lexicographicallyPrecedes(version) { continue }
      best = (version, pack.path)
    }
    guard let path = best?.path else { return nil }
    do throws(FileProblem) {
      return try PackLoader.load(path).compiled?.checklist
    } catch {
      return nil
    }
  }

  private func versionNumbers(_ version: String) -> [Int] {
    version.split(separator: ".").map { Int($0) ?? 0 }
  }
}

/// Where a pack names the checklist it extends.
struct BasePlaces {
  let extended: SourceRange
  let digest: (text: String, range: SourceRange)?
}

extension ChecklistDifference {
  /// The checks and areas that differ in more than their wording.
  fileprivate var touched: Set<String> {
    var ids: Set<String> = []
    for change in changes where change.weight != .wording {
      if change.subject.kind == .check || change.subject.kind == .area {
        ids.insert(change.subject.id)
      }
      ids.formUnion(change.checks)
    }
    return ids
  }
}

extension AppliedChange {
  /// What differs, each thing in words; none where nothing does.
  fileprivate var words: [LocalizedText] {
    if before != nil && after == nil || areaBefore != nil && areaAfter == nil {
      return [LocalizedText(vi: "bỏ đi", en: "left out")]
    }
    if let before, let after { return after.differences(from: before).map(\.words) }
    guard let areaBefore, let areaAfter else { return [] }
    var words: [LocalizedText] = []
    if areaBefore.weight != areaAfter.weight {
      words.append(
        .arrow(
          LocalizedText(vi: "trọng số", en: "weight"),
          areaBefore.weight.map { LocalizedText(points: $0) },
          areaAfter.weight.map { LocalizedText(points: $0) }))
    }
    if areaBefore.title != areaAfter.title {
      words.append(
        .arrow(LocalizedText(vi: "tên", en: "title"), areaBefore.title, areaAfter.title))
    }
    return words
  }
}

extension Change {
  /// The difference on its own: `points 15 → 20`.
  fileprivate var words: LocalizedText {
    var name = aspect?.title ?? LocalizedText(same: "")
    if let detail { name = LocalizedText(vi: "\(name.vi) \(detail)", en: "\(name.en) \(detail)") }
    return .arrow(name, before, after)
  }
}

extension LocalizedText {
  fileprivate static func arrow(
    _ name: LocalizedText, _ before: LocalizedText?, _ after: LocalizedText?
  ) -> LocalizedText {
    let before = before ?? .nothing
    let after = after ?? .nothing
    return LocalizedText(
      vi: "\(name.vi) \(before.vi) → \(after.vi)", en: "\(name.en) \(before.en) → \(after.en)")
  }
}
