import Diagnostics

/// When something happened, as far as it is known: a minute, or some minute of a day. Minutes count
/// from 1970-01-01 00:00 in Vietnam.
struct Moment: Sendable {
  let date: CivilDate
  let earliest: Int
  let latest: Int
  let text: LocalizedText

  /// The moment an answer gives; nil where it gives none.
  init?(_ answer: Answer?) {
    switch answer?.value {
    case .date(let date)?:
      self.init(date: date, earliest: date.firstMinute, latest: date.lastMinute, text: date.text)
    case .dateTime(let time)?:
      let minute = time.date.firstMinute + time.minute
      self.init(date: time.date, earliest: minute, latest: minute, text: time.text)
    default: return nil
    }
  }

  private init(date: CivilDate, earliest: Int, latest: Int, text: LocalizedText) {
    self.date = date
    self.earliest = earliest
    self.latest = latest
    self.text = text
  }

  /// Whether only the day is known.
  var isDay: Bool { earliest < latest }
}

/// When something is due: the last minute that is in time. Where it is counted in hours from an
/// event of which only the day is known, it lies between two minutes.
struct DueTime: Sendable {
  /// How being late is counted.
  private enum Measure: Sendable {
    case workingDays, days, minutes
  }

  let earliest: Int
  let latest: Int
  private let text: LocalizedText
  private let derivation: LocalizedText?
  private let measure: Measure

  /// Due by the end of a fixed day, whether offices work on it or not.
  init(endOf date: CivilDate) {
    self.init(date.lastMinute, date.lastMinute, date.text, nil, .workingDays)
  }

  /// Due at a minute.
  init(at moment: Moment) {
    self.init(moment.earliest, moment.latest, moment.text, nil, .minutes)
  }

  /// Due a time limit after an event.
  init(
    _ limit: TimeLimit, after event: Moment, _ calendar: WorkingCalendar
  ) throws(TimeError) {
    guard case .hours(let count) = limit else {
      let due = try calendar.due(limit, from: event.date)
      let measure: Measure = if case .calendarDays = limit { .days } else { .workingDays }
      self.init(
        due.due.lastMinute, due.due.lastMinute, due.due.text, due.derivation, measure)
      return
    }
    // The calendar's own date for hours is a day; here the minute counts. It also refuses counts
    // and days out of range.
    let day = try calendar.due(limit, from: event.date).due
    let from = LocalizedText(
      vi: "\(limit.text.vi) kể từ \(event.isDay ? "ngày " : "")\(event.text.vi)",
      en: "\(limit.text.en) from \(event.text.en)")
    let earliest = event.earliest + count * 60
    let text = event.isDay ? day.text : CivilDateTime(minutesSinceEpoch: earliest)?.text
    self.init(
      earliest, event.latest + count * 60, text ?? day.text, from, .minutes)
  }

  private init(
    _ earliest: Int, _ latest: Int, _ text: LocalizedText, _ derivation: LocalizedText?,
    _ measure: Measure
  ) {
    self.earliest = earliest
    self.latest = latest
    self.text = text
    self.derivation = derivation
    self.measure = measure
  }

  /// `08/11/2024 (5 ngày làm việc kể từ …)`.
  var words: LocalizedText {
    guard let derivation else { return text }
    return LocalizedText(
      vi: text.vi + " (" + derivation.vi + ")", en: text.en + " (" + derivation.en + ")")
  }

  /// `Nộp báo cáo: 05/11/2024, hạn 04/11/2024: muộn 1 ngày làm việc`.
  func reason(_ done: String, _ finished: Moment, _ calendar: WorkingCalendar) -> Reason {
    let outcome =
      finished.latest <= earliest
      ? LocalizedText(vi: "đúng hạn", en: "in time") : lateness(of: finished, calendar)
    return Reason([
      .indicator(done),
      .text(
        LocalizedText(
          vi: ": \(finished.text.vi), hạn \(words.vi): \(outcome.vi)",
          en: ": \(finished.text.en), due \(words.en): \(outcome.en)")),
    ])
  }

  /// How late something is, given that it is.
  private func lateness(of finished: Moment, _ calendar: WorkingCalendar) -> LocalizedText {
    if measure == .minutes {
      guard earliest == latest, !finished.isDay else {
        return LocalizedText(vi: "muộn", en: "late")
      }
      return .late(minutes: finished.earliest - earliest)
    }
    let due = Int.dayOf(minute: latest)
    let days = finished.date.daysSinceEpoch - due
    guard measure == .workingDays, days <= DueTime.longestCounted else { return .late(days: days) }
    let working = CivilDate(daysSinceEpoch: due).map {
      calendar.workingDays(after: $0, through: finished.date)
    }
    // Late by days off alone.
    guard let working, working > 0 else { return .late(days: days) }
    return .late(workingDays: working)
  }

  /// Delays above a year are told in days of the calendar.
  private static let longestCounted = 366
}

extension LocalizedText {
  fileprivate static func late(days: Int) -> LocalizedText {
    LocalizedText(
      vi: "muộn \(days) ngày", en: "\(days) \(days == 1 ? "day" : "days") late")
  }

  fileprivate static func late(workingDays days: Int) -> LocalizedText {
    LocalizedText(
      vi: "muộn \(days) ngày làm việc",
      en: "\(days) working \(days == 1 ? "day" : "days") late")
  }

  fileprivate static func late(minutes: Int) -> LocalizedText {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    var text = LocalizedText(vi: "muộn", en: "")
    if hours > 0 { text = LocalizedText(vi: text.vi + " \(hours) giờ", en: "\(hours) h ") }
    if rest > 0 {
      text = LocalizedText(vi: text.vi + " \(rest) phút", en: text.en + "\(rest) min ")
    }
    return LocalizedText(vi: text.vi, en: text.en + "late")
  }
}
