import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import Workspace

/// `soat remind`: one chasing letter a unit, none twice.
struct RemindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind", abstract: "Đôn đốc: mỗi đơn vị một công văn · Chasing letters.",
    discussion: """
      Mỗi thư là sự kiện trong nhật ký, không gửi hai lần cho cùng một bước và thời hạn.
      Each letter is recorded, so that none goes twice for a step and a deadline.
        soat remind --dry-run
        soat remind --into cong-van/ --as phong.1
        soat remind --message --unit ba-to
        soat remind --into cong-van/ --mail dia-chi.csv
      Gửi thư theo mail của soat.yaml (command hoặc smtp): máy chủ nhận rồi mới ghi là đã gửi. With --mail a
      letter is recorded when it has been taken.
      """)

  @OptionGroup var which: ItemFilterOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Ghi công văn vào thư mục · Write the letters here.", valueName: "folder"))
  var into: String?

  @Flag(name: .long, help: "In đoạn ngắn để dán vào tin nhắn · Print short texts to paste.")
  var message = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Gửi thư theo mail của soat.yaml; tệp CSV hoặc Excel: mã đơn vị, địa chỉ cơ quan · "
        + "Mail them; a CSV or Excel file of units and office addresses.", valueName: "file"))
  var mail: String?

  @OptionGroup var writing: WritingOptions
  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    guard into != nil || message || mail != nil || writing.dryRun else {
      throw ValidationError(
        "chọn --into, --message, --mail hoặc --dry-run · choose where the letters go")
    }
  }

  func run() throws {
    try options.run(
      { workspace, session in
        let round = try workspace.reminders(which.filter, session)
        let text = ReminderText(language: options.language)
        if session.isDryRun {
          Console.print(text.preview(round))
          return
        }
        let post = try workspace.post(for: round, addresses: mail, session)
        if let into { for letter in round.letters { try workspace.write(letter, into: into) } }
        let sent: [ChasingLetter]
        var report = MailReport()
        if let post {
          report = try workspace.mail(round, by: post, session)
          sent = report.sent
        } else {
          for letter in round.letters { try workspace.sent(letter, session) }
          sent = round.letters
        }
        if message {
          for letter in sent { Console.print(letter.message(workspace.settings.language) + "\n") }
        }
        Console.print(text.summary(ReminderRound(letters: sent), into: into))
        if !report.doubtful.isEmpty { Console.complain(text.doubtful(report.doubtful)) }
        if let refusal = report.refusal { throw refusal }
      }, writing: writing)
  }
}
