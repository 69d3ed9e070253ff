package import Diagnostics
package import InspectionCore
internal import GRDB

/// Why the journal refuses something; nothing has changed when it is thrown.
package struct JournalError: Error, Hashable, Sendable {
  /// The kinds of refusal.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// The file is no journal of Soat's, or is damaged.
    case notAJournal = "not-a-journal"
    /// A newer Soat wrote the file.
    case newerStore = "newer-store"
    /// The store is known under another origin.
    case otherOrigin = "other-origin"
    /// A name, a number or a payload cannot be recorded.
    case invalidEvent = "invalid-event"
    /// Somebody else changed the subject meanwhile.
    case versionConflict = "version-conflict"
    /// A stream of events leaves one out.
    case gap
    /// A hash is not that of the event, or not the one this store knows.
    case wrongHash = "wrong-hash"
    /// A line of a stream cannot be read.
    case malformedLine = "malformed-line"
    /// A stream ends before its last line.
    case truncatedStream = "truncated-stream"
    /// A file or a text that an event names is not there.
    case missingAttachment = "missing-attachment"
    /// A file or a text was purged and does not come back.
    case purged
    /// A file is too large.
    case tooLarge = "too-large"
    /// Something stands where a new file would go.
    case exists
    /// The disk is full.
    case diskFull = "disk-full"
    /// The file or its folder cannot be written.
    case readOnly = "read-only"
    /// Another process holds the store.
    case busy
    /// The file system or the database failed otherwise.
    case failed
  }

  /// What kind of refusal it is.
  package let code: Code
  /// What is wrong and where, in one sentence without a final full stop.
  package let message: LocalizedText
  /// How to mend it.
  package let mend: LocalizedText
  /// The error beneath it, as the system or the database words it.
  package let cause: String?
  /// The line of the stream, from 1, where there is one.
  package var line: Int?
  /// The event it is about, where there is one.
  package var event: EventID?

  init(
    _ code: Code, _ message: LocalizedText, mend: LocalizedText, cause: String? = nil,
    line: Int? = nil, event: EventID? = nil
  ) {
    self.code = code
    self.message = message
    self.mend = mend
    self.cause = cause
    self.line = line
    self.event = event
  }
}

extension JournalError {
  /// What a failure below means to whoever works with the file at `path`.
  init(_ failure: any Error, path: String) {
    switch failure {
    case let refusal as JournalError: self = refusal
    case let failure as DatabaseError: self.init(database: failure, path: path)
    default: self = .failed(path: path, cause: "\(failure)")
    }
  }

  private init(database failure: DatabaseError, path: String) {
    let cause = failure.message ?? failure.resultCode.description
    switch failure.resultCode {
    case .SQLITE_FULL: self = .diskFull(path: path, cause: cause)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self = .readOnly(path: path, cause: cause)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path, cause: cause)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notAJournal(path: path, cause: cause)
    default: self = .failed(path: path, cause: cause)
    }
  }

  static func diskFull(path: String, cause: String?) -> JournalError {
    JournalError(
      .diskFull,
      LocalizedText(
        vi: "ổ đĩa đã đầy, không ghi được vào \(path)",
        en: "the disk is full, nothing was written to \(path)"),
      mend: LocalizedText(
        vi: "giải phóng dung lượng rồi làm lại; dữ liệu đã ghi trước đó vẫn còn nguyên",
        en: "free some space and try again; what was recorded before is all there"),
      cause: cause)
  }

  static func readOnly(path: String, cause: String?) -> JournalError {
    JournalError(
      .readOnly,
      LocalizedText(
        vi: "không mở được hoặc không có quyền ghi vào \(path)",
        en: "\(path) cannot be opened, or not for writing"),
      mend: LocalizedText(
        vi: "kiểm tra thư mục có tồn tại và tài khoản này có quyền ghi vào đó",
        en: "see that the folder exists and that this account may write in it"),
      cause: cause)
  }

  static func busy(path: String, cause: String?) -> JournalError {
    JournalError(
      .busy,
      LocalizedText(
        vi: "chương trình khác đang giữ \(path)", en: "another program holds \(path)"),
      mend: LocalizedText(
        vi: "đợi chương trình kia ghi xong rồi làm lại",
        en: "wait until the other program has finished, then try again"),
      cause: cause)
  }

  static func notAJournal(path: String, cause: String?) -> JournalError {
    JournalError(
      .notAJournal,
      LocalizedText(
        vi: "\(path) không phải nhật ký của Soat hoặc đã hỏng",
        en: "\(path) is no journal of Soat's, or it is damaged"),
      mend: LocalizedText(
        vi: "kiểm tra lại tên tệp, hoặc khôi phục từ bản sao lưu",
        en: "check the file's name, or restore a backup"),
      cause: cause)
  }

  static func failed(path: String, cause: String) -> JournalError {
    JournalError(
      .failed,
      LocalizedText(vi: "không đọc hoặc ghi được \(path)", en: "\(path) cannot be read or written"),
      mend: LocalizedText(
        vi: "kiểm tra ổ đĩa, rồi chạy kiểm tra nhật ký trước khi làm tiếp",
        en: "check the disk, then verify the journal before going on"),
      cause: cause)
  }
}
