import InspectionCore
import TestSupport

/// Commands with arguments that are sometimes right and sometimes not.
struct RandomCommands {
  var generator: SeededGenerator

  private mutating func one<Value>(_ values: [Value]) -> Value {
    values.randomElement(using: &generator)!
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &generator) == 0 }

  private mutating func day(near day: CivilDate, _ days: ClosedRange<Int>) -> CivilDate {
    (try? day.adding(days: Int.random(in: days, using: &generator))) ?? day
  }

  mutating func command(
    _ kind: ItemCommandKind, _ id: String, _ state: TrackedItem?, _ context: DecisionContext
  ) -> ItemCommand {
    let today = context.today
    let reason = Follow.digest(Int.random(in: 1...99, using: &generator))
    switch kind {
    case .propose: return .propose(proposal(id, context))
    case .takeOver:
      let whole = context.relatives.first { $0.parts.contains { $0.item == id } }
      return .takeOver(whole: whole?.id ?? "i1", part: id)
    case .explain: return .explain(one(UnitExplanation.Stance.allCases), reason: reason)
    case .ruleOnExplanation: return .ruleOnExplanation(ruling(state, reason))
    case .withdraw: return .withdraw(reason: reason)
    case .issue: return .issue(terms(today))
    case .acknowledge: return .acknowledge
    case .plan:
      return .plan(
        ItemPlan(
          measures: chance(8) ? [] : [reason], responsible: "x/a",
          milestones: chance(2)
            ? [] : [ItemPlan.Milestone(due: day(near: today, 0...20), text: reason)],
          budget: chance(2) ? nil : Int64.random(in: -1...1_000_000_000, using: &generator)))
    case .reportProgress: return .reportProgress(progress(today))
    case .submitEvidence: return .submitEvidence(evidence(today))
    case .verify: return .verify(one(Closing.allCases), reason: chance(2) ? reason : nil)
    case .reject: return .reject(reason: reason)
    case .requestExtension:
      return .requestExtension(
        to: day(near: state?.due?.due ?? today, -2...12), reason: reason)
    case .grantExtension:
      let asked = state?.openRequest?.to ?? today
      return .grantExtension(to: chance(2) ? asked : day(near: asked, -4...1))
    case .refuseExtension: return .refuseExtension(reason: reason)
    default: return rarer(kind, state, context, reason)
    }
  }

  private mutating func rarer(
    _ kind: ItemCommandKind, _ state: TrackedItem?, _ context: DecisionContext,
    _ reason: BlobDigest
  ) -> ItemCommand {
    let today = context.today
    switch kind {
    case .waive:
      return .waive(
        reason: reason, approver: one(["Giám đốc Sở", ""]), until: day(near: today, -3...20))
    case .revokeWaiver: return .revokeWaiver(reason: reason)
    case .reopen: return .reopen(reason: reason, chance(2) ? nil : terms(today))
    case .transfer:
      return .transfer(
        to: one(["x/a", "x/b"]), owedBy: one([.unit, .unit, .department]), Follow.paper,
        note: chance(2) ? nil : reason)
    case .divide:
      let name = state?.id ?? "i1"
      let units = one([["x/a", "x/b"], ["x/a", "x/b", "x/c"], ["x/a"], ["x/b", "x/b"]])
      return .divide(
        units.map { ItemPart(item: name + "." + $0, unit: $0) },
        DocumentReference(number: "2/BB", date: day(near: today, -3...0)))
    case .settlePart: return .settlePart(state?.parts.randomElement(using: &generator)?.item ?? "?")
    case .review:
      return .review(
        Review(inspection: one(["i2", "i3", "i4"]), outcome: one(Review.Outcome.allCases)))
    case .reportRecordsMissing: return .reportRecordsMissing(reason: reason)
    case .remind: return .remind
    default: return .correct(one(context.earlier), amendment(today, reason), reason: reason)
    }
  }

  private mutating func proposal(_ id: String, _ context: DecisionContext) -> Proposal {
    let origin: ItemOrigin = one([
      .check(Follow.check("A", .duty)), .check(Follow.check("A")),
      .checks([Follow.check("A", .practice), Follow.check("B", one([.duty, .target]))]),
      .finding, .commitment, .proposal(to: .department),
      .recommendation(
        AuthorityRecommendation(
          authority: "HĐND", document: Follow.paper, addressees: ["x/a", "x/b"])),
      .figures(FigureRequest(checklist: "d@1", check: "A", indicators: ["n"])),
    ])
    var owing = Party.unit
    if case .proposal(let party) = origin { owing = party }
    return Proposal(
      id: id, kind: one([.requirement, .requirement, .recommendation, .reminder]), origin: origin,
      unit: one(["x/a", "x/a", "x/b"]), owedBy: owing, severity: one(CheckSeverity.allCases),
      text: chance(6) ? nil : Follow.text, limit: chance(3) ? nil : limit(context.today))
  }

  private mutating func limit(_ today: CivilDate) -> TimeLimit {
    one([
      .workingDays(3), .calendarDays(10), .hours(24), .by(day(near: today, -5...30)),
      .endOfQuarter, .nextBudgetRound,
    ])
  }

  private mutating func terms(_ today: CivilDate) -> IssueTerms {
    let signed = day(near: today, -6...0)
    return IssueTerms(
      document: DocumentReference(number: chance(10) ? "" : "9/TB", date: signed),
      received: chance(3) ? day(near: signed, -1...4) : nil,
      limit: chance(2) ? limit(today) : nil)
  }

  private mutating func ruling(_ state: TrackedItem?, _ reason: BlobDigest) -> ExplanationRuling {
    let outcome = one(ExplanationRuling.Outcome.allCases)
    if state?.terms.origin.failedChecks.isEmpty ?? true, !chance(6) {
      return ExplanationRuling(outcome: outcome, before: nil, after: nil, reason: reason)
    }
    return ExplanationRuling(
      outcome: outcome, before: .unmet, after: one([.met, .unmet, .unmet, .partial]),
      reason: reason)
  }

  private mutating func progress(_ today: CivilDate) -> Progress {
    let of = Int.random(in: 0...5, using: &generator)
    let done = Int.random(in: 0...5, using: &generator)
    return Progress(
      done: done, of: of,
      byUnit: chance(2) ? [] : [Progress.Share(unit: "x/a/1", done: done, of: of)],
      note: chance(2) ? nil : Follow.text, day: day(near: today, -3...0))
  }

  private mutating func evidence(_ today: CivilDate) -> [EvidenceSource] {
    one([
      [.file(Follow.digest(5))],
      [
        .seen(
          SeenOriginal(
            type: "Sổ", number: "1", date: day(near: today, -9...1), seenBy: "Chuyên viên")),
        .file(Follow.digest(6)),
      ], [.inspection("i2")], [],
    ])
  }

  private mutating func amendment(_ today: CivilDate, _ reason: BlobDigest) -> AmendmentRequest {
    one([
      .note, .severity(one(CheckSeverity.allCases)), .text(reason), .issue(terms(today)),
      .undone(one(ItemStatus.allCases)),
    ])
  }
}

