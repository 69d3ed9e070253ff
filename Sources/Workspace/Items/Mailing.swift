import ChecklistFormat
package import Diagnostics
import Foundation
import Glibc
package import InspectionCore
import Storage

/// What became of a round of letters.
package struct MailReport: Sendable {
  /// The letters that were taken, and recorded.
  package var sent: [ChasingLetter] = []
  /// The units whose letter may have gone when an earlier run was broken off; they are recorded as sent.
  package var doubtful: [String] = []
  /// The units whose letter was refused, and why; they stay to be reminded.
  package var failures: [(unit: String, cause: LocalizedText)] = []
  /// How many letters were not tried, since the server was not reached.
  package var untried = 0

  /// Creates a report of nothing.
  package init() {}

  /// The failures as one refusal; nil where there are none.
  package var refusal: WorkspaceError? {
    guard !failures.isEmpty else { return nil }
    var vi = "\(failures.count + untried) thư chưa gửi được, chưa ghi là đã đôn đốc"
    var en = "\(failures.count + untried) letters were not sent and are not recorded as sent"
    for failure in failures {
      vi += "\n  \(failure.unit): \(failure.cause.vi)"
      en += "\n  \(failure.unit): \(failure.cause.en)"
    }
    return WorkspaceError(
      .unreadable, "not-sent", LocalizedText(vi: vi, en: en),
      mend: LocalizedText(
        vi: "sửa nguyên nhân rồi chạy lại; thư đã đi không gửi lại",
        en: "mend the cause and run it again; what has gone does not go twice"))
  }
}

extension Workspace {
  /// The folder of letters on their way.
  ///
  /// A letter lies there from before it is handed over until it is recorded or refused. One that is still
  /// there in the next run was broken off in between, and nobody knows whether it went: it is recorded,
  /// so that it cannot go twice, and named, so that somebody asks.
  private var outbox: String { Paths.join(folder, Self.databaseName + ".outbox") }

  /// Mails letters one by one; each is recorded when the server has taken it, and only then.
  ///
  /// - Throws: ``WorkspaceError`` where another command mails at the same time, or the store fails; what
  ///   servers refuse is in the report.
  package func mail(
    _ round: ReminderRound, by post: LetterPost, _ session: Session
  ) throws(WorkspaceError) -> MailReport {
    try storing { () throws(JournalError) in try StoredFile.makeFolder(outbox) }
    let lock = try lockOutbox()
    defer { Glibc.close(lock) }
    var report = MailReport()
    let settled = try settleOutbox(session, &report)
    for (place, letter) in round.letters.enumerated() where !settled.contains(letter.unit) {
      guard let address = post.addresses[letter.unit], try mayBeSent(letter, session) else {
        continue
      }
      do throws(LetterCarrier.Failure) {
        let path = Paths.join(outbox, letter.key.hex)
        let note = ([letter.unit, letter.day.iso] + letter.items.map(\.entry.item.id))
          .joined(separator: "\n")
        do throws(WorkspaceError) {
          try keepPrivately(post.message(letter, to: address), at: path + ".eml")
          // The note comes last: from here on the letter counts as on its way.
          try keepPrivately(note, at: path + ".items")
        } catch {
          throw LetterCarrier.Failure(cause: error.message, isGeneral: true)
        }
        do throws(LetterCarrier.Failure) {
          try post.carrier.send(path + ".eml", to: address)
        } catch {
          discard(path)
          throw error
        }
      } catch {
        report.failures.append((letter.unit, error.cause))
        if error.isGeneral {
          report.untried = round.letters.count - place - 1
          break
        }
        continue
      }
      try sent(letter, session)
      discard(Paths.join(outbox, letter.key.hex))
      report.sent.append(letter)
    }
    return report
  }

  /// Whether a letter can be recorded once it has gone: not where another command has done it meanwhile.
  private func mayBeSent(
    _ letter: ChasingLetter, _ session: Session
  ) throws(WorkspaceError) -> Bool {
    var dry = session
    dry.isDryRun = true
    do throws(WorkspaceError) {
      try sent(letter, dry)
      return true
    } catch {
      guard error.code == RefusalReason.alreadyReminded.code else { throw error }
      return false
    }
  }

  private func lockOutbox() throws(WorkspaceError) -> Int32 {
    let file = Glibc.open(Paths.join(outbox, "lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0 else {
      if file >= 0 { Glibc.close(file) }
      throw WorkspaceError(
        "mailing-already",
        LocalizedText(
          vi: "một lệnh soat remind khác đang gửi thư", en: "another soat remind is mailing"),
        mend: LocalizedText(vi: "đợi lệnh ấy xong", en: "wait until it ends"))
    }
    return file
  }

  /// Records the letters that an earlier run left on their way, by the day they bear.
  ///
  /// - Returns: their units, which get no letter in this run.
  private func settleOutbox(
    _ session: Session, _ report: inout MailReport
  ) throws(WorkspaceError) -> Set<String> {
    var units: Set<String> = []
    for name in FileBytes.names(in: outbox).sorted() where name.hasSuffix(".items") {
      let path = Paths.join(outbox, name)
      let bytes: [UInt8]
      do throws(FileProblem) { bytes = try FileBytes.read(path, limit: 1 << 20) } catch {
        throw WorkspaceError(error)
      }
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      guard lines.count > 2, let day = CivilDate(iso: lines[1]) else { continue }
      var then = session
      then.happened = day
      for item in lines.dropFirst(2) {
        do throws(WorkspaceError) { _ = try give([ItemOrder(.remind, to: item)], then) } catch {
          // It was recorded, and the run ended before the letter was put away.
          guard error.code == RefusalReason.alreadyReminded.code else { throw error }
        }
      }
      units.insert(lines[0])
      report.doubtful.append(lines[0])
      discard(String(path.dropLast(".items".count)))
    }
    return units
  }

  /// Writes a file that nobody else may read.
  private func keepPrivately(_ text: String, at path: String) throws(WorkspaceError) {
    try storing { () throws(JournalError) in try StoredFile.write(text, to: path) }
    chmod(path, 0o600)
  }

  /// Puts a letter away: first what says that it is on its way.
  private func discard(_ path: String) {
    unlink(path + ".items")
    unlink(path + ".eml")
  }
}

extension ChasingLetter {
  /// What names the letter: its unit, and the step and the deadline of each item. The same letter tried
  /// again on another day has the same.
  var key: Digest {
    var text = unit
    for item in items {
      text += "\n\(item.entry.item.id)\t\(item.step.offset)\t\(item.entry.item.due?.iso ?? "")"
    }
    return Digest(of: Array(text.utf8))
  }
}
