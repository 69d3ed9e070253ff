import CEL
import TestSupport

/// Random numbers of every size, drawn from one seed.
struct RandomNumbers {
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func integer(in range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range, using: &generator)
  }

  /// A fraction whose parts stay within `limit`.
  mutating func small(_ limit: Int64) throws -> Rational {
    try Rational(
      numerator: integer(in: -limit...limit), denominator: integer(in: 1...max(1, limit)))
  }

  /// A fraction whose parts have any number of bits, often at the edge of Int64.
  mutating func any() throws -> Rational {
    let edges = [Int64.min, Int64.min + 1, -1, 0, 1, Int64.max - 1, Int64.max]
    let upper = integer(in: 0...3) == 0 ? edges[Int(integer(in: 0...6))] : sized()
    let lower =
      switch integer(in: 0...5) {
      case 0: Int64.max
      case 1, 2: Int64(1)
      default: Int64.max & sized() | 1
      }
    return try Rational(numerator: upper, denominator: lower)
  }

  private mutating func sized() -> Int64 {
    Int64(bitPattern: generator.next()) >> integer(in: 0...62)
  }

  /// An interval with ends of a few small values, each closed, open or infinite.
  mutating func interval() throws -> BoundedNumber {
    while true {
      let first = try end()
      let second = try end()
      if let known = try? BoundedNumber(lower: first, upper: second, sources: ["a"]) {
        return known
      }
    }
  }

  private mutating func end() throws -> BoundedNumber.Bound? {
    let kind = integer(in: 0...4)
    if kind == 0 { return nil }
    let value = integer(in: 0...3) == 0 ? Rational.zero : try small(6)
    return .init(value, isClosed: kind > 2)
  }
}

/// Points of an interval: its closed ends, points just inside, zero, and points far out.
func samples(of interval: BoundedNumber, beside other: BoundedNumber) throws -> [Rational] {
  let near = try Rational(numerator: 1, denominator: 1000)
  var candidates = [Rational.zero, near, try near.negated(), Rational(5_000), Rational(-5_000)]
  for end in [interval.lower, interval.upper, other.lower, other.upper] {
    guard let value = end?.value else { continue }
    for step in [near, Rational(1), Rational(5_000)] {
      candidates += [value, try value.adding(step), try value.subtracting(step)]
    }
  }
  return candidates.filter { holds($0, in: interval) }
}

/// Membership, written apart from the code under test.
func holds(_ value: Rational, in interval: BoundedNumber) -> Bool {
  let isAbove =
    interval.lower.map { $0.isClosed ? $0.value <= value : $0.value < value } ?? true
  let isBelow =
    interval.upper.map { $0.isClosed ? value <= $0.value : value < $0.value } ?? true
  return isAbove && isBelow
}
