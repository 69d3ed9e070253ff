import CEL
import CheckPluginKit
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import JSON
import Testing

@testable import PluginHost

@Suite("The kit for authors of plugins")
struct AuthoringTests {
  private static let options = PluginHostOptions(confinement: Confinement.none)

  @Test("The sample passes its own test")
  func sample() throws {
    let workshop = try Workshop()
    let plugin = try #require(
      try PluginLoader.load(workshop.root + "/Plugins/row-count").manifest)
    let test = PluginTest(plugin, options: AuthoringTests.options)
    #expect(test.isPassed, "\(test.findings)")
    #expect(test.findings.count == 4)
  }

  @Test(
    "The test finds what the protocol forbids",
    arguments: [
      ("return answer", "return answer | {\"score\": 0.5}", "\"score\""),
      ("rows = list(", "import time; seed = str(time.time_ns()); rows = list(", nil),
      ("for line in sys.stdin:", "print('ready', flush=True)\nfor line in sys.stdin:", "ready"),
      ("\"name\": \"row-count\"", "\"name\": \"rows\"", "plugin.yaml says row-count 1.0.0"),
      ("\"verdict\": \"met\"", "\"verdict\": \"unmet\"", "not that of the example"),
    ])
  func faults(text: String, other: String, words: String?) throws {
    let workshop = try Workshop()
    let program = "Plugins/row-count/row_count.py"
    try workshop.replace(text, with: other, in: program)
    // An answer that time decides differs from run to run.
    if words == nil {
      try workshop.replace("f\"The list", with: "f\"{seed} The list", in: program)
      try workshop.replace(
        """
        ,
            "reason": {
              "en": "The list holds 2 rows, 2 are claimed"
            }
        """, with: "", in: "Plugins/row-count/examples/enough.json")
    }
    let plugin = try #require(
      try PluginLoader.load(workshop.root + "/Plugins/row-count").manifest)
    let test = PluginTest(plugin, options: AuthoringTests.options)
    #expect(!test.isPassed)
    let faults = test.findings.compactMap { $0.fault?.en }.joined(separator: "\n")
    #expect(faults.contains(words ?? "the second time"), "\(faults)")
  }

  @Test("An answer that breaks the protocol is no error that an example awaits")
  func brokenError() throws {
    for (field, words) in [
      ("\"reason\": \"hỏng\"", "it must be {"),
      ("\"reason\": {\"vi\": \"hỏng\", \"en\": \"x\" * 2001}", "2001 bytes"),
      (
        "\"positions\": [{\"evidence\": \"mc-01\", \"line\": 0}]", "a line is a whole number from 1"
      ),
      ("\"positions\": [{\"evidence\": \"mc-02\"}]", "what was sent: mc-01"),
      ("\"used\": [\"claimd\"]", "\"claimd\" was not sent; what was: claimed, list"),
      ("\"score\": \"1/2\"", "it goes with partial only"),
      ("\"positions\": []", nil),
    ] {
      let workshop = try Workshop()
      try workshop.replace(
        "        answer = check(request)",
        with: """
                  answer = {"verdict": "error", "reason": {"vi": "hỏng", "en": "broken"}}
                  answer |= {\(field)}
          """, in: "Plugins/row-count/row_count.py")
      try FileManager.default.removeItem(
        atPath: workshop.root + "/Plugins/row-count/examples")
      try workshop.write(
        "Plugins/row-count/examples/broken.json",
        """
        { "request": { "parameters": { "claimed": { "value": "2" } },
            "evidence": { "list": [ { "id": "mc-01", "media": "text/csv", "text": "x" } ] } },
          "answer": { "verdict": "error" } }
        """)
      let plugin = try #require(
        try PluginLoader.load(workshop.root + "/Plugins/row-count").manifest)
      let test = PluginTest(plugin, options: AuthoringTests.options)
      let faults = test.findings.compactMap { $0.fault?.en }.joined(separator: "\n")
      #expect(words.map(faults.contains) ?? test.isPassed, "\(field): \(faults)")
      #expect(test.isPassed == (words == nil))
    }
  }

  @Test("An example asks only what its plugin would be asked in use")
  func undeclared() throws {
    for (text, other, words) in [
      ("\"claimed\"", "\"claimd\"", "did you mean \"claimed\"?"),
      ("\"list\"", "\"rows\"", "plugin.yaml has no \"rows\""),
      ("\"text/csv\"", "\"text/html\"", "it takes text/csv"),
      ("{ \"value\": \"2\" }", "\"2\"", "must look like { \"value\": \"75\" }"),
      ("{ \"value\": \"2\" }", "{ \"least\": \"2\" }", "must look like"),
      ("\"parameters\"", "\"paramters\"", "did you mean \"parameters\"?"),
      ("\"claimed\": { \"value\": \"2\" }", "", "parameters lacks \"claimed\""),
      ("\"id\": \"mc-01\", ", "", "lacks \"id\""),
    ] {
      let workshop = try Workshop()
      let example = """
        { "request": { "parameters": { "claimed": { "value": "2" } },
            "evidence": { "list": [ { "id": "mc-01", "media": "text/csv", "text": "x\\n1\\n2\\n" } ] } },
          "answer": { "verdict": "met" } }
        """
      try workshop.write("Plugins/row-count/examples/two.json", example)
      func faults() throws -> String {
        let plugin = try #require(
          try PluginLoader.load(workshop.root + "/Plugins/row-count").manifest)
        return PluginTest(plugin, options: AuthoringTests.options).findings
          .compactMap { $0.fault?.en }.joined(separator: "\n")
      }
      #expect(try faults() == "")
      try workshop.write(
        "Plugins/row-count/examples/two.json", example.replacing(text, with: other))
      let found = try faults()
      #expect(found.contains(words), "\(other): \(found)")
    }
  }

  @Test("A new Python plugin passes its test at once")
  func newPython() throws {
    let workshop = try Workshop()
    for file in NewPlugin("count-more", in: .python).files {
      try workshop.write("Plugins/count-more/" + file.path, file.text)
    }
    let loaded = try PluginLoader.load(workshop.root + "/Plugins/count-more")
    let plugin = try #require(loaded.manifest, "\(loaded.diagnostics.all)")
    let test = PluginTest(plugin, options: AuthoringTests.options)
    #expect(test.isPassed, "\(test.findings)")
  }

  @Test(
    "The manifests of new Swift and WebAssembly plugins are sound", arguments: ["swift", "wasm"])
  func newOthers(language: String) throws {
    let workshop = try Workshop()
    let new = NewPlugin("count-more", in: try #require(NewPlugin.Language(rawValue: language)))
    for file in new.files { try workshop.write("Plugins/count-more/" + file.path, file.text) }
    let loaded = try PluginLoader.load(workshop.root + "/Plugins/count-more")
    #expect(loaded.diagnostics.all.map(\.code) == [])
    #expect(!new.build.isEmpty)
  }

  @Test("A new WebAssembly plugin builds by the command it names, and passes its test")
  func newWasm() throws {
    let workshop = try Workshop()
    let new = NewPlugin("count-more", in: .wasm)
    let folder = workshop.root + "/Plugins/count-more"
    for file in new.files { try workshop.write("Plugins/count-more/" + file.path, file.text) }
    for command in new.build {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", command]
      shell.currentDirectoryURL = URL(filePath: folder)
      try shell.run()
      shell.waitUntilExit()
      #expect(shell.terminationStatus == 0, "\(command)")
    }
    let plugin = try #require(try PluginLoader.load(folder).manifest)
    let test = PluginTest(plugin, options: AuthoringTests.options)
    #expect(test.isPassed, "\(test.findings)")
  }

  private struct Doubling: CheckPlugin {
    let name = "doubling"
    let version = "2.0"

    func check(_ request: CheckRequest) -> CheckAnswer {
      guard let number = request.number("of") else {
        return CheckAnswer(.error, vi: "thiếu", en: "missing")
      }
      return CheckAnswer(
        .partial, vi: "nửa", en: "half of \(number)", score: Rational(text: "1/2"),
        positions: [CheckAnswer.Position("e", line: 2, note: (vi: "đây", en: "here"))])
    }
  }

  @Test("A Swift plugin is a struct with one function")
  func kit() throws {
    func answer(_ request: String) throws -> String {
      String(decoding: try #require(Doubling().answer(to: Array(request.utf8))), as: UTF8.self)
    }
    #expect(
      try answer(#"{"type":"describe","id":"1","soat-plugin":1}"#)
        == #"{"id":"1","soat-plugin":1,"name":"doubling","version":"2.0"}"# + "\n")
    let line = try answer(
      #"{"type":"check","id":"2","soat-plugin":1,"parameters":{"of":{"value":"3/2"}}}"#)
    let kind = ExternalKind(
      id: "doubling", version: "2.0", title: LocalizedText(same: ""),
      summary: LocalizedText(same: ""), givesPartialCredit: true)
    let request = PluginRequest(
      kind: "doubling", check: "c", parameters: ["of"], body: [],
      evidence: [
        PluginRequest.Files(
          name: "f", files: [EvidenceFile(id: "e", file: "", media: "", checks: [])])
      ])
    let outcome = try AnswerLine(Array(line.utf8.dropLast())).outcome(of: request, kind)
    #expect(outcome.verdict == .partial)
    #expect(outcome.reason.en == "half of 3/2")
    #expect(outcome.positions.first?.note?.vi == "đây")
    #expect(try answer(#"{"type":"check","id":"3","soat-plugin":2}"#).contains("error"))
    #expect(Doubling().answer(to: Array("{".utf8)) == nil)
  }

  @Test("A WebAssembly plugin runs under the toolchain's runtime")
  func wasm() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Plugins/figures-agree").standardizedFileURL.path
    let plugin = try #require(try PluginLoader.load(folder).manifest)
    withKnownIssue("there is no wasmkit on this host") {
      let test = PluginTest(plugin, options: AuthoringTests.options)
      #expect(test.isPassed, "\(test.findings)")
    } when: {
      Programs.find("wasmkit") == nil
    }
  }
}
