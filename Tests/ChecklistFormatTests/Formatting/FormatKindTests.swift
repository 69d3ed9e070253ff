import Diagnostics
import Testing

@testable import ChecklistFormat

@Suite("The kind of a file by its keys")
struct FormatKindTests {
  @Test("A checklist with targets of its own is still a checklist")
  func targets() throws {
    let text = """
      soat: 1
      id: local
      version: 1.0
      title: { vi: "Một", en: "One" }
      extends: national@1.0
      targets:
        - { id: swim, title: { vi: "Biết bơi", en: "Swimming" }, values: [{ value: 80% }], status: recalled }

      """
    #expect(try formatted(text, as: nil) == text)
  }

  @Test(
    "A part of a checklist is told from the whole",
    arguments: [
      ("soat: 1\ntargets: []\n", FormatFile.targets), ("soat: 1\nperiods: []\n", .periods),
      ("soat: 1\ncalendar: x\n", .calendar), ("area: { id: a }\nchecks: []\n", .area),
      ("soat: 1\nsubmission: x\nchecklist: a@1\nversion: 1\n", .submission),
      ("soat: 1\nversion: 1\ntargets: []\n", .checklist),
    ])
  func kinds(text: String, kind: FormatFile) throws {
    let root = try YAMLParser.parse(SourceText(name: "test.yaml", text: text))
    #expect(FormatFile(root) == kind)
  }
}
