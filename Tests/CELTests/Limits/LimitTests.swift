import CEL
import Diagnostics
import Testing

@Suite("Hostile expressions end quickly in a result or an error")
struct LimitTests {
  private func codes(_ expression: String) -> [String] {
    do throws(CompilationError) {
      _ = try Environment().compile(expression)
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  private func value(_ expression: String, _ values: [String: Value] = [:]) throws -> String {
    var environment = Environment()
    for (name, value) in values { environment.declare(variable: name, as: value.type) }
    return meaning(try environment.compile(expression).evaluate(Activation(values)))
  }

  private func meaning(_ outcome: Outcome) -> String {
    switch outcome {
    case .value(let value): value.literal
    case .error(let error): error.code.rawValue
    case .unknown(let attributes): "\(attributes)"
    }
  }

  @Test(
    "Nesting beyond the limit is an error, whatever nests",
    arguments: [
      ("(", ")"), ("[", "]"), ("{1:", "}"), ("size(", ")"), ("[1].map(x,", ")"),
      ("dyn([1])[", "]"), ("!(", ")"), ("1?1:", ""), ("-(", ")"), ("a{b:", "}"),
    ])
  func nesting(opening: String, closing: String) {
    for count in [121, 20_000] {
      let expression =
        String(repeating: opening, count: count) + "1" + String(repeating: closing, count: count)
      #expect(codes(expression) == ["expression-too-large"])
    }
  }

  @Test("Unclosed brackets by the thousand are an error")
  func unclosed() {
    #expect(codes(String(repeating: "(", count: 20_000)) == ["expression-too-large"])
    #expect(codes(String(repeating: "[", count: 100)) == ["syntax-error"])
  }

  @Test("Nesting within the limit works")
  func allowedNesting() throws {
    let parentheses =
      String(repeating: "(", count: 100) + "1" + String(repeating: ")", count: 100)
    #expect(try value(parentheses) == "1")
    let lists = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(try value("size(\(lists))") == "1")
    var loops = "1"
    for _ in 0..<50 { loops = "[\(loops)].map(x, x)" }
    #expect(try value("size(\(loops))") == "1")
  }

  @Test("A chain of ten thousand additions is an error, one of two hundred works")
  func chains() throws {
    let long = Array(repeating: "1", count: 10_000).joined(separator: " + ")
    #expect(codes(long) == ["expression-too-large"])
    let short = Array(repeating: "1", count: 200).joined(separator: " + ")
    #expect(try value(short) == "200")
    #expect(codes("a" + String(repeating: ".b", count: 10_000)) == ["expression-too-large"])
  }

  @Test("A chain of ten thousand conditions works because && and || are associative")
  func conditions() throws {
    let all = Array(repeating: "true", count: 10_000).joined(separator: " && ")
    #expect(try value(all) == "true")
    let any = Array(repeating: "false", count: 10_000).joined(separator: " || ")
    #expect(try value(any) == "false")
  }

  @Test("Signs by the thousand cancel out")
  func signs() throws {
    #expect(try value(String(repeating: "!", count: 10_001) + "true") == "false")
    #expect(try value(String(repeating: "-", count: 10_000) + "1") == "1")
    #expect(try value(String(repeating: "- ", count: 10_001) + "1") == "-1")
  }

  @Test("A list of a hundred thousand elements works")
  func longList() throws {
    let list = (0..<100_000).map(String.init).joined(separator: ",")
    #expect(try value("[\(list)].filter(x, x >= 99999)") == "[99999]")
  }

  @Test("An expression of too many bytes or nodes is an error")
  func size() {
    #expect(codes("'" + String(repeating: "a", count: 2_000_000) + "'") == ["expression-too-large"])
    let nodes = Array(repeating: "1", count: 300_000).joined(separator: ",")
    #expect(codes("[\(nodes)]") == ["expression-too-large"])
  }

  @Test("A long string literal works")
  func longString() throws {
    let text = String(repeating: "ê", count: 500_000)
    #expect(try value("size('\(text)')") == "500000")
  }

  @Test("Loops within loops end at the limit of rounds")
  func loops() throws {
    let list = Value.list((0..<200).map { .int($0) })
    #expect(
      try value("l.all(a, l.all(b, l.all(c, l.all(d, true))))", ["l": list]) == "limit-exceeded")
    #expect(try value("l.map(a, l.map(b, a * b)).size()", ["l": list]) == "200")
  }

  @Test("Doubling a string in nested loops ends at the limit of size")
  func doubling() throws {
    var expression = "s"
    for _ in 0..<40 { expression = "[\(expression)].map(x, x + x)[0]" }
    let text = Value.string(String(repeating: "a", count: 1000))
    #expect(try value(expression, ["s": text]) == "limit-exceeded")
  }

  @Test("Lists that hold one list many times over can be compared and printed")
  func sharedLists() throws {
    var expression = "[1]"
    for _ in 0..<40 { expression = "[\(expression)].map(x, [x, x])[0]" }
    #expect(try value("\(expression) == \(expression)") == "limit-exceeded")
    #expect(try value("\(expression) in [\(expression)]") == "limit-exceeded")
    #expect(try value("{'a': 1}[dyn(\(expression))]") == "no-such-key")
    #expect(try value(expression).utf8.count < 2_000_000)
  }

  @Test("A search that would cost too much is an error")
  func longSearch() throws {
    let text = Value.string(String(repeating: "a", count: 300_000))
    #expect(try value("t.matches('(a{500})*b')", ["t": text]) == "limit-exceeded")
  }

  @Test("Many searches share one budget, whether their pattern is written out or computed")
  func manySearches() throws {
    let text = Value.string(String(repeating: "a", count: 10_000))
    let pattern = Value.string("(a?){300}b")
    for search in ["t.matches('(a?){300}b')", "t.matches(p)"] {
      let expression = "l.exists(i, \(search))"
      let list = Value.list((0..<200).map { .int($0) })
      #expect(try value(expression, ["t": text, "p": pattern, "l": list]) == "limit-exceeded")
    }
  }

  @Test(
    "Functions on large values pay for their work out of the budget of rounds",
    arguments: [
      "lists.range(2000).all(i, lists.range(2000).size() > 0)",
      "l.all(i, l.reverse().size() > 0)", "l.all(i, (l + l).size() > 0)",
      "cel.bind(k, l.reverse().reverse(), l.all(i, l == k && [l] == [k]))",
      "l.all(i, l in [l])", "l.all(i, sets.contains([l], [l]))",
      "l.all(i, [l, l].distinct().size() == 1)", "l.all(i, -1 in l || true)",
      "l.all(i, t.size() > 0)", "l.all(i, t.contains('ba') || true)", "l.all(i, t + t != '')",
      "l.all(i, t <= t + '')", "l.all(i, {t: 1}.size() == 1)", "l.all(i, t in {'k': 1} || true)",
      "l.all(i, t.split('a').size() > 0)", "l.all(i, regex.extractAll(t, 'b').size() > 0)",
      "l.all(i, '%.1000f'.format([1.5]) != '')", "l.all(i, [t, t].join().size() > 0)",
    ])
  func work(expression: String) throws {
    #expect(try largeValues(expression) == "limit-exceeded")
  }

  @Test(
    "What does not grow with a value may be asked of a large one each round",
    arguments: [
      "l.all(i, l.size() == 2000)", "l.all(i, l[i] == i)", "l.all(i, m.size() == 1)",
      "l.all(i, 'k' in m)", "l.all(i, l.slice(0, 2).size() == 2)", "l.all(i, dyn(l).size() > i)",
      "l.all(i, 0 in l)", "l.all(i, l.first().hasValue())", "l.all(i, type(l) == list)",
      "l.transformMap(i, e, e).size() == 2000", "l.transformMapEntry(i, e, {i: e}).size() == 2000",
    ])
  func noWork(expression: String) throws {
    #expect(try largeValues(expression) == "true")
  }

  /// The outcome over large values within 5,000 rounds.
  private func largeValues(_ expression: String) throws -> String {
    var environment = Environment(
      libraries: [
        .standard, .optionals, .twoVariableMacros, .bindings, .strings, .lists, .sets, .regex,
      ])
    environment.declare(variable: "l", as: .list(.int))
    environment.declare(variable: "m", as: .map(.string, .int))
    environment.declare(variable: "t", as: .string)
    let values: [String: Value] = [
      "l": .list((0..<2_000).map { .int($0) }), "m": .map(MapValue([("k", .int(1))])),
      "t": .string(String(repeating: "abcdefgh", count: 2_000)),
    ]
    return meaning(try environment.compile(expression).evaluate(Activation(values), rounds: 5_000))
  }

  @Test("A map of a hundred thousand entries is searched without delay")
  func largeMap() throws {
    let map = Value.map(MapValue((0..<100_000).map { (Value.int($0), Value.int($0 + 1)) }))
    #expect(try value("m[99999] == 100000 && m.exists(k, k == 99999)", ["m": map]) == "true")
  }

  @Test("Appending in a loop does not copy the list every round")
  func appending() throws {
    let list = Value.list((0..<200_000).map { .int($0) })
    #expect(try value("l.map(x, x + 1).filter(x, x % 2 == 0).size()", ["l": list]) == "100000")
  }
}
