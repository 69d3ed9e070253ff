import CEL
import Diagnostics
import Foundation
import InspectionCore
import TestSupport
import Testing

@testable import ChecklistFormat

@Suite("Many submissions are loaded at once as each would be alone")
struct BatchTests {
  /// A pack with 300 submissions, sound ones and broken ones in turn, and a path of nothing.
  private func folder() throws -> (pack: ScratchPack, paths: [String]) {
    let pack = try ScratchPack()
    var paths: [String] = []
    for number in 0..<300 {
      let name = "submission-\(number).yaml"
      let text =
        switch number % 5 {
        case 0: ScratchPack.submission("  staff.totl: \(number)")
        case 1: "submission: {"
        case 2: ScratchPack.submission("  staff.total: 1").replacing("small@1.0", with: "other@2")
        default: ScratchPack.submission("  staff.total: \(number)")
        }
      try pack.write(Array(text.utf8), to: name)
      paths.append(pack.root + "/" + name)
    }
    paths.insert(pack.root + "/none.yaml", at: 7)
    return (pack, paths)
  }

  private func words(_ loaded: LoadedSubmission) -> String {
    let texts = loaded.diagnostics.all.map { DiagnosticRenderer().render($0, in: loaded.source) }
    let answers = loaded.submission.map { "\($0.answers)" } ?? "refused"
    return texts.joined() + answers
  }

  /// What the functions for one file say of it.
  private func alone(_ path: String, _ checklist: Checklist) -> String {
    do throws(FileProblem) {
      let file = try SubmissionLoader.open(path)
      guard file.checklist == checklist.reference else { return "opened " + (file.checklist ?? "") }
      return words(SubmissionLoader.load(file, for: checklist))
    } catch {
      return "unreadable " + error.path
    }
  }

  private func words(_ result: BatchedSubmission) -> String {
    switch result {
    case .loaded(let loaded, _): words(loaded)
    case .opened(let file): "opened " + (file.checklist ?? "")
    case .other: "other"
    case .unreadable(let problem): "unreadable " + problem.path
    }
  }

  @Test("In the order of the paths, whatever the number of threads", arguments: [1, 2, 7])
  func order(threads: Int) throws {
    let (pack, paths) = try folder()
    let checklist = try #require(try PackLoader.load(pack.main).compiled).checklist
    let results = SubmissionLoader.load(
      paths: paths, for: [checklist.reference: SubmissionRules(checklist)], threads: threads)
    #expect(results.map(words) == paths.map { alone($0, checklist) })
    #expect(words(results[7]) == "unreadable " + paths[7])
  }

  @Test("A folder gives its files and those one folder down, links followed")
  func folders() throws {
    let pack = try ScratchPack()
    let root = pack.root + "/received"
    let manager = FileManager.default
    try manager.createDirectory(atPath: root + "/district.yaml", withIntermediateDirectories: true)
    try manager.createDirectory(
      atPath: root + "/district.yaml/deep", withIntermediateDirectories: true)
    for name in [
      "b.yaml", "a.yaml", "notes.txt", "district.yaml/c.yaml", "district.yaml/deep/d.yaml",
    ] {
      try pack.write(Array("soat: 1\n".utf8), to: "received/" + name)
    }
    let links = ["e.yaml": "a.yaml", "linked": "district.yaml", "gone.yaml": "nothing.yaml"]
    for (name, target) in links {
      try manager.createSymbolicLink(atPath: root + "/" + name, withDestinationPath: target)
    }
    let expected = [
      "a.yaml", "b.yaml", "district.yaml/c.yaml", "e.yaml", "gone.yaml", "linked/c.yaml",
    ]
    #expect(SubmissionLoader.files(under: root) == expected.map { root + "/" + $0 })
  }

  @Test("Files that are no submissions are passed over where only submissions are wanted")
  func onlySubmissions() throws {
    let (pack, paths) = try folder()
    try pack.write(Array("checklist: small@1.0\n# submission\n".utf8), to: "notes.yaml")
    let checklist = try #require(try PackLoader.load(pack.main).compiled).checklist
    let results = SubmissionLoader.load(
      paths: [pack.main, pack.root + "/notes.yaml", paths[0], paths[1]],
      for: [checklist.reference: SubmissionRules(checklist)], onlySubmissions: true)
    #expect(results.map(words).prefix(2) == ["other", "other"])
    #expect(words(results[2]).contains("staff.totl"))
    #expect(words(results[3]) == "opened ")
  }

