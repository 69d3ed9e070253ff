import ChecklistFormat

/// A file to score: named by the user, or found in a folder that may hold others.
struct InputFile: Sendable {
  let path: String
  let isNamed: Bool

  /// The files that arguments stand for, folders opened.
  static func all(_ arguments: [String]) -> [InputFile] {
    arguments.flatMap { argument in
      FileBytes.isFolder(argument)
        ? SubmissionLoader.files(under: argument).map { InputFile(path: $0, isNamed: false) }
        : [InputFile(path: argument, isNamed: true)]
    }
  }
}

/// Files that are loaded together: few enough to hold in memory, all named or all found.
struct InputBatch {
  let paths: [String]
  /// Whether files that are no submissions are passed over.
  let onlySubmissions: Bool

  /// The files in their order, batch by batch.
  static func all(_ files: [InputFile]) -> some Sequence<InputBatch> {
    sequence(state: files[...]) { rest in
      guard let first = rest.first else { return nil }
      let alike = rest.lazy.prefix { $0.isNamed == first.isNamed }.map(\.path)
      let paths = Array(alike.prefix(SubmissionLoader.batchCount(of: alike)))
      rest = rest.dropFirst(paths.count)
      return InputBatch(paths: paths, onlySubmissions: !first.isNamed)
    }
  }
}
