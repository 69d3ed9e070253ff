import ArgumentParser
import CEL
import Diagnostics
import InspectionCore
import JSON
import PluginHost

/// `soat explain`: one check of one submission, or its whole score, followed with a pencil.
struct ExplainCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Giải thích một mục, hoặc cả điểm · Show how a check, or the score, came about.",
    discussion: """
      Có mã mục: số liệu kèm nguồn, quy tắc và giá trị từng phần, điểm viết thành phép tính, ảnh \
      hưởng đến xếp loại, thời hạn, căn cứ. Không có mã mục: cả điểm của đơn vị. Số liệu không che: \
      chỉ dành cho đoàn kiểm tra và đơn vị. With a check: its figures and sources, the rule part by \
      part, the points as arithmetic, the grade, the deadline, the law. Without: the unit's score. \
      Nothing is masked: for the team and the unit only.

      Ví dụ · Examples:
        soat explain NS-08 --submission Checklists/examples/ba-to-2024.yaml --as-of 2024-11-01
        soat explain --submission Checklists/examples/ba-to-2024.yaml --as-of 2024-11-01
        soat explain --theme resources --submission Checklists/examples/ba-to-2024.yaml
      """)

  @OptionGroup var inputs: InputOptions

  @Option(
    name: .long, help: ArgumentHelp("Tệp bài nộp · The submission file.", valueName: "file"))
  var submission: [String]

  @OptionGroup var scope: ScopeOptions

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "Dạng kết quả · Output: text, json.")
  var format: Format = .text

  @Argument(
    help: "Mã mục kiểm tra, như NS-08; bỏ trống để xem cả điểm · The check's id; the score without."
  )
  var check: String?

  func run() throws {
    var loader = try InputLoader(inputs, language: common.language)
    let loaded = loader.submissions(InputFile.all(submission))
    guard !loaded.isEmpty else { throw max(loader.status, .problemsFound).exitCode }
    let scoping = try Scoping(scope, asOf: inputs.day, packs: loader.packs)
    let host = loader.host
    defer { host.close() }
    var assessed: [(input: ScoredInput, assessment: Assessment)] = []
    for input in loaded {
      guard let context = scoping.context(of: input.checklist.checklist) else {
        loader.refuse(input, scoping.objection(to: input.checklist.checklist))
        continue
      }
      assessed.append(
        (input, assess(input.checklist, input.submission, input.asked(host, context))))
    }
    guard !assessed.isEmpty else { throw max(loader.status, .problemsFound).exitCode }
    switch format {
    case .text:
      let texts = try assessed.map { try text($0.input, $0.assessment) }
      Console.print(texts.joined(separator: "\n"))
    case .json:
      let documents = try assessed.map { try document($0.input, $0.assessment) }
      let value = documents.count == 1 ? documents[0] : .array(documents)
      Console.print(String(decoding: JSONWriter.pretty(value), as: UTF8.self))
    }
    if loader.status != .fine { throw loader.status.exitCode }
  }

  private func text(_ input: ScoredInput, _ assessment: Assessment) throws -> String {
    let language = common.language
    guard let check else {
      return ScoreExplanationText(assessment, checklist: input.checklist, language: language).text
    }
    return ExplanationText(
      try explanation(of: check, input, assessment), in: assessment, checklist: input.checklist,
      language: language
    ).text
  }

  private func document(_ input: ScoredInput, _ assessment: Assessment) throws -> JSONValue {
    let document = ExplanationDocument(
      assessment, checklist: input.checklist, language: common.language)
    guard let check else { return document.json }
    return document.json(try explanation(of: check, input, assessment))
  }

  private func explanation(
    of check: String, _ input: ScoredInput, _ assessment: Assessment
  ) throws -> CheckExplanation {
    if let found = input.checklist.explanation(of: check, in: assessment) { return found }
    let checklist = input.checklist.checklist
    let ids = checklist.areas.flatMap { $0.checks.map { $0.id } }
    guard !ids.contains(check) else {
      throw ValidationError(
        LocalizedText(
          vi: "mục \"\(check)\" nằm ngoài phạm vi đang chấm; bỏ --theme, --only để xem",
          en: "the check \"\(check)\" is out of scope; leave out --theme and --only to see it")[
            common.language])
    }
    let near = nearestName(to: check, in: ids)
    let list = ids.joined(separator: ", ")
    throw ValidationError(
      LocalizedText(
        vi: "bảng kiểm \(checklist.reference) không có mục \"\(check)\"; "
          + (near.map { "có phải là \"\($0)\"?" } ?? "các mục: \(list)"),
        en: "the checklist \(checklist.reference) has no check \"\(check)\"; "
          + (near.map { "did you mean \"\($0)\"?" } ?? "its checks: \(list)"))[common.language])
  }
}
