import Foundation
import TestSupport
import Testing

@Suite("Commands end as documented")
struct CommandTests {
  private static let endings: [(arguments: [String], status: Int32)] = [
    (["--version"], 0),
    (["--help"], 0),
    (["score", "--help"], 0),
    (["lint", "Checklists"], 0),
    (["eval", "1 + 1"], 0),
    (["deadline", "--from", "2024-10-31", "--within", "15 working days"], 0),
    ([], 0),
    (["eval", "1 +"], 1),
    (["eval", "1 / 0"], 1),
    (["eval", "x"], 1),
    (["frobnicate"], 2),
    (["score"], 2),
    (["deadline", "--from", "2024-02-30", "--within", "3 days"], 2),
    (["deadline", "--from", "2024-02-01", "--within", "soon"], 2),
    (scoreArguments(["ba-to-2024"], "--summary", "--format", "json"), 2),
    (["explain", "--checklist", "Checklists", "--submission", baTo, "NS-99"], 2),
    (["lint", "no-such-folder"], 3),
    (["lint", "Sources"], 3),
    (["lint", "/dev/zero"], 3),
    (["score", "--checklist", "no-such", "--submission", "x.yaml"], 3),
    (scoreArguments(["no-such"]), 3),
    (["eval", "1", "--bindings", "README.md"], 3),
  ]
  private static let baTo = "Checklists/examples/ba-to-2024.yaml"

