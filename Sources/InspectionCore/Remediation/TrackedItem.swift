public import Diagnostics

/// Where an item stands in its life; a waiver is told apart, since it ends by itself.
public enum ItemStatus: String, Hashable, Sendable, CaseIterable {
  /// Shown to the unit, not binding yet (dự kiến).
  case proposed
  /// Issued by a document (đã ban hành).
  case issued
  /// The unit has confirmed it (đã tiếp nhận).
  case acknowledged
  /// The unit has planned measures (đã có kế hoạch).
  case planned
  /// Measures are being taken (đang thực hiện).
  case inProgress = "in_progress"
  /// Evidence waits for verification (chờ xác minh).
  case evidenceSubmitted = "evidence_submitted"
  /// Verified and closed (đã hoàn thành).
  case closed
  /// Closed once, and open again (mở lại).
  case reopened
  /// Dropped before issue, since the unit's explanation was accepted (rút lại).
  case withdrawn
  /// Divided among successors; closed when each part is (đã chia).
  case divided

  /// What it is called.
  public var title: LocalizedText {
    switch self {
    case .proposed: LocalizedText(vi: "dự kiến", en: "proposed")
    case .issued: LocalizedText(vi: "đã ban hành", en: "issued")
    case .acknowledged: LocalizedText(vi: "đã tiếp nhận", en: "acknowledged")
    case .planned: LocalizedText(vi: "đã có kế hoạch", en: "planned")
    case .inProgress: LocalizedText(vi: "đang thực hiện", en: "in progress")
    case .evidenceSubmitted: LocalizedText(vi: "chờ xác minh", en: "evidence submitted")
    case .closed: LocalizedText(vi: "đã hoàn thành", en: "closed")
    case .reopened: LocalizedText(vi: "mở lại", en: "reopened")
    case .withdrawn: LocalizedText(vi: "rút lại", en: "withdrawn")
    case .divided: LocalizedText(vi: "đã chia cho các đơn vị tiếp nhận", en: "divided")
    }
  }

  /// Whether something is still to be done about the item itself.
  public var isOpen: Bool {
    switch self {
    case .closed, .withdrawn, .divided: false
    case .proposed, .issued, .acknowledged, .planned, .inProgress, .evidenceSubmitted, .reopened:
      true
    }
  }

  /// Whether a document has made it binding and it is still open.
  public var isBinding: Bool { isOpen && self != .proposed }

  /// Whether it is binding and waits for the side that owes it.
  var waitsForMeasures: Bool { isBinding && self != .evidenceSubmitted }
}

/// An item to be put right, with all that happened to it: the fold of its events.
public struct TrackedItem: Hashable, Sendable {
  /// What it is and where it comes from; unit, side, severity and wording as they are now.
  public var terms: Proposal
  /// Where it stands, a waiver aside.
  public var status: ItemStatus
  /// The day it was found.
  public var opened: CivilDate
  /// The deadline proposed at scoring; it binds nobody.
  public var proposed: Deadline?
  /// The documents that made it binding, the last counting.
  public var issues: [IssueRecord] = []
  /// Its binding deadlines, the last counting.
  public var deadlines: [Deadline] = []
  /// The requests for extension.
  public var extensions: [ExtensionRequest] = []
  /// What of the extensions has been used.
  public var used = ExtensionUse()
  /// What the unit said before it was issued.
  public var explanations: [UnitExplanation] = []
  /// The day the unit confirmed it.
  public var acknowledged: CivilDate?
  /// The plan that holds.
  public var plan: ItemPlan?
  /// The reports of progress.
  public var progress: [Progress] = []
  /// The evidence.
  public var evidence: [Evidence] = []
  /// How many pieces of evidence had been decided on when the pending ones came.
  public var decidedEvidence = 0
  /// What was found on looking at the evidence.
  public var verifications: [Verification] = []
  /// The waivers; a revoked one ends the day before.
  public var waivers: [Waiver] = []
  /// The changes of who owes it.
  public var transfers: [Transfer] = []
  /// Its parts, where it was divided.
  public var parts: [ItemPart] = []
  /// What later inspections said of it.
  public var reviews: [Review] = []
  /// The chasing letters sent.
  public var reminders: [SentReminder] = []
  /// The days on which it was reported that records were not handed over.
  public var recordsMissing: [CivilDate] = []
  /// The corrections of earlier events.
  public var corrections: [Correction] = []

  init(_ terms: Proposal, status: ItemStatus, opened: CivilDate, proposed: Deadline?) {
    self.terms = terms
    self.status = status
    self.opened = opened
    self.proposed = proposed
  }
}

extension TrackedItem {
  /// Its id.
  public var id: String { terms.id }
  /// The code of the unit it concerns.
  public var unit: String { terms.unit }
  /// How grave it is.
  public var severity: CheckSeverity { terms.severity }
  /// The deadline that holds; nil before issue and where there is none.
  public var due: DueDate? { deadlines.last?.due }
  /// The waiver that holds on a day.
  public func waiver(on day: CivilDate) -> Waiver? { waivers.last { $0.holds(on: day) } }
  /// The request for extension that nobody has decided.
  public var openRequest: ExtensionRequest? {
    extensions.last.flatMap { $0.outcome == .open ? $0 : nil }
  }
  /// The explanation that nobody has answered.
  public var openExplanation: UnitExplanation? {
    explanations.last.flatMap { $0.ruling == nil ? $0 : nil }
  }
  /// Whether the unit's explanation was accepted.
  public var isExplained: Bool { explanations.last?.ruling?.outcome == .accepted }
  /// The evidence that waits for verification, or on which the item was closed.
  public var pendingEvidence: ArraySlice<Evidence> {
    evidence[min(decidedEvidence, evidence.count)...]
  }
  /// How it was closed; nil unless it is.
  public var closing: Closing? {
    guard status == .closed else { return nil }
    if parts.isEmpty { return verifications.last?.closing }
    return parts.contains { $0.ending == .resolved } ? .resolved : .outsideCompetence
  }
}
