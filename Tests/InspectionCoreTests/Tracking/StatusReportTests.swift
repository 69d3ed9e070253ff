import Diagnostics
import InspectionCore
import Testing

@Suite("Status reports")
struct StatusReportTests {
  private let quarter = Period(from: date("2025-01-01"), to: date("2025-03-31"))!

  private func item(
    _ id: String, opened: String, due: String? = nil, status: ItemStatus = .issued,
    evidence: String? = nil, ended: String? = nil, unit: String = "xa-1",
    severity: CheckSeverity = .medium, origin: ItemOrigin = .finding
  ) -> ItemSummary {
    ItemSummary(
      id: id, kind: .requirement, origin: origin, unit: unit, owedBy: .unit, severity: severity,
      status: status, opened: date(opened), due: due.map(date), evidence: evidence.map(date),
      closing: status == .closed ? .resolved : nil, ended: ended.map(date))
  }

  private func counts(_ items: [ItemSummary], stopsClock: Bool = false) -> StatusCounts {
    var report = StatusReport(period: quarter, by: .unit)
    for item in items { report.add(item, area: nil, requestStopsClock: stopsClock) }
    return report.total
  }

  @Test("An item counts where it stood at the end of the period")
  func countsStandings() {
    var waived = item("e", opened: "2024-05-01", due: "2024-06-01")
    waived.waivers = [Period(from: date("2025-01-01"), to: date("2025-06-30"))!]
    var extended = item("f", opened: "2024-05-01", due: "2025-06-01")
    extended.extensions = 1
    let counts = counts([
      item("a", opened: "2025-01-01", status: .proposed),
      item("b", opened: "2025-02-01", due: "2025-03-30"),
      item("c", opened: "2025-03-31", due: "2025-03-31"),
      item(
        "d", opened: "2024-12-31", due: "2025-01-31", status: .evidenceSubmitted,
        evidence: "2025-03-01"),
      waived, extended,
      item("g", opened: "2025-04-01", due: "2025-04-02"),
    ])
    #expect(counts.found == 3)
    #expect(counts.provisional == 1)
    #expect(counts.open == 5)
    #expect(counts.overdue == 1)
    #expect(counts.awaiting == 1)
    #expect(counts.waived == 1)
    #expect(counts.extended == 1)
    #expect(counts.closed == 0)
    #expect(counts.percentOnTime == nil)
  }

  @Test("Only what ended within the period counts as ended, and only by its evidence as on time")
  func countsEndings() {
    let counts = counts([
      item(
        "a", opened: "2024-01-01", due: "2025-01-15", status: .closed, evidence: "2025-01-15",
        ended: "2025-03-31"),
      item(
        "b", opened: "2024-01-01", due: "2025-01-15", status: .closed, evidence: "2025-01-16",
        ended: "2025-01-20"),
      item(
        "c", opened: "2024-01-01", due: "2025-01-15", status: .closed, evidence: "2024-12-30",
        ended: "2024-12-31"),
      item("d", opened: "2024-01-01", status: .withdrawn, ended: "2025-01-01"),
      item("e", opened: "2024-01-01", status: .divided, ended: "2025-01-01"),
    ])
    #expect(counts.closed == 2)
    #expect(counts.closedOnTime == 1)
    #expect(counts.percentOnTime == 50)
    #expect(counts.withdrawn == 1)
    #expect(counts.open == 0)
  }

  @Test("A request for extension stops the clock only where the policy says so")
  func stopsTheClock() {
    var asked = item("a", opened: "2024-01-01", due: "2025-01-15")
    asked.request = date("2025-01-10")
    #expect(counts([asked]).overdue == 1)
    #expect(counts([asked], stopsClock: true).overdue == 0)
    #expect(counts([asked], stopsClock: true).open == 1)
  }

  @Test("The lines of every dimension add up to the whole")
  func addsUp() {
    let check = FailedCheck(
      checklist: "a@1", check: "NS-1", checkClass: .duty, severity: .high)
    let items = [
      item("a", opened: "2025-01-01", unit: "xa-2", severity: .low),
      item("b", opened: "2025-01-01", unit: "xa-1", severity: .critical, origin: .check(check)),
      item("c", opened: "2025-01-01", unit: "xa-1", origin: .commitment),
    ]
    let expected: [StatusDimension: [String]] = [
      .unit: ["xa-1", "xa-2"], .severity: ["critical", "medium", "low"],
      .origin: ["check", "finding", "commitment"], .kind: ["requirement"], .area: ["", "staffing"],
    ]
    for dimension in StatusDimension.allCases {
      var report = StatusReport(period: quarter, by: dimension)
      for item in items {
        report.add(item, area: item.id == "b" ? "staffing" : nil, requestStopsClock: false)
      }
      #expect(report.groups.map(\.key) == expected[dimension])
      #expect(report.groups.reduce(0) { $0 + $1.counts.open } == report.total.open)
      #expect(report.total.open == 3)
    }
  }
}
