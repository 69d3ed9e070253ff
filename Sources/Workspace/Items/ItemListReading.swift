import Diagnostics
import Documents
import InspectionCore
import Storage

/// A follow-up list being read row by row; every problem is kept.
struct ItemListReading {
  private let workspace: Workspace
  private let plan: ItemListPlan
  private let session: Session
  private let table: SourceTable
  private var columns: [ItemListField: Int] = [:]
  private var taken: Set<String> = []
  private(set) var orders: [ItemOrder] = []
  private(set) var problems: TableProblems

  init(_ workspace: Workspace, _ plan: ItemListPlan, _ session: Session, _ table: SourceTable) {
    self.workspace = workspace
    self.plan = plan
    self.session = session
    self.table = table
    problems = TableProblems(table)
  }

  /// Finds the columns that the plan names; gives the place of the row of headings.
  mutating func findColumns(_ path: String) throws(WorkspaceError) -> Int {
    for (field, isGiven) in [(ItemListField.wording, false), (.unit, plan.unit != nil)]
    where !isGiven && !plan.fields.contains(where: { $0.field == field }) {
      throw WorkspaceError(
        "column-missing",
        LocalizedText(vi: "chưa nêu cột \(field.title.vi)", en: "no column for \(field.title.en)"),
        mend: LocalizedText(
          vi: "thêm --map 'TÊN CỘT=\(field.rawValue)'", en: "add --map 'COLUMN=\(field.rawValue)'"))
    }
    guard let probable = table.probableHeading else {
      throw WorkspaceError(
        "empty-list",
        LocalizedText(
          vi: "\(path): không có dòng nào\(otherSheets.vi)",
          en: "\(path): no rows\(otherSheets.en)"))
    }
    let heading = table.heading(with: plan.fields.map(\.column))
    let row = heading.map { table.rows[$0] } ?? probable
    let names = row.cells.indices.map { row.text(at: $0) }
    let headings = names.map(\.asCompared)
    for (column, field) in plan.fields {
      guard let place = headings.firstIndex(of: column.asCompared) else {
        let known = names.filter { !$0.isEmpty }
        let list = known.joined(separator: "; ")
        throw WorkspaceError(
          "unknown-column",
          LocalizedText(vi: "không có cột \"\(column)\"", en: "there is no column \"\(column)\""),
          mend: nearestName(to: column, in: known).map {
            LocalizedText(vi: "có phải là \"\($0)\"?", en: "did you mean \"\($0)\"?")
          }
            ?? LocalizedText(
              vi: "dòng \(row.number) có các cột: \(list)\(otherSheets.vi)",
              en: "row \(row.number) has: \(list)\(otherSheets.en)"))
      }
      guard headings.lastIndex(of: column.asCompared) == place else {
        throw WorkspaceError(
          "column-twice",
          LocalizedText(
            vi: "có hai cột \"\(column)\": \(table.place(row: row.number, column: place).vi)",
            en: "two columns are called \"\(column)\": "
              + table.place(row: row.number, column: place).en),
          mend: LocalizedText(vi: "đổi tên một cột", en: "rename one of them"))
      }
      columns[field] = place
    }
    return heading ?? 0
  }

  /// Reads a row.
  mutating func read(_ row: SourceTable.Row) throws(WorkspaceError) {
    // A row below the table, such as one for signatures, says nothing in the columns that are read.
    guard columns.values.contains(where: { $0 < row.cells.count && !row.cells[$0].isEmpty }) else {
      return
    }
    let before = problems.count
    let text = cell(.wording, row)
    if text == nil { complain(row, .wording, "trống", "is empty") }
    let unit = try unit(row)
    let kind = word(ItemKind.self, .kind, row)
    let severity = word(CheckSeverity.self, .severity, row)
    let due = day(.due, row)
    let document = document(row)
    if let document { checkDays(row, document, due) }
    let authority = cell(.authority, row) ?? plan.authority
    let id = cell(.id, row)
    guard problems.count == before, let unit, let document else { return }
    var wish = ItemWish(
      unit: unit,
      source: authority.map {
        .recommendation(
          AuthorityRecommendation(authority: $0, document: document, addressees: [unit]))
      } ?? .finding)
    wish.text = text
    wish.id = id
    wish.kind = kind ?? .recommendation
    wish.severity = severity
    wish.limit = due.map { .by($0) }
    if let id, taken.contains(id) {
      return complain(row, .id, "\"\(id)\" trùng với dòng trước", "\"\(id)\" stands twice")
    }
    var session = session
    session.happened = issued(by: document)
    var order = try workspace.order(for: wish, taken: &taken, session)
    order.happened = session.happened
    orders.append(order)
    orders.append(
      ItemOrder(
        .issue(IssueTerms(document: document)), to: order.item, happened: order.happened))
  }

