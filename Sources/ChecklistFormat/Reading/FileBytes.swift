public import Diagnostics
import Glibc

/// Why a file could not be read.
public struct FileProblem: Error, Hashable, Sendable {
  /// The path as given.
  public let path: String
  /// What is wrong, with the mend.
  public let message: LocalizedText
}

/// Reads whole regular files of bounded size: a device, a pipe or a folder is refused before a
/// byte is read.
package enum FileBytes {
  /// The bytes of a file.
  package static func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failed(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failed(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem(
        path: path,
        message: LocalizedText(vi: "không phải một tệp thường", en: "is not a regular file"))
    }
    guard status.st_size <= limit else { throw tooLarge(path, limit) }
    // One byte more than the file had: the rest of one that grows meanwhile comes in further turns.
    var bytes = try some(of: descriptor, Int(status.st_size) + 1, path)
    var isWhole = bytes.count <= Int(status.st_size)
    while !isWhole {
      guard bytes.count <= limit else { throw tooLarge(path, limit) }
      let more = try some(of: descriptor, 1 << 16, path)
      bytes += more
      isWhole = more.count < 1 << 16
    }
    guard bytes.count <= limit else { throw tooLarge(path, limit) }
    return bytes
  }

  /// The next bytes of a file, fewer than asked for only at its end.
  private static func some(
    of descriptor: Int32, _ wanted: Int, _ path: String
  ) throws(FileProblem) -> [UInt8] {
    var isBroken = false
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      while filled < wanted {
        let count = readSome(
          descriptor,
          UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(rebasing: buffer[filled..<wanted])))
        if count < 0, errno == EINTR { continue }
        isBroken = count < 0
        if count <= 0 { return }
        filled += count
      }
    }
    if isBroken { throw failed(path) }
    return bytes
  }

  /// The path with every link followed; nil where nothing is there.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a path names a folder.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path names anything at all.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// How large a file is, in bytes; 0 where there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The names in a folder, sorted by bytes; empty where it cannot be read.
  package static func names(in folder: String) -> [String] {
    listing(of: folder).map(\.name)
  }

  /// What is in a folder, sorted by bytes, and which of it are folders, links to folders included;
  /// empty where it cannot be read.
  package static func entries(in folder: String) -> [(name: String, isFolder: Bool)] {
    listing(of: folder).map { name, type in
      // Most file systems tell in the listing what a name is; only links are to be followed.
      switch Int(type) {
      case Int(DT_DIR): (name, true)
      case Int(DT_LNK), Int(DT_UNKNOWN): (name, isFolder(Paths.join(folder, name)))
      default: (name, false)
      }
    }
  }

  private static func listing(of folder: String) -> [(name: String, type: UInt8)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [(name: String, type: UInt8)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { found.append((name, entry.pointee.d_type)) }
    }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func failed(_ path: String) -> FileProblem {
    let code = errno
    let reason = String(cString: strerror(code))
    let vi =
      switch code {
      case ENOENT: "không có tệp này"
      case EACCES: "không có quyền đọc tệp này"
      case ELOOP: "đường dẫn nối vòng"
      default: "không đọc được (\(reason))"
      }
    return FileProblem(path: path, message: LocalizedText(vi: vi, en: reason))
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> FileProblem {
    FileProblem(
      path: path,
      message: LocalizedText(
        vi: "lớn hơn \(limit >> 20) MB, quá mức cho phép",
        en: "is larger than the \(limit >> 20) MB allowed"))
  }
}

/// The system's own `read`, out of reach inside a type that has one of its own.
private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
