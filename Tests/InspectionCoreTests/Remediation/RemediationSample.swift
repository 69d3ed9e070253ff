import Diagnostics
import InspectionCore
import Testing

/// What the tests of an item's life share.
enum Follow {
  static let policies = FollowUpPolicies(
    extensions: [
      ExtensionLimit(severity: .high, times: 2, days: 10),
      ExtensionLimit(severity: .medium, times: 1, days: 30),
    ],
    extensionsBeforeDue: true,
    escalation: [
      step(-3, "unit", "Reminder"), step(0, "unit", "First chasing letter"),
      step(5, "unit", "Second chasing letter"), step(10, "province", "To the province"),
    ])

  private static func step(_ offset: Int, _ to: String, _ title: String) -> EscalationStep {
    EscalationStep(offset: offset, recipient: to, title: LocalizedText(same: title))
  }

  static let text = digest(1)
  static let reason = digest(2)
  static let paper = DocumentReference(number: "05/TB-SYT", date: date("2024-03-01"))

  /// A digest that stands for some text.
  static func digest(_ number: Int) -> BlobDigest {
    let digits = String(number, radix: 16)
    return BlobDigest(hex: String(repeating: "0", count: 64 - digits.count) + digits)!
  }

  static func check(
    _ id: String, _ checkClass: CheckClass = .criterion, _ severity: CheckSeverity = .high,
    checklist: String = "district@2024.1"
  ) -> FailedCheck {
    FailedCheck(checklist: checklist, check: id, checkClass: checkClass, severity: severity)
  }

  static func proposal(
    _ id: String = "i1", kind: ItemKind = .requirement, origin: ItemOrigin = .check(check("NS-01")),
    unit: String = "x/a", owedBy: Party = .unit, severity: CheckSeverity = .high,
    limit: TimeLimit? = .workingDays(15), lineage: [ItemLink] = []
  ) -> Proposal {
    Proposal(
      id: id, kind: kind, origin: origin, unit: unit, owedBy: owedBy, severity: severity,
      text: text, inspection: "inspection-1", lineage: lineage, limit: limit)
  }

  static func by(
    _ account: String, _ party: Party, on day: String, unit: String? = nil
  ) -> Attribution {
    Attribution(
      account: account, party: party, unit: party == .unit ? unit ?? "x/a" : unit,
      happened: date(day), recorded: 0)
  }

  static func context(
    _ by: Attribution, today: CivilDate? = nil, policies: FollowUpPolicies = policies,
    next: CivilDate? = nil, relatives: [TrackedItem] = []
  ) -> DecisionContext {
    DecisionContext(
      by: by, today: today ?? by.happened, policies: policies, calendar: vietnameseCalendar,
      nextInspection: next, earlier: [EventID(origin: "server", sequence: 1)],
      relatives: relatives)
  }
}

/// An item that commands are given to, one after the other.
struct Life {
  var item: TrackedItem?
  var policies = Follow.policies
  var next: CivilDate?
  var relatives: [TrackedItem] = []
  var events: [ItemEvent] = []

  private func context(
    _ who: (String, Party), _ day: String, _ unit: String?
  ) -> DecisionContext {
    Follow.context(
      Follow.by(who.0, who.1, on: day, unit: unit), policies: policies, next: next,
      relatives: relatives)
  }

  /// Gives a command that has to be accepted.
  mutating func accept(
    _ command: ItemCommand, _ who: (String, Party), _ day: String, unit: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let context = context(who, day, unit)
    switch decide(command, item, context) {
    case .events(let events):
      for event in events { item = evolve(item, event, by: context.by) }
      self.events += events
    case .refused(let refusal):
      Issue.record(
        "\(command.kind): \(refusal.code), \(refusal.why.en)", sourceLocation: sourceLocation)
    }
  }

  /// The refusal of a command that must not be accepted.
  func refusal(
    _ command: ItemCommand, _ who: (String, Party), _ day: String, unit: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Refusal? {
    switch decide(command, item, context(who, day, unit)) {
    case .refused(let refusal): return refusal
    case .events(let events):
      Issue.record("accepted: \(events)", sourceLocation: sourceLocation)
      return nil
    }
  }

  func standing(_ day: String) -> ItemStanding {
    ItemStanding(item!, today: date(day), calendar: vietnameseCalendar, policies: policies)
  }

  /// An item issued on 01/3/2024 (a Friday) with 15 working days, due on 22/3/2024.
  static func issued(
    _ proposal: Proposal = Follow.proposal(), policies: FollowUpPolicies = Follow.policies
  ) -> Life {
    var life = Life(policies: policies)
    life.accept(.propose(proposal), team, "2024-02-20")
    life.accept(.issue(IssueTerms(document: Follow.paper)), office, "2024-03-01")
    return life
  }

  static let unit = ("unit.officer", Party.unit)
  static let team = ("team.leader", Party.team)
  static let office = ("office.a", Party.department)
  static let secondOffice = ("office.b", Party.department)
}
