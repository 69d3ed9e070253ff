/// Writes a laid-out document: two spaces a level, lists further in than their key, at most one
/// blank line in a row.
struct LayoutWriter {
  private var out: [UInt8] = []
  /// Whether nothing was written yet of a block, so that a blank line would stand at its top.
  private var isAtTop = true
  /// Whether the last lines are a text that a blank line would add to, or whose own last line looks
  /// like one.
  private var endsInKeptBreaks = false

  /// The text of a document.
  static func text(_ document: LaidDocument) -> [UInt8] {
    var writer = LayoutWriter()
    writer.write(document)
    return writer.out
  }

  private mutating func write(_ document: LaidDocument) {
    for line in document.header {
      if line.hasBlankLineAbove { blankLine() }
      put(line.text)
      endLine()
    }
    if document.hasBlankLineAfterHeader {
      blankLine()
      isAtTop = true
    }
    let root = document.root
    ownLines(root.between, 0)
    switch root.value {
    case .nothing: break
    case .scalar(let scalar):
      write(scalar, 2, after: root.after)
    case .flow(let flow):
      write(flow, 0)
      endLine(root.after)
    case .block(let block):
      if let anchor = block.anchor {
        put(anchor)
        endLine(root.head)
        isAtTop = true
      }
      write(block, 0)
    }
    ownLines(document.closing, 0)
  }

  // MARK: Lines

  private mutating func put(_ text: String) { out += text.utf8 }

  private mutating func indent(_ column: Int) {
    out += repeatElement(0x20, count: column)
  }

  private mutating func blankLine() {
    if !isAtTop, !endsInKeptBreaks { out.append(0x0A) }
    isAtTop = true
  }

  /// Ends a line, with a comment where there is one.
  private mutating func endLine(_ comment: Comment? = nil) {
    if let comment {
      indent(max(1, comment.distance))
      let start = out.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let column = out[start...].count { $0 & 0xC0 != 0x80 }
      put(comment.text)
      for line in comment.rest {
        out.append(0x0A)
        indent(column)
        put(line)
      }
    }
    out.append(0x0A)
    isAtTop = false
    endsInKeptBreaks = false
  }

  /// Comments on lines of their own.
  private mutating func ownLines(_ comments: [Comment], _ column: Int) {
    for comment in comments {
      if comment.hasBlankLineAbove { blankLine() }
      for line in [comment.text] + comment.rest {
        indent(column)
        put(line)
        endLine()
      }
    }
  }

  // MARK: Blocks

  /// The entries of a block; the first of a compact one goes on behind a dash.
  private mutating func write(_ block: LaidBlock, _ column: Int, isCompact: Bool = false) {
    for (index, entry) in block.entries.enumerated() {
      if index > 0 || !isCompact {
        ownLines(entry.before, column)
        if entry.hasBlankLineAbove { blankLine() }
        indent(column)
      }
      write(entry, column)
    }
    ownLines(block.closing, column)
  }

  private mutating func write(_ entry: LaidEntry, _ column: Int) {
    guard let key = entry.key else {
      put("-")
      return writeValue(entry, column, isItem: true)
    }
    guard key.isSimpleKey else {
      put("? ")
      write(key, column + 2, after: nil)
      indent(column)
      put(":")
      return writeValue(entry, column, isItem: true)
    }
    write(simpleKey: key)
    writeValue(entry, column, isItem: false)
  }

  private mutating func write(simpleKey key: LaidScalar) {
    if let anchor = key.anchor { put(anchor + " ") }
    put(key.lines.first ?? "")
    if case .alias = key.form { put(" ") }
    if key.anchor != nil, key.lines.first?.isEmpty ?? true { put(" ") }
    put(":")
  }

  /// The value behind a key's colon or a dash.
  private mutating func writeValue(_ entry: LaidEntry, _ column: Int, isItem: Bool) {
    let isInterrupted = entry.head != nil || !entry.between.isEmpty
    switch entry.value {
    case .nothing:
      endLine(entry.head)
      isAtTop = true
      ownLines(entry.between, column + 2)
      isAtTop = false
    case .scalar(let scalar):
      goOn(isInterrupted, entry, column)
      write(scalar, column + 2, after: entry.after)
    case .flow(let flow):
      goOn(isInterrupted || !isItem && !flow.isOneLine, entry, column)
      write(flow, column + 2)
      endLine(entry.after)
    case .block(let block):
      if let anchor = block.anchor { put(" " + anchor) }
      let hasRoom = isItem && !isInterrupted && block.anchor == nil
      if hasRoom, block.entries.first?.before.isEmpty ?? false {
        put(" ")
        return write(block, column + 2, isCompact: true)
      }
      endLine(entry.head)
      isAtTop = true
      ownLines(entry.between, column + 2)
      write(block, column + 2)
    }
  }

