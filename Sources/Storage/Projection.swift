package import GRDB
package import InspectionCore

/// Tables that follow from the events: written in the transaction that appends them, and rebuilt from
/// nothing to the same rows.
///
/// A projection says only how a fold takes an event and writes its rows. The same fold serves both: on
/// an append it begins with what the tables hold, on a rebuild with nothing.
package struct Projection: Sendable {
  /// Its name, which no other has.
  package let name: String
  /// The version of its form; where the store holds another, it is rebuilt when the store opens.
  package let version: Int
  /// The tables it owns, dropped before it is created anew.
  package let tables: [String]
  /// Statements that create them, with their indexes.
  package let schema: String
  /// The kinds of subjects whose events it takes; nil for all.
  package let kinds: Set<String>?
  /// Begins a fold.
  package let begin: @Sendable (ProjectionStart) -> ProjectionFold

  /// Creates a projection.
  package init(
    name: String, version: Int, tables: [String], schema: String, kinds: Set<String>? = nil,
    begin: @escaping @Sendable (ProjectionStart) -> ProjectionFold
  ) {
    self.name = name
    self.version = version
    self.tables = tables
    self.schema = schema
    self.kinds = kinds
    self.begin = begin
  }
}

/// What a fold may take as given.
package enum ProjectionStart: Sendable {
  /// The tables are empty and all events come: no row need be looked up.
  case empty
  /// The tables hold what the events before gave.
  case continuing
}

/// Which event it is and where it stands, without what it says: a rebuild reads no more of the events
/// that nobody asks for.
package struct EventHeading {
  /// Its number in this store.
  package let number: Int64
  /// What it is about.
  package let subject: SubjectID
  /// The version it gave its subject in this store.
  package let version: Int64
}

/// A fold under way: it takes events in the order of their numbers, then writes what changed.
package struct ProjectionFold {
  /// Takes the next event; the database is there to look up what the tables hold.
  package let take: ((RecordedEvent, Database) throws -> Void)?
  /// Notes the next event.
  package let note: ((EventHeading) -> Void)?
  /// Writes each row that changed, once.
  package let write: (Database) throws -> Void

  /// Creates a fold over what events say.
  package init(
    take: @escaping (RecordedEvent, Database) throws -> Void,
    write: @escaping (Database) throws -> Void
  ) {
    self.take = take
    self.note = nil
    self.write = write
  }

  /// Creates a fold over which events there are.
  package init(
    note: @escaping (EventHeading) -> Void, write: @escaping (Database) throws -> Void
  ) {
    self.take = nil
    self.note = note
    self.write = write
  }
}

extension Journal {
  /// Told how many events of how many have been read, every some thousand.
  package typealias RebuildProgress = (_ done: Int64, _ total: Int64) -> Void

  /// Makes every projection anew from the events, row for row as it was.
  ///
  /// - Parameter progress: told how far it has come.
  /// - Returns: how many events were read.
  @discardableResult
  package func rebuild(progress: RebuildProgress? = nil) throws(JournalError) -> Int64 {
    try write { db in try Self.rebuild(projections, in: db, progress) }
  }

  /// Makes ready what this program projects: a projection of another version is rebuilt, and one that
  /// fell behind because a program without it has appended.
  func prepareProjections(progress: RebuildProgress?) throws(JournalError) {
    let (known, number) = try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT name, version, number FROM projections")
      let known = rows.map {
        Reached(name: $0["name"], version: $0["version"], number: $0["number"])
      }
      return (known, try EventRows.end(db).number)
    }
    let stale = projections.filter { projection in
      !known.contains(
        Reached(name: projection.name, version: projection.version, number: number))
    }
    guard !stale.isEmpty else { return }
    _ = try write { db in try Self.rebuild(stale, in: db, progress) }
  }

  /// How far a projection has come.
  private struct Reached: Equatable {
    let name: String
    let version: Int
    let number: Int64
  }

  private static func rebuild(
    _ projections: [Projection], in db: Database, _ progress: RebuildProgress?
  ) throws -> Int64 {
    for projection in projections {
      for table in projection.tables.reversed() {
        try db.execute(sql: "DROP TABLE IF EXISTS \(table.quotedDatabaseIdentifier)")
      }
      try db.execute(sql: projection.schema)
    }
    let folds = projections.map { (kinds: $0.kinds, fold: $0.begin(.empty)) }
    let total = progress == nil ? 0 : try EventRows.end(db).number
    var last: Int64 = 0
    try EventRows.forEachHeading(db) { heading, body in
      last = heading.number
      if last % 8_192 == 0 { progress?(last, total) }
      var event: RecordedEvent?
      for (kinds, fold) in folds where kinds?.contains(heading.subject.kind) ?? true {
        fold.note?(heading)
        guard let take = fold.take else { continue }
        let known = try event ?? body()
        event = known
        try take(known, db)
      }
    }
    for (_, fold) in folds { try fold.write(db) }
    try note(projections, number: last, in: db)
    return last
  }

  /// Brings the projections up to the events just appended.
  func project(_ events: [RecordedEvent], in db: Database) throws {
    guard let last = events.last else { return }
    for projection in projections {
      let fold = projection.begin(.continuing)
      for event in events where projection.kinds?.contains(event.event.subject.kind) ?? true {
        fold.note?(
          EventHeading(
            number: event.number, subject: event.event.subject, version: event.version))
        try fold.take?(event, db)
      }
      try fold.write(db)
    }
    try Self.note(projections, number: last.number, in: db)
  }

  private static func note(_ projections: [Projection], number: Int64, in db: Database) throws {
    let statement = try RawStatement(
      db,
      """
      INSERT INTO projections (name, version, number) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET version = excluded.version, number = excluded.number
      """)
    for projection in projections {
      statement.bind(projection.name, at: 1)
      statement.bind(Int64(projection.version), at: 2)
      statement.bind(number, at: 3)
      try statement.run()
    }
  }
}
