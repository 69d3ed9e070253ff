public import Diagnostics
public import InspectionCore

/// A checklist as loaded, or what is wrong with it.
public struct LoadedPack: Sendable {
  /// The path of the pack's `checklist.yaml`.
  public let path: String
  /// The name submissions ask for it by, `id@version`, also where there are errors; nil where it
  /// cannot be read.
  public let reference: String?
  /// The checklist, compiled; nil where there are errors.
  public let compiled: CompiledChecklist?
  /// The plugins that its checks are of.
  public let plugins: [PluginManifest]
  /// Everything found, errors and warnings.
  public let diagnostics: DiagnosticList
  /// The texts that diagnostics point into, by name.
  public let sources: [String: SourceText]
}

/// Loads packs: a `checklist.yaml`, the areas it includes, the dictionaries it uses.
public enum PackLoader {
  /// The name of a pack's main file.
  public static let mainFile = "checklist.yaml"

  /// The packs a path names: a pack's folder, its `checklist.yaml`, or a folder of packs.
  ///
  /// - Throws: ``FileProblem`` where nothing there is a pack.
  public static func packs(at path: String) throws(FileProblem) -> [String] {
    guard FileBytes.isFolder(path) else { return [path] }
    let main = Paths.join(path, mainFile)
    if FileBytes.exists(main) { return [main] }
    var found: [String] = []
    for name in FileBytes.names(in: path) {
      let candidate = Paths.join(Paths.join(path, name), mainFile)
      if FileBytes.exists(candidate) { found.append(candidate) }
    }
    guard found.isEmpty else { return found }
    throw FileProblem(
      path: path,
      message: LocalizedText(
        vi: "không có \(mainFile) trong thư mục này hay thư mục con trực tiếp",
        en: "holds no \(mainFile), nor does a folder in it"))
  }

  /// Loads one pack and reports everything wrong with it in one pass; `notes` asks also for what is
  /// not wrong but worth a look.
  ///
  /// - Throws: ``FileProblem`` where the main file itself cannot be read; trouble with an included
  ///   file is a diagnostic at the place that names it.
  public static func load(
    _ path: String, notes: Bool = false, plugins: PluginShelf = PluginShelf()
  ) throws(FileProblem) -> LoadedPack {
    var loading = PackLoading(path: path, wantsNotes: notes, plugins: plugins)
    return try loading.load()
  }
}
