public import Diagnostics

/// When something is due, and how that follows.
public struct DueDate: Hashable, Sendable {
  /// The last day; the whole of it counts.
  public let due: CivilDate
  /// The last working day up to `due`, on which to send at the latest. A limit in hours runs on
  /// the wall clock, and there it is `due` itself.
  public let sendBy: CivilDate
  /// The last minute, where the limit is in hours and counted from a minute.
  public let moment: CivilDateTime?
  /// Whether a later notice about the calendar may still move the dates: they were reached over
  /// days beyond its verified range, or over a day that is not confirmed.
  public let isProvisional: Bool
  /// How the dates follow from the limit, in one sentence without a final full stop.
  public let derivation: LocalizedText

  /// Creates a due date, as one that an event has frozen is read back.
  public init(
    due: CivilDate, sendBy: CivilDate, moment: CivilDateTime? = nil, isProvisional: Bool,
    derivation: LocalizedText
  ) {
    self.due = due
    self.sendBy = sendBy
    self.moment = moment
    self.isProvisional = isProvisional
    self.derivation = derivation
  }
}

extension WorkingCalendar {
  /// When a limit that begins with an event on `day` ends.
  ///
  /// The day of the event is not counted, and a period of days that ends on a day off ends with the
  /// next working day (Civil Code 91/2015/QH13, articles 147 and 148); a fixed day stays.
  /// Hours are counted up to whole days: of an event of which only the day is known they run out on
  /// the due day at the latest.
  /// Throws `countOutOfRange`, `dateOutOfRange`, `noWorkingDay` or `noBudgetRound`.
  public func due(_ limit: TimeLimit, from day: CivilDate) throws(TimeError) -> DueDate {
    switch limit {
    case .calendarDays(let count):
      try requireInRange(count)
      return try endOfCalendarDays(limit, end: try day.adding(days: count), from: day)
    case .workingDays(let count): return try endOfWorkingDays(limit, count, from: day)
    case .hours(let count):
      try requireInRange(count)
      let due = try day.adding(days: (count + 23) / 24)
      return DueDate(
        due: due, sendBy: due, isProvisional: false,
        derivation: LocalizedText(
          vi: "\(limit.text.vi) kể từ ngày \(day.vietnamese), tính liên tục cả ngày nghỉ",
          en: "\(limit.text.en) from \(day.iso), running on through days off"))
    case .by(let date):
      return try fixed(
        date,
        LocalizedText(
          vi: "chậm nhất hết ngày \(date.vietnamese)", en: "by the end of \(date.iso)"))
    case .before(let date):
      let due = try date.adding(days: -1)
      return try fixed(
        due,
        LocalizedText(
          vi: "trước ngày \(date.vietnamese), tức là hết ngày \(due.vietnamese)",
          en: "before \(date.iso), that is by the end of \(due.iso)"))
    case .endOfQuarter:
      var due = day.endOfQuarter
      if due == day { due = try day.adding(days: 1).endOfQuarter }
      return try fixed(
        due,
        LocalizedText(
          vi: "cuối quý, tức là hết ngày \(due.vietnamese)",
          en: "the end of the quarter, that is \(due.iso)"))
    case .nextBudgetRound: return try endOfBudgetRound(after: day)
    }
  }

  /// When a limit that begins at a minute ends: hours run on the wall clock to a minute, any other
  /// limit counts from the day.
  ///
  /// Throws as `due(_:from:)` of a day does.
  public func due(_ limit: TimeLimit, from moment: CivilDateTime) throws(TimeError) -> DueDate {
    guard case .hours(let count) = limit else { return try due(limit, from: moment.date) }
    try requireInRange(count)
    let last = try moment.adding(minutes: count * 60)
    return DueDate(
      due: last.date, sendBy: last.date, moment: last, isProvisional: false,
      derivation: LocalizedText(
        vi: "\(limit.text.vi) kể từ \(moment.text.vi), tính liên tục cả ban đêm và ngày nghỉ",
        en: "\(limit.text.en) from \(moment.text.en), running on through nights and days off"))
  }

  private func endOfBudgetRound(after day: CivilDate) throws(TimeError) -> DueDate {
    let (round, due) = try nextBudgetRound(after: day)
    return try fixed(
      due,
      LocalizedText(
        vi: "kỳ dự toán tới (\(round.name.vi)), tức là hết ngày \(due.vietnamese)",
        en: "the next budget round (\(round.name.en)), that is \(due.iso)"),
      isConfirmed: round.isConfirmed)
  }

