@testable import ChecklistFormat
import Diagnostics
import InspectionCore
import JSON
import TestSupport
import Testing

@Suite("The reference of the kinds is generated from their descriptions")
struct KindReferenceTests {
  @Test("The committed page is current: RECORD=1 swift test --filter KindReferenceTests")
  func current() throws {
    try expectSnapshot(KindReference.markdown, at: "Documentation/CheckKinds.md")
  }

  @Test("Every example is printed with the reason it gives when run, in each language")
  func reasons() throws {
    for (sheet, kind) in zip(KindSheet.all(.en), CheckKind.builtIn) {
      #expect(sheet.examples.map(\.reason) == kind.description.examples.map(\.reason))
      let vietnamese = KindSheet(kind.description, .vi)
      for (vi, en) in zip(vietnamese.examples, sheet.examples) { #expect(vi.reason != en.reason) }
    }
  }

  /// The parameters are written as an author would: the loader reads them back without a word.
  @Test("Every example's YAML loads and means the same parameters")
  func written() throws {
    for (sheet, kind) in zip(KindSheet.all(.vi), CheckKind.builtIn) {
      for (shown, example) in zip(sheet.examples, kind.description.examples) {
        let check = """
            - id: A-1
              title: { vi: "Mục", en: "Check" }
              \(shown.written.joined(separator: "\n    "))
              points: 5
              class: practice
              severity: low
          """
        let run = KindExampleRun(kind: kind.description, example: example)
        let isMoney = example.parameters.values.contains { value in
          if case .number(_, .money) = value { true } else { false }
        }
        let dictionary = run.indicators.map { indicator in
          let type = isMoney && indicator.type == .decimal ? .money : indicator.type
          let title = "title: { vi: Số, en: Figure }"
          let columns = (indicator.table?.columns ?? []).map { column in
            "{ id: \(column.id), \(title), type: \(column.type.rawValue) }"
          }
          let table =
            indicator.table.map { table in
              ", rows: \(table.rows.rawValue), columns: [\(columns.joined(separator: ", "))]"
            } ?? ""
          let levels = indicator.options.map { "{ id: \($0.id), \(title) }" }
          let options = levels.isEmpty ? "" : ", options: [\(levels.joined(separator: ", "))]"
          return "  - { id: \(indicator.id), \(title), type: \(type.rawValue)\(table)\(options) }"
        }
        let pack = try ScratchPack([
          "pack/area.yaml": ScratchPack.area(check),
          "indicators/facts.yaml": "soat: 1\nindicators:\n" + dictionary.joined(separator: "\n"),
        ])
        let loaded = try PackLoader.load(pack.main)
        let found = try #require(
          loaded.compiled, "\(shown.written) \(loaded.diagnostics.all.map(\.message.en))")
        let read = try #require(found.checklist.check("A-1"))
        #expect(read.partial == example.partial)
        #expect(Set(read.parameters.keys) == Set(example.parameters.keys))
      }
    }
  }
}
