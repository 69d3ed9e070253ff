import ChecklistFormat
import Diagnostics
import Documents
import InspectionCore

/// One submission's result as a row: what a department sorts and adds up.
struct ResultRow: Sendable {
  /// The columns, with how each stands in a table for people.
  static func header(_ language: Language) -> [String] {
    let titles: [LocalizedText] = [
      LocalizedText(vi: "Tệp", en: "File"), LocalizedText(vi: "Mã đơn vị", en: "Unit code"),
      LocalizedText(vi: "Đơn vị", en: "Unit"), LocalizedText(vi: "Cấp", en: "Level"),
      LocalizedText(vi: "Từ ngày", en: "From"), LocalizedText(vi: "Đến ngày", en: "To"),
      LocalizedText(vi: "Bảng kiểm", en: "Checklist"), LocalizedText(vi: "Điểm", en: "Points"),
      LocalizedText(vi: "Trên", en: "Of"), LocalizedText(vi: "Tỷ lệ", en: "Share"),
      LocalizedText(vi: "Xếp loại", en: "Grade"),
      LocalizedText(vi: "Mục đã chấm", en: "Checks decided"),
      LocalizedText(vi: "Mục áp dụng", en: "Checks applicable"),
      LocalizedText(vi: "Tồn tại", en: "Deficiencies"),
      LocalizedText(vi: "Rà soát số liệu", en: "Figures to review"),
      LocalizedText(vi: "Khuyến nghị", en: "Recommendations"),
      LocalizedText(vi: "Hạn sớm nhất", en: "Earliest due"),
      LocalizedText(vi: "Phạm vi", en: "In scope"),
    ]
    return titles.map { $0[language] }
  }

  /// The columns of a table on a terminal; the others are for machines.
  private static let shownColumns = [2, 4, 5, 7, 8, 9, 11, 12, 13, 16, 10]
  static let shownAlignments: [Table.Alignment] =
    [.left, .left, .left, .right, .right, .right, .right, .right, .right, .left, .left]

  /// The cells of a row that a table on a terminal shows.
  static func shown(_ cells: [String]) -> [String] { shownColumns.map { cells[$0] } }

  let cells: [String]

  init(_ result: ScoredSubmission, file: String, audience: Audience, language: Language) {
    let assessment = result.assessment
    let submission = assessment.submission
    let unit = UnitText(result, audience: audience, language: language)
    let dates = assessment.deficiencies.compactMap { $0.due?.due }
    func day(_ date: CivilDate) -> String { date.text[language] }
    var cells = [
      file, submission.unit.code, submission.unit.name, submission.unit.level,
      day(submission.period.from), day(submission.period.to), result.checklist.reference,
      unit.earned, unit.possible, unit.share,
      unit.grades.grade?.title[language] ?? "",
      String(assessment.completeness.answered), String(assessment.completeness.applicable),
    ]
    cells += FindingGroup.allCases.map { String(assessment.deficiencies(in: $0).count) }
    cells += [
      dates.min().map(day) ?? "", assessment.scope?.title[language] ?? "",
    ]
    self.cells = cells
  }

  /// A row of CSV.
  static func csv(_ cells: [String], _ language: Language) -> String {
    CSVText.row(cells, language)
  }
}
