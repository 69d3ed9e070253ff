import Diagnostics
import Documents
import InspectionCore
import Workspace

/// A status report for people and for spreadsheets.
struct StatusReportText: Wording {
  let language: Language

  func table(_ rows: [[String]], _ report: StatusReport) -> String {
    var table = Table([.left] + StatusColumn.shown.map { _ in .right })
    for row in rows { table.add(row.map(visible)) }
    var text = words(
      "Tình hình thực hiện \(report.period.vietnamese)\n",
      "Status \(report.period.from.iso) to \(report.period.to.iso)\n")
    text += table.text
    if let percent = report.total.percentOnTime {
      text += words(
        "Hoàn thành đúng hạn: \(percent)%\n", "Closed on time: \(percent)%\n")
    }
    return text
  }

  func csv(_ rows: [[String]]) -> String {
    var text = CSVText.byteOrderMark
    for row in rows { text += CSVText.row(row, language) }
    return text
  }
}
