internal import GRDB
import Diagnostics
import InspectionCore

extension Projection {
  /// The units with their lives, the accounts and the grants.
  package static let register = Projection(
    name: "register", version: 1, tables: ["grants", "accounts", "unit_relations", "units"],
    schema: """
      CREATE TABLE units (
        code TEXT NOT NULL,
        since TEXT NOT NULL,
        until TEXT NOT NULL,
        level TEXT NOT NULL,
        parent TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (code, since)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE unit_relations (
        unit TEXT NOT NULL,
        heir TEXT NOT NULL,
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        share TEXT NOT NULL,
        PRIMARY KEY (unit, heir, day, kind)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE accounts (
        account TEXT NOT NULL PRIMARY KEY,
        position TEXT NOT NULL,
        open INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE grants (
        grant_id TEXT NOT NULL PRIMARY KEY,
        account TEXT NOT NULL,
        role TEXT NOT NULL,
        unit TEXT NOT NULL,
        since TEXT NOT NULL,
        until TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX grants_account ON grants (account);
      """
  ) { _ in
    let rows = RegisterRows()
    return ProjectionFold(take: { event, _ in try rows.take(event) }, write: rows.write)
  }
}

/// The events of the register that wait to be written; a later one of a key takes the earlier's place.
private final class RegisterRows {
  private static let kinds: Set<String> = ["unit", "account", "grant"]
  private var events: [(subject: String, event: RegisterEvent)] = []

  func take(_ event: RecordedEvent) throws {
    guard Self.kinds.contains(event.event.subject.kind) else { return }
    do throws(WireError) {
      events.append(
        (
          event.event.subject.id,
          try RegisterEvent(type: event.event.type, payload: event.event.payload)
        ))
    } catch {
      throw JournalError.unreadable(event.event.id, error)
    }
  }

  func write(to db: Database) throws {
    for (subject, event) in events {
      switch event {
      case .unit(let unit, let name): try write(unit, name, db)
      case .relation(let relation): try write(relation, db)
      case .accountOpened(let position):
        try Self.run(
          db, "INSERT OR REPLACE INTO accounts (account, position, open) VALUES (?, ?, 1)",
          [subject, position])
      case .accountClosed:
        try Self.run(db, "UPDATE accounts SET open = 0 WHERE account = ?", [subject])
      case .granted(let grant):
        try Self.run(
          db,
          """
          INSERT OR REPLACE INTO grants (grant_id, account, role, unit, since, until)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
          [
            subject, grant.account, grant.role.rawValue, grant.unit, grant.from.iso,
            grant.to?.iso ?? "",
          ])
      case .grantEnded(let to):
        try Self.run(db, "UPDATE grants SET until = ? WHERE grant_id = ?", [to.iso, subject])
      }
    }
    events = []
  }

  private func write(_ unit: RegisteredUnit, _ name: String, _ db: Database) throws {
    try Self.run(
      db,
      """
      INSERT OR REPLACE INTO units (code, since, until, level, parent, name)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [unit.code, unit.from.iso, unit.to?.iso ?? "", unit.level, unit.parent ?? "", name])
  }

  private func write(_ relation: UnitRelation, _ db: Database) throws {
    try Self.run(
      db,
      """
      INSERT OR REPLACE INTO unit_relations (unit, heir, day, kind, share) VALUES (?, ?, ?, ?, ?)
      """,
      [
        relation.from, relation.to, relation.date.iso, relation.kind.rawValue,
        relation.share.rawValue,
      ])
  }

  private static func run(_ db: Database, _ sql: String, _ values: [String]) throws {
    let statement = try RawStatement(db, sql)
    for (place, value) in values.enumerated() { statement.bind(value, at: Int32(place + 1)) }
    try statement.run()
  }
}

extension JournalError {
  /// An event that this program cannot take in.
  static func unreadable(_ id: EventID, _ error: WireError) -> JournalError {
    JournalError(
      .invalidEvent,
      .init(
        vi: "sự kiện \(id.text): \(error.path) \(error.message.vi)",
        en: "event \(id.text): \(error.path) \(error.message.en)"),
      mend: .init(
        vi: "cập nhật phần mềm; sự kiện vẫn nằm nguyên trong nhật ký",
        en: "install a newer Soat; the event stays in the journal as it is"), event: id)
  }
}
