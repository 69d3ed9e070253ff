import Diagnostics
import Foundation
import InspectionCore
import TestSupport
import Testing

@testable import ChecklistFormat

/// Every YAML file of the shipped library.
func shippedFiles() throws -> [String] { try YAMLFiles.inside(library) }

@Suite("The shipped library keeps its meaning when formatted")
struct FormatLibraryTests {
  @Test("Every file is formatted with its kind told, and a second time nothing changes")
  func everyFile() throws {
    let files = try shippedFiles()
    #expect(files.count > 15)
    for path in files {
      let source = SourceText(name: path, bytes: try FileBytes.read(path, limit: 1 << 22))
      let once = try YAMLFormatter.formatted(source)
      #expect(try YAMLFormatter.formatted(once).bytes == once.bytes, "\(path)")
    }
  }

  @Test("Checklists and submissions of a formatted copy have the digests they had")
  func digests() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let copy = folder.appending(path: "Checklists")
    try FileManager.default.copyItem(at: URL(filePath: library), to: copy)
    // Plugins are looked for beside the folder of packs.
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "Plugins"),
      withDestinationURL: packageRoot.appending(path: "Plugins"))
    // The copy is roughed up first: what the shipped files spare the formatter is undone.
    for path in try YAMLFiles.inside(copy.path) {
      let rough = try roughened(try FileBytes.read(path, limit: 1 << 22))
      let result = try YAMLFormatter.formatted(SourceText(name: path, bytes: rough))
      #expect(result.bytes != rough, "\(path)")
      try Data(result.bytes).write(to: URL(filePath: path))
    }
    var checklists: [String: Checklist] = [:]
    let packs = try PackLoader.packs(at: library)
    #expect(packs.count >= 2)
    for path in packs {
      let before = try #require(try PackLoader.load(path).compiled).checklist
      let loaded = try PackLoader.load(copy.path + path.dropFirst(library.count))
      #expect(loaded.diagnostics.all == [])
      let after = try #require(loaded.compiled).checklist
      #expect(after.digest == before.digest)
      checklists[after.reference] = after
    }
    let submissions = try submissions()
    #expect(submissions.count >= 5)
    for path in submissions {
      let file = try SubmissionLoader.open(path)
      let checklist = try #require(checklists[file.checklist ?? ""])
      let copied = try SubmissionLoader.open(copy.path + path.dropFirst(library.count))
      let before = try #require(SubmissionLoader.load(file, for: checklist).submission)
      let after = try #require(SubmissionLoader.load(copied, for: checklist).submission)
      #expect(after.digest == before.digest)
    }
  }

  /// A file with other indentation, CRLF, and space and blank lines where they mean nothing.
  private func roughened(_ bytes: [UInt8]) throws -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let rough = lines.map { line in
      let indentation = line.prefix { $0 == " " }
      let rest = line.dropFirst(indentation.count)
      return indentation + indentation + (rest.hasPrefix("- ") ? "-   " + rest.dropFirst(2) : rest)
    }
    return Array(("\n\n" + rough.joined(separator: " \r\n") + "\r\n\r\n").utf8)
  }
}
