import TestSupport

/// Writes random YAML documents in random styles, with a numbered comment wherever one may stand.
struct RandomYAML {
  private var random: SeededGenerator
  private var text = ""
  private(set) var commentCount = 0
  private var anchors: [String] = []
  private let usesAnchors: Bool
  private let usesTabs: Bool

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    usesAnchors = seed.isMultiple(of: 5)
    usesTabs = seed.isMultiple(of: 7)
  }

  /// A document of which the top is a mapping.
  mutating func document() -> String {
    ownLines()
    if chance(10) { text += chance(50) ? "---\n" : "--- \(comment())\n" }
    mapping(column: 0, depth: 0)
    ownLines()
    if chance(10) { text += "...\n" }
    if chance(20) { while text.last == "\n" { text.removeLast() } }
    if chance(15) { text = text.replacing("\n", with: "\r\n") }
    if chance(10) { text = "\u{FEFF}" + text }
    return text
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func spaces(_ range: ClosedRange<Int>) -> String {
    String(repeating: " ", count: Int.random(in: range, using: &random))
  }

  // MARK: Comments

  private mutating func comment() -> String {
    commentCount += 1
    return "#" + spaces(0...1) + "c\(commentCount);" + pick(["", " đ: [x", "  ", " \"#'"])
  }

  private mutating func ownLines() {
    while chance(30) {
      text += chance(40) ? spaces(0...2) + "\n" : spaces(0...9) + comment() + "\n"
    }
  }

  private mutating func endLine() {
    if chance(25) { text += (usesTabs && chance(30) ? "\t" : spaces(1...5)) + comment() }
    text += "\n"
  }

  // MARK: Blocks

  private mutating func mapping(column: Int, depth: Int, isCompact: Bool = false) {
    let names = [
      "soat", "id", "title", "area", "checks", "kind", "with", "of", "to", "vi", "en", "x y", "é",
      "\"q: #\"", "'s'", "weight", "1.5", "a#b",
    ]
    var isFirst = isCompact
    for name in names.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random)) {
      if !isFirst {
        ownLines()
        text += String(repeating: " ", count: column)
      }
      isFirst = false
      if chance(5) {
        text += "? \(name)"
        endLine()
        text += String(repeating: " ", count: column) + ":"
      } else {
        text += name + spaces(0...1) + ":"
      }
      value(column: column, depth: depth, isItem: false)
    }
  }

  private mutating func sequence(column: Int, depth: Int, isCompact: Bool = false) {
    var isFirst = isCompact
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      if !isFirst {
        ownLines()
        text += String(repeating: " ", count: column)
      }
      isFirst = false
      text += "-"
      value(column: column, depth: depth, isItem: true)
    }
  }

  /// A value behind a colon or dash, to the end of its last line.
  private mutating func value(column: Int, depth: Int, isItem: Bool) {
    let inner = column + Int.random(in: 1...4, using: &random)
    switch Int.random(in: 0..<(depth < 4 ? 14 : 9), using: &random) {
    case 0: endLine()
    case 1, 2:
      lineOrBelow(inner)
      text += anchor() + scalar()
      endLine()
    case 3:
      lineOrBelow(inner)
      text += anchor() + longScalar(inner)
      endLine()
    case 4, 5: block(inner)
    case 6, 7, 8:
      lineOrBelow(inner)
      text += anchor()
      flow(inner, depth: depth, isOneLine: chance(60))
      endLine()
    case 9, 10:
      if isItem, chance(60) {
        text += " "
        return mapping(column: column + 2, depth: depth + 1, isCompact: true)
      }
      below()
      mapping(column: inner, depth: depth + 1)
    case 11:
      below()
      mapping(column: inner, depth: depth + 1)
    default:
      if isItem, chance(60) {
        text += " "
        return sequence(column: column + 2, depth: depth + 1, isCompact: true)
      }
      below()
      sequence(column: isItem || chance(60) ? inner : column, depth: depth + 1)
    }
  }

  private mutating func below() {
    if usesAnchors, chance(20) { text += " " + newAnchor() }
    endLine()
    ownLines()
  }

  private mutating func lineOrBelow(_ column: Int) {
    guard chance(15) else {
      text += spaces(1...3)
      return
    }
    endLine()
    ownLines()
    text += String(repeating: " ", count: column)
  }

  private mutating func newAnchor() -> String {
    let name = "n\(anchors.count)"
    anchors.append(name)
    return "&" + name
  }

  private mutating func anchor() -> String {
    usesAnchors && chance(20) ? newAnchor() + spaces(1...2) : ""
  }

  // MARK: Scalars

  private mutating func scalar() -> String {
    pick([
      "a", "1.431", "30.000.000 đồng", "95%", "~", "true", "2024-11-10",
      "x: y".replacing(": ", with: ":"),
      "\"1,5\"", "'it''s # no comment'", "\"a\\t\\\"b: #\"", "e\u{302}\u{301}", "http://x/#y",
      "\"\"",
    ])
  }

  private mutating func longScalar(_ column: Int) -> String {
    let indent = String(repeating: " ", count: column)
    let gap =
      pick([" ", "", "  "]) + "\n" + pick(["", "\n", " \n\n"]) + indent + pick(["", " ", "   "])
    return pick([
      "one" + gap + "two", "\"one #" + gap + "two\"", "'one" + gap + "two # x'",
      "\"one\\" + gap + "\\ two\\ " + gap + "three\"",
    ])
  }

  private mutating func block(_ column: Int) {
    let indent = String(repeating: " ", count: column)
    text += " " + anchor() + pick(["|", ">"]) + pick(["", "-", "+"])
    if chance(20) { text += " " + comment() }
    text += "\n"
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      text += indent + pick(["text", "# no comment", "two  ", "- a: b", "ế"]) + "\n"
      if chance(30) { text += indent + "   more\n" }
      if chance(30) { text += pick(["", " ", indent]) + "\n" }
    }
    if chance(20) { text += "\n\n" }
  }

  // MARK: Brackets

  private mutating func flow(_ column: Int, depth: Int, isOneLine: Bool) {
    let isMapping = chance(50)
    text += isMapping ? "{" : "["
    flowGap(column, isOneLine)
    for index in 0..<Int.random(in: 0...4, using: &random) {
      if index > 0 {
        text += ","
        flowGap(column, isOneLine)
      }
      if isMapping || chance(10) {
        text += pick(["id", "of", "to", "vi", "en", "x y "]) + (isMapping ? "\(index)" : "")
        if isMapping, chance(15) { continue }
        text += ": "
      }
      if depth < 4, chance(25) {
        flow(column, depth: depth + 1, isOneLine: isOneLine || chance(50))
      } else {
        text += anchor() + flowScalar()
      }
      flowGap(column, isOneLine)
    }
    text += isMapping ? "}" : "]"
  }

  private mutating func flowScalar() -> String {
    if usesAnchors, chance(10), let name = anchors.randomElement(using: &random) {
      return "*" + name + " "
    }
    return pick(["a", "1.431", "95%", "\"a, b\"", "'c'", "x y", "\"#\"", "true"])
  }

  private mutating func flowGap(_ column: Int, _ isOneLine: Bool) {
    guard !isOneLine, chance(60) else {
      text += spaces(0...2)
      return
    }
    text += spaces(1...1)
    endLine()
    ownLines()
    text += String(repeating: " ", count: column)
  }
}
