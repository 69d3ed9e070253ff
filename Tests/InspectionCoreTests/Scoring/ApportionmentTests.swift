@testable import InspectionCore
import TestSupport
import Testing

@Suite struct ApportionmentTests {
  @Test(
    "Parts add up to the whole and stay within one unit of the ideal", arguments: [1, 25, 2_024])
  func parts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for trial in 0..<3_000 {
      let total = Int64.random(in: 0...100_000_000, using: &generator)
      let count = Int.random(in: 1...12, using: &generator)
      let largest: Int64 = [1, 3, 100, 1_000_000_000_000][trial % 4]
      let weights = (0..<count).map { _ in Int64.random(in: 0...largest, using: &generator) }
      let parts = apportioned(total, by: weights)
      let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
      var isRight = parts.count == count && parts.reduce(0, +) == (sum == 0 ? 0 : total)
      for (part, weight) in zip(parts, weights) {
        // |part − total × weight / sum| < 1, without dividing.
        let error = Int128(part) * sum - Int128(total) * Int128(weight)
        if sum > 0, error.magnitude >= sum.magnitude { isRight = false }
        if weight == 0, part != 0 { isRight = false }
      }
      guard isRight else {
        Issue.record("\(total) by \(weights) gave \(parts); seed \(seed), trial \(trial)")
        return
      }
    }
  }

  @Test("Units left over go to the largest remainders, earlier parts first")
  func order() {
    #expect(apportioned(10, by: [1, 1, 1]) == [4, 3, 3])
    #expect(apportioned(100, by: [1, 1, 1, 1, 1, 1]) == [17, 17, 17, 17, 16, 16])
    #expect(apportioned(7, by: [1, 5, 1]) == [1, 5, 1])
    #expect(apportioned(10, by: [10, 55, 35]) == [1, 6, 3])
    #expect(apportioned(25_000_000, by: [15, 0, 2]) == [22_058_824, 0, 2_941_176])
    #expect(apportioned(10, by: [0, 0]) == [0, 0])
    #expect(apportioned(10, by: []) == [])
    #expect(apportioned(0, by: [1, 2]) == [0, 0])
  }

  @Test("The largest amounts do not overflow")
  func extremes() {
    let parts = apportioned(.max, by: [.max, .max, .max])
    #expect(
      parts == [3_074_457_345_618_258_603, 3_074_457_345_618_258_602, 3_074_457_345_618_258_602])
    let many = apportioned(1_000_000_000_000, by: [Int64](repeating: 7, count: 30_000))
    #expect(many.reduce(0, +) == 1_000_000_000_000)
    #expect(Set(many) == [33_333_333, 33_333_334])
  }
}
