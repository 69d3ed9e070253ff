/// Items that change hands, are divided, waived, reviewed or chased.
extension Deciding {
  func transfer(
    _ transfer: Transfer, of item: TrackedItem
  ) throws(RefusalReason) -> ItemEvent {
    try check(name: transfer.to)
    try check(transfer.document)
    guard transfer.to != item.unit || transfer.owedBy != item.terms.owedBy else {
      throw .unchanged
    }
    return .transferred(transfer)
  }

  func division(
    _ parts: [ItemPart], _ document: DocumentReference, of item: TrackedItem
  ) throws(RefusalReason) -> ItemEvent {
    try check(document)
    try check(count: parts.count, in: 2...Self.longestList)
    var units = Set<String>()
    var ids: Set<String> = [item.id]
    for part in parts {
      try check(name: part.item)
      try check(name: part.unit)
      guard units.insert(part.unit).inserted, ids.insert(part.item).inserted, part.ending == nil
      else {
        throw bad(
          "mỗi phần phải có mã riêng, đơn vị riêng và chưa kết thúc",
          "each part needs an id and a unit of its own, and no ending")
      }
    }
    return .divided(parts, document)
  }

  /// The part as it stands now; nil where nothing has changed or its item is not at hand.
  func changed(_ part: ItemPart) -> ItemPart? {
    guard let whole = state, let item = relative(part.item),
      item.terms.lineage.contains(ItemLink(.part, whole.id))
    else { return nil }
    var now = part
    now.ending = item.ending
    return now == part ? nil : now
  }

  func settlement(_ id: String, of item: TrackedItem) throws(RefusalReason) -> ItemEvent {
    for part in item.parts where part.item == id {
      guard let now = changed(part) else { throw .partUnchanged }
      return .partSettled(now)
    }
    throw .notRelated(id)
  }

  func waiver(
    _ reason: BlobDigest, _ approver: String, _ until: CivilDate
  ) throws(RefusalReason) -> ItemEvent {
    try check(name: approver)
    guard until >= by.happened, until >= context.today else { throw .waiverOver(until) }
    return .waived(
      Waiver(reason: reason, approver: approver, from: by.happened, until: until))
  }

  func reviewed(_ review: Review, of item: TrackedItem) throws(RefusalReason) -> ItemEvent {
    try check(name: review.inspection)
    for known in item.reviews where known.inspection == review.inspection {
      throw .alreadyReviewed(review.inspection)
    }
    if review.inspection == item.terms.inspection { throw .alreadyReviewed(review.inspection) }
    return .reviewed(review)
  }

  func reminder(of item: TrackedItem) throws(RefusalReason) -> ItemEvent {
    .reminded(try nextReminder(of: item, on: by.happened).get())
  }

  /// The letter of the step that has been reached on a day, unless it has been sent.
  func nextReminder(
    of item: TrackedItem, on day: CivilDate
  ) -> Result<SentReminder, RefusalReason> {
    guard let due = item.due?.due else { return .failure(.noDeadline) }
    let standing = ItemStanding(
      item, today: day, calendar: context.calendar, policies: context.policies)
    guard let level = standing.escalation else { return .failure(.nothingToRemind) }
    let step = context.policies.escalation[level]
    let letter = SentReminder(offset: step.offset, due: due, recipient: step.recipient)
    return item.reminders.contains(letter) ? .failure(.alreadyReminded) : .success(letter)
  }
}

extension TrackedItem {
  /// How the item ended, as the whole that it is a part of sees it.
  var ending: ItemPart.Ending? {
    switch (status, closing) {
    case (.withdrawn, _): .withdrawn
    case (_, .resolved?): .resolved
    case (_, .outsideCompetence?): .outsideCompetence
    default: nil
    }
  }
}
