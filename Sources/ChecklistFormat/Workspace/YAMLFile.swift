import Diagnostics

/// A file that one reader reads whole, or what is wrong with it.
struct LoadedYAML<Value: Sendable>: Sendable {
  let value: Value?
  let diagnostics: DiagnosticList
  let source: SourceText
}

/// Reads a file with one reader; the value is nil where there are errors.
///
/// - Throws: ``FileProblem`` where the file cannot be read.
func loadYAML<Value: Sendable>(
  _ path: String, _ read: (FileReader, YAMLNode) -> Value?
) throws(FileProblem) -> LoadedYAML<Value> {
  let limits = YAMLLimits()
  let source = SourceText(name: path, bytes: try FileBytes.read(path, limit: limits.bytes))
  let reader = FileReader(source)
  var value: Value?
  do throws(YAMLProblem) {
    value = read(reader, try YAMLParser.parse(source, limits: limits))
  } catch {
    reader.report(error.diagnostic)
  }
  return LoadedYAML(
    value: reader.log.hasErrors ? nil : value, diagnostics: reader.diagnostics, source: source)
}
