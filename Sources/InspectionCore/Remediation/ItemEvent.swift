/// What happened to an item; with its attribution it is a journal event on the subject kind `item`.
public enum ItemEvent: Hashable, Sendable {
  /// It was put down, with the deadline proposed.
  case proposed(Proposal, Deadline?)
  /// It took a part over from an item that was divided.
  case tookOver(Inheritance)
  /// The unit explained itself.
  case explained(UnitExplanation.Stance, reason: BlobDigest)
  /// An explanation was answered.
  case explanationRuled(ExplanationRuling)
  /// It was dropped before issue.
  case withdrawn(reason: BlobDigest)
  /// A document made it binding.
  case issued(IssueRecord)
  /// The unit confirmed it.
  case acknowledged
  /// Measures were planned.
  case planned(ItemPlan)
  /// Progress was reported.
  case progressed(Progress)
  /// Evidence was submitted.
  case evidenceSubmitted([EvidenceSource])
  /// The evidence was verified and the item closed.
  case verified(Closing, reason: BlobDigest?)
  /// The evidence was sent back.
  case rejected(reason: BlobDigest)
  /// An extension was asked for, this many calendar days after the deadline.
  case extensionRequested(to: CivilDate, reason: BlobDigest, overdueDays: Int)
  /// An extension was granted; the days overdue up to then stay on record.
  case extensionGranted(Deadline, overdueDays: Int)
  /// An extension was refused; the deadline moves where the clock stood meanwhile.
  case extensionRefused(reason: BlobDigest, Deadline?)
  /// It was waived.
  case waived(Waiver)
  /// It is followed again.
  case waiverRevoked(reason: BlobDigest)
  /// It was opened again.
  case reopened(reason: BlobDigest, IssueRecord?)
  /// It was handed over.
  case transferred(Transfer)
  /// It was divided.
  case divided([ItemPart], DocumentReference)
  /// A part ended, or opened again where it has no ending.
  case partSettled(ItemPart)
  /// A later inspection looked at it.
  case reviewed(Review)
  /// Records were not handed over.
  case recordsMissing(reason: BlobDigest)
  /// A chasing letter was sent.
  case reminded(SentReminder)
  /// An earlier event was corrected.
  case corrected(Correction)
}

extension ItemEvent {
  /// The form of the payloads this engine writes.
  public static let form = 1

  /// The type under which the journal keeps it, such as `item.issued`.
  public var type: String { "item." + name.rawValue }

  /// The names of the types.
  enum Name: String, CaseIterable {
    case proposed, explained, withdrawn, issued, acknowledged, planned, progressed, verified
    case rejected, waived, reopened, transferred, divided, reviewed, reminded, corrected
    case tookOver = "took_over"
    case explanationRuled = "explanation_ruled"
    case evidenceSubmitted = "evidence_submitted"
    case extensionRequested = "extension_requested"
    case extensionGranted = "extension_granted"
    case extensionRefused = "extension_refused"
    case waiverRevoked = "waiver_revoked"
    case partSettled = "part_settled"
    case recordsMissing = "records_missing"
  }

  var name: Name {
    switch self {
    case .proposed: .proposed
    case .tookOver: .tookOver
    case .explained: .explained
    case .explanationRuled: .explanationRuled
    case .withdrawn: .withdrawn
    case .issued: .issued
    case .acknowledged: .acknowledged
    case .planned: .planned
    case .progressed: .progressed
    case .evidenceSubmitted: .evidenceSubmitted
    case .verified: .verified
    case .rejected: .rejected
    case .extensionRequested: .extensionRequested
    case .extensionGranted: .extensionGranted
    case .extensionRefused: .extensionRefused
    case .waived: .waived
    case .waiverRevoked: .waiverRevoked
    case .reopened: .reopened
    case .transferred: .transferred
    case .divided: .divided
    case .partSettled: .partSettled
    case .reviewed: .reviewed
    case .recordsMissing: .recordsMissing
    case .reminded: .reminded
    case .corrected: .corrected
    }
  }
}
