import CEL
import Diagnostics

/// The worked examples of kind timeliness.
enum TimelinessExamples {
  static let all = fixed + counted + open

  private static let fixed = [
    KindExample(
      LocalizedText(vi: "Nộp báo cáo trong ngày cuối", en: "A report on its last day"),
      parameters: ["done": .name("report.submitted_on"), "by": due],
      answers: ["report.submitted_on": date(2024, 11, 4)],
      verdict: .met, reason: "report.submitted_on: 2024-11-04, due 2024-11-04: in time"),
    KindExample(
      LocalizedText(vi: "Nộp báo cáo muộn", en: "A late report"),
      parameters: ["done": .name("report.submitted_on"), "by": due],
      answers: ["report.submitted_on": date(2024, 11, 5)],
      verdict: .unmet,
      reason: "report.submitted_on: 2024-11-05, due 2024-11-04: 1 working day late"),
    KindExample(
      LocalizedText(
        vi: "Hạn ghi trong văn bản đôn đốc, mỗi kỳ một khác",
        en: "The due day is set anew each period, and is an answer itself"),
      parameters: [
        "done": .name("action_month.reported_on"), "by": .name("action_month.report_due"),
      ],
      answers: [
        "action_month.reported_on": date(2024, 6, 24),
        "action_month.report_due": date(2024, 6, 20),
      ],
      verdict: .unmet,
      reason: "action_month.reported_on: 2024-06-24, due 2024-06-20: 2 working days late"),
  ]

  private static let counted = [
    KindExample(
      LocalizedText(
        vi: "15 ngày sau diễn đàn, ngày cuối là thứ Bảy",
        en: "15 days after a forum, ending on a Saturday"),
      parameters: after("forum.reported_on", "forum.held_on", .calendarDays(15)),
      answers: ["forum.held_on": date(2024, 10, 11), "forum.reported_on": date(2024, 10, 28)],
      verdict: .met,
      reason:
        "forum.reported_on: 2024-10-28, due 2024-10-28 (15 days from the day after 2024-10-11, ending on 2024-10-26, a day off (Saturday), hence on the next working day 2024-10-28): in time"
    ),
    KindExample(
      LocalizedText(vi: "Quá 5 ngày làm việc", en: "More than 5 working days"),
      parameters: after("plan.submitted_on", "case.opened_on", .workingDays(5)),
      answers: ["case.opened_on": date(2024, 10, 31), "plan.submitted_on": date(2024, 11, 8)],
      verdict: .unmet,
      reason:
        "plan.submitted_on: 2024-11-08, due 2024-11-07 (5 working days from the day after 2024-10-31, leaving out Saturdays, Sundays and holidays): 1 working day late"
    ),
    KindExample(
      LocalizedText(vi: "12 giờ, tính liên tục qua đêm", en: "12 hours, on through the night"),
      parameters: after("alert.answered_at", "alert.received_at", .hours(12)),
      answers: [
        "alert.received_at": time(2024, 10, 31, 20 * 60),
        "alert.answered_at": time(2024, 11, 1, 8 * 60 + 10),
      ],
      verdict: .unmet,
      reason:
        "alert.answered_at: 2024-11-01 08:10, due 2024-11-01 08:00 (12 hours from 2024-10-31 20:00): 10 min late"
    ),
  ]

  private static let open = [
    KindExample(
      LocalizedText(vi: "Chỉ biết ngày thì chưa tính được giờ", en: "Days alone do not tell hours"),
      parameters: after("alert.answered_at", "alert.received_at", .hours(12)),
      answers: [
        "alert.received_at": date(2024, 10, 31), "alert.answered_at": date(2024, 10, 31),
      ],
      verdict: .unanswered,
      reason: "Not exact enough to decide: alert.answered_at; alert.received_at"),
    KindExample(
      LocalizedText(vi: "Không có ngày làm xong", en: "No day is given"),
      parameters: after("forum.reported_on", "forum.held_on", .calendarDays(15)),
      answers: [
        "forum.held_on": date(2024, 10, 11),
        "forum.reported_on": .missing(LocalizedText(same: "-")),
      ],
      verdict: .unanswered, reason: "Missing: forum.reported_on (-)"),
    KindExample(
      LocalizedText(
        vi: "Không có ngày là chưa làm, và hạn đã qua ngày chấm 31/10/2024",
        en: "No day means not done, and the due day is past on 2024-10-31"),
      parameters: after("forum.reported_on", "forum.held_on", .workingDays(5)).merging(
        ["not_done": .name("unmet")]
      ) { $1 },
      answers: [
        "forum.held_on": date(2024, 10, 11),
        "forum.reported_on": .missing(LocalizedText(same: "-")),
      ],
      verdict: .unmet,
      reason:
        "forum.reported_on: not done, was due 2024-10-18 (5 working days from the day after 2024-10-11, leaving out Saturdays, Sundays and holidays)"
    ),
  ]

  private static let due: ParameterValue =
    day(2024, 11, 4).map { .date($0) } ?? .name("no such day")

  private static func after(
    _ done: String, _ event: String, _ limit: TimeLimit
  ) -> [String: ParameterValue] {
    ["done": .name(done), "after": .name(event), "within": .limit(limit)]
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
    CivilDate(year: year, month: month, day: day)
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> AnswerValue {
    self.day(year, month, day).map { .date($0) } ?? .missing(LocalizedText(same: "?"))
  }

  private static func time(_ year: Int, _ month: Int, _ day: Int, _ minute: Int) -> AnswerValue {
    self.day(year, month, day).flatMap { CivilDateTime(date: $0, minute: minute) }
      .map { .dateTime($0) } ?? .missing(LocalizedText(same: "?"))
  }
}
