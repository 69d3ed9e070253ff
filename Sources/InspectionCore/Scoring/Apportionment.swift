/// Splits a whole into whole parts in proportion to weights by the largest remainder: each part is
/// first rounded down, then the units left over go to the largest remainders, earlier parts first.
///
/// - Parameters:
///   - total: the whole, not negative; the parts add up to it exactly.
///   - weights: not negative; where all are zero the parts are zero.
func apportioned(_ total: Int64, by weights: [Int64]) -> [Int64] {
  var sum: Int128 = 0
  for weight in weights { sum += Int128(weight) }
  guard sum > 0, total > 0 else { return weights.map { _ in 0 } }
  var parts: [Int64] = []
  var remainders: [(remainder: Int128, index: Int)] = []
  parts.reserveCapacity(weights.count)
  remainders.reserveCapacity(weights.count)
  var left = total
  for (index, weight) in weights.enumerated() {
    let (quotient, remainder) = (Int128(total) * Int128(weight)).quotientAndRemainder(
      dividingBy: sum)
    parts.append(Int64(quotient))
    left -= Int64(quotient)
    remainders.append((remainder, index))
  }
  remainders.sort { first, second in
    first.remainder == second.remainder
      ? first.index < second.index : first.remainder > second.remainder
  }
  for entry in remainders {
    if left == 0 { break }
    parts[entry.index] += 1
    left -= 1
  }
  return parts
}
