#if canImport(Glibc)
  import Glibc
#elseif canImport(WASILibc)
  import WASILibc
#endif

// Apart from the rest, which also compiles in Embedded Swift for wasm32, where a host in C reads and
// writes (Plugins/figures-agree/host.c).

extension CheckPlugin {
  /// Answers requests from standard input on standard output until the input ends.
  public func run() {
    var lines = InputLines()
    while let line = lines.next() {
      guard let answer = answer(to: line) else { continue }
      write(answer)
    }
  }

  private func write(_ bytes: [UInt8]) {
    var place = 0
    while place < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(1, buffer.baseAddress.map { $0 + place }, bytes.count - place)
      }
      if count < 0, errno == EINTR { continue }
      // Nobody listens any more.
      guard count > 0 else { exit(1) }
      place += count
    }
  }
}

/// The system's own `write`, out of reach where a function here has its name.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// The lines of standard input, read as they come.
private struct InputLines {
  private var bytes: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var room = [UInt8](repeating: 0, count: 1 << 16)

  /// The next line without its end; nil at the end of the input.
  mutating func next() -> [UInt8]? {
    while true {
      if let end = bytes[searched...].firstIndex(of: 0x0A) {
        let line = Array(bytes[start..<end])
        start = end + 1
        searched = start
        return line
      }
      searched = bytes.count
      bytes.removeFirst(start)
      searched -= start
      start = 0
      let count = read(0, &room, room.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      bytes += room[..<count]
    }
  }
}
