@testable import ChecklistFormat

/// A whole file that its schema must take or refuse.
struct SchemaVariant: Sendable {
  let name: String
  let kind: FormatFile
  let text: String
  let isSound: Bool

  static let all: [SchemaVariant] = sound + broken

  private static func file(
    _ name: String, _ kind: FormatFile, _ text: String, _ isSound: Bool
  ) -> SchemaVariant {
    SchemaVariant(name: name, kind: kind, text: text, isSound: isSound)
  }

  private static func check(_ name: String, _ rule: String, kind: String, _ isSound: Bool)
    -> SchemaVariant
  {
    file(name, .area, ScratchPack.area(ScratchPack.check("A-1", rule, kind: kind)), isSound)
  }

  private static func answer(_ name: String, _ answer: String, _ isSound: Bool) -> SchemaVariant {
    file(name, .submission, ScratchPack.submission("  staff.total: \(answer)"), isSound)
  }

  private static func rollUp(_ name: String, _ rule: String, _ isSound: Bool) -> SchemaVariant {
    let line = "  - { id: s.x, title: { vi: Số, en: Figure }, type: int, roll_up: \(rule) }\n"
    return file("rolled up: " + name, .indicators, "soat: 1\nindicators:\n" + line, isSound)
  }

  private static let sound = [
    file("a checklist", .checklist, ScratchPack.checklist(), true),
    file("an area", .area, ScratchPack.area(ScratchPack.check()), true),
    file("indicators", .indicators, ScratchPack.indicators, true),
    file("citations", .citations, ScratchPack.citations, true),
    file("a calendar", .calendar, ScratchPack.calendar, true),
    file("a submission", .submission, ScratchPack.submission("  staff.total: 27"), true),
    check(
      "a ratio", "with: { of: a.x, to: a.y, at_least: 95%, when_zero: met }", kind: "ratio", true),
    check("one indicator", "with: { of: board.exists }", kind: "presence", true),
    check("a literal beside", "with: { value: a.x * 0.95, above: 1.431 }", kind: "threshold", true),
    rollUp("a word", "part", true), rollUp("a sum", "{ sum: a.x }", true),
    rollUp("a share of two", "{ of: a.x, to: a.y }", true),
    file("a list of units", .units, "soat: 1\nunits: [{ code: a, name: A, level: commune }]", true),
    answer("a figure over", "{ over: 500 triệu đồng, source: k0 }", true),
    answer("a tolerance", "{ about: 20, tolerance: 10% }", true),
    answer("a date", "10/11/2024", true),
  ]

  private static let broken = [
    rollUp("two ways at once", "{ sum: a.x, count: a.y }", false),
    rollUp("a share of one", "{ of: a.x }", false), rollUp("another word", "mean", false),
    file("no units", .units, "soat: 1\nunits: []", false),
    check("no parameters", "", kind: "ratio", false),
    check("no comparison", "with: { of: a.x, to: a.y, when_zero: met }", kind: "ratio", false),
    check(
      "two comparisons",
      "with: { of: a.x, to: a.y, when_zero: met, above: 1, below: 2 }", kind: "ratio", false),
    check(
      "a parameter of another kind", "with: { of: a.x, to: a.y, when_zero: met, above: 1 }",
      kind: "coverage", false),
    check("a share with a point", "with: { value: a.x, above: 0.95 }", kind: "threshold", false),
    check("a rule under with", "with: { expr: a.x }", kind: "rule", false),
    check("parameters of a rule", "expr: a.x > 1", kind: "presence", false),
    check("one part", "with: { parts: [a.x], total: a.y }", kind: "sum", false),
    check("no indicator", "with: { of: [] }", kind: "presence", false),
    check("no such kind", "expr: a.x > 1", kind: "ruel", false),
    check(
      "partial credit of a kind that gives none",
      "with: { of: a.x }\n    partial: linear", kind: "presence", false),
    file(
      "a duty that cites nothing", .area,
      ScratchPack.area(ScratchPack.check()).replacing("practice", with: "duty"), false),
    file("another version", .checklist, "soat: 2" + ScratchPack.checklist().dropFirst(7), false),
    file(
      "completeness without its sign", .checklist,
      ScratchPack.checklist(scoring: "scoring: { minimum_completeness: 80 }"), false),
    file(
      "more than all", .checklist,
      ScratchPack.checklist(scoring: "scoring: { minimum_completeness: 180% }"), false),
    file("nothing included", .checklist, ScratchPack.checklist(include: ""), false),
    file(
      "a path where a name is wanted", .checklist,
      ScratchPack.checklist().replacing("[facts]", with: "[indicators/facts]"), false),
    file(
      "an indicator of one word", .indicators,
      ScratchPack.indicators.replacing("staff.total", with: "total"), false),
    file(
      "a day confirmed with yes", .calendar,
      ScratchPack.calendar.replacing("confirmed: true", with: "confirmed: yes"), false),
    file(
      "a date written backwards", .calendar,
      ScratchPack.calendar.replacing("2024-05-04", with: "2024/05/04"), false),
    answer("two values", "{ value: 1, over: 2 }", false),
    answer("no value", "{ source: k0 }", false),
    answer("a tolerance of an exact figure", "{ value: 20, tolerance: 10% }", false),
    answer("an unknown basis", "{ value: 20, basis: guessed }", false),
    file(
      "an indicator misnamed", .submission, ScratchPack.submission("  Staff.Total: 27"), false),
  ]
}
