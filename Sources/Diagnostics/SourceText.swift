/// A range of a source text, in UTF-8 bytes from its beginning.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var lower: Int
  /// The offset just past the last byte; equal to `lower` for an empty range.
  public var upper: Int

  /// Creates a range; an `upper` before `lower` counts as `lower`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }

  /// The range moved by a number of bytes.
  public func shifted(by bytes: Int) -> SourceRange {
    SourceRange(lower + bytes, upper + bytes)
  }
}

/// A line and a column, both counted from 1; the column counts Unicode code points.
public struct SourcePosition: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in code points, from 1.
  public var column: Int

  /// Creates a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A text that diagnostics point into: its bytes, its name, and where its lines begin.
public struct SourceText: Sendable {
  /// What the text is called in a message: a path as the user gave it, or `<expression>`.
  public let name: String
  /// The text as UTF-8.
  public let bytes: [UInt8]
  private let lineStarts: [Int]

  /// Indexes the lines of `text`; lines end at LF, CRLF or CR.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// Indexes the lines of UTF-8 `bytes`; lines end at LF, CRLF or CR.
  public init(name: String, bytes: [UInt8]) {
    var starts = [0]
    // Every file is walked here; through the buffer, no step asks whether it is inside.
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte > 0x0D { continue }
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        if byte == 0x0A || byte == 0x0D { starts.append(index) }
      }
    }
    self.name = name
    self.bytes = bytes
    self.lineStarts = starts
  }

  /// The number of lines; an empty text has one.
  public var lineCount: Int { lineStarts.count }

  /// The whole text; bytes that are no UTF-8 read as U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a range, clipped to the source.
  public func text(of range: SourceRange) -> String {
    let lower = min(max(range.lower, 0), bytes.count)
    let upper = min(max(range.upper, lower), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// The line and column of a byte offset, clipped to the source.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    for byte in bytes[lineStarts[low]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return SourcePosition(line: low + 1, column: column)
  }

  /// The byte offset of a line and a column (both from 1), clipped to that line.
  public func offset(of position: SourcePosition) -> Int {
    guard position.line >= 1 else { return 0 }
    guard position.line <= lineStarts.count else { return bytes.count }
    let range = lineRange(position.line)
    var offset = range.lower
    var column = 1
    while offset < range.upper, column < position.column {
      offset += 1
      while offset < range.upper, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// The bytes of a line (from 1) without its line ending.
  public func lineRange(_ line: Int) -> SourceRange {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return SourceRange(start, end)
  }
}
