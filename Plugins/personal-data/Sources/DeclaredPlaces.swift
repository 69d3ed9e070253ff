/// Where officials may be named: the words before them in a text, or the names of columns.
struct DeclaredPlaces {
  private let phrases: [[String]]
  private static let mostLines = 12
  private static let mostBlankLines = 5
  private static let longestLine = 160

  init(_ phrases: [String]) {
    var split: [[String]] = []
    for phrase in phrases {
      let words = Folding.plain(phrase).split(separator: " ").map(String.init)
      if !words.isEmpty { split.append(words) }
    }
    self.phrases = split
  }

  /// The word after the first declared words of a line; nil where there are none.
  func end(in line: Line) -> Int? {
    var first: Int?
    for index in line.words.indices where first == nil {
      for phrase in phrases where line.reads(phrase, at: index) { first = index + phrase.count }
    }
    return first
  }

  /// Whether a column bears a declared name.
  func holds(column: String) -> Bool { end(in: Line(column)) != nil }

  /// How far a declared place reaches down a text: over short lines, such as those of a list of who
  /// attended or of a signature.
  struct Reach {
    private var lines = 0
    private var blanks = 0

    /// Takes note of a line; whether names in it stand in the place declared before it.
    mutating func covers(_ line: Line, length: Int, beginsPlace: Bool) -> Bool {
      let isCovered = lines > 0 && length <= longestLine
      if beginsPlace {
        lines = mostLines
        blanks = 0
      } else if line.words.isEmpty {
        blanks += 1
        if blanks > mostBlankLines { lines = 0 }
      } else {
        lines = isCovered ? lines - 1 : 0
        blanks = 0
      }
      return isCovered
    }
  }
}
