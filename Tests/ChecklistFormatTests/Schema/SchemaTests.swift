@testable import ChecklistFormat
import Diagnostics
import Foundation
import InspectionCore
import JSON
import TestSupport
import Testing

@Suite("The JSON Schemas say what the readers say")
struct SchemaTests {
  /// The schemas as committed, with the command that renews them.
  @Test("The committed schemas are current: RECORD=1 swift test --filter SchemaTests")
  func current() throws {
    // With the kinds of the plugins that are shipped, of which checks of shipped packs may be.
    let plugins = try PluginShelf.plugins(in: [packageRoot.appending(path: "Plugins").path])
      .compactMap { try PluginLoader.load($0).manifest?.kind.description }
    var schemas = FormatFile.allCases.map { ($0.schemaName, $0.schema(plugins: plugins)) }
    schemas.append((FormatFile.anySchemaName, FormatFile.anySchema(plugins: plugins)))
    let folder = packageRoot.appending(path: "Documentation/schemas")
    for (name, schema) in schemas {
      try expectSnapshot(
        String(decoding: JSONWriter.pretty(schema), as: UTF8.self),
        at: "Documentation/schemas/" + name)
    }
    let committed = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(committed == schemas.map(\.0).sorted())
  }

  @Test("Every shipped file validates against its schema and against that of any file")
  func shipped() throws {
    var jobs: [(file: String, schema: String)] = []
    for (file, kind) in try shippedFiles() {
      jobs.append((file, schemaPath(kind.schemaName)))
      jobs.append((file, schemaPath(FormatFile.anySchemaName)))
    }
    #expect(jobs.count >= 40)
    for (job, problem) in zip(jobs, try SchemaValidator.problems(jobs)) {
      #expect(problem == nil, "\(job.file)")
    }
  }

  @Test("Every shipped file begins with the line that tells editors its schema")
  func modelines() throws {
    for (file, kind) in try shippedFiles() {
      let first = try String(contentsOfFile: file, encoding: .utf8).prefix { $0 != "\n" }
      let mark = "# yaml-language-server: $schema="
      try #require(first.hasPrefix(mark), "\(file)")
      let schema = URL(filePath: file).deletingLastPathComponent()
        .appending(path: String(first.dropFirst(mark.count))).standardizedFileURL
      #expect(schema.lastPathComponent == kind.schemaName, "\(file)")
      #expect(FileManager.default.fileExists(atPath: schema.path), "\(file)")
    }
  }

  @Test("A sound file validates, and what is broken in a way a schema can tell does not")
  func variants() throws {
    let pack = try ScratchPack()
    var jobs: [(file: String, schema: String)] = []
    for (index, variant) in SchemaVariant.all.enumerated() {
      let path = "variants/\(index).yaml"
      try pack.write(Array(variant.text.utf8), to: path)
      jobs.append((pack.root + "/" + path, schemaPath(variant.kind.schemaName)))
    }
    for (variant, problem) in zip(SchemaVariant.all, try SchemaValidator.problems(jobs)) {
      #expect((problem == nil) == variant.isSound, "\(variant.name): \(problem ?? "valid")")
    }
  }

  /// Whatever key is taken away, emptied or added in a sound pack, reader and schema agree.
  @Test("Reader and schema agree on every key left out, misspelt, or of a wrong form")
  func agreement() throws {
    var jobs: [(file: String, schema: String)] = []
    var verdicts: [(name: String, isSound: Bool)] = []
    var packs: [ScratchPack] = []
    for mutation in SchemaMutation.all {
      let pack = try ScratchPack(mutation.files)
      packs.append(pack)
      let isSound = try mutation.isAccepted(by: pack)
      verdicts.append((mutation.name, isSound))
      jobs.append((pack.root + "/" + mutation.path, schemaPath(mutation.kind.schemaName)))
    }
    #expect(jobs.count > 150)
    #expect(verdicts.contains { $0.isSound } && verdicts.contains { !$0.isSound })
    for (verdict, problem) in zip(verdicts, try SchemaValidator.problems(jobs)) {
      #expect((problem == nil) == verdict.isSound, "\(verdict.name): \(problem ?? "valid")")
    }
  }

  @Test("Every key of every mapping is explained in both languages")
  func meanings() {
    for description in SchemaTests.descriptions {
      #expect(Set(description.names).count == description.names.count, "\(description.id)")
      for meaning in [description.meaning] + description.keys.map(\.meaning) {
        #expect(!meaning.vi.isEmpty && !meaning.en.isEmpty && meaning.vi != meaning.en)
      }
    }
    let ids = SchemaTests.descriptions.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test("A time limit in any wording that the core writes fits the schema's pattern")
  func timeLimits() throws {
    let schema = try #require(ScalarSchemas.all["time-limit"])
    let pattern = try Regex(try #require(schema["pattern"]?.stringValue))
    let date = try #require(CivilDate(iso: "2024-11-10"))
    let limits: [TimeLimit] = [
      .calendarDays(30), .workingDays(1), .hours(24), .by(date), .before(date), .endOfQuarter,
    ]
    for limit in limits {
      for text in [limit.canonical, limit.text.vi, limit.text.en] {
        #expect(try pattern.wholeMatch(in: text) != nil, "\(text)")
      }
    }
    for example in schema["examples"]?.arrayValue ?? [] {
      let text = try #require(example.stringValue)
      #expect(TimeLimit(text: text) != nil, "\(text)")
      #expect(try pattern.wholeMatch(in: text) != nil, "\(text)")
    }
  }

  static let descriptions: [MappingDescription] =
    [
      .checklist, .applies, .uses, .scoring, .band, .gradeLimit, .areaFile, .area, .check,
      .remedy, .localizedText, .period, .span, .force, .indicatorFile, .indicator, .citationFile,
      .citation, .place, .calendar, .day, .submission, .unit, .document, .request, .answer,
      .change, .unitClass, .classThreshold, .zeroLimit, .creditSteps, .creditStep, .targetFile,
      .target, .targetValue, .periodFile, .preset, .policies, .deadlines, .severityLimit,
      .extensions, .extensionLimit, .escalationStep, .visitRule, .migration, .checkMigration,
      .choiceOption, .column, .submissionPeriod, .earlier, .sample, .rollUp, .unitList,
      .listedUnit,
    ] + MappingDescription.parametersOfBuiltIn.values

  private func schemaPath(_ name: String) -> String {
    packageRoot.appending(path: "Documentation/schemas/" + name).path
  }

  private func shippedFiles() throws -> [(String, FormatFile)] {
    var files: [(String, FormatFile)] = []
    let manager = FileManager.default
    for folder in try manager.contentsOfDirectory(atPath: library).sorted() {
      for name in try manager.contentsOfDirectory(atPath: library + "/" + folder).sorted()
      where name.hasSuffix(".yaml") {
        let kind: FormatFile =
          switch folder {
          case "indicators": .indicators
          case "citations": .citations
          case "calendars": .calendar
          case "targets": .targets
          case "periods": .periods
          case "examples", "invented": .submission
          case "units": .units
          case "rounds": .round
          case "roll-up": name == "units.yaml" ? .units : .submission
          default: name == PackLoader.mainFile ? .checklist : .area
          }
        files.append((library + "/\(folder)/\(name)", kind))
      }
    }
    return files
  }
}
