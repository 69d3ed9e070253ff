import ChecklistFormat
import Glibc

/// Writes pieces one after the other on a thread of its own, so that the next is made meanwhile.
///
/// One piece at most is under way; a failure is told with the piece after it, or at the end.
final class BackgroundWriter {
  private let delivery: Delivery
  private var thread: pthread_t?
  private var failure: (any Error)?

  init(_ delivery: Delivery) { self.delivery = delivery }

  deinit { join() }

  /// Waits for the piece before and writes this one.
  func add(_ bytes: [UInt8]) throws {
    try finish()
    thread = Threads.start { [self] in
      do { try delivery.add(bytes) } catch { failure = error }
    }
    // Where no thread is to be had, it takes longer.
    if thread == nil { try delivery.add(bytes) }
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
