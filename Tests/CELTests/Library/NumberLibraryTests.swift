import CEL
import Testing

@Suite("Exact numbers in rules")
struct NumberLibraryTests {
  private func text(_ expression: String, _ values: [String: Value] = [:]) throws -> String {
    try CELTests.text(of: expression, values, libraries: [.standard, .numbers])
  }

  private func number(_ numerator: Int64, _ denominator: Int64 = 1) throws -> Value {
    .number(.exact(try Rational(numerator: numerator, denominator: denominator)))
  }

  @Test("A decimal literal is read exactly from its text")
  func literals() throws {
    #expect(try text("0.1 + 0.2 == 0.3") == "true")
    #expect(try text("0.95 * 20 == 19") == "true")
    #expect(try text("type(0.95) == number") == "true")
    #expect(try text("1e3 == 1000") == "true")
    #expect(try text("-0.5 + 0.5 == 0") == "true")
    #expect(try text("type(1) == int") == "true")
  }

  @Test("Ints and uints lift to numbers on either side")
  func lifting() throws {
    let values = ["r": try number(43, 45)]
    #expect(try text("r >= 0.95", values) == "true")
    #expect(try text("r * 45 == 43 && 43 == r * 45 && r * 45u == 43u", values) == "true")
    #expect(try text("1 - r < r", values) == "true")
    #expect(try text("2 / r > 2.09 && 2 / r < 2.1", values) == "true")
    #expect(try text("-r < 0", values) == "true")
    #expect(try text("r in [1, r]", values) == "true")
  }

  @Test("Whole numbers stay ints: their division is that of ints")
  func ints() throws {
    #expect(try text("43 / 45") == "0")
    #expect(try text("number(43) / 45 > 0.95") == "true")
  }

  @Test("Zero division, overflow and an average in a sum are errors")
  func errors() throws {
    let values = [
      "r": try number(1), "big": try number(Int64.max),
      "average": Value.number(.average(Rational(3), source: "staff.average")),
    ]
    #expect(try text("r / 0", values) == "division by zero")
    #expect(try text("r / (r - 1)", values) == "division by zero")
    #expect(try text("big * big > 0", values).contains("beyond the range"))
    #expect(try text("average + 1", values) == "an average must not be added or subtracted")
    #expect(try text("average >= 3", values) == "true")
  }

  @Test("A comparison that the bounds leave open is unknown and names its sources")
  func intervals() throws {
    let values = ["n": Value.number(.atLeast(Rational(40), source: "communes.with_board"))]
    #expect(try text("n >= 40", values) == "true")
    #expect(try text("n < 40", values) == "false")
    #expect(try text("n >= 45", values) == "unknown: [\"communes.with_board\"]")
    #expect(try text("n == 39", values) == "false")
    #expect(try text("n == 41", values) == "unknown: [\"communes.with_board\"]")
    #expect(try text("n >= 45 || true", values) == "true")
    #expect(try text("n >= 45 && n < 40", values) == "false")
    #expect(try text("n in [1, 2]", values) == "false")
    #expect(try text("[n] == [41.0]", values) == "unknown: [\"communes.with_board\"]")
  }

  @Test("Numbers and doubles do not mix")
  func doubles() {
    #expect(throws: (any Error).self) { try text("double('1') + 0.5") }
    #expect(throws: (any Error).self) { try text("double('1') < 0.5") }
  }

  @Test("Without the library a decimal literal is a double")
  func off() throws {
    #expect(try CELTests.text(of: "0.1 + 0.2 == 0.3") == "false")
  }
}
