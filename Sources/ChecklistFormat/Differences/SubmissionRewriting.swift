public import Diagnostics
import InspectionCore

/// An answer, a request of the team or a confirmation that the later checklist has no use for.
public struct LostEntry: Hashable, Sendable {
  /// The kinds of entry.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An answer for the inspected period.
    case answer
    /// An answer for an earlier period.
    case earlierAnswer = "earlier-answer"
    /// What the team asked for.
    case request
    /// What a leader confirmed.
    case confirmation
  }

  /// What it is.
  public var kind: Kind
  /// The indicator, or the check.
  public var id: String
  /// Why it is lost.
  public var reason: LocalizedText
}

/// A submission read again by a later checklist: the name of the checklist is rewritten in memory,
/// and what does not fit is left out and listed.
struct SubmissionRewriting {
  let rules: SubmissionRules
  /// The later id of each earlier check that has exactly one.
  let successors: [String: String]
  private(set) var lost: [LostEntry] = []

  /// The submission as the later checklist reads it, or why it cannot be read at all.
  enum Outcome {
    case read(Submission)
    case refused([LocalizedText])
  }

  init(rules: SubmissionRules, successors: [String: String]) {
    self.rules = rules
    self.successors = successors
  }

  mutating func read(_ file: SubmissionFile) -> Outcome {
    guard var root = file.root else { return .refused(file.problem.map { [$0.message] } ?? []) }
    root = renamed(root)
    while true {
      let loaded = SubmissionLoader.load(
        SubmissionFile(
          path: file.path, checklist: rules.reference, isSubmission: file.isSubmission,
          source: file.source, root: root, problem: nil), by: rules)
      if let submission = loaded.submission { return .read(submission) }
      let errors = loaded.diagnostics.all.filter { $0.severity == .error }
      // Each round takes out at least one entry, so that it ends.
      guard let less = without(errors, root) else { return .refused(errors.map(\.message)) }
      root = less
    }
  }

  // MARK: What changes before reading

  private mutating func renamed(_ root: YAMLNode) -> YAMLNode {
    root.mapEntries { key, value in
      switch key {
      case "checklist": YAMLNode(.scalar(rules.reference, .doubleQuoted), range: value.range)
      case "answers": known(value, .answer)
      case "earlier":
        value.mapItems { item in
          item.mapEntries { key, value in
            key == "answers" ? known(value, .earlierAnswer) : value
          }
        }
      case "requests": value.mapItems { moved($0, .request) }
      case "confirmations": value.mapItems { moved($0, .confirmation) }
      default: value
      }
    }
  }

  private mutating func known(_ answers: YAMLNode, _ kind: LostEntry.Kind) -> YAMLNode {
    answers.mapEntries { id, value in
      if rules.positions[id] != nil { return value }
      lost.append(
        LostEntry(
          kind: kind, id: id,
          reason: LocalizedText(
            vi: "bản mới không dùng chỉ tiêu này", en: "the later checklist has no such indicator"))
      )
      return nil
    }
  }

  /// What was said at a check that has another id now; nil where the check is gone.
  private mutating func moved(_ node: YAMLNode, _ kind: LostEntry.Kind) -> YAMLNode? {
    var isLost = false
    let moved = node.mapEntries { key, value in
      guard key == "check", let id = value.scalar?.text else { return value }
      let later = successors[id] ?? id
      if rules.checklist.check(later) == nil {
        isLost = true
        lost.append(
          LostEntry(
            kind: kind, id: id,
            reason: LocalizedText(
              vi: "bản mới không có mục này", en: "the later checklist has no such check")))
      }
      return YAMLNode(.scalar(later, .doubleQuoted), range: value.range)
    }
    return isLost ? nil : moved
  }

  // MARK: What does not fit

  /// The submission without the answers, requests and confirmations that errors point into; nil where an error
  /// points elsewhere only, so that leaving entries out would not help.
  private mutating func without(_ errors: [Diagnostic], _ root: YAMLNode) -> YAMLNode? {
    let before = lost.count
    let less = root.mapEntries { key, value in
      switch key {
      case "answers": fitting(value, errors, .answer)
      case "earlier":
        value.mapItems { item in
          item.mapEntries { key, value in
            key == "answers" ? fitting(value, errors, .earlierAnswer) : value
          }
        }
      case "requests": value.mapItems { fitting($0, at: .request, errors) }
      case "confirmations": value.mapItems { fitting($0, at: .confirmation, errors) }
      default: value
      }
    }
    return lost.count > before ? less : nil
  }

  private mutating func fitting(
    _ answers: YAMLNode, _ errors: [Diagnostic], _ kind: LostEntry.Kind
  ) -> YAMLNode {
    answers.mapEntries { id, value in
      guard let error = errors.first(where: { value.range.holds($0.range) }) else { return value }
      lost.append(LostEntry(kind: kind, id: id, reason: error.message))
      return nil
    }
  }

  private mutating func fitting(
    _ node: YAMLNode, at kind: LostEntry.Kind, _ errors: [Diagnostic]
  ) -> YAMLNode? {
    guard let error = errors.first(where: { node.range.holds($0.range) }) else { return node }
    var id = ""
    _ = node.mapEntries { key, value in
      if key == "check" { id = value.scalar?.text ?? "" }
      return value
    }
    lost.append(LostEntry(kind: kind, id: id, reason: error.message))
    return nil
  }
}

extension SourceRange {
  fileprivate func holds(_ other: SourceRange) -> Bool {
    lower <= other.lower && other.lower < max(upper, lower + 1)
  }
}

extension YAMLNode {
  /// A mapping with other values; an entry for which there is none is left out.
  fileprivate func mapEntries(_ change: (String, YAMLNode) -> YAMLNode?) -> YAMLNode {
    guard case .mapping(let entries) = content else { return self }
    let changed = entries.compactMap { entry -> Entry? in
      guard let key = entry.key.scalar?.text else { return entry }
      return change(key, entry.value).map { Entry(key: entry.key, value: $0) }
    }
    return YAMLNode(.mapping(changed), range: range)
  }

  /// A list with other items; an item for which there is none is left out.
  fileprivate func mapItems(_ change: (YAMLNode) -> YAMLNode?) -> YAMLNode {
    guard case .sequence(let items) = content else { return self }
    return YAMLNode(.sequence(items.compactMap(change)), range: range)
  }
}
