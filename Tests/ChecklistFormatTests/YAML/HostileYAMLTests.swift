import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ChecklistFormat

@Suite("A hostile or broken file is answered with one clear diagnostic")
struct HostileYAMLTests {
  @Test("It gives exactly this text", arguments: yamlCases)
  func golden(_ item: GoldenCase) throws {
    let expected = try #require(yamlGolden[item.name])
    #expect(try item.text() == expected)
  }

  @Test("Recording", .enabled(if: isRecording))
  func recording() throws {
    try record(yamlCases, as: "yamlGolden")
  }

  @Test("A byte order mark and the line breaks of every system are accepted")
  func accepted() throws {
    for lineBreak in ["\n", "\r\n", "\r"] {
      for mark in ["", "\u{FEFF}"] {
        var files: [String: String] = [:]
        for (path, text) in ScratchPack.sound {
          files[path] = mark + text.replacing("\n", with: lineBreak)
        }
        #expect(try ScratchPack(files).lint() == "")
      }
    }
  }

  @Test("The caret is right after CRLF, lone CR and a byte order mark")
  func carets() throws {
    for lineBreak in ["\n", "\r\n", "\r"] {
      let area = ScratchPack.area(
        ScratchPack.check("A-1", "expr: >\n      'ế' == 'ế' &&\n      staff.totl > 1"))
      let pack = try ScratchPack([
        "pack/area.yaml": "\u{FEFF}" + area.replacing("\n", with: lineBreak)
      ])
      #expect(
        try pack.lint() == """
          area.yaml:8:7: error: there is no name "staff.totl" [unknown-name]
              8 |       staff.totl > 1
                |       ^~~~~~~~~~
                = did you mean "staff.total"?

          """)
    }
  }

  @Test("A real file cut off at any byte is read or reported, and never crashes")
  func truncated() throws {
    let bytes = try FileBytes.read(
      library + "/child-protection-commune/budget.yaml", limit: 1 << 20)
    for length in 0..<bytes.count {
      let reader = FileReader(SourceText(name: "f", bytes: Array(bytes[..<length])))
      var isRead = false
      do throws(YAMLProblem) {
        isRead =
          AreaReader(reader: reader, kinds: PackKinds(PluginShelf(), packIn: ""))
          .area(try YAMLParser.parse(reader.source)) != nil
      } catch {
        reader.report(error.diagnostic)
      }
      #expect(isRead || reader.log.hasErrors)
      for diagnostic in reader.diagnostics.all {
        #expect(diagnostic.range.upper <= length)
      }
    }
  }

  @Test("An expression of 20,000 parentheses is refused at its place")
  func parentheses() throws {
    let deep = String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000)
    let pack = try ScratchPack([
      "pack/area.yaml": ScratchPack.area(ScratchPack.check("A-1", "expr: \(deep) > 0"))
    ])
    #expect(try pack.lint().hasPrefix("area.yaml:6:"))
  }

  @Test("Twenty thousand unknown keys and answers are counted, a hundred shown")
  func manyKeys() throws {
    let keys = (0..<20_000).map { "k\($0): 1" }.joined(separator: "\n")
    let pack = try ScratchPack([
      "pack/area.yaml": ScratchPack.area(ScratchPack.check()) + "\n" + keys
    ])
    #expect(try pack.lint().hasSuffix("\n19900 more\n"))
    let answers = (0..<20_000).map { "  k.k\($0): 1" }.joined(separator: "\n")
    #expect(
      try ScratchPack().lint(submission: ScratchPack.submission(answers)).hasSuffix(
        "\n19900 more\n"))
  }

  @Test("Many places on one line are found, each at its byte")
  func longLine() throws {
    let text = "[" + (0..<20_000).map { "{ế: \($0)}" }.joined(separator: ", ") + "]"
    let source = SourceText(name: "f", text: text)
    guard case .sequence(let nodes) = try YAMLParser.parse(source).content else {
      Issue.record("no list")
      return
    }
    for (index, node) in nodes.enumerated() {
      #expect(source.text(of: node.range) == "{ế: \(index)}")
    }
  }

  @Test("An alias counts as deep as what it stands for, and as no deeper")
  func aliasDepth() throws {
    // The mapping around the lines is the first level.
    for (lists, isRead) in [(15, true), (16, false)] {
      let source = SourceText(name: "f", text: aliasTower(lists: lists, lines: 2))
      #expect(((try? YAMLParser.parse(source)) != nil) == isRead, "\(lists)")
    }
    let source = SourceText(name: "f", text: aliasTower(lists: 1, lines: 31))
    #expect(try YAMLParser.parse(source).height == 32)
    let shared = "a: &a [[x]]\nb: [*a, *a]\nc: { d: *a, e: [*a, y] }\n"
    #expect(try YAMLParser.parse(SourceText(name: "f", text: shared)).height == 5)
  }

  @Test("Thirty marks in a row are read; sixty texts of thousands are refused at the first")
  func marks() throws {
    let source = SourceText(
      name: "f", text: "a: e" + piled(30) + "\nb: x" + piled(30) + "y" + piled(30))
    #expect(try YAMLParser.parse(source).size == 5)
    let many = (0..<60).map { "k\($0): \"e\(piled(31_800))\"\n" }.joined()
    #expect(throws: YAMLProblem.self) { try YAMLParser.parse(SourceText(name: "f", text: many)) }
  }

  @Test("Every code point that is or becomes a mark counts as one")
  func markCounts() {
    for value in UInt32(0)...0x10_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      guard let first = text.decomposedStringWithCanonicalMapping.unicodeScalars.first else {
        continue
      }
      let isMark = first.properties.canonicalCombiningClass != .notReordered
      let isRefused = String(repeating: text, count: 31).piledMarks != nil
      #expect(isMark == isRefused, "U+\(String(value, radix: 16, uppercase: true))")
    }
  }

  @Test("A message quotes what an author wrote on one line, and not at length")
  func quoting() {
    #expect(shown("a\nb\tc") == "a b c")
    #expect(shown(String(repeating: "ế", count: 61)) == String(repeating: "ế", count: 60) + "…")
  }
}

