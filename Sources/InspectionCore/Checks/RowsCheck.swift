import CEL
import Diagnostics

extension CheckKind {
  /// A rule over the rows of a table: how many of them keep it, as a share.
  static let rows = CheckKind(description: description) { compiler in
    let table = compiler.table("table")
    let each = table.flatMap { compiler.rowRule("each", over: $0) }
    let isFiltered = compiler.value("where") != nil
    let filter = table.flatMap { isFiltered ? compiler.rowRule("where", over: $0) : nil }
    let comparison = Comparison.compiled(&compiler)
    let whenZero = WhenZero.compiled(&compiler)
    guard let table, let each, let comparison, let whenZero, isFiltered == (filter != nil) else {
      return nil
    }
    let partial = compiler.check.partial
    let isShared = partial != .none && comparison.relation == .atLeast
    let inputs =
      [table.id] + compiler.inputs(of: each) + (filter.map { compiler.inputs(of: $0) } ?? [])
      + comparison.target.inputs
    let programs = compiler.programs
    let rowPrograms = compiler.rowPrograms
    return CompiledRule(inputs: inputs, programs: programs, rowPrograms: rowPrograms) { sheet in
      guard case .table(let answer)? = sheet.value(of: table.id) else {
        return .unanswered(wanting: [table.id], in: sheet)
      }
      let target: Number
      switch comparison.target.read(sheet) {
      case .known(let number): target = number
      case .unknown(let names): return .unanswered(wanting: names, in: sheet)
      case .failed(let message): return .failed(message)
      }
      let tally: RowTally
      switch RowTally.count(answer, of: table, each: each, where: filter, sheet) {
      case .counted(let found): tally = found
      case .failed(let message): return .failed(message)
      }
      guard tally.total > 0 else { return whenZero.judgement(noRowsIn: table.id) }
      guard let share = tally.share(of: table.id) else {
        return .failed(NumberError.overflow.message)
      }
      let truth = comparison.holds(share, target)
      // Where no row is certain there may be none at all.
      let isCertain = tally.total > tally.open || (truth == .yes && whenZero == .met)
      if !isCertain { return .unanswered(wanting: tally.wanting(table.id), in: sheet) }
      if case .open = truth { return .unanswered(wanting: tally.wanting(table.id), in: sheet) }
      let reason = tally.reason(table, answer, share, comparison, target)
      guard isShared, truth == .no else { return .compared(truth, reason: reason, in: sheet) }
      do throws(NumberError) {
        guard let part = try share.share(of: target, earning: partial) else {
          return .unanswered(wanting: tally.wanting(table.id), in: sheet)
        }
        return .compared(truth, reason: reason, share: part, in: sheet)
      } catch {
        return .failed(error.message)
      }
    }
  }

  private static let description = KindDescription(
    id: "rows",
    title: LocalizedText(vi: "Từng dòng", en: "Rows"),
    summary: LocalizedText(
      vi:
        "Tỷ lệ các dòng của một bảng (xã, lớp, điểm vui chơi, hồ sơ rút mẫu) đúng với một quy tắc.",
      en:
        "The share of a table's rows (communes, classes, play sites, sampled files) that keep a rule."
    ),
    parameters: [
      ParameterDescription(
        "table", .indicators([.table]), LocalizedText(vi: "bảng", en: "the table")),
      ParameterDescription(
        "each", .rowRule,
        LocalizedText(
          vi: "quy tắc cho mỗi dòng, viết qua row.CỘT; giá trị \"không áp dụng\" thì bỏ dòng ra",
          en: "the rule for each row, said of row.COLUMN; a row that is not applicable is left out")
      ),
      ParameterDescription(
        "where", .rowRule,
        LocalizedText(
          vi: "chỉ xét các dòng đúng điều kiện này", en: "only rows for which this holds"),
        isRequired: false),
    ] + Comparison.parameters(LocalizedText(vi: "tỷ lệ dòng đúng", en: "the share of rows"))
      + [WhenZero.parameter],
    givesPartialCredit: true,
    examples: RowsExamples.all)
}

/// What rules over rows read besides the row itself, read once for all rows: the table may be among it.
struct RowReading {
  private let shared: Activation

  init(_ sheet: AnswerSheet, each: Program, where filter: Program?) {
    shared = sheet.activation(of: Array(Set(each.variables + (filter?.variables ?? []))))
  }

  /// What they read at one row.
  func activation(of row: Value) -> Activation {
    var activation = shared
    activation.values[RuleVocabulary.row] = row
    return activation
  }
}

/// How many rows keep a rule.
struct RowTally: Sendable {
  /// The numbers of the rows that keep it.
  private(set) var kept = 0
  /// The numbers of the rows that do not.
  private(set) var broken: [Int] = []
  /// How many rows are not answered far enough to tell.
  private(set) var open = 0
  /// What would have to be known about those, other than their own cells.
  private var missing: [String] = []

  enum Counting {
    case counted(RowTally)
    case failed(LocalizedText)
  }

  var total: Int { kept + broken.count + open }

