import Diagnostics
import InspectionCore
import JSON
import TestSupport
import Testing

@Suite struct RoundTripTests {
  @Test("A frozen checklist is read back whole, byte for byte", arguments: [8, 1_789] as [UInt64])
  func checklists(seed: UInt64) throws {
    var samples = WireSamples(generator: SeededGenerator(seed: seed))
    for trial in 0..<400 {
      let checklist = samples.checklist()
      let bytes = JSONWriter.canonical(checklist.json)
      let read = try Checklist(json: JSONReader.read(bytes))
      guard read == checklist, JSONWriter.canonical(read.json) == bytes else {
        Issue.record("seed \(seed), trial \(trial): \(checklist.json)")
        return
      }
    }
  }

  @Test("A submission is read back whole, byte for byte", arguments: [9, 1_917] as [UInt64])
  func submissions(seed: UInt64) throws {
    var samples = WireSamples(generator: SeededGenerator(seed: seed))
    for trial in 0..<800 {
      let submission = samples.submission()
      let bytes = JSONWriter.canonical(submission.json)
      let read = try Submission(json: JSONReader.read(bytes))
      guard read == submission, JSONWriter.canonical(read.json) == bytes else {
        Issue.record("seed \(seed), trial \(trial): \(submission.json)")
        return
      }
    }
  }
}
