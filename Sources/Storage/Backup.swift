internal import Foundation
internal import GRDB
import Diagnostics
#if canImport(Glibc)
  internal import Glibc
#endif

extension Journal {
  /// The name of the database in a backup; its evidence stands beside it.
  static let backupName = "soat.db"

  /// Copies the store into a new folder while it is in use: the database as it is at one moment, and
  /// every file that its events name.
  ///
  /// The copy is made beside the folder and named last, so that a folder of that name is whole.
  ///
  /// - Returns: the head of what was copied; keep it apart from the backup to prove a truncation.
  @discardableResult
  package func backUp(to folder: String) throws(JournalError) -> JournalHead {
    try Self.requireFree(folder)
    let draft = folder + ".incomplete"
    do { try Self.removeFolder(draft) } catch { throw JournalError(error, path: draft) }
    do throws(JournalError) {
      let head = try copy(to: draft)
      try Self.settle(draft, as: folder)
      return head
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw error
    }
  }

  /// Makes a store from a backup, and reads all of it again before it gets its name.
  ///
  /// - Parameters:
  ///   - folder: what ``backUp(to:)`` made.
  ///   - path: where the database will stand; nothing may stand there.
  ///   - origin: the new name of a store that goes on beside the one it was copied from; nil where it
  ///     takes that one's place.
  ///   - known: a head that was kept apart from the backup.
  @discardableResult
  package static func restore(
    _ folder: String, to path: String, origin: String? = nil, known: JournalHead? = nil
  ) throws(JournalError) -> JournalVerification {
    try requireFree(path)
    try requireFree(path + ".evidence")
    let source = folder + "/" + backupName
    guard FileManager.default.fileExists(atPath: source) else {
      throw .notAJournal(path: source, cause: "no such file")
    }
    let draft = path + ".incomplete"
    do throws(JournalError) {
      let found = try copyBack(source, to: draft, origin: origin, known: known)
      try settle(draft + ".evidence", as: path + ".evidence")
      try settle(draft, as: path)
      return found
    } catch {
      for name in [draft, draft + "-wal", draft + "-shm", draft + ".evidence"] {
        try? FileManager.default.removeItem(atPath: name)
      }
      throw error
    }
  }

  private func copy(to folder: String) throws(JournalError) -> JournalHead {
    let copied = folder + "/" + Self.backupName
    do throws(SystemFailure) { try DurableFile.makeFolder(folder) } catch { throw error.refusal }
    let target = Evidence(folder: copied + ".evidence", longest: evidence.longest)
    // Before and after: what is purged meanwhile is removed below, what is kept meanwhile is copied.
    try target.copyAll(from: evidence)
    do {
      let queue = try DatabaseQueue(path: copied)
      try pool.backup(to: queue)
      try queue.close()
    } catch {
      throw JournalError(error, path: copied)
    }
    try target.copyAll(from: evidence)
    let copy = try Journal(path: copied)
    let head = try copy.head()
    try copy.foldLog()
    return head
  }

  /// Closes the store and brings everything into the one file: a pool's readers close last and may not
  /// remove the write-ahead log.
  private func foldLog() throws(JournalError) {
    try close()
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.inDatabase { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
      try queue.close()
    } catch {
      throw JournalError(error, path: path)
    }
  }

  private static func copyBack(
    _ source: String, to draft: String, origin: String?, known: JournalHead?
  ) throws(JournalError) -> JournalVerification {
    do {
      for name in [draft, draft + "-wal", draft + "-shm", draft + ".evidence"] {
        try removeFolder(name)
      }
      try FileManager.default.copyItem(atPath: source, toPath: draft)
    } catch {
      throw JournalError(error, path: draft)
    }
    let evidence = Evidence(folder: draft + ".evidence")
    do throws(SystemFailure) { try DurableFile.makeFolder(evidence.folder) } catch {
      throw error.refusal
    }
    try evidence.copyAll(from: Evidence(folder: source + ".evidence"))
    let journal = try Journal(path: draft)
    let found = try journal.verify(known: known)
    guard found.isSound else {
      try journal.close()
      throw .unsound(source, found)
    }
    if let origin {
      guard isName(origin) else { throw .notAJournal(path: source, cause: origin) }
      try journal.write { db in
        try db.execute(sql: "UPDATE store SET origin = ?", arguments: [origin])
      }
    }
    try journal.foldLog()
    return found
  }

  private static func requireFree(_ path: String) throws(JournalError) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    throw JournalError(
      .exists,
      LocalizedText(vi: "\(path) đã có rồi", en: "\(path) is there already"),
      mend: LocalizedText(
        vi: "chọn tên khác, hoặc dời cái cũ đi trước",
        en: "choose another name, or move it away first"))
  }

  private static func settle(_ draft: String, as path: String) throws(JournalError) {
    guard rename(draft, path) == 0 else { throw SystemFailure(path: path).refusal }
    do throws(SystemFailure) { try DurableFile.syncFolder(of: path) } catch { throw error.refusal }
  }

  private static func removeFolder(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    try FileManager.default.removeItem(atPath: path)
  }
}

extension Evidence {
  /// Copies every file that is not here yet, reading each against its digest.
  package func copyAll(from other: Evidence) throws(JournalError) {
    for digest in try other.digests() {
      do throws(JournalError) { try copy(digest, from: other) } catch {
        // Purged between the listing and the copy.
        guard error.code != .missingAttachment else { continue }
        throw error
      }
    }
  }

  /// Copies a file that is not here yet.
  package func copy(_ digest: Digest, from other: Evidence) throws(JournalError) {
    guard try !contains(digest) else { return }
    try keep(try other.bytes(of: digest))
  }
}

extension JournalError {
  static func unsound(_ path: String, _ found: JournalVerification) -> JournalError {
    let first = found.faults.first?.message ?? LocalizedText(same: "")
    return JournalError(
      .notAJournal,
      LocalizedText(
        vi: "\(path) không còn nguyên vẹn, \(found.faultCount) lỗi; lỗi đầu: ",
        en: "\(path) is not sound, \(found.faultCount) faults; the first: ") + first,
      mend: LocalizedText(vi: "dùng bản sao lưu khác", en: "use another backup"))
  }
}
