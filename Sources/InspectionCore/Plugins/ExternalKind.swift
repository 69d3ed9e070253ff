public import Diagnostics

/// A kind of check that a plugin judges, as the plugin's manifest declares it; with it a checklist is
/// read, linted and assessed on a host that cannot run the plugin.
public struct ExternalKind: Hashable, Sendable {
  /// A parameter, and how much of it a plugin is told.
  public struct Parameter: Hashable, Sendable {
    /// Its name, type and meaning.
    public var description: ParameterDescription
    /// Whether the plugin is asked even where the value is missing or known only as a range.
    public var isOpen: Bool
    /// Whether the answer for the period before is sent too.
    public var readsPrevious: Bool

    /// Creates a parameter.
    public init(
      _ description: ParameterDescription, isOpen: Bool = false, readsPrevious: Bool = false
    ) {
      self.description = description
      self.isOpen = isOpen
      self.readsPrevious = readsPrevious
    }
  }

  /// Files that a plugin reads.
  public struct EvidenceNeed: Hashable, Sendable {
    /// The name under which a submission gives them.
    public var name: String
    /// What they are.
    public var meaning: LocalizedText
    /// The media types it takes; empty for any.
    public var media: [String]
    /// Whether the check is unanswered without one.
    public var isRequired: Bool
    /// The most files.
    public var most: Int
    /// Whether it takes the files of every check.
    public var takesAll: Bool

    /// Creates a need.
    public init(
      name: String, meaning: LocalizedText, media: [String] = [], isRequired: Bool = true,
      most: Int = 1, takesAll: Bool = false
    ) {
      self.name = name
      self.meaning = meaning
      self.media = media
      self.isRequired = isRequired
      self.most = most
      self.takesAll = takesAll
    }

    /// Whether a file is of a type it takes.
    public func takes(_ file: EvidenceFile) -> Bool { media.isEmpty || media.contains(file.media) }
  }

  /// A fact about what is assessed, besides answers.
  public enum Fact: String, Hashable, Sendable, CaseIterable {
    /// The unit's code, level and classes.
    case unit
    /// The inspected period.
    case period
    /// The day of the assessment.
    case day
  }

  /// The plugin's name, which authors write after `kind:`.
  public var id: String
  /// The plugin's version.
  public var version: String
  /// Its name for people.
  public var title: LocalizedText
  /// What it judges.
  public var summary: LocalizedText
  /// Whether it can give a share of the points.
  public var givesPartialCredit: Bool
  /// Its parameters.
  public var parameters: [Parameter]
  /// The files it reads.
  public var evidence: [EvidenceNeed]
  /// The facts it is told.
  public var facts: [Fact]
  /// The digest of its sources, `sha256:…`, as the host found them; empty where it is not known.
  public var digest: String

  /// Creates a kind.
  public init(
    id: String, version: String, title: LocalizedText, summary: LocalizedText,
    givesPartialCredit: Bool = false, parameters: [Parameter] = [],
    evidence: [EvidenceNeed] = [], facts: [Fact] = [.unit, .period], digest: String = ""
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.summary = summary
    self.givesPartialCredit = givesPartialCredit
    self.parameters = parameters
    self.evidence = evidence
    self.facts = facts
    self.digest = digest
  }

  /// The kind as every other one is described. Its examples are files beside its program, since they
  /// take a host to run.
  public var description: KindDescription {
    KindDescription(
      id: id, title: title, summary: summary, parameters: parameters.map { $0.description },
      givesPartialCredit: givesPartialCredit, examples: [])
  }

  /// The files of a name.
  public func evidence(_ name: String) -> EvidenceNeed? {
    for need in evidence where need.name == name { return need }
    return nil
  }
}

extension Checklist {
  /// What a kind that its checks are of is.
  public func kind(_ id: String) -> KindDescription? {
    if let builtIn = CheckKind.builtIn(id) { return builtIn.description }
    for plugin in plugins where plugin.id == id { return plugin.description }
    return nil
  }
}

/// A file that a unit submits as evidence (minh chứng).
public struct EvidenceFile: Hashable, Sendable {
  /// Its id in the submission.
  public var id: String
  /// Its path, from the folder of the submission.
  public var file: String
  /// Its media type, such as `text/csv`.
  public var media: String
  /// The ids of the checks it is for.
  public var checks: [String]
  /// The name that the kind of those checks gives it; nil where the kind names only one.
  public var name: String?
  /// The SHA-256 it must have, 64 hexadecimal digits; nil where any will do.
  public var digest: String?
  /// The id of the document it belongs to.
  public var source: String?

  /// Creates a file.
  public init(
    id: String, file: String, media: String, checks: [String], name: String? = nil,
    digest: String? = nil, source: String? = nil
  ) {
    self.id = id
    self.file = file
    self.media = media
    self.checks = checks
    self.name = name
    self.digest = digest
    self.source = source
  }
}
