import CEL
import CELConformance
import Diagnostics
import Foundation
import TestSupport
import Testing

/// A tree as text without the numbers and places of its nodes.
private func shape(_ node: CEL.Expression, _ macros: [Int: CEL.Expression]) -> String {
  func shapes(_ nodes: [CEL.Expression]) -> String {
    nodes.map { shape($0, macros) }.joined(separator: " ")
  }
  func mark(_ isOptional: Bool) -> String { isOptional ? "?" : "" }
  let kept = macros[node.id].map { "!\(shape($0, macros))" } ?? ""
  switch node.kind {
  case .literal(let value): return "\(value.literal)"
  case .decimal(let value, let text): return "\(value)~\(text)"
  case .identifier(let name): return name
  case .select(let selection):
    return "(\(selection.isTest ? "has" : ".") \(shapes([selection.operand])) \(selection.field))"
      + kept
  case .call(let call):
    let target = call.target.map { shapes([$0]) } ?? "-"
    return "(call \(call.function) \(target) \(shapes(call.arguments)))" + kept
  case .list(let elements):
    let parts = elements.map { mark($0.isOptional) + shapes([$0.value]) }
    return "[\(parts)]"
  case .map(let entries):
    let parts = entries.map { mark($0.isOptional) + shapes([$0.key, $0.value]) }
    return "{\(parts)}"
  case .message(let message):
    let parts = message.fields.map { mark($0.isOptional) + $0.name + shapes([$0.value]) }
    return "\(message.name){\(parts)}"
  case .comprehension(let loop):
    return "(loop \(loop.variable) \(loop.secondVariable ?? "-") \(loop.accumulator) "
      + shapes([loop.range, loop.initial, loop.condition, loop.step, loop.result]) + ")" + kept
  }
}

@Suite("A tree is printed as text that reads as the same tree")
struct UnparserTests {
  private func environment(macros: Bool = true) -> Environment {
    var environment = Environment(
      libraries: [.standard, .optionals, .twoVariableMacros, .bindings, .mathematics, .lists])
    environment.expandsMacros = macros
    return environment
  }

