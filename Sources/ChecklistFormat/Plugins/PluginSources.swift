import Crypto
import Diagnostics
package import InspectionCore

/// The sources of a plugin and their digest.
package enum PluginSources {
  /// The most files.
  static let mostFiles = 2_000
  /// The most bytes of all files.
  static let mostBytes = 64 << 20

  /// Names of folders whose contents are built from the sources.
  private static let built: Set<String> = [".build", "__pycache__"]

  /// The files of a folder with their digests, sorted by path; links are not followed out of it.
  ///
  /// - Throws: ``FileProblem`` where one cannot be read, or there are too many.
  package static func files(of folder: String) throws(FileProblem) -> [PluginManifest.SourceFile] {
    guard let home = FileBytes.realPath(folder) else {
      throw FileProblem(
        path: folder,
        message: LocalizedText(vi: "không có thư mục này", en: "there is no such folder"))
    }
    var found: [PluginManifest.SourceFile] = []
    var bytes = 0
    var waiting = [""]
    while let inner = waiting.popLast() {
      for name in FileBytes.names(in: Paths.join(home, inner)) where !built.contains(name) {
        let path = inner.isEmpty ? name : inner + "/" + name
        let full = Paths.join(home, path)
        guard let real = FileBytes.realPath(full), Paths.isInside(real, home) else {
          throw FileProblem(
            path: full,
            message: LocalizedText(
              vi: "nằm ngoài thư mục của phần kiểm tra bổ sung",
              en: "lies outside the plugin's folder"))
        }
        if FileBytes.isFolder(full) {
          // A link inside the folder names what is listed anyway.
          if real == full { waiting.append(path) }
          continue
        }
        let content = try FileBytes.read(full, limit: mostBytes)
        bytes += content.count
        found.append(PluginManifest.SourceFile(path: path, digest: hexDigest(of: content)))
        guard found.count <= mostFiles, bytes <= mostBytes else {
          throw FileProblem(
            path: folder,
            message: LocalizedText(
              vi: "quá \(mostFiles) tệp hoặc \(mostBytes >> 20) MB",
              en: "holds more than \(mostFiles) files or \(mostBytes >> 20) MB"))
        }
      }
    }
    return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The digest of all files: that of the lines `digest  path`, as `sha256sum` prints them.
  package static func digest(of files: [PluginManifest.SourceFile]) -> String {
    var text = ""
    for file in files { text += file.digest + "  " + file.path + "\n" }
    return "sha256:" + hexDigest(of: Array(text.utf8))
  }
}

/// The SHA-256 of bytes, 64 hexadecimal digits.
func hexDigest(of bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in SHA256.hash(data: bytes) {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
