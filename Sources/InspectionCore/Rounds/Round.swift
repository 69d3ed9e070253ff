public import Diagnostics

/// A team of a round: who visits which units, when (đoàn kiểm tra).
public struct RoundTeam: Hashable, Sendable {
  /// Its id in the round.
  public var id: String
  /// The account that leads it.
  public var leader: String
  /// The accounts of its members, the leader apart.
  public var members: [String]
  /// The codes of the units it visits.
  public var units: [String]
  /// The days of its visits.
  public var visits: Period

  /// Creates a team.
  public init(id: String, leader: String, members: [String], units: [String], visits: Period) {
    self.id = id
    self.leader = leader
    self.members = members
    self.units = units
    self.visits = visits
  }
}

/// A round of inspections as it is decided (đợt kiểm tra).
public struct RoundPlan: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// What it is called.
  public var title: LocalizedText
  /// The decision it rests on.
  public var decision: DocumentReference
  /// The checklists, as `id@version`.
  public var checklists: [String]
  /// The theme, where only a part of the checks is looked at.
  public var theme: String?
  /// The period that is looked at.
  public var period: Period
  /// The last day for self-assessments; nil where none are asked for.
  public var submitBy: CivilDate?
  /// The teams.
  public var teams: [RoundTeam]

  /// Creates a plan.
  public init(
    id: String, title: LocalizedText, decision: DocumentReference, checklists: [String],
    theme: String? = nil, period: Period, submitBy: CivilDate? = nil, teams: [RoundTeam]
  ) {
    self.id = id
    self.title = title
    self.decision = decision
    self.checklists = checklists
    self.theme = theme
    self.period = period
    self.submitBy = submitBy
    self.teams = teams
  }

  /// The team that visits a unit.
  public func team(visiting unit: String) -> RoundTeam? {
    teams.first { $0.units.contains(unit) }
  }

  /// Every unit, in the order of the teams.
  public var units: [String] { teams.flatMap { $0.units } }
}

/// A change of the days of a round (hoãn, lùi thời gian).
public struct Postponement: Hashable, Sendable {
  /// The team it concerns; nil for all.
  public var team: String?
  /// The days instead.
  public var visits: Period
  /// The last day for self-assessments instead; nil where it stays.
  public var submitBy: CivilDate?

  /// Creates a postponement.
  public init(team: String? = nil, visits: Period, submitBy: CivilDate? = nil) {
    self.team = team
    self.visits = visits
    self.submitBy = submitBy
  }
}

/// A round as it stands.
public struct Round: Hashable, Sendable {
  /// What was decided, with the days as they are now.
  public var plan: RoundPlan
  /// The changes of its days, in order.
  public var postponements: [Postponement] = []
  /// The day it was closed.
  public var closed: CivilDate?

  /// Creates a round that has just been opened.
  public init(_ plan: RoundPlan) { self.plan = plan }
}

/// Something that happened to a round.
public enum RoundEvent: Hashable, Sendable {
  /// It was opened.
  case opened(RoundPlan)
  /// Its days were changed.
  case postponed(Postponement)
  /// It was closed.
  case closed
}

/// A round with an event applied; nil only before it was opened.
public func evolve(_ round: Round?, _ event: RoundEvent, on day: CivilDate) -> Round? {
  guard var round else {
    if case .opened(let plan) = event { return Round(plan) }
    return nil
  }
  switch event {
  case .opened: break
  case .closed: round.closed = round.closed ?? day
  case .postponed(let change):
    round.postponements.append(change)
    if let last = change.submitBy { round.plan.submitBy = last }
    for place in round.plan.teams.indices
    where change.team.map({ $0 == round.plan.teams[place].id }) ?? true {
      round.plan.teams[place].visits = change.visits
    }
  }
  return round
}
