import InspectionCore
import TestSupport
import Testing

/// Each test names the seed and the trial of what it breaks on.
@Suite("Deadlines keep their promises, on whatever calendar")
struct DeadlinePropertyTests {
  @Test(
    "Hours run on the wall clock: they add up, across midnight and days off", arguments: [3, 24])
  func hours(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for trial in 0..<2_000 {
      let calendar = vietnameseCalendar
      let start = try randomTime(&generator)
      let first = Int.random(in: 1...200, using: &generator)
      let second = Int.random(in: 1...200, using: &generator)
      let due = try calendar.due(.hours(first), from: start)
      let last = try #require(due.moment)
      let isRight =
        try calendar.due(.hours(second), from: last).moment
        == calendar.due(.hours(first + second), from: start).moment
        && due.due == last.date && due.sendBy == last.date && !due.isProvisional
        && last == start.adding(minutes: first * 60)
        && minutes(from: start, to: last) == first * 60
        && last.adding(minutes: -first * 60) == start
      guard isRight else {
        Issue.record("\(start.iso) + \(first) + \(second); seed \(seed), trial \(trial)")
        return
      }
    }
  }

  @Test("Hours from a day end with the last day in which hours from any of its minutes end")
  func hoursOfADay() throws {
    for count in [1, 12, 23, 24, 25, 47, 48, 49, 10_000] {
      let day = date("2024-12-31")
      let byDay = try vietnameseCalendar.due(.hours(count), from: day)
      var latest = day
      for minute in 0..<1440 {
        let start = try #require(CivilDateTime(date: day, minute: minute))
        latest = max(latest, try vietnameseCalendar.due(.hours(count), from: start).due)
      }
      #expect(byDay.due == latest, "\(count) hours")
      #expect(byDay.moment == nil)
    }
  }

