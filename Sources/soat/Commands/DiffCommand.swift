import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import JSON

/// `soat diff`: what changed in meaning between two checklists, and what that does to earlier
/// submissions.
struct DiffCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "So sánh hai phiên bản bảng kiểm · Compare two versions of a checklist.",
    discussion: """
      OLD và NEW là thư mục bảng kiểm, tệp checklist.yaml, hoặc bảng kiểm đã đóng băng (.json). So \
      theo ý nghĩa: khoảng trắng, dấu ngoặc, cách viết số không tính. Mã thoát 0 khi so xong; với \
      --exit-code là 1 khi có thay đổi ảnh hưởng đến kết quả chấm. OLD and NEW are a pack's folder, \
      its checklist.yaml, or a frozen checklist (.json). Meaning is compared, not spelling. Exit \
      code 0 means compared; with --exit-code, 1 means that results can differ.

      Kết quả chấm lại dành cho đoàn kiểm tra: số trẻ em và số vụ từ 1 đến 4 không được che. What \
      --submission adds is for the team: counts of 1 to 4 children or cases are not masked.

      Ví dụ · Examples:
        soat diff 2024/bang-kiem 2025/bang-kiem
        soat diff OLD NEW --map
        soat diff OLD NEW --submission Checklists/examples --as-of 2024-11-01
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "Bài nộp cũ, hoặc thư mục chứa chúng, để chấm lại bằng NEW · Earlier submissions, or folders "
        + "of them, to assess again by NEW.", valueName: "path"))
  var submission: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ngày chấm; mặc định: hôm nay · Day of the assessments; default: today.", valueName: "date"))
  var asOf: CivilDate?

  @Flag(
    name: .long,
    help: "In mục supersedes để dán vào NEW · Print the supersedes entry to paste into NEW.")
  var map = false

  @Flag(
    name: .long,
    help: "Mã thoát 1 khi kết quả chấm có thể khác · Exit 1 where results can differ.")
  var exitCode = false

  @Option(name: .long, help: "Dạng kết quả · Output: text, json.")
  var format: Format = .text

  @Option(
    name: .long,
    help: ArgumentHelp("Ghi vào tệp thay vì màn hình · Write to a file.", valueName: "file"))
  var output: String?

  @Argument(help: ArgumentHelp("Bản cũ · The earlier checklist.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("Bản mới · The later checklist.", valueName: "new"))
  var new: String

  func validate() throws {
    if map, format == .json || !submission.isEmpty {
      throw ValidationError("--map đứng một mình · --map goes without --format json, --submission")
    }
  }

  func run() throws {
    var run = DiffRun(language: common.language)
    let before = run.checklist(old)
    let after = run.checklist(new)
    guard let before, let after else { throw max(run.status, .problemsFound).exitCode }
    let difference = ChecklistDifference(from: before.checklist, to: after.checklist)
    if map {
      try printMap(difference)
    } else {
      let results = run.reassessments(
        submission,
        by: Reassessing(difference, old: before, new: after, asOf: asOf ?? Clock.today()))
      try Console.deliver(text(difference, results), to: output, inputs: submission + [old, new])
    }
    if exitCode, difference.altersJudgement { run.raise(.problemsFound) }
    if run.status != .fine { throw run.status.exitCode }
  }

  private func text(_ difference: ChecklistDifference, _ results: [Reassessment]) -> String {
    switch format {
    case .text:
      DifferenceText(difference, submissions: results, language: common.language).text
    case .json:
      String(
        decoding: JSONWriter.pretty(
          DifferenceDocument(difference, submissions: results, language: common.language).json),
        as: UTF8.self)
    }
  }

  private func printMap(_ difference: ChecklistDifference) throws {
    for warning in difference.warnings { Console.complain(warning[common.language]) }
    let map: MigrationMap
    do throws(MigrationObjection) {
      map = try MigrationMap(difference)
    } catch {
      throw Failure(status: .wrongUse, message: error.message[common.language])
    }
    try Console.deliver(map.yaml, to: output, inputs: [old, new])
  }
}

/// Loads what `soat diff` compares, printing what is wrong and going on with the rest.
private struct DiffRun {
  let language: Language
  private(set) var status = Status.fine

  init(language: Language) {
    self.language = language
  }

  /// Ends the run with at least this status.
  mutating func raise(_ status: Status) { self.status = max(self.status, status) }

  mutating func checklist(_ path: String) -> CompiledChecklist? {
    do throws(FileProblem) {
      let file = try ChecklistFile.load(path)
      let text = file.diagnostics.text(in: file.sources, language)
      if !text.isEmpty { Console.complain(text) }
      for problem in file.problems { Console.complain(problem[language]) }
      if file.compiled == nil { raise(.problemsFound) }
      return file.compiled
    } catch {
      complain(error)
      return nil
    }
  }

  mutating func reassessments(_ paths: [String], by reassessing: Reassessing) -> [Reassessment] {
    var results: [Reassessment] = []
    for path in paths {
      let isFolder = FileBytes.isFolder(path)
      let files = isFolder ? SubmissionLoader.submissions(under: path) : opened(path)
      for file in files {
        switch reassessing.reassess(file) {
        case .done(let result): results.append(result)
        case .broken(let loaded):
          Console.complain(
            loaded.diagnostics.text(in: [loaded.source.name: loaded.source], language))
          raise(.problemsFound)
        case .other(let file):
          // A folder may hold submissions for other checklists; a file that was named may not.
          guard !isFolder else { continue }
          let rejected = SubmissionLoader.reject(file, known: [reassessing.reference])
          Console.complain(
            rejected.diagnostics.text(in: [rejected.source.name: rejected.source], language))
          raise(.problemsFound)
        }
      }
    }
    return results
  }

  private mutating func opened(_ path: String) -> [SubmissionFile] {
    do throws(FileProblem) {
      return [try SubmissionLoader.open(path)]
    } catch {
      complain(error)
      return []
    }
  }

  private mutating func complain(_ problem: FileProblem) {
    Console.complain(problem.failure(language).message)
    raise(.unreadable)
  }
}
