/// Whether two texts are the same code points; Swift's `==` also takes canonically equivalent ones.
package func sameCodePoints(_ first: String, _ second: String) -> Bool {
  guard first.utf8.count == second.utf8.count else { return false }
  let answer = first.utf8.withContiguousStorageIfAvailable { one in
    second.utf8.withContiguousStorageIfAvailable { other in
      sameBytes(UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(other))
    }
  }
  if case .some(.some(let isSame)) = answer { return isSame }
  return first.utf8.elementsEqual(second.utf8)
}

/// Whether two regions of one length hold the same, eight bytes at a time.
private func sameBytes(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Bool {
  if first.baseAddress == second.baseAddress { return true }
  var place = 0
  while place + 8 <= first.count {
    let one = first.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    let other = second.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    if one != other { return false }
    place += 8
  }
  if place == first.count { return true }
  if place > 0 {
    // The last eight bytes, some of them once more.
    let last = first.count - 8
    return first.loadUnaligned(fromByteOffset: last, as: UInt64.self)
      == second.loadUnaligned(fromByteOffset: last, as: UInt64.self)
  }
  while place < first.count {
    if first[place] != second[place] { return false }
    place += 1
  }
  return true
}

/// Whether a text comes before another by code points, which is also the order of UTF-8 bytes.
package func precedesByCodePoint(_ first: String, _ second: String) -> Bool {
  first.utf8.lexicographicallyPrecedes(second.utf8)
}

/// A sequence to be searched for, by Knuth, Morris and Pratt, so that a repetitive one does not cost
/// the product of both lengths.
struct Needle<Element: Equatable> {
  let elements: [Element]
  private let borders: [Int]

  init(_ elements: [Element]) {
    var borders = [Int](repeating: 0, count: elements.count)
    var length = 0
    var index = 1
    while index < elements.count {
      if elements[index] == elements[length] {
        length += 1
        borders[index] = length
        index += 1
      } else if length > 0 {
        length = borders[length - 1]
      } else {
        index += 1
      }
    }
    self.elements = elements
    self.borders = borders
  }

  /// The first place at or after `start` where the sequence stands in `text`.
  func place(in text: [Element], from start: Int = 0) -> Int? {
    if elements.isEmpty { return start <= text.count ? start : nil }
    var matched = 0
    var index = start
    while index < text.count {
      while matched > 0, text[index] != elements[matched] { matched = borders[matched - 1] }
      if text[index] == elements[matched] { matched += 1 }
      index += 1
      if matched == elements.count { return index - matched }
    }
    return nil
  }
}
