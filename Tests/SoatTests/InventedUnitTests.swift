import Foundation
import JSON
import TestSupport
import Testing

@Suite("The invented units are what their script writes, and score as recorded")
struct InventedUnitTests {
  private static let folder = "Checklists/invented"

  @Test("The script writes the shipped files, byte for byte")
  func generated() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let script = packageRoot.appending(path: "Scripts/generate-invented-units")
    let result = try Command.run(script, [scratch.path])
    #expect(result.status == 0, "\(result.errors)")
    let shipped = packageRoot.appending(path: Self.folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: shipped.path).sorted()
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == names)
    for name in names {
      let isSame = FileManager.default.contentsEqual(
        atPath: shipped.appending(path: name).path, andPath: scratch.appending(path: name).path)
      #expect(isSame, "\(name) differs; run Scripts/generate-invented-units")
    }
  }

  @Test("Points, grades and every verdict stay as recorded")
  func golden() throws {
    let result = try Command.soat([
      "score", "--as-of", "2026-03-02", "--format", "jsonl", "--lang", "en", "--submission",
      Self.folder,
    ])
    #expect(result.status == 0, "\(result.errors)")
    let lines = try result.output.split(separator: "\n").map {
      try line(of: JSONReader.read(Array($0.utf8)))
    }
    try expectSnapshot(
      Self.legend + lines.joined(separator: "\n") + "\n",
      at: "Tests/SoatTests/Golden/invented-units.txt")
  }

  private static let legend = """
    Each unit: points, grade, what limits it, and its checks by verdict.

    """

  private func line(of document: JSONValue) throws -> String {
    let score = try #require(document["score"])
    var lines = ["", document["submission"]?.stringValue ?? "?"]
    let grade = score["grade"]?.stringValue ?? "no grade"
    lines.append(
      "  \(score["points"]?.stringValue ?? "?") of \(score["of"]?.stringValue ?? "?") · \(grade)")
    for kind in ["gates", "caps", "zeroLimits"] {
      for limit in score[kind]?.arrayValue ?? [] where limit["state"] != "passed" {
        let subject = limit["check"]?.stringValue ?? limit["id"]?.stringValue ?? "?"
        lines.append("  \(kind): \(subject) \(limit["state"]?.stringValue ?? "?")")
      }
    }
    let checks = (document["areas"]?.arrayValue ?? []).flatMap { $0["checks"]?.arrayValue ?? [] }
    for verdict in ["met", "partial", "unmet", "not_applicable", "unanswered", "error"] {
      let ids = checks.filter { $0["verdict"]?.stringValue == verdict }
        .compactMap { $0["id"]?.stringValue }
      if !ids.isEmpty { lines.append("  \(verdict): \(ids.joined(separator: " "))") }
    }
    return lines.joined(separator: "\n")
  }
}
