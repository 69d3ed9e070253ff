public import CEL
public import Diagnostics

/// A place in a file of evidence.
public struct EvidencePosition: Hashable, Sendable {
  /// The file's id.
  public var evidence: String
  /// The line, from 1.
  public var line: Int?
  /// The row of a table, from 1.
  public var row: Int?
  /// The column, by name or letter.
  public var column: String?
  /// What is to be seen there.
  public var note: LocalizedText?

  /// Creates a position.
  public init(
    evidence: String, line: Int? = nil, row: Int? = nil, column: String? = nil,
    note: LocalizedText? = nil
  ) {
    self.evidence = evidence
    self.line = line
    self.row = row
    self.column = column
    self.note = note
  }
}

/// What a plugin said of one check of one unit, or why it said nothing.
public struct PluginOutcome: Hashable, Sendable {
  /// The digest of a file as it was sent.
  public struct SentFile: Hashable, Sendable {
    /// The file's id.
    public var id: String
    /// Its SHA-256, 64 hexadecimal digits.
    public var digest: String

    /// Creates a record.
    public init(id: String, digest: String) {
      self.id = id
      self.digest = digest
    }
  }

  /// The verdict.
  public var verdict: Verdict
  /// The share of the points, 0 to 1, before the check's own `partial`.
  public var credit: Rational
  /// Why.
  public var reason: LocalizedText
  /// The names of parameters and evidence that the verdict rests on.
  public var used: [String]
  /// Where in the evidence.
  public var positions: [EvidencePosition]
  /// The files it was sent.
  public var files: [SentFile]

  /// Creates an outcome.
  public init(
    _ verdict: Verdict, credit: Rational? = nil, reason: LocalizedText, used: [String] = [],
    positions: [EvidencePosition] = [], files: [SentFile] = []
  ) {
    self.verdict = verdict
    self.credit = credit ?? Rational(verdict == .met ? 1 : 0)
    self.reason = reason
    self.used = used
    self.positions = positions
    self.files = files
  }

  /// The outcome where the plugin gave no answer that counts.
  public static func failed(_ cause: LocalizedText) -> PluginOutcome {
    PluginOutcome(
      .error,
      reason: LocalizedText(
        vi: "Phần kiểm tra bổ sung không cho kết quả: " + cause.vi,
        en: "The plugin gave no result: " + cause.en))
  }

  /// What it means for its check. The plugin's own words are nobody's figures, so that an audience
  /// for whom nobody has read them is not told them.
  func judgement(of kind: ExternalKind) -> Judgement {
    var parts: [ReasonPart] = []
    if verdict == .error {
      parts.append(.text(reason))
    } else {
      parts.append(
        .text(
          LocalizedText(vi: "Theo \"\(kind.title.vi)\"", en: "According to \"\(kind.title.en)\"")))
      parts.append(.remark(LocalizedText(vi: ": ", en: ": ") + reason, indicator: ""))
    }
    return Judgement(verdict, credit: credit, reason: Reason(parts))
  }
}

/// One plugin as it ran for an assessment.
public struct PluginRecord: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its version.
  public var version: String
  /// The digest of its sources, `sha256:…`.
  public var digest: String
  /// The digest of the program that ran; nil where none did.
  public var program: String?
  /// The bounds that held.
  public var held: [String]
  /// The bounds that this host could not hold.
  public var unheld: [String]
  /// How often it had to be started again.
  public var restarts: Int
  /// What it wrote on standard error, as far as it was kept.
  public var log: String

  /// Creates a record.
  public init(
    name: String, version: String, digest: String, program: String? = nil, held: [String] = [],
    unheld: [String] = [], restarts: Int = 0, log: String = ""
  ) {
    self.name = name
    self.version = version
    self.digest = digest
    self.program = program
    self.held = held
    self.unheld = unheld
    self.restarts = restarts
    self.log = log
  }
}
