extension Deciding {
  /// Why no arguments could make a kind of command acceptable to this account, for this side, on this
  /// item today; nil where some could.
  func obstacle(to kind: ItemCommandKind) -> RefusalReason? {
    guard Self.years.contains(context.today.year) else { return .dayOutOfRange }
    guard let item = state else {
      switch kind {
      case .propose: return nil
      case .takeOver: return takeOverObstacle()
      default: return .noItem
      }
    }
    guard kind != .propose, kind != .takeOver else { return .alreadyBegun }
    guard item.opened <= context.today else { return .impossibleDay(context.today) }
    return unitObstacle(item) ?? waiverObstacle(kind, item) ?? statusObstacle(kind, item)
      ?? sideObstacle(kind, item) ?? ownObstacle(kind, item)
  }

  /// Whoever types for a unit types for one that the item concerns.
  private func unitObstacle(_ item: TrackedItem) -> RefusalReason? {
    guard by.party == .unit, by.unit != item.unit else { return nil }
    if case .recommendation(let recommendation) = item.terms.origin, let unit = by.unit,
      recommendation.addressees.contains(unit), item.transfers.isEmpty
    {
      return nil
    }
    return .anotherUnit(by.unit)
  }

  private func waiverObstacle(_ kind: ItemCommandKind, _ item: TrackedItem) -> RefusalReason? {
    let waiver = item.waiver(on: context.today)
    switch kind {
    case .revokeWaiver: return waiver == nil ? .notWaived : nil
    case .transfer, .divide, .review, .correct, .reopen, .settlePart: return nil
    default: return waiver.map { .waived(until: $0.until) }
    }
  }

  private func statusObstacle(_ kind: ItemCommandKind, _ item: TrackedItem) -> RefusalReason? {
    let status = item.status
    let isRight: Bool
    switch kind {
    case .explain, .ruleOnExplanation, .withdraw, .issue: isRight = status == .proposed
    case .acknowledge: isRight = status == .issued || status == .reopened
    case .plan, .reportProgress, .requestExtension, .remind: isRight = status.waitsForMeasures
    case .grantExtension, .refuseExtension, .submitEvidence, .waive, .revokeWaiver, .review,
      .reportRecordsMissing:
      isRight = status.isBinding
    case .verify, .reject: isRight = status == .evidenceSubmitted
    case .transfer, .divide: isRight = status.isOpen
    case .reopen:
      if status == .closed, !item.parts.isEmpty { return .hasParts }
      isRight = status == .closed
    case .settlePart: isRight = !item.parts.isEmpty
    case .correct, .propose, .takeOver: isRight = true
    }
    if isRight { return nil }
    return status == .divided ? .hasParts : .wrongStatus(status)
  }

  private func sideObstacle(_ kind: ItemCommandKind, _ item: TrackedItem) -> RefusalReason? {
    let owing = item.terms.owedBy
    switch kind {
    case .explain, .acknowledge, .plan, .reportProgress, .requestExtension, .reportRecordsMissing:
      return by.party == owing ? nil : .forTheOwingSide(owing)
    case .ruleOnExplanation, .withdraw, .verify, .reject, .grantExtension, .refuseExtension, .waive,
      .revokeWaiver, .reopen, .transfer, .divide, .settlePart, .review, .remind:
      return by.party == owing ? .notForTheOwingSide(owing) : nil
    case .issue:
      return by.party == owing && !item.terms.origin.isTheUnitsOwn
        ? .notForTheOwingSide(owing) : nil
    case .submitEvidence, .correct, .propose, .takeOver: return nil
    }
  }

  private func ownObstacle(_ kind: ItemCommandKind, _ item: TrackedItem) -> RefusalReason? {
    switch kind {
    case .explain:
      if item.openExplanation != nil { return .explanationOpen }
      return item.isExplained ? .explanationAccepted : nil
    case .ruleOnExplanation:
      return item.openExplanation.map { sameHand($0.by) } ?? .noOpenExplanation
    case .withdraw: return item.isExplained ? nil : .explanationNotAccepted
    case .issue:
      if item.openExplanation != nil { return .explanationOpen }
      return item.isExplained ? .explanationAccepted : nil
    case .verify, .reject:
      for evidence in item.pendingEvidence {
        if let obstacle = sameHand(evidence.by) { return obstacle }
      }
      return nil
    case .requestExtension: return requestObstacle(item)
    case .grantExtension: return grantObstacle(item)
    case .refuseExtension: return decisionObstacle(item)
    case .waive: return item.terms.origin.checkClass == .duty ? .duty : nil
    case .settlePart:
      for part in item.parts where changed(part) != nil { return nil }
      return .partUnchanged
    case .remind: return nextReminder(of: item, on: context.today).reason
    case .correct: return context.earlier.isEmpty ? .unknownEvent : nil
    default: return nil
    }
  }

  /// Whoever decides is another person, and speaks for another side.
  func sameHand(_ earlier: Signature) -> RefusalReason? {
    if earlier.party == by.party { return .sameSide(earlier.party) }
    return earlier.account == by.account ? .sameAccount : nil
  }
}

extension Result where Failure == RefusalReason {
  /// Why there is no value.
  var reason: RefusalReason? {
    if case .failure(let reason) = self { reason } else { nil }
  }
}
