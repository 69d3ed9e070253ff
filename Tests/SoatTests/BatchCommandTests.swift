import Foundation
import JSON
import TestSupport
import Testing

@Suite("Many submissions are scored in one call, and a broken one stops none of the others")
final class BatchCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  private static let examples = "Checklists/examples"

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func score(_ arguments: String...) throws -> Command.Result {
    try Command.soat(["score", "--as-of", goldenDay] + arguments)
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// A worked submission with its name changed, `count` times.
  private func copies(_ count: Int, name: String = "Xã") throws {
    let file = packageRoot.appending(path: "\(Self.examples)/dai-dong-2024.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    for number in 0..<count {
      try write(
        "copy-\(1000 + number).yaml",
        text.replacing("\"Xã Đại Đồng\"", with: "\"\(name) \(number)\""))
    }
  }

  @Test("Each full line of jsonl is the document that --format json gives, in the files' order")
  func fullLines() throws {
    let all = try score("--format", "json", "--submission", Self.examples)
    let lines = try score("--format", "jsonl", "--full", "--submission", Self.examples)
    #expect(all.status == 0 && lines.status == 0, "\(lines.errors)")
    let documents = try JSONReader.read(Array(all.output.utf8)).arrayValue ?? []
    let read = try lines.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    #expect(read.count == 5)
    #expect(
      read.map { JSONWriter.canonical($0) } == documents.map { JSONWriter.canonical($0) })
  }

  @Test(
    "A line of jsonl has the verdicts, points and reasons of the document, and nothing of its sources"
  )
  func lines() throws {
    for audience in ["team", "public"] {
      let arguments = ["--audience", audience, "--submission", Self.examples]
      let full = try documents(["--full"] + arguments)
      let lines = try documents(arguments)
      #expect(lines.count == full.count && lines.count >= 5)
      for (line, whole) in zip(lines, full) {
        for key in ["submission", "unit", "verdicts", "completeness", "requests"] {
          #expect(line[key] == whole[key], "\(key)")
        }
        #expect(line["score"]?["points"] == whole["score"]?["points"])
        let pairs = zip(checks(line), checks(whole))
        for (check, other) in pairs {
          for key in ["id", "verdict", "points", "of", "reason"] {
            #expect(check[key] == other[key])
          }
          #expect(check["title"] == nil && check["citations"] == nil && check["inputs"] == nil)
        }
        #expect(line["answers"] == nil)
        let due = line["deficiencies"]?.arrayValue?.map { $0["due"] }
        #expect(due == whole["deficiencies"]?.arrayValue?.map { $0["due"] })
      }
    }
  }

  private func documents(_ arguments: [String]) throws -> [JSONValue] {
    let result = try Command.soat(
      ["score", "--as-of", goldenDay, "--format", "jsonl"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return try result.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
  }

  private func checks(_ document: JSONValue) -> [JSONValue] {
    (document["areas"]?.arrayValue ?? []).flatMap { $0["checks"]?.arrayValue ?? [] }
  }

  @Test("Several hundred files give as many rows, whatever the number of threads made of them")
  func rows() throws {
    try copies(600)
    let result = try score("--format", "csv", "--lang", "en", "--submission", folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.output.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    #expect(rows.count == 601)
    #expect(rows[0].hasPrefix("\u{FEFF}File,Unit code,Unit,"))
    for (number, row) in rows.dropFirst().enumerated() {
      let cells = row.components(separatedBy: ",")
      #expect(cells.count == 18 && cells[2] == "Xã \(number)", "\(row)")
      #expect(cells[7] == "1.58", "\(row)")
    }
    #expect(result.errors.isEmpty)
  }

  @Test("Broken files are told of at the end, the rest is scored, and the exit code says so")
  func broken() throws {
    try copies(3)
    try write("copy-1001a.yaml", "submission: [")
    try write("copy-1001b.yaml", "submission: x\nchecklist: nowhere@1\n")
    try write("area.yaml", "area: { id: a }\nchecks: []\n")
    let result = try score("--format", "table", "--lang", "en", "--submission", folder.path)
    #expect(result.status == 1)
    #expect(result.output.split(separator: "\n").count == 4)
    #expect(result.errors.contains("[yaml-syntax]"))
    #expect(result.errors.contains("[unknown-checklist]"))
    #expect(result.errors.hasSuffix("scored 3 submissions; 2 files with errors were not scored\n"))
  }

  @Test("Nothing to score is no success, and a missing file is told of")
  func nothing() throws {
    #expect(try score("--format", "csv", "--submission", folder.path).status == 1)
    let missing = try score(
      "--format", "csv", "--submission", folder.appending(path: "none.yaml").path)
    #expect(missing.status == 3)
  }

  @Test(
    "A name that begins like a formula stays text, and one with quotes and separators is quoted")
  func injection() throws {
    try copies(1, name: #"=HYPERLINK(\"x\");1"#)
    let result = try score("--format", "csv", "--submission", folder.path)
    #expect(
      result.output.contains(#"dai-dong;"'=HYPERLINK(""x"");1 0";commune;"#), "\(result.output)")
  }

  @Test("A file of results appears whole or not at all, and an input is not written over")
  func output() throws {
    try copies(2)
    let target = folder.appending(path: "results.csv").path
    let result = try score("--format", "csv", "--output", target, "--submission", folder.path)
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    #expect(try String(contentsOfFile: target, encoding: .utf8).contains("Xã 1;"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["copy-1000.yaml", "copy-1001.yaml", "results.csv"])
    let input = folder.appending(path: "copy-1000.yaml").path
    let refused = try score("--format", "csv", "--output", input, "--submission", folder.path)
    #expect(refused.status == 2)
    #expect(try String(contentsOfFile: input, encoding: .utf8).hasPrefix("#"))
  }
}
