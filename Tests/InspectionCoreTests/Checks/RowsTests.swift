import CEL
import Diagnostics
import InspectionCore
import Testing

@Suite("A rule over the rows of a table")
struct RowsTests {
  private static let communes = table(
    "communes.list", .communes,
    [("officer", .bool), ("board", .yesNoNA), ("visits", .int), ("name", .text)])
  private static let files = table(
    "files.sampled", .caseFiles, [("plan", .yesNoNA), ("days", .workingDays)])
  private static let indicators = [communes, files, Sample.indicator("staff.n")]

  private static func table(
    _ id: String, _ rows: RowSubject, _ columns: [(String, ColumnType)]
  ) -> Indicator {
    var indicator = Sample.indicator(id, .table, counts: rows.isSample ? .cases : nil)
    indicator.table = TableSchema(
      rows: rows,
      columns: columns.map { TableColumn(id: $0.0, title: LocalizedText(same: $0.0), type: $0.1) })
    return indicator
  }

  private func checklist(
    _ each: String, where filter: String? = nil, of table: String = "communes.list",
    _ percent: Int64 = 100, partial: PartialCredit = .none, whenZero: String = "not_applicable"
  ) throws -> Checklist {
    var parameters: [String: ParameterValue] = [
      "table": .name(table), "each": .expression(each), "when_zero": .name(whenZero),
      "at_least": .number(try Rational(numerator: percent, denominator: 100), .percent),
    ]
    if let filter { parameters["where"] = .expression(filter) }
    let check = Sample.check("X", "rows", parameters, partial: partial)
    return Sample.checklist([Sample.area("A", [check])], indicators: Self.indicators)
  }

  private func judged(
    _ checklist: Checklist, _ rows: [[String: CellValue]], of table: String = "communes.list",
    sample: SampleFrame? = nil, _ others: [String: Answer] = [:]
  ) throws -> (result: CheckResult, reason: String) {
    var answers = others
    answers[table] = Answer(.table(AnswerTable(rows: rows, sample: sample)))
    let assessment = try Sample.assessment(checklist, answers)
    let result = try #require(assessment.result(of: "X"))
    return (result, assessment.reason(of: "X", in: checklist))
  }

  /// Rows of which so many have an officer, so many have none, and so many do not say.
  private func officers(_ kept: Int, _ broken: Int, _ open: Int = 0) -> [[String: CellValue]] {
    [[String: CellValue]](repeating: ["officer": .bool(true)], count: kept)
      + [[String: CellValue]](repeating: ["officer": .bool(false)], count: broken)
      + [[String: CellValue]](repeating: [:], count: open)
  }

  @Test(
    "The share of rows that keep the rule is compared exactly",
    arguments: [
      (7, 3, 70, .met), (7, 3, 71, .unmet), (2, 1, 67, .unmet), (2, 1, 66, .met), (0, 4, 1, .unmet),
      (4, 0, 100, .met),
    ] as [(Int, Int, Int64, Verdict)])
  func shares(kept: Int, broken: Int, percent: Int64, verdict: Verdict) throws {
    let judged = try judged(checklist("row.officer", percent), officers(kept, broken))
    #expect(judged.result.verdict == verdict)
  }

  @Test("A row that each leaves out is left out, though where is not answered")
  func leftOutWhatever() throws {
    let list = try checklist("row.board", where: "row.officer")
    #expect(try judged(list, [["board": .notApplicable]]).result.verdict == .notApplicable)
    #expect(try judged(list, [["board": .bool(true)]]).result.verdict == .unanswered)
  }

  @Test("Where every row is open there may be none, which is for when_zero to say")
  func nothingCertain() throws {
    for (whenZero, verdict) in [("unmet", Verdict.unanswered), ("met", .met)] {
      let list = try checklist("row.board", 0, whenZero: whenZero)
      #expect(try judged(list, [[:]]).result.verdict == verdict)
    }
  }

