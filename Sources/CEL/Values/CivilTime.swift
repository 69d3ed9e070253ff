/// The calendar and clock reading of a point in time at a fixed offset from UTC.
struct CivilTime {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int
  /// The day of the year, from 0.
  let dayOfYear: Int
  /// The day of the week, Sunday being 0.
  let dayOfWeek: Int

  init(_ timestamp: Timestamp, offset: Int) {
    let (days, clock) = floorDivision(Int(timestamp.seconds) + offset, 86_400)
    hour = clock / 3600
    minute = clock / 60 % 60
    second = clock % 60
    dayOfWeek = floorDivision(days + 4, 7).1
    // Days are counted from 1 March of year 0 in cycles of 400 years, so that the leap day is last.
    let (cycle, dayOfCycle) = floorDivision(days + 719_468, 146_097)
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayFromMarch = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayFromMarch + 2) / 153
    day = dayFromMarch - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
    dayOfYear = days - daysSinceEpoch(year: year, month: 1, day: 1)
  }
}

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
  let year = month <= 2 ? year - 1 : year
  let (cycle, yearOfCycle) = floorDivision(year, 400)
  let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  return cycle * 146_097 + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    - 719_468
}

/// The number of days of a month of the proleptic Gregorian calendar.
func daysInMonth(_ month: Int, year: Int) -> Int {
  switch month {
  case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}
