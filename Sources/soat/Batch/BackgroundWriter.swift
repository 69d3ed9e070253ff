import ChecklistFormat
import Glibc

/// Writes bundles of pieces one after the other on a thread of its own, so that the next is made meanwhile.
///
/// One bundle at most is under way; a failure is told with the one after it, or at the end.
final class BackgroundWriter {
  private let delivery: Delivery
  private var thread: pthread_t?
  private var failure: (any Error)?

  init(_ delivery: Delivery) { self.delivery = delivery }

  deinit { join() }

  /// Waits for the bundle before and writes this one.
  func add(_ pieces: [[UInt8]]) throws {
    try finish()
    thread = Threads.start { [self] in
      do { try write(pieces) } catch { failure = error }
    }
    // Where no thread is to be had, it takes longer.
    if thread == nil { try write(pieces) }
  }

  private func write(_ pieces: [[UInt8]]) throws {
    for piece in pieces { try delivery.add(piece) }
  }

  /// Waits until all is written.
  func finish() throws {
    join()
    if let failure { throw failure }
  }

  private func join() {
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }
}
