import ChecklistFormat
import Diagnostics
import InspectionCore
import JSON
import PluginHost

/// Scores any number of submissions, some hundreds at a time on several threads, and writes each
/// result as soon as those before it are written; memory does not grow with their number.
struct BatchScoring {
  enum Form {
    case lines(AssessmentDocument.Extent)
    case csv
    case table
  }

  let form: Form
  let audience: Audience
  let language: Language
  let scoping: Scoping
  let packs: [String: CompiledChecklist]
  /// The checklists that were found and have errors, as `id@version`.
  private let broken: Set<String>
  /// The packs' digests, under `id@version`.
  private let digests: [String: String]
  private(set) var status = Status.fine
  private(set) var scored = 0
  /// What went wrong, by file, the first hundred; told at the end.
  private var troubles: [String] = []
  private var troubleCount = 0

  init(
    _ form: Form, audience: Audience, language: Language, scoping: Scoping,
    packs: [String: CompiledChecklist], broken: Set<String> = []
  ) {
    self.broken = broken
    self.form = form
    self.audience = audience
    self.language = language
    self.scoping = scoping
    // Every submission is assessed on one day.
    self.packs = packs.mapValues { pack in
      scoping.context(of: pack.checklist).map { pack.prepared(for: $0.asOf) } ?? pack
    }
    digests = if case .lines = form { packs.mapValues { $0.checklist.digest } } else { [:] }
  }

  /// What became of one file, made on the thread that read it.
  private enum Piece: Sendable {
    case line([UInt8])
    case row([String])
    case trouble(String, Status)
    case none
  }

  /// - Parameter host: what asks the plugins of the checklists.
  mutating func run(
    _ files: [InputFile], to delivery: Delivery, asking host: PluginHost
  ) throws {
    let rules = packs.mapValues { SubmissionRules($0.checklist) }
    var table = Table(ResultRow.shownAlignments)
    switch form {
    case .lines: break
    case .csv:
      // The mark by which spreadsheets know UTF-8.
      try delivery.add("\u{FEFF}" + ResultRow.csv(ResultRow.header(language), language))
    case .table: table.add(ResultRow.shown(ResultRow.header(language)))
    }
    var progress = Progress(total: files.count, language: language)
    var done = 0
    let writer = BackgroundWriter(delivery)
    for batch in InputBatch.all(files) {
      var lines: [[UInt8]] = []
      for piece in host.isEmpty ? pieces(batch, rules) : pieces(batch, rules, host) {
        switch piece {
        case .line(let line):
          lines.append(line)
          scored += 1
        case .row(let cells):
          table.add(ResultRow.shown(cells))
          scored += 1
        case .trouble(let message, let status): note(message, status)
        case .none: continue
        }
      }
      try writer.add(lines)
      done += batch.paths.count
      progress.show(done)
    }
    try writer.finish()
    progress.end()
    if case .table = form { try delivery.add(table.text) }
    try delivery.finish()
    tellTroubles(files.count)
  }

  private func pieces(
    _ batch: InputBatch, _ rules: [String: SubmissionRules]
  ) -> [Piece] {
    SubmissionLoader.load(
      paths: batch.paths, for: rules, onlySubmissions: batch.onlySubmissions
    ) { piece($0, nil) }
  }

  /// The same where plugins are asked: all files of the batch are read, then asked about at once, and
  /// assessed when the answers are there.
  private func pieces(
    _ batch: InputBatch, _ rules: [String: SubmissionRules], _ host: PluginHost
  ) -> [Piece] {
    let read = SubmissionLoader.load(
      paths: batch.paths, for: rules, onlySubmissions: batch.onlySubmissions)
    let asked = read.map { result -> ScoredInput? in
      guard case .loaded(let loaded, let rules) = result, let pack = packs[rules.reference],
        let submission = loaded.submission, scoping.context(of: pack.checklist) != nil
      else { return nil }
      return ScoredInput(checklist: pack, submission: submission, path: loaded.path)
    }
    var contexts = asked.map { _ in AssessmentContext?.none }
    let places = asked.indices.filter { asked[$0] != nil }
    let found = host.contexts(
      places.compactMap { asked[$0] }.compactMap { input in
        scoping.context(of: input.checklist.checklist).map {
          (input.submission, input.checklist, $0, folder: Paths.folder(of: input.path))
        }
      })
    for (place, context) in zip(places, found) { contexts[place] = context }
    let known = contexts
    return Threads.map(read.count, threads: Threads.sensible) { place in
      piece(read[place], known[place])
    }
  }

  private func piece(_ result: BatchedSubmission, _ context: AssessmentContext?) -> Piece {
    switch result {
    case .loaded(let loaded, let rules): piece(loaded, packs[rules.reference], context)
    case .opened(let file):
      piece(SubmissionLoader.reject(file, known: packs.keys.sorted(), broken: broken), nil)
    case .other: .none
    case .unreadable(let problem):
      .trouble(problem.failure(language).message + "\n", .unreadable)
    }
  }

  private func piece(
    _ loaded: LoadedSubmission, _ pack: CompiledChecklist?, _ asked: AssessmentContext? = nil
  ) -> Piece {
    guard let pack, let submission = loaded.submission else {
      let text = loaded.diagnostics.text(in: [loaded.path: loaded.source], language)
      return .trouble(text, .problemsFound)
    }
    guard let context = asked ?? scoping.context(of: pack.checklist) else {
      let reason = scoping.objection(to: pack.checklist)?[language] ?? pack.checklist.reference
      return .trouble(loaded.path + ": " + reason + "\n", .problemsFound)
    }
    let result = ScoredSubmission(
      checklist: pack.checklist, assessment: assess(pack, submission, context))
    switch form {
    case .lines(let extent): return .line(line(result, extent))
    case .csv:
      return .line(Array(ResultRow.csv(row(result, loaded.path), language).utf8))
    case .table: return .row(row(result, loaded.path))
    }
  }

  private func row(_ result: ScoredSubmission, _ file: String) -> [String] {
    ResultRow(result, file: file, audience: audience, language: language).cells
  }

  /// The document of `--format json` on one line, as far as it is asked for.
  private func line(_ result: ScoredSubmission, _ extent: AssessmentDocument.Extent) -> [UInt8] {
    let document = AssessmentDocument(
      result.assessment, checklist: result.checklist,
      digest: digests[result.checklist.reference] ?? "", audience: audience, language: language)
    let text = JSONText(capacity: 1 << 16)
    document.write(extent, to: text)
    text.endLine()
    return text.bytes
  }

  // MARK: Trouble

  private mutating func note(_ message: String, _ status: Status) {
    self.status = max(self.status, status)
    troubleCount += 1
    if troubles.count < 100 { troubles.append(message) }
  }

  private func tellTroubles(_ files: Int) {
    guard troubleCount > 0 else { return }
    for trouble in troubles { Console.complain(trouble) }
    let more = troubleCount - troubles.count
    if more > 0 {
      Console.complain(
        LocalizedText(vi: "… và \(more) tệp nữa", en: "… and \(more) files more")[language])
    }
    Console.complain(
      LocalizedText(
        vi: "đã chấm \(scored) bài nộp; \(troubleCount) tệp có lỗi, chưa chấm",
        en: "scored \(scored) submissions; \(troubleCount) files with errors were not scored")[
          language])
  }
}
