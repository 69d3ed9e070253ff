import Glibc

/// A folder that a program may write to, removed with all that is in it. A class, since it owns it.
final class PrivateFolder {
  let path: String

  /// - Parameter scratch: the folder in which it is made; nil for the system's.
  init(in scratch: String? = nil) throws(PluginFault) {
    let home = scratch ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((home + "/soat-plugin-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw .notStarted(errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { PrivateFolder.remove(Array(path.utf8CString), depth: 0) }

  /// Removes what a hostile program may have made: links are not followed, folders that may not be
  /// read are made readable first. Names are bytes, since a name need not be UTF-8.
  private static func remove(_ path: [CChar], depth: Int) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR, depth < 1_000 else {
      unlink(path)
      return
    }
    chmod(path, 0o700)
    for name in names(in: path) {
      remove(path.dropLast() + [CChar(UInt8(ascii: "/"))] + name, depth: depth + 1)
    }
    rmdir(path)
  }

  private static func names(in path: [CChar]) -> [[CChar]] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [[CChar]] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
        }
      }
      if name != Array(".".utf8CString), name != Array("..".utf8CString) { names.append(name) }
    }
    return names
  }
}
