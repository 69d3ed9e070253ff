import InspectionCore
import TestSupport
import Testing

@Suite struct TimePropertyTests {
  @Test("Days add up, come back and keep their order")
  func civilDays() throws {
    let seed: UInt64 = 1970
    var generator = SeededGenerator(seed: seed)
    for trial in 0..<20_000 {
      let start = try date("1500-01-01").adding(
        days: Int.random(in: 0...400_000, using: &generator))
      let first = Int.random(in: -90_000...90_000, using: &generator)
      let second = Int.random(in: -90_000...90_000, using: &generator)
      let end = try start.adding(days: first)
      let isRight =
        try end.adding(days: second) == start.adding(days: first + second)
        && end.adding(days: -first) == start && start.days(until: end) == first
        && (start < end) == (first > 0) && CivilDate(iso: end.iso) == end
        && CivilDate(text: end.vietnamese) == end
        && end.weekday.rawValue == (start.weekday.rawValue - 1 + first % 7 + 7) % 7 + 1
      guard isRight else {
        Issue.record("\(start) + \(first) + \(second); seed \(seed), trial \(trial)")
        return
      }
    }
  }

  @Test("Working days land on working days, add up and grow", arguments: [7, 2_025] as [UInt64])
  func workingDays(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for trial in 0..<400 {
      let calendar = try randomCalendar(&generator)
      let start = try randomDay(&generator)
      let first = Int.random(in: 1...40, using: &generator)
      let second = Int.random(in: 1...40, using: &generator)
      let end = try calendar.adding(workingDays: first, to: start)
      var worked = 0
      var day = start
      while day < end {
        day = try day.adding(days: 1)
        if calendar.isWorkingDay(day) { worked += 1 }
      }
      let isRight =
        try calendar.isWorkingDay(end) && worked == first
        && calendar.adding(workingDays: second, to: end)
          == calendar.adding(workingDays: first + second, to: start)
        && calendar.adding(workingDays: first + 1, to: start) > end
        && calendar.adding(workingDays: first, to: start.adding(days: 1)) >= end
      guard isRight else {
        Issue.record("\(start) + \(first) + \(second); seed \(seed), trial \(trial)")
        return
      }
    }
  }

  @Test("The nearest working days enclose a day and nothing lies between", arguments: [1, 99])
  func nearest(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for trial in 0..<300 {
      let calendar = try randomCalendar(&generator)
      let day = try randomDay(&generator)
      let next = try calendar.nextWorkingDay(onOrAfter: day)
      let last = try calendar.lastWorkingDay(onOrBefore: day)
      var isRight =
        last <= day && day <= next && calendar.isWorkingDay(last) && calendar.isWorkingDay(next)
        && calendar.isWorkingDay(day) == (last == day) && (last == day) == (next == day)
      for offset in 1..<max(1, last.days(until: next)) {
        if calendar.isWorkingDay(try last.adding(days: offset)) { isRight = false }
      }
      guard isRight else {
        Issue.record("\(last) \(day) \(next); seed \(seed), trial \(trial)")
        return
      }
    }
  }

  @Test("Due dates keep their promises for every kind of limit", arguments: [4, 0xDE] as [UInt64])
  func dueDates(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for trial in 0..<300 {
      let calendar = try randomCalendar(&generator)
      let day = try randomDay(&generator)
      let fixed = try randomDay(&generator)
      let count = Int.random(in: 1...90, using: &generator)
      let byDays = try calendar.due(.calendarDays(count), from: day)
      let byWork = try calendar.due(.workingDays(count), from: day)
      let byHours = try calendar.due(.hours(count), from: day)
      let by = try calendar.due(.by(fixed), from: day)
      let before = try calendar.due(.before(fixed), from: day)
      let quarter = try calendar.due(.endOfQuarter, from: day)
      let longer = try calendar.due(.calendarDays(count + 1), from: day)
      var promises = [
        day.days(until: byDays.due) >= count, byDays.due <= byWork.due, byDays.due <= longer.due,
        calendar.isWorkingDay(byDays.due), calendar.isWorkingDay(byWork.due),
        day.days(until: byHours.due) == (count + 23) / 24, byHours.sendBy == byHours.due,
        by.due == fixed, before.due.days(until: fixed) == 1, before.sendBy <= by.sendBy,
        quarter.due > day, day.days(until: quarter.due) <= 92,
        quarter.due == quarter.due.endOfQuarter,
      ]
      for result in [byDays, byWork, by, before, quarter] {
        promises.append(
          try result.sendBy == calendar.lastWorkingDay(onOrBefore: result.due))
      }
      if let broken = promises.firstIndex(of: false) {
        Issue.record("promise \(broken): \(day), \(count), \(fixed); seed \(seed), trial \(trial)")
        return
      }
    }
  }

  private func randomDay(_ generator: inout SeededGenerator) throws -> CivilDate {
    try date("2024-01-01").adding(days: Int.random(in: 0...730, using: &generator))
  }

  /// The Vietnamese calendar with more days off and more days worked.
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
    return WorkingCalendar(
      id: known.id, title: known.title, verified: known.verified, daysOff: off, makeUpDays: worked)
  }
}
