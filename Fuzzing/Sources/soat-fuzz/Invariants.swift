@testable import ChecklistFormat
import Diagnostics
import InspectionCore
import JSON

/// A checklist is the same after it was frozen and read back, and judges alike.
func checkFrozen(_ compiled: CompiledChecklist, _ submission: Submission) {
  let bytes = JSONWriter.canonical(compiled.checklist.json)
  do {
    let read = try Checklist(json: try JSONReader.read(bytes))
    require(read == compiled.checklist, "a checklist changed by freezing")
    require(JSONWriter.canonical(read.json) == bytes, "frozen twice is not frozen once")
    require(
      checkAssessment(compiled, submission)
        == checkAssessment(try CompiledChecklist(read), submission),
      "a frozen checklist that judges otherwise")
  } catch {
    fatalError("broken: a frozen checklist cannot be read: \(error)")
  }
}

/// A submission is the same after it was written and read back.
func checkFrozen(_ submission: Submission) {
  let bytes = JSONWriter.canonical(submission.json)
  do {
    let read = try Submission(json: try JSONReader.read(bytes))
    require(read == submission, "a submission changed by writing it")
    require(JSONWriter.canonical(read.json) == bytes, "written twice is not written once")
  } catch {
    fatalError("broken: a written submission cannot be read: \(error)")
  }
}

/// Assesses, and writes the result for every audience; gives what was written.
@discardableResult
func checkAssessment(_ compiled: CompiledChecklist, _ submission: Submission) -> [[UInt8]] {
  guard let day = CivilDate(year: 2024, month: 11, day: 1) else { fatalError("no such day") }
  let assessment = assess(compiled, submission, AssessmentContext(asOf: day))
  require(
    assessment.score.points >= 0 && assessment.score.points <= assessment.score.of,
    "more points than there are")
  var written: [[UInt8]] = []
  for (audience, language) in [(Audience.team, Language.vi), (.unit, .en), (.everyone, .vi)] {
    let document = AssessmentDocument(
      assessment, checklist: compiled.checklist, digest: "", audience: audience, language: language)
    let bytes = JSONWriter.canonical(document.json)
    do throws(JSONError) {
      require(
        JSONWriter.canonical(try JSONReader.read(bytes)) == bytes, "a result that reads otherwise")
    } catch {
      fatalError("broken: a result that is no JSON: \(error.message.en)")
    }
    written.append(bytes)
  }
  return written
}
