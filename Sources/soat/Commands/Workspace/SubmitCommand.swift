import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import Storage
import Workspace

/// `soat submit`: a unit's self-assessment.
struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: "Báo cáo tự đánh giá: nháp, nộp, trả lại, tiếp nhận · Self-assessments.",
    discussion: """
      Mỗi bản lưu đều được giữ. Bản đã nộp chỉ sửa được sau khi phòng theo dõi trả lại. Every revision is \
      kept; what is submitted changes only after the office has returned it.

      Ví dụ · Examples:
        soat submit draft --round 2024-1 --unit quang-ngai/ba-to --output bai-nop.yaml --as can-bo-ba-to
        soat submit save bai-nop.yaml --round 2024-1 --as can-bo-ba-to
        soat submit send --round 2024-1 --unit quang-ngai/ba-to --as chu-tich-ba-to
        soat submit return --round 2024-1 --unit quang-ngai/ba-to --reason 'Thiếu số liệu phần II' --as phong
        soat submit accept --round 2024-1 --unit quang-ngai/ba-to --as phong
      """,
    subcommands: [Draft.self, Save.self, Send.self, Return.self, Accept.self])

  /// Which self-assessment.
  struct KeyOptions: ParsableArguments {
    @Option(name: .long, help: "Mã đợt · The round.") var round: String
    @Option(name: .long, help: ArgumentHelp("Mã đơn vị · The unit.", valueName: "code"))
    var unit: String
    @Option(
      name: .long,
      help: ArgumentHelp(
        "Bảng kiểm; không cần khi đợt chỉ có một · The checklist, where the round has several.",
        valueName: "id@version"))
    var checklist: String?

    func key(in workspace: Workspace) throws -> SelfAssessmentKey {
      let known = try workspace.round(round).plan.checklists
      guard let reference = checklist ?? (known.count == 1 ? known[0] : nil) else {
        throw ValidationError(
          "thêm --checklist, một trong · add --checklist, one of: " + known.joined(separator: ", "))
      }
      return SelfAssessmentKey(round: round, unit: unit, checklist: reference)
    }
  }

  struct Draft: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "draft",
      abstract:
        "Tệp để điền, kèm số đã báo nơi khác · A file to fill in, with figures given elsewhere.")

    @OptionGroup var which: KeyOptions
    @Option(
      name: .long,
      help: ArgumentHelp("Ghi vào tệp · Write to a file.", valueName: "file"))
    var output: String?
    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let text = try options.run { workspace, session in
        try workspace.formToFill(which.key(in: workspace), session)
      }
      try Console.deliver(text, to: output)
    }
  }

  struct Save: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "save", abstract: "Lưu một bản · Save a revision.")

    @Argument(help: "Tệp bài nộp · The submission file.") var file: String
    @Option(name: .long, help: "Mã đợt · The round.") var round: String
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      let language = options.language
      try options.run(
        { workspace, session in
          let submission = try SubmissionInput.read(file, in: workspace, language)
          let number = try workspace.save(submission, in: round, session)
          Console.print(
            LocalizedText(
              vi: "Đã lưu bản số \(number) của \(submission.unit.code).\n",
              en: "Saved revision \(number) of \(submission.unit.code).\n")[language])
        }, writing: writing)
    }
  }

  struct Send: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "send", abstract: "Nộp bản mới nhất · Submit the last revision.")

    @OptionGroup var which: KeyOptions
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      let language = options.language
      try options.run(
        { workspace, session in
          let key = try which.key(in: workspace)
          let state = try workspace.give(.submit, key, session)
          var text = LocalizedText(
            vi: "Đã nộp bản số \(state.submitted ?? 0) của \(key.unit).\n",
            en: "Submitted revision \(state.submitted ?? 0) of \(key.unit).\n")[language]
          if let last = try workspace.round(key.round).plan.submitBy, session.happened > last {
            text +=
              LocalizedText(
                vi:
                  "Nộp sau hạn \(last.vietnamese), chậm \(last.days(until: session.happened)) ngày.\n",
                en:
                  "After the last day, \(last.iso), by \(last.days(until: session.happened)) days.\n"
              )[
                language]
          }
          Console.print(text)
        }, writing: writing)
    }
  }

  struct Return: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "return", abstract: "Trả lại kèm lý do · Send it back, with reasons.")

    @OptionGroup var which: KeyOptions
    @Option(name: .long, help: "Lý do · The reasons.") var reason: String
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      try options.run(
        { workspace, session in
          let key = try which.key(in: workspace)
          let text = FreeText(reason)
          guard let digest = text.blob else { throw ValidationError("--reason") }
          try workspace.give(.return(reason: digest), key, texts: [text], session)
          Console.print(
            LocalizedText(vi: "Đã trả lại \(key.unit).\n", en: "Returned it to \(key.unit).\n")[
              options.language])
        }, writing: writing)
    }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept", abstract: "Tiếp nhận · Accept it.")

    @OptionGroup var which: KeyOptions
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      try options.run(
        { workspace, session in
          let key = try which.key(in: workspace)
          try workspace.give(.accept, key, session)
          Console.print(
            LocalizedText(
              vi: "Đã tiếp nhận của \(key.unit).\n", en: "Accepted that of \(key.unit).\n")[
                options.language])
        }, writing: writing)
    }
  }
}

/// Reads a submission file by the frozen checklist that it names.
enum SubmissionInput {
  static func read(
    _ path: String, in workspace: Workspace, _ language: Language
  ) throws -> Submission {
    let file: SubmissionFile
    do throws(FileProblem) { file = try SubmissionLoader.open(path) } catch {
      throw error.failure(language)
    }
    let loaded: LoadedSubmission
    if let reference = file.checklist, try workspace.frozen(reference) != nil {
      loaded = SubmissionLoader.load(file, for: try workspace.checklist(reference).checklist)
    } else {
      loaded = SubmissionLoader.reject(
        file, known: try workspace.frozenChecklists().map(\.reference))
    }
    let text = loaded.diagnostics.text(in: [loaded.source.name: loaded.source], language)
    if !text.isEmpty { Console.complain(text) }
    guard let submission = loaded.submission else { throw Status.problemsFound.exitCode }
    return submission
  }
}
