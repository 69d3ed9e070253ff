import ChecklistFormat
import Diagnostics
import InspectionCore

/// What lint found, pack by pack and submission by submission.
struct LintReport {
  /// What was found in one pack or submission.
  struct Part {
    let diagnostics: DiagnosticList
    let sources: [String: SourceText]
  }

  let wantsNotes: Bool
  let language: Language
  private let shelf: PluginShelf
  private(set) var parts: [Part] = []
  private(set) var status = Status.fine
  /// The files that were looked at, by the names they were read under.
  private(set) var filesRead: [String] = []
  /// How many submissions were not checked, because their checklist has errors: what would be said
  /// of them only follows from those.
  private(set) var unchecked = 0
  /// What submissions are read by, under `id@version`.
  private var rules: [String: SubmissionRules] = [:]
  private var packPaths: Set<String> = []
  /// The checklists that have errors themselves.
  private var brokenPacks: Set<String> = []
  /// Files that are, or in a folder may be, submissions.
  private var candidates: [Candidate] = []

  private struct Candidate {
    let path: String
    /// Whether the user named the file, rather than a folder it stands in.
    let isNamed: Bool
  }

  init(wantsNotes: Bool, language: Language, plugins shelf: PluginShelf) {
    self.wantsNotes = wantsNotes
    self.shelf = shelf
    self.language = language
  }

  mutating func add(_ path: String) throws {
    do throws(FileProblem) {
      if FileBytes.isFolder(path) {
        let packs = LintReport.packs(under: path)
        let files = SubmissionLoader.files(under: path)
        if packs.isEmpty, !files.contains(where: SubmissionLoader.isSubmission),
          !files.contains(where: StandaloneFile.isOne)
        {
          _ = try PackLoader.packs(at: path)
        }
        for pack in packs { try addPack(pack) }
        candidates += files.map { Candidate(path: $0, isNamed: false) }
      } else if SubmissionLoader.seemsSubmission(path) {
        candidates.append(Candidate(path: path, isNamed: true))
      } else if let (diagnostics, source) = try StandaloneFile.check(path) {
        add(diagnostics, [path: source])
      } else {
        try addPack(path)
      }
    } catch {
      throw error.failure(language)
    }
  }

  /// Checks the submissions against the packs, those beside their folders included.
  mutating func finishSubmissions() {
    var rest = candidates[...]
    while !rest.isEmpty {
      let batch = rest.prefix(SubmissionLoader.batchCount(of: rest.lazy.map(\.path)))
      rest = rest.dropFirst(batch.count)
      let results = SubmissionLoader.load(
        paths: batch.map(\.path), for: rules, onlySubmissions: true)
      for (candidate, result) in zip(batch, results) { finish(candidate, result) }
    }
  }

  private mutating func finish(_ candidate: Candidate, _ result: BatchedSubmission) {
    switch result {
    case .loaded(let loaded, _): add(loaded)
    case .opened(let file): finish(file)
    case .other:
      do throws(FileProblem) {
        guard !candidate.isNamed else { return try addPack(candidate.path) }
        if let (diagnostics, source) = try StandaloneFile.check(candidate.path) {
          add(diagnostics, [candidate.path: source])
        } else {
          // What no pack uses may be anything, but not broken.
          let file = try SubmissionLoader.open(candidate.path)
          if file.isBroken, !wasRead(candidate.path) {
            add(SubmissionLoader.reject(file, known: []))
          }
        }
      } catch {
        tell(error)
      }
    case .unreadable(let problem): tell(problem)
    }
  }

  private func wasRead(_ path: String) -> Bool {
    let real = FileBytes.realPath(path)
    return filesRead.contains { $0 == path || FileBytes.realPath($0) == real }
  }

  private mutating func tell(_ problem: FileProblem) {
    Console.complain(problem.failure(language).message)
    status = max(status, .unreadable)
  }

  /// Checks a submission by a checklist that stands beside its folder, or says that there is none.
  private mutating func finish(_ file: SubmissionFile) {
    if let rules = file.checklist.flatMap({ rules[$0] }) ?? neighbour(of: file) {
      return add(SubmissionLoader.load(file, by: rules))
    }
    guard let name = file.checklist, brokenPacks.contains(name) else {
      return add(SubmissionLoader.reject(file, known: rules.keys.sorted()))
    }
    unchecked += 1
    filesRead.append(file.path)
    status = max(status, .problemsFound)
  }

  private mutating func add(_ loaded: LoadedSubmission) {
    add(loaded.diagnostics, [loaded.path: loaded.source])
  }

  /// How many diagnostics of a severity are shown.
  func count(_ severity: Severity) -> Int {
    parts.reduce(0) { sum, part in
      severity == .error
        ? sum + part.diagnostics.errorCount
        : sum + part.diagnostics.all.count { $0.severity == severity }
    }
  }

  /// How many diagnostics were found and not kept.
  var leftOut: Int { parts.reduce(0) { $0 + $1.diagnostics.leftOut } }

  /// The diagnostics with their carets, and a line that counts them.
  var text: String {
    var text = ""
    for part in parts { text += part.diagnostics.text(in: part.sources, language) }
    let files = filesRead.count
    var summary = LocalizedText(
      vi: "\(files) tệp: \(count(.error)) lỗi, \(count(.warning)) cảnh báo",
      en: "\(files) files: \(count(.error)) errors, \(count(.warning)) warnings")
    if wantsNotes {
      summary =
        summary + LocalizedText(vi: ", \(count(.note)) ghi chú", en: ", \(count(.note)) notes")
    }
    if unchecked > 0 {
      summary =
        summary
        + LocalizedText(
          vi: "; \(unchecked) bài nộp chưa soát vì bảng kiểm có lỗi",
          en: "; \(unchecked) submissions not checked, since their checklist has errors")
    }
    return text + summary[language] + "\n"
  }

  private mutating func addPack(_ path: String) throws(FileProblem) {
    guard packPaths.insert(FileBytes.realPath(path) ?? path).inserted else { return }
    let pack = try PackLoader.load(path, notes: wantsNotes, plugins: shelf)
    add(pack.diagnostics, pack.sources)
    note(pack)
  }

  private mutating func note(_ pack: LoadedPack) {
    if let compiled = pack.compiled {
      rules[compiled.checklist.reference] = SubmissionRules(compiled.checklist)
    } else if let reference = pack.reference {
      brokenPacks.insert(reference)
    }
  }

  private mutating func add(_ diagnostics: DiagnosticList, _ sources: [String: SourceText]) {
    // The texts of thousands of files without a problem are not kept.
    if !diagnostics.all.isEmpty { parts.append(Part(diagnostics: diagnostics, sources: sources)) }
    filesRead += sources.keys.sorted()
    if diagnostics.hasErrors { status = max(status, .problemsFound) }
  }

  /// The pack a submission names, where it stands in a folder beside the submission's.
  private mutating func neighbour(of file: SubmissionFile) -> SubmissionRules? {
    let library = Paths.join(Paths.folder(of: file.path), "..")
    for path in LintReport.packs(under: library)
    where packPaths.insert(FileBytes.realPath(path) ?? path).inserted {
      do throws(FileProblem) {
        note(try PackLoader.load(path, plugins: shelf))
      } catch {
        Console.complain(error.failure(language).message)
      }
    }
    return file.checklist.flatMap { rules[$0] }
  }

  /// The packs in a folder: itself, or those directly in it.
  private static func packs(under folder: String) -> [String] {
    do throws(FileProblem) {
      return try PackLoader.packs(at: folder)
    } catch {
      return []
    }
  }
}
