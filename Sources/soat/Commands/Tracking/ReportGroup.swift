public import ArgumentParser
import Diagnostics
import InspectionCore
import Workspace

/// `soat report`: reports on what was asked for.
struct ReportGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Báo cáo tình hình thực hiện · Reports.",
    subcommands: [ReportStatus.self])
}

/// `soat report status`.
struct ReportStatus: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
  }

  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tình hình thực hiện theo kỳ · Status at the end of a period.",
    discussion: """
      Chỉ tính việc đã xảy ra đến hết kỳ, nên báo cáo quý cũ ra lại như cũ.
      Only what had happened by the end of the period counts.
        soat report status --from 01/01/2025 --to 31/03/2025 --by unit
        soat report status --by area --format csv > quy-1.csv
      """)

  @Option(name: .long, help: ArgumentHelp("Đầu kỳ · The first day.", valueName: "date"))
  var from: CivilDate?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("Cuối kỳ; mặc định hôm nay · The last day.", valueName: "date"))
  var last: CivilDate?

  @Option(name: .customLong("by"), help: "Theo · By: origin, kind, area, severity, unit.")
  var dimension: StatusDimension = .unit

  @Option(name: .long, help: "Dạng · Format: table, csv, json.")
  var format: Format = .table

  @OptionGroup var which: ItemFilterOptions
  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    try options.run { workspace, session in
      let end = last ?? session.today
      let start = from ?? CivilDate(year: end.year, month: 1, day: 1) ?? end
      guard let period = Period(from: start, to: end) else {
        throw ValidationError("--from sau --to · --from is after --to")
      }
      let report = try workspace.statusReport(period, by: dimension, of: which.filter, session)
      switch format {
      case .json:
        Console.print(ItemDocuments.report(report, number: try workspace.headNumber()))
      case .csv, .table:
        let rows = try workspace.titledRows(of: report, options.language, session)
        let text = StatusReportText(language: options.language)
        Console.print(format == .csv ? text.csv(rows) : text.table(rows, report))
      }
    }
  }
}

extension StatusDimension: ExpressibleByArgument {}