  @Test("Only hours look at the clock: any other limit counts from the day")
  func otherLimits() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<300 {
      let calendar = try randomCalendar(&generator)
      let start = try randomTime(&generator)
      for limit in try randomLimits(&generator) {
        let byMoment = try calendar.due(limit, from: start)
        #expect(byMoment == (try calendar.due(limit, from: start.date)), "\(limit) \(start.iso)")
      }
    }
  }

  @Test("Counting working days undoes adding them", arguments: [5, 2_027] as [UInt64])
  func inverse(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for trial in 0..<400 {
      let calendar = try randomCalendar(&generator)
      let start = try randomDay(&generator)
      let other = try randomDay(&generator)
      let count = Int.random(in: 1...60, using: &generator)
      let end = try calendar.adding(workingDays: count, to: start)
      let last = max(end, other)
      let isRight =
        calendar.workingDays(after: start, through: end) == count
        && calendar.workingDays(after: end, through: start) == 0
        && calendar.workingDays(after: start, through: start) == 0
        && calendar.workingDays(after: start, through: last)
          == count + calendar.workingDays(after: end, through: last)
      guard isRight else {
        Issue.record("\(start) + \(count), \(other); seed \(seed), trial \(trial)")
        return
      }
    }
  }

  @Test("Who starts later is never due earlier", arguments: [8, 88] as [UInt64])
  func monotone(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for trial in 0..<400 {
      let calendar = try randomCalendar(&generator)
      let start = try randomDay(&generator)
      let later = try start.adding(days: Int.random(in: 0...20, using: &generator))
      for limit in try randomLimits(&generator) {
        let first = try calendar.due(limit, from: start)
        let second = try calendar.due(limit, from: later)
        guard first.due <= second.due, first.sendBy <= first.due else {
          Issue.record("\(limit) from \(start) and \(later); seed \(seed), trial \(trial)")
          return
        }
      }
    }
  }

  @Test("Nothing that is counted ends within Tết", arguments: [10, 29] as [UInt64])
  func tet(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let tet = ["2024-02-08/2024-02-14", "2025-01-27/2025-01-31", "2026-02-16/2026-02-20"]
      .map { Period(iso: $0)! }
    for trial in 0..<3_000 {
      let holiday = tet[Int.random(in: 0..<tet.count, using: &generator)]
      let start = try holiday.from.adding(days: -Int.random(in: 1...60, using: &generator))
      let count = Int.random(in: 1...70, using: &generator)
      for limit in [TimeLimit.calendarDays(count), .workingDays(count)] {
        let due = try vietnameseCalendar.due(limit, from: start).due
        if holiday.contains(due) {
          Issue.record("\(limit) from \(start): \(due); seed \(seed), trial \(trial)")
          return
        }
      }
      // Ends on a day of Tết: the first working day after it.
      let into = start.days(until: holiday.from)
      let due = try vietnameseCalendar.due(.calendarDays(into), from: start).due
      #expect(due == (try vietnameseCalendar.nextWorkingDay(onOrAfter: holiday.to)))
    }
  }

  @Test(
    "A make-up Saturday counts as one working day, and a limit may end on it",
    arguments: ["2024-05-04", "2025-04-26", "2026-01-10"])
  func makeUp(saturday: String) throws {
    let day = date(saturday)
    let friday = try day.adding(days: -1)
    let calendar = vietnameseCalendar
    #expect(day.weekday == .saturday)
    #expect(try calendar.due(.workingDays(1), from: friday).due == day)
    #expect(try calendar.due(.calendarDays(1), from: friday).due == day)
    #expect(try calendar.due(.by(day), from: friday).sendBy == day)
    var without = calendar.makeUpDays
    without[day] = nil
    let ordinary = WorkingCalendar(
      id: calendar.id, title: calendar.title, verified: calendar.verified,
      daysOff: calendar.daysOff, makeUpDays: without)
    for count in 1...40 {
      let later = try ordinary.adding(workingDays: count, to: friday)
      #expect(try calendar.adding(workingDays: count + 1, to: friday) == later)
    }
  }

  @Test("The end of a quarter, a day by which and a day before which hang on no count")
  func fixed() throws {
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<500 {
      let calendar = try randomCalendar(&generator)
      let start = try randomDay(&generator)
      let day = try randomDay(&generator)
      let quarter = try calendar.due(.endOfQuarter, from: start)
      #expect(quarter.due > start)
      #expect((try quarter.due.adding(days: 1)).day == 1)
      #expect([3, 6, 9, 12].contains(quarter.due.month))
      let before = try calendar.due(.before(day), from: start)
      #expect(try calendar.due(.by(day.adding(days: -1)), from: start).due == before.due)
      for due in [quarter, before] {
        #expect(calendar.isWorkingDay(due.sendBy))
        #expect(calendar.workingDays(after: due.sendBy, through: due.due) == 0)
      }
    }
  }

  private func minutes(from start: CivilDateTime, to end: CivilDateTime) -> Int {
    start.date.days(until: end.date) * 1440 + end.minute - start.minute
  }

  private func randomDay(_ generator: inout SeededGenerator) throws -> CivilDate {
    try date("2024-01-01").adding(days: Int.random(in: 0...730, using: &generator))
  }

  private func randomTime(_ generator: inout SeededGenerator) throws -> CivilDateTime {
    let minute = Int.random(in: 0..<1440, using: &generator)
    return try #require(CivilDateTime(date: try randomDay(&generator), minute: minute))
  }

  private func randomLimits(_ generator: inout SeededGenerator) throws -> [TimeLimit] {
    let count = Int.random(in: 1...90, using: &generator)
    let day = try randomDay(&generator)
    return [
      .calendarDays(count), .workingDays(count), .by(day), .before(day), .endOfQuarter,
      .nextBudgetRound,
    ]
  }

  /// The Vietnamese calendar with more days off, more days worked, and budget rounds.
  private func randomCalendar(_ generator: inout SeededGenerator) throws -> WorkingCalendar {
    let known = vietnameseCalendar
    var off = known.daysOff
    var worked = known.makeUpDays
    for _ in 0..<60 {
      let entry = CalendarDay(
        name: known.title, source: "random", isConfirmed: Bool.random(using: &generator))
      off[try randomDay(&generator)] = entry
      worked[try randomDay(&generator)] = entry
    }
    let rounds = try (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      let day = try randomDay(&generator)
      return BudgetRound(
        day: try #require(PeriodPreset.Day(month: day.month, day: min(day.day, 28))),
        name: known.title, source: "random", isConfirmed: Bool.random(using: &generator))
    }
    return WorkingCalendar(
      id: known.id, title: known.title, verified: known.verified, daysOff: off, makeUpDays: worked,
      budgetRounds: rounds)
  }
}
