internal import GRDB
package import Diagnostics
package import InspectionCore

/// Something in a journal that is not as it was recorded.
package struct JournalFault: Hashable, Sendable {
  /// The kinds of fault.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// The bytes of an event are not those of its hash.
    case changed
    /// An event is no event.
    case unreadable
    /// What stands beside an event is not what it says.
    case mislabelled
    /// An event of the chain is not there.
    case missing
    /// An event does not follow the one before it.
    case brokenChain = "broken-chain"
    /// An event stands where it was not received.
    case misplaced
    /// An anchor names an event that the chain does not reach.
    case truncated
    /// An anchor names another hash than the chain has.
    case otherThanAnchored = "other-than-anchored"
    /// A text is not the one its digest was taken of.
    case changedText = "changed-text"
    /// A text or a file that an event names is not there.
    case missingAttachment = "missing-attachment"
    /// A file is not the one its digest was taken of.
    case changedFile = "changed-file"
  }

  /// What kind of fault it is.
  package let code: Code
  /// The event's number in this store; nil where the fault is at none.
  package let number: Int64?
  /// The event's name, where it is known.
  package let event: EventID?
  /// What is wrong, in one sentence without a final full stop.
  package let message: LocalizedText
}

/// What a verification found.
package struct JournalVerification: Hashable, Sendable {
  /// How many events were read.
  package var events: Int64 = 0
  /// What is wrong, in the order it was found; the first ``mostFaults``.
  package var faults: [JournalFault] = []
  /// How many faults there are.
  package var faultCount = 0

  static let mostFaults = 100

  /// Whether everything is as it was recorded.
  package var isSound: Bool { faultCount == 0 }

  mutating func add(
    _ code: JournalFault.Code, number: Int64? = nil, event: EventID? = nil, _ message: LocalizedText
  ) {
    faultCount += 1
    guard faults.count < Self.mostFaults else { return }
    faults.append(JournalFault(code: code, number: number, event: event, message: message))
  }
}

extension Journal {
  /// Reads everything again and says what is not as it was recorded.
  ///
  /// Without an anchor nobody can tell a journal whose end was cut off from a shorter one, nor one that
  /// was written anew throughout; anchors come from exports, backups and printed records.
  ///
  /// - Parameters:
  ///   - anchors: heads that were seen before, of any origin.
  ///   - known: a head of this very store that was seen before.
  ///   - readsEvidence: whether the files are read too.
  package func verify(
    anchors: [Anchor] = [], known: JournalHead? = nil, readsEvidence: Bool = true
  ) throws(JournalError) -> JournalVerification {
    var (found, files) = try read { db in
      var walk = ChainWalk()
      try walk.readAll(db)
      try walk.compare(with: anchors + (known?.origins ?? []), in: db)
      if let known { try walk.compareSeal(with: known, in: db) }
      try walk.readTexts(db)
      return (walk.found, try walk.filesToRead(db))
    }
    if readsEvidence {
      for (digest, event) in files { check(digest, of: event, in: &found) }
    }
    return found
  }

  private func check(_ digest: Digest, of event: EventID, in found: inout JournalVerification) {
    do throws(JournalError) {
      _ = try evidence.bytes(of: digest)
    } catch {
      found.add(
        error.code == .missingAttachment ? .missingAttachment : .changedFile, event: event,
        error.message)
    }
  }
}

extension EventID {
  /// The id in one word, such as `so-y-te#12`.
  package var text: String { "\(origin)#\(sequence)" }
}
