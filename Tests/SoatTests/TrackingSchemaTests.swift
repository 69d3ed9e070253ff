import Foundation
import TestSupport
import Testing

@Suite("JSON of workspaces follows its schemas")
struct TrackingSchemaTests {
  /// A workspace with an inspection whose items are issued; one is verified, one waived.
  private func walk() throws -> WorkspaceWalk {
    let walk = try WorkspaceWalk()
    try walk.well("soat init w --unit quang-ngai --name 'Tỉnh Quảng Ngãi' --as quan-tri")
    _ = try walk.run("export SOAT_WORKSPACE=w SOAT_ACCOUNT=quan-tri")
    try walk.well("soat unit import Checklists/units/quang-ngai.yaml")
    for account in ["truong-doan-1", "thanh-vien-1", "truong-doan-2", "can-bo"] {
      try walk.well("soat account open \(account) --position '\(account)'")
    }
    let unit = "quang-ngai/ba-to"
    try walk.well("soat grant can-bo unit_officer --unit \(unit) --from 01/01/2024")
    try walk.well("soat checklist add Checklists/child-protection-district")
    try walk.well("soat checklist add Checklists/child-protection-commune")
    try walk.well("soat round open Checklists/rounds/2024-1.yaml --today 03/10/2024")
    let which = "--round 2024-1 --unit \(unit) --as truong-doan-1"
    try walk.well("soat inspect open \(which) --today 28/10/2024")
    try walk.well(
      "soat inspect answer Checklists/examples/ba-to-2024.yaml \(which) --today 29/10/2024")
    try walk.well("soat inspect close \(which) --today 30/10/2024")
    try walk.well(
      "soat item issue --inspection '2024-1|\(unit)' --document 60/TB-SYT --dated 05/11/2024 "
        + "--today 06/11/2024")
    let item = "2024-1:\(unit):VC-09"
    try walk.well(
      "soat item evidence \(item) --seen 'công văn|12/UBND|20/11/2024|chuyên viên' --as can-bo "
        + "--today 21/11/2024")
    try walk.well("soat item verify \(item) --today 22/11/2024")
    try walk.well(
      "soat item propose --unit \(unit) --text 'Bố trí kinh phí' --authority 'Thường trực HĐND' "
        + "--document 12/TB --dated 20/11/2024 --id hdnd-1 --today 22/11/2024")
    return walk
  }

  private func validate(_ schema: String, _ file: URL) throws -> Command.Result {
    try Command.run(
      URL(filePath: "/usr/bin/python3"),
      ["Scripts/validate-json", "Documentation/\(schema).schema.json", file.path])
  }

  @Test("Real output is valid, and a member of another name is not")
  func valid() throws {
    let walk = try walk()
    let day = "--today 30/12/2024"
    for (schema, command, member) in [
      ("due", "due --all \(day) --json", "overdue_days"),
      ("history", "history quang-ngai/ba-to --events \(day) --json", "inspections"),
      ("compare", "compare quang-ngai/ba-to --as-of 31/12/2024 \(day) --format json", "as_of"),
      (
        "report-status", "report status --from 01/10/2024 --to 31/12/2024 --by unit --format json",
        "total"
      ),
      ("journal-verify", "journal verify --format json", "fault_count"),
    ] {
      let text = try walk.well("soat \(command)")
      let file = walk.folder.appending(path: "\(schema).json")
      try walk.write(text, to: "\(schema).json")
      let result = try validate(schema, file)
      #expect(result.status == 0, "\(schema): \(result.output)\(result.errors)\(text.prefix(900))")
      #expect(text.contains("\"\(member)\""), "\(schema): \(text.prefix(300))")
      try walk.write(
        text.replacing("\"\(member)\"", with: "\"\(member)s\""), to: "\(schema).json")
      #expect(try validate(schema, file).status == 1, "\(schema)")
    }
  }

  @Test("Faults are in the JSON of a journal that was cut off")
  func faults() throws {
    let walk = try WorkspaceWalk()
    try walk.well("soat init w --unit x --name X --as quan-tri")
    _ = try walk.run("export SOAT_WORKSPACE=w SOAT_ACCOUNT=quan-tri")
    try walk.well("soat backup early")
    try walk.well("soat account open a-1 --position A")
    let head = try walk.well("soat journal head").split(separator: "\n").map { String($0) }
    try walk.well("soat restore early w2")
    let result = try #require(
      try walk.run("soat journal verify --format json --workspace w2 --anchor \(head[0])"))
    #expect(result.status == 1 && result.output.contains("\"truncated\""))
    try walk.write(result.output, to: "faults.json")
    let valid = try validate("journal-verify", walk.folder.appending(path: "faults.json"))
    #expect(valid.status == 0, "\(valid.output)")
  }

  @Test("Lint of a folder looks into lists of units, rounds and settings too")
  func lintsFolders() throws {
    let walk = try WorkspaceWalk()
    let all = try walk.well("soat lint Checklists --notes --lang en")
    let folder = walk.folder.appending(path: "lists")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try walk.write(
      "soat: 1\nunits:\n  - { code: a, name: A, level: commune }\n", to: "lists/units.yaml")
    #expect(try walk.well("soat lint lists --lang en").contains("1 files: 0 errors"))
    try walk.write(
      "soat: 1\nunits:\n  - { code: a, name: A, level: commune, too: 1 }\n", to: "lists/units.yaml")
    try walk.write("soat: 1\nround: r\ntitel: x\n", to: "lists/round.yaml")
    let found = try #require(try walk.run("soat lint lists --lang en"))
    #expect(found.status == 1)
    #expect(found.output.contains("units.yaml:3") && found.output.contains("round.yaml:3"))
    #expect(all.contains("0 errors"))
  }
}
