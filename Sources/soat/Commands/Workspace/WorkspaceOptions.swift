public import ArgumentParser
import ChecklistFormat
import Diagnostics
import Glibc
public import InspectionCore
import Storage
import Workspace

/// The workspace a command works in, and who is at it.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Thư mục làm việc · The workspace. Mặc định · default: $SOAT_WORKSPACE, thư mục hiện tại.",
      valueName: "folder"))
  var workspace: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Tài khoản · The account. Mặc định · default: $SOAT_ACCOUNT.", valueName: "account"))
  var account: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Nhập thay cho bên nào: unit, team, department, province, authority; mặc định theo vai trò · "
        + "The side it is typed for; default: that of the account's role.", valueName: "side"))
  var side: Party?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Hôm nay, để nhập lại việc cũ · Today, for entering the past.", valueName: "date"))
  var today: CivilDate?

  @OptionGroup var common: CommonOptions

  var language: Language { common.language }

  /// Opens the workspace.
  func open() throws -> Workspace {
    let folder = workspace ?? ProcessEnvironment.value("SOAT_WORKSPACE") ?? "."
    let bar = RebuildBar(language)
    return try failing(language) { () throws(WorkspaceError) in
      try Workspace(at: folder, progress: bar.show)
    }
  }

  /// Runs something in the workspace and closes it; what it refuses ends the command.
  func run<Result>(
    _ body: (Workspace, Session) throws -> Result, writing: WritingOptions? = nil
  ) throws -> Result {
    let workspace = try open()
    do {
      let session = try session(in: workspace, writing)
      let result = try body(workspace, session)
      try workspace.close()
      return result
    } catch let error as WorkspaceError {
      throw error.failure(language)
    }
  }

  private func session(
    in workspace: Workspace, _ writing: WritingOptions?
  ) throws(WorkspaceError) -> Session {
    let account = account ?? ProcessEnvironment.value("SOAT_ACCOUNT") ?? ""
    guard !account.isEmpty else {
      throw WorkspaceError(
        .refused, "no-account",
        LocalizedText(vi: "chưa nêu tài khoản", en: "no account is named"),
        mend: LocalizedText(
          vi: "thêm --as TÀI_KHOẢN, hoặc đặt SOAT_ACCOUNT",
          en: "add --as ACCOUNT, or set SOAT_ACCOUNT"))
    }
    let today = today ?? Clock.today()
    var party = side
    if party == nil { party = try workspace.side(of: account, on: today) }
    return Session(
      account: account, party: party ?? .department, unit: writing?.unit, today: today,
      happened: writing?.on,
      document: try writing?.reference(in: workspace), recorded: Clock.milliseconds(),
      isDryRun: writing?.dryRun ?? false)
  }
}

/// On which day and which paper something is recorded.
struct WritingOptions: ParsableArguments {
  @Option(
    name: .customLong("for-unit"),
    help: ArgumentHelp(
      "Mã đơn vị mà bên đó là · The unit that the side is.", valueName: "code"))
  var unit: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ngày xảy ra, khi nhập muộn · The day it happened, where it is entered late.",
      valueName: "date"))
  var on: CivilDate?

  @Option(
    name: .long,
    help: ArgumentHelp("Số văn bản · The number of the document.", valueName: "number"))
  var document: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Ngày ký văn bản · The day it was signed.", valueName: "date"))
  var dated: CivilDate?

  @Option(
    name: .long,
    help: ArgumentHelp("Bản chụp văn bản · Its scan, kept as evidence.", valueName: "file"))
  var scan: String?

  @Flag(name: .long, help: "Chỉ kiểm tra, không ghi · Check everything, write nothing.")
  var dryRun = false

  func validate() throws {
    if (document == nil) != (dated == nil) {
      throw ValidationError(
        "--document và --dated đi cùng nhau · --document and --dated go together")
    }
    if scan != nil, document == nil {
      throw ValidationError(
        "--scan cần --document và --dated · --scan takes --document and --dated")
    }
  }

  func reference(in workspace: Workspace) throws(WorkspaceError) -> DocumentReference? {
    guard let document, let dated else { return nil }
    var digest: String?
    if let scan, !dryRun { digest = try workspace.keepFile(at: scan) }
    return DocumentReference(number: document, date: dated, scan: digest)
  }
}

extension Party: ExpressibleByArgument {}

extension Clock {
  /// The moment, in milliseconds since 1970-01-01T00:00:00Z.
  static func milliseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }
}

/// Runs something of a workspace, and ends the command with what it refuses.
func failing<Result>(
  _ language: Language, _ body: () throws(WorkspaceError) -> Result
) throws -> Result {
  do { return try body() } catch { throw error.failure(language) }
}

extension WorkspaceError {
  /// The error as a failed command, with the mend on a line of its own.
  func failure(_ language: Language) -> Failure {
    var text = ""
    if let findings { text = findings.diagnostics.text(in: findings.sources, language) }
    text += LocalizedText(vi: "lỗi: ", en: "error: ")[language] + message[language]
    if let mend {
      text += "\n" + LocalizedText(vi: "  cách xử lý: ", en: "  mend: ")[language] + mend[language]
    }
    return Failure(
      status: kind == .refused ? .problemsFound : .unreadable, message: visibleLines(text))
  }
}
