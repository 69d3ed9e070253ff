import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import Workspace

/// `soat round`: rounds of inspections.
struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Đợt kiểm tra · Rounds of inspections.",
    subcommands: [Open.self, Postpone.self, Close.self, List.self])

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open",
      abstract: "Mở đợt theo quyết định · Open a round by its decision.",
      discussion: """
        Tệp YAML nêu quyết định, bảng kiểm, kỳ, các đoàn với thành viên, đơn vị và ngày kiểm tra. Trưởng \
        đoàn, thành viên được giao vai trò ở các đơn vị của đoàn. A YAML file gives the decision, the \
        checklists, the period, and the teams with members, units and days; leaders and members get \
        their roles over the team's units.

          soat: 1
          round: 2024-1
          title: { vi: Kiểm tra công tác trẻ em năm 2024, en: Inspection of 2024 }
          decision: { number: 45/QĐ-SYT, date: 02/10/2024 }
          checklists: [child-protection-district@2024.1]
          period: { from: 01/01/2024, to: 30/09/2024 }
          submit_by: 20/10/2024
          teams:
            - id: doan-1
              leader: truong-doan-1
              members: [thanh-vien-1]
              units: [quang-ngai/ba-to]
              visits: { from: 28/10/2024, to: 01/11/2024 }

        Ví dụ · Example:
          soat round open dot-2024-1.yaml --as truong-phong
        """)

    @Argument(help: "Tệp đợt kiểm tra · The round's file.") var file: String
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      let language = options.language
      let loaded: LoadedRound
      do throws(FileProblem) { loaded = try RoundLoader.load(file) } catch {
        throw error.failure(language)
      }
      let text = loaded.diagnostics.text(in: [file: loaded.source], language)
      if !text.isEmpty { Console.complain(text) }
      guard let plan = loaded.plan else { throw Status.problemsFound.exitCode }
      try options.run(
        { workspace, session in
          try workspace.open(plan, session)
          Console.print(
            LocalizedText(
              vi: "Đã mở đợt \(plan.id): \(plan.teams.count) đoàn, \(plan.units.count) đơn vị.\n",
              en:
                "Opened the round \(plan.id): \(plan.teams.count) teams, \(plan.units.count) units.\n"
            )[
              language])
        }, writing: writing)
    }
  }

  struct Postpone: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "postpone", abstract: "Lùi ngày kiểm tra · Put its visits off.",
      discussion: """
        Ví dụ · Example:
          soat round postpone 2024-1 --team doan-1 --from 04/11/2024 --to 08/11/2024 --as truong-phong
        """)

    @Argument(help: "Mã đợt · The round.") var round: String
    @Option(name: .long, help: "Chỉ đoàn này · Only this team.") var team: String?
    @Option(name: .long, help: "Ngày đầu mới · The new first day.") var from: CivilDate
    @Option(name: .long, help: "Ngày cuối mới · The new last day.") var to: CivilDate
    @Option(name: .long, help: "Hạn tự đánh giá mới · The new last day for self-assessments.")
    var submitBy: CivilDate?
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      let language = options.language
      guard let visits = Period(from: from, to: to) else {
        throw ValidationError(
          "--to trước --from · --to comes before --from")
      }
      try options.run(
        { workspace, session in
          try workspace.postpone(
            round, Postponement(team: team, visits: visits, submitBy: submitBy), session)
          Console.print(
            LocalizedText(
              vi: "Đợt \(round): kiểm tra từ \(from.vietnamese) đến \(to.vietnamese).\n",
              en: "The round \(round): visits from \(from.iso) to \(to.iso).\n")[language])
        }, writing: writing)
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close", abstract: "Kết thúc đợt · Close it.")

    @Argument(help: "Mã đợt · The round.") var round: String
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var writing: WritingOptions

    func run() throws {
      try options.run(
        { workspace, session in
          try workspace.closeRound(round, session)
          Console.print(
            LocalizedText(vi: "Đã kết thúc đợt \(round).\n", en: "Closed the round \(round).\n")[
              options.language])
        }, writing: writing)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Các đợt với tình trạng từng đơn vị · Rounds, unit by unit.")

    @Argument(help: "Mã đợt; bỏ trống để xem tất cả · The round; all without.") var round: String?
    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let language = options.language
      try options.run { workspace, session in
        try workspace.authorize(
          session, .workspace(.read), unit: workspace.settings.coordinator)
        var text = ""
        for id in try round.map({ [$0] }) ?? workspace.rounds() {
          text +=
            RoundText(
              round: try workspace.round(id), units: try workspace.progress(ofRound: id),
              language: language
            ).text
        }
        Console.print(visibleLines(text))
      }
    }
  }
}