  /// Goes on behind a key or dash, or on a line of its own below.
  private mutating func goOn(_ isBelow: Bool, _ entry: LaidEntry, _ column: Int) {
    guard isBelow else { return put(" ") }
    endLine(entry.head)
    isAtTop = true
    ownLines(entry.between, column + 2)
    indent(column + 2)
  }

  // MARK: Scalars

  /// A scalar to the end of its last line, what comes below its first in a column.
  private mutating func write(_ scalar: LaidScalar, _ column: Int, after: Comment?) {
    if let anchor = scalar.anchor { put(anchor) }
    guard case .block(let header, let keepsBreaks) = scalar.form else {
      if scalar.anchor != nil, scalar.lines.first?.isEmpty == false { put(" ") }
      write(lines: scalar.lines, column)
      return endLine(after)
    }
    if scalar.anchor != nil { put(" ") }
    put(header)
    endLine(after)
    for line in scalar.lines {
      if !line.isEmpty { indent(column) }
      put(line)
      endLine()
    }
    endsInKeptBreaks = keepsBreaks || scalar.lines.last?.allSatisfy { $0 == " " } ?? false
  }

  private mutating func write(lines: [String], _ column: Int) {
    for (index, line) in lines.enumerated() {
      if index > 0 {
        out.append(0x0A)
        if !line.isEmpty { indent(column) }
      }
      put(line)
    }
  }

  // MARK: Brackets

  private mutating func write(_ flow: LaidFlow, _ column: Int) {
    if let anchor = flow.anchor { put(anchor + " ") }
    put(flow.isMapping ? "{" : "[")
    if flow.isOneLine {
      writeOneLine(flow, column)
    } else {
      endLine(flow.opening)
      isAtTop = true
      for entry in flow.entries {
        ownLines(entry.before, column + 2)
        if entry.hasBlankLineAbove { blankLine() }
        indent(column + 2)
        write(flowEntry: entry, column + 2)
        put(",")
        endLine(entry.after)
      }
      ownLines(flow.closing, column + 2)
      indent(column)
    }
    put(flow.isMapping ? "}" : "]")
  }

  private mutating func writeOneLine(_ flow: LaidFlow, _ column: Int) {
    let space = flow.isMapping && !flow.entries.isEmpty ? " " : ""
    put(space)
    for (index, entry) in flow.entries.enumerated() {
      if index > 0 { put(", ") }
      write(flowEntry: entry, column)
    }
    put(space)
  }

  private mutating func write(flowEntry entry: LaidEntry, _ column: Int) {
    if let key = entry.key {
      if key.isSimpleKey {
        write(flowKey: key, hasValue: !entry.value.isNothing)
      } else {
        // A key over several lines needs its mark only where a value follows.
        if !entry.value.isNothing { put("? ") }
        if let anchor = key.anchor { put(anchor + " ") }
        write(lines: key.lines, column + 2)
        if !entry.value.isNothing { put(" :") }
      }
      if !entry.value.isNothing { put(" ") }
    }
    switch entry.value {
    case .nothing: break
    case .scalar(let scalar):
      if let anchor = scalar.anchor {
        put(anchor)
        if scalar.lines.first?.isEmpty == false { put(" ") }
      }
      write(lines: scalar.lines, column + 2)
    case .flow(let flow): write(flow, column)
    case .block: break
    }
  }

  /// A key in brackets; one without a value needs no colon.
  private mutating func write(flowKey key: LaidScalar, hasValue: Bool) {
    guard !hasValue, key.lines.first?.isEmpty == false else { return write(simpleKey: key) }
    if let anchor = key.anchor { put(anchor + " ") }
    put(key.lines[0])
  }
}

extension LaidValue {
  fileprivate var isNothing: Bool {
    if case .nothing = self { return true }
    return false
  }
}
