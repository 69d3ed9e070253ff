public import ArgumentParser
import ChecklistFormat
import Diagnostics
public import InspectionCore
import PluginHost

/// The checklists a command works with, and the day it works on.
struct InputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Bảng kiểm: tệp checklist.yaml, thư mục của nó, hoặc thư mục chứa nhiều bảng kiểm · "
        + "A checklist, its folder, or a folder of checklists. Mặc định · default: $SOAT_LIBRARY, "
        + "Checklists.", valueName: "path"))
  var checklist: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ngày chấm; thời hạn tính từ ngày này. Mặc định: hôm nay · "
        + "Day of the assessment, from which deadlines count. Default: today.", valueName: "date"))
  var asOf: CivilDate?

  @OptionGroup var plugins: PluginOptions

  /// The day of the assessment.
  var day: CivilDate { asOf ?? Clock.today() }
}

extension CivilDate: ExpressibleByArgument {
  /// Reads a date as typed, ISO or dd/mm/yyyy.
  public init?(argument: String) {
    self.init(text: argument)
  }
}

/// One submission with the checklist it names.
struct ScoredInput {
  let checklist: CompiledChecklist
  let submission: Submission
  /// The file it was read from.
  let path: String
}

/// Loads checklists and submissions, printing what is wrong and going on with the rest.
struct InputLoader {
  let language: Language
  private(set) var status = Status.fine
  private(set) var packs: [String: CompiledChecklist] = [:]
  /// The checklists that were found and have errors, as `id@version`.
  private(set) var brokenPacks: Set<String> = []
  /// The plugins that their checks are of, by name.
  private var plugins: [String: PluginManifest] = [:]
  private let shelf: PluginShelf
  private var packPaths: [String: String] = [:]

  init(_ options: InputOptions, language: Language) throws {
    try self.init(
      checklists: options.checklist, language: language, plugins: options.plugins.shelf)
  }

  /// - Parameter checklists: the paths of checklists; the library where there are none.
  init(
    checklists: [String], language: Language, plugins shelf: PluginShelf = PluginShelf()
  ) throws {
    self.language = language
    self.shelf = shelf
    var paths = checklists
    if paths.isEmpty, let library = Library.folder { paths = [library] }
    if paths.isEmpty {
      throw ValidationError(
        "chỉ ra bảng kiểm bằng --checklist · give a checklist with --checklist PATH")
    }
    for path in paths { loadPacks(path) }
    if packs.isEmpty { throw max(status, .problemsFound).exitCode }
  }

  private mutating func loadPacks(_ path: String) {
    let files: [String]
    do throws(FileProblem) {
      files = try PackLoader.packs(at: path)
    } catch {
      return complain(error)
    }
    for file in files {
      do throws(FileProblem) {
        add(try PackLoader.load(file, plugins: shelf))
      } catch {
        complain(error)
      }
    }
  }

  private mutating func complain(_ problem: FileProblem) {
    Console.complain(problem.failure(language).message)
    status = max(status, .unreadable)
  }

  private mutating func add(_ pack: LoadedPack) {
    let text = pack.diagnostics.text(in: pack.sources, language)
    if !text.isEmpty { Console.complain(text) }
    guard let compiled = pack.compiled else {
      status = max(status, .problemsFound)
      if let reference = pack.reference { brokenPacks.insert(reference) }
      return
    }
    let reference = compiled.checklist.reference
    if let other = packPaths[reference], FileBytes.realPath(other) != FileBytes.realPath(pack.path)
    {
      Console.complain(
        LocalizedText(
          vi: "\(pack.path): lỗi: \(reference) đã có ở \(other); đổi id hoặc version của một bên",
          en:
            "\(pack.path): error: \(reference) stands in \(other) too; change the id or version of one"
        )[language])
      status = max(status, .problemsFound)
      packs[reference] = nil
      return
    }
    packPaths[reference] = pack.path
    packs[reference] = compiled
    for plugin in pack.plugins { plugins[plugin.kind.id] = plugin }
  }

  /// A host for the plugins of all checklists; nothing is started.
  var host: PluginHost {
    PluginHost(
      plugins.keys.sorted().compactMap { plugins[$0] }, options: PluginOptions.host)
  }

  /// Loads submissions; a broken one is reported and the others go on.
  mutating func submissions(_ files: [InputFile]) -> [ScoredInput] {
    var inputs: [ScoredInput] = []
    let rules = packs.mapValues { SubmissionRules($0.checklist) }
    for batch in InputBatch.all(files) {
      for result in SubmissionLoader.load(
        paths: batch.paths, for: rules, onlySubmissions: batch.onlySubmissions)
      {
        switch result {
        case .loaded(let loaded, let rules):
          if let input = input(loaded, packs[rules.reference]) { inputs.append(input) }
        case .opened(let file):
          let known = packs.keys.sorted()
          _ = input(SubmissionLoader.reject(file, known: known, broken: brokenPacks), nil)
        case .other: continue
        case .unreadable(let problem): complain(problem)
        }
      }
    }
    return inputs
  }

  /// Reports a submission whose checklist cannot be used as asked.
  mutating func refuse(_ input: ScoredInput, _ objection: LocalizedText?) {
    let reason = objection ?? LocalizedText(same: input.checklist.checklist.reference)
    Console.complain(input.submission.id + ": " + reason[language])
    status = max(status, .problemsFound)
  }

  private mutating func input(
    _ loaded: LoadedSubmission, _ pack: CompiledChecklist?
  ) -> ScoredInput? {
    let text = loaded.diagnostics.text(in: [loaded.source.name: loaded.source], language)
    if !text.isEmpty { Console.complain(text) }
    guard let pack, let submission = loaded.submission else {
      status = max(status, .problemsFound)
      return nil
    }
    return ScoredInput(checklist: pack, submission: submission, path: loaded.source.name)
  }
}
