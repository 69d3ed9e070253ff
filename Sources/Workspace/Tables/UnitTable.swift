package import ChecklistFormat
import Diagnostics
package import Documents
import InspectionCore
import Storage

/// A list of units that came as a table.
package struct UnitTable: Sendable {
  /// The units, and what became of those before.
  package var list: UnitList
  /// The headings of columns that say nothing of units.
  package var unused: [String]
  /// The worksheet it was read from; nil for CSV.
  package var sheet: SourceTable.Sheet?
}

extension Workspace {
  /// Whether a list of units is a table by the name of its file, and no YAML.
  package static func isTable(_ path: String) -> Bool {
    [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"]
      .contains { path.lowercased().hasSuffix($0) }
  }

  /// Reads units from Excel or CSV; parents and predecessors go by code or by name.
  ///
  /// - Throws: ``WorkspaceError`` with every row and column that cannot be read.
  package func units(
    inTable path: String, sheet: String? = nil
  ) throws(WorkspaceError) -> UnitTable {
    let table = try table(path, sheet: sheet)
    var reading = UnitTableReading(table, try register())
    let heading = try reading.findColumns(path)
    let rows = table.rows.dropFirst(heading + 1)
    for row in rows { reading.register(row) }
    for row in rows { reading.read(row) }
    let list = reading.list()
    guard reading.problems.isEmpty else { throw reading.problems.refusal(path) }
    return UnitTable(list: list, unused: reading.unused, sheet: table.sheet)
  }
}

/// A table of units being read; names first, then what points at them.
private struct UnitTableReading {
  private let table: SourceTable
  /// The registered units of a code, the latest last.
  private let known: [String: [NamedUnit]]
  private var columns: [UnitColumn: Int] = [:]
  private(set) var unused: [String] = []
  /// The codes of units by their names in small letters.
  private var codes: [String: Set<String>] = [:]
  private var listed: [String: Int] = [:]
  private var entries: [ListedUnit] = []
  private var successions: [Succession] = []
  private(set) var problems: TableProblems

  /// What a row says of the units before.
  private struct Succession {
    var row: SourceTable.Row
    var heir: ListedUnit
    var before: [String]
    var kind: UnitRelation.Kind?
    var share: UnitRelation.Share?
  }

  init(_ table: SourceTable, _ register: RegisterRecord) {
    self.table = table
    problems = TableProblems(table)
    var known: [String: [NamedUnit]] = [:]
    for unit in register.units {
      known[unit.unit.code, default: []].append(unit)
      codes[unit.name.asCompared, default: []].insert(unit.unit.code)
    }
    self.known = known
  }

  /// Finds the row of headings: the first that has a code and a name.
  mutating func findColumns(_ path: String) throws(WorkspaceError) -> Int {
    for (place, row) in table.rows.prefix(30).enumerated() {
      var found: [UnitColumn: Int] = [:]
      var unused: [String] = []
      for index in row.cells.indices {
        let heading = row.text(at: index)
        guard let column = UnitColumn(heading: heading) else {
          if !heading.isEmpty { unused.append(heading) }
          continue
        }
        guard found.updateValue(index, forKey: column) == nil else {
          let place = table.place(row: row.number, column: index)
          throw WorkspaceError(
            "column-twice",
            LocalizedText(
              vi: "\(path), \(place.vi): hai cột \(column.title.vi)",
              en: "\(path), \(place.en): two columns for the \(column.title.en)"),
            mend: LocalizedText(vi: "đổi tên một cột", en: "rename one of them"))
        }
      }
      guard found[.code] != nil, found[.name] != nil else { continue }
      columns = found
      self.unused = unused
      return place
    }
    throw WorkspaceError(
      "column-missing",
      LocalizedText(
        vi: "\(path): không có dòng tiêu đề với cột mã và cột tên",
        en: "\(path): no row of headings with a code and a name"),
      mend: LocalizedText(
        vi: "đặt tiêu đề cột: \(UnitColumn.allHeadings)",
        en: "call the columns: \(UnitColumn.allHeadings)"))
  }

  /// Notes code and name of a row, so that rows above may point at it.
  mutating func register(_ row: SourceTable.Row) {
    let code = text(.code, row)
    guard !code.isEmpty else { return }
    if let first = listed[code] {
      add(row, .code, "\"\(code)\" đã có ở dòng \(first)", "\"\(code)\" stands in row \(first) too")
    } else {
      listed[code] = row.number
    }
    codes[text(.name, row).asCompared, default: []].insert(code)
  }

