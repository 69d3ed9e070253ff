/// Reads the subset of RE2's syntax that needs no Unicode tables of scripts.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private var ignoresCase = false
  private var dotTakesNewline = false
  private var isMultiline = false
  private var isUngreedy = false
  private var groupCount = 0

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  static func parse(
    _ text: String
  ) throws(PatternProblem) -> (node: PatternNode, groupCount: Int) {
    var parser = PatternParser(text)
    let node = try parser.choice()
    if parser.index < parser.scalars.count { throw PatternProblem(message: "unexpected )") }
    return (node, parser.groupCount)
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func choice() throws(PatternProblem) -> PatternNode {
    depth += 1
    if depth > 100 { throw PatternProblem(message: "groups are nested too deeply") }
    defer { depth -= 1 }
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternProblem) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      parts.append(try quantified(try atom()))
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func quantified(_ atom: PatternNode) throws(PatternProblem) -> PatternNode {
    var node = atom
    var isQuantified = false
    while let scalar = next {
      let bounds: (least: Int, most: Int?)
      switch scalar {
      case "*": bounds = (0, nil)
      case "+": bounds = (1, nil)
      case "?": bounds = (0, 1)
      case "{":
        guard let counted = try countedBounds() else { return node }
        bounds = counted
        index -= 1
      default: return node
      }
      index += 1
      if isQuantified { throw PatternProblem(message: "bad repetition operator") }
      let isLazy = skip("?") != isUngreedy
      isQuantified = true
      node = .repetition(node, least: bounds.least, most: bounds.most, isLazy: isLazy)
    }
    return node
  }

  /// Reads `{2}`, `{2,}`, `{2,5}`; anything else after `{` is the text itself.
  private mutating func countedBounds() throws(PatternProblem) -> (least: Int, most: Int?)? {
    var place = index + 1
    guard let least = number(&place) else { return nil }
    var most: Int? = least
    if place < scalars.count, scalars[place] == "," {
      place += 1
      most = number(&place)
    }
    guard place < scalars.count, scalars[place] == "}" else { return nil }
    index = place + 1
    guard least <= 1000, (most ?? 0) <= 1000, least <= most ?? least else {
      throw PatternProblem(message: "bad repetition count")
    }
    return (least, most)
  }

  private func number(_ place: inout Int) -> Int? {
    var number: Int?
    while place < scalars.count,
      let digit = UInt8(exactly: scalars[place].value).flatMap(decimalDigit)
    {
      number = min(100_000, (number ?? 0) * 10 + digit)
      place += 1
    }
    return number
  }

  private mutating func atom() throws(PatternProblem) -> PatternNode {
    guard let scalar = next else { return .empty }
    index += 1
    switch scalar {
    case "(": return try group()
    case "[": return .set(try characterClass())
    case ".":
      var set = ScalarSet(isNegated: true)
      if !dotTakesNewline { set.insert(0x0A, 0x0A) }
      return .set(set)
    case "^": return .assertion(isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(isMultiline ? .lineEnd : .textEnd)
    case "*", "+", "?": throw PatternProblem(message: "missing argument to repetition operator")
    case "\\": return try escape()
    default: return .set(single(scalar))
    }
  }

  private func single(_ scalar: Unicode.Scalar) -> ScalarSet {
    ScalarSet(ranges: [(scalar.value, scalar.value)], ignoresCase: ignoresCase)
  }

  private mutating func group() throws(PatternProblem) -> PatternNode {
    let flags = (ignoresCase, dotTakesNewline, isMultiline, isUngreedy)
    var number: Int?
    if skip("?") {
      if skip("P") || next == "<" {
        try groupName()
        groupCount += 1
        number = groupCount
      } else {
        let hasBody = try groupFlags()
        // Flags without a body hold to the end of the group around them.
        if !hasBody { return .empty }
      }
    } else {
      groupCount += 1
      number = groupCount
    }
    let node = try choice()
    guard skip(")") else { throw PatternProblem(message: "missing )") }
    (ignoresCase, dotTakesNewline, isMultiline, isUngreedy) = flags
    return number.map { .group($0, node) } ?? node
  }

  private mutating func groupName() throws(PatternProblem) {
    guard skip("<") else { throw PatternProblem(message: "bad group") }
    if next == "=" || next == "!" { throw PatternProblem(message: "lookbehind is not supported") }
    let start = index
    while let scalar = next, scalar != ">" {
      guard ScalarSet.escape("w")?.contains(scalar) ?? false else {
        throw PatternProblem(message: "bad group name")
      }
      index += 1
    }
    guard index > start, skip(">") else { throw PatternProblem(message: "bad group name") }
  }

  /// Reads `i`, `-s:` and their like; whether a body follows.
  private mutating func groupFlags() throws(PatternProblem) -> Bool {
    var isOn = true
    while let scalar = next {
      index += 1
      switch scalar {
      case "i": ignoresCase = isOn
      case "s": dotTakesNewline = isOn
      case "m": isMultiline = isOn
      case "U": isUngreedy = isOn
      case "-" where isOn: isOn = false
      case ":": return true
      case ")": return false
      case "=", "!": throw PatternProblem(message: "lookahead is not supported")
      default: throw PatternProblem(message: "unknown group flag")
      }
    }
    throw PatternProblem(message: "missing )")
  }

  // MARK: Escapes and classes

  private mutating func escape() throws(PatternProblem) -> PatternNode {
    guard let letter = next else { throw PatternProblem(message: "trailing backslash") }
    if let set = ScalarSet.escape(letter) {
      index += 1
      return .set(set)
    }
    switch letter {
    case "b", "B":
      index += 1
      return .assertion(letter == "b" ? .wordBoundary : .noWordBoundary)
    case "A", "z":
      index += 1
      return .assertion(letter == "A" ? .textStart : .textEnd)
    case "Q":
      index += 1
      return literalText()
    default: return .set(single(try escapedScalar()))
    }
  }

  /// The text between `\Q` and `\E`.
  private mutating func literalText() -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next {
      if scalar == "\\", index + 1 < scalars.count, scalars[index + 1] == "E" {
        index += 2
        break
      }
      parts.append(.set(single(scalar)))
      index += 1
    }
    return .sequence(parts)
  }

  /// Reads the code point that an escape stands for, after its backslash.
  private mutating func escapedScalar() throws(PatternProblem) -> Unicode.Scalar {
    guard let letter = next else { throw PatternProblem(message: "trailing backslash") }
    index += 1
    switch letter {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "f": return "\u{0C}"
    case "v": return "\u{0B}"
    case "a": return "\u{07}"
    case "x": return try hexadecimalScalar()
    case "p", "P": throw PatternProblem(message: "Unicode classes are not supported")
    case "1"..."9": throw PatternProblem(message: "backreferences are not supported")
    default:
      guard letter.isASCII, !(ScalarSet.escape("w")?.contains(letter) ?? true) || letter == "_"
      else {
        throw PatternProblem(message: "unknown escape")
      }
      return letter
    }
  }

  private mutating func hexadecimalScalar() throws(PatternProblem) -> Unicode.Scalar {
    let isBraced = skip("{")
    var value: UInt32 = 0
    var count = 0
    while let scalar = next, count < (isBraced ? 6 : 2),
      let digit = UInt8(exactly: scalar.value).flatMap(hexDigit)
    {
      value = value * 16 + digit
      count += 1
      index += 1
    }
    guard count > 0, isBraced ? skip("}") : count == 2, let scalar = Unicode.Scalar(value) else {
      throw PatternProblem(message: "bad hexadecimal escape")
    }
    return scalar
  }

  private mutating func characterClass() throws(PatternProblem) -> ScalarSet {
    var set = ScalarSet(isNegated: skip("^"), ignoresCase: ignoresCase)
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      if scalar == "[", try namedClass(into: &set) { continue }
      if scalar == "\\", index + 1 < scalars.count,
        let inner = ScalarSet.escape(scalars[index + 1])
      {
        index += 2
        set.ranges += inner.isNegated ? inner.complement : inner.ranges
        continue
      }
      let lower = try classScalar()
      var upper = lower
      if next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
        index += 1
        upper = try classScalar()
      }
      guard lower.value <= upper.value else { throw PatternProblem(message: "bad class range") }
      set.insert(lower.value, upper.value)
    }
    guard skip("]") else { throw PatternProblem(message: "missing ]") }
    return set
  }

  private mutating func classScalar() throws(PatternProblem) -> Unicode.Scalar {
    guard let scalar = next else { throw PatternProblem(message: "missing ]") }
    index += 1
    return scalar == "\\" ? try escapedScalar() : scalar
  }

  /// Reads `[:alpha:]` or `[:^alpha:]` where one begins.
  private mutating func namedClass(into set: inout ScalarSet) throws(PatternProblem) -> Bool {
    guard index + 1 < scalars.count, scalars[index + 1] == ":" else { return false }
    var place = index + 2
    var name = ""
    while place < scalars.count, scalars[place] != ":", scalars[place] != "]" {
      name.unicodeScalars.append(scalars[place])
      place += 1
    }
    guard place + 1 < scalars.count, scalars[place] == ":", scalars[place + 1] == "]" else {
      return false
    }
    let isNegated = name.utf8.first == 0x5E
    if isNegated { name.unicodeScalars.removeFirst() }
    guard let ranges = ScalarSet.named(name) else {
      throw PatternProblem(message: "unknown class name")
    }
    set.ranges += isNegated ? ScalarSet(ranges: ranges).complement : ranges
    index = place + 2
    return true
  }
}
