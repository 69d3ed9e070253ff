import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import Storage
import Workspace

/// `soat journal`: the record of everything that was done.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Nhật ký: kiểm tra, dựng lại, trao đổi giữa các máy · The journal.",
    discussion: """
      Ví dụ · Examples:
        soat journal verify --anchor quang-ngai#1204#9f86… --as kiem-toan
        soat journal head --as phong > moc-neo.txt
        soat journal log item:2024-1:quang-ngai/ba-to:NS-04 --as phong
        soat journal export gui-may-so --lacked-by moc-neo-may-so.txt --as phong
        soat journal import gui-may-so --as phong
      """,
    subcommands: [
      Verify.self, Rebuild.self, Head.self, Log.self, Export.self, Import.self, Conflicts.self,
      Resolve.self,
    ])

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract:
        "Đọc lại toàn bộ, nêu chỗ bị sửa, bớt, thêm, đảo · Find what was changed or removed.",
      discussion: """
        Không có mốc neo thì không phát hiện được phần cuối bị cắt. Without an anchor a cut-off end goes \
        unnoticed. Mã thoát 1: có lỗi. Exit code 1: faults.
        """)

    @Option(
      name: .long, parsing: .singleValue,
      help: ArgumentHelp("Mốc neo đã in ra trước đây · A head kept elsewhere.", valueName: "anchor")
    )
    var anchor: [String] = []
    @Option(name: .long, help: "Dạng kết quả · Output: text, json.") var format = TextOrJSON.text
    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let language = options.language
      let report = try options.run { workspace, session in
        try workspace.verifyJournal(anchors: anchor, session)
      }
      switch format {
      case .text: Console.print(visibleLines(JournalText.report(report, language)))
      case .json: Console.print(String(decoding: report.document, as: UTF8.self))
      }
      if report.faultCount > 0 { throw Status.problemsFound.exitCode }
    }
  }

  struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rebuild",
      abstract: "Dựng lại mọi bảng dẫn xuất từ nhật ký · Make every projection anew.")

    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      let bar = RebuildBar(options.language)
      let count = try options.run({ try $0.rebuild($1, progress: bar.show) }, writing: writing)
      Console.print(
        LocalizedText(
          vi: "Đã dựng lại từ \(count) sự kiện.\n", en: "Made anew from \(count) events.\n")[
            options.language])
    }
  }

  struct Head: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "head", abstract: "Mốc neo của từng máy, để in và giữ nơi khác · The heads.")

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let anchors = try options.run { try $0.anchors($1) }
      Console.print(anchors.joined(separator: "\n") + "\n")
    }
  }

  struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "log", abstract: "Ai đã làm gì, ngày nào, theo văn bản nào · Who did what.")

    @Argument(help: "Đối tượng, dạng loại:mã · The subject, as kind:id.") var subject: String?
    @Option(name: .long, help: "Nhiều nhất · At most.") var limit = 50
    @OptionGroup var options: WorkspaceOptions

    func validate() throws {
      guard limit > 0 else { throw ValidationError("--limit: từ 1 · 1 or more") }
    }

    func run() throws {
      let lines = try options.run { try $0.log(of: subject, limit: limit, $1) }
      Console.print(visibleLines(JournalText.log(lines, options.language)))
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Ghi phần máy khác chưa có ra một thư mục · Write what another store lacks.")

    @Argument(help: "Thư mục mới · The new folder.") var folder: String
    @Option(
      name: .long,
      help: ArgumentHelp(
        "Tệp mốc neo của máy kia (soat journal head) · The other store's heads.", valueName: "file")
    )
    var lackedBy: String?
    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      var heads: [String] = []
      if let lackedBy {
        do throws(FileProblem) {
          let bytes = try FileBytes.read(lackedBy, limit: 1 << 20)
          heads = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
        } catch {
          throw error.failure(options.language)
        }
      }
      let count = try options.run { try $0.export(to: folder, lackedBy: heads, $1) }
      Console.print(
        LocalizedText(
          vi: "Đã ghi \(count) sự kiện vào \(folder).\n",
          en: "Wrote \(count) events to \(folder).\n")[
            options.language])
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Nhập phần máy khác gửi; nhập lại không ghi đôi · Take in another store's events.")

    @Argument(help: "Thư mục do soat journal export ghi · What export wrote.") var folder: String
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      let language = options.language
      let taken = try options.run({ try $0.takeIn(folder, $1) }, writing: writing)
      var text = LocalizedText(
        vi: "Mới \(taken.imported), đã có \(taken.known).\n",
        en: "\(taken.imported) new, \(taken.known) known.\n")[language]
      if taken.missingFiles > 0 {
        text +=
          LocalizedText(
            vi: "Thiếu \(taken.missingFiles) tệp minh chứng; đề nghị máy kia xuất lại.\n",
            en: "\(taken.missingFiles) files are missing; have the other store export again.\n")[
            language]
      }
      for id in taken.conflicts {
        text += LocalizedText(vi: "Xung đột: \(id)\n", en: "Conflict: \(id)\n")[language]
      }
      Console.print(visibleLines(text))
    }
  }

  struct Conflicts: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "conflicts", abstract: "Hai máy cùng sửa một chỗ · Two edits of one field.")

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let language = options.language
      let conflicts = try options.run { try $0.conflicts($1) }
      var table = Table([.left, .left, .left, .left])
      for one in conflicts {
        let open = LocalizedText(vi: "chưa giải quyết", en: "open")[language]
        table.add([
          one.id, "\(one.subject.kind) \(one.subject.id)", one.fields.joined(separator: ", "),
          one.resolved?[language] ?? open,
        ])
      }
      Console.print(visibleLines(table.text))
    }
  }

  struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "resolve",
      abstract: "Ghi nhận đã giải quyết, sau khi nhập lại nội dung đúng · Mark one as resolved.")

    @Argument(help: "Mã xung đột · The conflict.") var id: String
    @Option(name: .long, help: "Giải quyết thế nào · How.") var reason: String
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      try options.run(
        { workspace, session in
          try workspace.resolveConflict(id, reason: FreeText(reason), session)
          Console.print(
            LocalizedText(vi: "Đã ghi nhận.\n", en: "Recorded.\n")[options.language])
        }, writing: writing)
    }
  }
}

