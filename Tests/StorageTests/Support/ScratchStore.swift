import Foundation
import InspectionCore
import JSON

@testable import Storage

/// A folder for one test, removed when the test lets go of it.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "soat-storage-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func store(
    _ origin: String = "so-y-te", projections: [Projection] = []
  ) throws(JournalError) -> Journal {
    try Journal(path: path + "/\(origin).db", origin: origin, projections: projections)
  }
}

enum Sample {
  static let attribution = Attribution(
    account: "tp-1", party: .department, happened: CivilDate(iso: "2025-03-04")!,
    recorded: 1_741_060_800_000)

  static func subject(_ id: Int) -> SubjectID { SubjectID(kind: "item", id: "TH-\(id)") }

  static func draft(
    _ id: Int, _ payload: JSONObject = ["done": .integer(1)], type: String = "item.progress",
    files: [Digest] = [], texts: [Digest] = []
  ) -> EventDraft {
    EventDraft(
      subject: subject(id), type: type, payload: payload, attribution: attribution, files: files,
      texts: texts)
  }

  /// Fills a store: `count` events on a third as many subjects.
  static func fill(_ journal: Journal, count: Int, from start: Int = 0) throws {
    let drafts = (start..<start + count).map {
      draft($0 % max(1, count / 3), ["n": .integer(Int64($0))])
    }
    try journal.append(drafts)
  }
}

/// Gathers the lines of an export.
func exported(_ journal: Journal, after number: Int64 = 0) throws -> [[UInt8]] {
  let lines = Lines()
  try journal.export(after: number) { lines.all.append($0) }
  return lines.all
}

func exported(_ journal: Journal, lackedBy other: Journal) throws -> [[UInt8]] {
  let lines = Lines()
  try journal.export(lackedBy: try other.head().origins) { lines.all.append($0) }
  return lines.all
}

private final class Lines {
  var all: [[UInt8]] = []
}

/// The refusal that a body throws; nil where it throws none.
func refusal(_ body: () throws(JournalError) -> Void) -> JournalError? {
  do throws(JournalError) {
    try body()
    return nil
  } catch {
    return error
  }
}
