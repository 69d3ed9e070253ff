internal import GRDB
import Diagnostics
import InspectionCore

extension Projection {
  /// Every tracked item as a row: what due lists, reports and comparisons are read from.
  ///
  /// The whole story of an item is the fold of its events, which the journal has by subject; a row keeps
  /// only what lists ask for, so that a list reads no event. The index of deadlines holds `open` too, by
  /// which SQLite counts what is late without looking at the rows.
  package static let items = Projection(
    name: "items", version: 2, tables: ["items"],
    schema: """
      CREATE TABLE items (
        \(ItemColumn.allCases.map(\.definition).joined(separator: ",\n  "))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX items_by_due ON items (due, unit, open) WHERE open = 1 AND due IS NOT NULL;
      CREATE INDEX items_by_unit ON items (unit);
      CREATE INDEX items_by_status ON items (status, unit) WHERE open = 1;
      CREATE INDEX items_by_inspection ON items (inspection) WHERE inspection IS NOT NULL;
      """,
    kinds: [ItemSubject.kind]
  ) { start in
    let items = ItemFolds(start)
    return ProjectionFold(
      take: { event, db in try items.take(event, db) }, write: { db in try items.write(to: db) })
  }

  /// The items that changed.
  private final class ItemFolds {
    /// A class, so that sorting moves no whole item.
    private final class Standing {
      private(set) var fold: ItemFold
      private(set) var version: Int64

      init(fold: ItemFold, version: Int64) {
        self.fold = fold
        self.version = version
      }

      func take(_ event: ItemEvent, _ by: Attribution, version: Int64) {
        fold.take(event, by: by)
        self.version = version
      }
    }

    private let start: ProjectionStart
    private var changed: [ExactSubject: Standing] = [:]

    init(_ start: ProjectionStart) { self.start = start }

    func take(_ recorded: RecordedEvent, _ db: Database) throws {
      let event = recorded.event
      let subject = ExactSubject(event.subject)
      let standing = try changed[subject] ?? stored(recorded, db)
      changed[subject] = standing
      standing.take(
        try ItemSubject.event(of: recorded), event.attribution, version: recorded.version)
    }

    /// The item as its earlier events left it.
    private func stored(_ recorded: RecordedEvent, _ db: Database) throws -> Standing {
      guard start == .continuing, recorded.version > 1 else {
        return Standing(fold: ItemFold(), version: 0)
      }
      let earlier = try EventRows.events(
        of: recorded.event.subject, before: recorded.version, in: db)
      return Standing(fold: try ItemSubject.fold(earlier), version: recorded.version - 1)
    }

    /// A rebuild writes in the order of the key, so that pages fill one after the other.
    func write(to db: Database) throws {
      let writer = ItemRowWriter(try RawStatement(db, ItemColumn.insert))
      var rows = Array(changed)
      if start == .empty { rows.sort { $0.key < $1.key } }
      for (_, standing) in rows {
        // An event before the one that begins the item tells of no item yet.
        guard let item = standing.fold.summary, let happened = standing.fold.happened else {
          continue
        }
        try writer.write(item, happened: happened, version: standing.version)
      }
    }
  }
}

/// The subject of an item's events.
enum ItemSubject {
  static let kind = "item"

  static func id(_ item: String) -> SubjectID { SubjectID(kind: kind, id: item) }

  static func fold(_ events: [RecordedEvent]) throws -> ItemFold {
    var fold = ItemFold()
    for event in events { fold.take(try Self.event(of: event), by: event.event.attribution) }
    return fold
  }

  static func event(of recorded: RecordedEvent) throws -> ItemEvent {
    let event = recorded.event
    do throws(WireError) {
      return try ItemEvent(type: event.type, form: event.form, payload: event.payload)
    } catch {
      let place = error.path.isEmpty ? "" : error.path + ": "
      throw JournalError(
        .invalidEvent,
        LocalizedText(
          vi: "sự kiện \"\(event.type)\" của \(event.subject.id) không đọc được: ",
          en: "the event \"\(event.type)\" of \(event.subject.id) cannot be read: ")
          + LocalizedText(same: place) + error.message,
        mend: LocalizedText(
          vi: "cập nhật phần mềm; nếu đã mới nhất, chạy kiểm tra nhật ký",
          en: "update the software; where it is the newest, verify the journal"),
        event: event.id)
    }
  }
}
