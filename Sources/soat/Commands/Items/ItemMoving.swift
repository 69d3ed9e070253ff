import ArgumentParser
import Diagnostics
import InspectionCore
import Storage
import Workspace

/// `soat item transfer`.
struct ItemTransfer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer",
    abstract: "Chuyển cho đơn vị khác, giữ thời hạn · Hand items over, deadlines and all.")

  @OptionGroup var item: ItemOptions

  @Option(name: .long, help: ArgumentHelp("Đơn vị tiếp nhận · The unit.", valueName: "code"))
  var to: String

  @Option(
    name: .long,
    help: ArgumentHelp("Bên phải thực hiện; mặc định unit · Who owes it.", valueName: "side"))
  var owedBy: Party = .unit

  @Option(name: .long, help: "Ghi chú · A note; names nobody.")
  var note: String?

  func run() throws {
    let document = try item.requiredDocument()
    let text = note.map { FreeText($0) }
    try item.give { workspace, session, _ throws(WorkspaceError) in
      let unit = try workspace.unit(to, on: session.happened).unit.code
      return (
        .transfer(to: unit, owedBy: owedBy, session.document ?? document, note: text?.blob),
        text.map { [$0] } ?? []
      )
    }
  }
}

/// `soat item divide`.
struct ItemDivide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "divide",
    abstract: "Chia cho các đơn vị; xong khi mọi phần xong · Divide items among units.")

  @OptionGroup var item: ItemOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Đơn vị nhận một phần; lặp lại · A unit that gets a part.", valueName: "code"))
  var to: [String]

  func run() throws {
    let document = try item.requiredDocument()
    try item.options.run(
      { workspace, session in
        let given = try workspace.divide(
          item.ids, among: to, session.document ?? document, session)
        Console.print(
          GivenText(language: item.options.language, isDryRun: session.isDryRun).text(given))
      }, writing: item.writing)
  }
}

/// `soat item settle`.
struct ItemSettle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Cập nhật phần đã xong của nội dung được chia · Record how a part ended.")

  @OptionGroup var item: ItemOptions

  @Option(name: .long, help: ArgumentHelp("Mã phần · The part.", valueName: "id"))
  var part: String

  func run() throws { try item.give(.settlePart(part)) }
}

extension ItemOptions {
  /// The handover document, which has to be named.
  func requiredDocument() throws -> DocumentReference {
    guard let number = writing.document, let date = writing.dated else {
      throw ValidationError(
        "cần văn bản bàn giao: --document SỐ --dated NGÀY · name the handover document")
    }
    return DocumentReference(number: number, date: date)
  }
}
