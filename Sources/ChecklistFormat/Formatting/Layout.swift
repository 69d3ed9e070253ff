import Diagnostics

/// Brings a document's values into order and gives each comment to the value it belongs to.
///
/// It walks the tree and the file side by side. Comments are taken strictly in their order, so that
/// none is lost or taken twice, whatever stands between the values.
struct Layout {
  let scan: SourceScan
  private let comments: [Comment]
  private var nextComment = 0
  /// The end of what was read last.
  private(set) var at: Int

  init(_ scan: SourceScan, comments: [Comment]) {
    self.scan = scan
    self.comments = comments
    at = scan.start
  }

  /// The layout of a whole file.
  mutating func document(_ root: YAMLNode, _ order: KeyOrder) -> LaidDocument {
    var document = LaidDocument()
    let order = Layout.usesAliases(root, scan) ? .none : order
    readHeader(&document, root)
    let start = scan.token(from: at)
    document.root.before = take(until: start)
    document.root.hasBlankLineAbove = scan.hasBlankLineAbove(start)
    let opening = document.root.before
    document.root.before = []
    if let own = ownComments(opening, document.root.hasBlankLineAbove) {
      header(&document, opening[..<own.lowerBound])
      document.hasBlankLineAfterHeader = own.lowerBound > 0
      nextComment -= opening.count - own.lowerBound
    } else {
      header(&document, opening[...])
      document.hasBlankLineAfterHeader =
        document.root.hasBlankLineAbove && !document.header.isEmpty
    }
    readValue(root, column: -1, order, into: &document.root)
    document.closing = take(until: scan.bytes.count)
    return document
  }

  // MARK: The beginning of a file

  private mutating func readHeader(_ document: inout LaidDocument, _ root: YAMLNode) {
    while true {
      let next = scan.token(from: at)
      let isDirective = scan.byte(next) == UInt8(ascii: "%") && next == scan.startOfLine(next)
      let isMarker = scan.isMarker(next, UInt8(ascii: "-"))
      guard isDirective || isMarker else { return }
      header(&document, take(until: next)[...])
      let end = isMarker ? next + 3 : directiveEnd(next)
      document.header.append(
        HeaderLine(
          text: scan.text(next..<end), hasBlankLineAbove: scan.hasBlankLineAbove(next)))
      at = end
      if isMarker { return }
    }
  }

  private func directiveEnd(_ offset: Int) -> Int {
    let line = scan.endOfLine(offset)
    let comment = comments.first { $0.offset > offset }?.offset ?? line
    var end = min(line, comment)
    while scan.isBlank(end - 1) { end -= 1 }
    return end
  }

  private func header(_ document: inout LaidDocument, _ comments: ArraySlice<Comment>) {
    for comment in comments {
      document.header.append(
        HeaderLine(text: comment.text, hasBlankLineAbove: comment.hasBlankLineAbove))
      for line in comment.rest {
        document.header.append(HeaderLine(text: line, hasBlankLineAbove: false))
      }
    }
  }

  /// Which of the comments above the first value belong to that value rather than to the file:
  /// those after the last blank line. Nil where there is none such.
  private func ownComments(_ comments: [Comment], _ isParted: Bool) -> Range<Int>? {
    guard !isParted else { return nil }
    guard let first = comments.lastIndex(where: \.hasBlankLineAbove), first > 0 else { return nil }
    return first..<comments.count
  }

  // MARK: Comments

  private mutating func take(until limit: Int) -> [Comment] {
    take { $0.offset < limit }
  }

  private mutating func take(while isTaken: (Comment) -> Bool) -> [Comment] {
    let first = nextComment
    while nextComment < comments.count, isTaken(comments[nextComment]) { nextComment += 1 }
    return Array(comments[first..<nextComment])
  }

  /// The comment that follows on the same line, with nothing but white space between; inside
  /// brackets a comma may stand between.
  private mutating func trailing(isFlow: Bool) -> Comment? {
    guard nextComment < comments.count else { return nil }
    let comment = comments[nextComment]
    guard !comment.isOnItsOwnLine, comment.offset >= at else { return nil }
    for offset in at..<comment.offset {
      let isComma = isFlow && scan.bytes[offset] == UInt8(ascii: ",")
      guard scan.isBlank(offset) || isComma else { return nil }
    }
    nextComment += 1
    return comment
  }

