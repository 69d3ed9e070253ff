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
  private(set) var parts: [Part] = []
  private(set) var status = Status.fine
  /// The files that were looked at, by the names they were read under.
  private(set) var filesRead: [String] = []
  /// How many submissions were not checked, because their checklist has errors: what would be said
  /// of them only follows from those.
  private(set) var unchecked = 0
  private var packs: [String: CompiledChecklist] = [:]
  private var packPaths: Set<String> = []
  /// The checklists that have errors themselves.
  private var brokenPacks: Set<String> = []
  private var submissions: [SubmissionFile] = []

  init(wantsNotes: Bool, language: Language) {
    self.wantsNotes = wantsNotes
    self.language = language
  }

  mutating func add(_ path: String) throws {
    do throws(FileProblem) {
      if FileBytes.isFolder(path) {
        let packs = LintReport.packs(under: path)
        let found = SubmissionLoader.submissions(under: path)
        if packs.isEmpty, found.isEmpty { _ = try PackLoader.packs(at: path) }
        for pack in packs { try addPack(pack) }
        submissions += found
      } else {
        if let file = SubmissionLoader.submission(at: path) {
          submissions.append(file)
        } else {
          try addPack(path)
        }
      }
    } catch {
      throw error.failure(language)
    }
  }

  /// Checks the submissions against the packs, those beside their folders included.
  mutating func finishSubmissions() {
    for file in submissions {
      let pack = file.checklist.flatMap { packs[$0] } ?? neighbour(of: file)
      if pack == nil, let name = file.checklist, brokenPacks.contains(name) {
        unchecked += 1
        filesRead.append(file.path)
        status = max(status, .problemsFound)
        continue
      }
      let loaded =
        if let pack {
          SubmissionLoader.load(file, for: pack.checklist)
        } else {
          SubmissionLoader.reject(file, known: packs.keys.sorted())
        }
      add(loaded.diagnostics, [loaded.source.name: loaded.source])
    }
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
    let pack = try PackLoader.load(path, notes: wantsNotes)
    add(pack.diagnostics, pack.sources)
    note(pack)
  }

  private mutating func note(_ pack: LoadedPack) {
    if let compiled = pack.compiled {
      packs[compiled.checklist.reference] = compiled
    } else if let reference = pack.reference {
      brokenPacks.insert(reference)
    }
  }

  private mutating func add(_ diagnostics: DiagnosticList, _ sources: [String: SourceText]) {
    parts.append(Part(diagnostics: diagnostics, sources: sources))
    filesRead += sources.keys.sorted()
    if diagnostics.hasErrors { status = max(status, .problemsFound) }
  }

  /// The pack a submission names, where it stands in a folder beside the submission's.
  private mutating func neighbour(of file: SubmissionFile) -> CompiledChecklist? {
    let library = Paths.join(Paths.folder(of: file.path), "..")
    for path in LintReport.packs(under: library)
    where packPaths.insert(FileBytes.realPath(path) ?? path).inserted {
      do throws(FileProblem) {
        note(try PackLoader.load(path))
      } catch {
        Console.complain(error.failure(language).message)
      }
    }
    return file.checklist.flatMap { packs[$0] }
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
