import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import Storage
import Workspace

/// `soat backup`: a copy of everything while it is in use.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Sao lưu nhật ký và minh chứng khi đang dùng · Copy everything while in use.",
    discussion: """
      Giữ các mốc neo in ra ở nơi khác: nhờ đó biết bản sao có bị cắt bớt không. Keep the anchors apart \
      from the copy: they prove a truncation.

      Ví dụ · Example:
        soat backup /media/usb/soat-2024-11-01 --as quan-tri
      """)

  @Argument(help: "Thư mục mới · The new folder.") var folder: String
  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let language = options.language
    let anchors = try options.run { try $0.backUp(to: folder, $1) }
    var text = LocalizedText(vi: "Đã sao lưu vào \(folder).\n", en: "Copied to \(folder).\n")[
      language]
    for anchor in anchors {
      text += LocalizedText(vi: "Mốc neo: ", en: "Anchor: ")[language] + anchor + "\n"
    }
    Console.print(visibleLines(text))
  }
}

/// `soat restore`: a workspace from a copy.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Khôi phục thành thư mục làm việc mới · Make a workspace from a copy.",
    discussion: """
      Bản sao được đọc lại toàn bộ trước khi dùng; thư mục đích chưa được có nhật ký. Nếu bản gốc vẫn còn \
      dùng, đặt --origin mới. The copy is read whole first; nothing is written over. Where the original \
      goes on, give a new --origin.

      Ví dụ · Example:
        soat restore /media/usb/soat-2024-11-01 theo-doi-moi
      """)

  @Argument(help: "Bản sao · The copy.") var backup: String
  @Argument(help: "Thư mục làm việc mới · The new workspace.") var folder: String
  @Option(
    name: .long,
    help: ArgumentHelp("Tên máy mới · A new store's name.", valueName: "name"))
  var origin: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let language = common.language
    let report = try failing(language) { () throws(WorkspaceError) in
      try Workspace.restore(backup, to: folder, origin: origin)
    }
    Console.print(
      LocalizedText(vi: "Đã khôi phục vào \(folder).\n", en: "Restored to \(folder).\n")[language]
        + visibleLines(JournalText.report(report, language)))
  }
}

/// `soat purge`: forgets what must be forgotten.
struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Xóa hẳn văn bản, tệp hết thời hạn lưu trữ · Forget texts and files for good.",
    discussion: """
      Nhật ký vẫn kiểm tra được: chỗ xóa còn lại mã băm và lý do. Xóa không hoàn lại được, nên --expired \
      chỉ liệt kê khi chưa có --yes. The journal still verifies: digest and reason stay. Nothing brings \
      it back, so --expired only lists without --yes.

      Ví dụ · Examples:
        soat purge --expired --as quan-tri
        soat purge --expired --yes --as quan-tri
        soat purge --file 9f86… --reason 'ảnh chụp nhầm' --yes --as quan-tri
      """)

  @Flag(name: .long, help: "Mọi thứ quá hạn theo soat.yaml · All that soat.yaml lets go.")
  var expired = false
  @Option(name: .long, help: ArgumentHelp("Mã băm văn bản · A text.", valueName: "digest"))
  var text: String?
  @Option(name: .long, help: ArgumentHelp("Mã băm tệp · A file.", valueName: "digest"))
  var file: String?
  @Option(name: .long, help: "Lý do, không nêu tên ai · The reason; it names nobody.")
  var reason: String?
  @Flag(name: .long, help: "Xóa thật · Do it.") var yes = false
  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var writing: WritingOptions

  func validate() throws {
    guard [expired, text != nil, file != nil].filter({ $0 }).count == 1 else {
      throw ValidationError(
        "nêu một trong --expired, --text, --file · give one of --expired, --text, --file")
    }
    if !expired, reason == nil { throw ValidationError("thiếu --reason · --reason is missing") }
  }

  func run() throws {
    let language = options.language
    try options.run(
      { workspace, session in
        let wanted = try wanted(in: workspace, session)
        for one in wanted {
          Console.print(visibleLines("\(one.kind.rawValue) \(one.digest.hex)  \(one.reason)\n"))
        }
        guard yes, !session.isDryRun else {
          Console.print(
            LocalizedText(
              vi: "Sẽ xóa \(wanted.count); thêm --yes để xóa thật.\n",
              en: "Would forget \(wanted.count); add --yes to do it.\n")[language])
          return
        }
        try workspace.purge(wanted, session)
        Console.print(
          LocalizedText(vi: "Đã xóa \(wanted.count).\n", en: "Forgot \(wanted.count).\n")[language])
      }, writing: writing)
  }

  private func wanted(
    in workspace: Workspace, _ session: Session
  ) throws -> [(kind: Purgeable, digest: Digest, reason: String)] {
    if expired {
      return try workspace.expired(session).map { one in
        (one.kind, one.digest, reason ?? "\(one.rule.source): \(one.rule.years)")
      }
    }
    guard let digest = Digest(hex: text ?? file ?? "") else {
      throw ValidationError(
        "mã băm có 64 chữ số thập lục phân thường · a digest has 64 small hexadecimal digits")
    }
    return [(text == nil ? .file : .text, digest, reason ?? "")]
  }
}
