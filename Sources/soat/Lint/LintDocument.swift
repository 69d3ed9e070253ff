import Diagnostics
import JSON

extension LintReport {
  /// The report as JSON; Documentation/lint.schema.json says what stands where.
  var json: String {
    var found: [JSONValue] = []
    for part in parts {
      for diagnostic in part.diagnostics.all {
        found.append(object(of: diagnostic, in: part.sources[diagnostic.source]))
      }
    }
    let document: JSONValue = [
      "soatLint": "1", "version": .string(SoatVersion.text),
      "files": filesRead.count.json, "errors": count(.error).json,
      "warnings": count(.warning).json, "notes": count(.note).json,
      "leftOut": leftOut.json, "unchecked": unchecked.json, "diagnostics": .array(found),
    ]
    return String(decoding: JSONWriter.pretty(document), as: UTF8.self)
  }

  private func object(of diagnostic: Diagnostic, in source: SourceText?) -> JSONValue {
    let region = Region(diagnostic.range, in: source)
    return [
      "file": .string(diagnostic.source), "line": region.start.line.json,
      "column": region.start.column.json, "endLine": region.end.line.json,
      "endColumn": region.end.column.json, "severity": .string(diagnostic.severity.rawValue),
      "code": .string(diagnostic.code), "message": .string(diagnostic.message[language]),
      "mend": diagnostic.mend.map { .string($0[language]) } ?? .null,
      "language": .string(language.rawValue),
    ]
  }
}

/// Where a diagnostic begins and, just past its last character, ends.
struct Region {
  let start: SourcePosition
  let end: SourcePosition

  init(_ range: SourceRange, in source: SourceText?) {
    let first = SourcePosition(line: 1, column: 1)
    start = source?.position(at: range.lower) ?? first
    end = source?.position(at: range.upper) ?? first
  }
}

extension Int {
  /// The number as JSON has it.
  var json: JSONValue { .integer(Int64(self)) }
}
