import ArgumentParser
import CEL
import Diagnostics
import InspectionCore

/// `soat explain`: one check of one submission, followed with a pencil.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Giải thích một mục kiểm tra · Show how one check came to its verdict and points.")

  @OptionGroup var inputs: InputOptions

  @Option(
    name: .long, help: ArgumentHelp("Tệp bài nộp · The submission file.", valueName: "file"))
  var submission: [String]

  @OptionGroup var common: CommonOptions

  @Argument(help: "Mã mục kiểm tra, như NS-08 · The check's id.")
  var check: String

  func run() throws {
    let language = common.language
    var loader = try InputLoader(inputs, language: language)
    let loaded = loader.submissions(InputFile.all(submission))
    guard !loaded.isEmpty else { throw max(loader.status, .problemsFound).exitCode }
    var texts: [String] = []
    for input in loaded {
      let assessment = assess(
        input.checklist, input.submission, AssessmentContext(asOf: inputs.day))
      guard let result = assessment.result(of: check) else {
        throw unknownCheck(input.checklist.checklist, language)
      }
      texts.append(
        ExplanationText(
          result, in: assessment, checklist: input.checklist, language: language
        ).text)
    }
    Console.print(texts.joined(separator: "\n"))
    if loader.status != .fine { throw loader.status.exitCode }
  }

  private func unknownCheck(_ checklist: Checklist, _ language: Language) -> ValidationError {
    let ids = checklist.areas.flatMap { $0.checks.map { $0.id } }
    let near = nearestName(to: check, in: ids)
    let list = ids.joined(separator: ", ")
    return ValidationError(
      LocalizedText(
        vi: "bảng kiểm \(checklist.reference) không có mục \"\(check)\"; "
          + (near.map { "có phải là \"\($0)\"?" } ?? "các mục: \(list)"),
        en: "the checklist \(checklist.reference) has no check \"\(check)\"; "
          + (near.map { "did you mean \"\($0)\"?" } ?? "its checks: \(list)"))[language])
  }
}
