/// The lines in which two texts differ, as `diff -u` shows them.
///
/// Lines that both texts hold once each are matched first, then what lies between is compared the
/// same way; the cost stays near the length of the texts, however much was changed.
package struct LineDifference {
  private enum Step: Equatable {
    case same
    case removed
    case added
  }

  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private var steps: [Step] = []

  private init(_ old: [UInt8], _ new: [UInt8]) {
    self.old = LineDifference.lines(old)
    self.new = LineDifference.lines(new)
    compare(self.old.indices, self.new.indices)
  }

  /// The difference as text, with three lines around each change; empty where there is none.
  package static func unified(_ old: [UInt8], _ new: [UInt8], name: String) -> String {
    let difference = LineDifference(old, new)
    let hunks = difference.hunks()
    guard !hunks.isEmpty else { return "" }
    var text: [UInt8] = Array("--- \(name)\n+++ \(name)\n".utf8)
    for hunk in hunks { difference.write(hunk, to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Lines with their breaks: an LF that takes the place of a CRLF is a change, and so is one at
  /// the end of the file.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  // MARK: Comparing

  private mutating func compare(_ olds: Range<Int>, _ news: Range<Int>) {
    var olds = olds
    var news = news
    while let first = olds.first, let other = news.first, old[first] == new[other] {
      steps.append(.same)
      olds = olds.dropFirst()
      news = news.dropFirst()
    }
    var tail = 0
    while let last = olds.last, let other = news.last, old[last] == new[other] {
      tail += 1
      olds = olds.dropLast()
      news = news.dropLast()
    }
    let pairs = anchors(olds, news)
    if pairs.isEmpty {
      steps += repeatElement(.removed, count: olds.count)
      steps += repeatElement(.added, count: news.count)
    } else {
      var oldStart = olds.lowerBound
      var newStart = news.lowerBound
      for (oldLine, newLine) in pairs {
        compare(oldStart..<oldLine, newStart..<newLine)
        steps.append(.same)
        oldStart = oldLine + 1
        newStart = newLine + 1
      }
      compare(oldStart..<olds.upperBound, newStart..<news.upperBound)
    }
    steps += repeatElement(.same, count: tail)
  }

  /// Lines that stand once in each part, as many as keep their order.
  private func anchors(_ olds: Range<Int>, _ news: Range<Int>) -> [(old: Int, new: Int)] {
    guard !olds.isEmpty, !news.isEmpty else { return [] }
    let oldPlaces = LineDifference.places(old, olds)
    let newPlaces = LineDifference.places(new, news)
    var pairs: [(old: Int, new: Int)] = []
    for line in olds {
      guard oldPlaces[old[line]] == .some(.some(line)), let place = newPlaces[old[line]],
        let place
      else { continue }
      pairs.append((line, place))
    }
    return LineDifference.longestRun(pairs)
  }

  /// Where each line of a part stands; nil for one that stands there more than once.
  private static func places(
    _ lines: [ArraySlice<UInt8>], _ part: Range<Int>
  ) -> [ArraySlice<UInt8>: Int?] {
    var places: [ArraySlice<UInt8>: Int?] = [:]
    for line in part {
      let isSeen = places[lines[line]] != nil
      places[lines[line]] = .some(isSeen ? nil : line)
    }
    return places
  }

  /// The longest selection of pairs whose second places rise (patience sorting).
  private static func longestRun(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var tops: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = tops.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? tops[low - 1] : nil
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var run: [(old: Int, new: Int)] = []
    var next = tops.last
    while let index = next {
      run.append(pairs[index])
      next = previous[index]
    }
    return run.reversed()
  }

  // MARK: Writing

  /// The steps of each group of changes with three lines around it.
  private func hunks() -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in steps.indices where steps[index] != .same {
      let around = max(0, index - 3)..<min(steps.count, index + 4)
      if let last = hunks.last, around.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
    return hunks
  }

  private func write(_ hunk: Range<Int>, to text: inout [UInt8]) {
    var oldLine = steps[..<hunk.lowerBound].count { $0 != .added }
    var newLine = steps[..<hunk.lowerBound].count { $0 != .removed }
    let oldCount = steps[hunk].count { $0 != .added }
    let newCount = steps[hunk].count { $0 != .removed }
    let oldFirst = oldCount == 0 ? oldLine : oldLine + 1
    let newFirst = newCount == 0 ? newLine : newLine + 1
    text += "@@ -\(oldFirst),\(oldCount) +\(newFirst),\(newCount) @@\n".utf8
    for step in steps[hunk] {
      switch step {
      case .same: append(" ", old[oldLine], to: &text)
      case .removed: append("-", old[oldLine], to: &text)
      case .added: append("+", new[newLine], to: &text)
      }
      if step != .added { oldLine += 1 }
      if step != .removed { newLine += 1 }
    }
  }

  private func append(_ sign: String, _ line: ArraySlice<UInt8>, to text: inout [UInt8]) {
    text += sign.utf8
    text += line
    if line.last != 0x0A { text += "\n\\ No newline at end of file\n".utf8 }
  }
}
