import Diagnostics
import Glibc
import InspectionCore
import JSON
import Storage

/// A province's tracked items over several rounds, made through the rules and the journal, and what is
/// asked of them, timed. Benchmarks/tracking prints the medians.
struct Tracking {
  private let path: String
  private let units: Int
  private let rounds: Int
  private let items: Int

  init(_ arguments: [String]) throws {
    guard arguments.count == 5, let units = Int(arguments[2]), let rounds = Int(arguments[3]),
      let items = Int(arguments[4]), units > 0, rounds > 0
    else { throw Refusal("track DATABASE UNITS ROUNDS ITEMS") }
    path = arguments[1]
    self.units = units
    self.rounds = rounds
    self.items = items
  }

  /// Fills the store where it has no items, a workspace's own among them, then times what is asked of it.
  func run() throws {
    do throws(JournalError) {
      let plain = try Journal(path: path, origin: isThere(path) ? nil : "so-y-te")
      let isEmpty = try plain.subjects(of: "item").isEmpty
      if isEmpty { try fill(plain) }
      try plain.close()
    } catch {
      throw Refusal(error)
    }
    do throws(JournalError) {
      let journal = try Journal(path: path, projections: [.items])
      let events = try journal.head().number
      try timed("rebuild") { () throws(JournalError) in try journal.rebuild() }
      say("events \(events)")
      try questions(journal)
      try journal.close()
    } catch {
      throw Refusal(error)
    }
  }

  private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private func questions(_ journal: Journal) throws(JournalError) {
    let today = day(rounds - 1, 120)
    for _ in 0..<5 {
      var query = ItemQuery(isOpen: true, limit: 200)
      query.dueThrough = today
      try timed("due") { () throws(JournalError) in _ = try journal.items(query) }
      try timed("overdue count") { () throws(JournalError) in
        say("overdue \(try journal.itemCount(query))")
      }
      try timed("unit") { () throws(JournalError) in
        _ = try journal.items(ItemQuery(units: [unit(7)], order: .unit))
      }
      try timed("story") { () throws(JournalError) in _ = try journal.item(id(7)) }
      try timed("reconcile") { () throws(JournalError) in try reconcile(journal) }
    }
  }

  /// A new inspection of every unit, set against its items.
  private func reconcile(_ journal: Journal) throws(JournalError) {
    let results = (0..<128).map { check in
      NewResult(
        check: "NS-\(check)", verdict: check % 3 == 0 ? .unmet : .met, severity: .medium)
    }
    var before: [ItemSummary] = []
    var found = 0
    var compared = 0
    func close() {
      guard !before.isEmpty else { return }
      let outcome = findings(
        results, checklist: "child-protection-district@2024.1", migrations: [], before: before,
        policies: FollowUpPolicies())
      found += outcome.new.count + outcome.recurred.count + outcome.carriedOver.count
      compared += 1
      before.removeAll(keepingCapacity: true)
    }
    try journal.forEachItem(ItemQuery(order: .unit)) { row in
      if let last = before.last, last.unit != row.item.unit { close() }
      before.append(row.item)
    }
    close()
    say("reconciled \(compared) \(found)")
  }

  private func timed(
    _ name: String, _ body: () throws(JournalError) -> Void
  ) throws(JournalError) {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let start = time
    try body()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let seconds =
      Double(time.tv_sec - start.tv_sec) + Double(time.tv_nsec - start.tv_nsec) / 1e9
    say("\(name) \(seconds)")
  }
}

// MARK: Filling

extension Tracking {
  private func fill(_ journal: Journal) throws(JournalError) {
    var drafts: [EventDraft] = []
    for number in 0..<items {
      drafts += life(of: number)
      if drafts.count > 20_000 {
        try journal.append(drafts)
        drafts.removeAll(keepingCapacity: true)
      }
    }
    try journal.append(drafts)
  }

  /// What happens to an item up to the end of the last round: those of the last round stand open at every
  /// stage, of the others one in fifty.
  private func life(of number: Int) -> [EventDraft] {
    let round = number % rounds
    let stage = round == rounds - 1 ? number / rounds % 7 : number % 50 == 0 ? 3 : 6
    let start = day(round, number % 28)
    var item: TrackedItem?
    var drafts: [EventDraft] = []
    for (place, step) in steps(number, start).prefix(stage + 1).enumerated() {
      let by = Attribution(
        account: "tk-\(number % 20)-\(place)", party: step.party,
        unit: step.party == .unit ? unit(number) : nil, document: step.document,
        happened: day(round, number % 28 + step.after),
        recorded: 1_600_000_000_000 + Int64(number * 10 + place))
      let context = DecisionContext(
        by: by, today: by.happened, policies: FollowUpPolicies(), calendar: Self.calendar)
      guard case .events(let events) = decide(step.command, item, context) else { break }
      for event in events {
        item = evolve(item, event, by: by)
        drafts.append(
          EventDraft(
            subject: SubjectID(kind: "item", id: id(number)), type: event.type,
            payload: event.payload, attribution: by))
      }
    }
    return drafts
  }

  private struct Step {
    var command: ItemCommand
    var party: Party
    var after: Int
    var document: DocumentReference?
  }

  private func steps(_ number: Int, _ start: CivilDate) -> [Step] {
    let paper = DocumentReference(number: "\(number % 400)/TB-SYT", date: start)
    let blob = BlobDigest(hex: String(repeating: "0123456789abcdef", count: 4))!
    let check = FailedCheck(
      checklist: "child-protection-district@2024.1", check: "NS-\(number / units % 128)",
      checkClass: number % 3 == 0 ? .duty : .criterion, severity: .medium)
    return [
      Step(
        command: .propose(
          Proposal(
            id: id(number), kind: .requirement, origin: .check(check), unit: unit(number),
            severity: number % 10 == 0 ? .high : .medium,
            inspection: "KT-\(number % rounds)-\(number % units)",
            limit: .workingDays(15 + number % 4 * 15))), party: .team, after: 0),
      Step(
        command: .issue(IssueTerms(document: paper)), party: .department, after: 5,
        document: paper),
      Step(command: .acknowledge, party: .unit, after: 7),
      Step(
        command: .plan(ItemPlan(measures: [blob], responsible: unit(number))), party: .unit,
        after: 9),
      Step(
        command: .reportProgress(Progress(done: 3, of: 17, day: start)), party: .unit, after: 12),
      Step(
        command: .submitEvidence([
          .seen(SeenOriginal(type: "Báo cáo", number: "12/BC", date: start, seenBy: "chuyên viên"))
        ]), party: .unit, after: 15 + number % 40),
      Step(command: .verify(.resolved, reason: nil), party: .department, after: 60 + number % 9),
    ]
  }

  private func unit(_ number: Int) -> String { "xa-\(100_000 + number % units)" }

  private func id(_ number: Int) -> String { "TH-\(1_000_000 + number &* 7_919 % items)" }

  private func day(_ round: Int, _ days: Int) -> CivilDate {
    CivilDate(year: 2020 + round, month: 3, day: 1)
      .flatMap { CivilDate(daysSinceEpoch: $0.daysSinceEpoch + days) }!
  }

  private static let calendar = WorkingCalendar(
    id: "vn", title: LocalizedText(vi: "Lịch", en: "Calendar"),
    verified: Period(
      from: CivilDate(year: 2020, month: 1, day: 1)!, to: CivilDate(year: 2030, month: 12, day: 31)!
    )!,
    daysOff: [:], makeUpDays: [:])
}
