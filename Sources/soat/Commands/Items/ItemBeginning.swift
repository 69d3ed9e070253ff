import ArgumentParser
import Diagnostics
import InspectionCore
import Storage
import Workspace

/// `soat item propose`.
struct ItemPropose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Đề xuất, chưa ràng buộc · Put an item down, provisional.")

  @Option(name: .long, help: ArgumentHelp("Mã đơn vị · The unit.", valueName: "code"))
  var unit: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Mục kiểm tra không đạt; nhiều mục thành một nội dung · Failed checks.", valueName: "id"))
  var check: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Bảng kiểm, như id@version; mặc định: mới thêm nhất · The checklist.", valueName: "name"))
  var checklist: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Chỉ tiêu thiếu số liệu của mục · Missing figures.", valueName: "id"))
  var figures: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Cơ quan kiến nghị; văn bản ở --document · The authority that recommends it.",
      valueName: "name"))
  var authority: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Đơn vị nhận kiến nghị · Its addressees.", valueName: "code"))
  var addressee: [String] = []

  @Flag(name: .long, help: "Cam kết của đơn vị · The unit's own commitment.")
  var commitment = false

  @Option(
    name: .long,
    help: ArgumentHelp("Đề xuất lên bên này · Proposed to this side.", valueName: "side"))
  var to: Party?

  @Option(name: .long, help: "Nội dung bằng lời · Its wording; names nobody.")
  var text: String?

  @Option(name: .long, help: "Loại · Kind: requirement, recommendation, reminder.")
  var kind: ItemKind?

  @Option(name: .long, help: "Mức độ · Severity: critical, high, medium, low.")
  var severity: CheckSeverity?

  @Option(name: .long, help: "Thời hạn · The time limit, such as '15 working days'.")
  var within: TimeLimit?

  @Option(name: .long, help: ArgumentHelp("Cuộc kiểm tra · The inspection.", valueName: "id"))
  var inspection: String?

  @Option(name: .long, help: ArgumentHelp("Mã tự đặt · An id of your own.", valueName: "id"))
  var id: String?

  @OptionGroup var writing: WritingOptions
  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    let ways = [!check.isEmpty, authority != nil, commitment, to != nil].count { $0 }
    guard ways <= 1 else {
      throw ValidationError(
        "chọn một: --check, --authority, --commitment, --to · choose one of them")
    }
    if authority != nil, writing.document == nil {
      throw ValidationError(
        "--authority cần --document và --dated · --authority takes --document and --dated")
    }
  }

  func run() throws {
    try options.run(
      { workspace, session in
        var wish = ItemWish(unit: unit, source: source(session))
        wish.id = id
        wish.kind = kind
        wish.severity = severity
        wish.text = text
        wish.inspection = inspection
        wish.limit = within
        let given = try workspace.propose(wish, session)
        Console.print(
          GivenText(language: options.language, isDryRun: session.isDryRun).text([given]))
      }, writing: writing)
  }

  private func source(_ session: Session) -> ItemWish.Source {
    if let authority, let document = session.document {
      return .recommendation(
        AuthorityRecommendation(
          authority: authority, document: document,
          addressees: addressee.isEmpty ? [unit] : addressee))
    }
    if let to { return .proposal(to: to) }
    if commitment { return .commitment }
    guard let first = check.first else { return .finding }
    if !figures.isEmpty {
      return .figures(check: first, checklist: checklist, indicators: figures)
    }
    return check.count == 1
      ? .check(first, checklist: checklist) : .checks(check, checklist: checklist)
  }
}

/// `soat item issue`.
struct ItemIssue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Ban hành bằng văn bản; thời hạn tính từ đó · Make items binding by a document.")

  @Argument(help: ArgumentHelp("Mã nội dung · Ids of items.", valueName: "id"))
  var ids: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Tất cả nội dung dự kiến của cuộc kiểm tra · All provisional items of an inspection.",
      valueName: "id"))
  var inspection: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ngày đơn vị nhận, nếu tính từ đó · The day of receipt, where time runs from it.",
      valueName: "date"))
  var received: CivilDate?

  @Option(name: .long, help: "Thời hạn khác với dự kiến · Another time limit.")
  var within: TimeLimit?

  @OptionGroup var writing: WritingOptions
  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    guard ids.isEmpty != (inspection == nil) else {
      throw ValidationError(
        "nêu mã nội dung hoặc --inspection · name items, or an inspection")
    }
    guard writing.document != nil else {
      throw ValidationError(
        "ban hành cần --document SỐ --dated NGÀY · issuing takes --document and --dated")
    }
  }

  func run() throws {
    try options.run(
      { workspace, session in
        guard let document = session.document else { return }
        let terms = IssueTerms(document: document, received: received, limit: within)
        let text = GivenText(language: options.language, isDryRun: session.isDryRun)
        if let inspection {
          let (given, left) = try workspace.issueAll(ofInspection: inspection, terms, session)
          Console.print(text.text(given) + text.left(left))
        } else {
          let given = try workspace.give(ids.map { ItemOrder(.issue(terms), to: $0) }, session)
          Console.print(text.text(given))
        }
      }, writing: writing)
  }
}

/// `soat item explain`.
struct ItemExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Đơn vị giải trình trước khi ban hành · The unit explains.")

  @OptionGroup var item: ItemOptions
  @OptionGroup var reason: Reason

  @Option(name: .long, help: "Ý kiến · Stance: accepts, partly, rejects.")
  var stance: UnitExplanation.Stance

  func run() throws { try reason.give(item) { .explain(stance, reason: $0) } }
}

/// `soat item rule`.
struct ItemRule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "Trả lời giải trình · Answer an explanation.")

  @OptionGroup var item: ItemOptions
  @OptionGroup var reason: Reason

  @Option(name: .long, help: "Kết luận · Outcome: accepted, partly, rejected.")
  var outcome: ExplanationRuling.Outcome

  @Option(name: .long, help: "Kết quả mục trước giải trình · The verdict before.")
  var before: Verdict?

  @Option(name: .long, help: "Kết quả mục sau giải trình · The verdict after.")
  var after: Verdict?

  func run() throws {
    try reason.give(item) {
      .ruleOnExplanation(
        ExplanationRuling(outcome: outcome, before: before, after: after, reason: $0))
    }
  }
}

/// `soat item withdraw`.
struct ItemWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Rút lại khi giải trình được chấp nhận · Drop an item.")

  @OptionGroup var item: ItemOptions
  @OptionGroup var reason: Reason

  func run() throws { try reason.give(item) { .withdraw(reason: $0) } }
}

/// `soat item acknowledge`.
struct ItemAcknowledge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge", abstract: "Xác nhận đã nhận · Confirm that items have arrived.")

  @OptionGroup var item: ItemOptions

  func run() throws { try item.give(.acknowledge) }
}
