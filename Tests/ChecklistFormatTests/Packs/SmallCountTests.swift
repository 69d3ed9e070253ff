import CEL
import Diagnostics
import Testing

@testable import ChecklistFormat

@Suite("Limits that tell a masked count")
struct SmallCountTests {
  @Test(
    "A rule that tells 1, 2, 3 and 4 children apart, wherever it does",
    arguments: [
      ("children.helped >= 3", true), ("3 > children.helped", true),
      ("children.helped == 4", true), ("children.helped != 4", true),
      ("children.helped + children.known < 2", true),
      ("staff.total > 9 || children.helped <= 1", true),
      ("children.helped - 3 >= 0", true), ("children.helped * 2 > 5", true),
      ("-children.helped <= -2", true), ("children.helped in [0, 2]", true),
      ("[children.helped, children.known].sum() >= 3", true),
      ("children.helped >= children.known + 3", true),
      ("previous.children.helped <= 2", true), ("files.drawn.size() >= 3", true),
      ("files.drawn.filter(f, f.plan).size() > 1", true),
      ("children.helped <= target.most", true), ("(children.helped > 2) == board.exists", true),
      ("(board.exists ? children.helped : 9.0) > 2", true),
      ("children.helped >= 1", false), ("children.helped > 4", false),
      ("children.helped >= 5", false), ("children.helped == 0", false),
      ("children.helped > 0", false), ("children.helped * 2 > 8", false),
      ("children.helped in [0, 5, 6]", false), ("staff.total >= 3", false),
      ("visits.list.size() >= 3", false), ("files.drawn.size() >= 5", false),
      ("children.helped >= children.known", false),
      ("children.helped >= 0.95 * children.known", false),
      ("children.helped / children.known >= 0.9", false),
      ("children.known == 0 || children.helped / children.known >= 0.9", false),
      ("children.helped <= target.many", false), ("children.few >= 2", false),
    ])
  func rules(rule: String, isTold: Bool) throws {
    #expect(try notes("expr: \(quoted(rule))") == (isTold ? ["small-count-limit"] : []))
  }

  @Test(
    "A limit on a figure worked out from a count and figures that are shown",
    arguments: [
      // 3 triệu for at most 1 triệu a child are three children and no fewer.
      ("budget.spent / children.helped <= 1000000", true),
      ("1000000 >= budget.spent / children.helped", true),
      ("children.helped / staff.total >= 3", true), ("children.helped + staff.total < 2", true),
      ("share.handled * children.helped >= 1", true),
      ("staff.hours / children.helped >= 2", true),
      ("(staff.hours - staff.trained) / children.helped > 7", true),
      // One officer has 10 children or fewer: with 1 to 4 children that always holds.
      ("children.helped <= 10 * staff.total", false),
      ("staff.total / children.helped >= 0.001", false),
      ("staff.total >= 1 + 0 * children.helped", false),
      ("budget.spent / staff.total >= 1000000", false),
      // The count of 1 to 4 does not come so far.
      ("children.helped < 5 || budget.spent / children.helped >= 1000000", false),
      ("children.helped >= 5 && budget.spent / children.helped >= 1000000", false),
      ("children.helped >= 5 ? budget.spent / children.helped >= 1000000 : true", false),
      ("(children.helped >= 5 ? budget.spent / children.helped : 9.0) >= 7", false),
      ("children.helped < 3 || budget.spent / children.helped >= 1000000", true),
    ])
  func computed(rule: String, isTold: Bool) throws {
    // Where the guard itself tells, it is noted besides.
    let found = try notes("expr: \(quoted(rule))")
    #expect(!found.isEmpty == isTold)
    #expect(found.allSatisfy { $0 == "small-count-limit" })
  }

