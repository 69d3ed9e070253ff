import CEL
import Diagnostics
@testable import InspectionCore
import Testing

@Suite("Done in time, by a day or within a limit after an event")
struct TimelinessTests {
  private func judged(
    _ parameters: [String: ParameterValue], _ answers: [String: AnswerValue],
    asOf: String = "2024-10-31"
  ) throws -> (result: CheckResult, reason: String) {
    let indicators = ["a.done", "a.event", "a.due"].map { id -> Indicator in
      if case .dateTime? = answers[id] { return Sample.indicator(id, .dateTime) }
      return Sample.indicator(id, .date)
    }
    var parameters = parameters
    parameters["done"] = .name("a.done")
    let checklist = Sample.checklist(
      [Sample.area("A", [Sample.check("X", "timeliness", parameters)])], indicators: indicators)
    let assessment = try Sample.assessment(
      checklist, answers.mapValues { Answer($0) }, asOf: date(asOf))
    return (try #require(assessment.result(of: "X")), assessment.reason(of: "X", in: checklist))
  }

  /// A date, or a date and a time.
  private static func moment(_ text: String) -> AnswerValue {
    CivilDateTime(text: text).map { .dateTime($0) } ?? .date(date(text))
  }

  private func within(
    _ limit: TimeLimit, _ event: String, _ done: String
  ) throws -> (result: CheckResult, reason: String) {
    try judged(
      ["after": .name("a.event"), "within": .limit(limit)],
      ["a.event": Self.moment(event), "a.done": Self.moment(done)])
  }

  @Test(
    "The whole of a due day counts, and a due minute is the last one in time",
    arguments: [
      ("2024-11-04", "2024-11-04", Verdict.met), ("2024-11-05", "2024-11-04", .unmet),
      ("2024-11-04 23:59", "2024-11-04", .met), ("2024-11-05 00:00", "2024-11-04", .unmet),
      ("2024-11-04 16:00", "2024-11-04 16:00", .met),
      ("2024-11-04 16:01", "2024-11-04 16:00", .unmet),
      ("2024-11-03", "2024-11-04 16:00", .met), ("2024-11-05", "2024-11-04 16:00", .unmet),
      ("2024-11-04", "2024-11-04 16:00", .unanswered),
    ])
  func byAnswer(done: String, due: String, verdict: Verdict) throws {
    let judged = try judged(
      ["by": .name("a.due")], ["a.done": Self.moment(done), "a.due": Self.moment(due)])
    #expect(judged.result.verdict == verdict)
    #expect(judged.result.wanting == (verdict == .unanswered ? ["a.done"] : []))
  }

  @Test(
    "A fixed day stays though it is a day off; days off alone are counted as days",
    arguments: [
      ("2024-10-26", Verdict.met, "in time"), ("2024-10-27", .unmet, "1 day late"),
      ("2024-10-28", .unmet, "1 working day late"), ("2024-11-01", .unmet, "5 working days late"),
      ("9999-12-31", .unmet, "2912874 days late"),
    ])
  func fixed(done: String, verdict: Verdict, words: String) throws {
    let judged = try judged(
      ["by": .date(date("2024-10-26"))], ["a.done": Self.moment(done)])
    #expect(judged.result.verdict == verdict)
    #expect(judged.reason == "a.done: \(done), due 2024-10-26: \(words)")
  }

  @Test(
    "Days follow the checklist's calendar: holidays, make-up Saturdays, ends that move",
    arguments: [
      (TimeLimit.workingDays(5), "2024-04-26", "2024-05-07"),
      (.calendarDays(3), "2024-04-26", "2024-05-02"),
      (.calendarDays(15), "2024-10-11", "2024-10-28"),
      (.workingDays(5), "2024-10-31 23:30", "2024-11-07"),
    ])
  func calendar(limit: TimeLimit, event: String, due: String) throws {
    let last = try within(limit, event, due)
    #expect(last.result.verdict == .met)
    #expect(last.reason.contains("due \(due) ("))
    let next = try date(due).adding(days: 1).iso
    #expect(try within(limit, event, next).result.verdict == .unmet)
  }

  @Test("A due day that a later notice may move says so")
  func provisional() throws {
    let judged = try within(.workingDays(5), "2026-06-29", "2026-07-30")
    #expect(judged.result.verdict == .unmet)
    #expect(judged.reason.contains("provisional"))
  }

  @Test(
    "Hours run on the wall clock, and days decide them only where both ends of the day agree",
    arguments: [
      (12, "2024-11-01 20:00", "2024-11-02 08:00", Verdict.met, []),
      (12, "2024-11-01 20:00", "2024-11-02 08:01", .unmet, []),
      (24, "2024-10-31 10:00", "2024-10-31", .met, []),
      (24, "2024-10-31 10:00", "2024-11-01", .unanswered, ["a.done"]),
      (24, "2024-10-31 10:00", "2024-11-02", .unmet, []),
      (24, "2024-10-31", "2024-11-01 00:00", .met, []),
      (24, "2024-10-31", "2024-11-01 00:01", .unanswered, ["a.event"]),
      (24, "2024-10-31", "2024-11-02 00:00", .unmet, []),
      (24, "2024-10-31", "2024-10-31", .met, []),
      (24, "2024-10-31", "2024-11-01", .unanswered, ["a.done", "a.event"]),
      (24, "2024-10-31", "2024-11-02", .unmet, []),
      (12, "2024-10-31", "2024-10-31", .unanswered, ["a.done", "a.event"]),
    ] as [(Int, String, String, Verdict, [String])])
  func hours(
    count: Int, event: String, done: String, verdict: Verdict, wanting: [String]
  ) throws {
    let judged = try within(.hours(count), event, done)
    #expect(judged.result.verdict == verdict)
    #expect(judged.result.wanting == wanting)
  }

  /// Whatever minutes two days stand for, a verdict given of the days holds for them.
  @Test("What days alone decide of hours, every minute of them decides alike")
  func soundness() throws {
    for count in [1, 12, 23, 24, 25, 36, 48] {
      for later in 0...3 {
        let day = try date("2024-10-31").adding(days: later).iso
        let verdict = try within(.hours(count), "2024-10-31", day).result.verdict
        guard verdict != .unanswered else { continue }
        for event in ["00:00", "11:59", "23:59"] {
          for done in ["00:00", "12:00", "23:59"] {
            let exact = try within(.hours(count), "2024-10-31 " + event, day + " " + done)
            #expect(exact.result.verdict == verdict, "\(count) h, \(event) to \(day) \(done)")
          }
        }
      }
    }
  }

  @Test("Done before the event is in time, and later is never better")
  func monotone() throws {
    for limit in [TimeLimit.workingDays(3), .calendarDays(5), .hours(30)] {
      var isLate = false
      for offset in -3...15 {
        let day = try date("2024-04-26").adding(days: offset).iso
        let verdict = try within(limit, "2024-04-26 09:00", day + " 09:00").result.verdict
        #expect(verdict == .met || verdict == .unmet)
        #expect(!isLate || verdict == .unmet)
        isLate = verdict == .unmet
      }
      #expect(isLate)
    }
  }

  @Test(
    "Not done is unanswered, or unmet once the due day is past on the day of assessment",
    arguments: [
      ("2024-10-30", nil, Verdict.unanswered), ("2024-10-30", "unanswered", .unanswered),
      ("2024-10-30", "unmet", .unmet), ("2024-10-31", "unmet", .unanswered),
      ("2024-11-30", "unmet", .unanswered),
    ])
  func notDone(due: String, word: String?, verdict: Verdict) throws {
    var parameters: [String: ParameterValue] = ["by": .date(date(due))]
    if let word { parameters["not_done"] = .name(word) }
    for answers in [[:], ["a.done": AnswerValue.missing(LocalizedText(same: "-"))]] {
      let judged = try judged(parameters, answers)
      #expect(judged.result.verdict == verdict)
      #expect(judged.result.wanting == (verdict == .unanswered ? ["a.done"] : []))
    }
  }

  @Test("Without the event nothing is due, so that nothing is overdue")
  func noEvent() throws {
    let parameters: [String: ParameterValue] = [
      "after": .name("a.event"), "within": .limit(.workingDays(5)), "not_done": .name("unmet"),
    ]
    let neither = try judged(parameters, [:])
    #expect(neither.result.verdict == .unanswered)
    #expect(neither.result.wanting == ["a.done", "a.event"])
    let done = try judged(parameters, ["a.done": Self.moment("2024-10-31")])
    #expect(done.result.wanting == ["a.event"])
  }

  @Test("A due time beyond all dates is an error, and no verdict")
  func outOfRange() throws {
    for limit in [TimeLimit.calendarDays(5), .workingDays(5), .hours(100)] {
      #expect(try within(limit, "9999-12-30", "2024-10-31").result.verdict == .error)
    }
  }

  @Test("Parameters that do not go together are reported")
  func parameters() {
    func codes(_ parameters: [String: ParameterValue]) -> [String] {
      var parameters = parameters
      parameters["done"] = parameters["done"] ?? .name("a.done")
      return problems(
        Sample.check("X", "timeliness", parameters),
        [Sample.indicator("a.done", .date), Sample.indicator("a.n")])
    }
    let day = ParameterValue.date(Sample.asOf)
    let limit = ParameterValue.limit(.hours(5))
    #expect(codes(["by": day]).isEmpty)
    #expect(codes([:]) == ["missing-parameter"])
    #expect(codes(["within": limit]) == ["missing-parameter"])
    #expect(codes(["by": day, "within": limit]) == ["parameter-pair"])
    #expect(codes(["by": day, "after": .name("a.done")]) == ["parameter-group"])
    #expect(codes(["after": .name("a.done")]) == ["missing-parameter"])
    #expect(codes(["after": .name("a.done"), "within": .limit(.endOfQuarter)]) == ["limit-after"])
    #expect(codes(["by": .name("a.n")]) == ["indicator-type"])
    #expect(codes(["by": day, "done": .list([.name("a.done")])]) == ["wrong-type"])
    #expect(codes(["by": day, "not_done": .name("met")]) == ["unknown-choice"])
  }
}

/// The codes of what is wrong with one check.
func problems(_ check: Check, _ indicators: [Indicator]) -> [String] {
  do throws(ChecklistCompilationError) {
    _ = try CompiledChecklist(
      Sample.checklist([Sample.area("A", [check])], indicators: indicators))
    return []
  } catch {
    return error.problems.map(\.problem.diagnostic.code)
  }
}
