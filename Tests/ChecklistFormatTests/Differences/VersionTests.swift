import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Testing

@Suite("Versions are matched by what the later one declares, and judged comparable or not")
struct VersionTests {
  private let old = DifferenceSample.checklist

  /// The sample as version 2.0, altered.
  private func later(_ alter: (inout Checklist) -> Void) -> Checklist {
    var checklist = old
    checklist.version = "2.0"
    alter(&checklist)
    return checklist
  }

  private func migration(
    _ comparability: Comparability, _ checks: [CheckMigration]
  ) -> [Migration] {
    [Migration(version: "1.0", comparability: comparability, checks: checks)]
  }

  private func entry(
    _ was: String, _ now: [String], _ comparability: Comparability = .full
  ) -> CheckMigration {
    CheckMigration(was: was, now: now, comparability: comparability)
  }

  @Test("A declared rename is one change, and gates and caps go with it")
  func renamed() throws {
    let new = later {
      $0.areas[0].checks[0].id = "A-11"
      $0.scoring.gates[0].check = "A-11"
      $0.migrations = migration(.full, [entry("A-1", ["A-11"])])
    }
    let difference = ChecklistDifference(from: old, to: new)
    #expect(difference.changes.map(\.kind) == [.renamed])
    #expect(difference.changes.map(\.weight) == [.followUp])
    #expect(difference.changes.first?.before?.vi == "A-1")
    #expect(difference.comparability == .full)
    #expect(difference.warnings == [])
    let fate = try #require(difference.checks.first { $0.was == ["A-1"] })
    #expect(fate.now == ["A-11"])
    #expect(fate.comparability == .full)
  }

  @Test("A rename that is not declared is suggested, by rule or by title")
  func suggested() {
    let new = later {
      $0.areas[0].checks[0].id = "A-11"
      $0.areas[0].checks[0].title = DifferenceSample.text("Anew")
      $0.areas[1].checks[0].id = "B-11"
      $0.areas[1].checks[0].parameters["relation"] = .name("at_most")
      $0.scoring.gates = []
      $0.scoring.zeroLimits = []
    }
    let suggestions = ChecklistDifference(from: old, to: new).suggestions
    #expect(suggestions.map(\.was) == ["A-1", "B-1"])
    #expect(suggestions.map(\.now) == ["A-11", "B-11"])
    #expect(suggestions.map(\.reason.en) == ["same rule", "same title"])
  }

  @Test("Splits and merges are told as such, and are partly comparable at the best")
  func regrouped() throws {
    let new = later {
      var half = $0.areas[0].checks[1]
      half.id = "A-3"
      $0.areas[0].checks.append(half)
      $0.areas[1].checks[1].id = "B-9"
      $0.areas[1].checks.remove(at: 0)
      $0.scoring.zeroLimits = []
      $0.migrations = migration(
        .partial,
        [
          entry("A-2", ["A-2", "A-3"], .partial), entry("B-1", ["B-9"], .full),
          entry("B-2", ["B-9"], .partial),
        ])
    }
    let difference = ChecklistDifference(from: old, to: new)
    let checks = difference.changes.filter { $0.subject.kind == .check }
    #expect(checks.map(\.kind) == [.split, .merged])
    #expect(checks.map(\.subject.id) == ["A-2", "B-9"])
    let merged = try #require(difference.checks.first { $0.now == ["B-9"] })
    #expect(merged.was == ["B-1", "B-2"])
    #expect(merged.declared == .partial)
    #expect(difference.checks.map(\.found) == [.full, .partial, .partial])
  }

  private static let verdicts:
    [(name: String, found: Comparability, @Sendable (inout Check) -> Void)] =
      [
        ("points", .full, { $0.points = 20_000_000 }),
        ("severity", .full, { $0.severity = .low }),
        ("deadline", .full, { $0.remedy.within = nil }),
        ("title", .full, { $0.title = DifferenceSample.text("Other") }),
        ("not applicable", .full, { $0.notApplicable = .zero }),
        ("partial credit", .partial, { $0.partial = .none }),
        ("other law", .partial, { $0.cites = [CitationReference(citation: "decree")] }),
        ("threshold", .none, { $0.parameters["at_least"] = .expression("target.share") }),
        ("condition", .none, { $0.condition = nil }),
        ("class", .none, { $0.checkClass = .criterion }),
        ("effective", .none, { $0.effectiveFrom = nil }),
      ]

  @Test("What changed decides whether a check's results may be compared", arguments: Self.verdicts)
  func derived(
    name: String, found: Comparability, alter: @Sendable (inout Check) -> Void
  ) throws {
    let new = later { alter(&$0.areas[0].checks[0]) }
    let difference = ChecklistDifference(from: old, to: new)
    let check = try #require(difference.checks.first { $0.now == ["A-1"] })
    #expect(check.found == found)
    #expect(check.reasons.isEmpty == (found == .full))
    // A-1 carries two thirds of the area's 60%.
    #expect(check.shareBefore == 400_000)
    let alters = ["severity", "deadline", "title"].contains(name) == false
    #expect(difference.altersJudgement == alters)
    #expect(difference.found == (alters ? .partial : .full))
  }

