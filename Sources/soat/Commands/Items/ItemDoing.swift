import ArgumentParser
import Diagnostics
import InspectionCore
import Storage
import Workspace

/// `soat item plan`.
struct ItemPlanning: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Kế hoạch khắc phục · Plan measures.",
    discussion: """
      Ví dụ · Example:
        soat item plan ba-to.2025.001 --measure 'Ban hành quyết định phân công' \\
          --milestone '15/03/2025=Trình ký' --budget 20000000
      """)

  @OptionGroup var item: ItemOptions

  @Option(name: .long, help: "Biện pháp; lặp lại được · A measure; names nobody.")
  var measure: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Đơn vị chịu trách nhiệm; mặc định: đơn vị của nội dung · The unit responsible.",
      valueName: "code"))
  var responsible: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Mốc, NGÀY=việc · A milestone.", valueName: "date=text"))
  var milestone: [DatedText] = []

  @Option(name: .long, help: "Kinh phí, đồng · The budget in đồng.")
  var budget: Int64?

  func run() throws {
    let measures = measure.map { FreeText($0) }
    let steps = milestone.map { (day: $0.day, text: FreeText($0.text)) }
    try item.give { workspace, _, id throws(WorkspaceError) in
      let unit = try workspace.unit(ofItem: id)
      let plan = ItemPlan(
        measures: measures.compactMap(\.blob), responsible: responsible ?? unit,
        milestones: steps.compactMap { step in
          step.text.blob.map { ItemPlan.Milestone(due: step.day, text: $0) }
        }, budget: budget)
      return (.plan(plan), measures + steps.map(\.text))
    }
  }
}

/// A day with what is to be reached by it.
struct DatedText: ExpressibleByArgument {
  let day: CivilDate
  let text: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let day = CivilDate(text: String(parts[0])) else { return nil }
    self.day = day
    text = String(parts[1])
  }
}

/// `soat item progress`.
struct ItemProgress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Báo cáo tiến độ: n trên m · Report progress.")

  @OptionGroup var item: ItemOptions

  @Option(name: .long, help: "Đã xong · How many are done.")
  var done: Int

  @Option(name: .customLong("of"), help: "Trên tổng số · Of how many.")
  var total: Int

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp("Theo xã, MÃ=n/m; lặp lại được · By commune.", valueName: "code=n/m"))
  var shares: [ProgressShare] = []

  @Option(name: .long, help: "Ghi chú · A note; names nobody.")
  var note: String?

  func run() throws {
    let text = note.map { FreeText($0) }
    try item.give { _, session, _ throws(WorkspaceError) in
      let progress = InspectionCore.Progress(
        done: done, of: total, byUnit: shares.map(\.share), note: text?.blob,
        day: session.happened)
      return (.reportProgress(progress), text.map { [$0] } ?? [])
    }
  }
}

/// How far one unit has come, as `CODE=n/m`.
struct ProgressShare: ExpressibleByArgument {
  let share: InspectionCore.Progress.Share

  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "=") else { return nil }
    let counts = argument[argument.index(after: sign)...].split(separator: "/")
    guard counts.count == 2, let done = Int(counts[0]), let of = Int(counts[1]) else {
      return nil
    }
    share = InspectionCore.Progress.Share(unit: String(argument[..<sign]), done: done, of: of)
  }
}

/// `soat item evidence`.
struct ItemEvidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Nộp minh chứng · Submit evidence.",
    discussion: """
      Hồ sơ vụ việc không bao giờ được tải lên; ghi lại bản gốc đã xem bằng --seen.
      Case files are never uploaded; record an original that was seen with --seen.
        soat item evidence ba-to.2025.001 --seen 'Quyết định|12/QĐ-UBND|20/03/2025|chuyên viên'
      """)

  @OptionGroup var item: ItemOptions

  @Option(name: .long, help: ArgumentHelp("Tệp · A file.", valueName: "file"))
  var file: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Bản gốc đã xem: loại|số|ngày|chức vụ người xem · An original seen.",
      valueName: "type|number|date|position"))
  var seen: [SeenArgument] = []

  func validate() throws {
    guard !file.isEmpty || !seen.isEmpty else {
      throw ValidationError("nêu --file hoặc --seen · name a file or an original seen")
    }
  }

  func run() throws {
    try item.give { workspace, session, _ throws(WorkspaceError) in
      var sources: [EvidenceSource] = []
      for path in file {
        if let digest = BlobDigest(hex: try workspace.evidence(at: path, session)) {
          sources.append(.file(digest))
        }
      }
      sources += seen.map { .seen($0.original) }
      return (.submitEvidence(sources), [])
    }
  }
}

/// An original that was seen, as `type|number|date|position`.
struct SeenArgument: ExpressibleByArgument {
  let original: SeenOriginal

  init?(argument: String) {
    let parts = argument.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let date = CivilDate(text: parts[2]) else { return nil }
    original = SeenOriginal(type: parts[0], number: parts[1], date: date, seenBy: parts[3])
  }
}

/// `soat item verify`.
struct ItemVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Xác minh và kết thúc; người khác và bên khác với bên nộp · Verify and close.")

  @OptionGroup var item: ItemOptions

  @Flag(
    name: .long, help: "Nội dung ngoài thẩm quyền của đơn vị · Outside the unit's competence.")
  var outsideCompetence = false

  @Option(name: .long, help: "Nhận xét · What was found; names nobody.")
  var reason: String?

  func run() throws {
    let text = reason.map { FreeText($0) }
    try item.give(
      texts: text.map { [$0] } ?? [],
      .verify(outsideCompetence ? .outsideCompetence : .resolved, reason: text?.blob))
  }
}

/// `soat item reject`.
struct ItemReject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Trả lại minh chứng · Send the evidence back.")

  @OptionGroup var item: ItemOptions
  @OptionGroup var reason: Reason

  func run() throws { try reason.give(item) { .reject(reason: $0) } }
}

/// `soat item records-missing`.
struct ItemRecordsMissing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records-missing",
    abstract: "Báo hồ sơ không được bàn giao · Report records not handed over.")

  @OptionGroup var item: ItemOptions
  @OptionGroup var reason: Reason

  func run() throws { try reason.give(item) { .reportRecordsMissing(reason: $0) } }
}
