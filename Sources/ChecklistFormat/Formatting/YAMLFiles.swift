package import Diagnostics
import Glibc

/// Looks for YAML files.
package enum YAMLFiles {
  /// The deepest folder that is looked into.
  private static let depth = 16

  /// Every file in a folder and the folders in it whose name ends in `.yaml`, sorted by name;
  /// nothing hidden, and each file once, however many links lead to it.
  ///
  /// - Throws: ``FileProblem`` where a folder cannot be looked into.
  package static func inside(_ folder: String) throws(FileProblem) -> [String] {
    var files: [String] = []
    var seen: Set<String> = []
    try collect(folder, depth: 0, &files, &seen)
    return files
  }

  private static func collect(
    _ folder: String, depth: Int, _ files: inout [String], _ seen: inout Set<String>
  ) throws(FileProblem) {
    guard let real = FileBytes.realPath(folder), seen.insert(real).inserted else { return }
    guard access(real, R_OK | X_OK) == 0 else {
      let reason = String(cString: strerror(errno))
      throw FileProblem(
        folder, LocalizedText(vi: "không mở được thư mục (\(reason))", en: reason))
    }
    guard depth <= YAMLFiles.depth else {
      throw FileProblem(
        folder,
        LocalizedText(
          vi: "thư mục lồng quá \(YAMLFiles.depth) tầng",
          en: "folders nested more than \(YAMLFiles.depth) deep"))
    }
    for name in FileBytes.names(in: folder) where !name.hasPrefix(".") {
      let path = Paths.join(folder, name)
      if FileBytes.isFolder(path) {
        try collect(path, depth: depth + 1, &files, &seen)
      } else if name.hasSuffix(".yaml"), let real = FileBytes.realPath(path),
        seen.insert(real).inserted
      {
        files.append(path)
      }
    }
  }
}

/// What comes on standard input.
package enum StandardInput {
  /// All of it.
  ///
  /// - Throws: ``FileProblem`` under `name` where it cannot be read or is longer than `limit` bytes.
  package static func bytes(limit: Int, name: String) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        let reason = String(cString: strerror(errno))
        throw FileProblem(name, LocalizedText(vi: "không đọc được (\(reason))", en: reason))
      }
      if count == 0 { return bytes }
      bytes += buffer[0..<count]
      guard bytes.count <= limit else {
        throw FileProblem(
          name,
          LocalizedText(
            vi: "dài hơn \(limit >> 20) MB, quá mức cho phép",
            en: "is longer than the \(limit >> 20) MB allowed"))
      }
    }
  }
}

extension FileProblem {
  package init(_ path: String, _ message: LocalizedText) {
    self.init(path: path, message: message)
  }
}
