import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Testing

@Suite("Choices, tables and the rules over their rows")
struct TableTests {
  @Test("A mistake gives exactly this text", arguments: tableCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(tableGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(tableCases, as: "tableGolden")
  }

  @Test("Every type of column and every kind of rule over rows is accepted")
  func sound() throws {
    let rules = [
      "with: { table: communes.list, each: row.officer, at_least: 100%, when_zero: met }",
      "with: { table: communes.list, each: row.board, where: row.board != null, above: 50%, when_zero: unmet }",
      #"with: { table: communes.list, each: "row.visits >= 4 && row.share >= 0.5", where: 'row.kind == "rural"', at_least: 90%, when_zero: not_applicable }"#,
      "with: { table: files.sampled, each: row.plan && row.days <= 5, at_least: target.can_swim, when_zero: unanswered }",
    ]
    let checks = rules.enumerated().map {
      ScratchPack.check("R-\($0.offset)", $0.element, kind: "rows")
    }
    let others = [
      #"expr: communes.list.all(c, c.officer) && commune.kind == "ward""#,
      #"expr: communes.list.map(c, c.visits).sum() > 100"#,
      #"expr: meeting.held_at > timestamp("2024-01-01T00:00:00Z")"#,
    ].enumerated().map { ScratchPack.check("E-\($0.offset)", $0.element) }
    let pack = try ScratchPack(features: [
      "pack/area.yaml": ScratchPack.area((checks + others).joined(separator: "\n"))
    ])
    #expect(try pack.lint() == "")
  }

  @Test("Columns have the units, bounds and options that are written, hours and days none below 0")
  func columns() throws {
    let pack = try ScratchPack(features: [:])
    let checklist = try #require(try PackLoader.load(pack.main).compiled).checklist
    let communes = try #require(checklist.indicators.first { $0.id == "communes.list" }?.table)
    #expect(communes.rows == .communes)
    #expect(
      communes.columns.map(\.type) == [
        .text, .choice, .bool, .yesNoNA, .int, .percent, .money, .date,
      ])
    #expect(communes.column("kind")?.options.map(\.id) == ["ward", "rural"])
    #expect(communes.column("visits")?.upperBound == Rational(100))
    #expect(communes.column("visits")?.unit == LocalizedText(vi: "lần", en: "visits"))
    let files = try #require(checklist.indicators.first { $0.id == "files.sampled" })
    #expect(files.counts == .cases)
    #expect(files.table?.columns.map(\.lowerBound) == [nil, .zero, .zero])
    #expect(
      files.table?.column("days")?.unit == LocalizedText(vi: "ngày làm việc", en: "working days"))
  }

  @Test(
    "Rows of sampled files take no column that could point at a child",
    arguments: ColumnType.allCases)
  func sampleColumns(type: ColumnType) throws {
    let options =
      type == .choice ? #", options: [{ id: a, title: { vi: "A", en: "A" } }]"# : ""
    let pack = try ScratchPack([
      "indicators/facts.yaml": ScratchPack.indicators
        + tableOf(
          "case_files", "{ id: x, title: { vi: X, en: X }, type: \(type.rawValue)\(options) }")
    ])
    let codes = try PackLoader.load(pack.main).diagnostics.all.map(\.code)
    let isAllowed = [.bool, .yesNoNA, .hours, .workingDays].contains(type)
    #expect(codes == (isAllowed ? [] : ["sample-column"]))
  }
}

private func tableOf(_ rows: String, _ columns: String) -> String {
  """
    - id: some.table
      title: { vi: "Bảng", en: "Table" }
      type: table
      rows: \(rows)
      columns: [\(columns)]

  """
}

/// A dictionary with one more indicator.
private func indicator(
  _ name: String, _ lines: String, _ language: Language = .en
) -> GoldenCase {
  GoldenCase(name) {
    let more = "  - id: some.more\n    title: { vi: \"Thêm\", en: \"More\" }\n    \(lines)\n"
    return try ScratchPack(["indicators/facts.yaml": ScratchPack.indicators + more]).lint(language)
  }
}

/// A dictionary with one more indicator, of that id.
private func named(_ name: String, _ id: String) -> GoldenCase {
  GoldenCase(name) {
    let more = "  - { id: \(id), title: { vi: \"Thêm\", en: \"More\" }, type: int }\n"
    return try ScratchPack(["indicators/facts.yaml": ScratchPack.indicators + more]).lint()
  }
}

