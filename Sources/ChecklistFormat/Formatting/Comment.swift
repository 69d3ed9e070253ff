import Diagnostics

/// A comment, as it stands in a file.
struct Comment: Sendable {
  /// From its `#` on, without spaces at the end.
  let text: String
  /// Where its `#` stands.
  let offset: Int
  /// The code points before it on its line.
  let column: Int
  /// Whether nothing else stands on its line.
  let isOnItsOwnLine: Bool
  /// Whether the line above it is blank.
  var hasBlankLineAbove: Bool
  /// The spaces that part it from what stands before it on its line.
  let distance: Int
  /// Further lines below a comment at the end of a line that begin in its column: it goes on there.
  var rest: [String] = []

  init(_ scan: SourceScan, at offset: Int) {
    var end = scan.endOfLine(offset)
    while end > offset, scan.isBlank(end - 1) { end -= 1 }
    var before = offset
    while before > scan.start, scan.isBlank(before - 1) { before -= 1 }
    let isPlain = before < offset && !scan.bytes[before..<offset].contains(0x09)
    text = scan.text(offset..<end)
    self.offset = offset
    column = scan.column(offset)
    isOnItsOwnLine = scan.isFirstOnLine(offset)
    hasBlankLineAbove = scan.hasBlankLineAbove(offset)
    distance = isPlain ? offset - before : 2
  }

  /// Whether the line below can continue the comment. Behind a dash or an opening bracket it cannot:
  /// comments on what follows begin in that column.
  private func canGoOn(in scan: SourceScan) -> Bool {
    var before = offset
    while before > scan.start, scan.isBlank(before - 1) { before -= 1 }
    guard !isOnItsOwnLine, before > scan.start else { return false }
    switch scan.bytes[before - 1] {
    case UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"): return false
    case UInt8(ascii: ":"): return before - 2 >= scan.start && !scan.isBlank(before - 2)
    default: return true
    }
  }

  /// The comments of a file in their order: every `#` that stands in no scalar.
  static func all(in scan: SourceScan, _ root: YAMLNode) -> [Comment] {
    var comments: [Comment] = []
    var at = scan.start
    // The line on which a comment at the end of a line could go on.
    var continuation: Int?
    func addComments(until limit: Int) {
      while at < limit {
        guard scan.bytes[at] == UInt8(ascii: "#") else {
          at += 1
          continue
        }
        let comment = Comment(scan, at: at)
        at = min(scan.endOfLine(at), limit)
        let isContinued =
          comment.isOnItsOwnLine && scan.startOfLine(comment.offset) == continuation
          && comment.column == comments.last?.column
        if isContinued {
          comments[comments.count - 1].rest.append(comment.text)
        } else {
          comments.append(comment)
        }
        continuation =
          isContinued || comment.canGoOn(in: scan) ? startOfNextLine(at) : nil
      }
    }
    func startOfNextLine(_ end: Int) -> Int {
      let isPair = scan.byte(end) == 0x0D && scan.byte(end + 1) == 0x0A
      return end + (isPair ? 2 : 1)
    }
    for solid in solidRanges(root, scan) where solid.lowerBound >= at {
      addComments(until: solid.lowerBound)
      at = max(at, solid.upperBound)
    }
    addComments(until: scan.bytes.count)
    return comments
  }

  /// The bytes of scalars in the order of the tree; what aliases stand for comes again.
  private static func solidRanges(_ node: YAMLNode, _ scan: SourceScan) -> [Range<Int>] {
    switch node.content {
    case .scalar: node.isUnwritten ? [] : [scan.solid(node)]
    case .sequence(let nodes): nodes.flatMap { solidRanges($0, scan) }
    case .mapping(let entries):
      entries.flatMap { solidRanges($0.key, scan) + solidRanges($0.value, scan) }
    }
  }
}
