import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ChecklistFormat

@Suite("Any file is formatted safely")
struct FormatPropertyTests {
  @Test(
    "Nine hundred random documents keep their values and every comment, and change but once",
    arguments: [1, 2, 3])
  func random(part: UInt64) throws {
    var read = 0
    for seed in (part * 1_000)..<(part * 1_000 + 300) {
      var generator = RandomYAML(seed: seed)
      let text = generator.document()
      guard let root = parsed(text) else { continue }
      read += 1
      for kind in [FormatFile.area, .submission] {
        let once = try formatted(text, as: kind)
        let twice = try formatted(once, as: kind)
        #expect(
          twice.utf8.elementsEqual(once.utf8), "seed \(seed): \(firstDifference(once, twice))")
        // The values are compared here once more, for themselves.
        let after = try YAMLParser.parse(SourceText(name: "once", text: once))
        #expect(after.says(theSameAs: root), "seed \(seed)")
        let marks = once.matches(of: /# ?c(\d+);/).map { Int($0.1) ?? 0 }
        #expect(marks.sorted() == Array(1..<(generator.commentCount + 1)), "seed \(seed)")
        #expect(!once.utf8.contains(0x0D) && !once.hasPrefix("\n"), "seed \(seed)")
      }
    }
    #expect(read > 240, "only \(read) documents could be read")
  }

  @Test("Eight hundred damaged files of the library are formatted safely, or not at all")
  func damaged() throws {
    var random = SeededGenerator(seed: 22_112_026)
    let files = try shippedFiles().map { path in
      let bytes = try FileBytes.read(path, limit: 1 << 22)
      return Array(bytes.prefix(2_500))
    }
    var changed = 0
    for round in 0..<800 {
      let bytes = damage(files[round % files.count], &random)
      let source = SourceText(name: "damaged.yaml", bytes: bytes)
      do throws(FormattingProblem) {
        let once = try YAMLFormatter.formatted(source, as: .area)
        let twice = try YAMLFormatter.formatted(once, as: .area)
        #expect(once.bytes == twice.bytes, "round \(round)")
        if once.bytes != bytes { changed += 1 }
      } catch {
        guard case .found(let diagnostic) = error else {
          Issue.record("round \(round): \(error)")
          continue
        }
        #expect(diagnostic.code != "not-formatted", "round \(round): \(source.text)")
      }
    }
    #expect(changed > 50)
  }

  @Test("Files at the limits of depth and size")
  func limits() throws {
    let limit = YAMLLimits()
    for depth in [limit.depth, limit.depth + 1] {
      let nested = (0..<depth - 1).map { String(repeating: " ", count: $0) + "k:\n" }.joined()
      let block = nested + String(repeating: " ", count: depth - 1) + "k: 1 # c\n"
      let flow =
        String(repeating: "[ # c\n", count: depth) + String(repeating: "]", count: depth)
      for text in [block, flow] {
        guard depth <= limit.depth else {
          #expect(throws: FormattingProblem.self) { try formatted(text) }
          continue
        }
        let once = try formatted(text)
        #expect(try formatted(once) == once)
        #expect(once.split(separator: "# c").count == text.split(separator: "# c").count)
      }
    }
    let row = "  - { id: a, title: \"một hai ba\" } # c\n"
    let large = "checks:\n" + String(repeating: row, count: (3 << 20) / row.utf8.count)
    #expect(try formatted(large) == large)
    let oneLine = "checks: [" + String(repeating: "a, ", count: 100_000) + "b] # c\n# d\n"
    #expect(try formatted(oneLine) == oneLine)
    let blank = "checks:" + String(repeating: " \n", count: 1 << 19) + "  - a # c\n"
    #expect(try formatted(blank) == "checks:\n  - a # c\n")
    let comments = String(repeating: "# c\n", count: 1 << 17) + "checks: []\n"
    #expect(try formatted(comments) == comments)
  }

  @Test("Ten megabytes are more than a file may hold")
  func tenMegabytes() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(repeating: 0x23, count: 10 << 20).write(to: path)
    #expect(throws: FileProblem.self) {
      try FileBytes.read(path.path, limit: YAMLLimits().bytes)
    }
    // Nor is a file written that could not be read any more.
    let row = "- [\(String(repeating: "a", count: 100)),b] # c\n"
    for text in [
      String(repeating: "# c\n", count: 10 << 18) + "checks:   []\n",
      "checks:\n" + String(repeating: row, count: (4 << 20) / row.utf8.count - 1),
    ] {
      do throws(FormattingProblem) {
        _ = try YAMLFormatter.formatted(SourceText(name: "large", text: text), as: .area)
        Issue.record("\(text.utf8.count) bytes were formatted")
      } catch {
        guard case .tooLarge = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
  }

  private func parsed(_ text: String) -> YAMLNode? {
    do throws(YAMLProblem) {
      return try YAMLParser.parse(SourceText(name: "random.yaml", text: text))
    } catch {
      return nil
    }
  }

  private func damage(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let telling = Array("{}[]:,-'\"|>&*?# \n\t\r\\~".utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) where bytes.count > 60 {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let sign = telling[Int.random(in: 0..<telling.count, using: &random)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = sign
      case 1: bytes.insert(sign, at: at)
      case 2: bytes.insert(contentsOf: [0x0A, 0x23, 0x78, 0x0A], at: at)
      default:
        bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &random)))
      }
    }
    return bytes
  }
}
