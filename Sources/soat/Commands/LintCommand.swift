import ArgumentParser
import ChecklistFormat
import Diagnostics

/// `soat lint`: every problem of packs and submissions, in one pass.
struct LintCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
  }

  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Soát lỗi bảng kiểm và bài nộp · Report every problem of checklists and submissions.",
    discussion: """
      PATH là thư mục bảng kiểm, tệp checklist.yaml, tệp bài nộp, hoặc thư mục chứa nhiều bảng \
      kiểm và bài nộp. A submission is checked against the checklist it names, which is looked \
      for among the paths given and beside the submission's own folder.

      --explain MÃ giải thích mã lỗi, kèm ví dụ; không kèm mã thì liệt kê tất cả · explains the \
      codes given, or lists them all.
      """)

  @OptionGroup var common: CommonOptions

  @OptionGroup var plugins: PluginOptions

  @Option(name: .long, help: "Dạng kết quả · Output: text, json, sarif.")
  var format: Format = .text

  @Flag(name: .long, help: "Nêu cả ghi chú · Show notes too.")
  var notes = false

  @Option(
    name: .long,
    help: ArgumentHelp("Ghi vào tệp thay vì màn hình · Write to a file.", valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "Giải thích mã lỗi · Explain codes instead of checking files.")
  var explain = false

  @Argument(
    help: ArgumentHelp(
      "Nơi cần soát, hoặc mã cần giải thích · What to check, or the codes to explain.",
      valueName: "path"))
  var paths: [String] = []

  func validate() throws {
    if explain, format != .text {
      throw ValidationError("--explain đi với --format text · goes with --format text")
    }
    if !explain, paths.isEmpty {
      throw ValidationError("Cần ít nhất một nơi cần soát · Say what to check: soat lint PATH…")
    }
  }

  func run() throws {
    if explain { return try Console.deliver(explanations(), to: output) }
    var report = LintReport(
      wantsNotes: notes, language: common.language, plugins: plugins.shelf)
    for path in paths { try report.add(path) }
    report.finishSubmissions()
    let text =
      switch format {
      case .text: report.text
      case .json: report.json
      case .sarif: report.sarif
      }
    try Console.deliver(text, to: output, inputs: report.filesRead)
    if report.status != .fine { throw report.status.exitCode }
  }

  private func explanations() throws -> String {
    guard !paths.isEmpty else { return Explanation.list(common.language) }
    return try paths.map { code in
      guard let explanation = Explanation.of(code) else { throw unknown(code) }
      return explanation.text(common.language)
    }.joined(separator: "\n")
  }

  private func unknown(_ code: String) -> Failure {
    var message = LocalizedText(vi: "không có mã \"\(code)\"", en: "there is no code \"\(code)\"")
    if let near = nearestName(to: code, in: Explanation.all.map(\.code)) {
      message =
        message + LocalizedText(vi: "; có phải là \"\(near)\"?", en: "; did you mean \"\(near)\"?")
    } else {
      message =
        message
        + LocalizedText(
          vi: "; xem tất cả: soat lint --explain", en: "; for all of them: soat lint --explain")
    }
    return Failure(status: .wrongUse, message: message[common.language])
  }
}
