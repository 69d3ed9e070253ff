import CEL
import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import Testing

@Suite("Answers to tables, choices and times")
struct TableAnswerTests {
  @Test("A mistake gives exactly this text", arguments: tableAnswerCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(tableAnswerGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(tableAnswerCases, as: "tableAnswerGolden")
  }

  private func answer(_ id: String, _ value: String) throws -> Answer? {
    let loaded = try ScratchPack(features: [:])
      .load(submission: ScratchPack.submission("  \(id): \(value)"))
    #expect(loaded.diagnostics.all.map(\.message.en) == [])
    return loaded.submission?.answers[id]
  }

  @Test("Every cell is read by the type of its column, and one not written is not answered")
  func cells() throws {
    let answer = try answer(
      "communes.list",
      """

          rows:
            - { name: "Xã A", kind: ward, officer: true, board: na, visits: 1, share: 95%, spent: 30 triệu đồng, decided: 31/10/2024 }
            - { name: "Xã B", board: false }
            - {}
          source: k0
          basis: seen
      """)
    let rows: [[String: CellValue]] = [
      [
        "name": .text("Xã A"), "kind": .text("ward"), "officer": .bool(true),
        "board": .notApplicable, "visits": .number(Number(1)),
        "share": .number(Number(Rational(decimal: "0.95")!)), "spent": .number(Number(30_000_000)),
        "decided": .date(try #require(CivilDate(iso: "2024-10-31"))),
      ],
      ["name": .text("Xã B"), "board": .bool(false)], [:],
    ]
    #expect(answer == Answer(.table(AnswerTable(rows: rows)), source: "k0", basis: .seen))
  }

  @Test("A sample keeps how it was drawn")
  func sample() throws {
    let answer = try answer(
      "files.sampled",
      """
      { rows: [{ plan: true, days: 4, hours: "1,5" }, { plan: na }], \
      sample: { population: 1.250, method: { vi: "ngẫu nhiên", en: "random" }, drawn_by: { vi: "đoàn", en: "the team" } } }
      """)
    let table = AnswerTable(
      rows: [
        [
          "plan": .bool(true), "days": .number(Number(4)),
          "hours": .number(Number(Rational(decimal: "1.5")!)),
        ], ["plan": .notApplicable],
      ],
      sample: SampleFrame(
        population: 1250, method: LocalizedText(vi: "ngẫu nhiên", en: "random"),
        drawnBy: LocalizedText(vi: "đoàn", en: "the team")))
    #expect(answer == Answer(.table(table)))
  }

  @Test("A choice is one of its words, a time is read in either order, a table may be missing")
  func others() throws {
    #expect(try answer("commune.kind", "ward") == Answer(.text("ward")))
    let time = try #require(CivilDateTime(text: "2024-10-31 14:30"))
    for text in ["14:30 31/10/2024", "2024-10-31 14:30", "\"2024-10-31T14:30\""] {
      #expect(try answer("meeting.held_at", text) == Answer(.dateTime(time)))
    }
    let missing = try answer("communes.list", "{ missing: { vi: chưa lập, en: not drawn up } }")
    #expect(missing == Answer(.missing(LocalizedText(vi: "chưa lập", en: "not drawn up"))))
    #expect(try answer("communes.list", "{ rows: [] }") == Answer(.table(AnswerTable(rows: []))))
  }

  @Test("Ten thousand rows are read; one more is refused in one line")
  func length() throws {
    func lint(_ count: Int) throws -> [String] {
      let rows = String(repeating: "{ officer: true }, ", count: count)
      return try ScratchPack(features: [:])
        .load(submission: ScratchPack.submission("  communes.list: { rows: [\(rows)] }"))
        .diagnostics.all.map(\.code)
    }
    #expect(try lint(10_000) == [])
    #expect(try lint(10_001) == ["table-too-long"])
  }
}

private func answer(_ name: String, _ line: String, _ language: Language = .en) -> GoldenCase {
  GoldenCase(name) {
    try ScratchPack(features: [:]).lint(
      submission: ScratchPack.submission("  " + line), language)
  }
}

private let frame = #"method: { vi: X, en: X }, drawn_by: { vi: Y, en: Y }"#

private let tableAnswerCases: [GoldenCase] = [
  answer("rows of a number", "staff.total: { rows: [{ officer: true }] }"),
  answer("a table in one word", "communes.list: none"),
  answer("a table under value", "communes.list: { value: 5 }"),
  answer("rows and a value", "communes.list: { rows: [], value: 5 }"),
  answer("rows beside the value of a number", "staff.total: { value: 5, rows: [] }"),
  answer("a misspelt column", "communes.list: { rows: [{ oficer: true }] }"),
  answer("a row that is no mapping", "communes.list: { rows: [true] }"),
  answer("rows that are no list, in Vietnamese", "communes.list: { rows: { officer: true } }", .vi),
  answer(
    "cells of other types",
    """
    communes.list:
        rows:
          - { officer: yes, board: maybe, kind: city }
          - { visits: "1,5", share: 95, spent: 95%, decided: 31/02/2024 }
          - { visits: 101, share: 120% }
          - { officer: "true", visits: many, visits: 3 }
    """),
  answer(
    "the same mistake in three rows",
    "communes.list: { rows: [" + String(repeating: "{ board: maybe }, ", count: 3) + "] }"),
  answer(
    "days that are not whole, hours below none",
    #"files.sampled: { rows: [{ days: "4,5", hours: -1 }], sample: { population: 5, \#(frame) } }"#),
  answer("sampled files without how they were drawn", "files.sampled: { rows: [{ plan: true }] }"),
  answer(
    "sampled files without how they were drawn, in Vietnamese",
    "files.sampled: { rows: [{ plan: true }] }", .vi),
  answer(
    "a sample larger than the whole",
    "files.sampled: { rows: [{ plan: true }, { plan: na }], sample: { population: 1, \(frame) } }"),
  answer("a sample that says little", "files.sampled: { rows: [], sample: { population: some } }"),
  answer("a sample without rows", "staff.total: { value: 5, sample: { population: 5, \(frame) } }"),
  answer("a choice nobody offers", "commune.kind: wards"),
  answer("a choice in numbers", "commune.kind: { about: ward }"),
  answer("times that are none", "meeting.held_at: 2024-10-31"),
  answer("times beyond the day, in Vietnamese", "meeting.held_at: 24:00 31/10/2024", .vi),
]