  // MARK: Values

  /// Reads the value that follows a key or dash in a block with that column.
  private mutating func readValue(
    _ node: YAMLNode, column: Int, _ order: KeyOrder, into entry: inout LaidEntry
  ) {
    entry.head = trailing(isFlow: false)
    let start = scan.token(from: at)
    if node.isUnwritten {
      // What is further in than the key stands in the place of its value.
      entry.between = take {
        $0.isOnItsOwnLine && $0.column > column && $0.offset < start && column >= 0
      }
    } else if node.scalar != nil || node.isAlias(at: start) {
      entry.between += take(until: node.isAlias(at: start) ? start : scan.content(of: node))
      let scalar = readScalar(node)
      entry.value = .scalar(scalar)
      if case .block = scalar.form {
        entry.after = take(until: at).first
      } else {
        entry.after = trailing(isFlow: false)
      }
    } else {
      readCollection(node, start, parent: column, order, into: &entry)
    }
  }

  private mutating func readCollection(
    _ node: YAMLNode, _ start: Int, parent: Int, _ order: KeyOrder, into entry: inout LaidEntry
  ) {
    var anchor: String?
    if let end = anchorEnd(node, start) {
      anchor = scan.text(start..<end)
      entry.between += take(until: start)
      at = end
      if entry.head == nil, entry.between.isEmpty { entry.head = trailing(isFlow: false) }
    }
    let first = scan.token(from: at)
    if scan.byte(first) == UInt8(ascii: "[") || scan.byte(first) == UInt8(ascii: "{") {
      entry.between += take(until: first)
      var flow = flow(node, order)
      flow.anchor = anchor
      entry.value = .flow(flow)
      entry.after = trailing(isFlow: false)
      return
    }
    var block = block(node, parent: parent, order)
    block.anchor = anchor
    entry.value = .block(block)
  }

  /// The end of a collection's own anchor. In `&a key: value` the anchor is the key's.
  private func anchorEnd(_ node: YAMLNode, _ start: Int) -> Int? {
    guard scan.byte(start) == UInt8(ascii: "&") else { return nil }
    if case .mapping(let entries) = node.content, let key = entries.first?.key,
      key.range.lower == start
    {
      return nil
    }
    return scan.endOfName(start)
  }

  private mutating func readScalar(_ node: YAMLNode) -> LaidScalar {
    let start = scan.token(from: at)
    if node.isAlias(at: start) {
      at = scan.endOfName(start)
      return LaidScalar(alias: scan.text(start..<at))
    }
    guard !node.isUnwritten else { return LaidScalar(node, in: scan) }
    let scalar = LaidScalar(node, in: scan)
    at = node.range.upper
    return scalar
  }

  // MARK: Blocks

  private mutating func block(_ node: YAMLNode, parent: Int, _ order: KeyOrder) -> LaidBlock {
    let column = scan.column(scan.token(from: at))
    var block = LaidBlock()
    switch node.content {
    case .scalar: break
    case .sequence(let nodes):
      let item = order.item
      for node in nodes {
        var entry = opened(scan.token(from: at))
        at += 1
        readValue(node, column: column, item, into: &entry)
        entry.hoist()
        block.entries.append(entry)
      }
    case .mapping(let written):
      let keys = order.mapping(written)
      var entries: [(key: YAMLNode, entry: LaidEntry)] = []
      for pair in written {
        var entry = opened(scan.token(from: at))
        readKey(pair.key, into: &entry)
        readValue(pair.value, column: column, keys.value(of: pair.key), into: &entry)
        entries.append((pair.key, entry))
      }
      block.entries = keys.sorted(entries)
    }
    block.closing = closing(column: column, parent: parent)
    return block
  }

  /// An entry that begins at an offset, with what stands above it.
  private mutating func opened(_ start: Int) -> LaidEntry {
    var entry = LaidEntry()
    entry.before = take(until: start)
    entry.hasBlankLineAbove = scan.hasBlankLineAbove(start)
    at = start
    return entry
  }

  private mutating func readKey(_ key: YAMLNode, into entry: inout LaidEntry) {
    let isExplicit =
      scan.byte(at) == UInt8(ascii: "?") && (key.isUnwritten || key.range.lower != at)
    if isExplicit { at += 1 }
    entry.key = readScalar(key)
    let colon = scan.token(from: at)
    guard scan.byte(colon) == UInt8(ascii: ":") else { return }
    entry.before += take(until: colon)
    at = colon + 1
  }

