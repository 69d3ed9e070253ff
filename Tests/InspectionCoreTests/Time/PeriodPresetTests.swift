import Diagnostics
import InspectionCore
import Testing

@Suite("A recurring period has its days in every year")
struct PeriodPresetTests {
  private func preset(
    _ from: String, _ to: String, _ yearOf: PeriodPreset.YearOf = .end
  ) throws -> PeriodPreset {
    PeriodPreset(
      id: "p", title: LocalizedText(same: "p"), from: try #require(PeriodPreset.Day(text: from)),
      to: try #require(PeriodPreset.Day(text: to)), yearOf: yearOf)
  }

  @Test(
    "One that runs over the end of a year is named by its first or its last year",
    arguments: [
      ("15/12", "14/12", .end, 2024, "2023-12-15/2024-12-14"),
      ("15/12", "14/12", .start, 2024, "2024-12-15/2025-12-14"),
      ("01/09", "31/05", .start, 2024, "2024-09-01/2025-05-31"),
      ("01/09", "31/05", .end, 2024, "2023-09-01/2024-05-31"),
      ("01/01", "31/12", .end, 2024, "2024-01-01/2024-12-31"),
      ("01/01", "31/12", .start, 2024, "2024-01-01/2024-12-31"),
      ("01/01", "30/06", .start, 2024, "2024-01-01/2024-06-30"),
      ("01/03", "28/02", .end, 2024, "2023-03-01/2024-02-28"),
      ("14/12", "14/12", .end, 2024, "2024-12-14/2024-12-14"),
    ] as [(String, String, PeriodPreset.YearOf, Int, String)])
  func periods(
    from: String, to: String, yearOf: PeriodPreset.YearOf, year: Int, expected: String
  ) throws {
    #expect(try preset(from, to, yearOf).period(of: year) == Period(iso: expected))
  }

  @Test("Reporting years follow each other without a gap, in leap years too")
  func adjoining() throws {
    let reporting = try preset("15/12", "14/12")
    for year in 1999...2101 {
      let period = try #require(reporting.period(of: year))
      let next = try #require(reporting.period(of: year + 1))
      #expect(period.to.daysSinceEpoch + 1 == next.from.daysSinceEpoch)
      let isLeap = CivilDate(year: year, month: 2, day: 29) != nil
      #expect(period.dayCount == (isLeap ? 366 : 365))
    }
  }

  @Test("Outside the years that dates have there is none")
  func outside() throws {
    #expect(try preset("15/12", "14/12").period(of: 1) == nil)
    #expect(try preset("15/12", "14/12").period(of: 2) != nil)
    #expect(try preset("01/09", "31/05", .start).period(of: 9999) == nil)
    #expect(try preset("01/09", "31/05", .start).period(of: 9998) != nil)
    #expect(try preset("01/01", "31/12").period(of: 0) == nil)
    #expect(try preset("01/01", "31/12").period(of: 10_000) == nil)
  }

  @Test("A day is written with the day first, and every year has it")
  func days() throws {
    let day = try #require(PeriodPreset.Day(text: "5/9"))
    #expect((day.month, day.day) == (9, 5))
    #expect(day.text == "05/09")
    #expect(PeriodPreset.Day(text: day.text) == day)
    for text in [
      "29/02", "31/04", "12/15", "0/1", "1/0", "15-12", "15/12/2024", "15", "/12", "15/", " 1/1",
      "+1/1", "-1/1", "1/1 ", "١/١", "",
    ] {
      #expect(PeriodPreset.Day(text: text) == nil, "\(text)")
    }
    let first = try #require(PeriodPreset.Day(text: "31/01"))
    let second = try #require(PeriodPreset.Day(text: "01/02"))
    #expect(first < second)
  }
}
