import CELConformance
import Foundation
import TestSupport
import Testing

/// The folder of the conformance data, which is not part of the product.
let conformanceFolder: URL = {
  if let path = ProcessInfo.processInfo.environment["CEL_CONFORMANCE"] {
    return URL(filePath: path)
  }
  return packageRoot.appending(path: "../shared/conformance/cel").standardizedFileURL
}()

@Suite("CEL's own conformance tests")
struct ConformanceTests {
  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: conformanceFolder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  @Test("The data is there, or its absence is said")
  func data() {
    if Self.files.isEmpty { print("skipped: no conformance data") }
    #expect(Self.files.isEmpty || Self.files.contains("basic.json"))
  }

  @Test("Every case passes and none is skipped", arguments: files)
  func file(name: String) throws {
    var run = ConformanceRun { Issue.record("\($0)") }
    try run.run(file: conformanceFolder.appending(path: name))
    #expect(run.failed == 0 && run.skipped == 0 && run.passed > 0)
    print("conformance \(name): \(run.passed) passed, \(run.failed) failed")
  }

  private func verdict(_ json: String) throws -> ConformanceCase.Verdict {
    try ConformanceCase(try JSONDecoder().decode(Datum.self, from: Data(json.utf8))).run()
  }

  @Test(
    "A case that does not come to what it states fails and says why",
    arguments: [
      (#""1 + 1", "expected": {"value": {"int": "3"}}"#, "3", "2"),
      (#""1", "expected": {"value": {"uint": "1"}}"#, "1u", "1"),
      (#""1", "expected": {"error": ["x"]}"#, "an error", "1"),
      (#""1 / 0", "expected": {"value": {"int": "3"}}"#, "3", "error: divide by zero"),
      (#""1", "check_only": true, "expected": {"error": ["x"]}"#, "an error", "no error"),
      (
        #""1", "expected": {"deduced_type": {}, "deduced_type_text": "uint"}"#, "type uint",
        "type int"
      ),
      (
        #""1", "expected": {"unheard": 1}"#, "a case that can be read",
        #"cannot be read: expected object(["unheard": CELConformance.Datum.number(1.0)])"#
      ),
      (
        #""1", "requires": ["unheard"], "expected": {"value": {"int": "1"}}"#,
        "a case that can be read", "cannot be read: the library unheard"
      ),
    ])
  func failing(rest: String, expected: String, got: String) throws {
    let found = try verdict(#"{"id": "a/b/c", "expr": "# + rest + "}")
    #expect(found == .failed(expected: expected, got: got))
  }

  @Test("A case that needs a protobuf message type is skipped")
  func skipping() throws {
    let reason = ConformanceCase.Verdict.skipped(reason: "needs a protobuf message type")
    let rest = #""id": "a/b/c", "expr": "x", "expected": {"value": {"int": "1"}}"#
    #expect(try verdict(#"{"proto_level": "full", \#(rest)}"#) == reason)
    #expect(try verdict(#"{"needs_proto": true, \#(rest)}"#) == reason)
    #expect(
      try verdict(
        #"{"bindings": {"x": {"message": {"type": "a.B"}}}, "disable_check": true, \#(rest)}"#)
        == reason)
    #expect(
      try verdict(
        #"{"type_env": [{"name": "x", "ident": {"type": {"message": "a.B"}}}], \#(rest)}"#)
        == reason)
  }

  @Test("A run reports failing cases and ends with the sum")
  func report() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let cases = """
      [{"id": "f/s/good", "expr": "1", "expected": {"value": {"int": "1"}}},
       {"id": "f/s/bad", "expr": "2", "expected": {"value": {"int": "1"}}},
       {"id": "f/s/proto", "expr": "2", "proto_level": "full", "expected": {"value": {"int": "1"}}}]
      """
    try Data(cases.utf8).write(to: folder.appending(path: "a.json"))
    try Data("{}".utf8).write(to: folder.appending(path: "b.json"))
    var lines: [String] = []
    var run = ConformanceRun { lines.append($0) }
    try run.run(path: folder.path)
    run.reportSum()
    #expect(!run.isClean)
    #expect(
      lines.filter { !$0.hasPrefix("passed over: ") } == [
        "f/s/bad", "  expression: 2", "  expected:   1", "  got:        2",
        "skipped 1: needs a protobuf message type", "1 passed, 1 failed, 1 skipped",
      ])
    #expect(throws: ConformanceRun.Problem.self) {
      try run.run(path: folder.appending(path: "b.json").path)
    }
    #expect(throws: ConformanceRun.Problem.self) { try run.run(path: "no such path") }
  }
}
