import CEL
import Diagnostics
import TestSupport
import Testing

@Suite("What a trace says of a part is the value of that part")
struct TraceTests {
  private static let environment: Environment = {
    var environment = Environment(libraries: [.standard, .twoVariableMacros])
    for name in ["a", "rows", "s", "i"] { environment.declare(variable: name, as: .dyn) }
    return environment
  }()

  /// A field's value: mostly ints, so that operators find now two of them, now something else.
  private func field(_ generator: inout SeededGenerator) -> Value? {
    switch Int.random(in: 0...9, using: &generator) {
    case 0: nil
    case 1: .double(2.5)
    case 2: .string("b")
    case 3: .bool(true)
    case 4: .int(.max)
    default: .int(.random(in: -2...2, using: &generator))
    }
  }

  private func row(_ generator: inout SeededGenerator) -> Value {
    var pairs: [(String, Value)] = []
    for name in ["x", "y", "a long name of a field"] {
      if let value = field(&generator) { pairs.append((name, value)) }
    }
    let list = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in field(&generator) }
    return .map(MapValue(pairs + [("list", .list(list))]))
  }

  @Test(
    "Each round's parts have the values they have when the loop's variables are given from outside",
    arguments: [
      "rows.all(s, s.x >= 1)", "rows.exists(s, 1 < s.x)", "rows.filter(s, s.x == s.y)",
      "rows.map(s, s.x + s.y)", "rows.map(s, s.y - a)", "rows.map(s, a * s.x)",
      "rows.exists_one(s, s.x != null)", "rows.map(s, s)", "rows.filter(s, s.x == 'b')",
      "rows.transformList(i, s, [i, s.x])", "rows.all(i, s, i <= s.x)",
      "rows.map(s, s['x'] > s['y'])",
      "rows.map(s, s.`a long name of a field` <= s.x)",
    ])
  func rounds(expression: String) throws {
    var generator = SeededGenerator(seed: 77)
    guard let program = try? Self.environment.compile(expression) else { return }
    for _ in 0..<60 {
      let rows = (0..<Int.random(in: 0...5, using: &generator)).map { _ in row(&generator) }
      let values: [String: Value] = ["rows": .list(rows), "a": field(&generator) ?? .null]
      let trace = program.trace(Activation(values))
      #expect("\(trace.outcome)" == "\(program.evaluate(Activation(values)))")
      var round: [Int: Int] = [:]
      for entry in trace.entries {
        let text = program.source.text(of: entry.range)
        let part = try Self.environment.compile(text)
        let count = round[entry.range.lower * 1000 + entry.range.upper, default: 0]
        round[entry.range.lower * 1000 + entry.range.upper] = count + 1
        var bound = values
        if !text.hasPrefix("rows"), count < rows.count {
          bound["s"] = rows[count]
          bound["i"] = .int(Int64(count))
        }
        #expect(
          meaning(entry.value) == meaning(part.evaluate(Activation(bound))),
          "\(text) of round \(count) of \(expression) over \(Value.list(rows).literal)")
      }
      for (_, count) in round { #expect(count <= max(1, rows.count)) }
    }
  }

  private func meaning(_ value: Value) -> String {
    if case .error(let error) = value { error.message } else { value.literal }
  }

  private func meaning(_ outcome: Outcome) -> String {
    switch outcome {
    case .value(let value): value.literal
    case .error(let error): error.message
    case .unknown(let attributes): "\(attributes)"
    }
  }

  @Test(
    "Loops in loops and one after another each name their own elements",
    arguments: [
      (
        "[[1, 2], [3]].map(l, l.map(e, e + 1))",
        "l = [1, 2]; e = 1; 1 = 1; e + 1 = 2; e = 2; 1 = 1; e + 1 = 3; l.map(e, e + 1) = [2, 3]; "
          + "l = [3]; e = 3; 1 = 1; e + 1 = 4; l.map(e, e + 1) = [4]"
      ),
      (
        "[1].map(e, e) == [2].map(e, e)",
        "e = 1; [1].map(e, e) = [1]; 2 = 2; [2] = [2]; e = 2; [2].map(e, e) = [2]"
      ),
      (
        "{'k': 1}.all(k, k == 'k') && ['l'].all(k, k == 'l')",
        "k = \"k\"; 'k' = \"k\"; k == 'k' = true; {'k': 1}.all(k, k == 'k') = true; 'l' = \"l\"; "
          + "['l'] = [\"l\"]; k = \"l\"; 'l' = \"l\"; k == 'l' = true"
      ),
      (
        "[7].all(i, v, i < v) && {1: 7}.all(k, v, k < v)",
        "i = 0; v = 7; i < v = true; [7].all(i, v, i < v) = true; 1 = 1; 7 = 7; {1: 7} = {1: 7}; "
          + "k = 1; v = 7; k < v = true"
      ),
      ("[5].map(x, [x].map(y, x + y))", "x = 5; [x] = [5]; x = 5; y = 5; x + y = 10"),
    ])
  func nested(expression: String, expected: String) throws {
    let program = try Self.environment.compile(expression)
    let lines = program.trace().entries.map {
      "\(program.source.text(of: $0.range)) = \($0.value.literal)"
    }
    #expect(lines.joined(separator: "; ").contains(expected), "\(lines)")
  }

  @Test("More loops than a trace keeps entries leave it cut, not wrong")
  func manyLoops() throws {
    let rows = Value.list((0..<6_000).map { .list([.int($0)]) })
    let trace = try Self.environment.compile("rows.map(l, l.map(e, e))").trace(
      Activation(["rows": rows]))
    #expect(trace.entries.count == 10_000)
    #expect(!trace.isComplete)
    // `rows`, then `l`, `e` and the inner loop each round.
    for (number, entry) in trace.entries.dropFirst().enumerated() {
      let round = "\(number / 3)"
      #expect(entry.value.literal == (number % 3 == 1 ? round : "[\(round)]"))
    }
    guard case .value(.list(let values)) = trace.outcome else {
      Issue.record("no list")
      return
    }
    #expect(values.count == 6_000)
  }
}
