#if canImport(Glibc)
  internal import Glibc
#endif

/// What the system answered when it refused.
struct SystemFailure: Error {
  let code: Int32
  let path: String

  init(path: String) {
    code = errno
    self.path = path
  }

  var refusal: JournalError {
    let cause = String(cString: strerror(code))
    return switch code {
    case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path, cause: cause)
    case EACCES, EPERM, EROFS, ENOENT, ENOTDIR: .readOnly(path: path, cause: cause)
    default: .failed(path: path, cause: cause)
    }
  }
}

/// Files that are there after a power cut: written apart, flushed, named, and the name flushed too.
enum DurableFile {
  /// Writes a new file in one step: whoever looks sees all of it or nothing.
  ///
  /// - Parameters:
  ///   - path: where it will stand; its folder exists.
  ///   - draft: where it is written first, on the same disk.
  static func write(
    to path: String, draft: String, _ body: (Int32) throws(SystemFailure) -> Void
  ) throws(SystemFailure) {
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    guard file >= 0 else { throw SystemFailure(path: draft) }
    do throws(SystemFailure) {
      try body(file)
      guard fsync(file) == 0 else { throw SystemFailure(path: draft) }
    } catch {
      close(file)
      unlink(draft)
      throw error
    }
    guard close(file) == 0, rename(draft, path) == 0 else {
      let failure = SystemFailure(path: path)
      unlink(draft)
      throw failure
    }
    try syncFolder(of: path)
  }

  static func put(_ bytes: UnsafeRawBufferPointer, in file: Int32, path: String)
    throws(SystemFailure)
  {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(file, part.baseAddress, part.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw SystemFailure(path: path) }
      rest = rest.dropFirst(count)
    }
  }

  /// Goes through a file in pieces.
  static func read(
    _ path: String, _ take: (UnsafeRawBufferPointer) throws(SystemFailure) -> Void
  ) throws(SystemFailure) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemFailure(path: path) }
    defer { close(file) }
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = piece.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure(path: path) }
      if count == 0 { return }
      var failure: SystemFailure?
      piece.withUnsafeBytes { bytes in
        do throws(SystemFailure) {
          try take(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
    }
  }

  static func makeFolder(_ path: String) throws(SystemFailure) {
    guard !exists(path) else { return }
    guard mkdir(path, 0o750) == 0 || errno == EEXIST else { throw SystemFailure(path: path) }
    try syncFolder(of: path)
  }

  static func remove(_ path: String) throws(SystemFailure) {
    guard unlink(path) == 0 else {
      if errno == ENOENT { return }
      throw SystemFailure(path: path)
    }
    try syncFolder(of: path)
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Flushes the folder that names a file.
  static func syncFolder(of path: String) throws(SystemFailure) {
    let folder = open(parent(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw SystemFailure(path: path) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw SystemFailure(path: path) }
  }

  /// The folder that a path stands in. Foundation's own stops the program at a name of one letter.
  static func parent(of path: String) -> String {
    let name = path.utf8.lastIndex { $0 != UInt8(ascii: "/") }
    guard let name else { return path.isEmpty ? "." : "/" }
    let whole = path[...name]
    guard let slash = whole.lastIndex(of: "/") else { return "." }
    let parent = whole[..<slash]
    return parent.isEmpty ? "/" : String(parent)
  }
}
