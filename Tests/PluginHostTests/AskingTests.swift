import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import JSON
import Testing

@testable import PluginHost

@Suite("Asking a plugin")
struct AskingTests {
  @Test("A plugin's verdict counts like any other, with its positions and the files it was sent")
  func asked() throws {
    let workshop = try Workshop()
    let assessment = try workshop.assessed()
    let result = try #require(assessment.result(of: "TT-03"))
    #expect(result.verdict == .partial)
    #expect(result.points.earned == 3_750_000)
    #expect(Workshop.words(result).contains("holds 3 rows, 4 are claimed"))
    #expect(result.outcome?.positions == [EvidencePosition(evidence: "mc-01", line: 4)])
    #expect(result.outcome?.files.map(\.id) == ["mc-01"])
    #expect(assessment.plugins.map(\.name) == ["row-count"])
    #expect(assessment.plugins[0].program?.count == 71)
  }

  @Test("For the public a plugin's own words and positions are left out")
  func masked() throws {
    let workshop = try Workshop()
    let document = AssessmentDocument(
      try workshop.assessed(), checklist: try workshop.checklist().checklist, digest: "",
      audience: .everyone, language: .en
    ).json
    let check = document["areas"]?[0]?["checks"]?[0]
    #expect(check?["reason"]?.stringValue == "According to \"Rows of an evidence file\"")
    #expect(check?["plugin"]?["positions"]?.arrayValue == [])
    #expect(document["plugins"]?[0]?["log"]?.isNull == true)
  }

  @Test("Where the check does not apply, or a figure or a file is missing, nobody is asked")
  func unasked() throws {
    for (text, other, verdict, words) in [
      ("training.held: true", "training.held: false", Verdict.notApplicable, "condition"),
      ("training.people: 4", "training.held: true", .unanswered, "Missing"),
      ("training.people: 4", "training.people: { over: 3 }", .unanswered, "Not exact"),
      ("as: list }]", "as: list, media: text/plain }]", .unanswered, "Evidence is missing"),
      ("for: [TT-03], as: list", "for: [TT-04]", .unanswered, "Evidence is missing"),
    ] {
      let workshop = try Workshop()
      if text == "training.people: 4", other == "training.held: true" {
        try workshop.replace("training.people: 4, ", with: "", in: "unit.yaml")
      } else {
        try workshop.replace(text, with: other, in: "unit.yaml")
      }
      let checklist = try workshop.checklist()
      let submission = try workshop.submission(checklist)
      let context = AssessmentContext(asOf: try #require(Workshop.day))
      #expect(pluginRequests(checklist, submission, context) == [], "\(other)")
      let result = try workshop.result()
      #expect(result.verdict == verdict, "\(other)")
      #expect(Workshop.words(result).contains(words), "\(Workshop.words(result))")
    }
  }

  @Test(
    "A file that is not there leaves the check open; one that is not what it should be is an error")
  func files() throws {
    func result(_ change: (Workshop) throws -> Void) throws -> CheckResult {
      let workshop = try Workshop()
      try change(workshop)
      return try workshop.result()
    }
    let gone = try result { workshop in
      try FileManager.default.removeItem(atPath: workshop.root + "/files/list.csv")
    }
    #expect(gone.verdict == .unanswered)
    let changed = try result { workshop in
      try workshop.replace(
        "as: list", with: "as: list, sha256: " + String(repeating: "0", count: 64),
        in: "unit.yaml")
    }
    #expect(changed.verdict == .error)
    #expect(Workshop.words(changed).contains("digest"))
    let outside = try result { workshop in
      let path = workshop.root + "/files/list.csv"
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "/etc/passwd")
    }
    #expect(outside.verdict == .error)
    let large = try result { workshop in
      try workshop.write("files/list.csv", String(repeating: "x", count: 5 << 20))
    }
    #expect(large.verdict == .error)
    let device = try result { workshop in
      try FileManager.default.removeItem(atPath: workshop.root + "/files/list.csv")
      #expect(mkfifo(workshop.root + "/files/list.csv", 0o600) == 0)
    }
    #expect(device.verdict == .unanswered)
  }

  @Test("A source that changes after the checklist was loaded is not started")
  func changedSource() throws {
    let workshop = try Workshop()
    let checklist = try workshop.checklist()
    let submission = try workshop.submission(checklist)
    let program = "Plugins/row-count/row_count.py"
    let text = try String(contentsOfFile: workshop.root + "/" + program, encoding: .utf8)
    func verdict(of program: String) throws -> CheckResult {
      let pack = try workshop.load(PluginShelf(allowsUnpinned: true))
      try workshop.write("Plugins/row-count/row_count.py", program)
      let host = PluginHost(
        pack.plugins, options: PluginHostOptions(confinement: Confinement.none))
      defer { host.close() }
      let context = AssessmentContext(asOf: try #require(Workshop.day))
      let asked = host.context(context, for: submission, checklist, folder: workshop.root)
      return try #require(assess(checklist, submission, asked).result(of: "TT-03"))
    }
    #expect(try verdict(of: text).verdict == .partial)
    let changed = try verdict(of: text + "\n# mended by hand\n")
    #expect(changed.verdict == .error)
    #expect(Workshop.words(changed).contains("row_count.py\" has changed since"))
  }

  @Test("Thousands of requests go through one process, and each answer finds its own")
  func many() throws {
    let workshop = try Workshop()
    let plugin = try #require(
      try PluginLoader.load(workshop.root + "/Plugins/row-count").manifest)
    let host = PluginHost([plugin], options: PluginHostOptions(confinement: Confinement.none))
    let file = EvidenceFile(id: "e", file: "files/list.csv", media: "text/csv", checks: [])
    let queries = (1...3_000).map { number in
      PluginQuery(
        PluginRequest(
          kind: "row-count", check: "c", parameters: ["claimed"],
          body: Array("{\"parameters\":{\"claimed\":{\"value\":\"\(number)\"}}}".utf8),
          evidence: [PluginRequest.Files(name: "list", files: [file])]),
        folder: workshop.root)
    }
    let outcomes = host.outcomes(of: queries)
    for (place, outcome) in outcomes.enumerated() {
      #expect(outcome.reason.en == "The list holds 3 rows, \(place + 1) are claimed")
    }
    #expect(host.records[0].restarts == 0)
    host.close()
  }

  @Test("Bytes that are no text travel as base64, and a mark before UTF-8 is taken away")
  func contents() {
    let csv = EvidenceFile(id: "e", file: "", media: "text/csv", checks: [])
    let marked = EvidenceContent([0xEF, 0xBB, 0xBF, 0x61]).json(csv)
    #expect(marked["text"]?.stringValue == "a")
    #expect(marked["bytes"]?.integerValue == 4)
    for (bytes, text) in [
      ([0xFF] as [UInt8], "/w=="), ([0xFF, 0xFE], "//4="), ([0xFF, 0xFE, 0x00], "//4A"),
      ([0xFF, 0xFE, 0x00, 0x10], "//4AEA=="),
    ] {
      let json = EvidenceContent(bytes).json(csv)
      #expect(json["base64"]?.stringValue == text)
      #expect(json["text"] == nil)
    }
  }
}