  private func requireInRange(_ count: Int) throws(TimeError) {
    guard (1...TimeLimit.largestCount).contains(count) else { throw .countOutOfRange }
  }

  private func endOfCalendarDays(
    _ limit: TimeLimit, end: CivilDate, from day: CivilDate
  ) throws(TimeError) -> DueDate {
    let due = try nextWorkingDay(onOrAfter: end)
    var derivation = counted(limit, from: day)
    if let reason = reasonOff(end) {
      derivation.vi +=
        ", hết ngày \(end.vietnamese) là ngày nghỉ (\(reason.vi)) nên chuyển sang ngày làm việc"
        + " kế tiếp \(due.vietnamese)"
      derivation.en +=
        ", ending on \(end.iso), a day off (\(reason.en)), hence on the next working day \(due.iso)"
    }
    return dueDate(due, sendBy: due, over: Period(spanning: end, due), derivation)
  }

  private func endOfWorkingDays(
    _ limit: TimeLimit, _ count: Int, from day: CivilDate
  ) throws(TimeError) -> DueDate {
    let due = try adding(workingDays: count, to: day)
    let passed = Period(spanning: try day.adding(days: 1), due)
    var derivation = counted(limit, from: day)
    derivation.vi += ", bỏ qua thứ Bảy, Chủ nhật và ngày nghỉ lễ"
    derivation.en += ", leaving out Saturdays, Sundays and holidays"
    let skipped = namesOff(in: passed)
    if !skipped.isEmpty {
      derivation.vi += " (" + skipped.map { $0.vi }.joined(separator: ", ") + ")"
      derivation.en += " (" + skipped.map { $0.en }.joined(separator: ", ") + ")"
    }
    let worked = makeUpDays.keys.filter { passed.contains($0) && isWorkingDay($0) }.sorted()
    if !worked.isEmpty {
      derivation.vi += ", có tính ngày làm bù " + joined(worked, in: .vi)
      derivation.en += ", counting the make-up day " + joined(worked, in: .en)
    }
    return dueDate(due, sendBy: due, over: passed, derivation)
  }

  /// The names of the weekdays off in a period, each once, in their order.
  private func namesOff(in days: Period) -> [LocalizedText] {
    var names: [LocalizedText] = []
    for date in daysOff.keys.filter({ days.contains($0) && !$0.weekday.isWeekend }).sorted() {
      if let name = daysOff[date]?.name, !names.contains(name) { names.append(name) }
    }
    return names
  }

  private func fixed(
    _ due: CivilDate, _ wording: LocalizedText, isConfirmed: Bool = true
  ) throws(TimeError) -> DueDate {
    let sendBy = try lastWorkingDay(onOrBefore: due)
    var derivation = wording
    if let reason = reasonOff(due) {
      derivation.vi +=
        "; ngày đó là ngày nghỉ (\(reason.vi)) nên gửi chậm nhất trong ngày làm việc"
        + " \(sendBy.vietnamese)"
      derivation.en +=
        "; that is a day off (\(reason.en)), so send by the working day \(sendBy.iso)"
    }
    if !isConfirmed {
      derivation.vi += "; tạm tính vì ngày của kỳ dự toán chưa được xác nhận"
      derivation.en += "; provisional, as the day of the round is not confirmed"
      return DueDate(due: due, sendBy: sendBy, isProvisional: true, derivation: derivation)
    }
    return dueDate(due, sendBy: sendBy, over: Period(spanning: sendBy, due), derivation)
  }

  private func counted(_ limit: TimeLimit, from day: CivilDate) -> LocalizedText {
    LocalizedText(
      vi: "\(limit.text.vi) tính từ ngày liền sau \(day.vietnamese)",
      en: "\(limit.text.en) from the day after \(day.iso)")
  }

  private func dueDate(
    _ due: CivilDate, sendBy: CivilDate, over days: Period, _ derivation: LocalizedText
  ) -> DueDate {
    let isProvisional = !isCertain(throughout: days)
    var derivation = derivation
    if isProvisional {
      derivation.vi += "; tạm tính vì lịch nghỉ của thời gian này chưa được xác nhận"
      derivation.en += "; provisional, as the calendar of these days is not confirmed yet"
    }
    return DueDate(
      due: due, sendBy: sendBy, isProvisional: isProvisional, derivation: derivation)
  }

  private func joined(_ days: [CivilDate], in language: Language) -> String {
    days.map { $0.text[language] }.joined(separator: ", ")
  }
}
