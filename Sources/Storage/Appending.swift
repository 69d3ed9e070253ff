internal import GRDB
package import InspectionCore
import Diagnostics

extension Journal {
  /// Appends events of this store's own, all or none.
  ///
  /// - Parameters:
  ///   - drafts: the events, in order.
  ///   - expecting: the version each subject must have before, 0 for one that is new; a subject that
  ///     is not named is not checked.
  ///   - texts: free texts that the events hold and the journal does not keep yet.
  /// - Returns: the events as recorded; once this returns, they survive a power cut.
  /// - Throws: ``JournalError``; nothing was recorded then.
  @discardableResult
  package func append(
    _ drafts: [EventDraft], expecting: [SubjectID: Int64] = [:], texts: [FreeText] = []
  ) throws(JournalError) -> [RecordedEvent] {
    for draft in drafts { try check(draft) }
    return try write { db in
      for text in texts { try text.keep(in: db) }
      var appending = try Appending(db, origin: origin)
      for (subject, version) in expecting { try appending.require(version, of: subject) }
      var recorded: [RecordedEvent] = []
      recorded.reserveCapacity(drafts.count)
      for draft in drafts {
        try requireAttachments(of: draft, in: db)
        recorded.append(try appending.append(draft))
      }
      try project(recorded, in: db)
      return recorded
    }
  }

  /// What can be seen of a draft without the database.
  private func check(_ draft: EventDraft) throws(JournalError) {
    let names = [draft.subject.kind, draft.subject.id, draft.type, draft.attribution.account]
    guard names.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 512 }), draft.form > 0 else {
      throw JournalError(
        .invalidEvent,
        LocalizedText(
          vi:
            "sự kiện \"\(draft.type)\" thiếu đối tượng, loại hoặc tài khoản, hoặc tên dài quá 512 byte",
          en:
            "the event \"\(draft.type)\" lacks a subject, a type or an account, or one is over 512 bytes"
        ),
        mend: LocalizedText(
          vi: "ghi đủ loại và mã đối tượng, loại sự kiện và tài khoản",
          en: "give the subject's kind and id, the event's type and the account"))
    }
    for file in draft.files where try !evidence.contains(file) {
      throw .missingAttachment(
        LocalizedText(vi: "tệp minh chứng \(file.hex)", en: "the evidence file \(file.hex)"))
    }
  }

  private func requireAttachments(of draft: EventDraft, in db: Database) throws {
    for digest in draft.texts where try !FreeText.isKept(digest, in: db) {
      throw JournalError.missingAttachment(
        LocalizedText(vi: "đoạn văn bản \(digest.hex)", en: "the text \(digest.hex)"))
    }
    for digest in draft.files where try Tombstones.contains(digest, in: db) {
      throw JournalError.purged(digest)
    }
  }
}

extension JournalError {
  static func missingAttachment(_ what: LocalizedText, event: EventID? = nil) -> JournalError {
    JournalError(
      .missingAttachment,
      LocalizedText(vi: "chưa lưu ", en: "not kept yet: ") + what,
      mend: LocalizedText(
        vi: "lưu nội dung trước, rồi mới ghi sự kiện nêu nó",
        en: "keep the content first, then record the event that names it"),
      event: event)
  }

  static func purged(_ digest: Digest) -> JournalError {
    JournalError(
      .purged,
      LocalizedText(
        vi: "nội dung \(digest.hex) đã được xóa theo quy định lưu giữ",
        en: "the content \(digest.hex) was purged"),
      mend: LocalizedText(
        vi: "không lưu lại; nếu cần, ghi \"đã xem bản gốc, không sao chụp\"",
        en: "do not keep it again; where needed, record \"original seen, not copied\""))
  }
}

/// An append under way in its transaction: the heads it goes on from.
struct Appending {
  private struct Place {
    var version: Int64
    /// The last event of each other origin on the subject.
    var seen: [String: Int64]
  }

  private let db: Database
  private let origin: String
  private let insert: RawStatement
  private(set) var number: Int64
  private var seal: Digest
  /// The head of each origin that was looked up.
  private var heads: [String: Anchor?] = [:]
  private var places: [ExactSubject: Place] = [:]
  /// Whether the store holds events of other origins; while it holds none, none can have been seen.
  private var hasOthers: Bool
  private var canonical = CanonicalEvent()

