/// A regular expression compiled for a search that takes time in proportion to the product of text
/// and pattern, whatever they hold (the machine of Thompson and Pike).
struct Pattern: Sendable {
  var instructions: [Instruction] = []
  /// The number of groups whose matches can be asked for.
  private(set) var groupCount = 0
  /// Whether the places of groups are kept, which a search that only asks for a match does not need.
  private let keepsGroups: Bool

  enum Instruction: Sendable {
    case take(ScalarSet)
    /// Goes on at the first target, or else at the second.
    case fork(Int, Int)
    case jump(Int)
    case require(PatternNode.Assertion)
    /// Keeps the place in the text: where a group begins or ends.
    case keep(Int)
    case match
  }

  private static var cap: Int { 10_000 }

  private init(keepsGroups: Bool) {
    self.keepsGroups = keepsGroups
  }

  /// The compiled pattern, or what is wrong with it.
  static func compile(
    _ text: String, keepsGroups: Bool = false
  ) -> Result<Pattern, PatternProblem> {
    do throws(PatternProblem) {
      let parsed = try PatternParser.parse(text)
      var pattern = Pattern(keepsGroups: keepsGroups)
      pattern.groupCount = parsed.groupCount
      try pattern.emit(parsed.node)
      pattern.instructions.append(.match)
      return .success(pattern)
    } catch {
      return .failure(error)
    }
  }

  private mutating func emit(_ node: PatternNode) throws(PatternProblem) {
    if instructions.count > Pattern.cap {
      throw PatternProblem(message: "the pattern is too large")
    }
    switch node {
    case .empty: break
    case .set(let set): instructions.append(.take(set))
    case .assertion(let assertion): instructions.append(.require(assertion))
    case .sequence(let parts): for part in parts { try emit(part) }
    case .choice(let branches): try emit(choice: branches)
    case .repetition(let part, let least, let most, let isLazy):
      try emit(part, least, most, isLazy: isLazy)
    case .group(let number, let part):
      if keepsGroups { instructions.append(.keep(2 * number)) }
      try emit(part)
      if keepsGroups { instructions.append(.keep(2 * number + 1)) }
    }
  }

  private mutating func emit(choice branches: [PatternNode]) throws(PatternProblem) {
    var exits: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index + 1 < branches.count else {
        try emit(branch)
        break
      }
      let fork = instructions.count
      instructions.append(.fork(fork + 1, 0))
      try emit(branch)
      exits.append(instructions.count)
      instructions.append(.jump(0))
      instructions[fork] = .fork(fork + 1, instructions.count)
    }
    for exit in exits { instructions[exit] = .jump(instructions.count) }
  }

  private mutating func emit(
    _ part: PatternNode, _ least: Int, _ most: Int?, isLazy: Bool
  ) throws(PatternProblem) {
    // A repetition of nothing would otherwise emit no instruction a round and run unchecked.
    if case .empty = part { return }
    for _ in 0..<least { try emit(part) }
    guard let most else {
      let fork = instructions.count
      instructions.append(.fork(fork + 1, 0))
      try emit(part)
      if part.isNullable {
        // A round that took nothing must be able to end the loop, or its priority would be lost.
        let last = instructions.count
        instructions.append(forking(fork + 1, last + 1, isLazy: isLazy))
      } else {
        instructions.append(.jump(fork))
      }
      instructions[fork] = forking(fork + 1, instructions.count, isLazy: isLazy)
      return
    }
    var forks: [Int] = []
    for _ in least..<most {
      forks.append(instructions.count)
      instructions.append(.fork(instructions.count + 1, 0))
      try emit(part)
    }
    for fork in forks {
      instructions[fork] = forking(fork + 1, instructions.count, isLazy: isLazy)
    }
  }

  private func forking(_ round: Int, _ end: Int, isLazy: Bool) -> Instruction {
    isLazy ? .fork(end, round) : .fork(round, end)
  }

  /// The most steps a search in a text can take.
  func steps(over text: String) -> Int {
    let steps = text.utf8.count.multipliedReportingOverflow(by: instructions.count)
    return steps.overflow ? Int.max : steps.partialValue
  }

  /// Whether some part of a text matches, or nil where the search would cost too much.
  func matches(_ text: String) -> Bool? {
    let scalars = Array(text.unicodeScalars)
    let steps = scalars.count.multipliedReportingOverflow(by: instructions.count)
    if steps.overflow || steps.partialValue > Limits.patternSteps { return nil }
    var current: [Int] = []
    var following: [Int] = []
    // The place at which an instruction was reached last, so that each is visited once a place.
    var visited = [Int](repeating: -1, count: instructions.count)
    var pending: [Int] = []
    for place in 0...scalars.count {
      pending.append(0)
      for start in current.reversed() { pending.append(start) }
      current.removeAll(keepingCapacity: true)
      following.removeAll(keepingCapacity: true)
      while let instruction = pending.popLast() {
        guard visited[instruction] != place else { continue }
        visited[instruction] = place
        switch instructions[instruction] {
        case .match: return true
        case .jump(let target): pending.append(target)
        case .keep: pending.append(instruction + 1)
        case .fork(let first, let second):
          pending.append(second)
          pending.append(first)
        case .require(let assertion):
          if holds(assertion, scalars, place) { pending.append(instruction + 1) }
        case .take(let set):
          if place < scalars.count, set.contains(scalars[place]) {
            following.append(instruction + 1)
          }
        }
      }
      swap(&current, &following)
    }
    return false
  }

  func holds(
    _ assertion: PatternNode.Assertion, _ scalars: [Unicode.Scalar], _ place: Int
  ) -> Bool {
    switch assertion {
    case .textStart: place == 0
    case .textEnd: place == scalars.count
    case .lineStart: place == 0 || scalars[place - 1] == "\n"
    case .lineEnd: place == scalars.count || scalars[place] == "\n"
    case .wordBoundary: isBoundary(scalars, place)
    case .noWordBoundary: !isBoundary(scalars, place)
    }
  }

  private func isBoundary(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    let before = place > 0 && isWord(scalars[place - 1])
    let after = place < scalars.count && isWord(scalars[place])
    return before != after
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}
