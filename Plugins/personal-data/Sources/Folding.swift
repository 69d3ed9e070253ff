/// Vietnamese letters without their marks.
enum Folding {
  private static let groups: [(UInt8, String)] = [
    (UInt8(ascii: "a"), "aàáảãạăằắẳẵặâầấẩẫậ"), (UInt8(ascii: "e"), "eèéẻẽẹêềếểễệ"),
    (UInt8(ascii: "i"), "iìíỉĩị"), (UInt8(ascii: "o"), "oòóỏõọôồốổỗộơờớởỡợ"),
    (UInt8(ascii: "u"), "uùúủũụưừứửữự"), (UInt8(ascii: "y"), "yỳýỷỹỵ"),
    (UInt8(ascii: "d"), "dđ"),
  ]
  private static let letters: [Unicode.Scalar: UInt8] = {
    var letters: [Unicode.Scalar: UInt8] = [:]
    for (base, marked) in groups {
      for form in [marked, marked.uppercased()] {
        for scalar in form.unicodeScalars { letters[scalar] = base }
      }
    }
    return letters
  }()

  /// The lower-case letter without marks; nil where a scalar is only a mark.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII {
      return (0x41...0x5A).contains(scalar.value)
        ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
    }
    if isMark(scalar) { return nil }
    if let base = letters[scalar] { return Unicode.Scalar(base) }
    return scalar.properties.lowercaseMapping.unicodeScalars.first
  }

  /// Whether a scalar is a mark that stands after its letter, as in decomposed text.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  /// A text in lower case without marks, its words joined by one blank.
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let letter = Folding.plain(scalar) else { continue }
      if letter.properties.isAlphabetic || (0x30...0x39).contains(letter.value) {
        plain.append(letter)
      } else if let last = plain.last, last != " " {
        plain.append(" ")
      }
    }
    if plain.last == " " { plain.removeLast() }
    return String(plain)
  }
}
