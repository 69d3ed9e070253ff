import CEL
import Foundation
import TestSupport
import Testing

@Suite("Extracting and replacing by pattern")
struct RegexTests {
  private func text(_ expression: String, _ values: [String: Value] = [:]) throws -> String {
    try CELTests.text(of: expression, values, libraries: [.standard, .optionals, .regex])
  }

  @Test(
    "Each function does what its definition says",
    arguments: [
      ("regex.replace('hello world hello', 'hello', 'hi')", "\"hi world hi\""),
      ("regex.replace('banana', 'a', 'x', 0)", "\"banana\""),
      ("regex.replace('banana', 'a', 'x', 2)", "\"bxnxna\""),
      ("regex.replace('banana', 'a', 'x', -9223372036854775808)", "\"bxnxnx\""),
      ("regex.replace('foo bar', '(fo)o (ba)r', r'\\2 \\1')", "\"ba fo\""),
      ("regex.replace('ab', '(a)|(b)', r'[\\1\\2\\0]')", "\"[aa][bb]\""),
      ("regex.replace('ab', 'x*', '-')", "\"-a-b-\""), ("regex.replace('', '', 'x')", "\"x\""),
      ("regex.replace('aab', 'a*', '-')", "\"-b-\""), ("regex.replace('đ', '', '.')", "\".đ.\""),
      ("regex.replace('a', 'a', r'\\\\')", "\"\\\\\""),
      ("regex.replace('b', 'a', r'\\9')", "\"b\""),
      ("regex.replace('a1b22', '(?P<n>[0-9]+)', r'<\\1>')", "\"a<1>b<22>\""),
      ("regex.extract('hello world', 'hello(.*)')", "optional.of(\" world\")"),
      ("regex.extract('item-A, item-B', r'item-(\\w+)')", "optional.of(\"A\")"),
      ("regex.extract('HELLO', 'hello')", "optional.none()"),
      ("regex.extract('ac', 'a(b)?c')", "optional.none()"),
      ("regex.extract('abc', '(?:a)b')", "optional.of(\"ab\")"),
      ("regex.extract('xay', '')", "optional.of(\"\")"),
      ("regex.extractAll('id:123, id:456', r'id:\\d+')", "[\"id:123\", \"id:456\"]"),
      ("regex.extractAll('id:123, id:456', r'id:(\\d+)')", "[\"123\", \"456\"]"),
      ("regex.extractAll('id:1', 'x')", "[]"),
      ("regex.extractAll('abc', 'b?')", "[\"\", \"b\", \"\"]"),
      ("regex.extractAll('aXbX', '(?U)^.*X')", "[\"aX\"]"),
      ("regex.extractAll('aaa', '(?:|a)*')", "[\"\", \"\", \"\", \"\"]"),
      ("regex.extractAll('aaa', '(?:a|aa)')", "[\"a\", \"a\", \"a\"]"),
      ("regex.extractAll('aaa', '(?:aa|a)')", "[\"aa\", \"a\"]"),
      ("regex.extractAll('a b', r'\\b')", "[\"\", \"\", \"\", \"\"]"),
    ])
  func values(expression: String, value: String) throws {
    #expect(try text(expression) == value)
  }

  @Test(
    "A wrong pattern, a wrong replacement and several groups are errors",
    arguments: [
      "regex.replace('a', '(', 'x')", "regex.replace('a', 'a', r'\\1')",
      "regex.replace('a', '(a)', r'\\values')", "regex.replace('a', 'a', '\\\\')",
      "regex.extract('a@b', '(.*)@([^.]*)')", "regex.extractAll('a@b', '(.*)@([^.]*)')",
      "regex.extract('a', '[')",
    ])
  func errors(expression: String) throws {
    let program = try Environment(libraries: [.standard, .optionals, .regex]).compile(expression)
    guard case .error(let error) = program.evaluate() else {
      Issue.record("no error")
      return
    }
    #expect(error.code == .invalidArgument)
  }

  @Test("Matches without end are an error in good time")
  func limit() throws {
    let long = ["t": Value.string(String(repeating: "a", count: 100_000))]
    #expect(try text("regex.extractAll(t, 'a.*b|a').size()", long) == "evaluation limit exceeded")
    #expect(try text("regex.extractAll(t, '(?:a*)*').size()", long) == "1")
    #expect(try text("regex.replace(t, 'a', '').size()", long) == "0")
    #expect(
      try text("regex.replace(t, 'a', t) == ''", long) == "evaluation limit exceeded")
  }

  @Test("Matches and groups are those of a backtracking engine", arguments: 0..<4)
  func oracle(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed + 70)
    var environment = Environment(libraries: [.standard, .optionals, .regex])
    environment.declare(variable: "t", as: .string)
    environment.declare(variable: "p", as: .string)
    let program = try environment.compile(#"regex.replace(t, p, r'<\0|\1>')"#)
    for _ in 0..<400 {
      let pattern = "(" + part(3, &generator) + ")" + part(2, &generator)
      let text = String(
        (0..<Int.random(in: 0...8, using: &generator)).map { _ in
          "abc".randomElement(using: &generator)!
        })
      let outcome = program.evaluate(Activation(["t": .string(text), "p": .string(pattern)]))
      guard case .value(.string(let found)) = outcome else {
        Issue.record("\(pattern): \(outcome)")
        continue
      }
      #expect(found == (try replaced(text, pattern)), "\(pattern) in \(text)")
    }
  }

  /// What Foundation's engine finds, an empty match right after a match being left out as in RE2.
  private func replaced(_ text: String, _ pattern: String) throws -> String {
    let engine = try NSRegularExpression(pattern: pattern)
    let scalars = Array(text)
    var result = ""
    var end = 0
    var lastEnd = -1
    for match in engine.matches(in: text, range: NSRange(location: 0, length: scalars.count)) {
      let whole = match.range
      if whole.length == 0, whole.location == lastEnd { continue }
      lastEnd = whole.location + whole.length
      result += String(scalars[end..<whole.location])
      let group = match.range(at: 1)
      let inner =
        group.location == NSNotFound
        ? [] : scalars[group.location..<(group.location + group.length)]
      result += "<" + String(scalars[whole.location..<lastEnd]) + "|" + String(inner) + ">"
      end = lastEnd
    }
    return result + String(scalars[end...])
  }

  /// A random pattern whose loops never turn on nothing, where engines differ.
  private func part(_ depth: Int, _ generator: inout SeededGenerator) -> String {
    let leaves = ["a", "b", "c", "ab", "[ab]", ".", "[^a]", "ba"]
    guard depth > 0 else { return leaves.randomElement(using: &generator)! }
    let loops = ["*", "+", "?", "*?", "+?", "??", "{1,2}", "{2}", "{1,2}?"]
    switch Int.random(in: 0..<5, using: &generator) {
    case 0:
      return "(?:" + part(depth - 1, &generator) + "|" + part(depth - 1, &generator) + ")"
    case 1, 2: return part(depth - 1, &generator) + part(depth - 1, &generator)
    case 3:
      return "(?:" + leaves.randomElement(using: &generator)! + "|"
        + leaves.randomElement(using: &generator)! + ")" + loops.randomElement(using: &generator)!
    default: return leaves.randomElement(using: &generator)!
    }
  }
}
