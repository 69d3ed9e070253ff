import Diagnostics
import Documents

/// Everything that cannot be read of a table, with the places.
struct TableProblems {
  private var all: [LocalizedText] = []
  private let table: SourceTable

  /// How many problems are shown.
  private static let shown = 20

  init(_ table: SourceTable) { self.table = table }

  var isEmpty: Bool { all.isEmpty }
  var count: Int { all.count }

  /// Takes a problem down.
  ///
  /// - Parameters:
  ///   - column: from 0; nil where no column holds it.
  ///   - what: what should stand there.
  mutating func add(
    row: Int, column: Int?, _ what: LocalizedText, _ vi: String, _ en: String
  ) {
    let place =
      column.map { table.place(row: row, column: $0) }
      ?? LocalizedText(vi: "dòng \(row)", en: "row \(row)")
    all.append(
      LocalizedText(
        vi: "\(place.vi), \(what.vi): \(vi)", en: "\(place.en), \(what.en): \(en)"))
  }

  /// The refusal of the whole table.
  func refusal(_ path: String) -> WorkspaceError {
    let shown = all.prefix(Self.shown)
    var vi = "\(path): \(all.count) chỗ không nhập được, chưa ghi gì"
    var en = "\(path): \(all.count) places cannot be read, nothing was recorded"
    for problem in shown {
      vi += "\n  " + problem.vi
      en += "\n  " + problem.en
    }
    if all.count > shown.count {
      vi += "\n  …"
      en += "\n  …"
    }
    return WorkspaceError(
      "unreadable-rows", LocalizedText(vi: vi, en: en),
      mend: LocalizedText(vi: "sửa trong bảng rồi nhập lại", en: "mend the list and try again"))
  }
}
