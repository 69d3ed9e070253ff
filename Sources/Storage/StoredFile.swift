#if canImport(Glibc)
  internal import Glibc
#endif

/// Files of a workspace beside the journal: settings, letters, exports.
package enum StoredFile {
  /// Makes a folder unless it is there; its parent must be.
  package static func makeFolder(_ path: String) throws(JournalError) {
    do throws(SystemFailure) { try DurableFile.makeFolder(path) } catch { throw error.refusal }
  }

  /// Writes a file whole or not at all; one of that name is replaced.
  package static func write(_ text: String, to path: String) throws(JournalError) {
    do throws(SystemFailure) {
      try DurableFile.write(to: path, draft: path + ".\(getpid()).partial") {
        (file) throws(SystemFailure) in
        var failure: SystemFailure?
        var text = text
        text.withUTF8 { letters in
          do throws(SystemFailure) {
            try DurableFile.put(UnsafeRawBufferPointer(letters), in: file, path: path)
          } catch {
            failure = error
          }
        }
        if let failure { throw failure }
      }
    } catch {
      throw error.refusal
    }
  }

  /// Copies a small file.
  package static func copy(_ path: String, to target: String) throws(JournalError) {
    var bytes: [UInt8] = []
    do throws(SystemFailure) {
      try DurableFile.read(path) { (piece) throws(SystemFailure) in bytes += piece }
    } catch {
      throw error.refusal
    }
    try write(String(decoding: bytes, as: UTF8.self), to: target)
  }
}
