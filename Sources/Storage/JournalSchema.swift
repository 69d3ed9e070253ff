internal import GRDB

/// The tables, version by version. What is released is never changed: a change is a new version.
enum JournalSchema {
  /// "Soat" in ASCII, so that `file` and other programs can tell what the file is.
  static let applicationID: Int32 = 0x536F_6174
  /// The version this program writes; the file says it as `user_version`.
  static let version = versions.count

  /// What each version adds, from 1.
  static let versions: [String] = [events, texts]

  /// The migrations up to a version, for tests that begin at an earlier one.
  static func migrator(upTo last: Int = version) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (place, sql) in versions.prefix(last).enumerated() {
      migrator.registerMigration("\(place + 1)") { db in
        try db.execute(sql: sql)
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(place + 1)")
      }
    }
    return migrator
  }

  /// The events as they were made, with this store's numbering; and how far each projection has come.
  private static let events = """
    CREATE TABLE store (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      origin TEXT NOT NULL CHECK (origin <> '')
    ) STRICT;

    CREATE TABLE events (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      origin TEXT NOT NULL,
      sequence INTEGER NOT NULL CHECK (sequence > 0),
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      body TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      seal BLOB NOT NULL CHECK (length(seal) = 32)
    ) STRICT;
    CREATE UNIQUE INDEX events_by_origin ON events (origin, sequence);
    CREATE UNIQUE INDEX events_by_subject ON events (kind, subject, version);

    CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN
      SELECT RAISE(ABORT, 'an event is never changed');
    END;
    CREATE TRIGGER events_are_kept BEFORE DELETE ON events BEGIN
      SELECT RAISE(ABORT, 'an event is never removed');
    END;

    CREATE TABLE projections (
      name TEXT PRIMARY KEY,
      version INTEGER NOT NULL,
      number INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// Free text outside the chain, and what is left of a text or a file that was purged.
  private static let texts = """
    CREATE TABLE texts (
      digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
      salt BLOB NOT NULL CHECK (length(salt) = 16),
      text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tombstones (
      digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
      kind TEXT NOT NULL CHECK (kind IN ('text', 'file')),
      number INTEGER NOT NULL REFERENCES events (number)
    ) STRICT, WITHOUT ROWID;
    """
}
