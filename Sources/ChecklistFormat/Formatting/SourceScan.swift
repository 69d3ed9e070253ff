import Diagnostics

/// Walks the parts of a file that lie between its scalars: white space, comments, and the signs of
/// YAML's structure.
struct SourceScan {
  let bytes: [UInt8]

  init(_ source: SourceText) {
    bytes = source.bytes
  }

  /// Where the text begins, behind a byte order mark.
  var start: Int { bytes.starts(with: utf8ByteOrderMark) ? utf8ByteOrderMark.count : 0 }

  func byte(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func isBreak(_ offset: Int) -> Bool { bytes[offset] == 0x0A || bytes[offset] == 0x0D }

  func isBlank(_ offset: Int) -> Bool { bytes[offset] == 0x20 || bytes[offset] == 0x09 }

  /// The next byte that is neither white space nor part of a comment, or the end of the file.
  func token(from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count {
      if isBlank(offset) || isBreak(offset) {
        offset += 1
      } else if bytes[offset] == UInt8(ascii: "#") {
        offset = endOfLine(offset)
      } else {
        break
      }
    }
    return offset
  }

  /// The next byte inside brackets that belongs to a key or value.
  func flowToken(from offset: Int) -> Int {
    var next = token(from: offset)
    while byte(next) == UInt8(ascii: ",") { next = token(from: next + 1) }
    return next
  }

  /// The end of the line an offset stands in, without its break.
  func endOfLine(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, !isBreak(offset) { offset += 1 }
    return offset
  }

  /// The beginning of the line an offset stands in.
  func startOfLine(_ offset: Int) -> Int {
    var offset = min(offset, bytes.count)
    while offset > start, !isBreak(offset - 1) { offset -= 1 }
    return offset
  }

  /// The code points before an offset on its line.
  func column(_ offset: Int) -> Int {
    bytes[startOfLine(offset)..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// Whether only white space stands before an offset on its line.
  func isFirstOnLine(_ offset: Int) -> Bool {
    var index = offset
    while index > start, isBlank(index - 1) { index -= 1 }
    return index == start || isBreak(index - 1)
  }

  /// Whether an offset begins a line and the line above is blank.
  func hasBlankLineAbove(_ offset: Int) -> Bool {
    guard isFirstOnLine(offset) else { return false }
    var index = startOfLine(offset)
    guard index > start else { return false }
    index -= bytes[index - 1] == 0x0A && index - 1 > start && bytes[index - 2] == 0x0D ? 2 : 1
    while index > start, isBlank(index - 1) { index -= 1 }
    return index == start || isBreak(index - 1)
  }

  func hasBreak(in range: Range<Int>) -> Bool { range.contains(where: isBreak) }

  /// The end of the anchor or alias that begins at an offset: its sign and the name.
  func endOfName(_ offset: Int) -> Int {
    var offset = offset + 1
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        offset += 1
      default: return offset
      }
    }
    return offset
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether a line of its own marks the beginning (`---`) or end (`...`) of the document here.
  func isMarker(_ offset: Int, _ sign: UInt8) -> Bool {
    guard offset + 3 <= bytes.count, offset == startOfLine(offset) else { return false }
    guard bytes[offset..<offset + 3].allSatisfy({ $0 == sign }) else { return false }
    return offset + 3 == bytes.count || isBlank(offset + 3) || isBreak(offset + 3)
  }

  /// Where a scalar's own text begins, behind its anchor.
  func content(of node: YAMLNode) -> Int {
    let range = node.range
    guard range.upper > range.lower, bytes[range.lower] == UInt8(ascii: "&") else {
      return range.lower
    }
    return min(token(from: endOfName(range.lower)), range.upper)
  }

  /// The bytes of a scalar in which a `#` is no comment: all of a plain or quoted text, and the
  /// lines of a block below its header.
  func solid(_ node: YAMLNode) -> Range<Int> {
    let content = content(of: node)
    switch node.scalar?.style {
    case .literal, .folded: return min(endOfLine(content), node.range.upper)..<node.range.upper
    default: return content..<node.range.upper
    }
  }
}

extension YAMLNode {
  /// Whether nothing at all is written for the value.
  var isUnwritten: Bool { scalar?.style == .plain && range.lower == range.upper }

  /// Whether the node is written by an alias, given where reading has come to: what an alias stands
  /// for was written earlier.
  func isAlias(at offset: Int) -> Bool { range.lower < offset && range.lower < range.upper }
}
