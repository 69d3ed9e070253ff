import CEL
import Diagnostics
import Foundation
import InspectionCore
import TestSupport
import Testing

@testable import ChecklistFormat

@Suite("A damaged file is read or reported, and never crashes")
struct MutationTests {
  @Test("Two thousand files of the library with bytes changed, inserted and removed")
  func files() throws {
    var random = SeededGenerator(seed: 7_052_024)
    let path = try #require(try PackLoader.packs(at: library).first)
    let checklist = try #require(try PackLoader.load(path).compiled).checklist
    let files = try yamlFiles()
    try #require(files.count > 15)
    var readings = 0
    for round in 0..<2_000 {
      let original = files[round % files.count]
      let damaged = damage(original, &random)
      let source = SourceText(name: "damaged.yaml", bytes: damaged)
      let reader = FileReader(source)
      do throws(YAMLProblem) {
        let root = try YAMLParser.parse(source)
        readings += 1
        readAsEverything(root, reader, checklist)
      } catch {
        reader.report(error.diagnostic)
        #expect(reader.log.hasErrors)
      }
      for diagnostic in reader.diagnostics.all.prefix(3) {
        #expect(diagnostic.range.upper <= damaged.count, "round \(round)")
        _ = DiagnosticRenderer().render(diagnostic, in: source)
      }
    }
    #expect(readings > 200)
  }

  @Test("Whole packs with one damaged file load, or say why not")
  func packs() throws {
    var random = SeededGenerator(seed: 30_042_024)
    let sound = ScratchPack.sound.sorted { $0.key < $1.key }
    var broken = 0
    for round in 0..<300 {
      let pack = try ScratchPack()
      let (path, text) = sound[round % sound.count]
      try pack.write(damage(Array(text.utf8), &random), to: path)
      let loaded = try PackLoader.load(pack.main)
      #expect((loaded.compiled == nil) == loaded.diagnostics.hasErrors, "round \(round)")
      if loaded.compiled == nil { broken += 1 }
    }
    #expect(broken > 100)
  }

  private func yamlFiles() throws -> [[UInt8]] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: library)
    return try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
      // The beginning of a long file stands for all of it.
      let bytes = try FileBytes.read(library + "/" + $0, limit: 1 << 20)
      guard bytes.count > 6_000 else { return bytes }
      let end = bytes[..<6_000].lastIndex(of: 0x0A) ?? 6_000
      return Array(bytes[...end])
    }
  }

  private func damage(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let telling = Array("{}[]:,-'\"|>&*!%#? \n\t\r\\<@0".utf8) + [0, 0xC3, 0xE2, 0x80, 0xA8, 0xFF]
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[at] = telling.randomElement(using: &random) ?? 0
      case 2: bytes.insert(telling.randomElement(using: &random) ?? 0, at: at)
      case 3: bytes.remove(at: at)
      default:
        bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &random)))
      }
    }
    return bytes
  }

  private func readAsEverything(_ root: YAMLNode, _ reader: FileReader, _ checklist: Checklist) {
    guard case .mapping(let entries) = root.content else { return }
    let keys = Set(entries.compactMap { $0.key.scalar?.text })
    if keys.contains("checks") {
      _ = AreaReader(reader: reader, kinds: PackKinds(PluginShelf(), packIn: "")).area(root)
    }
    if keys.contains("indicators") { _ = IndicatorReader(reader: reader).indicators(root) }
    if keys.contains("citations") { _ = CitationReader(reader: reader).citations(root) }
    if keys.contains("targets") { _ = TargetReader(reader: reader).targets(root) }
    if keys.contains("periods") { _ = PresetReader(reader: reader).presets(root) }
    if keys.contains("calendar") { _ = CalendarReader(reader: reader).calendar(root) }
    if keys.contains("answers") {
      _ = SubmissionReader(reader: reader, checklist: checklist).submission(root)
    }
    for entry in entries {
      _ = ScalarMap(entry.value, in: reader.source).range(of: SourceRange(0, 5))
      if entry.key.scalar?.text == "scoring" {
        _ = ScoringReader(reader: reader).rules(
          entry.value, checks: [], areas: [], classes: [])
      }
    }
  }
}
