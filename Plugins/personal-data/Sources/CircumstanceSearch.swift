/// Finds birth dates, addresses, schools and classes in a line.
struct CircumstanceSearch {
  let line: Line
  /// Whether the line names somebody or speaks of one child.
  let isOfPerson: Bool

  /// What is told.
  var found: [PersonalDatum] {
    var found: [PersonalDatum] = []
    for index in line.words.indices {
      if isBirth(index) { found.append(.birthDate) }
      if isAddress(index) { found.append(.address) }
      if isClass(index) || isSchool(index) { found.append(.schooling) }
    }
    return found
  }

  private func plain(_ index: Int) -> String {
    line.words.indices.contains(index) ? line.words[index].plain : ""
  }

  private func isNumber(_ index: Int) -> Bool {
    line.words.indices.contains(index) && line.words[index].shape == .digits
  }

  private func isYear(_ index: Int) -> Bool {
    isNumber(index) && line.words[index].plain.utf8.count == 4
  }

  // MARK: Birth

  private static let notBirth: Set<String> = [
    "phat", "ve", "hoc", "khai", "thi", "ky", "tai", "du", "giam", "giao", "nay", "hi", "tuyen",
  ]

  private func isBirth(_ index: Int) -> Bool {
    if line.reads(["date", "of", "birth"], at: index) { return numberSoon(after: index + 2) }
    if plain(index) == "dob" { return numberSoon(after: index) }
    if plain(index) == "born" { return isOfPerson && numberSoon(after: index) }
    guard plain(index) == "sinh", !Self.notBirth.contains(plain(index - 1)) else { return false }
    switch plain(index + 1) {
    case "ngay": return numberSoon(after: index + 1)
    case "nam": return isYear(index + 2) && (isOfPerson || isLabelled(index + 2))
    default:
      let isLabel = ["ngay", "nam"].contains(plain(index - 1)) && plain(index + 1) != "hoat"
      return isLabel && isLabelled(index + 1) && isNumber(index + 1)
    }
  }

  private func isLabelled(_ index: Int) -> Bool {
    line.words.indices.contains(index) && line.words[index].gap.contains(":")
  }

  private func numberSoon(after index: Int) -> Bool {
    (1...3).contains { isNumber(index + $0) }
  }

  // MARK: Address

  private static let streets = WordList("đường phố ngõ tổ hẻm ngách ấp", bare: "duong pho ngo hem")
  private static let alleys = WordList("ngõ ngách hẻm", bare: "ngach hem")
  private static let smallPlaces = WordList("thôn xóm tổ ấp bản buôn số ngõ khu làng")
  private static let offices: Set<String> = ["so", "ubnd", "quan", "phong", "ban", "trung", "cong"]

  private func isAddress(_ index: Int) -> Bool {
    if line.reads(["so", "nha"], at: index) { return numberSoon(after: index + 1) }
    if line.word(at: index, isOf: Self.alleys) { return isNumber(index + 1) }
    if plain(index) == "so", isNumber(index + 1) {
      return (2...4).contains {
        line.word(at: index + $0, isOf: Self.streets) && isStreet(index + $0)
      }
    }
    let isLabel =
      line.reads(["dia", "chi"], at: index) || line.reads(["noi", "o"], at: index)
      || line.reads(["cho", "o"], at: index) || line.reads(["cu", "tru"], at: index)
    if isLabel, isLabelled(index + 2) { return !isOffice(index) && index + 2 < line.words.count }
    let isHome =
      line.reads(["tru", "tai"], at: index) || line.reads(["ngu", "tai"], at: index)
      || line.reads(["tru", "quan"], at: index) || plain(index) == "hktt"
    return isHome && (1...4).contains { line.word(at: index + $0, isOf: Self.smallPlaces) }
  }

  /// `đường` or `phố`, not `đông` or `to`.
  private func isStreet(_ index: Int) -> Bool {
    guard line.words.indices.contains(index + 1) else { return false }
    let next = line.words[index + 1].shape
    return next == .capitalised || next == .digits || next == .other
  }

  /// Whether an office's address is given, by a word before.
  private func isOffice(_ index: Int) -> Bool {
    (1...4).contains { plain(index - $0) == "tru" || Self.offices.contains(plain(index - $0)) }
      && !isOfPerson
  }

  // MARK: School

  private static let levels: Set<String> = [
    "thcs", "thpt", "mam", "mau", "tieu", "trung", "pho", "tieuhoc", "ptdtbt", "ptdtnt", "th",
  ]

  private func isClass(_ index: Int) -> Bool {
    guard ["lop", "class", "grade"].contains(plain(index)), index + 1 < line.words.count else {
      return false
    }
    let next = line.words[index + 1]
    if next.shape == .other, CircumstanceSearch.isClassName(next.plain) { return true }
    if isOfPerson, isNumber(index + 1), index + 2 < line.words.count,
      line.words[index + 2].gap == "/", isNumber(index + 2)
    {
      return true
    }
    return isOfPerson && isNumber(index + 1) && isGrade(next.plain)
  }

  private func isGrade(_ text: String) -> Bool {
    guard let number = Int(text) else { return false }
    return (1...12).contains(number) && !text.hasPrefix("0")
  }

  /// `5a`, `12c3`.
  static func isClassName(_ plain: String) -> Bool {
    let bytes = Array(plain.utf8)
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard let grade = Int(String(decoding: digits, as: UTF8.self)), (1...12).contains(grade),
      bytes.count > digits.count, bytes.count <= digits.count + 3,
      (0x61...0x7A).contains(bytes[digits.count])
    else { return false }
    return bytes[(digits.count + 1)...].allSatisfy { (0x30...0x39).contains($0) }
  }

  private func isSchool(_ index: Int) -> Bool {
    guard isOfPerson, ["truong", "school"].contains(plain(index)) else { return false }
    if line.isMarked, line.words[index].text.lowercased() == "trưởng" { return false }
    guard Self.levels.contains(plain(index + 1)) else { return false }
    return (2...6).contains { offset in
      line.words.indices.contains(index + offset)
        && line.words[index + offset].shape == .capitalised
    }
  }
}
