import Glibc

/// Names that are found by their bytes, so that no text need be made of a word to look it up.
struct ByteNames: Sendable {
  /// The bytes of all names, one after the other.
  private let bytes: [UInt8]
  /// Where each ends.
  private let ends: [Int]
  /// The positions of the names by what their bytes hash to, −1 where there is none; a power of two
  /// and at least twice as many as there are names.
  private let places: [Int]

  /// Creates a list; of two equal names the later is found.
  init(_ names: [String]) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for name in names {
      bytes += name.utf8
      ends.append(bytes.count)
    }
    self.bytes = bytes
    self.ends = ends
    var size = 8
    while size < 2 * names.count { size *= 2 }
    var places = [Int](repeating: -1, count: size)
    for (position, name) in names.enumerated() {
      let word = Array(name.utf8)
      word.withUnsafeBufferPointer { word in
        var place = ByteNames.hash(word) & (size - 1)
        while places[place] >= 0, names[places[place]].utf8.elementsEqual(word) == false {
          place = (place + 1) & (size - 1)
        }
        places[place] = position
      }
    }
    self.places = places
  }

  /// The position of a name; nil where it is none of them.
  func position(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = ByteNames.hash(word) & (places.count - 1)
    while places[place] >= 0 {
      if isName(places[place], word) { return places[place] }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private func isName(_ position: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = position == 0 ? 0 : ends[position - 1]
    guard ends[position] - start == word.count, let letters = word.baseAddress else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { memcmp($0 + start, letters, word.count) == 0 } ?? false
    }
  }

  /// Eight bytes at a time. The names are a checklist's own and few; whoever looks up a word made for
  /// the purpose can only not find it.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(word)
    var hash = UInt64(truncatingIfNeeded: raw.count)
    var place = 0
    while place + 8 <= raw.count {
      hash ^= raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      hash = hash &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      place += 8
    }
    var rest: UInt64 = 0
    while place < raw.count {
      rest = rest << 8 | UInt64(raw[place])
      place += 1
    }
    hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF)
  }
}
