import ArgumentParser
import Diagnostics
import InspectionCore
import JSON
import Workspace

/// `soat divergence`: the unit's figures beside the team's.
struct DivergenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "divergence",
    abstract: "Chênh lệch tự chấm – đoàn chấm · Where self-assessment and inspection differ.",
    discussion: """
      Ví dụ · Examples:
        soat divergence quang-ngai/ba-to --as phong
        soat divergence quang-ngai/ba-to --round 2024-1 --format json --as phong
      """)

  @Argument(help: "Mã đơn vị · The unit.") var unit: String
  @Option(name: .long, help: "Chỉ đợt này · Only this round.") var round: String?
  @Option(name: .long, help: "Dạng kết quả · Output: text, json.") var format = TextOrJSON.text
  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let found = try options.run { workspace, session in
      try workspace.divergences(of: unit, round: round, session)
    }
    switch format {
    case .text: Console.print(visibleLines(DivergenceText(found, language: options.language).text))
    case .json: Console.print(DivergenceText(found, language: options.language).json)
    }
  }
}

/// `soat compare`: a unit's scores side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Điểm qua các đợt: khi kiểm tra, sau thôi theo dõi, sau khắc phục · Scores side by side.",
    discussion: """
      Ba cột điểm: như đoàn chấm; sau khi trừ các mục được thôi theo dõi; sau khi tính cả các mục đã khắc \
      phục và xác minh. Điểm theo chuyên đề không so với điểm cả bảng kiểm. Three scores: as found, with \
      the waivers that hold, and with what was put right and verified besides. The score of a theme is \
      never compared with a whole one. Both are as they stand on a day, today unless --as-of says another.

      Ví dụ · Examples:
        soat compare quang-ngai/ba-to --as phong
        soat compare quang-ngai/ba-to --as-of 31/12/2024 --as phong
      """)

  @Argument(help: "Mã đơn vị · The unit.") var unit: String
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Thôi theo dõi và khắc phục tính đến hết ngày này. Mặc định: hôm nay · Waivers and remediation as "
        + "they stood at the end of this day. Default: today.", valueName: "date"))
  var asOf: CivilDate?
  @Option(name: .long, help: "Dạng kết quả · Output: text, json.") var format = TextOrJSON.text
  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let compared = try options.run { workspace, session in
      try workspace.comparison(of: unit, asOf: asOf ?? session.today, session)
    }
    let text = ComparisonText(compared, language: options.language)
    Console.print(format == .json ? text.json : visibleLines(text.text))
  }
}

/// `soat verify`: recorded assessments computed again.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Chấm lại từ hồ sơ, nêu chỗ khác · Compute assessments again from their record.",
    discussion: """
      Mã thoát 1 khi có chỗ khác hoặc không chấm lại được. Exit code 1: something differs, or cannot be \
      computed.

      Ví dụ · Examples:
        soat verify --as phong
        soat verify --round 2024-1 --unit quang-ngai/ba-to --as phong
      """)

  @Option(name: .long, help: "Chỉ đợt này · Only this round.") var round: String?
  @Option(name: .long, help: ArgumentHelp("Chỉ đơn vị này · Only this unit.", valueName: "code"))
  var unit: String?
  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let language = options.language
    var progress: Progress?
    let checked = try options.run { workspace, session in
      try workspace.checkAssessments(round: round, unit: unit, session) { done, total in
        if progress == nil { progress = Progress(total: total, language: language) }
        progress?.show(done)
      }
    }
    progress?.end()
    Console.print(visibleLines(VerificationText(checked, language: language).text))
    if checked.contains(where: { $0.refused != nil || !$0.differences.isEmpty }) {
      throw Status.problemsFound.exitCode
    }
  }
}

/// A text for people or a JSON document.
enum TextOrJSON: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
