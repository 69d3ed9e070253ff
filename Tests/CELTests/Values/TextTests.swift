import CEL
import Testing

/// The value of an expression as CEL text, or the error's message.
func text(
  of expression: String, _ values: [String: Value] = [:], libraries: [Library] = [.standard]
) throws -> String {
  var environment = Environment(libraries: libraries)
  for (name, value) in values { environment.declare(variable: name, as: value.type) }
  switch try environment.compile(expression).evaluate(Activation(values)) {
  case .value(let value): return value.literal
  case .error(let error): return error.message
  case .unknown(let attributes): return "unknown: \(attributes.map(\.description))"
  }
}

@Suite("Strings are code points, not what a reader takes for a letter")
struct TextTests {
  @Test("A composed and a decomposed letter differ")
  func normalisation() throws {
    let values: [String: Value] = ["c": .string("\u{1EC7}"), "d": .string("e\u{0323}\u{0302}")]
    #expect(try text(of: "c == d", values) == "false")
    #expect(try text(of: "size(c)", values) == "1")
    #expect(try text(of: "size(d)", values) == "3")
    #expect(try text(of: "{c: 1, d: 2}.size()", values) == "2")
    #expect(try text(of: "d in {c: 1}", values) == "false")
    #expect(try text(of: "d in [c]", values) == "false")
    #expect(try text(of: "d < c", values) == "true")
    #expect(try text(of: "d.contains('\u{0302}')", values) == "true")
    #expect(try text(of: "d.startsWith('e')", values) == "true")
    #expect(try text(of: "d.endsWith('\u{0302}')", values) == "true")
  }

  @Test("A line break of two code points has size 2")
  func lineBreak() throws {
    #expect(try text(of: "size('\\r\\n')") == "2")
    #expect(try text(of: "'a\\r\\nb'.contains('\\n')") == "true")
  }

  @Test("Order is that of code points also where UTF-16 would differ")
  func order() throws {
    #expect(try text(of: "'\u{FFFD}' < '\u{1F600}'") == "true")
  }

  @Test(
    "A value's text reads back as the value",
    arguments: [
      "null", "true", "-9223372036854775808", "18446744073709551615u", "1.0", "-0.0", "1e+100",
      "0.1", "1.5e-07", "\"a\\n\\\"\\\\\\t\\x01ệ\"", "b\"\\xff\\x00a\"", "[1, [2u], {}]",
      "{\"a\": 1, 2: [true]}", "timestamp(\"2025-06-30T17:00:00.5Z\")", "duration(\"-1.5s\")",
      "double(\"NaN\")", "double(\"-Infinity\")", "int",
    ])
  func literal(expression: String) throws {
    #expect(try text(of: expression) == expression)
  }

  @Test(
    "Doubles are written with the fewest digits that read back",
    arguments: [
      ("100000.0", "100000"), ("1000000.0", "1e+06"), ("123456789.0", "1.23456789e+08"),
      ("0.0001", "0.0001"), ("0.00001", "1e-05"), ("-0.0", "-0"), ("5e-324", "5e-324"),
      ("0.30000000000000004", "0.30000000000000004"), ("123.456", "123.456"),
    ])
  func doubles(literal: String, expected: String) throws {
    #expect(try text(of: "string(\(literal))") == "\"\(expected)\"")
  }
}
