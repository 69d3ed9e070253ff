import CEL
import Testing

@Suite struct RationalTextTests {
  @Test(
    "A decimal is read exactly",
    arguments: [
      ("0.95", "19/20"), ("1e3", "1000"), ("-2.50", "-5/2"), (".5", "1/2"), ("007", "7"),
      ("-0", "0"), ("0e999999999999", "0"), ("0.000", "0"), ("1E-2", "1/100"), ("12e+1", "120"),
      ("0.1", "1/10"), ("9223372036854775807", "9223372036854775807"),
      ("-9223372036854775808", "-9223372036854775808"), ("1000000000000000000e-18", "1"),
      ("0.00000000000000000000000000000000000000000000000001e50", "1"),
      // 2⁻⁶², the longest decimal that fits.
      ("2.16840434497100886801490560173988342285156250e-19", "1/4611686018427387904"),
    ])
  func decimals(text: String, expected: String) {
    #expect(Rational(decimal: text)?.description == expected)
  }

  @Test(
    "What is no decimal, or does not fit, is refused",
    arguments: [
      "", "-", ".", "5.", "+1", "1e", "1e+", "e5", "1.5.2", "0x10", "1,5", " 1", "1 ", "--1", "١",
      "NaN", "inf", "9223372036854775808", "-9223372036854775809", "1e19", "1e-19", "1e-63",
      "1e999999999999999999999", "1e-999999999999999999999", "0.33333333333333333333",
    ])
  func malformed(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test(
    "The JSON form is read back; anything else with a slash is refused",
    arguments: [
      ("19/20", "19/20"), ("-6/8", "-3/4"), ("27", "27"), ("0.5", "1/2"), ("1/0", nil), ("/2", nil),
      ("1/", nil), ("1/-2", nil), ("1/+2", nil), ("+1/2", nil), ("1/2/3", nil), ("1 / 2", nil),
      ("-9223372036854775808/9223372036854775807", "-9223372036854775808/9223372036854775807"),
    ])
  func fractions(text: String, expected: String?) {
    #expect(Rational(text: text)?.description == expected)
  }

  @Test(
    "A decimal text rounds half up and drops trailing zeros",
    arguments: [
      ("19/20", 2, "0.95"), ("19/20", 1, "1"), ("-19/20", 1, "-0.9"), ("1/3", 4, "0.3333"),
      ("2/3", 0, "1"), ("1/1000", 2, "0"), ("-1/1000", 2, "0"), ("-5/2", 0, "-2"),
      ("1/8", 18, "0.125"), ("1/8", 99, "0.125"), ("5/2", -3, "3"), ("1/100", 6, "0.01"),
      ("9223372036854775807", 18, "9223372036854775807"),
      ("-9223372036854775808", 18, "-9223372036854775808"),
    ])
  func decimalText(text: String, digits: Int, expected: String) throws {
    #expect(try #require(Rational(text: text)).decimalText(maximumDigits: digits) == expected)
  }

  @Test("Digits are those of exact arithmetic, of numbers of every size")
  func digits() throws {
    let seed: UInt64 = 0xD161
    var random = RandomNumbers(seed: seed)
    for trial in 0..<20_000 {
      let value = try random.any()
      let places = Int(random.integer(in: 0...18))
      var scale: Int128 = 1
      for _ in 0..<places { scale *= 10 }
      let doubled = 2 * Int128(value.numerator) * scale + Int128(value.denominator)
      let (quotient, rest) = doubled.quotientAndRemainder(
        dividingBy: 2 * Int128(value.denominator))
      let rounded = rest < 0 ? quotient - 1 : quotient
      var expected = String(rounded.magnitude)
      expected = String(repeating: "0", count: max(0, places + 1 - expected.count)) + expected
      let whole = expected.dropLast(places)
      let part = expected.suffix(places)
      let kept = part.reversed().drop { $0 == "0" }.reversed()
      expected = (rounded < 0 ? "-" : "") + whole + (kept.isEmpty ? "" : "." + String(kept))
      guard value.decimalText(maximumDigits: places) == expected else {
        Issue.record("\(value) to \(places) places, seed \(seed), trial \(trial)")
        return
      }
    }
  }

  @Test("Description and reading are inverse, and short decimals survive the trip")
  func roundTrip() throws {
    let seed: UInt64 = 0x7E47
    var random = RandomNumbers(seed: seed)
    for trial in 0..<20_000 {
      let value = try random.any()
      guard Rational(text: value.description) == value else {
        Issue.record("\(value) is not read back, seed \(seed), trial \(trial)")
        return
      }
      let decimal = Rational(millionths: random.integer(in: -1_000_000_000...1_000_000_000))
      guard Rational(decimal: decimal.decimalText(maximumDigits: 6)) == decimal else {
        Issue.record("\(decimal) is not read back as decimal, seed \(seed), trial \(trial)")
        return
      }
    }
  }
}
