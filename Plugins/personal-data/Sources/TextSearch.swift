/// Finds what is told of people in free text.
struct TextSearch {
  let places: DeclaredPlaces

  /// What is found, in the order of the text.
  func findings(in text: String) -> [Finding] {
    var found: [Finding] = []
    var reach = DeclaredPlaces.Reach()
    var number = 0
    for bytes in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let written = String(decoding: bytes, as: UTF8.self)
      let line = Line(written)
      let begin = places.end(in: line)
      let isCovered = reach.covers(line, length: bytes.count, beginsPlace: begin != nil)
      let official = isCovered ? 0 : begin ?? Int.max
      for datum in TextSearch.data(in: line, written, namesAllowedFrom: official) {
        found.append(Finding(datum: datum, line: number))
      }
    }
    return found
  }

  private static let singular = WordList("cháu bé em", bare: "chau")
  private static let notSingular = WordList(
    "trẻ các những chị anh hội đàn thiếu nhiều mỗi từng", bare: "tre cac nhung")
  private static let labels: Set<String> = ["cccd", "cmnd", "cmt", "cmtnd"]

  /// What a line tells. Names of adults from the word given on are let through.
  static func data(
    in line: Line, _ written: String, namesAllowedFrom official: Int = Int.max
  ) -> [PersonalDatum] {
    guard !line.words.isEmpty else { return [] }
    var found: [PersonalDatum] = []
    for name in NameSearch.names(in: line) where name.isOfChild || name.word < official {
      found.append(.name)
    }
    let isOfPerson = !found.isEmpty || speaksOfOneChild(line)
    let isLabelled = line.words.indices.contains {
      labels.contains(line.words[$0].plain) || line.reads(["can", "cuoc"], at: $0)
        || line.reads(["dinh", "danh"], at: $0)
    }
    found += NumberSearch.numbers(in: written, isLabelled: isLabelled)
    found += CircumstanceSearch(line: line, isOfPerson: isOfPerson).found
    return found
  }

  private static func speaksOfOneChild(_ line: Line) -> Bool {
    line.words.indices.contains { index in
      line.word(at: index, isOf: singular) && !line.word(at: index - 1, isOf: notSingular)
        && (index == 0 || line.words[index - 1].shape != .digits)
    }
  }
}
