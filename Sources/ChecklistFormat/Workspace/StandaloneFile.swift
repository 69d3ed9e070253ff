public import Diagnostics

/// A file that is read on its own: a list of units, a round, the settings of a workspace.
public enum StandaloneFile {
  /// What is wrong with such a file; nil where it is of another kind.
  ///
  /// - Throws: ``FileProblem`` where it cannot be read.
  public static func check(
    _ path: String
  ) throws(FileProblem) -> (diagnostics: DiagnosticList, source: SourceText)? {
    let source = SourceText(name: path, bytes: try FileBytes.read(path, limit: YAMLLimits().bytes))
    let kind: FormatFile?
    do throws(YAMLProblem) { kind = FormatFile(try YAMLParser.parse(source)) } catch { return nil }
    switch kind {
    case .units:
      let loaded = try UnitListLoader.load(path)
      return (loaded.diagnostics, loaded.source)
    case .round:
      let loaded = try RoundLoader.load(path)
      return (loaded.diagnostics, loaded.source)
    case .workspace:
      let loaded = try WorkspaceFileLoader.load(path)
      return (loaded.diagnostics, loaded.source)
    default: return nil
    }
  }

  /// Whether a file is a list of units, a round or the settings of a workspace; false where it cannot be
  /// read.
  public static func isOne(_ path: String) -> Bool {
    do throws(FileProblem) { return try check(path) != nil } catch { return false }
  }
}