  /// The comments at the end of a block: those further in than what follows it, and as far in as
  /// the block. Blocks inside have taken theirs already.
  private mutating func closing(column: Int, parent: Int) -> [Comment] {
    let next = scan.token(from: at)
    let isEnd = next >= scan.bytes.count || scan.isMarker(next, UInt8(ascii: "."))
    let following = isEnd ? -1 : scan.column(next)
    return take {
      // A list in the column of its key leaves that column to the mapping that holds the key.
      $0.isOnItsOwnLine && $0.offset < next && $0.column > max(following, parent)
        && $0.column >= column
    }
  }

  // MARK: Brackets

  private mutating func flow(_ node: YAMLNode, _ order: KeyOrder) -> LaidFlow {
    let start = scan.token(from: at)
    let sign = scan.byte(start)
    // `[a: b]` holds a mapping of one key without braces.
    let isBracketed = sign == UInt8(ascii: "[") || sign == UInt8(ascii: "{")
    var flow = LaidFlow()
    if isBracketed {
      at = start + 1
      flow.opening = trailing(isFlow: false)
    }
    switch node.content {
    case .scalar: break
    case .sequence(let nodes):
      for node in nodes { flow.entries.append(flowEntry(nil, node, order.item)) }
    case .mapping(let written):
      flow.isMapping = true
      let keys = order.mapping(written)
      flow.entries = keys.sorted(
        written.map { pair in
          (pair.key, flowEntry(pair.key, pair.value, keys.value(of: pair.key)))
        })
    }
    if isBracketed {
      flow.closing = take(until: node.range.upper)
      at = node.range.upper
    }
    let isEmpty = flow.entries.isEmpty && flow.closing.isEmpty && flow.opening == nil
    let hasComments = flow.entries.contains { !$0.before.isEmpty || $0.after != nil }
    flow.isOneLine = isEmpty || !hasComments && !scan.hasBreak(in: start..<at)
    return flow
  }

  private mutating func flowEntry(
    _ key: YAMLNode?, _ value: YAMLNode, _ order: KeyOrder
  ) -> LaidEntry {
    var entry = opened(scan.flowToken(from: at))
    if let key { readKey(key, into: &entry) }
    let start = value.isUnwritten ? at : scan.flowToken(from: at)
    // Between a key and its value no line is kept: what is said there moves above both.
    entry.before += take(until: start)
    if value.isUnwritten {
      entry.value = .nothing
    } else if value.scalar != nil || value.isAlias(at: start) {
      if !value.isAlias(at: start) { entry.before += take(until: scan.content(of: value)) }
      entry.value = .scalar(readScalar(value))
    } else {
      var anchor: String?
      if let end = anchorEnd(value, start) {
        anchor = scan.text(start..<end)
        at = end
        entry.before += take(until: scan.token(from: at))
      }
      var flow = flow(value, order)
      flow.anchor = anchor
      entry.value = .flow(flow)
    }
    entry.after = trailing(isFlow: true)
    return entry
  }

  /// Whether the file uses aliases: then keys stay where they are, since an alias must come after
  /// what it stands for.
  private static func usesAliases(_ root: YAMLNode, _ scan: SourceScan) -> Bool {
    var at = 0
    func isUsed(_ node: YAMLNode) -> Bool {
      if node.isAlias(at: at) { return true }
      at = max(at, node.range.lower)
      switch node.content {
      case .scalar: return false
      case .sequence(let nodes): return nodes.contains(where: isUsed)
      case .mapping(let entries):
        return entries.contains { isUsed($0.key) || isUsed($0.value) }
      }
    }
    return isUsed(root)
  }
}

extension LaidEntry {
  /// Moves the comments above the first entry of an item above its dash, so that the entry can
  /// stand behind the dash.
  fileprivate mutating func hoist() {
    guard head == nil, between.isEmpty, case .block(var block) = value, block.anchor == nil,
      var first = block.entries.first?.before, !first.isEmpty
    else { return }
    let hadBlankLine = hasBlankLineAbove
    hasBlankLineAbove = block.entries[0].hasBlankLineAbove
    if hadBlankLine { first[0].hasBlankLineAbove = true }
    before += first
    block.entries[0].before = []
    value = .block(block)
  }
}
