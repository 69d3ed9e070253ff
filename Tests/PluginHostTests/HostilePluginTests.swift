import CEL
import Diagnostics
import Foundation
import InspectionCore
import JSON
import Testing

@testable import PluginHost

/// A plugin that does something it should not, and what has to come of it.
struct Misbehaviour: Sendable, CustomTestStringConvertible {
  let program: String
  /// What the cause says in English; nil where the answer counts.
  let cause: String?
  /// Whether it keeps every check from being judged, and not only its own.
  var isTotal = false
  var processorSeconds = 60
  /// Short only where the limit itself is awaited: a crowded machine takes seconds to start a process.
  var seconds = 30

  var testDescription: String { program }

  static let all: [Misbehaviour] = [
    Misbehaviour(program: "hang", cause: "no answer within 2 s", seconds: 2),
    Misbehaviour(program: "spin", cause: "no answer within 2 s", seconds: 2),
    Misbehaviour(program: "spin", cause: "processor time", processorSeconds: 1),
    Misbehaviour(program: "exit-quietly", cause: "ended without having answered"),
    Misbehaviour(program: "exit-code", cause: "exit code 3"),
    Misbehaviour(program: "traceback", cause: "exit code 1"),
    Misbehaviour(program: "segfault", cause: "signal 11"),
    Misbehaviour(program: "stop-itself", cause: "no answer within 2 s", seconds: 2),
    Misbehaviour(program: "endless-line", cause: "longer than 64 KB"),
    Misbehaviour(program: "endless-lines", cause: "no answer: x"),
    Misbehaviour(program: "garbage", cause: "no answer: Traceback"),
    Misbehaviour(program: "empty-line", cause: "a line that is no answer"),
    Misbehaviour(program: "not-an-object", cause: "no answer: [1, 2]"),
    Misbehaviour(program: "wrong-id", cause: "not sent, \"999999\""),
    Misbehaviour(program: "id-of-words", cause: "not sent, \"../etc\""),
    Misbehaviour(program: "number-as-id", cause: "a line that is no answer"),
    Misbehaviour(program: "twice", cause: "twice"),
    Misbehaviour(program: "answer-an-old-one", cause: "\"1\" twice"),
    Misbehaviour(program: "not-utf8", cause: "not UTF-8"),
    Misbehaviour(program: "half-line-and-exit", cause: "inside a line"),
    Misbehaviour(program: "half-line-and-hang", cause: "no answer within 2 s", seconds: 2),
    Misbehaviour(program: "drip", cause: "no answer within 2 s", seconds: 2),
    Misbehaviour(program: "close-output", cause: "closed its output"),
    Misbehaviour(program: "close-input", cause: "no answer within 2 s", seconds: 2),
    Misbehaviour(program: "log-flood", cause: "standard error"),
    Misbehaviour(program: "fork-many", cause: "no answer within 2 s", seconds: 2),
    Misbehaviour(program: "daemon", cause: nil),
    Misbehaviour(program: "group-of-its-own", cause: "exit code 1"),
    Misbehaviour(program: "child-holds-output", cause: "exit code 1"),
    Misbehaviour(program: "memory", cause: "exit code 1"),
    Misbehaviour(program: "huge-file", cause: "exit code 1"),
    Misbehaviour(program: "litter", cause: nil),
    Misbehaviour(program: "deep", cause: "a line that is no answer"),
    Misbehaviour(program: "duplicate-keys", cause: "a line that is no answer"),
    Misbehaviour(program: "unknown-verdict", cause: "\"verdict\""),
    Misbehaviour(program: "no-reason", cause: "\"reason\""),
    Misbehaviour(program: "reason-with-escapes", cause: "\"reason\""),
    Misbehaviour(program: "reason-of-two-lines", cause: "\"reason\""),
    Misbehaviour(program: "score-above-one", cause: "\"score\""),
    Misbehaviour(program: "met-with-score", cause: "\"score\""),
    Misbehaviour(program: "score-as-float", cause: "\"score\""),
    Misbehaviour(program: "position-elsewhere", cause: "\"positions\""),
    Misbehaviour(program: "used-what-was-not-sent", cause: "\"used\""),
    Misbehaviour(program: "too-long", cause: "longer than 64 KB"),
    Misbehaviour(program: "will-not-end", cause: nil),
    Misbehaviour(program: "last-word", cause: nil),
    Misbehaviour(program: "another-version", cause: "hostile 2.0", isTotal: true),
    Misbehaviour(program: "speaks-first", cause: "no answer: hello", isTotal: true),
    Misbehaviour(program: "never-describes", cause: "exit code 9", isTotal: true),
    Misbehaviour(program: "there-is-no-such-file", cause: "no program", isTotal: true),
  ]
}

@Suite("Hostile plugins", .serialized)
struct HostilePluginTests {
  /// All without confinement; those that leave the process or end it also with the strongest there is.
  static let cases: [(Misbehaviour, Confinement)] =
    Misbehaviour.all.map { ($0, .none) }
    + Misbehaviour.all.filter { confined.contains($0.program) }.map { ($0, .strongest) }

