import ArgumentParser
import Diagnostics
import InspectionCore
import Storage
import Workspace

/// `soat item extend`.
struct ItemExtend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend", abstract: "Đề nghị gia hạn · Ask for a later deadline.")

  @OptionGroup var item: ItemOptions
  @OptionGroup var reason: Reason

  @Option(name: .long, help: ArgumentHelp("Đến ngày · The day asked for.", valueName: "date"))
  var to: CivilDate

  func run() throws { try reason.give(item) { .requestExtension(to: to, reason: $0) } }
}

/// `soat item grant`.
struct ItemGrant: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: "Cho gia hạn · Grant an extension.")

  @OptionGroup var item: ItemOptions

  @Option(name: .long, help: ArgumentHelp("Đến ngày · The new deadline.", valueName: "date"))
  var to: CivilDate

  func run() throws { try item.give(.grantExtension(to: to)) }
}

/// `soat item refuse`.
struct ItemRefuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse", abstract: "Không cho gia hạn · Refuse an extension.")

  @OptionGroup var item: ItemOptions
  @OptionGroup var reason: Reason

  func run() throws { try reason.give(item) { .refuseExtension(reason: $0) } }
}

/// `soat item waive`.
struct ItemWaive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive",
    abstract: "Thôi theo dõi đến một ngày; không áp dụng cho nghĩa vụ luật định · Waive.")

  @OptionGroup var item: ItemOptions
  @OptionGroup var reason: Reason

  @Option(name: .long, help: ArgumentHelp("Đến hết ngày · The last day.", valueName: "date"))
  var until: CivilDate

  @Option(
    name: .long,
    help: ArgumentHelp("Chức vụ người duyệt · Who approves it, by position.", valueName: "position")
  )
  var approver: String

  func run() throws {
    try reason.give(item) { .waive(reason: $0, approver: approver, until: until) }
  }
}

/// `soat item unwaive`.
struct ItemUnwaive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unwaive", abstract: "Theo dõi trở lại · Follow an item again.")

  @OptionGroup var item: ItemOptions
  @OptionGroup var reason: Reason

  func run() throws { try reason.give(item) { .revokeWaiver(reason: $0) } }
}

/// `soat item reopen`.
struct ItemReopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Mở lại; nêu --within để có thời hạn mới theo văn bản · Open a closed item again.")

  @OptionGroup var item: ItemOptions
  @OptionGroup var reason: Reason

  @Option(name: .long, help: "Thời hạn mới · A new time limit, from the document.")
  var within: TimeLimit?

  func validate() throws {
    if within != nil, item.writing.document == nil {
      throw ValidationError("--within cần --document và --dated · --within takes a document")
    }
  }

  func run() throws {
    let text = reason.text
    guard let blob = text.blob else { return }
    try item.give { _, session, _ throws(WorkspaceError) in
      var terms: IssueTerms?
      if let within, let document = session.document {
        terms = IssueTerms(document: document, limit: within)
      }
      return (.reopen(reason: blob, terms), [text])
    }
  }
}

/// `soat item review`.
struct ItemReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Kết quả rà soát tại cuộc kiểm tra sau · Record what a later inspection said.")

  @OptionGroup var item: ItemOptions

  @Option(name: .long, help: ArgumentHelp("Cuộc kiểm tra · The inspection.", valueName: "id"))
  var inspection: String

  @Option(
    name: .long,
    help: "Kết quả · Outcome: carried_over, resolved, not_comparable, not_examined.")
  var outcome: Review.Outcome

  func run() throws { try item.give(.review(Review(inspection: inspection, outcome: outcome))) }
}

/// `soat item remind`.
struct ItemRemind: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind",
    abstract: "Ghi nhận đã đôn đốc ngoài hệ thống · Record a reminder given otherwise.")

  @OptionGroup var item: ItemOptions

  func run() throws { try item.give(.remind) }
}

/// `soat item correct`.
struct ItemCorrect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Đính chính một sự kiện; cả hai vẫn còn · Correct an event; both stay.",
    discussion: """
      Số thứ tự sự kiện xem ở soat item show · Events are numbered by soat item show.
        soat item correct ba-to.2025.001 --event 3 --severity high --reason 'nhập nhầm mức'
      """)

  @OptionGroup var item: ItemOptions
  @OptionGroup var reason: Reason

  @Option(name: .long, help: "Số thứ tự của sự kiện sai · The number of the wrong event.")
  var event: Int

  @Option(name: .long, help: "Mức độ đúng · The right severity.")
  var severity: CheckSeverity?

  @Option(name: .long, help: "Nội dung đúng · The right wording.")
  var text: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Sự kiện không xảy ra: trở về trạng thái · It did not happen: back to a status.",
      valueName: "status"))
  var undo: ItemStatus?

  @Flag(name: .long, help: "Sai văn bản ban hành; văn bản đúng ở --document · Another issue.")
  var issue = false

  @Option(name: .long, help: "Thời hạn đúng, với --issue · The right time limit.")
  var within: TimeLimit?

  func validate() throws {
    let ways = [severity != nil, text != nil, undo != nil, issue].count { $0 }
    guard ways <= 1 else {
      throw ValidationError(
        "chọn một: --severity, --text, --undo, --issue; không chọn là ghi chú · choose one, or none "
          + "for a note")
    }
    if issue, item.writing.document == nil {
      throw ValidationError("--issue cần --document và --dated · --issue takes a document")
    }
  }

  func run() throws {
    let why = reason.text
    let wording = text.map { FreeText($0) }
    guard let blob = why.blob else { return }
    try item.give { workspace, session, id throws(WorkspaceError) in
      let wrong = try workspace.event(event, ofItem: id)
      return (
        .correct(wrong, request(session, wording), reason: blob),
        [why] + (wording.map { [$0] } ?? [])
      )
    }
  }

  private func request(_ session: Session, _ wording: FreeText?) -> AmendmentRequest {
    if let severity { return .severity(severity) }
    if let blob = wording?.blob { return .text(blob) }
    if let undo { return .undone(undo) }
    if issue, let document = session.document {
      return .issue(IssueTerms(document: document, limit: within))
    }
    return .note
  }
}
