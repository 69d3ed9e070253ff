package import ChecklistFormat
import Diagnostics
package import InspectionCore
package import Storage

/// A folder in which an office works: the journal, its evidence and its settings.
///
/// One command opens it, does one thing and closes it; several may have it open at once.
package final class Workspace {
  /// The folder.
  package let folder: String
  /// What `soat.yaml` says.
  package let settings: WorkspaceSettings
  /// The journal.
  package let journal: Journal
  private var knownRegister: RegisterRecord?
  private var knownAccess: AccessRegister?
  var checklists: [String: CompiledChecklist] = [:]
  var contents: [String: Checklist] = [:]

  /// The name of the settings in the folder.
  package static let settingsName = "soat.yaml"
  /// The name of the database in the folder.
  package static let databaseName = "soat.db"

  /// What every workspace derives from its events.
  package static var projections: [Projection] { [.register, .items] }

  /// Opens a workspace.
  ///
  /// - Parameter progress: told how far it has come where what is derived from the journal has to be made
  ///   anew, as after an update: seconds for a million events.
  /// - Throws: ``WorkspaceError`` where the folder is none, its settings have errors or its store cannot
  ///   be opened.
  package init(
    at folder: String, progress: Journal.RebuildProgress? = nil
  ) throws(WorkspaceError) {
    let path = Paths.join(folder, Self.settingsName)
    guard FileBytes.exists(path) else {
      throw WorkspaceError(
        .unreadable, "no-workspace",
        LocalizedText(
          vi: "\(folder) không phải thư mục làm việc của Soat: không có \(Self.settingsName)",
          en: "\(folder) is no workspace of Soat's: it has no \(Self.settingsName)"),
        mend: LocalizedText(
          vi: "chỉ ra bằng --workspace THƯ_MỤC, hoặc tạo mới bằng soat init THƯ_MỤC",
          en: "name it with --workspace FOLDER, or make one with soat init FOLDER"))
    }
    let loaded: LoadedWorkspaceFile
    do throws(FileProblem) { loaded = try WorkspaceFileLoader.load(path) } catch {
      throw WorkspaceError(error)
    }
    guard let settings = loaded.settings else {
      throw .findings(path, loaded.diagnostics, [path: loaded.source])
    }
    self.folder = folder
    self.settings = settings
    let database = Paths.join(folder, Self.databaseName)
    guard FileBytes.exists(database) else {
      throw WorkspaceError(
        .unreadable, "no-store",
        LocalizedText(
          vi: "\(folder) thiếu \(Self.databaseName)", en: "\(folder) lacks \(Self.databaseName)"),
        mend: LocalizedText(
          vi: "khôi phục từ bản sao lưu: soat restore", en: "restore a backup: soat restore"))
    }
    journal = try storing { () throws(JournalError) in
      try Journal(path: database, projections: Self.projections, progress: progress)
    }
  }

  /// Closes the store.
  package func close() throws(WorkspaceError) {
    try storing { () throws(JournalError) in try journal.close() }
  }
}

// MARK: Rights

extension Workspace {
  /// Units, accounts and grants as they are; read once a command.
  package func register() throws(WorkspaceError) -> RegisterRecord {
    if let knownRegister { return knownRegister }
    let register = try storing { () throws(JournalError) in try journal.register() }
    knownRegister = register
    return register
  }

  /// The register as ``may(_:_:unit:on:in:)`` asks it.
  package func access() throws(WorkspaceError) -> AccessRegister {
    if let knownAccess { return knownAccess }
    let record = try register()
    let access = AccessRegister(
      grants: record.grants.map(\.grant),
      units: UnitRegister(units: record.units.map(\.unit), relations: record.relations))
    knownAccess = access
    return access
  }

  /// Forgets what was read of the register, after it has changed.
  func forgetRegister() {
    knownRegister = nil
    knownAccess = nil
  }