  static let confined: Set<String> = [
    "hang", "exit-code", "segfault", "close-input", "fork-many", "daemon", "group-of-its-own",
    "child-holds-output", "memory", "huge-file", "litter", "will-not-end", "twice",
    "never-describes",
  ]

  @Test(
    "A plugin that misbehaves spoils its own check and leaves nothing behind", arguments: cases)
  func misbehaviour(_ misbehaviour: Misbehaviour, _ confinement: Confinement) throws {
    let place = try ScratchPlace()
    let host = place.host(misbehaviour, confinement)
    let checks = ["first", "bad", "last"]
    let outcomes = host.outcomes(
      of: checks.map { place.query("hostile", $0) } + checks.map { place.query("sound", $0) })
    for (check, outcome) in zip(checks, outcomes) {
      if misbehaviour.isTotal || (check == "bad" && misbehaviour.cause != nil) {
        #expect(outcome.verdict == .error, "\(check)")
        let cause = try #require(misbehaviour.cause)
        #expect(
          outcome.reason.en.contains(cause) || outcome.reason.en.contains("failed too often"),
          "\(check): \(outcome.reason.en)")
      } else {
        #expect(outcome.verdict == .met, "\(check): \(outcome.reason.en)")
      }
    }
    // Another plugin of the same host never notices.
    for outcome in outcomes[3...] { #expect(outcome.verdict == .met, "\(outcome.reason.en)") }
    host.close()
    #expect(try place.leftFiles == [])
    #expect(Self.leftProcesses == [])
  }

  @Test("A plugin at fault every time is given up, and each of its checks says why")
  func givenUp() throws {
    let place = try ScratchPlace()
    let host = place.host(Misbehaviour(program: "exit-code", cause: nil), .none)
    let outcomes = host.outcomes(of: (0..<40).map { _ in place.query("hostile", "bad") })
    #expect(outcomes.allSatisfy { $0.verdict == .error })
    #expect(outcomes[0].reason.en.contains("exit code 3"))
    #expect(outcomes[39].reason.en.contains("failed too often"))
    #expect((host.records.first { $0.name == "hostile" }?.restarts ?? 0) <= 3)
    // What comes later is refused without another start.
    #expect(host.outcomes(of: [place.query("hostile", "first")])[0].verdict == .error)
    host.close()
    #expect(Self.leftProcesses == [])
  }

  @Test("Bubblewrap hides disk, network, processes and environment, and the record says so")
  func hidden() throws {
    let place = try ScratchPlace()
    let confinement = Confinement.strongest
    try withKnownIssue("bubblewrap does not work on this host") {
      let host = place.host(Misbehaviour(program: "peek", cause: nil), confinement)
      let outcome = host.outcomes(of: [place.query("hostile", "bad")])[0]
      #expect(outcome.reason.en == "nothing")
      let record = try #require(host.records.first { $0.name == "hostile" })
      #expect(record.unheld == [])
      #expect(record.held.contains("network"))
      host.close()
    } when: {
      confinement != .bubblewrap
    }
  }

  @Test("Without confinement the record says which bounds did not hold")
  func unconfined() throws {
    let place = try ScratchPlace()
    let host = place.host(Misbehaviour(program: "hang", cause: nil), .none)
    #expect(host.outcomes(of: [place.query("sound", "bad")])[0].verdict == .met)
    let record = try #require(host.records.first { $0.name == "sound" })
    #expect(record.unheld == ["network", "processes", "disk"])
    #expect(record.program?.hasPrefix("sha256:") == true)
    host.close()
  }

  /// Processes of this tree's hostile programs, by their command lines.
  private static var leftProcesses: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil }.compactMap { id in
      guard let line = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") else {
        return nil
      }
      let text = String(decoding: line, as: UTF8.self)
      return text.contains(ScratchPlace.hostile + "/") ? "\(id) \(text)" : nil
    }
  }
}

/// A folder of its own for what plugins may leave.
final class ScratchPlace {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "plugins-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var leftFiles: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path) }
  }

  static let hostile = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Hostile").path

  /// A host of the plugin and of a sound one beside it.
  func host(_ misbehaviour: Misbehaviour, _ confinement: Confinement) -> PluginHost {
    let limits = PluginLimits(
      seconds: misbehaviour.seconds, processorSeconds: misbehaviour.processorSeconds, memory: 256)
    return PluginHost(
      [
        plugin("hostile", misbehaviour.program, limits),
        plugin("sound", "sound", PluginLimits()),
      ], options: PluginHostOptions(confinement: confinement, scratch: path))
  }

  private func plugin(
    _ name: String, _ program: String, _ limits: PluginLimits
  ) -> PluginManifest {
    PluginManifest(
      kind: ExternalKind(
        id: name, version: "1.0", title: LocalizedText(same: name),
        summary: LocalizedText(same: name), givesPartialCredit: true),
      folder: ScratchPlace.hostile, runtime: .python, program: program + ".py", limits: limits)
  }

  func query(_ plugin: String, _ check: String) -> PluginQuery {
    let body = "{\"kind\":\"\(plugin)\",\"check\":\"\(check)\",\"parameters\":{}}"
    return PluginQuery(
      PluginRequest(
        kind: plugin, check: check, parameters: [], body: Array(body.utf8), evidence: []),
      folder: "")
  }
}