/// A command of a kind that has to be accepted wherever the kind is said to be allowed.
func acceptable(
  _ kind: ItemCommandKind, _ id: String, _ state: TrackedItem?, _ context: DecisionContext
) -> ItemCommand {
  let today = context.today
  let reason = Follow.reason
  let paper = DocumentReference(number: "3/TB", date: today)
  func dayAfterDue() -> CivilDate {
    guard let due = state?.due?.due, let next = try? due.adding(days: 1) else { return today }
    return next
  }
  switch kind {
  case .propose:
    // Who speaks for a unit may only promise; everyone else may find.
    let isUnit = context.by.party == .unit
    return .propose(
      Proposal(
        id: id, kind: .requirement, origin: isUnit ? .commitment : .finding,
        unit: context.by.unit ?? "x/a", severity: .low, text: Follow.text))
  case .takeOver:
    for whole in context.relatives
    where whole.status == .divided && whole.terms.owedBy != context.by.party {
      return .takeOver(whole: whole.id, part: whole.parts[0].item)
    }
    return .takeOver(whole: "?", part: "?")
  case .explain: return .explain(.rejects, reason: reason)
  case .ruleOnExplanation:
    let verdict: Verdict? = state?.terms.origin.failedChecks.isEmpty == false ? .unmet : nil
    return .ruleOnExplanation(
      ExplanationRuling(outcome: .rejected, before: verdict, after: verdict, reason: reason))
  case .withdraw: return .withdraw(reason: reason)
  case .issue:
    let isUndated = state?.terms.kind == .reminder
    return .issue(IssueTerms(document: paper, limit: isUndated ? nil : .hours(12)))
  case .acknowledge: return .acknowledge
  case .plan: return .plan(ItemPlan(measures: [reason], responsible: "x/a"))
  case .reportProgress: return .reportProgress(Progress(done: 1, of: 2, day: today))
  case .submitEvidence: return .submitEvidence([.file(reason)])
  case .verify: return .verify(.resolved, reason: nil)
  case .reject: return .reject(reason: reason)
  case .requestExtension: return .requestExtension(to: dayAfterDue(), reason: reason)
  case .grantExtension: return .grantExtension(to: dayAfterDue())
  case .refuseExtension: return .refuseExtension(reason: reason)
  case .waive: return .waive(reason: reason, approver: "Giám đốc Sở", until: today)
  case .revokeWaiver: return .revokeWaiver(reason: reason)
  case .reopen: return .reopen(reason: reason, nil)
  case .transfer:
    return .transfer(to: state?.unit == "x/z" ? "x/y" : "x/z", owedBy: .unit, paper, note: nil)
  case .divide:
    return .divide(
      [ItemPart(item: id + "/1", unit: "x/y"), ItemPart(item: id + "/2", unit: "x/z")], paper)
  case .settlePart:
    for part in state?.parts ?? [] {
      let command = ItemCommand.settlePart(part.item)
      if case .events = decide(command, state, context) { return command }
    }
    return .settlePart("?")
  case .review:
    return .review(
      Review(inspection: "i-\(100 + (state?.reviews.count ?? 0))", outcome: .notExamined))
  case .reportRecordsMissing: return .reportRecordsMissing(reason: reason)
  case .remind: return .remind
  case .correct: return .correct(context.earlier[0], .note, reason: reason)
  }
}
