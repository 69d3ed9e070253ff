import CEL
import Diagnostics
import Testing

@Suite("An expression says what it reads without being evaluated")
struct ReadsTests {
  @Test(
    "Variables and their parts are listed, those of macros are not",
    arguments: [
      ("1 + 2", []), ("a + a", ["a"]), ("m.x.y == 1 && m.x.z == 2", ["m.x.y", "m.x.z"]),
      ("rows[0].x + rows[a].x", ["a", "rows", "rows[0].x"]), ("m['p q'].r", ["m[\"p q\"].r"]),
      ("has(m.x)", ["m.x"]), ("m.?x[?'y'].orValue(a)", ["a", "m.x.y"]),
      ("rows.all(r, r.x > a)", ["a", "rows"]), ("rows.map(a, a.x)", ["rows"]),
      ("staff.total > 1", ["staff.total"]), ("staff.other.x", ["staff.other.x"]),
      ("type(a) == int", ["a"]), ("m[m.k].v", ["m", "m.k"]), ("{'a': m.x}.a", ["m.x"]),
      ("cel.bind(b, m.x, b + 1)", ["m.x"]), ("rows.filter(r, r.x > 0)[a].x", ["a", "rows"]),
    ])
  func reads(expression: String, parts: [String]) throws {
    var environment = Environment(libraries: [.standard, .optionals, .bindings])
    environment.declare(variable: "a", as: .int)
    environment.declare(variable: "m", as: .map(.string, .dyn))
    environment.declare(variable: "rows", as: .list(.map(.string, .int)))
    environment.declare(variable: "staff.total", as: .int)
    environment.declare(variable: "staff", as: .map(.string, .dyn))
    let parsed = try environment.parse(SourceText(name: "", text: expression))
    let checked = try environment.check(parsed)
    #expect(checked.reads.map(\.description) == parts)
  }
}
