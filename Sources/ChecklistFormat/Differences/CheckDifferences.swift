import CEL
import Diagnostics
package import InspectionCore

extension Check {
  /// What differs from the check as it was, each thing once; ids and areas are not compared.
  package func differences(from old: Check) -> [Change] {
    CheckComparing(old: old, new: self).changes
  }
}

/// Compares two versions of one check. What they inherit from their checklists counts where those
/// are known: a limit that repeats the default of its severity is no change.
struct CheckComparing {
  let old: Check
  let new: Check
  var oldChecklist: Checklist?
  var newChecklist: Checklist?
  /// The citations of each checklist by id.
  var oldCitations: [String: Citation] = [:]
  var newCitations: [String: Citation] = [:]

  init(old: Check, new: Check) {
    self.old = old
    self.new = new
  }

  var changes: [Change] {
    var log = ChangeLog(ChangeSubject(.check, new.id, title: new.title))
    compareRule(&log)
    compareScoring(&log)
    compareApplicability(&log)
    compareFollowUp(&log)
    log.compare(.title, .wording, old.title, new.title) { $0 }
    log.compare(.evidence, .wording, old.evidence, new.evidence) { .joined($0) }
    log.compare(.guidance, .wording, old.guidance, new.guidance) { $0 ?? .nothing }
    return log.changes
  }

  private func compareScoring(_ log: inout ChangeLog) {
    log.compare(.points, .judgement, old.points, new.points) { LocalizedText(points: $0) }
    log.compare(.partial, .judgement, old.partial, new.partial) { $0.words }
    guard old.notApplicable != new.notApplicable else { return }
    let before = old.notApplicable ?? oldChecklist?.scoring.notApplicable
    let after = new.notApplicable ?? newChecklist?.scoring.notApplicable
    log.compare(.notApplicable, .judgement, before, after) {
      $0?.words ?? LocalizedText(vi: "theo bảng kiểm", en: "as the checklist has it")
    }
  }

  private func compareApplicability(_ log: inout ChangeLog) {
    log.compare(.checkClass, .judgement, old.checkClass, new.checkClass) { $0.title }
    compareCitations(&log)
    log.compare(
      .effective, .judgement, [old.effectiveFrom, old.effectiveTo],
      [new.effectiveFrom, new.effectiveTo]
    ) { .days($0[0], $0[1]) }
    let before = old.condition.map { RuleMeaning($0) }
    let after = new.condition.map { RuleMeaning($0) }
    switch (before, after) {
    case (nil, nil): return
    case (let before?, let after?) where before.isSame(as: after): return
    default:
      log.note(.condition, .judgement, conditionWords(before), conditionWords(after))
    }
  }

  private func conditionWords(_ condition: RuleMeaning?) -> LocalizedText {
    condition.map { LocalizedText(same: $0.text) }
      ?? LocalizedText(vi: "luôn áp dụng", en: "always applies")
  }

  private func compareFollowUp(_ log: inout ChangeLog) {
    log.compare(.severity, .followUp, old.severity, new.severity) { $0.title }
    if old.remedy.within != new.remedy.within {
      let before = oldChecklist?.policies.limit(of: old) ?? old.remedy.within
      let after = newChecklist?.policies.limit(of: new) ?? new.remedy.within
      log.compare(.deadline, .followUp, before, after) { limit in
        limit?.text ?? LocalizedText(vi: "không đặt", en: "none set")
      }
    }
    log.compare(.remedy, .followUp, old.remedy.text, new.remedy.text) { $0 ?? .nothing }
  }

  // MARK: The rule

  /// Whether kind and parameters say the same.
  var hasSameRule: Bool {
    guard old.kind == new.kind else { return false }
    var log = ChangeLog(ChangeSubject(.check, new.id))
    compareRule(&log)
    return log.changes.isEmpty
  }

