import CEL
import ChecklistFormat
import Diagnostics
import InspectionCore
import Testing

@Suite("Every mistake in a submission is shown with its place, its reason and its mend")
struct SubmissionLintTests {
  @Test("A mistake gives exactly this text", arguments: submissionCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(submissionGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(submissionCases, as: "submissionGolden")
  }

  @Test("A broken file still counts as a submission, a part of a pack does not")
  func isSubmission() throws {
    let pack = try ScratchPack()
    try pack.write(Array("soat: 1\nsubmission: x\nanswers: {".utf8), to: "broken.yaml")
    #expect(SubmissionLoader.isSubmission(pack.root + "/broken.yaml"))
    #expect(!SubmissionLoader.isSubmission(pack.main))
    #expect(!SubmissionLoader.isSubmission(pack.root + "/none.yaml"))
  }

  @Test("The submissions of a folder are found, broken ones too, and nothing else")
  func folder() throws {
    let pack = try ScratchPack()
    let text = ScratchPack.submission("  staff.total: 27")
    try pack.write(Array(text.utf8), to: "first.yaml")
    try pack.write(Array(text.utf8), to: "answers/second.yaml")
    try pack.write(Array("{ soat: 1, \"submission\": x }".utf8), to: "answers/third.yaml")
    try pack.write(Array("submission: {".utf8), to: "answers/broken.yaml")
    try pack.write(Array("# no submission: at all\na: submission\n".utf8), to: "answers/other.yaml")
    try pack.write(Array(text.utf8), to: "answers/notes.txt")
    let found = SubmissionLoader.submissions(under: pack.root)
    #expect(
      found.map { $0.path.replacing(pack.root + "/", with: "") } == [
        "answers/broken.yaml", "answers/second.yaml", "answers/third.yaml", "first.yaml",
      ])
    #expect(found.map(\.checklist) == [nil, "small@1.0", nil, "small@1.0"])
  }

  @Test("A checklist that nobody loaded is named with the nearest that somebody did")
  func reject() throws {
    let pack = try ScratchPack()
    let text = ScratchPack.submission("  staff.total: 1").replacing("small@1.0", with: "smal@1.0")
    try pack.write(Array(text.utf8), to: "submission.yaml")
    let file = try SubmissionLoader.open(pack.root + "/submission.yaml")
    #expect(file.checklist == "smal@1.0")
    let loaded = SubmissionLoader.reject(file, known: ["other@2", "small@1.0"])
    let diagnostic = try #require(loaded.diagnostics.all.first)
    #expect(loaded.submission == nil)
    #expect(
      DiagnosticRenderer().render(diagnostic, in: loaded.source)
        .replacing(pack.root + "/", with: "") == """
          submission.yaml:3:12: error: there is no checklist "smal@1.0" [unknown-checklist]
              3 | checklist: smal@1.0
                |            ^~~~~~~~
                = did you mean "small@1.0"?

          """)
  }
}

@Suite("Answers are read as the document states them")
struct AnswerTests {
  private func answer(_ id: String, _ value: String) throws -> Answer {
    let loaded = try ScratchPack().load(submission: ScratchPack.submission("  \(id): \(value)"))
    let found = loaded.diagnostics.all.map(\.message.en)
    #expect(found == [])
    return try #require(loaded.submission?.answers[id])
  }

  @Test(
    "A figure is read the Vietnamese way",
    arguments: [
      ("staff.total", "27", "27"), ("staff.total", "1.431", "1431"),
      ("staff.total", "\"1.431\"", "1431"), ("staff.total", "12.345.678", "12345678"),
      ("staff.hours", "\"1,5\"", "3/2"), ("staff.hours", "1,5", "3/2"),
      ("staff.hours", "\"1.431,25\"", "5725/4"), ("staff.hours", "\"0,95\"", "19/20"),
      ("share.handled", "95%", "19/20"), ("share.handled", "\"4,5 %\"", "9/200"),
      ("share.handled", "0", "0"), ("share.handled", "100%", "1"),
      ("budget.spent", "30 triệu đồng", "30000000"), ("budget.spent", "\"1,2 tỷ\"", "1200000000"),
      ("budget.spent", "1,2 tỉ đồng", "1200000000"), ("budget.spent", "500 nghìn", "500000"),
      ("budget.spent", "30.000.000 đồng", "30000000"),
      ("budget.spent", "30.000.000 VNĐ", "30000000"),
      ("budget.spent", "30000000", "30000000"),
      ("budget.spent", "500\u{A0}triệu\u{202F}đồng", "500000000"),
      ("budget.spent", "30 trie\u{323}\u{302}u \u{111}o\u{302}\u{300}ng", "30000000"),
      ("budget.spent", "30.000.000\u{A0}₫", "30000000"),
      ("budget.spent", "9.223.372.036.854.775.807", "9223372036854775807"),
    ])
  func figures(_ id: String, _ written: String, _ expected: String) throws {
    let answer = try answer(id, written)
    let value = try #require(Rational(text: expected))
    #expect(answer.value == .number(.exact(value)))
    #expect(answer.stated == value)
  }

