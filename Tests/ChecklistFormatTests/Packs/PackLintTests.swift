import ChecklistFormat
import Diagnostics
import Foundation
import Testing

@Suite("Every mistake in a pack is shown with its place, its reason and its mend")
struct PackLintTests {
  @Test("A mistake gives exactly this text", arguments: packCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(packGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(packCases, as: "packGolden")
  }

  @Test("A sound pack loads without a word")
  func sound() throws {
    #expect(try ScratchPack().lint() == "")
  }

  @Test("A hundred errors are shown and the rest counted")
  func cap() throws {
    let checks = (1...130).map { ScratchPack.check("A-\($0)", "expr: staff.totl == \($0)") }
    let pack = try ScratchPack(["pack/area.yaml": ScratchPack.area(checks.joined(separator: "\n"))])
    let list = try PackLoader.load(pack.main).diagnostics
    #expect(list.all.count == 100)
    #expect(list.leftOut == 30)
    #expect(list.errorCount == 130)
    #expect(try pack.lint().hasSuffix("\n30 more\n"))
  }

  @Test("A hundred missing translations hide no error, in whatever file it stands")
  func warningsHideNothing() throws {
    let evidence = (1...150).map { "{ vi: \"Bản \($0)\" }" }.joined(separator: ", ")
    let broken = ScratchPack.check("A-1", "expr: staff.totl == 1\n    evidence: [\(evidence)]")
    let pack = try ScratchPack(["pack/area.yaml": ScratchPack.area(broken)])
    let loaded = try PackLoader.load(pack.main)
    #expect(loaded.compiled == nil)
    #expect(loaded.diagnostics.errorCount == 1)
    #expect(loaded.diagnostics.all.contains { $0.code == "unknown-name" })
    #expect(loaded.diagnostics.leftOut == 51)
  }

  @Test("A main file that is not there, a folder and a device are refused before they are read")
  func unreadable() throws {
    let pack = try ScratchPack()
    for path in [pack.root + "/none.yaml", pack.root + "/pack", "/dev/zero"] {
      #expect(throws: FileProblem.self) { try PackLoader.load(path) }
    }
  }

  @Test("A file beyond four megabytes is refused")
  func tooLarge() throws {
    let pack = try ScratchPack()
    try pack.write([UInt8](repeating: 0x61, count: 10 << 20), to: "pack/area.yaml")
    #expect(
      try pack.lint().hasPrefix(
        """
        checklist.yaml:7:11: error: cannot read area.yaml: is larger than the 4 MB allowed \
        [unreadable-file]

        """))
  }
}

private func pack(
  _ name: String, _ files: [String: String], links: [String: String] = [:],
  _ language: Language = .en
) -> GoldenCase {
  GoldenCase(name) {
    let pack = try ScratchPack(files)
    for (path, target) in links { try pack.link(path, to: target) }
    return try pack.lint(language)
  }
}

/// A pack of one check whose rule, or whose lines from `kind` on, are given.
private func rule(
  _ name: String, _ rule: String, kind: String = "rule", _ language: Language = .en
) -> GoldenCase {
  pack(
    name, ["pack/area.yaml": ScratchPack.area(ScratchPack.check("A-1", rule, kind: kind))], language
  )
}

private func areaText(
  _ name: String, _ from: String, _ to: String, _ language: Language = .en
) -> GoldenCase {
  let area = ScratchPack.area(ScratchPack.check())
  precondition(area.contains(from))
  return pack(
    name, ["pack/area.yaml": area.replacingOccurrences(of: from, with: to)], language)
}

private func mainText(_ name: String, _ from: String, _ to: String) -> GoldenCase {
  let main = ScratchPack.checklist()
  precondition(main.contains(from))
  return pack(name, ["pack/checklist.yaml": main.replacingOccurrences(of: from, with: to)])
}

private func shared(_ name: String, _ file: String, _ from: String, _ to: String) -> GoldenCase {
  let text = ScratchPack.sound[file] ?? ""
  precondition(text.contains(from))
  return pack(name, [file: text.replacingOccurrences(of: from, with: to)])
}

