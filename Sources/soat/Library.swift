import ChecklistFormat

/// The shared data that comes with soat.
enum Library {
  /// A file of the library: under `$SOAT_LIBRARY`, beside the binary, in its share folder, in a
  /// `Checklists` folder above the binary, or in the current folder's.
  static func file(_ name: String) -> String? {
    for folder in folders {
      let path = Paths.join(folder, name)
      if FileBytes.exists(path) { return path }
    }
    return nil
  }

  /// The first library folder there is.
  static var folder: String? { folders.first { FileBytes.isFolder($0) } }

  private static var folders: [String] {
    var folders: [String] = []
    if let named = ProcessEnvironment.value("SOAT_LIBRARY") { folders.append(named) }
    folders.append("Checklists")
    if let binary = FileBytes.realPath("/proc/self/exe") {
      var folder = Paths.folder(of: binary)
      folders.append(Paths.join(folder, "../share/soat/Checklists"))
      for _ in 0..<5 {
        folders.append(Paths.join(folder, "Checklists"))
        folder = Paths.folder(of: folder)
      }
    }
    return folders
  }
}