  @Test("Partial credit is the share of what was asked")
  func partial() throws {
    let strict = try judged(checklist("row.officer", 80, partial: .linear), officers(3, 7))
    #expect(strict.result.verdict == .partial)
    #expect(strict.result.credit == Rational(decimal: "0.375"))
    let none = try judged(checklist("row.officer", 80, partial: .linear), officers(0, 7))
    #expect(none.result.verdict == .unmet)
    let all = try judged(checklist("row.officer", 80, partial: .linear), officers(8, 2))
    #expect(all.result.verdict == .met)
    #expect(all.result.credit == .one)
  }

  @Test(
    "Cells without an answer leave a range, which decides where all of it lies on one side",
    arguments: [
      (7, 0, 3, 70, .met), (7, 0, 3, 71, .unanswered), (3, 4, 3, 60, .unanswered),
      (3, 4, 3, 61, .unmet), (0, 0, 2, 50, .unanswered),
    ] as [(Int, Int, Int, Int64, Verdict)])
  func ranges(kept: Int, broken: Int, open: Int, percent: Int64, verdict: Verdict) throws {
    let judged = try judged(checklist("row.officer", percent), officers(kept, broken, open))
    #expect(judged.result.verdict == verdict)
    #expect(judged.result.wanting == (verdict == .unanswered ? ["communes.list"] : []))
    guard verdict == .unanswered else { return }
    #expect(judged.reason == "Not exact enough to decide: communes.list")
  }

  @Test("A shortfall that is certain still earns no share while some rows are open")
  func openShare() throws {
    let linear = try judged(checklist("row.officer", 61, partial: .linear), officers(3, 4, 3))
    #expect(linear.result.verdict == .unanswered)
  }

  @Test("where leaves rows out; one for which it cannot be told stays open")
  func filtered() throws {
    let rows: [[String: CellValue]] = [
      ["officer": .bool(true), "visits": .number(Number(4))],
      ["officer": .bool(false), "visits": .number(Number(0))],
      ["visits": .number(Number(9))],
    ]
    let filtered = try checklist("row.visits >= 4", where: "row.officer")
    #expect(try judged(filtered, Array(rows.prefix(2))).reason.hasPrefix("1 of 1 communes = 100%"))
    #expect(try judged(filtered, rows).result.verdict == .unanswered)
    let lax = try checklist("row.visits >= 4", where: "row.officer", 50)
    #expect(try judged(lax, rows).result.verdict == .met)
    let none = try judged(filtered, [rows[1]])
    #expect(none.result.verdict == .notApplicable)
    #expect(none.reason == "There is no row to judge: communes.list")
  }

  @Test("What does not concern a row leaves it out, in the rule and in where")
  func notApplicable() throws {
    let rows: [[String: CellValue]] = [
      ["board": .bool(true)], ["board": .notApplicable], ["board": .bool(false)],
    ]
    let judged = try judged(checklist("row.board", 50), rows)
    #expect(judged.result.verdict == .met)
    #expect(judged.reason == "1 of 2 communes = 50%, needs at least 50%; not met in row 3")
    let asked = try self.judged(checklist("row.board", where: "row.board != null", 50), rows)
    #expect(asked.reason == judged.reason)
    let only = try self.judged(checklist("row.board"), [["board": .notApplicable]])
    #expect(only.result.verdict == .notApplicable)
  }

  @Test(
    "A table without rows gives what when_zero says; one that is missing is unanswered",
    arguments: [
      ("not_applicable", .notApplicable), ("met", .met), ("unmet", .unmet),
      ("unanswered", .unanswered),
    ] as [(String, Verdict)])
  func noRows(word: String, verdict: Verdict) throws {
    let checklist = try checklist("row.officer", whenZero: word)
    #expect(try judged(checklist, []).result.verdict == verdict)
    let missing = try #require(try Sample.assessment(checklist, [:]).result(of: "X"))
    #expect(missing.verdict == .unanswered)
    #expect(missing.wanting == ["communes.list"])
  }

