import ArgumentParser
import Diagnostics
import InspectionCore
import Workspace

/// `soat import`: what was kept elsewhere.
struct ImportGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Nhập từ nơi khác · Take in what was kept elsewhere.",
    subcommands: [ImportItems.self])
}

/// `soat import items`.
struct ImportItems: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "items", abstract: "Nhập danh sách theo dõi CSV hoặc XLSX · A follow-up list.",
    discussion: """
      Mỗi dòng thành một kiến nghị, nhập tất cả hoặc không gì cả. Trường · Fields:
      \(ItemListField.allCases.map { "  \($0.rawValue): \($0.title.vi)" }.joined(separator: "\n"))
        soat import items theo-doi.csv --map 'Nội dung=wording' --map 'Đơn vị=unit' \\
          --map 'Thời hạn=due' --authority 'Thường trực HĐND huyện' --document 12/TB-HĐND \\
          --dated 20/12/2024 --dry-run
      """)

  @Argument(help: ArgumentHelp("Tệp · The file.", valueName: "file"))
  var file: String

  @Option(
    name: .long,
    help: ArgumentHelp("CỘT=trường; lặp lại · A column and its field.", valueName: "column=field"))
  var map: [ColumnMapping]

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Cơ quan kiến nghị, nếu không có cột · The authority, where no column names it.",
      valueName: "name"))
  var authority: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Đơn vị, nếu không có cột · The unit of all rows.", valueName: "code"))
  var unit: String?

  @OptionGroup var writing: WritingOptions
  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    try options.run(
      { workspace, session in
        let plan = ItemListPlan(
          fields: map.map { ($0.column, $0.field) }, authority: authority, unit: unit)
        let given = try workspace.importItems(file, plan, session)
        Console.print(
          GivenText(language: options.language, isDryRun: session.isDryRun).text(given))
      }, writing: writing)
  }
}

/// A column with the field it holds, as `COLUMN=field`.
struct ColumnMapping: ExpressibleByArgument {
  let column: String
  let field: ItemListField

  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "="),
      let field = ItemListField(rawValue: String(argument[argument.index(after: sign)...]))
    else { return nil }
    column = String(argument[..<sign])
    self.field = field
  }
}
