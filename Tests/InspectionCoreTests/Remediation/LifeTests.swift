import InspectionCore
import Testing

@Suite("The life of a tracked item")
struct LifeTests {
  private let file = ItemCommand.submitEvidence([.file(Follow.digest(7))])
  private let unit = Life.unit
  private let office = Life.office

  @Test("From the finding to a verified closure, through every step")
  func wholeLife() throws {
    var life = Life()
    life.accept(.propose(Follow.proposal()), Life.team, "2024-02-20")
    #expect(life.item?.status == .proposed)
    #expect(life.item?.proposed?.due.due == date("2024-03-12"))
    #expect(life.item?.due == nil, "a proposed deadline does not count")
    life.accept(.explain(.partly, reason: Follow.reason), unit, "2024-02-21")
    life.accept(
      .ruleOnExplanation(
        ExplanationRuling(
          outcome: .partly, before: .unmet, after: .partial, reason: Follow.reason)),
      Life.team, "2024-02-22")
    life.accept(.issue(IssueTerms(document: Follow.paper)), office, "2024-03-01")
    #expect(life.item?.due?.due == date("2024-03-22"), "counted from the signing of the document")
    life.accept(.acknowledge, unit, "2024-03-04")
    life.accept(
      .plan(
        ItemPlan(
          measures: [Follow.text], responsible: "x/a",
          milestones: [ItemPlan.Milestone(due: date("2024-03-15"), text: Follow.text)],
          budget: 30_000_000)), unit, "2024-03-05")
    life.accept(
      .reportProgress(
        Progress(
          done: 1, of: 3,
          byUnit: [
            Progress.Share(unit: "x/a/1", done: 1, of: 2),
            Progress.Share(unit: "x/a/2", done: 0, of: 1),
          ], day: date("2024-03-11"))), unit, "2024-03-11")
    #expect(life.item?.status == .inProgress)
    life.accept(file, unit, "2024-03-14")
    life.accept(.reject(reason: Follow.reason), office, "2024-03-15")
    #expect(life.item?.status == .inProgress)
    life.accept(
      .submitEvidence([
        .seen(
          SeenOriginal(
            type: "Quyết định", number: "12/QĐ-UBND", date: date("2024-03-10"),
            seenBy: "Phó Trưởng phòng"))
      ]), unit, "2024-03-18")
    life.accept(.verify(.resolved, reason: nil), office, "2024-03-19")
    #expect(life.item?.status == .closed)
    #expect(life.item?.closing == .resolved)
    #expect(life.item?.verifications.map(\.closing) == [nil, .resolved])
    life.accept(.reopen(reason: Follow.reason, nil), office, "2024-06-03")
    #expect(life.item?.status == .reopened)
    #expect(life.item?.closing == nil)
    #expect(life.standing("2024-06-03").overdueDays == 73, "its old deadline stands")
  }

