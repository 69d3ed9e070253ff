import Diagnostics
import InspectionCore

/// What became of one of many files.
public enum BatchedSubmission: Sendable {
  /// Read by the checklist it names, with everything that is wrong with it.
  case loaded(LoadedSubmission, by: SubmissionRules)
  /// Opened only: it names none of the checklists given.
  case opened(SubmissionFile)
  /// Not a submission, and only submissions were asked for.
  case other
  /// A file that cannot be read.
  case unreadable(FileProblem)
}

extension SubmissionLoader {
  /// The most files to load at once, enough to keep all threads busy.
  static let batchSize = 256
  /// The most text to load at once, in bytes; what is read from it takes up to twenty times as much.
  static let batchBytes = 8 << 20

  /// How many of the paths, from the first on, to load at once: few enough to hold in memory however
  /// large they are, and at least one where there is any.
  public static func batchCount(of paths: some Sequence<String>) -> Int {
    var count = 0
    var bytes = 0
    for path in paths {
      // A file above the limit is refused unread.
      let size = FileBytes.size(of: path)
      if size <= YAMLLimits().bytes { bytes += size }
      if count > 0, bytes > batchBytes { return count }
      count += 1
      if count == batchSize { return count }
    }
    return count
  }

  /// Loads many files, each by the checklist it names, on several threads.
  ///
  /// All are in memory when this returns: whoever has thousands gives ``batchCount(of:)`` of them at
  /// a time.
  ///
  /// - Parameters:
  ///   - paths: the files.
  ///   - checklists: what submissions are read by, under `id@version`.
  ///   - onlySubmissions: whether to pass over files that are no submissions, as in a folder that
  ///     holds others too.
  ///   - threads: how many threads to use; nil for as many as the machine has cores.
  /// - Returns: what became of each file, in the order of the paths; one that is broken stops none
  ///   of the others.
  public static func load(
    paths: some Collection<String>, for checklists: [String: SubmissionRules],
    onlySubmissions: Bool = false, threads: Int? = nil
  ) -> [BatchedSubmission] {
    load(
      paths: paths, for: checklists, onlySubmissions: onlySubmissions, threads: threads
    ) { $0 }
  }

  /// Loads many files like ``load(paths:for:onlySubmissions:threads:)``, and makes something of each
  /// in the thread that loaded it.
  ///
  /// - Parameter transform: what to make of a file; called on several threads.
  /// - Returns: what was made, in the order of the paths.
  public static func load<Value: Sendable>(
    paths: some Collection<String>, for checklists: [String: SubmissionRules],
    onlySubmissions: Bool = false, threads: Int? = nil,
    _ transform: @Sendable (BatchedSubmission) -> Value
  ) -> [Value] {
    let paths = Array(paths)
    return Threads.map(paths.count, threads: threads ?? Threads.sensible) { index in
      transform(load(paths[index], for: checklists, onlySubmissions: onlySubmissions))
    }
  }

  private static func load(
    _ path: String, for checklists: [String: SubmissionRules], onlySubmissions: Bool
  ) -> BatchedSubmission {
    do throws(FileProblem) {
      let bytes = try FileBytes.read(path, limit: YAMLLimits().bytes)
      if let plain = PlainSubmission.read(bytes, for: checklists) {
        let loaded = LoadedSubmission(plain.submission, path: path, bytes: bytes)
        return .loaded(loaded, by: plain.rules)
      }
      let source = SourceText(name: path, bytes: bytes)
      if onlySubmissions, !mayBeSubmission(source) { return .other }
      let file = open(source)
      if onlySubmissions, !file.isSubmission { return .other }
      guard let rules = file.checklist.flatMap({ checklists[$0] }) else { return .opened(file) }
      return .loaded(load(file, by: rules), by: rules)
    } catch {
      return .unreadable(error)
    }
  }
}
