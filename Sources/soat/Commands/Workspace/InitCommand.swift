import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import Workspace

/// `soat init`: a new workspace.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Tạo thư mục làm việc · Make a workspace.",
    discussion: """
      Tạo soat.yaml, nhật ký soat.db và tài khoản đầu tiên, vừa quản trị vừa là trưởng phòng theo dõi; \
      giao bớt vai trò bằng soat grant. Makes soat.yaml, the journal soat.db and the first account, \
      administrator and head of the office in one; soat grant gives roles to others.

      Ví dụ · Examples:
        soat init theo-doi --unit quang-ngai --name 'Sở Y tế' --as quan-tri
      """)

  @Argument(help: "Thư mục mới · The new folder.") var folder: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Mã đơn vị theo dõi · The code of the office that tracks.", valueName: "code"))
  var unit: String

  @Option(
    name: .long, help: ArgumentHelp("Tên đơn vị · What it is called.", valueName: "text"))
  var name: String

  @Option(name: .long, help: "Cấp của đơn vị · Its level.") var level = "province"

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Tài khoản đầu tiên · The first account.", valueName: "account"))
  var account: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Chức vụ dùng tài khoản ấy, không ghi tên người · The position it is for, never a name.",
      valueName: "text"))
  var position = "quản trị hệ thống"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tên riêng của máy này trong nhật ký; mặc định lấy theo mã đơn vị · This store's own name in the "
        + "journal; default: after the unit.", valueName: "name"))
  var origin: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let language = common.language
    let plan = WorkspacePlan(
      title: name,
      office: ListedUnit(unit: InspectedUnit(code: unit, name: name, level: level)),
      origin: origin ?? originName, account: account, position: position)
    let workspace = try failing(language) { () throws(WorkspaceError) in
      try Workspace.create(
        at: folder, plan, today: Clock.today(), recorded: Clock.milliseconds())
    }
    try failing(language) { () throws(WorkspaceError) in try workspace.close() }
    Console.print(
      LocalizedText(
        vi: """
          Đã tạo \(folder): tài khoản \(account), máy \(plan.origin).
          Tiếp theo:
            soat unit import DANH_SÁCH.yaml --workspace \(folder) --as \(account)
            soat checklist add Checklists/child-protection-district --workspace \(folder) --as \(account)

          """,
        en: """
          \(folder) is ready: account \(account), store \(plan.origin).
          Next:
            soat unit import LIST.yaml --workspace \(folder) --as \(account)
            soat checklist add Checklists/child-protection-district --workspace \(folder) --as \(account)

          """)[language])
  }

  /// The unit's code with what cannot name a store replaced.
  private var originName: String {
    var name = ""
    for letter in unit.lowercased().unicodeScalars {
      let isKept =
        letter.isASCII && (letter.properties.isAlphabetic || ("0"..."9").contains(letter))
      name.unicodeScalars.append(isKept ? letter : "-")
    }
    return String(name.prefix(48))
  }
}
