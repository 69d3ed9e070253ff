import ChecklistFormat
import Foundation
import InspectionCore
import JSON
import RuleEngineWasm
import TestSupport
import Testing

@Suite("The browser's engine and the server's are the same engine")
struct BrowserEngineTests {
  private static let module = packageRoot.appending(path: ".build/wasm/soat-command.wasm")

  /// The frozen checklists and submissions as the browser receives them.
  private func requests(audience: String) throws -> [JSONValue] {
    var packs: [String: CompiledChecklist] = [:]
    for path in try PackLoader.packs(at: packageRoot.appending(path: "Checklists").path) {
      let compiled = try #require(try PackLoader.load(path).compiled)
      packs[compiled.checklist.reference] = compiled
    }
    return try workedSubmissions.map { id in
      let file = try SubmissionLoader.open(
        packageRoot.appending(path: "Checklists/examples/\(id).yaml").path)
      let checklist = try #require(packs[file.checklist ?? ""]).checklist
      let submission = try #require(SubmissionLoader.load(file, for: checklist).submission)
      return [
        "checklist": checklist.json, "digest": .string(checklist.digest),
        "submission": submission.json, "asOf": .string(goldenDay), "audience": .string(audience),
        "language": "vi",
      ]
    }
  }

  @Test("WebAssembly gives the native answers byte for byte", arguments: ["team", "public"])
  func sameAnswers(audience: String) throws {
    let wasmkit = try #require(program("wasmkit"), "wasmkit comes with the Swift toolchain")
    try #require(
      FileManager.default.fileExists(atPath: Self.module.path),
      "the browser build is missing; run: make wasm")
    let requests = try requests(audience: audience).map { JSONWriter.canonical($0) }
    var input = Data()
    for request in requests {
      input += request
      input.append(0x0A)
    }
    let result = try Command.run(wasmkit, ["run", Self.module.path], input: input)
    #expect(result.status == 0, "\(result.errors)")
    let answers = result.output.split(separator: "\n").map(String.init)
    try #require(answers.count == requests.count)
    for (index, request) in requests.enumerated() {
      let native = String(decoding: RuleEngine.answer(request), as: UTF8.self)
      let isSame = answers[index] == native
      #expect(isSame, "\(workedSubmissions[index]): \(difference(native, answers[index]))")
      let command = try Command.soat(
        scoreArguments(
          [workedSubmissions[index]], "--format", "json", "--audience", audience, "--lang", "vi"))
      let scored = try JSONReader.read(command.output)
      #expect(String(decoding: JSONWriter.canonical(scored), as: UTF8.self) == native)
    }
  }

  /// What stands around the first character in which two texts differ.
  private func difference(_ expected: String, _ actual: String) -> String {
    let same = zip(expected, actual).prefix { $0 == $1 }.count
    let start = max(0, same - 40)
    return "- \(expected.dropFirst(start).prefix(120))\n+ \(actual.dropFirst(start).prefix(120))"
  }

  @Test("A request that cannot be read is answered with its place and reason")
  func errors() throws {
    for (request, path) in [
      ("{", "1:2"), ("{}", "checklist"),
      (#"{"checklist": {"soatChecklist": "9"}}"#, "soatChecklist"),
    ] {
      let answer = try JSONReader.read(RuleEngine.answer(Array(request.utf8)))
      #expect(answer["error"]?["path"]?.stringValue == path)
      #expect(answer["error"]?["vi"]?.stringValue?.isEmpty == false)
    }
  }

  @Test("A submission for another checklist, level or period is refused, not scored")
  func objections() throws {
    let request = try #require(try requests(audience: "team").first?.objectValue)
    let changes: [(key: String, value: JSONValue, says: String)] = [
      ("checklist", "child-protection-district@1999", "1999"),
      ("unit", ["code": "x", "name": "X", "level": "province"], "province"),
      ("period", ["from": "2031-01-01", "to": "2031-12-31"], "2025-06-30"),
    ]
    for change in changes {
      var submission = try #require(request["submission"]?.objectValue)
      submission[change.key] = change.value
      var changed = request
      changed["submission"] = .object(submission)
      let answer = try JSONReader.read(
        RuleEngine.answer(JSONWriter.canonical(.object(changed))))
      #expect(answer["error"]?["path"]?.stringValue == "submission", "\(change.key)")
      #expect(answer["error"]?["en"]?.stringValue?.contains(change.says) == true)
    }
  }

  @Test("The engine confines itself to a theme, to areas and checks, or to verdicts")
  func scope() throws {
    let request = try #require(try requests(audience: "team").first?.objectValue)
    func answer(_ key: String, _ value: JSONValue) throws -> JSONValue {
      var changed = request
      changed[key] = value
      return try JSONReader.read(RuleEngine.answer(JSONWriter.canonical(.object(changed))))
    }
    #expect(try answer("theme", "cases")["scope"]?["theme"]?.stringValue == "cases")
    #expect(try answer("only", ["staffing"])["areas"]?.arrayValue?.count == 1)
    #expect(try answer("points", false)["score"] == .null)
    for (key, value) in [("theme", "none"), ("only", ["XX-1"]), ("only", [])]
      as [(String, JSONValue)]
    {
      #expect(try answer(key, value)["error"]?["path"]?.stringValue == key)
    }
  }

  private func program(_ name: String) -> URL? {
    for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") {
      let candidate = URL(filePath: String(folder)).appending(path: name)
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    // The toolchain's own folder, where `swift` itself lives, holds wasmkit too.
    for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") {
      let swift = URL(filePath: String(folder)).appending(path: "swift")
      guard FileManager.default.isExecutableFile(atPath: swift.path) else { continue }
      let candidate = swift.resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: name)
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    return nil
  }
}