  @Test("A batch is bounded by its text as well as by its files, and is never empty")
  func batches() throws {
    let pack = try ScratchPack()
    let small = pack.root + "/small.yaml"
    let large = pack.root + "/large.yaml"
    let beyond = pack.root + "/beyond.yaml"
    try pack.write([0x61], to: "small.yaml")
    try pack.write([UInt8](repeating: 0x61, count: 3 << 20), to: "large.yaml")
    try pack.write([UInt8](repeating: 0x61, count: 5 << 20), to: "beyond.yaml")
    func count(_ paths: [String]) -> Int { SubmissionLoader.batchCount(of: paths) }
    #expect(count([]) == 0)
    #expect(count([large]) == 1)
    #expect(count([large, large, large]) == 2)
    #expect(count([small, large, small, large, small, large]) == 5)
    #expect(count(Array(repeating: small, count: 10_000)) == 256)
    // Nothing is read of a file that is too large or not there.
    #expect(count(Array(repeating: beyond, count: 300)) == 256)
    #expect(count(Array(repeating: pack.root + "/none.yaml", count: 300)) == 256)
  }

  @Test("Ten thousand files of one byte are each told of; one that is gone by then too")
  func tinyFiles() throws {
    let pack = try ScratchPack()
    let checklist = try #require(try PackLoader.load(pack.main).compiled).checklist
    let rules = [checklist.reference: SubmissionRules(checklist)]
    var paths: [String] = []
    for number in 0..<10_000 {
      try pack.write([UInt8(number % 256)], to: "t\(number)")
      paths.append(pack.root + "/t\(number)")
    }
    try FileManager.default.removeItem(atPath: paths[5_000])
    var rest = paths[...]
    var opened = 0
    var gone: [String] = []
    while !rest.isEmpty {
      let batch = rest.prefix(SubmissionLoader.batchCount(of: rest))
      rest = rest.dropFirst(batch.count)
      for result in SubmissionLoader.load(paths: batch, for: rules) {
        switch result {
        case .opened(let file):
          opened += 1
          #expect(file.problem != nil || file.checklist == nil)
        case .unreadable(let problem): gone.append(problem.path)
        case .loaded, .other: Issue.record("read")
        }
      }
    }
    #expect(opened == 9_999)
    #expect(gone == [paths[5_000]])
  }

  @Test("Every index is worked on once", arguments: [0, 1, 2, 1000])
  func threads(count: Int) {
    #expect(Threads.map(count, threads: 5) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test("A file seems a submission by one of its lines, or by what it holds")
  func seeming() throws {
    let pack = try ScratchPack()
    let texts = [
      "submission: {": true, "{ soat: 1, \"submission\": x }": true, "a: submission": false,
      "# submission: x\na: b": false,
    ]
    for (text, isOne) in texts {
      try pack.write(Array(text.utf8), to: "a.yaml")
      #expect(SubmissionLoader.seemsSubmission(pack.root + "/a.yaml") == isOne, "\(text)")
    }
    #expect(!SubmissionLoader.seemsSubmission(pack.root + "/none.yaml"))
  }
}

@Suite("What is read by a short way is read as by the long one")
struct ShortWayTests {
  @Test("Every code point that is passed without a look is in NFC, alone and after a letter")
  func composed() {
    for value in UInt32(0)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "e" + String(scalar)] {
        let whole = text.precomposedStringWithCanonicalMapping
        let isSame = whole.unicodeScalars.elementsEqual(text.unicodeScalars)
        #expect(
          isSame == (text.composed == nil), "U+\(String(value, radix: 16, uppercase: true))")
      }
    }
  }

  @Test("Figures of digits and dots, of every shape up to six signs")
  func figures() {
    var texts = [""]
    for _ in 0..<6 {
      texts += texts.flatMap { text in ["0", "1", "7", "."].map { text + $0 } }
      texts = Array(Set(texts))
    }
    for text in texts where !text.isEmpty {
      // A space at the end is no short figure, and changes nothing.
      #expect(reading(text) == reading(text + " "), "\(text)")
    }
    #expect(reading("999999999999999999") == "999999999999999999")
    #expect(reading("9999999999999999999") == "tooLarge")
  }

  private func reading(_ text: String) -> String {
    do throws(VietnameseNumber.Problem) {
      return try VietnameseNumber(text).value.description
    } catch {
      return "\(error)"
    }
  }

  @Test("A line break of any kind in a name is found, and white space alone is no text")
  func lines() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "ế" + String(scalar) + "a"
      let reader = FileReader(SourceText(name: "f", text: ""))
      let node = YAMLNode(.scalar(text, .doubleQuoted), range: SourceRange(0, 0))
      #expect((reader.line(node) == nil) == text.contains(where: \.isNewline))
      let alone = YAMLNode(.scalar(String(scalar), .doubleQuoted), range: SourceRange(0, 0))
      #expect((reader.text(alone) == nil) == String(scalar).allSatisfy(\.isWhitespace))
    }
  }
}
