import ArgumentParser
import Diagnostics
import InspectionCore
import Workspace

/// `soat calendar`: deadlines for calendar programs.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Lịch thời hạn (iCalendar) · Deadlines as iCalendar.",
    discussion: """
      Ví dụ · Example:
        soat calendar --unit ba-to --output thoi-han.ics
      """)

  @OptionGroup var which: ItemFilterOptions

  @Option(name: .long, help: "Cả nội dung đã xong trong N ngày qua · Those closed lately too.")
  var closed = 0

  @Option(name: .long, help: "Nhắc trước N ngày · Days the alarm comes before.")
  var alarm = 3

  @Option(name: .shortAndLong, help: ArgumentHelp("Tệp · The file.", valueName: "file"))
  var output: String?

  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    guard (0...3660).contains(closed), (0...366).contains(alarm) else {
      throw ValidationError("--closed, --alarm: số ngày từ 0 · days from 0")
    }
  }

  func run() throws {
    try options.run { workspace, session in
      let text = try workspace.deadlineCalendar(
        which.filter, closedWithin: closed, alarmDays: alarm, session)
      try Console.deliver(text, to: output)
    }
  }
}
