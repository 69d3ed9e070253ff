import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore

/// `soat deadline`: one due date, with how it came about.
struct DeadlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadline",
    abstract: "Tính một thời hạn · Compute one deadline.",
    discussion: """
      Ví dụ · Examples:
        soat deadline --from 31/10/2024 --within '15 ngày làm việc'
        soat deadline --from 2024-10-31 --within 'before 10/11/2024'
        soat deadline --from 2024-12-20 --within '30 days'
      """)

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "Ngày bắt đầu, không tính ngày này · The day the time runs from.")
  var from: CivilDate

  @Option(name: .long, help: "Thời hạn · The time limit, such as '15 working days'.")
  var within: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tệp lịch làm việc. Mặc định: calendars/vietnam.yaml của thư mục Checklists · "
        + "The calendar file.", valueName: "file"))
  var calendar: String?

  func run() throws {
    let language = common.language
    guard let limit = TimeLimit(text: within) else {
      throw ValidationError(
        LocalizedText(
          vi: "không hiểu thời hạn '\(within)'; viết như: 15 ngày làm việc, 30 ngày, 24 giờ, "
            + "trước ngày 10/11/2024, cuối quý",
          en: "'\(within)' is no time limit; write for example: 15 working days, 30 days, "
            + "24 hours, before 2024-11-10, end of quarter")[language])
    }
    let calendar = try loadCalendar(language)
    do throws(TimeError) {
      let due = try calendar.due(limit, from: from)
      Console.print(text(due, language))
    } catch {
      throw Failure(status: .problemsFound, message: error.message[language])
    }
  }

  private func loadCalendar(_ language: Language) throws -> WorkingCalendar {
    guard let path = calendar ?? Library.file("calendars/vietnam.yaml") else {
      throw Failure(
        status: .unreadable,
        message: LocalizedText(
          vi:
            "không thấy lịch; chỉ ra bằng --calendar TỆP hoặc đặt SOAT_LIBRARY=thư mục Checklists",
          en: "no calendar found; give --calendar FILE or set SOAT_LIBRARY to the Checklists folder"
        )[language])
    }
    let loaded: LoadedCalendar
    do throws(FileProblem) {
      loaded = try CalendarLoader.load(path)
    } catch {
      throw error.failure(language)
    }
    let text = loaded.diagnostics.text(in: [path: loaded.source], language)
    if !text.isEmpty { Console.complain(text) }
    guard let calendar = loaded.calendar else { throw Status.problemsFound.exitCode }
    return calendar
  }

  private func text(_ due: DueDate, _ language: Language) -> String {
    let name = due.due.weekday.name[language]
    let sendBy = due.sendBy.weekday.name[language]
    var text = LocalizedText(
      vi: "Thời hạn: hết ngày \(due.due.vietnamese) (\(name))\n",
      en: "Due: end of \(due.due.iso) (\(name))\n")[language]
    text +=
      LocalizedText(
        vi: "Nên gửi chậm nhất: \(due.sendBy.vietnamese) (\(sendBy))\n",
        en: "Send by: \(due.sendBy.iso) (\(sendBy))\n")[language]
    text +=
      LocalizedText(vi: "Cách tính: ", en: "How: ")[language] + due.derivation[language] + "\n"
    if due.isProvisional {
      text +=
        LocalizedText(
          vi: "Tạm tính: lịch nghỉ của giai đoạn này chưa được xác nhận đầy đủ\n",
          en: "Provisional: the calendar of these days is not fully confirmed\n")[language]
    }
    return text
  }
}
