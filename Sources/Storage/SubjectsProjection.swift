internal import GRDB
import InspectionCore

extension Projection {
  /// Every subject with its version and its last event: what lists by kind are read from.
  package static let subjects = Projection(
    name: "subjects", version: 1, tables: ["subjects"],
    schema: """
      CREATE TABLE subjects (
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        version INTEGER NOT NULL,
        last INTEGER NOT NULL REFERENCES events (number),
        PRIMARY KEY (kind, subject)
      ) STRICT, WITHOUT ROWID;
      """
  ) { start in
    let subjects = Subjects()
    return ProjectionFold(
      note: { subjects.note($0) },
      write: { db in try subjects.write(to: db, isSorted: start == .empty) })
  }

  /// The subjects that changed.
  private final class Subjects {
    private struct Standing {
      var version: Int64
      var last: Int64
    }

    private var changed: [ExactSubject: Standing] = [:]

    func note(_ event: EventHeading) {
      changed[ExactSubject(event.subject)] = Standing(version: event.version, last: event.number)
    }

    /// A rebuild writes in the order of the key, so that pages fill one after the other.
    func write(to db: Database, isSorted: Bool) throws {
      let statement = try RawStatement(
        db,
        """
        INSERT INTO subjects (kind, subject, version, last) VALUES (?, ?, ?, ?)
        ON CONFLICT (kind, subject) DO UPDATE SET version = excluded.version, last = excluded.last
        """)
      var rows = Array(changed)
      if isSorted { rows.sort { $0.key < $1.key } }
      for (key, standing) in rows {
        statement.bind(key.subject.kind, at: 1)
        statement.bind(key.subject.id, at: 2)
        statement.bind(standing.version, at: 3)
        statement.bind(standing.last, at: 4)
        try statement.run()
      }
    }
  }
}
