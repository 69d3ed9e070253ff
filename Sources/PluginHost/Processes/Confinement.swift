import Glibc
import InspectionCore

/// What keeps a program away from the network and the disk on this host.
public enum Confinement: String, Hashable, Sendable, CaseIterable {
  /// Bubblewrap: no network, no sight of other processes, of the disk only what it needs.
  case bubblewrap
  /// `unshare`: no network and no sight of other processes; the disk stays open.
  case unshare
  /// Nothing: limits and a session of its own alone.
  case none

  /// The strongest that works here, found out by running nothing in it.
  public static var strongest: Confinement {
    for candidate in [Confinement.bubblewrap, .unshare] where candidate.works { return candidate }
    return .none
  }

  /// The bounds that hold, and those that this host cannot hold.
  var bounds: (held: [String], unheld: [String]) {
    let always = [
      "wall-time", "cpu-time", "memory", "file-size", "output-size", "environment", "session",
    ]
    return switch self {
    case .bubblewrap: (always + ["network", "processes", "disk"], [])
    case .unshare: (always + ["network", "processes"], ["disk"])
    case .none: (always, ["network", "processes", "disk"])
    }
  }

  /// The program that confines.
  private var tool: String? {
    switch self {
    case .bubblewrap: Programs.find("bwrap")
    case .unshare: Programs.find("unshare")
    case .none: nil
    }
  }

  /// What runs a program confined.
  ///
  /// - Parameters:
  ///   - arguments: the program and its arguments, the paths as they stand on the disk.
  ///   - visible: folders and files that it needs to see besides system libraries, read-only.
  ///   - writable: the folder it may write to, where it starts.
  func wrapped(_ arguments: [String], visible: [String], writable: String) -> [String] {
    guard let tool else { return arguments }
    guard self == .bubblewrap else {
      return [
        tool, "--user", "--map-root-user", "--net", "--ipc", "--pid", "--fork", "--kill-child",
        "--mount-proc", "--",
      ] + arguments
    }
    var wrapper = [
      tool, "--unshare-all", "--die-with-parent", "--hostname", "plugin", "--proc", "/proc",
      "--dev", "/dev", "--tmpfs", "/tmp", "--ro-bind", "/usr", "/usr",
    ]
    for folder in ["/bin", "/sbin", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/alternatives"] {
      wrapper += ["--ro-bind-try", folder, folder]
    }
    for path in visible { wrapper += ["--ro-bind", path, path] }
    wrapper += ["--bind", writable, writable, "--chdir", writable, "--"]
    return wrapper + arguments
  }

  private var works: Bool {
    guard tool != nil else { return false }
    do throws(PluginFault) {
      let folder = try PrivateFolder()
      let launch = Launch(
        arguments: wrapped(["/usr/bin/true"], visible: [], writable: folder.path),
        environment: ["PATH=/usr/bin:/bin"], memory: 1 << 30, processorSeconds: 5)
      let process = try PluginProcess(launch, in: folder.path)
      process.closeInput()
      // It says on its error output why not, which nobody reads: a pipe holds that much.
      for _ in 0..<2_000 {
        if let status = process.statusSoon() { return status == .exited(0) }
      }
      return false
    } catch {
      return false
    }
  }
}

/// Programs of the system.
enum Programs {
  /// The path of a program by its name, or the name itself where it is a path.
  static func find(_ name: String) -> String? {
    let candidates = name.contains("/") ? [name] : folders.map { $0 + "/" + name }
    return candidates.first { access($0, X_OK) == 0 }
  }

  private static let folders: [String] = {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return ["/usr/bin", "/bin", "/usr/local/bin"]
      + path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
  }()

  /// A path with every link followed; nil where nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The folders of the libraries that this process itself runs with, but for the system's: what is
  /// built beside it runs with the same.
  static let libraryFolders: [String] = {
    guard let file = fopen("/proc/self/maps", "r") else { return [] }
    defer { fclose(file) }
    var folders: Set<String> = []
    var line = [CChar](repeating: 0, count: 4_096)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard let slash = text.firstIndex(of: "/") else { continue }
      let path = text[slash...].drop { $0 == " " }
      guard path.contains(".so") else { continue }
      let folder = Programs.folder(of: String(path))
      if !["/usr/", "/lib/", "/lib64/"].contains(where: { (folder + "/").hasPrefix($0) }) {
        folders.insert(folder)
      }
    }
    return folders.sorted()
  }()
}
