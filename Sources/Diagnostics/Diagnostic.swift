/// How grave a diagnostic is.
public enum Severity: String, Hashable, Sendable, Comparable {
  /// Something to know; nothing is wrong.
  case note
  /// Works, but is probably not what was meant.
  case warning
  /// Cannot be used as it stands.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Orders by gravity, notes first.
  public static func < (first: Severity, second: Severity) -> Bool { first.rank < second.rank }
}

/// What is wrong, where, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
  /// How grave it is.
  public var severity: Severity
  /// A stable identifier in kebab case, such as `unknown-key`; `soat lint --explain` takes it.
  public var code: String
  /// What is wrong, in one sentence without a final full stop.
  public var message: LocalizedText
  /// How to mend it, where that can be said.
  public var mend: LocalizedText?
  /// The name of the source text it points into.
  public var source: String
  /// The bytes of that text it points at.
  public var range: SourceRange

  /// Creates a diagnostic.
  public init(
    _ severity: Severity = .error, code: String, message: LocalizedText,
    mend: LocalizedText? = nil, source: String, range: SourceRange
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.mend = mend
    self.source = source
    self.range = range
  }
}

/// All that one pass found, with a cap, so that a hopeless file does not drown its first mistake.
public struct DiagnosticList: Sendable {
  /// The diagnostics kept, in the order they were reported.
  public private(set) var all: [Diagnostic] = []
  /// How many were left out because the cap was reached.
  public private(set) var leftOut = 0
  /// The number of errors, those left out included.
  public private(set) var errorCount = 0
  private let cap: Int

  /// Creates an empty list that keeps at most `cap` diagnostics.
  public init(cap: Int = 100) {
    self.cap = cap
  }

  /// Whether anything found makes the input unusable.
  public var hasErrors: Bool { errorCount > 0 }

  /// Adds a diagnostic, once.
  public mutating func report(_ diagnostic: Diagnostic) {
    // At most `cap` comparisons, of places first, which are seldom the same: a hash table of diagnostics would weigh on the browser's build.
    guard !all.contains(where: { $0.range == diagnostic.range && $0 == diagnostic }) else { return }
    if diagnostic.severity == .error { errorCount += 1 }
    guard all.count < cap else {
      leftOut += 1
      return
    }
    all.append(diagnostic)
  }

  /// Counts diagnostics that were found but are not kept.
  public mutating func leaveOut(_ count: Int, _ severity: Severity) {
    leftOut += count
    if severity == .error { errorCount += count }
  }
}
