import Diagnostics
import InspectionCore

/// A roll-up for people: on a terminal, or as rows of a spreadsheet.
struct RollUpText: Wording {
  let rollUp: RollUp
  let language: Language
  let showsUnits: Bool
  private let writer: RollUpWords

  init(_ rollUp: RollUp, audience: Audience, language: Language, showsUnits: Bool) {
    self.rollUp = rollUp
    self.language = language
    self.showsUnits = showsUnits
    writer = RollUpWords(RollUpDisclosure(rollUp, for: audience), language)
  }

  // MARK: Text

  /// The whole text.
  var text: String {
    var text = head + "\n" + table
    text += section(words("CHƯA CÓ SỐ", "NO FIGURE YET"), unanswered)
    text += section(words("CÓ SỐ NHƯNG KHÔNG CỘNG ĐƯỢC", "GIVEN, BUT CANNOT BE ADDED"), leftOut)
    text += section(words("KHÔNG TÍNH ĐƯỢC", "CANNOT BE WORKED OUT"), problems)
    text += section(words("KHÔNG CỘNG", "NOT ADDED"), notAdded)
    if showsUnits { text += section(words("TỪNG ĐƠN VỊ", "UNIT BY UNIT"), unitByUnit) }
    return text
  }

  private var head: String {
    let request = rollUp.request
    var text = words("CỘNG TỪ CẤP DƯỚI", "ADDED UP FROM CHILD UNITS")
    if let unit = rollUp.parentUnit { text += ": \(unit.name) (\(unit.code))" }
    let period = language == .vi ? rollUp.period.vietnamese : rollUp.period.iso
    text += "\n" + words("Kỳ ", "Period ") + period + " · " + request.checklist.checklist.reference
    let target = request.target.checklist.reference
    if target != request.checklist.checklist.reference { text += " → " + target }
    return text + "\n" + coverage + "\n"
  }

  private var coverage: String {
    let (reported, expected) = (count(rollUp.reported.count), count(rollUp.expectedCount))
    if rollUp.request.expected == .given {
      return words(
        "\(reported) đơn vị đã báo cáo; không có danh sách nên coi như đủ (nêu --units hoặc "
          + "--expected để biết còn thiếu ai)",
        "\(reported) units reported; without a list they count as all (give --units or --expected "
          + "to know who is missing)")
    }
    if let absence = rollUp.absence { return absence[language] }
    return words(
      "\(reported)/\(expected) đơn vị đã báo cáo.", "\(reported) of \(expected) units reported.")
  }

  private var table: String {
    let hasParent = rollUp.request.parent != nil
    var alignments: [Table.Alignment] = [.right, .right, .left]
    var titles = [
      words("Cộng được", "Comes to"), words("Đơn vị", "Units"), words("Chỉ tiêu", "Indicator"),
    ]
    if hasParent {
      alignments.insert(contentsOf: [.right, .right, .left], at: 2)
      titles.insert(
        contentsOf: [
          words("Số của cấp trên", "Parent's own"), words("Chênh lệch", "Difference"), "",
        ],
        at: 2)
    }
    var table = Table(alignments)
    table.add(titles)
    for row in rollUp.rows {
      var cells = [result(row), coverage(row), row.indicator.title[language]]
      if hasParent {
        cells.insert(
          contentsOf: [
            writer.parent(of: row) ?? "—", writer.difference(of: row) ?? "", mark(row),
          ], at: 2)
      }
      table.add(cells)
    }
    return table.text
  }

  /// What a row comes to; of a share, among the units that answered, since those that did not leave
  /// nothing to say of all.
  private func result(_ row: RollUpRow) -> String {
    if case .rate = row.rule { return writer.sum(of: row) }
    return writer.total(of: row)
  }

  private func coverage(_ row: RollUpRow) -> String {
    row.rule == .units ? "" : "\(count(row.answered))/\(count(rollUp.expectedCount))"
  }

  /// A sign where the parent's figure and those of its children cannot both be right.
  private func mark(_ row: RollUpRow) -> String {
    guard writer.showsDifference(of: row), row.agreement == .differs else { return "" }
    return words("khác nhau", "differs")
  }

  private func count(_ number: Int) -> String {
    FigureText(language).points(Int64(number) * 1_000_000)
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    var text = "\n" + title + "\n"
    for line in lines { text += wrapped(line, indent: "    ", first: "  ") }
    return text
  }

  // MARK: Units

  private func name(_ unit: Int) -> String { rollUp.reported[unit].submission.unit.name }

  /// The units that reported and have no figure, row by row.
  private var unanswered: [String] {
    rollUp.rows.compactMap { row in
      line(row) { unit in
        let isOpen = { (contribution: Contribution) in contribution == .unanswered }
        let open =
          isOpen(row.contributions[unit]) || (!row.divisors.isEmpty && isOpen(row.divisors[unit]))
        return open ? name(unit) : nil
      }
    }
  }

  private var leftOut: [String] {
    rollUp.rows.compactMap { row in
      line(row) { unit in
        guard case .leftOut = row.contributions[unit] else { return nil }
        return "\(name(unit)) (\(writer.cell(of: row, unit)))"
      }
    }
  }

  private var unitByUnit: [String] {
    rollUp.rows.compactMap { row in
      if case .rate = row.rule { return nil }
      return line(row) { unit in
        row.rule == .units ? nil : "\(name(unit)) \(writer.cell(of: row, unit))"
      }
    }
  }

  private func line(_ row: RollUpRow, _ text: (Int) -> String?) -> String? {
    let units = rollUp.reported.indices.compactMap(text)
    return units.isEmpty
      ? nil : row.indicator.title[language] + ": " + units.joined(separator: "; ")
  }

  private var problems: [String] {
    rollUp.rows.compactMap { row in
      row.problem.map { row.indicator.title[language] + ": " + $0[language] }
    }
  }

  private var notAdded: [String] {
    rollUp.notAdded.map { $0.indicator.title[language] + ": " + $0.reason[language] }
  }

  // MARK: CSV

  /// A row an indicator, a column a unit; those that did not report have empty columns.
  var csv: String {
    var header = [
      words("Chỉ tiêu", "Indicator"), words("Tên", "Title"),
      words("Đơn vị tính", "Unit of measure"),
      words("Cộng được", "Comes to"), words("Của đơn vị có số", "Of the units that answered"),
      words("Số đơn vị có số", "Units that answered"), words("Số đơn vị", "Units expected"),
      words("Số của cấp trên", "Parent's own"), words("Chênh lệch", "Difference"),
    ]
    let units = rollUp.reported.map(\.submission.unit) + rollUp.missing
    header += units.map { "\($0.name) (\($0.code))" }
    // The mark by which spreadsheets know UTF-8.
    var text = "\u{FEFF}" + ResultRow.csv(header, language)
    for row in rollUp.rows {
      var cells = [
        row.indicator.id, row.indicator.title[language], row.indicator.unit?[language] ?? "",
        writer.total(of: row), writer.sum(of: row), String(row.answered),
        String(rollUp.expectedCount), writer.parent(of: row) ?? "",
        writer.difference(of: row) ?? "",
      ]
      let isListed = row.showsUnits
      cells += rollUp.reported.indices.map { isListed ? writer.cell(of: row, $0) : "" }
      cells += rollUp.missing.map { _ in "" }
      text += ResultRow.csv(cells, language)
    }
    return text
  }
}

extension RollUpRow {
  /// Whether what single units give is a figure of theirs.
  fileprivate var showsUnits: Bool {
    switch rule {
    case .sum, .part, .count: true
    case .units, .rate, .notAdded: false
    }
  }
}
