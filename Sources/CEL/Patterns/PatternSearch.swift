/// Finds the matches of a pattern one after the other with the places of their groups (the machine
/// of Pike): of several matches at one place that which the pattern prefers, as RE2 and Go do.
struct PatternSearch {
  private let pattern: Pattern
  let scalars: [Unicode.Scalar]
  /// How many steps are left for all matches together.
  private var steps = Limits.groupSteps
  /// Whether the search ended because it would have cost too much.
  private(set) var isExhausted = false
  private var place = 0
  private var lastEnd = -1

  /// A match: for each group, the whole being number 0, where it begins and ends; -1 where a group
  /// took no part.
  typealias Match = [Int]

  /// The way to an instruction with the places kept on it.
  private struct Thread {
    let instruction: Int
    var kept: Match
  }

  init(_ pattern: Pattern, in text: String) {
    self.pattern = pattern
    scalars = Array(text.unicodeScalars)
  }

  /// The next match after the one before; an empty match right at its end does not count.
  mutating func next() -> Match? {
    while place <= scalars.count {
      guard let match = match(from: place) else {
        place = scalars.count + 1
        return nil
      }
      let isRepeated = match[1] == place && match[0] == lastEnd
      place = match[1] == place ? place + 1 : match[1]
      lastEnd = match[1]
      if !isRepeated { return match }
    }
    return nil
  }

  /// The text of a group, empty where it took no part.
  func text(of group: Int, in match: Match) -> ArraySlice<Unicode.Scalar> {
    let start = match[2 * group]
    return start < 0 ? [] : scalars[start..<match[2 * group + 1]]
  }

  /// The first match that begins at or after a place.
  private mutating func match(from start: Int) -> Match? {
    let unset = Match(repeating: -1, count: 2 * pattern.groupCount + 2)
    var current: [Thread] = []
    var visited = [Int](repeating: -1, count: pattern.instructions.count)
    steps -= visited.count
    var found: Match?
    for place in start...scalars.count {
      if found == nil {
        var kept = unset
        kept[0] = place
        current.append(Thread(instruction: 0, kept: kept))
      }
      if current.isEmpty { break }
      var following: [Thread] = []
      // What comes after a match is preferred less, so it is dropped.
      for thread in current {
        if let match = advance(thread, at: place, &visited, into: &following) {
          found = match
          break
        }
        if isExhausted { return nil }
      }
      current = following
    }
    return found
  }

  /// Follows a thread to what takes a code point or ends the match, which it gives.
  private mutating func advance(
    _ thread: Thread, at place: Int, _ visited: inout [Int], into following: inout [Thread]
  ) -> Match? {
    var pending = [thread]
    while var thread = pending.popLast() {
      let instruction = thread.instruction
      guard visited[instruction] != place else { continue }
      visited[instruction] = place
      steps -= 1
      if steps < 0 {
        isExhausted = true
        return nil
      }
      switch pattern.instructions[instruction] {
      case .match:
        thread.kept[1] = place
        return thread.kept
      case .jump(let target): pending.append(Thread(instruction: target, kept: thread.kept))
      case .fork(let first, let second):
        pending.append(Thread(instruction: second, kept: thread.kept))
        pending.append(Thread(instruction: first, kept: thread.kept))
      case .keep(let slot):
        steps -= thread.kept.count
        thread.kept[slot] = place
        pending.append(Thread(instruction: instruction + 1, kept: thread.kept))
      case .require(let assertion):
        if pattern.holds(assertion, scalars, place) {
          pending.append(Thread(instruction: instruction + 1, kept: thread.kept))
        }
      case .take(let set):
        if place < scalars.count, set.contains(scalars[place]) {
          following.append(Thread(instruction: instruction + 1, kept: thread.kept))
        }
      }
    }
    return nil
  }
}
