import CEL
import Diagnostics

extension CheckKind {
  /// Something done in time: by a day, or within a time limit that an event begins.
  static let timeliness = CheckKind(description: description) { compiler in
    let done = compiler.indicator("done", of: [.date, .dateTime])
    let term = Term.compiled(&compiler)
    let notDone = compiler.choice("not_done", among: ["unanswered", "unmet"], unlessGiven: waits)
    guard let done, let term, let notDone else { return nil }
    let calendar = compiler.calendar
    return CompiledRule(inputs: [done.id] + term.inputs) { sheet in
      let finished = Moment(sheet[done.id])
      let due: DueTime
      switch term.due(calendar, sheet) {
      case .known(let time): due = time
      case .wanting(let id):
        return .unanswered(wanting: finished == nil ? [done.id, id] : [id], in: sheet)
      case .failed(let error): return .failed(error.message)
      }
      guard let finished else {
        guard notDone != waits else { return .unanswered(wanting: [done.id], in: sheet) }
        return .undone(done.id, due, asOf: sheet.asOf)
      }
      if finished.latest <= due.earliest { return .met(due.reason(done.id, finished, calendar)) }
      if finished.earliest > due.latest { return .unmet(due.reason(done.id, finished, calendar)) }
      var wanting = finished.isDay ? [done.id] : []
      if due.earliest < due.latest { wanting += term.inputs }
      return .unanswered(wanting: wanting, in: sheet)
    }
  }

  /// What not to be done means unless the check says otherwise.
  private static let waits = "unanswered"
}

/// By when something is to be done.
private enum Term: Sendable {
  case fixed(CivilDate)
  case answered(String)
  case limit(TimeLimit, after: String)

  /// A due time, or why it cannot be told.
  enum Reading {
    case known(DueTime)
    case wanting(String)
    case failed(TimeError)
  }

  var inputs: [String] {
    switch self {
    case .fixed: []
    case .answered(let id), .limit(_, let id): [id]
    }
  }

  static func compiled(_ compiler: inout CheckCompiler) -> Term? {
    let limit = compiler.value("within")
    switch (compiler.value("by"), compiler.value("after")) {
    case (let day?, nil):
      guard limit == nil else {
        compiler.reportPair("within", "after")
        return nil
      }
      if case .date(let date) = day { return .fixed(date) }
      return compiler.indicator("by", of: [.date, .dateTime]).map { .answered($0.id) }
    case (nil, _?):
      let event = compiler.indicator("after", of: [.date, .dateTime])
      guard let limit = compiler.limit("within"), let event else { return nil }
      return .limit(limit, after: event.id)
    case (let by, _):
      compiler.report(
        nil, nil, code: by == nil ? "missing-parameter" : "parameter-group",
        LocalizedText(
          vi: "cần đúng một trong các tham số by, after", en: "exactly one of by, after is needed"),
        length: 0)
      return nil
    }
  }

  func due(_ calendar: WorkingCalendar, _ sheet: AnswerSheet) -> Reading {
    switch self {
    case .fixed(let date): return .known(DueTime(endOf: date))
    case .answered(let id):
      guard let moment = Moment(sheet[id]) else { return .wanting(id) }
      return .known(moment.isDay ? DueTime(endOf: moment.date) : DueTime(at: moment))
    case .limit(let limit, let id):
      guard let event = Moment(sheet[id]) else { return .wanting(id) }
      do throws(TimeError) {
        return .known(try DueTime(limit, after: event, calendar))
      } catch {
        return .failed(error)
      }
    }
  }
}

