import CEL
import Diagnostics
import InspectionCore
import TestSupport
import Testing

@Suite("A date with a time of day")
struct CivilDateTimeTests {
  @Test(
    "Both orders are read, and either way of writing a date",
    arguments: [
      "2024-10-31 14:30", "2024-10-31T14:30", "14:30 31/10/2024", "31/10/2024 14:30",
      "14:30 2024-10-31", "  2024-10-31   14:30 ",
    ])
  func read(text: String) throws {
    let time = try #require(CivilDateTime(text: text))
    #expect(time.date == date("2024-10-31"))
    #expect(time.minute == 14 * 60 + 30)
    #expect(time.iso == "2024-10-31T14:30")
    #expect(time.text == LocalizedText(vi: "14:30 ngày 31/10/2024", en: "2024-10-31 14:30"))
  }

  @Test(
    "What is no time of a day is refused, never rounded",
    arguments: [
      "2024-10-31", "14:30", "2024-10-31 24:00", "2024-10-31 14:60", "2024-10-31 14:5",
      "2024-10-31 14:30:00", "2024-02-30 14:30", "14:30 14:30", "2024-10-31 2024-10-31",
      "2024-10-31 14h30", "2024-10-31T14:30Z", "2024-10-31T14:30+07:00", "2024-10-31 -1:30",
      "2024-10-31 +1:30", "2024-10-31 :30", "2024-10-31 014:30", "",
    ])
  func refused(text: String) {
    #expect(CivilDateTime(text: text) == nil)
  }

  @Test("Every minute of a day is written so that it can be read back, and orders by time")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 20_241_031)
    var last: CivilDateTime?
    for minute in 0..<1440 {
      let time = try #require(CivilDateTime(date: date("2024-10-31"), minute: minute))
      #expect(CivilDateTime(text: time.iso) == time)
      if let last { #expect(last < time) }
      last = time
      let day = try #require(
        CivilDate(daysSinceEpoch: Int.random(in: -100_000...100_000, using: &generator)))
      let other = try #require(CivilDateTime(date: day, minute: minute))
      #expect((other < time) == (other.date < time.date))
    }
    #expect(CivilDateTime(date: date("2024-10-31"), minute: 1440) == nil)
    #expect(CivilDateTime(date: date("2024-10-31"), minute: -1) == nil)
  }

  @Test("Rules see the instant in Vietnam")
  func instant() throws {
    let indicators = [Sample.indicator("a.at", .dateTime), Sample.indicator("b.at", .dateTime)]
    let early = Answer(.dateTime(try #require(CivilDateTime(text: "2024-10-31 06:59"))))
    let late = Answer(.dateTime(try #require(CivilDateTime(text: "2024-10-31 07:00"))))
    func verdict(_ rule: String, _ answers: [String: Answer]) throws -> Verdict {
      try Sample.result(Sample.rule("X", rule), indicators: indicators, answers).verdict
    }
    let midnight = #"a.at >= timestamp("2024-10-31T00:00:00Z")"#
    #expect(try verdict(midnight, ["a.at": early]) == .unmet)
    #expect(try verdict(midnight, ["a.at": late]) == .met)
    let within = #"b.at - a.at <= duration("1m")"#
    #expect(try verdict(within, ["a.at": early, "b.at": late]) == .met)
    #expect(try verdict(within, ["a.at": early]) == .unanswered)
    // A date alone is no time.
    #expect(try verdict(midnight, ["a.at": Answer(.date(date("2024-10-31")))]) == .unanswered)
  }
}