  @Test(
    "The limits of the kinds",
    arguments: [
      ("threshold", "{ value: children.helped, at_least: 3 }", true),
      ("threshold", "{ value: children.helped, below: 5 }", false),
      ("threshold", "{ value: staff.total, at_least: 3 }", false),
      ("threshold", "{ value: budget.spent / children.helped, at_least: 1 triệu đồng }", true),
      ("threshold", "{ value: budget.spent / staff.total, at_least: 1 triệu đồng }", false),
      ("ratio", "{ of: budget.spent, to: children.helped, at_least: 1 triệu đồng, \(zero) }", true),
      ("ratio", "{ of: children.helped, to: staff.total, at_least: 95%, \(zero) }", true),
      ("ratio", "{ of: children.helped, to: children.known, at_least: 95%, \(zero) }", false),
      ("ratio", "{ of: staff.trained, to: staff.total, at_least: 95%, \(zero) }", false),
      ("ratio", "{ of: children.known, to: children.helped - 2, at_least: 95%, \(zero) }", true),
      ("coverage", "{ of: children.helped, to: 3, \(zero) }", true),
      ("coverage", "{ of: children.helped, to: 8, \(zero) }", false),
      ("sum", "{ parts: [children.helped, children.known], total: 3, relation: at_most }", true),
      ("sum", "{ parts: [children.helped, 2], total: children.known }", true),
      ("sum", "{ parts: [children.helped, children.known], total: children.all }", false),
      ("trend", "{ value: children.helped, change: falls, previous: 3, \(zero) }", true),
      ("trend", "{ value: children.helped, change: falls, by: 2%, \(zero) }", false),
      (
        "rows",
        "{ table: visits.list, each: row.paid || children.helped > 2, at_least: 50%, \(zero) }",
        true
      ),
      ("rows", "{ table: files.drawn, each: row.plan, at_least: 50%, \(zero) }", false),
    ])
  func kinds(kind: String, with: String, isTold: Bool) throws {
    #expect(Set(try notes("with: \(with)", kind)) == (isTold ? ["small-count-limit"] : []))
  }

  @Test(
    "Where a check begins to be partly met is a limit, where it gives more is hidden",
    arguments: [
      ("threshold", "{ value: children.helped, at_least: 8 }", "25%", true),
      ("threshold", "{ value: children.helped, at_least: 8 }", "12%", false),
      ("threshold", "{ value: children.helped, at_least: 8 }", "60%", false),
      ("threshold", "{ value: staff.total, at_least: 8 }", "25%", false),
      ("coverage", "{ of: children.helped, to: 10, \(zero) }", "30%", true),
      ("coverage", "{ of: children.helped, to: children.known, \(zero) }", "30%", false),
      ("coverage", "{ of: children.helped, to: staff.total, \(zero) }", "30%", true),
      ("ratio", "{ of: children.helped, to: children.all, at_least: 95%, \(zero) }", "30%", false),
    ])
  func steps(kind: String, with: String, from: String, isTold: Bool) throws {
    let steps = "[{ from: \(from), credit: 10% }, { from: 75%, credit: 60% }]"
    let found = try notes("with: \(with)\n    partial: { steps: \(steps) }", kind)
    #expect(found == (isTold ? ["small-count-limit"] : []))
    #expect(try notes("with: \(with)\n    partial: linear", kind) == [])
  }

  @Test(
    "A rule that gives a share of the points",
    arguments: [
      ("children.helped / 3.0", "linear", true),
      // 9 of 9 is beyond 4, and what is below 9 is partly met.
      ("children.helped / 9.0", "linear", false),
      ("children.helped / 9.0", "{ steps: [{ from: 30%, credit: 30% }] }", true),
      ("children.helped / 9.0", "{ steps: [{ from: 60%, credit: 30% }] }", false),
      ("(children.helped - 2) / 9.0", "linear", true),
      ("children.helped / children.known", "linear", false),
      ("staff.total / 3.0", "linear", false), ("children.helped > 2 ? 1.0 : 0.5", "linear", true),
      ("children.helped > 5 ? 1.0 : 0.5", "linear", false),
    ])
  func shares(rule: String, partial: String, isTold: Bool) throws {
    let found = try notes("expr: \(quoted(rule))\n    partial: \(partial)")
    #expect(found == (isTold ? ["small-count-limit"] : []))
  }

