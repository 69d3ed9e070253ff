public import ArgumentParser
import Diagnostics
public import InspectionCore
import Storage
import Workspace

/// `soat account`: who may work here.
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "Tài khoản · Accounts.",
    subcommands: [Open.self, Close.self, List.self])

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open", abstract: "Mở tài khoản cho một chức vụ · Open one for a position.",
      discussion: """
        Ví dụ · Example:
          soat account open chuyen-vien-1 --position 'Chuyên viên Phòng Trẻ em' --as quan-tri
        """)

    @Argument(
      help: "Tên tài khoản, theo chức vụ, không theo tên người · Its name, after the position.")
    var name: String
    @Option(
      name: .long, help: ArgumentHelp("Chức vụ · The position.", valueName: "text"))
    var position: String
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      try options.run(
        { workspace, session in
          try workspace.openAccount(name, position: position, session)
          Console.print(
            LocalizedText(vi: "Đã mở tài khoản \(name).\n", en: "Opened the account \(name).\n")[
              options.language])
        }, writing: writing)
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close", abstract: "Đóng tài khoản; việc đã làm giữ nguyên · Close one.")

    @Argument(help: "Tên tài khoản · Its name.") var name: String
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      try options.run(
        { workspace, session in
          try workspace.closeAccount(name, session)
          Console.print(
            LocalizedText(vi: "Đã đóng tài khoản \(name).\n", en: "Closed the account \(name).\n")[
              options.language])
        }, writing: writing)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Tài khoản và vai trò · Accounts and their roles.")

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let language = options.language
      try options.run { workspace, session in
        let record = try workspace.registerToRead(session)
        var table = Table([.left, .left, .left])
        for account in record.accounts {
          let roles = record.grants.filter {
            $0.grant.account == account.account && $0.grant.holds(on: session.today)
          }
          let closed = LocalizedText(vi: " (đã đóng)", en: " (closed)")[language]
          var words: [String] = []
          for known in roles {
            let until = known.grant.to.map { " → " + $0.vietnamese } ?? ""
            words.append("\(known.grant.role.title[language]): \(known.grant.unit)\(until)")
          }
          table.add([
            account.account + (account.isOpen ? "" : closed), account.position,
            words.joined(separator: "; "),
          ])
        }
        Console.print(visibleLines(table.text))
      }
    }
  }
}

/// `soat grant`: gives a role, or ends it.
struct GrantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: "Giao vai trò · Give a role.",
    discussion: """
      Vai trò · Roles: unit_officer, unit_head, team_member, team_leader, department_officer, \
      department_head, administrator, auditor. Vai trò có ở đơn vị và mọi đơn vị bên dưới. A role holds \
      for the unit and all below it.

      Ví dụ · Examples:
        soat grant can-bo-ba-to unit_officer --unit quang-ngai/ba-to --from 01/01/2024 --as quan-tri
        soat grant can-bo-ba-to unit_officer --unit quang-ngai/ba-to --end --as quan-tri
      """)

  @Argument(help: "Tài khoản · The account.") var account: String
  @Argument(help: "Vai trò · The role.") var role: Role
  @Option(name: .long, help: ArgumentHelp("Mã đơn vị · The unit.", valueName: "code"))
  var unit: String
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Từ ngày; mặc định hôm nay · The first day; default: today.", valueName: "date"))
  var from: CivilDate?
  @Option(
    name: .long, help: ArgumentHelp("Đến hết ngày · The last day.", valueName: "date"))
  var to: CivilDate?
  @Flag(name: .long, help: "Thôi giao từ ngày mai · End it after today.") var end = false
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var writing: WritingOptions

  func run() throws {
    let language = options.language
    try options.run(
      { workspace, session in
        if end {
          _ = try workspace.revoke(role, of: account, over: unit, session)
        } else {
          let grant = Grant(
            account: account, role: role, unit: unit, from: from ?? session.happened, to: to)
          try workspace.give(grant, session)
        }
        let done =
          end
          ? LocalizedText(vi: "Đã thôi giao", en: "Ended")
          : LocalizedText(vi: "Đã giao", en: "Gave")
        Console.print("\(done[language]): \(account), \(role.title[language]), \(unit)\n")
      }, writing: writing)
  }
}

extension Role: ExpressibleByArgument {}
