import Foundation
import TestSupport
import Testing

/// A folder in which the commands of a page are run, one after the other.
final class WorkspaceWalk {
  let folder: URL
  private var environment: [String: String] = [:]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "Checklists"),
      withDestinationURL: packageRoot.appending(path: "Checklists"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs a line of the shell; `export` is kept for the lines that follow.
  func run(
    _ line: String, environment more: [String: String] = [:]
  ) throws -> Command.Result? {
    if line.hasPrefix("export ") {
      for pair in line.dropFirst(7).split(separator: " ") {
        let parts = pair.split(separator: "=", maxSplits: 1).map { String($0) }
        environment[parts[0]] = parts[1]
      }
      return nil
    }
    try #require(line.hasPrefix("soat "), "\(line)")
    return try Command.run(
      URL(filePath: "/bin/sh"), ["-c", "\"$SOAT\" " + line.dropFirst(5)], in: folder,
      environment: environment.merging(["SOAT": Command.binary.path]) { $1 }.merging(more) { $1 })
  }

  /// Runs a line that must end well, and gives what it prints.
  @discardableResult
  func well(_ line: String) throws -> String {
    guard let result = try run(line) else { return "" }
    #expect(result.status == 0, "\(line): \(result.errors)")
    return result.output
  }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }
}
