import ArgumentParser
import Diagnostics
import InspectionCore
import Workspace

/// `soat history`: the whole story of a unit across inspections.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Diễn biến của một đơn vị qua các lần kiểm tra · A unit's story.",
    discussion: """
      Ví dụ · Examples:
        soat history ba-to
        soat history ba-to --events
      """)

  @Argument(help: ArgumentHelp("Mã đơn vị · The unit.", valueName: "code"))
  var unit: String

  @Flag(name: .long, help: "Mọi sự kiện của từng nội dung · Every event of each item.")
  var events = false

  @Flag(name: .long, help: "Xuất JSON · Write JSON.")
  var json = false

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    try options.run { workspace, session in
      let history = try workspace.history(of: unit, withEvents: events, session)
      if json {
        Console.print(ItemDocuments.history(history))
      } else {
        Console.print(HistoryText(language: options.language).text(history))
      }
    }
  }
}
