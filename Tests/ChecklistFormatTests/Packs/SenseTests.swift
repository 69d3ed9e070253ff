import ChecklistFormat
import Diagnostics
import Testing

@Suite("What is written correctly and makes no sense is said")
struct SenseTests {
  /// The codes with severities that a pack of one check gives, notes included.
  private func findings(
    _ check: String, _ files: [String: String] = [:], notes: Bool = true
  ) throws -> [String] {
    var files = files
    files["pack/area.yaml"] = ScratchPack.area(check)
    let pack = try ScratchPack(files)
    return try PackLoader.load(pack.main, notes: notes).diagnostics.all.map {
      "\($0.severity.rawValue) \($0.code)"
    }
  }

  private func duty(cites: String, _ rest: String = "") -> String {
    ScratchPack.check().replacing("class: practice", with: "class: duty")
      + "\n    cites: [\(cites)]" + rest
  }

  private let older = [
    "citations/law.yaml": ScratchPack.citations + """
        - id: luat-2004
          type: { vi: "Luật", en: "Law" }
          number: 25/2004/QH11
          issuer: { vi: "Quốc hội", en: "National Assembly" }
          date: 2004-06-15
          title: { vi: "Luật cũ", en: "The older law" }
          in_force: { from: 2005-01-01, to: 2017-05-31 }
          status: verified

      """
  ]

  @Test("A duty whose only law had ended is a warning; beside one in force it is a note")
  func force() throws {
    #expect(try findings(duty(cites: "luat-2004"), older) == ["warning citation-not-in-force"])
    #expect(
      try findings(duty(cites: "luat-2016, luat-2004"), older) == ["note citation-not-in-force"])
    #expect(try findings(duty(cites: "luat-2016, luat-2004"), older, notes: false) == [])
    let practice = ScratchPack.check() + "\n    cites: [luat-2004]"
    #expect(try findings(practice, older) == ["note citation-not-in-force"])
  }

  @Test("A citation is held against the check's own period")
  func ownPeriod() throws {
    let later = [
      "citations/law.yaml": ScratchPack.citations.replacing("2017-06-01", with: "2024-01-01")
    ]
    #expect(try findings(duty(cites: "luat-2016"), later) == [])
    let early = duty(cites: "luat-2016", "\n    effective: { to: 2023-12-31 }")
    #expect(try findings(early, later) == ["warning citation-not-in-force"])
  }

  @Test("Law is recalled where its place is, and one verified citation is enough")
  func recalled() throws {
    let text = ScratchPack.citations.replacing(
      "en: \"Article 53\" }, status: verified", with: "en: \"Article 53\" }, status: recalled")
    let files = ["citations/law.yaml": text]
    #expect(try findings(duty(cites: "luat-2016/53"), files) == ["note citation-recalled"])
    #expect(try findings(duty(cites: "luat-2016/53, luat-2016"), files) == [])
    #expect(try findings(duty(cites: "luat-2016/53"), files, notes: false) == [])
  }

  @Test(
    "A condition that is always false, and a rule that reads nothing",
    arguments: [
      ("expr: staff.total >= 1\n    when: 1 > 2", "warning check-never-applies"),
      ("expr: 1 < 2", "warning verdict-settled"), ("expr: \"false\"", "warning verdict-settled"),
      ("expr: staff.total >= 1\n    when: 1 < 2", nil),
    ])
  func constants(rule: String, expected: String?) throws {
    #expect(try findings(ScratchPack.check("A-1", rule)) == (expected.map { [$0] } ?? []))
  }

  @Test(
    "A limit outside an indicator's bounds of 0 to 1,000",
    arguments: [
      ("at_least: 1.001", true), ("above: 1.000", true), ("at_most: -1", true), ("below: 0", true),
      ("at_least: 0", true), ("at_most: 1.000", true), ("below: 1.001", true), ("above: -1", true),
      ("at_least: 1.000", false), ("above: 999", false), ("at_most: 0", false), ("below: 1", false),
    ])
  func bounds(limit: String, isSettled: Bool) throws {
    let check = ScratchPack.check(
      "A-1", "with: { value: staff.trained, \(limit) }", kind: "threshold")
    #expect(try findings(check) == (isSettled ? ["warning verdict-settled"] : []))
  }

  @Test("Two hundred notes take no warning's place")
  func notesComeLast() throws {
    let own = (1...200).map {
      "  - { id: own.n\($0), title: { vi: Một, en: One }, type: int }\n"
    }.joined()
    let pack = try ScratchPack([
      "pack/checklist.yaml": ScratchPack.checklist().replacing("[facts]", with: "[own, facts]"),
      "pack/indicators/own.yaml": "soat: 1\nindicators:\n" + own,
      "pack/area.yaml": ScratchPack.area(ScratchPack.check("A-1", "expr: 1 < 2")),
    ])
    let found = try PackLoader.load(pack.main, notes: true).diagnostics
    #expect(found.all.count == 100)
    #expect(found.leftOut == 101)
    #expect(found.all.count { $0.code == "verdict-settled" } == 1)
  }
}
