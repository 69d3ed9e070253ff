import Diagnostics
import Testing

@testable import ChecklistFormat

/// A rule of the formatter with a text that breaks it and the same text put right.
struct FormatExample: Sendable, CustomTestStringConvertible {
  let rule: String
  let file: FormatFile
  let before: String
  let after: String

  init(_ rule: String, _ file: FormatFile = .area, _ before: String, _ after: String) {
    self.rule = rule
    self.file = file
    self.before = before
    self.after = after
  }

  var testDescription: String { rule }
}

let formatExamples: [FormatExample] = layoutExamples + commentExamples + orderExamples

/// The text of a file in the one style.
func formatted(_ text: String, as file: FormatFile? = .area) throws -> String {
  try formatted(Array(text.utf8), as: file)
}

func formatted(_ bytes: [UInt8], as file: FormatFile? = .area) throws -> String {
  try YAMLFormatter.formatted(SourceText(name: "test.yaml", bytes: bytes), as: file).text
}

@Suite("Formatting keeps every comment and the meaning")
struct FormatRuleTests {
  @Test("Each rule puts its example right and then leaves it alone", arguments: formatExamples)
  func rule(example: FormatExample) throws {
    let once = try formatted(example.before, as: example.file)
    #expect(once == example.after, "\(once)")
    #expect(try formatted(once, as: example.file) == once)
  }

  @Test("CRLF and lone CR become LF, and a byte order mark goes")
  func lineEnds() throws {
    let text = "\u{FEFF}# c\r\narea: { id: a }\rchecks:\r\n  - id: |\r\n      x\r\n\r\n      y\r\n"
    #expect(
      try formatted(text)
        == "# c\narea: { id: a }\nchecks:\n  - id: |\n      x\n\n      y\n")
  }

  @Test("A text of a block that ends with the file keeps its missing line break")
  func endOfFile() throws {
    for (before, after) in [
      ("checks: |\n  x", "checks: |-\n  x\n"), ("checks: >+\n  x", "checks: >-\n  x\n"),
      ("checks: |+\n  x\n\n\n", "checks: |+\n  x\n\n\n"),
      ("checks: |\n  x\n\n\n", "checks: |\n  x\n"),
    ] {
      #expect(try formatted(before) == after)
      #expect(try formatted(after) == after)
    }
  }

  @Test("White space that is content stays: in blocks, behind a backslash, between quotes")
  func contentSpaces() throws {
    let text =
      "checks:\n    - \"a\\ \n      b\\\n      \\ c\"\n    - |\n        x  \n          \n        y\n"
    #expect(
      try formatted(text)
        == "checks:\n  - \"a\\ \n    b\\\n    \\ c\"\n  - |\n    x  \n      \n    y\n")
  }

  @Test("A file with YAML errors is refused with the parser's own diagnostic")
  func errors() {
    for (text, code) in [
      ("checks: [", "yaml-syntax"), ("checks: !!str x", "tag"), ("checks:\n\t- a", "yaml-syntax"),
      ("", "empty-file"), ("# alone\n", "empty-file"), ("a: 1\n---\nb: 2\n", "several-documents"),
      ("checks: { <<: 1 }", "merge-key"), ("checks: *a", "unknown-anchor"),
      (String(repeating: "[", count: 40), "too-deep"),
    ] {
      #expect(throws: FormattingProblem.self) { try formatted(text) }
      do throws(FormattingProblem) {
        _ = try YAMLFormatter.formatted(SourceText(name: "t", text: text), as: .area)
      } catch {
        guard case .found(let diagnostic) = error else {
          Issue.record("\(text): \(error)")
          continue
        }
        #expect(diagnostic.code == code, "\(text)")
      }
    }
  }

  @Test("The kind of a file is told from the keys at its top, or not at all")
  func kinds() throws {
    let texts: [(String, FormatFile?)] = [
      ("soat: 1\nid: x\ninclude: []", .checklist), ("checks: []", .area),
      ("soat: 1\nindicators: []", .indicators), ("soat: 1\ncitations: []", .citations),
      ("soat: 1\ncalendar: x", .calendar), ("soat: 1\nchecklist: x\nanswers: {}", .submission),
      ("version: 3\ninclude: [x]", nil), ("services: {}", nil), ("[area, checks]", nil),
      ("calendar: x", nil), ("soat: 1\ntargets: []", .targets),
      ("soat: 1\nperiods: []", .periods),
    ]
    for (text, kind) in texts {
      let root = try YAMLParser.parse(SourceText(name: "t", text: text))
      #expect(FormatFile(root) == kind, "\(text)")
    }
    #expect(throws: FormattingProblem.self) { try formatted("services: {}", as: nil) }
  }

  @Test("What says something else is told apart, down to the way a text is quoted")
  func meaning() throws {
    let base = "a: [1, { b: x, c: \"true\" }]\nd: y"
    let root = try YAMLParser.parse(SourceText(name: "t", text: base))
    for (text, isSame) in [
      ("d:   y\na: [1, { c: \"true\", b: x }]", true),
      ("a:\n- 1\n- b: x\n  c: \"true\"\nd: y", true),
      ("a: [1, { b: x, c: true }]\nd: y", false), ("a: [{ b: x, c: \"true\" }, 1]\nd: y", false),
      ("a: [1, { b: x }]\nd: y", false), ("a: [1, { b: x, c: \"true\" }]\nd: y\ne:", false),
      ("a: [1, { b: x, c: \"true\" }]\nD: y", false), ("a: { b: x }\nd: y", false),
    ] {
      let other = try YAMLParser.parse(SourceText(name: "t", text: text))
      #expect(root.says(theSameAs: other) == isSame, "\(text)")
      #expect(other.says(theSameAs: root) == isSame, "\(text)")
    }
    // Two spellings of one letter look alike and are different bytes.
    let composed = try YAMLParser.parse(SourceText(name: "t", text: "a: \u{1EBF}"))
    let taken = try YAMLParser.parse(SourceText(name: "t", text: "a: e\u{302}\u{301}"))
    #expect(!composed.says(theSameAs: taken))
  }
}