  @Test(
    "Exit codes: 0 fine, 1 problems, 2 wrong use, 3 unreadable", arguments: Self.endings)
  func exitCodes(arguments: [String], status: Int32) throws {
    let result = try Command.soat(arguments)
    #expect(result.status == status, "\(result.output)\(result.errors)")
    if status > 0 { #expect(!(result.output + result.errors).isEmpty) }
  }

  @Test("A misspelt indicator in a checklist is shown at its column with the nearest name")
  func misspelt() throws {
    let library = try copyOfLibrary()
    defer { try? FileManager.default.removeItem(at: library) }
    let file = library.appending(path: "Checklists/child-protection-district/staffing.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let wrong = "staff.total == staff.dedicatd + staff.concurrent"
    try #require(text.contains("staff.total == staff.dedicated + staff.concurrent"))
    try Data(
      text.replacing("staff.total == staff.dedicated + staff.concurrent", with: wrong).utf8
    ).write(to: file)
    let result = try Command.soat(["lint", "Checklists", "--lang", "en"], in: library)
    #expect(result.status == 1)
    let line = try #require(result.output.split(separator: "\n").first)
    #expect(line.contains("staff.dedicatd"))
    #expect(result.output.contains("did you mean \"staff.dedicated\"?"))
    #expect(result.output.contains("^~~~~~~~~~~~~~\n"))
  }

  @Test(
    "Where the checklist of a submission has errors, that is said, and the submission is not blamed",
    arguments: ["text", "jsonl"])
  func brokenChecklist(format: String) throws {
    let library = try copyOfLibrary()
    defer { try? FileManager.default.removeItem(at: library) }
    let file = library.appending(path: "Checklists/child-protection-district/staffing.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("kind: ratio", with: "kind: rato").utf8).write(to: file)
    let result = try Command.soat(
      scoreArguments(["ba-to-2024", "son-long-2024"], "--lang", "en", "--format", format),
      in: library)
    #expect(result.status == 1)
    #expect(result.output.contains("quang-ngai/son-tay/son-long"))
    #expect(result.errors.contains("[unknown-kind]"))
    #expect(result.errors.contains("has errors and cannot be used [broken-checklist]"))
    #expect(!result.errors.contains("[unknown-checklist]"))
  }

  @Test(
    "In a folder nothing is passed over that cannot be read, or is no YAML and no part of a pack")
  func lintsWholeFolders() throws {
    let library = try copyOfLibrary()
    defer { try? FileManager.default.removeItem(at: library) }
    let folder = library.appending(path: "Checklists/units")
    try Data("units: [\n".utf8).write(to: folder.appending(path: "broken.yaml"))
    let broken = try Command.soat(["lint", "Checklists", "--lang", "en"], in: library)
    #expect(broken.status == 1)
    #expect(broken.output.contains("Checklists/units/broken.yaml:2:1: error:"))
    #expect(broken.output.components(separatedBy: "broken.yaml").count == 2)
    try FileManager.default.removeItem(at: folder.appending(path: "broken.yaml"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "gone.yaml").path, withDestinationPath: "nowhere.yaml")
    let gone = try Command.soat(["lint", "Checklists", "--lang", "en"], in: library)
    #expect(gone.status == 3)
    #expect(gone.errors.contains("Checklists/units/gone.yaml"))
    try FileManager.default.removeItem(at: folder.appending(path: "gone.yaml"))
    let area = library.appending(path: "Checklists/child-protection-district/staffing.yaml")
    try Data("area: [\n".utf8).write(to: area)
    let once = try Command.soat(["lint", "Checklists", "--lang", "en"], in: library)
    #expect(once.status == 1)
    #expect(once.output.components(separatedBy: "[yaml-syntax]").count == 2)
  }

  @Test("One broken submission does not stop the others")
  func oneBroken() throws {
    let library = try copyOfLibrary()
    defer { try? FileManager.default.removeItem(at: library) }
    let broken = library.appending(path: "Checklists/examples/broken.yaml")
    try Data("soat: 1\nsubmission: [\n".utf8).write(to: broken)
    let result = try Command.soat(
      scoreArguments(["ba-to-2024", "broken", "son-long-2024"], "--format", "json"), in: library)
    #expect(result.status == 1)
    #expect(result.output.contains("ba-to-2024"))
    #expect(result.output.contains("son-long-2024"))
    #expect(result.errors.contains("broken.yaml:"))
  }

  @Test("An output file appears whole, and a folder that cannot be written is named")
  func output() throws {
    let result = try Command.soat(
      scoreArguments(["ba-to-2024"], "--output", "no-such-folder/score.txt"))
    #expect(result.status == 3)
    #expect(result.errors.contains("no-such-folder/score.txt"))
  }

  @Test("A result that cannot be written whole is an error, not a short result")
  func fullDisk() throws {
    let result = try Command.run(
      URL(filePath: "/bin/sh"), ["-c", "\"$0\" lint Checklists > /dev/full", Command.binary.path])
    #expect(result.status == 3)
    #expect(result.errors.contains("stdout"))
  }

  @Test("The explanation of a check shows inputs with sources, rule, values, points and law")
  func explain() throws {
    for (submission, check) in [
      ("khoai-chau-2019", "KP-07"), ("ba-to-2024", "DT-01"), ("thach-that-2024", "VV-16"),
      ("khoai-chau-2019", "NS-03"),
    ] {
      let result = try Command.soat([
        "explain", "--checklist", "Checklists", "--as-of", goldenDay, "--submission",
        "Checklists/examples/\(submission).yaml", check,
      ])
      #expect(result.status == 0)
      try expectSnapshot(
        result.output, at: "Tests/SoatTests/Golden/explain-\(submission)-\(check).txt")
    }
  }

  @Test("A deadline is printed with how it came about")
  func deadline() throws {
    let before = try Command.soat([
      "deadline", "--from", "31/10/2024", "--within", "trước ngày 10/11/2024",
    ])
    #expect(before.output.contains("hết ngày 09/11/2024 (thứ Bảy)"))
    #expect(before.output.contains("chậm nhất: 08/11/2024"))
    let tet = try Command.soat([
      "deadline", "--from", "2024-02-05", "--within", "5 working days", "--lang", "en",
    ])
    #expect(tet.output.hasPrefix("Due: end of 2024-02-19"))
  }

  @Test("CEL is evaluated with bindings from a JSON file, and exactly on request")
  func eval() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    try Data(#"{"staff": {"total": 27, "trained": [1, 2.5, "ba"]}}"#.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let bound = try Command.soat([
      "eval", "staff.total - size(staff.trained)", "--bindings", file.path,
    ])
    #expect(bound.output == "24\n")
    #expect(try Command.soat(["eval", "0.1 + 0.2 == 0.3"]).output == "false\n")
    #expect(try Command.soat(["eval", "0.1 + 0.2 == 0.3", "--numbers"]).output == "true\n")
  }

  /// A copy of the shipped checklists in a folder of its own.
  private func copyOfLibrary() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: "Checklists").resolvingSymlinksInPath(),
      to: folder.appending(path: "Checklists"))
    return folder
  }
}
