import Glibc
import InspectionCore

/// The exchange of lines with one process: a window of requests in flight, answers in any order, and
/// the bounds of time and size. A class, since it owns the process and what was read of it so far.
final class Conversation {
  private let process: PluginProcess
  private let limits: PluginLimits
  private var incoming = LineBuffer()
  private var outgoing: [UInt8] = []
  private var written = 0
  private var lastID = 0
  private var room = [UInt8](repeating: 0, count: 1 << 16)
  private(set) var log = PluginLog()

  /// How many requests are in flight at the most, and how many bytes of them wait to be written.
  static let window = 32
  private static let mostWaiting = 1 << 18

  init(_ process: PluginProcess, limits: PluginLimits) {
    self.process = process
    self.limits = limits
  }

  /// Asks requests and hands out the answers as they come.
  ///
  /// - Parameters:
  ///   - count: how many requests there are.
  ///   - window: how many are in flight at the most.
  ///   - seconds: how long each may take; nil for the plugin's own limit.
  ///   - compose: the line of a request under an id; nil where it need not be asked.
  ///   - deliver: takes the answer to a request.
  func exchange(
    _ count: Int, window: Int = Conversation.window, seconds: Int? = nil,
    compose: (_ place: Int, _ id: Int) throws(PluginFault) -> [UInt8]?,
    deliver: (_ place: Int, AnswerLine) throws(PluginFault) -> Void
  ) throws(PluginFault) {
    var next = 0
    var inFlight = 0
    let first = lastID + 1
    // The place of each id from the first on; negative once it is answered.
    var places: [Int] = []
    let seconds = seconds ?? limits.seconds
    var deadline = Clock.now + Clock.seconds(seconds)
    while true {
      if inFlight <= window / 2 {
        while next < count, inFlight < window, outgoing.count - written < Conversation.mostWaiting {
          if let line = try compose(next, lastID + 1) {
            lastID += 1
            places.append(next)
            outgoing += line
            inFlight += 1
          }
          next += 1
        }
        if inFlight == 0, next == count { return }
        try write()
      }
      try wait(until: deadline, seconds)
      let hasEnded = try read()
      var hasAnswer = false
      while let line = incoming.next() {
        let answer = try AnswerLine(line)
        let offset = answer.id - first
        guard places.indices.contains(offset) else {
          if offset < 0, answer.id > 0 { throw .twice(String(answer.id)) }
          throw .unknownID(String(answer.id))
        }
        guard places[offset] >= 0 else { throw .twice(String(answer.id)) }
        try deliver(places[offset], answer)
        places[offset] = -1
        inFlight -= 1
        hasAnswer = true
      }
      if incoming.waiting > limits.answer << 10 { throw .tooLong(kilobytes: limits.answer) }
      if hasAnswer { deadline = Clock.now + Clock.seconds(seconds) }
      if hasEnded, inFlight > 0 { throw ended() }
      if hasEnded, next == count, inFlight == 0 { return }
    }
  }

  /// Closes the input and waits until the process ends; what it still writes is a fault.
  func finish() throws(PluginFault) {
    process.closeInput()
    let deadline = Clock.now + Clock.seconds(limits.seconds)
    while true {
      try wait(until: deadline, limits.seconds)
      let hasEnded = try read()
      if let line = incoming.next() { throw .garbage(AnswerLine.shown(line)) }
      guard hasEnded else { continue }
      if incoming.waiting > 0 { throw .halfLine }
      switch process.statusSoon() {
      case .exited(0)?: return
      case let status?: throw .ended(status)
      case nil: throw .late(seconds: limits.seconds)
      }
    }
  }

  /// Ends the process, whatever it does.
  func end() {
    // What it said last may say why.
    readLog()
    process.end()
  }

  private func ended() -> PluginFault {
    if incoming.waiting > 0 { return .halfLine }
    guard let status = process.statusSoon() else { return .closedOutput }
    return .ended(status)
  }

  // MARK: Bytes

