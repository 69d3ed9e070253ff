/// Vietnamese syllables, without their marks.
enum Syllable {
  private static let onsets = [
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
  ]
  private static let nuclei: Set<String> = [
    "a", "ai", "ao", "au", "ay", "e", "eo", "eu", "i", "ia", "ie", "ieu", "iu", "o", "oa", "oai",
    "oao", "oay", "oe", "oeo", "oi", "oo", "u", "ua", "uay", "uau", "ue", "ui", "uo", "uoi", "uou",
    "uu", "uy", "uya", "uye", "uyu", "y", "ye", "yeu",
  ]
  private static let codas = ["ch", "ng", "nh", "c", "m", "n", "p", "t", ""]

  /// Whether a word could be one syllable of Vietnamese.
  static func fits(_ plain: String) -> Bool {
    let bytes = Array(plain.utf8)
    guard (1...7).contains(bytes.count) else { return false }
    for onset in onsets where plain.hasPrefix(onset) {
      let rest = plain.dropFirst(onset.count)
      for coda in codas where rest.hasSuffix(coda) {
        if nuclei.contains(String(rest.dropLast(coda.count))) { return true }
      }
    }
    return false
  }
}
