import Diagnostics

/// A scalar's text as written, freed from the indentation it stood in.
struct LaidScalar {
  enum Form {
    /// Plain or quoted; lines after the first may be indented at will.
    case flow
    /// `|` or `>` with what stands behind it; the lines come below.
    case block(header: String, keepsBreaks: Bool)
    /// `*name`.
    case alias
  }

  var anchor: String?
  let form: Form
  let lines: [String]

  /// Whether it can stand before a colon as it is: YAML asks for one line of at most 1024
  /// characters.
  var isSimpleKey: Bool {
    if case .block = form { return false }
    return lines.count <= 1 && (lines.first?.utf8.count ?? 0) + (anchor?.utf8.count ?? 0) < 1000
  }

  /// An alias, from its `*` to the end of its name.
  init(alias: String) {
    form = .alias
    lines = [alias]
  }

  init(_ node: YAMLNode, in scan: SourceScan) {
    let content = scan.content(of: node)
    let lower = node.range.lower
    if content > lower { anchor = scan.text(lower..<scan.endOfName(lower)) }
    let style = node.scalar?.style ?? .plain
    let raw = scan.bytes[content..<node.range.upper]
    switch style {
    case .plain, .singleQuoted, .doubleQuoted:
      form = .flow
      lines = LaidScalar.flowLines(raw, style)
    case .literal, .folded:
      let value = Array((node.written ?? node.scalar?.text ?? "").utf8)
      let block = BlockText(raw, value: value)
      form = .block(header: block.header, keepsBreaks: block.keepsBreaks)
      lines = block.lines
    }
  }

  /// The lines of a plain or quoted text. White space around a line break in it is no content,
  /// unless a backslash says so.
  private static func flowLines(_ raw: ArraySlice<UInt8>, _ style: YAMLNode.Style) -> [String] {
    let lines = splitLines(raw)
    return lines.enumerated().map { index, line in
      var line = line
      if index > 0 { line = line.drop(while: isBlank) }
      if index < lines.count - 1 {
        let whole = line
        while let last = line.last, isBlank(last) { line.removeLast() }
        let backslashes = line.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
        if style == .doubleQuoted, !backslashes.isMultiple(of: 2), line.endIndex < whole.endIndex {
          line = whole[line.startIndex...line.endIndex]
        }
      }
      return String(decoding: line, as: UTF8.self)
    }
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// Lines without their breaks, LF, CRLF or CR; what follows the last break is the last line.
private func splitLines(_ raw: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = raw.startIndex
  var index = start
  while index < raw.endIndex {
    guard raw[index] == 0x0A || raw[index] == 0x0D else {
      index += 1
      continue
    }
    lines.append(raw[start..<index])
    let isPair = raw[index] == 0x0D && index + 1 < raw.endIndex && raw[index + 1] == 0x0A
    index += isPair ? 2 : 1
    start = index
  }
  lines.append(raw[start...])
  return lines
}

/// A text after `|` or `>`.
private struct BlockText {
  var header: String
  var keepsBreaks = false
  var lines: [String] = []

  init(_ raw: ArraySlice<UInt8>, value: [UInt8]) {
    var parts = splitLines(raw)
    let head = parts.removeFirst()
    // A block ends with a line break; what stands behind it belongs to what comes next.
    if parts.last?.isEmpty == true { parts.removeLast() }
    let signs = head.prefix { !isBlank($0) }
    header = String(decoding: signs.prefix(1), as: UTF8.self)
    // Text is always two spaces further in than what holds it.
    if signs.contains(where: { (0x31...0x39).contains($0) }) { header += "2" }
    keepsBreaks = signs.contains(UInt8(ascii: "+"))
    let indentation = BlockText.indentation(parts, value: value)
    lines = parts.map { line in
      let isEmpty = line.allSatisfy { $0 == 0x20 } && line.count <= indentation
      return isEmpty ? "" : String(decoding: line.dropFirst(indentation), as: UTF8.self)
    }
    if !keepsBreaks { while lines.last?.isEmpty == true { lines.removeLast() } }
    // The file ended within the last line: the break that is written now must not become content.
    let endsWithoutBreak = value.last.map { $0 != 0x0A } ?? false
    if endsWithoutBreak || signs.contains(UInt8(ascii: "-")) {
      header += "-"
      keepsBreaks = false
    } else if keepsBreaks {
      header += "+"
    }
  }

  /// The spaces before each line that are not content: those before the first text, less what the
  /// value keeps of them, where the author gave their number in the header.
  private static func indentation(_ lines: [ArraySlice<UInt8>], value: [UInt8]) -> Int {
    let written = leadingSpaces(lines)
    let kept = leadingSpaces(splitLines(value[...]))
    if written.isOnlySpaces, kept.count == 0 { return Int.max }
    return max(0, written.count - kept.count)
  }

  private static func leadingSpaces(
    _ lines: [ArraySlice<UInt8>]
  ) -> (count: Int, isOnlySpaces: Bool) {
    var longest = 0
    for line in lines {
      let count = line.prefix { $0 == 0x20 }.count
      guard count == line.count else { return (count, false) }
      longest = max(longest, count)
    }
    return (longest, true)
  }
}
