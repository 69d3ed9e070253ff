import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import JSON
import Testing

@testable import PluginHost

@Suite("Packs whose checks are of a plugin")
struct PluginPackTests {
  @Test("A plugin that the pack has not pinned is an error, and a warning where that is allowed")
  func unpinned() throws {
    let workshop = try Workshop()
    #expect(try workshop.codes() == ["plugin-unpinned"])
    #expect(try workshop.load().compiled == nil)
    let allowed = try workshop.load(PluginShelf(allowsUnpinned: true))
    #expect(allowed.diagnostics.all.map(\.severity) == [.warning])
    #expect(allowed.compiled != nil)
  }

  @Test(
    "Once it is pinned nothing is said; any file that changes, comes or goes is an error",
    arguments: ["row_count.py", "plugin.yaml", "more.py", "examples/enough.json"])
  func pinned(file: String) throws {
    let workshop = try Workshop()
    try workshop.pin()
    #expect(try workshop.codes() == [])
    let path = workshop.root + "/Plugins/row-count/" + file
    let before = FileManager.default.contents(atPath: path) ?? Data()
    try (before + Data("\n# changed".utf8)).write(to: URL(filePath: path))
    let isExample = file.hasSuffix(".json")
    #expect(try workshop.codes() == ["plugin-changed"])
    if isExample {
      try FileManager.default.removeItem(atPath: path)
      #expect(try workshop.codes() == ["plugin-changed"])
    }
  }

  @Test("What is built beside the sources is no part of what is pinned")
  func built() throws {
    let workshop = try Workshop()
    try workshop.pin()
    try workshop.write("Plugins/row-count/__pycache__/x.pyc", "x")
    try workshop.write("Plugins/row-count/.build/release/x", "x")
    #expect(try workshop.codes() == [])
  }

  @Test("A link out of the plugin's folder is refused")
  func linkOut() throws {
    let workshop = try Workshop()
    try FileManager.default.createSymbolicLink(
      atPath: workshop.root + "/Plugins/row-count/secrets", withDestinationPath: "/etc/passwd")
    #expect(try workshop.codes().contains("unreadable-file"))
  }

  @Test("Lint knows the parameters of a plugin without starting it")
  func parameters() throws {
    let workshop = try Workshop()
    try workshop.pin()
    let area = "Checklists/demo/area.yaml"
    try workshop.replace("claimed: training.people", with: "claimd: training.people", in: area)
    #expect(Set(try workshop.codes()) == ["unknown-key"])
    try workshop.replace("claimd: training.people", with: "claimed: training.poeple", in: area)
    #expect(try workshop.codes() == ["unknown-name"])
    try workshop.replace("claimed: training.poeple", with: "claimed: training.held", in: area)
    #expect(try workshop.codes() == ["figure-type"])
    try workshop.replace("{ claimed: training.held }", with: "{}", in: area)
    #expect(try workshop.codes() == ["missing-key"])
  }

  @Test("A misspelt kind is told with the plugin's name")
  func misspelt() throws {
    let workshop = try Workshop()
    try workshop.replace("row-count", with: "row-cout", in: "Checklists/demo/area.yaml")
    let diagnostics = try workshop.load().diagnostics.all
    #expect(diagnostics.map(\.code) == ["unknown-kind"])
    #expect(diagnostics[0].mend?.en.contains("row-count") == true)
  }

  @Test("Plugins that no check is of are not even read")
  func unused() throws {
    let workshop = try Workshop()
    try workshop.write("Plugins/broken/plugin.yaml", "{ no yaml")
    try workshop.pin()
    #expect(try workshop.codes() == [])
  }

  @Test(
    "A manifest that says something wrong is an error of the pack",
    arguments: [
      ("plugin: row-count", "plugin: other", "plugin-name"),
      ("runtime: python", "runtime: perl", "unknown-choice"),
      ("program: row_count.py", "program: ../../../bin/sh", "include-escape"),
      ("type: figure", "type: figur", "unknown-choice"),
      ("credit: true", "credit: yes", "wrong-type"),
      ("credit: true", "limits: { seconds: 61 }", "wrong-type"),
      ("credit: true", "netwrok: true", "unknown-key"),
    ])
  func manifests(text: String, other: String, code: String) throws {
    let workshop = try Workshop()
    try workshop.replace(text, with: other, in: "Plugins/row-count/plugin.yaml")
    #expect(try workshop.codes().contains(code))
    #expect(try workshop.load(PluginShelf(allowsUnpinned: true)).compiled == nil)
  }

  @Test("A frozen checklist carries the plugin's kind, and a host without it leaves the check open")
  func frozen() throws {
    let workshop = try Workshop()
    let checklist = try workshop.checklist()
    let json = checklist.checklist.json
    let thawed = try Checklist(json: json)
    #expect(thawed == checklist.checklist)
    #expect(thawed.json == json)
    let compiled = try CompiledChecklist(thawed)
    let submission = try workshop.submission(checklist)
    #expect(try Submission(json: submission.json) == submission)
    let assessment = assess(
      compiled, submission, AssessmentContext(asOf: try #require(Workshop.day)))
    let result = try #require(assessment.result(of: "TT-03"))
    #expect(result.verdict == .unanswered)
    #expect(Workshop.words(result).contains("cannot run the plugin"))
    #expect(assessment.score.grade == nil)
    #expect(assessment.result(of: "TT-04")?.verdict == .met)
  }

  @Test("Evidence outside the submission's folder, of no check or of no name is refused")
  func evidence() throws {
    for (entry, code) in [
      ("{ id: a, file: ../x.csv, for: [TT-03] }", "include-escape"),
      ("{ id: a, file: /etc/passwd, for: [TT-03] }", "include-escape"),
      ("{ id: a, file: x.csv, for: [TT-09] }", "unknown-check"),
      ("{ id: a, file: x.csv, for: [TT-03], as: sheet }", "unknown-evidence"),
      ("{ id: a, file: x.csv, for: [TT-03], sha256: abc }", "wrong-type"),
      (
        "{ id: a, file: x.csv, for: [TT-03] }, { id: a, file: y.csv, for: [TT-03] }",
        "duplicate-evidence"
      ),
    ] {
      let workshop = try Workshop()
      let checklist = try workshop.checklist()
      try workshop.replace(
        "{ id: mc-01, file: files/list.csv, for: [TT-03], as: list }", with: entry,
        in: "unit.yaml")
      let file = try SubmissionLoader.open(workshop.root + "/unit.yaml")
      let loaded = SubmissionLoader.load(file, for: checklist.checklist)
      #expect(loaded.diagnostics.all.map(\.code) == [code], "\(entry)")
    }
  }
}
