internal import Foundation
internal import GRDB
import Diagnostics
import InspectionCore

/// The journal of one store: every change as one event, appended and never changed, on SQLite.
///
/// Whatever is derived from the events is a projection, written in the same transaction. Several
/// processes may have the same store open; SQLite lets one write at a time.
package final class Journal: Sendable {
  /// The database file.
  package let path: String
  /// The name under which this store's own events go out.
  package let origin: String
  /// The files that events name, beside the database.
  package let evidence: Evidence
  let projections: [Projection]
  let pool: DatabasePool

  /// How long a writer waits for another before it gives up, in seconds.
  static let patience: TimeInterval = 10
  /// How long the log may be when the store is closed, in bytes: some milliseconds of reading.
  static let longestLog = 1 << 20
  /// The page cache of a connection, in KiB.
  static let cache = 65_536

  /// Opens a store, or makes an empty one where there is no file.
  ///
  /// Projections whose form has changed since the store was last open are rebuilt.
  ///
  /// - Parameters:
  ///   - path: the database file; its evidence is kept beside it, in `path` + `.evidence`.
  ///   - origin: the name of this store, which no other store may have; nil takes the one it has.
  ///   - projections: what is derived from the events besides ``Projection/subjects``.
  ///   - progress: told how far a rebuild has come, where one is needed.
  package init(
    path: String, origin: String? = nil, projections: [Projection] = [],
    progress: RebuildProgress? = nil
  ) throws(JournalError) {
    self.path = path
    self.projections = [.subjects] + projections
    evidence = Evidence(folder: path + ".evidence")
    do {
      try Self.refuseForeign(path: path)
      pool = try DatabasePool(path: path, configuration: Self.configuration)
      try pool.writeWithoutTransaction { db in try Self.prepareWriter(db) }
      try JournalSchema.migrator().migrate(pool)
      self.origin = try pool.write { db in try Self.origin(of: db, wanted: origin, path: path) }
    } catch {
      throw JournalError(error, path: path)
    }
    try prepareProjections(progress: progress)
    try removePurgedFiles()
  }

  /// Closes the connections; an append still under way finishes first.
  package func close() throws(JournalError) {
    do {
      pool.writeWithoutTransaction { db in shortenLog(db) }
      try pool.close()
    } catch {
      throw JournalError(error, path: path)
    }
  }

  /// Brings a long log back into the database, since whoever opens the store next reads it through.
  ///
  /// Where another command is at work, or the disk is full, it stays: nothing is lost by that, and the
  /// next one tries again.
  private func shortenLog(_ db: Database) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    guard let size = attributes?[.size] as? Int, size > Self.longestLog else { return }
    try? db.execute(sql: "PRAGMA busy_timeout = 0")
    _ = try? db.checkpoint(.truncate)
  }

  func write<Result>(_ body: (Database) throws -> Result) throws(JournalError) -> Result {
    do { return try pool.write(body) } catch { throw JournalError(error, path: path) }
  }

  func read<Result>(_ body: (Database) throws -> Result) throws(JournalError) -> Result {
    do { return try pool.read(body) } catch { throw JournalError(error, path: path) }
  }
}

// MARK: Opening

extension Journal {
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience)
    configuration.label = "soat"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -\(cache)")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    return configuration
  }

  /// GRDB sets `synchronous` to NORMAL when it turns WAL on, after `prepareDatabase`; a commit that was
  /// acknowledged must survive a power cut. What is purged is overwritten, not only unlinked.
  private static func prepareWriter(_ db: Database) throws {
    try db.execute(sql: "PRAGMA synchronous = FULL")
    try db.execute(sql: "PRAGMA secure_delete = ON")
  }

  /// Looks at the file before anything is written to it.
  private static func refuseForeign(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(patience)
    // A reader that finds a journal mode of WAL and may not write beside it cannot open the file at all;
    // whatever stops it here stops the writer too, with its own message.
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    let (application, version, tables) = try queue.read { db in
      (
        try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne(db, sql: Self.countOfTables) ?? 0
      )
    }
    if tables == 0 { return }
    guard application == JournalSchema.applicationID else {
      throw JournalError.notAJournal(path: path, cause: "application_id \(application)")
    }
    guard version <= JournalSchema.version else {
      throw JournalError(
        .newerStore,
        LocalizedText(
          vi:
            "\(path) do phiên bản Soat mới hơn ghi (lược đồ \(version), ở đây \(JournalSchema.version))",
          en: "a newer Soat wrote \(path) (schema \(version), here \(JournalSchema.version))"),
        mend: LocalizedText(vi: "cài phiên bản Soat mới hơn", en: "install the newer Soat"))
    }
  }

  /// The table that the migrator makes before the first migration may stand alone after a crash.
  private static let countOfTables =
    "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"

  private static func origin(of db: Database, wanted: String?, path: String) throws -> String {
    if let origin = try String.fetchOne(db, sql: "SELECT origin FROM store") {
      guard wanted == nil || wanted == origin else {
        throw JournalError(
          .otherOrigin,
          LocalizedText(
            vi: "kho \(path) mang tên gốc \"\(origin)\", không phải \"\(wanted ?? "")\"",
            en: "the store \(path) is of origin \"\(origin)\", not \"\(wanted ?? "")\""),
          mend: LocalizedText(
            vi: "mở bằng tên gốc của nó; kho chép từ nơi khác thì khôi phục dưới tên gốc mới",
            en: "open it under its own; restore a copied store under a new origin"))
      }
      return origin
    }
    guard let wanted, Self.isName(wanted) else {
      throw JournalError(
        .otherOrigin,
        LocalizedText(
          vi: "kho mới cần một tên gốc: chữ, số, dấu chấm, gạch ngang, gạch dưới; tối đa 64 ký tự",
          en:
            "a new store needs an origin: letters, digits, points, hyphens, underscores; 64 at most"
        ),
        mend: LocalizedText(
          vi: "đặt tên riêng cho từng máy, như so-y-te hoặc may-doan-2",
          en: "name each machine apart, such as so-y-te or may-doan-2"))
    }
    try db.execute(sql: "INSERT INTO store (id, origin) VALUES (1, ?)", arguments: [wanted])
    return wanted
  }

  /// Whether a text can name an origin: ASCII letters, digits, `.`, `-` and `_`, 1 to 64 of them.
  static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { letter in
        switch letter {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
