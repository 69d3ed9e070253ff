/// The tree of a regular expression.
indirect enum PatternNode {
  case empty
  case set(ScalarSet)
  case sequence([PatternNode])
  case choice([PatternNode])
  case repetition(PatternNode, least: Int, most: Int?, isLazy: Bool)
  /// A group whose match can be asked for, by its number from 1 on.
  case group(Int, PatternNode)
  case assertion(Assertion)

  /// A condition on a place between two code points.
  enum Assertion: Sendable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
  }
}

extension PatternNode {
  /// Whether the pattern may match the empty text.
  var isNullable: Bool {
    switch self {
    case .empty, .assertion: true
    case .set: false
    case .sequence(let parts): parts.allSatisfy { $0.isNullable }
    case .choice(let branches): branches.contains { $0.isNullable }
    case .repetition(let part, let least, _, _): least == 0 || part.isNullable
    case .group(_, let part): part.isNullable
    }
  }
}

/// A set of code points.
struct ScalarSet: Sendable {
  /// The ranges, closed at both ends.
  var ranges: [(lower: UInt32, upper: UInt32)] = []
  var isNegated = false
  /// Whether a letter stands for its other case too.
  var ignoresCase = false

  mutating func insert(_ lower: UInt32, _ upper: UInt32) {
    ranges.append((lower, upper))
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var found = holds(scalar.value)
    if !found, ignoresCase {
      if let other = only(scalar.properties.lowercaseMapping) { found = holds(other) }
      if !found, let other = only(scalar.properties.uppercaseMapping) { found = holds(other) }
    }
    return found != isNegated
  }

  private func holds(_ value: UInt32) -> Bool {
    for range in ranges where value >= range.lower && value <= range.upper { return true }
    return false
  }

  private func only(_ text: String) -> UInt32? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else { return nil }
    return first.value
  }

  /// The classes `\d`, `\w`, `\s`, which are ASCII as in RE2, and their complements.
  static func escape(_ letter: Unicode.Scalar) -> ScalarSet? {
    var set = ScalarSet()
    switch letter {
    case "d", "D": set.insert(0x30, 0x39)
    case "w", "W": set.ranges = [(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)]
    case "s", "S": set.ranges = [(0x09, 0x0A), (0x0C, 0x0D), (0x20, 0x20)]
    default: return nil
    }
    set.isNegated = letter == "D" || letter == "W" || letter == "S"
    return set
  }

  /// The classes `[:alpha:]` and their like.
  static func named(_ name: String) -> [(lower: UInt32, upper: UInt32)]? {
    let names: StaticString = """
      alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit
      """
    switch place(of: name, in: names) {
    case 0: return [(0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A)]
    case 1: return [(0x41, 0x5A), (0x61, 0x7A)]
    case 2: return [(0x00, 0x7F)]
    case 3: return [(0x09, 0x09), (0x20, 0x20)]
    case 4: return [(0x00, 0x1F), (0x7F, 0x7F)]
    case 5: return [(0x30, 0x39)]
    case 6: return [(0x21, 0x7E)]
    case 7: return [(0x61, 0x7A)]
    case 8: return [(0x20, 0x7E)]
    case 9: return [(0x21, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0x7E)]
    case 10: return [(0x09, 0x0D), (0x20, 0x20)]
    case 11: return [(0x41, 0x5A)]
    case 12: return [(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)]
    case 13: return [(0x30, 0x39), (0x41, 0x46), (0x61, 0x66)]
    default: return nil
    }
  }

  /// The ranges of what the set does not hold.
  var complement: [(lower: UInt32, upper: UInt32)] {
    var sorted = ranges
    sort(&sorted)
    var result: [(lower: UInt32, upper: UInt32)] = []
    var next: UInt32 = 0
    for range in sorted {
      if range.lower > next { result.append((next, range.lower - 1)) }
      next = max(next, range.upper + 1)
    }
    if next <= 0x10_FFFF { result.append((next, 0x10_FFFF)) }
    return result
  }

  private func sort(_ ranges: inout [(lower: UInt32, upper: UInt32)]) {
    ranges.sort { $0.lower < $1.lower }
  }
}

/// Why a pattern cannot be used.
struct PatternProblem: Error {
  let message: String
}