extension CheckCompiler {
  /// The time limit of a parameter, which runs from an event; nil after reporting what is wrong.
  fileprivate mutating func limit(_ name: String) -> TimeLimit? {
    guard case .limit(let limit)? = value(name) else {
      reportMissing(name)
      return nil
    }
    switch limit {
    case .calendarDays, .workingDays, .hours: return limit
    case .by, .before, .endOfQuarter, .nextBudgetRound:
      report(
        name, nil, code: "limit-after",
        LocalizedText(
          vi: "thời hạn kể từ một sự kiện phải là số ngày, ngày làm việc hoặc giờ",
          en: "a limit after an event is a number of days, working days or hours"),
        mend: LocalizedText(
          vi: "ngày đã định thì viết by: 10/11/2024", en: "write a fixed day as by: 10/11/2024"),
        length: 0)
      return nil
    }
  }

  /// Reports a parameter that says something only beside another.
  mutating func reportPair(_ name: String, _ other: String) {
    report(
      name, nil, code: "parameter-pair",
      LocalizedText(
        vi: "tham số \"\(name)\" chỉ dùng cùng \"\(other)\"",
        en: "the parameter \"\(name)\" goes with \"\(other)\""), length: 0)
  }
}

extension Judgement {
  /// Of something not done: unmet where its due time was past on the day of assessment.
  fileprivate static func undone(
    _ id: String, _ due: DueTime, asOf: CivilDate?
  ) -> Judgement {
    let isOverdue = asOf.map { due.latest < $0.firstMinute } ?? false
    let words =
      isOverdue
      ? LocalizedText(vi: "chưa thực hiện, đã quá hạn ", en: "not done, was due ")
      : LocalizedText(vi: "chưa thực hiện, chưa qua hạn ", en: "not done, not yet overdue: ")
    let reason = Reason([
      .indicator(id), .text(LocalizedText(vi: ": " + words.vi, en: ": " + words.en)),
      .text(due.words),
    ])
    if isOverdue { return .unmet(reason) }
    return Judgement(.unanswered, credit: .zero, reason: reason, wanting: [id])
  }
}

extension CheckKind {
  private static let description = KindDescription(
    id: "timeliness",
    title: LocalizedText(vi: "Đúng hạn", en: "Timeliness"),
    summary: LocalizedText(
      vi:
        "Việc phải làm xong trước hoặc đúng hạn: một ngày đã định, hoặc một số ngày, ngày làm việc, giờ kể từ một sự kiện. Ngày nghỉ tính theo lịch của bảng kiểm; hạn tính bằng ngày mà rơi vào ngày nghỉ thì chuyển sang ngày làm việc kế tiếp, hạn là một ngày đã định thì giữ nguyên; hạn tính bằng giờ chạy liên tục.",
      en:
        "Something must be done by its due time: a fixed day, or so many days, working days or hours after an event. Days off are those of the checklist's calendar; a period of days that ends on one moves to the next working day, a fixed day stays, and hours run on the wall clock."
    ),
    parameters: [
      ParameterDescription(
        "done", .indicator([.date, .dateTime]),
        LocalizedText(vi: "ngày (giờ) làm xong", en: "when it was done")),
      ParameterDescription(
        "by", .day, LocalizedText(vi: "hạn: hết ngày này", en: "due by the end of this day"),
        group: "due"),
      ParameterDescription(
        "after", .indicator([.date, .dateTime]),
        LocalizedText(
          vi: "sự kiện bắt đầu tính hạn; đi với within", en: "the event that begins the time limit"
        ), group: "due"),
      ParameterDescription(
        "within", .limit,
        LocalizedText(
          vi: "thời hạn kể từ after, như 5 ngày làm việc, 15 ngày, 12 giờ",
          en: "the limit counted from after, such as 5 working days, 15 days, 12 hours"),
        isRequired: false),
      ParameterDescription(
        "not_done", .choice(["unanswered", "unmet"]),
        LocalizedText(
          vi:
            "khi không có ngày làm xong: unanswered (nếu không ghi) là chưa có số liệu; unmet là chưa làm, chưa đạt nếu đến ngày chấm đã quá hạn",
          en:
            "where no day is given: unanswered (unless written) waits for it; unmet takes it as not done, which fails once the due day is past on the day of assessment"
        ), isRequired: false),
    ],
    examples: TimelinessExamples.all)
}
