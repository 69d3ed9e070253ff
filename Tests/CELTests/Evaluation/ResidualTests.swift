import CEL
import Diagnostics
import Testing

@Suite("What is left of an expression reads unknown parts only")
struct ResidualTests {
  private func environment() -> Environment {
    var environment = Environment(
      libraries: [.standard, .optionals, .bindings, .mathematics, .twoVariableMacros, .lists])
    for name in ["a", "b", "u"] { environment.declare(variable: name, as: .int) }
    environment.declare(variable: "f", as: .bool)
    environment.declare(variable: "rows", as: .list(.map(.string, .int)))
    environment.declare(variable: "more", as: .map(.string, .dyn))
    environment.declare(variable: "when", as: .timestamp)
    return environment
  }

  private func residual(_ expression: String) throws -> String? {
    let rows: [Value] = [.map(MapValue([("x", .int(1))])), .map(MapValue([("x", .int(5))]))]
    let activation = Activation(
      [
        "a": .int(2), "b": .int(-3), "f": .bool(true), "rows": .list(rows),
        "when": .timestamp(Timestamp(seconds: 0)!),
        "more": .map(MapValue([("list", .list([.int(1)])), ("gap", .null)])),
      ], unknowns: [AttributePattern("u"), AttributePattern("more.gap")])
    return try environment().compile(expression).residual(activation)?.text
  }

  @Test(
    "Known parts become literals, and what they decide goes away",
    arguments: [
      ("a + b", "-1"), ("u + a * b", "u + -6"), ("u - b", "u - -3"),
      ("f && u > a", "u > 2"), ("u > a && f && u > b", "u > 2 && u > -3"), ("u > a || f", "true"),
      ("u == 1 ? a : b", "u == 1 ? 2 : -3"), ("f ? u : a", "u"),
      ("a / 0 == 1 || u == 1", "2 / 0 == 1 || u == 1"),
      ("[a, u, b]", "[2, u, -3]"), ("{'k': u, 'l': a}.k", "{\"k\": u, \"l\": 2}.k"),
      ("timestamp('1970-01-01T00:00:01Z') > when && u == 1", "u == 1"),
      ("[when, timestamp(u)]", "[timestamp(\"1970-01-01T00:00:00Z\"), timestamp(u)]"),
      ("more.list[u]", "more.list[u]"), ("more.list[u + a * a]", "more.list[u + 4]"),
      ("has(more.gap) && f", "has(more.gap)"), ("more.?gap.orValue(a)", "more.?gap.orValue(2)"),
      ("type(u) == int", "type(u) == int"),
      ("b'a' + bytes(string(u))", "b\"a\" + bytes(string(u))"),
    ])
  func parts(expression: String, left: String) throws {
    #expect(try residual(expression) == left)
  }

  @Test(
    "Macros stay, what is known put in around their variables",
    arguments: [
      ("rows.exists(r, r.x == 5)", "true"),
      ("rows.exists(r, r.x == u)", "[{\"x\": 1}, {\"x\": 5}].exists(r, r.x == u)"),
      ("[u].all(r, r > a + b)", "[u].all(r, r > -1)"),
      ("[u].all(a, a > a + b)", "[u].all(a, a > a + -3)"),
      ("[u].map(r, r > a, r + b)", "[u].map(r, r > 2, r + -3)"),
      ("[u].all(i, v, i < a && v > b)", "[u].all(i, v, i < 2 && v > -3)"),
      ("[u].transformMap(i, v, v + a)", "[u].transformMap(i, v, v + 2)"),
      ("cel.bind(a, u + a, a + b)", "cel.bind(a, u + 2, a + -3)"),
      ("math.greatest(a, u, b)", "math.greatest(2, u, -3)"),
      ("optional.of(u).optMap(v, v + a)", "optional.of(u).optMap(v, v + 2)"),
      ("[u, a].sortBy(e, e * b)", "[u, 2].sortBy(e, e * -3)"),
      ("[[u]].all(r, r.all(s, s > a) && r[0] > b)", "[[u]].all(r, r.all(s, s > 2) && r[0] > -3)"),
    ])
  func macros(expression: String, left: String) throws {
    #expect(try residual(expression) == left)
  }

  @Test("Exact numbers are written exactly, intervals not at all")
  func numbers() throws {
    var environment = Environment(libraries: [.standard, .numbers])
    for name in ["n", "m", "u"] { environment.declare(variable: name, as: .number) }
    let activation = Activation(
      [
        "n": .number(.exact(try Rational(numerator: 43, denominator: 45))),
        "m": .number(.atLeast(Rational(3), source: "m")),
      ], unknowns: [AttributePattern("u")])
    func left(_ text: String) throws -> String? {
      try environment.compile(text).residual(activation)?.text
    }
    #expect(try left("n >= u") == "number(43) / 45 >= u")
    #expect(try left("n - n + u") == "number(0) + u")
    #expect(try left("m > u") == "m > u")
    #expect(try left("0.95 * u") == "0.95 * u")
  }

  @Test("An error leaves nothing, and neither does what cannot be written")
  func nothing() throws {
    #expect(try residual("a / 0 == 1") == nil)
  }

  @Test("Much input does not cost without bound")
  func limit() throws {
    var value = Value.list([.int(1)])
    for _ in 0..<40 { value = .list([value, value]) }
    var environment = Environment()
    environment.declare(variable: "l", as: .list(.dyn))
    environment.declare(variable: "u", as: .int)
    let program = try environment.compile("[l, [u]]")
    let activation = Activation(["l": value], unknowns: [AttributePattern("u")])
    #expect(program.residual(activation)?.text == "[l, [u]]")
  }
}
