internal import GRDB
import Diagnostics
import InspectionCore

/// A walk through a store's events in the order of their numbers, holding each against what came before.
struct ChainWalk {
  private(set) var found = JournalVerification()
  private var heads: [String: Anchor] = [:]
  private var versions: [ExactSubject: Int64] = [:]
  private var number: Int64 = 0
  private var seal = Digest.zero
  private var files: [Digest: EventID] = [:]
  private var texts: [Digest: EventID] = [:]

  /// An event's row as it stands.
  private struct Stored {
    let number: Int64
    let id: EventID
    let subject: SubjectID
    let version: Int64
    let body: [UInt8]
    let hash: Digest?
    let seal: Digest?

    init(_ row: RawStatement) {
      number = row.integer(0)
      id = EventID(origin: row.text(1), sequence: row.integer(2))
      subject = SubjectID(kind: row.text(3), id: row.text(4))
      version = row.integer(5)
      body = row.bytes(6)
      hash = row.digest(7)
      seal = row.digest(8)
    }
  }

  mutating func readAll(_ db: Database) throws {
    let rows = try RawStatement(
      db,
      """
      SELECT number, origin, sequence, kind, subject, version, body, hash, seal
      FROM events ORDER BY number
      """)
    while try rows.step() { take(Stored(rows)) }
  }

  private mutating func take(_ row: Stored) {
    found.events += 1
    let hash = Digest(of: row.body)
    if row.hash != hash {
      add(
        .changed, row,
        LocalizedText(
          vi: "nội dung sự kiện \(row.id.text) đã bị sửa: mã băm không khớp",
          en: "the event \(row.id.text) was changed: its bytes are not those of its hash"))
    }
    checkPlace(row)
    do throws(UnreadableEvent) {
      let event = try JournalEvent(canonical: row.body)
      checkLabels(row, event)
      checkChain(row, event)
      note(event)
    } catch {
      add(
        .unreadable, row,
        LocalizedText(
          vi: "sự kiện \(row.id.text) không đọc được: ",
          en: "the event \(row.id.text) cannot be read: ")
          + error.reason)
    }
    number = row.number
    seal = row.seal ?? .zero
    versions[ExactSubject(row.subject)] = row.version
    heads[row.id.origin] = Anchor(id: row.id, hash: row.hash ?? hash)
  }

  /// The order in which this store received its events.
  private mutating func checkPlace(_ row: Stored) {
    if row.number != number + 1 {
      add(
        .missing, row,
        LocalizedText(
          vi: "thiếu các sự kiện số \(number + 1) đến \(row.number - 1)",
          en: "the events numbered \(number + 1) to \(row.number - 1) are missing"))
    }
    let version = (versions[ExactSubject(row.subject)] ?? 0) + 1
    if row.version != version {
      add(
        .misplaced, row,
        LocalizedText(
          vi:
            "sự kiện \(row.id.text) mang phiên bản \(row.version) của \(row.subject.kind) \(row.subject.id), đúng ra là \(version)",
          en:
            "the event \(row.id.text) has version \(row.version) of \(row.subject.kind) \(row.subject.id), it should be \(version)"
        ))
    }
    let expected = Seal.next(
      after: seal, number: row.number, version: row.version, hash: row.hash ?? .zero)
    if row.seal != expected {
      add(
        .misplaced, row,
        LocalizedText(
          vi: "sự kiện \(row.id.text) không đứng ở chỗ đã tiếp nhận: dấu thứ tự không khớp",
          en:
            "the event \(row.id.text) does not stand where it was received: the seal of the order differs"
        ))
    }
  }

  private mutating func checkLabels(_ row: Stored, _ event: JournalEvent) {
    guard event.id != row.id || event.subject != row.subject else { return }
    add(
      .mislabelled, row,
      LocalizedText(
        vi:
          "sự kiện số \(row.number) ghi trong kho là \(row.id.text) về \(row.subject.kind) \(row.subject.id), nội dung là \(event.id.text) về \(event.subject.kind) \(event.subject.id)",
        en:
          "event number \(row.number) is filed as \(row.id.text) of \(row.subject.kind) \(row.subject.id), but says \(event.id.text) of \(event.subject.kind) \(event.subject.id)"
      ))
  }

