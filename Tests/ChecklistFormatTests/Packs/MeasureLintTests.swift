import ChecklistFormat
import Diagnostics
import Testing

@Suite("Rules keep fractions, exactness and units of measure")
struct MeasureLintTests {
  @Test("A mistake gives exactly this text", arguments: measureCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(measureGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(measureCases, as: "measureGolden")
  }

  /// The codes that a pack of one check gives.
  private func codes(_ rule: String, kind: String = "rule") throws -> [String] {
    let pack = try ScratchPack(measured(rule, kind: kind))
    return try PackLoader.load(pack.main).diagnostics.all.map(\.code)
  }

  @Test(
    "What the language makes of whole numbers",
    arguments: [
      ("7 / 2 == people.total", true), ("7 % 2 == 1 && people.total > 0", true),
      ("1 / 2 * people.total > 3", true), ("7u / 2u == 3u || people.total > 0", true),
      ("size(board.name) / 2 > 3", true), ("[7 / 2].all(n, people.total > n)", true),
      ("people.total > (people.trained > 3 ? 7 / 2 : 4)", true),
      ("7.0 / 2 == people.total", false), ("7 / 2.0 == people.total", false),
      ("people.total / 2 > 3", false), ("7 / people.total > 3", false),
      ("size(board.name) / 2.0 > 3", false), ("number(7) / 2 > people.total", false),
    ])
  func intDivision(rule: String, isCaught: Bool) throws {
    #expect(try codes("expr: '\(rule)'") == (isCaught ? ["int-division"] : []))
  }

  @Test("A double is caught where it comes in, once, and a decimal literal is none")
  func doubles() throws {
    #expect(try codes(#"expr: 'double("1.5") * 2.0 > 1'"#) == ["no-such-overload"])
    #expect(
      try codes(#"expr: '-double("1.5") - double(2) > 1 || people.total > 1'"#)
        == ["double", "double"])
    #expect(try codes(#"expr: 'people.total > int(double("1.5"))'"#) == ["double"])
    #expect(try codes(#"expr: '[1.5, double(2)].exists(n, n > 1) || board.exists'"#) == ["double"])
    #expect(try codes(#"expr: 'people.total > 1.5e3'"#) == [])
    // A whole that is a double is no figure: one mistake, one message.
    #expect(
      try codes(#"with: { value: people.total, at_least: 'double("1.5")' }"#, kind: "threshold")
        == ["figure-type"])
  }

  @Test(
    "Units that do not fit",
    arguments: [
      "people.total == communes.total", "people.total - communes.total > 1",
      "people.total + people.trained + communes.total > 1",
      "budget.allocated > people.total", "share.handled > people.total",
      "people.total > staff.count", "share.handled > staff.count",
      "people.total / communes.total > people.trained",
      "people.total / communes.total > share.handled",
      "people.total * communes.total > people.total", "10 * budget.allocated > children.total",
      "share.handled * people.total > communes.total", "-people.total < communes.total",
      "budget.allocated / children.total > budget.allocated",
      "area.length * area.width > area.length", "1 / people.total > share.handled",
      "people.total in [1, communes.total]",
      "[people.total, people.trained].exists(n, n == communes.total)",
      "[people.total, people.trained].map(n, n * 2).all(n, n > communes.total)",
      "[people.total, people.trained].filter(n, n > 2).sum() > communes.total",
      "[people.total, people.trained][0] > communes.total",
      "(board.exists ? people.total : people.trained) > communes.total",
      "(board.exists ? people.total : communes.total) > 2",
      "number(people.total) >= communes.total", "[people.total] == [communes.total]",
      "!(board.exists && (people.total > communes.total || board.exists))",
      "{'a': people.total > communes.total}.a",
    ])
  func unlike(rule: String) throws {
    let found = try codes("expr: \"\(rule)\"")
    #expect(found == ["mixed-units"])
  }

  @Test(
    "Units that fit",
    arguments: [
      "people.total == people.trained + 2 + people.total", "people.total >= 0.95 * people.trained",
      "people.total / people.trained >= share.handled", "people.total / communes.total >= 2",
      "people.total / communes.total >= people.per_commune",
      "budget.allocated / children.total >= 500000",
      "budget.allocated / children.total * children.total == budget.allocated",
      "people.total * share.handled <= people.trained", "1 - share.handled > 0.05",
      "people.total == people.upper", "staff.count > staff.other", "staff.count >= 3",
      "staff.count / staff.other >= share.handled", "rate.plain >= share.handled",
      "staff.count * share.handled <= staff.other", "share.percent >= share.handled",
      "budget.allocated > budget.decimal", "area.length * area.width > area.surface",
      "area.length * area.length * area.length > 3 * area.surface * area.width",
      "people.total in [1, people.trained]", "2 in [people.total, communes.total]",
      "[people.total, communes.total].all(n, n > 0)",
      "[people.total] + [communes.total] != []", "[people.total, communes.total][0] > 2",
      "(board.exists ? people.total : 2.0) > people.trained",
      "size(board.name) > communes.total", "int('7') > communes.total",
      "plan.signed - plan.signed < duration('3h')", "board.name + 'x' == board.name",
      "dyn(people.total) > people.trained", "has({'a': 1}.a) || board.exists",
      "[people.total, people.trained].exists_one(n, n > 3)",
      "{'a': people.total, 'b': communes.total}['a'] > 2",
    ])
  func like(rule: String) throws {
    #expect(try codes("expr: \"\(rule)\"") == [])
  }

  @Test(
    "What a kind compares must fit",
    arguments: [
      ("threshold", "value: people.total, at_least: 95%", false),
      ("threshold", "value: people.total, at_least: communes.total", false),
      ("threshold", "value: staff.count, at_least: 30 triệu đồng", false),
      ("threshold", "value: staff.count, above: 5%", false),
      ("threshold", "value: budget.allocated, below: 5%", false),
      ("threshold", "value: people.total / communes.total, at_most: 5%", false),
      ("threshold", "value: people.total / people.trained, at_most: 5%", true),
      ("threshold", "value: budget.allocated, above: 30 triệu đồng", true),
      ("threshold", "value: share.handled, above: 5%", true),
      ("threshold", "value: people.total, at_least: 95", true),
      ("threshold", "value: people.per_commune, at_least: 2", true),
      ("coverage", "of: people.total, to: communes.total, when_zero: met", false),
      ("coverage", "of: people.total, to: people.trained + 1, when_zero: met", true),
      ("coverage", "of: people.total, to: 19, when_zero: met", true),
      ("ratio", "of: people.total, to: communes.total, at_least: 95%, when_zero: met", false),
      ("ratio", "of: budget.allocated, to: children.total, above: 5 triệu, when_zero: met", false),
      ("ratio", "of: people.total, to: communes.total, above: people.total, when_zero: met", false),
      ("ratio", "of: people.total, to: communes.total, at_least: 2, when_zero: met", true),
      (
        "ratio", "of: people.total, to: communes.total, above: people.per_commune, when_zero: met",
        true
      ),
      ("ratio", "of: people.trained, to: people.total, at_least: 95%, when_zero: met", true),
      ("ratio", "of: communes.total, to: 19, at_least: share.handled, when_zero: met", true),
      ("sum", "parts: [people.total, communes.total], total: people.trained", false),
      ("sum", "parts: [people.total, people.trained], total: communes.total", false),
      ("sum", "parts: [2, people.trained], total: communes.total", false),
      ("sum", "parts: [people.total, 2], total: people.trained, relation: at_least", true),
    ])
  func kinds(kind: String, with: String, fits: Bool) throws {
    #expect(try codes("with: { \(with) }", kind: kind) == (fits ? [] : ["mixed-units"]))
  }

  @Test("A rule that gives a number gives a share of the points")
  func credit() throws {
    #expect(try codes("expr: people.total\n    partial: linear") == ["mixed-units"])
    #expect(try codes("expr: people.trained / people.total\n    partial: linear") == [])
    #expect(try codes("expr: share.handled\n    partial: linear") == [])
  }

  @Test(
    "Rows of tables, targets and the period before are measured too",
    arguments: [
      ("expr: sites.table.all(row, row.visitors >= row.surface)", "rule", false),
      ("expr: sites.table.all(r, r.visitors > people.total && r.opened < 24)", "rule", true),
      (
        "expr: sites.table.filter(r, r.surface > 9).all(r, r.surface > people.total)", "rule", false
      ),
      ("expr: sites.table.map(r, r.visitors).sum() == communes.total", "rule", false),
      ("expr: sites.table.map(r, r.visitors).sum() == people.total", "rule", true),
      ("expr: sites.table[0].opened > sites.table[0].answered", "rule", false),
      ("expr: size(sites.table) == communes.total", "rule", true),
      ("expr: size(sites.table) / 2 > 3", "rule", false),
      ("expr: people.total >= previous.communes.total", "rule", false),
      ("expr: people.total >= previous.people.total", "rule", true),
      ("expr: people.total >= target.swim", "rule", false),
      ("expr: people.trained / people.total >= target.swim", "rule", true),
      ("expr: people.total >= target.officers", "rule", true),
      ("expr: period.days / 2 > 3", "rule", false),
      (
        "with: { table: sites.table, each: row.visitors > row.surface, at_least: 9%, when_zero: met }",
        "rows", false
      ),
      (
        "with: { table: sites.table, each: row.visitors > 3, at_least: people.total, when_zero: met }",
        "rows", false
      ),
      (
        "with: { table: sites.table, each: row.visitors > 3, where: row.surface > 2, "
          + "at_least: target.swim, when_zero: met }", "rows", true
      ),
    ])
  func tables(rule: String, kind: String, fits: Bool) throws {
    let found = try codes(rule, kind: kind)
    let expected = rule.contains(" / 2 >") ? "int-division" : "mixed-units"
    #expect(found == (fits ? [] : [expected]))
  }

  @Test("A dictionary with a mistake in it makes no rule look wrong")
  func brokenDictionary() throws {
    var files = measured("expr: people.total > people.trained")
    files["indicators/facts.yaml"] = units.replacing(
      "unit: { vi: người, en: people }, from: 0 }\n", with: "unit: [], from: 0 }\n",
      maxReplacements: 1)
    let pack = try ScratchPack(files)
    #expect(try PackLoader.load(pack.main).diagnostics.all.map(\.code) == ["wrong-type"])
  }

  @Test("The shipped checklists divide, add and compare soundly")
  func shipped() throws {
    let paths = try packs()
    #expect(paths.count >= 2)
    for path in paths {
      let found = try PackLoader.load(path, notes: true).diagnostics.all
        .filter { ["int-division", "double", "mixed-units"].contains($0.code) }
      #expect(found == [], "\(path)")
    }
  }

  @Test("A long and a deep expression cost no more than their size")
  func hostile() throws {
    let wide = String(repeating: "people.total>1||", count: 2000) + "people.total>communes.total"
    #expect(try codes("expr: \(wide)") == ["mixed-units"])
    let sum = String(repeating: "people.total + ", count: 240) + "1 > communes.total"
    #expect(try codes("expr: \(sum)") == ["mixed-units"])
    // Beyond any power that has a meaning, nothing is known.
    let product = String(repeating: "people.total * ", count: 240) + "1 > communes.total"
    #expect(try codes("expr: \(product)") == [])
    let deep =
      String(repeating: "(", count: 100) + "people.total"
      + String(repeating: " > 0 ? people.total : 2.0)", count: 100)
    #expect(try codes("expr: '\(deep) > communes.total'") == ["mixed-units"])
  }
}

/// Indicators with units.
private let units =
  ScratchPack.indicators + """
      - { id: people.total, title: { vi: "Số người", en: "People" }, type: int, unit: { vi: người, en: people }, from: 0 }
      - { id: people.trained, title: { vi: "Đã tập huấn", en: "Trained" }, type: int, unit: { vi: người, en: people }, from: 0 }
      - { id: people.upper, title: { vi: "Số người", en: "People" }, type: int, unit: { vi: " Người ", en: persons }, from: 0 }
      - { id: people.per_commune, title: { vi: "Định mức", en: "Norm" }, type: decimal, unit: { vi: người / xã, en: people / communes }, from: 0 }
      - { id: communes.total, title: { vi: "Số xã", en: "Communes" }, type: int, unit: { vi: xã, en: communes }, from: 0 }
      - { id: children.total, title: { vi: "Số trẻ em", en: "Children" }, type: int, unit: { vi: trẻ em, en: children }, from: 0, counts: children }
      - { id: budget.allocated, title: { vi: "Kinh phí", en: "Budget" }, type: money, from: 0 }
      - { id: budget.decimal, title: { vi: "Kinh phí", en: "Budget" }, type: decimal, unit: { vi: đồng, en: đồng }, from: 0 }
      - { id: staff.count, title: { vi: "Số đếm", en: "A count" }, type: int, from: 0 }
      - { id: staff.other, title: { vi: "Số đếm khác", en: "Another" }, type: int, from: 0 }
      - { id: rate.plain, title: { vi: "Hệ số", en: "A factor" }, type: decimal, from: 0 }
      - { id: share.percent, title: { vi: "Tỷ lệ", en: "A share" }, type: decimal, unit: { vi: "%", en: "%" }, from: 0 }
      - { id: area.length, title: { vi: "Dài", en: "Length" }, type: decimal, unit: { vi: m, en: m }, from: 0 }
      - { id: area.width, title: { vi: "Rộng", en: "Width" }, type: decimal, unit: { vi: m, en: m }, from: 0 }
      - { id: area.surface, title: { vi: "Diện tích", en: "Surface" }, type: decimal, unit: { vi: m², en: m² }, from: 0 }
      - id: sites.table
        title: { vi: "Điểm vui chơi", en: "Play sites" }
        type: table
        rows: play_sites
        columns:
          - { id: visitors, title: { vi: "Lượt người", en: "Visitors" }, type: int, unit: { vi: người, en: people } }
          - { id: surface, title: { vi: "Diện tích", en: "Surface" }, type: decimal, unit: { vi: m², en: m² } }
          - { id: opened, title: { vi: "Giờ mở cửa", en: "Hours open" }, type: hours }
          - { id: answered, title: { vi: "Ngày trả lời", en: "Days to answer" }, type: working_days }

    """

/// A target that is a share, and one written as a bare number.
private let targets = """

  targets:
    - { id: swim, title: { vi: "Biết bơi", en: "Swim" }, status: recalled, values: [{ value: 50% }] }
    - { id: officers, title: { vi: "Định mức", en: "Norm" }, status: recalled, values: [{ value: 4 }] }
  """

/// The files of a pack of one check over those indicators.
private func measured(_ rule: String, kind: String = "rule") -> [String: String] {
  [
    "pack/checklist.yaml": ScratchPack.checklist() + targets,
    "indicators/facts.yaml": units,
    "pack/area.yaml": ScratchPack.area(ScratchPack.check("A-1", rule, kind: kind)),
  ]
}

private func rule(
  _ name: String, _ rule: String, kind: String = "rule", _ language: Language = .en
) -> GoldenCase {
  GoldenCase(name) { try ScratchPack(measured(rule, kind: kind)).lint(language) }
}

private let measureCases: [GoldenCase] = [
  rule("int divided by int", "expr: people.trained >= 1 / 2 * people.total"),
  rule("int divided by int, in Vietnamese", "expr: people.trained >= 1 / 2 * people.total", .vi),
  rule("remainder", "expr: size(board.name) % 2 == 0"),
  rule("double", "expr: people.total >= int(double(\"2.5\"))"),
  rule("double, in Vietnamese", "expr: people.total >= int(double(\"2.5\"))", .vi),
  rule("comparison", "expr: people.total >= communes.total && board.exists"),
  rule("comparison, in Vietnamese", "expr: people.total >= communes.total && board.exists", .vi),
  rule("difference", "expr: '2 * (people.total - communes.total) > 3'", .vi),
  rule("long sum: the part that does not belong", "expr: people.total + 1 + budget.spent > 3"),
  rule("branches", "expr: '(board.exists ? people.total : share.handled) > 3'"),
  rule("one of a list", "expr: people.total in [1, 2, communes.total]"),
  rule("quotient", "expr: budget.allocated / children.total >= share.handled", .vi),
  rule("denominator of two", "expr: 1 / (people.total * communes.total) > budget.allocated"),
  rule("count without a unit", "expr: staff.count > people.total"),
  rule("condition", "expr: people.total >= 1\n    when: people.total < communes.total"),
  rule(
    "folded block scalar",
    "expr: >-\n      board.exists &&\n      people.total + communes.total\n      > 3"),
  rule(
    "literal block scalar",
    "expr: |\n      board.exists &&\n        people.total ==\n        communes.total"),
  rule(
    "escapes before the place",
    "expr: \"board.name != \\\"\\u1ea1\\\" && people.total > communes.total\""),
  rule(
    "percent limit of people", "with: { value: people.total, at_least: 95% }", kind: "threshold"),
  rule(
    "money limit of people", "with: { value: people.total, at_least: 30 triệu đồng }",
    kind: "threshold", .vi),
  rule(
    "percent limit of an unlike ratio",
    "with: { of: people.total, to: communes.total, at_least: 95%, when_zero: met }", kind: "ratio"),
  rule(
    "unlike ratio against an indicator, in Vietnamese",
    "with: { of: people.total, to: communes.total, above: people.total, when_zero: met }",
    kind: "ratio", .vi),
  rule(
    "part of a sum", "with: { parts: [people.total, communes.total], total: people.total }",
    kind: "sum"),
  rule(
    "cover", "with: { of: people.total, to: communes.total, when_zero: met }", kind: "coverage"),
  rule("credit", "expr: people.total\n    partial: linear"),
]
