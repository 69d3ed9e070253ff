package import Glibc

/// Work that several threads share.
package enum Threads {
  /// How many threads make sense on this machine, eight at the most: more would wait for the disk.
  package static let sensible = min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 8)

  /// The values of all indices below `count`, in their order, computed by up to `threads` threads;
  /// the calling thread is one of them.
  package static func map<Value: Sendable>(
    _ count: Int, threads: Int, _ value: @Sendable (Int) -> Value
  ) -> [Value] {
    guard threads > 1, count > 1 else { return (0..<count).map(value) }
    return withoutActuallyEscaping(value) { value in
      let work = SharedWork(count: count, value: value)
      var started: [pthread_t] = []
      for _ in 1..<min(threads, count) {
        // A thread that cannot be had leaves its share to the others.
        if let thread = start({ work.run() }) { started.append(thread) }
      }
      work.run()
      for thread in started { pthread_join(thread, nil) }
      return work.values
    }
  }

  /// A thread that runs something, to be joined once; nil where none can be had.
  package static func start(_ body: @escaping () -> Void) -> pthread_t? {
    let handed = Unmanaged.passRetained(ThreadBody(body))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { handed in
        guard let handed else { return nil }
        Unmanaged<ThreadBody>.fromOpaque(handed).takeRetainedValue().run()
        return nil
      }, handed.toOpaque())
    guard failure == 0 else {
      handed.release()
      return nil
    }
    return thread
  }
}

/// What a thread does, in a form that C can hand over.
private final class ThreadBody {
  let run: () -> Void

  init(_ run: @escaping () -> Void) {
    self.run = run
  }
}

/// Indices that threads take one by one, and what they made of them, behind one lock.
private final class SharedWork<Value: Sendable> {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let value: @Sendable (Int) -> Value
  private var next = 0
  private var found: [Value?]

  init(count: Int, value: @escaping @Sendable (Int) -> Value) {
    self.value = value
    found = [Value?](repeating: nil, count: count)
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// All values, once no thread runs any more.
  var values: [Value] { found.compactMap { $0 } }

  func run() {
    while let index = take() {
      let made = value(index)
      pthread_mutex_lock(lock)
      found[index] = made
      pthread_mutex_unlock(lock)
    }
  }

  private func take() -> Int? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    guard next < found.count else { return nil }
    next += 1
    return next - 1
  }
}
