import CEL
import TestSupport
import Testing

@Suite("Functions on lists")
struct ListTests {
  private func text(_ expression: String, _ values: [String: Value] = [:]) throws -> String {
    try CELTests.text(
      of: expression, values, libraries: [.standard, .optionals, .lists, .strings, .numbers])
  }

  @Test(
    "Each function does what its definition says",
    arguments: [
      ("[1, 2, 3, 4].slice(1, 3)", "[2, 3]"), ("[1, 2].slice(2, 2)", "[]"),
      ("[1, [2, 3], [[4]]].flatten()", "[1, 2, 3, [4]]"),
      ("[[1], [2, 3], []].flatten()", "[1, 2, 3]"),
      ("[1, [2, [3, [4]]]].flatten(2)", "[1, 2, 3, [4]]"), ("[1, [2]].flatten(0)", "[1, [2]]"),
      ("[5, 3, 1].reverse()", "[1, 3, 5]"), ("'abc'.reverse()", "\"cba\""),
      ("[1, 2, 2, 1u, 3].map(x, dyn(x)).distinct()", "[1, 2, 3]"),
      ("['b', 'b', 'c', 'a', 'c'].distinct()", "[\"b\", \"c\", \"a\"]"),
      ("[[1], [1.0], [2]].map(x, dyn(x)).distinct()", "[[1], [2]]"),
      ("[3, 2, 1].sort()", "[1, 2, 3]"), ("[].sort()", "[]"),
      ("['b', 'B', 'ă', 'a'].sort()", "[\"B\", \"a\", \"b\", \"ă\"]"),
      ("[true, false].sort()", "[false, true]"), ("[b'b', b'a'].sort()", "[b\"a\", b\"b\"]"),
      ("[duration('2s'), duration('1s')].sort()", "[duration(\"1s\"), duration(\"2s\")]"),
      ("[{'n': 3}, {'n': 1}].sortBy(e, e.n).map(e, e.n)", "[1, 3]"),
      ("['bb', 'a', 'cc'].sortBy(s, size(s))", "[\"a\", \"bb\", \"cc\"]"),
      ("[[2, 1], [0]].sortBy(l, l.sortBy(n, -n)[0])", "[[0], [2, 1]]"),
      ("lists.range(4)", "[0, 1, 2, 3]"), ("lists.range(-1)", "[]"),
      ("[1, 2].first().value() + [1, 2].last().value()", "3"), ("[].first()", "optional.none()"),
      ("[].last().orValue('x')", "\"x\""), ("[].sortBy(e, e)", "[]"),
      ("[optional.of(1), optional.none()].unwrapOpt()", "[1]"),
      ("optional.unwrap([optional.none(), optional.of('a')])", "[\"a\"]"),
    ])
  func values(expression: String, value: String) throws {
    #expect(try text(expression) == value)
  }

  @Test(
    "What has no result is an error",
    arguments: [
      "[1].slice(-1, 1)", "[1].slice(0, 2)", "[1, 2].slice(2, 1)", "[1, [2]].flatten(-1)",
      "[1, 'a'].map(x, dyn(x)).sort()", "dyn([[1], [2]]).sort()",
      "[double('NaN'), double('1')].sort()",
      "lists.range(9223372036854775807)",
      "[1, 'a'].sortBy(x, dyn(x))", "lists.range(5000).map(i, [i]).distinct()",
    ])
  func errors(expression: String) throws {
    let program = try Environment(libraries: [.standard, .lists]).compile(expression)
    guard case .error = program.evaluate() else {
      Issue.record("no error")
      return
    }
  }

  @Test("sortBy needs a name, and its variable is seen in the key alone")
  func macro() {
    for wrong in ["[1].sortBy(1, 2)", "[1].sortBy(e, e) == e", "[[1]].sort()", "[{}].sortBy(e, e)"]
    {
      #expect(throws: CompilationError.self) { try text(wrong) }
    }
  }

  @Test("Whether intervals are distinct may be unknown")
  func intervals() throws {
    let values = ["n": Value.number(.atLeast(Rational(3), source: "staff"))]
    #expect(try text("[number(1), n].distinct().size()", values) == "2")
    #expect(try text("[number(4), n].distinct().size()", values) == "unknown: [\"staff\"]")
  }

  @Test("Laws hold for random lists", arguments: 0..<3)
  func laws(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let elements: [Value] = [
      .int(0), .int(1), .int(-3), .uint(1), .double(1), .double(0.5), .string("a"),
      .string("ă"), .bool(true), .null, .list([.int(1)]), .list([.double(1)]),
      .list([]), .bytes([1]),
    ]
    let laws = [
      "l.reverse().reverse() == l",
      "l.reverse().size() == l.size() && l.reverse() == lists.range(n).map(i, l[n - 1 - i])",
      "l.slice(0, n) == l && l.slice(0, k) + l.slice(k, n) == l",
      "l.slice(k, n) == lists.range(n - k).map(i, l[k + i])",
      // Distinct: no two equal, every element there, in order of first appearance.
      "l.distinct().all(x, l.distinct().filter(y, y == x).size() == 1)",
      "l.all(x, x in l.distinct()) && l.distinct().all(x, x in l)",
      "l.distinct().distinct() == l.distinct()",
      "l.distinct() == lists.range(n).filter(i, !(l[i] in l.slice(0, i))).map(i, l[i])",
      "l.map(x, [x]).flatten() == l && dyn([l, [l]]).flatten() == l + [l]",
      "dyn([l, [l]]).flatten(0) == [l, [l]]",
      "l.first() == (n == 0 ? optional.none() : optional.of(l[0]))",
      "l.last() == (n == 0 ? optional.none() : optional.of(l[n - 1]))",
      // Sorting: ordered, a permutation, stable.
      "s.sort().size() == s.size() && s.all(x, s.filter(y, y == x).size() =="
        + " s.sort().filter(y, y == x).size())",
      "lists.range(s.size()).all(i, i == 0 || s.sort()[i - 1] <= s.sort()[i])",
      "s.sort() == s.sortBy(x, x) && s.sortBy(x, 0) == s",
      "lists.range(s.size()).sortBy(i, s[i] % 3) == lists.range(s.size()).filter(i, s[i] % 3 == 0)"
        + " + lists.range(s.size()).filter(i, s[i] % 3 == 1)"
        + " + lists.range(s.size()).filter(i, s[i] % 3 == 2)",
    ]
    var environment = Environment(libraries: [.standard, .optionals, .lists])
    environment.declare(variable: "l", as: .list(.dyn))
    environment.declare(variable: "s", as: .list(.int))
    environment.declare(variable: "n", as: .int)
    environment.declare(variable: "k", as: .int)
    let programs = try laws.map { try environment.compile($0) }
    for _ in 0..<200 {
      let count = Int.random(in: 0...8, using: &generator)
      let list = (0..<count).map { _ in elements.randomElement(using: &generator)! }
      let numbers = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        Value.int(Int64.random(in: 0...9, using: &generator))
      }
      let activation = Activation([
        "l": .list(list), "s": .list(numbers), "n": .int(Int64(count)),
        "k": .int(Int64(Int.random(in: 0...count, using: &generator))),
      ])
      for (law, program) in zip(laws, programs) {
        guard case .value(.bool(true)) = program.evaluate(activation) else {
          Issue.record(
            "\(law) fails for \(Value.list(list).literal), \(program.evaluate(activation))")
          continue
        }
      }
    }
  }
}