  init(_ db: Database, origin: String) throws {
    self.db = db
    self.origin = origin
    insert = try RawStatement(
      db,
      """
      INSERT INTO events (number, origin, sequence, kind, subject, version, body, hash, seal)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    (number, seal) = try EventRows.end(db)
    hasOthers = try EventRows.hasOrigin(otherThan: origin, in: db)
  }

  mutating func append(_ draft: EventDraft) throws -> RecordedEvent {
    let head = try head(of: origin)
    let place = try place(of: draft.subject)
    let event = JournalEvent(
      id: EventID(origin: origin, sequence: (head?.id.sequence ?? 0) + 1), subject: draft.subject,
      type: draft.type, form: draft.form, payload: draft.payload, attribution: draft.attribution,
      corrects: draft.corrects, seen: Self.ids(of: place.seen),
      files: draft.files.isEmpty ? [] : draft.files.map(\.hex),
      texts: draft.texts.isEmpty ? [] : draft.texts.map(\.hex),
      previous: head?.hash.hex ?? "")
    canonical.write(event)
    return try record(event, body: canonical.bytes, place: place)
  }

  /// Records an event whose chain was checked, under the next number and version here.
  mutating func record(_ event: JournalEvent, body: [UInt8]) throws -> RecordedEvent {
    try record(event, body: body, place: try place(of: event.subject))
  }

  private mutating func record(
    _ event: JournalEvent, body: [UInt8], place: Place
  ) throws -> RecordedEvent {
    guard body.count <= EventRows.longestBody else { throw JournalError.tooLong(event.id) }
    var place = place
    let hash = Digest(of: body)
    number += 1
    place.version += 1
    seal = Seal.next(after: seal, number: number, version: place.version, hash: hash)
    insert.bind(number, at: 1)
    insert.bind(event.id.origin, at: 2)
    insert.bind(event.id.sequence, at: 3)
    insert.bind(event.subject.kind, at: 4)
    insert.bind(event.subject.id, at: 5)
    insert.bind(place.version, at: 6)
    insert.bind(hash, at: 8)
    insert.bind(seal, at: 9)
    try body.withUnsafeBufferPointer {
      insert.bindInPlace($0, at: 7)
      try insert.run()
    }
    if event.id.origin != origin {
      hasOthers = true
      place.seen[event.id.origin] = event.id.sequence
    }
    places[ExactSubject(event.subject)] = place
    heads[event.id.origin] = .some(Anchor(id: event.id, hash: hash))
    return RecordedEvent(number: number, version: place.version, hash: hash, event: event)
  }

  mutating func head(of origin: String) throws -> Anchor? {
    if let known = heads[origin] { return known }
    let head = try EventRows.head(of: origin, in: db)
    heads[origin] = .some(head)
    return head
  }

  mutating func require(_ expected: Int64, of subject: SubjectID) throws {
    let version = try place(of: subject).version
    guard version != expected else { return }
    throw JournalError(
      .versionConflict,
      LocalizedText(
        vi:
          "\(subject.kind) \(subject.id) đã được người khác sửa: phiên bản \(version), bạn sửa từ \(expected)",
        en:
          "\(subject.kind) \(subject.id) was changed meanwhile: version \(version), you began from \(expected)"
      ),
      mend: LocalizedText(
        vi: "xem lại nội dung mới rồi làm lại", en: "look at what is new, then do it again"))
  }

  private mutating func place(of subject: SubjectID) throws -> Place {
    let key = ExactSubject(subject)
    if let known = places[key] { return known }
    let version = try EventRows.version(of: subject, in: db)
    var seen: [String: Int64] = [:]
    if hasOthers, version > 0 {
      seen = try EventRows.lastSequences(of: subject, in: db)
      seen[origin] = nil
    }
    return Place(version: version, seen: seen)
  }

  private static func ids(of seen: [String: Int64]) -> [EventID] {
    guard !seen.isEmpty else { return [] }
    return seen.sorted { $0.key < $1.key }.map { EventID(origin: $0.key, sequence: $0.value) }
  }
}

/// The seal over the order in which a store received its events: no chain of an origin says how the
/// events of two origins follow each other here, and every projection depends on it.
enum Seal {
  static func next(after seal: Digest, number: Int64, version: Int64, hash: Digest) -> Digest {
    withUnsafeTemporaryAllocation(byteCount: 2 * Digest.byteCount + 16, alignment: 8) { buffer in
      seal.withBytes { buffer.copyMemory(from: $0) }
      hash.withBytes {
        UnsafeMutableRawBufferPointer(rebasing: buffer[Digest.byteCount...]).copyMemory(from: $0)
      }
      buffer.storeBytes(of: number.bigEndian, toByteOffset: 64, as: Int64.self)
      buffer.storeBytes(of: version.bigEndian, toByteOffset: 72, as: Int64.self)
      return Digest(of: UnsafeRawBufferPointer(buffer))
    }
  }
}
