import CEL
import Diagnostics
import InspectionCore

/// Compares how two checklists make scores and grades of verdicts.
struct ScoringComparing {
  let old: ScoringRules
  let new: ScoringRules
  /// The checklist as a subject.
  let checklist: ChangeSubject
  /// The later id of each check of the earlier checklist that has one successor.
  let successors: [String: String]
  /// The later id of each area that only got another one.
  let areaSuccessors: [String: String]

  var changes: [Change] {
    var log = ChangeLog(checklist)
    log.compare(.mode, .judgement, old.mode, new.mode) { $0.words }
    log.compare(.total, .wording, old.total, new.total) {
      $0.map { LocalizedText(points: $0) } ?? LocalizedText(vi: "tùy ý", en: "any")
    }
    log.compare(.completeness, .judgement, old.minimumCompleteness, new.minimumCompleteness) {
      LocalizedText($0, .percent)
    }
    log.compare(.notApplicable, .judgement, old.notApplicable, new.notApplicable) { $0.words }
    return log.changes + bands + limits(.gate, old.gates, new.gates)
      + limits(.cap, old.caps, new.caps) + zeroLimits
  }

  private func title(_ grade: String, _ rules: ScoringRules) -> LocalizedText {
    rules.bands.first { $0.id == grade }?.title ?? LocalizedText(same: grade)
  }

  // MARK: Bands

  private var bands: [Change] {
    Matched(old.bands, new.bands, by: \.id).changes { band, _ in
      WholeSubject(
        ChangeSubject(.band, band.id, title: band.title), .judgement,
        .labelled(LocalizedText(vi: "từ", en: "from"), LocalizedText(band.from, .percent)))
    } compare: { before, after in
      var log = ChangeLog(ChangeSubject(.band, after.id, title: after.title))
      log.compare(.threshold, .judgement, before.from, after.from) { LocalizedText($0, .percent) }
      log.compare(.classThreshold, .judgement, before.fromByClass, after.fromByClass) { classes in
        .joined(classes.map { .labelled($0.unitClass, LocalizedText($0.from, .percent)) })
      }
      log.compare(.title, .wording, before.title, after.title) { $0 }
      return log.changes
    }
  }

  // MARK: Gates and caps

  private func limits(
    _ kind: ChangeSubject.Kind, _ old: [GradeLimit], _ new: [GradeLimit]
  ) -> [Change] {
    let moved = old.map { GradeLimit(check: successors[$0.check] ?? $0.check, grade: $0.grade) }
    return Matched(moved, new, by: \.check).changes { limit, isOld in
      WholeSubject(
        ChangeSubject(kind, limit.check), .judgement,
        title(limit.grade, isOld ? self.old : self.new))
    } compare: { before, after in
      var log = ChangeLog(ChangeSubject(kind, after.check))
      if before.grade != after.grade {
        log.note(
          .grade, .judgement, title(before.grade, self.old), title(after.grade, self.new))
      }
      return log.changes
    }
  }

  private var zeroLimits: [Change] {
    let moved = old.zeroLimits.map { limit in
      let later = limit.subject == .checks ? successors : areaSuccessors
      return ZeroLimit(
        subject: limit.subject, ids: limit.ids.map { later[$0] ?? $0 }, grade: limit.grade)
    }
    return Matched(moved, new.zeroLimits, by: \.scope).changes { limit, isOld in
      WholeSubject(
        ChangeSubject(.zeroLimit, limit.scope), .judgement, title(limit.grade, isOld ? old : new))
    } compare: { before, after in
      var log = ChangeLog(ChangeSubject(.zeroLimit, after.scope))
      if before.grade != after.grade {
        log.note(.grade, .judgement, title(before.grade, old), title(after.grade, new))
      }
      return log.changes
    }
  }
}

extension ZeroLimit {
  /// What it looks at, as one word.
  fileprivate var scope: String {
    subject.rawValue + (ids.isEmpty ? "" : ":" + ids.sorted().joined(separator: ","))
  }
}
