import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import PluginHost

/// Where plugins are looked for, and which are taken.
struct PluginOptions: ParsableArguments {
  @Option(
    name: .customLong("plugins"),
    help: ArgumentHelp(
      "Thư mục chứa các phần kiểm tra bổ sung · A folder of plugins. Mặc định · default: "
        + "$SOAT_PLUGINS, Plugins.", valueName: "folder"))
  var folders: [String] = []

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Chạy cả phần kiểm tra bổ sung mà bảng kiểm chưa chốt trong plugins.lock · Run plugins that "
        + "the pack has not pinned, too."))
  var allowUnpinned = false

  /// The folders given, or else those that a command looks through by itself.
  var shelf: PluginShelf {
    var first = folders
    if first.isEmpty, let named = ProcessEnvironment.value("SOAT_PLUGINS") { first.append(named) }
    return PluginShelf(
      folders: first, lastFolders: Library.pluginFolders, allowsUnpinned: allowUnpinned)
  }

  /// The kinds of all plugins that are there; a broken one is told and left out.
  func kinds(_ language: Language) -> [KindDescription] {
    all(language).map(\.kind.description)
  }

  /// The plugins that are there; a broken one is told and left out.
  func all(_ language: Language) -> [PluginManifest] {
    var found: [PluginManifest] = []
    for folder in PluginShelf.plugins(in: shelf.folders + shelf.lastFolders) {
      do throws(FileProblem) {
        let plugin = try PluginLoader.load(folder)
        if let manifest = plugin.manifest { found.append(manifest) }
        let text = plugin.diagnostics.text(in: [plugin.source.name: plugin.source], language)
        if !text.isEmpty { Console.complain(text) }
      } catch {
        Console.complain(error.failure(language).message)
      }
    }
    return found.sorted { $0.kind.id < $1.kind.id }
  }

  /// A host for the plugins that frozen checklists name, and which of them it has. One that is not there,
  /// or whose sources are others than those that were frozen, is told and left out.
  func host(
    of kinds: [ExternalKind], _ language: Language
  ) -> (host: PluginHost, kinds: Set<ExternalKind>) {
    let found = kinds.isEmpty ? [] : all(language)
    var hosted: [String: PluginManifest] = [:]
    for kind in kinds {
      let manifest = found.first { $0.kind.id == kind.id }
      if let manifest, manifest.kind.digest == kind.digest {
        hosted[kind.id] = manifest
        continue
      }
      let isThere = manifest != nil
      if allowUnpinned, let manifest { hosted[kind.id] = manifest }
      Console.complain(
        LocalizedText(
          vi: "cảnh báo: phần kiểm tra \(kind.id) \(kind.version) "
            + (isThere ? "trên máy này khác bản đã đóng băng" : "không có trên máy này")
            + (allowUnpinned && isThere ? "; vẫn được chạy" : "; các mục của nó chưa được trả lời"),
          en: "warning: the plugin \(kind.id) \(kind.version) "
            + (isThere ? "differs here from the one that was frozen" : "is not on this machine")
            + (allowUnpinned && isThere
              ? "; it is run all the same" : "; its checks stay unanswered"))[
            language] + "\n")
    }
    let host = PluginHost(
      hosted.keys.sorted().compactMap { hosted[$0] }, options: PluginOptions.host)
    return (host, Set(kinds.filter { hosted[$0.id] != nil }))
  }

  /// What plugins are run with.
  static var host: PluginHostOptions {
    PluginHostOptions(wasmRuntime: ProcessEnvironment.value("SOAT_WASM_RUNTIME"))
  }
}

extension Library {
  /// Folders of plugins that come with soat, and that of the current folder.
  static var pluginFolders: [String] {
    var folders = [PluginShelf.folder]
    if let binary = FileBytes.realPath("/proc/self/exe") {
      folders.append(Paths.join(Paths.folder(of: binary), "../share/soat/" + PluginShelf.folder))
    }
    return folders
  }
}

extension ScoredInput {
  /// A context with what plugins say of the submission; evidence stands beside its file.
  func asked(_ host: PluginHost, _ context: AssessmentContext) -> AssessmentContext {
    guard !checklist.checklist.plugins.isEmpty else { return context }
    return host.context(
      context, for: submission, checklist, folder: Paths.folder(of: path))
  }
}
