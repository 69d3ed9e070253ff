/// The candidate nearest to a misspelt name, or nil where none is near enough to be meant.
///
/// Distance is the number of inserted, removed, changed or swapped neighbouring bytes (optimal
/// string alignment); a third of the name's length, and at least one, may differ. Of equally near
/// names the first in byte order is taken, so that the answer does not depend on the input's order.
public func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.utf8)
  guard wanted.count <= 256 else { return nil }
  let limit = max(1, wanted.count / 3)
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let bytes = Array(candidate.utf8)
    guard abs(bytes.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, bytes)
    guard distance <= limit else { continue }
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

private func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for row in 0..<first.count {
    var current = [row + 1]
    current.reserveCapacity(second.count + 1)
    for column in 0..<second.count {
      let same = first[row] == second[column]
      var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
      let swapped =
        row > 0 && column > 0 && first[row] == second[column - 1]
        && first[row - 1] == second[column]
      if swapped { cost = min(cost, beforeLast[column - 1] + 1) }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
