import Glibc
import InspectionCore
import JSON
import Storage

/// Times the journal: appends in batches, single appends, verification, rebuild. Only the calls are
/// timed; the drafts are made between them. Benchmarks/journal compares the times with prepared C inserts.
struct Measurement {
  private let path: String
  private let count: Int
  private let batch: Int
  private let singles: Int

  init(_ arguments: [String]) throws {
    guard arguments.count == 5, let count = Int(arguments[2]), let batch = Int(arguments[3]),
      let singles = Int(arguments[4]), batch > 0
    else { throw Refusal("measure DATABASE EVENTS BATCH SINGLES") }
    path = arguments[1]
    self.count = count
    self.batch = batch
    self.singles = singles
  }

  func run() throws {
    do throws(JournalError) {
      let journal = try Journal(path: path, origin: "so-y-te")
      var seconds = 0.0
      var processor = 0.0
      var made = 0
      while made < count {
        let drafts = (made..<min(made + batch, count)).map { draft($0) }
        let start = now()
        let used = now(CLOCK_PROCESS_CPUTIME_ID)
        _ = try journal.append(drafts)
        seconds += now() - start
        processor += now(CLOCK_PROCESS_CPUTIME_ID) - used
        made += drafts.count
      }
      if count > 0 { say("batches \(seconds) \(processor)") }
      try single(journal)
      if singles == 0 { try readings(journal) }
      try journal.close()
    } catch {
      throw Refusal(error)
    }
  }

  private func single(_ journal: Journal) throws(JournalError) {
    for place in 0..<singles {
      let draft = draft(count + place)
      let start = now()
      _ = try journal.append([draft])
      say("single \(now() - start)")
    }
  }

  private func readings(_ journal: Journal) throws(JournalError) {
    var start = now()
    var used = now(CLOCK_PROCESS_CPUTIME_ID)
    let found = try journal.verify()
    say("verify \(now() - start) \(now(CLOCK_PROCESS_CPUTIME_ID) - used)")
    guard found.isSound else { return say("not sound") }
    start = now()
    used = now(CLOCK_PROCESS_CPUTIME_ID)
    try journal.rebuild()
    say("rebuild \(now() - start) \(now(CLOCK_PROCESS_CPUTIME_ID) - used)")
  }

  /// An event as items have them, on one of a fifth as many subjects in a scattered order.
  private func draft(_ number: Int) -> EventDraft {
    let subject = number &* 7_919 % max(1, count / 5)
    return EventDraft(
      subject: SubjectID(kind: "item", id: "TH-2025-\(subject)"), type: "item.progress",
      payload: [
        "done": .integer(Int64(number % 17)), "of": .integer(17),
        "unit": .string("so-y-te-\(number % 3_321)"), "status": .string("in_progress"),
        "milestones": .array([.string("2025-06-30"), .string("2025-09-30")]),
      ],
      attribution: Attribution(
        account: "tp-\(number % 20)", party: .department, unit: "xa-\(number % 3_321)",
        document: DocumentReference(
          number: "\(number % 400)/TB-SYT", date: CivilDate(year: 2025, month: 3, day: 4)!),
        happened: CivilDate(year: 2025, month: 3, day: 1 + number % 28)!,
        recorded: 1_741_060_800_000 + Int64(number)))
  }

  private func now(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
