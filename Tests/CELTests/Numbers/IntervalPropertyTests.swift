import CEL
import Testing

@Suite struct IntervalPropertyTests {
  private enum Operation: CaseIterable {
    case add, subtract, multiply, divide, negate

    func number(_ a: Number, _ b: Number) throws(NumberError) -> Number {
      switch self {
      case .add: try a.adding(b)
      case .subtract: try a.subtracting(b)
      case .multiply: try a.multiplied(by: b)
      case .divide: try a.divided(by: b)
      case .negate: try a.negated()
      }
    }

    /// Nil where the operation has no value at these points.
    func point(_ a: Rational, _ b: Rational) throws(NumberError) -> Rational? {
      switch self {
      case .add: try a.adding(b)
      case .subtract: try a.subtracting(b)
      case .multiply: try a.multiplied(by: b)
      case .divide: b.isZero ? nil : try a.divided(by: b)
      case .negate: try a.negated()
      }
    }
  }

  @Test(
    "The result interval holds the result of every pair of points, and its closed ends are reached",
    arguments: [3, 0x5EED] as [UInt64])
  func soundAndTight(seed: UInt64) throws {
    var random = RandomNumbers(seed: seed)
    for trial in 0..<500 {
      let (a, b) = (try random.interval(), try random.interval())
      let (left, right) = (try samples(of: a, beside: b), try samples(of: b, beside: a))
      for operation in Operation.allCases {
        if operation == .divide, b.point?.isZero == true { continue }
        let result = try operation.number(Number(a), Number(b)).interval
        var values: Set<Rational> = []
        for first in left {
          for second in right {
            if let value = try operation.point(first, second) { values.insert(value) }
          }
        }
        if let stray = values.first(where: { !holds($0, in: result) }) {
          Issue.record(
            "\(a) \(operation) \(b) gave \(result) without \(stray); \(seed), \(trial)")
          return
        }
        for end in [result.lower, result.upper] {
          guard let end, end.isClosed, !values.contains(end.value) else { continue }
          Issue.record(
            "\(a) \(operation) \(b) gave \(result), \(end.value) unreached; \(seed), \(trial)")
          return
        }
      }
    }
  }

  @Test("An end is infinite only where values grow without bound, or the divisor may be zero")
  func noNeedlessInfinity() throws {
    let seed: UInt64 = 99
    var random = RandomNumbers(seed: seed)
    // Finite ends of operands up to 6 with denominators up to 6 give results up to 36.
    let far = Rational(100)
    for trial in 0..<1_000 {
      let (a, b) = (try random.interval(), try random.interval())
      let (left, right) = (try samples(of: a, beside: b), try samples(of: b, beside: a))
      for operation in Operation.allCases {
        if operation == .divide, holds(.zero, in: b) { continue }
        let result = try operation.number(Number(a), Number(b)).interval
        var least = Rational(.max)
        var greatest = Rational(.min)
        for first in left {
          for second in right {
            guard let value = try operation.point(first, second) else { continue }
            least = min(least, value)
            greatest = max(greatest, value)
          }
        }
        let lowerIsRight = try result.lower != nil || least < far.negated()
        let upperIsRight = result.upper != nil || greatest > far
        guard lowerIsRight, upperIsRight else {
          Issue.record("\(a) \(operation) \(b) gave \(result); seed \(seed), trial \(trial)")
          return
        }
      }
    }
  }

  @Test("A comparison is decided exactly when all points agree", arguments: [5, 2_024] as [UInt64])
  func truth(seed: UInt64) throws {
    var random = RandomNumbers(seed: seed)
    for trial in 0..<1_500 {
      let (a, b) = (try random.interval(), try random.interval())
      let (left, right) = (try samples(of: a, beside: b), try samples(of: b, beside: a))
      let comparisons: [(String, Truth, (Rational, Rational) -> Bool)] = [
        ("<", Number(a).isLess(than: Number(b)), { $0 < $1 }),
        ("<=", Number(a).isLessOrEqual(to: Number(b)), { $0 <= $1 }),
        ("==", Number(a).isEqual(to: Number(b)), { $0 == $1 }),
      ]
      for (name, truth, compare) in comparisons {
        var outcomes: Set<Bool> = []
        for first in left {
          for second in right { outcomes.insert(compare(first, second)) }
        }
        let expected: Set<Bool> =
          switch truth {
          case .yes: [true]
          case .no: [false]
          case .open: [true, false]
          }
        guard outcomes == expected else {
          Issue.record("\(a) \(name) \(b) gave \(truth); seed \(seed), trial \(trial)")
          return
        }
      }
    }
  }
}
