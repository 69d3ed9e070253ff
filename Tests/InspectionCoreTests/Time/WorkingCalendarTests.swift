import Diagnostics
import InspectionCore
import Testing

@Suite struct WorkingCalendarTests {
  private let calendar = vietnameseCalendar

  @Test(
    "Weekends and holidays are off, make-up Saturdays are worked",
    arguments: [
      ("2024-05-04", true), ("2024-04-29", false), ("2025-04-26", true), ("2025-05-02", false),
      ("2024-05-11", false), ("2024-11-10", false), ("2024-11-11", true), ("2024-02-07", true),
      ("2024-02-08", false), ("2024-02-14", false), ("2024-02-15", true),
    ])
  func days(day: String, isWorking: Bool) {
    #expect(calendar.isWorkingDay(date(day)) == isWorking)
    #expect((calendar.reasonOff(date(day)) == nil) == isWorking)
  }

  @Test("The nearest working day is found on either side, over Tết too")
  func nearest() throws {
    #expect(try calendar.nextWorkingDay(onOrAfter: date("2024-02-08")) == date("2024-02-15"))
    #expect(try calendar.lastWorkingDay(onOrBefore: date("2024-02-14")) == date("2024-02-07"))
    #expect(try calendar.nextWorkingDay(onOrAfter: date("2024-04-27")) == date("2024-05-02"))
    #expect(try calendar.lastWorkingDay(onOrBefore: date("2024-05-05")) == date("2024-05-04"))
    #expect(try calendar.nextWorkingDay(onOrAfter: date("2024-11-11")) == date("2024-11-11"))
  }

  @Test(
    "Working days are counted from the day after",
    arguments: [
      ("2024-10-31", 15, "2024-11-21"), ("2024-04-26", 1, "2024-05-02"),
      ("2024-04-26", 3, "2024-05-04"), ("2024-04-26", 4, "2024-05-06"),
      ("2025-04-24", 2, "2025-04-26"), ("2025-04-24", 5, "2025-05-05"),
      ("2024-02-07", 1, "2024-02-15"), ("2024-11-09", 1, "2024-11-11"),
    ])
  func adding(from: String, count: Int, expected: String) throws {
    #expect(try calendar.adding(workingDays: count, to: date(from)) == date(expected))
  }

  @Test("A day that is off and made up is off, for that is what the notice of a holiday says")
  func contradiction() {
    let saturday = date("2024-05-04")
    let day = CalendarDay(name: calendar.title, source: "test", isConfirmed: true)
    let both = WorkingCalendar(
      id: "x", title: calendar.title, verified: calendar.verified, daysOff: [saturday: day],
      makeUpDays: [saturday: day])
    #expect(!both.isWorkingDay(saturday))
    #expect(both.reasonOff(saturday) == calendar.title)
  }

  @Test("Counts out of range and calendars without working days are refused")
  func bounds() throws {
    for count in [0, -1, 10_001, .max] {
      #expect(throws: TimeError.countOutOfRange) {
        try calendar.adding(workingDays: count, to: date("2024-01-01"))
      }
    }
    #expect(try calendar.adding(workingDays: 10_000, to: date("2024-01-01")).year == 2062)
    #expect(throws: TimeError.dateOutOfRange) {
      try calendar.adding(workingDays: 10, to: date("9999-12-30"))
    }
    let day = CalendarDay(name: calendar.title, source: "test", isConfirmed: true)
    var everyDay: [CivilDate: CalendarDay] = [:]
    for offset in 0..<10_001 { everyDay[try date("2000-01-01").adding(days: offset)] = day }
    let idle = WorkingCalendar(
      id: "x", title: calendar.title, verified: calendar.verified, daysOff: everyDay,
      makeUpDays: [:])
    #expect(throws: TimeError.noWorkingDay) {
      try idle.nextWorkingDay(onOrAfter: date("2000-01-01"))
    }
  }

  @Test("Every error says what happened in both languages")
  func messages() {
    let errors: [TimeError] = [.countOutOfRange, .dateOutOfRange, .noWorkingDay]
    #expect(Set(errors.flatMap { [$0.message.vi, $0.message.en] }).count == 6)
    #expect(TimeError.countOutOfRange.message.en.contains("10000"))
  }

  @Test("A span is certain within the verified days and without a day merely proposed")
  func certainty() throws {
    func isCertain(_ iso: String) throws -> Bool {
      calendar.isCertain(throughout: try #require(Period(iso: iso)))
    }
    #expect(try isCertain("2024-01-01/2026-01-01"))
    #expect(try !isCertain("2026-01-01/2026-01-02"))
    #expect(try !isCertain("2026-01-10/2026-01-11"))
    #expect(try isCertain("2026-01-11/2026-06-30"))
    #expect(try !isCertain("2026-06-30/2026-07-01"))
    #expect(try !isCertain("2023-12-31/2024-01-02"))
  }
}
