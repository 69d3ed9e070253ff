import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import JSON
import Testing

/// A pack or submission around the few lines of an explanation's example.
struct ExamplePack {
  private let place: Explanation.Place
  private let lines: String
  private let isFailing: Bool
  private let wantsNotes: Bool

  /// - Parameter wantsNotes: whether notes count as well; every change of a base is one.
  init(_ example: Explanation.Example, isFailing: Bool, wantsNotes: Bool) {
    self.wantsNotes = wantsNotes
    place = example.place
    lines = ExamplePack.expanded(isFailing ? example.failing : example.mended)
    self.isFailing = isFailing
  }

  /// What is reported, each code once, with its severity.
  func findings() throws -> [String: Severity] {
    var found: [String: Severity] = [:]
    for diagnostic in try diagnostics() { found[diagnostic.code] = diagnostic.severity }
    return found
  }

  private func diagnostics() throws -> [Diagnostic] {
    switch place {
    case .frozenCheck, .frozenScoring: return try frozen()
    case .submission, .answers: return try submission()
    case .units:
      let pack = try ScratchPack(["units.yaml": "soat: 1\n" + lines])
      return try UnitListLoader.load(pack.root + "/units.yaml").diagnostics.all
    case .round:
      let pack = try ScratchPack(["round.yaml": ExamplePack.round + lines])
      return try RoundLoader.load(pack.root + "/round.yaml").diagnostics.all
    case .plugin:
      let pack = try ScratchPack([
        "count-rows/plugin.yaml": ExamplePack.plugin + lines, "count-rows/check.py": "",
      ])
      return try PluginLoader.load(pack.root + "/count-rows").diagnostics.all
    default:
      let pack = try ScratchPack()
      for (path, text) in files() { try pack.write(bytes(of: text, at: path), to: path) }
      return try PackLoader.load(pack.main, notes: wantsNotes).diagnostics.all
    }
  }