private let packCases: [GoldenCase] = [
  // Keys and types
  areaText(
    "unknown key with a near name counts for that name", "title: { vi: \"Đủ", "titel: { vi: \"Đủ"),
  areaText("unknown key with a near name, in Vietnamese", "points", "pionts", .vi),
  areaText("unknown key far from any", "points: 5", "points: 5\n    zzz: 1"),
  areaText("duplicate key", "points: 5", "points: 5\n    points: 6"),
  areaText("missing key", "    points: 5\n", ""),
  areaText("key without a value", "points: 5", "points:"),
  areaText("wrong type: a list for a text", "id: A-1", "id: [A-1]"),
  areaText(
    "wrong type: a text for a list", "class: practice", "class: practice\n    evidence: quyết định"),
  areaText("empty text", "vi: \"Đủ người\"", "vi: \" \""),
  areaText("unknown choice near", "class: practice", "class: practise"),
  areaText("unknown choice far", "severity: low", "severity: huge"),
  areaText("points with a decimal dot", "points: 5", "points: 0.95"),
  areaText("points with a decimal dot, in Vietnamese", "points: 5", "points: 0.95", .vi),
  areaText("points with an unquoted comma in braces", "weight: 10", "weight: 1,5"),
  areaText("points out of range", "points: 5", "points: -1"),
  areaText("points in words", "points: 5", "points: năm"),
  areaText("points in scientific notation", "points: 5", "points: 1e400"),
  areaText("missing translation", "vi: \"Đủ người\", ", ""),
  areaText("text in one language", "{ vi: \"Đủ người\", en: \"Enough people\" }", "Đủ người"),
  areaText("misspelt language", "vi: \"Đủ", "vn: \"Đủ"),
  areaText(
    "time limit nobody understands", "severity: low",
    "severity: low\n    remedy: { within: 15 workdays }"),
  areaText(
    "time limit on a day that does not exist", "severity: low",
    "severity: low\n    remedy: { within: before 31/11/2024 }"),
  areaText(
    "dates that do not exist", "severity: low",
    "severity: low\n    effective: { from: 2023-02-29, to: 31/04/2024 }"),
  areaText(
    "effective backwards", "severity: low",
    "severity: low\n    effective: { from: 2024-02-01, to: 2024-01-01 }"),
  mainText("format of another version", "soat: 1", "soat: 2"),
  mainText(
    "applies backwards and to no level", "levels: [district], periods: { from: 2019",
    "levels: [], periods: { from: 2029"),
  mainText("include of a text", "include: [area.yaml]", "include: area.yaml"),
  // Rules
  rule("misspelt indicator, plain", "expr: staff.totl >= 1"),
  rule("misspelt indicator, single-quoted", "expr: 'board.name == ''Đội'' && staff.totl >= 1'"),
  rule(
    "misspelt indicator, single-quoted after a quote in a string",
    "expr: 'board.name == \"ế''ế\" && staff.totl >= 1'"),
  rule(
    "misspelt indicator, double-quoted",
    #"expr: "board.name == \"Đội tr\u1EBB\" && staff.totl >= 1""#),
  rule(
    "misspelt indicator, literal block",
    "expr: |\n      board.name == 'Ủy ban' &&\n\n        staff.totl >= 1"),
  rule(
    "misspelt indicator, folded block",
    "expr: >-\n      board.name == 'Ủy ban' &&\n      staff.totl >= 1"),
  rule(
    "misspelt indicator, plain over lines",
    "expr: staff.total >= 1 &&\n\n         board.name == 'Trẻ em' && staff.totl >= 1"),
  rule(
    "misspelt indicator, decomposed letters before it",
    "expr: board.name == 'Tre\u{309} em ye\u{302}\u{301}u' && staff.totl >= 1"),
  rule("misspelt indicator in when", "expr: staff.total >= 1\n    when: board.exist"),
  rule(
    "misspelt indicators in with: figure and list",
    "with: { parts: [staff.traned, \"staff.total + staff.totl\"], total: staf.total }", kind: "sum"),
  rule(
    "misspelt indicators in with: indicators", "with: { figures: [staff.totl, budget.spend] }",
    kind: "supplied"),
  rule("one misspelt indicator in with", "with: { of: board.exist }", kind: "presence"),
  rule(
    "indicator of the wrong type", "with: { of: [board.exists, staff.total] }", kind: "presence"),
  rule("unknown kind", "with: { of: staff.total }", kind: "covrage"),
  rule("unknown kind with a condition that is wrong too", "when: staff.totl > 0", kind: "covrage"),
  rule("no parameter of a group", "with: { value: staff.total }", kind: "threshold"),
  rule(
    "two parameters of a group", "with: { value: staff.total, at_least: 1, at_most: 2 }",
    kind: "threshold"),
  rule(
    "parameter missing", "with: { of: staff.trained, at_least: 95%, when_zero: met }", kind: "ratio"
  ),
  rule(
    "when_zero missing", "with: { of: staff.trained, to: staff.total, at_least: 95% }",
    kind: "ratio"),
  rule(
    "when_zero misspelt",
    "with: { of: staff.trained, to: staff.total, at_least: 95%, when_zero: not_aplicable }",
    kind: "ratio"),
  rule(
    "parameter with a decimal dot",
    "with: { of: staff.trained, to: staff.total, at_least: 0.95, when_zero: met }", kind: "ratio"),
  rule("one part is no sum", "with: { parts: [staff.trained], total: staff.total }", kind: "sum"),
  rule("with for a rule", "with: { of: staff.total }"),
  rule("expr for another kind", "expr: staff.total > 0", kind: "presence"),
  rule("rule that gives a text", "expr: board.name"),
  rule("when that gives a number", "expr: staff.total >= 1\n    when: staff.total"),
  rule("figure that gives a text", "with: { value: board.name, at_least: 1 }", kind: "threshold"),
  rule("syntax error inside a rule", "expr: staff.total >= >= 1"),
  rule(
    "partial credit where there is none", "with: { of: board.exists }\n    partial: linear",
    kind: "presence", .vi),
  // Names
  areaText(
    "unknown citation and place", "class: practice",
    "class: duty\n    cites: [luat-2061/53, luat-2016/35]"),
  rule("parameter that is no mapping", "with: staff.total", kind: "supplied"),
  rule("misspelt parameter", "with: { figure: [staff.total] }", kind: "supplied"),
  rule("parameter group misspelt", "with: { value: staff.total, at_last: 3 }", kind: "threshold"),
  areaText("no id, and a rule that is wrong", "id: A-1", "kind: rule"),
  areaText("kind that is no word", "kind: rule", "kind: [rule]"),
  areaText("duty without a citation", "class: practice", "class: duty"),
  pack(
    "duplicate check id, each with its own mistake",
    [
      "pack/area.yaml": ScratchPack.area(
        ScratchPack.check("A-1", "expr: staff.totl >= 1") + "\n"
          + ScratchPack.check("A-1", "expr: board.name"))
    ]),
  pack(
    "gate naming no check, cap naming no grade, bands out of order",
    [
      "pack/checklist.yaml": ScratchPack.checklist(
        scoring: """
          scoring:
            minimum_completeness: 80
            bands:
              - { id: weak, title: { vi: "Yếu", en: "Weak" }, from: 10% }
              - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
            gates: [{ check: A-2, grade: weak }]
            caps: [{ check: A-1, grade: god }]

          """)
    ]),
  pack(
    "bands with a gap below and an id given twice",
    [
      "pack/checklist.yaml": ScratchPack.checklist(
        scoring: """
          scoring:
            bands:
              - { id: good, title: { vi: "Tốt", en: "Good" }, from: 90% }
              - { id: good, title: { vi: "Yếu", en: "Weak" }, from: 10% }
            gates: [{ check: A-2, grade: good }, { check: A-1, grade: god }]

          """)
    ]),
  // Includes
  mainText("include above the folder", "area.yaml", "../indicators/facts.yaml"),
  mainText("include by absolute path", "area.yaml", "/etc/hostname"),
  mainText("include of a device", "area.yaml", "/dev/zero"),
  mainText("include of a folder", "[area.yaml]", "[\".\", area.yaml]"),
  mainText(
    "include of nothing, whose checks a gate names", "[area.yaml]",
    "[area.yaml, areb.yaml]\nscoring: { bands: [{ id: a, title: { vi: \"A\", en: \"A\" }, from: 0% }], gates: [{ check: B-1, grade: a }] }"
  ),
  mainText(
    "include twice, and of itself", "[area.yaml]", "[area.yaml, ./area.yaml, checklist.yaml]"),
  mainText("include of no file", "include: [area.yaml]", "include: []"),
  mainText("include name cut short by NUL", "[area.yaml]", #"["area.yaml\0.txt"]"#),
  pack(
    "symbolic links out of the folder and in a circle",
    [
      "pack/checklist.yaml": ScratchPack.checklist(
        include: "area.yaml, out.yaml, zero.yaml, loop.yaml")
    ],
    links: [
      "pack/out.yaml": "../indicators/facts.yaml", "pack/zero.yaml": "/dev/zero",
      "pack/loop.yaml": "loop.yaml",
    ]),
  mainText(
    "dictionaries by path, twice and missing", "indicators: [facts]",
    "indicators: [../facts, facts, facts, other]"),
  mainText(
    "nothing is called unknown where its dictionary is missing", "indicators: [facts]",
    "indicators: [fact]"),
  // Dictionaries and calendar
  shared(
    "indicator names, bounds and types", "indicators/facts.yaml",
    "{ id: staff.total, title: { vi: \"Tổng số\", en: \"All officers\" }, type: int, from: 0 }",
    "{ id: staff.total, title: { vi: \"Tổng số\", en: \"All officers\" }, type: integer, from: 0 }\n  - { id: total, title: { vi: \"Tổng\", en: \"All\" }, type: int, from: 5, to: 3 }\n  - { id: staff.in, title: { vi: \"Vào\", en: \"In\" }, type: percent, from: 0%, to: 100 }"
  ),
  shared("duplicate indicator", "indicators/facts.yaml", "id: staff.hours", "id: staff.total"),
  shared(
    "citation in force backwards, with a status nobody knows", "citations/law.yaml",
    "{ from: 2017-06-01 }\n    status: verified",
    "{ from: 2017-06-01, to: 2016-06-01 }\n    status: verifed"),
  shared(
    "day both off and worked, and one listed twice", "calendars/days.yaml", "date: 2024-05-04",
    "date: 2024-04-29, name: { vi: \"Bù\", en: \"Worked\" }, source: \"Công văn 2450\", confirmed: true }\n  - { date: 2024-05-04, name: { vi: \"Bù\", en: \"Worked\" }, source: \"Công văn 2450\", confirmed: true }\n  - { date: 2024-05-04"
  ),
  shared(
    "make-up day on a working day; yes for true", "calendars/days.yaml",
    "date: 2024-05-04, name: { vi: \"Bù\", en: \"Worked\" }, source: \"Công văn 2450\", confirmed: true",
    "date: 2024-05-06, name: { vi: \"Bù\", en: \"Worked\" }, source: \"Công văn 2450\", confirmed: yes"
  ),
  // Several at once
  pack(
    "all mistakes of several files in one pass, those of rules too",
    [
      "pack/checklist.yaml": ScratchPack.checklist(include: "area.yaml, other.yaml, broken.yaml")
        .replacingOccurrences(of: "version: 1.0\n", with: ""),
      "pack/area.yaml": ScratchPack.area(
        ScratchPack.check("A-1", "expr: staff.totl >= 1", points: "0.5") + "\n"
          + ScratchPack.check("A-2", "expr: staff.trainde >= 1").replacingOccurrences(
            of: "title", with: "tilte")
      ),
      "pack/other.yaml": ScratchPack.area(ScratchPack.check("A-3", "expr: board.nam == 'x'")),
      "pack/broken.yaml": "area: { id: b, title: { vi: \"B\", en: \"B\" }\nchecks: []\n",
      "calendars/days.yaml": ScratchPack.calendar.replacingOccurrences(
        of: "2019-01-01", with: "2019-13-01"),
    ]),
]
