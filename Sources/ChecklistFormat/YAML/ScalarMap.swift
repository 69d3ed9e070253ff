import Diagnostics

/// Where each byte of a scalar's value was written, so that a mistake inside an expression is
/// shown at its own column: quotes, escapes, folded lines, block indentation and letters that were
/// typed as several code points are followed.
struct ScalarMap {
  /// For each UTF-8 byte of the value, and for its end, the offset in the file.
  private let offsets: [Int]
  private let end: Int

  init(_ node: YAMLNode, in source: SourceText) {
    end = source.bytes.count
    guard let (text, style) = node.scalar else {
      offsets = [node.range.lower]
      return
    }
    let written = node.written ?? text
    let spelling = ScalarSpelling(style, node.range, in: source)
    guard let read = spelling.offsets(of: written) else {
      // Cannot be, as far as is known: better to point at the whole scalar than somewhere in it.
      offsets = [Int](repeating: node.range.lower, count: text.utf8.count) + [node.range.upper]
      return
    }
    offsets = node.written == nil ? read : ScalarMap.follow(read, from: written, to: text)
  }

  /// The range in the file of a range in the value, clipped to the file.
  func range(of inner: SourceRange) -> SourceRange {
    let last = offsets.count - 1
    let lower = min(offsets[min(max(inner.lower, 0), last)], end)
    guard inner.upper > inner.lower else { return SourceRange(lower, lower) }
    let lastByte = offsets[min(max(inner.upper - 1, 0), last)]
    let upper = max(offsets[min(inner.upper, last)], lastByte + 1)
    return SourceRange(lower, min(upper, end))
  }

  /// The offsets of a composed text, from those of the text as written: composing changes the
  /// bytes of a character, never where characters begin.
  private static func follow(_ offsets: [Int], from written: String, to text: String) -> [Int] {
    var followed: [Int] = []
    followed.reserveCapacity(text.utf8.count + 1)
    var start = 0
    var characters = written.makeIterator()
    for character in text {
      for _ in 0..<character.utf8.count { followed.append(offsets[min(start, offsets.count - 1)]) }
      start += characters.next()?.utf8.count ?? 0
    }
    followed.append(offsets[offsets.count - 1])
    return followed
  }
}
