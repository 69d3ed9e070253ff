public import Diagnostics

/// A submission with the place it came from, by which people find it: a file's path.
public struct RollUpInput: Sendable {
  /// The submission.
  public var submission: Submission
  /// Where it came from.
  public var origin: String

  /// Creates an input.
  public init(_ submission: Submission, origin: String) {
    self.submission = submission
    self.origin = origin
  }
}

/// The child units that should have reported.
public enum ExpectedUnits: Hashable, Sendable {
  /// Those that did: whoever asks says that there are no others.
  case given
  /// So many, whose names are not known.
  case count(Int)
  /// These.
  case listed([InspectedUnit])
}

/// What is to be rolled up.
public struct RollUpRequest: Sendable {
  /// The submissions of the child units.
  public var children: [RollUpInput]
  /// The checklist they answer.
  public var checklist: CompiledChecklist
  /// Who should have reported.
  public var expected: ExpectedUnits
  /// The parent's own submission, to be set beside the sums.
  public var parent: RollUpInput?
  /// The checklist of the parent, whose indicators are filled; the children's own where the parent
  /// has none.
  public var target: CompiledChecklist
  /// The unit above the children, where it is known without a submission of its own.
  public var over: InspectedUnit?

  /// Creates a request.
  public init(
    children: [RollUpInput], checklist: CompiledChecklist, expected: ExpectedUnits = .given,
    parent: RollUpInput? = nil, target: CompiledChecklist? = nil, over: InspectedUnit? = nil
  ) {
    self.children = children
    self.checklist = checklist
    self.expected = expected
    self.parent = parent
    self.target = target ?? checklist
    self.over = over
  }

  /// Whether the parent's figures are those of another checklist, with indicators of its own.
  var crossesLevels: Bool { target.checklist.reference != checklist.checklist.reference }
}

/// Why submissions cannot be rolled up.
public struct RollUpProblem: Hashable, Sendable {
  /// What is wrong, and where.
  public var message: LocalizedText
  /// What mends it.
  public var mend: LocalizedText
}

/// Everything that stands against a roll-up.
public struct RollUpRefusal: Error, Sendable {
  /// The problems; at least one.
  public var problems: [RollUpProblem]
}
