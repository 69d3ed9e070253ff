import Diagnostics
import Foundation
import InspectionCore
import TestSupport
import Testing

@testable import ChecklistFormat

@Suite("What is read without nodes is what is read from nodes")
struct PlainSubmissionTests {
  /// What the shipped submissions are read by.
  private static func rules() throws -> [String: SubmissionRules] {
    var rules: [String: SubmissionRules] = [:]
    for path in try packs() {
      let checklist = try #require(try PackLoader.load(path).compiled).checklist
      rules[checklist.reference] = SubmissionRules(checklist)
    }
    return rules
  }

  private static func shipped() throws -> [[UInt8]] {
    let paths = try submissions() + SubmissionLoader.files(under: library + "/roll-up")
    return try paths.filter(SubmissionLoader.isSubmission).map {
      Array(try Data(contentsOf: URL(filePath: $0)))
    }
  }

  /// What is read from nodes, where there is nothing to report and a checklist to read by.
  private func byNodes(_ bytes: [UInt8], _ rules: [String: SubmissionRules]) -> Submission? {
    let file = SubmissionLoader.open(SourceText(name: "submission.yaml", bytes: bytes))
    guard let rules = file.checklist.flatMap({ rules[$0] }) else { return nil }
    let loaded = SubmissionLoader.load(file, by: rules)
    return loaded.diagnostics.all.isEmpty ? loaded.submission : nil
  }

  @Test("Every shipped submission is read without nodes, and alike")
  func shippedSubmissions() throws {
    let rules = try PlainSubmissionTests.rules()
    let files = try PlainSubmissionTests.shipped()
    #expect(files.count > 40)
    for bytes in files {
      let plain = PlainSubmission.read(bytes, for: rules)
      #expect(plain != nil)
      #expect(plain?.submission == byNodes(bytes, rules))
      #expect(plain?.submission.checklist == plain?.rules.reference)
    }
  }

  @Test("A damaged submission is read alike, or left to the nodes", arguments: 0..<8)
  func damaged(seed: UInt64) throws {
    let rules = try PlainSubmissionTests.rules()
    let files = try PlainSubmissionTests.shipped()
    var generator = SeededGenerator(seed: seed)
    var read = 0
    for turn in 0..<200 {
      var bytes = files[Int.random(in: 0..<files.count, using: &generator)]
      for _ in 0...Int.random(in: 0..<2, using: &generator) { damage(&bytes, &generator) }
      guard let plain = PlainSubmission.read(bytes, for: rules) else { continue }
      read += 1
      #expect(plain.submission == byNodes(bytes, rules), "seed \(seed), turn \(turn)")
    }
    #expect(read > 10)
  }

