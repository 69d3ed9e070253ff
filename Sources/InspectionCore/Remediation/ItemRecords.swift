/// One deadline an item had; an item keeps them all, the last one holds.
public struct Deadline: Hashable, Sendable {
  /// How a deadline came about.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// It was proposed at scoring and binds nobody yet.
    case proposed
    /// A document issued it.
    case issued
    /// An extension was granted.
    case extended
    /// The clock stood while a request was open, as the policy wants it.
    case paused
  }

  /// How it came about.
  public var basis: Basis
  /// The limit it was computed from; nil where it moved an earlier one.
  public var limit: TimeLimit?
  /// The day the limit was counted from, or the day the earlier deadline was moved.
  public var start: CivilDate
  /// How many calendar days it moved the earlier one; 0 where there was none.
  public var days: Int
  /// When it ends, frozen as it was computed.
  public var due: DueDate

  /// Creates a deadline.
  public init(
    basis: Basis, limit: TimeLimit? = nil, start: CivilDate, days: Int = 0, due: DueDate
  ) {
    self.basis = basis
    self.limit = limit
    self.start = start
    self.days = days
    self.due = due
  }
}

/// The document by which an item became binding, with the deadline that follows from it.
public struct IssueRecord: Hashable, Sendable {
  /// The document.
  public var document: DocumentReference
  /// The day the unit received it, where time runs from then; nil where it runs from the signing.
  public var received: CivilDate?
  /// The deadline; nil for a standing reminder and an undated recommendation.
  public var deadline: Deadline?

  /// Creates a record.
  public init(document: DocumentReference, received: CivilDate? = nil, deadline: Deadline? = nil) {
    self.document = document
    self.received = received
    self.deadline = deadline
  }
}

/// Who gave something, for which side, and on which day.
public struct Signature: Hashable, Sendable {
  /// The account that typed it.
  public var account: String
  /// The side it was typed for.
  public var party: Party
  /// The day it happened.
  public var day: CivilDate

  /// Creates a signature.
  public init(account: String, party: Party, day: CivilDate) {
    self.account = account
    self.party = party
    self.day = day
  }

  init(_ by: Attribution) {
    self.init(account: by.account, party: by.party, day: by.happened)
  }
}

/// A request to put a deadline off (gia hạn), with what became of it.
public struct ExtensionRequest: Hashable, Sendable {
  /// What became of a request.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// Nobody has decided it.
    case open
    /// It was granted, perhaps for fewer days.
    case granted
    /// It was refused.
    case refused
    /// The item ended before anybody decided it.
    case lapsed
  }

  /// The day asked for.
  public var to: CivilDate
  /// Why.
  public var reason: BlobDigest
  /// Who asked, and when.
  public var by: Signature
  /// How many calendar days the item was overdue when it was asked; above 0, the request was late.
  public var overdueDays: Int
  /// What became of it.
  public var outcome = Outcome.open
  /// How many calendar days the item was overdue when it was granted; they stay on record.
  public var overdueDaysKept = 0

  /// Whether it was asked after the deadline had passed.
  public var isLate: Bool { overdueDays > 0 }
}

/// What a unit says to a finding (giải trình) before it is issued, and what the team answered.
public struct UnitExplanation: Hashable, Sendable {
  /// What the unit says.
  public enum Stance: String, Hashable, Sendable, CaseIterable {
    /// It accepts the finding.
    case accepts
    /// It accepts a part.
    case partly
    /// It rejects the finding.
    case rejects
  }

  /// What the unit says.
  public var stance: Stance
  /// Why.
  public var reason: BlobDigest
  /// Who said it.
  public var by: Signature
  /// The team's answer; nil while there is none.
  public var ruling: ExplanationRuling?
}