  @Test("An error names its row and decides nothing")
  func errors() throws {
    let checklist = try checklist("12 / row.visits >= 3")
    let rows = [4, 2, 0, 0].map { ["visits": CellValue.number(Number($0))] }
    let judged = try judged(checklist, rows)
    #expect(judged.result.verdict == .error)
    #expect(judged.reason == "Cannot be computed: row 3: division by zero")
    let assessment = try Sample.assessment(
      checklist, ["communes.list": Answer(.table(AnswerTable(rows: rows)))])
    #expect(
      assessment.reason(of: "X", in: checklist, .vi) == "Không tính được: dòng 3: phép chia cho 0")
  }

  @Test("A rule for rows may read other answers, which are asked for where they are missing")
  func otherAnswers() throws {
    let checklist = try checklist("row.visits >= staff.n")
    let rows = [["visits": CellValue.number(Number(3))]]
    let open = try judged(checklist, rows)
    #expect(open.result.verdict == .unanswered)
    #expect(open.result.wanting == ["staff.n"])
    #expect(open.reason == "Missing: staff.n")
    #expect(try judged(checklist, rows, ["staff.n": .int(3)]).result.verdict == .met)
    #expect(try judged(checklist, rows, ["staff.n": .int(4)]).result.verdict == .unmet)
    // A range that decides is enough.
    let few = try judged(checklist, rows, ["staff.n": .known(3, .under, "staff.n")])
    #expect(few.result.verdict == .met)
  }

  @Test("At most ten rows that are not met are named")
  func manyRows() throws {
    let judged = try judged(checklist("row.officer"), officers(0, 12))
    #expect(judged.reason.hasSuffix("not met in row 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …"))
  }

  @Test("A cell of another type, or of no column, makes the table no answer")
  func misfits() throws {
    for row: [String: CellValue] in [
      ["officer": .number(Number(1))], ["officer": .notApplicable], ["budget": .bool(true)],
      ["visits": .number(Number(try Rational(numerator: 1, denominator: 2)))],
    ] {
      let judged = try judged(checklist("row.officer"), [row])
      #expect(judged.result.verdict == .unanswered)
      #expect(judged.reason == "Missing: communes.list (the answer does not fit the indicator)")
    }
  }

  // MARK: Samples

  private static let frame = SampleFrame(
    population: 25, method: LocalizedText(same: "random"), drawnBy: LocalizedText(same: "team"))

  private static let sampled: [[String: CellValue]] = [4, 9, 5, 1, 7, 2].map {
    ["plan": .bool(true), "days": .number(Number($0))]
  }

  @Test("A sample says how many were drawn out of how many")
  func sampleWords() throws {
    let checklist = try checklist("row.days <= 5", of: "files.sampled")
    let judged = try judged(checklist, Self.sampled, of: "files.sampled", sample: Self.frame)
    #expect(
      judged.reason
        == "4 of 6 files sampled (out of 25) = 66.67%, needs at least 100%; not met in row 2, 5")
    let answer = Answer(.table(AnswerTable(rows: Self.sampled, sample: Self.frame)))
    let assessment = try Sample.assessment(checklist, ["files.sampled": answer])
    #expect(
      assessment.reason(of: "X", in: checklist, .vi)
        == "4/6 hồ sơ được rút mẫu (trong tổng số 25) = 66,67%, yêu cầu ít nhất 100%; "
        + "chưa đạt ở dòng 2, 5")
  }

  @Test("The public reads nothing of sampled files, and no row numbers of any table")
  func disclosure() throws {
    let checklist = try checklist("row.days <= 5", of: "files.sampled", partial: .linear)
    let answer = Answer(.table(AnswerTable(rows: Self.sampled, sample: Self.frame)))
    let assessment = try Sample.assessment(checklist, ["files.sampled": answer])
    let result = try #require(assessment.result(of: "X"))
    let everyone = Disclosure(assessment, checklist: checklist, for: .everyone)
    #expect(everyone.reason(of: result, .en) == "[masked]")
    #expect(everyone.hidesPoints(of: result))
    for audience in [Audience.team, .unit] {
      let reason = Disclosure(assessment, checklist: checklist, for: audience)
        .reason(of: result, .en)
      #expect(reason.hasSuffix("not met in row 2, 5"))
    }

    let communes = try self.checklist("row.officer")
    let open = try Sample.assessment(
      communes, ["communes.list": Answer(.table(AnswerTable(rows: officers(9, 1))))])
    let shown = Disclosure(open, checklist: communes, for: .everyone)
    #expect(
      shown.reason(of: try #require(open.result(of: "X")), .en)
        == "9 of 10 communes = 90%, needs at least 100%")
  }
}
