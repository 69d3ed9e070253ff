import Diagnostics
import InspectionCore
import Testing

@Suite("The next budget round")
struct BudgetRoundTests {
  private func calendar(
    _ days: [(String, Bool)], basedOn known: WorkingCalendar = vietnameseCalendar
  ) throws -> WorkingCalendar {
    let rounds = try days.map { text, isConfirmed in
      BudgetRound(
        day: try #require(PeriodPreset.Day(text: text)),
        name: LocalizedText(vi: "nộp dự toán", en: "estimates"), source: "test",
        isConfirmed: isConfirmed)
    }
    return WorkingCalendar(
      id: known.id, title: known.title, verified: known.verified, daysOff: known.daysOff,
      makeUpDays: known.makeUpDays, budgetRounds: rounds)
  }

  @Test(
    "is the first day after the start, of this year or the next",
    arguments: [
      ("2024-01-10", "2024-07-19"), ("2024-07-18", "2024-07-19"), ("2024-07-19", "2024-11-30"),
      ("2024-11-30", "2025-07-19"), ("2024-12-31", "2025-07-19"),
    ])
  func next(from: String, expected: String) throws {
    let due = try calendar([("30/11", true), ("19/07", true)]).due(
      .nextBudgetRound, from: date(from))
    #expect(due.due == date(expected))
  }

  @Test("stays on a day off, which has a day to send by before it")
  func dayOff() throws {
    let due = try calendar([("20/07", true)]).due(.nextBudgetRound, from: date("2024-03-01"))
    #expect(due.due == date("2024-07-20"))
    #expect(due.sendBy == date("2024-07-19"))
    #expect(!due.isProvisional)
    #expect(
      due.derivation.vi
        == "kỳ dự toán tới (nộp dự toán), tức là hết ngày 20/07/2024; ngày đó là ngày nghỉ (thứ Bảy) "
        + "nên gửi chậm nhất trong ngày làm việc 19/07/2024")
    #expect(
      due.derivation.en
        == "the next budget round (estimates), that is 2024-07-20; that is a day off (Saturday), so "
        + "send by the working day 2024-07-19")
  }

  @Test("is provisional where the round is not confirmed, or the calendar does not reach so far")
  func provisional() throws {
    let day = date("2024-03-01")
    let recalled = try calendar([("19/07", false)]).due(.nextBudgetRound, from: day)
    #expect(recalled.isProvisional)
    #expect(
      recalled.derivation.en.hasSuffix("provisional, as the day of the round is not confirmed"))
    let far = try calendar([("19/07", true)]).due(.nextBudgetRound, from: date("2026-03-01"))
    #expect(far.isProvisional)
  }

  @Test("is no date where the calendar names none, nor after the last year")
  func none() throws {
    #expect(throws: TimeError.noBudgetRound) {
      try vietnameseCalendar.due(.nextBudgetRound, from: date("2024-01-01"))
    }
    #expect(throws: TimeError.dateOutOfRange) {
      try calendar([("19/07", true)]).due(.nextBudgetRound, from: date("9999-07-19"))
    }
  }

  @Test(
    "is written in either language",
    arguments: [
      "next budget round", "Next  Budget Round", "kỳ dự toán tới",
      "Kỳ lập dự toán ngân sách kế tiếp",
    ])
  func reading(text: String) {
    #expect(TimeLimit(text: text) == .nextBudgetRound)
    #expect(TimeLimit(text: TimeLimit.nextBudgetRound.text.vi) == .nextBudgetRound)
  }

  @Test(
    "A day that the team sets is shown beside the computed one",
    arguments: [
      ("2024-11-10", "2024-10-31", "11 days (9 working days) earlier than the computed day"),
      ("2024-11-21", "2024-10-31", "the same as the computed day"),
      ("2024-11-22", "2024-10-31", "1 day (1 working day) later than the computed day"),
      ("2024-11-24", "2024-10-31", "3 days (1 working day) later than the computed day"),
      (
        "2024-10-30", "2024-10-31",
        "22 days (16 working days) earlier than the computed day, before the time even begins on "
          + "2024-10-31"
      ),
    ])
  func chosen(day: String, start: String, difference: String) throws {
    let computed = try vietnameseCalendar.due(.workingDays(15), from: date(start))
    let own = try vietnameseCalendar.chosen(date(day), beside: computed, from: date(start))
    #expect(own.difference.en == difference)
    #expect(own.date == (try vietnameseCalendar.due(.by(date(day)), from: date(start))))
  }
}
