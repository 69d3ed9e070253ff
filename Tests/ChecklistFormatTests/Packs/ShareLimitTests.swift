import ChecklistFormat
import Diagnostics
import Testing

@Suite("A share compared with a percentage that lacks its sign")
struct ShareLimitTests {
  private static let indicators = """
    soat: 1
    indicators:
      - { id: staff.total, title: { vi: "Số người", en: "People" }, type: int, unit: { vi: người, en: people } }
      - { id: staff.trained, title: { vi: "Đã tập huấn", en: "Trained" }, type: int, unit: { vi: người, en: people } }
      - { id: communes.total, title: { vi: "Số xã", en: "Communes" }, type: int, unit: { vi: xã, en: communes } }
      - { id: share.handled, title: { vi: "Tỷ lệ", en: "Share" }, type: percent }

    """

  private func diagnostics(_ rule: String, kind: String) throws -> [Diagnostic] {
    let pack = try ScratchPack([
      "indicators/facts.yaml": Self.indicators,
      "pack/area.yaml": ScratchPack.area(ScratchPack.check("A-1", rule, kind: kind)),
    ])
    return try PackLoader.load(pack.main).diagnostics.all
  }

  @Test(
    "In an expression",
    arguments: [
      ("staff.trained / staff.total >= 95", true), ("95 <= staff.trained / staff.total", true),
      ("share.handled == 100", true), ("share.handled >= 2.5", true),
      ("staff.trained / staff.total >= 0.95", false), ("staff.trained / staff.total <= 2", false),
      ("staff.trained / staff.total * 100 >= 95", false),
      ("100 * staff.trained / staff.total >= 95", false), ("share.handled * 100 >= 95", false),
      ("staff.total / communes.total >= 95", false), ("staff.trained >= 95", false),
      ("staff.trained >= 3 * staff.total", false),
    ])
  func expressions(rule: String, isCaught: Bool) throws {
    let found = try diagnostics("expr: \(rule)", kind: "rule")
    #expect(found.map(\.code) == (isCaught ? ["share-limit"] : []))
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test(
    "In a parameter",
    arguments: [
      ("ratio", "of: staff.trained, to: staff.total, at_least: 95, when_zero: met", true),
      ("ratio", "of: staff.trained, to: staff.total, at_least: 95%, when_zero: met", false),
      ("ratio", "of: staff.trained, to: staff.total, at_most: 1.000%, when_zero: met", false),
      ("ratio", "of: staff.trained, to: staff.total, at_least: 2, when_zero: met", false),
      ("ratio", "of: staff.total, to: communes.total, at_least: 95, when_zero: met", false),
      ("threshold", "value: share.handled, at_least: 95", true),
      ("threshold", "value: share.handled, at_least: 95%", false),
      ("threshold", "value: staff.total, at_least: 95", false),
    ])
  func parameters(kind: String, with: String, isCaught: Bool) throws {
    #expect(
      try diagnostics("with: { \(with) }", kind: kind).map(\.code)
        == (isCaught ? ["share-limit"] : []))
  }

  @Test("What is said names the share that was asked for, and both ways to write it")
  func text() throws {
    let found = try diagnostics(
      "with: { of: staff.trained, to: staff.total, at_least: 95, when_zero: met }", kind: "ratio")
    #expect(
      found.first?.message
        == LocalizedText(
          vi: "tỷ lệ này được so với 95, tức là 9.500%",
          en: "this share is compared with 95, which is 9,500%"))
    #expect(
      found.first?.mend
        == LocalizedText(
          vi: "nếu là phần trăm thì viết 95%; nếu thật là nhiều lần thì viết 9.500%",
          en: "for a percentage write 95%; for so many times write 9,500%"))
  }
}