private func yaml(_ name: String, _ bytes: [UInt8], _ language: Language = .en) -> GoldenCase {
  GoldenCase(name) {
    let source = SourceText(name: "f.yaml", bytes: bytes)
    do throws(YAMLProblem) {
      _ = try YAMLParser.parse(source)
      return "read\n"
    } catch {
      return DiagnosticRenderer(language: language).render(error.diagnostic, in: source)
    }
  }
}

private func yaml(_ name: String, _ text: String, _ language: Language = .en) -> GoldenCase {
  yaml(name, Array(text.utf8), language)
}

private let bomb =
  "a: &a [x, x, x, x, x, x, x, x, x]\n"
  + zip("abcdefgh", "bcdefghi").map { before, name in
    "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ", ") + "]\n"
  }.joined()

/// Lines of lists within lists, each around the line before.
private func aliasTower(lists: Int, lines: Int) -> String {
  let opening = String(repeating: "[", count: lists)
  let closing = String(repeating: "]", count: lists)
  return (0..<lines).map { line in
    "a\(line): &a\(line) \(opening)\(line == 0 ? "x" : "*a\(line - 1)")\(closing)\n"
  }.joined()
}

/// Marks that composing must put in order.
private func piled(_ count: Int) -> String {
  String((0..<count).map { $0.isMultiple(of: 2) ? "\u{301}" : "\u{323}" }.joined())
}

private let textBomb =
  "a: &a \"" + String(repeating: "x", count: 60_000) + "\"\nb: ["
  + Array(repeating: "*a", count: 200).joined(separator: ", ") + "]\n"

