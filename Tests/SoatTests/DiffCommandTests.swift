import Foundation
import JSON
import TestSupport
import Testing

@Suite("soat diff says what changed in meaning")
struct DiffCommandTests {
  private static let district = "Checklists/child-protection-district"
  private static let commune = "Checklists/child-protection-commune"

  /// The shipped checklists with a later version of the district's, in a folder of their own.
  private final class Versions {
    let folder: URL
    static let old = "Checklists/child-protection-district"
    static let new = "Checklists/child-protection-later"

    init(supersedes: Bool = true) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let shipped = packageRoot.appending(path: "Checklists").resolvingSymlinksInPath()
      try FileManager.default.copyItem(at: shipped, to: folder.appending(path: "Checklists"))
      try FileManager.default.copyItem(
        at: folder.appending(path: Self.old), to: folder.appending(path: Self.new))
      try edit("checklist.yaml", "version: 2024.1", "version: 2025.1")
      if supersedes {
        try edit("checklist.yaml", "scoring:\n", Self.supersedes + "scoring:\n")
      }
      try edit("checklist.yaml", "from: 90%", "from: 85%")
      try edit("staffing.yaml", "points: 15", "points: 20")
      try edit("staffing.yaml", "within: 15 working days", "within: 10 working days")
      try edit("staffing.yaml", "- id: NS-02", "- id: NS-22")
      try edit(
        "staffing.yaml", "staff.total == staff.dedicated + staff.concurrent",
        "(staff.total) == staff.dedicated+staff.concurrent")
      try edit("staffing.yaml", "above: 0%", "above: 5%")
      try edit("staffing.yaml", "of: communes.with_board", "of: communes.with_officer")
      try edit("budget.yaml", "10 * budget.allocated", "100 * budget.allocated")
      try edit("staffing.yaml", "Some officers work on", "Some officers work")
    }

    deinit {
      try? FileManager.default.removeItem(at: folder)
    }

    private static let supersedes = """
      supersedes:
        - version: 2024.1
          comparable: full
          checks: [{ was: NS-02, now: [NS-22], comparable: full }]

      """

    private func edit(_ file: String, _ text: String, _ other: String) throws {
      let url = folder.appending(path: Self.new + "/" + file)
      let before = try String(contentsOf: url, encoding: .utf8)
      try #require(before.contains(text), "\(file): \(text)")
      try Data(before.replacing(text, with: other, maxReplacements: 1).utf8).write(to: url)
    }

    func diff(_ rest: String...) throws -> Command.Result {
      try Command.soat(["diff", Self.old, Self.new] + rest, in: folder)
    }
  }

  @Test("Whole outputs stay as recorded", arguments: ["vi", "en"])
  func goldens(language: String) throws {
    let versions = try Versions()
    let result = try versions.diff(
      "--lang", language, "--as-of", goldenDay, "--submission", "Checklists/examples")
    #expect(result.status == 0)
    #expect(result.errors == "")
    try expectSnapshot(result.output, at: "Tests/SoatTests/Golden/diff.\(language).txt")
  }

  @Test("The JSON output follows its schema")
  func schema() throws {
    let versions = try Versions()
    let first = try versions.diff(
      "--format", "json", "--as-of", goldenDay, "--submission", "Checklists/examples")
    let second = try Command.soat([
      "diff", Self.district, Self.commune, "--format", "json", "--as-of", goldenDay,
      "--submission", "Checklists/examples/ba-to-2024.yaml",
    ])
    var files: [String] = []
    for (index, result) in [first, second].enumerated() {
      #expect(result.status == 0)
      let file = versions.folder.appending(path: "\(index).json")
      try Data(result.output.utf8).write(to: file)
      files.append(file.path)
    }
    let program = packageRoot.appending(path: "Scripts/validate-json")
    let valid = try Command.run(program, ["Documentation/diff.schema.json"] + files)
    #expect(valid.status == 0, "\(valid.output)\(valid.errors)")
    let broken = versions.folder.appending(path: "broken.json")
    let text = first.output.replacing("\"follow-up\"", with: "\"followup\"")
    try Data(text.utf8).write(to: broken)
    #expect(
      try Command.run(program, ["Documentation/diff.schema.json", broken.path]).status == 1)
  }

  @Test("A district's checklist and a commune's are not comparable")
  func levels() throws {
    let result = try Command.soat(["diff", Self.district, Self.commune, "--lang", "en"])
    #expect(result.status == 0)
    #expect(result.output.contains("Verdict: not comparable\n  - for different levels\n"))
    let score = try Command.soat([
      "diff", Self.district, Self.commune, "--lang", "en", "--as-of", goldenDay, "--submission",
      "Checklists/examples/ba-to-2024.yaml",
    ])
    #expect(score.output.contains("is not for the level \"district\""))
  }

  @Test("The map lints clean in the later checklist")
  func map() throws {
    let versions = try Versions(supersedes: false)
    let map = try versions.diff("--map")
    #expect(map.status == 0)
    #expect(map.output.contains("{ was: NS-02, now: [NS-22], comparable: full }"))
    #expect(map.output.contains("# gợi ý: cùng tên, cùng quy tắc"))
    let main = versions.folder.appending(path: Versions.new + "/checklist.yaml")
    var text = try String(contentsOf: main, encoding: .utf8)
    text += map.output
    try Data(text.utf8).write(to: main)
    let lint = try Command.soat(["lint", Versions.new], in: versions.folder)
    #expect(lint.status == 0, "\(lint.output)\(lint.errors)")
    let again = try versions.diff("--lang", "en")
    #expect(!again.output.contains("WARNINGS"))
    #expect(!again.output.contains("PERHAPS ONLY RENAMED"))
  }

  private static let endings: [(arguments: [String], status: Int32)] = [
    ([district, district, "--exit-code"], 0),
    ([district, commune, "--exit-code"], 1),
    ([district, commune], 0),
    ([district, commune, "--map"], 2),
    ([district, district, "--map"], 2),
    ([district, commune, "--map", "--format", "json"], 2),
    ([district], 2),
    ([district, "Checklists"], 3),
    (["no-such", district], 3),
    ([district, "README.md"], 1),
    ([district, district, "--submission", "no-such.yaml"], 3),
    ([district, district, "--submission", "Checklists/examples/dai-dong-2024.yaml"], 1),
    ([district, district, "--submission", "Checklists/examples"], 0),
  ]

  @Test("It ends as documented", arguments: Self.endings)
  func exitCodes(arguments: [String], status: Int32) throws {
    let result = try Command.soat(["diff"] + arguments)
    #expect(result.status == status, "\(result.output.prefix(400))\(result.errors)")
  }
}
