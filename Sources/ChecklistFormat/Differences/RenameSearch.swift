import Diagnostics
import InspectionCore

/// Finds checks that seem to have got another id: one that is gone and one that is new have the same
/// rule, or the same title.
struct RenameSearch {
  let old: Checklist
  let new: Checklist
  let matching: CheckMatching

  var suggestions: [RenameSuggestion] {
    let earlier = old.checksByID
    let later = new.checksByID
    let gone = matching.groups.filter { $0.now.isEmpty && $0.entries.isEmpty }
      .flatMap(\.was).compactMap { earlier[$0] }
    var come = matching.groups.filter(\.was.isEmpty).flatMap(\.now).compactMap { later[$0] }
    var found: [String: RenameSuggestion] = [:]
    // What speaks loudest is settled first, so that it is not taken by a lesser likeness.
    for likeness in [Likeness.both, .rule, .title] {
      for check in gone where found[check.id] == nil {
        guard let place = come.firstIndex(where: { Likeness(check, $0) == likeness }) else {
          continue
        }
        let now = come.remove(at: place).id
        found[check.id] = RenameSuggestion(was: check.id, now: now, reason: likeness.words)
      }
    }
    return gone.compactMap { found[$0.id] }
  }

  private enum Likeness {
    case both
    case rule
    case title

    init?(_ old: Check, _ new: Check) {
      let sameTitle = old.title.vi == new.title.vi || old.title.en == new.title.en
      let sameRule = CheckComparing(old: old, new: new).hasSameRule
      switch (sameTitle, sameRule) {
      case (true, true): self = .both
      case (false, true): self = .rule
      case (true, false): self = .title
      case (false, false): return nil
      }
    }

    var words: LocalizedText {
      switch self {
      case .both: LocalizedText(vi: "cùng tên, cùng quy tắc", en: "same title and rule")
      case .rule: LocalizedText(vi: "cùng quy tắc", en: "same rule")
      case .title: LocalizedText(vi: "cùng tên", en: "same title")
      }
    }
  }
}
