import Diagnostics
import Foundation
import Testing

@testable import ChecklistFormat

@Suite("A hostile file of a pack is refused where the pack names it")
struct HostileFilesTests {
  @Test("A pipe as an include is refused and not waited for")
  func pipe() throws {
    let pack = try ScratchPack([
      "pack/checklist.yaml": ScratchPack.checklist(include: "area.yaml, pipe.yaml")
    ])
    try #require(mkfifo(pack.root + "/pack/pipe.yaml", 0o600) == 0)
    #expect(
      try pack.lint() == """
        checklist.yaml:7:22: error: cannot read pipe.yaml: is not a regular file [unreadable-file]
            7 | include: [area.yaml, pipe.yaml]
              |                      ^~~~~~~~~
        \("")
        """)
  }

  @Test("Ten megabytes are refused by their size, before anything is read")
  func tenMegabytes() throws {
    let pack = try ScratchPack(["pack/area.yaml": "a: " + String(repeating: "x", count: 10 << 20)])
    let text = try pack.lint()
    #expect(text.contains("is larger than the 4 MB allowed [unreadable-file]"))
    #expect(!text.contains("xxx"))
  }

  @Test("A whole area in UTF-16, with a mark, says so", arguments: [true, false])
  func sixteenBits(isLittle: Bool) throws {
    let pack = try ScratchPack()
    let area = ScratchPack.area(ScratchPack.check())
    let encoding: String.Encoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
    let text = try #require(area.data(using: encoding))
    try pack.write((isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]) + Array(text), to: "pack/area.yaml")
    #expect(
      try pack.lint().hasPrefix("area.yaml:1:1: error: the file is saved as UTF-16 [utf-16]\n"))
  }

  @Test("A file of a megabyte of brackets, quotes or marks gives one short diagnostic")
  func megabyte() throws {
    let units = ["[", "{a: ", "- ", "? ", "\"", "\"x\n", "\u{301}\u{323}", "&a ", "!", "'\n"]
    for unit in units {
      let text = String(repeating: unit, count: (1 << 20) / unit.utf8.count)
      let source = SourceText(name: "f.yaml", text: text)
      do throws(YAMLProblem) {
        _ = try YAMLParser.parse(source)
        Issue.record("\(unit) was read")
      } catch {
        #expect(
          DiagnosticRenderer().render(error.diagnostic, in: source).utf8.count < 2_000, "\(unit)")
      }
    }
  }

  @Test("Twenty thousand answers to one question are one answer and a count")
  func repeatedAnswers() throws {
    let answers = String(repeating: "  staff.total: 1\n", count: 20_000)
    let text = try ScratchPack().lint(submission: ScratchPack.submission(answers))
    #expect(text.hasSuffix("\n19899 more\n"))
  }

  @Test("A file named two hundred thousand times is one short diagnostic")
  func manyIncludes() throws {
    for key in ["include", "indicators", "citations"] {
      let many = Array(repeating: "area.yaml", count: 200_000).joined(separator: ", ")
      var main = ScratchPack.checklist()
      main =
        key == "include"
        ? main.replacing("[area.yaml]", with: "[\(many)]")
        : main.replacing("\(key): [", with: "\(key): [\(many), ")
      let text = try ScratchPack(["pack/checklist.yaml": main]).lint()
      #expect(text.contains("the list has 20000"), "\(key)")
      #expect(text.contains("items; 1000 are the most [list-too-long]"), "\(key)")
      #expect(text.utf8.count < 1_000, "\(key)")
    }
  }

  @Test("Over twenty thousand checks are refused, in one file or in several")
  func manyChecks() throws {
    let refused = "the checklist has more than 20000 checks [too-many-checks]"
    let one = ScratchPack.area(String(repeating: "  - {}\n", count: 20_001))
    let text = try ScratchPack(["pack/area.yaml": one]).lint()
    #expect(text.hasPrefix("area.yaml:2:1: error: " + refused))
    #expect(text.utf8.count < 1_000)
    var files = ["pack/checklist.yaml": ScratchPack.checklist(include: "a.yaml, b.yaml, c.yaml")]
    for name in ["a", "b", "c"] {
      files["pack/\(name).yaml"] = ScratchPack.area(
        (0..<8_000).map { "  - { id: \(name)-\($0) }" }.joined(separator: "\n"))
    }
    #expect(try ScratchPack(files).lint().contains("checklist.yaml:7:27: error: " + refused))
  }

  @Test("The files of a pack have a limit together")
  func manyMegabytes() throws {
    var files = [
      "pack/checklist.yaml": ScratchPack.checklist(include: "area.yaml, a.yaml, b.yaml, c.yaml")
    ]
    for name in ["a", "b", "c"] {
      files["pack/\(name).yaml"] =
        ScratchPack.area(ScratchPack.check(name)).replacing("staffing", with: name)
        + "\n" + String(repeating: "# xxxxxx\n", count: 400_000)
    }
    let text = try ScratchPack(files).lint()
    #expect(
      text.hasPrefix(
        "checklist.yaml:7:38: error: the files of the checklist come to more than 8 MB [too-much-text]"
      ))
    #expect(text.utf8.count < 1_000)
  }

  @Test("Checklists that extend each other in a long row are refused at the ninth")
  func longChain() throws {
    var files: [String: String] = [:]
    for number in 0..<300 {
      files["p\(number)/checklist.yaml"] = """
        soat: 1
        id: p\(number)
        version: 1
        title: { vi: "Một", en: "One" }
        extends: p\(number + 1)@1
        """
    }
    let pack = try ScratchPack(files)
    for number in [280, 291] {
      let loaded = try PackLoader.load(pack.root + "/p\(number)/checklist.yaml")
      #expect(loaded.diagnostics.all.map(\.code) == ["broken-base"])
    }
    var loading = PackLoading(path: pack.root + "/p0/checklist.yaml")
    loading.chain = (0..<8).map { "q\($0)@1" }
    #expect(try loading.load().diagnostics.all.map(\.code) == ["too-deep"])
  }

  @Test("Of a thousand misspelt names those that are shown come with the name meant")
  func misspelt() throws {
    let checks = (0..<1_000).map { ScratchPack.check("A-\($0)", "expr: staff.totl > \($0)") }
    let text = try ScratchPack(["pack/area.yaml": ScratchPack.area(checks.joined(separator: "\n"))])
      .lint()
    #expect(text.split(separator: "did you mean \"staff.total\"?").count == 101)
    #expect(text.hasSuffix("\n900 more\n"))
  }
}
