import CEL
import Diagnostics
import TestSupport
import Testing

@Suite("Lists as sets")
struct SetTests {
  private func text(_ expression: String, _ values: [String: Value] = [:]) throws -> String {
    try CELTests.text(of: expression, values, libraries: [.standard, .sets, .lists, .numbers])
  }

  @Test(
    "Each relation does what its definition says",
    arguments: [
      ("sets.contains([], [])", true), ("sets.contains([], [1])", false),
      ("sets.contains([1, 2, 3, 4], [2, 3])", true), ("sets.contains([1], [])", true),
      ("sets.contains([dyn(1), 2u, 3u], [dyn(1u), 2, 3u])", true),
      ("sets.contains([dyn(double('1'))], [dyn(1)])", true),
      ("sets.equivalent([], [])", true), ("sets.equivalent([1], [1, 1])", true),
      ("sets.equivalent([1, 2], [1])", false), ("sets.equivalent([1], [1, 2])", false),
      ("sets.equivalent([dyn(1)], [dyn(1u), 1])", true), ("sets.intersects([1], [])", false),
      ("sets.intersects([1], [1, 2])", true), ("sets.intersects([[1], [2]], [[1, 2], [2]])", true),
    ])
  func values(expression: String, value: Bool) throws {
    #expect(try text(expression) == "\(value)")
  }

  @Test("Intervals leave open only what they decide")
  func intervals() throws {
    let values = ["n": Value.number(.atLeast(Rational(3), source: "staff"))]
    #expect(try text("sets.contains([n], [1.0])", values) == "false")
    #expect(try text("sets.contains([n], [4.0])", values) == "unknown: [\"staff\"]")
    #expect(try text("sets.intersects([n, 4.0], [4.0])", values) == "true")
    #expect(try text("sets.equivalent([n], [4.0, 1.0])", values) == "false")
    #expect(try text("sets.equivalent([n, 1.0], [4.0])", values) == "false")
    #expect(try text("sets.equivalent([n, 4.0], [4.0])", values) == "unknown: [\"staff\"]")
  }

  @Test("Comparisons without end are an error")
  func limit() throws {
    #expect(
      try text("sets.intersects(lists.range(3000).map(i, [i]), lists.range(3000).map(i, [-1 - i]))")
        == "evaluation limit exceeded")
    #expect(
      try text("sets.equivalent(lists.range(100000), lists.range(100000).reverse())") == "true")
  }

  @Test("The relations are those of the definition for random lists", arguments: 0..<3)
  func definition(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed + 50)
    let elements: [Value] = [
      .int(0), .int(1), .uint(1), .double(1), .double(0.5), .string("a"), .bool(true),
      .null, .list([.int(1)]), .list([.double(1)]), .list([]), .bytes([1]),
    ]
    var environment = Environment(libraries: [.standard, .sets])
    environment.declare(variable: "a", as: .list(.dyn))
    environment.declare(variable: "b", as: .list(.dyn))
    let laws = try [
      "sets.contains(a, b) == b.all(x, a.exists(y, x == y))",
      "sets.intersects(a, b) == b.exists(x, a.exists(y, x == y))",
      "sets.equivalent(a, b) == (sets.contains(a, b) && sets.contains(b, a))",
      "sets.intersects(a, b) == sets.intersects(b, a)",
    ].map { try environment.compile($0) }
    for _ in 0..<500 {
      let lists = (0..<2).map { _ in
        Value.list(
          (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            elements.randomElement(using: &generator)!
          })
      }
      for law in laws {
        let outcome = law.evaluate(Activation(["a": lists[0], "b": lists[1]]))
        guard case .value(.bool(true)) = outcome else {
          Issue.record("\(law.source.text): \(lists[0].literal), \(lists[1].literal)")
          continue
        }
      }
    }
  }
}