  @Test(
    "A qualifier bounds the figure, within the bounds of its indicator",
    arguments: [
      ("value: 5", Qualifier.exact, "5"), ("at_least: 5", .atLeast, "[5, 1000]"),
      ("over: 5", .over, "(5, 1000]"), ("at_most: 5", .atMost, "[0, 5]"),
      ("under: 5", .under, "[0, 5)"), ("about: 5", .about, "[0, 1000]"),
      ("about: 100, tolerance: 10%", .about, "[90, 110]"),
      ("about: 100, tolerance: 0%", .about, "100"), ("average: \"1,5\"", .average, "⌀ 3/2"),
      ("at_least: 1.000", .atLeast, "1000"), ("at_most: 0", .atMost, "0"),
    ])
  func qualifiers(_ written: String, _ qualifier: Qualifier, _ expected: String) throws {
    let answer = try answer("staff.trained", "{ \(written), source: k0, place: \"Mục 1\" }")
    guard case .number(let number) = answer.value else {
      Issue.record("no number")
      return
    }
    #expect(number.description == expected)
    #expect(answer.qualifier == qualifier)
    #expect(answer.source == "k0")
    #expect(answer.place == "Mục 1")
  }

  @Test("Every other type of answer, short and long")
  func otherTypes() throws {
    let day = try #require(CivilDate(year: 2024, month: 11, day: 10))
    #expect(try answer("board.exists", "true").value == .bool(true))
    #expect(try answer("board.exists", "{ value: false, basis: seen }").basis == .seen)
    #expect(try answer("board.name", "Ban điều hành").value == .text("Ban điều hành"))
    #expect(try answer("board.name", "\"true\"").value == .text("true"))
    #expect(try answer("plan.signed", "10/11/2024").value == .date(day))
    #expect(try answer("plan.signed", "{ value: 2024-11-10 }").value == .date(day))
    #expect(try answer("plan.document", "false").value == .text(""))
    #expect(
      try answer("plan.document", "15/KH-UBND, 02/01/2024").value == .text("15/KH-UBND, 02/01/2024")
    )
    let missing = try answer(
      "staff.total", "{ missing: { vi: \"không nêu\", en: \"not stated\" } }")
    #expect(missing.value == .missing(LocalizedText(vi: "không nêu", en: "not stated")))
    #expect(!missing.isAnswered)
  }

  @Test("Texts, ids and titles are composed, however they were typed")
  func composed() throws {
    let composed = "Ban điều hành huyện Ế"
    let typed = "Ban \u{111}ie\u{302}\u{300}u ha\u{300}nh huye\u{323}\u{302}n E\u{302}\u{301}"
    #expect(Array(typed.utf8) != Array(composed.utf8))
    let text = ScratchPack.submission("  board.name: \(typed)")
      .replacing("\"Huyện Khoái Châu\"", with: "\"Huye\u{323}\u{302}n Khoa\u{301}i Cha\u{302}u\"")
    let submission = try #require(try ScratchPack().load(submission: text).submission)
    guard case .text(let read) = submission.answers["board.name"]?.value else {
      Issue.record("no text")
      return
    }
    #expect(Array(read.utf8) == Array(composed.utf8))
    #expect(Array(submission.unit.name.utf8) == Array("Huyện Khoái Châu".utf8))
  }
}

private func answers(
  _ name: String, _ answers: String, _ rest: String = "", _ language: Language = .en
) -> GoldenCase {
  GoldenCase(name) {
    try ScratchPack().lint(submission: ScratchPack.submission(answers, rest), language)
  }
}

/// A submission for a pack with a duty that rests on law that was read and one that does not.
private func confirmed(
  _ name: String, _ confirmations: String, _ language: Language = .en
) -> GoldenCase {
  GoldenCase(name) {
    let pack = try ScratchPack([
      "pack/area.yaml": ScratchPack.area(
        ScratchPack.check() + "\n" + ScratchPack.duty("D-1", cites: "luat-2016/53") + "\n"
          + ScratchPack.duty("D-2", cites: "luat-2016/60")),
      "citations/law.yaml": ScratchPack.citationsWithRecalledPlace,
    ])
    return try pack.lint(
      submission: ScratchPack.submission("  staff.total: 27", confirmations), language)
  }
}

private func changed(_ name: String, _ from: String, _ to: String, _ language: Language = .en)
  -> GoldenCase
{
  let text = ScratchPack.submission("  staff.total: 27")
  precondition(text.contains(from))
  return GoldenCase(name) {
    try ScratchPack().lint(submission: text.replacing(from, with: to), language)
  }
}

