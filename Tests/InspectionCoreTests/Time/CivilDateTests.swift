import Diagnostics
import InspectionCore
import TestSupport
import Testing

@Suite struct CivilDateTests {
  @Test(
    "A date is read as people and files write it",
    arguments: [
      ("2024-11-10", "2024-11-10"), ("10/11/2024", "2024-11-10"), ("1/9/2024", "2024-09-01"),
      ("01-09-2024", "2024-09-01"), ("29/02/2024", "2024-02-29"), ("29/2/2000", "2000-02-29"),
      ("0001-01-01", "0001-01-01"), ("31/12/9999", "9999-12-31"),
    ])
  func reading(text: String, iso: String) throws {
    let value = try #require(CivilDate(text: text))
    #expect(value.iso == iso)
    #expect(CivilDate(iso: value.iso) == value)
    #expect(CivilDate(text: value.vietnamese) == value)
  }

  @Test(
    "A date that does not exist, or is not written so, is refused",
    arguments: [
      "29/02/2023", "29/02/1900", "31/04/2024", "00/01/2024", "32/01/2024", "01/13/2024",
      "01/00/2024", "2024-02-30", "0000-01-01", "10/11/24", "10/11-2024", "2024/11/10",
      "2024-1-10", "2024-11-1", "10.11.2024", "10/11/2024 ", "", "/", "10/11", "10//2024",
      "10/11/2024/", "010/11/2024", "10/11/20245", "١٠/١١/٢٠٢٤", "+1/09/2024", "-1/09/2024",
    ])
  func refused(text: String) {
    #expect(CivilDate(text: text) == nil)
  }

  @Test("ISO reading takes nothing but ISO")
  func isoOnly() {
    #expect(CivilDate(iso: "10/11/2024") == nil)
    #expect(CivilDate(iso: "10-11-2024") == nil)
    #expect(CivilDate(iso: "2024-11-10")?.text == LocalizedText(vi: "10/11/2024", en: "2024-11-10"))
  }

  @Test(
    "Days are counted from 1970-01-01",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2024-02-29", 19_782),
      ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
  func epoch(iso: String, days: Int) {
    #expect(date(iso).daysSinceEpoch == days)
    #expect(CivilDate(daysSinceEpoch: days)?.iso == iso)
  }

  @Test("Day numbers and dates run side by side through all of the calendar")
  func everyDay() {
    var days = date("0001-01-01").daysSinceEpoch
    var weekday = Weekday.monday.rawValue
    for year in 1...9999 where year < 8 || year > 9992 || (1580...2110).contains(year) {
      guard let newYear = CivilDate(year: year, month: 1, day: 1) else {
        Issue.record("no \(year)")
        return
      }
      if newYear.daysSinceEpoch != days {
        days = newYear.daysSinceEpoch
        weekday = newYear.weekday.rawValue
      }
      for month in 1...12 {
        for day in 1...31 {
          guard let value = CivilDate(year: year, month: month, day: day) else { continue }
          guard value.daysSinceEpoch == days, CivilDate(daysSinceEpoch: days) == value,
            value.weekday.rawValue == weekday
          else {
            Issue.record("\(value) is not day \(days), weekday \(weekday)")
            return
          }
          days += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(CivilDate(daysSinceEpoch: days) == nil)
    #expect(CivilDate(daysSinceEpoch: date("0001-01-01").daysSinceEpoch - 1) == nil)
  }

  @Test("Weekdays agree with the wall calendar")
  func weekdays() {
    #expect(date("2024-11-10").weekday == .sunday)
    #expect(date("2025-07-01").weekday == .tuesday)
    #expect(date("1969-12-31").weekday == .wednesday)
    #expect(date("2024-05-04").weekday.isWeekend)
    #expect(Weekday.allCases.map(\.name.vi).first == "thứ Hai")
    #expect(Set(Weekday.allCases.map(\.name)).count == 7)
  }

  @Test("Adding days is exact and never leaves the calendar")
  func adding() throws {
    #expect(try date("2024-02-28").adding(days: 2).iso == "2024-03-01")
    #expect(try date("2024-03-01").adding(days: -366).iso == "2023-03-01")
    #expect(date("2024-01-01").days(until: date("2025-01-01")) == 366)
    for days in [1, Int.max, Int.max - 3_000_000] {
      #expect(throws: TimeError.dateOutOfRange) { try date("9999-12-31").adding(days: days) }
    }
    #expect(throws: TimeError.dateOutOfRange) { try date("0001-01-01").adding(days: .min) }
  }

  @Test(
    "A quarter ends on its last day",
    arguments: [
      ("2024-01-01", "2024-03-31"), ("2024-06-30", "2024-06-30"), ("2024-08-15", "2024-09-30"),
      ("2024-10-01", "2024-12-31"),
    ])
  func quarters(day: String, end: String) {
    #expect(date(day).endOfQuarter == date(end))
  }

  @Test("A period holds its first and last day")
  func periods() throws {
    let year = try #require(Period(iso: "2019-01-01/2019-12-31"))
    #expect(year.vietnamese == "01/01/2019–31/12/2019")
    #expect(year.dayCount == 365)
    #expect(year.contains(date("2019-01-01")) && year.contains(date("2019-12-31")))
    #expect(!year.contains(date("2018-12-31")) && !year.contains(date("2020-01-01")))
    let next = try #require(Period(from: date("2019-12-31"), to: date("2020-06-30")))
    #expect(year.overlaps(next) && next.overlaps(year))
    #expect(!year.overlaps(Period(date("2020-01-01"))))
    #expect(year.contains(Period(date("2019-05-05"))) && !year.contains(next))
    #expect(Period(from: date("2020-01-02"), to: date("2020-01-01")) == nil)
    #expect(Period(iso: year.iso) == year)
    for text in ["2019-01-01", "2019-01-01/", "2019-12-31/2019-01-01", "2019-01-01/2019-12-31/"] {
      #expect(Period(iso: text) == nil)
    }
  }
}
