import Foundation
import TestSupport
import Testing

@Suite("soat fmt")
struct FormatCommandTests {
  private static let rough = "checks:\r\n- title: x # c\r\n  id: a\r\n"
  private static let tidy = "checks:\n  - id: a\n    title: x # c\n"

  @Test("Files are rewritten in place and those that changed are named; the mode of a file stays")
  func rewrite() throws {
    let scratch = try FormatFolder()
    let file = try scratch.write(Self.rough, to: "a.yaml")
    try scratch.write(Self.tidy, to: "b.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    let first = try Command.soat(["fmt", "a.yaml", "b.yaml"], in: scratch.url)
    #expect(first.status == 0 && first.output == "a.yaml\n" && first.errors.isEmpty)
    #expect(try scratch.read("a.yaml") == Self.tidy)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let second = try Command.soat(["fmt", "a.yaml", "b.yaml"], in: scratch.url)
    #expect(second.status == 0 && second.output.isEmpty)
    #expect(try scratch.names() == ["a.yaml", "b.yaml"])
  }

  @Test("A folder stands for its .yaml files, not for hidden ones or files of other programs")
  func folder() throws {
    let scratch = try FormatFolder()
    for path in ["p/a.yaml", "p/q/b.yaml", "p/.hidden/c.yaml", "p/.d.yaml", "p/e.txt"] {
      try scratch.write(Self.rough, to: path)
    }
    try scratch.write("services:   {a: 1}\n", to: "p/compose.yaml")
    try FileManager.default.createSymbolicLink(
      at: scratch.url.appending(path: "p/q/round"), withDestinationURL: scratch.url)
    let result = try Command.soat(["fmt", "p", "--lang", "en"], in: scratch.url)
    #expect(result.status == 0)
    #expect(result.output == "p/a.yaml\np/q/b.yaml\n")
    #expect(result.errors.contains("p/compose.yaml") && result.errors.contains("left as it is"))
    for path in ["p/.hidden/c.yaml", "p/.d.yaml", "p/e.txt"] {
      #expect(try scratch.read(path) == Self.rough, "\(path)")
    }
    #expect(try scratch.read("p/compose.yaml") == "services:   {a: 1}\n")
    let named = try Command.soat(["fmt", "p/compose.yaml", "--lang", "en"], in: scratch.url)
    #expect(named.status == 2 && named.errors.contains("--as"))
  }

  @Test("A link is followed: the file behind it changes and the link stays")
  func link() throws {
    let scratch = try FormatFolder()
    try scratch.write(Self.rough, to: "real.yaml")
    let link = scratch.url.appending(path: "link.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: link.path, withDestinationPath: "real.yaml")
    let result = try Command.soat(["fmt", "link.yaml"], in: scratch.url)
    #expect(result.output == "link.yaml\n")
    #expect(try scratch.read("real.yaml") == Self.tidy)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "real.yaml")
  }

  @Test("--check and --diff change nothing; --check ends with 1 where something would change")
  func checkAndDiff() throws {
    let scratch = try FormatFolder()
    try scratch.write(Self.rough.replacing("\r\n", with: "\n"), to: "a.yaml")
    try scratch.write(Self.tidy, to: "b.yaml")
    let before = try scratch.read("a.yaml")
    let check = try Command.soat(["fmt", "--check", "."], in: scratch.url)
    #expect(check.status == 1 && check.output == "./a.yaml\n")
    #expect(try Command.soat(["fmt", "--check", "b.yaml"], in: scratch.url).status == 0)
    let difference = """
      --- a.yaml
      +++ a.yaml
      @@ -1,3 +1,3 @@
       checks:
      -- title: x # c
      -  id: a
      +  - id: a
      +    title: x # c

      """
    let diff = try Command.soat(["fmt", "--diff", "a.yaml", "b.yaml"], in: scratch.url)
    #expect(diff.status == 0 && diff.output == difference, "\(diff.output)")
    let both = try Command.soat(["fmt", "--diff", "--check", "a.yaml"], in: scratch.url)
    #expect(both.status == 1 && both.output == difference)
    #expect(try scratch.read("a.yaml") == before)
  }

  @Test("The difference is one that patch can apply")
  func patch() throws {
    let scratch = try FormatFolder()
    let source = packageRoot.appending(path: "Checklists/child-protection-district/staffing.yaml")
    let text = try String(contentsOf: source.resolvingSymlinksInPath(), encoding: .utf8)
    let rough = text.replacing("    kind: ", with: "    kind:   ").replacing(
      "{ vi: ", with: "{vi: ")
    try #require(rough != text)
    try scratch.write(rough, to: "a.yaml")
    let diff = try Command.soat(["fmt", "--diff", "a.yaml"], in: scratch.url)
    try scratch.write(diff.output, to: "a.diff")
    let patched = try Command.run(
      URL(filePath: "/bin/sh"),
      ["-c", "command -v patch >/dev/null || exit 77; patch -s a.yaml a.diff"],
      in: scratch.url)
    if patched.status == 77 { return }
    #expect(patched.status == 0, "\(patched.output)\(patched.errors)")
    let byPatch = try scratch.read("a.yaml")
    try scratch.write(rough, to: "a.yaml")
    #expect(try Command.soat(["fmt", "a.yaml"], in: scratch.url).status == 0)
    #expect(try scratch.read("a.yaml") == byPatch)
  }

  @Test("A file with errors is shown with its caret and left alone; the others go on")
  func errors() throws {
    let scratch = try FormatFolder()
    try scratch.write("checks: [\n", to: "a.yaml")
    try scratch.write(Self.rough, to: "b.yaml")
    let result = try Command.soat(["fmt", ".", "--lang", "en"], in: scratch.url)
    #expect(result.status == 1 && result.output == "./b.yaml\n")
    #expect(result.errors.contains("./a.yaml:") && result.errors.contains("[yaml-syntax]"))
    #expect(result.errors.contains("^"))
    #expect(try scratch.read("a.yaml") == "checks: [\n")
    for language in ["vi", "en"] {
      let missing = try Command.soat(["fmt", "no.yaml", "--lang", language], in: scratch.url)
      #expect(missing.status == 3 && missing.errors.contains("no.yaml: "))
    }
    #expect(try Command.soat(["fmt"], in: scratch.url).status == 2)
    let empty = scratch.url.appending(path: "empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    #expect(try Command.soat(["fmt", "empty"], in: scratch.url).status == 3)
    try scratch.write(String(repeating: "# x\n", count: 3 << 20), to: "large.yaml")
    let large = try Command.soat(["fmt", "large.yaml", "--lang", "en"], in: scratch.url)
    #expect(large.status == 3 && large.errors.contains("larger than the 4 MB"))
  }

  @Test("- reads standard input and writes standard output; --as names the kind")
  func standardInput() throws {
    func run(_ arguments: [String], _ input: String) throws -> Command.Result {
      try Command.run(Command.binary, ["fmt"] + arguments, input: Data(input.utf8))
    }
    let told = try run(["-"], Self.rough)
    #expect(told.status == 0 && told.output == Self.tidy)
    let untold = try run(["-", "--lang", "en"], "title: x\nid: a\n")
    #expect(untold.status == 2 && untold.output.isEmpty && untold.errors.contains("--as"))
    let named = try run(["--as", "checklist", "-"], "title: x\nid: a\n")
    #expect(named.status == 0 && named.output == "id: a\ntitle: x\n")
    #expect(try run(["--check", "-"], Self.rough).status == 1)
    #expect(try run(["--diff", "-"], Self.rough).output.hasPrefix("--- <stdin>\n"))
    let broken = try run(["-"], "checks: [")
    #expect(broken.status == 1 && broken.output.isEmpty)
    #expect(try run(["-", "a.yaml"], "").status == 2)
    #expect(try run(["--as", "poem", "-"], "").status == 2)
  }
}

/// A temporary folder that goes when its value does.
private final class FormatFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  @discardableResult
  func write(_ text: String, to path: String) throws -> URL {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }

  func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted()
  }
}
