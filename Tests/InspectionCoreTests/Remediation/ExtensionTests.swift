import InspectionCore
import Testing

@Suite("Extensions")
struct ExtensionTests {
  private let unit = Life.unit
  private let office = Life.office
  private func ask(_ day: String) -> ItemCommand {
    .requestExtension(to: date(day), reason: Follow.reason)
  }

  @Test("Asked in time and granted by another person on another side; the days are used up")
  func granted() {
    var life = Life.issued()
    life.accept(ask("2024-03-29"), unit, "2024-03-20")
    #expect(life.item?.openRequest?.isLate == false)
    #expect(life.refusal(ask("2024-03-25"), unit, "2024-03-20")?.reason == .requestOpen)
    let grant = ItemCommand.grantExtension(to: date("2024-03-29"))
    #expect(life.refusal(grant, unit, "2024-03-21")?.reason == .notForTheOwingSide(.unit))
    #expect(
      life.refusal(grant, (unit.0, .department), "2024-03-21")?.reason == .sameAccount)
    #expect(
      life.refusal(.grantExtension(to: date("2024-04-01")), office, "2024-03-21")?.reason
        == .laterThanAsked(date("2024-03-29")))
    life.accept(grant, office, "2024-03-25")
    #expect(life.item?.due?.due == date("2024-03-29"))
    #expect(life.item?.used == ExtensionUse(times: 1, days: 7))
    #expect(
      life.standing("2024-03-25").overdueDaysKept == 3, "granted three days after the deadline")
    #expect(life.standing("2024-03-25").overdueDays == 0)
    #expect(life.refusal(ask("2024-04-02"), unit, "2024-03-26")?.reason == .tooManyDays(left: 3))
    life.accept(ask("2024-04-01"), unit, "2024-03-26")
    life.accept(.grantExtension(to: date("2024-04-01")), office, "2024-03-27")
    #expect(
      life.refusal(ask("2024-04-02"), unit, "2024-03-28")?.reason
        == .extensionsUsedUp(times: 2, days: 10))
  }

  @Test("A late request is recorded with its overdue days, and can only be refused")
  func late() {
    var life = Life.issued()
    life.accept(ask("2024-03-29"), unit, "2024-03-27")
    #expect(life.item?.openRequest?.overdueDays == 5)
    let refusal = life.refusal(.grantExtension(to: date("2024-03-29")), office, "2024-03-28")
    #expect(refusal?.reason == .askedTooLate(overdueDays: 5))
    #expect(refusal?.allowed.contains(.refuseExtension) == true)
    #expect(refusal?.allowed.contains(.grantExtension) == false)
    life.accept(.refuseExtension(reason: Follow.reason), office, "2024-03-28")
    #expect(life.standing("2024-03-28").overdueDays == 6)
  }

  @Test("Where the policy accepts late requests, the overdue days stay on record")
  func lateButAccepted() {
    var policies = Follow.policies
    policies.extensionsBeforeDue = false
    var life = Life.issued(policies: policies)
    life.accept(ask("2024-03-29"), unit, "2024-03-27")
    life.accept(.grantExtension(to: date("2024-03-29")), office, "2024-03-28")
    #expect(life.standing("2024-03-28").overdueDaysKept == 6)
    #expect(life.standing("2024-03-28").overdueDays == 0)
  }

  @Test("No deadline moves past the next inspection")
  func nextInspection() {
    var life = Life.issued()
    life.next = date("2024-03-26")
    #expect(
      life.refusal(ask("2024-03-27"), unit, "2024-03-20")?.reason
        == .pastNextInspection(date("2024-03-26")))
    life.accept(ask("2024-03-26"), unit, "2024-03-20")
    life.next = date("2024-03-22")
    let refusal = life.refusal(.grantExtension(to: date("2024-03-26")), office, "2024-03-21")
    #expect(refusal?.reason == .pastNextInspection(date("2024-03-22")))
    #expect(refusal?.allowed.contains(.grantExtension) == false)
  }

  @Test("A severity that the policy does not list has no extension")
  func noExtension() {
    let life = Life.issued(Follow.proposal(severity: .critical))
    #expect(
      life.refusal(ask("2024-03-25"), unit, "2024-03-20")?.reason == .noExtensions(.critical))
  }

  @Test("The clock stands while a request is open only where the policy says so")
  func clock() {
    var running = Life.issued()
    running.accept(ask("2024-03-29"), unit, "2024-03-20")
    #expect(running.standing("2024-03-25").overdueDays == 3)
    running.accept(.refuseExtension(reason: Follow.reason), office, "2024-03-25")
    #expect(running.item?.due?.due == date("2024-03-22"))

    var policies = Follow.policies
    policies.requestStopsClock = true
    var standing = Life.issued(policies: policies)
    standing.accept(ask("2024-03-29"), unit, "2024-03-20")
    #expect(standing.standing("2024-03-25").phase == .paused)
    #expect(standing.standing("2024-03-25").overdueDays == 0)
    var late = standing
    standing.accept(.refuseExtension(reason: Follow.reason), office, "2024-03-25")
    #expect(standing.item?.due?.due == date("2024-03-27"), "five days did not count")
    #expect(standing.item?.used == ExtensionUse(times: 0, days: 5))
    late.accept(.refuseExtension(reason: Follow.reason), office, "2024-06-25")
    #expect(late.item?.due?.due == date("2024-04-01"), "no more days stand than the policy grants")
  }

  @Test("A request that nobody decided lapses when the item ends")
  func lapse() {
    var life = Life.issued()
    life.accept(ask("2024-03-29"), unit, "2024-03-20")
    life.accept(.submitEvidence([.file(Follow.text)]), unit, "2024-03-21")
    life.accept(.verify(.resolved, reason: nil), office, "2024-03-22")
    #expect(life.item?.extensions.map(\.outcome) == [.lapsed])
  }
}

