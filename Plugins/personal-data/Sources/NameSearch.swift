/// Finds names of people in a line.
struct NameSearch {
  private let line: Line
  private var found: [Int] = []
  private var childCues: Set<Int> = []
  /// Whether what is read names places, as after `các xã`.
  private var isAmongPlaces = false

  /// The places of the names' first words, and whether a word for a child stands before.
  static func names(in line: Line) -> [(word: Int, isOfChild: Bool)] {
    var search = NameSearch(line: line)
    var index = 0
    while index < line.words.count { index = search.look(at: index) }
    return search.found.map { ($0, search.childCues.contains($0)) }
  }

  private init(line: Line) {
    self.line = line
  }

  /// Looks for a name that begins at a word; returns where to go on.
  private mutating func look(at index: Int) -> Int {
    let word = line.words[index]
    trackPlaces(index)
    if word.shape == .lower { return lowerCaseName(at: index) ?? index + 1 }
    guard word.shape == .capitalised || word.shape == .upper else { return index + 1 }
    let run = runLength(from: index)
    if line.word(at: index, isOf: NameLists.titles) || isChildCue(index)
      || line.word(at: index, isOf: NameLists.places)
    {
      return index + 1
    }
    if isAmongPlaces { return index + run }
    if isName(at: index, run) {
      found.append(index)
      if isChildCue(index - 1), !endsSentence(index) { childCues.insert(index) }
      return index + run
    }
    return index + 1
  }

  private mutating func trackPlaces(_ index: Int) {
    let word = line.words[index]
    if index > 0, line.word(at: index - 1, isOf: NameLists.places), word.shape != .lower,
      word.followsDirectly
    {
      isAmongPlaces = true
    } else if isAmongPlaces {
      let goesOn = word.followsDirectly || word.gap == ", "
      let isAnd = word.plain == "va" && word.shape == .lower
      if !goesOn || (word.shape == .lower && !isAnd) { isAmongPlaces = false }
    }
  }

  /// Longer than any name; what goes on further is a heading.
  private static let longestRun = 8

  /// How many words of one shape follow each other from here, this one included.
  private func runLength(from index: Int) -> Int {
    let shape = line.words[index].shape
    var end = index + 1
    while end < line.words.count, end - index < Self.longestRun, line.words[end].shape == shape,
      line.words[end].followsDirectly,
      Syllable.fits(line.words[end].plain) || isClan(end)
    {
      end += 1
    }
    return end - index
  }

  private func isName(at index: Int, _ run: Int) -> Bool {
    let words = line.words
    if words[index].followsDirectly, isChildCue(index - 1), isGivenName(index, run) { return true }
    guard run >= 2 else { return false }
    if isLabelled(index), run <= 5, words[index].shape == .capitalised { return true }
    if (2...4).contains(run), isClan(index + run - 1) { return true }
    let isMiddle = run >= 3 && line.word(at: index + 1, isOf: NameLists.middles)
    if isMiddle, isSurname(index) { return run <= 5 || words[index].shape == .capitalised }
    guard run <= 5 else { return false }
    if isMiddle, words[index].shape == .capitalised, line.isMarked { return true }
    if NameLists.common.contains(words[index].plain + " " + words[index + 1].plain) { return false }
    guard isSurname(index) else { return false }
    if isCued(index) { return true }
    guard run >= 3 else { return false }
    // Headings are in capitals from end to end.
    guard words[index].shape == .upper else { return true }
    return run <= 4 && isClearSurname(index) && (isAlone(index, run) || hasSmallLetters)
  }

  /// Whether a name follows a word such as `Tác giả:`.
  private func isLabelled(_ index: Int) -> Bool {
    guard line.words[index].gap.contains(":") else { return false }
    return NameLists.labels.contains { line.reads($0, at: index - $0.count) }
  }

  /// Whether a word for a person stands right before.
  private func isCued(_ index: Int) -> Bool {
    (line.word(at: index - 1, isOf: NameLists.titles) || isChildCue(index - 1))
      && !endsSentence(index)
  }

  private var hasSmallLetters: Bool { line.words.contains { $0.shape == .lower } }

  /// Whether a full stop or the like stands before a word.
  private func endsSentence(_ index: Int) -> Bool {
    line.words[index].gap.unicodeScalars.contains { ".;!?".unicodeScalars.contains($0) }
  }

  private func isGivenName(_ index: Int, _ run: Int) -> Bool {
    let word = line.words[index]
    guard word.shape == .capitalised, word.plain.utf8.count > 1,
      Syllable.fits(word.plain) || word.plain.hasPrefix("h'")
    else { return false }
    let next = run > 1 ? line.words[index + 1].plain : ""
    return !NameLists.common.contains(word.plain + " " + next)
      && !line.word(at: index, isOf: NameLists.places)
  }

  /// Whether capitals stand alone in their line, as a name under a signature does.
  private func isAlone(_ index: Int, _ run: Int) -> Bool {
    index == 0 && run == line.words.count && (3...4).contains(run)
  }

  /// A name in small letters: a clear surname, and `văn` or `thị` or a word for a person before it.
  private mutating func lowerCaseName(at index: Int) -> Int? {
    guard isClearSurname(index), !isAmongPlaces, followsOn(index + 1),
      !line.word(at: index - 1, isOf: NameLists.places)
    else { return nil }
    let isMiddle = line.word(at: index + 1, isOf: NameLists.middles) && followsOn(index + 2)
    let pair = line.words[index].plain + " " + line.words[index + 1].plain
    guard isMiddle || (isCued(index) && !NameLists.common.contains(pair)) else { return nil }
    found.append(index)
    if isChildCue(index - 1) { childCues.insert(index) }
    return index + 2
  }

  /// Whether a word in small letters, and no more than a blank before it, goes on with a name.
  private func followsOn(_ index: Int) -> Bool {
    guard line.words.indices.contains(index) else { return false }
    let word = line.words[index]
    return word.followsDirectly && word.shape == .lower && Syllable.fits(word.plain)
  }

  private func isSurname(_ index: Int) -> Bool {
    isClearSurname(index) || line.word(at: index, isOf: NameLists.shared)
  }

  private func isClearSurname(_ index: Int) -> Bool {
    line.word(at: index, isOf: NameLists.clear)
  }

  private func isClan(_ index: Int) -> Bool {
    line.isMarked && line.word(at: index, isOf: NameLists.clans)
  }

  private func isChildCue(_ index: Int) -> Bool {
    guard line.word(at: index, isOf: NameLists.children) else { return false }
    return !line.word(at: index - 1, isOf: NameLists.notBeforeChild)
  }
}
