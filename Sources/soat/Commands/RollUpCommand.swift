import ArgumentParser
import ChecklistFormat
import Diagnostics
import InspectionCore
import JSON

/// `soat roll-up`: submissions of child units in; what they come to for their parent out.
struct RollUpCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
    case yaml
  }

  static let configuration = CommandConfiguration(
    commandName: "roll-up",
    abstract: "Cộng số của cấp dưới · Add child units up to their parent's figures.",
    discussion: """
      Cộng số đếm, tính lại tỷ lệ từ tử số và mẫu số, nêu đơn vị còn thiếu, đặt cạnh số của cấp trên. \
      Đơn vị chưa trả lời làm tổng thành "ít nhất", không bao giờ thành 0. Mã thoát 1 khi bài nộp có \
      lỗi hoặc không cộng chung được. Counts are added, shares recomputed, missing units named; a \
      unit without an answer makes a sum "at least", never zero. Exit code 1: a submission has \
      errors, or they cannot be added together.

      Ví dụ · Examples:
        soat roll-up --submission bai-nop-xa/ --units xa.yaml --parent huyen.yaml
        soat roll-up --submission bai-nop-xa/ --expected 19 --format csv --output tong-hop.csv
        soat roll-up --submission bai-nop-xa/ --units xa.yaml --target child-protection-district \
      --format yaml --output nhap-huyen.yaml
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Bảng kiểm: tệp checklist.yaml, thư mục của nó, hoặc thư mục chứa nhiều bảng kiểm · "
        + "A checklist, its folder, or a folder of checklists. Mặc định · default: $SOAT_LIBRARY, "
        + "Checklists.", valueName: "path"))
  var checklist: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "Bài nộp của các đơn vị cấp dưới, hoặc thư mục chứa chúng · Submissions of the child units, or "
        + "folders of them.", valueName: "file"))
  var submission: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Bài nộp của chính cấp trên, để đặt cạnh · The parent's own submission, to compare with.",
      valueName: "file"))
  var parent: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Danh sách đơn vị phải báo cáo · The list of units that should report.", valueName: "file"))
  var units: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Số đơn vị phải báo cáo, khi không có danh sách · How many should report, without a list.",
      valueName: "number"))
  var expected: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Bảng kiểm của cấp trên để điền số; mặc định theo --parent · The parent's checklist whose "
        + "figures are wanted; default: that of --parent.", valueName: "id"))
  var target: String?

  @OptionGroup var common: CommonOptions

  @Option(
    name: .long,
    help:
      "Người đọc: team, unit (cấp trên), public; với public, số trẻ em và số vụ từ 1 đến 4 được che · Audience."
  )
  var audience: Audience = .team

  @Option(
    name: .long,
    help: "Dạng kết quả; yaml là bản nháp bài nộp của cấp trên · Output: text, json, csv, yaml.")
  var format: Format = .text

  @Flag(name: .long, help: "In cả số của từng đơn vị · Print the figures of each unit too.")
  var byUnit = false

  @Option(
    name: .long,
    help: ArgumentHelp("Ghi vào tệp thay vì màn hình · Write to a file.", valueName: "file"))
  var output: String?

  func validate() throws {
    if units != nil, expected != nil {
      throw ValidationError(
        "--units đã cho biết số đơn vị, bỏ --expected · --units says how many, drop --expected")
    }
    if let expected, !(1...1_000_000).contains(expected) {
      throw ValidationError("--expected: từ 1 đến 1.000.000 · from 1 to 1,000,000")
    }
    if byUnit, format != .text {
      throw ValidationError("--by-unit đi với --format text · goes with --format text")
    }
    guard format == .yaml else { return }
    if audience == .everyone {
      throw ValidationError(
        "bản nháp có đủ số, không dành cho công chúng · a draft holds every figure and is not for "
          + "the public")
    }
    if units == nil, expected == nil {
      throw ValidationError(
        "bản nháp cần biết có bao nhiêu đơn vị: --units hoặc --expected · a draft must know how many "
          + "units there are: --units or --expected")
    }
  }

  func run() throws {
    let inputs = try RollUpInputs(self)
    let rollUp: RollUp
    do throws(RollUpRefusal) {
      rollUp = try RollUp(inputs.request)
    } catch {
      for problem in error.problems {
        Console.complain(
          "\(problem.message[common.language]); \(problem.mend[common.language])")
      }
      throw Status.problemsFound.exitCode
    }
    try Console.deliver(try text(rollUp), to: output, inputs: inputs.paths)
    if inputs.status != .fine { throw inputs.status.exitCode }
  }

  private func text(_ rollUp: RollUp) throws -> String {
    switch format {
    case .text:
      return RollUpText(
        rollUp, audience: audience, language: common.language, showsUnits: byUnit
      ).text
    case .csv:
      return RollUpText(
        rollUp, audience: audience, language: common.language, showsUnits: true
      ).csv
    case .json:
      let document = RollUpDocument(rollUp, audience: audience, language: common.language)
      return String(decoding: JSONWriter.pretty(document.json), as: UTF8.self)
    case .yaml: return try draft(rollUp)
    }
  }

  private func draft(_ rollUp: RollUp) throws -> String {
    guard let unit = rollUp.parentUnit else {
      throw ValidationError(
        "không biết cấp trên là đơn vị nào: thêm units_of vào danh sách, hoặc nêu --parent · which "
          + "unit is the parent? Add units_of to the list, or give --parent")
    }
    let checklist = rollUp.request.target.checklist
    let submission = rollUp.draft(
      id: "nhap-" + unit.code.split(separator: "/").joined(separator: "-") + "-"
        + rollUp.period.to.iso,
      of: unit, in: common.language)
    if let objection = checklist.objection(to: submission) {
      throw Failure(status: .problemsFound, message: objection[common.language])
    }
    return SubmissionDraft(submission, of: checklist).text
  }
}
