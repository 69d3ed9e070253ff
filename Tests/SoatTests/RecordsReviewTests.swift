import Foundation
import JSON
import TestSupport
import Testing

@Suite("The pack records-review and the plugins it uses")
struct RecordsReviewTests {
  private static let folder = "Checklists/records-review"
  private static let plugins = [
    "attendance-sheet", "personal-data", "figures-agree", "plausibility",
  ]

  /// What each check of a worked submission earns: verdict, and credit where it is partial.
  private func verdicts(of submission: String) throws -> [String: String] {
    let result = try Command.soat([
      "score", "--as-of", "2024-08-15", "--format", "json", "--lang", "en", "--submission",
      "\(Self.folder)/examples/\(submission).yaml",
    ])
    #expect(result.status == 0, "\(result.errors)")
    let document = try JSONReader.read(Array(result.output.utf8))
    var verdicts: [String: String] = [:]
    for area in document["areas"]?.arrayValue ?? [] {
      for check in area["checks"]?.arrayValue ?? [] {
        verdicts[check["id"]?.stringValue ?? "?"] = check["verdict"]?.stringValue
      }
    }
    verdicts["points"] = document["score"]?["points"]?.stringValue
    return verdicts
  }

  @Test("Records in order: 75 of 133 attended, the rest holds")
  func orderly() throws {
    #expect(
      try verdicts(of: "orderly") == [
        "HS-01": "met", "HS-02": "partial", "HS-03": "met", "SL-01": "met", "SL-02": "met",
        "SL-03": "met", "SL-04": "met", "points": "95.639098",
      ])
  }

  @Test("Records to go over: what does not count, does not add up or tells of a person")
  func toReview() throws {
    #expect(
      try verdicts(of: "to-review") == [
        "HS-01": "partial", "HS-02": "partial", "HS-03": "unmet", "SL-01": "unmet",
        "SL-02": "met", "SL-03": "unmet", "SL-04": "unmet", "points": "28.246115",
      ])
  }

  @Test("Nothing of a person goes from the evidence into the record")
  func nothingLeaks() throws {
    let result = try Command.soat([
      "score", "--as-of", "2024-08-15", "--format", "json", "--submission",
      "\(Self.folder)/examples/to-review.yaml",
    ])
    for secret in ["Thử", "0900", "01/02/2015", "4A"] {
      #expect(!result.output.contains(secret), "\(secret)")
    }
  }

  @Test("The script writes the shipped submissions and evidence, byte for byte")
  func generated() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let script = packageRoot.appending(path: "Scripts/generate-records-evidence")
    let result = try Command.run(script, [scratch.path])
    #expect(result.status == 0, "\(result.errors)")
    let shipped = packageRoot.appending(path: "\(Self.folder)/examples").resolvingSymlinksInPath()
    let names = try FileManager.default.subpathsOfDirectory(atPath: shipped.path).sorted()
    #expect(names.count == 10)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted() == names)
    for name in names where name.contains(".") {
      let isSame = FileManager.default.contentsEqual(
        atPath: shipped.appending(path: name).path, andPath: scratch.appending(path: name).path)
      #expect(isSame, "\(name) differs; run Scripts/generate-records-evidence")
    }
  }

  @Test("Each plugin keeps its contract and gives what its examples say", arguments: plugins)
  func contract(plugin: String) throws {
    let result = try Command.soat(["plugin", "test", "Plugins/\(plugin)", "--lang", "en"])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    let folder = packageRoot.appending(path: "Plugins/\(plugin)/examples")
    let examples = try FileManager.default.contentsOfDirectory(
      atPath: folder.resolvingSymlinksInPath().path)
    #expect(examples.count >= 15)
    for example in examples { #expect(result.output.contains("✓ \(example)"), "\(example)") }
  }

  @Test("The module of figures-agree is what its sources give", .enabled(if: hasWASILibraries))
  func module() throws {
    let script = packageRoot.appending(path: "Scripts/build-plugins")
    let result = try Command.run(script, ["--check"])
    #expect(result.status == 0, "\(result.errors)")
  }

  private static let hasWASILibraries = FileManager.default.fileExists(
    atPath: "/usr/lib/wasm32-wasi/libc.a")

  @Test("The two Python plugins read tables by the same file")
  func sameTables() throws {
    let contents = try ["attendance-sheet", "plausibility"].map {
      try Data(contentsOf: packageRoot.appending(path: "Plugins/\($0)/table.py"))
    }
    #expect(contents[0] == contents[1])
  }
}
