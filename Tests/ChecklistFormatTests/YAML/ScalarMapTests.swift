import Diagnostics
import TestSupport
import Testing

@testable import ChecklistFormat

@Suite("A place inside a scalar's value leads back to where it was written")
struct ScalarMapTests {
  /// The value's `word` must be found at the marker; the fixture is one mapping with the key `a`.
  @Test(
    "Every style",
    arguments: [
      "a: x 1️⃣word", "a: 'x ''y'' 1️⃣word'", "a: \"x \\\"ế\\u1EBF\\x41\\U0001F600\\t 1️⃣word\"",
      "a: \"x \\\n   \\  1️⃣word\"", "a: \"x\n\n\n   y 1️⃣word\"", "a: x\n  y\n\n  z 1️⃣word",
      "a: 'x  \n   1️⃣word'", "a: |\n  x\n\n    y\n  \tz 1️⃣word\n", "a: |2-\n    x\n   1️⃣word",
      "a: >\n  x\n  y\n\n    z\n    u\n  v 1️⃣word\n\n", "a: |+ # why\n\n  x 1️⃣word\n\n\n",
      "a: x\t\ty 1️⃣word",
      "a: Tre\u{309} e\u{302}\u{301}m\u{323} 1️⃣word",
      "a: \"Tre\\u0309 e\u{302}\\u0301m 1️⃣word\"", "\u{FEFF}a: x 1️⃣word", "a: 'x\ty 1️⃣word'",
      "a: \"\\  x\\/y 1️⃣word \"",
    ], ["\n", "\r\n", "\r"])
  func styles(_ fixture: String, _ lineBreak: String) throws {
    let marked = MarkedText(fixture.replacing("\n", with: lineBreak))
    let place = try #require(marked.markers["1️⃣"])
    let source = SourceText(name: "f", text: marked.text)
    let node = try value(of: "a", in: source)
    let text = try #require(node.scalar?.text)
    let word = try #require(text.utf8.firstRange(of: "word".utf8))
    let lower = text.utf8.distance(from: text.utf8.startIndex, to: word.lowerBound)
    let range = ScalarMap(node, in: source).range(of: SourceRange(lower, lower + 4))
    #expect(range == SourceRange(place, place + 4))
  }

  @Test("A second reading spells every scalar as libyaml did, whatever stands in it")
  func spelling() throws {
    var random = SeededGenerator(seed: 20_241_110)
    let pieces = [
      " ", " ", "\n", "\n", "\r\n", "\n  ", "\n   ", "\n    ", "\t", "a", "ế", "e\u{302}\u{301}",
      "😀", "''",
      "\\\"", "\\n", "\\\n", "\\ ", "\\\\", "\\x41", "\\u1EBF", "b c", "-", ".", "\\_", "\\t",
      "\\/",
    ]
    let openings = [
      ("a: ", "\n"), ("a: '", "'\n"), ("a: \"", "\"\n"), ("a: |\n  ", "\n"),
      ("a: >\n  ", "\n"), ("a: >-\n  ", "\n"), ("a: |+\n  ", "\n"), ("a: |1\n  ", "\n"),
      ("a: >2+\n    ", "\n"),
    ]
    var read = 0
    for _ in 0..<6_000 {
      let (before, after) = openings.randomElement(using: &random) ?? ("", "")
      var text = before
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      text += after + "b: 1\n"
      let source = SourceText(name: "f", text: text)
      guard let node = try? value(of: "a", in: source), let (value, style) = node.scalar else {
        continue
      }
      read += 1
      let spelling = ScalarSpelling(style, node.range, in: source)
      #expect(spelling.offsets(of: node.written ?? value) != nil, "\(text.debugDescription)")
    }
    #expect(read > 2_000)
  }

  @Test("A place past the end of a value at the end of the file stays in the file")
  func end() throws {
    for text in ["a :", "a: ''", "a: x", "a: |\n  x", "a: \"e\u{301}\""] {
      let source = SourceText(name: "f", text: text)
      let map = ScalarMap(try value(of: "a", in: source), in: source)
      for inner in [SourceRange(0, 1), SourceRange(0, 9), SourceRange(5, 9)] {
        let range = map.range(of: inner)
        #expect(range.lower <= range.upper && range.upper <= source.bytes.count, "\(text)")
      }
    }
  }

  private func value(of key: String, in source: SourceText) throws -> YAMLNode {
    guard case .mapping(let entries) = try YAMLParser.parse(source).content else {
      throw CancellationError()
    }
    return try #require(entries.first { $0.key.scalar?.text == key }).value
  }
}
