package import Diagnostics
public import InspectionCore

/// Where plugins are looked for, and whether one must be pinned. Nothing is read before a check names
/// a kind that is not built in.
public struct PluginShelf: Hashable, Sendable {
  /// The name of a manifest.
  package static let manifest = "plugin.yaml"
  /// The name of the file in which a pack pins plugins.
  package static let lock = "plugins.lock"
  /// The name of the folder of plugins.
  package static let folder = "Plugins"

  /// Folders that are looked through before `Plugins` beside the folder of packs.
  public var folders: [String]
  /// Folders that are looked through after it.
  public var lastFolders: [String]
  /// Whether plugins that are not pinned, or have changed since, are taken with a warning.
  public var allowsUnpinned: Bool

  /// Creates a shelf.
  public init(
    folders: [String] = [], lastFolders: [String] = [], allowsUnpinned: Bool = false
  ) {
    self.folders = folders
    self.lastFolders = lastFolders
    self.allowsUnpinned = allowsUnpinned
  }

  /// The folders for a pack, in the order in which they are looked through.
  func folders(forPackIn pack: String) -> [String] {
    folders + [Paths.join(pack, "../../" + PluginShelf.folder)] + lastFolders
  }

  /// The folders of plugins, as they stand in the folders given.
  package static func plugins(in folders: [String]) -> [String] {
    var found: [String] = []
    var names: Set<String> = []
    for folder in folders {
      for name in FileBytes.names(in: folder) where !names.contains(name) {
        let plugin = Paths.join(folder, name)
        guard FileBytes.exists(Paths.join(plugin, manifest)) else { continue }
        names.insert(name)
        found.append(plugin)
      }
    }
    return found
  }
}

/// A plugin as loaded, or what is wrong with it.
public struct LoadedPlugin: Sendable {
  /// The manifest; nil where there are errors.
  public let manifest: PluginManifest?
  /// Everything found.
  package let diagnostics: DiagnosticList
  /// The text that diagnostics point into.
  package let source: SourceText
}

/// Loads the manifests of plugins.
public enum PluginLoader {
  /// Whether a plugin may be called so: lower-case words and numbers joined by `-`, unlike the kinds
  /// that are built in.
  package static func isName(_ name: String) -> Bool {
    PluginReader.isName(name) && CheckKind.builtIn(name) == nil
  }

  /// Loads the plugin of a folder; no program is run.
  ///
  /// - Throws: ``FileProblem`` where the manifest or a source cannot be read.
  public static func load(_ folder: String) throws(FileProblem) -> LoadedPlugin {
    let opened = try open(folder)
    return LoadedPlugin(
      manifest: opened.manifest, diagnostics: opened.reader.diagnostics,
      source: opened.reader.source)
  }

  static func open(
    _ folder: String
  ) throws(FileProblem) -> (manifest: PluginManifest?, reader: FileReader) {
    let path = Paths.join(folder, PluginShelf.manifest)
    let bytes = try FileBytes.read(path, limit: 1 << 20)
    let reader = FileReader(SourceText(name: path, bytes: bytes))
    do throws(YAMLProblem) {
      let root = try YAMLParser.parse(reader.source)
      guard var manifest = PluginReader(reader: reader).manifest(root, folder: folder) else {
        return (nil, reader)
      }
      manifest.sources = try sources(of: folder, reader)
      guard !reader.log.hasErrors else { return (nil, reader) }
      manifest.kind.digest = PluginSources.digest(of: manifest.sources)
      return (manifest, reader)
    } catch {
      reader.report(error.diagnostic)
      return (nil, reader)
    }
  }

  private static func sources(
    of folder: String, _ reader: FileReader
  ) throws(YAMLProblem) -> [PluginManifest.SourceFile] {
    do throws(FileProblem) {
      return try PluginSources.files(of: folder)
    } catch {
      reader.report(
        "unreadable-file",
        LocalizedText(
          vi: "không đọc được \(error.path): \(error.message.vi)",
          en: "cannot read \(error.path): \(error.message.en)"), at: SourceRange(0, 0))
      return []
    }
  }
}

/// The kinds that the checks of one pack may be of. A class, since every reader of the pack asks it
/// and a plugin is read once.
final class PackKinds {
  private let folders: [String]
  /// What was looked for, in this order.
  private(set) var readers: [FileReader] = []
  private var found: [String: PluginManifest?] = [:]

  init(_ shelf: PluginShelf, packIn folder: String) {
    folders = shelf.folders(forPackIn: folder)
  }

  /// What a kind is; nil where nothing is known of it.
  func description(_ kind: String) -> KindDescription? {
    CheckKind.builtIn(kind)?.description ?? plugin(kind)?.kind.description
  }

  /// The keys under `with` of a kind.
  func parameters(_ kind: KindDescription) -> MappingDescription {
    MappingDescription.parametersOfBuiltIn[kind.id] ?? MappingDescription(parametersOf: kind)
  }

  /// The plugin of a kind that is not built in.
  func plugin(_ name: String) -> PluginManifest? {
    if let known = found[name] { return known }
    var manifest: PluginManifest?
    if PluginReader.isName(name), CheckKind.builtIn(name) == nil {
      for folder in folders {
        let plugin = Paths.join(folder, name)
        guard FileBytes.exists(Paths.join(plugin, PluginShelf.manifest)) else { continue }
        manifest = open(plugin)
        break
      }
    }
    found[name] = .some(manifest)
    return manifest
  }

  private func open(_ folder: String) -> PluginManifest? {
    do throws(FileProblem) {
      let opened = try PluginLoader.open(folder)
      readers.append(opened.reader)
      return opened.manifest
    } catch {
      let reader = FileReader(SourceText(name: error.path, bytes: []))
      reader.report(
        "unreadable-file",
        LocalizedText(
          vi: "không đọc được \(error.path): \(error.message.vi)",
          en: "cannot read \(error.path): \(error.message.en)"), at: SourceRange(0, 0))
      readers.append(reader)
      return nil
    }
  }

  /// The names of all plugins there are, for who misspelt one.
  var names: [String] {
    PluginShelf.plugins(in: folders).compactMap { $0.split(separator: "/").last.map(String.init) }
  }
}
