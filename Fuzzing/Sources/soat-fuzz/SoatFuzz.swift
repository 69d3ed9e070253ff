import Glibc

/// libFuzzer's own driver; it calls `unit` with one input after the other.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ unit: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// `soat-fuzz [libFuzzer's own flags] CORPUS`; the environment names the target and the folder to
/// work in, since libFuzzer starts itself anew to shrink an input or merge a corpus, and passes on
/// only the flags that it knows.
@main struct SoatFuzz {
  static func main() {
    guard let name = getenv("SOAT_FUZZ_TARGET").map({ String(cString: $0) }),
      let folder = getenv("SOAT_FUZZ_SCRATCH").map({ String(cString: $0) }),
      let target = Target(name, scratch: Scratch(folder: folder))
    else {
      print("soat-fuzz: to be started by Scripts/fuzz")
      exit(64)
    }
    chosen = target
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(
      runDriver(&count, &arguments) { start, count in
        chosen?.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }
}

/// The target of this process, here because a C function pointer captures nothing; set once, before
/// the driver starts, and then read by its one thread.
nonisolated(unsafe) private var chosen: Target?
