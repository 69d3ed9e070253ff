import CheckPluginKit

/// Finds what is told of people in a table.
struct TableSearch {
  let table: DelimitedTable
  let places: DeclaredPlaces

  /// What is found, row by row.
  var findings: [Finding] {
    guard let header = table.rows.first else { return [] }
    let width = table.rows.reduce(0) { max($0, $1.cells.count) }
    let columns = (0..<width).map { index in
      Column(index < header.cells.count ? header.cells[index] : "", index, self)
    }
    let isOfPlaces = columns.contains(where: \.isOfPlaces)
    let isOfPeople = columns.contains { $0.datum == .name || $0.datum == .birthDate }
    var found: [Finding] = []
    for row in table.rows {
      for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
        let column = columns[index]
        let isHeader = row.line == header.line
        var data = Set(
          TextSearch.data(in: Line(cell), cell, namesAllowedFrom: column.isDeclared ? 0 : Int.max))
        if !isHeader, column.tells(cell, isOfPlaces: isOfPlaces, isOfPeople: isOfPeople),
          let datum = column.datum
        {
          data.insert(datum)
        }
        if !isHeader, column.isMostlyNames, NameShape.fits(cell) { data.insert(.name) }
        for datum in PersonalDatum.allCases where data.contains(datum) {
          found.append(
            Finding(datum: datum, line: row.line, column: DelimitedTable.letter(index)))
        }
      }
    }
    return found
  }
}

/// A column by its header.
private struct Column {
  /// What its header says that it tells of people.
  let datum: PersonalDatum?
  /// Whether officials may be named in it.
  let isDeclared: Bool
  /// Whether its header says that the rows are places, not people.
  let isOfPlaces: Bool
  /// Whether most of its cells have the form of names, under a header that says nothing.
  let isMostlyNames: Bool

  private static let phrases: [(PersonalDatum, [String])] = [
    (
      .name,
      [
        "ho ten", "ho va ten", "ho dem", "full name", "ten tre", "ten chau", "ten hoc sinh",
        "ten cha",
        "ten me", "nguoi giam ho", "ten nan nhan", "name of child", "child name",
      ]
    ),
    (.birthDate, ["ngay sinh", "nam sinh", "thang sinh", "date of birth", "dob", "birth date"]),
    (.identityNumber, ["cccd", "cmnd", "dinh danh", "can cuoc", "identity number"]),
    (.telephone, ["dien thoai", "sdt", "so dt", "phone", "telephone"]),
    (.address, ["dia chi", "noi o", "cho o", "thuong tru", "noi cu tru", "address"]),
  ]
  private static let schools: Set<String> = [
    "lop", "lop hoc", "truong", "truong hoc", "noi hoc", "class",
  ]
  private static let ofPlaces = [
    "diem vui choi", "co so", "nha van hoa", "cong trinh", "ten truong", "don vi", "san bong",
  ]

  init(_ header: String, _ index: Int, _ search: TableSearch) {
    let plain = " " + Folding.plain(header) + " "
    func says(_ phrase: String) -> Bool { plain.firstRange(of: " \(phrase) ") != nil }
    var datum: PersonalDatum?
    for (candidate, phrases) in Column.phrases where datum == nil {
      if phrases.contains(where: says), !says("ngay sinh hoat") { datum = candidate }
    }
    if datum == nil, Column.schools.contains(Folding.plain(header)) { datum = .schooling }
    isDeclared = search.places.holds(column: header)
    isOfPlaces = Column.ofPlaces.contains(where: says)
    self.datum = isDeclared && datum == .name ? nil : datum
    let isOfPlace = says("don vi") || says("xa") || says("thon") || says("dia ban")
    var filled = 0
    var named = 0
    if datum == nil, !isDeclared, !isOfPlace {
      for row in search.table.rows.dropFirst() where index < row.cells.count {
        guard !row.cells[index].isEmpty else { continue }
        filled += 1
        if NameShape.fits(row.cells[index]) { named += 1 }
      }
    }
    isMostlyNames = named >= 3 && 2 * named > filled
  }

  /// Whether a cell under the header tells what the header says.
  func tells(_ cell: String, isOfPlaces: Bool, isOfPeople: Bool) -> Bool {
    let digits = cell.utf8.reduce(0) { $0 + ((0x30...0x39).contains($1) ? 1 : 0) }
    let hasLetters = cell.unicodeScalars.contains { $0.properties.isAlphabetic }
    switch datum {
    case .name: return hasLetters && !(digits >= 4 && cell.utf8.count >= 16)
    case .birthDate: return digits >= 4
    case .identityNumber: return digits >= 9
    case .telephone: return digits >= 9 && !isOfPlaces
    case .address: return (hasLetters || digits > 0) && !isOfPlaces
    case .schooling:
      return CircumstanceSearch.isClassName(Folding.plain(cell)) || isOfPeople
    case nil: return false
    }
  }
}

/// The form of a name of two words or more, alone in a cell.
enum NameShape {
  static func fits(_ cell: String) -> Bool {
    let line = Line(cell)
    guard (2...5).contains(line.words.count),
      line.word(at: 0, isOf: NameLists.clear) || line.word(at: 0, isOf: NameLists.shared)
    else { return false }
    let pair = line.words[0].plain + " " + line.words[1].plain
    return !NameLists.common.contains(pair)
      && line.words.allSatisfy {
        ($0.shape == .capitalised || $0.shape == .upper) && Syllable.fits($0.plain)
      }
  }
}
