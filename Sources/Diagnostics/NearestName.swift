/// The candidate nearest to a misspelt name, or nil where none is near enough to be meant.
///
/// Distance is the number of inserted, removed, changed or swapped neighbouring bytes (optimal
/// string alignment); a third of the name's length, and at least one, may differ. Of equally near
/// names the first in byte order is taken, so that the answer does not depend on the input's order.
public func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8)
  guard wanted.count <= 256 else { return nil }
  let limit = max(1, wanted.count / 3)
  var search = EditDistance(from: wanted, limit: limit)
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    guard abs(candidate.utf8.count - wanted.count) <= limit,
      let distance = search.distance(to: Array(candidate.utf8))
    else { continue }
    if let found = best {
      if distance > found.distance { continue }
      if distance == found.distance, !candidate.utf8.lexicographicallyPrecedes(found.name.utf8) {
        continue
      }
    }
    best = (distance, candidate)
  }
  return best?.name
}

/// The distance of many words from one, as far as it is within a limit: most words are given up
/// after their first letters.
private struct EditDistance {
  private let wanted: [UInt8]
  private let limit: Int
  private var beforeLast: [Int]
  private var last: [Int]
  private var current: [Int]

  /// For words whose length differs from that of `wanted` by the limit at the most.
  init(from wanted: [UInt8], limit: Int) {
    self.wanted = wanted
    self.limit = limit
    beforeLast = [Int](repeating: 0, count: wanted.count + limit + 1)
    last = beforeLast
    current = beforeLast
  }

  /// The distance; nil where it is beyond the limit.
  mutating func distance(to other: [UInt8]) -> Int? {
    for column in 0...other.count { last[column] = column }
    var lowestBefore = 0
    for row in 0..<wanted.count {
      current[0] = row + 1
      var lowest = row + 1
      for column in 0..<other.count {
        let same = wanted[row] == other[column]
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
        if row > 0, column > 0, wanted[row] == other[column - 1], wanted[row - 1] == other[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = cost
        lowest = min(lowest, cost)
      }
      // A swap looks two rows back.
      if lowest > limit, lowestBefore > limit { return nil }
      lowestBefore = lowest
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    let distance = last[other.count]
    return distance <= limit ? distance : nil
  }
}
