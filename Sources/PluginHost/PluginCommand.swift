import Crypto
import Glibc
import InspectionCore

/// What a host runs plugins with.
public struct PluginHostOptions: Sendable {
  /// What confines programs.
  public var confinement: Confinement
  /// The runtime of WebAssembly, a name or a path; `nil` for `wasmkit`.
  public var wasmRuntime: String?
  /// The folder in which programs get private folders; nil for the system's.
  public var scratch: String?

  /// Creates options.
  ///
  /// - Parameter confinement: what confines programs; the strongest that works where it is left out.
  public init(
    confinement: Confinement? = nil, wasmRuntime: String? = nil, scratch: String? = nil
  ) {
    self.confinement = confinement ?? .strongest
    self.wasmRuntime = wasmRuntime
    self.scratch = scratch
  }
}

/// How a plugin is started here.
struct PluginCommand {
  /// The program and its arguments.
  let arguments: [String]
  /// What it needs to see.
  let visible: [String]
  /// The digest of the program, `sha256:…`.
  let digest: String

  init(_ plugin: PluginManifest, _ options: PluginHostOptions) throws(PluginFault) {
    guard let folder = Programs.realPath(plugin.folder) else { throw .noProgram(plugin.folder) }
    try PluginCommand.requireUnchanged(plugin, in: folder)
    var visible = [folder]
    let program = try PluginCommand.program(plugin, in: folder)
    if !program.hasPrefix(folder + "/") { visible.append(program) }
    switch plugin.runtime {
    case .python:
      let python = try PluginCommand.runtime("python3", &visible)
      arguments = [python, "-B", "-s", program]
    case .wasm:
      let runtime = try PluginCommand.runtime(options.wasmRuntime ?? "wasmkit", &visible)
      arguments = [runtime, "run", program]
    case .executable:
      guard access(program, X_OK) == 0 else { throw .noProgram(plugin.program) }
      visible += Programs.libraryFolders
      arguments = [program]
    }
    self.visible = visible
    guard let content = readWhole(program, limit: 512 << 20) else {
      throw .noProgram(plugin.program)
    }
    digest = "sha256:" + SHA256.hash(data: content).hexadecimal
  }

  /// What was pinned when the checklist was loaded must be what is started now, also where a process is
  /// started anew hours later.
  private static func requireUnchanged(
    _ plugin: PluginManifest, in folder: String
  ) throws(PluginFault) {
    for file in plugin.sources {
      guard let content = readWhole(folder + "/" + file.path, limit: 64 << 20),
        SHA256.hash(data: content).hexadecimal == file.digest
      else { throw .changed(file.path) }
    }
  }

  /// The program in the plugin's folder, or a built one beside this command.
  private static func program(
    _ plugin: PluginManifest, in folder: String
  ) throws(PluginFault) -> String {
    if let inside = Programs.realPath(folder + "/" + plugin.program),
      inside.hasPrefix(folder + "/")
    {
      return inside
    }
    guard plugin.runtime == .executable, let own = Programs.realPath("/proc/self/exe"),
      let name = plugin.program.split(separator: "/").last,
      let beside = Programs.realPath(Programs.folder(of: own) + "/" + name)
    else { throw .noProgram(plugin.program) }
    return beside
  }

  private static func runtime(
    _ name: String, _ visible: inout [String]
  ) throws(PluginFault) -> String {
    guard let path = Programs.find(name), let real = Programs.realPath(path) else {
      throw .noRuntime(name)
    }
    // A runtime outside the system's folders stands with its libraries around it.
    if !real.hasPrefix("/usr/") || real.hasPrefix("/usr/local/") {
      let folder = Programs.folder(of: real)
      visible.append(folder.hasSuffix("/bin") ? Programs.folder(of: folder) : folder)
    }
    return real
  }

  /// The environment of every plugin: nothing of the host's.
  static func environment(home: String) -> [String] {
    [
      "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=" + home,
      "TMPDIR=" + home, "PYTHONHASHSEED=0", "PYTHONDONTWRITEBYTECODE=1", "PYTHONUTF8=1",
    ]
  }
}