@Suite("How an item stands on a day")
struct StandingTests {
  @Test(
    "The step of chasing follows from the day, in working days",
    arguments: [
      ("2024-03-18", nil, 4), ("2024-03-19", 0, 3), ("2024-03-21", 0, 1), ("2024-03-22", 1, 0),
      ("2024-03-24", 1, 0), ("2024-03-28", 1, 0), ("2024-03-29", 2, 0), ("2024-04-04", 2, 0),
      ("2024-04-05", 3, 0), ("2026-01-01", 3, 0),
    ] as [(String, Int?, Int)])
  func escalation(day: String, level: Int?, left: Int) {
    let standing = Life.issued().standing(day)
    #expect(standing.escalation == level)
    #expect(standing.workingDaysLeft == left)
    #expect(standing.isOverdue == (day > "2024-03-22"))
  }

  @Test("Over Tết the calendar days run and the working days do not")
  func tet() {
    var life = Life()
    life.accept(
      .propose(Follow.proposal(limit: .by(date("2024-02-07")))), Life.team, "2024-02-01")
    life.accept(
      .issue(IssueTerms(document: DocumentReference(number: "1/TB", date: date("2024-02-01")))),
      Life.office, "2024-02-01")
    let standing = life.standing("2024-02-16")
    #expect(standing.overdueDays == 9)
    #expect(standing.overdueWorkingDays == 2)
  }

  @Test("While evidence waits, lateness is that of its submission, and nobody is chased")
  func waiting() {
    var life = Life.issued()
    life.accept(.submitEvidence([.file(Follow.text)]), Life.unit, "2024-03-25")
    #expect(life.standing("2024-05-31").phase == .awaitingVerification)
    #expect(life.standing("2024-05-31").overdueDays == 3)
    #expect(life.standing("2024-05-31").escalation == nil)
    life.accept(.verify(.resolved, reason: nil), Life.office, "2024-06-03")
    #expect(life.standing("2030-05-31").overdueDays == 3)
    #expect(life.standing("2030-05-31").phase == .ended)
  }

  @Test("A chasing letter goes once a step and deadline")
  func letters() {
    var life = Life.issued()
    #expect(life.refusal(.remind, Life.office, "2024-03-18")?.reason == .nothingToRemind)
    life.accept(.remind, Life.office, "2024-03-19")
    #expect(life.refusal(.remind, Life.office, "2024-03-20")?.reason == .alreadyReminded)
    life.accept(.remind, Life.office, "2024-03-22")
    life.accept(.remind, Life.office, "2024-04-05")
    #expect(life.item?.reminders.map(\.offset) == [-3, 0, 10])
    #expect(life.item?.reminders.last?.recipient == "province")
    #expect(life.refusal(.remind, Life.unit, "2024-05-05")?.reason == .notForTheOwingSide(.unit))
  }
}
