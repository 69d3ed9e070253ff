public import ArgumentParser
import Diagnostics
import InspectionCore
import Storage
import Workspace

/// `soat item`: what is to be put right, from the day it is found to the day it is closed.
struct ItemGroup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "item",
    abstract: "Nội dung cần khắc phục, từ khi phát hiện đến khi xong · Items to be put right.",
    discussion: """
      Ví dụ · Examples:
        soat item propose --unit ba-to --check NS-08 --as doan.1
        soat item issue --inspection '2025-1|ba-to' --document 05/TB-SYT --dated 04/03/2025
        soat item evidence ba-to.2025.001 --seen 'Báo cáo|12/BC-UBND|20/03/2025|chuyên viên'
        soat item verify ba-to.2025.001 --as phong.2
        soat item list --unit ba-to
      """,
    subcommands: [
      ItemPropose.self, ItemList.self, ItemShow.self, ItemIssue.self, ItemExplain.self,
      ItemRule.self, ItemWithdraw.self, ItemAcknowledge.self, ItemPlanning.self,
      ItemProgress.self, ItemEvidence.self, ItemVerify.self, ItemReject.self, ItemExtend.self,
      ItemGrant.self, ItemRefuse.self, ItemWaive.self, ItemUnwaive.self, ItemReopen.self,
      ItemTransfer.self, ItemDivide.self, ItemSettle.self, ItemReview.self, ItemCorrect.self,
      ItemRecordsMissing.self, ItemRemind.self,
    ])
}

/// What every command on items takes.
struct ItemOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Mã nội dung · Ids of items.", valueName: "id"))
  var ids: [String]

  @OptionGroup var writing: WritingOptions
  @OptionGroup var options: WorkspaceOptions

  /// Gives a command on each item, all or none, and prints what it led to.
  func give(texts: [FreeText] = [], _ command: ItemCommand) throws {
    try give { _, _, _ in (command, texts) }
  }

  /// Gives a command on each item, made in the workspace.
  func give(
    _ make: (Workspace, Session, String) throws(WorkspaceError) -> (ItemCommand, [FreeText])
  ) throws {
    try options.run(
      { workspace, session in
        let given = try failing(options.language) { () throws(WorkspaceError) in
          var orders: [ItemOrder] = []
          for id in ids {
            let (command, texts) = try make(workspace, session, id)
            orders.append(ItemOrder(command, to: id, texts: texts))
          }
          return try workspace.give(orders, session)
        }
        Console.print(
          GivenText(language: options.language, isDryRun: session.isDryRun).text(given))
      }, writing: writing)
  }
}

/// A reason in words, kept apart from the journal so that it can be forgotten.
struct Reason: ParsableArguments {
  @Option(name: .long, help: "Lý do · Why; names nobody.")
  var reason: String

  var text: FreeText { FreeText(reason) }

  func give(
    _ item: ItemOptions, _ make: (BlobDigest) throws -> ItemCommand
  ) throws {
    let text = text
    guard let blob = text.blob else { throw ValidationError("--reason") }
    try item.give(texts: [text], try make(blob))
  }
}

extension ItemStatus: ExpressibleByArgument {}
extension ItemKind: ExpressibleByArgument {}
extension CheckSeverity: ExpressibleByArgument {}
extension UnitExplanation.Stance: ExpressibleByArgument {}
extension ExplanationRuling.Outcome: ExpressibleByArgument {}
extension Review.Outcome: ExpressibleByArgument {}
extension Verdict: ExpressibleByArgument {}
extension TimeLimit: ExpressibleByArgument {
  init?(argument: String) { self.init(text: argument) }
}
