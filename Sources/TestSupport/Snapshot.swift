public import Foundation
public import Testing

/// The folder of the package, found from this file's own place in it.
public let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Compares a whole output with a committed file, or writes the file where `RECORD=1` is set.
///
/// - Parameters:
///   - actual: what the code produced.
///   - path: the golden file, relative to the package.
public func expectSnapshot(
  _ actual: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = packageRoot.appending(path: path)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: file)
    return
  }
  guard let data = FileManager.default.contents(atPath: file.path) else {
    Issue.record("\(path) is missing; record it with RECORD=1", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard actual != expected else { return }
  Issue.record(
    "\(path) differs; renew it with RECORD=1\n\(firstDifference(expected, actual))",
    sourceLocation: sourceLocation)
}

/// The first line in which two texts differ, with both versions.
public func firstDifference(_ expected: String, _ actual: String) -> String {
  let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
  for index in 0..<max(expectedLines.count, actualLines.count) {
    let left = index < expectedLines.count ? String(expectedLines[index]) : "(end)"
    let right = index < actualLines.count ? String(actualLines[index]) : "(end)"
    if left != right { return "line \(index + 1)\n- \(left)\n+ \(right)" }
  }
  return "the texts are equal"
}
