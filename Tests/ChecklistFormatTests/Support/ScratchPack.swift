import Diagnostics
import Foundation
import InspectionCore
import Testing

@testable import ChecklistFormat

/// A small pack in a temporary folder of its own, which goes when the pack does.
final class ScratchPack {
  let root: String
  /// The pack's `checklist.yaml`.
  var main: String { root + "/pack/checklist.yaml" }

  /// Writes a pack that loads without a word; `files` replaces or adds files, by their paths.
  init(_ files: [String: String] = [:]) throws {
    root = FileManager.default.temporaryDirectory.path + "/soat-" + UUID().uuidString
    for (path, text) in ScratchPack.sound.merging(files, uniquingKeysWith: { $1 }) {
      try write(Array(text.utf8), to: path)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    let file = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: root + "/" + path, withDestinationPath: target)
  }

  /// Everything that loading the pack finds, as it is printed, with paths inside the scratch folder.
  func lint(_ language: Language = .en) throws -> String {
    let pack = try PackLoader.load(main)
    #expect((pack.compiled == nil) == pack.diagnostics.hasErrors)
    return rendered(pack.diagnostics, pack.sources, language)
  }

  /// Everything that reading a submission finds, as it is printed.
  func lint(submission text: String, _ language: Language = .en) throws -> String {
    let loaded = try load(submission: text)
    #expect((loaded.submission == nil) == loaded.diagnostics.hasErrors)
    return rendered(loaded.diagnostics, [loaded.source.name: loaded.source], language)
  }

  func load(submission text: String) throws -> LoadedSubmission {
    try write(Array(text.utf8), to: "submission.yaml")
    let pack = try #require(try PackLoader.load(main).compiled)
    let file = try SubmissionLoader.open(root + "/submission.yaml")
    let loaded = SubmissionLoader.load(file, for: pack.checklist)
    // Whatever a test reads is read in both ways: what comes without nodes is what comes of them.
    let rules = [pack.checklist.reference: SubmissionRules(pack.checklist)]
    if let plain = PlainSubmission.read(Array(text.utf8), for: rules) {
      #expect(loaded.diagnostics.all.isEmpty)
      #expect(plain.submission == loaded.submission)
    }
    return loaded
  }

  private func rendered(
    _ list: DiagnosticList, _ sources: [String: SourceText], _ language: Language
  ) -> String {
    let renderer = DiagnosticRenderer(language: language)
    var text = list.all.map { renderer.render($0, in: sources[$0.source]) }.joined()
    if list.leftOut > 0 { text += "\(list.leftOut) more\n" }
    return text.replacingOccurrences(of: root + "/pack/", with: "")
      .replacingOccurrences(of: root + "/", with: "")
  }

  /// A pack without a mistake: one area of one check.
  static let sound = [
    "pack/checklist.yaml": checklist(),
    "pack/area.yaml": area(check()),
    "indicators/facts.yaml": indicators,
    "citations/law.yaml": citations,
    "calendars/days.yaml": calendar,
  ]

  static func checklist(include: String = "area.yaml", scoring: String = "") -> String {
    """
    soat: 1
    id: small
    version: 1.0
    title: { vi: "Bảng kiểm nhỏ", en: "Small checklist" }
    applies: { levels: [district], periods: { from: 2019-01-01, to: 2025-06-30 } }
    uses: { indicators: [facts], citations: [law], calendar: days }
    include: [\(include)]
    \(scoring)
    """
  }

  static func area(_ checks: String) -> String {
    """
    area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 10 }
    checks:
    \(checks)
    """
  }

  /// A check; `rule` holds its lines from `kind` on.
  static func check(
    _ id: String = "A-1", _ rule: String = "expr: staff.total >= 1", kind: String = "rule",
    points: String = "5"
  ) -> String {
    """
      - id: \(id)
        title: { vi: "Đủ người", en: "Enough people" }
        kind: \(kind)
        \(rule)
        points: \(points)
        class: practice
        severity: low
    """
  }

  /// A duty in law that rests on one citation.
  static func duty(_ id: String, cites: String) -> String {
    check(id).replacing("class: practice", with: "class: duty\n    cites: [\(cites)]")
  }

  /// The citations with a second place that nobody has read.
  static let citationsWithRecalledPlace = citations.replacing(
    "status: verified }]",
    with:
      #"status: verified }, { id: "60", title: { vi: "Điều 60", en: "Article 60" }, status: recalled }]"#
  )

  static let indicators = """
    soat: 1
    indicators:
      - { id: staff.total, title: { vi: "Tổng số", en: "All officers" }, type: int, from: 0 }
      - { id: staff.trained, title: { vi: "Đã tập huấn", en: "Trained officers" }, type: int, from: 0, to: 1.000 }
      - { id: staff.hours, title: { vi: "Số giờ", en: "Hours" }, type: decimal, from: 0 }
      - { id: budget.spent, title: { vi: "Đã chi", en: "Spent" }, type: money, from: 0 }
      - { id: share.handled, title: { vi: "Tỷ lệ xử lý", en: "Share handled" }, type: percent, from: 0%, to: 100% }
      - { id: board.exists, title: { vi: "Có ban", en: "A board exists" }, type: bool }
      - { id: board.name, title: { vi: "Tên ban", en: "Name of the board" }, type: text }
      - { id: plan.signed, title: { vi: "Ngày ký", en: "Day of signing" }, type: date }
      - { id: plan.document, title: { vi: "Kế hoạch", en: "The plan" }, type: document }

    """

  static let citations = """
    soat: 1
    citations:
      - id: luat-2016
        type: { vi: "Luật", en: "Law" }
        number: 102/2016/QH13
        issuer: { vi: "Quốc hội", en: "National Assembly" }
        date: 2016-04-05
        title: { vi: "Luật Trẻ em", en: "Law on Children" }
        in_force: { from: 2017-06-01 }
        status: verified
        places: [{ id: "53", title: { vi: "Điều 53", en: "Article 53" }, status: verified }]

    """

  static let calendar = """
    soat: 1
    calendar: days
    title: { vi: "Lịch", en: "Calendar" }
    verified: { from: 2019-01-01, to: 2026-12-31 }
    off:
      - { date: 2024-04-29, name: { vi: "Nghỉ", en: "Off" }, source: "Công văn 2450", confirmed: true }
    working:
      - { date: 2024-05-04, name: { vi: "Bù", en: "Worked" }, source: "Công văn 2450", confirmed: true }

    """

  static func submission(_ answers: String, _ rest: String = "") -> String {
    """
    soat: 1
    submission: first
    checklist: small@1.0
    unit: { code: hung-yen/khoai-chau, name: "Huyện Khoái Châu", level: district }
    period: { from: 2019-01-01, to: 2019-12-31 }
    documents:
      - { id: k0, title: { vi: "Báo cáo", en: "Report" }, date: 2019-12-15 }
    answers:
    \(answers)
    \(rest)
    """
  }
}
