import ChecklistFormat
import Diagnostics
import Glibc

/// A folder that appears whole or not at all: it is written beside its place and then renamed.
struct NewFolder {
  private let path: String
  private let language: Language

  /// The folder's own name.
  var name: String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// - Throws: ``Failure`` where something stands there that would be written over.
  init(_ path: String, _ language: Language) throws {
    self.path = path
    self.language = language
    guard FileBytes.exists(path) else { return }
    guard FileBytes.isFolder(path) else {
      throw NewFolder.refusal(
        LocalizedText(
          vi: "\(path) là một tệp; chọn tên thư mục khác",
          en: "\(path) is a file; choose another name for the folder"), language)
    }
    guard FileBytes.names(in: path).isEmpty else {
      throw NewFolder.refusal(
        LocalizedText(
          vi: "thư mục \(path) đã có tệp bên trong; chọn một thư mục mới, hoặc dời các tệp đó đi",
          en: "the folder \(path) is not empty; choose a new folder, or move what is in it away"),
        language)
    }
    guard FileBytes.realPath(path) != FileBytes.realPath(".") else {
      throw NewFolder.refusal(
        LocalizedText(
          vi:
            "không viết thẳng vào thư mục đang đứng; ra thư mục cha rồi gọi: soat new TÊN-THƯ-MỤC",
          en: "cannot replace the current folder; go one folder up and run: soat new FOLDER"),
        language)
    }
  }

  /// Writes files by their paths inside the folder.
  ///
  /// - Throws: ``Failure`` where the folder cannot be written; nothing is left behind then.
  func write(_ files: [StarterPack.File]) throws {
    let partial = path + ".\(getpid()).partial"
    var made: [String] = []
    func make(_ folder: String) throws {
      let parent = Paths.folder(of: folder)
      if folder != partial, !FileBytes.exists(parent) { try make(parent) }
      guard mkdir(folder, 0o755) == 0 else { throw failure() }
      made.append(folder)
    }
    do {
      try make(partial)
      for file in files {
        let target = Paths.join(partial, file.path)
        let folder = Paths.folder(of: target)
        if !FileBytes.exists(folder) { try make(folder) }
        try Console.deliver(file.text, to: target)
      }
      guard rename(partial, path) == 0 else { throw failure() }
    } catch {
      for file in files { unlink(Paths.join(partial, file.path)) }
      for folder in made.reversed() { rmdir(folder) }
      throw error
    }
  }

  private func failure() -> Failure {
    let reason = String(cString: strerror(errno))
    return Failure(
      status: .unreadable,
      message: LocalizedText(
        vi: "\(path): không ghi được: \(reason)", en: "\(path): cannot be written: \(reason)")[
          language])
  }

  private static func refusal(_ message: LocalizedText, _ language: Language) -> Failure {
    Failure(status: .wrongUse, message: message[language])
  }
}