  @Test(
    "A condition under which a check applies",
    arguments: [
      ("children.helped > 2", true), ("board.exists && children.helped == 1", true),
      ("budget.spent / children.helped > 1000000", true),
      ("children.helped > 0", false), ("children.helped >= 5", false),
      ("children.helped == 0 || children.helped >= 5", false), ("staff.total > 2", false),
    ])
  func conditions(when: String, isTold: Bool) throws {
    for check in [
      ("expr: board.exists", "rule"), ("with: { figures: [staff.total, staff.hours] }", "supplied"),
    ] {
      let found = try notes("\(check.0)\n    when: \(quoted(when))", check.1)
      #expect(found == (isTold ? ["small-count-limit"] : []))
    }
  }

  @Test("A check that applies to 0 and to 5 and more tells nothing by what it compares")
  func mended() throws {
    let rule = "expr: budget.spent / children.helped >= 1000000"
    #expect(try notes(rule) == ["small-count-limit"])
    #expect(try notes(rule + "\n    when: children.helped == 0 || children.helped >= 5") == [])
    #expect(try notes(rule + "\n    when: children.helped >= 4") == ["small-count-limit"])
  }

  @Test("No shipped checklist has such a limit")
  func shipped() throws {
    for path in try packs() {
      let found = try PackLoader.load(path, notes: true).diagnostics.all
      #expect(found.filter { $0.code == "small-count-limit" } == [], "\(path)")
    }
  }

  @Test("Many comparisons, deep ones and long sums are bounded")
  func hostile() throws {
    let many = (0..<200).map { "children.helped > \($0 + 6)" }.joined(separator: " || ")
    #expect(try notes("expr: \(quoted(many))") == [])
    let sum = (0..<200).map { "children.helped * \($0 + 1)" }.joined(separator: " + ")
    #expect(try notes("expr: \(quoted(sum + " > 5"))") == [])
    let deep =
      String(repeating: "(board.exists ? 1.0 : ", count: 40) + "children.helped"
      + String(repeating: ")", count: 40) + " > 2"
    #expect(try notes("expr: \(quoted(deep))").count <= 1)
    let parts = Array(repeating: "children.helped", count: 3000).joined(separator: ", ")
    #expect(try notes("with: { parts: [\(parts)], total: 3 }", "sum") == [])
    #expect(try notes("expr: '[\(parts)].sum() > 3'") == [])
    let vast = "children.helped * 9223372036854775807 > 9223372036854775806"
    #expect(try notes("expr: \(quoted(vast))").count <= 1)
  }

  @Test("Each says what is told, where, and the mend", arguments: Language.allCases)
  func messages(language: Language) throws {
    let checks = [
      ScratchPack.check("A-1", "expr: staff.total > 1 && children.helped >= 3"),
      ScratchPack.check(
        "A-2", "with: { value: children.helped, at_least: 8 }", kind: "threshold",
        points: "5\n    partial: { steps: [{ from: 25%, credit: 10% }] }"),
      ScratchPack.check("A-3", "expr: board.exists\n    when: children.helped > 2"),
      ScratchPack.check("A-4", "expr: budget.spent / children.helped >= 1000000"),
    ]
    let pack = try pack(checks.joined(separator: "\n"))
    let found = try PackLoader.load(pack.main, notes: true)
    let renderer = DiagnosticRenderer(language: language)
    let text = found.diagnostics.all.map { renderer.render($0, in: found.sources[$0.source]) }
      .joined().replacing(pack.root + "/pack/", with: "")
    #expect(text == (language == .vi ? vietnamese : english))
  }

  private func pack(_ checks: String) throws -> ScratchPack {
    try ScratchPack([
      "indicators/facts.yaml": ScratchPack.indicators + counted,
      "targets/own.yaml": targets,
      "pack/checklist.yaml": ScratchPack.checklist()
        .replacing("citations: [law]", with: "citations: [law], targets: [own]"),
      "pack/area.yaml": ScratchPack.area(checks),
    ])
  }

  private func notes(_ rule: String, _ kind: String = "rule") throws -> [String] {
    let pack = try pack(ScratchPack.check("A-1", rule, kind: kind))
    let found = try PackLoader.load(pack.main, notes: true).diagnostics.all
    // The rules under test need not make sense otherwise.
    let others = ["share-limit", "verdict-settled"]
    #expect(found.filter { $0.severity == .error }.map(\.message.en) == [])
    return found.map(\.code).filter { !others.contains($0) }
  }

  private func quoted(_ rule: String) -> String { "'\(rule)'" }
}