  @Test("Evidence that the office typed for the unit is verified by another person of the office")
  func sectionOfTwo() {
    var life = Life.issued()
    life.accept(file, (office.0, .unit), "2024-03-14")
    #expect(
      life.refusal(.verify(.resolved, reason: nil), (office.0, .department), "2024-03-15")?.reason
        == .sameAccount)
    #expect(
      life.refusal(.verify(.resolved, reason: nil), ("office.b", .unit), "2024-03-15")?.reason
        == .notForTheOwingSide(.unit))
    life.accept(.verify(.resolved, reason: nil), Life.secondOffice, "2024-03-15")
    #expect(life.item?.closing == .resolved)
  }

  @Test("Whoever brought evidence of its own cannot verify it, even for another side's sake")
  func ownEvidence() {
    var life = Life.issued()
    life.accept(file, unit, "2024-03-14")
    life.accept(.submitEvidence([.inspection("visit")]), office, "2024-03-14")
    let refusal = life.refusal(.verify(.resolved, reason: nil), Life.secondOffice, "2024-03-15")
    #expect(refusal?.reason == .sameSide(.department))
    #expect(refusal?.allowed.contains(.verify) == false)
    life.accept(.verify(.outsideCompetence, reason: Follow.reason), Life.team, "2024-03-15")
    #expect(life.item?.closing == .outsideCompetence)
  }

  @Test("Nothing is issued past an unanswered explanation, and an accepted one withdraws the item")
  func explanations() {
    var life = Life()
    life.accept(.propose(Follow.proposal()), Life.team, "2024-02-20")
    #expect(
      life.refusal(.withdraw(reason: Follow.reason), Life.team, "2024-02-21")?.reason
        == .explanationNotAccepted)
    life.accept(.explain(.rejects, reason: Follow.reason), unit, "2024-02-21")
    let issue = ItemCommand.issue(IssueTerms(document: Follow.paper))
    #expect(life.refusal(issue, office, "2024-03-01")?.reason == .explanationOpen)
    func ruling(_ outcome: ExplanationRuling.Outcome, _ after: Verdict) -> ItemCommand {
      .ruleOnExplanation(
        ExplanationRuling(outcome: outcome, before: .unmet, after: after, reason: Follow.reason))
    }
    #expect(
      life.refusal(ruling(.accepted, .unmet), office, "2024-03-01")?.reason == .verdictsDoNotFit)
    #expect(
      life.refusal(ruling(.rejected, .met), office, "2024-03-01")?.reason == .verdictsDoNotFit)
    #expect(
      life.refusal(ruling(.accepted, .met), ("unit.officer", .team), "2024-03-01")?.reason
        == .sameAccount)
    life.accept(ruling(.accepted, .met), office, "2024-03-01")
    #expect(life.refusal(issue, office, "2024-03-01")?.reason == .explanationAccepted)
    life.accept(.withdraw(reason: Follow.reason), office, "2024-03-01")
    #expect(life.item?.status == .withdrawn)
    #expect(life.refusal(issue, office, "2024-03-02")?.allowed == [.correct])
  }

  @Test("Time runs from a document: without number, without limit, from the future it does not")
  func documents() {
    var life = Life()
    life.accept(.propose(Follow.proposal(limit: nil)), Life.team, "2024-02-20")
    func refused(_ terms: IssueTerms) -> RefusalReason? {
      life.refusal(.issue(terms), office, "2024-03-01")?.reason
    }
    let nameless = DocumentReference(number: "", date: date("2024-03-01"))
    let later = DocumentReference(number: "1/QĐ", date: date("2024-03-02"))
    #expect(refused(IssueTerms(document: nameless)) == .documentMissing)
    #expect(refused(IssueTerms(document: later)) == .documentLater(date("2024-03-02")))
    #expect(refused(IssueTerms(document: Follow.paper)) == .deadlineMissing)
    #expect(
      refused(IssueTerms(document: Follow.paper, limit: .by(date("2024-02-01"))))
        == .dueBeforeStart(date("2024-02-01")))
    #expect(
      refused(IssueTerms(document: Follow.paper, received: date("2024-02-01"), limit: .hours(1)))
        == .documentLater(date("2024-03-01")))
    if case .badValue? = refused(
      IssueTerms(document: Follow.paper, limit: .by(date("9999-12-31"))))
    {
    } else {
      Issue.record("a deadline in the year 9999 was accepted")
    }
    life.accept(
      .issue(
        IssueTerms(
          document: Follow.paper, received: date("2024-03-05"), limit: .workingDays(15))),
      office, "2024-03-06")
    #expect(life.item?.due?.due == date("2024-03-26"), "counted from the receipt")
  }

  @Test("Where the office counts from the assessment, the proposed deadline becomes binding")
  func countedFromAssessment() {
    var policies = Follow.policies
    policies.countedFrom = .assessment
    let life = Life.issued(policies: policies)
    #expect(life.item?.due == life.item?.proposed?.due)
    #expect(life.item?.deadlines.map(\.basis) == [.issued])
  }

  @Test("A standing reminder has no deadline, and is never overdue")
  func standingReminder() {
    var life = Life()
    let withLimit = Follow.proposal(kind: .reminder)
    #expect(
      life.refusal(.propose(withLimit), Life.team, "2024-02-20")?.reason == .reminderHasNoDeadline)
    life.accept(.propose(Follow.proposal(kind: .reminder, limit: nil)), Life.team, "2024-02-20")
    let dated = IssueTerms(document: Follow.paper, limit: .calendarDays(3))
    #expect(
      life.refusal(.issue(dated), office, "2024-03-01")?.reason == .reminderHasNoDeadline)
    life.accept(.issue(IssueTerms(document: Follow.paper)), office, "2024-03-01")
    #expect(life.standing("2030-01-01").phase == .undated)
    #expect(!life.standing("2030-01-01").isOverdue)
    #expect(
      life.refusal(
        .requestExtension(to: date("2024-04-01"), reason: Follow.reason), unit, "2024-03-02")?
        .reason == .noDeadline)
    life.accept(.review(Review(inspection: "i2", outcome: .carriedOver)), Life.team, "2024-09-02")
    #expect(
      life.refusal(
        .review(Review(inspection: "i2", outcome: .resolved)), Life.team, "2024-09-02")?.reason
        == .alreadyReviewed("i2"))
  }

  @Test("A waiver ends by itself, can be revoked, and never covers a duty of law")
  func waivers() {
    var duty = Life.issued(
      Follow.proposal(origin: .checks([Follow.check("A", .practice), Follow.check("B", .duty)])))
    let waive = ItemCommand.waive(
      reason: Follow.reason, approver: "Giám đốc Sở", until: date("2024-05-31"))
    #expect(duty.refusal(waive, office, "2024-03-05")?.reason == .duty)
    duty.accept(.acknowledge, unit, "2024-03-06")

    var life = Life.issued()
    #expect(life.refusal(waive, unit, "2024-03-05")?.reason == .notForTheOwingSide(.unit))
    #expect(life.refusal(waive, office, "2024-06-01")?.reason == .waiverOver(date("2024-05-31")))
    life.accept(waive, office, "2024-03-05")
    #expect(life.standing("2024-05-31").phase == .waived)
    #expect(life.standing("2024-06-01").isOverdue, "the deadline did not move")
    #expect(life.refusal(file, unit, "2024-03-06")?.reason == .waived(until: date("2024-05-31")))
    var resumed = life
    resumed.accept(.revokeWaiver(reason: Follow.reason), office, "2024-03-20")
    #expect(resumed.standing("2024-03-19").phase == .waived)
    resumed.accept(file, unit, "2024-03-20")
    life.accept(file, unit, "2024-06-01")
    #expect(
      life.refusal(.revokeWaiver(reason: Follow.reason), office, "2024-06-01")?.reason == .notWaived
    )
  }

  @Test("A correction names an earlier event, both stay, and it never goes around a verification")
  func corrections() {
    var life = Life.issued()
    let event = EventID(origin: "server", sequence: 1)
    func correct(_ request: AmendmentRequest) -> ItemCommand {
      .correct(event, request, reason: Follow.reason)
    }
    #expect(
      life.refusal(
        .correct(EventID(origin: "x", sequence: 9), .note, reason: Follow.reason), office,
        "2024-03-02")?.reason == .unknownEvent)
    #expect(
      life.refusal(correct(.undone(.proposed)), unit, "2024-03-02")?.reason
        == .notForTheOwingSide(.unit))
    #expect(
      life.refusal(correct(.undone(.closed)), office, "2024-03-02")?.reason == .cannotUndo(.closed))
    let right = DocumentReference(number: "50/TB-SYT", date: date("2024-02-29"))
    life.accept(correct(.issue(IssueTerms(document: right))), office, "2024-03-02")
    #expect(life.item?.issues.map(\.document) == [right])
    #expect(life.item?.due?.due == date("2024-03-21"), "the deadline follows the right document")
    life.accept(correct(.severity(.low)), office, "2024-03-02")
    life.accept(file, unit, "2024-03-05")
    life.accept(.verify(.resolved, reason: nil), office, "2024-03-06")
    life.accept(correct(.undone(.evidenceSubmitted)), office, "2024-03-07")
    #expect(life.item?.status == .evidenceSubmitted)
    #expect(life.refusal(.verify(.resolved, reason: nil), unit, "2024-03-07") != nil)
    life.accept(.verify(.resolved, reason: nil), office, "2024-03-08")
    #expect(life.item?.corrections.count == 3)
    #expect(life.events.count == 8)
  }

  @Test("A unit acts on its own items only, an addressee on those addressed to it")
  func units() {
    var life = Life.issued()
    #expect(
      life.refusal(.acknowledge, unit, "2024-03-04", unit: "x/b")?.reason == .anotherUnit("x/b"))
    let addressed = ItemOrigin.recommendation(
      AuthorityRecommendation(
        authority: "Ban Văn hóa – Xã hội", document: Follow.paper, addressees: ["x/a", "x/b"]))
    life = Life()
    life.accept(
      .propose(Follow.proposal(kind: .recommendation, origin: addressed, limit: nil)), office,
      "2024-03-01")
    life.accept(.issue(IssueTerms(document: Follow.paper)), office, "2024-03-01")
    life.accept(.acknowledge, unit, "2024-03-04", unit: "x/b")
    #expect(
      life.refusal(.acknowledge, unit, "2024-03-04", unit: "x/c")?.reason == .anotherUnit("x/c"))
  }

  @Test("A proposal to a higher level is owed by that level, and verified by the unit")
  func upwards() {
    var life = Life()
    life.accept(
      .propose(Follow.proposal(origin: .proposal(to: .department), owedBy: .department)), unit,
      "2024-02-20")
    life.accept(
      .issue(IssueTerms(document: DocumentReference(number: "7/TTr", date: date("2024-02-21")))),
      unit, "2024-02-21")
    life.accept(.acknowledge, office, "2024-02-22")
    #expect(
      life.refusal(.plan(ItemPlan(measures: [Follow.text], responsible: "x")), unit, "2024-02-23")?
        .reason == .forTheOwingSide(.department))
    life.accept(file, office, "2024-02-26")
    life.accept(.verify(.resolved, reason: nil), unit, "2024-02-27")
    #expect(life.item?.closing == .resolved)
  }

  @Test("Records that were not handed over are recorded; the item stays open and the clock runs")
  func recordsMissing() {
    var life = Life.issued()
    life.accept(.reportRecordsMissing(reason: Follow.reason), unit, "2024-03-20")
    #expect(life.item?.recordsMissing == [date("2024-03-20")])
    #expect(life.item?.status == .issued)
    #expect(life.standing("2024-03-25").overdueDays == 3)
  }

  @Test("Hostile arguments are refused in words")
  func hostile() {
    var life = Life()
    let long = String(repeating: "ă", count: 101)
    for id in ["", " ", "a\nb", long] {
      let proposal = Follow.proposal(id)
      #expect(life.refusal(.propose(proposal), Life.team, "2024-02-20")?.code == "bad_value")
    }
    #expect(
      life.refusal(
        .propose(Follow.proposal(lineage: [ItemLink(.recurred, "i1")])), Life.team, "2024-02-20")?
        .reason == .notRelated("i1"))
    #expect(
      life.refusal(.propose(Follow.proposal()), ("u", .unit), "2024-02-20")?.reason
        == .notForTheOwingSide(.unit))
    life = Life.issued()
    let plans = [
      ItemPlan(measures: [], responsible: "x"),
      ItemPlan(measures: Array(repeating: Follow.text, count: 1_001), responsible: "x"),
      ItemPlan(measures: [Follow.text], responsible: "x", budget: -1),
      ItemPlan(measures: [Follow.text], responsible: "x", budget: .max),
      ItemPlan(
        measures: [Follow.text], responsible: "x",
        milestones: [ItemPlan.Milestone(due: date("2024-03-23"), text: Follow.text)]),
    ]
    for plan in plans {
      #expect(life.refusal(.plan(plan), unit, "2024-03-04")?.code == "bad_value")
    }
    let share = Progress.Share(unit: "x", done: .max, of: .max)
    for progress in [
      Progress(done: 2, of: 1, day: date("2024-03-04")),
      Progress(done: 0, of: 0, day: date("2024-03-04")),
      Progress(done: 1, of: 1, byUnit: [share, share], day: date("2024-03-04")),
      Progress(
        done: 1, of: 2, byUnit: [Progress.Share(unit: "x", done: 1, of: 1)],
        day: date("2024-03-04")),
    ] {
      #expect(life.refusal(.reportProgress(progress), unit, "2024-03-04")?.code == "bad_value")
    }
    #expect(life.refusal(.acknowledge, unit, "2024-02-19")?.code == "impossible_day")
    let tomorrow = Follow.context(
      Follow.by("u", .unit, on: "2024-03-05"), today: date("2024-03-04"))
    if case .refused(let refusal) = decide(.acknowledge, life.item, tomorrow) {
      #expect(refusal.reason == .impossibleDay(date("2024-03-05")))
    } else {
      Issue.record("accepted what happens tomorrow")
    }
    let far = Follow.context(Follow.by("u", .unit, on: "9999-12-31"))
    if case .refused(let refusal) = decide(.acknowledge, life.item, far) {
      #expect(refusal.reason == .dayOutOfRange)
      #expect(refusal.allowed == [])
    }
  }

  @Test("A journal that lacks its beginning gives no item")
  func noBeginning() {
    #expect(evolve(nil, .acknowledged, by: Follow.by("u", .unit, on: "2024-03-05")) == nil)
  }
}
