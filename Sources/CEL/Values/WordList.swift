/// The place of a word among words separated by single spaces, from 0, or nil where it is none of
/// them.
///
/// A `switch` over strings compares them one by one in code, which the browser would have to load.
func place(of word: String, in words: StaticString) -> Int? {
  words.withUTF8Buffer { bytes in
    for (place, candidate) in bytes.split(separator: 0x20).enumerated()
    where word.utf8.elementsEqual(candidate) {
      return place
    }
    return nil
  }
}
