import CEL
import Diagnostics
@testable import InspectionCore
import JSON
import Testing

/// Somebody who knows the checklist and the rules of masking, tries every submission there can be
/// over a few counts, and looks which of them give the very document that is public.
///
/// Tests/Oracle/reader.py does the same with random checklists.
@Suite("No small count can be found from a public result")
struct PublicDocumentTests {
  /// Counts are tried up to here; one of the watched has others to be taken for.
  private static let greatest: Int64 = 7
  private static let watched: Int64 = 4
  private static let ids = ["cases.a", "cases.b", "cases.c"]
  private static let indicators =
    ids.map { Sample.indicator($0, from: Rational(0), counts: .cases) } + [
      Sample.indicator("staff.n"), Sample.indicator("is.open", .bool),
    ]

  private static func compared(
    _ id: String, _ kind: String, _ more: [String: ParameterValue] = [:],
    partial: PartialCredit = .none
  ) -> Check {
    let both: [String: ParameterValue] = [
      "of": .expression("cases.a"), "to": .expression("cases.b"), "when_zero": .name("unmet"),
    ]
    return Sample.check(id, kind, both.merging(more) { $1 }, partial: partial)
  }

  private static func sum(_ id: String, _ relation: String) -> Check {
    Sample.check(
      id, "sum",
      [
        "parts": .list([.expression("cases.a"), .expression("cases.b")]),
        "total": .expression("cases.c"), "relation": .name(relation),
      ])
  }

  private static func percent(_ value: Int64) -> ParameterValue {
    .number(Rational(millionths: value * 10_000), .percent)
  }

  private static let halves = PartialCredit.stepped([
    CreditStep(from: Rational(millionths: 300_000), credit: Rational(millionths: 500_000))
  ])

  private static let packs: [[Check]] = [
    [sum("S", "equal")], [sum("S", "at_most")], [sum("S", "at_least")],
    // What is left over is small: of all, nearly all are supported.
    [
      sum("S", "equal"),
      compared("R", "ratio", ["to": .expression("cases.c"), "at_least": percent(60)]),
    ],
    [compared("R", "ratio", ["at_least": percent(80)])],
    [compared("R", "ratio", ["below": percent(50)]), Sample.rule("O", "is.open")],
    [compared("C", "coverage", partial: .linear), Sample.rule("Y", "staff.n == 1")],
    [compared("C", "coverage", partial: .linear), Sample.rule("O", "is.open")],
    [
      compared("C", "coverage", partial: halves),
      compared("D", "coverage", ["of": .expression("cases.c")]),
    ],
    [
      Sample.check(
        "T", "threshold", ["value": .expression("cases.a"), "above": .expression("2 * cases.b")])
    ],
    [
      Sample.check(
        "T", "trend",
        [
          "value": .expression("cases.a"), "previous": .expression("cases.b"),
          "change": .name("falls"), "by": percent(30), "when_zero": .name("met"),
        ])
    ],
    [
      Sample.rule("U", "cases.a == 2 * cases.b"),
      Sample.rule("V", "cases.c > 5", when: "cases.a > cases.b"),
    ],
  ]

  @Test("For every small count another one gives the very same document", arguments: packs.indices)
  func told(pack: Int) throws {
    let checks = Self.packs[pack]
    let bands = [("high", 80), ("middle", 40), ("low", 15)] as [(String, Int64)]
    let checklist = Sample.checklist(
      [Sample.area("A", checks)], indicators: Self.indicators,
      scoring: ScoringRules(
        minimumCompleteness: Rational(0),
        bands: bands.map {
          Band(
            id: $0.0, title: LocalizedText(same: $0.0), from: Rational(millionths: $0.1 * 10_000))
        }))
    let compiled = try CompiledChecklist(checklist)
    let read = Self.ids.filter { id in compiled.areas[0].contains { $0.reads(id) } }
    var alike: [String: [[Int64]]] = [:]
    var masked: [String: Set<String>] = [:]
    for world in Self.worlds(read.count) {
      var answers: [String: Answer] = ["staff.n": .int(1)]
      for (id, value) in zip(read, world) { answers[id] = .int(value) }
      let assessment = assess(
        compiled, Sample.submission(answers), AssessmentContext(asOf: Sample.asOf))
      let document = AssessmentDocument(
        assessment, checklist: checklist, digest: "", audience: .everyone, language: .en)
      let text = String(decoding: JSONWriter.canonical(document.json), as: UTF8.self)
      alike[text, default: []].append(world)
      masked[text] = document.disclosure.masked
    }
    var found: [String] = []
    var looked = 0
    for (text, worlds) in alike {
      for (place, id) in read.enumerated() where masked[text]?.contains(id) ?? false {
        guard let one = worlds.first(where: { $0.max() ?? 0 <= Self.watched }),
          (1...4).contains(one[place])
        else { continue }
        looked += 1
        if Set(worlds.map { $0[place] }).count < 2 { found.append("\(id) of \(one)") }
      }
    }
    #expect(looked > 0)
    #expect(found.sorted() == [])
  }

  private static func worlds(_ count: Int) -> [[Int64]] {
    var worlds: [[Int64]] = [[]]
    for _ in 0..<count {
      worlds = worlds.flatMap { world in (0...greatest).map { world + [$0] } }
    }
    return worlds
  }
}

extension CompiledCheck {
  fileprivate func reads(_ id: String) -> Bool {
    rule.inputs.contains(id) || conditionInputs.contains(id)
  }
}
