import ArgumentParser
import Diagnostics
import InspectionCore
import PluginHost
import Workspace

/// `soat inspect`: an inspection on site.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Cuộc kiểm tra: mở, nhập kết quả, kết thúc · Inspections.",
    discussion: """
      Một cuộc kiểm tra có thể có nhiều đối tượng: đơn vị, xã chọn mẫu, trường, điểm vui chơi, mỗi đối \
      tượng theo bảng kiểm riêng. An inspection may have several subjects: the unit, sample communes, \
      schools, play sites, each with a checklist of its own.

      Ví dụ · Examples:
        soat inspect open --round 2024-1 --unit quang-ngai/ba-to --as truong-doan-1
        soat inspect add --round 2024-1 --unit quang-ngai/ba-to --of quang-ngai/ba-to/ba-dien \
      --checklist child-protection-commune@2024.1 --as truong-doan-1
        soat inspect answer ket-qua.yaml --round 2024-1 --unit quang-ngai/ba-to --as truong-doan-1
        soat inspect close --round 2024-1 --unit quang-ngai/ba-to --as truong-doan-1
      """,
    subcommands: [Open.self, Add.self, Answer.self, Close.self, Show.self])

  /// Which inspection.
  struct Which: ParsableArguments {
    @Option(name: .long, help: "Mã đợt · The round.") var round: String
    @Option(
      name: .long,
      help: ArgumentHelp("Mã đơn vị được kiểm tra · The unit inspected.", valueName: "code"))
    var unit: String
  }

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open",
      abstract:
        "Mở; nêu các nội dung trước đây phải xác minh · Open it, with what is to be verified.")

    @OptionGroup var which: Which
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      try options.run(
        { workspace, session in
          let inspection = try workspace.openInspection(
            round: which.round, unit: which.unit, subjects: [], session)
          Console.print(
            visibleLines(
              try InspectionText(inspection, in: workspace, session, language: options.language)
                .text()))
        }, writing: writing)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Thêm đối tượng · Add a subject.")

    @OptionGroup var which: Which
    @Option(
      name: .customLong("of"),
      help: ArgumentHelp(
        "Đơn vị là đối tượng, hoặc chứa nó · The unit it is, or lies in.", valueName: "code"))
    var subjectUnit: String
    @Option(name: .long, help: "Bảng kiểm · Its checklist.") var checklist: String
    @Option(
      name: .long,
      help: ArgumentHelp(
        "Tên trường, điểm vui chơi, khi không phải cả đơn vị · A school or a play site, where it is not "
          + "the unit itself.", valueName: "text"))
    var title: String?
    @Option(
      name: .long,
      help: ArgumentHelp(
        "Mã trường, điểm vui chơi; giữ nguyên qua các đợt · Its id, the same in every round.",
        valueName: "id"))
    var id: String?
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func validate() throws {
      if (title == nil) != (id == nil) {
        throw ValidationError("--title và --id đi cùng nhau · --title and --id go together")
      }
    }

    func run() throws {
      try options.run(
        { workspace, session in
          let name = id.map { "\(subjectUnit)#\($0)" } ?? subjectUnit
          try workspace.extend(
            round: which.round, unit: which.unit,
            with: InspectionSubject(
              id: name, unit: subjectUnit, checklist: checklist, title: title),
            session)
          Console.print(
            LocalizedText(vi: "Đã thêm đối tượng \(name).\n", en: "Added the subject \(name).\n")[
              options.language])
        }, writing: writing)
    }
  }

  struct Answer: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "answer",
      abstract: "Nhập kết quả của đoàn; bản của đơn vị giữ nguyên · Give the team's answers.")

    @Argument(help: "Tệp kết quả, dạng bài nộp · The answers, as a submission file.") var file:
      String
    @OptionGroup var which: Which
    @Option(name: .long, help: "Mã đối tượng · The subject's id.") var subject: String?
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      let language = options.language
      try options.run(
        { workspace, session in
          let submission = try SubmissionInput.read(file, in: workspace, language)
          let number = try workspace.answer(
            round: which.round, unit: which.unit, subject: subject, submission, session)
          Console.print(
            LocalizedText(
              vi: "Đã nhập kết quả \(submission.unit.code), bản số \(number).\n",
              en: "Recorded the answers about \(submission.unit.code), revision \(number).\n")[
                language])
        }, writing: writing)
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close",
      abstract:
        "Kết thúc: chấm, đối chiếu, đề xuất nội dung khắc phục · Close it: judge and propose.",
      discussion: """
        Chấm từng đối tượng, đối chiếu với nội dung còn mở, đề xuất nội dung mới. Thời hạn mới là dự \
        kiến; ban hành bằng soat item issue. Every subject is judged and set against what is open; new \
        items are proposed, with deadlines that bind nobody before soat item issue. Checks that plugins judge \
        are asked of those that the frozen checklist names, as soat score does.

        Ví dụ · Example:
          soat inspect close --round 2024-1 --unit quang-ngai/ba-to --dry-run --as truong-doan-1
        """)

    @OptionGroup var which: Which
    @Option(
      name: .long, parsing: .upToNextOption,
      help: ArgumentHelp(
        "Bỏ qua đối tượng chưa kiểm tra · Leave subjects out.", valueName: "subject"))
    var without: [String] = []
    @Option(
      name: .long,
      help: ArgumentHelp(
        "Yêu cầu bổ sung số liệu còn thiếu, trong thời hạn này · Ask for missing figures, within this "
          + "limit.", valueName: "limit"))
    var figuresWithin: String?
    @Option(
      name: .long,
      help: ArgumentHelp(
        "Thư mục chứa tệp minh chứng nêu trong kết quả, hoặc ĐỐI_TƯỢNG=THƯ_MỤC; tệp chỉ được đọc, không "
          + "lưu · The folder of the evidence that answers name, or SUBJECT=FOLDER; files are read, not "
          + "kept. Mặc định · default: .", valueName: "folder"))
    var evidence: [String] = []
    @OptionGroup var plugins: PluginOptions
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      var limit: TimeLimit?
      if let figuresWithin {
        guard let known = TimeLimit(text: figuresWithin) else {
          throw ValidationError(
            "--figures-within: viết như '15 ngày làm việc' · write it as '15 working days'")
        }
        limit = known
      }
      try options.run(
        { workspace, session in
          let kinds = try workspace.pluginKinds(round: which.round, unit: which.unit)
          let (host, hosted) = plugins.host(of: kinds, options.language)
          defer { host.close() }
          let closed = try workspace.closeInspection(
            round: which.round, unit: which.unit,
            wishes: ClosingWishes(
              figuresWithin: limit, without: Set(without),
              plugins: PluginAsking(kinds: hosted, evidence: evidence) {
                host.context($0, for: $1, $2, folder: $3)
              }), session)
          Console.print(
            visibleLines(
              ClosedInspectionText(
                closed, isDryRun: session.isDryRun, language: options.language
              ).text))
        }, writing: writing)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Xem cuộc kiểm tra · Look at it.")

    @OptionGroup var which: Which
    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      try options.run { workspace, session in
        try workspace.authorize(session, .workspace(.read), unit: which.unit)
        let inspection = try workspace.inspection(round: which.round, unit: which.unit)
        Console.print(
          visibleLines(
            try InspectionText(inspection, in: workspace, session, language: options.language)
              .text()))
      }
    }
  }
}
