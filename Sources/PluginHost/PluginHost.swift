import Glibc
public import InspectionCore

/// Runs plugins and asks them what `pluginRequests` says: one process a plugin, for as many requests
/// as there are, started when the first one comes. A class, since it owns processes; it is used from
/// one thread.
public final class PluginHost {
  private var runners: [String: PluginRunner] = [:]
  private let options: PluginHostOptions
  /// Whether processes that leave a plugin's session are found and ended, too.
  private let adoptsOrphans: Bool

  /// Creates a host; nothing is started.
  ///
  /// - Parameters:
  ///   - plugins: the plugins that requests may be for, each name once.
  ///   - options: what they are run with.
  public init(_ plugins: [PluginManifest], options: @autoclosure () -> PluginHostOptions) {
    // What confines is found out only where there is something to confine.
    self.options =
      plugins.isEmpty ? PluginHostOptions(confinement: Confinement.none) : options()
    adoptsOrphans = plugins.isEmpty || ProcessTree.adoptOrphans()
    for plugin in plugins { runners[plugin.kind.id] = PluginRunner(plugin, self.options) }
  }

  /// The outcomes of requests, in their order; one for each, whatever a plugin does.
  public func outcomes(of queries: [PluginQuery]) -> [PluginOutcome] {
    var places: [String: [Int]] = [:]
    for (place, query) in queries.enumerated() {
      places[query.request.kind, default: []].append(place)
    }
    var outcomes = queries.map { _ in PluginOutcome.failed(PluginFault.noProgram("").message) }
    let guarding = BrokenPipes()
    for name in places.keys.sorted() {
      guard let runner = runners[name], let own = places[name] else { continue }
      for (place, outcome) in zip(own, runner.outcomes(of: own.map { queries[$0] })) {
        outcomes[place] = outcome
      }
    }
    guarding.end()
    return outcomes
  }

  /// A context with what plugins say of a submission.
  ///
  /// - Parameter folder: the folder that the submission's evidence stands in.
  public func context(
    _ context: AssessmentContext, for submission: Submission, _ checklist: CompiledChecklist,
    folder: String
  ) -> AssessmentContext {
    contexts([(submission, checklist, context, folder)])[0]
  }

  /// The same for several submissions at once, whose requests share what is in flight.
  public func contexts(
    _ items: [(Submission, CompiledChecklist, AssessmentContext, folder: String)]
  ) -> [AssessmentContext] {
    var queries: [PluginQuery] = []
    var counts: [Int] = []
    for (submission, checklist, context, folder) in items {
      let requests = pluginRequests(checklist, submission, context)
      counts.append(requests.count)
      queries += requests.map { PluginQuery($0, folder: folder) }
    }
    let outcomes = self.outcomes(of: queries)
    let records = self.records
    var first = 0
    return zip(items, counts).map { item, count in
      var context = item.2
      let names = item.1.checklist.plugins.map(\.id)
      context.plugins = records.filter { names.contains($0.name) }
      for place in first..<(first + count) {
        context.outcomes[queries[place].request.check] = outcomes[place]
      }
      first += count
      return context
    }
  }

  /// The plugins as they ran, sorted by name.
  public var records: [PluginRecord] {
    runners.keys.sorted().compactMap { name in
      guard var record = runners[name]?.record else { return nil }
      if !adoptsOrphans, let place = record.held.firstIndex(of: "session") {
        record.unheld.append(record.held.remove(at: place))
      }
      return record
    }
  }

  /// Whether there is any plugin.
  public var isEmpty: Bool { runners.isEmpty }

  /// Ends all processes, and with them all that they started.
  public func close() { runners = [:] }
}

/// Keeps a write to a pipe that nobody reads any more from ending this process.
struct BrokenPipes {
  private var before = sigset_t()
  private let wasPending: Bool

  init() {
    wasPending = BrokenPipes.isPending
    var pipes = BrokenPipes.set
    pthread_sigmask(SIG_BLOCK, &pipes, &before)
  }

  /// As it was before; a signal that came meanwhile is taken away.
  func end() {
    var pipes = BrokenPipes.set
    var none = timespec(tv_sec: 0, tv_nsec: 0)
    if BrokenPipes.isPending, !wasPending { _ = sigtimedwait(&pipes, nil, &none) }
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGPIPE)
    return set
  }

  private static var isPending: Bool {
    var set = sigset_t()
    sigpending(&set)
    return sigismember(&set, SIGPIPE) == 1
  }
}
