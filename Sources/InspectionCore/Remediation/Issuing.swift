/// Documents, and the deadlines that run from them.
extension Deciding {
  func issue(_ terms: IssueTerms, of item: TrackedItem) throws(RefusalReason) -> IssueRecord {
    try checkPaper(of: terms)
    // Where the office counts from the assessment, what was proposed becomes binding as it is.
    if context.policies.countedFrom == .assessment, terms.limit == nil, terms.received == nil,
      let proposed = item.proposed
    {
      let deadline = Deadline(
        basis: .issued, limit: proposed.limit, start: proposed.start, due: proposed.due)
      return IssueRecord(document: terms.document, deadline: deadline)
    }
    return try record(terms, of: item)
  }

  func reopening(
    _ reason: BlobDigest, _ terms: IssueTerms?, of item: TrackedItem
  ) throws(RefusalReason) -> ItemEvent {
    guard let terms else { return .reopened(reason: reason, nil) }
    try checkPaper(of: terms)
    return .reopened(reason: reason, try record(terms, of: item))
  }

  /// The issue with the deadline that its own limit, or the one before, gives from its document.
  private func record(
    _ terms: IssueTerms, of item: TrackedItem
  ) throws(RefusalReason) -> IssueRecord {
    var record = IssueRecord(document: terms.document, received: terms.received)
    guard item.terms.kind != .reminder else {
      guard terms.limit == nil else { throw .reminderHasNoDeadline }
      return record
    }
    let known = item.issues.last?.deadline?.limit ?? item.proposed?.limit ?? item.terms.limit
    guard let limit = terms.limit ?? known else {
      guard item.terms.kind != .requirement else { throw .deadlineMissing }
      return record
    }
    let start = terms.received ?? terms.document.date
    let due = try due(limit, from: start)
    record.deadline = Deadline(basis: .issued, limit: limit, start: start, due: due)
    return record
  }

  private func checkPaper(of terms: IssueTerms) throws(RefusalReason) {
    try check(terms.document)
    if let received = terms.received {
      guard received >= terms.document.date else { throw .documentLater(terms.document.date) }
      guard received <= context.today else { throw .impossibleDay(received) }
    }
  }

  /// When a limit ends; none runs for more than 15,000 days, some forty years.
  func due(_ limit: TimeLimit, from day: CivilDate) throws(RefusalReason) -> DueDate {
    let due: DueDate
    do throws(TimeError) {
      due = try context.calendar.due(limit, from: day)
    } catch {
      throw .time(error)
    }
    guard due.due >= day else { throw .dueBeforeStart(due.due) }
    guard day.days(until: due.due) <= 15_000 else {
      throw bad(
        "thời hạn \(due.due.vietnamese) quá xa; hãy kiểm tra lại năm",
        "the deadline \(due.due.iso) is too far away; check the year")
    }
    return due
  }

  func correction(
    _ event: EventID, _ request: AmendmentRequest, _ reason: BlobDigest, of item: TrackedItem
  ) throws(RefusalReason) -> ItemEvent {
    guard context.earlier.contains(event) else { throw .unknownEvent }
    return .corrected(
      Correction(event: event, amendment: try amendment(request, of: item), reason: reason))
  }

  private func amendment(
    _ request: AmendmentRequest, of item: TrackedItem
  ) throws(RefusalReason) -> Amendment {
    let owing = item.terms.owedBy
    if request != .note, by.party == owing { throw .notForTheOwingSide(owing) }
    switch request {
    case .note: return .note
    case .severity(let severity):
      guard severity != item.severity else { throw .unchanged }
      return .severity(severity)
    case .text(let text):
      guard text != item.terms.text else { throw .unchanged }
      return .text(text)
    case .issue(let terms):
      guard let last = item.issues.last else { throw .wrongStatus(item.status) }
      let record = try issue(terms, of: item)
      guard record != last else { throw .unchanged }
      return .issue(record)
    case .undone(let status):
      try checkUndoing(to: status, of: item)
      return .undone(status)
    }
  }

  /// Only back, only to a status that is open, and never around a verification.
  private func checkUndoing(
    to status: ItemStatus, of item: TrackedItem
  ) throws(RefusalReason) {
    guard item.parts.isEmpty, let target = status.step, let current = item.status.step,
      target < current, status.isOpen, status != .reopened
    else { throw .cannotUndo(status) }
    switch status {
    case .evidenceSubmitted:
      guard !item.pendingEvidence.isEmpty else { throw .cannotUndo(status) }
    case .proposed: break
    default:
      guard item.status != .withdrawn else { throw .cannotUndo(status) }
    }
  }
}

extension ItemStatus {
  /// How far along it is; nil where the item's parts carry it on.
  fileprivate var step: Int? {
    switch self {
    case .proposed: 0
    case .issued, .reopened: 1
    case .acknowledged: 2
    case .planned: 3
    case .inProgress: 4
    case .evidenceSubmitted: 5
    case .closed, .withdrawn: 6
    case .divided: nil
    }
  }
}
