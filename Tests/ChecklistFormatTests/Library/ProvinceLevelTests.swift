import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import TestSupport
import Testing

@Suite("Levels of a province count once the province has set them")
final class ProvinceLevelTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  private static let checks = ["NS-11", "KP-03", "VC-03"]

  init() throws {
    try FileManager.default.copyItem(at: URL(filePath: library), to: folder)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes levels into the copied register, in the order of its targets.
  private func set(_ levels: [String]) throws {
    let file = folder.appending(path: "targets/province.yaml")
    var text = try String(contentsOf: file, encoding: .utf8)
    for level in levels {
      let place = try #require(text.range(of: "    values: []\n"))
      text.replaceSubrange(place, with: "    values: [{ value: \(level) }]\n")
    }
    try #require(!text.contains("    values: []\n"))
    try Data(text.utf8).write(to: file)
  }

  private func verdicts(_ pack: String) throws -> [String: Set<Verdict>] {
    let loaded = try PackLoader.load(folder.appending(path: pack + "/checklist.yaml").path)
    try #require(loaded.diagnostics.all == [])
    let compiled = try #require(loaded.compiled)
    let day = try #require(CivilDate(iso: "2026-03-02"))
    var seen: [String: Set<Verdict>] = [:]
    for submission in try loadedSubmissions(in: "invented")
    where submission.checklist == compiled.checklist.reference {
      let assessment = assess(compiled, submission, AssessmentContext(asOf: day))
      for id in Self.checks {
        seen[id, default: []].insert(try #require(assessment.result(of: id)).verdict)
      }
    }
    return seen
  }

  @Test(
    "Until then the checks do not apply; then they are met, unmet or partly met",
    arguments: ["child-protection-district", "child-protection-commune"])
  func levels(pack: String) throws {
    for (_, seen) in try verdicts(pack) { #expect(seen == [.notApplicable]) }
    try set(["1.000", "40.000", "60%"])
    let low = try verdicts(pack)
    #expect(low["KP-03"]?.isSuperset(of: [.met, .unmet]) == true, "\(low)")
    #expect(low["VC-03"]?.isSuperset(of: [.met, .partial, .unmet]) == true, "\(low)")
    #expect(low["NS-11"]?.contains(pack.hasSuffix("district") ? .met : .unmet) == true, "\(low)")
  }

  @Test("A level that few reach leaves the others short of it")
  func highLevel() throws {
    try set(["5.000", "100.000", "60%"])
    let commune = try verdicts("child-protection-commune")
    #expect(commune["NS-11"]?.contains(.met) == true)
    #expect(commune["KP-03"]?.contains(.partial) == true)
  }
}