private let submissionCases: [GoldenCase] = [
  answers("nothing wrong", "  staff.total: { value: 27, source: k0 }"),
  answers(
    "figures with a decimal dot", "  staff.hours: 0.95\n  staff.total: 1.43\n  budget.spent: 1.5 tỷ"
  ),
  answers("figures with a decimal dot, in Vietnamese", "  staff.hours: 0.950", "", .vi),
  answers("unquoted comma in braces", "  staff.hours: { value: 1,5, source: k0 }"),
  answers(
    "no numbers",
    "  staff.total: hai mươi\n  staff.hours: １２\n  budget.spent: 3 USD\n  staff.trained: 1e400"),
  answers("no value", "  staff.total:\n  staff.hours: ~\n  budget.spent: { value: }"),
  answers(
    "numbers beyond all bounds",
    "  staff.total: 99.999.999.999.999.999.999\n  budget.spent: 99999999999999 tỷ\n  staff.trained: 1.001\n  share.handled: 120%"
  ),
  answers(
    "below the least",
    "  staff.total: -5\n  staff.trained: { about: -5 }\n  staff.hours: { under: 0 }", "", .vi),
  answers(
    "another measure",
    "  staff.total: 5 triệu đồng\n  staff.trained: 5%\n  share.handled: 95\n  budget.spent: 5%"),
  answers("part of a person", "  staff.total: \"1,5\""),
  answers("unknown indicators, near and far", "  staff.totl: 5\n  weather.rain: 5"),
  answers("two answers to one indicator", "  staff.total: x\n  staff.total: 5"),
  answers(
    "two values in one answer, and none",
    "  staff.total: { value: 5, over: 4 }\n  staff.trained: { source: k0 }"),
  answers("misspelt qualifier", "  staff.total: { ovr: 5 }\n  staff.trained: { roughly: 5 }"),
  answers(
    "tolerance without about",
    "  staff.total: { over: 5, tolerance: 10% }\n  staff.trained: { missing: { vi: a, en: b }, tolerance: 10% }"
  ),
  answers(
    "tolerance out of range and without its sign",
    "  staff.total: { about: 5, tolerance: 120% }\n  staff.trained: { about: 5, tolerance: 10 }"),
  answers(
    "qualified yes, misspelt yes, yes in quotes",
    "  board.exists: { over: true }\n  board.name: { about: x }", "", .vi),
  answers("yes and no are texts", "  board.exists: yes"),
  answers("quoted true is a text", "  board.exists: \"true\""),
  answers("true is no document", "  plan.document: true"),
  answers("date that does not exist", "  plan.signed: 29/02/2023"),
  answers("unknown document and basis", "  staff.total: { value: 5, source: k1, basis: heard }"),
  answers(
    "request for an unknown check, in no time, from no document", "  staff.total: 5",
    "requests:\n  - { check: A-11, within: soon, asked: 2019-02-30, text: { vi: a, en: b }, source: k9 }"
  ),
  confirmed(
    "confirmations: a practice, an unknown check, too early, by a name, twice, from no document",
    """
    confirmations:
      - { check: A-1, on: 2020-01-15, by: { vi: "Trưởng đoàn", en: "Head" } }
      - { check: D-9, on: 2020-01-15, by: { vi: "Trưởng đoàn", en: "Head" } }
      - { check: D-1, on: 2019-12-30, by: { vi: "Bà A", en: "Head" } }
      - { check: D-1, on: 15/01/2020, by: { vi: "Giám đốc Sở", en: "Mr. B" }, source: k9 }
    """),
  confirmed(
    "confirmations: law that nobody read, nothing at all, a list in a list",
    """
    confirmations:
      - { check: D-2, on: 2020-01-15, by: { vi: "Trưởng đoàn", en: "Head" } }
      - {}
      - [D-1]
    """, .vi),
  answers("missing reason in one language", "  staff.total: { missing: không nêu }"),
  answers("answers as a list", "  - staff.total: 5"),
  changed("wrong level", "level: district", "level: distrct"),
  changed(
    "period outside the checklist's", "to: 2019-12-31 }\ndocuments", "to: 2025-07-01 }\ndocuments"),
  changed(
    "period outside the checklist's, in Vietnamese", "{ from: 2019-01-01", "{ from: 2018-12-31", .vi
  ),
  changed("period backwards", "{ from: 2019-01-01", "{ from: 2020-01-01"),
  changed(
    "document twice", "documents:\n",
    "documents:\n  - { id: k0, title: { vi: \"A\", en: \"A\" } }\n"),
  changed("for another checklist", "small@1.0", "small@2.0"),
  changed("misspelt part", "answers:", "anwsers:"),
]
