import CEL
import TestSupport
import Testing

@Suite struct RationalLawTests {
  @Test("The field laws hold wherever nothing overflows", arguments: [1, 20_241_110] as [UInt64])
  func fieldLaws(seed: UInt64) throws {
    var random = RandomNumbers(seed: seed)
    for trial in 0..<8_000 {
      let (a, b, c) = (try random.small(900), try random.small(900), try random.small(900))
      var laws = [
        try a.adding(b) == b.adding(a),
        try a.multiplied(by: b) == b.multiplied(by: a),
        try a.adding(b).adding(c) == a.adding(b.adding(c)),
        try a.multiplied(by: b).multiplied(by: c) == a.multiplied(by: b.multiplied(by: c)),
        try a.multiplied(by: b.adding(c)) == a.multiplied(by: b).adding(a.multiplied(by: c)),
        try a.adding(.zero) == a,
        try a.multiplied(by: .one) == a,
        try a.adding(a.negated()).isZero,
        try a.subtracting(b) == a.adding(b.negated()),
        try (a < b) == (a.subtracting(b).sign < 0),
      ]
      if !b.isZero {
        laws.append(try a.divided(by: b).multiplied(by: b) == a)
        laws.append(try b.multiplied(by: Rational.one.divided(by: b)) == .one)
      }
      if let broken = laws.firstIndex(of: false) {
        Issue.record("law \(broken) fails for \(a), \(b), \(c); seed \(seed), trial \(trial)")
        return
      }
    }
  }

  @Test("Every operation gives the true result or an overflow, never a wrapped one")
  func exactOrOverflow() throws {
    let seed: UInt64 = 0x0F10
    var random = RandomNumbers(seed: seed)
    var overflows = 0
    var results = 0
    for trial in 0..<25_000 {
      let (a, b) = (try random.any(), try random.any())
      for operation in Operation.allCases where !(operation == .divide && b.isZero) {
        let expected = operation.wide(a, b).lowestTerms
        let actual = try? operation.result(a, b)
        if actual == nil { overflows += 1 } else { results += 1 }
        let isRight = actual?.numerator == expected?.upper && actual?.denominator == expected?.lower
        guard isRight else {
          Issue.record("\(a) \(operation) \(b) gave \(actual as Rational?); \(seed), \(trial)")
          return
        }
      }
    }
    // Both outcomes must have been met often for the test to mean anything.
    #expect(overflows > 5_000)
    #expect(results > 5_000)
  }

  private enum Operation: CaseIterable {
    case add, subtract, multiply, divide

    func result(_ a: Rational, _ b: Rational) throws(NumberError) -> Rational {
      switch self {
      case .add: try a.adding(b)
      case .subtract: try a.subtracting(b)
      case .multiply: try a.multiplied(by: b)
      case .divide: try a.divided(by: b)
      }
    }

    func wide(_ a: Rational, _ b: Rational) -> WideFraction {
      let (an, ad) = (Int128(a.numerator), Int128(a.denominator))
      let (bn, bd) = (Int128(b.numerator), Int128(b.denominator))
      switch self {
      case .add: return WideFraction(upper: an * bd + bn * ad, lower: ad * bd)
      case .subtract: return WideFraction(upper: an * bd - bn * ad, lower: ad * bd)
      case .multiply: return WideFraction(upper: an * bn, lower: ad * bd)
      case .divide: return WideFraction(upper: an * bd, lower: ad * bn)
      }
    }
  }
}

/// The textbook result in 128 bits, reduced by the binary algorithm rather than by Euclid's.
private struct WideFraction {
  var upper: Int128
  var lower: Int128

  var lowestTerms: (upper: Int64, lower: Int64)? {
    let sign: Int128 = lower < 0 ? -1 : 1
    guard upper != 0 else { return (0, 1) }
    let common = Int128(binaryDivisor(upper.magnitude, lower.magnitude))
    guard let first = Int64(exactly: sign * upper / common),
      let second = Int64(exactly: sign * lower / common)
    else { return nil }
    return (first, second)
  }

  private func binaryDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    let shift = min(first.trailingZeroBitCount, second.trailingZeroBitCount)
    var a = first >> first.trailingZeroBitCount
    var b = second >> second.trailingZeroBitCount
    while a != b {
      if a < b { (a, b) = (b, a) }
      a -= b
      a >>= a.trailingZeroBitCount
    }
    return a << shift
  }
}
