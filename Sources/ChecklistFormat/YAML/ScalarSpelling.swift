import Diagnostics

/// Reads a scalar's text a second time from the file, as libyaml does (YAML 1.1, chapter 9), and
/// keeps where each byte of the value came from.
struct ScalarSpelling {
  private let raw: [UInt8]
  private let end: Int
  private let style: YAMLNode.Style
  private var at: Int
  private var value: [UInt8] = []
  private var offsets: [Int] = []

  init(_ style: YAMLNode.Style, _ range: SourceRange, in source: SourceText) {
    self.style = style
    raw = source.bytes
    var end = min(range.upper, raw.count)
    var at = min(range.lower, end)
    if style == .singleQuoted || style == .doubleQuoted {
      at = min(at + 1, end)
      end = max(at, end - 1)
    }
    self.at = at
    self.end = end
  }

  /// For each byte of `text`, and for its end, the offset in the file; nil where the file does not
  /// spell that text.
  func offsets(of text: String) -> [Int]? {
    var copy = self
    switch style {
    case .plain, .singleQuoted, .doubleQuoted: copy.readFlow()
    case .literal, .folded: copy.readBlock(as: text)
    }
    guard copy.value.starts(with: text.utf8) else { return nil }
    let length = text.utf8.count
    let after = length < copy.offsets.count ? copy.offsets[length] : copy.at
    return Array(copy.offsets[..<length]) + [after]
  }

  private mutating func put(_ byte: UInt8, from offset: Int) {
    value.append(byte)
    offsets.append(offset)
  }

  private func isBlank(_ index: Int) -> Bool { raw[index] == 0x20 || raw[index] == 0x09 }

  /// The length of the line break at an index, 0 where there is none.
  private func breakLength(_ index: Int) -> Int {
    guard index < end else { return 0 }
    if raw[index] == 0x0A { return 1 }
    guard raw[index] == 0x0D else { return 0 }
    return index + 1 < end && raw[index + 1] == 0x0A ? 2 : 1
  }

  // MARK: Plain and quoted

  private mutating func readFlow() {
    while at < end {
      var isContinued = false
      while at < end, !isBlank(at), breakLength(at) == 0 {
        if style == .doubleQuoted, raw[at] == 0x5C, breakLength(at + 1) > 0 {
          at += 1 + breakLength(at + 1)
          isContinued = true
          break
        }
        readCharacter()
      }
      readWhiteSpace(afterEscapedBreak: isContinued)
    }
  }

  private mutating func readCharacter() {
    let start = at
    if style == .singleQuoted, raw[at] == 0x27 {
      put(0x27, from: start)
      at = min(at + 2, end)
    } else if style == .doubleQuoted, raw[at] == 0x5C, at + 1 < end {
      readEscape()
    } else {
      put(raw[at], from: start)
      at += 1
      while at < end, raw[at] & 0xC0 == 0x80 {
        put(raw[at], from: start)
        at += 1
      }
    }
  }

  private mutating func readEscape() {
    let start = at
    let letter = raw[at + 1]
    at += 2
    let digits: Int
    switch letter {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    case UInt8(ascii: "t"), 0x09: return put(0x09, from: start)
    case UInt8(ascii: "n"): return put(0x0A, from: start)
    case UInt8(ascii: "_"):
      put(0xC2, from: start)
      return put(0xA0, from: start)
    default: return put(letter, from: start)
    }
    let upper = min(at + digits, end)
    let scalar = UInt32(String(decoding: raw[at..<upper], as: UTF8.self), radix: 16)
      .flatMap(Unicode.Scalar.init)
    at = upper
    guard let scalar else { return }
    for byte in String(Character(scalar)).utf8 { put(byte, from: start) }
  }

  /// Spaces within a line stay; a line break becomes a space, blank lines become line breaks.
  private mutating func readWhiteSpace(afterEscapedBreak isContinued: Bool) {
    var spaces: [Int] = []
    var breaks: [Int] = []
    var firstBreak: Int?
    var hasBroken = isContinued
    while at < end {
      let length = breakLength(at)
      if length > 0 {
        if hasBroken { breaks.append(at) } else { firstBreak = at }
        hasBroken = true
        at += length
      } else if isBlank(at) {
        if !hasBroken { spaces.append(at) }
        at += 1
      } else {
        break
      }
    }
    guard hasBroken else {
      for offset in spaces { put(raw[offset], from: offset) }
      return
    }
    if breaks.isEmpty, let firstBreak { put(0x20, from: firstBreak) }
    for offset in breaks { put(0x0A, from: offset) }
  }

  // MARK: Blocks

  private mutating func readBlock(as text: String) {
    while at < end, breakLength(at) == 0 { at += 1 }
    at += breakLength(at)
    let indentation = blockIndentation(text)
    var leadingBreak: Int?
    var breaks: [Int] = []
    var wasBlank = false
    while at < end {
      var column = 0
      while at < end, column < indentation, raw[at] == 0x20 {
        at += 1
        column += 1
      }
      let length = breakLength(at)
      if length > 0 {
        breaks.append(at)
        at += length
        continue
      }
      // Less indented than the text and no blank line: the block has ended.
      guard at < end, column == indentation else { break }
      let isBlank = isBlank(at)
      if let lineBreak = leadingBreak {
        let folds = style == .folded && !wasBlank && !isBlank
        if !folds {
          put(0x0A, from: lineBreak)
        } else if breaks.isEmpty {
          put(0x20, from: lineBreak)
        }
      }
      for offset in breaks { put(0x0A, from: offset) }
      breaks = []
      wasBlank = isBlank
      while at < end, breakLength(at) == 0 {
        put(raw[at], from: at)
        at += 1
      }
      leadingBreak = breakLength(at) > 0 ? at : nil
      at += breakLength(at)
    }
    // What chomping leaves out is cut off by whoever compares with the value.
    if let leadingBreak { put(0x0A, from: leadingBreak) }
    for offset in breaks { put(0x0A, from: offset) }
  }

  /// The spaces before each line that are not part of the value: those of the first line that has
  /// more than spaces, less what the value keeps of them (where the author gave a number after |);
  /// where there is no such line, the same of the longest line.
  private func blockIndentation(_ text: String) -> Int {
    let written = spaces(raw[at..<end])
    let kept = spaces(text.utf8)
    if written.isOnlySpace, kept.count == 0 { return Int.max }
    return max(0, written.count - kept.count)
  }

  private func spaces(_ bytes: some Sequence<UInt8>) -> (count: Int, isOnlySpace: Bool) {
    var count = 0
    var longest = 0
    for byte in bytes {
      if byte == 0x0A || byte == 0x0D {
        count = 0
      } else if byte == 0x20 {
        count += 1
        longest = max(longest, count)
      } else {
        return (count, false)
      }
    }
    return (longest, true)
  }
}
