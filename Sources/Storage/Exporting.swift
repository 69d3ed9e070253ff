internal import GRDB
import Diagnostics
import InspectionCore
import JSON

/// What a stream of events holds.
package struct ExportSummary: Hashable, Sendable {
  /// How many events.
  package var events = 0
  /// How many free texts.
  package var texts = 0
  /// The head of the store when they were read: keep it, it proves a later truncation.
  package var head: JournalHead
}

extension Journal {
  /// The version of the stream's form.
  static let streamForm: Int64 = 1

  /// Gives out the events after a number of this store's, as JSON lines in canonical form.
  ///
  /// The first line names the store, the heads of all its chains and the seal of its order; each text
  /// stands before the first event that names it; the last line counts what came before it, so that a
  /// stream that was cut off is recognised. Files travel apart: see ``Evidence``.
  ///
  /// - Parameters:
  ///   - number: the number after which they begin; 0 for all.
  ///   - write: takes each line, its line break included.
  @discardableResult
  package func export(
    after number: Int64 = 0, write: ([UInt8]) throws(JournalError) -> Void
  ) throws(JournalError) -> ExportSummary {
    try export(after: number, unless: { _ in false }, write: write)
  }

  /// Gives out the events that a store with these heads lacks.
  ///
  /// - Parameters:
  ///   - heads: how far the other store has each chain.
  @discardableResult
  package func export(
    lackedBy heads: [Anchor], write: ([UInt8]) throws(JournalError) -> Void
  ) throws(JournalError) -> ExportSummary {
    var reached: [String: Int64] = [:]
    for head in heads {
      reached[head.id.origin] = max(reached[head.id.origin] ?? 0, head.id.sequence)
    }
    return try export(
      after: 0, unless: { $0.sequence <= reached[$0.origin] ?? 0 }, write: write)
  }

  private func export(
    after number: Int64, unless isKnown: (EventID) -> Bool,
    write: ([UInt8]) throws(JournalError) -> Void
  ) throws(JournalError) -> ExportSummary {
    try read { db in
      var summary = ExportSummary(head: try Self.head(db))
      try write(Self.line(header(summary.head)))
      let rows = try RawStatement(
        db,
        """
        SELECT origin, sequence, hash, body FROM events WHERE number > ? ORDER BY number
        """)
      rows.bind(number, at: 1)
      var written: Set<Digest> = []
      while try rows.step() {
        let id = EventID(origin: rows.text(0), sequence: rows.integer(1))
        if isKnown(id) { continue }
        guard let hash = rows.digest(2) else { throw JournalError.damaged(number: number) }
        let body = rows.bytes(3)
        for digest in try Self.texts(of: body, id: id) where written.insert(digest).inserted {
          guard let text = try FreeText.find(digest, in: db) else { continue }
          try write(Self.line(Self.json(text)))
          summary.texts += 1
        }
        try write(Self.line(event: body, hash: hash))
        summary.events += 1
      }
      try write(
        Self.line([
          "end": [
            "events": .integer(Int64(summary.events)), "texts": .integer(Int64(summary.texts)),
          ]
        ]))
      return summary
    }
  }

  private func header(_ head: JournalHead) -> JSONValue {
    [
      "journal": [
        "form": .integer(Self.streamForm), "store": .string(origin),
        "number": .integer(head.number), "seal": .string(head.seal.hex),
        "heads": .array(head.origins.map(\.json)),
      ]
    ]
  }

  private static func texts(of body: [UInt8], id: EventID) throws -> [Digest] {
    do throws(UnreadableEvent) {
      return try JournalEvent(canonical: body).texts.compactMap { Digest(hex: $0) }
    } catch {
      throw JournalError.wrongHash(id, line: nil)
    }
  }

  private static func json(_ text: FreeText) -> JSONValue {
    ["text": ["salt": .string(hex(text.salt)), "value": .string(text.text)]]
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func line(_ value: JSONValue) -> [UInt8] {
    JSONWriter.canonical(value) + [UInt8(ascii: "\n")]
  }

  private static func line(event body: [UInt8], hash: Digest) -> [UInt8] {
    var line = Array("{\"event\":".utf8)
    line += body
    line += Array(",\"hash\":\"".utf8)
    line += Array(hash.hex.utf8)
    line += Array("\"}\n".utf8)
    return line
  }
}

extension JournalError {
  static func wrongHash(_ id: EventID, line: Int?) -> JournalError {
    JournalError(
      .wrongHash,
      LocalizedText(
        vi: "sự kiện \(id.text) đã bị sửa: mã băm không khớp",
        en: "the event \(id.text) was changed: its hash differs"),
      mend: LocalizedText(
        vi: "xuất lại từ kho gốc; nếu vẫn sai, kiểm tra nhật ký của kho đó",
        en: "export it again; if it is still wrong, verify the journal of that store"),
      line: line, event: id)
  }
}
