import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore

/// `soat lint`: every problem of packs and submissions, in one pass.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Soát lỗi bảng kiểm và bài nộp · Report every problem of checklists and submissions.",
    discussion: """
      PATH là thư mục bảng kiểm, tệp checklist.yaml, tệp bài nộp, hoặc thư mục chứa nhiều bảng \
      kiểm và bài nộp. A submission is checked against the checklist it names, which is looked \
      for among the paths given and beside the submission's own folder.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Nơi cần soát · What to check.", valueName: "path"))
  var paths: [String]

  func run() throws {
    var report = LintReport(language: common.language)
    for path in paths { try report.add(path) }
    report.finishSubmissions()
    Console.print(report.text)
    if report.status != .fine { throw report.status.exitCode }
  }
}

/// What lint found, file by file.
private struct LintReport {
  let language: Language
  private(set) var text = ""
  private(set) var status = Status.fine
  private var packs: [String: CompiledChecklist] = [:]
  private var packPaths: Set<String> = []
  private var submissions: [SubmissionFile] = []
  private var files = 0
  private var errors = 0
  private var warnings = 0

  init(language: Language) {
    self.language = language
  }

  mutating func add(_ path: String) throws {
    do throws(FileProblem) {
      if FileBytes.isFolder(path) {
        let packs = FileBytes.packs(under: path)
        let submissions = FileBytes.submissions(under: path)
        if packs.isEmpty, submissions.isEmpty { _ = try PackLoader.packs(at: path) }
        for pack in packs { try addPack(pack) }
        for file in submissions { self.submissions.append(try SubmissionLoader.open(file)) }
      } else if SubmissionLoader.isSubmission(path) {
        submissions.append(try SubmissionLoader.open(path))
      } else {
        try addPack(path)
      }
    } catch {
      throw error.failure(language)
    }
  }

  /// Checks the submissions against the packs, those beside their folders included.
  mutating func finishSubmissions() {
    for file in submissions {
      files += 1
      let pack = file.checklist.flatMap { packs[$0] } ?? neighbour(of: file)
      let loaded =
        if let pack {
          SubmissionLoader.load(file, for: pack.checklist)
        } else {
          SubmissionLoader.reject(file, known: packs.keys.sorted())
        }
      add(loaded.diagnostics, [loaded.source.name: loaded.source])
    }
    let summary = LocalizedText(
      vi: "\(files) tệp: \(errors) lỗi, \(warnings) cảnh báo",
      en: "\(files) files: \(errors) errors, \(warnings) warnings")
    text += summary[language] + "\n"
  }

  private mutating func addPack(_ path: String) throws(FileProblem) {
    guard packPaths.insert(FileBytes.realPath(path) ?? path).inserted else { return }
    let pack = try PackLoader.load(path)
    files += pack.sources.count
    add(pack.diagnostics, pack.sources)
    if let compiled = pack.compiled { packs[compiled.checklist.reference] = compiled }
  }

  private mutating func add(_ diagnostics: DiagnosticList, _ sources: [String: SourceText]) {
    text += diagnostics.text(in: sources, language)
    errors += diagnostics.errorCount
    for diagnostic in diagnostics.all where diagnostic.severity == .warning { warnings += 1 }
    if diagnostics.hasErrors { status = max(status, .problemsFound) }
  }

  /// The pack a submission names, where it stands in a folder beside the submission's.
  private mutating func neighbour(of file: SubmissionFile) -> CompiledChecklist? {
    let library = Paths.join(Paths.folder(of: file.path), "..")
    for path in FileBytes.packs(under: library) where !packPaths.contains(path) {
      do throws(FileProblem) {
        let pack = try PackLoader.load(path)
        guard let compiled = pack.compiled else { continue }
        packs[compiled.checklist.reference] = compiled
      } catch {
        Console.complain(error.failure(language).message)
      }
    }
    return file.checklist.flatMap { packs[$0] }
  }
}

extension FileBytes {
  /// The packs in a folder: itself, or those directly in it.
  fileprivate static func packs(under folder: String) -> [String] {
    do throws(FileProblem) {
      return try PackLoader.packs(at: folder)
    } catch {
      return []
    }
  }

  /// The submissions in a folder and in the folders directly in it.
  fileprivate static func submissions(under folder: String) -> [String] {
    var found: [String] = []
    for name in names(in: folder) {
      let path = Paths.join(folder, name)
      if isFolder(path) {
        for inner in names(in: path) where inner.hasSuffix(".yaml") {
          let file = Paths.join(path, inner)
          if SubmissionLoader.isSubmission(file) { found.append(file) }
        }
      } else if name.hasSuffix(".yaml"), SubmissionLoader.isSubmission(path) {
        found.append(path)
      }
    }
    return found
  }
}
