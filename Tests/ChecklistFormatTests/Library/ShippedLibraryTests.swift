import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import JSON
import TestSupport
import Testing

/// The shipped checklists and submissions.
let library = packageRoot.appending(path: "Checklists").resolvingSymlinksInPath().path

func packs() throws -> [String] { try PackLoader.packs(at: library) }

func submissions() throws -> [String] {
  try files(in: "examples") + files(in: "invented")
}

@Suite("The shipped library is sound")
struct ShippedLibraryTests {
  @Test("Every pack loads without a word and survives its frozen form")
  func everyPack() throws {
    let paths = try packs()
    #expect(paths.count >= 2)
    for path in paths {
      let pack = try PackLoader.load(path)
      #expect(pack.diagnostics.all == [], "\(path)")
      let checklist = try #require(pack.compiled).checklist
      let bytes = JSONWriter.canonical(checklist.json)
      let read = try Checklist(json: try JSONReader.read(bytes))
      #expect(read == checklist)
      #expect(JSONWriter.canonical(read.json) == bytes)
      #expect(read.digest == checklist.digest)
      #expect(try PackLoader.load(path).compiled?.checklist.digest == checklist.digest)
      var changed = checklist
      changed.areas[0].checks[0].points += 1
      #expect(changed.digest != checklist.digest)
    }
  }

  @Test("Every worked submission loads without a word and survives its JSON form")
  func everySubmission() throws {
    var checklists: [String: Checklist] = [:]
    for path in try packs() {
      let checklist = try #require(try PackLoader.load(path).compiled).checklist
      checklists[checklist.reference] = checklist
    }
    let paths = try submissions()
    #expect(paths.count >= 5)
    for path in paths {
      #expect(SubmissionLoader.isSubmission(path))
      let file = try SubmissionLoader.open(path)
      let checklist = try #require(checklists[file.checklist ?? ""])
      let loaded = SubmissionLoader.load(file, for: checklist)
      #expect(loaded.diagnostics.all == [], "\(path)")
      let submission = try #require(loaded.submission)
      let bytes = JSONWriter.canonical(submission.json)
      let read = try Submission(json: try JSONReader.read(bytes))
      #expect(read == submission)
      #expect(JSONWriter.canonical(read.json) == bytes)
      #expect(read.digest == submission.digest)
      var changed = submission
      changed.answers["staff.total"] = Answer(.number(Number(987_654)))
      #expect(changed.digest != submission.digest)
    }
  }

  @Test("Every calendar loads without a word")
  func calendars() throws {
    let folder = library + "/calendars"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let loaded = try CalendarLoader.load(folder + "/" + name)
      #expect(loaded.diagnostics.all == [])
      #expect(loaded.calendar != nil)
    }
  }
}
