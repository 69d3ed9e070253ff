import ArgumentParser
import Diagnostics
import InspectionCore
import JSON
import Storage
import Workspace

/// Which items a list shows.
struct ItemFilterOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Đơn vị và cấp dưới · A unit and those below it.", valueName: "code"))
  var unit: [String] = []

  @Option(name: .long, help: ArgumentHelp("Lĩnh vực · An area.", valueName: "id"))
  var area: [String] = []

  @Option(name: .long, help: "Mức độ · Severity: critical, high, medium, low.")
  var severity: [CheckSeverity] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Nguồn · Origin: \(ItemOrigin.names.joined(separator: ", ")).", valueName: "origin"))
  var origin: [String] = []

  @Option(name: .long, help: "Loại · Kind: requirement, recommendation, reminder.")
  var kind: [ItemKind] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Đơn vị chịu trách nhiệm · The unit responsible.", valueName: "code"))
  var responsible: [String] = []

  @Option(name: .long, help: "Bên phải thực hiện · The side that owes them.")
  var owedBy: [Party] = []

  func validate() throws {
    if let unknown = origin.first(where: { !ItemOrigin.names.contains($0) }) {
      throw ValidationError(
        "--origin \(unknown): chọn trong · choose among \(ItemOrigin.names.joined(separator: ", "))"
      )
    }
  }

  var filter: DueFilter {
    var filter = DueFilter()
    filter.units = Set(unit)
    filter.areas = Set(area)
    filter.severities = Set(severity)
    filter.origins = Set(origin)
    filter.kinds = Set(kind)
    filter.responsible = Set(responsible)
    filter.owedBy = Set(owedBy)
    return filter
  }
}

/// `soat item list`.
struct ItemList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Danh sách nội dung · Items, open ones first of all.")

  @OptionGroup var which: ItemFilterOptions

  @Option(name: .long, help: "Trạng thái · Status.")
  var status: [ItemStatus] = []

  @Option(name: .long, help: ArgumentHelp("Cuộc kiểm tra · Inspection.", valueName: "id"))
  var inspection: [String] = []

  @Flag(name: .long, help: "Cả nội dung đã kết thúc · Those that have ended too.")
  var all = false

  @Option(name: .long, help: "Số dòng tối đa · The most lines.")
  var limit = 1000

  @Flag(name: .long, help: "Xuất JSON · Write JSON.")
  var json = false

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    try options.run { workspace, session in
      let rows = try workspace.itemList(
        which.filter, statuses: Set(status), inspections: Set(inspection),
        isOpen: all || !status.isEmpty ? nil : true, limit: limit, session)
      if json {
        Console.print(ItemDocuments.list(rows.map(\.item)))
      } else {
        Console.print(ItemListText(language: options.language).text(rows))
      }
    }
  }
}

/// `soat item show`.
struct ItemShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Một nội dung với mọi sự kiện · An item with all its events.")

  @Argument(help: ArgumentHelp("Mã nội dung · The item.", valueName: "id"))
  var id: String

  @Flag(name: .long, help: "Xuất JSON · Write JSON.")
  var json = false

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    try options.run { workspace, session in
      let story = try workspace.item(id, session)
      if json {
        Console.print(ItemDocuments.story(story))
        return
      }
      let shown = try workspace.shown(story, session)
      Console.print(ItemStoryText(language: options.language).text(shown))
    }
  }
}