  /// Prints an expression and expects that it reads as the same tree and prints the same again.
  private func print(_ text: String, macros: Bool = true) throws -> String? {
    let environment = environment(macros: macros)
    guard let parsed = try? environment.parse(SourceText(name: "", text: text)) else { return nil }
    let printed = parsed.text
    let again = try environment.parse(SourceText(name: "", text: printed))
    #expect(
      shape(parsed.root, parsed.macroCalls) == shape(again.root, again.macroCalls),
      "\(text) prints as \(printed)")
    #expect(again.text == printed)
    return printed
  }

  @Test(
    "Parentheses stand where they are needed and nowhere else",
    arguments: [
      ("((a))", "a"), ("(a + b) + c", "a + b + c"), ("a + (b + c)", "a + (b + c)"),
      ("(a * b) + c", "a * b + c"), ("a * (b + c)", "a * (b + c)"), ("a - (b - c)", "a - (b - c)"),
      ("(a && b) || c", "a && b || c"), ("a && (b || c)", "a && (b || c)"),
      ("a && b && c && d && e", "a && b && c && d && e"), ("(a && b) && c", "(a && b) && c"),
      ("a && (b && c)", "a && b && c"), ("(a && b) && (c && d)", "a && b && c && d"),
      ("((a || b) || c) || d", "((a || b) || c) || d"),
      ("(a ? b : c) ? d : (e ? f : g)", "(a ? b : c) ? d : e ? f : g"),
      ("a ? (b ? c : d) : e", "a ? (b ? c : d) : e"), ("(a ? b : c) + 1", "(a ? b : c) + 1"),
      ("!(a && b)", "!(a && b)"), ("!(!a)", "!(!a)"), ("!!a", "a"), ("(!a).b", "(!a).b"),
      ("-(1)", "-(1)"), ("-(-1)", "-(-1)"), ("- a", "-a"), ("-(1.f)", "-(1.f)"),
      ("(-1).f", "(-1).f"), ("-1.f", "(-1).f"), ("-(1.5)", "-(1.5)"), ("-1u", "-1u"),
      ("-9223372036854775808", "-9223372036854775808"), ("a - -1", "a - -1"),
      ("(a == b) == c", "a == b == c"), ("a == (b == c)", "a == (b == c)"),
      ("(a in b) && c", "a in b && c"), ("a.`b-c`[0].`in`", "a.`b-c`[0].`in`"),
      ("a.?b[?c].d", "a.?b[?c].d"), ("[?a, b,]", "[?a, b]"),
      ("{?a: b, c ? d : e: f}", "{?a: b, c ? d : e: f}"),
      ("google.protobuf.Int32Value{value: 1}.f", "google.protobuf.Int32Value{value: 1}.f"),
      (".a.b(.c(1), 'x')", ".a.b(.c(1), \"x\")"), ("(a + b).size()", "(a + b).size()"),
      ("has(a.b) && has((c).d.e)", "has(a.b) && has(c.d.e)"),
      ("0x1F + .5 + 1e-3", "31 + .5 + 1e-3"),
      ("a.all(x, x.exists(y, (y > 0)))", "a.all(x, x.exists(y, y > 0))"),
      ("(a + b).map(x, x > 1, (x))", "(a + b).map(x, x > 1, x)"),
      ("a.transformMap(k, v, v)", "a.transformMap(k, v, v)"),
      ("a.optMap(x, x + 1)", "a.optMap(x, x + 1)"),
      ("cel.bind(x, (1), x + x)", "cel.bind(x, 1, x + x)"),
      ("math.least(a, (b))", "math.least(a, b)"),
      ("a.sortBy(e, -e)", "a.sortBy(e, -e)"),
      ("r'\\d' + b'\\xff' + '\\u0000é'", "\"\\\\d\" + b\"\\xff\" + \"\\x00é\""),
      ("-a.all(x, x)", "-a.all(x, x)"), ("-(1.max())", "-(1.max())"),
    ])
  func minimal(text: String, printed: String) throws {
    #expect(try print(text) == printed)
  }

  @Test("Every expression of the conformance data comes back, with macros and without")
  func corpus() throws {
    var count = 0
    for name in ConformanceTests.files {
      let entries = try Datum(contentsOf: conformanceFolder.appending(path: name)).list ?? []
      for entry in entries {
        let text = entry["expr"]?.text ?? ""
        if try print(text) != nil { count += 1 }
        _ = try print(text, macros: false)
      }
    }
    if ConformanceTests.files.isEmpty {
      Swift.print("skipped: no conformance data")
    } else {
      #expect(count > 1200)
    }
  }

  @Test("Random expressions come back", arguments: 0..<4)
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed + 300)
    for _ in 0..<1500 {
      let text = expression(5, &generator)
      #expect(try print(text) != nil, "\(text)")
    }
  }

  private func expression(_ depth: Int, _ generator: inout SeededGenerator) -> String {
    let leaves = [
      "a", ".b.c", "1", "-1", "2u", ".5", "-1.5e3", "'s'", "b'x'", "null", "true", "[]", "{}",
    ]
    guard depth > 0 else { return leaves.randomElement(using: &generator)! }
    let one = expression(Int.random(in: 0..<depth, using: &generator), &generator)
    let two = expression(Int.random(in: 0..<depth, using: &generator), &generator)
    let enclosed = Bool.random(using: &generator) ? "(\(one))" : one
    switch Int.random(in: 0..<16, using: &generator) {
    case 0, 1: return "\(enclosed) && \(two)"
    case 2, 3: return "(\(one) || (\(two)))"
    case 4: return "(\(one)) ? (\(two)) : \(one)"
    case 5: return "[?\(one), \(two)]"
    case 6: return "{\(one): \(two)}"
    case 7: return "(\(one)).map(x, \(two))"
    case 8: return "!(\(one))"
    case 9: return "-(\(one))"
    case 10: return "(\(one))[\(two)].f"
    case 11: return "(\(one)).g(\(two), 1)"
    case 12: return "has((\(one)).f)"
    case 13: return "(\(one)).?f[?\(two)]"
    default:
      let operators = ["+", "-", "*", "/", "%", "==", "!=", "<", ">=", "in"]
      return "(\(one)) \(operators.randomElement(using: &generator)!) \(enclosed)"
    }
  }
}