  /// The chain of the event's origin.
  private mutating func checkChain(_ row: Stored, _ event: JournalEvent) {
    let head = heads[row.id.origin]
    let sequence = (head?.id.sequence ?? 0) + 1
    if row.id.sequence > sequence {
      add(
        .missing, row,
        LocalizedText(
          vi: "thiếu các sự kiện \(row.id.origin)#\(sequence) đến #\(row.id.sequence - 1)",
          en: "the events \(row.id.origin)#\(sequence) to #\(row.id.sequence - 1) are missing"))
    } else if row.id.sequence < sequence {
      add(
        .misplaced, row,
        LocalizedText(
          vi: "sự kiện \(row.id.text) đứng sau \(head?.id.text ?? "")",
          en: "the event \(row.id.text) stands after \(head?.id.text ?? "")"))
    } else if event.previous != head?.hash.hex ?? "" {
      add(
        .brokenChain, row,
        LocalizedText(
          vi:
            "sự kiện \(row.id.text) không nối tiếp \(head?.id.text ?? "đầu chuỗi"): một trong hai đã bị sửa, thay hoặc chèn",
          en:
            "the event \(row.id.text) does not follow \(head?.id.text ?? "the beginning"): one of the two was changed, replaced or inserted"
        ))
    }
  }

  private mutating func note(_ event: JournalEvent) {
    for digest in event.files.compactMap({ Digest(hex: $0) }) where files[digest] == nil {
      files[digest] = event.id
    }
    for digest in event.texts.compactMap({ Digest(hex: $0) }) where texts[digest] == nil {
      texts[digest] = event.id
    }
  }

  private mutating func add(_ code: JournalFault.Code, _ row: Stored, _ message: LocalizedText) {
    found.add(code, number: row.number, event: row.id, message)
  }
}

// MARK: What was seen before

extension ChainWalk {
  mutating func compare(with anchors: [Anchor], in db: Database) throws {
    for anchor in anchors {
      let reached = heads[anchor.id.origin]?.id.sequence ?? 0
      if reached < anchor.id.sequence {
        found.add(
          .truncated, event: anchor.id,
          LocalizedText(
            vi:
              "chuỗi \(anchor.id.origin) chỉ tới #\(reached), trước đây đã tới #\(anchor.id.sequence): phần cuối đã bị cắt",
            en:
              "the chain of \(anchor.id.origin) reaches #\(reached), it once reached #\(anchor.id.sequence): its end was cut off"
          ))
      } else if try EventRows.hash(of: anchor.id, in: db) != anchor.hash {
        found.add(
          .otherThanAnchored, event: anchor.id,
          LocalizedText(
            vi:
              "sự kiện \(anchor.id.text) không phải sự kiện đã được neo: chuỗi bị viết lại tới đó",
            en:
              "the event \(anchor.id.text) is not the one that was anchored: the chain up to it was rewritten"
          ))
      }
    }
  }

  mutating func compareSeal(with known: JournalHead, in db: Database) throws {
    guard known.number > 0 else { return }
    let rows = try RawStatement(db, "SELECT seal FROM events WHERE number = ?")
    rows.bind(known.number, at: 1)
    defer { rows.reset() }
    guard try rows.step() else {
      found.add(
        .truncated, number: known.number,
        LocalizedText(
          vi: "kho chỉ có \(number) sự kiện, trước đây đã có \(known.number)",
          en: "the store has \(number) events, it once had \(known.number)"))
      return
    }
    guard rows.digest(0) != known.seal else { return }
    found.add(
      .otherThanAnchored, number: known.number,
      LocalizedText(
        vi: "thứ tự các sự kiện tới số \(known.number) không còn như trước",
        en: "the order of the events up to number \(known.number) is no longer what it was"))
  }
}

// MARK: What stands outside the chain

extension ChainWalk {
  mutating func readTexts(_ db: Database) throws {
    let rows = try RawStatement(db, "SELECT digest, salt, text FROM texts")
    while try rows.step() {
      let text = FreeText(rows.text(2), salt: rows.bytes(1))
      guard let digest = rows.digest(0), digest != text.digest else { continue }
      found.add(
        .changedText, event: texts[digest],
        LocalizedText(
          vi: "đoạn văn bản \(digest.hex) đã bị sửa", en: "the text \(digest.hex) was changed"))
    }
    for (digest, event) in texts.sorted(by: { $0.key.hex < $1.key.hex }) {
      if try FreeText.isKept(digest, in: db) || Tombstones.contains(digest, in: db) { continue }
      found.add(
        .missingAttachment, event: event,
        LocalizedText(
          vi: "thiếu đoạn văn bản \(digest.hex) mà sự kiện \(event.text) nêu",
          en: "the text \(digest.hex) that the event \(event.text) names is missing"))
    }
  }

  /// The files that must be there, each with the first event that names it.
  func filesToRead(_ db: Database) throws -> [(Digest, EventID)] {
    try files.sorted { $0.key.hex < $1.key.hex }
      .filter { try !Tombstones.contains($0.key, in: db) }
      .map { ($0.key, $0.value) }
  }
}
