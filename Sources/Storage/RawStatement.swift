internal import GRDB
internal import GRDBSQLite

/// A prepared statement bound and stepped through SQLite's own calls: a million rows go through it, and
/// each of GRDB's conversions would cost as much as the row.
struct RawStatement {
  private let statement: Statement
  private let pointer: SQLiteStatement
  private let connection: SQLiteConnection

  /// Prepares a statement, or takes it from the connection's cache.
  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    self.connection = connection
    statement = try db.cachedStatement(sql: sql)
    pointer = statement.sqliteStatement
    sqlite3_reset(pointer)
  }

  func bind(_ value: Int64, at place: Int32) { sqlite3_bind_int64(pointer, place, value) }

  func bindNull(at place: Int32) { sqlite3_bind_null(pointer, place) }

  func bind(_ value: Int64?, at place: Int32) {
    if let value { bind(value, at: place) } else { bindNull(at: place) }
  }

  func bind(_ text: String?, at place: Int32) {
    if let text { bind(text, at: place) } else { bindNull(at: place) }
  }

  func bind(_ text: String, at place: Int32) {
    var text = text
    text.withUTF8 { letters in
      letters.withMemoryRebound(to: CChar.self) {
        _ = sqlite3_bind_text(pointer, place, $0.baseAddress, Int32($0.count), Self.copied)
      }
    }
  }

  func bind(_ digest: Digest, at place: Int32) {
    digest.withBytes {
      _ = sqlite3_bind_blob(pointer, place, $0.baseAddress, Int32($0.count), Self.copied)
    }
  }

  func bind(blob bytes: [UInt8], at place: Int32) {
    bytes.withUnsafeBytes {
      _ = sqlite3_bind_blob(pointer, place, $0.baseAddress, Int32($0.count), Self.copied)
    }
  }

  /// Binds UTF-8 that stays where it is until ``run()`` returns.
  func bindInPlace(_ letters: UnsafeBufferPointer<UInt8>, at place: Int32) {
    letters.withMemoryRebound(to: CChar.self) {
      _ = sqlite3_bind_text(pointer, place, $0.baseAddress, Int32($0.count), nil)
    }
  }

  /// Steps to the next row; false after the last.
  func step() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(pointer)
      return false
    case let code:
      let message = String(cString: sqlite3_errmsg(connection))
      sqlite3_reset(pointer)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  /// Runs a statement that gives no rows, and makes it ready for the next.
  func run() throws {
    while try step() {}
  }

  /// Leaves the rows that were not read.
  func reset() { sqlite3_reset(pointer) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  func text(_ column: Int32) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

  func digest(_ column: Int32) -> Digest? { withBytes(column) { Digest(bytes: $0) } }

  func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let start = sqlite3_column_blob(pointer, column)
    let count = Int(sqlite3_column_bytes(pointer, column))
    return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// Tells SQLite to take a copy of what is bound.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
