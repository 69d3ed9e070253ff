import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Testing

@testable import PluginHost

/// A folder with a pack, a plugin and a submission, as a province would have them; each test changes
/// what it is about.
final class Workshop {
  let root: String

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "workshop-\(UUID())").path
    try write("Checklists/calendars/plain.yaml", Workshop.calendar)
    try write("Checklists/indicators/demo.yaml", Workshop.indicators)
    try write("Checklists/demo/checklist.yaml", Workshop.checklist)
    try write("Checklists/demo/area.yaml", Workshop.area)
    try write("unit.yaml", Workshop.submission)
    try write("files/list.csv", "no,unit\n1,a\n2,b\n3,c\n")
    let plugins = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Plugins/row-count").standardizedFileURL.path
    try FileManager.default.createDirectory(
      atPath: root + "/Plugins", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: plugins, toPath: root + "/Plugins/row-count")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ path: String, _ text: String) throws {
    let url = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func replace(_ text: String, with other: String, in path: String) throws {
    let whole = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
    try #require(whole.contains(text))
    try write(path, whole.replacing(text, with: other))
  }

  /// Pins the plugins as they are.
  func pin() throws {
    let pack = try load(PluginShelf(allowsUnpinned: true))
    try write("Checklists/demo/plugins.lock", PluginLock.text(pinning: pack.plugins))
  }

  func load(_ shelf: PluginShelf = PluginShelf()) throws -> LoadedPack {
    try PackLoader.load(root + "/Checklists/demo/checklist.yaml", plugins: shelf)
  }

  /// The codes of what is wrong with the pack.
  func codes(_ shelf: PluginShelf = PluginShelf()) throws -> [String] {
    try load(shelf).diagnostics.all.map(\.code)
  }

  func checklist() throws -> CompiledChecklist {
    let pack = try load(PluginShelf(allowsUnpinned: true))
    return try #require(pack.compiled, "\(pack.diagnostics.all)")
  }

  func submission(_ checklist: CompiledChecklist) throws -> Submission {
    let file = try SubmissionLoader.open(root + "/unit.yaml")
    let loaded = SubmissionLoader.load(file, for: checklist.checklist)
    return try #require(loaded.submission, "\(loaded.diagnostics.all)")
  }

  static let day = CivilDate(year: 2025, month: 1, day: 10)

  /// The assessment with the plugin asked.
  func assessed() throws -> Assessment {
    let pack = try load(PluginShelf(allowsUnpinned: true))
    let checklist = try #require(pack.compiled, "\(pack.diagnostics.all)")
    let submission = try submission(checklist)
    let host = PluginHost(pack.plugins, options: PluginHostOptions(confinement: Confinement.none))
    defer { host.close() }
    let context = AssessmentContext(asOf: try #require(Workshop.day))
    return assess(
      checklist, submission, host.context(context, for: submission, checklist, folder: root))
  }

  /// The result of the plugin's check.
  func result() throws -> CheckResult { try #require(try assessed().result(of: "TT-03")) }

  /// A reason as the team reads it.
  static func words(_ result: CheckResult) -> String {
    result.reason.parts.map { part in
      switch part {
      case .text(let text), .remark(let text, _): text.en
      case .indicator(let id): id
      default: "…"
      }
    }.joined()
  }
}

extension Workshop {
  private static let calendar = """
    soat: 1
    calendar: plain
    title: { vi: "Lịch", en: "Calendar" }
    verified: { from: 2019-01-01, to: 2026-12-31 }
    off: []

    """

  private static let indicators = """
    soat: 1
    indicators:
      - { id: training.people, title: { vi: "Số người", en: "People" }, type: int, unit: { vi: người, en: people }, from: 0, time: period }
      - { id: training.held, title: { vi: "Có lớp", en: "A class was held" }, type: bool, time: period }

    """

  private static let checklist = """
    soat: 1
    id: demo
    version: "1.0"
    title: { vi: "Mẫu", en: "Demo" }
    applies: { levels: [district], periods: { from: 2019-01-01 } }
    uses: { indicators: [demo], calendar: plain }
    include: [area.yaml]
    scoring: { total: 10, minimum_completeness: 100%, bands: [{ id: good, title: { vi: "Tốt", en: "Good" }, from: 0% }] }

    """

  private static let area = """
    area: { id: training, title: { vi: "Tập huấn", en: "Training" }, weight: 10 }
    checks:
      - id: TT-03
        title: { vi: "Danh sách đủ người", en: "The list is complete" }
        kind: row-count
        with: { claimed: training.people }
        points: 5
        partial: linear
        class: practice
        severity: low
        when: training.held
      - id: TT-04
        title: { vi: "Có người dự", en: "Somebody attended" }
        kind: threshold
        with: { value: training.people, at_least: 1 }
        points: 5
        class: practice
        severity: low

    """

  private static let submission = """
    soat: 1
    submission: s1
    checklist: demo@1.0
    unit: { code: x/y, name: "Huyện mẫu", level: district }
    period: { from: 2024-01-01, to: 2024-12-31 }
    answers: { training.people: 4, training.held: true }
    evidence: [{ id: mc-01, file: files/list.csv, for: [TT-03], as: list }]

    """
}
