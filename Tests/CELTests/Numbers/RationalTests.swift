import CEL
import Diagnostics
import Testing

@Suite struct RationalTests {
  @Test("A fraction is kept in lowest terms with a positive denominator")
  func canonicalForm() throws {
    #expect(try Rational(numerator: 6, denominator: -8).description == "-3/4")
    #expect(try Rational(numerator: 0, denominator: -5) == .zero)
    #expect(try Rational(numerator: .min, denominator: .min) == .one)
    #expect(try Rational(numerator: .min, denominator: 2).numerator == .min / 2)
    #expect(try Rational(numerator: .min, denominator: 1).numerator == .min)
    #expect(throws: NumberError.overflow) { try Rational(numerator: 1, denominator: .min) }
    #expect(throws: NumberError.overflow) { try Rational(numerator: .min, denominator: -1) }
    #expect(throws: NumberError.divisionByZero) { try Rational(numerator: 3, denominator: 0) }
  }

  @Test("Equal fractions are equal values, whatever they were made of")
  func equality() throws {
    let first = try Rational(numerator: 19, denominator: 20)
    let second = try Rational(numerator: 190, denominator: 200)
    #expect(Set([first, second, Rational(decimal: "0.95")]).count == 1)
  }

  @Test("The edges of Int64 do not wrap")
  func edges() throws {
    let least = Rational(.min)
    let most = Rational(.max)
    #expect(throws: NumberError.overflow) { try most.adding(.one) }
    #expect(throws: NumberError.overflow) { try least.subtracting(.one) }
    #expect(throws: NumberError.overflow) { try least.negated() }
    #expect(throws: NumberError.overflow) { try most.multiplied(by: Rational(2)) }
    #expect(throws: NumberError.overflow) { try Rational.one.divided(by: least) }
    #expect(throws: NumberError.divisionByZero) { try most.divided(by: .zero) }
    #expect(try least.divided(by: least) == .one)
    #expect(try least.divided(by: most).multiplied(by: most) == least, "needs 128 bits between")
  }

  @Test("Order is exact where doubles would not tell the numbers apart")
  func order() throws {
    let lower = try Rational(numerator: .max - 2, denominator: .max - 1)
    let upper = try Rational(numerator: .max - 1, denominator: .max)
    #expect(lower < upper)
    #expect(!(upper < lower))
    #expect(Rational(.min) < Rational(.max))
    #expect(Rational(decimal: "-0.5").map { $0 < .zero } == true)
  }

  @Test(
    "Points round to millionths half up, ties towards plus infinity",
    arguments: [
      ("0.0000005", 1), ("-0.0000005", 0), ("-0.0000015", -1), ("-0.00000051", -1),
      ("0.00000049", 0), ("2.5", 2_500_000), ("-7", -7_000_000),
      ("9223372036854.775807", Int64.max), ("-9223372036854.775808", Int64.min),
    ])
  func millionths(text: String, expected: Int64) throws {
    #expect(try #require(Rational(decimal: text)).millionths() == expected)
  }

  @Test("A third rounds to 333333 millionths, and back gives a millionth less than a third")
  func thirds() throws {
    let third = try Rational(numerator: 1, denominator: 3)
    #expect(try third.millionths() == 333_333)
    #expect(Rational(millionths: 333_333).description == "333333/1000000")
    #expect(Rational(millionths: -2_500_000).description == "-5/2")
    #expect(Rational(millionths: .min).description == "-144115188075855872/15625")
    #expect(Rational(millionths: 0) == .zero)
    #expect(throws: NumberError.overflow) { try Rational(.max).millionths() }
  }

  @Test("Every error says what happened in both languages")
  func messages() {
    let errors: [NumberError] = [.overflow, .divisionByZero, .averageInSum, .emptyInterval]
    let texts = errors.flatMap { [$0.message.vi, $0.message.en] }
    #expect(Set(texts).count == 8)
    #expect(NumberError.divisionByZero.message.vi == "phép chia cho 0")
  }
}
