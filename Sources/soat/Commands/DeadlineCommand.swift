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
        soat deadline --from '14:30 31/10/2024' --within '24 giờ'
        soat deadline --from 2024-10-31 --within 'next budget round'
        soat deadline --from 31/10/2024 --within '30 ngày' --own 10/11/2024
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ngày bắt đầu, không tính ngày này, hoặc giờ và ngày · The day the time runs from, or a time.",
      valueName: "date"))
  var from: Start

  @Option(name: .long, help: "Thời hạn · The time limit, such as '15 working days'.")
  var within: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ngày đoàn ấn định, đặt cạnh ngày tính được · The team's own day, set beside the computed one.",
      valueName: "date"))
  var own: CivilDate?

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
            + "trước ngày 10/11/2024, cuối quý, kỳ dự toán tới",
          en: "'\(within)' is no time limit; write for example: 15 working days, 30 days, "
            + "24 hours, before 2024-11-10, end of quarter, next budget round")[language])
    }
    let calendar = try loadCalendar(language)
    do throws(TimeError) {
      let due = try from.due(limit, on: calendar)
      var output = text(due, language)
      if let own {
        output += text(try calendar.chosen(own, beside: due, from: from.date), language)
      }
      Console.print(output)
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
    let day = LocalizedText(
      vi: "hết ngày \(due.due.vietnamese)", en: "end of \(due.due.iso)")
    var text = LocalizedText(
      vi: "Thời hạn: \(due.moment?.text.vi ?? day.vi) (\(name))\n",
      en: "Due: \(due.moment?.text.en ?? day.en) (\(name))\n")[language]
    text +=
      LocalizedText(
        vi: "Nên gửi chậm nhất: \(due.sendBy.vietnamese) (\(sendBy))\n",
        en: "Send by: \(due.sendBy.iso) (\(sendBy))\n")[language]
    text +=
      LocalizedText(vi: "Cách tính: ", en: "How: ")[language] + due.derivation[language] + "\n"
    if due.isProvisional {
      text +=
        LocalizedText(
          vi: "Tạm tính: thông báo sau này có thể làm thay đổi ngày\n",
          en: "Provisional: a later notice may move the date\n")[language]
    }
    return text
  }

  private func text(_ own: ChosenDate, _ language: Language) -> String {
    let how = own.date.derivation
    return LocalizedText(
      vi: "Đoàn ấn định: \(how.vi); \(own.difference.vi)\n",
      en: "Set by the team: \(how.en); \(own.difference.en)\n")[language]
  }
}

/// What a time limit runs from: a day, or a minute of it.
enum Start: ExpressibleByArgument {
  case day(CivilDate)
  case moment(CivilDateTime)

  init?(argument: String) {
    if let moment = CivilDateTime(text: argument) {
      self = .moment(moment)
    } else if let day = CivilDate(text: argument) {
      self = .day(day)
    } else {
      return nil
    }
  }

  var date: CivilDate {
    switch self {
    case .day(let day): day
    case .moment(let moment): moment.date
    }
  }

  func due(_ limit: TimeLimit, on calendar: WorkingCalendar) throws(TimeError) -> DueDate {
    switch self {
    case .day(let day): try calendar.due(limit, from: day)
    case .moment(let moment): try calendar.due(limit, from: moment)
    }
  }
}
