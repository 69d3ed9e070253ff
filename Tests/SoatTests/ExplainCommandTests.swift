import Foundation
import JSON
import TestSupport
import Testing

@Suite("soat explain shows what a person needs to work it all out again")
struct ExplainCommandTests {
  /// Sampled files, invented for this test: one late, one without a form, one not answered.
  private static let files = """
    soat: 1
    submission: invented-files
    checklist: case-file-review@2024.1
    unit: { code: invented/commune, name: "Xã Mẫu (số liệu giả định)", level: commune }
    period: { from: 2024-01-01, to: 2024-12-31 }
    answers:
      files.requested_on: 2025-01-06
      files.provided_on: 2025-01-10
      files.storage: locked
      files.sampled:
        rows:
          - { form_01: true, form_02: true, urgent: false, form_03: true, plan: true, plan_days: 4, review: na }
          - { form_01: true, form_02: true, urgent: true, action_hours: 10, form_03: true, plan: true, plan_days: 3, review: true }
          - { form_01: false, form_02: true, urgent: false, form_03: na, plan: true, plan_days: 9, review: true }
          - { form_01: true, form_02: true, urgent: false, form_03: true, plan: true, plan_days: 5, review: false }
          - { form_01: true, urgent: false, plan: na }
        sample: { population: 25, method: { vi: "rút ngẫu nhiên", en: "drawn at random" }, drawn_by: { vi: "tổ kiểm tra", en: "the team" } }
    confirmations:
      - { check: HS-05, on: 2025-01-20, by: { vi: "Trưởng đoàn kiểm tra", en: "Head of the inspection team" } }
    """

  /// Runs explain on a submission written for the test.
  private func explain(
    _ submission: String, _ arguments: String...
  ) throws -> Command.Result {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(submission.utf8).write(to: file)
    return try Command.soat(
      ["explain", "--checklist", "Checklists", "--as-of", "2025-02-01", "--submission", file.path]
        + arguments)
  }

  @Test(
    "Rows, steps, levels, time limits and a confirmed violation",
    arguments: ["HS-01", "HS-02", "HS-05", "HS-08", "HS-09"], ["vi", "en"])
  func sampledFiles(check: String, language: String) throws {
    let result = try explain(Self.files, check, "--lang", language)
    #expect(result.status == 0, "\(result.errors)")
    try expectSnapshot(
      result.output, at: "Tests/SoatTests/Golden/explain-files-\(check).\(language).txt")
  }

  @Test("Without a check the whole score is arithmetic", arguments: workedSubmissions)
  func score(id: String) throws {
    let result = try Command.soat([
      "explain", "--checklist", "Checklists", "--as-of", goldenDay, "--submission",
      "Checklists/examples/\(id).yaml",
    ])
    #expect(result.status == 0)
    try expectSnapshot(result.output, at: "Tests/SoatTests/Golden/explain-\(id).txt")
  }

  @Test("The figures of the score add up to the last decimal", arguments: workedSubmissions)
  func sums(id: String) throws {
    let result = try Command.soat([
      "explain", "--checklist", "Checklists", "--as-of", goldenDay, "--format", "json",
      "--submission", "Checklists/examples/\(id).yaml",
    ])
    let document = try JSONReader.read(result.output)
    func millionths(_ value: JSONValue?) throws -> Int {
      let parts = try #require(value?.stringValue).split(separator: ".")
      let fraction = parts.count > 1 ? String(parts[1]) : ""
      return Int(parts[0])! * 1_000_000
        + Int(fraction.padding(toLength: 6, withPad: "0", startingAt: 0))!
    }
    var points = 0
    for area in try #require(document["areas"]?.arrayValue) {
      let checks = try #require(area["checks"]?.arrayValue)
      let earned = try checks.map { try millionths($0["earned"]) }.reduce(0, +)
      #expect(try millionths(area["points"]) == earned)
      #expect(try millionths(area["of"]) == checks.map { try millionths($0["of"]) }.reduce(0, +))
      points += earned
    }
    #expect(try millionths(document["points"]) == points)
  }

  @Test("Every explanation follows its schema, and the schema can refuse")
  func schema() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    var files: [String] = []
    func keep(_ result: Command.Result, _ name: String) throws {
      #expect(result.status == 0, "\(result.errors)")
      let file = scratch.appending(path: name + ".json")
      try Data(result.output.utf8).write(to: file)
      files.append(file.path)
    }
    for check in 1...9 {
      try keep(try explain(Self.files, "HS-0\(check)", "--format", "json"), "files-\(check)")
    }
    try keep(try explain(Self.files, "--format", "json", "--lang", "en"), "files")
    let all = workedSubmissions.map { "Checklists/examples/\($0).yaml" }
    for (id, checks) in [
      ("ba-to-2024", ["DT-01", "NS-08"]), ("khoai-chau-2019", ["KP-07", "DT-06"]),
    ] {
      for check in checks {
        let result = try Command.soat([
          "explain", "--checklist", "Checklists", "--as-of", goldenDay, "--format", "json",
          "--submission", "Checklists/examples/\(id).yaml", check,
        ])
        try keep(result, id + check)
      }
    }
    var many = ["explain", "--checklist", "Checklists", "--as-of", goldenDay, "--format", "json"]
    for path in all { many += ["--submission", path] }
    try keep(try Command.soat(many), "many")
    func validated(_ paths: [String]) throws -> Command.Result {
      try Command.run(
        URL(filePath: "/usr/bin/python3"),
        ["Scripts/validate-json", "Documentation/explain.schema.json"] + paths)
    }
    let valid = try validated(files)
    #expect(valid.status == 0, "\(valid.output)\(valid.errors)")
    let broken = scratch.appending(path: "broken.json")
    let text = try String(contentsOf: URL(filePath: files[0]), encoding: .utf8)
    try Data(text.replacing("\"shortcoming\"", with: "\"crime\"").utf8).write(to: broken)
    #expect(try validated([broken.path]).status == 1)
  }

  @Test("A check that nobody wrote is refused with the nearest name")
  func unknown() throws {
    let result = try explain(Self.files, "HS-1O")
    #expect(result.status != 0)
    #expect(result.errors.contains("HS-1O"))
  }

  @Test("Nobody reads a digest, an English verdict or a violation that no leader confirmed")
  func plainWords() throws {
    for id in workedSubmissions {
      for arguments in [
        ["explain", "--checklist", "Checklists", "--as-of", goldenDay],
        ["score", "--checklist", "Checklists", "--as-of", goldenDay],
      ] {
        let result = try Command.soat(
          arguments + ["--submission", "Checklists/examples/\(id).yaml"])
        #expect(result.status == 0)
        for word in ["sha256", "unanswered", "not_applicable", "unmet", "Vi phạm ·"] {
          #expect(!result.output.contains(word), "\(id): \(word)")
        }
      }
    }
  }
}
