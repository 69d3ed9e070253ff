import Foundation
import TestSupport
import Testing

@Suite("soat new writes a pack to begin with")
struct NewCommandTests {
  @Test(
    "The two commands it prints lint the pack without a word and score its example",
    arguments: ["vi", "en"], ["first-pack", "thư mục mới của tôi"])
  func printedCommands(language: String, folder: String) throws {
    let scratch = try ScratchFolder()
    let result = try Command.soat(
      ["new", folder, "--id", "first-pack", "--lang", language], in: scratch.url)
    try #require(result.status == 0, "\(result.errors)")
    let commands = result.output.split(separator: "\n").filter { $0.hasPrefix("  soat ") }
    try #require(commands.count == 2)

    let lint = try run(commands[0], in: scratch.url)
    #expect(lint.status == 0)
    #expect(lint.output.contains(language == "vi" ? "0 lỗi, 0 cảnh báo" : "0 errors, 0 warnings"))
    #expect(lint.output.split(separator: "\n").count == 1, "\(lint.output)")

    let score = try run(commands[1], in: scratch.url)
    #expect(score.status == 0 && score.errors.isEmpty, "\(score.errors)")
    #expect(score.output.contains("3/3"))
    for check in ["NS-01", "NS-02", "NS-03"] { #expect(score.output.contains(check)) }
    #expect(score.output.contains(language == "vi" ? "Xếp loại: Tốt" : "Grade: Good"))
  }

  @Test("Every file names a schema that stands in the pack, and its level is the one asked for")
  func files() throws {
    let scratch = try ScratchFolder()
    #expect(try Command.soat(["new", "packs", "--level", "school"], in: scratch.url).status == 0)
    let pack = scratch.url.appending(path: "packs")
    var yaml = 0
    for path in try FileManager.default.subpathsOfDirectory(atPath: pack.path)
    where path.hasSuffix(".yaml") {
      yaml += 1
      let file = pack.appending(path: path)
      let text = try String(contentsOf: file, encoding: .utf8)
      let first = text.prefix { $0 != "\n" }
      let mark = "# yaml-language-server: $schema="
      try #require(first.hasPrefix(mark), "\(path)")
      #expect(text.components(separatedBy: mark).count == 2, "\(path)")
      let schema = file.deletingLastPathComponent()
        .appending(path: String(first.dropFirst(mark.count))).standardizedFileURL
      #expect(FileManager.default.fileExists(atPath: schema.path), "\(path)")
    }
    #expect(yaml == 6)
    let main = try String(contentsOf: pack.appending(path: "checklist.yaml"), encoding: .utf8)
    #expect(main.contains("id: packs\n") && main.contains("levels: [school]"))
  }

  @Test("Far from any library it writes a calendar that claims nothing, and still lints clean")
  func withoutLibrary() throws {
    let scratch = try ScratchFolder()
    let binary = scratch.url.appending(path: "soat")
    try FileManager.default.copyItem(at: Command.binary, to: binary)
    let made = try Command.run(binary, ["new", "pack", "--lang", "en"], in: scratch.url)
    try #require(made.status == 0, "\(made.errors)")
    let calendar = try String(
      contentsOf: scratch.url.appending(path: "pack/calendars/vietnam.yaml"), encoding: .utf8)
    #expect(!calendar.contains("confirmed: true"))
    let lint = try Command.run(binary, ["lint", "pack", "--lang", "en"], in: scratch.url)
    #expect(lint.output == "6 files: 0 errors, 0 warnings\n")
    let score = try Command.run(
      binary,
      [
        "score", "--checklist", "pack", "--submission", "pack/examples/first.yaml", "--lang", "en",
      ], in: scratch.url)
    #expect(score.output.contains("provisional"))
  }

  @Test("An empty folder is filled; one that holds something is refused and left as it was")
  func existing() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.url.appending(path: "pack")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(try Command.soat(["new", "pack"], in: folder).status == 0)
    try FileManager.default.removeItem(at: folder.appending(path: "pack"))
    #expect(try Command.soat(["new", "pack/"], in: scratch.url).status == 0)

    let before = try FileManager.default.subpathsOfDirectory(atPath: scratch.url.path)
    for (arguments, mend) in [
      (["new", "pack"], "choose a new folder"), (["new", "pack/checklist.yaml"], "another name"),
      (["new", "."], "choose a new folder"), (["new", "Trẻ Em"], "--id"),
      (["new", "fresh", "--level", "cấp xã"], "--level"),
    ] {
      let refused = try Command.soat(arguments + ["--lang", "en"], in: scratch.url)
      #expect(refused.status == 2, "\(arguments)")
      #expect(refused.errors.contains(mend), "\(refused.errors)")
    }
    let empty = scratch.url.appending(path: "empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    #expect(try Command.soat(["new", "."], in: empty).errors.contains("soat new"))
    try FileManager.default.removeItem(at: empty)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch.url.path) == before)
  }

  @Test("What cannot be written in full is not written at all")
  func allOrNothing() throws {
    let scratch = try ScratchFolder()
    // The checklist can be written; the dictionary named by so long an id cannot.
    let id = String(repeating: "a", count: 300)
    let failed = try Command.soat(["new", "pack", "--id", id], in: scratch.url)
    #expect(failed.status == 3)
    #expect(try Command.soat(["new", "no-such-folder/pack"], in: scratch.url).status == 3)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch.url.path).isEmpty)
  }

  @Test("A new plugin appears whole, in any language", arguments: ["python", "swift", "wasm"])
  func plugins(language: String) throws {
    let scratch = try ScratchFolder()
    let made = try Command.soat(
      ["plugin", "new", "--language", language, "my-check"], in: scratch.url)
    #expect(made.status == 0, "\(made.errors)")
    let folder = scratch.url.appending(path: "Plugins/my-check")
    #expect(FileManager.default.fileExists(atPath: folder.appending(path: "plugin.yaml").path))
    if language == "swift" {
      #expect(
        FileManager.default.fileExists(
          atPath: folder.appending(path: "Sources/my-check/main.swift").path))
    }
  }

  private func run(_ line: Substring, in folder: URL) throws -> Command.Result {
    let binaries = Command.binary.deletingLastPathComponent().path
    return try Command.run(
      URL(filePath: "/bin/sh"), ["-c", String(line)], in: folder,
      environment: ["PATH": binaries + ":/usr/bin:/bin"])
  }
}

/// A temporary folder that goes when its value does.
private final class ScratchFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "soat-" + UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }
}
