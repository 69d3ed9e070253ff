import Foundation
import TestSupport
import Testing

@Suite("The author's guide is true")
struct GuideTests {
  @Test("Every file, change and command does what the guide prints", arguments: Guide.languages)
  func walk(language: String) throws {
    let guide = try Guide(language)
    let walk = try GuideWalk(language)
    for block in guide.blocks { try walk.take(block) }
    #expect(walk.commands >= 15)
    #expect(walk.rules == 10)
    // What the reader has at the end is a pack without a fault, old version and new.
    for pack in [walk.pack, walk.pack + "-1"] {
      let lint = try walk.run("soat lint \(pack) --lang en")
      #expect(lint.status == 0 && lint.output.contains("0 errors, 0 warnings"), "\(lint.output)")
    }
  }

  @Test("Every kind of check has an example from a real pack", arguments: Guide.languages)
  func kinds(language: String) throws {
    let row =
      #/^\| [^|]+ \| `([a-z-]+)` \| (?:`([A-Z]+-[0-9]+)` \S+ ([a-z./-]+)|(?:xem phần|see part) 7) \|$/#
    var shown: Set<String> = []
    for line in try Guide(language).lines {
      guard let match = line.firstMatch(of: row) else { continue }
      let kind = String(match.1)
      shown.insert(kind)
      guard let check = match.2, let file = match.3 else { continue }
      let area = try Guide.read("Checklists/\(file)")
      let after = try #require(area.components(separatedBy: "- id: \(check)\n").dropFirst().first)
      let found = after.split(separator: "\n").first { $0.hasPrefix("    kind: ") }
      #expect(found == "    kind: \(kind)", "\(check) in \(file)")
    }
    let listed = try Self.withoutPlugins(["kinds", "--lang", "en"]).output
    let known = listed.split(separator: "\n").compactMap { line in
      line.firstMatch(of: #/^([a-z-]+) {2,}\S/#).map { String($0.1) }
    }
    #expect(known.count >= 9 && shown == Set(known), "\(listed)")
  }

  @Test("The times of the sections add up to an hour", arguments: Guide.languages)
  func minutes(language: String) throws {
    let times = try Guide(language).lines.compactMap { line in
      line.firstMatch(of: #/^## \d+\. .* \((\d+) (?:phút|minutes)\)$/#).flatMap { Int($0.1) }
    }
    #expect(times.count == 12)
    #expect(times.reduce(0, +) == 60)
  }

  @Test("Every link leads to a file", arguments: Guide.languages)
  func links(language: String) throws {
    let text = try Guide(language).lines.joined(separator: "\n")
    let links = text.matches(of: #/\]\(([^)#]+)/#).map { String($0.1) }
    #expect(links.count > 5)
    for link in links {
      let file = packageRoot.appending(path: "Documentation/\(link)")
      #expect(FileManager.default.fileExists(atPath: file.path), "\(link)")
    }
  }

  @Test("The line above every block names its file", arguments: Guide.languages)
  func named(language: String) throws {
    let guide = try Guide(language)
    for block in guide.blocks {
      guard let file = block.options["file"] ?? block.options["append"] else { continue }
      // The option is not shown where the page is rendered.
      #expect(guide.lines[block.line - 2].hasSuffix(" `\(file)`:"), "line \(block.line)")
    }
  }

  @Test("Both languages say the same in the same order")
  func mirrored() throws {
    let guides = try Guide.languages.map(Guide.init)
    #expect(guides[0].outline == guides[1].outline)
    #expect(guides.allSatisfy { $0.lines.count < 500 })
  }

  /// Runs `soat` where no plugin is to be found.
  private static func withoutPlugins(_ arguments: [String]) throws -> Command.Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try Command.soat(arguments, in: folder, environment: ["SOAT_PLUGINS": folder.path])
  }

  @Test("The references of the formats name every key of the schemas")
  func reference() throws {
    let pages = ["ChecklistFormat", "PluginProtocol", "Workspace", "Tracking"]
    let text = try pages.map { try Guide.read("Documentation/\($0).md") }.joined(separator: "\n")
    let words = Set(text.matches(of: #/[A-Za-z0-9_]+/#).map { String($0.0) })
    let schema = try Self.withoutPlugins(["schema"]).output
    let keys = propertyNames(try JSONSerialization.jsonObject(with: Data(schema.utf8)))
    #expect(keys.count > 100)
    #expect(keys.subtracting(words) == [])
  }

  @Test("An output that is not the one printed is noticed")
  func noticed() {
    let output = ["a", "b", "c", "d"]
    #expect(output.match(["a", "b", "c", "d"]))
    #expect(output.match(["…", "b", "…"]))
    #expect(output.match(["a", "…", "d"]))
    #expect(!output.match(["a", "b", "c"]))
    #expect(!output.match(["b", "…"]))
    #expect(!output.match(["…", "c", "b", "…"]))
    #expect(!output.match(["…", "c", "…", "b", "…"]))
    #expect(!output.match(["…", "c"]))
    #expect(!output.match([]))
  }
}

/// The names of all properties that a JSON Schema describes, at any depth.
private func propertyNames(_ schema: Any) -> Set<String> {
  if let list = schema as? [Any] { return Set(list.flatMap(propertyNames)) }
  guard let object = schema as? [String: Any] else { return [] }
  let properties = object["properties"] as? [String: Any] ?? [:]
  return Set(properties.keys).union(object.values.flatMap(propertyNames))
}

/// One guide, cut into what can be checked.
private struct Guide {
  static let languages = ["vi", "en"]

  /// A fenced block: ```` ```diff file=PATH ````.
  struct Block {
    let kind: String
    let options: [String: String]
    let body: [String]
    /// The line of the fence that opens it, from 1.
    let line: Int
  }

  let lines: [String]
  let blocks: [Block]

  init(_ language: String) throws {
    let text = try Guide.read("Documentation/AuthorGuide\(language == "vi" ? ".vi" : "").md")
    lines = text.components(separatedBy: "\n")
    var blocks: [Block] = []
    var open: (info: [String], line: Int, body: [String])?
    for (index, line) in lines.enumerated() {
      if line == "```", let block = open {
        var options: [String: String] = [:]
        for option in block.info.dropFirst() {
          let parts = option.components(separatedBy: "=")
          options[parts[0]] = parts.count > 1 ? parts[1] : ""
        }
        blocks.append(
          Block(kind: block.info[0], options: options, body: block.body, line: block.line))
        open = nil
      } else if open != nil {
        open?.body.append(line)
      } else if line.hasPrefix("```") {
        open = (line.dropFirst(3).components(separatedBy: " "), index + 1, [])
      }
    }
    try #require(open == nil, "a block is not closed")
    self.blocks = blocks
  }

  /// Blocks, headings and rows of tables in their order, without the words of one language.
  var outline: [String] {
    let fences = blocks.map { block in
      let commands = block.body.filter { $0.hasPrefix("$ ") }.count
      return "\(block.kind) \(block.options.keys.sorted()) \(commands)"
    }
    let headings = lines.filter { $0.hasPrefix("## ") }.count
    let rows = lines.filter { $0.hasPrefix("| ") }.count
    let items = lines.filter { $0.hasPrefix("- ") }.count
    return fences + ["\(headings) headings, \(rows) rows, \(items) items"]
  }

  static func read(_ path: String) throws -> String {
    try String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)
  }
}

/// A reader who does what the guide says, in a folder of its own beside the shipped checklists.
private final class GuideWalk {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "guide-" + UUID().uuidString)
  private let language: String
  /// The pack that the guide builds.
  let pack: String
  private(set) var commands = 0
  private(set) var rules = 0
  /// What a change that is only tried replaced.
  private var tried: (file: URL, text: String)?

  init(_ language: String) throws {
    self.language = language
    pack = language == "vi" ? "bang-kiem" : "my-pack"
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: "Checklists").resolvingSymlinksInPath(),
      to: folder.appending(path: "Checklists"))
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func take(_ block: Guide.Block) throws {
    switch (block.kind, block.options["file"], block.options["append"]) {
    case ("yaml", let path?, nil):
      try rewrite(path, block) { _ in block.text }
    case ("yaml", nil, let path?):
      try rewrite(path, block) { try #require($0, "line \(block.line)") + block.text }
    case ("diff", let path?, nil):
      try rewrite(path, block) { try changed(try #require($0, "line \(block.line)"), block) }
    case ("console", nil, nil):
      try type(block)
      if let tried { try Data(tried.text.utf8).write(to: tried.file) }
      tried = nil
    case ("cel", nil, nil):
      try compile(block)
    case ("sh", nil, nil):
      // Installs the command, which here is the one that was built.
      #expect(block.body == ["make release && sudo install .build/release/soat /usr/local/bin/"])
    default:
      Issue.record("line \(block.line): nothing checks this block")
    }
  }

  /// Runs a line as the reader's shell does.
  func run(_ line: String) throws -> Command.Result {
    let binaries = Command.binary.deletingLastPathComponent().path
    return try Command.run(
      URL(filePath: "/bin/sh"), ["-c", line], in: folder,
      environment: ["PATH": binaries + ":/usr/bin:/bin", "SOAT_LANG": language])
  }

  private func rewrite(
    _ path: String, _ block: Guide.Block, _ text: (String?) throws -> String
  ) throws {
    let file = folder.appending(path: path)
    let before = try? String(contentsOf: file, encoding: .utf8)
    if block.options["undo"] != nil {
      tried = (file, try #require(before, "line \(block.line)"))
    }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(try text(before).utf8).write(to: file)
  }

  /// The text after a change whose hunks, parted by `@@`, stand in it once each.
  private func changed(_ text: String, _ block: Guide.Block) throws -> String {
    var text = text
    for hunk in block.body.split(separator: "@@") {
      func side(_ marks: String) -> String {
        hunk.filter { $0.first.map(marks.contains) ?? false }.map { $0.dropFirst() + "\n" }.joined()
      }
      let parts = text.components(separatedBy: side(" -"))
      try #require(parts.count == 2, "line \(block.line): found \(parts.count - 1) times")
      text = parts.joined(separator: side(" +"))
    }
    return text
  }

  private func type(_ block: Guide.Block) throws {
    var sessions: [(command: String, output: [String])] = []
    for line in block.body {
      if line.hasPrefix("$ ") {
        sessions.append((String(line.dropFirst(2)), []))
      } else {
        try #require(!sessions.isEmpty, "line \(block.line)")
        sessions[sessions.count - 1].output.append(line)
      }
    }
    for (command, expected) in sessions {
      commands += 1
      let result = try run(command)
      let status = Int32(block.options["exit"] ?? "0")
      #expect(result.status == status, "line \(block.line): \(command)\n\(result.errors)")
      let output = (result.output + result.errors).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      let matches = output.dropLast(output.last == "" ? 1 : 0).map { $0 }.match(expected)
      #expect(matches, "line \(block.line): \(command)\n\(output.joined(separator: "\n"))")
    }
  }

  /// Makes each rule a check of a copy of the pack, which must lint clean.
  private func compile(_ block: Guide.Block) throws {
    let copy = folder.appending(path: "rules-of-the-guide")
    try FileManager.default.copyItem(at: folder.appending(path: pack), to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    var area = "area: { id: rules, title: { vi: \"Quy tắc\", en: \"Rules\" } }\nchecks:\n"
    for line in block.body {
      rules += 1
      area += """
          - id: R-\(rules)
            title: { vi: "Quy tắc \(rules)", en: "Rule \(rules)" }
            kind: rule
            expr: >-
              \(line.components(separatedBy: " // ")[0])
            points: 0
            class: practice
            severity: low

        """
    }
    try Data(area.utf8).write(to: copy.appending(path: "rules.yaml"))
    let main = copy.appending(path: "checklist.yaml")
    let text = try String(contentsOf: main, encoding: .utf8)
    try Data(text.replacing("\ninclude: [", with: "\ninclude: [rules.yaml, ").utf8).write(to: main)
    let lint = try run("soat lint rules-of-the-guide --lang en")
    #expect(
      lint.status == 0 && lint.output.contains("8 files: 0 errors, 0 warnings"), "\(lint.output)")
  }
}

extension Guide.Block {
  fileprivate var text: String { body.map { $0 + "\n" }.joined() }
}

extension [String] {
  /// Whether these lines are the expected ones, in which `…` stands for any number of lines.
  fileprivate func match(_ expected: [String]) -> Bool {
    guard let first = expected.first else { return isEmpty }
    guard first == "…" else {
      return self.first == first && Array(dropFirst()).match(Array(expected.dropFirst()))
    }
    let rest = Array(expected.dropFirst())
    return indices.contains { Array(self[$0...]).match(rest) } || [String]().match(rest)
  }
}