  @Test(
    "Anything to report is left to the nodes",
    arguments: [
      "  staff.totl: 1", "  staff.total: -1", "  staff.total: 1\n  staff.total: 2",
      "  staff.total: { value: 1, value: 1 }", "  staff.total: { value: 1, over: 2 }",
      "  staff.total: { value: 1, missing: { vi: a, en: b } }",
      "  staff.total: { source: x, value: 1 }",
      "  staff.total: { place: \"\", value: 1 }", "  staff.total: { place: \"a\\nb\", value: 1 }",
      "  staff.total: { place: \"a\\u0001b\", value: 1 }",
      "  staff.total: { basis: heard, value: 1 }",
      "  staff.total: { missing: không rõ }", "  staff.total: []", "  staff.total:",
      "  staff.total: ~", "  staff.total: {}", "  staff.total: { value: ~ }",
      "  staff.total: !!int 1",
      "  staff.total: &a 1", "  staff.total: { value: 1, sample: ~ }", "  <<: { staff.total: 1 }",
      "  staff.total: 1\nsubmission: twice", "  staff.total: 1\ndocuments: [{ id: d }]",
      "  staff.total: 1\nchecklist: other@1", "  staff.total: 1\n---\na: b",
      "  staff.total: { value: [1] }",
    ])
  func reported(answers: String) throws {
    let pack = try ScratchPack()
    let checklist = try #require(try PackLoader.load(pack.main).compiled).checklist
    let rules = [checklist.reference: SubmissionRules(checklist)]
    #expect(PlainSubmission.read(Array(ScratchPack.submission(answers).utf8), for: rules) == nil)
    #expect(
      PlainSubmission.read(Array(ScratchPack.submission("  staff.total: 1").utf8), for: rules)
        != nil)
  }

  @Test(
    "Files of next to nothing are left to the nodes", arguments: ["", "\u{FEFF}", "\n", "a", "[]"])
  func nextToNothing(text: String) {
    #expect(PlainSubmission.read(Array(text.utf8), for: [:]) == nil)
  }

  @Test("Letters typed as several code points, and bytes that are no text, are left to the nodes")
  func otherText() {
    func isPlain(_ bytes: [UInt8]) -> Bool {
      bytes.withUnsafeBufferPointer { PlainText($0) != nil }
    }
    for text in ["Xã Sơn Kỳ", "500 ₫ – “một”…", "a\tb\r\nc", "ĐẶNG ửữỡ"] {
      #expect(isPlain(Array(text.precomposedStringWithCanonicalMapping.utf8)))
    }
    for text in ["e\u{301}", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "字", "\u{1F600}"]
    {
      #expect(!isPlain(Array(text.utf8)))
    }
    for bytes: [UInt8] in [
      [0xC3], [0xE1, 0xBA], [0xE2, 0x80], [0xC0, 0x80], [0xFF], [0xC3, 0x41],
    ] {
      #expect(!isPlain(bytes))
    }
  }

  // MARK: Damage

  private static let pieces = [
    "~", "null", "&a ", "*a", "!!str ", "\"", "'", ": ", "- ", "\t", "<<: ", "e\u{301}", "\u{FEFF}",
    "{ about: 5 }", "{ about: 5, tolerance: 10% }", "{ at_least: 2, source: t1 }", "rows: []",
    "\"\\u0001\"", "\"\\x41\"", "\"a\\tb\"", "true", "15 triệu đồng", "1.431", "0.95", "95%", "\n",
    "\r\n",
    "\n---\n", "\n...\n", "# ghi chú\n", "[", "]", "{", "}", ",", "|\n    chữ\n", ">-\n    chữ\n",
    "?",
    "{ value: 1, basis: seen }", "{ missing: { vi: a, en: b } }", "{ missing: chữ }", "\u{0}", "đ",
  ]

  private func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: place)
    case 2: bytes[place] = UInt8.random(in: 0...0xFF, using: &generator)
    case 3: replaceValue(near: place, in: &bytes, &generator)
    case 4: bytes.insert(contentsOf: piece(&generator), at: place)
    case 5: repeatLine(near: place, in: &bytes, &generator)
    default: removeLine(near: place, in: &bytes)
    }
  }

  private func piece(_ generator: inout SeededGenerator) -> [UInt8] {
    Array((PlainSubmissionTests.pieces.randomElement(using: &generator) ?? "").utf8)
  }

  private func line(near place: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    return start..<end
  }

  /// Puts something else after the colon of a line.
  private func replaceValue(
    near place: Int, in bytes: inout [UInt8], _ generator: inout SeededGenerator
  ) {
    let line = line(near: place, in: bytes)
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) else { return }
    bytes.replaceSubrange((colon + 1)..<line.upperBound, with: [0x20] + piece(&generator) + [0x0A])
  }

  private func repeatLine(
    near place: Int, in bytes: inout [UInt8], _ generator: inout SeededGenerator
  ) {
    let copy = Array(bytes[line(near: place, in: bytes)])
    let other = Int.random(in: 0..<bytes.count, using: &generator)
    bytes.insert(contentsOf: copy, at: line(near: other, in: bytes).lowerBound)
  }

  private func removeLine(near place: Int, in bytes: inout [UInt8]) {
    bytes.removeSubrange(line(near: place, in: bytes))
  }
}
