import ArgumentParser
import Diagnostics
import InspectionCore
import Workspace

/// `soat due`: what is due and what is late.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Nội dung đến hạn, quá hạn · What is due and what is late.",
    discussion: """
      Ví dụ · Examples:
        soat due --as phong.1
        soat due --within 15 --unit ba-to --severity high
        soat due --overdue --all --json
      """)

  @OptionGroup var which: ItemFilterOptions

  @Option(name: .long, help: "Đến hạn trong N ngày tới · Due within N days.")
  var within = 0

  @Flag(name: .long, help: "Chỉ nội dung đã quá hạn · Only what is overdue.")
  var overdue = false

  @Option(name: .long, help: "Số dòng tối đa · The most lines.")
  var limit = 100

  @Flag(name: .long, help: "Mọi dòng · Every line.")
  var all = false

  @Flag(name: .long, help: "Xuất JSON · Write JSON.")
  var json = false

  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    guard (0...36_500).contains(within), limit > 0 else {
      throw ValidationError("--within từ 0, --limit từ 1 · --within from 0, --limit from 1")
    }
  }

  func run() throws {
    try options.run { workspace, session in
      var filter = which.filter
      filter.within = within
      filter.isOverdueOnly = overdue
      filter.limit = all ? .max : limit
      let list = try workspace.dueList(filter, session)
      if json {
        Console.print(ItemDocuments.due(list))
      } else {
        Console.print(DueListText(language: options.language).text(list))
      }
    }
  }
}
