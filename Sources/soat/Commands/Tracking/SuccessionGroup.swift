import ArgumentParser
import Diagnostics
import InspectionCore
import Workspace

/// `soat succession`: what becomes of a unit's open items when it ends.
struct SuccessionGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "succession",
    abstract: "Bàn giao nội dung của đơn vị đã sáp nhập, chia tách · Items of units that ended.",
    subcommands: [SuccessionPropose.self, SuccessionAllocate.self])
}

/// `soat succession propose`.
struct SuccessionPropose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Phương án cho từng nội dung · What is proposed for each item.")

  @Flag(name: .long, help: "Xuất CSV để phân giao · Write a CSV to allocate in.")
  var csv = false

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    try options.run { workspace, session in
      let proposals = try workspace.succession(session)
      let text = SuccessionText(language: options.language)
      Console.print(csv ? text.csv(proposals) : text.table(proposals))
    }
  }
}

/// `soat succession allocate`.
struct SuccessionAllocate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "Bàn giao tất cả theo văn bản, hoặc không gì cả · Hand over all, or nothing.",
    discussion: """
      Tệp CSV: cột 1 mã nội dung, cột 2 mã đơn vị nhận, nhiều đơn vị cách nhau bằng dấu cách.
      A CSV: the item's id, then the units that get it, with spaces between.
        soat succession propose --csv > phan-giao.csv
        soat succession allocate phan-giao.csv --document 15/BB-BG --dated 30/06/2025 --dry-run
      """)

  @Argument(help: ArgumentHelp("Tệp phân giao · The allocations.", valueName: "file"))
  var file: String?

  @Option(
    name: .long, help: ArgumentHelp("Chỉ các đơn vị này · Only these units.", valueName: "code"))
  var unit: [String] = []

  @Option(name: .long, help: "Ghi chú đi kèm · A note that stays with each; names nobody.")
  var note: String?

  @OptionGroup var writing: WritingOptions
  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    guard writing.document != nil else {
      throw ValidationError(
        "cần văn bản bàn giao: --document SỐ --dated NGÀY · name the handover document")
    }
  }

  func run() throws {
    try options.run(
      { workspace, session in
        guard let document = session.document else { return }
        let allocations = try file.map { try workspace.allocations(in: $0) } ?? []
        let given = try workspace.allocate(
          allocations, ofUnits: unit.isEmpty ? nil : Set(unit), document: document, note: note,
          session)
        Console.print(
          GivenText(language: options.language, isDryRun: session.isDryRun).text(given))
      }, writing: writing)
  }
}
