/// One thing that an inspection looks at: a unit, a school or a play site, by a checklist of its own.
public struct InspectionSubject: Hashable, Sendable {
  /// Its id in the inspection.
  public var id: String
  /// The code of the unit it is, or lies in.
  public var unit: String
  /// The checklist, as `id@version`.
  public var checklist: String
  /// What it is called, where it is not the unit itself: a school, a play site, never a person.
  public var title: String?
  /// The team's answers, every revision; the last counts.
  public var answers: [AnswersRevision] = []

  /// Creates a subject without answers.
  public init(id: String, unit: String, checklist: String, title: String? = nil) {
    self.id = id
    self.unit = unit
    self.checklist = checklist
    self.title = title
  }
}

/// An inspection as it is opened (cuộc kiểm tra): several subjects under one decision.
public struct InspectionPlan: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// The round it belongs to.
  public var round: String
  /// The team of the round.
  public var team: String
  /// The code of the unit that is inspected.
  public var unit: String
  /// What is looked at.
  public var subjects: [InspectionSubject]
  /// The items that were open when it began, and those closed since the inspection before; they are
  /// verified first.
  public var earlier: [String]

  /// Creates a plan.
  public init(
    id: String, round: String, team: String, unit: String, subjects: [InspectionSubject],
    earlier: [String]
  ) {
    self.id = id
    self.round = round
    self.team = team
    self.unit = unit
    self.subjects = subjects
    self.earlier = earlier
  }
}

/// The judgement of one subject as it was recorded when the inspection was closed: enough to compute it
/// again (design decision 9).
public struct RecordedAssessment: Hashable, Sendable {
  /// The subject.
  public var subject: String
  /// The digest of the frozen checklist, `sha256:` and 64 digits.
  public var checklist: String
  /// The SHA-256 of the answers' canonical JSON.
  public var answers: String
  /// The day it was judged, from which time limits run.
  public var asOf: CivilDate
  /// The theme, where only a part was judged.
  public var theme: String?
  /// The engine's version.
  public var engine: String
  /// The SHA-256 of the assessment's canonical JSON, kept as a file.
  public var document: String
  /// The SHA-256 of what plugins said, canonical JSON kept as a file; nil where none was asked.
  public var outcomes: String?

  /// Creates a record.
  public init(
    subject: String, checklist: String, answers: String, asOf: CivilDate, theme: String? = nil,
    engine: String, document: String, outcomes: String? = nil
  ) {
    self.subject = subject
    self.checklist = checklist
    self.answers = answers
    self.asOf = asOf
    self.theme = theme
    self.engine = engine
    self.document = document
    self.outcomes = outcomes
  }
}

/// What came of an inspection when it was closed.
public struct InspectionOutcome: Hashable, Sendable {
  /// The judgements.
  public var assessments: [RecordedAssessment]
  /// The items proposed by it.
  public var proposed: [String]
  /// The proposed day of the next visit; nil where the policy proposes none.
  public var nextVisit: CivilDate?

  /// Creates an outcome.
  public init(
    assessments: [RecordedAssessment], proposed: [String], nextVisit: CivilDate? = nil
  ) {
    self.assessments = assessments
    self.proposed = proposed
    self.nextVisit = nextVisit
  }
}

/// An inspection as it stands.
public struct Inspection: Hashable, Sendable {
  /// What it looks at, with the team's answers.
  public var plan: InspectionPlan
  /// The first day.
  public var opened: CivilDate
  /// What came of it; nil while it is open.
  public var outcome: InspectionOutcome?
  /// The day it was closed.
  public var closed: CivilDate?

  /// Creates an inspection that has just been opened.
  public init(plan: InspectionPlan, opened: CivilDate) {
    self.plan = plan
    self.opened = opened
  }

  /// The subject of an id.
  public func subject(_ id: String) -> InspectionSubject? { plan.subjects.first { $0.id == id } }
}

/// Something that happened to an inspection.
public enum InspectionEvent: Hashable, Sendable {
  /// It was opened.
  case opened(InspectionPlan)
  /// A subject was added while it was under way.
  case extended(InspectionSubject)
  /// The team answered about a subject.
  case answered(subject: String, file: String)
  /// It was closed.
  case closed(InspectionOutcome)
}

/// An inspection with an event applied; nil only before it was opened.
public func evolve(
  _ state: Inspection?, _ event: InspectionEvent, by: Attribution
) -> Inspection? {
  guard var state else {
    if case .opened(let plan) = event { return Inspection(plan: plan, opened: by.happened) }
    return nil
  }
  switch event {
  case .opened: break
  case .extended(let subject): state.plan.subjects.append(subject)
  case .answered(let id, let file):
    guard let place = state.plan.subjects.firstIndex(where: { $0.id == id }) else { break }
    let number = state.plan.subjects[place].answers.count + 1
    state.plan.subjects[place].answers.append(
      AnswersRevision(number: number, file: file, day: by.happened, account: by.account))
  case .closed(let outcome):
    state.outcome = outcome
    state.closed = by.happened
  }
  return state
}
