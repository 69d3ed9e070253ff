/// A word of a line: letters and digits, apostrophes within.
struct Word {
  enum Shape {
    case lower
    case capitalised
    case upper
    case digits
    case other
  }

  /// As it is written.
  let text: String
  /// In lower case without marks.
  let plain: String
  let shape: Shape
  /// Whether it holds only ASCII letters.
  let isBare: Bool
  /// What stands between the word before and this one.
  let gap: String

  /// Whether only blanks part it from the word before.
  var followsDirectly: Bool { gap == " " }

  /// The words of a line.
  static func words(of line: some StringProtocol) -> [Word] {
    var words: [Word] = []
    var text = String.UnicodeScalarView()
    var gap = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      let isApostrophe = scalar == "'" || scalar == "’"
      if isLetter(scalar) || (isApostrophe && !text.isEmpty) {
        text.append(scalar)
      } else {
        if !text.isEmpty {
          words.append(Word(text, gap))
          text = String.UnicodeScalarView()
          gap = String.UnicodeScalarView()
        }
        if gap.count < 8 { gap.append(scalar == "\t" || scalar == "\u{A0}" ? " " : scalar) }
      }
    }
    if !text.isEmpty { words.append(Word(text, gap)) }
    return words
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
        || (0x61...0x7A).contains(scalar.value)
    }
    return Folding.isMark(scalar) || scalar.properties.isAlphabetic
  }

  private init(_ scalars: String.UnicodeScalarView, _ gap: String.UnicodeScalarView) {
    var plain = String.UnicodeScalarView()
    var uppers = 0
    var lowers = 0
    var digits = 0
    var isBare = true
    var beginsUpper = false
    for (index, scalar) in scalars.enumerated() {
      if !scalar.isASCII { isBare = false }
      guard let letter = Folding.plain(scalar) else { continue }
      plain.append(letter)
      if (0x30...0x39).contains(scalar.value) {
        digits += 1
      } else if letter != scalar, isUpper(scalar) {
        uppers += 1
        if index == 0 { beginsUpper = true }
      } else {
        lowers += 1
      }
    }
    text = String(scalars)
    self.plain = String(plain)
    self.isBare = isBare
    self.gap = String(gap)
    shape =
      digits > 0
      ? (uppers + lowers == 0 ? .digits : .other)
      : beginsUpper
        ? (lowers > 0 ? (uppers == 1 ? .capitalised : .other) : uppers > 1 ? .upper : .capitalised)
        : (uppers == 0 ? .lower : .other)
  }
}

private func isUpper(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
}

/// A line as its words.
struct Line {
  let words: [Word]
  /// Whether it is written with marks; then words are compared with theirs.
  let isMarked: Bool

  init(_ text: some StringProtocol) {
    words = Word.words(of: text)
    isMarked = words.contains { !$0.isBare }
  }

  /// Whether the word at a place is among the words given, written in lower case with marks.
  func word(at index: Int, isOf list: WordList) -> Bool {
    guard words.indices.contains(index) else { return false }
    return isMarked
      ? list.marked.contains(words[index].text.lowercased())
      : list.bare.contains(words[index].plain)
  }

  /// Whether the words from a place on are those given, without marks.
  func reads(_ phrase: [String], at index: Int) -> Bool {
    guard index >= 0, index + phrase.count <= words.count else { return false }
    for (offset, word) in phrase.enumerated() where words[index + offset].plain != word {
      return false
    }
    return true
  }
}

/// Words in lower case, with marks and without.
struct WordList {
  let marked: Set<String>
  let bare: Set<String>

  /// - Parameter bare: those that few other words are spelt like without marks; all where left out.
  init(_ words: String, bare: String? = nil) {
    marked = Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    let clear = bare?.split(whereSeparator: \.isWhitespace).map(String.init)
    self.bare = Set((clear ?? Array(marked)).map { Folding.plain($0) })
  }
}
