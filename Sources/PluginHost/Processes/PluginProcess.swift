import CPluginProcess
import Glibc
import InspectionCore

/// A program that runs, with its pipes. A class, since it owns a process and descriptors.
final class PluginProcess {
  private let id: pid_t
  /// What it reads, nil once it is closed.
  private(set) var input: Int32?
  /// What it writes.
  let output: Int32
  /// What it writes besides.
  let errors: Int32
  private var hasEnded = false

  /// Starts a program.
  init(_ launch: Launch, in folder: String) throws(PluginFault) {
    let pipes = [Pipe(), Pipe(), Pipe()]
    guard pipes.allSatisfy(\.isOpen) else {
      for pipe in pipes { pipe.close() }
      throw .notStarted(errno)
    }
    let id = ProcessTree.start {
      launch.start(
        in: folder, input: pipes[0].reading, output: pipes[1].writing, error: pipes[2].writing)
    }
    close(pipes[0].reading)
    close(pipes[1].writing)
    close(pipes[2].writing)
    guard id > 0 else {
      close(pipes[0].writing)
      close(pipes[1].reading)
      close(pipes[2].reading)
      throw .notStarted(-id)
    }
    self.id = id
    input = pipes[0].writing
    output = pipes[1].reading
    errors = pipes[2].reading
    for descriptor in [pipes[0].writing, output, errors] {
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }
    // Room for what is in flight, so that neither side waits for the other at every request.
    _ = fcntl(pipes[0].writing, PluginProcess.setPipeSize, 1 << 20)
    _ = fcntl(output, PluginProcess.setPipeSize, 1 << 20)
  }

  /// `F_SETPIPE_SZ`, which the overlay does not name.
  private static let setPipeSize: Int32 = 1031

  /// Tells the program that nothing more comes.
  func closeInput() {
    if let input { close(input) }
    input = nil
  }

  /// How the program ended by itself; nil where it runs.
  var status: ExitStatus? { ProcessTree.status(of: id) }

  /// How the program ended by itself, waiting a moment for it; nil where it still runs.
  func statusSoon() -> ExitStatus? {
    for _ in 0..<50 {
      if let status = ProcessTree.status(of: id) { return status }
      usleep(1_000)
    }
    return nil
  }

  /// Ends the program and all that it started.
  @discardableResult
  func end() -> ExitStatus? {
    guard !hasEnded else { return nil }
    hasEnded = true
    closeInput()
    let status = ProcessTree.end(id)
    close(output)
    close(errors)
    return status
  }

  deinit { end() }
}

/// Both ends of a pipe; a negative one where there is none.
private struct Pipe {
  let reading: Int32
  let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if plugin_pipe(&ends) != 0 { ends = [-1, -1] }
    reading = ends[0]
    writing = ends[1]
  }

  var isOpen: Bool { reading >= 0 }

  func close() {
    if isOpen {
      Glibc.close(reading)
      Glibc.close(writing)
    }
  }
}

/// What is started, with which bounds.
struct Launch: Sendable {
  /// The program and its arguments; the first is a path.
  var arguments: [String]
  /// The environment.
  var environment: [String]
  /// Bytes of address space.
  var memory: UInt64
  /// Seconds of processor time.
  var processorSeconds: UInt64

  /// The most bytes of a file that a program writes.
  static let largestFile: UInt64 = 16 << 20

  fileprivate func start(
    in folder: String, input: Int32, output: Int32, error: Int32
  ) -> pid_t {
    let arguments = CStrings(self.arguments)
    let environment = CStrings(self.environment)
    return folder.withCString { folder in
      var launch = plugin_launch()
      launch.path = UnsafePointer(arguments.pointers[0])
      launch.folder = folder
      launch.input = input
      launch.output = output
      launch.error = error
      launch.memory = memory
      launch.file_size = Launch.largestFile
      launch.processor_seconds = processorSeconds
      return arguments.pointers.withUnsafeBufferPointer { arguments in
        environment.pointers.withUnsafeBufferPointer { environment in
          launch.arguments = arguments.baseAddress
          launch.environment = environment.baseAddress
          return plugin_start(&launch)
        }
      }
    }
  }
}

/// Texts as C wants them; a class, since it frees them.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) {
    pointers = texts.map { strdup($0) } + [nil]
  }

  deinit {
    for pointer in pointers { free(pointer) }
  }
}
