import CEL
import Diagnostics
import TestSupport
import Testing

@Suite("Reading goes on after a problem of syntax")
struct RecoveryTests {
  private static let environment: Environment = {
    var environment = Environment(
      libraries: [.standard, .optionals, .twoVariableMacros, .bindings, .mathematics, .lists])
    environment.declare(variable: "a", as: .dyn)
    environment.declare(variable: "b.c", as: .list(.int))
    return environment
  }()

  /// The places of all problems, and their codes.
  private func problems(_ text: String) -> [(place: Int, code: String)] {
    do throws(CompilationError) {
      _ = try Self.environment.parse(SourceText(name: "rule", text: text))
      return []
    } catch {
      return error.diagnostics.map { ($0.range.lower, $0.code) }
    }
  }

  @Test(
    "Every problem is told at its place, and nothing because of another",
    arguments: [
      // Operands of logic, arguments, elements, entries and fields each end for themselves.
      "a > 1️⃣&& b <2️⃣", "a > 1️⃣&& a == 1 || 2️⃣* 3", "(a +1️⃣) && [1, 2 +2️⃣]",
      "f(1️⃣, 2, 2️⃣)", "[1️⃣* 1, 2, 2️⃣* 3]", "{'a': 1️⃣, 2 2️⃣3, 'b': 4}", "Thing{a: 1️⃣, 2️⃣1: 2, c: 3}",
      "a ? 1️⃣: 2️⃣", "a[1️⃣] + a[2️⃣]", "a1️⃣.1 && a.2️⃣'x'", "has(1️⃣a) || has(2️⃣1 + 1)",
      "[1].all(1️⃣1, true) && [1].exists(x, 2️⃣)", "1️⃣if && 2️⃣9223372036854775808",
      // One mistake, one problem.
      "a 1️⃣b", "(1 1️⃣2)", "((((1 +1️⃣", "f([1, 21️⃣)", "f(a.1️⃣)", "[1].all(1️⃣*, a)", "has(1️⃣*)",
      "{11️⃣, 2: 3}", "1️⃣)", "a1️⃣)) + 1", "[(11️⃣]",
      "a ? 1 1️⃣2 : 3", "math.greatest(1, 1️⃣)", "cel.bind(1️⃣1, 2, 3)",
      "[1, 2].sortBy(1️⃣*, e)", "a.b(1️⃣,2️⃣)", "-1️⃣", "!1️⃣&& a", "a.?1️⃣* + 1",
      "a.?1️⃣? + 1", "a ?1️⃣? 1", "a.?1️⃣?b", "a > 1️⃣? 1 : ", "a.? 1️⃣? 1 : 2", "[1 > 1️⃣?, 2 2]", "1️⃣?",
      "a.?b.?1️⃣? && a b", "[?1️⃣] == [1, 2]", "[[[1️⃣", "a == 1️⃣== 1", "1️⃣", "f((1️⃣", "{'a': {'b': 1️⃣}}",
    ])
  func places(marked: String) {
    let fixture = MarkedText(marked)
    let found = problems(fixture.text)
    #expect(
      found.map(\.place) == fixture.markers.values.sorted(), "\(fixture.text): \(found)")
  }

  @Test("A source is given up after twenty problems")
  func cap() {
    let text = Array(repeating: "a b", count: 500).joined(separator: " && ")
    #expect(problems(text).count == 20)
    #expect(problems("[" + Array(repeating: "1 2", count: 500).joined(separator: ", ")).count == 20)
  }

  @Test("A limit ends the reading at once")
  func limit() {
    let text = "a b && " + String(repeating: "(", count: 1000) + " && c d"
    #expect(problems(text).map(\.code) == ["syntax-error", "expression-too-large"])
  }

  @Test("Characters that mean nothing are told of once where they follow one another")
  func strayCharacters() {
    #expect(problems("a = €€€ #$ b").map(\.place) == [2, 4, 14])
  }

  @Test("Of random tokens no place is told of twice", arguments: 0..<4)
  func random(seed: UInt64) {
    let tokens = [
      "a", "b.c", "x", "1", "'s'", "(", ")", "[", "]", "{", "}", ",", ":", "?", ".", ".?", "+", "-",
      "!", "&&", "||", "in", "has", ".all(x,", "if", "9223372036854775808", "Thing{",
    ]
    var generator = SeededGenerator(seed: seed + 900)
    var several = 0
    for _ in 0..<3000 {
      let count = Int.random(in: 1...40, using: &generator)
      let text = (0..<count).map { _ in tokens.randomElement(using: &generator)! }
        .joined(separator: " ")
      let found = problems(text)
      if found.count > 1 { several += 1 }
      #expect(found.count <= 21, "\(text)")
      let places = found.filter { $0.code == "syntax-error" }.map(\.place)
      #expect(Set(places).count == places.count, "\(text): \(found)")
    }
    #expect(several > 500, "seed \(seed)")
  }
}
