import Diagnostics
import Glibc
import InspectionCore

/// One plugin of a host: its process, which is started when it is first needed, and what becomes of
/// its requests when it fails. A class, since it owns the process.
final class PluginRunner {
  let plugin: PluginManifest
  private let options: PluginHostOptions
  private var conversation: Conversation?
  private var folder: PrivateFolder?
  private var command: PluginCommand?
  private var logs = ""
  private var starts = 0
  private var faultsInARow = 0
  private var faults = 0
  /// Faults in a row, and in all, after which a plugin is not started any more.
  private static let mostInARow = 3
  private static let mostFaults = 16
  /// How long a program may take to start at the least, whatever its limit: the host may be busy.
  private static let startSeconds = 5

  init(_ plugin: PluginManifest, _ options: PluginHostOptions) {
    self.plugin = plugin
    self.options = options
  }

  deinit { stop() }

  /// The outcomes of requests, in their order. All are asked at once; where anything goes wrong, the
  /// process is started again and each is asked alone, so that only the one at fault is in error.
  func outcomes(of queries: [PluginQuery]) -> [PluginOutcome] {
    guard !isGivenUp else { return queries.map { _ in .failed(PluginFault.givenUp.message) } }
    do throws(PluginFault) {
      let outcomes = try asked(queries)
      faultsInARow = 0
      return outcomes
    } catch {
      fail()
      guard queries.count > 1 || isWorthAnother(error) else {
        return queries.map { _ in .failed(error.message) }
      }
    }
    return queries.map(askedAlone)
  }

  /// The plugin as it ran.
  var record: PluginRecord {
    let bounds = options.confinement.bounds
    return PluginRecord(
      name: plugin.kind.id, version: plugin.kind.version, digest: plugin.kind.digest,
      program: command?.digest, held: starts > 0 ? bounds.held : [],
      unheld: starts > 0 ? bounds.unheld : [], restarts: max(0, starts - 1),
      log: logs + (conversation?.log.text ?? ""))
  }

  /// Ends the process in good order.
  ///
  /// - Throws: where it says or does anything but end.
  func finish() throws(PluginFault) {
    defer { stop() }
    try conversation?.finish()
  }

  // MARK: One process

  private func askedAlone(_ query: PluginQuery) -> PluginOutcome {
    guard !isGivenUp else { return .failed(PluginFault.givenUp.message) }
    do throws(PluginFault) {
      let outcome = try asked([query])[0]
      faultsInARow = 0
      return outcome
    } catch {
      fail()
      return .failed(error.message)
    }
  }

  /// Asks all, and then once more what the plugin is: answers that follow unasked come before that.
  private func asked(_ queries: [PluginQuery]) throws(PluginFault) -> [PluginOutcome] {
    let conversation = try running()
    var outcomes = [PluginOutcome?](repeating: nil, count: queries.count)
    var files = [[PluginOutcome.SentFile]](repeating: [], count: queries.count)
    try conversation.exchange(queries.count) { place, id in
      do throws(UnreadableEvidence) {
        let line = try RequestLine.check(id, queries[place], limits: plugin.limits)
        files[place] = line.files
        return line.bytes
      } catch {
        outcomes[place] = error.outcome
        return nil
      }
    } deliver: { place, answer in
      outcomes[place] = answer.outcome(of: queries[place].request, plugin.kind)
    }
    try describe(conversation)
    return outcomes.indices.map { place in
      var outcome = outcomes[place] ?? .failed(PluginFault.closedOutput.message)
      outcome.files = files[place]
      return outcome
    }
  }

  /// - Parameter seconds: how long it may take; nil for as long as any answer.
  func describe(
    _ conversation: Conversation, seconds: Int? = nil
  ) throws(PluginFault) {
    try conversation.exchange(1, seconds: seconds) { _, id in
      RequestLine.describe(id).bytes
    } deliver: { (_, answer) throws(PluginFault) in
      try answer.requireDescription(of: plugin.kind)
    }
  }

  /// The conversation with the process, which is started where it does not run.
  func running() throws(PluginFault) -> Conversation {
    if let conversation { return conversation }
    let command = try PluginCommand(plugin, options)
    self.command = command
    let folder = try PrivateFolder(in: options.scratch)
    let launch = Launch(
      arguments: options.confinement.wrapped(
        command.arguments, visible: command.visible, writable: folder.path),
      environment: PluginCommand.environment(home: folder.path),
      memory: UInt64(plugin.limits.memory) << 20,
      processorSeconds: UInt64(plugin.limits.processorSeconds))
    let started = Conversation(
      try PluginProcess(launch, in: folder.path), limits: plugin.limits)
    starts += 1
    self.folder = folder
    conversation = started
    try describe(started, seconds: max(plugin.limits.seconds, PluginRunner.startSeconds))
    return started
  }

  private var isGivenUp: Bool {
    faultsInARow >= PluginRunner.mostInARow || faults >= PluginRunner.mostFaults
  }

  private func fail() {
    faultsInARow += 1
    faults += 1
    stop()
  }

  private func stop() {
    conversation?.end()
    logs = String((logs + (conversation?.log.text ?? "")).suffix(32 << 10))
    conversation = nil
    folder = nil
  }

  /// Whether starting again could help: what is not there will not be there then either.
  private func isWorthAnother(_ fault: PluginFault) -> Bool {
    switch fault {
    case .noProgram, .changed, .noRuntime, .other, .misnamed: false
    default: true
    }
  }
}
