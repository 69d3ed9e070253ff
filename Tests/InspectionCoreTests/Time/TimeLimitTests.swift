import Diagnostics
import InspectionCore
import Testing

@Suite struct TimeLimitTests {
  @Test(
    "An author's wording is read in both languages",
    arguments: [
      ("15 working days", .workingDays(15)), ("15 ngày làm việc", .workingDays(15)),
      ("1 working day", .workingDays(1)), ("05 ngày làm việc", .workingDays(5)),
      ("30 days", .calendarDays(30)), ("30 ngày", .calendarDays(30)),
      ("30 calendar days", .calendarDays(30)), ("12 hours", .hours(12)), ("12 giờ", .hours(12)),
      ("by 2024-11-10", .by(date("2024-11-10"))), ("by 10/11/2024", .by(date("2024-11-10"))),
      ("chậm nhất 10/11/2024", .by(date("2024-11-10"))),
      ("chậm nhất ngày 10/11/2024", .by(date("2024-11-10"))),
      ("đến hết 10/11/2024", .by(date("2024-11-10"))),
      ("đến hết ngày 10/11/2024", .by(date("2024-11-10"))),
      ("before 10/11/2024", .before(date("2024-11-10"))),
      ("trước ngày 10/11/2024", .before(date("2024-11-10"))),
      ("trước 10/11/2024", .before(date("2024-11-10"))), ("end of quarter", .endOfQuarter),
      ("cuối quý", .endOfQuarter), ("  15  Working\u{A0}Days ", .workingDays(15)),
      ("Cuối Quý", .endOfQuarter), ("10000 days", .calendarDays(10_000)),
      // Decomposed letters, as macOS writes them.
      ("cuo\u{302}\u{301}i quy\u{301}", .endOfQuarter),
      ("12 gio\u{31B}\u{300}", .hours(12)),
    ] as [(String, TimeLimit)])
  func reading(text: String, expected: TimeLimit) {
    #expect(TimeLimit(text: text) == expected)
  }

  @Test(
    "Any other wording is refused",
    arguments: [
      "", "15", "days", "0 days", "0 ngày", "-1 days", "10001 days", "99999999999999999999 days",
      "1.5 days", "15 working", "15 weeks", "fifteen days", "by", "by 31/04/2024", "by tomorrow",
      "10/11/2024", "trước", "ngày 10/11/2024", "before by 10/11/2024", "end of year", "quý",
      "15 days 3 hours", "١٥ days", "+5 days",
    ])
  func refused(text: String) {
    #expect(TimeLimit(text: text) == nil)
  }

  @Test(
    "What is printed is read back, in both languages",
    arguments: [
      (.workingDays(15), "15 working days", "15 ngày làm việc"),
      (.workingDays(1), "1 working day", "1 ngày làm việc"), (.calendarDays(1), "1 day", "1 ngày"),
      (.calendarDays(30), "30 days", "30 ngày"), (.hours(1), "1 hour", "1 giờ"),
      (.hours(24), "24 hours", "24 giờ"),
      (.by(date("2024-11-10")), "by 2024-11-10", "chậm nhất ngày 10/11/2024"),
      (.before(date("2024-09-01")), "before 2024-09-01", "trước ngày 01/09/2024"),
      (.endOfQuarter, "end of quarter", "cuối quý"),
    ] as [(TimeLimit, String, String)])
  func printing(limit: TimeLimit, canonical: String, vietnamese: String) {
    #expect(limit.canonical == canonical)
    #expect(limit.text == LocalizedText(vi: vietnamese, en: canonical))
    #expect(TimeLimit(text: canonical) == limit)
    #expect(TimeLimit(text: vietnamese) == limit)
  }
}