  mutating func read(_ row: SourceTable.Row) {
    // A row in which only columns that are not used say something is none, such as one for signatures.
    guard columns.values.contains(where: { $0 < row.cells.count && !row.cells[$0].isEmpty }) else {
      return
    }
    for column in UnitColumn.allCases {
      guard let place = columns[column], place < row.cells.count,
        case .unusable(let why) = row.cells[place]
      else { continue }
      add(row, column, why.vi, why.en)
    }
    let code = text(.code, row)
    if code.isEmpty { add(row, .code, "trống", "is empty") }
    let name = text(.name, row)
    if name.isEmpty { add(row, .name, "trống", "is empty") }
    let earlier = known[code]?.last
    let level = text(.level, row)
    if level.isEmpty, earlier == nil { add(row, .level, "trống", "is empty") }
    let from = day(.from, row)
    let to = columns[.to] == nil ? earlier?.unit.to : day(.to, row)
    if let first = from ?? earlier?.unit.from, let to, to < first {
      add(
        row, .to, "ngày cuối \(to.vietnamese) trước ngày đầu \(first.vietnamese)",
        "the last day \(to.iso) comes before the first, \(first.iso)")
    }
    let parent = text(.parent, row)
    let above =
      parent.isEmpty ? earlier?.unit.parent : unit(parent, of: .parent, row)
    if above == code, !code.isEmpty {
      add(row, .parent, "là chính đơn vị này", "is the unit itself")
    }
    let entry = ListedUnit(
      unit: InspectedUnit(
        code: code, name: name, level: level.isEmpty ? earlier?.unit.level ?? "" : level),
      parent: above, from: from, to: to)
    entries.append(entry)
    readSuccession(of: entry, row)
  }

  private mutating func readSuccession(of entry: ListedUnit, _ row: SourceTable.Row) {
    let kind = word(.relation, row, "sáp nhập, chia tách, đổi tên, giải thể") {
      UnitRelation.Kind(word: $0)
    }
    let share = word(.share, row, "toàn bộ, một phần") { UnitRelation.Share(word: $0) }
    // Codes hold no blanks; names do, and are told apart by semicolons, commas or lines.
    let written = text(.succeeds, row)
    guard !written.isEmpty else { return }
    let parts = written.split { $0 == ";" || $0 == "," || $0.isNewline }.map { String($0).trimmed }
    let names = parts.flatMap { part -> [String] in
      let words = part.split(separator: " ").map(String.init)
      let areCodes = words.allSatisfy { listed[$0] != nil || known[$0] != nil }
      return areCodes ? words : [part]
    }
    let before = names.filter { !$0.isEmpty }.compactMap { unit($0, of: .succeeds, row) }
    if before.contains(entry.unit.code) {
      add(row, .succeeds, "là chính đơn vị này", "is the unit itself")
    }
    if entry.from == nil {
      add(row, .from, "trống; ngày kế tục tính từ ngày này", "is empty; units are succeeded on it")
    }
    successions.append(
      Succession(row: row, heir: entry, before: before, kind: kind, share: share))
  }

  /// The list; a unit that several succeed goes to each in part, whatever the kind. Where no kind is
  /// written, several before make a merger, several after a split, and one for one a new name.
  func list() -> UnitList {
    var heirs: [String: Int] = [:]
    for succession in successions {
      for code in Set(succession.before) { heirs[code, default: 0] += 1 }
    }
    var relations: [UnitRelation] = []
    for succession in successions {
      guard let date = succession.heir.from else { continue }
      for code in succession.before {
        let isDivided = heirs[code, default: 1] > 1
        relations.append(
          UnitRelation(
            kind: succession.kind
              ?? (succession.before.count > 1 ? .merge : isDivided ? .split : .rename),
            from: code, to: succession.heir.unit.code, date: date,
            share: succession.share ?? (isDivided ? .part : .whole)))
      }
    }
    return UnitList(over: nil, entries: entries, relations: relations)
  }

  /// The code of a unit that a cell names by code or by name.
  private mutating func unit(
    _ text: String, of column: UnitColumn, _ row: SourceTable.Row
  ) -> String? {
    if listed[text] != nil || known[text] != nil { return text }
    let named = codes[text.asCompared] ?? []
    if named.count == 1 { return named.first }
    if named.isEmpty {
      let near = nearestName(to: text, in: Set(listed.keys).union(known.keys).sorted())
      add(
        row, column,
        "không có đơn vị \"\(text)\"" + (near.map { "; có phải là \"\($0)\"?" } ?? ""),
        "there is no unit \"\(text)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    } else {
      let all = named.sorted().joined(separator: ", ")
      add(
        row, column, "nhiều đơn vị tên \"\(text)\": \(all); hãy dùng mã",
        "several units are called \"\(text)\": \(all); use codes")
    }
    return nil
  }

  private mutating func day(_ column: UnitColumn, _ row: SourceTable.Row) -> CivilDate? {
    let text = text(column, row)
    guard !text.isEmpty else { return nil }
    if let day = CivilDate(text: text) { return day }
    add(row, column, "\"\(text)\" không phải ngày", "\"\(text)\" is no day")
    return nil
  }

  private mutating func word<Word>(
    _ column: UnitColumn, _ row: SourceTable.Row, _ choices: String, _ read: (String) -> Word?
  ) -> Word? {
    let text = text(column, row)
    guard !text.isEmpty else { return nil }
    if let word = read(text) { return word }
    add(
      row, column, "\"\(text)\" không dùng được; chọn: \(choices)",
      "\"\(text)\" is none of: \(choices)")
    return nil
  }

  private func text(_ column: UnitColumn, _ row: SourceTable.Row) -> String {
    columns[column].map { row.text(at: $0) } ?? ""
  }

  private mutating func add(
    _ row: SourceTable.Row, _ column: UnitColumn, _ vi: String, _ en: String
  ) {
    problems.add(row: row.number, column: columns[column], column.title, vi, en)
  }
}
