import ArgumentParser
import ChecklistFormat
import Diagnostics

/// `soat fmt`: the YAML files in one style.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Định dạng tệp YAML, giữ mọi chú thích · Format YAML files, keeping every comment.",
    discussion: """
      PATH là tệp, hoặc thư mục: mọi tệp .yaml bên trong, trừ tệp và thư mục ẩn. Tệp được viết lại \
      tại chỗ và tên tệp đã đổi được in ra; ý không đổi, tệp có lỗi YAML được để nguyên. A folder \
      stands for every .yaml file in it that is not hidden. Files are rewritten in place and those \
      that changed are named; their meaning stays, and a file with YAML errors is left alone.

      Ví dụ · Examples:
        soat fmt Checklists
        soat fmt --check Checklists
        soat fmt --diff Checklists/examples/ba-to-2024.yaml
        soat fmt --as area - < staffing.yaml
      """)

  @OptionGroup var common: CommonOptions

  @Flag(
    name: .long,
    help: "Không sửa; nêu tệp sẽ đổi, mã thoát 1 nếu có · List what would change, exit 1 if any.")
  var check = false

  @Flag(name: .long, help: "Không sửa; in chỗ khác nhau · Print the differences, change nothing.")
  var diff = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Loại tệp, khi không tự nhận ra · Kind of file, where its keys do not tell: checklist, area, "
        + "indicators, citations, calendar, targets, periods, submission.", valueName: "file-kind"))
  var kind: FormatFile?

  @Argument(
    help: ArgumentHelp(
      "Tệp hoặc thư mục; - đọc từ đầu vào chuẩn · Files or folders; - reads standard input.",
      valueName: "path"))
  var paths: [String]

  func validate() throws {
    guard paths.contains("-") else { return }
    if paths.count > 1 {
      throw ValidationError("- đứng một mình · - stands alone: soat fmt -")
    }
  }

  func run() throws {
    let mode: FormatRun.Mode =
      switch (check, diff) {
      case (false, false): .rewrite
      case (true, false): .list
      case (_, true): .show
      }
    var run = FormatRun(mode, kind: kind, language: common.language)
    if paths == ["-"] {
      try run.formatInput()
    } else {
      for path in paths { run.format(path) }
    }
    if check, run.hasChanges { run.raise(.problemsFound) }
    if run.status != .fine { throw run.status.exitCode }
  }
}
