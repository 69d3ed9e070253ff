import ChecklistFormat
import Diagnostics
import Foundation

// A checklist to extend, what may be changed in it, and the mistakes that changing can make.

let baseScoring = """
  scoring:
    total: 10
    bands:
      - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
      - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
    gates: [{ check: A-1, grade: weak }]
    zero_limits: [{ of: areas, ids: [budget], grade: weak }]
  """

let baseMain = ScratchPack.features(baseScoring + "\npolicies: { recurrence: keep }")
  .replacingOccurrences(of: "id: small", with: "id: national")
  .replacingOccurrences(of: "Bảng kiểm nhỏ", with: "Quốc gia")
  .replacingOccurrences(of: "Small checklist", with: "National")
  .replacingOccurrences(of: "[area.yaml]", with: "[staffing.yaml, budget.yaml]")

let baseArea = """
  area: { id: staffing, title: { vi: "Cán bộ", en: "Staffing" }, weight: 6 }
  checks:
    - id: A-1
      title: { vi: "Đủ người", en: "Enough people" }
      kind: rule
      expr: staff.total >= 1
      points: 5
      class: practice
      severity: low
    - id: A-2
      title: { vi: "Tập huấn", en: "Training" }
      kind: ratio
      with: { of: staff.trained, to: staff.total, at_least: 95%, when_zero: not_applicable }
      points: 4
      class: practice
      severity: medium
    - id: A-3
      title: { vi: "Theo luật", en: "By law" }
      kind: threshold
      with: { value: staff.total, at_least: 3 }
      points: 3
      class: duty
      severity: high
      cites: [luat-2016/53]
    - id: A-4
      title: { vi: "Có Ban", en: "A board" }
      kind: presence
      with: { of: board.exists }
      points: 2
      class: practice
      severity: critical

  """

let baseBudget = """
  area: { id: budget, title: { vi: "Kinh phí", en: "Budget" }, weight: 4 }
  checks:
  \(ScratchPack.check("B-1", "expr: budget.spent > 0"))
  """

/// An area of the extending pack's own.
let more = [
  "pack/more.yaml": """
  area: { id: own, title: { vi: "Riêng", en: "Own" }, weight: 0 }
  checks:
  \(ScratchPack.check("C-1", "expr: board.exists", points: "0"))
  """
]

/// The extending pack's main file.
func local(_ rest: String, base: String = "national@1.0") -> String {
  """
  soat: 1
  id: local
  version: 1.0
  title: { vi: "Địa phương", en: "Local" }
  extends: \(base)
  \(rest)
  """
}

/// A pack beside the one it extends.
func extended(_ rest: String, _ files: [String: String] = [:]) throws -> ScratchPack {
  let pack = [
    "pack/checklist.yaml": local(rest), "national/checklist.yaml": baseMain,
    "national/staffing.yaml": baseArea, "national/budget.yaml": baseBudget,
  ]
  return try ScratchPack(features: pack.merging(files) { $1 })
}

/// A change with what it would be, written into the area itself.
struct PooledChange: Sendable {
  let change: String
  let from: String
  let to: String
  /// What is changed: of the changes to one thing only one can be made.
  let subject: String
  var isDrop: Bool { to.isEmpty }

  init(_ change: String, _ from: String, _ to: String) {
    self.change = "  - { \(change) }\n"
    self.from = from
    self.to = to
    self.subject = String(change.prefix { $0 != "," })
  }

  /// A check left out.
  init(dropping id: String) {
    let start = baseArea.range(of: "  - id: \(id)\n")!.lowerBound
    let end = baseArea[start...].dropFirst().range(of: "  - id: ")?.lowerBound ?? baseArea.endIndex
    self.init("check: \(id), drop: true", String(baseArea[start..<end]), "")
  }
}

