import ArgumentParser
import ChecklistFormat
import Diagnostics

/// The command line: parse, call, print, exit code.
@main
struct Soat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soat",
    abstract: "Rà soát: chấm bảng kiểm, nêu tồn tại, tính thời hạn. Checklists in, findings out.",
    discussion: """
      Mã thoát · Exit codes:
        0  xong · fine
        1  có lỗi trong bảng kiểm, bài nộp hoặc biểu thức · problems found in the input
        2  gọi sai cách · wrong use
        3  không đọc được tệp · unreadable input

      Ví dụ · Examples:
        soat lint Checklists
        soat score --submission Checklists/examples/ba-to-2024.yaml
        soat explain --submission Checklists/examples/ba-to-2024.yaml NS-08
        soat eval 'size([1, 2, 3]) > 2'
        soat deadline --from 31/10/2024 --within '15 working days'
        soat kinds ratio
        soat schema area --output area.schema.json
        soat new bang-kiem-moi
        soat fmt --check Checklists
        soat diff OLD NEW
        soat roll-up --submission bai-nop-xa/ --units xa.yaml --parent huyen.yaml
      """,
    version: SoatVersion.text,
    groupedSubcommands: [
      CommandGroup(
        name: "Chấm điểm · Scoring",
        subcommands: [
          ScoreCommand.self, ExplainCommand.self, RollUpCommand.self, DeadlineCommand.self,
          EvalCommand.self,
        ]),
      CommandGroup(
        name: "Bảng kiểm · Checklist",
        subcommands: [
          LintCommand.self, KindsCommand.self, NewCommand.self, FormatCommand.self,
          DiffCommand.self, SchemaCommand.self, PluginCommands.self,
        ]),
      CommandGroup(
        name: "Đợt kiểm tra · Round",
        subcommands: [
          RoundCommand.self, SubmitCommand.self, InspectCommand.self, DivergenceCommand.self,
          CompareCommand.self, VerifyCommand.self,
        ]),
      CommandGroup(
        name: "Khắc phục · Remediation",
        subcommands: [
          ItemGroup.self, DueCommand.self, RemindCommand.self, ReportGroup.self,
          CalendarCommand.self, HistoryCommand.self, SuccessionGroup.self, ImportGroup.self,
        ]),
      CommandGroup(
        name: "Thư mục làm việc · Workspace",
        subcommands: [
          InitCommand.self, AccountCommand.self, GrantCommand.self, UnitCommand.self,
          ChecklistCommand.self, JournalCommand.self, BackupCommand.self, RestoreCommand.self,
          PurgeCommand.self,
        ]),
    ])

  static func main() {
    do {
      // Before the parser compares them: that takes a time that grows with the square of the marks.
      guard CommandLine.arguments.allSatisfy({ $0.piledMarks == nil }) else {
        throw ValidationError(
          "tham số có quá \(mostMarks) dấu phụ liền nhau · "
            + "an argument has more than \(mostMarks) combining marks in a row")
      }
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch {
        finish(error, of: type(of: command))
      }
    } catch {
      finish(error, of: Soat.self)
    }
  }

  /// Ends the process with the documented exit code of an error.
  ///
  /// - Parameter command: the one whose use is shown where it was used wrongly.
  private static func finish(_ error: any Error, of command: any ParsableCommand.Type) -> Never {
    if let failure = error as? Failure {
      Console.complain(failure.message)
      exit(withError: failure.status.exitCode)
    }
    if let code = error as? ExitCode { exit(withError: code) }
    let message = command.fullMessage(for: error)
    guard exitCode(for: error) != .success else {
      Console.print(message + "\n")
      exit()
    }
    let words = UsageWords(
      message: message, arguments: Array(CommandLine.arguments.dropFirst()), root: Soat.self)
    Console.complain(words.text)
    exit(withError: Status.wrongUse.exitCode)
  }
}

/// The version of this build.
enum SoatVersion {
  static let text = "0.1.0"
}

/// How a command ends; the numbers are part of its interface.
enum Status: Int32, Comparable {
  case fine = 0
  case problemsFound = 1
  case wrongUse = 2
  case unreadable = 3

  var exitCode: ExitCode { ExitCode(rawValue) }

  static func < (first: Status, second: Status) -> Bool { first.rawValue < second.rawValue }
}

/// An error that ends a command with a message and a documented exit code.
struct Failure: Error {
  let status: Status
  let message: String
}
