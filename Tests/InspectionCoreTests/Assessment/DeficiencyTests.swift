import CEL
import Diagnostics
import InspectionCore
import Testing

@Suite struct DeficiencyTests {
  private static let indicators = [Sample.indicator("a.n")]

  private func assessment(
    _ checks: [Check], requests: [TeamRequest] = [], asOf: CivilDate = Sample.asOf
  ) throws -> Assessment {
    try Sample.assessment(
      Sample.checklist([Sample.area("A", checks)], indicators: Self.indicators),
      ["a.n": .int(1)], requests: requests, asOf: asOf)
  }

  private func request(
    _ check: String, _ within: TimeLimit?, asked: String = "2024-10-31"
  ) -> TeamRequest {
    TeamRequest(
      check: check, within: within, asked: date(asked),
      text: LocalizedText(vi: "Bổ sung", en: "Complete it"))
  }

  @Test("A request without a date is kept with its words; the check's own date holds")
  func undatedRequest() throws {
    let checks = [
      Sample.rule("A1", "a.n == 0", remedy: Remedy(within: .workingDays(15))),
      Sample.rule("A2", "a.n == 0"), Sample.rule("A3", "a.n == 1"),
    ]
    let assessment = try assessment(
      checks, requests: [request("A1", nil), request("A2", nil), request("A3", nil)])
    let found = assessment.deficiencies
    #expect(
      found.map { $0.request?.within } == [nil, nil] && found.allSatisfy { $0.request != nil })
    #expect(found[0].due != nil && found[0].due == found[0].computed)
    #expect(found[1].due == nil && found[1].problem == nil)
    #expect(assessment.requests.map(\.due) == [nil, nil, nil])
    #expect(assessment.requests.map(\.verdict) == [.unmet, .unmet, .met])
  }

  @Test("A request without a date, asked later, leaves the date that the team set before")
  func datedBeforeUndated() throws {
    let dated = request("A1", .calendarDays(10), asked: "2024-10-01")
    let later = request("A1", nil, asked: "2024-10-20")
    let check = Sample.rule("A1", "a.n == 0", remedy: Remedy(within: .workingDays(15)))
    for requests in [[dated, later], [later, dated]] {
      let found = try assessment([check], requests: requests).deficiencies
      #expect(found[0].request == dated)
      #expect(found[0].due?.due == date("2024-10-11"))
    }
    let latest = try assessment([check], requests: [later, request("A1", nil)]).deficiencies
    #expect(latest[0].request?.asked == date("2024-10-31"))
  }

  @Test("Deficiencies come gravest first, then in the order of the checklist")
  func order() throws {
    let checks = [
      Sample.rule("A1", "a.n == 0", severity: .low),
      Sample.rule("A2", "a.n == 0", severity: .critical), Sample.rule("A3", "a.n == 1"),
      Sample.rule("A4", "a.n == 0", severity: .high), Sample.rule("A5", "a.n / 2", severity: .low),
      Sample.rule("A6", "a.n == 0", severity: .critical),
      Sample.rule("A7", "a.n / 0 == 1", severity: .critical),
    ]
    let found = try assessment(checks).deficiencies
    #expect(found.map(\.check.id) == ["A2", "A6", "A4", "A1", "A5"])
    #expect(CheckSeverity.allCases.sorted() == CheckSeverity.allCases)
  }

  @Test("A deadline is counted from the day of the assessment; without a limit there is none")
  func deadlines() throws {
    let found = try assessment([
      Sample.rule("A1", "a.n == 0", remedy: Remedy(within: .workingDays(15))),
      Sample.rule("A2", "a.n == 0"),
    ]).deficiencies
    // 31/10/2024 is a Thursday: fifteen working days later is Thursday 21/11/2024.
    #expect(found[0].due?.due == date("2024-11-21"))
    #expect(found[0].computed == found[0].due)
    #expect(found[1].due == nil && found[1].problem == nil)
  }

  @Test("The date a team set itself holds before the computed one")
  func teamRequest() throws {
    let check = Sample.rule("BC-02", "a.n == 0", remedy: Remedy(within: .calendarDays(30)))
    let found = try #require(
      try assessment([check], requests: [request("BC-02", .before(date("2024-11-10")))])
        .deficiencies.first)
    #expect(found.due?.due == date("2024-11-09"))
    #expect(found.due?.sendBy == date("2024-11-08"))
    #expect(found.computed?.due == date("2024-12-02"))
    #expect(found.request?.text.en == "Complete it")
  }

  @Test("Of several requests on one check the last one holds")
  func lastRequest() throws {
    let requests = [
      request("X", .by(date("2024-11-11"))), request("Y", .by(date("2024-11-12"))),
      request("X", .by(date("2024-11-13"))),
    ]
    let found = try assessment([Sample.rule("X", "a.n == 0")], requests: requests).deficiencies
    #expect(found.map(\.due?.due) == [date("2024-11-13")])
  }

  @Test("Every request is kept with its date, whatever became of its check")
  func everyRequest() throws {
    let requests = [
      request("X", .by(date("2024-11-11"))), request("X", .by(date("2024-11-13"))),
      request("Z", .before(date("2024-11-10"))),
    ]
    let result = try assessment(
      [Sample.rule("X", "a.n == 0"), Sample.rule("Z", "a.n == 1 || a.n == 0")],
      requests: requests)
    #expect(
      result.requests.map(\.due?.due) == [
        date("2024-11-11"), date("2024-11-13"), date("2024-11-09"),
      ])
    #expect(result.requests.map(\.request) == requests)
    #expect(result.requests[0].verdict == result.result(of: "X")?.verdict)
  }

  @Test("A date that the calendar cannot give is a problem, and no other date takes its place")
  func calendarErrors() throws {
    let end = date("9999-12-31")
    let check = Sample.rule("X", "a.n == 0", remedy: Remedy(within: .calendarDays(30)))
    let failed = try #require(try assessment([check], asOf: end).deficiencies.first)
    #expect(failed.due == nil)
    #expect(failed.problem == TimeError.dateOutOfRange.message)
    // The team's date still stands where only the check's own limit runs out of the calendar.
    let asked = try #require(
      try assessment([check], requests: [request("X", .by(date("2024-11-11")))], asOf: end)
        .deficiencies.first)
    #expect(asked.due?.due == date("2024-11-11"))
    // A team's date that cannot be given is not replaced by the check's own.
    let lost = try #require(
      try assessment([check], requests: [request("X", .before(date("0001-01-01")))])
        .deficiencies.first)
    #expect(lost.computed != nil)
    #expect(lost.due == nil)
    #expect(lost.problem == TimeError.dateOutOfRange.message)
  }

  @Test("Figures are asked for check by check, in the order of the checklist")
  func dataRequests() throws {
    let checklist = Sample.checklist(
      [
        Sample.area(
          "A", [Sample.rule("A1", "a.n == 1 && b.n == 1"), Sample.rule("A2", "a.n == 1")]),
        Sample.area("B", [Sample.rule("B1", "b.n + c.n > 0")]),
      ],
      indicators: [
        Sample.indicator("a.n"), Sample.indicator("b.n"), Sample.indicator("c.n"),
      ])
    let requests = try Sample.assessment(checklist, ["a.n": .int(1), "b.n": .missing]).dataRequests
    #expect(requests.map(\.check.id) == ["A1", "B1"])
    #expect(requests.map(\.indicators) == [["b.n"], ["b.n", "c.n"]])
  }
}