  @Test("The whole is not comparable where such checks carry more than half of the points")
  func majority() {
    let new = later {
      $0.areas[0].checks[0].condition = nil
      $0.areas[0].checks[1].condition = "staff.total > 0"
    }
    #expect(ChecklistDifference(from: old, to: new).found == .none)
    let half = later {
      $0.areas[0].checks[0].condition = nil
      $0.areas[0].checks[0].points = 5_000_000
    }
    // 40% of the points then, 30% now.
    #expect(ChecklistDifference(from: old, to: half).found == .partial)
  }

  @Test("Other levels are not comparable; a longer period alone is")
  func scope() {
    let elsewhere = later { $0.levels = ["commune"] }
    #expect(ChecklistDifference(from: old, to: elsewhere).found == .none)
    let longer = later { $0.appliesTo = nil }
    #expect(ChecklistDifference(from: old, to: longer).found == .full)
  }

  @Test("What the author declares holds, and a promise that is not kept is warned of")
  func contradiction() throws {
    let new = later {
      $0.areas[0].checks[0].condition = nil
      $0.areas[1].checks.remove(at: 1)
      $0.migrations = migration(
        .full, [entry("A-1", ["A-1"]), entry("A-7", ["A-8"], .none)])
    }
    let difference = ChecklistDifference(from: old, to: new)
    #expect(difference.comparability == .full)
    #expect(difference.found == .partial)
    #expect(difference.checks.first?.comparability == .full)
    #expect(
      difference.warnings.map(\.en) == [
        "supersedes 1.0: declared comparable, but found partly comparable",
        "A-1 → A-1: declared comparable, but found not comparable: condition changed",
        "A-7: version 1.0 has no such check", "A-7 → A-8: version 2.0 has no check A-8",
        "B-2: is gone, and supersedes does not say so",
      ])
  }

  @Test("Two that differ under one version are warned of")
  func sameVersion() {
    var new = old
    new.areas[0].checks[0].points = 1_000_000
    let warnings = ChecklistDifference(from: old, to: new).warnings
    #expect(warnings.map(\.en) == ["both are sample@1.0 and yet differ: raise version"])
  }

  // MARK: The map

  @Test("The map is what a pack needs, lints clean in it, and then agrees with what is found")
  func map() throws {
    let earlier = try ScratchPack(["pack/area.yaml": Self.area(Self.earlier)])
    let later = try ScratchPack([
      "pack/area.yaml": Self.area(Self.later), "pack/checklist.yaml": Self.checklist(""),
    ])
    let before = try #require(try ChecklistFile.load(earlier.main).compiled).checklist
    let after = try #require(try ChecklistFile.load(later.main).compiled).checklist
    let map = try MigrationMap(ChecklistDifference(from: before, to: after))
    #expect(map.yaml == Self.expected)
    try later.write(Array(Self.checklist(map.yaml).utf8), to: "pack/checklist.yaml")
    #expect(try later.lint() == "")
    let mapped = try #require(try ChecklistFile.load(later.main).compiled).checklist
    #expect(mapped.migrations == [map.migration])
    let again = ChecklistDifference(from: before, to: mapped)
    #expect(again.warnings == [])
    #expect(again.suggestions == [])
    #expect(try MigrationMap(again).migration == map.migration)
  }

  @Test("There is no map between two checklists, or within one version")
  func noMap() {
    var other = old
    other.id = "other"
    #expect(throws: MigrationObjection.otherChecklist("sample", "other")) {
      try MigrationMap(ChecklistDifference(from: old, to: other))
    }
    #expect(throws: MigrationObjection.sameVersion("1.0")) {
      try MigrationMap(ChecklistDifference(from: old, to: old))
    }
  }

  private static func area(_ checks: String) -> String { ScratchPack.area(checks) }

  private static let earlier =
    ScratchPack.check("A-1") + "\n" + ScratchPack.check("A-2", "expr: staff.trained >= 2") + "\n"
    + ScratchPack.check("A-3", "expr: budget.spent > 0") + "\n"
    + ScratchPack.check("A-4", "expr: board.exists")

  private static let later =
    ScratchPack.check("A-1") + "\n"
    + ScratchPack.check("A-22", "expr: (staff.trained) >= 2", points: "7").replacing(
      "Đủ người", with: "Đủ \\\"tập huấn\\\""
    ).replacing("Enough people", with: "Trained") + "\n"
    + ScratchPack.check("A-3", "expr: budget.spent > 1")

  private static func checklist(_ rest: String) -> String {
    ScratchPack.checklist().replacing("version: 1.0", with: "version: 2.0") + rest
  }

  private static let expected = """
    supersedes:
      - version: 1.0
        comparable: partial
        note: { vi: "Mục không so sánh được chiếm 50% điểm cũ và 29,4% điểm mới; 3 thay đổi ảnh hưởng đến kết quả chấm", en: "Checks that are not comparable carry 50% of the points then and 29.4% now; 3 changes can alter results" }
        checks:
          # gợi ý: cùng quy tắc · suggested: same rule
          - { was: A-2, now: [A-22], comparable: full }
          - { was: A-3, now: [A-3], comparable: none, note: { vi: "Đổi quy tắc", en: "Rule changed" } }
          - { was: A-4, now: [], comparable: none, note: { vi: "Đã bỏ", en: "Dropped" } }

    """
}