  static func count(
    _ answer: AnswerTable, of table: Indicator, each: Program, where filter: Program?,
    _ sheet: AnswerSheet
  ) -> Counting {
    var tally = RowTally()
    let rowsRead = RowReading(sheet, each: each, where: filter)
    for position in answer.rows.indices {
      let activation = rowsRead.activation(of: answer.row(position, of: table))
      if let filter {
        switch filter.evaluate(activation) {
        case .value(.bool(true)): break
        case .value: continue
        case .unknown(let attributes):
          if case .value(.null) = each.evaluate(activation) { continue }
          tally.leaveOpen(attributes, table.id)
          continue
        case .error(let error): return .failed(error.message(inRow: position + 1))
        }
      }
      switch each.evaluate(activation) {
      case .value(.bool(true)): tally.kept += 1
      case .value(.null): continue
      case .value: tally.broken.append(position + 1)
      case .unknown(let attributes): tally.leaveOpen(attributes, table.id)
      case .error(let error): return .failed(error.message(inRow: position + 1))
      }
    }
    return .counted(tally)
  }

  private mutating func leaveOpen(_ attributes: [Attribute], _ table: String) {
    open += 1
    for name in attributes.names where name != table && !missing.contains(name) {
      missing.append(name)
    }
  }

  /// What is wanting for a verdict: the table's own cells, or other answers.
  func wanting(_ table: String) -> [String] { missing.isEmpty ? [table] : missing }

  /// The share of rows that keep the rule; a range while some rows are open.
  func share(of table: String) -> Number? {
    guard let lower = Rational.share(kept, of: total),
      let upper = Rational.share(kept + open, of: total)
    else { return nil }
    if open == 0 { return .exact(lower) }
    do throws(NumberError) {
      return Number(
        try BoundedNumber(
          lower: BoundedNumber.Bound(lower, isClosed: true),
          upper: BoundedNumber.Bound(upper, isClosed: true), sources: [table], isAverage: false))
    } catch {
      return nil
    }
  }

  func reason(
    _ table: Indicator, _ answer: AnswerTable, _ share: Number, _ comparison: Comparison,
    _ target: Number
  ) -> Reason {
    func figure(_ count: Int) -> ReasonPart {
      .figure(Number(Int64(count)), .plain, inputs: [table.id])
    }
    let rows = table.table?.rows.title ?? LocalizedText(vi: "dòng", en: "rows")
    var parts: [ReasonPart] = [
      figure(kept), .text(LocalizedText(vi: "/", en: " of ")), figure(total),
      .text(LocalizedText(vi: " " + rows.vi, en: " " + rows.en)),
    ]
    if let sample = answer.sample {
      parts += [
        .text(LocalizedText(vi: " (trong tổng số ", en: " (out of ")), figure(sample.population),
        .text(LocalizedText(same: ")")),
      ]
    }
    parts += [
      .text(LocalizedText(same: " = ")), .figure(share, .percent, inputs: [table.id]),
      .text(LocalizedText(vi: ", yêu cầu ", en: ", needs ")),
    ]
    parts += [comparison.words, comparison.target.part(target)]
    guard !broken.isEmpty else { return Reason(parts) }
    var numbers = ""
    for number in broken.prefix(10) { numbers += (numbers.isEmpty ? "" : ", ") + String(number) }
    if broken.count > 10 { numbers += ", …" }
    parts.append(
      .remark(
        LocalizedText(vi: "; chưa đạt ở dòng " + numbers, en: "; not met in row " + numbers),
        indicator: table.id))
    return Reason(parts)
  }
}

extension WhenZero {
  fileprivate func judgement(noRowsIn table: String) -> Judgement {
    let reason = Reason([
      .text(LocalizedText(vi: "Không có dòng nào để xét: ", en: "There is no row to judge: ")),
      .indicator(table),
    ])
    switch self {
    case .notApplicable: return .notApplicable(reason)
    case .met: return .met(reason)
    case .unmet: return .unmet(reason)
    case .unanswered:
      return Judgement(.unanswered, credit: .zero, reason: reason, wanting: [table])
    }
  }
}

extension EvaluationError {
  fileprivate func message(inRow number: Int) -> LocalizedText {
    LocalizedText(
      vi: "dòng \(number): " + localized.vi, en: "row \(number): " + localized.en)
  }
}

extension CheckCompiler {
  /// The program of a rule over the rows of a table, of type bool; nil after reporting what is wrong.
  fileprivate mutating func rowRule(_ name: String, over table: Indicator) -> Program? {
    guard case .expression(let text) = value(name) else {
      reportMissing(name)
      return nil
    }
    guard let program = compile(row: text, of: table, at: name) else { return nil }
    switch program.resultType {
    case .bool, .wrapper(.bool), .dyn: return program
    default:
      report(
        name, nil, code: "condition-type",
        LocalizedText(
          vi: "quy tắc cho mỗi dòng phải cho kết quả đúng/sai, không phải \(program.resultType)",
          en: "a rule for rows must give true/false, not \(program.resultType)"),
        length: text.utf8.count)
      return nil
    }
  }
}