  private func bytes(of text: String, at path: String) throws -> [UInt8] {
    if place == .fileInUTF16, isFailing, path == "pack/area.yaml" {
      return Array(try #require(text.data(using: .utf16LittleEndian)))
    }
    // One byte of a legacy Vietnamese encoding.
    return Array(text.utf8.split(separator: Array("\u{FFFD}".utf8)).joined(separator: [0xD6]))
  }

  // MARK: Files

  private static let plugin = """
    soat: 1
    version: 1.0.0
    title: { vi: "Đếm", en: "Counting" }
    summary: { vi: "Đếm dòng", en: "Counts rows" }
    runtime: python
    program: check.py

    """

  private static let round = """
    soat: 1
    round: dot-1
    title: { vi: "Đợt một", en: "Round one" }
    decision: { number: 1/QĐ-SYT, date: 2024-09-01 }
    checklists: [pack@1]
    period: { from: 2024-01-01, to: 2024-08-31 }

    """

  private static let check = """
    id: A-1
    title: { vi: "Đủ người", en: "Enough people" }
    kind: rule
    expr: staff.total >= 1
    points: 5
    class: practice
    severity: low
    """

  private static let grades = """
    scoring:
      bands:
        - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
        - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
      gates: [{ check: A-1, grade: weak }]
    """

  private static let counted = """
      - { id: children.helped, title: { vi: "Trẻ được hỗ trợ", en: "Children helped" }, type: int, from: 0, counts: children }

    """

  private static let local = """
    soat: 1
    id: local
    version: 1.0
    title: { vi: "Bảng kiểm địa phương", en: "Local checklist" }
    extends: national@1.0
    """

  /// What a pack of the example may extend: a sound checklist, and one that is not.
  private static let bases = [
    "national/checklist.yaml": base("national", "1.0"),
    "national/area.yaml": qualities,
    "older/checklist.yaml": base("older", "1.0"),
    "older/area.yaml": qualities,
    "newer/checklist.yaml": base("older", "2.0"),
    "newer/area.yaml": qualities.replacing("points: 5", with: "points: 10"),
    "broken/checklist.yaml": "soat: 1\nid: broken\nversion: 1.0\n",
  ]

  private static func base(_ id: String, _ version: String) -> String {
    ScratchPack.checklist(scoring: grades).replacing("id: small", with: "id: \(id)")
      .replacing("version: 1.0", with: "version: \(version)")
      .replacing("check: A-1", with: "check: Q-1")
  }

  private static let qualities = """
    area: { id: quality, title: { vi: "Chất lượng", en: "Quality" }, weight: 10 }
    checks:
    \(ScratchPack.check("Q-1"))
    \(ScratchPack.check("Q-2")
      .replacing("class: practice", with: "class: duty\n    cites: [luat-2016/53]"))
    """

  private func files() -> [String: String] {
    var checklist = ScratchPack.checklist()
    var area = ScratchPack.area(item(ExamplePack.check))
    var indicators = ScratchPack.indicators + ExamplePack.counted + ScratchPack.tables
    var files: [String: String] = [:]
    switch place {
    case .check:
      checklist = ScratchPack.checklist(scoring: ExamplePack.grades)
      area = ScratchPack.area(item(merged(ExamplePack.check)))
    case .anotherCheck:
      let second = ExamplePack.check.replacing("A-1", with: "A-2")
      area = ScratchPack.area(item(ExamplePack.check) + "\n" + item(merged(second)))
    case .area: area = merged(area)
    case .anotherArea:
      checklist = ScratchPack.checklist(include: "area.yaml, other.yaml")
      files["pack/other.yaml"] = merged(area.replacing("A-1", with: "B-1"))
    case .checklist: checklist = merged(checklist)
    case .extending:
      checklist = merged(ExamplePack.local)
      files = ExamplePack.bases
    case .extendingArea:
      checklist = ExamplePack.local + "\ninclude: [area.yaml]"
      area = merged(area)
      files = ExamplePack.bases
    case .indicator:
      let another = "id: staff.extra\ntitle: { vi: \"Thêm\", en: \"More\" }\ntype: int"
      indicators += item(merged(another)) + "\n"
    case .ownIndicators:
      checklist = checklist.replacing("indicators: [facts]", with: "indicators: [own]")
      let own = lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
      files["pack/indicators/own.yaml"] = "soat: 1\nindicators:\n" + own + "\n"
    case .citation, .anotherCitation:
      let duty = ExamplePack.check.replacing("class: practice", with: "class: duty")
      area = ScratchPack.area(item(duty + "\ncites: [luat-2016/53]"))
      files["citations/law.yaml"] = citations()
    case .calendar: files["calendars/days.yaml"] = merged(ScratchPack.calendar)
    case .file, .fileInUTF16: area = lines
    case .mainFile: checklist = lines
    case .submission, .answers, .units, .round, .plugin, .frozenCheck, .frozenScoring: break
    }
    files["pack/checklist.yaml"] = checklist
    files["pack/area.yaml"] = area
    files["indicators/facts.yaml"] = indicators
    return files
  }

  private func citations() -> String {
    let sound = ScratchPack.citations.replacing("soat: 1\ncitations:\n", with: "")
    let keys = sound.split(separator: "\n").map { $0.dropFirst(4) }.joined(separator: "\n")
    let items =
      place == .citation ? item(merged(keys)) : item(keys) + "\n" + item(merged(keys, id: "second"))
    return "soat: 1\ncitations:\n" + items + "\n"
  }

  // MARK: Submissions and frozen checklists

  private func submission() throws -> [Diagnostic] {
    let pack = try ScratchPack([
      "pack/checklist.yaml": ScratchPack.checklist()
        .replacing("calendar: days", with: "periods: [vietnam], calendar: days"),
      "pack/area.yaml": ScratchPack.area(
        ScratchPack.check() + "\n" + ScratchPack.duty("D-1", cites: "luat-2016/53") + "\n"
          + ScratchPack.duty("D-2", cites: "luat-2016/60")),
      "citations/law.yaml": ScratchPack.citationsWithRecalledPlace,
      "indicators/facts.yaml": ScratchPack.indicators + ScratchPack.tables,
      "periods/vietnam.yaml": ScratchPack.periods,
    ])
    let answers = place == .answers ? "  " + lines : "  staff.total: 27"
    var text = ScratchPack.submission(answers)
    if place == .submission { text = merged(text) }
    try pack.write(Array(text.utf8), to: "submission.yaml")
    let checklist = try #require(try PackLoader.load(pack.main).compiled).checklist
    let file = try SubmissionLoader.open(pack.root + "/submission.yaml")
    // As lint does: a checklist of another name is not the submission's.
    let isKnown = file.checklist == nil || file.checklist?.hasPrefix(checklist.id + "@") == true
    return isKnown
      ? SubmissionLoader.load(file, for: checklist).diagnostics.all
      : SubmissionLoader.reject(file, known: [checklist.reference]).diagnostics.all
  }

  private func frozen() throws -> [Diagnostic] {
    let pack = try ScratchPack([
      "pack/checklist.yaml": ScratchPack.checklist(
        scoring: ExamplePack.grades.replacing("  gates: [{ check: A-1, grade: weak }]", with: ""))
    ])
    var document = try #require(try PackLoader.load(pack.main).compiled).checklist.json
    let members = try #require(try JSONReader.read(lines).objectValue)
    var root = try #require(document.objectValue)
    if place == .frozenScoring {
      root["scoring"] = .object(overridden(root["scoring"], by: members))
    } else {
      var areas = try #require(root["areas"]?.arrayValue)
      var area = try #require(areas[0].objectValue)
      area["checks"] = .array([.object(overridden(area["checks"]?[0], by: members))])
      areas[0] = .object(area)
      root["areas"] = .array(areas)
    }
    document = .object(root)
    let checklist = try Checklist(json: document)
    do throws(ChecklistCompilationError) {
      _ = try CompiledChecklist(checklist)
      return []
    } catch {
      return error.problems.map(\.problem.diagnostic)
    }
  }

  private func overridden(_ value: JSONValue?, by members: JSONObject) -> JSONObject {
    var object = value?.objectValue ?? JSONObject()
    for (key, value) in members { object[key] = value }
    return object
  }

  // MARK: Text

  /// The keys of `base` with those of the example in place of the same ones; a check that is given
  /// another kind loses its rule.
  private func merged(_ base: String, id: String? = nil) -> String {
    let added = parts(of: lines)
    var names = Set(added.map(\.key))
    if names.contains("kind") { names.insert("expr") }
    var kept = parts(of: base).filter { !names.contains($0.key) }
    if let id, !names.contains("id"), let place = kept.firstIndex(where: { $0.key == "id" }) {
      kept[place].text = "id: \(id)"
    }
    return (kept + added).map(\.text).joined(separator: "\n")
  }

  /// The lines of a mapping key by key.
  private func parts(of text: String) -> [(key: String, text: String)] {
    var parts: [(key: String, text: String)] = []
    for line in text.split(separator: "\n") {
      if let key = line.firstMatch(of: /^([^\s#][^:]*):/) {
        parts.append((String(key.1), String(line)))
      } else if let last = parts.indices.last {
        parts[last].text += "\n" + line
      }
    }
    return parts
  }

  /// A mapping as an item of a list.
  private func item(_ mapping: String) -> String {
    let lines = mapping.split(separator: "\n")
    return lines.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
      .joined(separator: "\n")
  }

  /// `⟨x×40⟩` written out.
  private static func expanded(_ text: String) -> String {
    text.replacing(/⟨([^×⟩]*)×(\d+)⟩/) { match in
      String(repeating: String(match.1), count: Int(match.2) ?? 0)
    }
  }
}
