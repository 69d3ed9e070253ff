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
}
