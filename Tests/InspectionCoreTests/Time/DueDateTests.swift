import Diagnostics
import InspectionCore
import Testing

@Suite struct DueDateTests {
  private let calendar = vietnameseCalendar

  private func due(_ limit: String, _ day: String) throws -> DueDate {
    try calendar.due(try #require(TimeLimit(text: limit)), from: date(day))
  }

  @Test(
    "Due days follow the rules of Vietnamese law",
    arguments: [
      ("15 working days", "2024-10-31", "2024-11-21", "2024-11-21"),
      // Ends in Tết 2024.
      ("30 days", "2024-01-10", "2024-02-15", "2024-02-15"),
      // Ends on a Sunday.
      ("10 days", "2024-10-31", "2024-11-11", "2024-11-11"),
      // Ends on a make-up Saturday.
      ("10 days", "2024-04-24", "2024-05-04", "2024-05-04"),
      ("10 days", "2024-04-19", "2024-05-02", "2024-05-02"),
      ("before 10/11/2024", "2024-10-31", "2024-11-09", "2024-11-08"),
      ("by 10/11/2024", "2024-10-31", "2024-11-10", "2024-11-08"),
      ("by 11/11/2024", "2024-10-31", "2024-11-11", "2024-11-11"),
      ("by 14/02/2024", "2024-01-10", "2024-02-14", "2024-02-07"),
      ("12 hours", "2024-11-08", "2024-11-09", "2024-11-09"),
      ("24 hours", "2024-11-08", "2024-11-09", "2024-11-09"),
      ("25 hours", "2024-11-08", "2024-11-10", "2024-11-10"),
      ("end of quarter", "2024-08-15", "2024-09-30", "2024-09-30"),
      ("end of quarter", "2024-03-30", "2024-03-31", "2024-03-29"),
      ("end of quarter", "2024-06-30", "2024-09-30", "2024-09-30"),
      ("end of quarter", "2024-12-31", "2025-03-31", "2025-03-31"),
    ])
  func rules(limit: String, from: String, expected: String, sendBy: String) throws {
    let result = try due(limit, from)
    #expect(result.due == date(expected))
    #expect(result.sendBy == date(sendBy))
    #expect(!result.isProvisional)
  }

  @Test("The derivation is a sentence a person can follow")
  func derivations() throws {
    let working = try due("15 working days", "2024-10-31").derivation
    #expect(
      working.vi
        == "15 ngày làm việc tính từ ngày liền sau 31/10/2024, bỏ qua thứ Bảy, Chủ nhật và ngày nghỉ lễ"
    )
    #expect(
      working.en
        == "15 working days from the day after 2024-10-31, leaving out Saturdays, Sundays and "
        + "holidays")
    #expect(
      try due("3 ngày làm việc", "2024-04-26").derivation.vi.hasSuffix(
        "có tính ngày làm bù 04/05/2024"))
    #expect(
      try due("30 days", "2024-01-10").derivation.vi
        == "30 ngày tính từ ngày liền sau 10/01/2024, hết ngày 09/02/2024 là ngày nghỉ (Tết Nguyên đán) "
        + "nên chuyển sang ngày làm việc kế tiếp 15/02/2024")
    #expect(
      try due("5 days", "2024-11-06").derivation.en == "5 days from the day after 2024-11-06")
    #expect(
      try due("before 10/11/2024", "2024-10-31").derivation.vi
        == "trước ngày 10/11/2024, tức là hết ngày 09/11/2024; ngày đó là ngày nghỉ (thứ Bảy) nên "
        + "gửi chậm nhất trong ngày làm việc 08/11/2024")
    #expect(
      try due("by 2024-11-10", "2024-10-31").derivation.en
        == "by the end of 2024-11-10; that is a day off (Sunday), so send by the working day "
        + "2024-11-08")
    #expect(
      try due("end of quarter", "2024-08-15").derivation.en
        == "the end of the quarter, that is 2024-09-30")
    #expect(
      try due("12 giờ", "2024-11-08").derivation.vi
        == "12 giờ kể từ ngày 08/11/2024, tính liên tục cả ngày nghỉ")
  }

  @Test(
    "A date that a later notice may move is provisional, any other is not",
    arguments: [
      ("1 working day", "2025-12-31", true), ("5 working days", "2026-01-05", true),
      ("4 working days", "2026-01-05", false), ("2 days", "2025-12-31", true),
      // The proposed day lies within, but the end does not depend on it.
      ("20 days", "2025-12-31", false), ("10 days", "2025-12-31", true),
      ("by 2026-01-03", "2025-12-01", true), ("by 2026-01-06", "2025-12-01", false),
      ("before 2026-07-02", "2026-06-01", true), ("by 2026-06-30", "2026-06-01", false),
      ("30 days", "2026-06-20", true), ("15 working days", "2026-06-20", true),
      ("end of quarter", "2026-06-30", true), ("24 hours", "2026-01-01", false),
    ])
  func provisional(limit: String, from: String, isProvisional: Bool) throws {
    let result = try due(limit, from)
    #expect(result.isProvisional == isProvisional)
    #expect(result.derivation.vi.contains("tạm tính") == isProvisional)
    #expect(result.derivation.en.contains("provisional") == isProvisional)
  }

  @Test(
    "A limit out of range is refused",
    arguments: [.calendarDays(0), .workingDays(0), .hours(0), .hours(10_001), .calendarDays(.max)]
      as [TimeLimit])
  func outOfRange(limit: TimeLimit) {
    #expect(throws: TimeError.countOutOfRange) {
      try calendar.due(limit, from: date("2024-01-01"))
    }
  }

  @Test("Nothing is due before the calendar begins or after it ends")
  func edges() {
    #expect(throws: TimeError.dateOutOfRange) {
      try calendar.due(.before(date("0001-01-01")), from: date("2024-01-01"))
    }
    #expect(throws: TimeError.dateOutOfRange) {
      try calendar.due(.endOfQuarter, from: date("9999-12-31"))
    }
    #expect(throws: TimeError.dateOutOfRange) {
      try calendar.due(.hours(1), from: date("9999-12-31"))
    }
  }
}