enum JournalText {
  static func report(_ report: JournalReport, _ language: Language) -> String {
    var text = ""
    for fault in report.faults { text += "\(fault.code): \(fault.message[language])\n" }
    if report.faultCount > report.faults.count {
      text +=
        LocalizedText(
          vi: "… và \(report.faultCount - report.faults.count) lỗi nữa\n",
          en: "… and \(report.faultCount - report.faults.count) more\n")[language]
    }
    text +=
      report.faultCount == 0
      ? LocalizedText(
        vi: "\(report.events) sự kiện, nguyên vẹn.\n", en: "\(report.events) events, sound.\n")[
          language]
      : LocalizedText(
        vi: "\(report.events) sự kiện, \(report.faultCount) lỗi.\n",
        en: "\(report.events) events, \(report.faultCount) faults.\n")[language]
    for anchor in report.anchors {
      text += LocalizedText(vi: "Mốc neo: ", en: "Anchor: ")[language] + anchor + "\n"
    }
    return text
  }

  static func log(_ lines: [JournalLine], _ language: Language) -> String {
    var table = Table([.right, .left, .left, .left, .left, .left])
    for line in lines {
      let by = line.event.attribution
      let unit = by.unit.map { " " + $0 } ?? ""
      var paper = ""
      if let document = by.document {
        paper = "\(document.number), \(document.date.vietnamese)"
      }
      table.add([
        String(line.number), by.happened.vietnamese, line.event.type,
        "\(line.event.subject.kind) \(line.event.subject.id)",
        "\(by.account) (\(by.party.rawValue)\(unit))", paper,
      ])
    }
    return table.text
  }
}