  private func wait(until deadline: UInt64, _ seconds: Int) throws(PluginFault) {
    while true {
      let now = Clock.now
      guard now < deadline else {
        // A child of it may hold its output open.
        if let status = process.status { throw .ended(status) }
        throw .late(seconds: seconds)
      }
      let hasMore = written < outgoing.count
      var polled = [
        pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: log.isOpen ? process.errors : -1, events: Int16(POLLIN), revents: 0),
        pollfd(
          fd: hasMore ? process.input ?? -1 : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let count = poll(&polled, 3, Int32((deadline - now) / 1_000_000 + 1))
      if count < 0, errno == EINTR { continue }
      if polled[1].revents != 0 {
        readLog()
        if log.isFlooded { throw .logFlood }
      }
      if polled[2].revents != 0 { try write() }
      if polled[0].revents != 0 { return }
    }
  }

  private func write() throws(PluginFault) {
    while written < outgoing.count {
      guard let input = process.input else { return }
      let count = outgoing.withUnsafeBytes { bytes in
        Glibc.write(input, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN { return }
        // It reads no more. Whether it ended, its output tells.
        process.closeInput()
        outgoing.removeAll(keepingCapacity: true)
        written = 0
        return
      }
      written += count
    }
    outgoing.removeAll(keepingCapacity: true)
    written = 0
  }

  /// Reads what there is; true at the end of its output.
  private func read() throws(PluginFault) -> Bool {
    while true {
      let count = Glibc.read(process.output, &room, room.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno != EAGAIN }
      if count == 0 { return true }
      incoming.add(room[..<count])
      // A flood is not read to its end before anybody looks at it.
      if count < room.count || incoming.waiting > limits.answer << 10 { return false }
    }
  }

  private func readLog() {
    while log.isOpen {
      let count = Glibc.read(process.errors, &room, room.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 {
        if errno != EAGAIN { log.close() }
        return
      }
      if count == 0 { return log.close() }
      log.add(room[..<count])
      if log.isFlooded || count < room.count { return }
    }
  }
}

/// Bytes that lines are taken from.
struct LineBuffer {
  private var bytes: [UInt8] = []
  /// Where the next line begins.
  private var start = 0
  /// Up to where no line ends.
  private var searched = 0

  mutating func add(_ more: ArraySlice<UInt8>) {
    if start > 0, start == bytes.count || start > 1 << 16 {
      bytes.removeFirst(start)
      searched -= start
      start = 0
    }
    bytes += more
  }

  /// The next whole line without its end.
  mutating func next() -> [UInt8]? {
    let end = bytes.withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress, searched < buffer.count,
        let found = memchr(base + searched, 0x0A, buffer.count - searched)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
    guard let end else {
      searched = bytes.count
      return nil
    }
    let line = Array(bytes[start..<end])
    start = end + 1
    searched = start
    return line
  }

  /// How many bytes wait for the end of their line, or for being looked at.
  var waiting: Int { bytes.count - start }
}

/// What a plugin writes on standard error: the beginning is kept, the rest counted.
struct PluginLog {
  private static let kept = 16 << 10
  private static let most = 8 << 20
  private var bytes: [UInt8] = []
  private var count = 0
  private(set) var isOpen = true

  mutating func add(_ more: ArraySlice<UInt8>) {
    count += more.count
    bytes += more.prefix(max(0, PluginLog.kept - bytes.count))
  }

  mutating func close() { isOpen = false }

  /// Whether it is more than anybody could mean to be read.
  var isFlooded: Bool { count > PluginLog.most }

  /// The text, as far as it was kept.
  var text: String {
    let text = String(decoding: bytes, as: UTF8.self)
    return count > bytes.count ? text + "\n… (\(count - bytes.count) B)" : text
  }
}

/// Time that never goes back, in nanoseconds.
enum Clock {
  static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  static func seconds(_ count: Int) -> UInt64 { UInt64(count) * 1_000_000_000 }
}