let changePool = [
  PooledChange(
    #"check: A-1, points: "7,5", not_applicable: full"#, "points: 5",
    "points: \"7,5\"\n    not_applicable: full"),
  PooledChange(
    #"check: A-2, title: { vi: "Tập huấn đủ", en: "Trained" }, with: { at_least: 80%, when_zero: unmet }, partial: { steps: [{ from: 50%, credit: 30% }] }"#,
    """
    title: { vi: "Tập huấn", en: "Training" }
        kind: ratio
        with: { of: staff.trained, to: staff.total, at_least: 95%, when_zero: not_applicable }
    """,
    """
    title: { vi: "Tập huấn đủ", en: "Trained" }
        kind: ratio
        with: { of: staff.trained, to: staff.total, at_least: 80%, when_zero: unmet }
        partial: { steps: [{ from: 50%, credit: 30% }] }
    """),
  PooledChange(
    #"check: A-3, severity: critical, cites: [luat-2016], remedy: { within: 5 working days, text: { vi: "Bổ sung", en: "Add" } }, reason: { vi: "Ưu tiên", en: "Priority" }"#,
    "severity: high\n    cites: [luat-2016/53]",
    #"severity: critical\#n    cites: [luat-2016]\#n    remedy: { within: 5 working days, text: { vi: "Bổ sung", en: "Add" } }"#
  ),
  PooledChange(
    #"check: A-4, effective: { from: 2023-01-01 }, when: staff.total > 2, evidence: [{ vi: "Sổ", en: "Register" }], guidance: { vi: "Xem", en: "See" }"#,
    "points: 2",
    #"points: 2\#n    effective: { from: 2023-01-01 }\#n    when: staff.total > 2\#n    evidence: [{ vi: "Sổ", en: "Register" }]\#n    guidance: { vi: "Xem", en: "See" }"#
  ),
  PooledChange(
    #"area: staffing, weight: 12, title: { vi: "Nhân sự", en: "People" }"#,
    #"title: { vi: "Cán bộ", en: "Staffing" }, weight: 6"#,
    #"title: { vi: "Nhân sự", en: "People" }, weight: 12"#),
  PooledChange("check: A-1, expr: staff.total >= 20", "staff.total >= 1", "staff.total >= 20"),
  PooledChange("check: A-3, with: { at_most: 9 }", "at_least: 3", "at_most: 9"),
  PooledChange(dropping: "A-1"), PooledChange(dropping: "A-2"), PooledChange(dropping: "A-4"),
]

private func lint(
  _ name: String, _ rest: String, _ files: [String: String] = [:], _ language: Language = .en
) -> GoldenCase {
  GoldenCase(name) { try extended(rest, files).lint(language) }
}

private func changes(_ name: String, _ lines: [String], _ language: Language = .en) -> GoldenCase {
  lint(name, "changes:\n" + lines.map { "  - { \($0) }\n" }.joined(), [:], language)
}

let extendingCases: [GoldenCase] = [
  // The base
  lint(
    "a base that is not there makes nothing else wrong",
    "",
    [
      "pack/checklist.yaml": local(
        """
        include: [area.yaml]
        changes: [{ check: A-9, points: 3 }, { area: nothing, weight: 3 }]
        targets: [{ id: t, title: { vi: T, en: T }, values: [{ value: 1, class: mountain }], cites: [luat-9], status: recalled }]
        scoring:
          bands:
            - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90%, by_class: [{ class: mountain, from: 80% }] }
            - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 0% }
          gates: [{ check: A-1, grade: weak }]
          zero_limits: [{ of: areas, ids: [budget], grade: weak }]
        policies: { next_visit: [{ grade: fair, within: 90 days }] }
        supersedes: [{ version: 0.9, comparable: full, checks: [{ was: X-1, now: [A-1], comparable: full }] }]
        """, base: "nationl@1.0"),
      "pack/area.yaml": ScratchPack.area(
        ScratchPack.check("C-1", "expr: staff.total >= target.officers && own.figure > 0")
          + "\n    cites: [luat-2016/53]"),
    ]),
  lint(
    "another version of the base, in Vietnamese", "",
    ["pack/checklist.yaml": local("", base: "national@2.0")], .vi),
  lint("itself as its base", "", ["pack/checklist.yaml": local("", base: "local@1.0")]),
  lint(
    "two that extend each other", "",
    [
      "pack/checklist.yaml": local("", base: "other@1.0"),
      "other/checklist.yaml": local("", base: "local@1.0").replacingOccurrences(
        of: "id: local", with: "id: other"),
    ]),
  lint(
    "a base with errors of its own", "changes: [{ check: A-9, points: 3 }]",
    ["national/staffing.yaml": baseArea.replacingOccurrences(of: "points: 5", with: "points: 0.5")]),
  lint(
    "warnings of the base are its own", "",
    [
      "national/budget.yaml": baseBudget.replacingOccurrences(
        of: "severity: low", with: "severity: low\n    when: false")
    ]),
  GoldenCase("changes and a digest without a base") {
    try ScratchPack([
      "pack/checklist.yaml": ScratchPack.checklist(
        scoring: "changes: [{ check: A-1, points: 6 }]\nextends_digest: \"0\"")
    ]).lint()
  },
  // What is changed
  changes(
    "a check and an area that the base has not, and one changed twice",
    [
      "check: A-11, points: 6", "area: stafing, weight: 6", "check: A-2, points: 6",
      "check: A-2, points: 7",
    ]),
  changes(
    "neither a check nor an area, and both, in Vietnamese",
    ["points: 6", "check: A-1, area: staffing, title: { vi: X, en: X }"], .vi),
  changes(
    "keys that go with something else",
    ["check: A-1, weight: 6", "area: staffing, points: 6", "check: A-4, drop: true, points: 3"]),
  changes("a misspelt indicator in a changed rule", ["check: A-1, expr: staff.totl >= 2"]),
  changes(
    "a misspelt indicator in a changed parameter", ["check: A-2, with: { of: staff.traind }"]),
  changes("a parameter that the kind has not", ["check: A-2, with: { off: staff.total }"]),
  changes("two comparisons in place of one", ["check: A-2, with: { at_least: 90%, above: 80% }"]),
  changes(
    "a rule for a ratio, parameters for a rule",
    ["check: A-2, expr: staff.total > 1", "check: A-1, with: { of: staff.total }"]),
  changes(
    "whole numbers divided in a changed rule", ["check: A-1, expr: \"staff.total >= 1 / 2\""]),
  changes(
    "unlike measures in a changed parameter", ["check: A-3, with: { at_least: budget.spent }"]),
  changes("partial credit for a kind that gives none", ["check: A-4, partial: linear"]),
  changes(
    "a duty without its law, and a law nobody knows",
    ["check: A-3, cites: []", "check: A-1, cites: [luat-2061]"]),
  changes(
    "what can never apply any more",
    ["check: A-1, effective: { from: 2030-01-01 }", "check: A-2, when: \"false\""]),
  changes("what is always met now", ["check: A-1, expr: \"true\""]),
  changes(
    "a gate and an area of the grading dropped",
    ["check: A-1, drop: true", "area: budget, drop: true", "area: staffing, weight: 10"]),
  changes("a duty dropped", ["check: A-3, drop: true"]),
  changes("weights that no longer give the base's total", ["area: staffing, weight: 7"]),
  changes("a change that changes nothing", ["check: A-1, points: 5"]),
  // What is added
  lint(
    "a weight that the base sets, and a check of its id", "include: [area.yaml]",
    ["pack/area.yaml": ScratchPack.area(ScratchPack.check())]),
  lint(
    "what the base has declared already",
    "uses: { indicators: [own] }\nunit_classes: [{ id: island, title: { vi: Đảo, en: Island } }]",
    [
      "pack/indicators/own.yaml":
        "soat: 1\nindicators:\n  - { id: staff.total, title: { vi: A, en: A }, type: int }\n"
    ]),
]