private let yamlCases: [GoldenCase] = [
  yaml("empty", ""), yaml("byte order mark alone", "\u{FEFF}"),
  yaml("only comments", "# a\n  # b\n"),
  yaml("only a document mark", "---\n"),
  yaml("alias bomb", bomb), yaml("alias bomb of one long text", textBomb),
  yaml("alias depth", aliasTower(lists: 30, lines: 160)),
  yaml("alias one too deep", aliasTower(lists: 16, lines: 2), .vi),
  yaml("piled marks", "a: b\nc: x e" + piled(31) + " y"),
  yaml("piled marks in a key", "e" + piled(40) + ": 1", .vi),
  yaml("piled marks by escapes", "a: \"e" + String(repeating: "\\u0301", count: 40) + "\""),
  yaml("piled marks across lines", "a: \"e" + piled(20) + "\\\n  " + piled(20) + "\""),
  yaml("recursive alias", "a: &a [*a]"), yaml("unknown alias", "a: *b", .vi),
  yaml("long scalar", "a: b\nc: " + String(repeating: "x", count: 100_000)),
  yaml("deep flow", String(repeating: "[", count: 10_000)),
  yaml("deep flow mappings", String(repeating: "{a: ", count: 10_000)),
  yaml(
    "deep blocks",
    (0..<10_000).map { String(repeating: " ", count: $0) + "a:\n" }.prefix(200).joined()),
  yaml("deep block sequences", String(repeating: "- ", count: 10_000) + "a"),
  yaml("200,000 keys", (0..<200_000).map { "k\($0):\n" }.joined()),
  yaml("invalid UTF-8", Array("a: tr".utf8) + [0xE1, 0xBA] + Array("b\n".utf8)),
  yaml(
    "a legacy Vietnamese encoding", Array("a: Huy".utf8) + [0xD6, 0x6E] + Array("\n".utf8), .vi),
  yaml("overlong UTF-8", [0x61, 0x3A, 0x20, 0xC0, 0xAF]),
  yaml("surrogate in UTF-8", [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80]),
  yaml("NUL", "a: b\u{0}c"), yaml("escape character", "a: b\u{1B}[31m"),
  yaml("DEL", "a: \u{7F}", .vi),
  yaml("NUL by an escape", #"a: "b\0c""#), yaml("escape character by an escape", #"a: "x\e[31m""#),
  yaml("line separator", "a: b # c\u{2028}d: e"), yaml("next line", "a: b\u{85}c: d", .vi),
  yaml("text turned around", "a: b\u{202E}c"), yaml("byte order mark inside", "a: b\n\u{FEFF}c: d"),
  yaml("line separator by an escape", #"a: "b\Lc""#),
  yaml("UTF-16 LE with a mark", [0xFF, 0xFE, 0x61, 0]),
  yaml("UTF-16 BE with a mark", [0xFE, 0xFF, 0, 0x61], .vi),
  yaml("UTF-16 LE without a mark", [0x61, 0, 0x3A, 0]),
  yaml("UTF-16 BE without a mark", [0, 0x61, 0, 0x3A]),
  yaml("tab as indentation", "a:\n\tb: c"),
  yaml("tab as indentation, in Vietnamese", "a:\n  b: c\n\td: e", .vi),
  yaml("merge key", "a: &a { b: 1 }\nc: { <<: *a }"), yaml("tag", "a: !!python/object:os.system x"),
  yaml("verbatim tag on a list", "a: !<tag:yaml.org,2002:set> [b]"),
  yaml("several documents", "a: b\n---\nc: d\n", .vi), yaml("list as key", "? [a, b]\n: c"),
  yaml("alias of a list as key", "a: &a [b]\n*a : c"),
  yaml("colon in a text", "a: b: c"), yaml("quote never closed", "a: \"b\nc: d\ne: f\n"),
  yaml("brace never closed", "a: { b: c\nd: e\n"),
  yaml("bracket never closed", "a: [b, c\nd: e\n", .vi),
  yaml("wrong indentation", "a:\n    b: c\n  d: e"), yaml("key without a colon", "a: b\nc\nd: e"),
  yaml("at sign", "a: @b"), yaml("wrong escape", #"a: "C:\soat""#),
  yaml("half a surrogate by an escape", #"a: "\uD800""#),
  yaml("item where a value belongs", "a: - b"), yaml("unknown directive", "%YAML 9.9\n---\na: b"),
  yaml("comma at the start of a list", "a: [, b]"),
]
