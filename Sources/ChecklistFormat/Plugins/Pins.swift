import Diagnostics
public import InspectionCore

/// A plugin as a pack has pinned it.
struct Pin: Hashable {
  let name: String
  let version: String
  let digest: String
}

/// Reads `plugins.lock`.
struct PinReader {
  let reader: FileReader

  func pins(_ root: YAMLNode) -> [Pin] {
    guard let file = reader.mapping(root, .pins) else { return [] }
    file.checkFormatVersion()
    return file.list("pins").compactMap { node in
      guard let mapping = reader.mapping(node, .pin) else { return nil }
      let name = mapping.text("plugin")
      let version = mapping.text("version")
      let digest = mapping.text("digest")
      for file in mapping.list("files") { check(file) }
      guard let name, let version, let digest else { return nil }
      return Pin(name: name, version: version, digest: digest)
    }
  }

  private func check(_ node: YAMLNode) {
    guard let mapping = reader.mapping(node, .pinnedFile) else { return }
    for key in ["file", "sha256"] { _ = mapping.text(key) }
  }
}

/// Writes `plugins.lock`.
public enum PluginLock {
  /// The text of the file that pins the plugins as they are now.
  public static func text(pinning plugins: [PluginManifest]) -> String {
    guard !plugins.isEmpty else { return "soat: 1\npins: []\n" }
    var text = "# soat plugin lock\nsoat: 1\npins:\n"
    for plugin in plugins.sorted(by: { $0.kind.id < $1.kind.id }) {
      text += "  - plugin: \(plugin.kind.id)\n"
      text += "    version: \(quoted(plugin.kind.version))\n"
      text += "    digest: \(plugin.kind.digest)\n    files:\n"
      for file in plugin.sources {
        text += "      - { file: \(quoted(file.path)), sha256: \(quoted(file.digest)) }\n"
      }
    }
    return text
  }

  /// A text between double quotes, as YAML reads it.
  private static func quoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { written.unicodeScalars.append("\\") }
      written.unicodeScalars.append(scalar)
    }
    return written + "\""
  }
}

extension PackLoading {
  /// The plugins that the checks are of, sorted by name.
  var usedPlugins: [PluginManifest] {
    var names: Set<String> = []
    for read in checks { names.insert(read.check.kind) }
    return names.sorted().compactMap { kinds.plugin($0) }
  }

  /// The kinds of plugins for the checklist. Where a kind is unknown those whose names are near are
  /// among them too, so that what is said of it can name them; no checklist comes of it.
  var externalKinds: [ExternalKind] {
    var plugins = usedPlugins
    for read in checks where kinds.description(read.check.kind) == nil {
      if let near = nearestName(to: read.check.kind, in: kinds.names),
        let plugin = kinds.plugin(near), !plugins.contains(plugin)
      {
        plugins.append(plugin)
      }
    }
    return plugins.map(\.kind)
  }

  /// Reports plugins that the pack has not pinned, or that have changed since.
  mutating func checkPins(_ main: FileReader) {
    let used = usedPlugins
    guard !used.isEmpty else { return }
    readPins(main)
    for plugin in used {
      let kind = plugin.kind
      let pinned = pins.filter { $0.name == kind.id }
      guard !pinned.contains(where: { $0.digest == kind.digest && $0.version == kind.version }),
        let read = checks.first(where: { $0.check.kind == kind.id })
      else { continue }
      reportPin(
        of: plugin, at: read,
        code: pinned.isEmpty ? "plugin-unpinned" : "plugin-changed",
        pinned.isEmpty
          ? LocalizedText(
            vi: "bảng kiểm chưa chốt phần kiểm tra bổ sung \"\(kind.id)\"",
            en: "the pack has not pinned the plugin \"\(kind.id)\"")
          : LocalizedText(
            vi: "phần kiểm tra bổ sung \"\(kind.id)\" đã khác với lúc chốt",
            en: "the plugin \"\(kind.id)\" has changed since it was pinned"))
    }
  }

  private func reportPin(
    of plugin: PluginManifest, at read: ReadCheck, code: String, _ message: LocalizedText
  ) {
    read.reader.report(
      code, message, severity: shelf.allowsUnpinned ? .warning : .error,
      mend: LocalizedText(
        vi: "xem lại chương trình ở \(plugin.folder), rồi: soat plugin lock \(folder)",
        en: "look at the program in \(plugin.folder), then: soat plugin lock \(folder)"),
      at: read.kindNode?.range ?? read.place)
  }

  mutating func readPins(_ main: FileReader) {
    let path = Paths.join(folder, PluginShelf.lock)
    guard FileBytes.exists(path) else { return }
    do throws(FileProblem) {
      let bytes = try FileBytes.read(path, limit: YAMLLimits().bytes)
      let reader = FileReader(SourceText(name: path, bytes: bytes))
      readers.append(reader)
      if let root = parse(reader) { pins += PinReader(reader: reader).pins(root) }
    } catch {
      main.report(
        "unreadable-file",
        LocalizedText(
          vi: "không đọc được \(path): \(error.message.vi)",
          en: "cannot read \(path): \(error.message.en)"), at: SourceRange(0, 0))
    }
  }
}
