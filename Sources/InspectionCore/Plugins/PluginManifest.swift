/// How much a plugin may take.
public struct PluginLimits: Hashable, Sendable {
  /// Wall time from a request, or the answer before it, to its answer.
  public var seconds: Int
  /// Processor time of one process, all its requests together.
  public var processorSeconds: Int
  /// Address space of a process, in megabytes.
  public var memory: Int
  /// The longest answer, in kilobytes.
  public var answer: Int
  /// The largest file of evidence, in kilobytes.
  public var evidence: Int

  /// Creates limits.
  public init(
    seconds: Int = 5, processorSeconds: Int = 120, memory: Int = 512, answer: Int = 64,
    evidence: Int = 4096
  ) {
    self.seconds = seconds
    self.processorSeconds = processorSeconds
    self.memory = memory
    self.answer = answer
    self.evidence = evidence
  }
}

/// A plugin as it stands in its folder: the kind it judges, and how a host runs it.
public struct PluginManifest: Hashable, Sendable {
  /// What runs a program.
  public enum Runtime: String, Hashable, Sendable, CaseIterable {
    /// The host's Python 3, isolated.
    case python
    /// The system itself.
    case executable
    /// A WebAssembly runtime with WASI.
    case wasm
  }

  /// A file of its sources.
  public struct SourceFile: Hashable, Sendable {
    /// The path inside the folder.
    public var path: String
    /// Its SHA-256, 64 hexadecimal digits.
    public var digest: String

    /// Creates a file.
    public init(path: String, digest: String) {
      self.path = path
      self.digest = digest
    }
  }

  /// The kind it judges; with the digest of the sources.
  public var kind: ExternalKind
  /// The folder it stands in.
  public var folder: String
  /// What runs it.
  public var runtime: Runtime
  /// The program, inside the folder.
  public var program: String
  /// How much it may take.
  public var limits: PluginLimits
  /// Its sources, sorted by path.
  public var sources: [SourceFile]

  /// Creates a manifest.
  public init(
    kind: ExternalKind, folder: String, runtime: Runtime, program: String,
    limits: PluginLimits = PluginLimits(), sources: [SourceFile] = []
  ) {
    self.kind = kind
    self.folder = folder
    self.runtime = runtime
    self.program = program
    self.limits = limits
    self.sources = sources
  }
}
