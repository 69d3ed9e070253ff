/// Extensions: by whom, how often, by how much, up to when.
extension Deciding {
  /// The policy for an item's severity; nil where it has no extension.
  private func limit(of item: TrackedItem) -> ExtensionLimit? {
    for limit in context.policies.extensions where limit.severity == item.severity {
      return limit
    }
    return nil
  }

  /// The calendar days of extension that are left; at least 0.
  private func daysLeft(_ item: TrackedItem) -> Int {
    max(0, max(0, limit(of: item)?.days ?? 0) - item.used.days)
  }

  /// The latest day to which an item's deadline may still be moved, or why it cannot be.
  private func latest(_ item: TrackedItem) -> Result<CivilDate, RefusalReason> {
    guard let due = item.due?.due else { return .failure(.noDeadline) }
    guard let limit = limit(of: item), limit.times > 0, limit.days > 0 else {
      return .failure(.noExtensions(item.severity))
    }
    let left = daysLeft(item)
    guard item.used.times < limit.times, left > 0 else {
      return .failure(.extensionsUsedUp(times: item.used.times, days: item.used.days))
    }
    let latest: CivilDate
    do throws(RefusalReason) {
      latest = try later(due, by: left)
    } catch {
      return .failure(error)
    }
    guard let next = context.nextInspection else { return .success(latest) }
    return next > due ? .success(min(latest, next)) : .failure(.pastNextInspection(next))
  }

  func requestObstacle(_ item: TrackedItem) -> RefusalReason? {
    item.openRequest == nil ? latest(item).reason : .requestOpen
  }

  /// Who decides a request is another person, on another side, and not before it was asked.
  func decisionObstacle(_ item: TrackedItem) -> RefusalReason? {
    guard let open = item.openRequest else { return .noOpenRequest }
    if let obstacle = sameHand(open.by) { return obstacle }
    return context.today >= open.by.day ? nil : .impossibleDay(context.today)
  }

  func grantObstacle(_ item: TrackedItem) -> RefusalReason? {
    if let obstacle = decisionObstacle(item) { return obstacle }
    guard let open = item.openRequest else { return .noOpenRequest }
    if context.policies.extensionsBeforeDue, open.isLate {
      return .askedTooLate(overdueDays: open.overdueDays)
    }
    // The deadline may have been corrected since it was asked.
    if let due = item.due?.due, open.to <= due { return .notLater(than: due) }
    return latest(item).reason
  }

  func request(
    _ to: CivilDate, _ reason: BlobDigest, of item: TrackedItem
  ) throws(RefusalReason) -> ItemEvent {
    let due = try check(to, of: item)
    return .extensionRequested(
      to: to, reason: reason, overdueDays: max(0, due.days(until: by.happened)))
  }

  func grant(_ to: CivilDate, of item: TrackedItem) throws(RefusalReason) -> ItemEvent {
    guard let open = item.openRequest else { throw .noOpenRequest }
    guard to <= open.to else { throw .laterThanAsked(open.to) }
    guard by.happened >= open.by.day else { throw .impossibleDay(by.happened) }
    let due = try check(to, of: item)
    let counted = context.policies.requestStopsClock ? open.by.day : by.happened
    return .extensionGranted(
      try moved(due, to: to, basis: .extended), overdueDays: max(0, due.days(until: counted)))
  }

  /// A refusal; where the policy stops the clock, the days the request was open do not count.
  func refusal(_ reason: BlobDigest, of item: TrackedItem) throws(RefusalReason) -> ItemEvent {
    guard let open = item.openRequest else { throw .noOpenRequest }
    guard by.happened >= open.by.day else { throw .impossibleDay(by.happened) }
    guard context.policies.requestStopsClock, let due = item.due?.due else {
      return .extensionRefused(reason: reason, nil)
    }
    let days = min(open.by.day.days(until: by.happened), daysLeft(item))
    var to = try later(due, by: days)
    if let next = context.nextInspection { to = min(to, max(next, due)) }
    guard to > due else { return .extensionRefused(reason: reason, nil) }
    return .extensionRefused(reason: reason, try moved(due, to: to, basis: .paused))
  }

  /// Refuses a day to which the deadline may not be moved; gives the deadline that holds.
  private func check(_ to: CivilDate, of item: TrackedItem) throws(RefusalReason) -> CivilDate {
    guard let due = item.due?.due else { throw .noDeadline }
    guard to > due else { throw .notLater(than: due) }
    if let next = context.nextInspection, to > next { throw .pastNextInspection(next) }
    guard to <= (try latest(item).get()) else { throw .tooManyDays(left: daysLeft(item)) }
    return due
  }

  private func moved(
    _ due: CivilDate, to day: CivilDate, basis: Deadline.Basis
  ) throws(RefusalReason) -> Deadline {
    do throws(TimeError) {
      return Deadline(
        basis: basis, start: by.happened, days: due.days(until: day),
        due: try context.calendar.due(.by(day), from: by.happened))
    } catch {
      throw .time(error)
    }
  }

  private func later(_ day: CivilDate, by days: Int) throws(RefusalReason) -> CivilDate {
    do throws(TimeError) {
      return try day.adding(days: days)
    } catch {
      throw .time(error)
    }
  }
}