/// A pack with tables and one check.
private func rule(
  _ name: String, _ rule: String, kind: String = "rows", _ language: Language = .en
) -> GoldenCase {
  GoldenCase(name) {
    try ScratchPack(features: [
      "pack/area.yaml": ScratchPack.area(ScratchPack.check("A-1", rule, kind: kind))
    ]).lint(language)
  }
}

private let text = #"{ id: name, title: { vi: "Tên", en: "Name" }, type: text }"#

private let tableCases: [GoldenCase] = [
  // Choices
  indicator("choice without options", "type: choice"),
  indicator(
    "options of a text", #"type: text"# + "\n    options: [{ id: a, title: { vi: A, en: A } }]"),
  indicator(
    "option given twice, and one without an id",
    "type: choice\n    options:\n      - { id: a, title: { vi: A, en: A } }\n      - { id: a, title: { vi: B, en: B } }\n      - { title: { vi: C, en: C } }"
  ),
  // Tables
  indicator("table without rows and columns", "type: table"),
  indicator(
    "rows and columns of a number", "type: int\n    rows: communes\n    columns: [\(text)]"),
  indicator("rows of something unknown", "type: table\n    rows: comunes\n    columns: [\(text)]"),
  indicator("table without a column", "type: table\n    rows: communes\n    columns: []"),
  indicator(
    "bounds and a unit of a table",
    "type: table\n    rows: communes\n    columns: [\(text)]\n    from: 0\n    unit: { vi: xã, en: communes }"
  ),
  indicator(
    "columns of one name",
    "type: table\n    rows: communes\n    columns:\n      - \(text)\n      - \(text)"),
  indicator(
    "columns that rules could not name",
    "type: table\n    rows: communes\n    columns:\n      - { id: Tên, title: { vi: A, en: A }, type: text }\n      - { id: in, title: { vi: B, en: B }, type: text }\n      - { id: 2nd, title: { vi: C, en: C }, type: text }\n      - { id: a.b, title: { vi: D, en: D }, type: text }"
  ),
  indicator(
    "bounds of a truth value, and a column of an unknown type",
    "type: table\n    rows: communes\n    columns:\n      - { id: a, title: { vi: A, en: A }, type: bool, from: 0 }\n      - { id: b, title: { vi: B, en: B }, type: integer, from: 0 }"
  ),
  indicator(
    "bounds of a column backwards, and of another measure",
    "type: table\n    rows: communes\n    columns:\n      - { id: a, title: { vi: A, en: A }, type: int, from: 5, to: 3 }\n      - { id: b, title: { vi: B, en: B }, type: percent, to: 50 }"
  ),
  indicator(
    "sampled files with names and dates, in Vietnamese",
    "type: table\n    rows: case_files\n    columns:\n      - \(text)\n      - { id: opened, title: { vi: Ngày, en: Day }, type: date }",
    .vi),
  // Names
  named("an indicator named like the period before", "previous.total"),
  named("an indicator named like a row", "row.total"),
  // Rules over rows
  rule(
    "misspelt column",
    "with: { table: communes.list, each: row.oficer, at_least: 100%, when_zero: met }"),
  rule(
    "misspelt column in where, in Vietnamese",
    #"with: { table: communes.list, each: row.officer, where: "row.visit >= 1", at_least: 100%, when_zero: met }"#,
    .vi),
  rule(
    "column of another table",
    "with: { table: communes.list, each: row.days <= 5, at_least: 100%, when_zero: met }"),
  rule("row outside a rule for rows", "expr: row.officer", kind: "rule"),
  rule(
    "two tables",
    "with: { table: [communes.list, files.sampled], each: row.officer, at_least: 100%, when_zero: met }"
  ),
  rule(
    "table that is none",
    "with: { table: staff.total, each: row.officer, at_least: 100%, when_zero: met }"),
  rule(
    "misspelt table",
    "with: { table: comunes.list, each: row.officer, at_least: 100%, when_zero: met }"),
  rule(
    "rule for rows that gives a number, and a condition that gives a text",
    "with: { table: communes.list, each: row.visits, where: row.name, at_least: 100%, when_zero: met }"
  ),
  rule(
    "nothing said of the rows", "with: { table: communes.list, at_least: 100%, when_zero: met }"),
  rule(
    "comparison of unlike sorts",
    #"with: { table: communes.list, each: 'row.visits >= "4"', at_least: 100%, when_zero: met }"#),
  rule(
    "whole numbers divided in a rule for rows",
    #"with: { table: communes.list, each: "row.visits >= 1 / 2", at_least: 100%, when_zero: met }"#),
  rule(
    "misspelt field in a loop over a table", "expr: communes.list.all(c, c.oficer)", kind: "rule"),
]