private let zero = "when_zero: not_applicable"

private let counted = """
    - { id: children.helped, title: { vi: Trẻ, en: Children }, type: int, from: 0, counts: children }
    - { id: children.known, title: { vi: Trẻ, en: Children }, type: int, from: 0, counts: children }
    - { id: children.all, title: { vi: Trẻ, en: Children }, type: int, from: 0, counts: children }
    - { id: children.few, title: { vi: Trẻ, en: Children }, type: int, from: 0, to: 1, counts: children }
    - id: files.drawn
      title: { vi: Hồ sơ, en: Files }
      type: table
      rows: case_files
      columns: [{ id: plan, title: { vi: Kế hoạch, en: Plan }, type: bool }]
    - id: visits.list
      title: { vi: Lượt, en: Visits }
      type: table
      rows: communes
      columns: [{ id: paid, title: { vi: Chi, en: Paid }, type: bool }]

  """

private let targets = """
  soat: 1
  targets:
    - { id: most, title: { vi: Mức, en: Most }, values: [{ value: 9, to: 2020-12-31 }, { value: 3, from: 2021-01-01 }], status: recalled }
    - { id: many, title: { vi: Mức, en: Many }, values: [{ value: 9 }], status: recalled }

  """

private let english = """
  area.yaml:6:30: note: the verdict tells the public something about "children.helped", masked from 1 to 4 [small-count-limit]
      6 |     expr: staff.total > 1 && children.helped >= 3
        |                              ^~~~~~~~~~~~~~~~~~~~
        = compare with 0, with 5 or more, or use a ratio
  area.yaml:15:14: note: whether the check is partly met or unmet tells the public something about "children.helped", masked from 1 to 4 [small-count-limit]
     15 |     partial: { steps: [{ from: 25%, credit: 10% }] }
        |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        = let the lowest step begin where it asks for 5 or more, or use partial: linear
  area.yaml:22:11: note: whether the check applies tells the public something about "children.helped", masked from 1 to 4 [small-count-limit]
     22 |     when: children.helped > 2
        |           ^~~~~~~~~~~~~~~~~~~
        = in when, compare with 0, with 5 or more, or with another count of children or cases
  area.yaml:29:11: note: the verdict tells the public something about "children.helped", masked from 1 to 4, since "budget.spent" is shown [small-count-limit]
     29 |     expr: budget.spent / children.helped >= 1000000
        |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        = use a ratio of two counts of children or cases, or let it apply only when children.helped >= 5

  """

private let vietnamese = """
  area.yaml:6:30: ghi chú: kết quả của mục này cho người ngoài biết phần nào "children.helped", số từ 1 đến 4 đã được che [small-count-limit]
      6 |     expr: staff.total > 1 && children.helped >= 3
        |                              ^~~~~~~~~~~~~~~~~~~~
        = dùng mức so sánh từ 5 trở lên hoặc bằng 0, hoặc dùng tỷ lệ
  area.yaml:15:14: ghi chú: việc mục này đạt một phần hay chưa đạt cho người ngoài biết phần nào "children.helped", số từ 1 đến 4 đã được che [small-count-limit]
     15 |     partial: { steps: [{ from: 25%, credit: 10% }] }
        |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        = để bậc thấp nhất bắt đầu từ mức ứng với 5 trở lên, hoặc dùng partial: linear
  area.yaml:22:11: ghi chú: việc mục này có áp dụng hay không cho người ngoài biết phần nào "children.helped", số từ 1 đến 4 đã được che [small-count-limit]
     22 |     when: children.helped > 2
        |           ^~~~~~~~~~~~~~~~~~~
        = trong when, so sánh với 0, với số từ 5 trở lên, hoặc với một số đếm trẻ em, vụ việc khác
  area.yaml:29:11: ghi chú: kết quả của mục này cho người ngoài biết phần nào "children.helped", số từ 1 đến 4 đã được che, vì "budget.spent" không được che [small-count-limit]
     29 |     expr: budget.spent / children.helped >= 1000000
        |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        = dùng tỷ lệ giữa hai số đếm trẻ em, vụ việc, hoặc chỉ áp dụng (when) khi children.helped >= 5

  """