/// What a team answers to an explanation; both verdicts are kept.
public struct ExplanationRuling: Hashable, Sendable {
  /// An answer.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The explanation is accepted: the finding does not stand.
    case accepted
    /// It is accepted in part: the finding stands, perhaps with another verdict.
    case partly
    /// It is not accepted: the finding stands.
    case rejected
  }

  /// The answer.
  public var outcome: Outcome
  /// The verdict before; nil where no check stands behind the item.
  public var before: Verdict?
  /// The verdict after; nil where no check stands behind the item.
  public var after: Verdict?
  /// Why.
  public var reason: BlobDigest

  /// Creates a ruling.
  public init(outcome: Outcome, before: Verdict?, after: Verdict?, reason: BlobDigest) {
    self.outcome = outcome
    self.before = before
    self.after = after
    self.reason = reason
  }
}

/// How a unit means to put an item right.
public struct ItemPlan: Hashable, Sendable {
  /// One step with its day.
  public struct Milestone: Hashable, Sendable {
    /// The last day for it.
    public var due: CivilDate
    /// What is to be reached.
    public var text: BlobDigest

    /// Creates a milestone.
    public init(due: CivilDate, text: BlobDigest) {
      self.due = due
      self.text = text
    }
  }

  /// The measures (biện pháp khắc phục).
  public var measures: [BlobDigest]
  /// The code of the unit responsible.
  public var responsible: String
  /// The steps.
  public var milestones: [Milestone]
  /// The money set aside, in đồng; nil where the plan names none.
  public var budget: Int64?

  /// Creates a plan.
  public init(
    measures: [BlobDigest], responsible: String, milestones: [Milestone] = [],
    budget: Int64? = nil
  ) {
    self.measures = measures
    self.responsible = responsible
    self.milestones = milestones
    self.budget = budget
  }
}

/// How far an item has come: n of m, in all and by commune.
public struct Progress: Hashable, Sendable {
  /// How far one unit has come.
  public struct Share: Hashable, Sendable {
    /// The unit's code.
    public var unit: String
    /// How many are done.
    public var done: Int
    /// Of how many.
    public var of: Int

    /// Creates a share.
    public init(unit: String, done: Int, of: Int) {
      self.unit = unit
      self.done = done
      self.of = of
    }
  }

  /// How many are done.
  public var done: Int
  /// Of how many.
  public var of: Int
  /// The same by commune; where given, the counts add up to the whole.
  public var byUnit: [Share]
  /// What else there is to say.
  public var note: BlobDigest?
  /// The day it was so.
  public var day: CivilDate

  /// Creates a report.
  public init(
    done: Int, of: Int, byUnit: [Share] = [], note: BlobDigest? = nil, day: CivilDate
  ) {
    self.done = done
    self.of = of
    self.byUnit = byUnit
    self.note = note
    self.day = day
  }
}

/// What shows that an item was put right.
public enum EvidenceSource: Hashable, Sendable {
  /// A file.
  case file(BlobDigest)
  /// An original that was seen and not copied: case files are never uploaded.
  case seen(SeenOriginal)
  /// What a later inspection found, by its id.
  case inspection(String)
}

/// An original that somebody saw.
public struct SeenOriginal: Hashable, Sendable {
  /// The type of paper, such as `Quyết định`.
  public var type: String
  /// Its number.
  public var number: String
  /// The day it was signed.
  public var date: CivilDate
  /// Who saw it, by position and not by name.
  public var seenBy: String

  /// Creates a reference.
  public init(type: String, number: String, date: CivilDate, seenBy: String) {
    self.type = type
    self.number = number
    self.date = date
    self.seenBy = seenBy
  }
}

/// A piece of evidence (minh chứng), with the side it was submitted for.
public struct Evidence: Hashable, Sendable {
  /// What it is.
  public var source: EvidenceSource
  /// Who submitted it, for which side.
  public var by: Signature
}

/// How an item was closed.
public enum Closing: String, Hashable, Sendable, CaseIterable {
  /// It was resolved completely (giải quyết dứt điểm).
  case resolved
  /// It lies outside the competence of who was asked (ngoài thẩm quyền).
  case outsideCompetence = "outside_competence"
}

/// What somebody found who looked at the evidence (xác minh).
public struct Verification: Hashable, Sendable {
  /// How the item was closed; nil where the evidence was rejected.
  public var closing: Closing?
  /// Why; always given on a rejection.
  public var reason: BlobDigest?
  /// Who looked.
  public var by: Signature
}
