import ChecklistFormat
import Diagnostics
package import InspectionCore
import JSON
import Storage

/// What computing a recorded assessment again came to.
package struct CheckedAssessment: Sendable {
  /// A place in the document at which the two differ.
  package struct Difference: Hashable, Sendable {
    /// The path, such as `score.points`.
    package var path: String
    /// What was recorded, as JSON; nil where there was nothing.
    package var recorded: String?
    /// What comes out now, as JSON; nil where there is nothing.
    package var now: String?
  }

  /// The round.
  package var round: String
  /// The unit inspected.
  package var unit: String
  /// What was recorded.
  package var record: RecordedAssessment
  /// Where the two differ; empty where they are the same byte for byte.
  package var differences: [Difference]
  /// Why it could not be computed; nil where it could.
  package var refused: WorkspaceError?
}

extension Workspace {
  /// Computes the recorded assessments of closed inspections again, from the frozen checklist and the kept
  /// answers, and says what differs (design decision 9).
  ///
  /// An assessment of another version of the engine is named and refused: it is never compared silently.
  ///
  /// - Parameters:
  ///   - round: the round; nil for all.
  ///   - unit: the unit; nil for all of the round.
  package func checkAssessments(
    round: String? = nil, unit: String? = nil, _ session: Session,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(WorkspaceError) -> [CheckedAssessment] {
    try authorize(session, .workspace(.verifyAssessment), unit: unit ?? settings.coordinator)
    var wanted: [(round: String, unit: String)] = []
    for id in try rounds(or: round) {
      for code in try self.round(id).plan.units where unit == nil || unit == code {
        wanted.append((id, code))
      }
    }
    var checked: [CheckedAssessment] = []
    for (place, one) in wanted.enumerated() {
      let name = Self.inspectionID(round: one.round, unit: one.unit)
      if let inspection = try foldedInspection(name).state, let outcome = inspection.outcome {
        for record in outcome.assessments {
          var result = CheckedAssessment(
            round: one.round, unit: one.unit, record: record, differences: [])
          do throws(WorkspaceError) {
            result.differences = try check(record, of: inspection)
          } catch {
            result.refused = error
          }
          checked.append(result)
        }
      }
      progress(place + 1, wanted.count)
    }
    return checked
  }

  private func check(
    _ record: RecordedAssessment, of inspection: Inspection
  ) throws(WorkspaceError) -> [CheckedAssessment.Difference] {
    guard record.engine == Assessment.engine else {
      throw WorkspaceError(
        "other-engine",
        LocalizedText(
          vi: "được chấm bằng phiên bản \(record.engine), ở đây là \(Assessment.engine)",
          en:
            "it was computed by version \(record.engine) of the engine, here is \(Assessment.engine)"
        ),
        mend: LocalizedText(
          vi: "kiểm tra bằng đúng phiên bản ấy", en: "check it with that version"))
    }
    let subject = SubjectID(kind: InspectionEvent.kind, id: inspection.plan.id)
    guard let looked = inspection.subject(record.subject),
      let revision = looked.answers.first(where: { $0.file == record.answers }),
      let document = Digest(hex: record.document)
    else {
      throw WorkspaceError(
        subject,
        WireError(
          path: record.subject,
          message: LocalizedText(vi: "thiếu bài trả lời", en: "the answers are missing")))
    }
    let compiled = try checklist(looked.checklist)
    guard compiled.checklist.digest == record.checklist else {
      throw WorkspaceError(
        "other-checklist",
        LocalizedText(
          vi: "bảng kiểm \(looked.checklist) không phải bản đã chấm",
          en: "the checklist \(looked.checklist) is not the one it was judged by"))
    }
    let assessment = assess(
      compiled, try submission(revision), try context(of: record, compiled.checklist))
    let now = AssessmentDocument(
      assessment, checklist: compiled.checklist, digest: record.checklist, audience: .team,
      language: .vi
    ).json
    let bytes = try storing { () throws(JournalError) in
      try journal.evidence.bytes(of: document)
    }
    if bytes == JSONWriter.canonical(now) { return [] }
    var differences: [CheckedAssessment.Difference] = []
    Self.compare(try json(bytes, subject), now, at: "", into: &differences)
    return differences
  }

  private static let mostDifferences = 100

  private static func compare(
    _ recorded: JSONValue?, _ now: JSONValue?, at path: String,
    into differences: inout [CheckedAssessment.Difference]
  ) {
    guard recorded != now, differences.count < mostDifferences else { return }
    if let before = recorded?.objectValue, let after = now?.objectValue {
      var keys = before.map(\.key)
      for member in after where before[member.key] == nil { keys.append(member.key) }
      for key in keys {
        compare(
          before[key], after[key], at: path.isEmpty ? key : path + "." + key, into: &differences)
      }
    } else if let before = recorded?.arrayValue, let after = now?.arrayValue {
      for place in 0..<max(before.count, after.count) {
        compare(
          place < before.count ? before[place] : nil, place < after.count ? after[place] : nil,
          at: "\(path)[\(place)]", into: &differences)
      }
    } else {
      func text(_ value: JSONValue?) -> String? {
        value.map { String(decoding: JSONWriter.canonical($0), as: UTF8.self) }
      }
      differences.append(
        CheckedAssessment.Difference(path: path, recorded: text(recorded), now: text(now)))
    }
  }
}