  /// The unit of a code as it is named on a day.
  ///
  /// - Throws: ``WorkspaceError`` with the nearest code where there is none.
  package func unit(_ code: String, on day: CivilDate) throws(WorkspaceError) -> NamedUnit {
    let record = try register()
    var last: NamedUnit?
    for unit in record.units where unit.unit.code == code {
      if unit.unit.exists(on: day) { return unit }
      if unit.unit.from <= day || last == nil { last = unit }
    }
    if let last { return last }
    throw .unknown(
      "unknown-unit", LocalizedText(vi: "đơn vị", en: "unit"), code,
      among: record.units.map(\.unit.code))
  }

  /// Whether the session may do something; throws why not.
  ///
  /// - Throws: ``WorkspaceError`` where the account is unknown or closed, may not do it, or may do it only
  ///   for a document that the session does not name.
  package func authorize(
    _ session: Session, _ verb: Verb, unit: String
  ) throws(WorkspaceError) {
    let record = try register()
    guard let account = record.accounts.first(where: { $0.account == session.account }) else {
      throw .unknown(
        "unknown-account", LocalizedText(vi: "tài khoản", en: "account"), session.account,
        among: record.accounts.filter(\.isOpen).map(\.account))
    }
    guard account.isOpen else {
      throw WorkspaceError(
        .refused, "closed-account",
        LocalizedText(
          vi: "tài khoản \"\(session.account)\" đã đóng",
          en: "the account \"\(session.account)\" is closed"),
        mend: LocalizedText(vi: "dùng tài khoản khác với --as", en: "use another with --as"))
    }
    let permission = may(session.actor, verb, unit: unit, on: session.today, in: try access())
    switch permission {
    case .allowed: return
    case .onPaper:
      guard session.document == nil else { return }
      throw WorkspaceError(
        .refused, "document-missing",
        LocalizedText(
          vi: "\(session.account): \(permission.why.vi)",
          en: "\(session.account): \(permission.why.en)"),
        mend: LocalizedText(
          vi: "thêm --document SỐ --dated NGÀY của văn bản đã ký",
          en: "add --document NUMBER --dated DATE of the signed document"))
    case .denied:
      throw WorkspaceError(
        .refused, "not-allowed",
        LocalizedText(
          vi: "\(session.account), đơn vị \(unit): \(permission.why.vi)",
          en: "\(session.account), unit \(unit): \(permission.why.en)"),
        mend: LocalizedText(
          vi: "dùng tài khoản có vai trò ấy (--as), hoặc nhờ quản trị giao: soat grant",
          en: "use an account with such a role (--as), or have it given: soat grant"))
    }
  }
}

// MARK: Recording

extension Workspace {
  /// Appends events of the session, all or none; a dry run checks and writes nothing.
  ///
  /// - Returns: how many events were, or would be, recorded.
  @discardableResult
  package func record(
    _ drafts: [EventDraft], expecting: [SubjectID: Int64] = [:], texts: [FreeText] = [],
    _ session: Session
  ) throws(WorkspaceError) -> Int {
    guard !session.isDryRun, !drafts.isEmpty else { return drafts.count }
    try storing { () throws(JournalError) in
      _ = try journal.append(drafts, expecting: expecting, texts: texts)
    }
    if drafts.contains(where: { ["unit", "account", "grant"].contains($0.subject.kind) }) {
      forgetRegister()
    }
    return drafts.count
  }

  /// The events of a subject, and its version.
  func events(of subject: SubjectID) throws(WorkspaceError) -> [RecordedEvent] {
    try storing { () throws(JournalError) in try journal.read(subject) }
  }

  /// Keeps canonical JSON as a file beside the journal, and gives its digest; in a dry run only the
  /// digest.
  func keep(_ bytes: [UInt8], _ session: Session) throws(WorkspaceError) -> Digest {
    if session.isDryRun { return Digest(of: bytes) }
    return try storing { () throws(JournalError) in try journal.evidence.keep(bytes) }
  }
}
