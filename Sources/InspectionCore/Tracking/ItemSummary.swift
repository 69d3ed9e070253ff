/// What lists, deadlines, reports and comparisons need of an item, without its whole story: a row of a
/// list. ``TrackedItem/summary`` gives it; a store keeps it so that no list has to read every event.
public struct ItemSummary: Hashable, Sendable {
  /// The item's id.
  public var id: String
  /// What it asks for.
  public var kind: ItemKind
  /// Where it comes from.
  public var origin: ItemOrigin
  /// The code of the unit it concerns.
  public var unit: String
  /// The side that must put it right or answer it.
  public var owedBy: Party
  /// How grave it is.
  public var severity: CheckSeverity
  /// Where it stands, a waiver aside.
  public var status: ItemStatus
  /// Its wording; nil where the check's title says it all.
  public var text: BlobDigest?
  /// The id of the inspection that found it.
  public var inspection: String?
  /// The earlier items it follows from.
  public var lineage: [ItemLink]
  /// The day it was found.
  public var opened: CivilDate
  /// The day proposed at scoring; it binds nobody.
  public var proposed: CivilDate?
  /// The last day of the binding deadline.
  public var due: CivilDate?
  /// The document that made it binding, the last one where there are several.
  public var issue: DocumentReference?
  /// The code of the unit that its plan makes responsible.
  public var responsible: String?
  /// The day the evidence came that waits for verification, or on which it was closed.
  public var evidence: CivilDate?
  /// The day of the request for extension that nobody has decided.
  public var request: CivilDate?
  /// How many extensions were granted.
  public var extensions: Int
  /// The calendar days overdue that stay on record from before extensions were granted.
  public var overdueDaysKept: Int
  /// The periods in which it was not followed.
  public var waivers: [Period]
  /// The last chasing letter.
  public var reminder: SentReminder?
  /// How it was closed; nil unless it is.
  public var closing: Closing?
  /// The day it was closed, withdrawn or divided; nil while it is open.
  public var ended: CivilDate?
  /// Whether it was divided: its parts stand for it.
  public var hasParts: Bool

  /// Creates a summary.
  public init(
    id: String, kind: ItemKind, origin: ItemOrigin, unit: String, owedBy: Party,
    severity: CheckSeverity, status: ItemStatus, text: BlobDigest? = nil,
    inspection: String? = nil, lineage: [ItemLink] = [], opened: CivilDate,
    proposed: CivilDate? = nil, due: CivilDate? = nil, issue: DocumentReference? = nil,
    responsible: String? = nil, evidence: CivilDate? = nil, request: CivilDate? = nil,
    extensions: Int = 0, overdueDaysKept: Int = 0, waivers: [Period] = [],
    reminder: SentReminder? = nil, closing: Closing? = nil, ended: CivilDate? = nil,
    hasParts: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.origin = origin
    self.unit = unit
    self.owedBy = owedBy
    self.severity = severity
    self.status = status
    self.text = text
    self.inspection = inspection
    self.lineage = lineage
    self.opened = opened
    self.proposed = proposed
    self.due = due
    self.issue = issue
    self.responsible = responsible
    self.evidence = evidence
    self.request = request
    self.extensions = extensions
    self.overdueDaysKept = overdueDaysKept
    self.waivers = waivers
    self.reminder = reminder
    self.closing = closing
    self.ended = ended
    self.hasParts = hasParts
  }
}

extension ItemSummary {
  /// The last day of the waiver that holds on a day.
  public func waived(on day: CivilDate) -> CivilDate? {
    waivers.last { $0.from <= day && day <= $0.to }?.to
  }

  /// The checks it stands on, those of a request for figures included.
  public var checkReferences: [CheckReference] {
    if case .figures(let request) = origin {
      return [CheckReference(checklist: request.checklist, check: request.check)]
    }
    var references: [CheckReference] = []
    for check in origin.failedChecks {
      references.append(CheckReference(checklist: check.checklist, check: check.check))
    }
    return references
  }
}

/// A check of a frozen checklist.
public struct CheckReference: Hashable, Sendable {
  /// The checklist, as `id@version`.
  public var checklist: String
  /// The check's id.
  public var check: String

  /// Creates a reference.
  public init(checklist: String, check: String) {
    self.checklist = checklist
    self.check = check
  }
}

extension TrackedItem {
  /// What lists and reports need of it.
  ///
  /// - Parameter ended: the day of the event that ended it, where one has.
  public func summary(ended: CivilDate?) -> ItemSummary {
    var kept = 0
    for request in extensions { kept += request.overdueDaysKept }
    return ItemSummary(
      id: id, kind: terms.kind, origin: terms.origin, unit: unit, owedBy: terms.owedBy,
      severity: severity, status: status, text: terms.text, inspection: terms.inspection,
      lineage: terms.lineage, opened: opened, proposed: proposed?.due.due, due: due?.due,
      issue: issues.last?.document, responsible: plan?.responsible,
      evidence: pendingEvidence.first?.by.day, request: openRequest?.by.day,
      extensions: used.times, overdueDaysKept: kept, waivers: waiverPeriods,
      reminder: reminders.last, closing: closing, ended: status.isOpen ? nil : ended,
      hasParts: !parts.isEmpty)
  }

  private var waiverPeriods: [Period] {
    var periods: [Period] = []
    for waiver in waivers {
      if let period = Period(from: waiver.from, to: waiver.until) { periods.append(period) }
    }
    return periods
  }
}

/// An item as it grows event by event, with the days that its events do not keep: what a store folds.
public struct ItemFold: Sendable {
  /// The item; nil before its first event.
  public private(set) var item: TrackedItem?
  /// The day of the event that ended it; nil while it is open.
  public private(set) var ended: CivilDate?
  /// The latest day on which anything happened to it.
  public private(set) var happened: CivilDate?

  /// Creates a fold without events.
  public init() {}

  /// Takes the next event.
  public mutating func take(_ event: ItemEvent, by: Attribution) {
    happened = max(happened ?? by.happened, by.happened)
    guard item != nil else {
      item = TrackedItem(beginning: event, by: by)
      return
    }
    let wasOpen = item?.status.isOpen ?? true
    let before = item?.status
    item?.apply(event, by: by)
    guard let status = item?.status else { return }
    if status.isOpen {
      ended = nil
    } else if wasOpen || status != before {
      ended = by.happened
    }
  }

  /// What lists need of it; nil before its first event.
  public var summary: ItemSummary? { item?.summary(ended: ended) }
}