  private func compareRule(_ log: inout ChangeLog) {
    guard old.kind == new.kind else {
      return log.note(.rule, .judgement, old.ruleWords, new.ruleWords)
    }
    let plugins = [oldChecklist, newChecklist].map { checklist in
      checklist?.plugins.first { $0.id == new.kind }
    }
    if plugins[0]?.digest != plugins[1]?.digest {
      log.note(.rule, .judgement, plugins[0].words, plugins[1].words)
    }
    let kind = CheckKind.builtIn(new.kind)?.description ?? plugins[1]?.description
    var isDone: Set<String> = []
    let names = Set(old.parameters.keys).union(new.parameters.keys)
    for name in (kind?.parameters.map(\.name) ?? []) + names.sorted()
    where names.contains(name) && isDone.insert(name).inserted {
      let described = kind?.parameter(name)
      if let group = described?.group {
        // Exactly one of a group is given; another one in its place is one change.
        let members = kind?.parameters.filter { $0.group == group }.map(\.name) ?? []
        isDone.formUnion(members)
        let before = members.first { old.parameters[$0] != nil }
        let after = members.first { new.parameters[$0] != nil }
        guard before == after else {
          log.note(.rule, .judgement, words(old, before), words(new, after))
          continue
        }
        compareParameter(before ?? name, described, &log)
      } else {
        compareParameter(name, described, &log)
      }
    }
  }

  private func words(_ check: Check, _ name: String?) -> LocalizedText {
    guard let name, let value = check.parameters[name] else { return .nothing }
    return .labelled(name, value.words)
  }

  private func compareParameter(
    _ name: String, _ described: ParameterDescription?, _ log: inout ChangeLog
  ) {
    let before = old.parameters[name] ?? described?.fallback
    let after = new.parameters[name] ?? described?.fallback
    if let before, let after, before.isSame(as: after, isSet: described?.isSet ?? false) { return }
    guard before != nil || after != nil else { return }
    let isRule = new.kind == CheckKind.ruleID
    log.note(
      isRule ? .rule : .parameter, .judgement, before?.words ?? .nothing,
      after?.words ?? .nothing, detail: isRule ? nil : name)
  }

  // MARK: Citations

  /// On checks that need a document in force, another stretch of force is another applicability;
  /// otherwise a citation only informs.
  private func compareCitations(_ log: inout ChangeLog) {
    guard Set(old.cites) != Set(new.cites) else { return }
    let needsForce = old.checkClass.needsForce || new.checkClass.needsForce
    let isSame =
      Set(old.cites.map(\.citation)) == Set(new.cites.map(\.citation))
      || (oldChecklist != nil && newChecklist != nil
        && ForceSpans(old.cites, in: oldCitations) == ForceSpans(new.cites, in: newCitations))
    log.note(
      .citations, needsForce && !isSame ? .judgement : .wording,
      .joined(old.cites.map { LocalizedText(same: $0.text) }, ", "),
      .joined(new.cites.map { LocalizedText(same: $0.text) }, ", "))
  }
}

/// The days on which some of several documents was in force.
struct ForceSpans: Equatable {
  private var spans: [ClosedRange<Int>] = []
  /// Whether no document is cited, so that force does not matter.
  private let isFree: Bool

  init(_ references: [CitationReference], in citations: [String: Citation]) {
    let cited = references.compactMap { citations[$0.citation] }
    isFree = cited.isEmpty
    let single = cited.compactMap { citation -> ClosedRange<Int>? in
      let from = citation.inForceFrom.daysSinceEpoch
      let to = citation.inForceTo?.daysSinceEpoch ?? Int.max - 1
      return from <= to ? from...to : nil
    }
    for span in single.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = spans.last, span.lowerBound <= last.upperBound + 1 {
        spans[spans.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        spans.append(span)
      }
    }
  }
}

extension ExternalKind? {
  /// The plugin as a difference names it: a digest tells apart what versions do not.
  fileprivate var words: LocalizedText {
    guard let kind = self else { return .nothing }
    return LocalizedText(same: "\(kind.id) \(kind.version) (\(kind.digest.prefix(19))…)")
  }
}

extension ParameterDescription {
  /// Whether the order of the values says nothing.
  fileprivate var isSet: Bool {
    switch type {
    case .figures, .indicators: true
    case .figure, .rule, .rowRule, .indicator, .day, .limit, .shares, .choice, .text, .texts:
      false
    }
  }

  /// What a choice that may be left out stands for then: the first of its words.
  fileprivate var fallback: ParameterValue? {
    guard case .choice(let words) = type, !isRequired, group == nil, let first = words.first else {
      return nil
    }
    return .name(first)
  }
}