  /// Behind what a worksheet lacks: which it is, and which others there are.
  private var otherSheets: LocalizedText {
    guard let sheet = table.sheet, !sheet.others.isEmpty else { return LocalizedText(same: "") }
    func list(_ language: Language) -> String {
      sheet.others.map { $0[language] }.joined(separator: ", ")
    }
    return LocalizedText(
      vi: "; đang đọc trang \"\(sheet.name)\", còn trang \(list(.vi)): chọn bằng --sheet",
      en: "; this is sheet \"\(sheet.name)\", others are \(list(.en)): choose with --sheet")
  }

  private mutating func document(_ row: SourceTable.Row) -> DocumentReference? {
    let before = problems.count
    let number = cell(.number, row)
    let date = day(.date, row)
    if let number, let date { return DocumentReference(number: number, date: date) }
    guard problems.count == before else { return nil }
    if number == nil, date == nil, let document = session.document { return document }
    let missing: ItemListField = number == nil ? .number : .date
    if number == nil, date == nil {
      complain(
        row, missing, "thiếu; hoặc nêu chung bằng --document, --dated",
        "is missing; or name one for all rows with --document and --dated")
    } else {
      // A number of one document and a day of another would name one that does not exist.
      let given = (number == nil ? ItemListField.date : .number).title
      complain(
        row, missing,
        "thiếu, trong khi dòng này có \(given.vi); ghi cả hai, hoặc bỏ cả hai cột và nêu chung "
          + "bằng --document, --dated",
        "is missing while the row has \(given.en); give both, or leave both columns out and name one "
          + "for all rows with --document and --dated")
    }
    return nil
  }

  /// The day on which a row was issued: that of its document, unless the session names another as the
  /// day it happened.
  private func issued(by document: DocumentReference) -> CivilDate {
    session.happened == session.today ? min(document.date, session.today) : session.happened
  }

  /// Tells of days that do not go with that of the issue.
  private mutating func checkDays(
    _ row: SourceTable.Row, _ document: DocumentReference, _ due: CivilDate?
  ) {
    let day = issued(by: document)
    if let due, due < day {
      complain(
        row, .due, "\(due.vietnamese) trước ngày ban hành \(day.vietnamese)",
        "\(due.iso) is before the day of issue, \(day.iso)")
    }
    if document.date > day {
      complain(
        row, .date, "\(document.date.vietnamese) sau ngày \(day.vietnamese)",
        "\(document.date.iso) is after \(day.iso)")
    }
  }

  private mutating func unit(_ row: SourceTable.Row) throws(WorkspaceError) -> String? {
    let before = problems.count
    let text = cell(.unit, row) ?? plan.unit ?? ""
    guard problems.count == before else { return nil }
    let units = try workspace.register().units
    if units.contains(where: { $0.unit.code == text }) { return text }
    let named = Set(units.filter { $0.name.asCompared == text.asCompared }.map(\.unit.code))
    if named.count == 1 { return named.first }
    if text.isEmpty {
      complain(row, .unit, "trống", "is empty")
    } else if named.isEmpty {
      complain(row, .unit, "không có đơn vị \"\(text)\"", "there is no unit \"\(text)\"")
    } else {
      let codes = named.sorted().joined(separator: ", ")
      complain(
        row, .unit, "nhiều đơn vị tên \"\(text)\": \(codes); hãy dùng mã",
        "several units are called \"\(text)\": \(codes); use codes")
    }
    return nil
  }

  private mutating func day(_ field: ItemListField, _ row: SourceTable.Row) -> CivilDate? {
    guard let text = cell(field, row) else { return nil }
    if let day = CivilDate(text: text) { return day }
    complain(row, field, "\"\(text)\" không phải ngày", "\"\(text)\" is no day")
    return nil
  }

  private mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ type: Word.Type, _ field: ItemListField, _ row: SourceTable.Row
  ) -> Word? {
    guard let text = cell(field, row) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let choices = Word.allCases.map(\.rawValue).joined(separator: ", ")
    complain(
      row, field, "\"\(text)\" không dùng được; chọn: \(choices)",
      "\"\(text)\" is none of: \(choices)")
    return nil
  }

  /// What stands in the column of a field; one that says nothing, such as an error, is told.
  private mutating func cell(_ field: ItemListField, _ row: SourceTable.Row) -> String? {
    guard let place = columns[field], place < row.cells.count else { return nil }
    switch row.cells[place] {
    case .text:
      let text = row.text(at: place)
      return text.isEmpty ? nil : text
    case .unusable(let why):
      complain(row, field, why.vi, why.en)
      return nil
    }
  }

  private mutating func complain(
    _ row: SourceTable.Row, _ field: ItemListField, _ vi: String, _ en: String
  ) {
    problems.add(row: row.number, column: columns[field], field.title, vi, en)
  }
}
