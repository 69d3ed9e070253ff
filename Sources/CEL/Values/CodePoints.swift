/// Whether two texts are the same code points; Swift's `==` also takes canonically equivalent ones.
package func sameCodePoints(_ first: String, _ second: String) -> Bool {
  first.utf8.elementsEqual(second.utf8)
}

/// Whether a text comes before another by code points, which is also the order of UTF-8 bytes.
package func precedesByCodePoint(_ first: String, _ second: String) -> Bool {
  first.utf8.lexicographicallyPrecedes(second.utf8)
}

/// Whether a byte sequence lies in another.
package func bytes(_ text: [UInt8], contain part: [UInt8]) -> Bool {
  guard !part.isEmpty else { return true }
  guard part.count <= text.count else { return false }
  // Knuth–Morris–Pratt, so that a repetitive needle does not cost the product of both lengths.
  var borders = [Int](repeating: 0, count: part.count)
  var length = 0
  var index = 1
  while index < part.count {
    if part[index] == part[length] {
      length += 1
      borders[index] = length
      index += 1
    } else if length > 0 {
      length = borders[length - 1]
    } else {
      index += 1
    }
  }
  var matched = 0
  for byte in text {
    while matched > 0, byte != part[matched] { matched = borders[matched - 1] }
    if byte == part[matched] { matched += 1 }
    if matched == part.count { return true }
  }
  return false
}
