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
    commandName: "items",
    abstract: "Nhập danh sách theo dõi Excel hoặc CSV · A follow-up list in Excel or CSV.",
    discussion: """
      Mỗi dòng thành một kiến nghị, nhập tất cả hoặc không gì cả. Dòng tiêu đề là dòng đầu tiên có đủ các \
      cột đã nêu. Each row becomes a recommendation, all or none; the headings are the first row that has \
      all columns named. Trường · Fields:
      \(ItemListField.allCases.map { "  \($0.rawValue): \($0.title.vi)" }.joined(separator: "\n"))
        soat import items theo-doi.xlsx --map 'Nội dung=wording' --map 'Đơn vị=unit' \\
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

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Trang tính; mặc định: trang đầu không ẩn · The worksheet; default: the first not hidden.",
      valueName: "name"))
  var sheet: String?

  @OptionGroup var writing: WritingOptions
  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    try options.run(
      { workspace, session in
        let plan = ItemListPlan(
          fields: map.map { ($0.column, $0.field) }, authority: authority, unit: unit, sheet: sheet)
        let imported = try workspace.importItems(file, plan, session)
        let language = options.language
        if let sheet = imported.sheet {
          Console.print(visibleLines(SheetText(language).text(sheet)))
        }
        Console.print(
          GivenText(language: language, isDryRun: session.isDryRun).text(imported.given))
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
