import Diagnostics
import TestSupport
import Testing

@Suite("The nearest name is found as by comparing every letter with every other")
struct NearestNameTests {
  @Test("Random words of few letters")
  func random() {
    var random = SeededGenerator(seed: 7)
    func word() -> String {
      String(
        (0..<Int.random(in: 0...9, using: &random)).map { _ in
          "abc.".randomElement(using: &random) ?? "a"
        })
    }
    for _ in 0..<3_000 {
      let names = (0..<Int.random(in: 0...6, using: &random)).map { _ in word() }
      let wanted = word()
      let limit = max(1, wanted.utf8.count / 3)
      var best: (distance: Int, name: String)?
      for name in names.sorted() {
        let distance = plainDistance(wanted, name)
        guard distance <= limit, distance < best?.distance ?? .max else { continue }
        best = (distance, name)
      }
      #expect(nearestName(to: wanted, in: names) == best?.name, "\(wanted) among \(names)")
    }
  }

  /// Optimal string alignment, by its definition.
  private func plainDistance(_ first: String, _ second: String) -> Int {
    let one = Array(first.utf8)
    let other = Array(second.utf8)
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: other.count + 1), count: one.count + 1)
    for row in 0...one.count {
      for column in 0...other.count {
        guard row > 0, column > 0 else {
          table[row][column] = row + column
          continue
        }
        let isSame = one[row - 1] == other[column - 1]
        var cost = table[row - 1][column - 1] + (isSame ? 0 : 1)
        cost = min(cost, table[row - 1][column] + 1, table[row][column - 1] + 1)
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1]
        {
          cost = min(cost, table[row - 2][column - 2] + 1)
        }
        table[row][column] = cost
      }
    }
    return table[one.count][other.count]
  }
}
