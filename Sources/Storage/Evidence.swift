internal import Foundation
#if canImport(Glibc)
  internal import Glibc
#endif
import Diagnostics

/// Files kept by their content: `ab/cdef…` under the SHA-256 of what they hold.
///
/// A file is whole and flushed, its name too, before ``keep(_:)-([UInt8])`` returns; only then may an
/// event name it. What no event names is left over from a crash and harms nobody.
package struct Evidence: Sendable {
  /// Where the files stand.
  package let folder: String
  /// The most bytes of a file.
  package let longest: Int64

  /// Names a folder of files; it is made when the first is kept.
  package init(folder: String, longest: Int64 = 268_435_456) {
    self.folder = folder
    self.longest = longest
  }

  /// Keeps some bytes; what is there already is not written again.
  @discardableResult
  package func keep(_ bytes: [UInt8]) throws(JournalError) -> Digest {
    try requireSize(Int64(bytes.count))
    let digest = Digest(of: bytes)
    do throws(SystemFailure) {
      guard try !holds(digest) else { return digest }
      let draft = try newDraft()
      try makeFolder(of: digest)
      try DurableFile.write(to: path(of: digest), draft: draft) { (file) throws(SystemFailure) in
        var failure: SystemFailure?
        bytes.withUnsafeBytes { bytes in
          do throws(SystemFailure) { try DurableFile.put(bytes, in: file, path: draft) } catch {
            failure = error
          }
        }
        if let failure { throw failure }
      }
    } catch {
      throw error.refusal
    }
    return digest
  }

  /// Keeps a copy of a file, read once in pieces.
  @discardableResult
  package func keep(fileAt source: String) throws(JournalError) -> Digest {
    var refusal: JournalError?
    do throws(SystemFailure) {
      let draft = try newDraft()
      let settled = draft + ".whole"
      var stream = DigestStream()
      var size: Int64 = 0
      try DurableFile.write(to: settled, draft: draft) { (file) throws(SystemFailure) in
        try DurableFile.read(source) { (piece) throws(SystemFailure) in
          size += Int64(piece.count)
          guard size <= longest else { return }
          stream.add(piece)
          try DurableFile.put(piece, in: file, path: draft)
        }
      }
      defer { unlink(settled) }
      let digest = stream.digest()
      do throws(JournalError) { try requireSize(size) } catch { refusal = error }
      if refusal == nil {
        if try holds(digest) { return digest }
        try makeFolder(of: digest)
        guard rename(settled, path(of: digest)) == 0 else { throw SystemFailure(path: folder) }
        try DurableFile.syncFolder(of: path(of: digest))
        return digest
      }
    } catch {
      throw error.refusal
    }
    throw refusal ?? .failed(path: source, cause: "")
  }

  /// The bytes of a file.
  ///
  /// - Throws: ``JournalError`` where there is none, or where its bytes are no longer those.
  package func bytes(of digest: Digest) throws(JournalError) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(SystemFailure) {
      try DurableFile.read(path(of: digest)) { bytes.append(contentsOf: $0) }
    } catch {
      guard error.code != ENOENT else {
        throw .missingAttachment(
          LocalizedText(vi: "tệp minh chứng \(digest.hex)", en: "the evidence file \(digest.hex)"))
      }
      throw error.refusal
    }
    guard Digest(of: bytes) == digest else {
      throw .notAJournal(path: path(of: digest), cause: "SHA-256 \(Digest(of: bytes).hex)")
    }
    return bytes
  }

  /// Whether there is such a file; its content is not read.
  package func contains(_ digest: Digest) throws(JournalError) -> Bool {
    DurableFile.exists(path(of: digest))
  }

  /// The files there are, in order of their digests.
  package func digests() throws(JournalError) -> [Digest] {
    guard DurableFile.exists(folder) else { return [] }
    do {
      var digests: [Digest] = []
      for prefix in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      where prefix.utf8.count == 2 {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/" + prefix)
        digests += names.sorted().compactMap { Digest(hex: prefix + $0) }
      }
      return digests
    } catch {
      throw .failed(path: folder, cause: "\(error)")
    }
  }

  /// Where a file stands.
  package func path(of digest: Digest) -> String {
    let hex = digest.hex
    return folder + "/" + hex.prefix(2) + "/" + hex.dropFirst(2)
  }

  func remove(_ digest: Digest) throws(JournalError) {
    do throws(SystemFailure) { try DurableFile.remove(path(of: digest)) } catch {
      throw error.refusal
    }
  }

  /// Whether a file is there with the content it is named for; what was damaged is written anew.
  private func holds(_ digest: Digest) throws(SystemFailure) -> Bool {
    guard DurableFile.exists(path(of: digest)) else { return false }
    var stream = DigestStream()
    try DurableFile.read(path(of: digest)) { stream.add($0) }
    return stream.digest() == digest
  }

  private func requireSize(_ size: Int64) throws(JournalError) {
    guard size > longest else { return }
    throw JournalError(
      .tooLarge,
      LocalizedText(
        vi: "tệp lớn quá \(longest) byte", en: "the file is over \(longest) bytes"),
      mend: LocalizedText(
        vi: "chia nhỏ hoặc giảm độ phân giải rồi gửi lại",
        en: "split it, or lower its resolution, and send it again"))
  }

  private func makeFolder(of digest: Digest) throws(SystemFailure) {
    try DurableFile.makeFolder(folder + "/" + digest.hex.prefix(2))
  }

  /// A name that no other process and no other call uses; drafts of processes that died are removed.
  private func newDraft() throws(SystemFailure) -> String {
    try DurableFile.makeFolder(folder)
    let drafts = folder + "/.incoming"
    try DurableFile.makeFolder(drafts)
    return "\(drafts)/\(getpid())-\(UInt64.random(in: 0 ... .max))"
  }

  /// Removes what processes that died had begun to write.
  func removeAbandoned() {
    let drafts = folder + "/.incoming"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: drafts) else { return }
    for name in names {
      guard let process = name.split(separator: "-").first.flatMap({ Int32($0) }) else { continue }
      if kill(process, 0) != 0 && errno == ESRCH { unlink(drafts + "/" + name) }
    }
  }
}
