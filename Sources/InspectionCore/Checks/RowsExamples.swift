import CEL
import Diagnostics

/// The examples of the kind `rows`; their tables have the columns named in `schema`.
enum RowsExamples {
  private static let schema = TableSchema(
    rows: .communes,
    columns: [
      TableColumn(
        id: "officer", title: LocalizedText(vi: "có cán bộ", en: "has an officer"), type: .bool),
      TableColumn(
        id: "board", title: LocalizedText(vi: "có Ban", en: "has a board"), type: .yesNoNA),
      TableColumn(
        id: "visits", title: LocalizedText(vi: "số lần thăm", en: "visits"), type: .int,
        lowerBound: .zero),
    ])

  private static let tables = ["communes.list": schema]

  static var all: [KindExample] {
    [
      KindExample(
        LocalizedText(vi: "Hai trên ba xã", en: "Two of three communes"),
        parameters: [
          "table": .name("communes.list"), "each": .expression("row.officer"),
          "at_least": .number(.one, .percent), "when_zero": .name("not_applicable"),
        ],
        answers: [
          "communes.list": table([
            ["officer": .bool(true)], ["officer": .bool(false)], ["officer": .bool(true)],
          ])
        ],
        tables: tables, verdict: .unmet,
        reason: "2 of 3 communes = 66.67%, needs at least 100%; not met in row 2"),
      KindExample(
        LocalizedText(
          vi: "Dòng không áp dụng được bỏ ra", en: "A row that is not applicable is left out"),
        parameters: [
          "table": .name("communes.list"), "each": .expression("row.board"),
          "at_least": .number(.one, .percent), "when_zero": .name("not_applicable"),
        ],
        answers: [
          "communes.list": table([["board": .bool(true)], ["board": .notApplicable]])
        ],
        tables: tables, verdict: .met, reason: "1 of 1 communes = 100%, needs at least 100%"),
      KindExample(
        LocalizedText(vi: "Chỉ xét một số dòng", en: "Only some of the rows"),
        parameters: [
          "table": .name("communes.list"), "each": .expression("row.visits >= 4"),
          "where": .expression("row.officer"), "at_least": .number(.one, .percent),
          "when_zero": .name("not_applicable"),
        ],
        answers: [
          "communes.list": table([
            ["officer": .bool(true), "visits": .number(Number(4))],
            ["officer": .bool(false), "visits": .number(Number(0))],
          ])
        ],
        tables: tables, verdict: .met, reason: "1 of 1 communes = 100%, needs at least 100%"),
      KindExample(
        LocalizedText(vi: "Điểm theo phần đạt được", en: "Points in proportion"),
        parameters: [
          "table": .name("communes.list"), "each": .expression("row.officer"),
          "at_least": .number(.one, .percent), "when_zero": .name("not_applicable"),
        ],
        answers: ["communes.list": table([["officer": .bool(true)], ["officer": .bool(false)]])],
        tables: tables, partial: .linear, verdict: .partial, credit: .half,
        reason: "1 of 2 communes = 50%, needs at least 100%; not met in row 2"),
      KindExample(
        LocalizedText(
          vi: "Một ô chưa trả lời có thể đổi kết quả", en: "A cell not answered may change it"),
        parameters: [
          "table": .name("communes.list"), "each": .expression("row.officer"),
          "at_least": .number(.one, .percent), "when_zero": .name("not_applicable"),
        ],
        answers: ["communes.list": table([["officer": .bool(true)], [:]])],
        tables: tables, verdict: .unanswered, reason: "Not exact enough to decide: communes.list"),
      KindExample(
        LocalizedText(vi: "Không có dòng nào", en: "No row at all"),
        parameters: [
          "table": .name("communes.list"), "each": .expression("row.officer"),
          "at_least": .number(.one, .percent), "when_zero": .name("not_applicable"),
        ],
        answers: ["communes.list": table([])],
        tables: tables, verdict: .notApplicable, reason: "There is no row to judge: communes.list"),
    ]
  }

  private static func table(_ rows: [[String: CellValue]]) -> AnswerValue {
    .table(AnswerTable(rows: rows))
  }
}
