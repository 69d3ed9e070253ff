/// How an item begins: put down, or taken over as a part.
extension Deciding {
  func proposal(_ proposal: Proposal) throws(RefusalReason) -> ItemEvent {
    try check(proposal)
    try checkSpeaker(of: proposal)
    guard let limit = proposal.limit else { return .proposed(proposal, nil) }
    guard proposal.kind != .reminder else { throw .reminderHasNoDeadline }
    let due = try due(limit, from: by.happened)
    return .proposed(
      proposal, Deadline(basis: .proposed, limit: limit, start: by.happened, due: due))
  }

  /// A unit promises and proposes for itself; what is required of a side, another side puts down.
  private func checkSpeaker(of proposal: Proposal) throws(RefusalReason) {
    switch proposal.origin {
    case .commitment:
      guard proposal.owedBy == .unit else { throw .forTheOwingSide(.unit) }
    case .proposal(let party):
      guard party != .unit, proposal.owedBy == party else { throw .forTheOwingSide(party) }
    case .check, .checks, .finding, .recommendation, .figures:
      guard by.party != proposal.owedBy else { throw .notForTheOwingSide(proposal.owedBy) }
    }
    if by.party == .unit {
      guard by.unit == proposal.unit else { throw .anotherUnit(by.unit) }
    }
  }

  /// Some item at hand was divided, and waits for one of its parts to be taken over.
  func takeOverObstacle() -> RefusalReason? {
    for whole in context.relatives where whole.status == .divided {
      if by.party != whole.terms.owedBy, whole.opened <= context.today { return nil }
    }
    return .notRelated("")
  }

  func takingOver(_ part: String, of whole: String) throws(RefusalReason) -> ItemEvent {
    guard let divided = relative(whole), divided.status == .divided else {
      throw .notRelated(whole)
    }
    guard by.party != divided.terms.owedBy else {
      throw .notForTheOwingSide(divided.terms.owedBy)
    }
    guard by.happened >= divided.opened else { throw .impossibleDay(by.happened) }
    for known in divided.parts where known.item == part {
      var terms = divided.terms
      terms.id = part
      terms.unit = known.unit
      terms.owedBy = known.owedBy
      terms.lineage.append(ItemLink(.part, whole))
      return .tookOver(
        Inheritance(
          terms: terms, whole: whole, opened: divided.opened, proposed: divided.proposed,
          issues: divided.issues, deadlines: divided.deadlines, used: divided.used,
          waiver: divided.waiver(on: by.happened)))
    }
    throw .notRelated(part)
  }

  func relative(_ id: String) -> TrackedItem? {
    for item in context.relatives where item.id == id { return item }
    return nil
  }
}
