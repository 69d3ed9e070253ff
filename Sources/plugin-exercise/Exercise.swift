import CEL
import Diagnostics
import Glibc
import InspectionCore
import JSON
import PluginHost

/// Asks a plugin that does next to nothing as often as it can, and tells what that costs the host:
/// `plugin-exercise FOLDER COUNT`, where FOLDER holds the program `echo`.
@main
struct Exercise {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let count = Int(arguments[2]), count > 0 else {
      complain("plugin-exercise FOLDER COUNT\n")
      exit(2)
    }
    let plugin = PluginManifest(
      kind: ExternalKind(
        id: "echo", version: "1.0.0", title: LocalizedText(same: "echo"),
        summary: LocalizedText(same: "echo")),
      folder: arguments[1], runtime: .executable, program: "echo")
    let host = PluginHost([plugin], options: PluginHostOptions())
    let body = """
      {"kind":"echo","check":"TT-03","unit":{"code":"quang-ngai/ba-to","level":"district","classes":\
      ["mountain"]},"period":{"from":"2024-01-01","to":"2024-10-31"},"parameters":{"claimed":\
      {"value":"133"}}}
      """
    let query = PluginQuery(
      PluginRequest(
        kind: "echo", check: "TT-03", parameters: ["claimed"], body: Array(body.utf8),
        evidence: []),
      folder: "")
    // Starting is not what is asked.
    _ = host.outcomes(of: [query])
    let before = (memory(), processor())
    let start = time()
    var asked = 0
    var met = 0
    while asked < count {
      // As many as a batch of submissions brings.
      let queries = Array(repeating: query, count: min(256, count - asked))
      for outcome in host.outcomes(of: queries) where outcome.verdict == .met { met += 1 }
      asked += queries.count
    }
    let wall = time() - start
    let after = (memory(), processor())
    guard met == count else {
      complain("\(count - met) of \(count) were not answered\n")
      exit(1)
    }
    print(
      "\(count) requests, confined by \(PluginHostOptions().confinement.rawValue): wall "
        + "\(micro(wall, count)) us, host's processor time \(micro(after.1 - before.1, count)) us "
        + "a request; memory \(before.0) to \(after.0) KB")
    host.close()
  }

  private static func complain(_ text: String) { write(2, text, text.utf8.count) }

  private static func micro(_ seconds: Double, _ count: Int) -> String {
    let tenths = Int((seconds / Double(count) * 1e7).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func time() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Processor time of this process alone.
  private static func processor() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory of this process so far, in KB.
  private static func memory() -> Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss
  }
}
