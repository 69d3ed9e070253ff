/// An item that is not followed for a while (thôi theo dõi); never a duty of law.
public struct Waiver: Hashable, Sendable {
  /// Why.
  public var reason: BlobDigest
  /// Who approved it, by position and not by name.
  public var approver: String
  /// The first day of it.
  public var from: CivilDate
  /// The last day of it.
  public var until: CivilDate

  /// Creates a waiver.
  public init(reason: BlobDigest, approver: String, from: CivilDate, until: CivilDate) {
    self.reason = reason
    self.approver = approver
    self.from = from
    self.until = until
  }

  /// Whether it holds on a day.
  public func holds(on day: CivilDate) -> Bool { from <= day && day <= until }
}

/// A change of who owes an item; the deadlines stay as they were.
public struct Transfer: Hashable, Sendable {
  /// The unit it came from.
  public var from: String
  /// The unit it went to.
  public var to: String
  /// The side that owes it from then on.
  public var owedBy: Party
  /// The handover document.
  public var document: DocumentReference
  /// A note, such as why the deadline fell in the changeover.
  public var note: BlobDigest?

  /// Creates a transfer.
  public init(
    from: String, to: String, owedBy: Party, document: DocumentReference, note: BlobDigest? = nil
  ) {
    self.from = from
    self.to = to
    self.owedBy = owedBy
    self.document = document
    self.note = note
  }
}

/// A part of an item that a split of units divided.
public struct ItemPart: Hashable, Sendable {
  /// How a part ended.
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    /// It was resolved completely.
    case resolved
    /// It lies outside the competence of who was asked.
    case outsideCompetence = "outside_competence"
    /// It was withdrawn before issue.
    case withdrawn
  }

  /// The part's own item.
  public var item: String
  /// The unit it went to.
  public var unit: String
  /// The side that owes the part.
  public var owedBy: Party
  /// How the part ended; nil while it is open.
  public var ending: Ending?

  /// Creates a part.
  public init(item: String, unit: String, owedBy: Party = .unit, ending: Ending? = nil) {
    self.item = item
    self.unit = unit
    self.owedBy = owedBy
    self.ending = ending
  }
}

/// What a part takes over from the whole: its terms, its original deadlines, what was used up.
public struct Inheritance: Hashable, Sendable {
  /// The part as an item.
  public var terms: Proposal
  /// The id of the item it is a part of.
  public var whole: String
  /// The day the whole was opened.
  public var opened: CivilDate
  /// The deadline proposed.
  public var proposed: Deadline?
  /// The documents that issued the whole, the last counting; none while it is provisional.
  public var issues: [IssueRecord]
  /// The deadlines of the whole.
  public var deadlines: [Deadline]
  /// The extensions already granted.
  public var used: ExtensionUse
  /// The waiver of the whole.
  public var waiver: Waiver?
}

/// What of the extensions that a policy allows has been used.
public struct ExtensionUse: Hashable, Sendable {
  /// How many were granted.
  public var times: Int
  /// How many calendar days, those included that the clock stood.
  public var days: Int

  /// Creates a count.
  public init(times: Int = 0, days: Int = 0) {
    self.times = times
    self.days = days
  }
}

/// What a later inspection said of an item.
public struct Review: Hashable, Sendable {
  /// What it said.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// It is still open (chuyển tiếp).
    case carriedOver = "carried_over"
    /// The new finding shows it put right; it still wants verification.
    case resolved
    /// The check has changed its meaning.
    case notComparable = "not_comparable"
    /// It was not looked at, or the figures did not decide it.
    case notExamined = "not_examined"
  }

  /// The inspection's id.
  public var inspection: String
  /// What it said.
  public var outcome: Outcome

  /// Creates a review.
  public init(inspection: String, outcome: Outcome) {
    self.inspection = inspection
    self.outcome = outcome
  }
}

/// A chasing letter that was sent, so that none goes twice.
public struct SentReminder: Hashable, Sendable {
  /// The step's working days after the deadline; negative before it.
  public var offset: Int
  /// The deadline it was about.
  public var due: CivilDate
  /// Who was told.
  public var recipient: String

  /// Creates a reminder.
  public init(offset: Int, due: CivilDate, recipient: String) {
    self.offset = offset
    self.due = due
    self.recipient = recipient
  }
}

/// What a correction puts in place of what was recorded.
public enum Amendment: Hashable, Sendable {
  /// Nothing but the note itself.
  case note
  /// Another severity.
  case severity(CheckSeverity)
  /// Another wording.
  case text(BlobDigest)
  /// Another document of issue, with the deadline that follows from it.
  case issue(IssueRecord)
  /// The event should not have been recorded: the item stands again where it was.
  case undone(ItemStatus)
}

/// A later event that names an earlier, wrong one; both stay visible.
public struct Correction: Hashable, Sendable {
  /// The wrong event.
  public var event: EventID
  /// What holds instead.
  public var amendment: Amendment
  /// Why.
  public var reason: BlobDigest

  /// Creates a correction.
  public init(event: EventID, amendment: Amendment, reason: BlobDigest) {
    self.event = event
    self.amendment = amendment
    self.reason = reason
  }
}
