/// Bytes that are UTF-8 in Normalization Form C by their look, without anything that ``YAMLParser``
/// refuses in a file: letters of Latin scripts with and without marks, those of Vietnamese included,
/// common punctuation, tabs and line breaks.
struct PlainText {
  /// Whether there is a backslash, by which a quoted text may write anything.
  private(set) var hasBackslash = false

  /// Looks at each byte; nil where something else is found.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var place = 0
    while place < raw.count {
      // Eight bytes at a time up to the first that is not plain ASCII.
      if place + 8 <= raw.count {
        let marks = PlainText.marks(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        if marks == 0 {
          place += 8
          continue
        }
        place += marks.trailingZeroBitCount / 8
      }
      let byte = raw[place]
      if byte < 0x80 {
        guard PlainText.isPlain(ascii: byte) else { return nil }
        hasBackslash = hasBackslash || byte == UInt8(ascii: "\\")
        place += 1
      } else {
        let length = PlainText.length(at: place, raw)
        guard length > 0 else { return nil }
        place += length
      }
    }
  }

  /// Marks the highest bit of the first of eight bytes that is not from U+0020 to U+007E or is a
  /// backslash, and perhaps of others after it; the first in memory is the lowest.
  @inline(__always)
  private static func marks(_ word: UInt64) -> UInt64 {
    let word = UInt64(littleEndian: word)
    let backslashes = word ^ repeated(UInt8(ascii: "\\"))
    let marks =
      word | (word &- repeated(0x20)) | (word &+ repeated(1)) | (backslashes &- repeated(1))
    return marks & repeated(0x80)
  }

  /// A byte in all eight places of a word.
  @inline(__always)
  private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  @inline(__always)
  private static func isPlain(ascii byte: UInt8) -> Bool {
    byte >= 0x20 ? byte != 0x7F : byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// The length in bytes of the plain code point beyond ASCII that begins at a place: U+00A0 to
  /// U+02FF, U+1E00 to U+1EFF, U+2010 to U+2027 or U+20AB; 0 where there is none.
  @inline(__always)
  private static func length(at place: Int, _ raw: UnsafeRawBufferPointer) -> Int {
    guard place + 1 < raw.count else { return 0 }
    let second = raw[place + 1]
    switch raw[place] {
    case 0xC3...0xCB: return second & 0xC0 == 0x80 ? 2 : 0
    case 0xC2: return (0xA0...0xBF).contains(second) ? 2 : 0
    case 0xE1:
      guard (0xB8...0xBB).contains(second), place + 2 < raw.count else { return 0 }
      return raw[place + 2] & 0xC0 == 0x80 ? 3 : 0
    case 0xE2:
      guard place + 2 < raw.count else { return 0 }
      switch (second, raw[place + 2]) {
      case (0x80, 0x90...0xA7), (0x82, 0xAB): return 3
      default: return 0
      }
    default: return 0
    }
  }
}
