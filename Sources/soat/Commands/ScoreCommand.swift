public import ArgumentParser
import ChecklistFormat
import Diagnostics
public import InspectionCore
import JSON
import PluginHost

/// `soat score`: submissions in; scores with reasons and deficiencies with deadlines out.
struct ScoreCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case lines = "jsonl"
    case csv
    case table
  }

  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Chấm điểm bài nộp · Score submissions, with deficiencies and deadlines.",
    discussion: """
      Chấm xong là mã thoát 0, dù có tồn tại; 1 khi bảng kiểm hoặc bài nộp có lỗi (các bài nộp \
      khác vẫn được chấm); 3 khi có tệp không đọc được. Exit code 0 means scored, whatever was \
      found; 1 errors in a checklist or submission (the others are still scored); 3 unreadable.

      Với hàng nghìn bài nộp dùng jsonl, csv hoặc table: chấm song song, ghi ra dần, lỗi nêu ở cuối. \
      For thousands of submissions use jsonl, csv or table: scored in parallel, written as they \
      come, errors told at the end.

      Ví dụ · Examples:
        soat score --submission Checklists/examples/ba-to-2024.yaml --as-of 2024-11-01
        soat score --submission bai-nop/ --format csv --output ket-qua.csv
        soat score --submission bai-nop.yaml --only staffing NS-04
      """)

  @OptionGroup var inputs: InputOptions

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "Các tệp bài nộp, hoặc thư mục chứa chúng · Submission files, or folders of them.",
      valueName: "file"))
  var submission: [String]

  @OptionGroup var scope: ScopeOptions

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help:
      "Người đọc: team, unit, public; với public, số trẻ em và số vụ từ 1 đến 4 được che · Audience."
  )
  var audience: Audience = .team

  @Option(name: .long, help: "Dạng kết quả · Output: text, json, jsonl, csv, table.")
  var format: Format = .text

  @Flag(
    name: .long,
    help: "Chỉ in điểm, tồn tại và thời hạn · Print scores, deficiencies and deadlines only.")
  var summary = false

  @Option(
    name: .long,
    help: ArgumentHelp("Ghi vào tệp thay vì màn hình · Write to a file.", valueName: "file"))
  var output: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Với jsonl: cả phần lặp lại từ bảng kiểm (tên gọi, căn cứ, biện pháp) · With jsonl: also what "
        + "the checklist itself says of each check (titles, law, remedies)."))
  var full = false

  func validate() throws {
    if full, format != .lines {
      throw ValidationError("--full đi với --format jsonl · goes with --format jsonl")
    }
    if summary, format != .text {
      throw ValidationError("--summary đi với --format text · goes with --format text")
    }
  }

  func run() throws {
    var loader = try InputLoader(inputs, language: common.language)
    let scoping = try Scoping(scope, asOf: inputs.day, packs: loader.packs)
    if let form = batchForm { return try score(form, scoping, &loader) }
    let files = InputFile.all(submission)
    let scored = loader.submissions(files)
    guard !scored.isEmpty else { throw max(loader.status, .problemsFound).exitCode }
    let host = loader.host
    let results = scored.compactMap { input -> ScoredSubmission? in
      let checklist = input.checklist.checklist
      guard let context = scoping.context(of: checklist) else {
        loader.refuse(input, scoping.objection(to: checklist))
        return nil
      }
      return ScoredSubmission(
        checklist: checklist,
        assessment: assess(input.checklist, input.submission, input.asked(host, context)))
    }
    host.close()
    guard !results.isEmpty else { throw loader.status.exitCode }
    let text =
      switch format {
      case .text:
        ScoreText(
          results, audience: audience, language: common.language, isSummary: summary
        ).text
      default: json(results, isOne: files.count == 1)
      }
    try Console.deliver(text, to: output, inputs: files.map(\.path))
    if loader.status != .fine { throw loader.status.exitCode }
  }

  private func score(
    _ form: BatchScoring.Form, _ scoping: Scoping, _ loader: inout InputLoader
  ) throws {
    let files = InputFile.all(submission)
    var batch = BatchScoring(
      form, audience: audience, language: common.language, scoping: scoping, packs: loader.packs,
      broken: loader.brokenPacks)
    let host = loader.host
    defer { host.close() }
    try batch.run(files, to: try Delivery(to: output, inputs: files.map(\.path)), asking: host)
    let status = max(loader.status, batch.status, batch.scored == 0 ? .problemsFound : .fine)
    if status != .fine { throw status.exitCode }
  }

  private func json(_ results: [ScoredSubmission], isOne: Bool) -> String {
    var digests: [String: String] = [:]
    var documents: [JSONValue] = []
    for result in results {
      let reference = result.checklist.reference
      let digest = digests[reference] ?? result.checklist.digest
      digests[reference] = digest
      documents.append(
        AssessmentDocument(
          result.assessment, checklist: result.checklist, digest: digest, audience: audience,
          language: common.language
        ).json)
    }
    let value = isOne ? documents[0] : .array(documents)
    return String(decoding: JSONWriter.pretty(value), as: UTF8.self)
  }
}

/// A submission's assessment with its checklist.
struct ScoredSubmission {
  let checklist: Checklist
  let assessment: Assessment
}

extension ScoreCommand {
  /// How many results are written where they are written one by one; nil for the others.
  private var batchForm: BatchScoring.Form? {
    switch format {
    case .text, .json: nil
    case .lines: .lines(full ? .whole : .findings)
    case .csv: .csv
    case .table: .table
    }
  }
}

extension Audience: ExpressibleByArgument {}
