import CPluginProcess
import Glibc
import Synchronization

/// The processes of plugins as the system knows them. A program may start others, and those may leave
/// its session: they become children of this process, which ends them.
enum ProcessTree {
  /// The programs that run now, by process id; children are children of the whole process.
  private static let running = Mutex<Set<pid_t>>([])

  /// Starts a program and notes it at once: nobody may take it for an orphan in between.
  ///
  /// - Parameter start: gives the process id, or a negative error.
  static func start(_ start: () -> pid_t) -> pid_t {
    running.withLock { running in
      let program = start()
      if program > 0 { running.insert(program) }
      return program
    }
  }

  /// Makes what plugins leave behind children of this process.
  ///
  /// - Returns: whether the system does that.
  static func adoptOrphans() -> Bool { plugin_adopt_orphans() == 0 }

  /// Ends a program with all that it started, and gives how it ended.
  static func end(_ program: pid_t) -> ExitStatus {
    kill(-program, SIGKILL)
    for member in members(ofSession: program) { kill(member, SIGKILL) }
    var status: Int32 = 0
    while waitpid(program, &status, 0) < 0, errno == EINTR {}
    running.withLock { _ = $0.remove(program) }
    endOrphans()
    return ExitStatus(status)
  }

  /// How a program ended, where it has; nil while it runs. It still counts as running.
  static func status(of program: pid_t) -> ExitStatus? {
    var information = siginfo_t()
    guard waitid(P_PID, id_t(program), &information, WEXITED | WNOHANG | WNOWAIT) == 0,
      information.si_signo == SIGCHLD
    else { return nil }
    let value = information._sifields._sigchld.si_status
    return information.si_code == CLD_EXITED ? .exited(value) : .killed(value)
  }

  /// Ends children of this process that left the session of a program: only those, since a session
  /// of their own that is no running program's is nothing that anybody else here starts.
  private static func endOrphans() {
    let own = getpid()
    let session = getsid(0)
    for _ in 0..<200 {
      let isDone = running.withLock { programs in
        let orphans = all().filter { process in
          process.parent == own && process.session != session && !programs.contains(process.id)
            && !programs.contains(process.session)
        }
        for orphan in orphans {
          kill(orphan.id, SIGKILL)
          kill(-orphan.session, SIGKILL)
          var status: Int32 = 0
          while waitpid(orphan.id, &status, 0) < 0, errno == EINTR {}
        }
        return orphans.isEmpty
      }
      if isDone { return }
    }
  }

  private static func members(ofSession session: pid_t) -> [pid_t] {
    all().filter { $0.session == session }.map(\.id)
  }

  private struct Process {
    let id: pid_t
    let parent: pid_t
    let session: pid_t
  }

  private static func all() -> [Process] {
    guard let folder = opendir("/proc") else { return [] }
    defer { closedir(folder) }
    var found: [Process] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let id = pid_t(name), let process = process(id) else { continue }
      found.append(process)
    }
    return found
  }

  /// What `/proc/ID/stat` says: the name stands in brackets and may hold anything, what is wanted
  /// comes after the last one.
  private static func process(_ id: pid_t) -> Process? {
    let descriptor = open("/proc/\(id)/stat", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0, let bracket = bytes[..<count].lastIndex(of: UInt8(ascii: ")")) else {
      return nil
    }
    let fields = bytes[(bracket + 1)..<count].split(separator: UInt8(ascii: " "))
    guard fields.count > 3, let parent = pid_t(String(decoding: fields[1], as: UTF8.self)),
      let session = pid_t(String(decoding: fields[3], as: UTF8.self))
    else { return nil }
    return Process(id: id, parent: parent, session: session)
  }
}

/// How a program ended.
enum ExitStatus: Hashable, Sendable {
  case exited(Int32)
  case killed(Int32)

  /// - Parameter status: as `waitpid` gives it.
  init(_ status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
  }

  /// The signal; a wrapper gives that of the program it ran as 128 and the number.
  var signal: Int32? {
    switch self {
    case .killed(let signal): signal
    case .exited(let code): (129...192).contains(code) ? code - 128 : nil
    }
  }
}
