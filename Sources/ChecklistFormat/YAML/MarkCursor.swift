/// Turns libyaml's marks, which count code points, into byte offsets.
///
/// The marks of successive events lie close together, so the cursor walks from one to the next and
/// a file costs one walk, however long its lines are. Counting from the beginning instead of by
/// line and column also makes it indifferent to what counts as a line break.
struct MarkCursor {
  private let bytes: [UInt8]
  private var index = 0
  private var offset: Int

  /// A cursor over well-formed UTF-8; `start` is the byte at which libyaml began to count.
  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.offset = start
  }

  /// The byte offset of the code point that a mark counts to, clipped to the text.
  mutating func offset(of mark: Int) -> Int {
    // A file is walked here once more; through the buffer, no step asks whether it is inside.
    let (start, from) = (index, offset)
    let (end, to) = bytes.withUnsafeBufferPointer { bytes in
      var (index, offset) = (start, from)
      while index < mark, offset < bytes.count {
        offset += 1
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        index += 1
      }
      while index > mark, offset > 0 {
        offset -= 1
        while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        index -= 1
      }
      return (index, offset)
    }
    (index, offset) = (end, to)
    return offset
  }
}
