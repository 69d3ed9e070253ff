import CEL
import CELConformance
import Diagnostics
import TestSupport
import Testing

@Suite("An expression's worst cost is known without evaluating it")
struct CostTests {
  private func environment() -> Environment {
    var environment = Environment(libraries: [.standard, .bindings, .lists, .twoVariableMacros])
    environment.declare(variable: "rows", as: .list(.map(.string, .list(.int))))
    environment.declare(variable: "text", as: .string)
    environment.declare(variable: "a", as: .int)
    return environment
  }

  private func cost(_ expression: String, _ sizes: [String: UInt64]) throws -> Cost {
    let environment = environment()
    let parsed = try environment.parse(SourceText(name: "", text: expression))
    return try environment.check(parsed).worstCost(SizeBounds(sizes, other: 7))
  }

  @Test(
    "Rounds are those of the declared sizes, loops in loops multiplied",
    arguments: [
      ("a > 1", 0), ("rows.all(r, r.x[0] > 1)", 20), ("rows.all(r, r.x.exists(n, n == a))", 120),
      ("rows.filter(r, true).map(r, r.x).size() == 1", 40), ("[1, 2, 3].all(x, x > 0)", 3),
      ("rows.exists(r, r.other.exists(n, n > 1))", 160),
      ("a == 1 ? rows.all(r, true) : [1].all(x, true)", 21),
      ("cel.bind(l, rows + rows, l.all(r, true))", 40), ("lists.range(9).all(i, i < 9)", 9),
      ("(a == 1 ? rows[0].x : rows[0].y).all(n, n > 0)", 7), ("rows[0]['x'].all(n, n > 0)", 5),
      ("rows.transformMap(i, r, r.x).all(k, v, v.all(n, n > 0))", 140),
    ] as [(String, UInt64)])
  func rounds(expression: String, rounds: UInt64) throws {
    #expect(try cost(expression, ["rows": 20, "rows[].x": 5]).rounds == rounds)
  }

  @Test("A cost is beyond the limit just where the evaluation is stopped", arguments: [999, 1000])
  func limit(count: Int) throws {
    let expression = "rows.all(a, rows.all(b, true))"
    let rows = Value.list(Array(repeating: .map(MapValue()), count: count))
    let outcome = try environment().compile(expression).evaluate(Activation(["rows": rows]))
    var isStopped = false
    if case .error(let error) = outcome { isStopped = error.code == .limitExceeded }
    #expect(isStopped == (count == 1000))
    #expect(try cost(expression, ["rows": UInt64(count)]).isBeyondLimit == isStopped)
  }

  @Test("What would overflow ends at the greatest number")
  func saturation() throws {
    let large = try cost("rows.all(a, rows.all(b, rows.all(c, rows.all(d, true))))", ["rows": .max])
    #expect(large.rounds == .max && large.steps == .max)
  }

  @Test("An estimate of a hostile expression ends soon, and not below the truth")
  func hostile() throws {
    var doubled = "b.all(x, x.x[0] > 0)"
    for _ in 0..<60 { doubled = "cel.bind(b, b + b, \(doubled))" }
    #expect(try cost("cel.bind(b, rows, \(doubled))", ["rows": 2]).rounds >= 1 << 60)
    var nested = "v"
    for _ in 0..<40 { nested = "rows.transformMap(i, v, \(nested))" }
    #expect(try cost("\(nested) == {}", ["rows": 3]).rounds > 1 << 60)
  }

  @Test("An operation on a whole text costs its bytes")
  func texts() throws {
    let short = try cost("text == 'abc'", ["text": 10]).steps
    let long = try cost("text == 'abc'", ["text": 10_000]).steps
    #expect(long - short == 9_990)
  }

  @Test("No evaluation takes more than was estimated", arguments: 0..<4)
  func bound(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed + 900)
    let expressions = [
      "rows.filter(r, r.x.size() > a).map(r, r.x).all(l, l.exists(n, n > a))",
      "rows.map(r, r.x.map(n, [n, n + 1])).filter(l, l.size() > a).size()",
      "rows.exists_one(r, r.x.exists(n, n == a)) || rows.all(r, r.x.all(n, n in r.x))",
      "rows.transformMap(i, r, r.x).all(k, v, v.size() >= k)",
      "cel.bind(l, rows.map(r, r.x.size()), l.all(x, l.exists(y, y >= x)))",
      "[[1, 2], [a]].all(l, l.all(n, n > 0 ? n > a : [n, n].exists(m, m < a)))",
    ]
    for expression in expressions {
      let environment = environment()
      let checked = try environment.check(
        try environment.parse(SourceText(name: "", text: expression)))
      let traced = environment.program(for: checked).traced()
      for _ in 0..<20 {
        let rows = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            Value.int(Int64.random(in: -3...3, using: &generator))
          }
        }
        let longest = rows.map(\.count).max() ?? 0
        let cost = checked.worstCost(
          SizeBounds(["rows": UInt64(rows.count), "rows[].x": UInt64(longest)], other: 0))
        let trace = traced.trace(
          Activation([
            "rows": .list(rows.map { .map(MapValue([("x", .list($0))])) }),
            "a": .int(Int64.random(in: -3...3, using: &generator)),
          ]))
        #expect(trace.isComplete && UInt64(trace.entries.count) <= cost.steps, "\(expression)")
      }
    }
  }
}
