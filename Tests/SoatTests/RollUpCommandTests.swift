import Foundation
import JSON
import TestSupport
import Testing

@Suite("soat roll-up adds the communes of a district up")
final class RollUpCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  private static let example = "Checklists/roll-up"

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func rollUp(_ arguments: String..., of path: String = example) throws -> Command.Result {
    try Command.soat(["roll-up", "--submission", path] + arguments)
  }

  private static let whole = [
    "--units", example + "/units.yaml", "--parent", example + "/huyen.yaml",
  ]

  private func example(_ arguments: [String] = []) throws -> Command.Result {
    try Command.soat(["roll-up", "--submission", Self.example] + Self.whole + arguments)
  }

  private func document(_ audience: String = "team") throws -> JSONValue {
    let result = try example(["--format", "json", "--lang", "en", "--audience", audience])
    #expect(result.status == 0, "\(result.errors)")
    return try JSONReader.read(result.output)
  }

  private func row(_ id: String, of document: JSONValue) throws -> JSONValue {
    try #require(document["rows"]?.arrayValue?.first { $0["indicator"]?.stringValue == id })
  }

  /// The example in the scratch folder, where files can be changed.
  private func copy() throws -> String {
    let target = folder.appending(path: "copy")
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: Self.example).resolvingSymlinksInPath(), to: target)
    return target.path
  }

  private func change(_ file: String, _ old: String, to new: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try #require(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: file))
  }

  @Test("Whole outputs stay as recorded", arguments: ["vi", "en"], ["team", "public"])
  func goldens(language: String, audience: String) throws {
    let result = try example(["--lang", language, "--audience", audience, "--by-unit"])
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    try expectSnapshot(
      result.output, at: "Tests/SoatTests/Golden/roll-up.\(audience).\(language).txt")
  }

  @Test("Sums, counts, bounds and the missing unit, as a person adds them up from the files")
  func figures() throws {
    let document = try document()
    #expect(document["reported"] == 6 && document["expected"]?["count"] == 7)
    let missing = document["units"]?.arrayValue?.filter { $0["submission"]?.isNull == true }
    #expect(missing?.map { $0["name"] } == ["Xã giả định Bảy"])
    func total(_ id: String) throws -> String? { try row(id, of: document)["total"]?.stringValue }
    #expect(try total("communes.total") == "7")
    #expect(try total("communes.with_board") == "[5, 6]")
    #expect(try total("villages.total") == "≥ 61")
    #expect(try total("staff.commune_officers") == "≥ 7")
    #expect(try total("budget.allocated") == "> 150000000")
    #expect(try total("children.special_circumstances") == "≥ 89")
    let collaborators = try row("collaborators.total", of: document)
    #expect(collaborators["total"] == "≥ 46" && collaborators["answered"] == 5)
    #expect(collaborators["leftOut"] == ["gia-dinh/huyen-mau/nam"])
    #expect(
      try row("children.disabled", of: document)["unanswered"] == ["gia-dinh/huyen-mau/sau"])
    #expect(
      try row("communes.with_board", of: document)["parent"]?["agreement"] == "open")
    #expect(
      try row("communes.total", of: document)["parent"]?["agreement"] == "equal")
    #expect(try row("communes.total", of: document)["parent"]?["difference"] == "0")
    #expect(try row("staff.total", of: document)["parent"]?["difference"]?.isNull == true)
    #expect(
      document["rows"]?.arrayValue?.contains { $0["indicator"] == "training.classes" } == false)
    let excluded = document["notAdded"]?.arrayValue?.map { $0["indicator"] }
    #expect(excluded == ["training.classes"])
  }

  @Test("The public reads no count of children or cases from 1 to 4")
  func masks() throws {
    let everyone = try document("public")
    for id in ["children.double_orphans", "cases.total", "children.abused"] {
      for value in try row(id, of: everyone)["values"]?.arrayValue ?? [] {
        let text = try #require(value["text"]?.stringValue)
        #expect(!["1", "2", "3", "4"].contains(text), "\(id)")
      }
    }
    let orphans = try row("children.double_orphans", of: everyone)
    #expect(orphans["values"]?[0]?["masked"] == true)
    // Checks read it beside other masked counts, so that nothing is said of its size.
    #expect(orphans["values"]?[0]?["text"]?.stringValue?.contains(where: \.isNumber) == false)
  }

  @Test("JSON follows its schema for every audience, with and without a parent")
  func schema() throws {
    var files: [String] = []
    for audience in ["team", "unit", "public"] {
      for (index, arguments) in [Self.whole, ["--expected", "9"], []].enumerated() {
        let file = folder.appending(path: "\(audience)-\(index).json").path
        let children = ["mot", "hai", "ba"].map { "\(Self.example)/xa-\($0).yaml" }
        let result = try Command.soat(
          ["roll-up", "--format", "json", "--audience", audience, "--output", file] + arguments
            + ["--submission"] + children)
        #expect(result.status == 0, "\(result.errors)")
        files.append(file)
      }
    }
    func validate(_ files: [String]) throws -> Command.Result {
      try Command.run(
        URL(filePath: "/usr/bin/python3"),
        ["Scripts/validate-json", "Documentation/roll-up.schema.json"] + files)
    }
    let validated = try validate(files)
    #expect(validated.status == 0, "\(validated.output)\(validated.errors)")
    try change(files[0], "\"reported\"", to: "\"reporting\"")
    #expect(try validate([files[0]]).status == 1)
  }

  @Test("CSV has a row an indicator and a column a unit, the missing ones empty")
  func csv() throws {
    let result = try example(["--format", "csv", "--lang", "en"])
    let rows = result.output.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    let header = rows[0].components(separatedBy: ",")
    #expect(header.count == 9 + 7 && header[0] == "\u{FEFF}Indicator")
    let villages = try #require(rows.first { $0.hasPrefix("villages.total,") })
    #expect(villages.hasSuffix(",at least 61,61,6,7,74,,12,9,11,8,14,7,"))
  }

  @Test("The draft of the parent's submission lints clean and is scored")
  func draft() throws {
    let file = folder.appending(path: "draft.yaml").path
    let written = try Command.soat(
      [
        "roll-up", "--units", Self.example + "/units.yaml", "--format", "yaml", "--target",
        "child-protection-district", "--output", file,
      ]
        + ["--submission"]
        + ["mot", "hai", "ba", "bon", "nam", "sau"].map { "\(Self.example)/xa-\($0).yaml" })
    #expect(written.status == 0, "\(written.errors)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(
      text.contains(
        "villages.total: { at_least: 61, source: \"r0\", place: \"Cộng từ 6/7 đơn vị\" }"))
    #expect(text.contains("communes.total: { value: 7,"))
    #expect(text.contains("communes.with_board: { at_least: 5,"))
    #expect(text.contains("budget.allocated: { over: \"150.000.000 đồng\","))
    #expect(!text.contains("board.commune:"))
    let lint = try Command.soat(["lint", "Checklists", file])
    #expect(lint.status == 0 && lint.errors == "", "\(lint.output)\(lint.errors)")
    let formatted = try Command.soat(["fmt", "--check", file])
    #expect(formatted.status == 0, "\(formatted.output)\(formatted.errors)")
    let scored = try Command.soat([
      "score", "--format", "json", "--lang", "en", "--submission", file,
    ])
    #expect(scored.status == 0, "\(scored.errors)")
    let areas = try JSONReader.read(scored.output)["areas"]?.arrayValue ?? []
    let checks = areas.flatMap { $0["checks"]?.arrayValue ?? [] }
    // An answer has one bound, and at least 5 of 7 does not decide.
    #expect(checks.first { $0["id"] == "NS-08" }?["verdict"] == "unanswered")
  }

  @Test("What cannot be added is refused, naming both files")
  func refusals() throws {
    let path = try copy()
    try FileManager.default.copyItem(atPath: path + "/xa-mot.yaml", toPath: path + "/again.yaml")
    let twice = try rollUp("--parent", path + "/huyen.yaml", of: path)
    #expect(twice.status == 1 && twice.output == "")
    #expect(twice.errors.contains("again.yaml") && twice.errors.contains("xa-mot.yaml"))
    try FileManager.default.removeItem(atPath: path + "/again.yaml")
    try change(path + "/xa-hai.yaml", "2024-01-01", to: "2024-02-01")
    let period = try rollUp("--parent", path + "/huyen.yaml", of: path)
    #expect(period.status == 1 && period.errors.contains("xa-hai.yaml: kỳ 01/02/2024"))
    // The district's own submission among the communes'.
    let mixed = try rollUp()
    #expect(mixed.status == 1 && mixed.errors.contains("child-protection-"))
  }

  @Test("A submission with errors is not silently left out")
  func broken() throws {
    let path = try copy()
    try change(path + "/xa-hai.yaml", "staff.total", to: "staff.totla")
    let blind = try rollUp("--parent", path + "/huyen.yaml", of: path)
    #expect(blind.status == 1 && blind.output == "")
    let listed = try rollUp(
      "--parent", path + "/huyen.yaml", "--units", path + "/units.yaml", of: path)
    #expect(listed.status == 1)
    #expect(listed.output.contains("5/7 đơn vị đã báo cáo"))
    #expect(listed.output.contains("Xã giả định Hai (gia-dinh/huyen-mau/hai)"))
  }

  @Test(
    "Wrong use is said before anything is read",
    arguments: [
      ["--units", "x", "--expected", "3"], ["--expected", "0"], ["--format", "yaml"],
      ["--format", "yaml", "--expected", "3", "--audience", "public"],
      ["--format", "json", "--by-unit"], ["--target", "no-such"],
    ])
  func wrongUse(arguments: [String]) throws {
    let result = try Command.soat(
      ["roll-up", "--submission", Self.example + "/xa-mot.yaml"] + arguments)
    #expect(result.status == 2, "\(result.errors)")
  }

  @Test("A list of units that is wrong is told with its line")
  func wrongList() throws {
    let path = try copy()
    try change(path + "/units.yaml", "huyen-mau/hai", to: "huyen-mau/mot")
    let result = try rollUp(
      "--parent", path + "/huyen.yaml", "--units", path + "/units.yaml", "--lang", "en", of: path)
    #expect(result.status == 1 && result.errors.contains("[duplicate-unit]"))
    #expect(result.errors.contains("units.yaml:7:"))
  }
}
