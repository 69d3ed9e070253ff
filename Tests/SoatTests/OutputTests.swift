import Foundation
import TestSupport
import Testing

@Suite("A result is written where it is asked for, and nothing else is touched")
final class OutputTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func write(to path: String) throws -> Command.Result {
    try Command.soat(scoreArguments(["ba-to-2024"], "--output", path))
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  @Test("A new file is for its owner alone; one that is there keeps its mode")
  func modes() throws {
    let file = folder.appending(path: "score.txt").path
    #expect(try write(to: file).status == 0)
    #expect(try mode(file) == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    #expect(try write(to: file).status == 0)
    #expect(try mode(file) == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["score.txt"])
  }

  @Test("A link is followed, not replaced")
  func link() throws {
    let file = folder.appending(path: "real.txt")
    let link = folder.appending(path: "link.txt")
    try Data("old".utf8).write(to: file)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    #expect(try write(to: link.path).status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("Ba Tơ"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
  }

  @Test("A pipe is written to and stays a pipe")
  func pipe() throws {
    let pipe = folder.appending(path: "pipe").path
    let script = """
      mkfifo "$1"; cat "$1" > "$1.out" & \
      "$0" score --checklist Checklists --as-of \(goldenDay) --output "$1" \
      --submission Checklists/examples/ba-to-2024.yaml; status=$?; wait; \
      test -p "$1" && grep -c "Ba Tơ" "$1.out"; exit $status
      """
    let result = try Command.run(
      URL(filePath: "/bin/sh"), ["-c", script, Command.binary.path, pipe])
    #expect(result.status == 0, "\(result.errors)")
    #expect((Int(result.output.trimmingCharacters(in: .newlines)) ?? 0) > 0, "\(result.output)")
  }

  @Test("An input is never overwritten")
  func inputs() throws {
    let copy = folder.appending(path: "in.yaml")
    let original = packageRoot.appending(path: "Checklists/examples/ba-to-2024.yaml")
      .resolvingSymlinksInPath()
    try FileManager.default.copyItem(at: original, to: copy)
    let result = try Command.soat([
      "score", "--checklist", "Checklists", "--submission", copy.path, "--output", copy.path,
    ])
    #expect(result.status == 2)
    #expect(try Data(contentsOf: copy) == Data(contentsOf: original))
  }

  @Test("Two checklists of one name and version are an error, never the last one silently")
  func twins() throws {
    let library = folder.appending(path: "Checklists")
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: "Checklists").resolvingSymlinksInPath(), to: library)
    try FileManager.default.copyItem(
      at: library.appending(path: "child-protection-district"),
      to: library.appending(path: "zz-copy"))
    let result = try Command.soat([
      "score", "--lang", "en", "--checklist", library.path, "--submission",
      library.appending(path: "examples/ba-to-2024.yaml").path,
    ])
    #expect(result.status == 1)
    #expect(result.errors.contains("zz-copy"))
    #expect(result.errors.contains("child-protection-district@2024.1 stands in"))
  }

  @Test("One checklist that cannot be loaded does not stop the others")
  func oneBrokenPack() throws {
    let broken = folder.appending(path: "checklist.yaml")
    try Data("soat: [".utf8).write(to: broken)
    let result = try Command.soat([
      "score", "--checklist", broken.path, "--checklist", "Checklists", "--checklist", "no-such",
      "--submission", "Checklists/examples/ba-to-2024.yaml",
    ])
    #expect(result.status == 3)
    #expect(result.output.contains("Huyện Ba Tơ"))
    #expect(result.errors.contains("no-such"))
    #expect(result.errors.contains(broken.path))
  }
}
