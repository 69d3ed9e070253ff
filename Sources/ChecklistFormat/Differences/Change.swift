public import Diagnostics

/// What a change is about.
public struct ChangeSubject: Hashable, Sendable {
  /// The kinds of subject.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The checklist itself, its scoring included.
    case checklist
    /// An area.
    case area
    /// A check.
    case check
    /// A grade with the score it begins at.
    case band
    /// A check without which the grade is limited or withheld.
    case gate
    /// A check that limits the grade.
    case cap
    /// What must not earn zero.
    case zeroLimit = "zero-limit"
    /// An indicator.
    case indicator
    /// A target of a programme.
    case target
    /// A document of law or guidance.
    case citation
    /// A class of units.
    case unitClass = "unit-class"
    /// A part that an inspection may confine itself to.
    case theme
    /// A recurring period.
    case period
    /// The calendar that deadlines are counted by.
    case calendar
    /// How what is found is followed up.
    case policy
  }

  /// What it is.
  public var kind: Kind
  /// Its id in the later checklist, or in the earlier one where it is gone.
  public var id: String
  /// What it is called.
  public var title: LocalizedText?

  /// Creates a subject.
  public init(_ kind: Kind, _ id: String, title: LocalizedText? = nil) {
    self.kind = kind
    self.id = id
    self.title = title
  }
}

/// What became of a subject.
public enum ChangeKind: String, Hashable, Sendable, CaseIterable {
  /// The later checklist has it alone.
  case added
  /// The earlier checklist has it alone.
  case removed
  /// It has another id.
  case renamed
  /// Several took its place.
  case split
  /// It took the place of several.
  case merged
  /// Something about it differs.
  case changed
}

/// How far a change reaches.
public enum ChangeWeight: String, Hashable, Sendable, CaseIterable {
  /// Verdicts, points or grades can differ.
  case judgement
  /// Deadlines, severities, remedies or identities that follow-up goes by can differ.
  case followUp = "follow-up"
  /// Only what people read differs.
  case wording
}

/// One difference between two checklists.
public struct Change: Hashable, Sendable {
  /// What it is about.
  public var subject: ChangeSubject
  /// What became of it.
  public var kind: ChangeKind
  /// What about it differs; nil where it was added or removed as a whole.
  public var aspect: ChangeAspect?
  /// Which of several of that aspect: a parameter's name, a severity.
  public var detail: String?
  /// How it was, in the words of an official.
  public var before: LocalizedText?
  /// How it is.
  public var after: LocalizedText?
  /// How far it reaches.
  public var weight: ChangeWeight
  /// The checks whose verdicts can differ by it, where it is not about a check itself.
  public var checks: [String]

  /// Creates a change.
  public init(
    _ subject: ChangeSubject, _ kind: ChangeKind, _ aspect: ChangeAspect? = nil,
    detail: String? = nil, before: LocalizedText? = nil, after: LocalizedText? = nil,
    weight: ChangeWeight, checks: [String] = []
  ) {
    self.subject = subject
    self.kind = kind
    self.aspect = aspect
    self.detail = detail
    self.before = before
    self.after = after
    self.weight = weight
    self.checks = checks
  }
}

/// Collects the changes of one subject, field by field.
struct ChangeLog {
  let subject: ChangeSubject
  private(set) var changes: [Change] = []

  init(_ subject: ChangeSubject) {
    self.subject = subject
  }

  /// Notes a value that differs.
  mutating func compare<Value: Equatable>(
    _ aspect: ChangeAspect, _ weight: ChangeWeight, _ before: Value, _ after: Value,
    detail: String? = nil, checks: [String] = [], _ words: (Value) -> LocalizedText?
  ) {
    guard before != after else { return }
    note(aspect, weight, words(before), words(after), detail: detail, checks: checks)
  }

  /// Notes a difference.
  mutating func note(
    _ aspect: ChangeAspect, _ weight: ChangeWeight, _ before: LocalizedText?,
    _ after: LocalizedText?, detail: String? = nil, checks: [String] = []
  ) {
    changes.append(
      Change(
        subject, .changed, aspect, detail: detail, before: before, after: after, weight: weight,
        checks: checks))
  }
}
