/// Names that are found by their bytes, faster than in a dictionary, and without a text being made of
/// a word to look it up.
package struct NameIndex: Sendable {
  /// The bytes of all names, one after the other.
  private let bytes: [UInt8]
  /// Where each ends.
  private let ends: [Int]
  /// The positions of the names by what their bytes hash to, −1 where there is none; a power of two
  /// and at least twice as many as there are names.
  private let places: [Int]
  /// Another in each run of the program, so that nobody can think up names that all fall on one place.
  private let seed: UInt64

  /// Indexes names; of two equal names the later is found.
  package init(_ names: [String]) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for name in names {
      bytes += name.utf8
      ends.append(bytes.count)
    }
    self.bytes = bytes
    self.ends = ends
    let seed = UInt64(truncatingIfNeeded: names.count.hashValue)
    self.seed = seed
    var size = 8
    while size < 2 * names.count { size *= 2 }
    var places = [Int](repeating: -1, count: size)
    for (position, name) in names.enumerated() {
      let word = Array(name.utf8)
      word.withUnsafeBufferPointer { word in
        var place = NameIndex.hash(word, seed) & (size - 1)
        while places[place] >= 0, names[places[place]].utf8.elementsEqual(word) == false {
          place = (place + 1) & (size - 1)
        }
        places[place] = position
      }
    }
    self.places = places
  }

  /// The position of a name; nil where it is none of them.
  package func position(of name: String) -> Int? {
    if let found = name.utf8.withContiguousStorageIfAvailable({ position(of: $0) }) { return found }
    var name = name
    return name.withUTF8 { position(of: $0) }
  }

  /// The position of the name that some bytes spell; nil where it is none of them.
  package func position(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = NameIndex.hash(word, seed) & (places.count - 1)
    while places[place] >= 0 {
      if isName(places[place], word) { return places[place] }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private func isName(_ position: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = position == 0 ? 0 : ends[position - 1]
    guard ends[position] - start == word.count else { return false }
    let word = UnsafeRawBufferPointer(word)
    return bytes.withUnsafeBytes { bytes in
      guard word.count >= 8 else {
        for place in word.indices where bytes[start + place] != word[place] { return false }
        return true
      }
      var place = 0
      while true {
        if NameIndex.eight(bytes, start + place) != NameIndex.eight(word, place) { return false }
        if place == word.count - 8 { return true }
        // The last eight may overlap those before.
        place = min(place + 8, word.count - 8)
      }
    }
  }

  @inline(__always)
  private static func eight(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// Eight bytes at a time.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> Int {
    let raw = UnsafeRawBufferPointer(word)
    var hash = seed ^ UInt64(truncatingIfNeeded: raw.count)
    if raw.count >= 8 {
      var place = 0
      while true {
        hash = (hash ^ eight(raw, place)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        if place == raw.count - 8 { break }
        place = min(place + 8, raw.count - 8)
      }
    } else {
      var rest: UInt64 = 0
      for byte in raw { rest = rest << 8 | UInt64(byte) }
      hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF)
  }
}
