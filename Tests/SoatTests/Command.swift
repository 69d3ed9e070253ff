import Foundation
import TestSupport
import Testing

/// The `soat` command as a user runs it: a real process.
struct Command {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The binary that was built beside these tests.
  static let binary: URL = {
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "soat")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
        !isFolder.boolValue
      {
        return candidate
      }
    }
    return packageRoot.appending(path: ".build/debug/soat")
  }()

  /// Runs `soat` in the package's folder and waits for it; copies of the shipped checklists find the
  /// shipped plugins.
  static func soat(
    _ arguments: [String], in folder: URL = packageRoot, environment: [String: String] = [:]
  ) throws -> Result {
    let plugins = packageRoot.appending(path: "Plugins").path
    return try run(
      binary, arguments, in: folder,
      environment: ["SOAT_PLUGINS": plugins].merging(environment) { $1 })
  }

  /// Runs a program and waits for it; its output goes through files, so that none is too long.
  static func run(
    _ program: URL, _ arguments: [String], in folder: URL = packageRoot, input: Data? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let streams = ["in", "out", "err"].map { scratch.appending(path: $0) }
    try (input ?? Data()).write(to: streams[0])
    for stream in streams[1...] { try Data().write(to: stream) }

    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"]
      .merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
  }
}

/// The five worked submissions.
let workedSubmissions = [
  "khoai-chau-2019", "thach-that-2024", "dai-dong-2024", "ba-to-2024", "son-long-2024",
]

/// The day that golden files were assessed on.
let goldenDay = "2024-11-01"

func scoreArguments(_ submissions: [String], _ rest: String...) -> [String] {
  ["score", "--checklist", "Checklists", "--as-of", goldenDay] + rest + ["--submission"]
    + submissions.map { "Checklists/examples/\($0).yaml" }
}
