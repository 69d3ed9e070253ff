import CEL
import Diagnostics
import Foundation
import TestSupport
import Testing

/// How many times more input is tried than usual, from `CEL_FUZZ`.
private let factor = ProcessInfo.processInfo.environment["CEL_FUZZ"].flatMap(Int.init) ?? 1

@Suite("Random input never crashes")
struct FuzzTests {
  private static let tokens = [
    "a", "b.c", "x", "1", "2u", "0.5", "1e9", "'s'", "b'\\xff'", "r'\\'", "null", "true", "false",
    "(", ")", "[", "]", "{", "}", ",", ":", "?", ".", ".?", "[?", "+", "-", "*", "/", "%", "!",
    "==", "!=", "<", "<=", ">", ">=", "&&", "||", " in ", "size", "has", ".all(x,", ".exists(x,",
    ".map(x,", ".filter(x,", ".exists_one(x,", "matches('a', '(a*)*b')", "timestamp('x')",
    "duration('1h')", "string(", "int(", "dyn(", "type(", "google.protobuf.Int64Value{value:",
    "9223372036854775807", "-9223372036854775808", "0x10", "`a-b`", "//c\n", "\n", "é", "\u{0}",
  ]

  private let environment: Environment = {
    var environment = Environment(
      libraries: [.standard, .optionals, .numbers, .twoVariableMacros, .bindings])
    environment.declare(variable: "a", as: .dyn)
    environment.declare(variable: "b.c", as: .list(.int))
    environment.declare(variable: "n", as: .number)
    return environment
  }()

  /// Runs an expression as far as it goes, both checked and unchecked; the number of steps it took.
  private func run(_ source: SourceText) -> Int {
    guard let parsed = try? environment.parse(source) else { return 0 }
    let activation = Activation(
      ["a": .map(MapValue([("c", .int(1))])), "b.c": .list([.int(1), .int(2)])],
      unknowns: [AttributePattern("n")])
    _ = environment.program(for: parsed).evaluate(activation)
    guard let checked = try? environment.check(parsed) else { return 1 }
    let program = environment.program(for: checked)
    let plain = program.evaluate(activation)
    let traced = program.trace(activation)
    #expect("\(plain)" == "\(traced.outcome)", "\(source.text)")
    return 2
  }

  @Test("Random tokens are parsed, checked and evaluated", arguments: 0..<4)
  func tokens(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var reached = [0, 0, 0]
    for _ in 0..<3000 * factor {
      let count = Int.random(in: 1...14, using: &generator)
      var text = ""
      for _ in 0..<count { text += Self.tokens.randomElement(using: &generator)! + " " }
      reached[run(SourceText(name: "fuzz", text: text))] += 1
    }
    #expect(reached[0] > 0 && reached[1] > 0 && reached[2] > 0, "seed \(seed): \(reached)")
  }

  @Test("Random expressions that fit the grammar are evaluated", arguments: 0..<4)
  func grammar(seed: UInt64) {
    var generator = SeededGenerator(seed: seed + 100)
    var reached = [0, 0, 0]
    for _ in 0..<600 * factor {
      let text = expression(depth: 4, &generator)
      reached[run(SourceText(name: "fuzz", text: text))] += 1
    }
    #expect(reached[0] == 0 && reached[2] > 30, "seed \(seed): \(reached)")
  }

  @Test("Random bytes are refused or evaluated", arguments: 0..<4)
  func bytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed + 200)
    var reached = [0, 0, 0]
    for _ in 0..<3000 * factor {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0x20...0x7E, using: &generator)
          : UInt8.random(in: 0...255, using: &generator)
      }
      reached[run(SourceText(name: "fuzz", bytes: bytes))] += 1
    }
    #expect(reached[0] > 1500 && reached[2] > 0, "seed \(seed): \(reached)")
  }

  private func expression(depth: Int, _ generator: inout SeededGenerator) -> String {
    let leaves = [
      "a", "a.c", "a.d", "dyn(b.c)", "dyn(n)", "dyn(1)", "dyn(2u)", "dyn(0.5)", "dyn('s')",
      "dyn(true)", "dyn(null)", "dyn(b'x')", "dyn([1])",
    ]
    guard depth > 0 else { return leaves.randomElement(using: &generator)! }
    let one = expression(depth: depth - 1, &generator)
    let two = expression(depth: Int.random(in: 0..<depth, using: &generator), &generator)
    switch Int.random(in: 0..<14, using: &generator) {
    case 0: return "(\(one) && \(two))"
    case 1: return "(\(one) || \(two))"
    case 2: return "(\(one) ? \(two) : \(one))"
    case 3: return "[\(one), \(two)]"
    case 4: return "{\(one): \(two)}"
    case 5: return "\(two).map(x, \(one) == x)"
    case 6: return "[\(two)].exists(x, dyn(x) == \(one))"
    case 7: return "(\(one))[\(two)]"
    case 8: return "size(\(one))"
    case 9: return "(\(one) in \(two))"
    case 10: return "type(\(one)) == type(\(two))"
    case 11: return "string(\(one))"
    default:
      let operators = ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">="]
      return "(\(one) \(operators.randomElement(using: &generator)!) \(two))"
    }
  }
}
